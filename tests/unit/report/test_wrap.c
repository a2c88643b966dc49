/* test_wrap.c - lines are broken where a reader expects it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/wrap.h"

static void expect(const char *text, unsigned width, const char *lines)
{
    struct strbuf out = { 0 };
    wrap_text(&out, str_of(text), &(struct wrap){ 0, 0, width });
    assert_string_equal(out.p, lines);
    strbuf_free(&out);
}

static void no_line_begins_with_a_closing_mark(void **state)
{
    (void)state;
    expect("甲乙丙（丁）戊", 10, "甲乙丙\n（丁）戊\n");
    expect("甲乙丙丁。戊", 8, "甲乙丙\n丁。戊\n");
    expect("甲乙丙12）。", 10, "甲乙丙\n12）。\n");
}

static void no_line_ends_with_an_opening_one(void **state)
{
    (void)state;
    expect("甲乙丙（丁戊", 8, "甲乙丙\n（丁戊\n");
    expect("甲乙《丙丁》", 6, "甲乙\n《丙\n丁》\n");
}

static void han_text_breaks_anywhere_else(void **state)
{
    (void)state;
    expect("甲乙丙丁戊己", 8, "甲乙丙丁\n戊己\n");
    expect("row twelve", 6, "row\ntwelve\n");
}

static void a_line_goes_on_below_its_second_column(void **state)
{
    struct strbuf out = { 0 };
    (void)state;
    wrap_lines(&out, STR("usage\n  ab  one two three\n\n  cd one two three\n"), 13);
    assert_string_equal(out.p, "usage\n  ab  one two\n      three\n\n  cd one two\n    three\n");
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_begins_with_a_closing_mark),
        cmocka_unit_test(no_line_ends_with_an_opening_one),
        cmocka_unit_test(han_text_breaks_anywhere_else),
        cmocka_unit_test(a_line_goes_on_below_its_second_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
