/* test_dossier.c - rules on a dossier: several reports in one state, places in them, causes, what is open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "desk.h"
#include "engine/dossier.h"
#include "read/read.h"

#define SCOPED "scope = 'agency',"

/* Last year's report: the clean one, with another number of requests carried in. */
struct shelf {
    struct doc *doc;
    struct report *report;
    struct dossier_past past;
    struct dossier_child child;
    struct dossier dossier;
};

static void read_last(struct desk *d, struct shelf *s)
{
    struct error err = { 0 };
    struct strbuf bytes = { 0 };
    struct report_hint hint = { .year = 2022 };
    if (file_read(&bytes, AUDITOR_SOURCE_DIR "/rules/annual-report/cases/clean-2021.txt", 0, &err))
        fail_msg("%s", err.message);
    char *cell = strstr(bytes.p, "|96|21|2|1|7|1|128|");
    assert_non_null(cell);
    memcpy(cell, "|11", 3); /* 96 -> 11 */
    if (read_document(&s->doc, strbuf_view(&bytes), NULL, NULL, &err))
        fail_msg("%s", err.message);
    s->report = recognise(s->doc, engine_forms(d->engine), &hint);
    strbuf_free(&bytes);
}

static void run(struct desk *d, struct shelf *s)
{
    desk_load(d);
    desk_clean(d);
    read_last(d, s);
    s->past = (struct dossier_past){ 2022, s->report, STR("2022/last.txt") };
    s->child = (struct dossier_child){ STR("c"), STR("某局"), LEVEL_DEPARTMENT, s->report,
                                       STR("2023/child.txt") };
    s->dossier = (struct dossier){ .year = 2023,
                                   .code = STR("a"),
                                   .name = STR("某县"),
                                   .received = DOSSIER_REPORT,
                                   .report = d->report,
                                   .past = &s->past,
                                   .past_count = 1,
                                   .children = &s->child,
                                   .child_count = 1 };
    desk_run(d, NULL);
    engine_run_dossier(d->engine, &s->dossier, NULL, d->audit);
}

static void put_away(struct desk *d, struct shelf *s)
{
    report_free(s->report);
    doc_free(s->doc);
    desk_close(d);
}

/* Runs one rule of scope agency with this body on the dossier. */
static void expect(const char *body, enum audit_state state, const char *said)
{
    struct desk d;
    struct shelf s = { 0 };
    desk_open(&d);
    desk_rule_with(&d, "t.rule", SCOPED, body);
    run(&d, &s);
    const struct audit_result *r = desk_result(&d, "t.rule");
    if (r->state != state)
        fail_msg("%s: state %s: %s", body, audit_state_name(r->state), desk_said(r));
    if (said && !strstr(desk_said(r), said))
        fail_msg("%s: said: %s", body, desk_said(r));
    put_away(&d, &s);
}

static void handles_of_two_reports_do_not_mix(void **state)
{
    (void)state;
    expect(
        "local dossier = report\n"
        "local now, last = dossier.report, dossier:report_of(2022)\n"
        "local a, b = now.requests:cell('new', 'natural'), last.requests:cell('new', 'natural')\n"
        "assert(a.value == 96 and b.value == 11 and a.value == 96)\n"
        "assert(a ~= b and a == now.requests:cell('new', 'natural'))\n"
        "assert(#now.article > 0 and now.article[1].text == last.article[1].text)\n"
        "assert(now.article[1] ~= last.article[1])\n"
        "for i, row in ipairs(last.requests.rows) do\n"
        "  assert(row.key == now.requests.rows[i].key)\n"
        "end\n"
        "assert(last.requests.rows[1].all.value == 128 and last.requests.rows[1].natural.value == "
        "11)\n"
        "assert(dossier:report_of(2023) == now and dossier:report_of(2021) == nil)\n"
        "assert(dossier:children()[1].report ~= last)\n"
        "out:pass()",
        STATE_PASS, NULL);
}

static void arguments_that_turn_to_another_report_decide_nothing(void **state)
{
    (void)state;
    expect("local now, last = report.report, report:report_of(2022)\n"
           "local m = now:section('overview').paragraphs[1]\n"
           "local n = last.requests:cell('new', 'natural')\n"
           "-- the argument is read from the other report, the cell is this one's\n"
           "local cell = now.requests:cell(n.row, n.column)\n"
           "assert(cell.value == 96, cell.value)\n"
           "assert(m.section == 'overview')\n"
           "out:pass()",
           STATE_PASS, NULL);
}

static void a_finding_stands_in_this_years_report(void **state)
{
    (void)state;
    expect("out:fail { at = report:report_of(2022).requests }", STATE_ERROR, "this year's report");
    expect("out:unknown { at = report:report_of(2022).title }", STATE_ERROR, "this year's report");
}

static void evidence_elsewhere_names_its_document(void **state)
{
    struct desk d;
    struct shelf s = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule_with(
        &d, "t.rule", SCOPED,
        "local now, last = report.report, report:report_of(2022)\n"
        "out:fail { at = now.requests:cell('new', 'natural'), evidence = {\n"
        "  last.requests:cell('new', 'natural'), now.requests:cell('new', 'all'), last } }");
    run(&d, &s);
    const struct audit_result *r = desk_result(&d, "t.rule");
    assert_int_equal(r->state, STATE_FAIL);
    const struct audit_place *at = r->findings[0].evidence;
    assert_int_equal(r->findings[0].evidence_count, 4);
    assert_int_equal(at[0].document.n, 0);
    assert_true(str_eq_c(at[0].quote, "96"));
    assert_true(str_eq_c(at[1].document, "2022/last.txt") && str_eq_c(at[1].quote, "11"));
    assert_int_equal(at[2].document.n, 0);
    assert_true(str_eq_c(at[3].document, "2022/last.txt"));
    put_away(&d, &s);
}

static void a_cause_may_be_a_finding_of_the_first_pass(void **state)
{
    struct desk d;
    struct shelf s = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule(&d, "t.document", "out:fail { at = report.requests:cell('new', 'natural') }");
    desk_rule_with(&d, "t.agency", SCOPED,
                   "local cell = report.report.requests:cell('new', 'natural')\n"
                   "out:fail { at = cell, cause = { rule = 't.document', at = cell } }\n"
                   "out:fail { at = report.report.title, cause = { rule = 't.document', at = "
                   "report.report.title } }\n"
                   "out:fail { at = report.report.disputes, found = 1 }\n"
                   "out:fail { at = report.report.disputes, found = 2, cause = { at = "
                   "report.report.disputes } }");
    run(&d, &s);
    const struct audit_result *document = desk_result(&d, "t.document");
    const struct audit_result *agency = desk_result(&d, "t.agency");
    assert_int_equal(document->state, STATE_FAIL);
    assert_int_equal(agency->finding_count, 4);
    size_t caused = 0;
    for (size_t i = 0; i < agency->finding_count; i++) {
        const struct audit_finding *f = &agency->findings[i];
        if (f->evidence[0].row.n)
            assert_true(str_eq(f->cause, document->findings[0].fingerprint));
        caused += f->cause.n > 0;
    }
    assert_int_equal(caused, 2); /* and the rule's own, which needs no name */
    put_away(&d, &s);
}

static void without_a_report_only_some_rules_run(void **state)
{
    struct desk d;
    struct shelf s = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.needs", SCOPED, "out:pass()");
    desk_rule_with(&d, "t.any", "scope = 'office', documents = 'any',",
                   "assert(report.report == nil and #report.years == 1)\n"
                   "out:fail { message = report.received }");
    run(&d, &s);
    s.dossier.report = NULL;
    s.dossier.received = DOSSIER_UNREADABLE;
    engine_run_dossier(d.engine, &s.dossier, NULL, d.audit);
    assert_int_equal(desk_result(&d, "t.needs")->state, STATE_UNKNOWN);
    assert_true(audit_is_open(desk_result(&d, "t.needs")));
    s.dossier.received = DOSSIER_NOTHING;
    engine_run_dossier(d.engine, &s.dossier, NULL, d.audit);
    assert_int_equal(desk_result(&d, "t.needs")->state, STATE_NOTAPPLICABLE);
    assert_int_equal(desk_result(&d, "t.any")->state, STATE_FAIL);
    assert_string_equal(desk_said(desk_result(&d, "t.any")), "nothing");
    put_away(&d, &s);
}

static void a_year_that_cannot_be_read_again_is_open(void **state)
{
    struct desk d;
    struct shelf s = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.rule", SCOPED,
                   "if report:report_of(2022) == nil then out:notapplicable {} end");
    run(&d, &s);
    s.past.report = NULL;
    engine_run_dossier(d.engine, &s.dossier, NULL, d.audit);
    const struct audit_result *r = desk_result(&d, "t.rule");
    assert_int_equal(r->state, STATE_UNKNOWN);
    assert_true(str_eq_c(r->reason->code, "snapshot"));
    put_away(&d, &s);
}

static void nothing_is_remembered_from_dossier_to_dossier(void **state)
{
    struct desk d;
    struct shelf s = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.rule", SCOPED,
                   "local list = report:children()\n"
                   "out:fail { found = #list, at = report.report.title }");
    run(&d, &s);
    assert_true(str_eq_c(desk_result(&d, "t.rule")->findings[0].found, "1"));
    s.dossier.child_count = 0;
    engine_run_dossier(d.engine, &s.dossier, NULL, d.audit);
    assert_true(str_eq_c(desk_result(&d, "t.rule")->findings[0].found, "0"));
    put_away(&d, &s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handles_of_two_reports_do_not_mix),
        cmocka_unit_test(arguments_that_turn_to_another_report_decide_nothing),
        cmocka_unit_test(a_finding_stands_in_this_years_report),
        cmocka_unit_test(evidence_elsewhere_names_its_document),
        cmocka_unit_test(a_cause_may_be_a_finding_of_the_first_pass),
        cmocka_unit_test(without_a_report_only_some_rules_run),
        cmocka_unit_test(a_year_that_cannot_be_read_again_is_open),
        cmocka_unit_test(nothing_is_remembered_from_dossier_to_dossier),
    };
    lang_set(LANG_EN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
