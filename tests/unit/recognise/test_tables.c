/* test_tables.c - the official tables out of every shape they come in, and what is no table of the form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "forms_fixture.h"
#include "tables_page.h"

#define T2_HEAD                                                                                    \
    "<tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td>"             \
    "<td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
#define T2_DECISIONS(caption)                                                                      \
    "<tr><td colspan=4>第二十条第（" caption "）项</td></tr><tr><td>信息内容</td>"           \
    "<td colspan=3>本年处理决定数量</td></tr>"
#define T2_FEES                                                                                    \
    "<tr><td colspan=4>第二十条第（八）项</td></tr><tr><td>信息内容</td>"             \
    "<td colspan=3>本年收费金额（单位：万元）</td></tr>"

static const char T2_2021[] =
    "<table>" T2_HEAD "<tr><td>规章</td><td>0</td><td>0</td><td>1</td></tr>"
    "<tr><td>行政规范性文件</td><td>2</td><td>1</td><td>34</td></"
    "tr>" T2_DECISIONS("五") "<tr><td>行政许可</td><td "
                             "colspan=3>1,204</td></tr>" T2_DECISIONS(
                                 "六") "<tr><td>行政处罚</td><td "
                                       "colspan=3>8</td></"
                                       "tr><tr><td>行政强制</td><td "
                                       "colspan=3></td></tr>" T2_FEES
                                       "<tr><td>行政事业性收费</td><td "
                                       "colspan=3>46.20</td></tr></"
                                       "table>";

static void check_t2(const char *content)
{
    struct page p;
    page_open(&p, &forms, content, 2022);
    same("made", page_row(&p, "disclosure", "regulations"), "0 0 1 - -");
    same("made", page_row(&p, "disclosure", "normative"), "2 1 34 - -");
    same("licences", page_row(&p, "disclosure", "licences"), "- - - 1204 -");
    same("penalties", page_row(&p, "disclosure", "penalties"), "- - - 8 -");
    same("coercion", page_row(&p, "disclosure", "coercion"), "- - - [blank] -");
    same("fees", page_row(&p, "disclosure", "fees"), "- - - - 46.20万元");
    same("problems", page_problems(&p, "disclosure"), "");
    page_close(&p);
}

/* The same text with a new table before every block. */
static char *split_blocks(const char *content)
{
    struct strbuf out = { 0 };
    struct str rest = str_of(content);
    size_t at;
    while ((at = str_find(rest, STR("<tr><td colspan=4>"))) != SIZE_MAX) {
        strbuf_str(&out, str_sub(rest, 0, at));
        strbuf_c(&out, "</table><p>&nbsp;</p><table>");
        strbuf_str(&out, str_sub(rest, at, 4));
        rest = str_sub(rest, at + 4, rest.n);
    }
    strbuf_str(&out, rest);
    return strbuf_take(&out);
}

static void table_two_whole_split_and_nested(void **state)
{
    (void)state;
    struct strbuf nested = { 0 };
    char *split = split_blocks(T2_2021);
    check_t2(T2_2021);
    check_t2(split);
    strbuf_fmt(&nested,
               "<table><tr><td>栏目</td><td><table><tr><td><p>二、主动公开政府信息情况</p>%s"
               "</td></tr></table></td></tr></table>",
               T2_2021);
    check_t2(nested.p);
    strbuf_free(&nested);
    free(split);
}

static void one_figure_a_line(void **state)
{
    (void)state;
    check_t2("<table><tr><td>信息内容</td><td>指标</td><td>数量</td></tr>"
             "<tr><td rowspan=3>规章</td><td>本年制发件数<td>0</tr><tr><td>本年废止件数<td>0</tr>"
             "<tr><td>现行有效件数<td>1</tr><tr><td>行政规范性文件<td>本年制发件数<td>2</tr>"
             "<tr><td>行政规范性文件<td>本年废止件数<td>1</tr>"
             "<tr><td>行政规范性文件<td>现行有效件数<td>34</tr>"
             "<tr><td>行政许可<td>本年处理决定数量<td>1204</tr>"
             "<tr><td>行政处罚<td>本年处理决定数量<td>8</tr>"
             "<tr><td>行政强制<td>本年处理决定数量<td></tr>"
             "<tr><td>行政事业性收费<td>本年收费金额（单位：万元）<td>46.20</tr></table>");
}

/* A narrow cell has its label one character a line. */
static void a_label_that_stands_upright(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct str label = STR("行政事业性收费");
    size_t at = str_find(str_of(T2_2021), label);
    strbuf_add(&out, T2_2021, at);
    for (size_t i = 0; i < label.n; i += 3) {
        strbuf_c(&out, "<p>");
        strbuf_str(&out, str_sub(label, i, 3));
        strbuf_c(&out, "</p>");
    }
    strbuf_c(&out, T2_2021 + at + label.n);
    check_t2(out.p);
    strbuf_free(&out);
}

static void what_is_hidden_loses(void **state)
{
    (void)state;
    struct strbuf page = { 0 };
    strbuf_c(&page, "<div style=\"display:none\">" T2_HEAD);
    strbuf_c(&page, "<table>" T2_HEAD "<tr><td>规章</td><td>9</td><td>9</td><td>9</td></tr>"
                    "<tr><td>行政规范性文件</td><td>9</td><td>9</td><td>9</td></tr></table></div>");
    strbuf_c(&page, T2_2021);
    check_t2(page.p);
    strbuf_free(&page);
}

static void the_form_is_read_off_the_labels(void **state)
{
    (void)state;
    static const char OLD[] = "第二十条第（一）项\n|\n||||\n信息内容\n|\n本年新 |\n本年新 "
                              "|\n对外公开总数量\n|\n|\n规章\n|\n0\n|\n0\n|\n0\n|\n|\n"
                              "规范性文件\n|\n1\n|\n2\n|\n3\n|\n|\n第二十条第（五）项\n|\n||||"
                              "\n信息内容\n|\n上一年项目数量\n|\n本年增/减\n|\n"
                              "处理决定数量\n|\n|\n行政许可\n|\n50\n|\n-3\n|\n7\n|\n|"
                              "\n其他对外管理服务事项\n|\n5\n|\n减少2\n|\n1\n|\n|\n"
                              "第二十条第（八）项\n|\n||||\n信息内容\n|\n上一年项目数量\n|\n本年增/"
                              "\n|\n||\n行政事业性收费\n|\n4\n|\n0\n|\n||\n"
                              "第二十条第（九）项\n|\n||||\n信息内容\n|\n采购项目数量\n|"
                              "\n采购总金额\n|\n||\n政府集中采购\n|\n3\n|\n25.1万元\n|\n||\n";
    struct page p;
    page_open(&p, &forms, OLD, 2021);
    assert_true(str_eq_c(page_table(&p, "disclosure")->form->id, "2019"));
    same("normative", page_row(&p, "disclosure", "normative"), "1 2 3 - - - - -");
    same("licences", page_row(&p, "disclosure", "licences"), "- - - 50 -3 7 - -");
    same("services", page_row(&p, "disclosure", "services"), "- - - 5 -2 1 - -");
    same("fees", page_row(&p, "disclosure", "fees"), "- - - 4 0 - - -");
    same("procurement", page_row(&p, "disclosure", "procurement"), "- - - - - - 3 25.1万元");
    same("problems", page_problems(&p, "disclosure"),
         "row-missing penalties; row-missing coercion; header-broken made; header-broken opened; "
         "header-broken change");
    page_close(&p);
    page_open(&p, &forms, T2_2021, 2020);
    assert_true(str_eq_c(page_table(&p, "disclosure")->form->id, "2021"));
    page_close(&p);
}

static void other_tables_are_not_taken(void **state)
{
    (void)state;
    static const char *const PAGES[] = {
        "<p>行政许可</p><p>12</p><p>行政处罚</p><p>3</p>",
        ("<table><tr><td>行政许可</td><td>10</td></tr><tr><td>行政处罚</td><td>5</td></tr>"
         "<tr><td>行政强制</td><td>5</td></tr></table>"),
        "<ul><li>规章</li><li>规范性文件</li><li>行政许可</li><li>行政复议</li><li>1</li></ul>",
        "一、总体情况\n其他 3\n总计 5\n",
        "",
    };
    for (size_t i = 0; i < sizeof(PAGES) / sizeof(PAGES[0]); i++) {
        char text[600];
        struct page p;
        snprintf(text, sizeof(text), "%s<p>正文</p>", PAGES[i]);
        page_open(&p, &forms, text, 2022);
        for (size_t t = 0; t < p.report.table_count; t++)
            assert_false(p.report.tables[t].present);
        page_close(&p);
    }
}

static void blocks_of_tables_are_known(void **state)
{
    (void)state;
    for (int shape = SHEET_HTML; shape <= SHEET_SPACES; shape++) {
        struct page p;
        char *text = sheet_requests((enum sheet_shape)shape, NULL, 0);
        page_open(&p, &forms, text, 2023);
        for (uint32_t b = 0; b < p.doc->block_count; b++) {
            struct str raw = doc_block_raw(p.doc, b);
            bool outside = raw.n == 0 || str_starts(raw, STR("三、收到")) ||
                           str_starts(raw, STR("四、政府")) || str_starts(raw, STR("无"));
            if (!outside && !report_in_table(&p.report, b))
                fail_msg("shape %d: \"%.*s\" is in the table", shape, STR_ARG(raw));
            if (outside && raw.n != 0 && report_in_table(&p.report, b))
                fail_msg("shape %d: \"%.*s\" is not in the table", shape, STR_ARG(raw));
        }
        page_close(&p);
        free(text);
    }
}

/* The empty line that parts it from the table is no cell, and does not draw it in. */
static void a_note_below_lines_is_no_row(void **state)
{
    (void)state;
    struct page p;
    char *text = sheet_requests(SHEET_LINES, NULL, 0);
    char *heading = strstr(text, "四、政府");
    struct strbuf all = { 0 };
    assert_non_null(heading);
    strbuf_str(&all, (struct str){ text, (size_t)(heading - text) });
    strbuf_c(&all, "\n注：由政务公开科统计。\n");
    strbuf_c(&all, heading);
    char *whole = strbuf_take(&all);
    page_open(&p, &forms, whole, 2023);
    assert_true(page_table(&p, "requests")->present);
    for (uint32_t b = 0; b < p.doc->block_count; b++)
        if (str_starts(doc_block_raw(p.doc, b), STR("注：")))
            assert_false(report_in_table(&p.report, b));
    page_close(&p);
    free(whole);
    free(text);
}

static void places_are_exact(void **state)
{
    (void)state;
    struct page p;
    page_open(&p, &forms,
              "<table>\n" T2_HEAD "\n<tr><td>规章</td>\n<td>0</td>\n<td>5</td><td>1</td></tr>\n"
              "<tr><td>行政规范性文件</td><td>2</td><td>1</td><td>34</td></tr></table>",
              2022);
    const struct report_table *t = page_table(&p, "disclosure");
    assert_true(t->present);
    assert_int_equal(t->line, 2);
    assert_int_equal(t->cells[0].line, 4);
    assert_int_equal(t->cells[1].line, 5);
    assert_true(str_eq_c(doc_block_raw(p.doc, t->cells[1].block - 1), "5"));
    assert_true(str_eq_c(t->row_labels[1], "行政规范性文件"));
    page_close(&p);
}

/* The mark of a list, which a cell may hold for nothing, is looked up as no label: nothing is known of it. */
static void a_mark_in_front_of_a_label_is_none(void **state)
{
    (void)state;
    struct page p;
    page_open(&p, &forms, "<p>* 行政许可</p><p>* 行政处罚</p>", 2023);
    assert_false(page_table(&p, "disclosure")->present);
    page_close(&p);
}

/* Ends soon, whatever it says. */
static void hostile_pages_finish(void **state)
{
    (void)state;
    static const char *const PIECES[] = { "规章\n1\n2\n3\n",
                                          "其他\n|\n总计\n",
                                          "||||||||||||||||\n",
                                          "1 2 3 4 5 6 7 8 9\n",
                                          "行政复议\n结果维持\n结果纠正\n其他结果\n1\n",
                                          "<table><tr><td>规章<td>1<td>2</table>" };
    for (size_t i = 0; i < sizeof(PIECES) / sizeof(PIECES[0]); i++) {
        struct strbuf text = { 0 };
        struct page p;
        while (text.n < 400000)
            strbuf_c(&text, PIECES[i]);
        page_open(&p, &forms, text.p, 2022);
        page_close(&p);
        strbuf_free(&text);
    }
}

/* Exports write a merged cell once for every column it covered; values alike do not suffice. */
static void a_merged_cell_written_several_times(void **state)
{
    static const char text[] =
        "二、主动公开政府信息情况\n"
        "| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |\n"
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 3 | 1 | 9 |\n"
        "| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |\n| 行政许可 | 7 | 7 "
        "| 7 |\n"
        "| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |\n| 行政处罚 | 5 | 5 "
        "| 6 |\n"
        "| 信息内容 | 本年处理决定数量 | | |\n| 行政强制 | 4 | 4 | 4 |\n"
        "| 信息内容 | 本年收费金额（单位：万元） | 本年收费金额（单位：万元） | "
        "本年收费金额（单位：万元） |\n"
        "| 行政事业性收费 | 1.5 | 1.5 | 1.5 |\n";
    struct page p;
    (void)state;
    page_open(&p, &forms, text, 2023);
    same("normative", page_row(&p, "disclosure", "normative"), "3 1 9 - -");
    same("licences", page_row(&p, "disclosure", "licences"), "- - - 7 -");
    same("penalties", page_row(&p, "disclosure", "penalties"), "- - - [?] -");
    same("coercion", page_row(&p, "disclosure", "coercion"), "- - - [?] -");
    same("fees", page_row(&p, "disclosure", "fees"), "- - - - 1.5万元");
    page_close(&p);
}

/* A page that is cut off within the table keeps the rows it has. */
static void a_table_that_is_cut_off(void **state)
{
    static const char text[] =
        "三、收到和处理政府信息公开申请情况\n"
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | "
        "||||||||\n"
        "自然人 | 法人或其他组织 | 总计 | |||||||\n"
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"
        "一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 | ||\n"
        "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n";
    struct page p;
    (void)state;
    page_open(&p, &forms, text, 2023);
    same("new", page_row(&p, "requests", "new"), "1 2 3 4 5 6 21");
    same("carried_in", page_row(&p, "requests", "carried_in"), "0 0 0 0 0 0 0");
    same("form", page_table(&p, "requests")->form->id.p, "2021");
    page_close(&p);
    /* what both forms have in common speaks for neither */
    page_open(&p, &forms, text, 2020);
    same("form", page_table(&p, "requests")->form->id.p, "2019");
    page_close(&p);
}

/* A word of two characters that is another one on the mainland, on two lines of a cell. */
static void a_word_of_the_other_script_on_two_lines(void **state)
{
    (void)state;
    const struct sheet_change change = { .row = 13, .label = "2.沒有現成資<br>訊需要另行製作" };
    struct strbuf out = { 0 };
    struct page p;
    char *table = sheet_requests(SHEET_HTML, &change, 1);
    strbuf_c(&out,
             "<p>本機關依據條例規定編製年度報告，現將資訊公開工作情況報告如下，歡迎監督。</p>");
    strbuf_c(&out, table);
    page_open(&p, &forms, out.p, 2023);
    same("the script", p.doc->script == DOC_SCRIPT_HANS ? "hans" : "not hans", "not hans");
    same("problems", page_problems(&p, "requests"), "");
    page_close(&p);
    free(table);
    strbuf_free(&out);
}

/* Only one of them is judged: where the other one has other numbers that is said, and its labels are no headings. */
static void a_table_that_stands_twice(void **state)
{
    const struct sheet_change change = { 4, NULL, "40,41,42,43,44,45,99" };
    (void)state;
    for (int shape = SHEET_HTML; shape <= SHEET_SPACES; shape++)
        for (size_t changes = 0; changes < 2; changes++) {
            struct page p;
            struct strbuf out = { 0 };
            char *one = sheet_requests((enum sheet_shape)shape, NULL, 0);
            char *other = sheet_requests((enum sheet_shape)shape, &change, changes);
            strbuf_fmt(&out, "%s%s", one, other);
            page_open(&p, &forms, out.p, 2023);
            same("problems", page_problems(&p, "requests"), changes ? "table-again refused.1" : "");
            for (uint32_t b = 0; b < p.doc->block_count; b++)
                if (str_eq(doc_block_raw(p.doc, b), STR("2.重复申请")))
                    assert_true(report_in_table(&p.report, b));
            page_close(&p);
            strbuf_free(&out);
            free(other);
            free(one);
        }
}

/* Of two tables that of the report's year is judged, wherever the year stands; without one the first. */
static void which_of_two_tables_is_judged(void **state)
{
    static const struct {
        const char *above_one, *above_other;
        bool judges_other;
    } PAGES[] = {
        { "", "", false },
        { "附：2022年度情况表", "本年度情况表", true },
        { "（2022年）", "（2023年）", true },
        { "（2023年）", "（2022年）", false },
        { "单位：件", "2023年度汇总", true },
        { "", "2022年度同期数据", false },
        { "二〇二二年", "", true },
        { "2022年我局收到的申请比2023年少，申请人多为自然人，主要关注征地拆迁、社会保障、住房、教育"
          "、医疗等方面，办理情况都列在下面的这张表里。",
          "2022年", false },
    };
    const struct sheet_change change = { 4, NULL, "40,41,42,43,44,45,99" };
    (void)state;
    for (int shape = SHEET_HTML; shape <= SHEET_SPACES; shape++)
        for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
            struct page p;
            struct strbuf out = { 0 };
            char *one = sheet_requests((enum sheet_shape)shape, NULL, 0);
            char *other = sheet_requests((enum sheet_shape)shape, &change, 1);
            const char *open = shape == SHEET_HTML ? "<p>" : "",
                       *close = shape == SHEET_HTML ? "</p>" : "\n";
            char *tables[] = { one, other };
            const char *above[] = { PAGES[i].above_one, PAGES[i].above_other };
            for (size_t k = 0; k < 2; k++) {
                /* the line stands between the heading and the table */
                char *behind = strstr(tables[k], shape == SHEET_HTML ? "<table>" : "\n");
                strbuf_fmt(&out, "%.*s\n", (int)(behind - tables[k]), tables[k]);
                if (*above[k] != '\0')
                    strbuf_fmt(&out, "%s%s%s", open, above[k], close);
                strbuf_c(&out, behind);
            }
            page_open(&p, &forms, out.p, 2023);
            bool judges_other = strstr(page_row(&p, "requests", "refused.1"), "99") != NULL;
            if (judges_other != PAGES[i].judges_other)
                fail_msg("page %zu, shape %d: %s", i, shape, page_row(&p, "requests", "refused.1"));
            page_close(&p);
            strbuf_free(&out);
            free(other);
            free(one);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_two_whole_split_and_nested),
        cmocka_unit_test(one_figure_a_line),
        cmocka_unit_test(a_label_that_stands_upright),
        cmocka_unit_test(a_word_of_the_other_script_on_two_lines),
        cmocka_unit_test(what_is_hidden_loses),
        cmocka_unit_test(the_form_is_read_off_the_labels),
        cmocka_unit_test(a_merged_cell_written_several_times),
        cmocka_unit_test(a_table_that_is_cut_off),
        cmocka_unit_test(other_tables_are_not_taken),
        cmocka_unit_test(a_table_that_stands_twice),
        cmocka_unit_test(which_of_two_tables_is_judged),
        cmocka_unit_test(blocks_of_tables_are_known),
        cmocka_unit_test(a_note_below_lines_is_no_row),
        cmocka_unit_test(places_are_exact),
        cmocka_unit_test(a_mark_in_front_of_a_label_is_none),
        cmocka_unit_test(hostile_pages_finish),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
