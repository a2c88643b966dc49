/* test_pdf_bare.c - tables without any lines, as browsers print plain pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "dump.h"
#include "paper.h"

static void put_row(struct paper *p, float y, const char *label, const char *a, const char *b,
                    const char *c)
{
    if (label)
        paper_text(p, 100, y, label);
    paper_text(p, 250, y, a);
    paper_text(p, 300, y, b);
    paper_text(p, 350, y, c);
}

/* Its header ends one page, its rows begin the next. */
static void goes_on_over_pages(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    put_row(p, 780, "事项", "村里", "镇上", "合计");
    paper_page(p);
    put_row(p, 60, "受理", "1", "2", "3");
    put_row(p, 90, "办结", "4", "5", "9");
    paper_expect_cells("T0(0,0):事项\nT0(0,1):村里\nT0(0,2):镇上\nT0(0,3):合计\n"
                       "T0(1,0):受理\nT0(1,1):1\nT0(1,2):2\nT0(1,3):3\n"
                       "T0(2,0):办结\nT0(2,1):4\nT0(2,2):5\nT0(2,3):9\n");
}

/* Rows are no farther apart than the lines of a label: its middle stands at its figures. */
static void labels_by_their_rows(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    put_row(p, 100, "受理", "1", "2", "3");
    paper_text(p, 100, 115, "退回补充");
    put_row(p, 122.5F, NULL, "0", "7", "7");
    paper_text(p, 100, 130, "材料");
    put_row(p, 145, "办结", "4", "5", "9");
    paper_expect_cells("T0(0,0):受理\nT0(0,1):1\nT0(0,2):2\nT0(0,3):3\n"
                       "T0(1,0):退回补充材料\nT0(1,1):0\nT0(1,2):7\nT0(1,3):7\n"
                       "T0(2,0):办结\nT0(2,1):4\nT0(2,2):5\nT0(2,3):9\n");
}

/* The figures end a page, their label begins the next. */
static void figures_parted_from_their_label(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    put_row(p, 720, "受理", "1", "2", "3");
    paper_text(p, 100, 745, "退回");
    put_row(p, 751, NULL, "0", "7", "7");
    paper_text(p, 100, 757, "补充");
    put_row(p, 785, NULL, "4", "5", "9");
    paper_page(p);
    paper_text(p, 100, 60, "办理");
    paper_text(p, 100, 72, "完毕");
    put_row(p, 110, "合计", "5", "14", "19");
    paper_expect_cells("T0(0,0):受理\nT0(0,1):1\nT0(0,2):2\nT0(0,3):3\n"
                       "T0(1,0):退回补充\nT0(1,1):0\nT0(1,2):7\nT0(1,3):7\n"
                       "T0(2,0):办理完毕\nT0(2,1):4\nT0(2,2):5\nT0(2,3):9\n"
                       "T0(3,0):合计\nT0(3,1):5\nT0(3,2):14\nT0(3,3):19\n");
}

/* A long figure under two columns that other rows have side by side stands in one of them. */
static void long_figure_in_its_column(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    put_row(p, 100, "事项", "件数", "增减", "余下");
    put_row(p, 130, "受理", "1", "2", "3");
    paper_text(p, 100, 160, "金额");
    paper_text(p, 250, 160, "4");
    paper_text(p, 300, 160, "81300000000.41");
    paper_expect_cells("T0(0,0):事项\nT0(0,1):件数\nT0(0,2):增减\nT0(0,3):余下\n"
                       "T0(1,0):受理\nT0(1,1):1\nT0(1,2):2\nT0(1,3):3\n"
                       "T0(2,0):金额\nT0(2,1):4\nT0(2,2):81300000000.41\nT0(2,3):\n");
}

/* Digits as wide as characters, one below the other, with their row between them. */
static void stacked_figure(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    put_row(p, 70, "事项", "村里", "镇上", "合计");
    paper_text(p, 350, 94, "１");
    paper_text(p, 100, 100, "受理");
    paper_text(p, 250, 100, "９");
    paper_text(p, 300, 100, "３");
    paper_text(p, 350, 106, "２");
    put_row(p, 130, "办结", "４", "５", "９");
    paper_expect_cells("T0(0,0):事项\nT0(0,1):村里\nT0(0,2):镇上\nT0(0,3):合计\n"
                       "T0(1,0):受理\nT0(1,1):9\nT0(1,2):3\nT0(1,3):12\n"
                       "T0(2,0):办结\nT0(2,1):4\nT0(2,2):5\nT0(2,3):9\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_over_pages),
        cmocka_unit_test(labels_by_their_rows),
        cmocka_unit_test(figures_parted_from_their_label),
        cmocka_unit_test(long_figure_in_its_column),
        cmocka_unit_test(stacked_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
