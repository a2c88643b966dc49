/* pdf_spaced.c - see pdf_spaced.h. */
#include "read/pdf_spaced.h"

#include <math.h>
#include <stdlib.h>

enum { ENOUGH = 8 }; /* characters of their own, one behind the other */

static const float LEAST = 0.12F, MOST = 0.8F; /* em from one to the next */
static const float EVEN = 0.06F;               /* em by which that may change */

static bool is_single(const struct pdf_word *w)
{
    return w->wide && w->glyphs == 1;
}

static float gap(const struct pdf_word *a, const struct pdf_word *b, float em)
{
    float ya = (a->box.y0 + a->box.y1) / 2, yb = (b->box.y0 + b->box.y1) / 2;
    return fabsf(ya - yb) < 0.6F * em ? (b->box.x0 - a->box.x1) / em : -1;
}

/* How many words from the first one on are evenly apart; 0: too few. */
static size_t run(const struct pdf_word *words, size_t n)
{
    float em = words[0].em;
    float even = n > 1 ? gap(&words[0], &words[1], em) : 0;
    size_t end = 1, singles = 1;
    if (!is_single(&words[0]) || even < LEAST || even > MOST)
        return 0;
    while (end < n && fabsf(gap(&words[end - 1], &words[end], em) - even) < EVEN &&
           words[end].em < 1.2F * em)
        singles += is_single(&words[end++]);
    return singles >= ENOUGH && singles * 2 > end ? end : 0;
}

static struct pdf_word join(struct arena *arena, const struct pdf_word *words, size_t n)
{
    struct pdf_word out = words[0];
    struct strbuf text = { 0 };
    for (size_t i = 0; i < n; i++) {
        strbuf_str(&text, words[i].text);
        out.box.y0 = fminf(out.box.y0, words[i].box.y0);
        out.box.y1 = fmaxf(out.box.y1, words[i].box.y1);
        out.wide = out.wide && words[i].wide;
    }
    out.box.x1 = words[n - 1].box.x1;
    out.glyphs = (out.box.x1 - out.box.x0) / out.em;
    out.text = arena_str(arena, strbuf_view(&text));
    strbuf_free(&text);
    return out;
}

/* Columns of a table may be as even: but not most of a page. */
static bool is_spaced(const struct pdf_page *page)
{
    size_t spaced = 0, others = 0, step;
    for (size_t i = 0; i < page->word_count; i += step) {
        step = run(&page->words[i], page->word_count - i);
        spaced += step;
        others += step == 0 && !page->words[i].number;
        step += step == 0;
    }
    return spaced > others;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* The size of a title: no table has letters like these. */
static float title_em(struct arena *arena, const struct pdf_page *page)
{
    static const float LARGE = 1.35F; /* times the size of most words */
    float *list = arena_alloc(arena, (page->word_count + 1) * sizeof *list);
    for (size_t i = 0; i < page->word_count; i++)
        list[i] = page->words[i].em;
    qsort(list, page->word_count, sizeof *list, by_value);
    return page->word_count > 0 ? LARGE * list[page->word_count / 2] : 0;
}

void pdf_spaced_join(struct pdf *pdf)
{
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        size_t kept = 0, step;
        float least = is_spaced(page) ? 0 : title_em(pdf->arena, page);
        for (size_t i = 0; i < page->word_count; i += step) {
            size_t n = page->words[i].em < least ? 0 : run(&page->words[i], page->word_count - i);
            step = n > 0 ? n : 1;
            page->words[kept++] = n > 0 ? join(pdf->arena, &page->words[i], n) : page->words[i];
        }
        page->word_count = kept;
    }
}
