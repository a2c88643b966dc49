/* test_ledger.c - a ledger adds up to the score, whatever stands in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "score/ledger.h"

static struct ledger *with_amounts(int64_t max, const int64_t *amounts, size_t n, bool vetoed)
{
    struct ledger *l = ledger_new(max);
    for (size_t i = 0; i < n; i++) {
        struct ledger_entry *e = ledger_add(l);
        e->count = 1;
        e->unit = e->amount = amounts[i];
    }
    l->vetoed = vetoed;
    return l;
}

static void a_score_never_falls_below_zero_and_the_floor_is_an_entry(void **state)
{
    (void)state;
    static const int64_t amounts[] = { 5000, 5000, 5000 };
    struct profile profile = { .bonus = { .above = -1, .cap = -1, .total = -1 }, .max = 10000 };
    struct ledger *l = with_amounts(10000, amounts, 3, false);
    ledger_close(l, &profile, NULL);
    assert_int_equal(l->score, 0);
    assert_int_equal(l->n, 4);
    assert_int_equal(l->entries[3].kind, LEDGER_FLOOR);
    assert_int_equal(l->entries[3].amount, -5000);
    ledger_free(l);
}

static void a_veto_is_priced_by_the_profile(void **state)
{
    (void)state;
    static const struct {
        enum profile_veto veto;
        int64_t points, lost, expected;
    } cases[] = {
        { VETO_CEILING, 59000, 10000, 59000 }, /* 90 falls to 59 */
        { VETO_CEILING, 59000, 60000, 40000 }, /* 40 stays */
        { VETO_FIXED, 59000, 60000, 59000 },   /* 40 becomes 59: the amount is negative */
        { VETO_FIXED, 0, 10000, 0 },           { VETO_GRADE, 0, 10000, 90000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = { .bonus = { .above = -1, .cap = -1, .total = -1 },
                                   .max = 100000,
                                   .veto = { cases[i].veto, cases[i].points, -1 } };
        struct ledger *l = with_amounts(100000, &cases[i].lost, 1, true);
        ledger_close(l, &profile, NULL);
        assert_int_equal(l->score, cases[i].expected);
        assert_int_equal(l->max - ledger_sum(l), l->score);
        ledger_free(l);
    }
}

static void the_sum_is_the_score_over_random_ledgers(void **state)
{
    (void)state;
    srand(20260122);
    for (int round = 0; round < 2000; round++) {
        int64_t amounts[40];
        size_t n = (size_t)(rand() % 40);
        for (size_t i = 0; i < n; i++)
            amounts[i] = rand() % 20001 - 2000;
        struct profile profile = { .bonus = { .above = -1, .cap = -1, .total = -1 },
                                   .max = rand() % 100001 + 1,
                                   .veto = { (enum profile_veto)(rand() % 3), 0, -1 } };
        profile.veto.points = rand() % (profile.max + 1);
        struct ledger *l = with_amounts(profile.max, amounts, n, rand() % 4 == 0);
        ledger_close(l, &profile, NULL);
        assert_int_equal(l->max - ledger_sum(l), l->score);
        assert_true(l->score >= 0);
        ledger_free(l);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_score_never_falls_below_zero_and_the_floor_is_an_entry),
        cmocka_unit_test(a_veto_is_priced_by_the_profile),
        cmocka_unit_test(the_sum_is_the_score_over_random_ledgers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
