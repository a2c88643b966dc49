/* test_rank.c - ranks within groups. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/rank.h"

static struct rank_row row(const char *code, const char *group, int64_t score)
{
    return (struct rank_row){
        .code = str_of(code), .group = str_of(group), .ranked = score >= 0, .score = score
    };
}

static void check(const struct rank_row *row, const char *code, unsigned rank)
{
    assert_true(str_eq_c(row->code, code));
    assert_int_equal(row->rank, rank);
}

static void ties_share_a_rank_and_the_next_one_is_skipped(void **state)
{
    (void)state;
    struct rank_row rows[] = { row("c", "towns", 80000), row("a", "towns", 95000),
                               row("d", "towns", 70000), row("b", "towns", 80000) };
    rank_rows(rows, 4);
    check(&rows[0], "a", 1);
    check(&rows[1], "b", 2);
    check(&rows[2], "c", 2);
    check(&rows[3], "d", 4);
}

static void incomplete_ones_stand_apart(void **state)
{
    (void)state;
    struct rank_row rows[] = { row("x", "", -1), row("y", "", 10), row("w", "", -1) };
    rank_rows(rows, 3);
    check(&rows[0], "y", 1);
    check(&rows[1], "w", 0);
    check(&rows[2], "x", 0);
}

static void every_group_begins_with_one_and_keeps_its_order(void **state)
{
    (void)state;
    struct rank_row rows[] = { row("t1", "towns", 5), row("d1", "departments", 9),
                               row("t2", "towns", 7), row("d2", "departments", 9) };
    rank_rows(rows, 4);
    check(&rows[0], "t2", 1);
    check(&rows[1], "t1", 2);
    check(&rows[2], "d1", 1);
    check(&rows[3], "d2", 1);
}

static void a_share_of_each_group_is_told_apart(void **state)
{
    (void)state;
    struct rank_row rows[] = {
        { .code = STR("a"), .group = STR("x"), .ranked = true, .worthy = true, .score = 90 },
        { .code = STR("b"), .group = STR("x"), .ranked = true, .worthy = true, .score = 90 },
        { .code = STR("c"), .group = STR("x"), .ranked = true, .worthy = true, .score = 80 },
        { .code = STR("d"), .group = STR("x"), .ranked = true, .worthy = true, .score = 70 },
        { .code = STR("e"), .group = STR("x") },
        { .code = STR("f"), .group = STR("y"), .ranked = true, .worthy = true, .score = 99 },
        { .code = STR("g"), .group = STR("y"), .ranked = true, .worthy = true, .score = 98 },
        { .code = STR("h"), .group = STR("y"), .ranked = true, .worthy = true, .score = 97 },
    };
    rank_rows(rows, 8);
    rank_top(rows, 8, 25000);
    static const bool quarter[] = { true, true, false, false, false, false, false, false };
    for (size_t i = 0; i < 8; i++) /* one of four, and who shares its rank; none of three */
        assert_int_equal(rows[i].top, quarter[i]);
    rows[0].worthy = false;
    rank_top(rows, 8, 34000);
    assert_false(rows[0].top);
    assert_true(rows[1].top);
    assert_true(rows[5].top);
    assert_false(rows[6].top);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_share_a_rank_and_the_next_one_is_skipped),
        cmocka_unit_test(incomplete_ones_stand_apart),
        cmocka_unit_test(every_group_begins_with_one_and_keeps_its_order),
        cmocka_unit_test(a_share_of_each_group_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
