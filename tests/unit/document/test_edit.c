/* test_edit.c - without changes the same document; with them only what was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "document/build.h"
#include "document/edit.h"
#include "document/snapshot.h"

static void cell(struct doc_build *b, unsigned rows, const char *text, uint32_t line)
{
    doc_build_cell(b, rows, 1, false, line);
    doc_build_text(b, str_of(text), line);
}

/* A title, a table of three rows whose first column holds a cell over two of them, a link. */
static struct doc *sample(void)
{
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_meta(b, STR("PubDate"), STR("2031-01-10"), 1);
    doc_build_text(b, STR("一、云山县的\n情况"), 3);
    doc_build_break(b);
    doc_build_table(b, 5);
    doc_build_row(b);
    cell(b, 2, "组", 6);
    cell(b, 1, "甲", 7);
    cell(b, 1, "11", 8);
    doc_build_row(b);
    cell(b, 1, "乙", 9);
    cell(b, 1, "22", 10);
    doc_build_row(b);
    cell(b, 1, "丙", 11);
    cell(b, 1, "", 12);
    cell(b, 1, "33", 13);
    doc_build_end_table(b);
    doc_build_link(b, STR("http://a.gov.cn/"), 15);
    doc_build_text(b, STR("附件"), 15);
    doc_build_end_link(b);
    doc_build_image(b, STR("i.png"), STR("图"), 16);
    return doc_build_end(b);
}

static void saved(struct strbuf *out, struct doc *doc)
{
    doc_save(doc, out);
    doc_free(doc);
}

static void without_changes_it_is_the_same(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct strbuf was = { 0 };
    struct strbuf is = { 0 };
    saved(&is, doc_edit_end(doc_edit_new(doc)));
    saved(&was, doc);
    assert_true(str_eq(strbuf_view(&was), strbuf_view(&is)));
    strbuf_free(&was);
    strbuf_free(&is);
}

static struct str text_of(const struct doc *doc, size_t block)
{
    return doc_block_text(doc, block);
}

static void a_dropped_row_leaves_the_cell_that_reaches_over_it(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct doc_edit *e = doc_edit_new(doc);
    doc_edit_drop_row(e, 0, 0);
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->tables[0].rows, 2);
    assert_int_equal(now->cell_count, doc->cell_count - 2);
    assert_true(str_eq_c(text_of(now, now->cells[0].first_block), "组"));
    assert_int_equal(now->cells[0].row_span, 1);
    assert_true(str_eq_c(text_of(now, now->cells[1].first_block), "乙"));
    assert_int_equal(now->cells[1].row, 0);
    assert_int_equal(now->cells[1].line, 9);
    assert_int_equal(now->cells[3].row, 1);
    doc_free(now);
    doc_free(doc);
}

static void a_new_text_is_normalised_and_an_empty_one_leaves_the_cell(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct doc_edit *e = doc_edit_new(doc);
    doc_edit_text(e, 3, STR("１２"));
    doc_edit_text(e, 5, STR(""));
    doc_edit_text(e, 0, STR(""));
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->block_count, doc->block_count - 1);
    assert_true(str_eq_c(text_of(now, 2), "12"));
    assert_int_equal(text_of(now, 4).n, 0);
    assert_true(now->blocks[4].flags & DOC_CELL_EMPTY);
    assert_int_equal(now->blocks[4].line, 10);
    assert_int_equal(now->cell_count, doc->cell_count);
    doc_free(now);
    doc_free(doc);
}

static void a_moved_block_takes_its_lines_and_links_along(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct doc_edit *e = doc_edit_new(doc);
    size_t last = doc->block_count - 1;
    doc_edit_move(e, 0, 1, last);
    size_t new = doc_edit_insert(e, 0, STR("补记"), DOC_HIDDEN);
    doc_edit_add_link(e, new, STR("http://b.example/"));
    struct doc *now = doc_edit_end(e);
    assert_true(str_eq_c(text_of(now, 0), "组"));
    assert_int_equal(now->tables[0].first_cell, 0);
    assert_int_equal(now->cells[0].first_block, 0);
    size_t moved = now->block_count - 2;
    assert_int_equal(doc_line_at(now, now->blocks[moved].raw), 3);
    assert_int_equal(doc_line_at(now, now->blocks[moved].raw + now->blocks[moved].raw_len - 1), 4);
    assert_int_equal(now->blocks[moved - 1].flags, DOC_HIDDEN);
    assert_int_equal(now->link_count, 2);
    assert_int_equal(now->links[0].block, moved + 1);
    assert_int_equal(now->links[0].raw, now->blocks[moved + 1].raw);
    assert_int_equal(now->links[1].block, moved - 1);
    assert_int_equal(now->image_count, 1);
    doc_free(now);
    doc_free(doc);
}

static void a_joined_block_keeps_its_lines_and_links(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_text(b, STR("全年收到申请1"), 3);
    doc_build_break(b);
    doc_build_text(b, STR("2件，详见"), 4);
    doc_build_link(b, STR("http://a.gov.cn/"), 5);
    doc_build_text(b, STR("附件"), 5);
    doc_build_end_link(b);
    doc_build_break(b);
    doc_build_text(b, STR("再下一段"), 6);
    struct doc *doc = doc_build_end(b);
    struct doc_edit *e = doc_edit_new(doc);
    doc_edit_join(e, 0);
    doc_edit_join(e, 1);
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->block_count, 2);
    assert_true(str_eq_c(text_of(now, 0), "全年收到申请12件,详见附件"));
    assert_true(str_eq_c(text_of(now, 1), "再下一段"));
    assert_int_equal(doc_line_at(now, 0), 3);
    assert_int_equal(doc_line_at(now, (uint32_t)strlen("全年收到申请1")), 4);
    assert_int_equal(now->links[0].block, 0);
    assert_memory_equal(now->raw.p + now->links[0].raw, "附件", now->links[0].raw_len);
    doc_free(now);
    doc_free(doc);
}

static void a_parted_block_keeps_lines_links_and_images(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_text(b, STR("前文"), 2);
    doc_build_break(b);
    doc_build_image(b, STR("a.png"), STR(""), 3);
    doc_build_text(b, STR("一、概述\n全年12件。"), 3);
    doc_build_image(b, STR("b.png"), STR(""), 4);
    doc_build_link(b, STR("http://a.gov.cn/"), 5);
    doc_build_text(b, STR("二、附件"), 5);
    doc_build_end_link(b);
    doc_build_text(b, STR("如下"), 5);
    doc_build_image(b, STR("c.png"), STR(""), 5);
    doc_build_break(b);
    doc_build_text(b, STR("再下一段"), 6);
    struct doc *doc = doc_build_end(b);
    struct doc_edit *e = doc_edit_new(doc);
    doc_edit_part(e, 1, strlen("一、概述"));
    doc_edit_part(e, 1, (size_t)(strstr(doc->raw.p, "二、") - doc->raw.p) - doc->blocks[1].raw);
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->block_count, 5);
    assert_true(str_eq_c(text_of(now, 1), "一、概述"));
    assert_true(str_eq_c(text_of(now, 2), "全年12件。"));
    assert_true(str_eq_c(text_of(now, 3), "二、附件如下"));
    assert_true(str_eq_c(text_of(now, 4), "再下一段"));
    assert_int_equal(doc_line_at(now, now->blocks[3].raw), 5);
    assert_int_equal(now->blocks[3].line, 5);
    assert_int_equal(now->links[0].block, 3);
    assert_int_equal(now->links[0].raw_len, strlen("二、附件"));
    assert_memory_equal(now->raw.p + now->links[0].raw, "二、附件", now->links[0].raw_len);
    assert_int_equal(now->images[0].block, 1);
    assert_int_equal(now->images[1].block, 3); /* at a cut */
    assert_int_equal(now->images[2].block, 3);
    doc_free(now);
    doc_free(doc);
}

/* A line of 14 MB may be cut between all its words: no byte is moved once for every cut. */
static void a_block_is_parted_at_many_places(void **state)
{
    enum { PARTS = 200000 };
    (void)state;
    struct doc_build *b = doc_build_new(DOC_TEXT, "UTF-8");
    for (uint32_t i = 0; i < PARTS; i++)
        doc_build_text(b, i % 2 == 0 ? STR("甲 ") : STR("12 "), i / 2 + 1);
    struct doc *doc = doc_build_end(b);
    struct doc_edit *e = doc_edit_new(doc);
    for (size_t i = 1; i < PARTS; i++)
        doc_edit_part(e, 0, i / 2 * strlen("甲 12 ") + (i % 2) * strlen("甲 "));
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->block_count, PARTS);
    for (size_t i = 0; i < PARTS; i += i < 10 ? 1 : 997) {
        assert_true(str_eq(str_trim(text_of(now, i)), i % 2 == 0 ? STR("甲") : STR("12")));
        assert_int_equal(now->blocks[i].line, i / 2 + 1);
        assert_int_equal(doc_line_at(now, now->blocks[i].raw), i / 2 + 1);
    }
    doc_free(now);
    doc_free(doc);
}

static void a_table_without_cells_is_gone(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct doc_edit *e = doc_edit_new(doc);
    doc_edit_drop(e, 1, doc->block_count - 1);
    doc_edit_drop_meta(e, 0);
    doc_edit_add_meta(e, STR("title"), STR("云山县"));
    struct doc *now = doc_edit_end(e);
    assert_int_equal(now->table_count, 0);
    assert_int_equal(now->cell_count, 0);
    assert_int_equal(now->block_count, 2);
    assert_int_equal(now->meta_count, 1);
    assert_true(str_eq_c(doc_meta(now, "title", NULL), "云山县"));
    doc_free(now);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_changes_it_is_the_same),
        cmocka_unit_test(a_dropped_row_leaves_the_cell_that_reaches_over_it),
        cmocka_unit_test(a_new_text_is_normalised_and_an_empty_one_leaves_the_cell),
        cmocka_unit_test(a_moved_block_takes_its_lines_and_links_along),
        cmocka_unit_test(a_joined_block_keeps_its_lines_and_links),
        cmocka_unit_test(a_parted_block_keeps_lines_links_and_images),
        cmocka_unit_test(a_block_is_parted_at_many_places),
        cmocka_unit_test(a_table_without_cells_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
