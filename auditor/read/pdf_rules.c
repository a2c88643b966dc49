/*
 * pdf_rules.c - the ruled lines of a PDF through libqpdf, in a process of its own: a hostile file
 * costs the lines, not the reader.
 */
#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "read/pdf_field.h"
#include "read/pdf_font.h"
#include "read/pdf_page.h"
#include "read/pdf_path.h"

/* Contents of a page are few, but a page may name the same one many times over. */
enum { FORM_DEPTH = 6, CONTENT_LIMIT = 96 << 20, CONTENTS = 2000 };

struct scan {
    qpdf_data pdf;
    qpdf_oh resources; /* of the page or form that is being read */
    unsigned depth;
    size_t bytes;    /* of content read so far */
    bool over;       /* more than may be */
    bool fonts_tell; /* all of them: none is looked up */
    struct pdf_fonts fonts;
};

struct record { /* what goes through the pipe */
    uint32_t page;
    uint32_t shows, hidden, lost; /* of a PDF_SHEET, as what follows */
    float left, right;            /* of what is seen of text */
    struct pdf_rule rule;
};

void pdf_rules_put(struct strbuf *out, uint32_t page, const struct pdf_rule *rule)
{
    struct record r = { .page = page, .rule = *rule };
    strbuf_add(out, &r, sizeof r);
}

static double number_at(qpdf_data pdf, qpdf_oh array, int i)
{
    return qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, array, i));
}

static bool is_array(qpdf_data pdf, qpdf_oh oh, int n)
{
    return qpdf_oh_is_array(pdf, oh) && qpdf_oh_get_array_n_items(pdf, oh) == n;
}

/* From the page's space to the page as it is shown. */
static bool page_matrix(qpdf_data pdf, qpdf_oh page, struct pdf_matrix *out, struct pdf_box *sheet)
{
    qpdf_oh box = qpdf_oh_get_key(pdf, page, "/MediaBox");
    qpdf_oh turn = qpdf_oh_get_key(pdf, page, "/Rotate");
    if (!is_array(pdf, box, 4))
        return false;
    double x0 = number_at(pdf, box, 0), y0 = number_at(pdf, box, 1);
    double x1 = number_at(pdf, box, 2), y1 = number_at(pdf, box, 3), swap;
    if (x0 > x1)
        swap = x0, x0 = x1, x1 = swap;
    if (y0 > y1)
        swap = y0, y0 = y1, y1 = swap;
    int angle = qpdf_oh_is_number(pdf, turn) ? (int)qpdf_oh_get_numeric_value(pdf, turn) : 0;
    float width = (float)(x1 - x0), height = (float)(y1 - y0);
    *sheet = (struct pdf_box){ 0, 0, angle % 180 ? height : width, angle % 180 ? width : height };
    switch ((angle % 360 + 360) % 360) {
    case 90:
        *out = (struct pdf_matrix){ 0, 1, 1, 0, -y0, -x0 };
        break;
    case 180:
        *out = (struct pdf_matrix){ -1, 0, 0, 1, x1, -y0 };
        break;
    case 270:
        *out = (struct pdf_matrix){ 0, -1, -1, 0, y1, x1 };
        break;
    default:
        *out = (struct pdf_matrix){ 1, 0, 0, -1, -x0, y1 };
    }
    return true;
}

static bool within_limit(struct scan *scan, size_t n)
{
    scan->bytes += n;
    scan->over = scan->over || scan->bytes > CONTENT_LIMIT;
    return !scan->over;
}

/* Was that too much for the memory this process may have? Small bytes become large by being packed
 * more than once. The library says so in a warning. */
static bool is_exhausted(qpdf_data pdf)
{
    bool exhausted = false;
    while (qpdf_more_warnings(pdf)) {
        qpdf_error e = qpdf_next_warning(pdf);
        exhausted = exhausted || strstr(qpdf_get_error_full_text(pdf, e), "bad_alloc") != NULL;
    }
    return exhausted;
}

/* Is the page's content named more often than may be? */
static bool is_repeated(qpdf_data pdf, qpdf_oh page)
{
    qpdf_oh contents = qpdf_oh_get_key(pdf, page, "/Contents");
    return qpdf_oh_is_array(pdf, contents) && qpdf_oh_get_array_n_items(pdf, contents) > CONTENTS;
}

static void read_form(struct pdf_path_sink *sink, struct str name, const struct pdf_matrix *at)
{
    struct scan *scan = sink->user;
    qpdf_data pdf = scan->pdf;
    char key[128] = "/";
    unsigned char *bytes = NULL;
    size_t n = 0;
    if (scan->depth >= FORM_DEPTH || name.n + 2 > sizeof key)
        return;
    memcpy(key + 1, name.p, name.n);
    qpdf_oh outer = scan->resources;
    qpdf_oh objects = qpdf_oh_get_key_if_dict(pdf, outer, "/XObject");
    qpdf_oh form = qpdf_oh_get_key_if_dict(pdf, objects, key);
    if (!qpdf_oh_is_stream(pdf, form))
        return;
    qpdf_oh dict = qpdf_oh_get_dict(pdf, form);
    qpdf_oh kind = qpdf_oh_get_key(pdf, dict, "/Subtype");
    if (qpdf_oh_is_name_and_equals(pdf, kind, "/Image"))
        pdf_path_picture(sink, at);
    if (!qpdf_oh_is_name_and_equals(pdf, kind, "/Form"))
        return;
    if (qpdf_oh_get_stream_data(pdf, form, qpdf_dl_generalized, NULL, &bytes, &n) & QPDF_ERRORS) {
        scan->over = scan->over || is_exhausted(pdf);
        return;
    }
    struct pdf_matrix own = { 1, 0, 0, 1, 0, 0 };
    qpdf_oh matrix = qpdf_oh_get_key(pdf, dict, "/Matrix");
    if (is_array(pdf, matrix, 6))
        own = (struct pdf_matrix){ number_at(pdf, matrix, 0), number_at(pdf, matrix, 1),
                                   number_at(pdf, matrix, 2), number_at(pdf, matrix, 3),
                                   number_at(pdf, matrix, 4), number_at(pdf, matrix, 5) };
    own = pdf_matrix_join(&own, at);
    qpdf_oh inner = qpdf_oh_get_key(pdf, dict, "/Resources");
    if (within_limit(scan, n)) {
        scan->depth++;
        scan->resources = qpdf_oh_is_dictionary(pdf, inner) ? inner : outer;
        pdf_font_leave(&scan->fonts);
        pdf_path_read(sink, (struct str){ (const char *)bytes, n }, &own);
        pdf_font_leave(&scan->fonts);
        scan->resources = outer;
        scan->depth--;
    }
    free(bytes);
}

static bool is_dumb(struct pdf_path_sink *sink, struct str name)
{
    struct scan *scan = sink->user;
    return pdf_font_is_dumb(&scan->fonts, scan->pdf, scan->resources, name);
}

static void lose(struct pdf_path_sink *sink, struct str string)
{
    pdf_font_show(&((struct scan *)sink->user)->fonts, string);
}

static void read_page(struct scan *scan, uint32_t number, struct strbuf *out)
{
    qpdf_data pdf = scan->pdf;
    qpdf_oh page = qpdf_get_page_n(pdf, number);
    struct pdf_path_sink sink = { .left = INFINITY,
                                  .right = -INFINITY,
                                  .user = scan,
                                  .form = read_form,
                                  .dumb = scan->fonts_tell ? NULL : is_dumb,
                                  .lost = lose };
    struct pdf_matrix at;
    struct record sheet = { .page = number, .rule = { .what = PDF_SHEET } };
    unsigned char *bytes = NULL;
    size_t n = 0;
    scan->resources = qpdf_oh_get_key(pdf, page, "/Resources");
    if (!page_matrix(pdf, page, &at, &sheet.rule.box))
        return;
    scan->over = scan->over || is_repeated(pdf, page);
    if (!scan->over && qpdf_oh_get_page_content_data(pdf, page, &bytes, &n) & QPDF_ERRORS) {
        scan->over = is_exhausted(pdf);
        n = 0;
    }
    if (within_limit(scan, n))
        pdf_path_read(&sink, (struct str){ (const char *)bytes, n }, &at);
    free(bytes);
    pdf_field_unbox(&sink, pdf, page, &at);
    sheet.shows = sink.shows;
    sheet.hidden = sink.hidden;
    sheet.left = (float)sink.left;
    sheet.right = (float)sink.right;
    sheet.lost = (uint32_t)pdf_font_lost(&scan->fonts);
    pdf_font_leave(&scan->fonts);
    strbuf_add(out, &sheet, sizeof sheet);
    for (size_t i = 0; i < sink.n; i++)
        pdf_rules_put(out, number, &sink.rules[i]);
    free(sink.rules);
    qpdf_oh_release_all(pdf);
}

int pdf_rules_call(void *user, struct str bytes, struct strbuf *out)
{
    struct scan scan = { .pdf = qpdf_init(), .fonts_tell = pdf_font_all_tell(bytes) };
    (void)user;
    qpdf_silence_errors(scan.pdf);
    qpdf_set_suppress_warnings(scan.pdf, QPDF_TRUE);
    QPDF_ERROR_CODE rc = qpdf_read_memory(scan.pdf, "input", bytes.p, bytes.n, "");
    int pages = rc & QPDF_ERRORS ? -1 : qpdf_get_num_pages(scan.pdf);
    if (pages > 0 && pages <= PDF_PAGES &&
        !(qpdf_push_inherited_attributes_to_page(scan.pdf) & QPDF_ERRORS))
        for (int i = 0; i < pages && !scan.over; i++)
            read_page(&scan, (uint32_t)i, out);
    (void)qpdf_get_error(scan.pdf); /* or the library speaks of one that nobody asked for */
    qpdf_cleanup(&scan.pdf);
    return scan.over ? PDF_RULES_OVER : pages < 0;
}

/* A background of the page. */
static bool covers(const struct pdf_page *page, const struct pdf_rule *r)
{
    float w = r->box.x1 - r->box.x0, h = r->box.y1 - r->box.y0;
    return w * h >= 0.85F * page->width * page->height;
}

/* Large enough to hold a table. */
static bool is_picture(const struct pdf_page *page, const struct pdf_rule *r)
{
    return r->box.x1 - r->box.x0 > 100 && r->box.y1 - r->box.y0 > 40 && !covers(page, r);
}

/* What is drawn beyond the page nobody sees: some draw a table that goes on whole on every page. */
static bool cut_to_page(const struct pdf_page *page, struct pdf_box *b)
{
    if (b->x1 < 0 || b->y1 < 0 || b->x0 > page->width || b->y0 > page->height)
        return false;
    b->x0 = fmaxf(b->x0, 0);
    b->y0 = fmaxf(b->y0, 0);
    b->x1 = fminf(b->x1, page->width);
    b->y1 = fminf(b->y1, page->height);
    return true;
}

static void take_edges(struct pdf_page *page, const struct pdf_box *b)
{
    const struct pdf_box sides[] = { { b->x0, b->y0, b->x1, b->y0 },
                                     { b->x0, b->y1, b->x1, b->y1 },
                                     { b->x0, b->y0, b->x0, b->y1 },
                                     { b->x1, b->y0, b->x1, b->y1 } };
    for (size_t i = 0; i < 4; i++) {
        struct pdf_rule *edge = &page->edges[page->edge_count];
        *edge = (struct pdf_rule){ .box = sides[i], .vertical = i > 1 };
        page->edge_count += cut_to_page(page, &edge->box);
    }
}

static void take_page(struct pdf *pdf, struct pdf_page *page, const char *records, size_t n)
{
    page->rules = arena_alloc(pdf->arena, (n + 1) * sizeof *page->rules);
    page->pictures = arena_alloc(pdf->arena, (n + 1) * sizeof *page->pictures);
    page->edges = arena_alloc(pdf->arena, (4 * n + 1) * sizeof *page->edges);
    page->slants = arena_alloc(pdf->arena, (n + 1) * sizeof *page->slants);
    for (size_t i = 0; i < n; i++) {
        struct record r;
        memcpy(&r, records + i * sizeof r, sizeof r);
        if (r.rule.what == PDF_SHEET) { /* pdftotext tells the size before it is turned */
            page->width = r.rule.box.x1;
            page->height = r.rule.box.y1;
            page->shows = r.shows;
            page->hidden = r.hidden;
            page->lost = r.lost;
            page->left = fmaxf(r.left, 0);
            page->right = fminf(r.right, page->width);
        } else if (r.rule.what == PDF_LINE && cut_to_page(page, &r.rule.box))
            page->rules[page->rule_count++] = r.rule;
        else if (r.rule.what == PDF_SHADE && !covers(page, &r.rule))
            take_edges(page, &r.rule.box);
        else if (r.rule.what == PDF_PICTURE && is_picture(page, &r.rule))
            page->pictures[page->picture_count++] = r.rule;
        else if (r.rule.what == PDF_SLANT)
            page->slants[page->slant_count++] = r.rule;
    }
}

void pdf_rules_take(struct pdf *pdf, struct str out)
{
    struct record r;
    size_t n = out.n / sizeof r, end;
    for (size_t i = 0; i < n; i = end) { /* pages come one behind the other */
        uint32_t page;
        memcpy(&page, out.p + i * sizeof r, sizeof page);
        end = i;
        do {
            end++;
            memcpy(&r, out.p + (end < n ? end : i) * sizeof r, sizeof r);
        } while (end < n && r.page == page);
        if (page < pdf->page_count)
            take_page(pdf, &pdf->pages[page], out.p + i * sizeof r, end - i);
    }
}
