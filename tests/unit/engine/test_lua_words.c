/* test_lua_words.c - Lua's own messages in Chinese. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/lang.h"
#include "engine/lua_words.h"

static void says(enum lang lang, const char *message, const char *expected)
{
    struct strbuf out = { 0 };
    lang_set(lang);
    lua_words(&out, str_of(message));
    assert_string_equal(out.p, expected);
    strbuf_free(&out);
}

static void test_wordings(void **state)
{
    static const char *const cases[][2] = {
        { "a/b-2.lua:10: attempt to index a nil value (local 's')",
          "a/b-2.lua:10: 不能取成员，它是 nil 值（局部变量 's'）" },
        { "a.lua:4: attempt to call a nil value (method 'fnd')",
          "a.lua:4: 不能调用，它是 nil 值（方法 'fnd'）" },
        { "a.lua:4: attempt to perform arithmetic on a nil value (field 'value')",
          "a.lua:4: 不能计算，它是 nil 值（字段 'value'）" },
        { "a.lua:1: attempt to compare number with nil", "a.lua:1: 不能比较 number 和 nil" },
        { "a.lua:3: bad argument #1 to 'find' (string expected, got nil)",
          "a.lua:3: 参数不对：第 1 个，函数 'find'（应为 string，却是 nil）" },
        { "a.lua:3: bad argument #2 to 'rep' (number expected, got no value)",
          "a.lua:3: 参数不对：第 2 个，函数 'rep'（应为 number，没有给出）" },
        { "a.lua:9: 'end' expected (to close 'if' at line 3) near <eof>",
          "a.lua:9: 'end' 缺少（对应 'if'，第几行：3），在这附近：<eof>" },
        { "a.lua:7: '=' expected near 'foo'", "a.lua:7: '=' 应在这附近：'foo'" },
        { "attempt to compare two table values", "不能比较两个 table 值" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        says(LANG_ZH, cases[i][0], cases[i][1]);
        says(LANG_EN, cases[i][0], cases[i][0]);
    }
}

/* What a rule says in its own words is not touched. */
static void test_others(void **state)
{
    static const char *const others[] = {
        "a.lua:3: an own message with value (local 'x')",
        "字段 title 应为文字",
        "a.lua:2: 参数 most 不在 parameters 中",
        "",
    };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        says(LANG_ZH, others[i], others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wordings),
        cmocka_unit_test(test_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
