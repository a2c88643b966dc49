/*
 * pdf_bare_atom.c - the words of all pages, one below the other, as runs that stand close together;
 * see pdf_bare.h.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare.h"

static const float APART = 0.2F; /* em between two cells of a row, at least */
static const float SEAM = 1.5F;  /* em between the last line of a page and the next one */

/* A figure however its digits are grouped; the number of an item has no digits behind its mark. */
static bool is_grouped(struct str t)
{
    bool mark = false, behind = false;
    for (size_t i = 0; i < t.n;) {
        uint32_t c = str_next(t, &i);
        bool digit = c >= '0' && c <= '9';
        if (!digit && !pdf_is_one_of(c, "、，,.．"))
            return false;
        mark = mark || !digit;
        behind = mark && digit;
    }
    return behind;
}

/* Digits with a unit at most, or a mark in place of a figure. */
static bool is_value(const struct pdf_line *l)
{
    static const char *const marks[] = { "-", "—", "－", "–", "/", "／", "无", "——", "--", "０" };
    struct str t = l->words[0]->text;
    if (l->box.x1 - l->box.x0 > 8 * l->em || pdf_ends_sentence(l))
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (l->n == 1 && str_eq_c(t, marks[i]))
            return true;
    if (l->n == 1 && is_grouped(t))
        return true;
    if (l->words[0]->number)
        return l->n <= 2 && !pdf_begins_item(l);
    return t.n > 0 && t.p[0] >= '0' && t.p[0] <= '9' && l->n == 1 && !pdf_enumerated(t);
}

static size_t count_rules(const struct pdf_rule *list, size_t n, const struct pdf_box *box)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        const struct pdf_box *r = &list[i].box;
        found += !list[i].vertical && r->y0 > box->y0 && r->y0 < box->y1 &&
                 fminf(r->x1, box->x1) - fmaxf(r->x0, box->x0) > 0.5F * (box->x1 - box->x0);
    }
    return found;
}

size_t pdf_bare_rules(const struct pdf_scroll *s, const struct pdf_box *box)
{
    size_t found = 0;
    for (size_t p = 0; p < s->pdf->page_count; p++) {
        const struct pdf_page *page = &s->pdf->pages[p];
        struct pdf_box part = { box->x0, box->y0 - s->shift[p], box->x1, box->y1 - s->shift[p] };
        if (part.y1 > 0 && part.y0 < page->height)
            found += count_rules(page->rules, page->rule_count, &part) +
                     count_rules(page->edges, page->edge_count, &part);
    }
    return found;
}

bool pdf_bare_parted(const struct pdf_scroll *s, const struct pdf_box *a, const struct pdf_box *b)
{
    float ya = (a->y0 + a->y1) / 2, yb = (b->y0 + b->y1) / 2;
    struct pdf_box between = { fmaxf(a->x0, b->x0), fminf(ya, yb), fminf(a->x1, b->x1),
                               fmaxf(ya, yb) };
    return pdf_bare_rules(s, &between) > 0;
}

float pdf_bare_frame_end(const struct pdf_scroll *s, uint32_t page, float y)
{
    const struct pdf_box *frame = pdf_frame_at(&s->pdf->pages[page], y - s->shift[page]);
    return frame ? frame->y1 + s->shift[page] : 0;
}

static bool touches(const struct pdf_atom *a, const struct pdf_atom *b)
{
    return !a->value && fabsf(a->y - b->y) < 0.45F * b->line->em &&
           fmaxf(a->line->box.x0, b->line->box.x0) - fminf(a->line->box.x1, b->line->box.x1) <
               b->line->em;
}

/* A word that stands for a figure, close to other characters at its height: of a drawn out label. */
static void check_words(struct pdf_atom *atoms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct pdf_atom *a = &atoms[i];
        if (a->value && a->line->words[0]->wide && !a->line->words[0]->number &&
            ((i > 0 && touches(a - 1, a)) || (i + 1 < n && touches(a + 1, a))))
            a->value = false;
    }
}

/* What is counted in a table; the 年 of a date is not. */
static bool names_unit(struct str text)
{
    static const char *const units[] = { "件", "条", "项", "个", "份",   "宗",   "起",
                                         "次", "篇", "人", "元", "万元", "千元", "人次" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_eq_c(text, units[i]))
            return true;
    return false;
}

/* A figure and its unit, apart: 12 件. */
static bool is_unit(const struct pdf_line *figure, const struct pdf_line *unit)
{
    return figure->n == 1 && figure->words[0]->number && unit->n == 1 &&
           names_unit(unit->words[0]->text) &&
           fabsf(figure->box.y0 + figure->box.y1 - unit->box.y0 - unit->box.y1) < unit->em;
}

/* The number of an item and its mark, apart: its digits have another font. */
static bool is_item(const struct pdf_line *number, const struct pdf_line *text)
{
    static const char *const marks[] = { "．", ".", "、" };
    if (number->n != 1 || !number->words[0]->number || number->words[0]->text.n > 2)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text->words[0]->text, str_of(marks[i])))
            return true;
    return false;
}

/* The number of an item, and nothing else. */
static bool is_item_number(const struct pdf_line *l)
{
    float glyphs = 0;
    for (size_t i = 0; i < l->n; i++)
        glyphs += l->words[i]->glyphs;
    return glyphs <= 4 && pdf_begins_item(l);
}

static bool is_near(const struct pdf_line *a, const struct pdf_line *b, float near)
{
    float gap = b->box.x0 - a->box.x1;
    return gap > -0.1F * b->em && gap < near * b->em;
}

/* One text, for all the blank between them? */
static bool belong(const struct pdf_line *a, const struct pdf_line *b)
{
    static const float NEAR = 0.6F, ITEM = 0.45F; /* em */
    return (is_near(a, b, NEAR) && (is_unit(a, b) || is_item(a, b))) ||
           (is_near(a, b, ITEM) && is_item_number(a) && !is_value(b) && !pdf_begins_item(b));
}

void pdf_bare_join(struct arena *arena, struct pdf_line *a, const struct pdf_line *b)
{
    const struct pdf_word **words = arena_alloc(arena, (a->n + b->n) * sizeof *words);
    memcpy(words, a->words, a->n * sizeof *words);
    memcpy(words + a->n, b->words, b->n * sizeof *words);
    a->words = words;
    a->n += b->n;
    a->em = b->sure ? b->em : a->em;
    a->sure = a->sure || b->sure;
    a->box = (struct pdf_box){ fminf(a->box.x0, b->box.x0), fminf(a->box.y0, b->box.y0),
                               fmaxf(a->box.x1, b->box.x1), fmaxf(a->box.y1, b->box.y1) };
}

static int by_left(const void *a, const void *b)
{
    const struct pdf_line *x = a, *y = b;
    return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
}

/* What stands at one height, from the left: one level. */
static void add_level(struct pdf_scroll *s, struct pdf_line *lines, size_t n, uint32_t page)
{
    size_t first = s->n;
    qsort(lines, n, sizeof *lines, by_left);
    for (size_t i = 0; i < n; i++) {
        struct pdf_line *l = &lines[i];
        while (i + 1 < n && belong(l, &lines[i + 1]))
            pdf_bare_join(s->pdf->arena, l, &lines[++i]);
        s->atoms[s->n++] = (struct pdf_atom){ .line = l,
                                              .y = middle(l),
                                              .level = (uint32_t)s->level_count,
                                              .page = page,
                                              .value = is_value(l),
                                              .enumerated = pdf_begins_item(l),
                                              .cell = -1 };
    }
    check_words(s->atoms + first, s->n - first);
    s->levels[s->level_count++] = (struct pdf_level){ .first = first, .end = s->n, .page = page };
}

static void add_page(struct pdf_scroll *s, uint32_t p)
{
    struct pdf_page *page = &s->pdf->pages[p];
    struct arena *arena = s->pdf->arena;
    const struct pdf_word **words = arena_alloc(arena, (page->word_count + 1) * sizeof *words);
    size_t count = 0, end;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[count++] = &page->words[i];
    words = pdf_bare_part_digits(arena, words, &count);
    struct pdf_lines lines = pdf_lines(arena, words, count, APART);
    for (size_t i = 0; i < lines.n; i = end) {
        const struct pdf_line *l = &lines.list[i];
        float em = l->em;
        for (end = i + 1; end < lines.n; end++) {
            const struct pdf_line *x = &lines.list[end];
            if (fabsf(middle(x) - middle(l)) > 0.45F * fminf(em, x->em))
                break;
            em = fmaxf(em, x->em);
        }
        add_level(s, &lines.list[i], end - i, p);
    }
}

/* The page's lines and tables come below what is above them; end: of the page above. */
static void hang_page(struct pdf_scroll *s, uint32_t p, size_t first, float *end)
{
    const struct pdf_page *page = &s->pdf->pages[p];
    float top = 1e9F, bottom = 0, em = 12;
    for (size_t i = first; i < s->n; i++) {
        top = fminf(top, s->atoms[i].y);
        bottom = fmaxf(bottom, s->atoms[i].y);
    }
    em = s->n > first ? s->atoms[first].line->em : em;
    for (size_t i = 0; i < page->table_count; i++) {
        top = fminf(top, page->tables[i].box.y0);
        bottom = fmaxf(bottom, page->tables[i].box.y1);
    }
    s->shift[p] = top > bottom ? *end : *end + SEAM * em - top;
    *end = top > bottom ? *end : s->shift[p] + bottom;
    for (size_t i = first; i < s->n; i++) {
        struct pdf_line *l = (struct pdf_line *)s->atoms[i].line;
        l->box.y0 += s->shift[p];
        l->box.y1 += s->shift[p];
        s->atoms[i].y += s->shift[p];
    }
}

void pdf_bare_unroll(struct pdf_scroll *s, struct pdf *pdf)
{
    size_t most = 0;
    float end = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        for (size_t i = 0; i < pdf->pages[p].word_count; i++)
            most += pdf->pages[p].words[i].number ? pdf->pages[p].words[i].text.n : 1;
    *s = (struct pdf_scroll){ .pdf = pdf };
    s->atoms = arena_alloc(pdf->arena, (most + 1) * sizeof *s->atoms);
    s->levels = arena_alloc(pdf->arena, (most + 1) * sizeof *s->levels);
    s->shift = arena_alloc(pdf->arena, (pdf->page_count + 1) * sizeof *s->shift);
    for (uint32_t p = 0; p < pdf->page_count; p++) {
        size_t first = s->n;
        add_page(s, p);
        hang_page(s, p, first, &end);
    }
    pdf_bare_join_stacked(s);
}
