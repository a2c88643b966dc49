/* test_mime.c - web archives: which part is the page, in what charset, from where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "read/mime.h"
#include "read/read.h"

#define TOP "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
#define PAGE(headers, text) "--b\r\nContent-Type: text/html" headers "\r\n\r\n" text "\r\n"
#define END "--b--\r\n"
#define TEN "甲乙丙丁戊己庚辛壬癸"
#define SIXTY TEN TEN TEN TEN TEN TEN

static const struct {
    const char *bytes;
    bool is;
} begins[] = {
    { TOP, true },
    { "From: <Saved by Blink>\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\nx",
      true },
    { "mime-version:1.0\ncontent-type:multipart/related;\n\tboundary=\"b\"\n\n--b", true },
    { "MIME-Version: 1.0\r\n\r\nx", false },
    { "Content-Type: text/html\r\n\r\nx", false },
    { "MIME-Version 是一种标准\nContent-Type: x\n\n", false },
    { "<html>MIME-Version: 1.0\nContent-Type: x", false },
    { "\r\n" TOP, false },
    { "", false },
};

static void tells_an_archive_by_its_first_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (mime_is(str_of(begins[i].bytes)) != begins[i].is)
            fail_msg("case %zu", i);
}

static const struct {
    const char *bytes, *text, *from;
} pages[] = {
    { TOP PAGE("; charset=utf-8", "<p>甲</p>") END, "甲", "" },
    { TOP PAGE("\r\nContent-Transfer-Encoding: quoted-printable", "<p>=E7=94=\r\n=B2</p>") END,
      "甲", "" },
    { TOP PAGE("; charset=gb2312\r\nContent-Transfer-Encoding: base64", "PHA+vNc8L3A+") END, "甲",
      "" },
    /* the first page, whatever stands before it */
    { TOP "--b\r\nContent-Type: image/png\r\n\r\nx\r\n" PAGE("", "<p>甲</p>") PAGE("", "<p>乙</p>")
          END,
      "甲", "" },
    /* the part that the archive names */
    { "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; "
      "start=\"<main>\"\r\n\r\n" PAGE("", "<p>甲</p>") PAGE("\r\nContent-ID: <main>", "<p>乙</p>")
          END,
      "乙", "" },
    /* a page around frames, and one with an advertisement in a frame */
    { TOP PAGE("", "<p>甲</p><iframe src='a.html'></iframe>") PAGE("", "<p>乙丙</p>") PAGE("", "丁")
          END,
      "乙丙", "" },
    { TOP PAGE("", "<p>甲乙</p><iframe src='a.html'></iframe>") PAGE("", "<p>丙</p>") END, "甲乙",
      "" },
    /* a page with a text of its own stays, however long the list in its frame is */
    { TOP PAGE("", "<p>" SIXTY SIXTY "</p><iframe src='a.html'></iframe>")
          PAGE("", "<p>" SIXTY SIXTY SIXTY "</p>") END,
      SIXTY SIXTY, "" },
    /* characters count, not bytes */
    { TOP PAGE("; charset=gb2312\r\nContent-Transfer-Encoding: base64",
               "PHA+vNe80tLSsfu2oTwvcD48aWZyYW1lIHNyYz0nYS5odG1sJz48L2lmcmFtZT4=")
          PAGE("; charset=utf-8", "<p>子丑寅卯辰</p>") END,
      "甲家乙丙丁", "" },
    /* what nobody sees is no text of its own; a frame in a comment is none */
    { TOP PAGE("", "<title>" SIXTY "</title><script>'" SIXTY SIXTY "'</script><!-- " SIXTY SIXTY
                   " --><style>/*" SIXTY SIXTY "*/</style><IFRAME name='" SIXTY SIXTY
                   "' src='a.html'></IFRAME>") PAGE("", "<p>甲乙</p>") END,
      "甲乙", "" },
    { TOP PAGE("", "<p>甲</p><!-- <iframe src='a.html'></iframe> -->") PAGE("", "<p>乙丙</p>") END,
      "甲", "" },
    { TOP PAGE("", "<frameset><frame src='a.html'><noframes>" SIXTY SIXTY "</noframes></frameset>")
          PAGE("", "<p>甲</p>") END,
      "甲", "" },
    /* one part, no multipart; text is taken when there is no page */
    { "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>甲</p>", "甲", "" },
    { TOP "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n甲\r\n" END, "甲", "" },
    /* parts in parts */
    { TOP "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: "
          "text/plain\r\n\r\nx\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>甲</p>\r\n--c--\r\n" END,
      "甲", "" },
    /* from where it was saved; a folder of somebody's own is no place */
    { TOP PAGE("\r\nContent-Location: https://a.gov.cn/b.html", "<p>甲</p>") END, "甲",
      "https://a.gov.cn/b.html" },
    { TOP PAGE("\r\nContent-Location: file:///C:/b.htm", "<p>甲</p>") END, "甲", "" },
    { "Snapshot-Content-Location: http://a.gov.cn/\r\n" TOP PAGE("", "<p>甲</p>") END, "甲",
      "http://a.gov.cn/" },
    /* an end that is missing behind the page is no loss */
    { TOP PAGE("", "<p>甲</p>") "--b\r\nContent-Type: image/png\r\n\r\nabc", "甲", "" },
};

static void finds_the_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct error err = { 0 };
        struct doc *doc = NULL;
        if (read_document(&doc, str_of(pages[i].bytes), "a.mht", NULL, &err) != 0)
            fail_msg("case %zu: %s", i, err.message);
        if (doc->block_count != 1 || !str_eq_c(doc_block_raw(doc, 0), pages[i].text) ||
            !str_eq_c(doc_meta(doc, "saved-from", NULL), pages[i].from))
            fail_msg("case %zu", i);
        assert_int_equal(doc->blocks[0].line, 1);
        doc_free(doc);
    }
}

static const char *const broken[] = {
    TOP PAGE("", "<p>甲"),                                 /* ends within the page */
    TOP "--b\r\nContent-Type: image/png\r\n\r\nx\r\n" END, /* pictures only */
    TOP,
    TOP PAGE("", "") END,
};

static void says_what_is_damaged(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct error err = { 0 };
        struct doc *doc = NULL;
        if (read_document(&doc, str_of(broken[i]), "a.mht", NULL, &err) != ERR_DAMAGED)
            fail_msg("case %zu", i);
        assert_non_null(strstr(err.message, "a.mht"));
        assert_null(doc);
    }
}

static void repeat(struct strbuf *out, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        strbuf_c(out, text);
}

static void refuses_too_many_parts(void **state)
{
    (void)state;
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    struct doc *doc = NULL;
    strbuf_c(&bytes, TOP);
    repeat(&bytes, "--b\r\n\r\n\r\n", MIME_PARTS + 1);
    assert_int_equal(read_document(&doc, strbuf_view(&bytes), "a.mht", NULL, &err), ERR_LIMIT);
    strbuf_clear(&bytes);
    strbuf_c(&bytes, TOP); /* a page deeper than anyone looks */
    repeat(&bytes, "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", 1000);
    strbuf_c(&bytes, PAGE("", "<p>x</p>") END);
    assert_int_not_equal(read_document(&doc, strbuf_view(&bytes), "a.mht", NULL, &err), 0);
    strbuf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_an_archive_by_its_first_lines),
        cmocka_unit_test(finds_the_page),
        cmocka_unit_test(says_what_is_damaged),
        cmocka_unit_test(refuses_too_many_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
