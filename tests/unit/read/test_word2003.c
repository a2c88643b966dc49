/* test_word2003.c - Word files as Word 2003 saved them in XML. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dump.h"
#include "read/read.h"

#define HEAD                                                                                       \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><?mso-application "              \
    "progid=\"Word.Document\"?><w:wordDocument "                                                   \
    "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "                            \
    "xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" "                          \
    "xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" "                                    \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:"        \
    "office\"><o:DocumentProperties><o:Author>王&amp;李</o:Author></o:DocumentProperties>"       \
    "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"             \
    "<w:nfc w:val=\"37\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:listDef><w:list w:ilfo=\"3\">"   \
    "<w:ilst w:val=\"0\"/></w:list></w:lists><w:styles><w:style w:type=\"paragraph\" "             \
    "w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"      \
    "</w:style></w:styles><w:body><wx:sect>"
#define TAIL "</wx:sect></w:body></w:wordDocument>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ITEM "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"3\"/><wx:t wx:val=\"x\"/></w:listPr>"

static struct doc *read(const char *body)
{
    struct strbuf file = { 0 };
    struct doc *doc = NULL;
    struct error err = { 0 };
    strbuf_c(&file, HEAD);
    strbuf_c(&file, body);
    strbuf_c(&file, TAIL);
    if (read_document(&doc, strbuf_view(&file), "a.xml", NULL, &err) != 0)
        fail_msg("%s", err.message);
    strbuf_free(&file);
    return doc;
}

static void check(const char *body, const char *due)
{
    struct doc *doc = read(body);
    char *blocks = dump_blocks(doc);
    assert_string_equal(blocks, due);
    free(blocks);
    doc_free(doc);
}

static void numbers_and_styles(void **state)
{
    (void)state;
    check("<w:p><w:pPr>" ITEM "</w:pPr><w:r><w:t>甲</w:t></w:r></w:p><wx:sub-section>" P(
              "文") "<w:p><w:pPr><w:pStyle w:val=\"1\"/>" ITEM "</w:pPr><w:r><w:t>乙</w:t></w:r>"
                    "</w:p></wx:sub-section>",
          "1:一、甲\n2:文\n3b1:二、乙\n");
}

static void tracked_changes_and_remarks(void **state)
{
    (void)state;
    struct doc *doc = read(
        "<w:p><w:r><w:t>收到</w:t></w:r><aml:annotation aml:id=\"1\" w:type=\"Word.Deletion\">"
        "<aml:content><w:r><w:delText>9</w:delText></w:r></aml:content></aml:annotation>"
        "<aml:annotation aml:id=\"2\" w:type=\"Word.Insertion\"><aml:content><w:r><w:t>12</w:t>"
        "</w:r></aml:content></aml:annotation><w:r><w:t>件</w:t></w:r><aml:annotation "
        "aml:id=\"3\" w:type=\"Word.Comment\"><aml:content>" P("核对") "</aml:content>"
                                                                       "</aml:annotation></w:p>");
    char *blocks = dump_blocks(doc);
    assert_string_equal(blocks, "1:收到12件\n");
    assert_int_equal(doc->notice_count, 2);
    free(blocks);
    doc_free(doc);
}

static void merged_cells_links_and_margins(void **state)
{
    (void)state;
    struct doc *doc = read("<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr>" P(
        "甲") "</w:tc><w:tc>" P("1") "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>"
                                     "<w:p/></w:tc><w:tc>" P(
                                         "2") "</w:tc></w:tr></w:tbl><w:p><w:hlink "
                                              "w:dest=\"http://a.gov.cn/?b=1&amp;c\">"
                                              "<w:r><w:t>网站</w:t></w:r></w:hlink></"
                                              "w:p><w:sectPr><w:hdr w:type=\"odd\">" P(
                                                  "页眉") "</w:hdr></w:sectPr>");
    char *cells = dump_cells(doc);
    assert_int_equal(doc->cell_count, 3);
    assert_int_equal(doc->cells[0].row_span, 2);
    assert_int_equal(doc->link_count, 1);
    assert_true(str_eq_c(doc_string(doc, doc->links[0].href, doc->links[0].href_len),
                         "http://a.gov.cn/?b=1&c"));
    size_t last = doc->block_count - 1;
    assert_true(str_eq_c(doc_block_text(doc, last), "页眉"));
    assert_true(doc->blocks[last].flags & DOC_CHROME);
    assert_true(str_eq_c(doc_meta(doc, "dc:creator", NULL), "王&李"));
    free(cells);
    doc_free(doc);
}

static void a_broken_one_is_damaged(void **state)
{
    (void)state;
    static const char *const files[] = {
        HEAD P("甲"),
        "<w:wordDocument xmlns:w=\"x\"/>",
        "<w:wordDocument/>",
        "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct doc *doc = NULL;
        struct error err = { 0 };
        assert_int_equal(read_document(&doc, str_of(files[i]), "a.xml", NULL, &err), ERR_DAMAGED);
        assert_null(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_styles),
        cmocka_unit_test(tracked_changes_and_remarks),
        cmocka_unit_test(merged_cells_links_and_margins),
        cmocka_unit_test(a_broken_one_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
