/* test_conf.c - settings files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/conf.h"

static void reads_keys_and_comments(void **state)
{
    (void)state;
    struct conf conf;
    struct error err = { 0 };
    assert_int_equal(conf_parse(&conf, "t.conf", STR("# 注\nname = 甲县 办\r\na.b=1\n\n"), &err),
                     0);
    assert_string_equal(conf_get(&conf, "name"), "甲县 办");
    assert_string_equal(conf_get(&conf, "a.b"), "1");
    assert_null(conf_get(&conf, "c"));
    static const char *const known[] = { "name", "a.", NULL };
    assert_int_equal(conf_check(&conf, known, &err), 0);
    static const char *const fewer[] = { "name", NULL };
    assert_int_equal(conf_check(&conf, fewer, &err), ERR_CONFIG);
    assert_true(str_has(str_of(err.message), "t.conf:3"));
    conf_free(&conf);
}

static void refuses_what_is_no_setting(void **state)
{
    (void)state;
    static const char *const cases[] = { "name 甲\n", "= 1\n", "a b = 1\n", "a = 1\na = 2\n" };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf conf;
        struct error err = { 0 };
        assert_int_equal(conf_parse(&conf, "t.conf", str_of(cases[i]), &err), ERR_CONFIG);
        assert_true(str_has(str_of(err.message), "t.conf:"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_keys_and_comments),
        cmocka_unit_test(refuses_what_is_no_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
