/* pdf_watermark.c - see pdf_watermark.h. */
#include "read/pdf_watermark.h"

#include <math.h>
#include <stdlib.h>

static const float SAME = 2;                  /* points between two places of one word */
static const float LARGE = 2;                 /* times the size of most letters: no text */
static const float STEP = 0.3F, EVEN = 0.15F; /* em: from letter to letter of a slanted line */

static int by_em(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* The size of most words. */
static float usual_em(struct pdf *pdf)
{
    size_t n = 0, most = 1;
    for (size_t p = 0; p < pdf->page_count; p++)
        most += pdf->pages[p].word_count;
    float *list = arena_alloc(pdf->arena, most * sizeof *list);
    for (size_t p = 0; p < pdf->page_count; p++)
        for (size_t i = 0; i < pdf->pages[p].word_count; i++)
            list[n++] = pdf->pages[p].words[i].em;
    qsort(list, n, sizeof *list, by_em);
    return n > 0 ? list[n / 2] : 0;
}

static bool has_word(const struct pdf_page *page, const struct pdf_word *word)
{
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        if (str_eq(w->text, word->text) && fabsf(w->box.x0 - word->box.x0) < SAME &&
            fabsf(w->box.y0 - word->box.y0) < SAME)
            return true;
    }
    return false;
}

/* Boxes of some fonts are far higher than their letters: the middle of the small one tells. */
static bool lies_on(const struct pdf_word *small, const struct pdf_word *large)
{
    float y = (small->box.y0 + small->box.y1) / 2, at = (large->box.y0 + large->box.y1) / 2;
    return fminf(small->box.x1, large->box.x1) > fmaxf(small->box.x0, large->box.x0) + 1 &&
           fabsf(y - at) < large->em / 2;
}

/* Does it lie over, or under, several smaller words? */
static bool lies_over(const struct pdf_page *page, const struct pdf_word *word)
{
    enum { SEVERAL = 2 };
    size_t n = 0;
    for (size_t i = 0; i < page->word_count && n < SEVERAL; i++)
        n += page->words[i].em * LARGE < word->em && lies_on(&page->words[i], word);
    return n == SEVERAL;
}

/* How many letters from the first one on stand one by one, each as far beside and above (or below)
 * the one before as that beside its own. */
static size_t slanted(const struct pdf_word *words, size_t n)
{
    float dx = 0, dy = 0;
    size_t i = 1;
    for (; i < n; i++) {
        const struct pdf_box *a = &words[i - 1].box, *b = &words[i].box;
        float x = b->x0 - a->x0, y = b->y0 - a->y0, em = words[0].em;
        if (i == 1) {
            dx = x;
            dy = y;
        }
        if (words[i].number || words[i].glyphs > 1 || fabsf(dx) < STEP * em ||
            fabsf(dy) < STEP * em || fabsf(dx) > 3 * em || fabsf(dy) > 3 * em ||
            fabsf(x - dx) > EVEN * em || fabsf(y - dy) > EVEN * em)
            break;
    }
    return i;
}

static float off(const struct pdf_word *w, const struct pdf_box *at)
{
    float x = fminf(fabsf(w->box.x0 - at->x0), fabsf(w->box.x1 - at->x0));
    float y = fminf(fabsf(w->box.y0 - at->y0), fabsf(w->box.y1 - at->y0));
    bool beside = at->x0 > w->box.x0 - 1 && at->x0 < w->box.x1 + 1 && at->y0 > w->box.y0 - 1 &&
                  at->y0 < w->box.y1 + 1;
    return beside ? fminf(x, y) : 1e6F;
}

/* Letters that are turned each by itself, around a stamp, say: each begins at an edge of its box. */
static void mark_turned(struct pdf_page *page)
{
    enum { MOST = 1000 };
    static const float AT = 0.8F; /* points from the edge */
    for (size_t k = 0; k < page->slant_count && k < MOST; k++) {
        struct pdf_word *best = NULL;
        for (size_t i = 0; i < page->word_count; i++) {
            struct pdf_word *w = &page->words[i];
            float here = w->glyphs <= 1 && !w->used ? off(w, &page->slants[k].box) : 1e6F;
            if (here < AT && (!best || here < off(best, &page->slants[k].box)))
                best = w;
            w->used = w->used || str_eq_c(w->text, "★"); /* in the middle of it */
        }
        if (best)
            best->used = true;
    }
}

void pdf_watermark_mark(struct pdf *pdf)
{
    enum { LETTERS = 4 };
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        mark_turned(page);
        for (size_t i = 0, n; i < page->word_count; i += n) {
            struct pdf_word *w = &page->words[i];
            n = w->wide && w->glyphs <= 1 && !w->number ? slanted(w, page->word_count - i) : 1;
            for (size_t k = 0; n >= LETTERS && k < n; k++)
                w[k].used = true;
        }
    }
}

/* Do the two nearest pages, or all there are, have it at the very same place? A title does not stay
 * where the cover has it. */
static bool is_repeated(const struct pdf *pdf, size_t p, const struct pdf_word *w)
{
    enum { NEAR = 2 };
    size_t here = 0, most = pdf->page_count - 1 < NEAR ? pdf->page_count - 1 : NEAR;
    for (size_t i = p < NEAR ? 0 : p - NEAR; i < pdf->page_count && i <= p + NEAR; i++)
        here += i != p && has_word(&pdf->pages[i], w);
    return most > 0 && here >= most;
}

/* Large letters that lie over others, or that stand at one place of neighbouring pages. */
static bool is_large(const struct pdf *pdf, size_t p, const struct pdf_word *w)
{
    return lies_over(&pdf->pages[p], w) || is_repeated(pdf, p, w);
}

void pdf_watermark_take(struct pdf *pdf)
{
    float large = LARGE * usual_em(pdf);
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        struct pdf_lines *out = &page->running;
        out->list = arena_alloc(pdf->arena, (page->word_count + 1) * sizeof *out->list);
        for (size_t i = 0; i < page->word_count; i++) {
            struct pdf_word *w = &page->words[i];
            if (!w->used && (w->em < large || !is_large(pdf, p, w)))
                continue;
            const struct pdf_word **one = arena_alloc(pdf->arena, sizeof *one);
            *one = w;
            out->list[out->n++] =
                (struct pdf_line){ .box = w->box, .em = w->em, .words = one, .n = 1 };
            w->used = true;
        }
    }
}
