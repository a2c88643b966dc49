/*
 * pdf_bare_part.c - cells that touch each other are parted where others of the table begin; labels
 * that are drawn out become whole. See pdf_bare_maker.h.
 */
#include <math.h>

#include "read/pdf_bare_maker.h"

static bool is_character(const struct pdf_atom *a)
{
    return !a->value && a->line->n == 1 && a->line->words[0]->glyphs < 1.1F;
}

static float gap(const struct pdf_atom *a, const struct pdf_atom *b)
{
    return (b->line->box.x0 - a->line->box.x1) / a->line->em;
}

/* How many characters from i on are drawn out over one line: all blanks between them are alike. */
static size_t drawn_out(const struct pdf_maker *m, size_t i)
{
    static const float WIDEST = 1, SAME = 0.15F; /* em */
    size_t n = 1;
    for (; i + n < m->n && is_character(&m->atoms[i]); n++) {
        const struct pdf_atom *a = &m->atoms[i + n - 1], *b = &m->atoms[i + n];
        if (b->level != a->level || !is_character(b) || gap(a, b) > WIDEST ||
            b->line->box.x1 > m->columns[0].x0 ||
            (n > 1 && fabsf(gap(a, b) - gap(&m->atoms[i], &m->atoms[i + 1])) > SAME))
            break;
    }
    return n;
}

/* Labels that are drawn out to the width of their cells become whole again. */
static void join_labels(struct pdf_maker *m)
{
    size_t kept = 0;
    for (size_t i = 0, n; i < m->n; i += n) {
        struct pdf_atom a = m->atoms[i];
        n = drawn_out(m, i);
        if (n > 1) {
            struct pdf_line *whole = arena_alloc(m->scroll->pdf->arena, sizeof *whole);
            *whole = *a.line;
            whole->n = n; /* words of one height lie side by side in memory, too */
            whole->box.x1 = m->atoms[i + n - 1].line->box.x1;
            a.line = whole;
        }
        m->atoms[kept++] = a;
    }
    m->n = kept;
}

/* How many lines of labels begin there? */
static size_t beginnings(const struct pdf_maker *m, const struct pdf_atom *but, float x)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        n += &m->atoms[i] != but && !m->atoms[i].value &&
             fabsf(m->atoms[i].line->box.x0 - x) < 0.1F * m->atoms[i].line->em;
    return n;
}

static struct pdf_box box_of(const struct pdf_line *l, size_t from, size_t end)
{
    struct pdf_box b = l->words[from]->box;
    for (size_t i = from; i < end; i++)
        b.x1 = fmaxf(b.x1, l->words[i]->box.x1);
    b.y0 = l->box.y0; /* of the scroll */
    b.y1 = l->box.y1;
    return b;
}

static bool is_under(const struct pdf_column *c, const struct pdf_box *b, float em)
{
    float slack = 0.6F * em;
    return fabsf(c->x0 - b->x0) < slack || fabsf(c->x1 - b->x1) < slack ||
           fabsf(c->x0 + c->x1 - b->x0 - b->x1) < 2 * slack;
}

/* Is each part the header of a column of its own? */
static bool heads_two(const struct pdf_maker *m, const struct pdf_line *l, size_t word)
{
    struct pdf_box a = box_of(l, 0, word), b = box_of(l, word, l->n);
    size_t x = 0, y = 0;
    return pdf_maker_under(m, &a, &x) == 1 && pdf_maker_under(m, &b, &y) >= 1 && x < y &&
           is_under(&m->columns[x], &a, l->em);
}

/* Does an item begin there, or did one on the line above? */
static bool begins_cell(struct pdf_maker *m, const struct pdf_atom *a, size_t word)
{
    struct pdf_line rest = *a->line;
    float x = (rest.words[word]->box.x0 + rest.words[word - 1]->box.x1) / 2;
    rest.words += word;
    rest.n -= word;
    bool below = fabsf(x - m->border) < 0.6F * rest.em && a->y - m->border_y < 2 * rest.em;
    if (!below && !pdf_begins_item(&rest))
        return false;
    m->border = x;
    m->border_y = a->y;
    return true;
}

/* Where a second cell begins that touches the first; 0: nowhere. */
static size_t second_cell(struct pdf_maker *m, const struct pdf_atom *a)
{
    static const float NEAR = 0.08F; /* em between cells, at least */
    const struct pdf_line *l = a->line;
    bool left = l->box.x1 <= m->columns[0].x0 + 0.3F * l->em;
    for (size_t k = 1; k < l->n && !a->value; k++) {
        if (l->words[k]->box.x0 - l->words[k - 1]->box.x1 < NEAR * l->em)
            continue;
        if (left ? beginnings(m, a, l->words[k]->box.x0) >= 3 || begins_cell(m, a, k)
                 : heads_two(m, l, k))
            return k;
    }
    return 0;
}

static void part_cells(struct pdf_maker *m)
{
    struct arena *arena = m->scroll->pdf->arena;
    struct pdf_atom *parted = arena_alloc(arena, (m->room + 1) * sizeof *parted);
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++) {
        struct pdf_atom a = m->atoms[i];
        size_t k;
        while (n + m->n - i < m->room && (k = second_cell(m, &a)) > 0) {
            struct pdf_line *parts = arena_alloc(arena, 2 * sizeof *parts);
            parts[0] = parts[1] = *a.line;
            parts[0].n = k;
            parts[0].box = box_of(a.line, 0, k);
            parts[1].words += k;
            parts[1].n -= k;
            parts[1].box = box_of(a.line, k, a.line->n);
            a.line = &parts[0];
            parted[n++] = a;
            a.line = &parts[1];
            a.enumerated = pdf_begins_item(a.line);
        }
        parted[n++] = a;
    }
    m->atoms = parted;
    m->n = n;
}

void pdf_maker_part(struct pdf_maker *m)
{
    part_cells(m);
    join_labels(m);
}
