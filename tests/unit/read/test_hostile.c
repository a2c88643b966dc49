/* test_hostile.c - pages made to hang or to exhaust: each is read, and soon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dump.h"
#include "read/read.h"

enum { END = 2000000 }; /* bytes of a page made by repeating */

struct hostile {
    const char *head, *body, *tail; /* the body is repeated */
    size_t times;
    const char *last; /* the text of the last block, NULL: not asked */
};

static const struct hostile pages[] = {
    { "<p ", "a=1 ", ">末</p>", 100000, "末" },
    { "<p ", "style=display:none ", ">末</p>", 100000, "末" },
    { "", "<table><tr><td>", "末", 20000, "末" },
    { "<table><tr>", "<td>1", "</table><p>末", 200000, "末" },
    { "<table>", "<tr><td>1", "</table><p>末", 200000, "末" },
    { "<table><tr>", "<td rowspan=200 colspan=100>1", "</table><p>末", 50000, "末" },
    { "<table>", "<tr><td rowspan=200>1<td rowspan=200>2", "</table><p>末", 50000, "末" },
    { "", "<div>", "末", END / 5, "末" },
    { "", "<font>", "<table><tr><td>末", END / 6, "末" },
    { "", "<b><table>", "末", END / 10, "末" },
    { "<b>", "<div>", "末", 1000, "末" },
    { "<b><table><tr><td>", "</b><i></td>", "末", END / 12, NULL },
    { "<p>x</p>", "<!--", "末", END / 4, NULL },
    { "<p>x</p>", "<!-- - ", "末", END / 7, NULL },
    { "<p>x</p>", "<script>", "末", END / 8, "x" },
    { "<p>x</p>", "<svg></p>", "末", END / 9, "末" },
    { "<p>x</p>", "<title></p>", "末", END / 11, "末" },
    { "<p>x</p>", "<a href=\"", ">末", END / 9, NULL },
    { "<p>x</p>", "<a href='\"", ">末", END / 10, NULL },
    { "<p>x</p>", "<", "末", END, NULL },
    { "<p>x</p>", "&", "末", END, NULL },
    { "<p>x</p>", "</p>", "<p>末", END / 4, "末" },
    { "<p>x</p>", "<a href=1>a", "<p>末", END / 11, "末" },
    { "<p>", "<meta name=a content=b>", "末", 50000, "末" },
    { "<p>", "<form>", "末</form>", 50000, NULL },
    { "<p>", "\n", "末", END, "末" },
    { "<p>", "a\n", "末", END / 2, NULL },
    { "<pre>", "a\n", "末", END / 2, NULL },
};

static void reads_them_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        struct strbuf page = { 0 };
        strbuf_c(&page, "<html>");
        strbuf_c(&page, pages[i].head);
        for (size_t k = 0; k < pages[i].times; k++)
            strbuf_c(&page, pages[i].body);
        strbuf_c(&page, pages[i].tail);
        struct doc *doc = NULL;
        assert_int_equal(read_document(&doc, strbuf_view(&page), "a.html", NULL, NULL), 0);
        assert_true(!pages[i].last || doc->block_count);
        if (pages[i].last)
            assert_true(str_eq_c(doc_block_raw(doc, doc->block_count - 1), pages[i].last));
        doc_free(doc);
        strbuf_free(&page);
    }
}

/* What a limit cuts from the structure stays as text, and is noted. */
static void keeps_the_text_beyond_a_limit(void **state)
{
    (void)state;
    struct strbuf page = { 0 };
    for (int i = 0; i < 300; i++)
        strbuf_fmt(&page, "<table><tr><td>第%d层", i);
    for (int i = 0; i < 300; i++)
        strbuf_c(&page, "</td></tr></table>");
    strbuf_c(&page, "<p>末");
    struct doc *doc;
    assert_int_equal(read_document(&doc, strbuf_view(&page), "a.html", NULL, NULL), 0);
    assert_int_equal(doc->block_count, 301);
    assert_true(str_eq_c(doc_block_raw(doc, 299), "第299层"));
    assert_int_equal(doc->blocks[300].cell, 0);
    assert_int_equal(doc->notice_count, 1);
    assert_int_equal(doc->notices[0].code, DOC_NOTICE_CUT);
    doc_free(doc);
    strbuf_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_them_all),
        cmocka_unit_test(keeps_the_text_beyond_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
