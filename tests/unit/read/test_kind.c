/* test_kind.c - what a file is, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "read/convert.h"
#include "read/kind.h"
#include "read/read.h"

static const struct {
    struct str bytes;
    const char *name, *says;
} refused[] = {
    { { "", 0 }, "a.html", "空" },
    { { " \n\t", 3 }, "a.txt", "空" },
    { { "\xEF\xBB\xBF", 3 }, "a.txt", "空" },
    { { "\xEF\xBB\xBF\r\n \xE3\x80\x80", 9 }, "a.html", "空" },
    { { "\xFF\xFE", 2 }, "a.txt", "空" },
    { { "\xFE\xFF\0 \0\n", 6 }, "a.txt", "空" },
    { { "HTTP/1.1 200 OK\n\n\xEF\xBB\xBF", 20 }, "a.html", "空" },
    { { "\xD0\xCF\x11\xE0\xA1\xB1", 6 }, "a.txt", "旧版 Office" },
    { STR_INIT("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:x/>"),
      "a.doc", "另存为 .docx" },
    { { "\x89PNG\r\n", 6 }, "a.html", "PNG" },
    { { "\x01\x02\x03\x04\x05\x06\x07\x08", 8 }, "a.bin", "二进制" },
};

static void refuses_what_it_cannot_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct error err = { 0 };
        struct doc *doc = NULL;
        assert_int_equal(read_document(&doc, refused[i].bytes, refused[i].name, NULL, &err),
                         ERR_FORMAT);
        assert_null(doc);
        assert_non_null(strstr(err.message, refused[i].says));
        assert_non_null(strstr(err.message, refused[i].name));
    }
}

/* Only the mark of a PDF, by itself and behind HTTP headers. */
static void knows_a_pdf_by_its_content(void **state)
{
    (void)state;
    static const struct str cases[] = { STR_INIT("%PDF-1.7\n"),
                                        STR_INIT("HTTP/1.1 200 OK\n\n%PDF-1.7\n") };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = { 0 };
        struct doc *doc = NULL;
        assert_int_not_equal(read_document(&doc, cases[i], "a.html", NULL, &err), 0);
        assert_non_null(strstr(err.message, "PDF"));
    }
}

static void refuses_what_is_too_large(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct doc *doc;
    char *bytes = mem_zero(READ_LIMIT + 1, 1);
    memset(bytes, ' ', READ_LIMIT);
    bytes[0] = 'x';
    struct str s = { bytes, READ_LIMIT + 1 };
    assert_int_equal(read_document(&doc, s, "a.html", NULL, &err), ERR_LIMIT);
    assert_non_null(strstr(err.message, "64"));
    s.n = READ_TEXT_LIMIT + 1; /* text has a limit of its own */
    assert_int_equal(read_document(&doc, s, "a.html", NULL, &err), ERR_LIMIT);
    assert_non_null(strstr(err.message, "16"));
    free(bytes);
}

static void tells_a_password_from_an_old_file(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct doc *doc;
    struct str s = STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0"
                       "P\0a\0c\0k\0a\0g\0e\0\0\0");
    assert_int_equal(read_document(&doc, s, "a.docx", NULL, &err), ERR_LOCKED);
    assert_non_null(strstr(err.message, "密码"));
    assert_int_equal(
        read_document(&doc, STR("PK\x03\x04......word/document.xml"), "a.docx", NULL, &err),
        ERR_DAMAGED);
    assert_non_null(strstr(err.message, "a.docx"));
}

static const struct {
    const char *text, *name;
    bool html;
} kinds[] = {
    { "<!DOCTYPE html>", "a.txt", true },
    { "  <html><body>x", "a.txt", true },
    { "<p>x</p>", NULL, true },
    { "一、概况\n<p>甲</p><p>乙</p>", "a.txt", true },
    { "一、概况\n3<5,<em>", "a.txt", false },
    { "一、概况", "a.html", false },
    { "一、概况<br>甲", "a.html", true },
    { "甲<br>乙", "a.txt", false },
    { "<甲>乙<丙>", "a.txt", false },
};

static void tells_pages_from_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        assert_int_equal(kind_is_html(str_of(kinds[i].text), kinds[i].name), kinds[i].html);
}

static void counts_lines_of_http_headers(void **state)
{
    (void)state;
    struct str bytes = STR("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n\r\n"
                           "<p>\xBC\xD7</p>");
    struct doc *doc;
    assert_int_equal(read_document(&doc, bytes, "a", NULL, NULL), 0);
    assert_int_equal(doc->block_count, 1);
    assert_int_equal(doc->blocks[0].line, 4);
    assert_true(str_eq_c(doc_block_raw(doc, 0), "甲"));
    doc_free(doc);
}

/* What only LibreOffice reads goes to it, which is there or not, and can do nothing with a broken file. */
static void hands_other_files_on(void **state)
{
    static const struct {
        struct str bytes;
        enum convert_kind kind;
    } cases[] = {
        { STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
          CONVERT_OLD_WORD },
        { STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0W\0o\0r\0k\0b\0o\0o\0k\0\0"),
          CONVERT_OLD_SHEET },
        { STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 P\0o\0w\0e\0r\0"), CONVERT_NONE },
        { STR_INIT("{\\rtf1\\ansi"), CONVERT_RTF },
        { STR_INIT("<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\"/>"), CONVERT_NONE },
        { STR_INIT("<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">"),
          CONVERT_OPEN_XML },
        { STR_INIT("<p>{\\rtf1</p>"), CONVERT_NONE },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(convert_kind(cases[i].bytes), cases[i].kind);
    assert_int_equal(convert_zip_kind(STR("PK....mimetypeapplication/vnd.oasis.opendocument.text")),
                     CONVERT_OPEN_TEXT);
    assert_int_equal(convert_zip_kind(STR("PK....xl/workbook.xml")), CONVERT_SHEET);
    assert_int_equal(convert_zip_kind(STR("PK....ppt/presentation.xml")), CONVERT_NONE);

    struct error err = { 0 };
    struct doc *doc = NULL;
    static const struct str one_file[] = {
        STR_INIT("<?xml version=\"1.0\"?>\n<pkg:package xmlns:pkg=\"x\"/>"),
        STR_INIT("<pkg:package xmlns:pkg=\"x\"><pkg:part pkg:name=\"/a\"><pkg:xmlData><b/>"),
        STR_INIT("<!DOCTYPE a [<!ENTITY b \"c\">]><pkg:package xmlns:pkg=\"x\"/>"),
    };
    for (size_t i = 0; i < sizeof one_file / sizeof *one_file; i++)
        assert_int_equal(read_document(&doc, one_file[i], "a.xml", NULL, &err), ERR_DAMAGED);
    assert_int_equal(kind_check(cases[0].bytes, "a.doc", &err), 0);
    int rc = read_document(&doc, cases[0].bytes, "a.doc", NULL, &err);
    assert_true(rc == ERR_DAMAGED || (rc == ERR_TOOL && strcmp(err.reason, "no_converter") == 0));
    assert_non_null(strstr(err.message, ".docx"));
    assert_null(doc);
}

static const struct {
    const char *name;
    struct str bytes;
    enum kind kind;
} files[] = {
    { "a.html", STR_INIT("%PDF-1.4"), KIND_PAGE }, /* believed, unseen */
    { "a.docx", STR_INIT("PK\3\4......"), KIND_WORD },
    { "a.doc", STR_INIT("PK\3\4......"), KIND_WORD },
    { "b.doc", STR_INIT("{\\rtf1 }"), KIND_WORD },
    { "c.doc", STR_INIT("<html><body><p>甲</p><p>乙</p></body></html>"), KIND_PAGE },
    { "d.doc", STR_INIT("MIME-Version: 1.0\nContent-Type: multipart/related\n\n"), KIND_PAGE },
    { "b.docx", STR_INIT("%PDF-1.4"), KIND_PDF },
    { "a.pdf", STR_INIT("PK\3\4......"), KIND_WORD },
    { "b.pdf", STR_INIT("%PDF-1.4"), KIND_PDF },
    { "a.wps", STR_INIT("一、总体情况"), KIND_OTHER },
    { "a.xlsx", STR_INIT("PK\3\4......"), KIND_OTHER },
    { "a.xls", STR_INIT("<html><body><p>甲</p><p>乙</p></body></html>"), KIND_OTHER },
    { "c.pdf", STR_INIT(""), KIND_PDF }, /* nothing else is known */
};

static void tells_carriers_by_their_content(void **state)
{
    (void)state;
    char folder[] = "/tmp/auditor-kind-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *path = file_join(folder, files[i].name);
        assert_int_equal(file_write(path, files[i].bytes, NULL), 0);
        if (kind_of_file(path) != files[i].kind)
            fail_msg("%s %zu: %d", files[i].name, i, (int)kind_of_file(path));
        remove(path);
        free(path);
    }
    remove(folder);
    assert_int_equal(kind_of_file("/nowhere/a.docx"), KIND_WORD);
    assert_int_equal(kind_by_name(STR("a/b.HTML")), KIND_PAGE);
    assert_int_equal(kind_by_name(STR("a.html/b")), KIND_OTHER);
    assert_int_equal(kind_of_read(DOC_HTML, STR("a.doc")), KIND_PAGE);
    assert_int_equal(kind_of_read(DOC_HTML, STR("a.XLS")), KIND_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_it_cannot_read),
        cmocka_unit_test(knows_a_pdf_by_its_content),
        cmocka_unit_test(refuses_what_is_too_large),
        cmocka_unit_test(tells_a_password_from_an_old_file),
        cmocka_unit_test(tells_pages_from_text),
        cmocka_unit_test(counts_lines_of_http_headers),
        cmocka_unit_test(hands_other_files_on),
        cmocka_unit_test(tells_carriers_by_their_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
