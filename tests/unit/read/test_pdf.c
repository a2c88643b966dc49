/* test_pdf.c - the words and the lines of a PDF, and files that hold none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "base/child.h"
#include "read/pdf_page.h"
#include "read/pdf_path.h"
#include "read/read.h"

static void words_have_places(void **state)
{
    (void)state;
    struct pdf pdf = { .arena = arena_new() };
    static const char xml[] =
        "<title>甲 &amp; 乙</title>\n<meta name=\"Author\" content=\"县局\"/>\n"
        "<page width=\"595.3\" height=\"841.9\">\n"
        "    <word xMin=\"10.5\" yMin=\"20\" xMax=\"40.5\" yMax=\"32\">总&lt;计</word>\n"
        "    <word xMin=\"50\" yMin=\"20\" xMax=\"60\" yMax=\"32\">1,024</word>\n"
        "    <word xMin=\"60\" yMin=\"20\" xMax=\"90\" yMax=\"32\">⼯作⺠</word>\n"
        "    <word xMin=\"x\" yMin=\"20\" xMax=\"60\" yMax=\"32\"> </word>\n"
        "<page width=\"595.3\" height=\"841.9\">\n"
        "    <word xMin=\"50\" yMin=\"20\" xMax=\"60\" yMax=\"32\">\xEE\x80\x80</word>\n";
    assert_int_equal(pdf_words(&pdf, STR(xml), NULL), 0);
    assert_int_equal(pdf.page_count, 2);
    assert_int_equal(pdf.pages[0].word_count, 3);
    const struct pdf_word *w = pdf.pages[0].words;
    assert_true(str_eq_c(w[0].text, "总<计"));
    assert_true(fabsf(w[0].em - 30 / 2.52F) < 0.01F && !w[0].number);
    assert_true(w[1].number);
    assert_true(str_eq_c(w[2].text, "工作民")); /* radicals are what they show */
    assert_true(str_eq_c(pdf.title, "甲 & 乙") && str_eq_c(pdf.author, "县局"));
    assert_int_equal(pdf.unmapped, 1);
    arena_free(pdf.arena);
}

static void pages_are_limited(void **state)
{
    (void)state;
    struct pdf pdf = { .arena = arena_new() };
    struct strbuf xml = { 0 };
    struct error err = { 0 };
    for (int i = 0; i <= PDF_PAGES; i++)
        strbuf_c(&xml, "<page width=\"1\" height=\"1\">\n");
    assert_int_equal(pdf_words(&pdf, strbuf_view(&xml), &err), ERR_LIMIT);
    assert_string_equal(err.reason, "too_many_pages");
    strbuf_free(&xml);
    arena_free(pdf.arena);
}

static void enumerators_are_known(void **state)
{
    (void)state;
    static const char *const yes[] = { "一、总", "（二）公", "(3)信", "3.属",
                                       "12、其", "十一、",   "(12)" };
    static const char *const no[] = { "3.5",  "2024年", "（本列", "总计",       "",
                                      "一般", "(",      "（）",   "（2023年）", "（2023）" };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(pdf_enumerated(str_of(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(pdf_enumerated(str_of(no[i])));
}

/* The lines of a content, each as "h" or "v", grounds as "g" and slanted text as "s", with their rounded places. */
static char *lines_of(const char *content)
{
    struct pdf_path_sink sink = { 0 };
    struct strbuf out = { 0 };
    strbuf_c(&out, "");
    pdf_path_read(&sink, str_of(content), &(struct pdf_matrix){ 1, 0, 0, 1, 0, 0 });
    for (size_t i = 0; i < sink.n; i++)
        strbuf_fmt(&out, "%c%.0f,%.0f-%.0f,%.0f ",
                   sink.rules[i].what == PDF_SHADE   ? 'g'
                   : sink.rules[i].what == PDF_SLANT ? 's'
                   : sink.rules[i].vertical          ? 'v'
                                                     : 'h',
                   (double)sink.rules[i].box.x0, (double)sink.rules[i].box.y0,
                   (double)sink.rules[i].box.x1, (double)sink.rules[i].box.y1);
    free(sink.rules);
    return strbuf_take(&out);
}

static void contents_draw_lines(void **state)
{
    (void)state;
    static const struct {
        const char *content, *lines;
    } cases[] = {
        { "10 20 m 50 20 l S", "h10,20-50,20 " },
        { "10 20 100 0.5 re f", "h10,20-110,20 " },
        { "10 20 1 90 re f*", "v10,20-10,110 " },
        { "10 20 30 40 re S", "h10,20-40,20 v40,20-40,60 h10,60-40,60 v10,20-10,60 " },
        { "10 20 30 40 re f", "g10,20-40,60 " },
        { "1 g 10 20 30 40 re f", "" },
        { "10 20 1 1 re f", "h10,20-11,20 v10,20-10,21 " }, /* a dot */
        { "10 20 30 40 re 11 21 28 38 re f*",
          "g10,20-40,60 h11,21-39,21 h11,59-39,59 v11,21-11,59 v39,21-39,59 " },
        { "10 20 m 50 60 l S", "" }, /* aslant */
        { "10 20 m 50 20 l n", "" }, /* not drawn */
        { "1 g 10 20 100 0.5 re f 0 g 10 30 100 0.5 re f", "h10,30-110,30 " },
        { "q 2 0 0 2 5 5 cm 10 20 m 50 20 l S Q 1 2 m 9 2 l S", "h25,45-105,45 h1,2-9,2 " },
        { "(1 2 m 9 2 l S) Tj <</A(\\))>> /X gs 1 2 m 9 2 l S", "h1,2-9,2 " },
        { "BI /W 1 ID 1 2 m 9 2 l S \nEI 1 2 m 9 2 l S % 1 2 m 8 2 l S\n", "h1,2-9,2 " },
        { "q 10 20 30 40 re W n 0 0 600 800 re f Q", "g10,20-40,60 " }, /* cut to the clip */
        { "q 10 20 30 40 re W* n 0 0 5 5 re f Q", "" },
        { "1 2 m 5 2 9 2 9 2 c S Q Q Q l re cm f", "" },
        { "BT 1 1 -1 1 10 20 Tm (a) Tj 5 0 Td (b) Tj ET BT (c) Tj ET",
          "s10,20-10,20 s15,25-15,25 " },
        { "q 0 1 -1 0 0 0 cm BT 9 0 2 9 1 1 Tm (a) Tj ET Q", "" }, /* upright, and italic */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *lines = lines_of(cases[i].content);
        assert_string_equal(lines, cases[i].lines);
        free(lines);
    }
}

/* A recogniser's text over the picture of a page is there, and nobody sees it. */
static void hidden_text_is_counted(void **state)
{
    (void)state;
    struct pdf_path_sink sink = { 0 };
    pdf_path_read(&sink, STR("BT (a) Tj q 3 Tr (b) Tj [(c)] TJ Q (d) ' ET"),
                  &(struct pdf_matrix){ 1, 0, 0, 1, 0, 0 });
    assert_int_equal(sink.shows, 4);
    assert_int_equal(sink.hidden, 2);
    free(sink.rules);
}

/* A PDF of one page without a table of its objects: readers find them all the same. */
static struct str one_page(struct strbuf *out, const char *page, const char *content)
{
    strbuf_clear(out);
    strbuf_fmt(out,
               "%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
               "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 100]>>\nendobj\n"
               "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R%s>>\nendobj\n"
               "4 0 obj\n<</Length %zu>>\nstream\n%s\nendstream\nendobj\n"
               "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
               "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 200 100]/Matrix[1 0 0 1 10 0]"
               "/Resources<</XObject<</Me 6 0 R>>>>/Length 24>>\nstream\n"
               "/Me Do 0 50 m 20 50 l S \nendstream\nendobj\n"
               "trailer\n<</Root 1 0 R>>\n%%%%EOF\n",
               page, strlen(content), content);
    return strbuf_view(out);
}

static size_t drawn(const char *page, const char *content, struct pdf *pdf)
{
    struct strbuf file = { 0 }, out = { 0 };
    *pdf = (struct pdf){ .arena = arena_new() };
    assert_int_equal(pdf_words(pdf, STR("<page width=\"200\" height=\"200\">\n"), NULL), 0);
    assert_int_equal(pdf_rules_call(NULL, one_page(&file, page, content), &out), 0);
    pdf_rules_take(pdf, strbuf_view(&out));
    strbuf_free(&file);
    strbuf_free(&out);
    return pdf->pages[0].rule_count;
}

static void lines_stand_where_they_are_shown(void **state)
{
    (void)state;
    static const struct {
        const char *page;
        struct pdf_box box;
    } cases[] = {
        { "", { 20, 90, 60, 90 } },
        { "/Rotate 90", { 10, 20, 10, 60 } },
        { "/Rotate 180", { 140, 10, 180, 10 } },
        { "/Rotate -90", { 90, 140, 90, 180 } },
        { "/MediaBox[10 -5 200 100]", { 10, 90, 50, 90 } },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pdf pdf;
        assert_int_equal(drawn(cases[i].page, "20 10 m 60 10 l S", &pdf), 1);
        const struct pdf_box *b = &pdf.pages[0].rules[0].box, *w = &cases[i].box;
        assert_true(fabsf(b->x0 - w->x0) + fabsf(b->y0 - w->y0) + fabsf(b->x1 - w->x1) +
                        fabsf(b->y1 - w->y1) <
                    0.1F);
        arena_free(pdf.arena);
    }
}

/* A form that draws itself is drawn as deep as the limit says. */
static void forms_are_drawn_and_end(void **state)
{
    (void)state;
    struct pdf pdf;
    size_t n = drawn("/Resources<</XObject<</X 6 0 R>>>>", "/X Do /Y Do", &pdf);
    assert_in_range(n, 1, 16);
    assert_true(fabsf(pdf.pages[0].rules[n - 1].box.x0 - 10) < 0.1F);
    arena_free(pdf.arena);
}

static void rubbish_has_no_lines(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    assert_int_equal(pdf_rules_call(NULL, STR("%PDF-1.4\nrubbish"), &out), 1);
    assert_int_equal(out.n, 0);
    strbuf_free(&out);
}

static void says_why_there_is_no_text(void **state)
{
    (void)state;
    struct strbuf path = { 0 }, file = { 0 }, words = { 0 };
    if (!child_find("pdftotext", &path)) {
        print_message("pdftotext is not installed\n");
        strbuf_free(&path);
        skip();
    }
    struct error err = { 0 };
    struct doc *doc = NULL;
    assert_int_equal(
        read_document(&doc, one_page(&file, "", "0 0 200 100 re f"), "a.pdf", NULL, &err),
        ERR_FORMAT);
    assert_string_equal(err.reason, "no_text_layer");
    strbuf_c(&words, "BT /F 9 Tf 10 90 Td");
    for (int i = 0; i < 6; i++)
        strbuf_fmt(&words, " (line %d of a text that can be read) Tj 0 -12 Td", i);
    strbuf_c(&words, " ET");
    struct str good = one_page(&file, "/Resources<</Font<</F 5 0 R>>>>", words.p);
    assert_int_equal(read_document(&doc, good, "a.pdf", NULL, &err), 0);
    assert_int_equal(doc->format, DOC_PDF);
    assert_true(str_has(doc_block_raw(doc, 0), "line 0 of a text"));
    doc_free(doc);
    assert_int_equal(read_document(&doc, str_sub(good, 0, 60), "a.pdf", NULL, &err), ERR_DAMAGED);
    assert_null(doc);
    strbuf_free(&path);
    strbuf_free(&file);
    strbuf_free(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_have_places),
        cmocka_unit_test(pages_are_limited),
        cmocka_unit_test(enumerators_are_known),
        cmocka_unit_test(contents_draw_lines),
        cmocka_unit_test(hidden_text_is_counted),
        cmocka_unit_test(lines_stand_where_they_are_shown),
        cmocka_unit_test(forms_are_drawn_and_end),
        cmocka_unit_test(rubbish_has_no_lines),
        cmocka_unit_test(says_why_there_is_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
