/* test_layout.c - table three in grids that are laid out otherwise than the form. */
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

static void all_rows_but(const struct page *p, int except)
{
    const struct form_table *t = page_table(p, "requests")->layout;
    for (int r = 0; r < (int)t->row_count; r++) {
        char wanted[100];
        int n = r * 10;
        snprintf(wanted, sizeof wanted, "%d %d %d %d %d %d %d", n, n + 1, n + 2, n + 3, n + 4,
                 n + 5, n + 6);
        if (r != except)
            same(t->rows[r].key.p, page_row(p, "requests", t->rows[r].key.p), wanted);
    }
}

static void turned_with_a_header_of_three_lines(void **state)
{
    (void)state;
    struct page p;
    char *text = sheet_turned(-1);
    page_open(&p, &forms, text, 2023);
    all_rows_but(&p, -1);
    same("problems", page_problems(&p, "requests"), "");
    page_close(&p);
    free(text);
    text = sheet_turned(10); /* what nothing names is missing, and its values are nobody's */
    page_open(&p, &forms, text, 2023);
    all_rows_but(&p, 10);
    same("refused.7", page_row(&p, "requests", "refused.7"), "- - - - - - -");
    same("problems", page_problems(&p, "requests"), "row-missing refused.7");
    page_close(&p);
    free(text);
}

/* One cell to a line: merged cells are lost, the header is read line by line. */
static void turned_without_a_grid(void **state)
{
    (void)state;
    struct page p;
    struct strbuf text = { 0 };
    char *html = sheet_turned(-1);
    for (const char *c = html; *c;) {
        if (*c == '<')
            c += strcspn(c, ">") + 1;
        else
            for (strbuf_c(&text, "\n"); *c && *c != '<'; c++)
                strbuf_fmt(&text, "%c", *c);
    }
    free(html);
    html = strbuf_take(&text);
    page_open(&p, &forms, html, 2023);
    all_rows_but(&p, -1);
    same("problems", page_problems(&p, "requests"), "");
    page_close(&p);
    free(html);
}

/* What one cell of the form becomes when its text is written otherwise. */
static const struct {
    const char *written, *read;
} CELLS[] = {
    { "5<span> 0</span>", "50 51 52 53 54 55 56" },
    { "<table><tr><td>50</td></tr></table>", "50 51 52 53 54 55 56" },
    { "<table><tr><td><table><tr><td>5</td></tr></table></td></tr></table>",
      "5 51 52 53 54 55 56" },
    { "0 5", "[text 0 5] 51 52 53 54 55 56" },
    { "5 件 0", "[text 5 件 0] 51 52 53 54 55 56" },
};

static void digits_apart_and_framed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
        struct page p;
        char values[200];
        snprintf(values, sizeof values, "%s,51,52,53,54,55,56", CELLS[i].written);
        struct sheet_change change = { 5, NULL, values };
        char *text = sheet_requests(SHEET_HTML, &change, 1);
        page_open(&p, &forms, text, 2023);
        all_rows_but(&p, 5);
        same(CELLS[i].written, page_row(&p, "requests", "refused.2"), CELLS[i].read);
        page_close(&p);
        free(text);
    }
}

/* A column of running numbers in front of the rows is none of the form, and hides no header. */
static void numbered_rows(void **state)
{
    (void)state;
    char *plain = sheet_requests(SHEET_HTML, NULL, 0);
    struct strbuf text = { 0 };
    struct page p;
    struct str rest = str_of(plain);
    size_t at;
    for (int n = 0; (at = str_find(rest, STR("<tr>"))) != SIZE_MAX; n++) {
        strbuf_str(&text, str_sub(rest, 0, at + 4));
        if (n == 0)
            strbuf_c(&text, "<td rowspan=3>序号</td>");
        else if (n > 2)
            strbuf_fmt(&text, "<td>%d</td>", n - 2);
        rest = str_sub(rest, at + 4, rest.n);
    }
    strbuf_str(&text, rest);
    free(plain);
    plain = strbuf_take(&text);
    page_open(&p, &forms, plain, 2023);
    all_rows_but(&p, -1);
    same("problems", page_problems(&p, "requests"), "");
    page_close(&p);
    free(plain);
}

/* Table two, one cell to a line, with a running number in front of each row or without. */
static char *disclosure_lines(bool numbered, const char *penalties)
{
    static const struct {
        const char *item, *columns, *rows[2];
    } parts[] = {
        { "一",
          "本年制发件数\n本年废止件数\n现行有效件数\n",
          { "规章\n0\n0\n0", "行政规范性文件\n3\n1\n7" } },
        { "五", "本年处理决定数量\n", { "行政许可\n12" } },
        { "六", "本年处理决定数量\n", { "行政处罚", "行政强制\n2" } },
        { "八", "本年收费金额（单位：万元）\n", { "行政事业性收费\n0" } },
    };
    struct strbuf text = { 0 };
    int number = 0;
    strbuf_c(&text, "二、主动公开政府信息情况\n");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        strbuf_fmt(&text, "第二十条第（%s）项\n%s信息内容\n%s", parts[i].item,
                   numbered ? "序号\n" : "", parts[i].columns);
        for (size_t k = 0; k < 2 && parts[i].rows[k]; k++) {
            if (numbered)
                strbuf_fmt(&text, "%d\n", ++number);
            strbuf_fmt(&text, "%s\n", parts[i].rows[k]);
            if (strcmp(parts[i].rows[k], "行政处罚") == 0)
                strbuf_fmt(&text, "%s\n", penalties);
        }
    }
    return strbuf_take(&text);
}

/* One cell to a line: the number of the next row follows the values of each. */
static void numbered_rows_below_each_other(void **state)
{
    (void)state;
    struct page p;
    char *text = disclosure_lines(true, "5");
    page_open(&p, &forms, text, 2023);
    same("regulations", page_row(&p, "disclosure", "regulations"), "0 0 0 - -");
    same("normative", page_row(&p, "disclosure", "normative"), "3 1 7 - -");
    same("penalties", page_row(&p, "disclosure", "penalties"), "- - - 5 -");
    same("problems", page_problems(&p, "disclosure"), "");
    page_close(&p);
    free(text);
}

/* A column of units between label and values, named beside the head of all columns. */
static void column_of_units(void **state)
{
    (void)state;
    struct page p;
    struct strbuf text = { 0 };
    char *plain = sheet_requests(SHEET_HTML, NULL, 0);
    struct str rest = str_of(plain);
    size_t at;
    for (int n = 0; (at = str_find(rest, STR("</tr>"))) != SIZE_MAX; n++) {
        struct str row = str_sub(rest, 0, at);
        char value[32];
        snprintf(value, sizeof value, "<td>%d</td>", (n - 3) * 10);
        size_t cell =
            n > 2 ? str_find(row, str_of(value)) : str_find(row, STR("<td rowspan=1 colspan=7>"));
        cell = cell == SIZE_MAX ? row.n : cell;
        strbuf_str(&text, str_sub(row, 0, cell));
        if (n == 0 || n > 2)
            strbuf_c(&text, n == 0 ? "<td rowspan=3>单位</td>" : "<td>件</td>");
        strbuf_str(&text, str_sub(row, cell, row.n));
        strbuf_c(&text, "</tr>");
        rest = str_sub(rest, at + 5, rest.n);
    }
    strbuf_str(&text, rest);
    free(plain);
    plain = strbuf_take(&text);
    page_open(&p, &forms, plain, 2023);
    all_rows_but(&p, -1);
    same("problems", page_problems(&p, "requests"), "");
    page_close(&p);
    free(plain);
}

static char *replaced(char *text, const char *from, const char *to)
{
    struct strbuf out = { 0 };
    size_t at = str_find(str_of(text), str_of(from));
    assert_true(at != SIZE_MAX);
    strbuf_str(&out, str_sub(str_of(text), 0, at));
    strbuf_c(&out, to);
    strbuf_c(&out, text + at + strlen(from));
    free(text);
    return strbuf_take(&out);
}

static void total_before_its_parts(void **state)
{
    static const struct {
        enum sheet_shape shape;
        const char *total, *none, *head, *first;
    } HEADERS[] = {
        { SHEET_HTML, "<td rowspan=2 colspan=1>总计</td>", "",
          "<td rowspan=1 colspan=7>申请人情况</td>",
          "<td rowspan=3>总计</td><td colspan=6>申请人情况</td>" },
        /* merged cells were lost, but not what stood first */
        { SHEET_HTML, "<td rowspan=2 colspan=1>总计</td>", "",
          "<td rowspan=1 colspan=7>申请人情况</td>", "<td>总计</td><td>申请人情况</td>" },
        { SHEET_LINES, "总计\n", "", "申请人情况\n", "总计\n申请人情况\n" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++) {
        struct page p;
        char *text = sheet_requests(HEADERS[i].shape, NULL, 0);
        text = replaced(text, HEADERS[i].total, HEADERS[i].none);
        text = replaced(text, HEADERS[i].head, HEADERS[i].first);
        page_open(&p, &forms, text, 2023);
        same("granted", page_row(&p, "requests", "granted"), "21 22 23 24 25 26 20");
        same("total", page_row(&p, "requests", "total"), "231 232 233 234 235 236 230");
        same("problems", page_problems(&p, "requests"), "");
        page_close(&p);
        free(text);
    }
}

#define DOWN "结\n果\n维\n持\n结\n果\n纠\n正\n其\n他\n结\n果\n尚\n未\n审\n结\n总\n计\n"
#define VALUES "2\n1\n0\n0\n3\n1\n0\n0\n0\n1\n0\n4\n0\n0\n4\n"

/* Table four whose labels were written downwards. */
static const struct {
    const char *text, *review, *after;
} DOWNWARD[] = {
    /* a page of print: a line has one character of each label */
    { "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
      "结 结 其 尚 总 未经复议直接起诉 复议后起诉\n果 果 他 未 计 结 结 其 尚 总 结 结 其 尚 总\n"
      "维 纠 结 审 果 果 他 未 计 果 果 他 未 计\n持 正 果 结 维 纠 结 审 维 纠 结 审\n"
      "持 正 果 结 持 正 果 结\n2 1 0 0 3 1 0 0 0 1 0 4 0 0 4\n",
      "2 1 0 0 3", "0 4 0 0 4" },
    { "行政复议\n行政诉讼\n" DOWN "未经复议直接起诉\n复议后起诉\n" DOWN DOWN VALUES, "2 1 0 0 3",
      "0 4 0 0 4" },
    /* the labels of one row are not there: it may be another table */
    { "行政复议 行政诉讼\n结 结 其 尚 总 未经复议直接起诉 复议后起诉\n果 果 他 未 计\n维 纠 结 审\n"
      "持 正 果 结\n2 1 0 0 3 1 0 0 0 1 0 4 0 0 4\n",
      "absent", "absent" },
};

static void labels_written_downwards(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DOWNWARD / sizeof *DOWNWARD; i++) {
        struct page p;
        page_open(&p, &forms, DOWNWARD[i].text, 2023);
        same("review", page_row(&p, "disputes", "review"), DOWNWARD[i].review);
        same("after", page_row(&p, "disputes", "after_review"), DOWNWARD[i].after);
        same("problems", page_problems(&p, "disputes"), "");
        page_close(&p);
    }
}

/* One cell to a line: words below a row's label, where its only number belongs. */
static void words_for_the_only_value(void **state)
{
    (void)state;
    struct page p;
    char *text = disclosure_lines(false, "若干");
    page_open(&p, &forms, text, 2023);
    same("licences", page_row(&p, "disclosure", "licences"), "- - - 12 -");
    same("penalties", page_row(&p, "disclosure", "penalties"), "- - - [text 若干] -");
    same("coercion", page_row(&p, "disclosure", "coercion"), "- - - 2 -");
    same("problems", page_problems(&p, "disclosure"), "");
    page_close(&p);
    free(text);
}

/* The same in the first of a row's cells: no rest of the label, the values are as many as the columns. */
static void words_for_the_first_value(void **state)
{
    (void)state;
    const struct sheet_change change = { 13, NULL, "见附件,1,2,3,4,5,6" };
    struct page p;
    char *text = sheet_requests(SHEET_LINES, &change, 1);
    page_open(&p, &forms, text, 2023);
    all_rows_but(&p, 13);
    same("row", page_row(&p, "requests", "unavailable.2"), "[text 见附件] 1 2 3 4 5 6");
    page_close(&p);
    free(text);
}

/* The figures of a row on one line with nothing between them: as many digits as columns are a cell each, others are
 * nobody's. */
static void figures_run_together(void **state)
{
    (void)state;
    enum { ROWS = 25 };
    struct sheet_change changes[ROWS];
    struct page p;
    for (int r = 0; r < ROWS; r++)
        changes[r] = (struct sheet_change){ r, NULL, "0,0,2,0,0,0,2" };
    changes[3].values = "1,0,0,0,0,0,1";
    changes[5].values = "12,0,0,0,0,0,12";
    char *text = sheet_requests(SHEET_LINES, changes, ROWS), *to = text;
    for (const char *c = text; *c; c++) {
        size_t digits = strspn(c + 1, "0123456789");
        if (*c != '\n' || !strchr("0123456789", c[-1]) || digits == 0 || c[1 + digits] != '\n')
            *to++ = *c;
    }
    *to = '\0';
    page_open(&p, &forms, text, 2023);
    same("first", page_row(&p, "requests", "new"), "0 0 2 0 0 0 2");
    same("no leading zero", page_row(&p, "requests", "partial"), "1 0 0 0 0 0 1");
    same("two digits", page_row(&p, "requests", "refused.2"), "[?] [?] [?] [?] [?] [?] [?]");
    same("last", page_row(&p, "requests", "carried_out"), "0 0 2 0 0 0 2");
    page_close(&p);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turned_with_a_header_of_three_lines),
        cmocka_unit_test(turned_without_a_grid),
        cmocka_unit_test(digits_apart_and_framed),
        cmocka_unit_test(numbered_rows),
        cmocka_unit_test(numbered_rows_below_each_other),
        cmocka_unit_test(column_of_units),
        cmocka_unit_test(total_before_its_parts),
        cmocka_unit_test(labels_written_downwards),
        cmocka_unit_test(words_for_the_only_value),
        cmocka_unit_test(words_for_the_first_value),
        cmocka_unit_test(figures_run_together),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
