/* test_pdf_layout.c - words and lines on pages to blocks and grids. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "dump.h"
#include "paper.h"

static void expect_cells(struct doc *doc, const char *wanted)
{
    char *cells = dump_cells(doc);
    assert_string_equal(cells, wanted);
    free(cells);
    doc_free(doc);
}

static void expect_blocks(struct doc *doc, const char *wanted)
{
    char *blocks = dump_blocks(doc);
    assert_string_equal(blocks, wanted);
    free(blocks);
    doc_free(doc);
}

/* A label over two lines, an empty cell, borders drawn twice. */
static void fields_are_cells(void **state)
{
    (void)state;
    static const float x[] = { 100, 180, 182, 240, 300 }, y[] = { 100, 130, 160 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 5, y, 3);
    paper_text(p, 105, 109, "办结申请");
    paper_text(p, 105, 121, "数量");
    paper_text(p, 190, 115, "12");
    paper_text(p, 105, 145, "收费");
    paper_text(p, 250, 145, "0");
    expect_cells(paper_read(p), "T0(0,0):办结申请数量\nT0(0,1):12\nT0(0,2):\n"
                                "T0(1,0):收费\nT0(1,1):\nT0(1,2):0\n");
}

/* Where a line is missing the fields are one cell; letters below each other are one word. */
static void missing_lines_merge(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_line(p, 100, 100, 280, 100);
    paper_line(p, 160, 130, 280, 130);
    paper_line(p, 100, 190, 280, 190);
    paper_line(p, 100, 220, 280, 220);
    paper_line(p, 100, 100, 100, 220);
    paper_line(p, 160, 100, 160, 220);
    paper_line(p, 220, 130, 220, 220);
    paper_line(p, 280, 100, 280, 220);
    paper_text(p, 105, 145, "项目");
    paper_text(p, 170, 115, "办理情况");
    paper_text(p, 185, 145, "网");
    paper_text(p, 185, 160, "上");
    paper_text(p, 230, 160, "其他");
    paper_text(p, 105, 205, "甲");
    paper_text(p, 185, 205, "3");
    paper_text(p, 245, 205, "4");
    expect_cells(paper_read(p), "T0(0,0)2x1:项目\nT0(0,1)1x2:办理情况\nT0(1,1):网上\n"
                                "T0(1,2):其他\nT0(2,0):甲\nT0(2,1):3\nT0(2,2):4\n");
}

/* Two columns so narrow that their texts became one word. */
static void words_part_at_borders(void **state)
{
    (void)state;
    static const float x[] = { 100, 140, 160, 200 }, y[] = { 100, 130, 160 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 4, y, 3);
    paper_text(p, 120, 115, "企业机构");
    paper_text(p, 139.6F, 145, "1024");
    paper_text(p, 110, 145, "甲");
    struct doc *doc = paper_read(p);
    expect_cells(doc, "T0(0,0):企业\nT0(0,1):机构\nT0(0,2):\n"
                      "T0(1,0):甲\nT0(1,1):1024\nT0(1,2):\n");
}

/* Figures broken for lack of room are one, figures below each other in a wide cell are not. */
static void broken_figures(void **state)
{
    (void)state;
    static const float x[] = { 100, 116, 200 }, y[] = { 100, 130, 160 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 102, 109, "12");
    paper_text(p, 102, 121, "34");
    paper_text(p, 120, 109, "12");
    paper_text(p, 120, 121, "34");
    paper_text(p, 120, 145, "5");
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->cells[0].block_count, 1);
    assert_int_equal(doc->cells[1].block_count, 2);
    expect_cells(doc, "T0(0,0):1234\nT0(0,1):1234\nT0(1,0):\nT0(1,1):5\n");
}

/* Full-width digits go on where a third one did not fit between the cell's paddings. */
static void broken_wide_figures(void **state)
{
    (void)state;
    static const float x[] = { 100, 141, 200 }, y[] = { 100, 130 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 2);
    paper_text(p, 106, 109, "１１");
    paper_text(p, 106, 121, "５");
    paper_text(p, 147, 109, "１１");
    paper_text(p, 147, 121, "５");
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->cells[0].block_count, 1);
    assert_int_equal(doc->cells[1].block_count, 2);
    doc_free(doc);
}

/* The font of the full-width digits has no point: that of another stands lower. */
static void point_of_another_font(void **state)
{
    (void)state;
    static const float x[] = { 40, 100, 180 }, y[] = { 100, 130 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 2);
    paper_text(p, 45, 115, "金额");
    paper_text_sized(p, 105, 115, 12, "２０");
    paper_text_sized(p, 129, 118.15F, 6, ".");
    paper_text_sized(p, 132, 115, 12, "７");
    expect_cells(paper_read(p), "T0(0,0):金额\nT0(0,1):20.7\n");
}

static void table_with_header(struct paper *p, const char *label, const char *value)
{
    static const float x[] = { 100, 180, 260 }, y[] = { 100, 130, 160 };
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 105, 115, "种类");
    paper_text(p, 190, 115, "数量");
    paper_text(p, 105, 145, label);
    paper_text(p, 190, 145, value);
}

static void header_repeated_on_the_next_page(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    table_with_header(p, "甲", "1");
    paper_text(p, 290, 800, "- 1 -");
    paper_page(p);
    table_with_header(p, "乙", "2");
    paper_text(p, 290, 800, "- 2 -");
    expect_cells(paper_read(p), "T0(0,0):种类\nT0(0,1):数量\nT0(1,0):甲\nT0(1,1):1\n"
                                "T0(2,0):乙\nT0(2,1):2\n");
}

static void lines_stand_on_pages(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 100, 100, "一、总体情况");
    paper_text(p, 100, 130, "本年度公开若干条。");
    paper_page(p); /* with nothing on it */
    paper_page(p);
    paper_text(p, 100, 100, "二、其他事项");
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->page_count, 3);
    assert_int_equal(doc_page_of(doc, 2), 1);
    assert_int_equal(doc_page_of(doc, 3), 3);
    doc_free(doc);
}

/* With text between them they are two, though they look alike. */
static void two_tables_stay_two(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    table_with_header(p, "甲", "1");
    paper_text(p, 100, 300, "二、第二张表");
    paper_page(p);
    table_with_header(p, "乙", "2");
    expect_cells(paper_read(p), "T0(0,0):种类\nT0(0,1):数量\nT0(1,0):甲\nT0(1,1):1\n"
                                "T1(0,0):种类\nT1(0,1):数量\nT1(1,0):乙\nT1(1,1):2\n");
}

/* A page ends within a row: no line is drawn there, and the cells go on. */
static void row_cut_by_the_page(void **state)
{
    (void)state;
    static const float x[] = { 100, 150, 200, 260 };
    struct paper *p = paper_fresh();
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 700, x[i], 800);
    paper_line(p, 100, 700, 260, 700);
    paper_line(p, 150, 740, 260, 740);
    paper_text(p, 105, 720, "大类");
    paper_text(p, 155, 720, "甲");
    paper_text(p, 210, 720, "7");
    paper_text(p, 155, 785, "乙的前");
    paper_page(p);
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 50, x[i], 150);
    paper_line(p, 100, 150, 260, 150);
    paper_line(p, 150, 100, 260, 100);
    paper_text(p, 155, 65, "半");
    paper_text(p, 210, 65, "8");
    paper_text(p, 155, 125, "丙");
    paper_text(p, 210, 125, "9");
    expect_cells(paper_read(p), "T0(0,0)3x1:大类\nT0(0,1):甲\nT0(0,2):7\nT0(1,1):乙的前半\n"
                                "T0(1,2):8\nT0(2,1):丙\nT0(2,2):9\n");
}

/* The text of a cell reaches beyond the lines that the page's end left of it. */
static void text_below_a_cut_border(void **state)
{
    (void)state;
    static const float x[] = { 100, 150, 200, 260 };
    struct paper *p = paper_fresh();
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 700, x[i], 760);
    paper_line(p, 100, 700, 260, 700);
    paper_line(p, 100, 730, 200, 730);
    paper_text(p, 105, 715, "甲");
    paper_text(p, 155, 715, "乙");
    paper_text(p, 215, 750, "自");
    paper_text(p, 215, 765, "然");
    paper_text(p, 215, 780, "人");
    paper_page(p);
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 50, x[i], 100);
    paper_line(p, 100, 100, 260, 100);
    paper_text(p, 155, 65, "丙");
    expect_cells(paper_read(p),
                 "T0(0,0):甲\nT0(0,1):乙\nT0(0,2)2x1:自然人\nT0(1,0):\nT0(1,1):丙\n");
}

/* Fields of colour parted by white lines are a table when figures stand on them. */
static void grounds_are_fields(void **state)
{
    (void)state;
    static const float x[] = { 100, 180, 260 }, y[] = { 100, 130, 160, 190, 220 };
    struct paper *p = paper_fresh();
    paper_grounds(p, x, 3, y, 5);
    paper_text(p, 105, 115, "种类");
    paper_text(p, 190, 115, "数量");
    paper_text(p, 105, 145, "甲");
    paper_text(p, 190, 145, "7");
    paper_text(p, 105, 175, "乙");
    paper_text(p, 105, 205, "丙");
    paper_text(p, 190, 205, "８");
    expect_cells(paper_read(p), "T0(0,0):种类\nT0(0,1):数量\nT0(1,0):甲\nT0(1,1):7\n"
                                "T0(2,0):乙\nT0(2,1):\nT0(3,0):丙\nT0(3,1):8\n");
}

/* Those behind headings alone are decoration. */
static void grounds_of_labels_are_none(void **state)
{
    (void)state;
    static const float x[] = { 100, 180, 260 }, y[] = { 100, 130, 160 };
    struct paper *p = paper_fresh();
    paper_grounds(p, x, 3, y, 3);
    paper_text(p, 105, 115, "甲");
    paper_text(p, 190, 115, "乙");
    paper_text(p, 105, 145, "丙");
    paper_text(p, 190, 145, "丁");
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->table_count, 0);
    doc_free(doc);
}

/* Lines that part no rows are decoration: columns come from the places of the words. */
static void only_upright_lines(void **state)
{
    (void)state;
    static const float x[] = { 100, 180, 240, 300 }, y[] = { 100, 220 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 4, y, 2);
    for (int i = 0; i < 4; i++) {
        static const char *const labels[] = { "甲类", "乙类", "丙类", "丁类" };
        paper_text(p, 105, 115 + 30 * (float)i, labels[i]);
        paper_text(p, 200, 115 + 30 * (float)i, "5");
        paper_text(p, 260, 115 + 30 * (float)i, "6");
    }
    expect_cells(paper_read(p), "T0(0,0):甲类\nT0(0,1):5\nT0(0,2):6\nT0(1,0):乙类\nT0(1,1):5\n"
                                "T0(1,2):6\nT0(2,0):丙类\nT0(2,1):5\nT0(2,2):6\n"
                                "T0(3,0):丁类\nT0(3,1):5\nT0(3,2):6\n");
}

/* No lines at all: a label of two lines, a blank cell that keeps its column. */
static void columns_without_lines(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 100, 100, "信息内容");
    paper_text(p, 200, 100, "制发");
    paper_text(p, 260, 100, "废止");
    paper_text(p, 320, 100, "有效");
    paper_text(p, 100, 130, "规章");
    paper_text(p, 205, 130, "1");
    paper_text(p, 265, 130, "2");
    paper_text(p, 325, 130, "30");
    paper_text(p, 100, 160, "规范性");
    paper_text(p, 100, 173, "文件");
    paper_text(p, 205, 166, "4");
    paper_text(p, 325, 166, "5");
    expect_cells(paper_read(p), "T0(0,0):信息内容\nT0(0,1):制发\nT0(0,2):废止\nT0(0,3):有效\n"
                                "T0(1,0):规章\nT0(1,1):1\nT0(1,2):2\nT0(1,3):30\n"
                                "T0(2,0):规范性文件\nT0(2,1):4\nT0(2,2):\nT0(2,3):5\n");
}

/* A frame and lines between the rows, none between the columns: what no line parts is one label. */
static void rows_parted_by_lines(void **state)
{
    (void)state;
    static const float x[] = { 95, 400 }, y[] = { 90, 115, 155, 180, 205 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 2, y, 5);
    paper_text(p, 100, 102, "信息内容");
    paper_text(p, 250, 102, "制发");
    paper_text(p, 320, 102, "废止");
    paper_text(p, 100, 125, "3.不予");
    paper_text(p, 100, 145, "4.公开的");
    paper_text(p, 255, 135, "1");
    paper_text(p, 325, 135, "2");
    paper_text(p, 100, 167, "5.其他");
    paper_text(p, 255, 167, "3");
    paper_text(p, 325, 167, "4");
    paper_text(p, 100, 192, "总计");
    paper_text(p, 255, 192, "4");
    paper_text(p, 325, 192, "6");
    expect_cells(paper_read(p), "T0(0,0):信息内容\nT0(0,1):制发\nT0(0,2):废止\n"
                                "T0(1,0):3.不予4.公开的\nT0(1,1):1\nT0(1,2):2\n"
                                "T0(2,0):5.其他\nT0(2,1):3\nT0(2,2):4\n"
                                "T0(3,0):总计\nT0(3,1):4\nT0(3,2):6\n");
}

/* Paragraphs that begin two characters to the right, a heading, a number alone on its page. */
static void lines_become_paragraphs(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 60, 30, "溪口县年报");
    paper_text(p, 120, 100, "一、总体情况");
    paper_text(p, 120, 130, "本年度公开信息若干条，主要是政策文件与办事指南，其中重点领域占一半，");
    paper_text(p, 100, 150, "办结率为百分之百。");
    paper_text(p, 120, 170, "年内受理来信来访若干件，均已按时答复，没有因为信息公开工作被复议或诉");
    paper_text(p, 290, 800, "1");
    paper_page(p);
    paper_text(p, 60, 30, "溪口县年报");
    paper_text(p, 100, 100, "讼的情形。");
    paper_text(p, 120, 130,
               "下一年度继续做好各项工作，及时公开群众关心的事项，不断提高公开的质量。");
    paper_text(p, 120, 150, "特此报告。");
    paper_text(p, 290, 800, "2");
    expect_blocks(paper_read(p),
                  "2:一、总体情况\n"
                  "3:本年度公开信息若干条，主要是政策文件与办事指南，其中重点领域占一半，"
                  "办结率为百分之百。\n"
                  "5:年内受理来信来访若干件，均已按时答复，没有因为信息公开工作被复议或诉"
                  "讼的情形。\n"
                  "9:下一年度继续做好各项工作，及时公开群众关心的事项，不断提高公开的质量。\n"
                  "10:特此报告。\n"
                  "1n:溪口县年报\n6n:1\n7n:溪口县年报\n11n:2\n");
}

/* The signature at the top of the next page says what the title's first line says, in smaller letters. */
static void title_is_no_running_header(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text_sized(p, 200, 70, 22, "溪口县林业局");
    paper_text_sized(p, 150, 110, 22, "政府信息公开工作年度报告");
    paper_text(p, 120, 170, "本年度公开信息若干条，主要是政策文件与办事指南。");
    paper_page(p);
    paper_text(p, 380, 70, "溪口县林业局");
    struct doc *doc = paper_read(p);
    assert_true(doc->block_count > 0);
    assert_true(str_starts(doc_block_text(doc, 0), STR("溪口县林业局")));
    assert_int_equal(doc->blocks[0].flags & DOC_CHROME, 0);
    doc_free(doc);
}

/* A table whose cells stand one to a line, with bars between them: what stands at one place of several pages is no header, and
 * a figure there counts no pages; one that does, does. */
static void cells_to_a_line_are_no_footers(void **state)
{
    (void)state;
    static const char *const cells[] = { "|", "0", "|", "0", "|", "规章" };
    struct paper *p = paper_fresh();
    for (int page = 0; page < 5; page++) {
        char number[2] = { (char)('1' + page), '\0' };
        for (size_t i = 0; i < 45; i++)
            paper_text(p, 60, 60 + 16 * (float)i, cells[i % 6]);
        paper_text(p, 300, 810, number);
        if (page < 4)
            paper_page(p);
    }
    struct doc *doc = paper_read(p);
    size_t apart = 0;
    for (size_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].flags & DOC_CHROME) {
            assert_false(str_eq_c(doc_block_text(doc, i), "0") ||
                         str_has(doc_block_text(doc, i), "|"));
            apart++;
        }
    assert_int_equal(apart, 5);
    doc_free(doc);
}

/* A figure in running text is no table, and a lone figure at the edge of a table no page number. */
static void text_with_figures_is_text(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 100, 100,
               "全年办理申请 12 件，其中予以公开 7 件，部分公开 5 件，均按期办结，无诉讼。");
    paper_text(p, 100, 120, "来源：溪口县 2024-01-20 点击数：8110");
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->table_count, 0);
    doc_free(doc);
    p = paper_fresh();
    static const float x[] = { 100, 180, 260 }, y[] = { 740, 770, 810 };
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 105, 755, "甲");
    paper_text(p, 190, 755, "1");
    paper_text(p, 190, 800, "2");
    expect_cells(paper_read(p), "T0(0,0):甲\nT0(0,1):1\nT0(1,0):\nT0(1,1):2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_cells),
        cmocka_unit_test(missing_lines_merge),
        cmocka_unit_test(words_part_at_borders),
        cmocka_unit_test(broken_figures),
        cmocka_unit_test(broken_wide_figures),
        cmocka_unit_test(point_of_another_font),
        cmocka_unit_test(header_repeated_on_the_next_page),
        cmocka_unit_test(lines_stand_on_pages),
        cmocka_unit_test(two_tables_stay_two),
        cmocka_unit_test(row_cut_by_the_page),
        cmocka_unit_test(text_below_a_cut_border),
        cmocka_unit_test(grounds_are_fields),
        cmocka_unit_test(grounds_of_labels_are_none),
        cmocka_unit_test(only_upright_lines),
        cmocka_unit_test(columns_without_lines),
        cmocka_unit_test(rows_parted_by_lines),
        cmocka_unit_test(lines_become_paragraphs),
        cmocka_unit_test(title_is_no_running_header),
        cmocka_unit_test(cells_to_a_line_are_no_footers),
        cmocka_unit_test(text_with_figures_is_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
