/* test_score.c - audits scored by the model that ships, and models that lie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include "score/sheet.h"
#include "world.h"

static void charges_once_and_by_occurrence_up_to_the_cap(void **state)
{
    struct profile *p = sheet_of("1,a,r.once,10,once,,,,,,\n2,b,r.each r.more,6,each,2.5,6,,,,\n");
    struct audit *a = new_audit(3);
    add(a, "r.each", STATE_FAIL, 2);
    add(a, "r.more", STATE_FAIL, 2);
    add(a, "r.once", STATE_FAIL, 3);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 100000 - 10000 - 6000);
    assert_int_equal(s->deductions[0], 5000);
    assert_int_equal(s->deductions[1], 1000); /* what the cap left */
    assert_int_equal(s->deductions[2], 10000);
    assert_true(str_eq_c(s->grade->name.in[LANG_ZH], "b"));
    assert_true(s->complete);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void what_is_explained_or_only_observed_costs_nothing(void **state)
{
    struct profile *p = sheet_of("1,a,r.each,50,each,2,,,,,\n");
    struct audit *a = new_audit(1);
    struct audit_result *r = add(a, "r.each", STATE_FAIL, 3);
    r->findings[0].cause = STR("another");
    r->findings[1].informational = true;
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 98000);
    assert_int_equal(s->ledger->n, 1);
    assert_int_equal(s->ledger->entries[0].fingerprint_count, 1);
    assert_true(str_eq_c(s->ledger->entries[0].fingerprints[0], "r.each-2"));
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void of_a_mutex_only_the_dearest_counts(void **state)
{
    struct profile *p =
        sheet_of("1,a,r.a,5,once,,,m,,,\n2,b,r.b,8,once,,,m,,,\n3,c,r.c,3,once,,,,,,\n");
    struct audit *a = new_audit(3);
    add(a, "r.a", STATE_FAIL, 1);
    add(a, "r.b", STATE_FAIL, 1);
    add(a, "r.c", STATE_FAIL, 1);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 89000);
    assert_int_equal(s->ledger->entries[0].amount, 0);
    assert_int_equal(s->ledger->entries[0].limit, LIMIT_MUTEX);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_group_has_a_cap_of_its_own(void **state)
{
    struct profile *p = sheet_of("1,a,r.a,5,once,,,,g,7,\n2,b,r.b,8,once,,,,g,,\n");
    struct audit *a = new_audit(2);
    add(a, "r.a", STATE_FAIL, 1);
    add(a, "r.b", STATE_FAIL, 1);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 93000);
    assert_int_equal(s->ledger->entries[1].limit, LIMIT_GROUP);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_veto_takes_the_score_to_its_ceiling_and_the_grade_to_the_bottom(void **state)
{
    struct profile *p = sheet_of("1,a,r.a,5,once,,,,,,\n2,b,r.spam,,veto,,,,,,\n");
    struct audit *a = new_audit(2);
    add(a, "r.a", STATE_FAIL, 1);
    add(a, "r.spam", STATE_FAIL, 2);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 59000);
    assert_int_equal(s->deductions[1], 36000);
    assert_true(s->ledger->vetoed);
    assert_true(str_eq_c(s->grade->name.in[LANG_ZH], "c"));
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_priced_veto_spares_lighter_findings(void **state)
{
    struct profile *p = sheet_of("1,a,r.data,4,veto,2,4,,,,\n");
    struct audit *a = new_audit(1);
    struct audit_result *r = add(a, "r.data", STATE_FAIL, 3);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 96000); /* three majors, capped at four points */
    assert_false(s->ledger->vetoed);
    score_free(s);
    r->findings[1].severity = SEVERITY_VETO;
    s = score_of(*state, p, a, NULL);
    assert_true(s->ledger->vetoed);
    assert_int_equal(s->score, 59000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void open_duties_span_an_interval_and_a_blocking_one_leaves_no_grade(void **state)
{
    struct profile *p = sheet_of("1,a,r.block,20,each,5,20,,,,\n2,b,r.free,10,once,,,,,,\n");
    struct audit *a = new_audit(3);
    struct audit_reason *reason = arena_alloc(a->arena, 2 * sizeof *reason);
    struct audit_result *r = add(a, "r.block", STATE_UNKNOWN, 0);
    r->open = reason;
    r->open_count = 2;
    r->reason = reason;
    add(a, "r.free", STATE_ERROR, 0);
    add(a, "r.other", STATE_NOTSELECTED, 0);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->high, 100000);
    assert_int_equal(s->low, 80000); /* two places of five points, and ten once */
    assert_false(s->complete);
    assert_null(s->grade);
    assert_int_equal(s->gate.total, 2);
    assert_int_equal(s->gate.open, 2);
    assert_int_equal(s->gate.open_blocking, 1);
    score_free(s);
    reason[0].cause = reason[1].cause = STR("f"); /* a finding explains both: the duty is closed */
    s = score_of(*state, p, a, NULL);
    assert_true(s->complete);
    assert_int_equal(s->low, 90000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void what_is_no_report_has_no_score(void **state)
{
    const struct world *w = *state;
    struct profile *p = sheet_of("1,a,r.a,5,once,,,,,,\n");
    struct audit *a = new_audit(1);
    struct score *s = NULL;
    struct error err = { 0 };
    add(a, "r.a", STATE_FAIL, 1);
    assert_int_equal(score_audit(&s, w->engine, w->model, p, a, NULL, false, &err), 0);
    assert_false(s->scored);
    assert_null(s->ledger);
    assert_null(s->grade);
    assert_int_equal(s->deductions[0], 0);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_model_that_lies_is_refused(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "{\"entries\":[{\"indicator\":\"9\",\"count\":1,\"unit\":1,\"amount\":1}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"rule\":\"r.x\",\"count\":1,\"unit\":1,\"amount\":1}]"
        "}",
        "{\"entries\":[{\"indicator\":\"1\",\"rule\":\"r.a\",\"fingerprints\":[\"made up\"],"
        "\"count\":1,\"unit\":1,\"amount\":1}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":2,\"unit\":5000,\"amount\":5000}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1,\"unit\":0.5,\"amount\":0.5}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1,\"unit\":1,\"amount\":9,\"limit\":\"cap\"}]"
        "}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1,\"unit\":1,\"amount\":1,\"limit\":\"x\"}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1e300,\"unit\":1,\"amount\":1}]}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1,\"unit\":5,\"amount\":5}],\"total\":6}",
        "{\"entries\":[{\"indicator\":\"1\",\"count\":1,\"unit\":0,\"amount\":0,\"veto\":true}]}",
        "{\"entries\":[],\"vetoed\":1}",
        "7",
    };
    struct profile *p = sheet_of("1,a,r.a,5,once,,,,,,\n");
    struct audit *a = new_audit(1);
    add(a, "r.a", STATE_FAIL, 1);
    struct scope scope;
    scope_open(&scope, p, a, NULL);
    cJSON *given = sheet_build(&scope, false, false);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct ledger *ledger = NULL;
        struct error err = { 0 };
        cJSON *answer = cJSON_Parse(answers[i]);
        assert_non_null(answer);
        int rc = sheet_ledger(&ledger, answer, given, p, a, &err);
        if (rc != ERR_PLUGIN)
            fail_msg("answer %zu was taken", i);
        assert_null(ledger);
        assert_true(strlen(err.message) > 0);
        cJSON_Delete(answer);
    }
    cJSON_Delete(given);
    scope_close(&scope);
    drop_audit(a);
    profile_free(p);
}

/* A slip of the pen in `blocking` must not open the gate. */
static void what_blocks_must_be_a_rule(void **state)
{
    (void)state;
    static const struct {
        const char *blocking;
        int rc;
    } tries[] = { { "", 0 },
                  { "blocking = requests.*, disputes.total\n", 0 },
                  { "blocking = requests.*、disputes.total\n", ERR_CONFIG },
                  { "blocking = requests.*, publication.lat\n", ERR_CONFIG } };
    struct engine *engine = NULL;
    struct error err = { 0 };
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", &err), 0);
    assert_int_equal(engine_load_pack(engine, AUDITOR_SOURCE_DIR "/rules/annual-report", &err), 0);
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct strbuf conf = { 0 };
        struct profile *p = NULL;
        strbuf_fmt(&conf, "id = t\nversion = 1\ntitle.zh = t\nmax = 9\nmodel = m\n%s",
                   tries[i].blocking);
        assert_int_equal(
            profile_parse(&p, "p", strbuf_view(&conf), "s",
                          str_of("id,indicator,rules,points,kind\n1,a,structure.period,1,once\n"),
                          &err),
            0);
        assert_int_equal(profile_check(p, engine, &err), tries[i].rc);
        profile_free(p);
        strbuf_free(&conf);
    }
    engine_free(engine);
}

/* A misspelt id would leave its row unchecked. */
static void a_row_names_rules_or_what_is_planned(void **state)
{
    (void)state;
    static const struct {
        const char *conf, *rules;
        int rc;
    } tries[] = { { "", "structure.period requests.*", 0 },
                  { "", "structure.perod", ERR_CONFIG },
                  { "", "request.*", ERR_CONFIG },
                  { "planned = structure.perod request.*\n", "structure.perod request.*", 0 },
                  { "planned = copy.*\n", "copy.other-agency", 0 } };
    struct engine *engine = NULL;
    struct error err = { 0 };
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", &err), 0);
    assert_int_equal(engine_load_pack(engine, AUDITOR_SOURCE_DIR "/rules/annual-report", &err), 0);
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct strbuf conf = { 0 };
        struct strbuf text = { 0 };
        struct profile *p = NULL;
        strbuf_fmt(&conf, "id = t\nversion = 1\ntitle.zh = t\nmax = 9\nmodel = m\n%s",
                   tries[i].conf);
        strbuf_fmt(&text, "id,indicator,rules,points,kind\n1,a,law.name,1,once\n2,b,%s,1,once\n",
                   tries[i].rules);
        assert_int_equal(
            profile_parse(&p, "p", strbuf_view(&conf), "s.csv", strbuf_view(&text), &err), 0);
        assert_int_equal(profile_check(p, engine, &err), tries[i].rc);
        if (tries[i].rc)
            assert_non_null(strstr(err.message, "s.csv:3"));
        profile_free(p);
        strbuf_free(&conf);
        strbuf_free(&text);
    }
    engine_free(engine);
}

static void random_audits_add_up(void **state)
{
    struct profile *p = sheet_of("1,a,r.a,5,once,,,m,,,\n2,b,r.b r.c,8,each,1.125,6,m,g,9,\n"
                                 "3,c,r.d,30,each,7,21,,g,,\n4,d,r.e,,veto,,,,,,\n");
    static const char *const rules[] = { "r.a", "r.b", "r.c", "r.d", "r.e" };
    srand(7);
    for (int round = 0; round < 300; round++) {
        struct audit *a = new_audit(5);
        for (size_t i = 0; i < 5; i++) {
            bool failed = rand() % 2;
            struct audit_result *r = add(a, rules[i],
                                         failed       ? STATE_FAIL
                                         : rand() % 3 ? STATE_PASS
                                                      : STATE_ERROR,
                                         failed ? (size_t)(rand() % 9 + 1) : 0);
            for (size_t k = 0; k < r->finding_count; k++)
                if (rand() % 3 == 0)
                    r->findings[k].cause = STR("c");
        }
        struct score *s = score_of(*state, p, a, NULL);
        int64_t lost = 0;
        for (size_t i = 0; i < a->n; i++)
            lost += s->deductions[i];
        assert_int_equal(100000 - lost, s->score); /* never below zero here */
        assert_true(s->low <= s->high);
        score_free(s);
        drop_audit(a);
    }
    profile_free(p);
}

/* A parameter that nothing reads, or that breaks its rule, is told when the profile is loaded. */
static void parameters_must_fit_their_rule(void **state)
{
    (void)state;
    static const struct {
        const char *line, *message; /* NULL: fine */
    } tries[] = {
        { "publication.late.township = 02-28\n", NULL },
        { "safety.foreign-link.hosts = a.b c.d\n", NULL },
        { "publication.lat.township = 02-28\n", "x/p.conf:6" },
        { "publication.late.village = 02-28\n", "x/p.conf:6" },
        { "publication.late.township = soon\n", "x/p.conf:6" },
        { "publication.late.township = 13-01\n", "13-01" },
        { "publication.late.township = 02-29\n", "02-29" },
        { "publication.late.township =\n", "x/p.conf:6" },
    };
    struct engine *engine = NULL;
    struct error err = { 0 };
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", &err), 0);
    assert_int_equal(engine_load_pack(engine, AUDITOR_SOURCE_DIR "/rules/annual-report", &err), 0);
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct strbuf conf = { 0 };
        struct profile *p = NULL;
        strbuf_fmt(&conf, "id = t\nversion = 1\ntitle.zh = t\nmax = 9\nmodel = m\n%s",
                   tries[i].line);
        assert_int_equal(
            profile_parse(&p, "x/p.conf", strbuf_view(&conf), "s",
                          str_of("id,indicator,rules,points,kind\n1,a,structure.period,1,once\n"),
                          &err),
            0);
        int rc = profile_check(p, engine, &err);
        assert_int_equal(rc, tries[i].message ? ERR_CONFIG : 0);
        if (tries[i].message && !strstr(err.message, tries[i].message))
            fail_msg("%s: %s", tries[i].line, err.message);
        profile_free(p);
        strbuf_free(&conf);
    }
    engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charges_once_and_by_occurrence_up_to_the_cap),
        cmocka_unit_test(what_is_explained_or_only_observed_costs_nothing),
        cmocka_unit_test(of_a_mutex_only_the_dearest_counts),
        cmocka_unit_test(a_group_has_a_cap_of_its_own),
        cmocka_unit_test(a_veto_takes_the_score_to_its_ceiling_and_the_grade_to_the_bottom),
        cmocka_unit_test(a_priced_veto_spares_lighter_findings),
        cmocka_unit_test(open_duties_span_an_interval_and_a_blocking_one_leaves_no_grade),
        cmocka_unit_test(what_is_no_report_has_no_score),
        cmocka_unit_test(a_model_that_lies_is_refused),
        cmocka_unit_test(what_blocks_must_be_a_rule),
        cmocka_unit_test(a_row_names_rules_or_what_is_planned),
        cmocka_unit_test(parameters_must_fit_their_rule),
        cmocka_unit_test(random_audits_add_up),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
