/* test_pdf_off.c - text that the paper's edge cuts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paper.h"

enum { WIDTH = 595 }; /* of the paper; characters are 10 points wide */

static void expect_pages(struct paper *p, uint32_t pages)
{
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->notice_count, pages > 0);
    if (pages > 0) {
        assert_int_equal(doc->notices[0].code, DOC_NOTICE_OFF_PAPER);
        assert_int_equal(doc->notices[0].count, pages);
    }
    doc_free(doc);
}

static void a_cut_character_is_told(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 80, 100, "一、总体情况");
    paper_page(p);
    paper_text(p, -4, 100, "体情况");
    paper_text(p, -8, 130, "年本区");
    paper_page(p);
    paper_text(p, WIDTH - 24, 100, "申请件");
    expect_pages(p, 2);
}

/* Paper without margins loses nothing. */
static void the_edge_itself_cuts_nothing(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 0, 100, "一、总体情况");
    paper_text(p, -1, 130, "本年度");
    paper_text(p, WIDTH - 30, 160, "申请件");
    paper_text(p, WIDTH - 35, 190, "申请件。"); /* a mark that hangs over */
    expect_pages(p, 0);
}

/* What stands at one place of all pages is no part of the text. */
static void headers_may_lie_across(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (int i = 0; i < 3; i++) {
        if (i > 0)
            paper_page(p);
        paper_text(p, -6, 20, "信息公开");
        paper_text(p, 80, 200, i == 0 ? "一、总体情况" : i == 1 ? "二、主动公开" : "三、收到申请");
    }
    expect_pages(p, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cut_character_is_told),
        cmocka_unit_test(the_edge_itself_cuts_nothing),
        cmocka_unit_test(headers_may_lie_across),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
