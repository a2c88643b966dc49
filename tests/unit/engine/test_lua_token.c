/* The words of a Lua source: strings of all kinds, comments dropped, lines, brackets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/lua_token.h"

static void read(struct lua_tokens *t, const char *source)
{
    *t = (struct lua_tokens){ 0 };
    lua_tokens_read(t, str_of(source));
}

static void assert_words(const char *source, const char *expected)
{
    static const char marks[] = "ns#."; /* by kind */
    struct lua_tokens t;
    struct strbuf said = { 0 };
    read(&t, source);
    for (size_t i = 0; i < t.n; i++)
        strbuf_fmt(&said, "%s%c%u%.*s", i ? " " : "", marks[t.list[i].kind], t.list[i].line,
                   STR_ARG(t.list[i].text));
    assert_string_equal(said.p ? said.p : "", expected);
    strbuf_free(&said);
    lua_tokens_free(&t);
}

static void test_words(void **state)
{
    (void)state;
    assert_words("", "");
    assert_words("local a = 'x'", "n1local n1a .1= s1x");
    assert_words("a.b\n  :c(\"d\\\"e\")", "n1a .1. n1b .2: n2c .2( s2d\\\"e .2)");
    assert_words("x = [[a\nb]] y", "n1x .1= s1a\nb n2y");
    assert_words("x = [==[a]]b]==] y", "n1x .1= s1a]]b n1y");
    assert_words("a[b] c[ [[k]] ]", "n1a .1[ n1b .1] n1c .1[ s1k .1]");
    assert_words("a -- \"no\" [[\nb", "n1a n2b");
    assert_words("a --[[ one\n two ]] b --[==[ ]] ]==] c", "n1a n2b n2c");
    assert_words("1 ..2 ... 0x1F 3.5", "#11 .1.. #12 .1... #10x1F #13.5");
    assert_words("a == b ~= c // d", "n1a .1== n1b .1~= n1c .1// n1d");
    assert_words("\xEF\xBB\xBFreturn", "n1return");
    assert_words("a = '中文'\nb", "n1a .1= s1中文 n2b");
}

/* What is cut off in the middle still ends. */
static void test_broken(void **state)
{
    static const char *const sources[] = { "'open", "\"open\\", "[[open", "[==[",
                                           "--[[",  "--",       "a[",     "[=" };
    (void)state;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct lua_tokens t;
        read(&t, sources[i]);
        assert_true(t.n <= 2);
        lua_tokens_free(&t);
    }
    assert_words("'open\nnext", "s1open n2next");
}

static void test_brackets(void **state)
{
    struct lua_tokens t;
    (void)state;
    read(&t, "rule { a = { 1, f(x[2]) }, b = '}' } end");
    assert_true(lua_token_is(&t, 1, "{"));
    assert_true(lua_token_is(&t, lua_token_close(&t, 1) + 1, "end"));
    assert_true(lua_token_is(&t, lua_token_close(&t, 4) + 1, ","));
    assert_false(lua_token_is(&t, t.n, "end"));
    lua_tokens_free(&t);
    read(&t, "rule { a = {");
    assert_int_equal(lua_token_close(&t, 1), t.n);
    assert_false(lua_token_is(&t, 0, "rul"));
    lua_tokens_free(&t);
    read(&t, "'rule'");
    assert_false(lua_token_is(&t, 0, "rule")); /* a string is no word of the language */
    lua_tokens_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
