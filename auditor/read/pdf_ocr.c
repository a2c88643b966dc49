/* pdf_ocr.c - see pdf_ocr.h. */
#include "read/pdf_ocr.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/child.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/pdf_ink.h"
#include "read/pdf_page.h"

enum { SECONDS = 60, SHORT_WORD = 4 };

#define DOUBT "\xEF\xBF\xBD" /* U+FFFD */

static const size_t SHORTEST_LINE = PDF_OCR_DPI * 35 / 100, LEAST_MARK = PDF_OCR_DPI * 6 / 100;

struct word { /* of tesseract */
    struct pdf_ink_box box;
    struct str text;
    double confidence;
    long line; /* words of one line have the same */
};

struct words {
    struct word *list;
    size_t n, cap;
};

static int absent(const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_TOOL,
                  tr("%s：文字识别要用 tesseract 和 pdftoppm，本机没有装全；请安装软件包 "
                     "tesseract-ocr、tesseract-ocr-chi-sim、poppler-utils",
                     "%s: recognising text takes tesseract and pdftoppm, which are not all "
                     "installed; install the packages tesseract-ocr, tesseract-ocr-chi-sim and "
                     "poppler-utils"),
                  name),
        "no_ocr");
}

static int failed(const struct child_result *r, const char *name, struct error *err)
{
    if (r->end == CHILD_ABSENT || str_has(str_of(r->messages), "chi_sim"))
        return absent(name, err);
    if (r->end == CHILD_TIME)
        return error_set(err, ERR_TIME,
                         tr("%s：文字识别超过时限", "%s: recognising the text took too long"),
                         name);
    return error_set(err, ERR_DAMAGED,
                     tr("%s：PDF 的页面画不出来，文字识别无法进行",
                        "%s: the pages of the PDF cannot be drawn, so no text can be recognised"),
                     name);
}

static int draw_page(struct strbuf *pgm, struct str bytes, size_t page, const char *name,
                     struct error *err)
{
    char number[24], dpi[24];
    snprintf(number, sizeof number, "%zu", page);
    snprintf(dpi, sizeof dpi, "%d", PDF_OCR_DPI);
    const char *const argv[] = { "pdftoppm", "-r", dpi,    "-gray", "-f",
                                 number,     "-l", number, "-",     NULL };
    struct child_task task = { .argv = argv, .input = bytes, .seconds = SECONDS };
    struct child child;
    struct child_result result;
    child_start(&child, &task);
    return child_finish(&child, pgm, &result) == CHILD_DONE ? 0 : failed(&result, name, err);
}

static int read_page(struct strbuf *tsv, struct str pgm, const char *name, struct error *err)
{
    static const char *const argv[] = { "tesseract", "-",  "-",   "-l", "chi_sim",
                                        "--psm",     "11", "tsv", NULL };
    static const char *const environment[] = { "OMP_THREAD_LIMIT=1", NULL };
    struct child_task task = {
        .argv = argv, .environment = environment, .input = pgm, .seconds = SECONDS
    };
    struct child child;
    struct child_result result;
    child_start(&child, &task);
    return child_finish(&child, tsv, &result) == CHILD_DONE ? 0 : failed(&result, name, err);
}

static long field(struct str *line)
{
    struct str value;
    char text[24] = { 0 };
    if (!str_split(line, '\t', &value))
        return 0;
    memcpy(text, value.p, value.n < sizeof text ? value.n : sizeof text - 1);
    return strtol(text, NULL, 10);
}

/* level page block paragraph line word left top width height confidence text */
static void take_words(struct words *words, struct str tsv)
{
    struct str line;
    while (str_split(&tsv, '\n', &line)) {
        struct word w = { 0 };
        bool is_word = field(&line) == 5;
        (void)field(&line);
        w.line = field(&line) * 1000000;
        w.line += field(&line) * 1000;
        w.line += field(&line);
        (void)field(&line);
        long left = field(&line), top = field(&line), width = field(&line), height = field(&line);
        w.confidence = (double)field(&line);
        w.text = str_trim(line);
        if (!is_word || w.text.n == 0 || left < 0 || top < 0 || width <= 0 || height <= 0)
            continue;
        w.box = (struct pdf_ink_box){ (size_t)left, (size_t)top, (size_t)(left + width),
                                      (size_t)(top + height), false };
        words->list = mem_grow(words->list, words->n, &words->cap, sizeof *words->list);
        words->list[words->n++] = w;
    }
}

static bool has_ascii(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < 0x80)
            return true;
    return false;
}

/* How many characters stand in the line of a word. */
static size_t line_length(const struct words *words, size_t i)
{
    size_t n = 0, from = i;
    while (from > 0 && words->list[from - 1].line == words->list[i].line)
        from--;
    for (; from < words->n && words->list[from].line == words->list[i].line; from++)
        for (size_t at = 0; at < words->list[from].text.n; n++)
            (void)str_next(words->list[from].text, &at);
    return n;
}

/* A doubtful Chinese word within a line is left as it is: labels and sentences are told apart from
 * their likes all the same. */
static bool is_doubtful(const struct words *words, size_t i)
{
    const struct word *w = &words->list[i];
    return w->confidence < PDF_OCR_CONFIDENCE &&
           (has_ascii(w->text) || line_length(words, i) <= SHORT_WORD);
}

static void put_word(struct strbuf *xml, const struct pdf_ink_box *b, struct str text)
{
    const double point = 72.0 / PDF_OCR_DPI;
    strbuf_fmt(xml, "<word xMin=\"%.2f\" yMin=\"%.2f\" xMax=\"%.2f\" yMax=\"%.2f\">",
               (double)b->x0 * point, (double)b->y0 * point, (double)b->x1 * point,
               (double)b->y1 * point);
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '<' || text.p[i] == '&')
            strbuf_c(xml, text.p[i] == '<' ? "&lt;" : "&amp;");
        else
            strbuf_char(xml, text.p[i]);
    strbuf_c(xml, "</word>\n");
}

static bool overlap(const struct pdf_ink_box *a, const struct pdf_ink_box *b)
{
    return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

/* Ink of which nothing was read. */
static void put_marks(struct strbuf *xml, const struct pdf_ink *ink, const struct words *words)
{
    struct pdf_ink_list marks = { 0 };
    pdf_ink_marks(ink, LEAST_MARK, &marks);
    for (size_t i = 0; i < marks.n; i++) {
        bool read = false;
        for (size_t k = 0; k < words->n && !read; k++)
            read = overlap(&marks.list[i], &words->list[k].box);
        if (!read)
            put_word(xml, &marks.list[i], STR(DOUBT));
    }
    pdf_ink_free(&marks);
}

static void put_lines(struct strbuf *rules, const struct pdf_ink_list *lines, uint32_t page)
{
    const float point = 72.0F / PDF_OCR_DPI;
    for (size_t i = 0; i < lines->n; i++) {
        const struct pdf_ink_box *b = &lines->list[i];
        struct pdf_rule rule = { .vertical = b->vertical };
        rule.box = (struct pdf_box){ (float)b->x0 * point, (float)b->y0 * point,
                                     (float)(b->vertical ? b->x0 : b->x1) * point,
                                     (float)(b->vertical ? b->y1 : b->y0) * point };
        pdf_rules_put(rules, page, &rule);
    }
}

static int take_page(struct strbuf *xml, struct strbuf *rules, struct strbuf *pgm, uint32_t page,
                     const char *name, struct error *err)
{
    struct pdf_ink ink;
    struct pdf_ink_list lines = { 0 };
    struct words words = { 0 };
    struct strbuf tsv = { 0 };
    if (!pdf_ink_open(&ink, pgm))
        return failed(&(struct child_result){ .end = CHILD_FAILED }, name, err);
    pdf_ink_lines(&ink, SHORTEST_LINE, &lines);
    int rc = read_page(&tsv, strbuf_view(pgm), name, err);
    if (rc == 0) {
        take_words(&words, strbuf_view(&tsv));
        strbuf_fmt(xml, "<page width=\"%.2f\" height=\"%.2f\">\n",
                   (double)ink.width * 72 / PDF_OCR_DPI, (double)ink.height * 72 / PDF_OCR_DPI);
        for (size_t i = 0; i < words.n; i++)
            put_word(xml, &words.list[i].box,
                     is_doubtful(&words, i) ? STR(DOUBT) : words.list[i].text);
        put_marks(xml, &ink, &words);
        put_lines(rules, &lines, page);
    }
    free(words.list);
    strbuf_free(&tsv);
    pdf_ink_free(&lines);
    return rc;
}

int pdf_ocr(struct strbuf *xml, struct strbuf *rules, struct str bytes, size_t pages,
            const char *name, struct error *err)
{
    int rc = 0;
    if (pages > PDF_OCR_PAGES)
        return error_because(err,
                             error_set(err, ERR_LIMIT,
                                       tr("%s：扫描件超过 %d 页，不作文字识别",
                                          "%s: a scan of more than %d pages is not recognised"),
                                       name, PDF_OCR_PAGES),
                             "too_many_pages");
    for (size_t i = 0; i < pages && rc == 0; i++) {
        struct strbuf pgm = { 0 };
        rc = draw_page(&pgm, bytes, i + 1, name, err);
        if (rc == 0)
            rc = take_page(xml, rules, &pgm, (uint32_t)i, name, err);
        strbuf_free(&pgm);
    }
    return rc;
}
