/*
 * pdf_turn.c - pages whose text lies on its side or stands on its head: scanned or printed that way,
 * and shown that way. They are turned until their words are level, and read again; see pdf_page.h.
 */
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "read/pdf_page.h"

enum { LONG_WORD = 4, ENOUGH = 60 }; /* glyphs: of a word that tells; of a page that does */

static const float FEW = 0.2F; /* of the glyphs of a page that is level */

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

/* Words come in the order of reading: from left to right and from top to bottom, and on a page that
 * stands on its head the other way. Returns how many more do the former. */
static long order(const struct pdf_page *page, size_t *pairs)
{
    long forward = 0;
    for (size_t i = 1; i < page->word_count; i++) {
        const struct pdf_box *a = &page->words[i - 1].box, *b = &page->words[i].box;
        float middle = (a->y0 + a->y1) / 2;
        bool level = b->y0 < middle && b->y1 > middle;
        bool beside = level && (b->x0 >= a->x1 - 1 || b->x1 <= a->x0 + 1);
        bool below = !level && b->x0 < a->x1 && b->x1 > a->x0;
        bool ahead = beside ? b->x0 > a->x0 : b->y0 > a->y0;
        *pairs += beside || below;
        forward += beside || below ? (ahead ? 1 : -1) : 0;
    }
    return forward;
}

static bool is_backward(const struct pdf_page *page)
{
    enum { SEVERAL = 5 };
    size_t pairs = 0;
    long forward = order(page, &pairs);
    return pairs >= SEVERAL && forward * 2 < -(long)pairs;
}

static bool is_turned(const struct pdf_page *page)
{
    float all = 0, level = glyphs(page, true), upright = glyphs(page, false);
    for (size_t i = 0; i < page->word_count; i++)
        all += page->words[i].glyphs;
    return all >= ENOUGH && (upright > level || level < FEW * all || is_backward(page));
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

/* How the pages stand when turned by a multiple of 90 degrees. */
struct trial {
    float level[PDF_PAGES]; /* glyphs in level words */
    long order;             /* of all pages */
};

static void measure(struct trial *t, const struct pdf *pdf, const bool *tried)
{
    size_t pairs = 0;
    for (size_t i = 0; i < pdf->page_count && i < PDF_PAGES; i++) {
        t->level[i] = glyphs(&pdf->pages[i], true);
        t->order += tried[i] ? order(&pdf->pages[i], &pairs) : 0;
    }
}

static void try_angle(struct trial *t, struct str bytes, const struct pdf *pdf, unsigned angle,
                      const bool *tried)
{
    struct strbuf turned = { 0 }, xml = { 0 };
    struct turns turns = { 0 };
    struct pdf read = { .arena = arena_new() };
    struct child child;
    for (size_t i = 0; i < pdf->page_count; i++)
        turns.angle[i] = tried[i] ? (uint16_t)angle : 0;
    if (turn(&turned, bytes, &turns)) {
        struct child_task task = pdf_words_task(strbuf_view(&turned));
        child_start(&child, &task);
        if (child_finish(&child, &xml, NULL) == CHILD_DONE &&
            pdf_words(&read, strbuf_view(&xml), NULL) == 0)
            measure(t, &read, tried);
    }
    strbuf_free(&turned);
    strbuf_free(&xml);
    arena_free(read.arena);
}

/* Words may be level on their heads, too; then the order of all pages tells. */
static unsigned best_of(const struct trial trials[4], size_t page)
{
    unsigned best = 0;
    for (unsigned a = 1; a < 4; a++)
        if (trials[a].level[page] > trials[best].level[page])
            best = a;
    unsigned opposite = (best + 2) % 4;
    bool tie = trials[opposite].level[page] > 0.8F * trials[best].level[page];
    return tie && trials[opposite].order > trials[best].order ? opposite : best;
}

bool pdf_turn(struct strbuf *out, const struct pdf *pdf, struct str bytes)
{
    struct turns best = { 0 };
    bool tried[PDF_PAGES], any = false;
    size_t turned = 0;
    for (size_t i = 0; i < pdf->page_count; i++)
        turned += tried[i] = is_turned(&pdf->pages[i]);
    if (turned == 0)
        return false;
    for (size_t i = 0; i < pdf->page_count; i++)
        tried[i] = tried[i] || turned * 2 >= pdf->page_count;
    struct trial *trials = arena_alloc(pdf->arena, 4 * sizeof *trials);
    measure(&trials[0], pdf, tried);
    for (unsigned a = 1; a < 4; a++)
        try_angle(&trials[a], bytes, pdf, a * 90, tried);
    for (size_t i = 0; i < pdf->page_count; i++) {
        best.angle[i] = tried[i] ? (uint16_t)(best_of(trials, i) * 90) : 0;
        any = any || best.angle[i];
    }
    return any && turn(out, bytes, &best);
}
