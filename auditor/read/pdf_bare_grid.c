/*
 * pdf_bare_grid.c - cells from atoms: values below each other are a column, texts that lie closer
 * below each other than rows do are one cell; see pdf_bare.h.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare.h"

enum { COLUMNS = 64, LABELS = 4 };

struct column {
    float x0, x1;
};

struct text { /* a cell in the making */
    struct pdf_box box;
    size_t first; /* atom */
    float y;      /* of its middle */
    float last;   /* height of its last line */
    size_t lines;
    int row; /* it belongs to; -1: none yet */
    bool value;
};

struct row {
    float y, left; /* left: of its first value */
    bool values;
    int cells[COLUMNS + LABELS];
    size_t n;
};

struct maker {
    struct pdf *pdf;
    const struct pdf_page *page;
    bool ruled; /* lines part its rows */
    struct pdf_atom *atoms;
    size_t n;
    struct column columns[COLUMNS]; /* of values, from the left */
    size_t column_count;
    struct text *texts;
    size_t text_count;
    struct row *rows;
    size_t row_count;
    float pitch;       /* from line to line inside a cell; 0: no cell has two */
    float first_value; /* height of the first row of values */
};

static float overlap(float a0, float a1, float b0, float b1)
{
    return fminf(a1, b1) - fmaxf(a0, b0);
}

static int by_left(const void *a, const void *b)
{
    const struct column *x = a, *y = b;
    return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static void unite(struct maker *m)
{
    size_t kept = 0;
    qsort(m->columns, m->column_count, sizeof *m->columns, by_left);
    for (size_t i = 0; i < m->column_count; i++) {
        struct column *c = &m->columns[i];
        if (kept > 0 && c->x0 < m->columns[kept - 1].x1)
            m->columns[kept - 1].x1 = fmaxf(m->columns[kept - 1].x1, c->x1);
        else
            m->columns[kept++] = *c;
    }
    m->column_count = kept;
}

static void add_column(struct maker *m, float x0, float x1)
{
    if (m->column_count == COLUMNS)
        unite(m);
    if (m->column_count < COLUMNS)
        m->columns[m->column_count++] = (struct column){ x0, x1 };
}

static bool level_has_value(const struct maker *m, size_t atom)
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
    float both = overlap(a->x0, a->x1, b->x0, b->x1);
    return both > 0.5F * fminf(a->x1 - a->x0, b->x1 - b->x0);
}

/* The next text below an atom with no other between them; n if there is none near. */
static size_t below(const struct maker *m, size_t i)
{
    const struct pdf_atom *a = &m->atoms[i];
    for (size_t k = i + 1; k < m->n; k++) {
        const struct pdf_atom *b = &m->atoms[k];
        if (b->level == a->level || !above_each_other(&a->line->box, &b->line->box))
            continue;
        return b->y - a->y < 2.2F * a->line->em ? k : m->n;
    }
    return m->n;
}

/* No values at the atom's height, but texts above them: a line of a header. */
static bool in_header(const struct maker *m, size_t atom)
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
static bool aligned(const struct pdf_box *a, const struct pdf_box *b, float em)
{
    float slack = 0.6F * em;
    return fabsf(a->x0 - b->x0) < slack || fabsf(a->x1 - b->x1) < slack ||
           fabsf(a->x0 + a->x1 - b->x0 - b->x1) < 2 * slack;
}

/* Lines part the rows when there is one for most heights of values. */
static void find_rules(struct maker *m)
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
    if (heights < 3 && pdf_frame_at(m->page, m->atoms[0].y)) /* lines in its header, then */
        box.y0 = m->atoms[0].y;
    size_t rules = pdf_bare_rules(m->page, &box);
    m->ruled = heights >= 3 ? rules + 1 >= heights : box.y0 < box.y1 && rules > heights;
}

/* May the lines be of one cell, as far as their sizes and rows tell? */
static bool alike(const struct maker *m, size_t a, size_t b)
{
    const struct pdf_atom *x = &m->atoms[a], *y = &m->atoms[b];
    float ratio = x->line->em / y->line->em;
    if (m->ruled)
        return !x->value && !y->value && !pdf_bare_parted(m->page, &x->line->box, &y->line->box);
    if (x->value != y->value || x->value || y->enumerated || ratio < 0.8F || ratio > 1.25F ||
        !aligned(&x->line->box, &y->line->box, x->line->em))
        return false;
    bool row = level_has_value(m, a), next = level_has_value(m, b);
    return !(row && next) && !(row && in_header(m, b)) && !(next && in_header(m, a));
}

/* The least distance of lines below each other: that inside a cell. */
static void find_pitch(struct maker *m)
{
    for (size_t i = 0; i < m->n; i++) {
        size_t k = m->atoms[i].value ? m->n : below(m, i);
        if (k == m->n || !alike(m, i, k))
            continue;
        float d = (m->atoms[k].y - m->atoms[i].y) / m->atoms[i].line->em;
        if (d > 0.8F && (m->pitch == 0 || d < m->pitch))
            m->pitch = d;
    }
}

static void add_text(struct maker *m, size_t i)
{
    struct pdf_atom *a = &m->atoms[i];
    a->cell = (int)m->text_count;
    m->texts[m->text_count++] = (struct text){ .box = a->line->box,
                                               .first = i,
                                               .y = a->y,
                                               .last = a->y,
                                               .lines = 1,
                                               .row = -1,
                                               .value = a->value };
}

static void grow_text(struct maker *m, struct text *t, size_t i)
{
    const struct pdf_atom *a = &m->atoms[i];
    t->box.x0 = fminf(t->box.x0, a->line->box.x0);
    t->box.x1 = fmaxf(t->box.x1, a->line->box.x1);
    t->box.y1 = fmaxf(t->box.y1, a->line->box.y1);
    t->y = (m->atoms[t->first].y + a->y) / 2;
    t->last = a->y;
    t->lines++;
}

/* Does another cell lie partly under the atom? Then it spans columns, and ends there. */
static bool shares_level(const struct maker *m, size_t a, size_t b)
{
    const struct pdf_box *box = &m->atoms[a].line->box;
    size_t under = 0;
    for (size_t k = 0; k < m->n; k++)
        under += m->atoms[k].level == m->atoms[b].level &&
                 overlap(m->atoms[k].line->box.x0, m->atoms[k].line->box.x1, box->x0, box->x1) > 1;
    return under > 1;
}

static void make_texts(struct maker *m)
{
    for (size_t i = 0; i < m->n; i++) {
        if (m->atoms[i].cell < 0)
            add_text(m, i);
        struct text *t = &m->texts[m->atoms[i].cell];
        size_t k = m->atoms[i].value || m->pitch == 0 ? m->n : below(m, i);
        if (k == m->n || m->atoms[k].cell >= 0 || !alike(m, i, k) || shares_level(m, i, k))
            continue;
        float d = (m->atoms[k].y - m->atoms[i].y) / m->atoms[i].line->em;
        if (!m->ruled && d > m->pitch + 0.12F)
            continue;
        m->atoms[k].cell = m->atoms[i].cell;
        grow_text(m, t, k);
    }
}

static void make_columns(struct maker *m)
{
    m->first_value = 1e9F;
    for (size_t i = 0; i < m->n; i++)
        if (m->atoms[i].value && level_has_value(m, i)) {
            add_column(m, m->atoms[i].line->box.x0, m->atoms[i].line->box.x1);
            m->first_value = fminf(m->first_value, m->atoms[i].y);
        }
    unite(m);
}

static size_t columns_under(const struct maker *m, const struct pdf_box *box, size_t *first)
{
    size_t n = 0;
    for (size_t c = 0; c < m->column_count; c++)
        if (overlap(m->columns[c].x0, m->columns[c].x1, box->x0, box->x1) > 0) {
            *first = n == 0 ? c : *first;
            n++;
        }
    return n;
}

/* A label in the header with no value below it, behind the first column: a column that is blank. */
static void add_blank_columns(struct maker *m)
{
    size_t n = m->column_count;
    for (size_t i = 0; i < m->text_count && n > 0; i++) {
        const struct text *t = &m->texts[i];
        size_t first = 0;
        bool wide = t->box.x1 - t->box.x0 > 8 * m->atoms[t->first].line->em;
        if (t->value || wide || t->y > m->first_value || t->box.x0 < m->columns[0].x1 ||
            columns_under(m, &t->box, &first) > 0)
            continue;
        bool covered = false; /* another text hangs below it: a group */
        for (size_t k = 0; k < m->text_count; k++)
            covered = covered ||
                      (m->texts[k].y > t->y && m->texts[k].y < m->first_value &&
                       overlap(m->texts[k].box.x0, m->texts[k].box.x1, t->box.x0, t->box.x1) > 0);
        if (!covered && m->column_count < COLUMNS)
            m->columns[m->column_count++] = (struct column){ t->box.x0, t->box.x1 };
    }
    if (m->column_count != n)
        unite(m);
}

static int new_row(struct maker *m, float y)
{
    m->rows[m->row_count] = (struct row){ .y = y, .left = 1e9F };
    return (int)m->row_count++;
}

/* Every height with values is a row. */
static void make_rows(struct maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) {
        struct text *t = &m->texts[i];
        if (!t->value)
            continue;
        uint32_t level = m->atoms[t->first].level;
        for (size_t k = 0; k < i && t->row < 0; k++)
            if (m->texts[k].value && m->atoms[m->texts[k].first].level == level)
                t->row = m->texts[k].row;
        if (t->row < 0)
            t->row = new_row(m, t->y);
        m->rows[t->row].values = true;
        m->rows[t->row].left = fminf(m->rows[t->row].left, t->box.x0);
    }
}

/* The row of values that a text stands beside, nearest to its middle; -1: none. */
static int row_beside(const struct maker *m, const struct text *t)
{
    float em = m->atoms[t->first].line->em, best = 1e9F;
    int found = -1;
    for (size_t r = 0; r < m->row_count; r++) {
        const struct row *row = &m->rows[r];
        float d = fabsf(row->y - t->y);
        struct pdf_box at = { t->box.x0, row->y, t->box.x1, row->y };
        if (m->ruled && pdf_bare_parted(m->page, &t->box, &at))
            continue;
        if (row->values && t->box.x1 <= row->left + 0.5F * em &&
            row->y > m->atoms[t->first].y - 0.7F * em && row->y < t->last + 0.7F * em && d < best) {
            best = d;
            found = (int)r;
        }
    }
    return found;
}

/* Another text stands between this one and the values: it names a group of rows. */
static bool is_group(const struct maker *m, const struct text *t)
{
    for (size_t i = 0; i < m->text_count; i++) {
        const struct text *o = &m->texts[i];
        if (!o->value && o != t && o->box.x0 >= t->box.x1 &&
            overlap(o->box.y0, o->box.y1, t->box.y0, t->box.y1) > 0)
            return true;
    }
    return false;
}

static void place_texts(struct maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) { /* labels of rows */
        struct text *t = &m->texts[i];
        if (t->value || t->y < m->first_value - 3 * m->atoms[t->first].line->em * (float)t->lines)
            continue;
        int row = row_beside(m, t);
        if (row >= 0)
            t->row = row;
    }
    for (size_t i = 0; i < m->text_count; i++) { /* others stand with what is at their height */
        struct text *t = &m->texts[i];
        float em = m->atoms[t->first].line->em;
        if (t->row >= 0)
            continue;
        for (size_t r = 0; r < m->row_count && t->row < 0; r++)
            if (fabsf(m->rows[r].y - t->y) < 0.45F * em && (!m->rows[r].values || is_group(m, t)))
                t->row = (int)r;
        if (t->row < 0)
            t->row = new_row(m, t->y);
    }
}

static int by_y(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    return x->y < y->y ? -1 : x->y > y->y;
}

static void sort_rows(struct maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) {
        struct row *r = &m->rows[m->texts[i].row];
        if (r->n < COLUMNS + LABELS)
            r->cells[r->n++] = (int)i;
    }
    qsort(m->rows, m->row_count, sizeof *m->rows, by_y);
    for (size_t r = 0; r < m->row_count; r++) {
        struct row *row = &m->rows[r];
        for (size_t i = 1; i < row->n; i++) /* few */
            for (size_t k = i;
                 k > 0 && m->texts[row->cells[k]].box.x0 < m->texts[row->cells[k - 1]].box.x0;
                 k--) {
                int swap = row->cells[k];
                row->cells[k] = row->cells[k - 1];
                row->cells[k - 1] = swap;
            }
    }
}

static void take_words(struct maker *m, int text, struct pdf_cell *cell)
{
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; m->atoms[i].cell == text && k < m->atoms[i].line->n; k++)
            pdf_cell_add(cell, m->pdf->arena, m->atoms[i].line->words[k]);
}

static void put(struct maker *m, struct pdf_table *t, uint32_t row, uint32_t col, uint32_t span,
                int text)
{
    struct pdf_cell *c = &t->cells[t->n++];
    *c = (struct pdf_cell){ .row = row, .col = col, .row_span = 1, .col_span = span };
    c->box = t->box;
    if (text >= 0) {
        c->box = m->texts[text].box;
        take_words(m, text, c);
    }
}

/* Labels first, then every column of values, the blank ones too. */
static void write_row(struct maker *m, struct pdf_table *t, uint32_t r, uint32_t labels)
{
    const struct row *row = &m->rows[r];
    uint32_t at = 0, cols = labels + (uint32_t)m->column_count;
    bool header = !row->values && row->y < m->first_value;
    for (size_t i = 0; i < row->n; i++) {
        const struct text *x = &m->texts[row->cells[i]];
        size_t first = 0, under = columns_under(m, &x->box, &first);
        bool label = under == 0 || (!x->value && !header && at < labels && i + 1 < row->n &&
                                    m->texts[row->cells[i + 1]].value);
        if (under == 0 && at >= labels) { /* of no column: the next one takes it */
            first = at - labels;
            label = false;
            under = 1;
        }
        uint32_t want = label ? at : labels + (uint32_t)first;
        for (; at < want && at < cols; at++)
            put(m, t, r, at, 1, -1);
        uint32_t span = label ? 1 : (uint32_t)under;
        if (label && (i + 1 == row->n || m->texts[row->cells[i + 1]].value) && at < labels)
            span = labels - at; /* the last label reaches as far as labels do */
        if (at >= cols)
            break;
        if (want < at)
            span = 1;
        span = span > cols - at ? cols - at : span;
        put(m, t, r, at, span > 0 ? span : 1, row->cells[i]);
        at += span > 0 ? span : 1;
    }
    for (; at < cols; at++)
        put(m, t, r, at, 1, -1);
}

static uint32_t count_labels(const struct maker *m)
{
    uint32_t most = 0;
    for (size_t r = 0; r < m->row_count; r++) {
        uint32_t labels = 0;
        for (size_t i = 0; i < m->rows[r].n && !m->texts[m->rows[r].cells[i]].value; i++)
            labels++;
        if (m->rows[r].values && labels > most)
            most = labels;
    }
    return most < LABELS ? most : LABELS;
}

static void write_table(struct maker *m, struct pdf_table *t)
{
    uint32_t labels = count_labels(m);
    size_t most = m->row_count * (COLUMNS + LABELS + 1);
    t->box = m->atoms[0].line->box;
    for (size_t i = 1; i < m->n; i++) {
        const struct pdf_box *b = &m->atoms[i].line->box;
        t->box.x0 = fminf(t->box.x0, b->x0);
        t->box.x1 = fmaxf(t->box.x1, b->x1);
        t->box.y1 = fmaxf(t->box.y1, b->y1);
    }
    t->cells = arena_alloc(m->pdf->arena, most * sizeof *t->cells);
    t->cols = labels + (uint32_t)m->column_count;
    t->rows = (uint32_t)m->row_count;
    for (uint32_t r = 0; r < t->rows; r++)
        write_row(m, t, r, labels);
}

bool pdf_bare_grid(struct pdf *pdf, const struct pdf_page *page, struct pdf_atom *atoms, size_t n,
                   struct pdf_table *out)
{
    struct maker *m = arena_alloc(pdf->arena, sizeof *m);
    *m = (struct maker){ .pdf = pdf, .page = page, .atoms = atoms, .n = n };
    m->texts = arena_alloc(pdf->arena, (n + 1) * sizeof *m->texts);
    m->rows = arena_alloc(pdf->arena, (n + 1) * sizeof *m->rows);
    pdf->fields += n * 8;
    if (n > 4000 || pdf->fields > PDF_FIELDS)
        return false;
    make_columns(m);
    if (m->column_count == 0)
        return false;
    find_rules(m);
    find_pitch(m);
    make_texts(m);
    add_blank_columns(m);
    make_rows(m);
    place_texts(m);
    sort_rows(m);
    write_table(m, out);
    return true;
}
