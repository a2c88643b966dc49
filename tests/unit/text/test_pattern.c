/* test_pattern.c - regular expressions under limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/pattern.h"

static struct pattern *compile(const char *source)
{
    struct pattern *p;
    struct error err = { 0 };
    if (pattern_compile(&p, str_of(source), &err) != 0)
        fail_msg("%s: %s", source, err.message);
    return p;
}

static void length_of_a_match(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        size_t longest; /* SIZE_MAX: without end or not known */
    } cases[] = {
        { "", 0 },
        { "年报", 6 },
        { "^ab$", 2 },
        { "处理费|收取[^。;]{0,16}费", 6 + 64 + 3 },
        { "(?:a|bcd|)?x{2,3}?", 3 + 3 },
        { "(?<year>\\d{4})年(?!内)", 16 + 3 + 3 },
        { "(?<=共)件\\b", 6 },
        { "[]\\]a-z]\\.", 8 },
        { "(?i)k", 4 },
        { "(?i:k)k", 5 },
        { "a+", SIZE_MAX },
        { "(?:ab){2,}", SIZE_MAX },
        { "a{,3}", SIZE_MAX },
        { "(a)\\1", SIZE_MAX },
        { "\\Qa+\\E", SIZE_MAX },
        { "(?x: a )", SIZE_MAX },
        { "(*ACCEPT)a", SIZE_MAX },
        { "(?:(?:(?:a{9999}){9999}){9999}){9999}[^。]{60000}",
          9999ull * 9999 * 9999 * 9999 + 240000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (pattern_longest(str_of(cases[i].source)) != cases[i].longest)
            fail_msg("%s: %zu", cases[i].source, pattern_longest(str_of(cases[i].source)));
}

static void finds_with_groups(void **state)
{
    (void)state;
    struct pattern *p = compile("(?<year>\\d{4})年(?:(\\d+)月)?(日)?");
    struct str text = STR("自2019年起,至2020年12月");
    struct pattern_match m;
    bool found;
    assert_int_equal(pattern_group_count(p), 3);
    assert_int_equal(pattern_group(p, "year"), 1);
    assert_int_equal(pattern_group(p, "month"), 0);

    assert_int_equal(pattern_find(p, text, 0, &found, &m, NULL), 0);
    assert_true(found);
    assert_int_equal(m.count, 2);
    assert_int_equal(m.from[0], 3);
    assert_int_equal(m.to[0], 10);
    assert_true(m.from[2] == SIZE_MAX && m.to[3] == SIZE_MAX);

    assert_int_equal(pattern_find(p, text, m.to[0], &found, &m, NULL), 0);
    assert_true(found);
    assert_true(str_eq_c(str_sub(text, m.from[2], m.to[2] - m.from[2]), "12"));

    assert_int_equal(pattern_find(p, text, m.to[0], &found, &m, NULL), 0);
    assert_false(found);
    assert_int_equal(pattern_find(p, text, text.n + 1, &found, NULL, NULL), 0);
    assert_false(found);
    assert_int_equal(pattern_find(p, (struct str){ NULL, 0 }, 0, &found, NULL, NULL), 0);
    assert_false(found);
    pattern_free(p);
}

static void finds_quoted_strings(void **state)
{
    (void)state;
    struct pattern *p = compile("\\Q云汀县(试.点)\\E");
    struct str text = STR("云汀县试点,云汀县(试.点),云汀县(试.点)");
    struct pattern_match m;
    bool found;
    assert_int_equal(pattern_find(p, text, 3, &found, &m, NULL), 0);
    assert_true(found);
    assert_int_equal(m.count, 1);
    assert_int_equal(m.from[0], 16);
    assert_int_equal(m.to[0], 34);
    assert_true(m.from[1] == SIZE_MAX && m.to[PATTERN_GROUPS - 1] == SIZE_MAX);
    assert_int_equal(pattern_find(p, text, 17, &found, &m, NULL), 0);
    assert_true(found && m.from[0] == 35);
    assert_int_equal(pattern_find(p, text, 36, &found, &m, NULL), 0);
    assert_false(found);
    pattern_free(p);

    p = compile("\\Qa.\\E|\\Qb.\\E"); /* more than one string is no string */
    assert_int_equal(pattern_find(p, STR("ab."), 0, &found, &m, NULL), 0);
    assert_true(found && m.from[0] == 1);
    pattern_free(p);
}

/* What begins behind the last literal is not looked for; what looks back over it is. */
static void ends_with_the_last_literal(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        size_t end, from; /* from: SIZE_MAX for nowhere */
    } cases[] = {
        { "[公收]开?", 6, 0 },        { "收(?=到)", 6, SIZE_MAX }, { "收(?=到)", 21, 18 },
        { "收(?=到)", SIZE_MAX, 18 }, { "(?<=公开)信息", 6, 6 },   { "(?<=公开..)，", 6, 12 },
        { "件", 6, SIZE_MAX },
    };
    struct str text = STR("公开信息，并收到3件");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pattern *p = compile(cases[i].source);
        struct pattern_match m;
        bool found;
        assert_int_equal(pattern_find_until(p, text, 0, cases[i].end, &found, &m, NULL), 0);
        assert_int_equal(found ? m.from[0] : SIZE_MAX, cases[i].from);
        pattern_free(p);
    }
}

static void sees_characters_not_bytes(void **state)
{
    (void)state;
    struct pattern *p = compile("^.[公开]{2}$");
    bool found;
    assert_int_equal(pattern_find(p, STR("再公开"), 0, &found, NULL, NULL), 0);
    assert_true(found);
    pattern_free(p);
}

static void refuses_what_it_must(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "(",   "[",     "(?<x>a)(?<x>b)",
        "\\C", "a\\C+", "\xE5\xB9",
        "*a",  "(?(",   "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)(n)(o)(p)",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct pattern *p;
        struct error err = { 0 };
        int code = pattern_compile(&p, str_of(wrong[i]), &err);
        assert_int_equal(code, ERR_PLUGIN);
        assert_null(p);
        assert_true(strlen(err.message) > 10);
    }
    struct strbuf longest = { 0 };
    for (int i = 0; i < 20000; i++)
        strbuf_char(&longest, 'a');
    struct pattern *p;
    assert_int_equal(pattern_compile(&p, strbuf_view(&longest), NULL), ERR_PLUGIN);
    strbuf_free(&longest);
}

static void a_runaway_is_an_error(void **state)
{
    (void)state;
    static const char *const runaway[] = { "(?:a+)+[bc]",       "(?:a|aa)+$", "(a*)*[bc]",
                                           "^(?:.*?a){40}[bc]", "a*a*a*[bc]", "(?:a?){60}a{60}[bc]",
                                           "(a(?1)?)+[bc]" };
    struct strbuf text = { 0 };
    for (int i = 0; i < 200000; i++)
        strbuf_char(&text, 'a');
    for (size_t i = 0; i < sizeof runaway / sizeof *runaway; i++) {
        struct pattern *p = compile(runaway[i]);
        struct error err = { 0 };
        bool found = true;
        assert_int_equal(pattern_find(p, strbuf_view(&text), 0, &found, NULL, &err), ERR_LIMIT);
        assert_false(found);
        assert_true(err.message[0] != '\0');
        pattern_free(p);
    }
    strbuf_free(&text);
}

static void an_ordinary_pattern_stays_within_the_limit(void **state)
{
    (void)state;
    struct strbuf text = { 0 };
    for (int i = 0; i < 3000; i++)
        strbuf_c(&text, "收到申请12件,");
    strbuf_c(&text, "结转下年度继续办理3件。");
    struct pattern *p = compile("收到[^。]*结转[^,。]{0,20}?(\\d+)件");
    bool found;
    struct pattern_match m;
    assert_int_equal(pattern_find(p, strbuf_view(&text), 0, &found, &m, NULL), 0);
    assert_true(found);
    assert_int_equal(m.to[1] - m.from[1], 1);
    pattern_free(p);
    strbuf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_with_groups),
        cmocka_unit_test(length_of_a_match),
        cmocka_unit_test(finds_quoted_strings),
        cmocka_unit_test(ends_with_the_last_literal),
        cmocka_unit_test(sees_characters_not_bytes),
        cmocka_unit_test(refuses_what_it_must),
        cmocka_unit_test(a_runaway_is_an_error),
        cmocka_unit_test(an_ordinary_pattern_stays_within_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
