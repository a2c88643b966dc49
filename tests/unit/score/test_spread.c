/* test_spread.c - the range of ranks under other weights. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/spread.h"

static void check(const struct spread_row *row, unsigned best, unsigned worst)
{
    assert_int_equal(row->best, best);
    assert_int_equal(row->worst, worst);
}

/* 10 points of one indicator against 10 of another: the dearer one changes. Twice as many stay behind: 18 at
 * the least against 11 at the most. */
static void what_lies_within_the_weights_changes_places(void **state)
{
    (void)state;
    const struct spread_loss first = { 0, 10000 };
    const struct spread_loss second = { 1, 10000 };
    const struct spread_loss twice = { 1, 20000 };
    struct spread_row rows[] = { { .score = 90000, .losses = &first, .loss_count = 1 },
                                 { .score = 90000, .losses = &second, .loss_count = 1 },
                                 { .score = 80000, .losses = &twice, .loss_count = 1 } };
    spread_ranks(rows, 3, 2);
    check(&rows[0], 1, 2);
    check(&rows[1], 1, 2);
    check(&rows[2], 3, 3);
}

/* The same losses move together, whatever the weight; a vetoed score does not move. */
static void what_moves_together_or_not_at_all_keeps_its_place(void **state)
{
    (void)state;
    const struct spread_loss loss = { 0, 10000 };
    struct spread_row rows[] = {
        { .score = 90000, .losses = &loss, .loss_count = 1 },
        { .score = 90000, .losses = &loss, .loss_count = 1 },
        { .score = 88900, .losses = &loss, .loss_count = 1, .fixed = true }
    };
    spread_ranks(rows, 3, 1);
    check(&rows[0], 1, 1);
    check(&rows[1], 1, 1);
    check(&rows[2], 3, 3);
}

static void groups_are_ranked_by_themselves(void **state)
{
    (void)state;
    struct spread_row rows[] = { { .group = 0, .score = 50000 },
                                 { .group = 7, .score = 90000 },
                                 { .group = 7, .score = 80000 } };
    spread_ranks(rows, 3, 0);
    check(&rows[0], 1, 1);
    check(&rows[1], 1, 1);
    check(&rows[2], 2, 2);
    spread_ranks(rows, 0, 0);
}

/* More rows than are sorted the simple way, scores of all sizes, many alike, some below zero. */
static void a_large_group_is_sorted_by_score(void **state)
{
    (void)state;
    enum { ROWS = 3000 };
    static struct spread_row rows[ROWS];
    uint32_t drawn = 1;
    for (size_t i = 0; i < ROWS; i++) {
        drawn = drawn * 1664525u + 1013904223u;
        rows[i].score = (int64_t)(drawn >> 8) % (i % 3 ? 100 : 5000000) - 20;
    }
    spread_ranks(rows, ROWS, 0);
    for (size_t i = 0; i < ROWS; i++) {
        unsigned rank = 1;
        for (size_t k = 0; k < ROWS; k++)
            rank += rows[k].score > rows[i].score;
        check(&rows[i], rank, rank);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lies_within_the_weights_changes_places),
        cmocka_unit_test(what_moves_together_or_not_at_all_keeps_its_place),
        cmocka_unit_test(groups_are_ranked_by_themselves),
        cmocka_unit_test(a_large_group_is_sorted_by_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
