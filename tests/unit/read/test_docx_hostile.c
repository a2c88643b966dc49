/* test_docx_hostile.c - Word files that are broken, huge or meant to hurt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "read/read.h"
#include "zip_up.h"

#define WORD                                                                                       \
    "<w:document "                                                                                 \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* What a hostile or broken file gives. */
static int read_parts(const struct zip_part *parts, size_t n, struct error *err)
{
    struct strbuf file = zip_up(parts, n);
    struct doc *doc = NULL;
    int rc = read_document(&doc, strbuf_view(&file), "a.docx", NULL, err);
    assert_true((rc == 0) == (doc != NULL));
    doc_free(doc);
    strbuf_free(&file);
    return rc;
}

static void refuses_with_the_reason(void **state)
{
    (void)state;
    static const struct {
        struct zip_part part;
        int code;
        const char *says;
    } cases[] = {
        { { "ppt/presentation.xml", "<x/>" }, ERR_FORMAT, "演示" },
        { { "OFD.xml", "<x/>" }, ERR_FORMAT, "OFD" },
        { { "content.xml", "<x/>" }, ERR_FORMAT, "OpenDocument" },
        { { "a.txt", "x" }, ERR_FORMAT, "压缩包" },
        { { "word/document.xml", WORD "<w:p>" }, ERR_DAMAGED, "损坏" },
        { { "word/document.xml", "" }, ERR_DAMAGED, "损坏" },
        { { "word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]>" WORD "</w:body></w:document>" },
          ERR_FORMAT,
          "文档类型" },
        { { "word/document.xml", WORD "<w:altChunk/></w:body></w:document>" },
          ERR_FORMAT,
          "altChunk" },
        { { "word/document.xml", WORD "<w:p/></w:body></w:document>" }, ERR_FORMAT, "没有文字" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = { 0 };
        assert_int_equal(read_parts(&cases[i].part, 1, &err), cases[i].code);
        assert_non_null(strstr(err.message, cases[i].says));
        assert_non_null(strstr(err.message, "a.docx"));
    }
    const struct zip_part lost = {
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"x/officeDocument\" "
        "Target=\"word/gone.xml\"/></Relationships>"
    };
    struct error err = { 0 };
    assert_int_equal(read_parts(&lost, 1, &err), ERR_DAMAGED);
    assert_non_null(strstr(err.message, "缺少正文"));
}

/* Some writers part names by backslashes, or begin them with a slash; two of one name are two files. */
static void takes_names_as_they_come(void **state)
{
    (void)state;
    static const char text[] = WORD P("文") "</w:body></w:document>";
    const struct zip_part parts[] = { { "word\\document.xml", text },
                                      { "/Word/Document.xml", text } };
    struct error err = { 0 };
    assert_int_equal(read_parts(&parts[0], 1, &err), 0);
    assert_int_equal(read_parts(&parts[1], 1, &err), 0);
    assert_int_equal(read_parts(parts, 2, &err), ERR_DAMAGED);
    assert_non_null(strstr(err.message, "同名"));
}

static void tells_pictures_from_text(void **state)
{
    (void)state;
    const struct zip_part part = {
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats.org/"
        "officeDocument/2006/relationships\"><w:body><w:p><w:r><w:pict><v:imagedata r:id=\"a\"/>"
        "</w:pict></w:r></w:p></w:body></w:document>"
    };
    struct error err = { 0 };
    assert_int_equal(read_parts(&part, 1, &err), ERR_FORMAT);
    assert_string_equal(err.reason, "no_text_layer");
}

static void refuses_what_was_cut_off(void **state)
{
    (void)state;
    const struct zip_part part = { "word/document.xml", WORD P("文") "</w:body></w:document>" };
    struct strbuf file = zip_up(&part, 1);
    for (size_t n = 4; n < file.n; n += 7) {
        struct doc *doc = NULL;
        struct error err = { 0 };
        struct str part = { file.p, n };
        assert_int_equal(read_document(&doc, part, "a.docx", NULL, &err), ERR_DAMAGED);
        assert_null(doc);
    }
    strbuf_free(&file);
}

/* A byte that was changed on the way: read or refused, never worse. */
static void survives_changed_bytes(void **state)
{
    (void)state;
    const struct zip_part part = { "word/document.xml", WORD P("文") "</w:body></w:document>" };
    struct strbuf file = zip_up(&part, 1);
    for (size_t i = 0; i < file.n; i += 3) {
        struct doc *doc = NULL;
        file.p[i] = (char)(file.p[i] ^ 0x41);
        if (read_document(&doc, strbuf_view(&file), "a.docx", NULL, NULL) == 0)
            doc_free(doc);
        file.p[i] = (char)(file.p[i] ^ 0x41);
    }
    strbuf_free(&file);
}

/* before and after are repeated n times around inner. */
static char *nested(const char *before, const char *inner, const char *after, size_t n)
{
    struct strbuf out = { 0 };
    strbuf_c(&out, WORD);
    for (size_t i = 0; i < n; i++)
        strbuf_c(&out, before);
    strbuf_c(&out, inner);
    for (size_t i = 0; i < n; i++)
        strbuf_c(&out, after);
    strbuf_c(&out, "</w:body></w:document>");
    return strbuf_take(&out);
}

static void keeps_its_limits(void **state)
{
    (void)state;
    static const struct {
        const char *before, *inner, *after;
        size_t n;
        int code;
    } cases[] = {
        { "<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", 60, ERR_FORMAT },
        { "<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", 5000, ERR_LIMIT },
        { "<w:p><w:r>", "<w:t>x</w:t>", "</w:r></w:p>", 100, 0 },
        { "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "", "", 100000, 0 },
        { "<w:tbl>", "", "</w:tbl>", 200, ERR_FORMAT },
        { "<w:tr><w:tc/></w:tr>", "", "", 20000, ERR_FORMAT },
        { "<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>", "", "", 30000, ERR_FORMAT },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/>", "", "</w:r></w:p>", 110, ERR_FORMAT },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", P("x"), "", 1000, 0 },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "", "", 1000, ERR_FORMAT },
        { "<w:tbl><w:tblGrid><w:gridCol "
          "w:w=\"999999\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan "
          "w:val=\"999999\"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
          "", "", 100, ERR_FORMAT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *document = nested(cases[i].before, cases[i].inner, cases[i].after, cases[i].n);
        const struct zip_part part = { "word/document.xml", document };
        struct error err = { 0 };
        int rc = read_parts(&part, 1, &err);
        if (rc != cases[i].code)
            fail_msg("case %zu: %d, %s", i, rc, err.message);
        free(document);
    }
}

static void refuses_an_endless_tag(void **state)
{
    (void)state;
    struct strbuf document = { 0 };
    strbuf_c(&document, WORD "<w:p");
    for (int i = 0; i < 100000; i++)
        strbuf_fmt(&document, " a%d=\"\"", i);
    strbuf_c(&document, "/></w:body></w:document>");
    const struct zip_part part = { "word/document.xml", document.p };
    struct error err = { 0 };
    assert_int_equal(read_parts(&part, 1, &err), ERR_LIMIT);
    strbuf_free(&document);
    char *quotes = mem_alloc(20001); /* long text is no tag */
    memset(quotes, 'x', 20000);
    quotes[20000] = '\0';
    strbuf_fmt(&document, WORD P("%s") P("\"'") "</w:body></w:document>", quotes);
    const struct zip_part text = { "word/document.xml", document.p };
    assert_int_equal(read_parts(&text, 1, &err), 0);
    strbuf_free(&document);
    free(quotes);
}

static void refuses_bombs(void **state)
{
    (void)state;
    size_t n = (size_t)64 << 20;
    char *zeros = mem_alloc(n + 1);
    memset(zeros, ' ', n);
    zeros[n] = '\0';
    const struct zip_part part = { "word/document.xml", zeros };
    struct error err = { 0 };
    assert_int_equal(read_parts(&part, 1, &err), ERR_LIMIT);
    assert_non_null(strstr(err.message, "太大"));
    free(zeros);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_with_the_reason),  cmocka_unit_test(takes_names_as_they_come),
        cmocka_unit_test(tells_pictures_from_text), cmocka_unit_test(refuses_what_was_cut_off),
        cmocka_unit_test(survives_changed_bytes),   cmocka_unit_test(keeps_its_limits),
        cmocka_unit_test(refuses_an_endless_tag),   cmocka_unit_test(refuses_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
