/* test_charset.c - every charset by every way of telling it. */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "read/charset.h"

static const char simplified[] =
    "云山县人民政府2021年政府信息公开工作年度报告。一、总体情况。本县主动公开信息128条,"
    "办理申请3件,均在规定期限内答复。二、存在的问题及改进措施:公开的内容还不够全面。";
static const char traditional[] =
    "雲山縣人民政府2021年政府信息公開工作年度報告。一、總體情況。本縣主動公開信息128條,"
    "辦理申請3件,均在規定期限內答復。二、存在的問題及改進措施:公開的內容還不夠全面。";

static struct strbuf encode(const char *text, const char *charset)
{
    struct strbuf out = { 0 };
    iconv_t cd = iconv_open(charset, "UTF-8");
    char *in = (char *)(uintptr_t)text;
    size_t left = strlen(text);
    strbuf_reserve(&out, left * 4 + 16);
    char *to = out.p;
    size_t room = out.cap - 1;
    assert_true(iconv(cd, &in, &left, &to, &room) != (size_t)-1);
    out.n = (size_t)(to - out.p);
    iconv_close(cd);
    return out;
}

static const struct charset_case {
    const char *text, *written, *mark, *label, *name;
    bool relabelled;
} cases[] = {
    { simplified, "UTF-8", "", "", "UTF-8", false },
    { simplified, "UTF-8", "", "utf-8", "UTF-8", false },
    { simplified, "UTF-8", "", "gb2312", "UTF-8", true },
    { simplified, "UTF-8", "\xEF\xBB\xBF", "gbk", "UTF-8", true },
    { simplified, "GB18030", "", "gb2312", "GB18030", false },
    { simplified, "GB18030", "", "GBK", "GB18030", false },
    { simplified, "GB18030", "", "gb18030", "GB18030", false },
    { simplified, "GB18030", "", "", "GB18030", false },
    { simplified, "GB18030", "", "utf-8", "GB18030", true },
    { simplified, "GB18030", "", "big5", "GB18030", true },
    { simplified, "GB18030", "", "iso-8859-1", "GB18030", true },
    { simplified, "GB18030", "\x84\x31\x95\x33", "", "GB18030", false },
    { traditional, "GB18030", "", "gbk", "GB18030", false },
    { traditional, "BIG5-HKSCS", "", "big5", "BIG5-HKSCS", false },
    { traditional, "BIG5-HKSCS", "", "", "BIG5-HKSCS", false },
    { traditional, "BIG5-HKSCS", "", "gb2312", "BIG5-HKSCS", true },
    { simplified, "UTF-16LE", "\xFF\xFE", "", "UTF-16LE", false },
    { simplified, "UTF-16BE", "\xFE\xFF", "", "UTF-16BE", false },
    { simplified, "UTF-16LE", "", "", "UTF-16LE", false },
    { simplified, "UTF-16BE", "", "", "UTF-16BE", false },
};

static void decodes_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct charset_case *c = &cases[i];
        struct strbuf page = { 0 };
        if (*c->label)
            strbuf_fmt(&page, "<META content='text/html; charset = %s' http-equiv=x>", c->label);
        strbuf_fmt(&page, "<p>%s</p>\n", c->text);
        struct strbuf written = encode(page.p, c->written);
        struct strbuf bytes = { 0 };
        strbuf_c(&bytes, c->mark);
        strbuf_str(&bytes, strbuf_view(&written));
        struct charset charset;
        charset_decode(&charset, strbuf_view(&bytes), (struct str){ "", 0 });
        assert_string_equal(charset.name, c->name);
        assert_true(str_eq(charset.text, strbuf_view(&page)));
        assert_int_equal(charset.relabelled, c->relabelled);
        assert_int_equal(charset.invalid, 0);
        charset_free(&charset);
        strbuf_free(&bytes);
        strbuf_free(&written);
        strbuf_free(&page);
    }
}

static void replaces_and_counts_broken_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
        size_t invalid, at;
    } broken[] = {
        { "\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2"
          "\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2"
          "\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7\x94\xB2\xE7!",
          "甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲\xEF\xBF\xBD!", 1, 60 },
        { "<meta charset=gb2312>\xBC\xD7\xFF\xD2\xD2\x81",
          "<meta charset=gb2312>甲\xEF\xBF\xBD乙\xEF\xBF\xBD", 2, 24 },
        { "<meta charset=gbk>\x80\xBC\xD7\x81\x30\x81\x30\xFE\x51",
          "<meta charset=gbk>€甲\xC2\x80\xF0\xA0\x82\x87", 0, 0 },
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct charset charset;
        charset_decode(&charset, str_of(broken[i].bytes), (struct str){ "", 0 });
        assert_true(str_eq_c(charset.text, broken[i].text));
        assert_int_equal(charset.invalid, broken[i].invalid);
        assert_int_equal(charset.invalid_at, broken[i].at);
        charset_free(&charset);
    }
}

static void makes_line_ends_one_kind(void **state)
{
    (void)state;
    struct charset charset;
    charset_decode(&charset, STR("a\r\nb\rc\nd\0e"), (struct str){ "", 0 });
    assert_true(str_eq_c(charset.text, "a\nb\nc\nd\xEF\xBF\xBD"
                                       "e"));
    assert_int_equal(charset.invalid, 1);
    charset_free(&charset);
}

static void asks_the_headers_last(void **state)
{
    (void)state;
    struct strbuf korean = encode("<p>정보공개 연차보고서를 공개합니다</p>", "EUC-KR");
    struct charset charset;
    charset_decode(&charset, strbuf_view(&korean), STR("Content-Type: text/html; charset=EUC-KR"));
    assert_true(charset.name[0] != '\0');
    assert_true(str_starts(charset.text, STR("<p>")));
    charset_free(&charset);
    strbuf_free(&korean);
}

/* The table must say what the system's converter says. */
static void agrees_with_the_converter_on_every_pair(void **state)
{
    (void)state;
    for (unsigned lead = 0x81; lead < 0xFF; lead++) {
        for (unsigned trail = 0x40; trail < 0xFF; trail++) {
            char pair[3] = { (char)lead, (char)trail, 0 };
            char page[64];
            if (trail == 0x7F)
                continue;
            snprintf(page, sizeof page, "<meta charset=gbk>%s", pair);
            iconv_t cd = iconv_open("UTF-8", "GB18030");
            char want[8] = "";
            char *in = pair;
            char *to = want;
            size_t left = 2;
            size_t room = sizeof want;
            bool known = iconv(cd, &in, &left, &to, &room) != (size_t)-1;
            iconv_close(cd);
            struct charset charset;
            charset_decode(&charset, str_of(page), (struct str){ "", 0 });
            if (known && strcmp(charset.name, "GB18030") == 0)
                assert_true(str_eq_c(str_sub(charset.text, 18, 8), want));
            charset_free(&charset);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_all),
        cmocka_unit_test(replaces_and_counts_broken_bytes),
        cmocka_unit_test(makes_line_ends_one_kind),
        cmocka_unit_test(asks_the_headers_last),
        cmocka_unit_test(agrees_with_the_converter_on_every_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
