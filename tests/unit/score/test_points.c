/* test_points.c - points as integers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "score/points.h"

static void reads_at_most_three_decimals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t expected; /* -1: refused */
    } cases[] = {
        { "5", 5000 },    { "0.5", 500 }, { "12.125", 12125 },
        { " 7 ", 7000 },  { "0", 0 },     { "100.10", 100100 },
        { "1.2345", -1 }, { "", -1 },     { ".5", -1 },
        { "5.", -1 },     { "-5", -1 },   { "5分", -1 },
        { "1,000", -1 },  { "1e3", -1 },  { "99999999999999999999", -1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t out = -1;
        bool ok = points_parse(&out, str_of(cases[i].text));
        assert_int_equal(ok, cases[i].expected >= 0);
        if (ok)
            assert_int_equal(out, cases[i].expected);
    }
}

static void prints_what_it_reads(void **state)
{
    (void)state;
    static const char *const texts[] = { "0", "92.5", "0.125", "59", "0.01" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct strbuf out = { 0 };
        int64_t value = 0;
        assert_true(points_parse(&value, str_of(texts[i])));
        points_print(&out, value);
        assert_string_equal(out.p, texts[i]);
        strbuf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_at_most_three_decimals),
        cmocka_unit_test(prints_what_it_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
