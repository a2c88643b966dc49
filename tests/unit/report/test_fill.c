/* test_fill.c - a Word template filled in: placeholders however they are cut, rows repeated, nothing made up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/archive.h"
#include "report/fill.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const struct archive_limits limits = { 100, 1 << 20, 1 << 20, 1000 };

static void make(struct strbuf *out, const char *body)
{
    struct strbuf document = { 0 };
    strbuf_fmt(&document,
               "<?xml version=\"1.0\"?><w:document " W "><w:body>%s</w:body></w:document>", body);
    const struct archive_entry entries[] = {
        { STR("[Content_Types].xml"), STR("<Types/>") },
        { STR("word/document.xml"), strbuf_view(&document) },
        { STR("word/footer1.xml"),
          STR("<w:ftr " W "><w:p><w:r><w:t>{{name}}</w:t></w:r></w:p></w:ftr>") },
        { STR("word/media/a.png"), STR("{{name}}") },
    };
    assert_int_equal(archive_write(out, entries, sizeof entries / sizeof *entries, NULL), 0);
    strbuf_free(&document);
}

/* What stands between <w:body> and </w:body> afterwards. */
static int filled(struct strbuf *out, const char *body, const char *values, struct error *err)
{
    struct strbuf template_bytes = { 0 };
    struct strbuf bytes = { 0 };
    struct archive archive = { 0 };
    cJSON *model = cJSON_Parse(values);
    assert_non_null(model);
    make(&template_bytes, body);
    int rc = fill_docx(&bytes, strbuf_view(&template_bytes), "t.docx", model, err);
    strbuf_clear(out);
    if (rc == 0) {
        assert_int_equal(archive_read(&archive, strbuf_view(&bytes), "out", &limits, NULL), 0);
        assert_int_equal(archive.n, 4);
        assert_true(str_has(archive.entries[2].bytes, "<w:t xml:space=\"preserve\">"));
        assert_true(str_eq_c(archive.entries[3].bytes, "{{name}}"));
        struct str text = archive.entries[1].bytes;
        size_t from = str_find(text, STR("<w:body>")) + 8;
        size_t to = str_find(text, STR("</w:body>"));
        strbuf_str(out, to == SIZE_MAX ? str_of("") : str_sub(text, from, to - from));
        archive_free(&archive);
    }
    strbuf_free(&template_bytes);
    strbuf_free(&bytes);
    cJSON_Delete(model);
    return rc;
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define FILLED(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define ROW(text) "<w:tr><w:tc>" text "</w:tc></w:tr>"

static void expect(const char *body, const char *values, const char *result)
{
    struct strbuf out = { 0 };
    struct error err = { 0 };
    if (filled(&out, body, values, &err))
        fail_msg("%s", err.message);
    assert_string_equal(out.n ? out.p : "", result);
    strbuf_free(&out);
}

static void values_take_their_places(void **state)
{
    (void)state;
    expect(P("a {{name}} b {{ n }}{{none}}!"), "{\"name\":\"x\",\"n\":2.5,\"none\":null}",
           FILLED("a x b 2.5!"));
    expect(P("no braces { } }}"), "{\"name\":\"x\"}", P("no braces { } }}"));
    expect(P("{{name}}"), "{\"name\":\"<&>\\\"\"}", FILLED("&lt;&amp;&gt;\""));
}

static void runs_do_not_matter(void **state)
{
    (void)state;
    expect(
        "<w:p><w:r><w:t>a{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{na</w:t></w:r><w:r><w:tab/"
        "><w:t>me}"
        "</w:t></w:r><w:r><w:t>}z {{name}}</w:t></w:r></w:p>",
        "{\"name\":\"X\"}",
        "<w:p><w:r><w:t xml:space=\"preserve\">aX</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t "
        "xml:space=\"preserve\"/></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"/></w:r><w:r><w:t "
        "xml:space=\"preserve\">z X</w:t></w:r></w:p>");
}

static void values_are_no_templates(void **state)
{
    (void)state;
    expect(P("{{name}} {{b}}"), "{\"name\":\"{{b}}\",\"b\":\"{{name}} }}\"}",
           FILLED("{{b}} {{name}} }}"));
    expect(P("{{name}}"), "{\"name\":\"a\\u0001b\\u202ec\"}",
           FILLED("a&lt;U+0001&gt;b&lt;U+202E&gt;c"));
}

static void lines_become_lines(void **state)
{
    (void)state;
    expect(P("{{name}}."), "{\"name\":\"one\\ntwo\"}",
           "<w:p><w:r><w:t xml:space=\"preserve\">one</w:t><w:br/><w:t "
           "xml:space=\"preserve\">two.</w:t></w:r></w:p>");
}

static void rows_are_repeated(void **state)
{
    (void)state;
    static const char two[] = "{\"name\":\"x\",\"items\":[{\"no\":1},{\"no\":2}]}";
    expect("<w:tbl>" ROW(P("head")) ROW(P("{{items.no}} {{name}}")) "</w:tbl>", two,
           "<w:tbl>" ROW(P("head")) ROW(FILLED("1 x")) ROW(FILLED("2 x")) "</w:tbl>");
    expect(P("{{items.no}}") P("end"), two, FILLED("1") FILLED("2") P("end"));
    /* the innermost row */
    expect("<w:tbl>" ROW("<w:tbl>" ROW(P("{{items.no}}")) "</w:tbl>") "</w:tbl>", two,
           "<w:tbl>" ROW("<w:tbl>" ROW(FILLED("1")) ROW(FILLED("2")) "</w:tbl>") "</w:tbl>");
}

static void rows_without_members_vanish(void **state)
{
    (void)state;
    static const char none[] = "{\"name\":\"x\",\"items\":[]}";
    expect("<w:tbl>" ROW(P("head")) ROW(P("{{items.no}}")) "</w:tbl>", none,
           "<w:tbl>" ROW(P("head")) "</w:tbl>");
    expect(P("a") "<w:tbl>" ROW(P("{{items.no}}")) "</w:tbl>" P("{{items.no}}"), none, P("a"));
}

static void refuse(const char *body, const char *named)
{
    struct strbuf out = { 0 };
    struct error err = { 0 };
    assert_int_equal(filled(&out, body, "{\"name\":\"x\",\"items\":[{\"no\":1}]}", &err),
                     ERR_CONFIG);
    if (!strstr(err.message, named) || strncmp(err.message, "t.docx", 6) != 0)
        fail_msg("%s", err.message);
    strbuf_free(&out);
}

static void what_is_unknown_is_told(void **state)
{
    (void)state;
    refuse(P("{{nobody}}"), "items.no");
    refuse(P("{{items.nobody}}"), "items.nobody");
    refuse(P("{{others.no}}"), "others.no");
    refuse(P("{{name"), "{{name");
    refuse(P("{{items}}"), "items");
    refuse("<w:p>", "Word");
    refuse("</w:body></w:document><!--", "Word");
    struct error err = { 0 };
    struct strbuf out = { 0 };
    assert_int_equal(fill_docx(&out, STR("no zip"), "t.docx", NULL, &err), ERR_CONFIG);
    struct strbuf zip = { 0 };
    const struct archive_entry other = { STR("a.txt"), STR("x") };
    assert_int_equal(archive_write(&zip, &other, 1, NULL), 0);
    assert_int_equal(fill_docx(&out, strbuf_view(&zip), "t.docx", NULL, &err), ERR_CONFIG);
    strbuf_free(&zip);
}

static void the_same_bytes_every_day(void **state)
{
    (void)state;
    struct strbuf a = { 0 };
    struct strbuf b = { 0 };
    make(&a, P("x"));
    make(&b, P("x"));
    assert_true(str_eq(strbuf_view(&a), strbuf_view(&b)));
    strbuf_free(&a);
    strbuf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_take_their_places), cmocka_unit_test(runs_do_not_matter),
        cmocka_unit_test(values_are_no_templates),  cmocka_unit_test(lines_become_lines),
        cmocka_unit_test(rows_are_repeated),        cmocka_unit_test(rows_without_members_vanish),
        cmocka_unit_test(what_is_unknown_is_told),  cmocka_unit_test(the_same_bytes_every_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
