/* test_grid.c - cells in the full matrix; limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/build.h"

static void cell(struct doc_build *b, unsigned rows, unsigned cols, const char *text)
{
    doc_build_cell(b, rows, cols, false, 1);
    doc_build_text(b, str_of(text), 1);
}

static void assert_place(const struct doc *doc, size_t i, uint32_t row, uint32_t col)
{
    assert_int_equal(doc->cells[i].row, row);
    assert_int_equal(doc->cells[i].col, col);
}

static void spans_push_later_cells_aside(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_table(b, 1);
    doc_build_row(b);
    cell(b, 3, 1, "a");
    cell(b, 1, 2, "b");
    cell(b, 2, 1, "c");
    doc_build_row(b);
    cell(b, 1, 1, "d");
    cell(b, 1, 1, "e");
    cell(b, 1, 1, "f");
    doc_build_row(b);
    cell(b, 200, 1, "g");
    doc_build_end_table(b);
    struct doc *doc = doc_build_end(b);
    static const uint32_t places[][2] = { { 0, 0 }, { 0, 1 }, { 0, 3 }, { 1, 1 },
                                          { 1, 2 }, { 1, 4 }, { 2, 1 } };
    assert_int_equal(doc->cell_count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_place(doc, i, places[i][0], places[i][1]);
    assert_int_equal(doc->tables[0].rows, 3);
    assert_int_equal(doc->tables[0].cols, 5);
    assert_int_equal(doc->cells[6].row_span, 1); /* there are no 200 rows */
    doc_free(doc);
}

static void nested_tables_know_their_cell(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_table(b, 1);
    cell(b, 1, 1, "a");
    doc_build_table(b, 2);
    cell(b, 1, 1, "b");
    doc_build_end_table(b);
    doc_build_text(b, STR("c"), 3);
    doc_build_end_cell(b);
    doc_build_text(b, STR("d"), 3); /* between the cells: of what is around */
    cell(b, 1, 1, "");
    struct doc *doc = doc_build_end(b);
    struct strbuf text = { 0 };
    assert_true(doc->tables[0].nests);
    assert_false(doc->tables[1].nests);
    assert_int_equal(doc->tables[1].parent_cell, 1);
    doc_cell_text(doc, &doc->cells[0], &text);
    assert_string_equal(text.p, "ac");
    strbuf_clear(&text);
    doc_cell_raw(doc, &doc->cells[0], &text);
    assert_string_equal(text.p, "a\nc");
    assert_int_equal(doc->blocks[3].cell, 0);
    assert_int_equal(doc->blocks[4].flags, DOC_CELL_EMPTY);
    assert_int_equal(doc->blocks[4].cell, 3);
    assert_int_equal(doc->tables[0].cell_count, 2);
    strbuf_free(&text);
    doc_free(doc);
}

static void a_table_between_cells_ends_the_one_before(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    doc_build_table(b, 1);
    cell(b, 1, 1, "a");
    doc_build_end_cell(b);
    doc_build_table(b, 2);
    cell(b, 1, 1, "b");
    struct doc *doc = doc_build_end(b);
    assert_int_equal(doc->table_count, 2);
    assert_int_equal(doc->tables[1].parent_cell, 0);
    doc_free(doc);
}

static void cells_grow_row_by_row(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_DOCX, "UTF-8");
    doc_build_table(b, 1);
    doc_build_row(b);
    uint32_t tall = doc_build_cell(b, 1, 2, false, 1);
    uint32_t last = doc_build_cell(b, 1, 1, false, 1);
    doc_build_widen(b, tall, 3); /* not the last one of the row */
    doc_build_widen(b, last, 1);
    doc_build_row(b);
    doc_build_grow(b, tall);
    cell(b, 1, 1, "a");
    doc_build_row(b);
    cell(b, 1, 1, "b");
    doc_build_row(b);
    doc_build_grow(b, tall); /* too late */
    doc_build_grow(b, 99);
    cell(b, 1, 1, "c");
    doc_build_end_table(b);
    struct doc *doc = doc_build_end(b);
    static const uint32_t places[][4] = {
        { 0, 0, 2, 2 }, { 0, 2, 1, 2 }, { 1, 2, 1, 1 }, { 2, 0, 1, 1 }, { 3, 0, 1, 1 }
    };
    assert_int_equal(doc->cell_count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_place(doc, i, places[i][0], places[i][1]);
        assert_int_equal(doc->cells[i].row_span, places[i][2]);
        assert_int_equal(doc->cells[i].col_span, places[i][3]);
    }
    assert_int_equal(doc->tables[0].cols, 4);
    doc_free(doc);
}

static void limits_keep_the_text(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "UTF-8");
    for (int i = 0; i < 100; i++) { /* deeper than tables may nest */
        doc_build_table(b, 1);
        cell(b, 1, 1, "x");
    }
    for (int i = 0; i < 100; i++)
        doc_build_end_table(b);
    doc_build_table(b, 1);
    for (int i = 0; i < 3000; i++) /* wider than a table may be */
        cell(b, 1, 1, "y");
    doc_build_end_table(b);
    struct doc *doc = doc_build_end(b);
    assert_int_equal(doc->block_count, 3100);
    assert_true(doc->table_count < 101);
    assert_true(doc->tables[doc->table_count - 1].cols < 3000);
    assert_int_equal(doc->tables[doc->table_count - 1].parent_cell, 0);
    assert_int_equal(doc->notices[0].code, DOC_NOTICE_CUT);
    assert_true(doc->notices[0].count > 1000);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_push_later_cells_aside),
        cmocka_unit_test(nested_tables_know_their_cell),
        cmocka_unit_test(a_table_between_cells_ends_the_one_before),
        cmocka_unit_test(cells_grow_row_by_row),
        cmocka_unit_test(limits_keep_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
