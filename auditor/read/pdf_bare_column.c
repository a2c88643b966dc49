/* pdf_bare_column.c - values below each other are a column; see pdf_bare_maker.h. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_bare_maker.h"

static int by_left(const void *a, const void *b)
{
    const struct pdf_column *x = a, *y = b;
    return x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

static void unite(struct pdf_maker *m)
{
    size_t kept = 0;
    qsort(m->columns, m->column_count, sizeof *m->columns, by_left);
    for (size_t i = 0; i < m->column_count; i++) {
        struct pdf_column *c = &m->columns[i];
        if (kept > 0 && c->x0 < m->columns[kept - 1].x1)
            m->columns[kept - 1].x1 = fmaxf(m->columns[kept - 1].x1, c->x1);
        else
            m->columns[kept++] = *c;
    }
    m->column_count = kept;
}

static void add_column(struct pdf_maker *m, float x0, float x1)
{
    if (m->column_count == PDF_MAKER_COLUMNS)
        unite(m);
    if (m->column_count < PDF_MAKER_COLUMNS)
        m->columns[m->column_count++] = (struct pdf_column){ x0, x1 };
}

static int by_width(const void *a, const void *b)
{
    const struct pdf_box *x = &(*(const struct pdf_atom *const *)a)->line->box;
    const struct pdf_box *y = &(*(const struct pdf_atom *const *)b)->line->box;
    float d = (x->x1 - x->x0) - (y->x1 - y->x0);
    return d != 0 ? (d < 0 ? -1 : 1) : x->x0 < y->x0 ? -1 : x->x0 > y->x0;
}

/* Is there a row with a value in both? Then they are two columns, however long the figures below
 * them are. */
static bool side_by_side(const struct pdf_maker *m, size_t a, size_t b)
{
    uint32_t level[2] = { UINT32_MAX, UINT32_MAX };
    for (size_t i = 0; i < m->n; i++) {
        const struct pdf_box *x = &m->atoms[i].line->box;
        bool over[2] = { pdf_overlap(m->columns[a].x0, m->columns[a].x1, x->x0, x->x1) > 0,
                         pdf_overlap(m->columns[b].x0, m->columns[b].x1, x->x0, x->x1) > 0 };
        if (!m->atoms[i].value || over[0] == over[1])
            continue;
        level[over[0] ? 0 : 1] = m->atoms[i].level;
        if (level[0] == level[1])
            return true;
    }
    return false;
}

static void add_value(struct pdf_maker *m, const struct pdf_box *x)
{
    size_t under[2], n = 0;
    for (size_t c = 0; c < m->column_count; c++)
        if (pdf_overlap(m->columns[c].x0, m->columns[c].x1, x->x0, x->x1) > 0) {
            under[n > 0] = c;
            n++;
        }
    if (n < 2 || !side_by_side(m, under[0], under[1]))
        add_column(m, x->x0, x->x1);
    if (n > 0)
        unite(m);
}

void pdf_maker_columns(struct pdf_maker *m)
{
    const struct pdf_atom **values =
        arena_alloc(m->scroll->pdf->arena, (m->n + 1) * sizeof *values);
    size_t n = 0;
    m->first_value = 1e9F;
    for (size_t i = 0; i < m->n; i++)
        if (m->atoms[i].value) {
            values[n++] = &m->atoms[i];
            m->first_value = fminf(m->first_value, m->atoms[i].y);
        }
    qsort(values, n, sizeof *values, by_width);
    for (size_t i = 0; i < n; i++)
        add_value(m, &values[i]->line->box);
    unite(m);
}

size_t pdf_maker_column_of(const struct pdf_maker *m, const struct pdf_box *b)
{
    size_t best = 0;
    float least = 1e9F;
    for (size_t c = 0; c < m->column_count; c++) {
        const struct pdf_column *x = &m->columns[c];
        float d = fminf(fabsf(x->x0 - b->x0), fabsf(x->x1 - b->x1));
        d = fminf(d, fabsf(x->x0 + x->x1 - b->x0 - b->x1) / 2);
        if (pdf_overlap(x->x0, x->x1, b->x0, b->x1) > 0 && d < least) {
            least = d;
            best = c;
        }
    }
    return best;
}

size_t pdf_maker_under(const struct pdf_maker *m, const struct pdf_box *box, size_t *first)
{
    size_t n = 0;
    for (size_t c = 0; c < m->column_count; c++)
        if (pdf_overlap(m->columns[c].x0, m->columns[c].x1, box->x0, box->x1) > 0) {
            *first = n == 0 ? c : *first;
            n++;
        }
    return n;
}

/* A label in the header with no value below it, behind the first column: a column that is blank. */
void pdf_maker_blank_columns(struct pdf_maker *m)
{
    size_t n = m->column_count;
    for (size_t i = 0; i < m->text_count && n > 0; i++) {
        const struct pdf_text *t = &m->texts[i];
        size_t first = 0;
        bool wide = t->box.x1 - t->box.x0 > 8 * m->atoms[t->first].line->em;
        if (t->value || wide || t->y > m->first_value || t->box.x0 < m->columns[0].x1 ||
            pdf_maker_under(m, &t->box, &first) > 0)
            continue;
        bool covered = false; /* another text hangs below it: a group */
        for (size_t k = 0; k < m->text_count; k++)
            covered = covered || (m->texts[k].y > t->y && m->texts[k].y < m->first_value &&
                                  pdf_overlap(m->texts[k].box.x0, m->texts[k].box.x1, t->box.x0,
                                              t->box.x1) > 0);
        if (!covered && m->column_count < PDF_MAKER_COLUMNS)
            m->columns[m->column_count++] = (struct pdf_column){ t->box.x0, t->box.x1 };
    }
    if (m->column_count != n)
        unite(m);
}
