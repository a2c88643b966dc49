/* test_input.c - what persons and periods hand in, checked before it counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "score/input.h"

static void reads_periods_as_people_name_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned periods, period; /* 0: refused */
        int year;
    } cases[] = {
        { "3", 12, 3, 0 },
        { "2024-03", 12, 3, 2024 },
        { "2024年3月", 12, 3, 2024 },
        { "12月份", 12, 12, 0 },
        { "十一月", 12, 11, 0 },
        { "13", 12, 0, 0 },
        { "Q2", 4, 2, 0 },
        { "2024Q2", 4, 2, 2024 },
        { "2024-Q4", 4, 4, 2024 },
        { "二季度", 4, 2, 0 },
        { "2024年第三季度", 4, 3, 2024 },
        { "第四季", 4, 4, 0 },
        { "Q5", 4, 0, 0 },
        { "Q2", 12, 0, 0 },
        { "3月", 4, 0, 0 },
        { "上半年", 2, 1, 0 },
        { "2024年下半年", 2, 2, 2024 },
        { "H2", 2, 2, 0 },
        { "", 4, 0, 0 },
        { "2024", 4, 0, 0 },
        { "春季", 4, 0, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned period = 0;
        int year = 0;
        bool read = input_read_period(str_of(cases[i].text), cases[i].periods, &period, &year);
        if (read != (cases[i].period > 0))
            fail_msg("\"%s\" of %u: %u", cases[i].text, cases[i].periods, period);
        if (!read)
            continue;
        assert_int_equal(period, cases[i].period);
        assert_int_equal(year, cases[i].year);
    }
}

static struct profile *profile(void)
{
    struct profile *p = NULL;
    struct error err = { 0 };
    if (profile_parse(&p, "p",
                      STR("id = t\nversion = 1\ntitle.zh = t\nmax = 100\nmodel = deduction\n"), "s",
                      STR("id,indicator,rules,points,kind,unit,cap,periods\n"
                          "1,a,,10,hand,,,\n2,b,,0,hand,,5,\n3,c,,,veto,,,\n4,d,,20,bonus,,,\n"
                          "5,e,,20,period,,,quarterly mean /100\n6,f,x.y,5,once,,,\n"
                          "7,g,x.z,5,bonus,,,\n"),
                      &err))
        fail_msg("%s", err.message);
    return p;
}

static void points_are_within_what_an_indicator_is_worth(void **state)
{
    (void)state;
    static const struct {
        const char *indicator;
        int64_t points;
        bool excused, fine;
    } cases[] = {
        { "1", 10000, false, true },  { "1", 10001, false, false }, { "1", -1, false, false },
        { "1", 99999, true, true },   { "2", 0, false, true },      { "2", -5000, false, true },
        { "2", -5001, false, false }, { "2", 1, false, false },     { "3", -1000, false, true },
        { "3", 1000, false, false },  { "4", 20000, false, true },  { "4", 20001, false, false },
        { "5", 1, false, false },     { "6", 1, false, false },     { "7", 1, false, false },
        { "9", 1, false, false },
    };
    struct profile *p = profile();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input_fill fill = { .indicator = str_of(cases[i].indicator),
                                   .points = cases[i].points,
                                   .excused = cases[i].excused };
        struct error err = { 0 };
        int rc = input_check_fill(p, &fill, &err);
        if ((rc == 0) != cases[i].fine)
            fail_msg("%s: %lld", cases[i].indicator, (long long)cases[i].points);
        assert_true(rc == 0 || strstr(err.message, cases[i].indicator));
    }
    profile_free(p);
}

static void a_period_is_one_of_its_indicator(void **state)
{
    (void)state;
    struct profile *p = profile();
    struct error err = { 0 };
    struct input_period row = { STR("5"), 4, 100000 };
    assert_int_equal(input_check_period(p, &row, &err), 0);
    row.period = 5;
    assert_int_equal(input_check_period(p, &row, &err), ERR_CONFIG);
    row.period = 1;
    row.points = 100001;
    assert_int_equal(input_check_period(p, &row, &err), ERR_CONFIG);
    row = (struct input_period){ STR("1"), 1, 1 };
    assert_int_equal(input_check_period(p, &row, &err), ERR_CONFIG);
    profile_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_periods_as_people_name_them),
        cmocka_unit_test(points_are_within_what_an_indicator_is_worth),
        cmocka_unit_test(a_period_is_one_of_its_indicator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
