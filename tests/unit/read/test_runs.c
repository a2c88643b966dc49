/* test_runs.c - which lines of a text that was torn at its mark-up go on in the next one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/runs.h"

static const struct {
    const char *paragraph, *line, *rest;
    bool goes_on;
} CASES[] = {
    /* a figure between words */
    { "2024", "2024", "年，青禾县水务局收到申请", true },
    { "全年公开信息", "全年公开信息", "470\n条，其中", true },
    { "收到申请，共\n12", "12", "件。", true },
    { "统计期限：", "统计期限：", "2024\n年", true },
    { "本报告数据的统计期限自", "本报告数据的统计期限自", "2024\n年\n1\n月", true },
    { "第", "第", "4\n、\n5\n项", true },
    /* a figure that begins a paragraph or an item, or stands in a cell */
    { "一、总体情况", "一、总体情况", "2024\n年，我局", false },
    { "认真落实各项要求。", "认真落实各项要求。", "2024\n年，我局", false },
    { "存在以下问题，有待改进：", "存在以下问题，有待改进：", "1\n、公开不及时", false },
    { "二、上年结转政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "12\n0", false },
    { "12", "12", "0\n0", false },
    { "12", "12", "（一）予以公开", false },
    { "0", "0", "2.重复申请", false },
    { "0", "0", "部分公开（区分处理的，不计其他情形）", false },
    { "2025-01-20", "2025-01-20", "分享到：", false },
    /* the rest of a label below a row whose cells blanks part */
    { "（二）部分公开（只计这一情  0  0  12", "（二）部分公开（只计这一情  0  0  12",
      "，不计其他情形）", false },
    /* marks, brackets and numbers */
    { "1", "1", "、每季度开展一次自查", true },
    { "一、", "一、", "总体情况", true },
    { "（二）", "（二）", "部分公开", true },
    { "3.", "3.", "0\n0", false },
    { "按照《青禾县", "按照《青禾县", "2024\n年政务公开工作要点》", true },
    { "网站（", "网站（", "http://www.example.gov.cn/", true },
    { "下载（见附件", "下载（见附件", "二、主动公开政府信息情况", false },
    { "http://www.example.gov.cn/", "http://www.example.gov.cn/", "）下载。", true },
    /* words */
    { "我局认真执行条例，及时更新政府信息公", "我局认真执行条例，及时更新政府信息公", "开栏目。",
      true },
    { "我局认真执行条例，及时更新栏目。", "我局认真执行条例，及时更新栏目。", "同时加强培训",
      false },
    { "青禾县水务局", "青禾县水务局", "政府信息公开工作年度报告", false },
    { "（二）部分公开（区分处理的，不计其他情形）", "（二）部分公开（区分处理的，不计其他情形）",
      "其他", false },
    { "2024年，主动公开情况见下表", "2024年，主动公开情况见下表", "第二十条第（一）项", false },
    { "我局认真执行条例，及时更新栏目", "我局认真执行条例，及时更新栏目",
      "二、主动公开政府信息情况", false },
    { "我局认真执行条例，", "我局认真执行条例，", "\n及时更新", false },
};

static void which_lines_go_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (runs_go_on(str_of(CASES[i].paragraph), str_of(CASES[i].line), str_of(CASES[i].rest)) !=
            CASES[i].goes_on)
            fail_msg("case %zu: %s", i, CASES[i].rest);
}

/* A bracket that opens further up than any sentence is long holds nothing together, whatever byte the look back begins at. */
static void looks_back_by_whole_characters(void **state)
{
    char paragraph[400];
    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        size_t n = 0;
        memset(paragraph, 'a', shift);
        for (n = shift; n + 6 < sizeof paragraph; n += 3)
            memcpy(paragraph + n, "\xE5\xBC\x88",
                   3); /* its last byte is that of an opening bracket */
        memcpy(paragraph + n, "。", 3);
        struct str s = { paragraph, n + 3 };
        assert_false(runs_go_on(s, s, STR("二、主动公开政府信息情况")));
        assert_false(runs_go_on(s, s, STR("此外，我局")));
    }
}

static void which_texts_are_torn(void **state)
{
    (void)state;
    assert_true(runs_any(STR("2024\n年，我局收到申请\n12\n件，办结\n11\n件。")));
    assert_true(runs_any(STR("一是公开\n，二是解读\n，三是回应\n。")));
    assert_false(
        runs_any(STR("2024年，我局收到申请12件。\n规章\n0\n0\n0\n行政许可\n12\n件数\n1\n")));
    assert_false(runs_any(STR("公开。\n![图](a.png)\n解读。\n![图](b.png)\n回应。\n![图](c.png)")));
    assert_false(runs_any(STR("")));
}

static void which_texts_stand_in_few_lines(void **state)
{
    struct strbuf line = { 0 };
    (void)state;
    for (int i = 0; i < 30; i++)
        strbuf_c(&line, "本年度按照要求做好各项公开工作，更新栏目并回应关切。 规章 0 ");
    assert_true(runs_in_few_lines(strbuf_view(&line)));
    struct strbuf parts = { 0 };
    runs_part(&parts, STR("规章  0 0 "));
    assert_string_equal(strbuf_view(&parts).p, "规章\n0\n0\n");
    strbuf_free(&parts);
    /* a paragraph for each line, and rows of a table */
    strbuf_clear(&line);
    for (int i = 0; i < 30; i++)
        strbuf_c(&line,
                 "本年度按照要求做好各项公开工作，更新栏目并回应关切。\n规章 0 0 0 0 0 0 0\n");
    assert_false(runs_in_few_lines(strbuf_view(&line)));
    /* a row of cells between bars */
    strbuf_clear(&line);
    for (int i = 0; i < 60; i++)
        strbuf_c(&line, "| 规章。 | 0 | 0 ");
    assert_false(runs_in_few_lines(strbuf_view(&line)));
    strbuf_free(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(which_lines_go_on),
        cmocka_unit_test(looks_back_by_whole_characters),
        cmocka_unit_test(which_texts_are_torn),
        cmocka_unit_test(which_texts_stand_in_few_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
