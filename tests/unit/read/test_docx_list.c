/* test_docx_list.c - numbers in Word's formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/docx_list.h"

static const struct {
    const char *format;
    long n;
    const char *written;
} cases[] = {
    { "", 7, "7" },
    { "decimal", 120, "120" },
    { "chineseCounting", 1, "一" },
    { "chineseCounting", 10, "十" },
    { "chineseCounting", 11, "十一" },
    { "chineseCounting", 20, "二十" },
    { "chineseCounting", 99, "九十九" },
    { "chineseCounting", 105, "一〇五" },
    { "chineseCountingThousand", 12, "十二" },
    { "chineseCountingThousand", 101, "一百零一" },
    { "chineseCountingThousand", 110, "一百一十" },
    { "chineseCountingThousand", 1000, "一千" },
    { "chineseCountingThousand", 2005, "二千零五" },
    { "chineseCountingThousand", 10000, "10000" },
    { "japaneseCounting", 21, "二十一" },
    { "japaneseCounting", 101, "百一" },
    { "taiwaneseCountingThousand", 30, "三十" },
    { "ideographDigital", 10, "一〇" },
    { "ideographDigital", 25, "二五" },
    { "chineseLegalSimplified", 13, "拾叁" },
    { "ideographTraditional", 3, "丙" },
    { "ideographTraditional", 11, "11" },
    { "ideographZodiac", 12, "亥" },
    { "decimalEnclosedCircle", 1, "①" },
    { "decimalEnclosedCircleChinese", 20, "⑳" },
    { "decimalEnclosedCircle", 21, "21" },
    { "decimalEnclosedParen", 2, "⑵" },
    { "decimalEnclosedFullstop", 3, "⒊" },
    { "ideographEnclosedCircle", 10, "㊉" },
    { "decimalFullWidth", 12, "１２" },
    { "decimalZero", 3, "03" },
    { "lowerLetter", 26, "z" },
    { "lowerLetter", 28, "bb" },
    { "upperLetter", 2, "B" },
    { "lowerRoman", 9, "ix" },
    { "upperRoman", 1994, "MCMXCIV" },
    { "numberInDash", 4, "- 4 -" },
    { "none", 4, "" },
    { "bullet", 4, "" },
    { "chineseCounting", 0, "0" },
    { "upperRoman", -3, "-3" },
    { "somethingNew", 8, "8" },
};

static void writes_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = { 0 };
        strbuf_c(&out, "");
        docx_list_format(&out, str_of(cases[i].format), cases[i].n);
        if (!str_eq_c(strbuf_view(&out), cases[i].written))
            fail_msg("%s %ld: %s", cases[i].format, cases[i].n, out.p ? out.p : "");
        strbuf_free(&out);
    }
}

static void check_next(const char *text, const char *written)
{
    struct strbuf part = { 0 }, out = { 0 };
    strbuf_fmt(&part,
               "<w:numbering "
               "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
               "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2\"/>"
               "<w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/>"
               "<w:lvlText w:val=\"%s\"/></w:lvl></w:abstractNum>"
               "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>",
               text);
    struct docx_lists lists = { 0 };
    struct docx_styles styles = { 0 };
    assert_int_equal(docx_lists_read(&lists, strbuf_view(&part), &styles, "-", NULL), 0);
    docx_list_next(&lists, 1, 0, &out);
    assert_string_equal(out.p, written);
    docx_lists_free(&lists);
    strbuf_free(&part);
    strbuf_free(&out);
}

static void writes_the_text_around_a_number(void **state)
{
    (void)state;
    check_next("%1、", "二、");
    check_next("（%1）", "（二）");
    check_next("%1?", "二、"); /* the code page of an RTF had no 、 */
    check_next("Q?%1.", "Q?二.");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(writes_numbers),
                                        cmocka_unit_test(writes_the_text_around_a_number) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
