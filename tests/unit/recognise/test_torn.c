/* test_torn.c - tables of which only scraps came through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "forms_fixture.h"
#include "recognise/torn.h"
#include "tables_page.h"

static const char *state_of(const struct page *p, const char *key)
{
    const struct report_table *t = page_table(p, key);
    return t->present && t->torn ? "there, its head torn"
           : t->present          ? "there"
           : t->torn             ? "torn"
                                 : "missing";
}

static void is(const char *content, enum doc_format format, const char *key, const char *wanted)
{
    struct page p;
    page_open_as(&p, &forms, content, 2023, format);
    if (strcmp(state_of(&p, key), wanted) != 0)
        fail_msg("%s is %s, not %s: %.200s", key, state_of(&p, key), wanted, content);
    page_close(&p);
}

#define HEADING "<p>三、收到和处理政府信息公开申请情况</p>"
#define NEXT "<p>五、存在的主要问题及改进情况</p><p>本局的台账有三处没有写全，四月补齐。</p>"

/* Columns cut off by the paper, labels in pieces: neither there nor missing. */
static void scraps_are_a_torn_table(void **state)
{
    (void)state;
    is(HEADING "<p>本年新收政</p><p>12</p><p>二、上年结转政</p><p>0</p>" NEXT, DOC_PDF, "requests",
       "torn");
    is(HEADING "<p>三、</p><p>本年</p><p>度办</p><p>理结</p><p>果</p>" NEXT, DOC_PDF, "requests",
       "torn");
    is("<p>四、政府信息公开行政复议、行政诉讼情况</p><p>结</p><p>果</p><p>维</p><p>持</p><p>0</"
       "p>" NEXT,
       DOC_PDF, "disputes", "torn");
    is("三、收到和处理政府信息公开申请情况\n商业企业 科研机构\n法律服务机构 总\n予以公开\n3 1\n"
       "五、存在的主要问题及改进情况\n",
       DOC_TEXT, "requests", "torn");
}

static void what_is_not_there_is_missing(void **state)
{
    (void)state;
    is(HEADING NEXT, DOC_PDF, "requests", "missing");
    is(HEADING "<p>全年收到申请12件，予以公开3件，其他处理9件。</p>" NEXT, DOC_PDF, "requests",
       "missing");
    is(HEADING "<p>（一）办理情况</p><p>详见本局公告</p>" NEXT, DOC_PDF, "requests", "missing");
    /* labels in a menu below another part */
    is(HEADING NEXT "<p>行政许可</p><p>重复申请</p><p>3</p>", DOC_PDF, "requests", "missing");
    /* a cell of a page is a cell: what its labels lack is its author's doing */
    is(HEADING "<p>本年新收政</p><p>12</p><p>二、上年结转政</p><p>0</p>" NEXT, DOC_HTML, "requests",
       "missing");
}

/* A label over two rows of fields, as a PDF without borders gives it: the blanks are none. */
static void cut_labels_tear_a_table_in_a_pdf_alone(void **state)
{
    (void)state;
    const struct sheet_change cut[] = {
        { .row = 3, .label = "（二）部分公开（区分处", .values = ",,,,,," },
        { .row = 16, .label = "信访举报投诉", .values = "1,2,3,4,5,6,7" }
    };
    const struct sheet_change other[] = { { .row = 16, .label = "另作安排的来件" } };
    struct strbuf page = { 0 };
    char *sheet = sheet_requests(SHEET_HTML, cut, 2);
    strbuf_c(&page, HEADING);
    strbuf_c(&page, sheet);
    strbuf_c(&page, "<p>不掌握相关</p><p>补正后申请</p><p>4</p>" NEXT);
    is(page.p, DOC_HTML, "requests", "there");
    is(page.p, DOC_PDF, "requests", "torn");
    free(sheet);
    strbuf_clear(&page);
    sheet = sheet_requests(SHEET_HTML, other, 1);
    strbuf_c(&page, HEADING);
    strbuf_c(&page, sheet);
    strbuf_c(&page, NEXT);
    is(page.p, DOC_PDF, "requests", "there");
    free(sheet);
    strbuf_free(&page);
}

/* All figures are placed: the head alone cannot be judged. */
static void a_torn_head_leaves_the_figures(void **state)
{
    (void)state;
    struct strbuf page = { 0 };
    char *sheet = sheet_requests(SHEET_HTML, NULL, 0), *label = strstr(sheet, "法律服务机构");
    strbuf_c(&page, HEADING "<p>法律服</p><p>务机</p>");
    memset(label + 6, ' ', 12); /* what is left of it in its cell */
    strbuf_c(&page, sheet);
    strbuf_c(&page, NEXT);
    is(page.p, DOC_HTML, "requests", "there");
    is(page.p, DOC_PDF, "requests", "there, its head torn");
    free(sheet);
    strbuf_free(&page);
}

static void labels_are_whole_or_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum torn_label label;
    } cases[] = {
        { "重复申请", TORN_LABEL_NOT },
        { "2.重复申请", TORN_LABEL_NOT },
        { "另作安排的来件", TORN_LABEL_NOT },
        { "", TORN_LABEL_NOT },
        { "法律服务", TORN_LABEL_CUT },
        { "法律服務", TORN_LABEL_CUT }, /* of the other script */
        { "机构", TORN_LABEL_BIT },
        { "科研机构商业企业", TORN_LABEL_GLUED },
        { "科研机构商业", TORN_LABEL_NOT },
    };
    const struct form *form = form_of_year(&forms, 2023);
    size_t t = (size_t)(form_table(form, STR("requests")) - form->tables);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (torn_label(form, t, str_of(cases[i].text)) != cases[i].label)
            fail_msg("%s", cases[i].text);
}

/* A bit of a label where a figure is due. */
static void a_label_for_a_figure_tears_a_table(void **state)
{
    (void)state;
    const struct sheet_change bit = { .row = 4, .values = "1,构,3,4,5,6,7" };
    const struct sheet_change word = { .row = 4, .values = "1,无,3,4,5,,7" };
    struct strbuf page = { 0 };
    for (int i = 0; i < 2; i++) {
        char *sheet = sheet_requests(SHEET_HTML, i ? &word : &bit, 1);
        strbuf_clear(&page);
        strbuf_c(&page, HEADING);
        strbuf_c(&page, sheet);
        strbuf_c(&page, NEXT);
        is(page.p, DOC_PDF, "requests", i ? "there" : "torn");
        is(page.p, DOC_HTML, "requests", "there");
        free(sheet);
    }
    strbuf_free(&page);
}

static void scraps_are_no_text(void **state)
{
    (void)state;
    struct page p;
    page_open_as(&p, &forms, HEADING "<p>三、本年度办理结果</p><p>予以公开</p><p>1</p>" NEXT, 2023,
                 DOC_PDF);
    assert_string_equal(state_of(&p, "requests"), "torn");
    assert_false(report_in_table(&p.report, 0));
    assert_true(report_in_table(&p.report, 1));
    assert_true(report_in_table(&p.report, 2));
    assert_true(report_in_table(&p.report, 3));
    assert_false(report_in_table(&p.report, 4));
    assert_int_equal(page_table(&p, "requests")->first_block, 1);
    assert_int_equal(page_table(&p, "requests")->end_block, 4);
    page_close(&p);
}

/* Where no lines part cells, a row without figures is not blank, and labels may have been mixed. */
static void without_lines_blanks_are_doubted(void **state)
{
    (void)state;
    const struct sheet_change row[] = { { .row = 3, .values = ",,,,,," },
                                        { .row = 5, .values = "1,2,3,4,5,,7" } };
    const struct sheet_change mixed = { .row = 3, .label = "三、本年部分公开度办理结果" };
    const struct sheet_change other = { .row = 16, .label = "另作安排的来件" };
    struct page p;
    char *sheet = sheet_requests(SHEET_HTML, row, 2);
    page_open_as(&p, &forms, sheet, 2023, DOC_PDF);
    same("row", page_row(&p, "requests", "partial"),
         "[blank] [blank] [blank] [blank] [blank] [blank] [blank]");
    page_close(&p);
    page_open_guessed(&p, &forms, sheet, 2023);
    same("row", page_row(&p, "requests", "partial"), "[?] [?] [?] [?] [?] [?] [?]");
    page_close(&p);
    free(sheet);
    sheet = sheet_requests(SHEET_HTML, row + 1, 1);
    page_open_guessed(&p, &forms, sheet, 2023);
    same("cell", page_row(&p, "requests", "refused.2"), "1 2 3 4 5 [blank] 7");
    page_close(&p);
    free(sheet);
    sheet = sheet_requests(SHEET_HTML, &mixed, 1);
    page_open_guessed(&p, &forms, sheet, 2023);
    same("mixed", state_of(&p, "requests"), "there, its head torn");
    page_close(&p);
    free(sheet);
    sheet = sheet_requests(SHEET_HTML, &other, 1);
    page_open_guessed(&p, &forms, sheet, 2023);
    same("other", state_of(&p, "requests"), "there");
    page_close(&p);
    free(sheet);
}

/* Text taken from a page without line ends between the cells of its header: its figures have lines, its labels have not. */
static void labels_that_are_glued_prove_nothing(void **state)
{
#define REST                                                                                                              \
    "规章 0  0  0 \n行政规范性文件 8  5  33 "                                                                    \
    "\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可 "                                \
    "12197 \n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚 15862 \n行政强制 0 \n" \
    "第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费 0 \n"
    (void)state;
    is("第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n" REST, DOC_TEXT,
       "disclosure", "there, its head torn");
    is("第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n" REST, DOC_TEXT,
       "disclosure", "there");
    is("第二十条第（一）项\n信息内容 本年制发件数 本年作废件数 现行有效件数\n" REST, DOC_TEXT,
       "disclosure", "there");
#undef REST
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_that_are_glued_prove_nothing),
        cmocka_unit_test(scraps_are_a_torn_table),
        cmocka_unit_test(what_is_not_there_is_missing),
        cmocka_unit_test(cut_labels_tear_a_table_in_a_pdf_alone),
        cmocka_unit_test(a_torn_head_leaves_the_figures),
        cmocka_unit_test(labels_are_whole_or_not),
        cmocka_unit_test(a_label_for_a_figure_tears_a_table),
        cmocka_unit_test(scraps_are_no_text),
        cmocka_unit_test(without_lines_blanks_are_doubted),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
