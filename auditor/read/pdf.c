/* pdf.c - see pdf.h. */
#include "read/pdf.h"

#include "base/lang.h"
#include "read/pdf_ocr.h"
#include "read/pdf_off.h"
#include "read/pdf_page.h"
#include "read/pdf_running.h"
#include "read/pdf_spaced.h"
#include "read/pdf_watermark.h"

#define WAY_OUT_ZH "请改交带文字的 PDF、Word 文件，或把网页另存为 HTML"
#define WAY_OUT_EN "give a PDF with text, a Word file, or the web page saved as HTML"

enum { SECONDS = 12, OUTPUT_MB = 32, LETTERS = 40, LETTERS_A_PAGE = 15 };

bool pdf_is(struct str bytes)
{
    if (str_starts(bytes, STR("%PDF-")))
        return true;
    /* readers of PDF accept rubbish before the mark */
    return str_find(str_sub(bytes, 0, 1024), STR("%PDF-")) != SIZE_MAX &&
           memchr(bytes.p, '\0', bytes.n) != NULL;
}

static int absent(const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_TOOL,
                  tr("%s：读取 PDF 需要 pdftotext，本机没有安装；请安装软件包 "
                     "poppler-utils，或改交网页、Word、文本文件",
                     "%s: a PDF is read with pdftotext, which is not installed; install the "
                     "package poppler-utils, or give a web page, a Word or a text file"),
                  name),
        "no_pdf_reader");
}

static int damaged(const char *name, struct error *err)
{
    return error_set(err, ERR_DAMAGED,
                     tr("%s：PDF 已损坏或不完整；请重新下载或重新导出",
                        "%s: the PDF is damaged or cut; fetch or export it again"),
                     name);
}

/* Behind the last object stands where all objects are to be found. Without that, pages may be
 * missing that nobody would miss: programs guess what can be read. */
static bool is_cut(struct str bytes)
{
    for (size_t i = bytes.n; i-- > 0;) {
        struct str rest = str_sub(bytes, i, bytes.n);
        if (str_starts(rest, STR("%%EOF")) || str_starts(rest, STR("startxref")))
            return false;
        if (str_starts(rest, STR("endobj")))
            return true;
    }
    return true;
}

static int overfull(const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_LIMIT,
                  tr("%s：PDF 各页的内容多得不像一份报告；请只交年报本身，或重新导出",
                     "%s: the pages of the PDF hold more than those of any "
                     "report; hand in the report alone, or export it anew"),
                  name),
        "too_large");
}

/* What pdftotext's end means. */
static int failed(const struct child_result *r, const char *name, struct error *err)
{
    switch (r->end) {
    case CHILD_ABSENT:
        return absent(name, err);
    case CHILD_TIME:
        return error_set(err, ERR_TIME,
                         tr("%s：读取 PDF 超过时限", "%s: reading the PDF took too long"), name);
    case CHILD_OUTPUT:
        return error_because(
            err,
            error_set(err, ERR_LIMIT,
                      tr("%s：PDF 里的文字多得不像一份报告（超过 %d 兆字节）；请只交年报本身",
                         "%s: the PDF holds more text than any report (over "
                         "%d MB); hand in the report alone"),
                      name, OUTPUT_MB),
            "too_large");
    case CHILD_SYSTEM:
        return error_set(err, ERR_IO,
                         tr("%s：无法启动 pdftotext", "%s: pdftotext cannot be started"), name);
    default:
        break;
    }
    if (str_has(str_of(r->messages), "password") || str_has(str_of(r->messages), "ncrypt"))
        return error_set(err, ERR_LOCKED,
                         tr("%s：PDF 有密码，没有密码不能读；请去掉密码后再交",
                            "%s: the PDF asks for a password; give it without one"),
                         name);
    return damaged(name, err);
}

/* Fonts that are not in the file are known by name; without their tables their text is lost, and
 * what is left would be judged. */
static int check_fonts(const struct child_result *r, const char *name, struct error *err)
{
    if (!str_has(str_of(r->messages), "language pack"))
        return 0;
    return error_because(
        err,
        error_set(err, ERR_TOOL,
                  tr("%s：PDF 用的中文字体没有嵌入，读取它要有字符表，本机没有"
                     "安装；请安装软件包 poppler-data",
                     "%s: the Chinese fonts of the PDF are not in the file; reading "
                     "it takes character tables that are not installed: install "
                     "the package poppler-data"),
                  name),
        "no_character_tables");
}

static int no_text(const char *name, struct error *err)
{
    return error_because(err,
                         error_set(err, ERR_FORMAT,
                                   tr("%s：PDF 里没有文字，只有图像（扫描件）；" WAY_OUT_ZH
                                      "；确需审核扫描件，可加 --ocr 识别文字",
                                      "%s: the PDF holds pictures and no text (a scan); " WAY_OUT_EN
                                      "; where it must be, --ocr recognises the text of a scan"),
                                   name),
                         "no_text_layer");
}

static int no_characters(const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_FORMAT,
                  tr("%s：PDF 的字体没有说明所显示的是什么字，文字取不出来；" WAY_OUT_ZH,
                     "%s: the fonts of the PDF do not say which characters they show, so its "
                     "text cannot be had; " WAY_OUT_EN),
                  name),
        "no_unicode");
}

/* Text is drawn, and no more letters came of it than there are pieces: their fonts are dumb. */
static bool shows_more(const struct pdf *pdf)
{
    size_t shows = 0;
    for (size_t i = 0; i < pdf->page_count; i++)
        shows += pdf->pages[i].shows;
    return shows > 0 && shows >= pdf->letters;
}

/* Some of it is in fonts that do not say what they show: a title, or all figures. */
static bool has_lost_text(const struct pdf *pdf)
{
    for (size_t i = 0; i < pdf->page_count; i++)
        if (pdf->pages[i].lost > 0)
            return true;
    return false;
}

/* A document whose text cannot be had must not be judged by the scraps of it. */
static int check_text(const struct pdf *pdf, const char *name, struct error *err)
{
    if (pdf->page_count == 0)
        return damaged(name, err);
    if (has_lost_text(pdf))
        return no_characters(name, err);
    bool scarce = pdf->letters < LETTERS || pdf->letters < LETTERS_A_PAGE * pdf->page_count;
    if (pdf->unmapped * 20 > pdf->letters || (scarce && shows_more(pdf)))
        return no_characters(name, err);
    return scarce ? no_text(name, err) : 0;
}

/* How many pages are pictures with a text behind them that a recogniser made. */
static uint32_t recognised_before(const struct pdf *pdf)
{
    uint32_t n = 0;
    for (size_t i = 0; i < pdf->page_count; i++)
        n += pdf->pages[i].hidden * 2 > pdf->pages[i].shows;
    return n * 2 >= pdf->page_count ? n : 0;
}

static void write_meta(const struct pdf *pdf, struct doc_build *b)
{
    const struct {
        const char *name;
        struct str value;
    } list[] = { { "dc:title", pdf->title },
                 { "dc:creator", pdf->author },
                 { "dcterms:created", pdf->created },
                 { "dcterms:modified", pdf->modified } };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].value.n > 0)
            doc_build_meta(b, str_of(list[i].name), list[i].value, 0);
}

void pdf_lay_out(struct pdf *pdf, struct doc_build *b)
{
    pdf_spaced_join(pdf);
    pdf_watermark_mark(pdf);
    pdf_number_lines(pdf);
    pdf_watermark_take(pdf);
    pdf_struck(pdf, b);
    pdf_running_find(pdf);
    pdf_off_paper(pdf, b);
    for (size_t i = 0; i < pdf->page_count; i++)
        pdf_ruled(pdf, &pdf->pages[i]);
    pdf_bare(pdf);
    pdf_join_tables(pdf);
    write_meta(pdf, b);
    for (size_t i = 0; i < pdf->page_count; i++)
        doc_build_page(b, pdf->pages[i].line);
    pdf_flow(pdf, b);
}

struct child_task pdf_words_task(struct str bytes)
{
    static const char *const argv[] = { "pdftotext", "-l", "301", "-bbox", "-", "-", NULL };
    _Static_assert(PDF_PAGES + 1 == 301, "one page more than may be");
    return (struct child_task){
        .argv = argv, .input = bytes, .seconds = SECONDS, .output_mb = OUTPUT_MB
    };
}

/* The words and the lines of the file, or why they cannot be had. */
static int take(struct pdf *pdf, struct str bytes, const char *name, struct error *err)
{
    struct child_task text = pdf_words_task(bytes);
    struct child_task lines = {
        .call = pdf_rules_call, .input = bytes, .seconds = SECONDS, .output_mb = OUTPUT_MB
    };
    struct child text_child, lines_child;
    struct child_result result, drew;
    struct strbuf xml = { 0 }, rules = { 0 };
    child_start(&text_child, &text);
    child_start(&lines_child, &lines);
    enum child_end drawn = child_finish(&lines_child, &rules, &drew);
    bool over = drawn == CHILD_FAILED && drew.status == PDF_RULES_OVER;
    if (over)
        text_child.deadline = 0; /* nobody waits for it */
    child_finish(&text_child, &xml, &result);
    if (result.end == CHILD_DONE && (drawn == CHILD_TIME || drawn == CHILD_SYSTEM))
        result.end = drawn; /* what the clock decides is no verdict */
    int rc = over                       ? overfull(name, err) /* whatever the clock says */
             : result.end == CHILD_DONE ? 0
                                        : failed(&result, name, err);
    if (rc == 0)
        rc = check_fonts(&result, name, err);
    if (rc == 0)
        rc = pdf_words(pdf, strbuf_view(&xml), err);
    if (rc == 0 && drawn == CHILD_DONE)
        pdf_rules_take(pdf, strbuf_view(&rules));
    if (rc == 0)
        rc = check_text(pdf, name, err);
    strbuf_free(&xml);
    strbuf_free(&rules);
    return rc;
}

static void start_again(struct pdf *pdf)
{
    arena_free(pdf->arena);
    *pdf = (struct pdf){ .arena = arena_new() };
}

/* Pictures of pages are read by tesseract. */
static int recognise(struct pdf *pdf, struct str bytes, const char *name, struct error *err)
{
    struct strbuf xml = { 0 }, rules = { 0 };
    int rc = pdf_ocr(&xml, &rules, bytes, pdf->page_count, name, err);
    start_again(pdf);
    if (rc == 0)
        rc = pdf_words(pdf, strbuf_view(&xml), err);
    if (rc == 0 && (pdf->letters < LETTERS || pdf->unmapped * 2 > pdf->letters))
        rc = error_because(err,
                           error_set(err, ERR_FORMAT,
                                     tr("%s：扫描件太不清楚，识别不出文字；" WAY_OUT_ZH,
                                        "%s: the scan is too unclear for its text to be "
                                        "recognised; " WAY_OUT_EN),
                                     name),
                           "no_text_layer");
    if (rc == 0)
        pdf_rules_take(pdf, strbuf_view(&rules));
    strbuf_free(&xml);
    strbuf_free(&rules);
    return rc;
}

int pdf_read(struct doc **out, struct str bytes, bool ocr, const char *name, struct error *err)
{
    struct pdf pdf = { .arena = arena_new() };
    struct strbuf turned = { 0 };
    int rc = is_cut(bytes) ? damaged(name, err) : take(&pdf, bytes, name, err);
    bool recognised = ocr && rc == ERR_FORMAT;
    if (recognised) {
        rc = recognise(&pdf, bytes, name, err);
    } else if (rc == 0 && pdf_turn(&turned, &pdf, bytes)) {
        start_again(&pdf);
        rc = take(&pdf, strbuf_view(&turned), name, err);
    }
    if (rc == 0) {
        struct doc_build *b = doc_build_new(DOC_PDF, "UTF-8");
        uint32_t pages = recognised ? (uint32_t)pdf.page_count : recognised_before(&pdf);
        if (pages > 0)
            doc_build_notice(b, DOC_NOTICE_OCR, pages, 1);
        pdf_lay_out(&pdf, b);
        *out = doc_build_end(b);
    }
    strbuf_free(&turned);
    arena_free(pdf.arena);
    return rc;
}
