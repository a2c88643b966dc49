/* The literals that a pattern cannot match without: never a wrong one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/pattern.h"

static void test_literals(void **state)
{
    static const struct {
        const char *pattern, *literals; /* joined by a blank; "" for none */
    } cases[] = {
        { "政府信息", "政府信息" },
        { "共([0-9]+)件申请", "件申请" },
        { "考核|评议|追责", "考核 评议 追责" },
        { "(?:图解|视频)[0-9]篇", "图解 视频" },
        { "(?:图解|视频)?[0-9]篇", "篇" },
        { "(?:图解|)[0-9]", "" },
        { "a?b+c", "" },
        { "ab+c", "ab" },
        { "abc?", "ab" },
        { "信息*公开", "公开" },
        { "信息{0,2}公开", "公开" },
        { "信息{2}公开", "信息息" },
        { "(信息){0}", "" },
        { "^(?!.*问题).*总体情况$", "总体情况" },
        { "(?<=年)报告", "报告" },
        { "(?<year>[0-9]{4})年度", "年度" },
        { "[0-9]+", "" },
        { ".*", "" },
        { "\\d+件", "件" },
        { "\\.gov\\.cn", ".gov.cn" },
        { "(?i)ab", "AB aB Ab ab" },
        { "(?i:365bet|ued体育)x", "365 体育" },
        { "(?i:a)bcd", "bcd" },
        { "x(?i)ab", "" }, /* flags in the middle are not understood */
        { "\\p{Han}文件", "" },
        { "(一)\\1文件", "" },
        { "[\\]年]月日", "月日" },
        { "申请(?:公开)+表格", "申请" }, /* the first of two of one length */
        { "x", "" },
        { "[《〈]([^》〉]+)[》〉]", "《 〈" },
        { "(?<![0-9])[Xx]{2,6}", "XX Xx xX xx" },
        { "(?:×{2,}|\\*{2})年?", "×× **" },
        { "[a-c]{2}", "" },
        { "[一二]?是{1,2}", "是" },
        { "_{12}", "__" },
        { "[]x]{2}", "]] ]x x] xx" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena *arena = arena_new();
        struct strbuf joined = { 0 };
        struct str *literals = NULL;
        size_t n = pattern_literals(str_of(cases[i].pattern), arena, &literals);
        for (size_t k = 0; k < n; k++) {
            strbuf_c(&joined, k ? " " : "");
            strbuf_str(&joined, literals[k]);
        }
        strbuf_char(&joined, 0);
        if (strcmp(joined.p, cases[i].literals) != 0)
            fail_msg("%s: %s", cases[i].pattern, joined.p);
        strbuf_free(&joined);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_literals) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
