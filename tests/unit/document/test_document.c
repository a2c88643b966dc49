/* test_document.c - finding blocks, lines and quotes in a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/build.h"

static struct doc *two_blocks(void)
{
    struct doc_build *b = doc_build_new(DOC_TEXT, "UTF-8");
    doc_build_text(b, STR("一、 公开（總體）"), 1);
    doc_build_break(b);
    doc_build_empty(b, 2);
    doc_build_text(b, STR("共 １２８ 条"), 3);
    return doc_build_end(b);
}

static void finds_blocks_by_place(void **state)
{
    (void)state;
    struct doc *doc = two_blocks();
    assert_int_equal(doc->block_count, 3);
    for (size_t i = 0; i < 3; i += 2) {
        const struct doc_block *b = &doc->blocks[i];
        assert_int_equal(doc_block_at_raw(doc, b->raw), i);
        assert_int_equal(doc_block_at_raw(doc, b->raw + b->raw_len - 1), i);
        assert_int_equal(doc_block_at_raw(doc, b->raw + b->raw_len), 3);
        assert_int_equal(doc_block_at_text(doc, b->text), i);
        assert_int_equal(doc_block_at_text(doc, b->text + b->text_len), 3);
    }
    assert_int_equal(doc_block_raw(doc, 9).n, 0);
    doc_free(doc);
}

static void quotes_what_the_file_said(void **state)
{
    (void)state;
    struct doc *doc = two_blocks();
    struct str text = strbuf_view(&doc->text);
    size_t at = str_find(text, STR("(总")) == SIZE_MAX ? str_find(text, STR("(總"))
                                                       : str_find(text, STR("(总"));
    assert_true(at != SIZE_MAX);
    assert_true(str_eq_c(doc_raw_of(doc, at, 4), "（總"));
    at = str_find(text, STR("128条"));
    assert_true(str_eq_c(doc_raw_of(doc, at, 6), "１２８ 条"));
    assert_true(str_eq_c(doc_raw_of(doc, at, 3), "１２８"));
    assert_int_equal(doc_raw_of(doc, at, 0).n, 0);
    assert_true(str_eq_c(doc_raw_of(doc, 0, doc->blocks[2].text + 3), "一、 公开（總體）\n\n共"));
    assert_true(doc_raw_of(doc, text.n + 100, 5).n == 0);
    doc_free(doc);
}

static void finds_metas_by_name(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_HTML, "a charset with far too long a name");
    doc_build_meta(b, STR("PubDate"), STR(""), 1);
    doc_build_meta(b, STR("pubdate"), STR("2022-01-20"), 2);
    struct doc *doc = doc_build_end(b);
    size_t which = 0;
    assert_true(str_eq_c(doc_meta(doc, "PUBDATE", &which), "2022-01-20"));
    assert_int_equal(which, 1);
    assert_int_equal(doc_meta(doc, "Author", NULL).n, 0);
    assert_int_equal(doc->charset[23], '\0');
    assert_int_equal(doc_line_at(doc, 0), 0);
    doc_free(doc);
    doc_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_blocks_by_place),
        cmocka_unit_test(quotes_what_the_file_said),
        cmocka_unit_test(finds_metas_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
