/* test_decided.c - what decisions do to an audit: what holds, ends, lapses, is replaced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/decided.h"

static struct audit_place place = { .section = { "requests", 8 },
                                    .quote = { "128", 3 },
                                    .line = 7 };
static struct audit_finding findings[2];
static struct audit_result results[2];
static struct audit audit = { results, 2, NULL };
static struct arena *arena;
static const struct date today = { 2025, 6, 1 };
static char evidence[DIGEST_HEX];

static int prepare(void **state)
{
    (void)state;
    arena = arena_new();
    place.line = 7;
    place.quote = STR("128");
    findings[0] = (struct audit_finding){
        .fingerprint = STR("f1"), .evidence = &place, .evidence_count = 1, .expected = STR("131")
    };
    results[0] = (struct audit_result){
        .rule = STR("a.rule"), .state = STATE_FAIL, .findings = findings, .finding_count = 1
    };
    results[1] = (struct audit_result){ .rule = STR("b.rule"), .state = STATE_PASS };
    decided_evidence(evidence, results[0].rule, &findings[0]);
    return 0;
}

static int clean_up(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct store_decision row(int64_t id, const char *kind)
{
    return (struct store_decision){ .id = id,
                                    .rule = STR("a.rule"),
                                    .fingerprint = STR("f1"),
                                    .evidence = str_of(evidence),
                                    .kind = str_of(kind),
                                    .person = STR("甲") };
}

static struct decided apply(const struct store_decision *rows, size_t n)
{
    struct decided out;
    decided_apply(&out, &audit, NULL, rows, n, today, arena);
    return out;
}

static void a_waiver_spares_a_confirmation_does_not(void **state)
{
    (void)state;
    struct store_decision rows[] = { row(1, "waive") };
    struct decided d = apply(rows, 1);
    assert_int_equal(d.waiver_count, 1);
    assert_true(d.all.counted);
    assert_true(check_decision_spares(&d.all, STR("a.rule"), STR("f1")));
    assert_string_equal(check_decision_review(&d.all, STR("a.rule"), STR("f1")), "waived");
    assert_string_equal(check_decision_review(&d.all, STR("a.rule"), STR("f2")), "open");
    rows[0] = row(1, "confirm");
    d = apply(rows, 1);
    assert_int_equal(d.waiver_count, 0);
    assert_false(d.all.counted);
}

static void the_last_one_counts(void **state)
{
    (void)state;
    struct store_decision rows[] = { row(1, "waive"), row(2, "appeal"), row(3, "uphold") };
    struct decided d = apply(rows, 3);
    assert_int_equal(d.all.list[0].effect, EFFECT_REPLACED);
    assert_int_equal(d.all.list[1].effect, EFFECT_REPLACED);
    assert_int_equal(d.all.list[2].effect, EFFECT_HOLDS);
    assert_int_equal(d.waiver_count, 0);
    assert_string_equal(check_decision_review(&d.all, STR("a.rule"), STR("f1")), "confirmed");
    d = apply(rows, 2);
    assert_string_equal(check_decision_review(&d.all, STR("a.rule"), STR("f1")), "appealed");
}

static void it_holds_through_its_last_day(void **state)
{
    (void)state;
    struct store_decision rows[] = { row(1, "waive") };
    rows[0].expiry = STR("2025-06-01");
    assert_int_equal(apply(rows, 1).waiver_count, 1);
    rows[0].expiry = STR("2025-05-31");
    struct decided d = apply(rows, 1);
    assert_int_equal(d.waiver_count, 0);
    assert_int_equal(d.all.list[0].effect, EFFECT_EXPIRED);
    assert_string_equal(check_decision_review(&d.all, STR("a.rule"), STR("f1")), "open");
}

static void other_evidence_ends_it_another_line_does_not(void **state)
{
    (void)state;
    struct store_decision rows[] = { row(1, "dismiss") };
    place.line = 99;
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_HOLDS);
    place.quote = STR("129");
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_LAPSED);
    findings[0].fingerprint = STR("f9");
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_LAPSED);
    results[0].finding_count = 0;
    results[0].state = STATE_UNKNOWN;
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_LAPSED);
    results[0].state = STATE_PASS;
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_SETTLED);
}

static void a_signature_is_for_what_is_undecided(void **state)
{
    (void)state;
    char open[DIGEST_HEX];
    struct store_decision rows[] = { { .id = 1, .kind = STR("sign") } };
    assert_false(decided_undecided(open, &audit));
    assert_int_equal(apply(rows, 1).all.list[0].effect, EFFECT_SETTLED);
    results[1].state = STATE_ERROR;
    assert_true(decided_undecided(open, &audit));
    rows[0].evidence = str_of(open);
    assert_true(apply(rows, 1).accepted);
    results[0].state = STATE_ERROR; /* more is undecided than was signed for */
    struct decided d = apply(rows, 1);
    assert_false(d.accepted);
    assert_int_equal(d.all.list[0].effect, EFFECT_LAPSED);
}

static void points_are_filled_in_the_last_ones_count(void **state)
{
    (void)state;
    struct store_decision rows[] = { row(1, "fill"), row(2, "fill"), row(3, "fill"),
                                     row(4, "fill") };
    static const char *const values[] = { "{\"evidence\":\"\",\"points\":\"3\"}",
                                          "{\"evidence\":\"a.pdf\",\"points\":\"12.5\"}",
                                          "{\"evidence\":\"\",\"points\":\"n/a\"}", "12" };
    static const char *const indicators[] = { "2", "2", "3", "4" };
    for (int i = 0; i < 4; i++) {
        rows[i].rule = rows[i].fingerprint = str_of("");
        rows[i].subject = str_of(indicators[i]);
        rows[i].value = str_of(values[i]);
    }
    rows[1].number = STR("复1号");
    struct decided d = apply(rows, 4);
    assert_int_equal(d.all.list[0].effect, EFFECT_REPLACED);
    assert_int_equal(d.all.list[3].effect, EFFECT_LAPSED); /* no value of ours */
    assert_int_equal(d.fill_count, 2);
    assert_int_equal(d.fills[0].points, 12500);
    assert_true(str_eq_c(d.fills[0].evidence, "复1号 a.pdf"));
    assert_true(d.fills[1].excused);
    assert_false(d.all.counted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_waiver_spares_a_confirmation_does_not, prepare, clean_up),
        cmocka_unit_test_setup_teardown(the_last_one_counts, prepare, clean_up),
        cmocka_unit_test_setup_teardown(it_holds_through_its_last_day, prepare, clean_up),
        cmocka_unit_test_setup_teardown(other_evidence_ends_it_another_line_does_not, prepare,
                                        clean_up),
        cmocka_unit_test_setup_teardown(a_signature_is_for_what_is_undecided, prepare, clean_up),
        cmocka_unit_test_setup_teardown(points_are_filled_in_the_last_ones_count, prepare,
                                        clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
