/*
 * pdf_turn.c - pages whose text lies on its side or stands on its head: scanned or printed that way,
 * and shown that way. They are turned until their words are level, and read again; see pdf_page.h.
 */
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "read/pdf_page.h"

enum { LONG_WORD = 4, ENOUGH = 60 }; /* glyphs: of a word that tells; of a page that does */

struct turns {
    uint16_t angle[PDF_PAGES]; /* degrees, clockwise */
};

/* How many glyphs stand in long words that are level (or upright). Letters that stand on their head
 * come one by one. */
static float glyphs(const struct pdf_page *page, bool level)
{
    float sum = 0;
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        bool is_level = w->box.x1 - w->box.x0 > w->box.y1 - w->box.y0;
        if (w->glyphs >= LONG_WORD && is_level == level)
            sum += w->glyphs;
    }
    return sum;
}

static bool is_turned(const struct pdf_page *page)
{
    float all = 0, level = glyphs(page, true), upright = glyphs(page, false);
    for (size_t i = 0; i < page->word_count; i++)
        all += page->words[i].glyphs;
    return all >= ENOUGH && (upright > level || level == 0);
}

/* For child_start(): the PDF with its pages turned. */
static int turn_call(void *user, struct str bytes, struct strbuf *out)
{
    const struct turns *turns = user;
    qpdf_data pdf = qpdf_init();
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    int pages = qpdf_read_memory(pdf, "input", bytes.p, bytes.n, "") & QPDF_ERRORS
                    ? -1
                    : qpdf_get_num_pages(pdf);
    bool good = pages > 0 && pages <= PDF_PAGES &&
                !(qpdf_push_inherited_attributes_to_page(pdf) & QPDF_ERRORS);
    for (int i = 0; good && i < pages; i++) {
        qpdf_oh page = qpdf_get_page_n(pdf, (size_t)i);
        qpdf_oh old = qpdf_oh_get_key(pdf, page, "/Rotate");
        int angle = qpdf_oh_is_number(pdf, old) ? (int)qpdf_oh_get_numeric_value(pdf, old) : 0;
        if (turns->angle[i])
            qpdf_oh_replace_key(pdf, page, "/Rotate",
                                qpdf_oh_new_integer(pdf, (angle + turns->angle[i]) % 360));
    }
    good = good && !(qpdf_init_write_memory(pdf) & QPDF_ERRORS);
    if (good) {
        qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
        qpdf_set_preserve_encryption(pdf, QPDF_FALSE);
        good = !(qpdf_write(pdf) & QPDF_ERRORS);
    }
    if (good)
        strbuf_add(out, qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
    (void)qpdf_get_error(pdf);
    qpdf_cleanup(&pdf);
    return !good;
}

static bool turn(struct strbuf *out, struct str bytes, struct turns *turns)
{
    struct child_task task = { .call = turn_call, .user = turns, .input = bytes };
    struct child child;
    strbuf_clear(out);
    child_start(&child, &task);
    return child_finish(&child, out, NULL) == CHILD_DONE && out->n > 0;
}

/* Reads the words as turned; where they are more level than before, the page keeps that. */
static void judge(struct str bytes, unsigned angle, const struct turns *tried, struct turns *best,
                  float *most)
{
    struct child_task task = pdf_words_task(bytes);
    struct child child;
    struct strbuf xml = { 0 };
    struct pdf pdf = { .arena = arena_new() };
    child_start(&child, &task);
    if (child_finish(&child, &xml, NULL) == CHILD_DONE && !pdf_words(&pdf, strbuf_view(&xml), NULL))
        for (size_t i = 0; i < pdf.page_count && i < PDF_PAGES; i++) {
            float level = glyphs(&pdf.pages[i], true);
            if (tried->angle[i] && level > most[i]) {
                most[i] = level;
                best->angle[i] = (uint16_t)angle;
            }
        }
    strbuf_free(&xml);
    arena_free(pdf.arena);
}

bool pdf_turn(struct strbuf *out, const struct pdf *pdf, struct str bytes)
{
    struct turns best = { 0 }, tried;
    bool any = false;
    float most[PDF_PAGES] = { 0 };
    for (size_t i = 0; i < pdf->page_count; i++) {
        any = any || is_turned(&pdf->pages[i]);
        most[i] = glyphs(&pdf->pages[i], true);
    }
    for (unsigned angle = 90; any && angle < 360; angle += 90) {
        tried = (struct turns){ 0 };
        for (size_t i = 0; i < pdf->page_count; i++)
            if (is_turned(&pdf->pages[i]))
                tried.angle[i] = (uint16_t)angle;
        if (turn(out, bytes, &tried))
            judge(strbuf_view(out), angle, &tried, &best, most);
    }
    any = false;
    for (size_t i = 0; i < pdf->page_count; i++)
        any = any || best.angle[i];
    return any && turn(out, bytes, &best);
}
