/* pdf_bare_grid.c - a table of its rows and columns; see pdf_bare_maker.h. */
#include <math.h>

#include "read/pdf_bare_maker.h"

/* What stands on the next page hangs on the cell as its rest. */
static void take_words(struct pdf_maker *m, int text, struct pdf_cell *cell)
{
    struct arena *arena = m->scroll->pdf->arena;
    uint32_t page = UINT32_MAX;
    for (size_t i = 0; i < m->n; i++) {
        if (m->atoms[i].cell != text)
            continue;
        if (page != UINT32_MAX && m->atoms[i].page != page) {
            struct pdf_cell *rest = arena_alloc(arena, sizeof *rest);
            *rest = (struct pdf_cell){ .box = cell->box, .row_span = 1, .col_span = 1 };
            cell->rest = rest;
            cell = rest;
        }
        page = m->atoms[i].page;
        for (size_t k = 0; k < m->atoms[i].line->n; k++)
            pdf_cell_add(cell, arena, m->atoms[i].line->words[k]);
    }
}

static void put(struct pdf_maker *m, struct pdf_table *t, uint32_t row, uint32_t col, uint32_t span,
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

static bool has_label(const struct pdf_maker *m, const struct pdf_row *row)
{
    return row->n > 0 && !m->texts[row->cells[0]].value;
}

/* A blank field beside which, at another height, a figure without a label stands: it may be its. */
static bool is_lost(const struct pdf_maker *m, uint32_t r, size_t column)
{
    const struct pdf_row *row = &m->rows[r];
    for (uint32_t k = r > 0 ? r - 1 : r; k <= r + 1 && k < m->row_count; k++) {
        const struct pdf_row *other = &m->rows[k];
        if (k == r || !row->values || !has_label(m, row) || !other->values || has_label(m, other))
            continue;
        for (size_t i = 0; i < other->n; i++) {
            const struct pdf_text *t = &m->texts[other->cells[i]];
            if (fabsf(t->y - row->y) < 1.2F * m->atoms[t->first].line->em &&
                pdf_overlap(t->box.x0, t->box.x1, m->columns[column].x0, m->columns[column].x1) > 0)
                return true;
        }
    }
    return false;
}

/* A field that is blank, or that nobody can tell. */
static void put_blank(struct pdf_maker *m, struct pdf_table *t, uint32_t r, uint32_t at,
                      uint32_t labels)
{
    struct arena *arena = m->scroll->pdf->arena;
    put(m, t, r, at, 1, -1);
    if (at < labels || !is_lost(m, r, at - labels))
        return;
    struct pdf_word *word = arena_alloc(arena, sizeof *word);
    *word = *m->atoms[m->texts[m->rows[r].cells[0]].first].line->words[0];
    word->text = STR("\xEF\xBF\xBD");
    word->wide = word->number = false;
    word->glyphs = 1;
    pdf_cell_add(&t->cells[t->n - 1], arena, word);
}

/* The row of figures below a header whose texts stand one above each figure; NULL: none. */
static const struct pdf_row *headed(const struct pdf_maker *m, uint32_t r)
{
    const struct pdf_row *head = &m->rows[r];
    for (uint32_t i = r + 1; i < m->row_count && i < r + 4; i++) {
        const struct pdf_row *row = &m->rows[i];
        if (!row->values)
            continue;
        if (row->n != head->n || head->n < 2)
            return NULL;
        for (size_t k = 0; k < row->n; k++)
            if (!pdf_maker_aligned(&m->texts[head->cells[k]].box, &m->texts[row->cells[k]].box,
                                   m->atoms[m->texts[head->cells[k]].first].line->em))
                return NULL;
        return row;
    }
    return NULL;
}

/* Labels first, then every column of values, the blank ones too. */
static void write_row(struct pdf_maker *m, struct pdf_table *t, uint32_t r, uint32_t labels)
{
    const struct pdf_row *row = &m->rows[r];
    uint32_t at = 0, cols = labels + (uint32_t)m->column_count;
    bool header = !row->values && row->y < m->first_value;
    const struct pdf_row *below = row->values ? NULL : headed(m, r);
    for (size_t i = 0; i < row->n; i++) {
        const struct pdf_text *x = &m->texts[row->cells[i]];
        size_t first = 0, under = pdf_maker_under(m, &x->box, &first);
        const struct pdf_text *figure = below ? &m->texts[below->cells[i]] : x;
        if (figure->value && under > 0) {
            first = pdf_maker_column_of(m, &figure->box);
            under = 1;
        }
        bool label = under == 0 || (!x->value && !header && at < labels && i + 1 < row->n &&
                                    m->texts[row->cells[i + 1]].value);
        if (under == 0 && at == labels && row->values && t->n > 0 &&
            x->box.x1 <= m->columns[0].x0) { /* more labels than other rows have */
            struct pdf_cell *last = &t->cells[t->n - 1];
            while (last->rest)
                last = (struct pdf_cell *)last->rest;
            take_words(m, row->cells[i], last);
            continue;
        }
        if (under == 0 && at >= labels) { /* of no column: the next one takes it */
            first = at - labels;
            label = false;
            under = 1;
        }
        uint32_t want = label ? at : labels + (uint32_t)first;
        for (; at < want && at < cols; at++)
            put_blank(m, t, r, at, labels);
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
        put_blank(m, t, r, at, labels);
}

static uint32_t count_labels(const struct pdf_maker *m)
{
    uint32_t most = 0;
    for (size_t r = 0; r < m->row_count; r++) {
        uint32_t labels = 0;
        for (size_t i = 0; i < m->rows[r].n && !m->texts[m->rows[r].cells[i]].value; i++)
            labels++;
        if (m->rows[r].values && labels > most)
            most = labels;
    }
    return most < PDF_MAKER_LABELS ? most : PDF_MAKER_LABELS;
}

static void write_table(struct pdf_maker *m, struct pdf_table *t)
{
    uint32_t labels = count_labels(m);
    size_t most = m->row_count * (PDF_MAKER_COLUMNS + PDF_MAKER_LABELS + 1);
    t->box = m->atoms[0].line->box;
    for (size_t i = 1; i < m->n && m->atoms[i].page == m->atoms[0].page; i++) {
        const struct pdf_box *b = &m->atoms[i].line->box;
        t->box.x0 = fminf(t->box.x0, b->x0);
        t->box.x1 = fmaxf(t->box.x1, b->x1);
        t->box.y1 = fmaxf(t->box.y1, b->y1);
    }
    t->box.y0 -= m->scroll->shift[m->atoms[0].page];
    t->box.y1 -= m->scroll->shift[m->atoms[0].page];
    t->cells = arena_alloc(m->scroll->pdf->arena, most * sizeof *t->cells);
    t->cols = labels + (uint32_t)m->column_count;
    t->rows = (uint32_t)m->row_count;
    for (uint32_t r = 0; r < t->rows; r++)
        write_row(m, t, r, labels);
}

bool pdf_bare_grid(const struct pdf_scroll *s, struct pdf_atom *atoms, size_t n,
                   struct pdf_table *out)
{
    struct pdf *pdf = s->pdf;
    struct pdf_maker *m = arena_alloc(pdf->arena, sizeof *m);
    *m = (struct pdf_maker){ .scroll = s, .atoms = atoms, .n = n, .room = 2 * n };
    m->texts = arena_alloc(pdf->arena, (m->room + 1) * sizeof *m->texts);
    m->rows = arena_alloc(pdf->arena, (m->room + 1) * sizeof *m->rows);
    pdf->fields += n * 8;
    if (n > 4000 || pdf->fields > PDF_FIELDS)
        return false;
    pdf_maker_columns(m);
    if (m->column_count == 0)
        return false;
    pdf_maker_texts(m);
    pdf_maker_blank_columns(m);
    pdf_maker_rows(m);
    write_table(m, out);
    return true;
}
