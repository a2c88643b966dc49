/* Semantic versions and ranges, by table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/semver.h"

static void test_parse(void **state)
{
    static const char *const good[] = { "0.0.0",       "1.2.3",           "10.20.30", "1.0.0-rc.1",
                                        "1.0.0-a-b.0", "1.0.0+build.007", "1.0.0-x+y" };
    static const char *const bad[] = { "",       "1",      "1.2",      "1.2.3.4",
                                       "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3-a..b",
                                       "1.2.3+", "v1.2.3", "1.2.x",    "1..3",
                                       " 1.2.3", "1.2.3 ", "1.2.-3",   "1.2.9999999999" };
    struct semver v;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!semver_parse(&v, str_of(good[i])))
            fail_msg("%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (semver_parse(&v, str_of(bad[i])))
            fail_msg("%s", bad[i]);
}

/* In rising order, as semver.org lists them. */
static void test_order(void **state)
{
    static const char *const rising[] = { "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta",
                                          "1.0.0-beta",  "1.0.0-beta.2",  "1.0.0-beta.11",
                                          "1.0.0-rc.1",  "1.0.0",         "1.0.10",
                                          "1.2.0",       "2.0.0" };
    size_t n = sizeof rising / sizeof *rising;
    (void)state;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            struct semver a, b;
            assert_true(semver_parse(&a, str_of(rising[i])));
            assert_true(semver_parse(&b, str_of(rising[k])));
            if (semver_cmp(&a, &b) != (i > k) - (i < k))
                fail_msg("%s ? %s", rising[i], rising[k]);
        }
}

static void test_range(void **state)
{
    static const struct {
        const char *range, *in, *out;
    } cases[] = {
        { "*", "0.0.1", NULL },
        { "1.2.3", "1.2.3", "1.2.4" },
        { "=1.2.3", "1.2.3+x", "1.2.3-a" },
        { "1.2", "1.2.9", "1.3.0" },
        { "1", "1.9.9", "2.0.0" },
        { ">=1.0 <2", "1.5.0", "2.0.0" },
        { ">=1.0, <2", "1.0.0", "0.9.9" },
        { ">=1.0 <2", "1.9.9", "2.0.0-rc.1" },
        { "<2.0.0-rc.1", "2.0.0-beta", "2.0.0-rc.1" },
        { "<=2.1", "2.1.0", "2.1.1" },
        { ">= 1.0 < 2", "1.5.0", "2.0.0" },
        { ">1.2", "1.2.1", "1.2.0" },
        { "^1.2", "1.9.0", "2.0.0" },
        { "^1.2", "1.2.0", "1.1.9" },
        { "^0.2", "0.2.7", "0.3.0" },
        { "^0.0.3", "0.0.3", "0.0.4" },
        { "~1.2", "1.2.8", "1.3.0" },
        { "~1", "1.8.0", "2.0.0" },
        { ">=1.0.0-rc.1", "1.0.0-rc.2", "1.0.0-beta" },
    };
    static const char *const invalid[] = { "",    " ",       "x",           ">",
                                           ">= ", "1.2.3.4", "<2 nonsense", "1.2-rc" };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct semver v;
        struct str range = str_of(cases[i].range);
        assert_true(semver_range_valid(range));
        assert_true(semver_parse(&v, str_of(cases[i].in)));
        if (!semver_in(&v, range))
            fail_msg("%s should hold %s", cases[i].range, cases[i].in);
        if (!cases[i].out)
            continue;
        assert_true(semver_parse(&v, str_of(cases[i].out)));
        if (semver_in(&v, range))
            fail_msg("%s should not hold %s", cases[i].range, cases[i].out);
    }
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
        if (semver_range_valid(str_of(invalid[i])))
            fail_msg("\"%s\" is taken for a range", invalid[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
