/* test_str.c - views and buffers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

static void trims_every_kind_of_blank(void **state)
{
    (void)state;
    struct str s = str_trim(STR("\xC2\xA0\xE3\x80\x80 一、 \t\xC2\xA0"));
    assert_true(str_eq_c(s, "一、"));
    assert_int_equal(str_trim(STR(" \xE3\x80\x80")).n, 0);
}

static void splits_and_keeps_empty_parts(void **state)
{
    (void)state;
    struct str rest = STR("a,,b");
    struct str part;
    size_t lengths[3] = { 1, 0, 1 };
    size_t n = 0;
    while (str_split(&rest, ',', &part))
        assert_int_equal(part.n, lengths[n++]);
    assert_int_equal(n, 3);
}

static void decodes_and_survives_broken_bytes(void **state)
{
    (void)state;
    size_t i = 0;
    struct str s = STR("年\xE5\xB9");
    assert_int_equal(str_next(s, &i), 0x5E74);
    assert_int_equal(str_next(s, &i), 0xFFFD);
    assert_int_equal(i, 4);
    assert_int_equal(str_next(s, &i), 0xFFFD);
    assert_int_equal(i, s.n);
}

static void knows_broken_bytes_wherever_they_stand(void **state)
{
    (void)state;
    static const char whole[] = "公开12件,网站 http://a.cn/ 发布十二条é𠮷";
    char cut[sizeof whole];
    struct str s = STR(whole);
    assert_true(str_valid(s) && str_valid(STR("")) && str_valid(STR("\xEF\xBF\xBD")));
    for (size_t i = 0; i < s.n; i++) {
        memcpy(cut, whole, sizeof cut);
        cut[i] = '\xFF';
        assert_false(str_valid((struct str){ cut, s.n }));
        bool between = i == 0 || ((unsigned char)whole[i] & 0xC0) != 0x80;
        assert_int_equal(str_valid(str_sub(s, 0, i)), between);
        assert_int_equal(str_valid(str_sub(s, i, s.n)), between);
    }
}

static void finds_and_compares(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("政府信息公开"), STR("信息")), 6);
    assert_true(str_find(STR("abc"), STR("d")) == SIZE_MAX);
    assert_true(str_cmp(STR("a"), STR("ab")) < 0);
    assert_true(str_ends(STR("年度报告"), STR("报告")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trims_every_kind_of_blank),
        cmocka_unit_test(splits_and_keeps_empty_parts),
        cmocka_unit_test(decodes_and_survives_broken_bytes),
        cmocka_unit_test(knows_broken_bytes_wherever_they_stand),
        cmocka_unit_test(finds_and_compares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
