/* pdf_column.c - see pdf_column.h. */
#include "read/pdf_column_cut.h"

#include <math.h>
#include <stdlib.h>

static const float GUTTER = 0.75F; /* em, at least */
static const float NUMBER = 4;     /* em: of an item, at most */
static const float LONG = 12;      /* em: a line of running text */
static const float ASIDE = 0.4F;   /* of the page's width, at most */

enum { PIECES = 3000, TRIES = 60 }; /* of one page: no page of a report has more */

struct side { /* of a gutter */
    const struct pdf_piece **list;
    size_t n, lines, figures, full, ends;
    float x0, x1;
};

static float middle(const struct pdf_box *b)
{
    return (b->y0 + b->y1) / 2;
}

static int by_height(const void *a, const void *b)
{
    const struct pdf_piece *x = a, *y = b;
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

/* The number of a heading or an item, set off from it by a tabulator. */
static bool is_number_of(const struct pdf_line *number, const struct pdf_line *l)
{
    return number->box.x1 - number->box.x0 < NUMBER * number->em && pdf_begins_item(number) &&
           l->box.x0 - number->box.x1 < NUMBER * l->em;
}

/* Their words follow each other. */
static void unite(const struct pdf_line *number, struct pdf_line *l)
{
    l->words = number->words;
    l->n += number->n;
    l->box.x0 = number->box.x0;
    l->box.y0 = fminf(l->box.y0, number->box.y0);
    l->box.y1 = fmaxf(l->box.y1, number->box.y1);
}

static struct pdf_piece *make_pieces(struct arena *arena, const struct pdf_page *page,
                                     size_t *count)
{
    const struct pdf_word **words = arena_alloc(arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0, k = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[n++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(arena, words, n, GUTTER);
    size_t most = lines.n + page->table_count + page->picture_count + 1;
    struct pdf_piece *list = arena_alloc(arena, most * sizeof *list);
    for (size_t i = 0; i < lines.n; i++) {
        struct pdf_line *l = &lines.list[i];
        float y = middle(&l->box);
        bool beside = i > 0 && l->box.x0 >= l[-1].box.x1 && y - list[k - 1].y < l->em / 2;
        float at = beside ? list[k - 1].y : y;
        if (beside && is_number_of(&l[-1], l)) {
            unite(&l[-1], l);
            k--;
        }
        list[k] = (struct pdf_piece){ l->box, at, l };
        k++;
    }
    for (size_t i = 0; i < page->table_count; i++)
        list[k++] = (struct pdf_piece){ page->tables[i].box, page->tables[i].box.y0, NULL };
    for (size_t i = 0; i < page->picture_count; i++)
        if (page->pictures[i].box.y1 - page->pictures[i].box.y0 < 0.8F * page->height)
            list[k++] = (struct pdf_piece){ page->pictures[i].box, page->pictures[i].box.y0,
                                            NULL }; /* no ground of the page */
    qsort(list, k, sizeof *list, by_height);
    *count = k;
    return list;
}

/* Takes what a piece covers from the gutter; false: it leaves none. */
static bool narrow(float gutter[2], const struct pdf_piece *p, float least)
{
    float left = p->box.x0 - gutter[0], right = gutter[1] - p->box.x1;
    if (p->box.x1 <= gutter[0] || p->box.x0 >= gutter[1])
        return true;
    if (fmaxf(left, right) < least)
        return false;
    if (left > right)
        gutter[1] = p->box.x0;
    else
        gutter[0] = p->box.x1;
    return true;
}

/* The pieces around i and its neighbour that leave a gutter free. */
static void reach(const struct pdf_piece *list, size_t n, size_t i, float gutter[2], size_t *from,
                  size_t *end)
{
    float least = GUTTER * list[i].line->em;
    *from = i;
    *end = i + 1;
    while (*end < n && narrow(gutter, &list[*end], least))
        ++*end;
    while (*from > 0 && narrow(gutter, &list[*from - 1], least))
        --*from;
    while (*end<n && * end> i + 2 && list[*end].y == list[*end - 1].y)
        --*end; /* what stands in a line with what crosses is of that line */
    while (*from > 0 && *from < i && list[*from].y == list[*from - 1].y)
        ++*from;
}

static bool is_full(const struct side *s, const struct pdf_line *l)
{
    return l->box.x1 - l->box.x0 > LONG * l->em && s->x1 - l->box.x1 < 2.5F * l->em;
}

static bool is_sentence(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    return str_ends(t, STR("。")) || str_ends(t, STR("；")) || str_ends(t, STR("，"));
}

static bool is_label(const struct pdf_line *l)
{
    for (size_t w = 0; w < l->n; w++)
        if (str_has(l->words[w]->text, "：") || str_has(l->words[w]->text, ":"))
            return true;
    return false;
}

static void look(struct side *s)
{
    s->x0 = 1e6F;
    for (size_t i = 0; i < s->n; i++) {
        s->x0 = fminf(s->x0, s->list[i]->box.x0);
        s->x1 = fmaxf(s->x1, s->list[i]->box.x1);
    }
    for (size_t i = 0; i < s->n; i++) {
        const struct pdf_line *l = s->list[i]->line;
        if (!l)
            continue;
        s->lines++;
        s->figures += l->words[0]->number && (l->n == 1 || l->words[1]->number);
        s->full += is_full(s, l);
        s->ends += is_sentence(l);
    }
}

static bool is_prose(const struct side *s)
{
    return s->full >= 3 && s->full * 3 >= s->lines;
}

/* Does the line go on with the one above it? */
static bool goes_on(const struct side *s, const struct pdf_line *l)
{
    const struct pdf_line *above = NULL;
    for (size_t i = 0; i < s->n && s->list[i]->line != l; i++)
        above = s->list[i]->line ? s->list[i]->line : above;
    return above && is_full(s, above) && !is_sentence(above);
}

/* Does a line beside it, at the very same height, make a row with it? */
static bool has_value(const struct pdf_line *x, const struct side *b)
{
    for (size_t k = 0; k < b->n; k++) {
        const struct pdf_line *y = b->list[k]->line;
        if (y && fabsf(middle(&x->box) - middle(&y->box)) < 0.12F * fminf(x->em, y->em) &&
            !goes_on(b, y))
            return true;
    }
    return false;
}

/* Labels with their values. */
static size_t count_rows(const struct side *a, const struct side *b)
{
    size_t rows = 0;
    for (size_t i = 0; i < a->n; i++) {
        const struct pdf_line *x = a->list[i]->line;
        rows += x && has_value(x, b) && !goes_on(a, x);
    }
    return rows;
}

/* Labels that something stands beside, and not above or below all of it. */
static size_t count_labels(const struct side *s, const struct side *other)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct pdf_line *l = s->list[i]->line;
        n += l && is_label(l) && s->list[i]->y > other->list[0]->y - l->em &&
             s->list[i]->y < other->list[other->n - 1]->y + l->em;
    }
    return n;
}

/* A few full lines that break off, and go on with full ones beside them; a heading may stand below. */
static bool breaks_over(const struct side *a, const struct side *b)
{
    enum { FEW = 2 };
    const struct pdf_line *end = NULL;
    size_t lines = 0;
    if (a->lines != a->n || b->lines != b->n || b->lines < FEW || b->full + 1 < b->lines)
        return false;
    for (; lines < a->n && a->list[lines]->y < b->list[b->n - 1]->y + 1; lines++) {
        end = a->list[lines]->line;
        if (!is_full(a, end))
            return false;
    }
    const struct pdf_line *next = b->list[0]->line;
    return lines >= FEW && !is_sentence(end) && next->box.x0 - b->x0 < next->em / 2 &&
           !pdf_begins_item(next);
}

/* Two texts, or a text with short lines beside it, or two lists. */
static bool are_columns(const struct side *a, const struct side *b)
{
    enum { FEW = 2, ENOUGH = 4 };
    size_t least = a->lines < b->lines ? a->lines : b->lines;
    size_t prose = (size_t)is_prose(a) + is_prose(b);
    if (least < FEW || a->figures * 2 >= a->lines || b->figures * 2 >= b->lines)
        return false;
    if (prose == 0 && (count_labels(a, b) * 3 > a->lines || count_labels(b, a) * 3 > b->lines))
        return false;
    size_t rows = prose == 2 ? 0 : count_rows(a, b);
    return prose == 0 && least < ENOUGH ? rows == 0 : rows * 2 <= least;
}

/* Short lines beside the text, such as a menu. */
static bool is_aside(const struct side *s, const struct side *other, float width)
{
    return s->lines == s->n && !is_prose(s) && s->ends == 0 && s->x1 - s->x0 < ASIDE * width &&
           s->x1 - s->x0 < other->x1 - other->x0;
}

/* A line or two beside each other, where the page has such columns: the left one breaks off and
 * goes on on the right. */
static bool is_rest(const struct pdf_bands *bands, const struct side *a, const struct side *b)
{
    if (bands->n == 0 || a->lines != a->n || b->lines != b->n || a->n == 0 || b->n == 0)
        return false;
    const struct pdf_band *band = &bands->list[bands->n - 1];
    const struct pdf_line *end = a->list[a->n - 1]->line, *next = b->list[0]->line;
    return !band->aside[0] && !band->aside[1] && band->to[0] - end->box.x1 < 2 * end->em &&
           band->to[0] - end->box.x1 > -end->em && !is_sentence(end) &&
           fabsf(next->box.x0 - band->from[1]) < next->em / 2 && !pdf_begins_item(next);
}

static bool judge(struct arena *arena, const struct pdf_page *page, const struct pdf_piece *list,
                  size_t n, float x, struct pdf_bands *bands)
{
    struct pdf_band *out = &bands->list[bands->n];
    struct side sides[2] = { 0 };
    *out = (struct pdf_band){ .x = x };
    for (int s = 0; s < 2; s++)
        sides[s].list = arena_alloc(arena, (n + 1) * sizeof *sides[s].list);
    for (size_t i = 0; i < n; i++) {
        struct side *s = &sides[list[i].box.x0 < x ? 0 : 1];
        s->list[s->n++] = &list[i];
    }
    for (int s = 0; s < 2; s++)
        look(&sides[s]);
    for (int s = 0; s < 2; s++) {
        out->aside[s] = is_aside(&sides[s], &sides[1 - s], page->width);
        out->from[s] = sides[s].x0;
        out->to[s] = sides[s].x1;
    }
    if (are_columns(&sides[0], &sides[1]) || breaks_over(&sides[0], &sides[1]))
        return true;
    if (!is_rest(bands, &sides[0], &sides[1]))
        return false;
    *out = (struct pdf_band){ .x = x };
    memcpy(out->from, bands->list[bands->n - 1].from, sizeof out->from);
    memcpy(out->to, bands->list[bands->n - 1].to, sizeof out->to);
    return true;
}

/* Its words know their side from now on. Headings across both columns cut it. */
static void accept(struct arena *arena, struct pdf_bands *bands, const struct pdf_piece *list,
                   size_t n)
{
    const struct pdf_band whole = bands->list[bands->n];
    size_t *cuts = arena_alloc(arena, (n + 1) * sizeof *cuts);
    size_t parts = pdf_column_cut(arena, list, n, whole.x, cuts);
    for (size_t p = 0; p < parts; p++) {
        struct pdf_band *band = &bands->list[bands->n++];
        *band = whole;
        band->y0 = 1e6F;
        band->y1 = 0;
        for (size_t i = cuts[p]; i < (p + 1 < parts ? cuts[p + 1] : n); i++) {
            band->y0 = fminf(band->y0, list[i].y);
            band->y1 = fmaxf(band->y1, list[i].line ? list[i].y : list[i].box.y1);
            for (size_t w = 0; list[i].line && w < list[i].line->n; w++)
                ((struct pdf_word *)list[i].line->words[w])->side =
                    (uint32_t)(2 * bands->n - (list[i].box.x0 < band->x ? 1 : 0));
        }
    }
}

struct pdf_bands pdf_column_find(struct arena *arena, const struct pdf_page *page)
{
    size_t n = 0, behind = 0, tries = 0;
    struct pdf_piece *list = make_pieces(arena, page, &n);
    struct pdf_bands bands = { .list = arena_alloc(arena, (n + 1) * sizeof *bands.list) };
    for (size_t i = 0; i + 1 < n && n < PIECES && tries < TRIES; i++) {
        const struct pdf_piece *a = &list[i], *b = &list[i + 1];
        if (!a->line || !b->line || b->y - a->y > 0.5F * a->line->em)
            continue;
        float gutter[2] = { fminf(a->box.x1, b->box.x1), fmaxf(a->box.x0, b->box.x0) };
        size_t from = i, end = i + 1;
        reach(list + behind, n - behind, i - behind, gutter, &from, &end);
        tries++;
        from += behind;
        end += behind;
        if (judge(arena, page, list + from, end - from, (gutter[0] + gutter[1]) / 2, &bands)) {
            accept(arena, &bands, list + from, end - from);
            behind = end;
            i = end - 1;
        }
    }
    return bands;
}
