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

void pdf_maker_columns(struct pdf_maker *m)
{
    m->first_value = 1e9F;
    for (size_t i = 0; i < m->n; i++)
        if (m->atoms[i].value && pdf_maker_level_has_value(m, i)) {
            add_column(m, m->atoms[i].line->box.x0, m->atoms[i].line->box.x1);
            m->first_value = fminf(m->first_value, m->atoms[i].y);
        }
    unite(m);
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
