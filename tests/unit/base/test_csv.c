/* test_csv.c - tables as office programs write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/csv.h"

static void reads_what_spreadsheets_write(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t rows;
        const char *second; /* second field of the second row */
    } cases[] = {
        { "\xEF\xBB\xBF代码,名称\r\na,甲局\r\n", 2, "甲局" },
        { "代码;名称\na;\"乙;局\"\n", 2, "乙;局" },
        { "代码\t名称\na\t丙\n\n \n", 2, "丙" },
        { "代码,名称\na,\"第一行\n第二行 \"\"引\"\"\"\n", 2, "第一行\n第二行 \"引\"" },
        { "代码,名称\na", 2, "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct csv csv;
        struct error err = { 0 };
        assert_int_equal(csv_parse(&csv, "t.csv", str_of(cases[i].text), &err), 0);
        assert_int_equal(csv.n, cases[i].rows);
        int column = csv_column(&csv, "name|名称");
        assert_int_equal(column, 1);
        assert_true(str_eq_c(csv_field(&csv, 1, column), cases[i].second));
        csv_free(&csv);
    }
}

static void names_the_row_of_an_open_quote(void **state)
{
    (void)state;
    struct csv csv;
    struct error err = { 0 };
    assert_int_equal(csv_parse(&csv, "t.csv", STR("a,b\nc,\"d\ne"), &err), ERR_CONFIG);
    assert_true(str_has(str_of(err.message), "t.csv:2"));
}

static void makes_formulas_harmless(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    csv_write_text(&out, STR("=HYPERLINK(\"x\")"), false);
    csv_write_text(&out, STR("+1"), false);
    csv_write_number(&out, STR("-5"), false);
    csv_write_text(&out, STR("局\"甲\""), true);
    assert_string_equal(out.p, "\"'=HYPERLINK(\"\"x\"\")\",\"'+1\",-5,\"局\"\"甲\"\"\"\r\n");
    strbuf_clear(&out);
    csv_write_text(&out, STR("＝1\x1B[31m\xE2\x80\xAE甲"), true);
    assert_string_equal(out.p, "\"'＝1<U+001B>[31m<U+202E>甲\"\r\n");
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_spreadsheets_write),
        cmocka_unit_test(names_the_row_of_an_open_quote),
        cmocka_unit_test(makes_formulas_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
