/* test_snapshot.c - out and back the same; damage is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#include <cmocka.h>

#include "document/build.h"
#include "document/snapshot.h"

static struct doc *sample(void)
{
    struct doc_build *b = doc_build_new(DOC_HTML, "GB18030");
    doc_build_meta(b, STR("title"), STR("云山县报告"), 2);
    doc_build_level(b, 1);
    doc_build_text(b, STR("一、总体情况"), 3);
    doc_build_break(b);
    doc_build_level(b, 0);
    doc_build_table(b, 4);
    doc_build_guessed(b);
    for (int i = 0; i < 6; i++) {
        if (i % 3 == 0)
            doc_build_row(b);
        doc_build_cell(b, 1 + (i == 0), 1, i < 3, 5);
        doc_build_text(b, i == 4 ? STR("") : STR("128 条"), 6);
    }
    doc_build_table(b, 7);
    doc_build_cell(b, 1, 1, false, 7);
    doc_build_link(b, STR("http://a.gov.cn/"), 8);
    doc_build_text(b, STR("附件"), 8);
    doc_build_end_link(b);
    doc_build_image(b, STR("i.png"), STR("图"), 9);
    doc_build_notice(b, DOC_NOTICE_CHARSET, 1, 1);
    doc_build_page(b, 1);
    doc_build_page(b, 5);
    return doc_build_end(b);
}

static void comes_back_as_it_was(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct doc *back = NULL;
    struct strbuf first = { 0 };
    struct strbuf second = { 0 };
    doc_save(doc, &first);
    assert_int_equal(doc_load(&back, strbuf_view(&first), NULL), 0);
    doc_save(back, &second);
    assert_true(str_eq(strbuf_view(&first), strbuf_view(&second)));
    assert_string_equal(back->charset, "GB18030");
    assert_int_equal(back->block_count, doc->block_count);
    assert_true(str_eq(strbuf_view(&back->text), strbuf_view(&doc->text)));
    assert_int_equal(back->blocks[0].level, 1);
    assert_int_equal(back->blocks[0].flags, doc->blocks[0].flags);
    assert_int_equal(back->cells[0].row_span, 2);
    assert_true(back->cells[0].header);
    assert_true(back->tables[0].guessed && !back->tables[1].guessed);
    assert_int_equal(back->tables[1].parent_cell, 6);
    assert_int_equal(back->links[0].line, 8);
    assert_int_equal(doc_page_of(back, 4), 1);
    assert_int_equal(doc_page_of(back, 5), 2);
    assert_int_equal(doc_page_of(back, 0), 0);
    strbuf_free(&first);
    strbuf_free(&second);
    doc_free(doc);
    doc_free(back);
}

/* Any byte of the plain content changed: refused, or at least safe to walk. */
static void never_trusts_an_index(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct strbuf good = { 0 };
    doc_save(doc, &good);
    size_t n = (size_t)ZSTD_getFrameContentSize(good.p, good.n);
    unsigned char *plain = malloc(n);
    char *packed = malloc(ZSTD_compressBound(n));
    size_t refused = 0;
    assert_int_equal(ZSTD_decompress(plain, n, good.p, good.n), n);
    static const unsigned char values[] = { 0, 1, 0x7F, 0x80, 0xFF };
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < sizeof values; k++) {
            unsigned char before = plain[i];
            plain[i] = values[k];
            size_t len = ZSTD_compress(packed, ZSTD_compressBound(n), plain, n, 1);
            plain[i] = before;
            struct doc *back = NULL;
            int code = doc_load(&back, (struct str){ packed, len }, NULL);
            refused += code != 0;
            if (code != 0) {
                assert_null(back);
                continue;
            }
            struct strbuf text = { 0 };
            for (size_t c = 0; c < back->cell_count; c++)
                doc_cell_raw(back, &back->cells[c], &text);
            for (size_t c = 0; c < back->block_count; c++)
                strbuf_str(&text, doc_block_text(back, c));
            for (size_t c = 0; c < back->link_count; c++)
                strbuf_str(&text, doc_string(back, back->links[c].href, back->links[c].href_len));
            strbuf_free(&text);
            doc_free(back);
        }
    }
    assert_true(refused > n);
    free(plain);
    free(packed);
    strbuf_free(&good);
    doc_free(doc);
}

static void refuses_damaged_bytes(void **state)
{
    (void)state;
    struct doc *doc = sample();
    struct strbuf good = { 0 };
    struct doc *back = doc;
    struct error err = { 0 };
    doc_save(doc, &good);
    assert_int_equal(doc_load(&back, STR(""), &err), ERR_FORMAT);
    assert_null(back);
    assert_true(err.message[0] != '\0');
    assert_int_equal(doc_load(&back, STR("no snapshot at all"), NULL), ERR_FORMAT);
    for (size_t n = 0; n < good.n; n++)
        assert_int_equal(doc_load(&back, (struct str){ good.p, n }, NULL), ERR_FORMAT);
    for (size_t i = 0; i < good.n; i++) {
        good.p[i] ^= 0x10;
        if (doc_load(&back, strbuf_view(&good), NULL) == 0)
            doc_free(back); /* a bit of the frame's header that means nothing */
        good.p[i] ^= 0x10;
    }
    strbuf_free(&good);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),
        cmocka_unit_test(never_trusts_an_index),
        cmocka_unit_test(refuses_damaged_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
