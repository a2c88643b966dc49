/*
 * pdf_bare_text.c - texts that lie closer below each other than rows do are one cell; see
 * pdf_bare_maker.h.
 */
#include <math.h>

#include "read/pdf_bare_maker.h"

static const float SAME_PITCH = 0.12F; /* em */

bool pdf_maker_level_has_value(const struct pdf_maker *m, size_t atom)
{
    uint32_t level = m->atoms[atom].level;
    for (size_t i = atom; i-- > 0 && m->atoms[i].level == level;)
        if (m->atoms[i].value)
            return true;
    for (size_t i = atom; i < m->n && m->atoms[i].level == level; i++)
        if (m->atoms[i].value)
            return true;
    return false;
}

static bool above_each_other(const struct pdf_box *a, const struct pdf_box *b)
{
    float both = pdf_overlap(a->x0, a->x1, b->x0, b->x1);
    return both > 0.5F * fminf(a->x1 - a->x0, b->x1 - b->x0);
}

/* The next text below an atom with no other between them; n if there is none near. */
size_t pdf_maker_below(const struct pdf_maker *m, size_t i)
{
    const struct pdf_atom *a = &m->atoms[i];
    for (size_t k = i + 1; k < m->n; k++) {
        const struct pdf_atom *b = &m->atoms[k];
        if (b->level == a->level || !above_each_other(&a->line->box, &b->line->box))
            continue;
        float far = a->page == b->page ? 2.2F : 5; /* em; what is beside it may reach deeper */
        return b->y - a->y < far * a->line->em ? k : m->n;
    }
    return m->n;
}

/* No values at the atom's height, but texts above them: a line of a header. */
static bool in_header(const struct pdf_maker *m, size_t atom)
{
    uint32_t level = m->atoms[atom].level;
    bool above = false;
    for (size_t i = atom; i-- > 0 && m->atoms[i].level == level;)
        atom = i;
    for (size_t i = atom; i < m->n && m->atoms[i].level == level; i++) {
        if (m->atoms[i].value)
            return false;
        above = above || m->atoms[i].line->box.x1 > m->columns[0].x0;
    }
    return above;
}

/* Lines of a cell begin, or end, or have their middles below each other. */
bool pdf_maker_aligned(const struct pdf_box *a, const struct pdf_box *b, float em)
{
    float slack = 0.6F * em;
    return fabsf(a->x0 - b->x0) < slack || fabsf(a->x1 - b->x1) < slack ||
           fabsf(a->x0 + a->x1 - b->x0 - b->x1) < 2 * slack;
}

/* Lines part the rows when there is one for most heights of values. */
static void find_rules(struct pdf_maker *m)
{
    struct pdf_box box = { m->columns[0].x0, 1e9F, m->columns[m->column_count - 1].x1, 0 };
    size_t heights = 0;
    uint32_t level = UINT32_MAX;
    for (size_t i = 0; i < m->n; i++) {
        if (!m->atoms[i].value)
            continue;
        heights += m->atoms[i].level != level;
        level = m->atoms[i].level;
        box.y0 = fminf(box.y0, m->atoms[i].y);
        box.y1 = fmaxf(box.y1, m->atoms[i].y);
    }
    if (heights < 3 && pdf_bare_frame_end(m->scroll, m->atoms[0].page, m->atoms[0].y) >
                           0) /* lines in its header, then */
        box.y0 = m->atoms[0].y;
    size_t rules = pdf_bare_rules(m->scroll, &box);
    m->ruled = heights >= 3 ? rules + 1 >= heights : box.y0 < box.y1 && rules > heights;
}

/* May the lines be of one cell, as far as their sizes and rows tell? */
bool pdf_maker_alike(const struct pdf_maker *m, size_t a, size_t b)
{
    const struct pdf_atom *x = &m->atoms[a], *y = &m->atoms[b];
    float ratio = x->line->sure && y->line->sure ? x->line->em / y->line->em : 1;
    if (m->ruled)
        return !x->value && !y->value && !pdf_bare_parted(m->scroll, &x->line->box, &y->line->box);
    if (x->value != y->value || x->value || y->enumerated || ratio < 0.8F || ratio > 1.25F ||
        !pdf_maker_aligned(&x->line->box, &y->line->box, x->line->em))
        return false;
    bool row = pdf_maker_level_has_value(m, a), next = pdf_maker_level_has_value(m, b);
    return !(row && next) && !(row && in_header(m, b)) && !(next && in_header(m, a));
}

/* The least distance of rows with values. */
static float row_pitch(const struct pdf_maker *m)
{
    float least = 1e9F, y = -1e9F;
    uint32_t page = UINT32_MAX;
    for (size_t i = 0; i < m->n; i++) {
        const struct pdf_atom *a = &m->atoms[i];
        if (!a->value)
            continue;
        if (a->y - y > 0.8F * a->line->em && a->page == page)
            least = fminf(least, a->y - y);
        y = a->y;
        page = a->page;
    }
    return least;
}

/* The least distance of lines below each other: that inside a cell. Rows may be as near. */
static void find_pitch(struct pdf_maker *m)
{
    float slack = 0;
    for (size_t i = 0; i < m->n; i++) {
        size_t k = m->atoms[i].value ? m->n : pdf_maker_below(m, i);
        if (k == m->n || m->atoms[i].page != m->atoms[k].page || !pdf_maker_alike(m, i, k))
            continue;
        float d = m->atoms[k].y - m->atoms[i].y, em = m->atoms[i].line->em;
        if (d > 0.8F * em && (m->pitch == 0 || d < m->pitch)) {
            m->pitch = d;
            slack = SAME_PITCH * em;
        }
    }
    m->tight = !m->ruled && m->pitch > row_pitch(m) - slack;
}

void pdf_maker_add_text(struct pdf_maker *m, size_t i)
{
    struct pdf_atom *a = &m->atoms[i];
    a->cell = (int)m->text_count;
    m->texts[m->text_count++] = (struct pdf_text){ .box = a->line->box,
                                                   .first = i,
                                                   .y = a->y,
                                                   .last = a->y,
                                                   .lines = 1,
                                                   .row = -1,
                                                   .value_atom = m->n,
                                                   .value = a->value };
}

void pdf_maker_grow_text(struct pdf_maker *m, struct pdf_text *t, size_t i)
{
    struct pdf_atom *a = &m->atoms[i];
    a->cell = m->atoms[t->first].cell;
    t->box.x0 = fminf(t->box.x0, a->line->box.x0);
    t->box.x1 = fmaxf(t->box.x1, a->line->box.x1);
    t->box.y1 = fmaxf(t->box.y1, a->line->box.y1);
    t->y = (m->atoms[t->first].y + a->y) / 2;
    t->last = a->y;
    t->lines++;
}

/* Does another cell lie partly under the atom? Then it spans columns, and ends there. */
static bool shares_level(const struct pdf_maker *m, size_t a, size_t b)
{
    const struct pdf_box *box = &m->atoms[a].line->box;
    size_t under = 0;
    for (size_t k = 0; k < m->n; k++)
        under +=
            m->atoms[k].level == m->atoms[b].level &&
            pdf_overlap(m->atoms[k].line->box.x0, m->atoms[k].line->box.x1, box->x0, box->x1) > 1;
    return under > 1;
}

/* A text where values stand, at the atom's height. */
bool pdf_maker_beside_columns(const struct pdf_maker *m, size_t atom)
{
    uint32_t level = m->atoms[atom].level;
    for (size_t i = atom + 1; i < m->n && m->atoms[i].level == level; i++)
        if (m->atoms[i].line->box.x1 > m->columns[0].x0)
            return true;
    return false;
}

/* Where rows are as near as lines of a cell: had the line no room for more, and does the next one
 * not begin a row? */
static bool goes_on(const struct pdf_maker *m, size_t a, size_t b)
{
    const struct pdf_line *x = m->atoms[a].line, *y = m->atoms[b].line;
    bool full = x->box.x1 - x->box.x0 + 0.8F * x->em > y->box.x1 - y->box.x0;
    return full && (pdf_maker_beside_columns(m, a) || !pdf_maker_beside_columns(m, b));
}

bool pdf_maker_torn(const struct pdf_maker *m, size_t a, size_t b)
{
    return m->atoms[a].page != m->atoms[b].page;
}

bool pdf_maker_near(const struct pdf_maker *m, size_t a, size_t b)
{
    return m->atoms[b].y - m->atoms[a].y <= m->pitch + SAME_PITCH * m->atoms[a].line->em;
}

/* The page's end may tear some cells of a header; what begins in all columns is another row. */
static bool may_be_torn(const struct pdf_maker *m, size_t a, size_t b)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        n += m->atoms[i].level == m->atoms[b].level;
    return pdf_maker_torn(m, a, b) && n < m->column_count;
}

static void make_texts(struct pdf_maker *m)
{
    size_t labels = m->text_count;
    for (size_t i = 0; i < m->n; i++) {
        if (m->atoms[i].cell < 0)
            pdf_maker_add_text(m, i);
        else if ((size_t)m->atoms[i].cell < labels)
            continue;
        struct pdf_text *t = &m->texts[m->atoms[i].cell];
        size_t k = m->atoms[i].value || m->pitch == 0 ? m->n : pdf_maker_below(m, i);
        if (k == m->n || m->atoms[k].cell >= 0 || !pdf_maker_alike(m, i, k) ||
            shares_level(m, i, k))
            continue;
        if (!m->ruled && !may_be_torn(m, i, k) &&
            (pdf_maker_torn(m, i, k) || !pdf_maker_near(m, i, k)))
            continue;
        if (m->tight && !goes_on(m, i, k))
            continue;
        pdf_maker_grow_text(m, t, k);
    }
}

void pdf_maker_texts(struct pdf_maker *m)
{
    pdf_maker_part(m);
    find_rules(m);
    find_pitch(m);
    pdf_maker_labels(m);
    make_texts(m);
}
