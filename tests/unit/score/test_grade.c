/* test_grade.c - bands in percent of the maximum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/grade.h"

static struct profile_band bands[] = {
    { 90000, { { { "excellent", 9 }, { "excellent", 9 } } } },
    { 66667, { { { "good", 4 }, { "good", 4 } } } },
    { 0, { { { "poor", 4 }, { "poor", 4 } } } },
};

static const char *grade(int64_t max, int64_t score, bool vetoed)
{
    struct profile profile = { .max = max, .bands = bands, .band_count = 3 };
    const struct profile_band *band =
        grade_of(&profile, score, vetoed ? (int)profile.band_count - 1 : -1);
    return band ? band->name.in[LANG_EN].p : NULL;
}

static void a_band_begins_exactly_at_its_percent(void **state)
{
    (void)state;
    assert_string_equal(grade(100000, 90000, false), "excellent");
    assert_string_equal(grade(100000, 89999, false), "good");
    assert_string_equal(grade(10000, 9000, false), "excellent");
    assert_string_equal(grade(10000, 8999, false), "good");
    assert_string_equal(grade(3000, 2000, false), "poor"); /* 66.666...% */
    assert_string_equal(grade(3000, 2001, false), "good");
    assert_string_equal(grade(100000, 0, false), "poor");
}

static void a_veto_gives_the_lowest_band(void **state)
{
    (void)state;
    assert_string_equal(grade(100000, 100000, true), "poor");
}

static void without_bands_there_is_no_grade(void **state)
{
    (void)state;
    struct profile profile = { .max = 10000 };
    assert_null(grade_of(&profile, 10000, -1));
    assert_null(grade_of(&profile, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_band_begins_exactly_at_its_percent),
        cmocka_unit_test(a_veto_gives_the_lowest_band),
        cmocka_unit_test(without_bands_there_is_no_grade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
