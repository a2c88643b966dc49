/* test_cell.c - steps by days, periods and shares, as officials write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdlib.h>

#include "score/cell.h"

static void reads_steps_by_days(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n; /* 0: refused */
        int64_t from, points;
        bool per_unit; /* of the last step */
    } cases[] = {
        { "1-10:2; 11-30:5; 31-:10", 3, 31, 10000, false },
        { "1-10：2；11至30天：5；31-：10", 3, 31, 10000, false },
        { "１-５:0.5;6:1", 2, 6, 1000, false },
        { "1-:每天0.5", 1, 1, 500, true },
        { "1-10天:每天0.5; 11-:6", 2, 11, 6000, false },
        { "8-:2;", 1, 8, 2000, false }, /* a week is free */
        { "", 0, 0, 0, false },
        { ";", 0, 0, 0, false },
        { "1-10", 0, 0, 0, false },
        { "1-10:", 0, 0, 0, false },
        { "0-10:2", 0, 0, 0, false },
        { "10-1:2", 0, 0, 0, false },
        { "1-10:2; 12-30:5", 0, 0, 0, false }, /* day 11 is nowhere */
        { "1-10:2; 5-30:5", 0, 0, 0, false },
        { "1-:2; 11-30:5", 0, 0, 0, false },
        { "1-10:-2", 0, 0, 0, false },
        { "first:2", 0, 0, 0, false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile_step *steps = NULL;
        size_t n = 0;
        bool read = cell_steps(str_of(cases[i].text), &steps, &n);
        if (read != (cases[i].n > 0) || n != cases[i].n)
            fail_msg("\"%s\": %zu steps", cases[i].text, n);
        if (n) {
            assert_int_equal(steps[n - 1].from, cases[i].from);
            assert_int_equal(steps[n - 1].points, cases[i].points);
            assert_int_equal(steps[n - 1].per_unit, cases[i].per_unit);
        } else {
            assert_null(steps);
        }
        free(steps);
    }
}

static void reads_how_periods_are_combined(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned periods; /* 0: refused */
        bool sum;
        int64_t full, last;
    } cases[] = {
        { "季度 平均", 4, false, 0, 1 },
        { "月度　合计　/10", 12, true, 10000, 1 },
        { "季度 加权 20:20:30:30 /100", 4, false, 100000, 30000 },
        { "half-yearly weights 1：2", 2, false, 0, 2000 },
        { "Monthly mean", 12, false, 0, 1 },
        { "季度", 0, false, 0, 0 },
        { "季度 加权", 0, false, 0, 0 },
        { "季度 加权 1:1:1", 0, false, 0, 0 },
        { "季度 加权 1:1:1:1:1", 0, false, 0, 0 },
        { "季度 加权 0:0:0:0", 0, false, 0, 0 },
        { "每年 平均", 0, false, 0, 0 },
        { "季度 平均 100", 0, false, 0, 0 },
        { "季度 平均 /0", 0, false, 0, 0 },
        { "季度 平均 /100 更多", 0, false, 0, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile_combine c;
        bool read = cell_combine(str_of(cases[i].text), &c);
        if (read != (cases[i].periods > 0))
            fail_msg("\"%s\"", cases[i].text);
        if (!read)
            continue;
        assert_int_equal(c.periods, cases[i].periods);
        assert_int_equal(c.sum, cases[i].sum);
        assert_int_equal(c.full, cases[i].full);
        assert_int_equal(c.weights[c.periods - 1], cases[i].last);
    }
}

static void reads_points_or_a_percentage(void **state)
{
    (void)state;
    int64_t out = 0;
    assert_true(cell_share(STR("21"), 35000, &out));
    assert_int_equal(out, 21000);
    assert_true(cell_share(STR("60%"), 35000, &out));
    assert_int_equal(out, 21000);
    assert_false(cell_share(STR("101%"), 35000, &out));
    assert_false(cell_share(STR("most"), 35000, &out));
}

static void parts_words_at_every_mark(void **state)
{
    (void)state;
    struct str rest = STR(" a,b；c、d　e\n\n");
    struct str word;
    char got[16] = "";
    while (cell_word(&rest, &word))
        strncat(got, word.p, word.n);
    assert_string_equal(got, "abcde");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_steps_by_days),
        cmocka_unit_test(reads_how_periods_are_combined),
        cmocka_unit_test(reads_points_or_a_percentage),
        cmocka_unit_test(parts_words_at_every_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
