/* test_pdf_table.c - tables as programs print them badly: torn, drawn out, struck out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "dump.h"
#include "paper.h"

/* A cell beside a group goes on on the next page, where the group's own cells begin. */
static void header_torn_by_the_page(void **state)
{
    (void)state;
    static const float x[] = { 100, 124, 148, 172 }, y[] = { 60, 80, 100 };
    struct paper *p = paper_fresh();
    paper_line(p, 100, 780, 172, 780);
    paper_line(p, 100, 800, 172, 800);
    paper_line(p, 100, 780, 100, 800);
    paper_line(p, 124, 780, 124, 800);
    paper_line(p, 172, 780, 172, 800);
    paper_text(p, 102, 790, "已经");
    paper_text(p, 126, 790, "两类");
    paper_page(p);
    paper_grid(p, x, 4, y, 3);
    paper_text(p, 102, 70, "办结");
    paper_text(p, 126, 70, "甲");
    paper_text(p, 150, 70, "乙");
    paper_text(p, 102, 90, "3");
    paper_text(p, 126, 90, "2");
    paper_text(p, 150, 90, "1");
    paper_expect_cells("T0(0,0)2x1:已经办结\nT0(0,1)1x2:两类\nT0(1,1):甲\nT0(1,2):乙\n"
                       "T0(2,0):3\nT0(2,1):2\nT0(2,2):1\n");
}

/* Between the paddings of its cells a character more would not have fitted; what was whole has a
 * blank field below. */
static void header_torn_with_padding(void **state)
{
    (void)state;
    static const float x[] = { 100, 150, 200 }, above[] = { 770, 800 }, y[] = { 60, 80, 100 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, above, 2);
    paper_text(p, 110, 785, "结果维");
    paper_text(p, 165, 785, "总计");
    paper_page(p);
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 120, 70, "持");
    paper_text(p, 122, 90, "3");
    paper_text(p, 172, 90, "4");
    paper_expect_cells("T0(0,0):结果维持\nT0(0,1):总计\nT0(1,0):3\nT0(1,1):4\n");
}

/* The number that a label begins with is no figure. */
static void label_torn_by_the_page(void **state)
{
    (void)state;
    static const float x[] = { 100, 142, 180 }, above[] = { 760, 780, 800 }, y[] = { 60, 80, 100 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, above, 3);
    paper_text(p, 102, 770, "1 、甲");
    paper_text(p, 150, 770, "4");
    paper_text(p, 102, 790, "3 、乙和");
    paper_text(p, 150, 790, "5");
    paper_page(p);
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 102, 70, "其他");
    paper_text(p, 102, 90, "4 、丙");
    paper_text(p, 150, 90, "6");
    paper_expect_cells("T0(0,0):1、甲\nT0(0,1):4\nT0(1,0):3、乙和其他\nT0(1,1):5\n"
                       "T0(2,0):4、丙\nT0(2,1):6\n");
}

/* A row without a line of text's height is a border that was drawn twice. */
/* What begins with a number goes on in what does not, if figures stand beside one of the two only. */
static void label_torn_with_room_behind_it(void **state)
{
    static const struct {
        const char *above, *figures_above, *below, *figures_below, *cells;
    } cases[] = {
        { "1.信访", "7", "举报", NULL, "T0(0,0):1.信访举报\nT0(0,1):7\nT0(0,2):7\n" },
        { "1.信访", NULL, "举报", "7", "T0(0,0):1.信访举报\nT0(0,1):7\nT0(0,2):7\n" },
        { "规章", "7", "规范", NULL,
          "T0(0,0):规章\nT0(0,1):7\nT0(0,2):7\nT0(1,0):规范\nT0(1,1):\nT0(1,2):\n" },
        { "1.信访", "7", "2.重复", NULL,
          "T0(0,0):1.信访\nT0(0,1):7\nT0(0,2):7\nT0(1,0):2.重复\nT0(1,1):\nT0(1,2):\n" },
        { "1.信访", "7", "举报", "8",
          "T0(0,0):1.信访\nT0(0,1):7\nT0(0,2):7\nT0(1,0):举报\nT0(1,1):8\nT0(1,2):8\n" },
    };
    static const float x[] = { 100, 200, 240, 280 }, above[] = { 780, 800 }, below[] = { 60, 80 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct paper *p = paper_fresh();
        paper_grid(p, x, 4, above, 2);
        paper_text(p, 102, 790, cases[i].above);
        for (float at = 210; cases[i].figures_above && at < 280; at += 40)
            paper_text(p, at, 790, cases[i].figures_above);
        paper_page(p);
        paper_grid(p, x, 4, below, 2);
        paper_text(p, 102, 70, cases[i].below);
        for (float at = 210; cases[i].figures_below && at < 280; at += 40)
            paper_text(p, at, 70, cases[i].figures_below);
        paper_expect_cells(cases[i].cells);
    }
}

/* Labels with one character a line, and a wider table above them on the page. */
static void stacks_torn_by_the_page(void **state)
{
    (void)state;
    static const float x[] = { 100, 160, 220 }, wide[] = { 100, 160, 220, 280 };
    static const float y[] = { 700, 760 }, above[] = { 640, 700 }, next[] = { 50, 90, 120 };
    struct paper *p = paper_fresh();
    paper_grid(p, wide, 4, above, 2);
    paper_text(p, 105, 670, "种类 甲 乙");
    paper_grid(p, x, 3, y, 2);
    paper_text(p, 105, 715, "事");
    paper_text(p, 105, 730, "项");
    paper_text(p, 165, 715, "处");
    paper_text(p, 165, 730, "理");
    paper_page(p);
    paper_grid(p, x, 3, next, 3);
    paper_text(p, 165, 65, "数");
    paper_text(p, 105, 105, "丙");
    paper_text(p, 165, 105, "7");
    struct doc *doc = paper_read(p);
    char *cells = dump_cells(doc);
    assert_non_null(strstr(cells, ":事项\n"));
    assert_non_null(strstr(cells, ":处理数\n"));
    free(cells);
    doc_free(doc);
}

/* A row is cut between two tables of other widths, one above it and one below, which touch its own. */
static void row_cut_among_wider_tables(void **state)
{
    (void)state;
    static const float wide[] = { 100, 160, 220 }, top[] = { 700, 730 };
    static const float other[] = { 100, 180, 260 }, low[] = { 120, 150 };
    static const float x[] = { 100, 130, 160, 190 };
    struct paper *p = paper_fresh();
    paper_grid(p, wide, 3, top, 2);
    paper_text(p, 105, 715, "甲 乙");
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 730, x[i], 790);
    paper_text(p, 105, 745, "项目");
    paper_text(p, 140, 745, "去");
    paper_text(p, 140, 760, "年");
    paper_text(p, 165, 745, "决定");
    paper_page(p);
    for (int i = 0; i < 4; i++)
        paper_line(p, x[i], 40, x[i], 120);
    paper_line(p, 100, 80, 190, 80);
    paper_text(p, 140, 50, "件");
    paper_text(p, 140, 65, "数");
    paper_text(p, 105, 100, "丙");
    paper_text(p, 140, 100, "3");
    paper_text(p, 170, 100, "4");
    paper_grid(p, other, 3, low, 2);
    paper_text(p, 105, 135, "丁");
    paper_text(p, 185, 135, "戊");
    struct doc *doc = paper_read(p);
    char *cells = dump_cells(doc);
    assert_non_null(strstr(cells, ":去年件数\n"));
    free(cells);
    doc_free(doc);
}

static void low_rows_are_none(void **state)
{
    (void)state;
    static const float x[] = { 100, 160, 200 }, y[] = { 100, 120, 140 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 3);
    paper_line(p, 160, 125, 200, 125);
    paper_text(p, 105, 110, "甲");
    paper_text(p, 170, 110, "1");
    paper_text(p, 105, 130, "乙");
    paper_text(p, 170, 133, "2");
    paper_expect_cells("T0(0,0):甲\nT0(0,1):1\nT0(1,0):乙\nT0(1,1):2\n");
}

/* Full-width digits of three lines, two of which came as one word. */
static void stacked_digits(void **state)
{
    (void)state;
    static const float x[] = { 100, 140, 155 }, y[] = { 100, 160, 190 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 105, 130, "甲");
    strbuf_c(&p->xml, "    <word xMin=\"142.0\" yMin=\"106.0\" xMax=\"152.0\" yMax=\"136.0\">"
                      "１９</word>\n");
    paper_text(p, 142, 144, "６");
    paper_text(p, 105, 175, "乙");
    paper_text(p, 142, 175, "２");
    paper_expect_cells("T0(0,0):甲\nT0(0,1):196\nT0(1,0):乙\nT0(1,1):2\n");
}

/* Figures with a line through them were deleted; a line under one says nothing. */
static void struck_out_text_is_deleted(void **state)
{
    (void)state;
    static const float x[] = { 100, 160, 220 }, y[] = { 100, 120, 140 };
    struct paper *p = paper_fresh();
    paper_grid(p, x, 3, y, 3);
    paper_text(p, 105, 110, "新收申请");
    paper_line(p, 115, 110.5F, 135, 110.5F);
    paper_text(p, 165, 110, "17 71");
    paper_line(p, 165, 110.5F, 175.4F, 110.5F);
    paper_text(p, 105, 130, "乙");
    paper_text(p, 165, 130, "2");
    paper_line(p, 165, 135.5F, 170.2F, 135.5F);
    paper_expect_cells("T0(0,0):新请\nT0(0,1):71\nT0(1,0):乙\nT0(1,1):2\n");
}

/* Characters that are drawn out over a cell are one label; 无 among them is no figure. */
static void labels_drawn_out_without_lines(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 100, 100, "种类");
    paper_text(p, 250, 100, "数量");
    paper_text(p, 300, 100, "增减");
    paper_text(p, 100, 130, "无 法 提 供 者");
    paper_text(p, 250, 130, "12");
    paper_text(p, 300, 130, "+3");
    paper_text(p, 100, 160, "其他");
    paper_text(p, 250, 160, "0 件");
    paper_text(p, 300, 160, "1");
    paper_expect_cells("T0(0,0):种类\nT0(0,1):数量\nT0(0,2):增减\nT0(1,0):无法提供者\nT0(1,1):12\n"
                       "T0(1,2):+3\nT0(2,0):其他\nT0(2,1):0件\nT0(2,2):1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(header_torn_by_the_page),
        cmocka_unit_test(header_torn_with_padding),
        cmocka_unit_test(label_torn_by_the_page),
        cmocka_unit_test(label_torn_with_room_behind_it),
        cmocka_unit_test(stacks_torn_by_the_page),
        cmocka_unit_test(row_cut_among_wider_tables),
        cmocka_unit_test(low_rows_are_none),
        cmocka_unit_test(stacked_digits),
        cmocka_unit_test(struck_out_text_is_deleted),
        cmocka_unit_test(labels_drawn_out_without_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
