/* Rules that attack: each ends as its own error within the limits, and the others are not hurt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

static const char good[] =
    "assert(text.find('a', 'a') == 1 and report.kind == 'annual-report') out:pass()";

static void load_all(struct desk *d)
{
    struct error err = { 0 };
    desk_open(d);
    desk_rule(d, "a.good", good); /* runs before all of them */
    desk_rule(d, "z.good", good); /* and behind */
    desk_load(d);
    if (engine_load_pack(d->engine, AUDITOR_SOURCE_DIR "/tests/hostile/rules", &err))
        fail_msg("%s", err.message);
    desk_clean(d);
}

static void test_all(void **state)
{
    struct desk d;
    size_t hostile = 0;
    (void)state;
    load_all(&d);
    for (int round = 0; round < 2; round++) { /* the second document is not hurt by the first */
        desk_run(&d, NULL);
        assert_int_equal(desk_result(&d, "a.good")->state, STATE_PASS);
        assert_int_equal(desk_result(&d, "z.good")->state, STATE_PASS);
        for (size_t i = 0; i < d.audit->n; i++) {
            const struct audit_result *r = &d.audit->results[i];
            if (str_ends(r->rule, STR(".good")) || str_eq_c(r->rule, "hostile.giant-findings"))
                continue;
            if (r->state != STATE_ERROR)
                fail_msg("%.*s: %s", STR_ARG(r->rule), audit_state_name(r->state));
            assert_true(r->reason && r->reason->code.n > 0);
            assert_true(r->reason->message.in[0].n < 700); /* long messages are cut */
            assert_true(audit_is_open(r));
            hostile++;
        }
    }
    assert_true(hostile >= 2 * 35);
    desk_close(&d);
}

static void test_giant_findings(void **state)
{
    struct desk d;
    (void)state;
    load_all(&d);
    desk_run(&d, NULL);
    const struct audit_result *r = desk_result(&d, "hostile.giant-findings");
    assert_int_equal(r->state, STATE_FAIL);
    assert_int_equal(r->finding_count, 201); /* 200 and the note on the others */
    assert_true(r->finding_total > 200);
    assert_true(r->findings[200].informational);
    for (size_t i = 0; i < r->finding_count; i++) {
        assert_true(r->findings[i].message.in[0].n < 2000);
        assert_true(str_chars(r->findings[i].evidence[0].quote) <= 60);
    }
    desk_close(&d);
}

static void test_reasons(void **state)
{
    static const struct {
        const char *rule, *code, *said;
    } cases[] = {
        { "hostile.endless-loop", "instruction-limit", "tests/hostile" },
        { "hostile.string-doubling", "memory-limit", "32 MB" },
        { "hostile.huge-table", "memory-limit", "32 MB" },
        { "hostile.error-table", "rule-error", "error object is a table value" },
        { "hostile.pattern-bomb", "rule-error", "match limit" },
        { "syntax", "broken-rule", "office/syntax.lua:1:" },
        { "bytecode", "broken-rule", "binary chunk" },
        { "load-loop", "broken-rule", "instructions" },
    };
    struct desk d;
    (void)state;
    load_all(&d);
    desk_run(&d, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct audit_result *r = desk_result(&d, cases[i].rule);
        assert_string_equal(r->reason->code.p, cases[i].code);
        if (i > 0 && !strstr(desk_said(r), cases[i].said))
            fail_msg("%s: %s", cases[i].rule, desk_said(r));
    }
    /* where it was when the instructions ran out */
    assert_non_null(
        strstr(desk_said(desk_result(&d, "hostile.endless-loop")), "endless-loop.lua:7:"));
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_giant_findings),
        cmocka_unit_test(test_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
