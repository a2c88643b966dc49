/* align_place.c - the values of a row under their columns. What does not fit stays unplaced. */
#include "base/arena.h"
#include "recognise/align.h"
#include "recognise/value.h"

#include <string.h>

enum { VALUES = 160 };

struct values {
    uint32_t item[VALUES]; /* of the stream */
    size_t n;
};

static const struct item *at(const struct alignment *a, const struct values *v, size_t i)
{
    return &a->s->items[v->item[i]];
}

static void set_cell(struct alignment *a, size_t row, size_t column, const struct item *item)
{
    struct report_cell *cell = &a->cells[row * a->t->column_count + column];
    cell->raw = item->raw;
    cell->line = item->line;
    cell->block = item->first_block + 1;
    value_read(cell, item->text, item->torn);
}

static size_t columns_of(const struct alignment *a, size_t row, size_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < a->t->column_count; i++) {
        size_t c = a->order == NULL ? i : a->order[i];
        if (a->t->types[row * a->t->column_count + c] != FORM_CELL_NONE)
            out[n++] = c;
    }
    return n;
}

static bool is_blank(const struct alignment *a, const struct values *v, size_t i)
{
    return at(a, v, i)->kind == ITEM_BLANK;
}

static size_t without_blanks(const struct alignment *a, const struct values *v,
                             struct values *out)
{
    out->n = 0;
    for (size_t i = 0; i < v->n; i++) {
        if (!is_blank(a, v, i))
            out->item[out->n++] = v->item[i];
    }
    return out->n;
}

static void without_pads(const struct alignment *a, const struct values *v, struct values *out)
{
    out->n = 0;
    for (size_t i = 0; i < v->n; i++) {
        if (!at(a, v, i)->pad)
            out->item[out->n++] = v->item[i];
    }
}

/* Cells too many at the end that are blank: padding of the grid. */
static void strip(const struct alignment *a, struct values *v, size_t wanted)
{
    while (v->n > wanted && is_blank(a, v, v->n - 1))
        v->n--;
    size_t lead = 0;
    while (v->n - lead > wanted && is_blank(a, v, lead))
        lead++;
    memmove(v->item, v->item + lead, (v->n - lead) * sizeof(v->item[0]));
    v->n -= lead;
}

/* Words in a cell of loose text: bars before and behind it, and no label. */
static bool between_bars(const struct alignment *a, uint32_t i)
{
    const struct item *item = &a->s->items[i];
    const struct item *next = i + 1 < a->s->item_count ? item + 1 : NULL;
    bool behind = next == NULL || next->record != item->record || !next->joins;
    return !item->joins && behind && !item->known && item->ordinal == 0 && item->text.n <= 60;
}

static void values_of(const struct alignment *a, const struct align_row *row, struct values *v)
{
    const struct record *r = &a->s->records[row->record];
    v->n = 0;
    for (uint32_t i = row->label < 0 ? r->first : (uint32_t)row->label + 1; i < r->end; i++) {
        if (r->grid < 0 && a->s->items[i].kind == ITEM_TEXT && !between_bars(a, i))
            return; /* loose text goes on with something else */
        if (v->n < VALUES)
            v->item[v->n++] = i;
    }
}

/* Positions that are blank in every row of as many cells are padding, not columns. */
static bool drop_empty_columns(const struct alignment *a, size_t row, struct values *v,
                               size_t wanted)
{
    bool used[VALUES] = { false };
    size_t rows = 0, kept = 0;
    int32_t grid = a->s->records[a->rows[row].record].grid;
    for (size_t r = 0; r < a->t->row_count; r++) {
        struct values other;
        if (a->rows[r].record < 0 || a->s->records[a->rows[r].record].grid != grid)
            continue;
        values_of(a, &a->rows[r], &other);
        if (other.n != v->n)
            continue;
        rows++;
        for (size_t i = 0; i < v->n; i++)
            used[i] |= !is_blank(a, &other, i);
    }
    for (size_t i = 0; i < v->n; i++)
        kept += used[i];
    if (rows < 2 || kept != wanted)
        return false;
    size_t n = 0;
    for (size_t i = 0; i < v->n; i++) {
        if (used[i])
            v->item[n++] = v->item[i];
    }
    v->n = n;
    return true;
}

/* Which column stands at a position of a grid: by the header, then by rows that are complete. */
static void learn(const struct alignment *a, size_t row, int32_t grid, int *column_at, size_t n)
{
    const struct stream *s = a->s;
    size_t columns[ALIGN_LINES];
    size_t m = columns_of(a, row, columns);
    for (size_t i = 0; i < n; i++)
        column_at[i] = -1;
    for (uint32_t i = a->first_item; i < a->end_item; i++) {
        const struct word_use *u = align_use(a, &s->items[i], WORD_COLUMN);
        if (u == NULL || s->records[s->items[i].record].grid != grid ||
            (int)s->items[i].record > a->rows[row].record)
            continue;
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
        values_of(a, &a->rows[r], &v);
        if (columns_of(a, r, other) != m || memcmp(other, columns, m * sizeof(other[0])) != 0 ||
            v.n != m)
            continue;
        for (size_t i = 0; i < m; i++) {
            if (at(a, &v, i)->col < n)
                column_at[at(a, &v, i)->col] = (int)columns[i];
        }
    }
}

/* By position in the grid: every value must stand in a column of its own. */
static bool by_grid(struct alignment *a, size_t row, const struct values *v)
{
    int column_at[64], used[ALIGN_LINES];
    int32_t grid = a->s->records[a->rows[row].record].grid;
    if (grid < 0 || a->s->doc->format != DOC_HTML)
        return false;
    learn(a, row, grid, column_at, 64);
    for (size_t c = 0; c < ALIGN_LINES; c++)
        used[c] = -1;
    for (size_t i = 0; i < v->n; i++) {
        const struct item *item = at(a, v, i);
        int column = item->col < 64 ? column_at[item->col] : -1;
        bool blank = item->kind == ITEM_BLANK;
        if (column < 0 || used[column] >= 0 || (item->col_span > 1 && !blank)) {
            if (blank)
                continue;
            return false;
        }
        used[column] = (int)i;
    }
    size_t columns[ALIGN_LINES];
    size_t m = columns_of(a, row, columns);
    for (size_t c = 0; c < m; c++) {
        struct report_cell *cell = &a->cells[row * a->t->column_count + columns[c]];
        if (used[columns[c]] >= 0)
            set_cell(a, row, columns[c], at(a, v, (size_t)used[columns[c]]));
        else
            *cell = (struct report_cell){ .kind = CELL_BLANK, .unit = STR(""), .raw = STR(""),
                                          .line = at(a, v, 0)->line,
                                          .block = at(a, v, 0)->first_block + 1 };
    }
    return true;
}

static void set_all(struct alignment *a, size_t row, const struct values *v, size_t m,
                    const size_t *columns)
{
    for (size_t c = 0; c < m; c++)
        set_cell(a, row, columns[c], at(a, v, v->n == m ? c : 0));
    a->rows[row].full = true;
}

static void unplaced(struct alignment *a, size_t row, const struct values *v, size_t m,
                     const size_t *columns)
{
    const struct item *first = v->n != 0 ? at(a, v, 0)
                               : a->rows[row].label >= 0 ? &a->s->items[a->rows[row].label]
                                                         : NULL;
    struct str raw = STR("");
    if (v->n != 0) {
        const struct item *last = at(a, v, v->n - 1);
        for (size_t i = v->n; i-- > 0 && last->raw.n == 0;)
            last = at(a, v, i);
        for (size_t i = 0; i < v->n && first->raw.n == 0; i++)
            first = at(a, v, i);
        if (first->raw.n != 0 && last->raw.p >= first->raw.p)
            raw = (struct str){ first->raw.p, (size_t)(last->raw.p + last->raw.n - first->raw.p) };
    }
    for (size_t c = 0; c < m; c++) {
        struct report_cell *cell = &a->cells[row * a->t->column_count + columns[c]];
        *cell = (struct report_cell){ .kind = CELL_UNREADABLE, .unit = STR(""), .raw = raw };
        cell->line = first == NULL ? 0 : first->line;
        cell->block = first == NULL ? 0 : first->first_block + 1;
    }
    align_problem(a, (struct table_problem){ .kind = PROBLEM_UNPLACED, .index = (int)row,
                                             .found = raw,
                                             .expected = a->t->rows[row].label }, first);
}

static bool all_blank(const struct alignment *a, const struct values *v)
{
    for (size_t i = 0; i < v->n; i++) {
        if (!is_blank(a, v, i))
            return false;
    }
    return v->n != 0;
}

static bool trim(const struct alignment *a, const struct values *all, size_t m, struct values *v)
{
    without_pads(a, all, v);
    if (v->n == m)
        return true;
    if (v->n < m)
        *v = *all;
    strip(a, v, m);
    if (v->n == m)
        return true;
    return v->n > m && without_blanks(a, all, v) == m;
}

bool align_trim(const struct alignment *a, uint32_t *items, size_t *n, size_t wanted)
{
    struct values all = { .n = *n < VALUES ? *n : VALUES }, v;
    memcpy(all.item, items, all.n * sizeof(items[0]));
    if (!trim(a, &all, wanted, &v))
        return false;
    memcpy(items, v.item, v.n * sizeof(items[0]));
    *n = v.n;
    return true;
}

/* The values as they stand, without what is only padding; true when as many are left as wanted. */
static bool trimmed(struct alignment *a, size_t row, const struct values *all, size_t m,
                    struct values *v)
{
    without_pads(a, all, v);
    if (v->n == m)
        return true;
    *v = *all;
    if (v->n == m || (v->n > m && drop_empty_columns(a, row, v, m)))
        return true;
    return trim(a, all, m, v);
}

static void no_extra(struct alignment *a, int record)
{
    for (size_t e = 0; e < a->extra_count; e++) {
        if (a->extra[e] == record)
            a->extra[e--] = a->extra[--a->extra_count];
    }
}

/* In loose text a word among the values looks like a label: the record goes on behind it. */
static void absorb(struct alignment *a, size_t row, struct values *v, size_t m)
{
    const struct stream *s = a->s;
    const struct record *r = &s->records[a->rows[row].record];
    for (int k = a->rows[row].record + 1; r->grid < 0 && v->n < m && k < (int)s->record_count; k++) {
        const struct record *next = &s->records[k];
        const struct item *first = &s->items[next->first];
        if (next->grid >= 0 || first->known || first->joins || first->text.n > 60)
            return;
        size_t n = v->n;
        for (uint32_t i = next->first; i < next->end && n < VALUES; i++)
            v->item[n++] = i;
        if (n > m + 2)
            return;
        v->n = n;
        no_extra(a, k);
    }
}

static void place(struct alignment *a, size_t row, struct values *all)
{
    size_t columns[ALIGN_LINES];
    size_t m = columns_of(a, row, columns);
    struct values v;
    if (all->n == 0) {
        unplaced(a, row, all, m, columns);
        return;
    }
    if (all_blank(a, all)) {
        all->n = all->n == m ? m : 1;
        set_all(a, row, all, m, columns);
        return;
    }
    without_pads(a, all, &v);
    bool exact = v.n == m || all->n == m;
    if (!exact && by_grid(a, row, all)) {
        a->rows[row].full = true;
        return;
    }
    if (!exact && v.n < m)
        absorb(a, row, all, m);
    if (trimmed(a, row, all, m, &v)) {
        set_all(a, row, &v, m, columns);
        return;
    }
    /* one dash across the whole row stands for each of its cells */
    struct report_cell probe = { .kind = CELL_ABSENT };
    if (without_blanks(a, all, &v) == 1)
        value_read(&probe, at(a, &v, 0)->text, false);
    if (probe.kind == CELL_DASH && at(a, &v, 0)->col_span >= m)
        set_all(a, row, &v, m, columns);
    else
        unplaced(a, row, all, m, columns);
}

void align_place(struct alignment *a, size_t row)
{
    struct values v;
    values_of(a, &a->rows[row], &v);
    place(a, row, &v);
}

void align_values(struct alignment *a, const uint32_t *items, size_t n, size_t row)
{
    struct values v = { .n = n < VALUES ? n : VALUES };
    memcpy(v.item, items, v.n * sizeof(items[0]));
    place(a, row, &v);
}
