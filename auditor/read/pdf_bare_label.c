/*
 * pdf_bare_label.c - which lines left of the figures are one label, and of which row. A label has
 * its middle (or its first, or its last line) at the height of its figures, all labels of a table
 * alike; where rows are no farther apart than lines, nothing else tells them apart. See
 * pdf_bare_maker.h.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare_maker.h"

enum { LINES = 16 /* of a label */, CHAIN = 400 };

enum mode { MIDDLE, TOP, BOTTOM, MODES };

static const float ALONE = 0.45F; /* what it costs, in lines, when a label is of no row */
static const float CLOSE = 0.3F;  /* ... when lines are parted that are as near as those of one */
static const float TORN = 0.3F;   /* ... when the page's end tears one */

struct chain { /* lines below each other */
    size_t atoms[CHAIN];
    size_t n;
};

static bool is_left(const struct pdf_maker *m, size_t i)
{
    const struct pdf_atom *a = &m->atoms[i];
    if (a->value)
        return false;
    if (a->line->box.x1 <= m->columns[0].x0 + 0.3F * a->line->em)
        return true;
    bool alone = (i == 0 || a[-1].level != a->level) && (i + 1 == m->n || a[1].level != a->level);
    return alone &&
           a->line->box.x0 + a->line->box.x1 < 2 * m->columns[0].x0; /* over columns, too */
}

static void make_chain(const struct pdf_maker *m, size_t i, const bool *taken, struct chain *c)
{
    c->n = 0;
    while (i < m->n && !taken[i] && is_left(m, i) && c->n < CHAIN) {
        c->atoms[c->n++] = i;
        size_t k = pdf_maker_below(m, i);
        i = k < m->n && (pdf_maker_torn(m, i, k) || pdf_maker_near(m, i, k)) &&
                    pdf_maker_alike(m, i, k)
                ? k
                : m->n;
    }
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* How much lower a label's middle is than that of the figures beside it: they have other fonts. */
static float drop(const struct pdf_maker *m)
{
    float *list = arena_alloc(m->scroll->pdf->arena, (m->n + 1) * sizeof *list);
    size_t n = 0;
    for (size_t i = 0; i + 1 < m->n; i++)
        if (is_left(m, i) && m->atoms[i + 1].value && m->atoms[i + 1].level == m->atoms[i].level)
            list[n++] = m->atoms[i].y - m->atoms[i + 1].y;
    qsort(list, n, sizeof *list, by_value);
    return n > 0 ? list[n / 2] : 0;
}

/* How far, in lines, the nearest row is from where the row of a label stands. */
static float nearest_row(const struct pdf_maker *m, float y, size_t *atom)
{
    float best = 1e9F;
    for (size_t i = 0; i < m->n; i++)
        if (m->atoms[i].value && fabsf(m->atoms[i].y + m->drop - y) < best) {
            best = fabsf(m->atoms[i].y + m->drop - y);
            *atom = i;
        }
    return best / m->pitch;
}

/* Figures beside one of the lines, and figures or texts beside another: two rows, at least. */
static bool has_two_rows(const struct pdf_maker *m, const struct chain *c, size_t from, size_t end)
{
    size_t values = 0, texts = 0;
    for (size_t i = from; i < end; i++) {
        bool value = pdf_maker_level_has_value(m, c->atoms[i]);
        values += value;
        texts += !value && pdf_maker_beside_columns(m, c->atoms[i]);
    }
    return values > 0 && values + texts > 1;
}

/* Had every line but the last no room for more? */
static bool is_full(const struct pdf_maker *m, const struct chain *c, size_t from, size_t end)
{
    float widest = 0;
    for (size_t i = from; i < end; i++) {
        const struct pdf_line *l = m->atoms[c->atoms[i]].line;
        widest = fmaxf(widest, l->box.x1 - l->box.x0);
    }
    for (size_t i = from; i + 1 < end; i++) {
        const struct pdf_line *l = m->atoms[c->atoms[i]].line;
        if (l->box.x1 - l->box.x0 + 0.8F * l->em < widest)
            return false;
    }
    return true;
}

/* Is there a text left of the figures beside the level? */
static bool has_label(const struct pdf_maker *m, size_t value)
{
    const struct pdf_atom *v = &m->atoms[value];
    for (size_t i = 0; i < m->n; i++)
        if (!m->atoms[i].value && m->atoms[i].page == v->page &&
            fabsf(m->atoms[i].y - v->y) < 1.2F * m->pitch &&
            m->atoms[i].line->box.x1 < m->columns[0].x0 + 0.3F * v->line->em)
            return true;
    return false;
}

/* The page's end parts figures from their label: a value of those that stand before the page of the
 * line, with no label; m->n: there are none. */
static size_t parted_row(const struct pdf_maker *m, size_t line)
{
    size_t first = line, k;
    while (first > 0 && m->atoms[first - 1].page == m->atoms[line].page)
        first--;
    for (k = first; k < line; k++)
        if (is_left(m, k) || m->atoms[k].value)
            return m->n;
    return first > 0 && m->atoms[first - 1].value && !has_label(m, first - 1) ? first - 1 : m->n;
}

/* The lines from `from` up to `end` as one label: what speaks against it; *atom: a value of its
 * row, or m->n. */
static float judge(const struct pdf_maker *m, const struct chain *c, size_t from, size_t end,
                   enum mode mode, size_t *atom)
{
    size_t a = c->atoms[from], b = c->atoms[end - 1];
    float cost = 1e9F;
    *atom = m->n;
    if (has_two_rows(m, c, from, end) || (mode != MIDDLE && !is_full(m, c, from, end)))
        return 2;
    if (m->atoms[a].page != m->atoms[b].page) {
        for (size_t i = from; i < end; i++) {
            size_t found = m->n;
            float d = nearest_row(m, m->atoms[c->atoms[i]].y, &found);
            if (d < cost && d < 0.6F) {
                *atom = found;
                cost = d;
            }
        }
        return *atom < m->n ? TORN : 1;
    }
    float first = m->atoms[a].y, last = m->atoms[b].y;
    cost = nearest_row(m, mode == MIDDLE ? (first + last) / 2 : mode == TOP ? first : last, atom);
    if (cost < ALONE)
        return cost;
    *atom = parted_row(m, a);
    if (*atom < m->n)
        return TORN;
    for (size_t i = from; i < end; i++)
        if (pdf_maker_level_has_value(m, c->atoms[i]))
            return 1 + cost;
    return (pdf_maker_beside_columns(m, a) ? 0.1F : ALONE) + 0.1F * (float)(end - from - 1);
}

/* The cheapest way to part a chain into labels; from[j]: where the label begins that ends at j. */
static float part(const struct pdf_maker *m, const struct chain *c, enum mode mode, size_t *from)
{
    float best[CHAIN + 1] = { 0 };
    for (size_t j = 1; j <= c->n; j++) {
        best[j] = 1e9F;
        for (size_t i = j; i-- > 0 && j - i <= LINES;) {
            size_t atom;
            bool free = i == 0 || m->tight || pdf_maker_torn(m, c->atoms[i - 1], c->atoms[i]);
            float cost = best[i] + judge(m, c, i, j, mode, &atom) + (free ? 0 : CLOSE);
            if (cost < best[j]) {
                best[j] = cost;
                from[j] = i;
            }
        }
    }
    return best[c->n];
}

static void commit(struct pdf_maker *m, const struct chain *c, enum mode mode, const size_t *from)
{
    for (size_t j = c->n; j > 0; j = from[j]) {
        size_t atom;
        judge(m, c, from[j], j, mode, &atom);
        pdf_maker_add_text(m, c->atoms[from[j]]);
        struct pdf_text *t = &m->texts[m->text_count - 1];
        t->value_atom = atom;
        for (size_t i = from[j] + 1; i < j; i++)
            pdf_maker_grow_text(m, t, c->atoms[i]);
    }
}

static float part_all(struct pdf_maker *m, enum mode mode, bool *taken, bool write)
{
    struct chain c;
    size_t from[CHAIN + 1];
    float sum = 0;
    memset(taken, 0, m->n);
    for (size_t i = 0; i < m->n; i++) {
        if (taken[i] || !is_left(m, i))
            continue;
        make_chain(m, i, taken, &c);
        for (size_t k = 0; k < c.n; k++)
            taken[c.atoms[k]] = true;
        sum += part(m, &c, mode, from);
        if (write)
            commit(m, &c, mode, from);
    }
    return sum;
}

void pdf_maker_labels(struct pdf_maker *m)
{
    if (m->ruled || m->pitch == 0)
        return;
    bool *taken = arena_alloc(m->scroll->pdf->arena, m->n + 1);
    enum mode best = MIDDLE;
    m->drop = drop(m);
    float least = 1e9F;
    for (enum mode mode = MIDDLE; mode < MODES; mode++) {
        float cost = part_all(m, mode, taken, false);
        if (cost < 0.5F * least) {
            least = cost;
            best = mode;
        }
    }
    part_all(m, best, taken, true);
}
