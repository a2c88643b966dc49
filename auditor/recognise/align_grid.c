/* align_grid.c - values under the columns in whose position of the grid they stand. */
#include <string.h>

#include "recognise/align_place.h"

enum { NO_COLUMN = -1, OTHER_COLUMN = -2 };

/* A text in a line of the header that is no label of the form: a column of its own. */
static void learn_other(const struct alignment *a, uint32_t i, int *column_at, size_t n)
{
    const struct item *item = &a->s->items[i];
    const struct record *r = &a->s->records[item->record];
    bool header = false;
    if (item->kind != ITEM_TEXT || align_any_use(a, item) || r->values)
        return;
    for (uint32_t k = r->first; k < r->end; k++)
        header |= align_use(a, &a->s->items[k], WORD_COLUMN) != NULL ||
                  align_use(a, &a->s->items[k], WORD_HEAD) != NULL;
    for (uint32_t c = item->col; header && c < n && c < item->col + item->col_span; c++)
        column_at[c] = OTHER_COLUMN;
}

/* Which column stands at a position of a grid: by the header, then by rows that are complete. */
static void learn(const struct alignment *a, size_t row, int32_t grid, int *column_at, size_t n)
{
    const struct stream *s = a->s;
    size_t columns[ALIGN_LINES];
    size_t m = place_columns(a, row, columns);
    for (size_t i = 0; i < n; i++)
        column_at[i] = NO_COLUMN;
    for (uint32_t i = a->first_item; i < a->end_item; i++) {
        const struct word_use *u = align_use(a, &s->items[i], WORD_COLUMN);
        const struct record *r = &s->records[s->items[i].record];
        if (r->grid != grid || r->values || (int)s->items[i].record > a->rows[row].record)
            continue;
        if (u == NULL) {
            learn_other(a, i, column_at, n);
            continue;
        }
        if (a->t->types[row * a->t->column_count + u->index] == FORM_CELL_NONE)
            continue;
        for (uint32_t c = s->items[i].col; c < n && c < s->items[i].col + s->items[i].col_span; c++)
            column_at[c] = u->index;
    }
    for (size_t r = 0; r < a->t->row_count; r++) {
        struct values v;
        size_t other[ALIGN_LINES];
        if (a->rows[r].record < 0 || s->records[a->rows[r].record].grid != grid)
            continue;
        place_values(a, &a->rows[r], &v);
        if (place_columns(a, r, other) != m || memcmp(other, columns, m * sizeof(other[0])) != 0 ||
            v.n != m)
            continue;
        for (size_t i = 0; i < m; i++) {
            if (place_item(a, &v, i)->col < n)
                column_at[place_item(a, &v, i)->col] = (int)columns[i];
        }
    }
}

/* used: by column the value that stands in it, OTHER_COLUMN if there is a place without a cell,
 * NO_COLUMN if the table has no such column. */
static void fill(struct alignment *a, size_t row, const struct values *v, const int *used)
{
    size_t columns[ALIGN_LINES];
    size_t m = place_columns(a, row, columns);
    a->rows[row].full = true;
    for (size_t c = 0; c < m; c++) {
        struct report_cell *cell = &a->cells[row * a->t->column_count + columns[c]];
        int from = used[columns[c]];
        if (from >= 0)
            place_cell(a, row, columns[c], place_item(a, v, (size_t)from));
        else if (from == OTHER_COLUMN)
            *cell = (struct report_cell){ .kind = CELL_BLANK,
                                          .unit = STR(""),
                                          .raw = STR(""),
                                          .line = place_item(a, v, 0)->line,
                                          .block = place_item(a, v, 0)->first_block + 1 };
        a->rows[row].full &= from != NO_COLUMN;
    }
}

bool place_by_grid(struct alignment *a, size_t row, const struct values *v)
{
    int column_at[64], used[ALIGN_LINES];
    int32_t grid = a->s->records[a->rows[row].record].grid;
    if (grid < 0 || a->s->doc->format == DOC_TEXT)
        return false;
    learn(a, row, grid, column_at, 64);
    for (size_t c = 0; c < ALIGN_LINES; c++)
        used[c] = NO_COLUMN;
    for (size_t i = 0; i < 64; i++) {
        if (column_at[i] >= 0)
            used[column_at[i]] = OTHER_COLUMN; /* it has a place, and perhaps no cell */
    }
    for (size_t i = 0; i < v->n; i++) {
        const struct item *item = place_item(a, v, i);
        int column = item->col < 64 ? column_at[item->col] : NO_COLUMN;
        bool blank = item->kind == ITEM_BLANK;
        if (column == OTHER_COLUMN)
            continue;
        if (column < 0 || used[column] >= 0 || (item->col_span > 1 && !blank)) {
            if (blank)
                continue;
            return false;
        }
        used[column] = (int)i;
    }
    fill(a, row, v, used);
    return true;
}

/* How often the header line above a record names its last column, one cell behind the other. */
static size_t times_named(const struct alignment *a, uint32_t record, size_t column)
{
    enum { ABOVE = 4 };
    const struct stream *s = a->s;
    for (uint32_t k = record; k-- > 0 && k + ABOVE >= record;) {
        const struct record *r = &s->records[k];
        size_t times = 0, most = 0;
        for (uint32_t i = r->first; i < r->end; i++) {
            const struct word_use *u = align_use(a, &s->items[i], WORD_COLUMN);
            times = u != NULL && u->index == column ? times + 1 : 0;
            most = times > most ? times : most;
        }
        if (most > 0)
            return most;
    }
    return 0;
}

bool place_merged(const struct alignment *a, size_t row, struct values *v, size_t m,
                  const size_t *columns)
{
    if (m == 0 || v->n <= m)
        return false;
    const struct item *last = place_item(a, v, m - 1);
    for (size_t i = m; i < v->n; i++)
        if (!str_eq(place_item(a, v, i)->text, last->text))
            return false;
    if (times_named(a, (uint32_t)a->rows[row].record, columns[m - 1]) != v->n - m + 1)
        return false;
    v->n = m;
    return true;
}
