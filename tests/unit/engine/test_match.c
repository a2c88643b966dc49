/* test_match.c - what a rule finds in the text and shows of it: patterns, their matches, violations, evidence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "desk.h"

static void test_patterns(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.a",
                   "patterns = { fees = '办结率([0-9.]+)%', none = '不会有的词', each = "
                   "'[0-9]+件', alt = '(?:图解|视频)[0-9]篇', "
                   "given = { pattern = '.{2}学院', literal = { '学院' } } },",
                   "local m = report:matches('fees') assert(#m == 1 and m[1][1] == '99.2' and "
                   "m[1].section == 'overview') "
                   "assert(m[1]:group(1).text == '99.2' and m[1].paragraph.section == 'overview') "
                   "assert(#report:matches('none') == 0 and #report:matches('given') == 0) "
                   "assert(#report:matches('each') > 10 and #report:matches('alt') == 2) "
                   "assert(#report:matches('each', 'all') >= #report:matches('each')) "
                   "out:fail { at = m[1] }");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    const struct audit_result *r = desk_result(&d, "t.a");
    if (r->state != STATE_FAIL)
        fail_msg("%s", desk_said(r));
    assert_string_equal(r->findings[0].evidence[0].quote.p, "办结率99.2%");
    desk_close(&d);
}

/* What stands around a match is told at its own place, however often the same words occur. */
static void test_match_context(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.a", "patterns = { unit = '件', rare = '不会有的词', any = '.' },",
                   "local m = report:matches('unit')[2] local p = m.paragraph "
                   "assert(p.text:sub(m.from, m.from + 2) == '件' and p.order >= p.index) "
                   "assert(m:before(0) == '' and #m:before(200) <= m.from - 1) "
                   "assert(p.text:sub(m.from - #m:before(3), m.from - 1) == m:before(3)) "
                   "assert(p.text:sub(m.from + 3, m.from + 2 + #m:behind(2)) == m:behind(2)) "
                   "local wide = m:widen(#m:before(2), #m:behind(1)) "
                   "assert(wide.text == m:before(2) .. '件' .. m:behind(1)) "
                   "local from, to = report:search('共三件', { 'rare', 'unit' }) "
                   "assert(from == 7 and to == 9) "
                   "assert(report:search('三次', { 'rare', 'unit' }) == nil) "
                   "assert(report:search('三次', { 'unit', 'any' }) == 1) "
                   "assert(report:has('unit') and report:has('any') and not report:has('rare')) "
                   "out:fail { at = wide }");
    desk_rule(&d, "t.b",
              "local n = 0 for _, p in ipairs(report.article) do for _, s in "
              "ipairs(p:statements()) do n = n + 1 assert(s == report:statements()[n]) end end "
              "assert(n > 0 and n == #report:statements()) "
              "assert(#report:percentages() > 0) "
              "assert(text.ends(report:statements()[1].whole.labelled.text, "
              "report:statements()[1].whole.text)) out:pass()");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    if (desk_result(&d, "t.a")->state != STATE_FAIL)
        fail_msg("%s", desk_said(desk_result(&d, "t.a")));
    if (desk_result(&d, "t.b")->state != STATE_PASS)
        fail_msg("%s", desk_said(desk_result(&d, "t.b")));
    desk_close(&d);
}

/* Thousands of hits end: what was found among the first stands, and nothing found is open, not passed. */
static void test_many_matches(void **state)
{
    struct desk d;
    struct strbuf bytes = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule_with(&d, "t.a", "patterns = { much = '稿稿' },",
                   "for _, m in ipairs(report:matches('much')) do out:fail { at = m } end");
    desk_rule_with(&d, "t.b", "patterns = { much = '稿稿', more = '稿' },",
                   "assert(#report:matches('much') == 4000 and #report:matches('more') == 0) "
                   "out:pass()");
    desk_load(&d);
    strbuf_c(&bytes, "柳汀镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n");
    for (int i = 0; i < 10000; i++)
        strbuf_c(&bytes, "稿稿,");
    strbuf_char(&bytes, 0);
    desk_document(&d, bytes.p);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "t.a")->state, STATE_FAIL);
    const struct audit_result *r = desk_result(&d, "t.b");
    if (r->state != STATE_UNKNOWN)
        fail_msg("%s", desk_said(r));
    strbuf_free(&bytes);
    desk_close(&d);
}

/* A wrong cell: the equations, the diagnosis, and one finding that explains the others. */
static void test_violations(void **state)
{
    struct desk d;
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    (void)state;
    desk_open(&d);
    desk_rule(&d, "requests.row-total",
              "for _, v in ipairs(report:violations('requests.row-total')) do "
              "if v.state == 'broken' then out:fail { at = v.at, evidence = v.cells, expected = "
              "v.expected, "
              "found = v.found, formula = v.formula, diagnosis = v.diagnosis, message = v.summary, "
              "cause = not v.lead and { rule = v.lead_rule, at = v.lead_at } or nil } else "
              "out:pass { at = v.at } end end");
    desk_rule(&d, "t.cells",
              "local t = report.requests assert(#t:cells() == 175 and #t:cells('number') == 175) "
              "assert(#t:cells('plain') + #t:cells('odd', 'blank') == 175) "
              "assert(t:cells()[1].name.zh == '表三·本年新收·自然人') out:pass()");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "requests.row-total")->state, STATE_PASS);
    if (desk_result(&d, "t.cells")->state != STATE_PASS)
        fail_msg("%s", desk_said(desk_result(&d, "t.cells")));
    assert_int_equal(
        file_read(&bytes, AUDITOR_SOURCE_DIR "/rules/annual-report/cases/clean-2021.txt", 0, &err),
        0);
    strbuf_char(&bytes, 0);
    char *total = strstr(bytes.p, "|128|\n"); /* of the row of new requests */
    assert_non_null(total);
    total[1] = '2';
    total[2] = '1';
    desk_document(&d, bytes.p);
    strbuf_free(&bytes);
    desk_run(&d, NULL);
    const struct audit_result *r = desk_result(&d, "requests.row-total");
    assert_int_equal(r->state, STATE_FAIL);
    assert_int_equal(r->finding_count, 1);
    const struct audit_finding *f = &r->findings[0];
    assert_string_equal(f->evidence[0].row.p, "new");
    assert_string_equal(f->evidence[0].column.p, "all");
    assert_string_equal(f->expected.p, "128");
    assert_string_equal(f->found.p, "218");
    assert_true(f->diagnosis.present && f->diagnosis.unique);
    assert_string_equal(f->diagnosis.changes[0].right.p, "128");
    assert_string_equal(f->diagnosis.changes[0].kind.p, "digits-swapped");
    assert_true(str_has(f->message.in[LANG_ZH], "表三·本年新收·总计应为128，写成了218"));
    assert_int_equal(f->evidence_count, 7);
    desk_close(&d);
}

static void test_evidence(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_rule(
        &d, "t.a",
        "local r = report.requests assert(r:cell('new', 'all').value == 128 and #r.rows == 25) "
        "out:fail { at = r:cell('new', 'all'), evidence = { r:cell('new', 'all'), r:cell('new', "
        "'natural') }, "
        "expected = 131.0, found = r:cell('new', 'all').value, formula = '1 + 1' }");
    desk_rule(&d, "t.b", "out:fail { at = { section = 'other', table = 'requests' } }");
    desk_rule(&d, "t.c", "out:fail { at = report:section('overview').paragraphs[2] }");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    const struct audit_finding *f = &desk_result(&d, "t.a")->findings[0];
    assert_int_equal(f->evidence_count, 2); /* the place itself only once */
    assert_string_equal(f->evidence[0].row.p, "new");
    assert_string_equal(f->evidence[0].column.p, "all");
    assert_string_equal(f->evidence[0].quote.p, "128");
    assert_string_equal(f->evidence[0].section.p, "requests");
    assert_true(f->evidence[0].line > 0);
    assert_string_equal(f->evidence[1].column.p, "natural");
    assert_string_equal(f->expected.p, "131");
    assert_string_equal(f->found.p, "128");
    assert_string_equal(f->message.in[LANG_EN].p, "a rule");
    assert_string_equal(desk_result(&d, "t.b")->findings[0].evidence[0].table.p, "requests");
    struct str quote = desk_result(&d, "t.c")->findings[0].evidence[0].quote;
    assert_int_equal(str_chars(quote), 60);
    assert_true(str_ends(quote, STR("…")));
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_patterns),     cmocka_unit_test(test_match_context),
        cmocka_unit_test(test_many_matches), cmocka_unit_test(test_violations),
        cmocka_unit_test(test_evidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
