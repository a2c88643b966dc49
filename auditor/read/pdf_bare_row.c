/* pdf_bare_row.c - every height with values is a row; labels stand beside them. See pdf_bare_maker.h. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare_maker.h"

static int new_row(struct pdf_maker *m, float y)
{
    m->rows[m->row_count] = (struct pdf_row){ .y = y, .left = 1e9F };
    return (int)m->row_count++;
}

/* Every height with values is a row. */
static void make_rows(struct pdf_maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) {
        struct pdf_text *t = &m->texts[i];
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
static int row_beside(const struct pdf_maker *m, const struct pdf_text *t)
{
    float em = m->atoms[t->first].line->em, best = 1e9F;
    int found = -1;
    for (size_t r = 0; r < m->row_count; r++) {
        const struct pdf_row *row = &m->rows[r];
        float d = fabsf(row->y - t->y);
        struct pdf_box at = { t->box.x0, row->y, t->box.x1, row->y };
        if (m->ruled && pdf_bare_parted(m->scroll, &t->box, &at))
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
static bool is_group(const struct pdf_maker *m, const struct pdf_text *t)
{
    for (size_t i = 0; i < m->text_count; i++) {
        const struct pdf_text *o = &m->texts[i];
        if (!o->value && o != t && o->box.x0 >= t->box.x1 &&
            pdf_overlap(o->box.y0, o->box.y1, t->box.y0, t->box.y1) > 0)
            return true;
    }
    return false;
}

static void place_texts(struct pdf_maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) { /* labels of rows */
        struct pdf_text *t = &m->texts[i];
        if (t->value_atom < m->n && m->atoms[t->value_atom].cell >= 0) {
            t->row = m->texts[m->atoms[t->value_atom].cell].row;
            continue;
        }
        if (t->value || t->y < m->first_value - 3 * m->atoms[t->first].line->em * (float)t->lines)
            continue;
        int row = row_beside(m, t);
        if (row >= 0)
            t->row = row;
    }
    for (size_t i = 0; i < m->text_count; i++) { /* others stand with what is at their height */
        struct pdf_text *t = &m->texts[i];
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
    const struct pdf_row *x = a, *y = b;
    return x->y < y->y ? -1 : x->y > y->y;
}

static void sort_rows(struct pdf_maker *m)
{
    for (size_t i = 0; i < m->text_count; i++) {
        struct pdf_row *r = &m->rows[m->texts[i].row];
        if (r->n < PDF_MAKER_COLUMNS + PDF_MAKER_LABELS)
            r->cells[r->n++] = (int)i;
    }
    qsort(m->rows, m->row_count, sizeof *m->rows, by_y);
    for (size_t r = 0; r < m->row_count; r++) {
        struct pdf_row *row = &m->rows[r];
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

void pdf_maker_rows(struct pdf_maker *m)
{
    make_rows(m);
    place_texts(m);
    sort_rows(m);
}
