/*
 * pdf_bare_digit.c - full-width digits of narrow columns: those of two cells that came as one word
 * are parted, those of one cell that stand below each other become one figure. See pdf_bare.h.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare.h"

static const float DRAWN = 1.12F; /* times the width of a digit, from one to the next */

static bool is_wide_number(const struct pdf_word *w)
{
    return w->number && w->wide;
}

/* How wide a digit is that stands alone, in letters as high as the word's; 0: there is none. A word
 * that is higher is of digits at two heights: which is which nobody can tell. */
static float digit_width(const struct pdf_word **words, size_t n, const struct pdf_word *w)
{
    float least = 0;
    for (size_t i = 0; i < n; i++)
        if (is_wide_number(words[i]) && words[i]->glyphs == 1 &&
            fabsf(words[i]->box.y1 - words[i]->box.y0 - w->box.y1 + w->box.y0) < 0.5F &&
            (least == 0 || words[i]->em < least))
            least = words[i]->em;
    return least;
}

static size_t part_word(struct arena *arena, const struct pdf_word *w, float em,
                        const struct pdf_word **out)
{
    size_t n = 0;
    float x = w->box.x0, step = (w->box.x1 - w->box.x0 - em) / (w->glyphs - 1);
    for (size_t i = 0; i < w->text.n; x += step) {
        struct pdf_word *one = arena_alloc(arena, sizeof *one);
        size_t from = i;
        *one = *w;
        (void)str_next(w->text, &i);
        one->text = str_sub(w->text, from, i - from);
        one->glyphs = 1;
        one->whole = w;
        one->em = em;
        one->box.x0 = x;
        one->box.x1 = x + em;
        out[n++] = one;
    }
    return n;
}

const struct pdf_word **pdf_bare_part_digits(struct arena *arena, const struct pdf_word **words,
                                             size_t *n)
{
    size_t most = 1, count = 0;
    for (size_t i = 0; i < *n; i++)
        most += words[i]->number ? words[i]->text.n : 1;
    const struct pdf_word **out = arena_alloc(arena, most * sizeof *out);
    for (size_t i = 0; i < *n; i++) {
        const struct pdf_word *w = words[i];
        float em = is_wide_number(w) && w->glyphs > 1 ? digit_width(words, *n, w) : 0;
        if (em > 0 && w->em > DRAWN * em)
            count += part_word(arena, w, em, out + count);
        else
            out[count++] = w;
    }
    *n = count;
    return out;
}

/* Wide digits that stand below each other: in a column that is too narrow for them. */
static bool is_stacked(const struct pdf_atom *a, const struct pdf_atom *b)
{
    static const char *const digits = "０１２３４５６７８９";
    const struct pdf_line *x = a->line, *y = b->line;
    size_t i = 0, k = 0;
    float d = b->y - a->y;
    return a->page == b->page && x->n == 1 && y->n == 1 && d > 0.8F * x->em && d < 2 * x->em &&
           fabsf(x->box.x0 + x->box.x1 - y->box.x0 - y->box.x1) < 0.4F * x->em &&
           pdf_is_one_of(str_next(x->words[0]->text, &i), digits) &&
           pdf_is_one_of(str_next(y->words[0]->text, &k), digits);
}

static size_t count_values(const struct pdf_scroll *s, uint32_t level)
{
    size_t n = 0;
    for (size_t i = s->levels[level].first; i < s->levels[level].end; i++)
        n += s->atoms[i].value;
    return n;
}

/* The level of the row that two stacked digits belong to, between them; their own when none is. */
static uint32_t row_between(const struct pdf_scroll *s, const struct pdf_atom *a,
                            const struct pdf_atom *b)
{
    float y = (a->y + b->y) / 2;
    if (count_values(s, a->level) < s->levels[a->level].end - s->levels[a->level].first ||
        count_values(s, b->level) < s->levels[b->level].end - s->levels[b->level].first)
        return a->level; /* they are rows */
    for (uint32_t l = a->level + 1; l < b->level; l++) {
        const struct pdf_level *at = &s->levels[l];
        bool crossed = fabsf(s->atoms[at->first].y - y) > 0.4F * a->line->em;
        for (size_t i = at->first; i < at->end; i++)
            crossed = crossed || (s->atoms[i].line->box.x0 < a->line->box.x1 &&
                                  s->atoms[i].line->box.x1 > a->line->box.x0);
        if (!crossed && count_values(s, l) > 0)
            return l;
    }
    return a->level;
}

static int by_level(const void *a, const void *b)
{
    const struct pdf_atom *x = a, *y = b;
    if (x->level != y->level)
        return x->level < y->level ? -1 : 1;
    return x->line->box.x0 < y->line->box.x0 ? -1 : x->line->box.x0 > y->line->box.x0;
}

/* Levels from the levels of the atoms, without those that have none left. */
static void order(struct pdf_scroll *s)
{
    size_t n = 0;
    uint32_t level = UINT32_MAX;
    qsort(s->atoms, s->n, sizeof *s->atoms, by_level);
    for (size_t i = 0; i < s->n; i++) {
        struct pdf_atom *a = &s->atoms[i];
        if (a->level != level)
            s->levels[n++] = (struct pdf_level){ .first = i, .page = a->page };
        level = a->level;
        s->levels[n - 1].end = i + 1;
        a->level = (uint32_t)n - 1;
    }
    s->level_count = n;
}

/* A figure of two digits in two lines becomes one, at the height of its row. */
void pdf_bare_join_stacked(struct pdf_scroll *s)
{
    static const size_t DEEP = 48; /* atoms to look at */
    size_t kept = 0;
    bool any = false;
    for (size_t i = 0; i < s->n; i++) {
        struct pdf_atom *a = &s->atoms[i];
        for (size_t k = i + 1; a->line && a->value && k < s->n && k < i + DEEP; k++) {
            struct pdf_atom *b = &s->atoms[k];
            uint32_t row;
            if (!b->line || !b->value || b->level < a->level + 2 || !is_stacked(a, b) ||
                (row = row_between(s, a, b)) == a->level)
                continue;
            struct pdf_line *whole = (struct pdf_line *)a->line;
            pdf_bare_join(s->pdf->arena, whole, b->line);
            a->level = row;
            a->y = (whole->box.y0 + whole->box.y1) / 2;
            b->line = NULL;
            any = true;
            break;
        }
    }
    for (size_t i = 0; any && i < s->n; i++)
        if (s->atoms[i].line)
            s->atoms[kept++] = s->atoms[i];
    if (any) {
        s->n = kept;
        order(s);
    }
}
