/* align_place.c - the values of a row under their columns. What does not fit stays unplaced. */
#include <string.h>

#include "recognise/align_place.h"
#include "recognise/number.h"
#include "recognise/value.h"

const struct item *place_item(const struct alignment *a, const struct values *v, size_t i)
{
    return &a->s->items[v->item[i]];
}

void place_cell(struct alignment *a, size_t row, size_t column, const struct item *item)
{
    struct report_cell *cell = &a->cells[row * a->t->column_count + column];
    cell->raw = item->raw;
    cell->line = item->line;
    cell->block = item->first_block + 1;
    if (a->t->types[row * a->t->column_count + column] == FORM_CELL_SIGNED)
        value_read_change(cell, item->text, item->torn);
    else
        value_read(cell, item->text, item->torn);
}

size_t place_columns(const struct alignment *a, size_t row, size_t *out)
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
    return place_item(a, v, i)->kind == ITEM_BLANK;
}

static size_t without_blanks(const struct alignment *a, const struct values *v, struct values *out)
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
        if (!place_item(a, v, i)->pad)
            out->item[out->n++] = v->item[i];
    }
}

static void strip_end(const struct alignment *a, struct values *v, size_t wanted)
{
    while (v->n > wanted && is_blank(a, v, v->n - 1))
        v->n--;
}

/* Cells too many at the ends that are blank: padding of the grid. */
static void strip(const struct alignment *a, struct values *v, size_t wanted)
{
    strip_end(a, v, wanted);
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

/* A column of units between label and values: 件. */
static bool is_unit(const struct item *item)
{
    static const char *const units[] = { "件", "个", "条", "宗", "份", "项", "次", "件次", "件数" };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (item->kind == ITEM_TEXT && str_eq_c(item->text, units[i]))
            return true;
    return false;
}

void place_values(const struct alignment *a, const struct align_row *row, struct values *v)
{
    const struct record *r = &a->s->records[row->record];
    uint32_t from = row->label < 0 ? r->first : (uint32_t)row->label + 1;
    v->n = 0;
    uint32_t unit = from;
    while (unit < r->end && a->s->items[unit].kind == ITEM_BLANK)
        unit++;
    if (row->label >= 0 && unit + 1 < r->end && is_unit(&a->s->items[unit]))
        from = unit + 1;
    for (uint32_t i = from; i < r->end; i++) {
        if (r->grid < 0 && a->s->items[i].kind == ITEM_TEXT && !between_bars(a, i))
            return; /* loose text goes on with something else */
        if (v->n < PLACE_VALUES)
            v->item[v->n++] = i;
    }
}

/* Positions that are blank in every row of as many cells are padding, not columns. */
static bool drop_empty_columns(const struct alignment *a, size_t row, struct values *v,
                               size_t wanted)
{
    bool used[PLACE_VALUES] = { false };
    size_t rows = 0, kept = 0;
    int32_t grid = a->s->records[a->rows[row].record].grid;
    for (size_t r = 0; r < a->t->row_count; r++) {
        struct values other;
        if (a->rows[r].record < 0 || a->s->records[a->rows[r].record].grid != grid)
            continue;
        place_values(a, &a->rows[r], &other);
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

static void set_all(struct alignment *a, size_t row, const struct values *v, size_t m,
                    const size_t *columns)
{
    for (size_t c = 0; c < m; c++)
        place_cell(a, row, columns[c], place_item(a, v, v->n == m ? c : 0));
    a->rows[row].full = true;
}

static void unplaced(struct alignment *a, size_t row, const struct values *v, size_t m,
                     const size_t *columns)
{
    const struct item *first = v->n != 0                 ? place_item(a, v, 0)
                               : a->rows[row].label >= 0 ? &a->s->items[a->rows[row].label]
                                                         : NULL;
    struct str raw = STR("");
    if (v->n != 0) {
        const struct item *last = place_item(a, v, v->n - 1);
        for (size_t i = v->n; i-- > 0 && last->raw.n == 0;)
            last = place_item(a, v, i);
        for (size_t i = 0; i < v->n && first->raw.n == 0; i++)
            first = place_item(a, v, i);
        if (first->raw.n != 0 && last->raw.p >= first->raw.p)
            raw = (struct str){ first->raw.p, (size_t)(last->raw.p + last->raw.n - first->raw.p) };
    }
    for (size_t c = 0; c < m; c++) {
        struct report_cell *cell = &a->cells[row * a->t->column_count + columns[c]];
        *cell = (struct report_cell){ .kind = CELL_UNREADABLE, .unit = STR(""), .raw = raw };
        cell->line = first == NULL ? 0 : first->line;
        cell->block = first == NULL ? 0 : first->first_block + 1;
    }
    align_problem(a,
                  (struct table_problem){ .kind = PROBLEM_UNPLACED,
                                          .index = (int)row,
                                          .found = raw,
                                          .expected = a->t->rows[row].label },
                  first);
}

static bool all_blank(const struct alignment *a, const struct values *v)
{
    for (size_t i = 0; i < v->n; i++) {
        if (!is_blank(a, v, i))
            return false;
    }
    return v->n != 0;
}

static bool has_empty_lines(const struct alignment *a, const struct values *v)
{
    for (size_t i = 0; i < v->n; i++) {
        if (place_item(a, v, i)->empty)
            return true;
    }
    return false;
}

static bool trim(const struct alignment *a, const struct values *all, size_t m, struct values *v)
{
    without_pads(a, all, v);
    if (v->n == m)
        return true;
    if (v->n < m)
        *v = *all;
    if (has_empty_lines(a, v)) /* those that part the table from what follows are no cells */
        strip_end(a, v, m);
    else
        strip(a, v, m);
    if (v->n == m)
        return true;
    return v->n > m && without_blanks(a, all, v) == m;
}

bool align_trim(const struct alignment *a, uint32_t *items, size_t *n, size_t wanted)
{
    struct values all = { .n = *n < PLACE_VALUES ? *n : PLACE_VALUES }, v;
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
    int record = a->rows[row].record;
    bool loose = s->records[record].grid < 0;
    for (int k = record + 1; loose && v->n < m && k < (int)s->record_count; k++) {
        const struct record *next = &s->records[k];
        const struct item *first = &s->items[next->first];
        uint32_t end = next->first; /* the next label of the table is not of this row */
        while (end < next->end && !s->items[end].known)
            end++;
        bool fits = v->n + (end - next->first) == m;
        size_t len;
        if (number_chapter(first->text, &len) != 0)
            return; /* a heading behind the table */
        if (next->grid >= 0 || first->known || (first->joins && !fits) || first->text.n > 60)
            return;
        size_t n = v->n;
        for (uint32_t i = next->first; i < end && n < PLACE_VALUES; i++)
            v->item[n++] = i;
        if (n > m + 2)
            return;
        v->n = n;
        no_extra(a, k);
    }
}

/* "label", "some", "0" …, one below the other: words in the first cell are no rest of the label where
 * only with them the values are as many as the columns. */
static bool words_first(const struct alignment *a, size_t row, size_t m, struct values *v)
{
    enum { WORDS = 24 };
    const struct align_row *r = &a->rows[row];
    if (r->label < 0 || !r->exact || a->s->records[r->record].grid >= 0)
        return false;
    uint32_t from = (uint32_t)r->label + 1, end = a->s->records[r->record].end;
    const struct item *items = a->s->items;
    if (m < 2 || m > PLACE_VALUES || end < from + m || items[from].kind != ITEM_TEXT ||
        items[from].known || items[from].text.n > WORDS)
        return false;
    for (uint32_t i = from + 1; i < end; i++)
        if ((items[i].kind == ITEM_TEXT) != (i >= from + m))
            return false;
    v->n = m;
    for (uint32_t i = 0; i < m; i++)
        v->item[i] = from + i;
    return true;
}

/* Loose text keeps nothing of blank cells at the end of a line: a label alone is a row left blank. */
static bool left_blank(struct alignment *a, size_t row, size_t m, const size_t *columns)
{
    const struct align_row *r = &a->rows[row];
    if (r->label < 0 || !r->exact || a->s->records[r->record].grid >= 0)
        return false;
    const struct item *label = &a->s->items[r->label];
    for (size_t c = 0; c < m; c++) {
        struct report_cell *cell = &a->cells[row * a->t->column_count + columns[c]];
        *cell = (struct report_cell){ .kind = CELL_BLANK, .unit = STR(""), .raw = STR("") };
        cell->line = label->line;
        cell->block = label->first_block + 1;
    }
    a->rows[row].full = true;
    return true;
}

static int whole_number(const struct item *item)
{
    enum { DIGITS = 3 };
    int n = 0;
    for (size_t i = 0; i < item->text.n; i++) {
        if (i == DIGITS || item->text.p[i] < '0' || item->text.p[i] > '9')
            return -1;
        n = n * 10 + (item->text.p[i] - '0');
    }
    return item->kind == ITEM_VALUE ? n : -1;
}

/* Rows with running numbers, one cell to a line: the number of the next row follows the values of this one. */
static void drop_serial(const struct alignment *a, size_t row, struct values *all, size_t m)
{
    enum { LABELS = 3 };
    const struct align_row *r = &a->rows[row];
    struct values v;
    without_pads(a, all, &v);
    if (v.n <= m || r->label < 0 || a->s->records[r->record].grid >= 0)
        return;
    for (size_t i = m; i + 1 < v.n; i++)
        if (!is_blank(a, &v, i))
            return;
    int next = whole_number(place_item(a, &v, v.n - 1));
    const struct item *own = &a->s->items[r->label];
    for (int k = 0; k < LABELS && own > a->s->items && own->kind != ITEM_VALUE; k++)
        own--;
    if (next < 2 || whole_number(own) != next - 1)
        return;
    *all = v;
    all->n = m;
}

static void place(struct alignment *a, size_t row, struct values *all)
{
    size_t columns[ALIGN_LINES];
    size_t m = place_columns(a, row, columns);
    struct values v;
    drop_serial(a, row, all, m);
    if (all->n == 0 && words_first(a, row, m, &v)) {
        set_all(a, row, &v, m, columns);
        return;
    }
    if (all->n == 0 && left_blank(a, row, m, columns))
        return;
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
    if (!exact && place_merged(a, row, all, m, columns)) {
        set_all(a, row, all, m, columns);
        return;
    }
    if (!exact && (place_by_grid(a, row, all) || place_by_line(a, row, &v, m, columns) ||
                   place_by_digit(a, row, &v, m, columns)))
        return;
    if (!exact && v.n < m)
        absorb(a, row, all, m);
    if (trimmed(a, row, all, m, &v)) {
        set_all(a, row, &v, m, columns);
        return;
    }
    /* one dash across the whole row stands for each of its cells */
    struct report_cell probe = { .kind = CELL_ABSENT };
    if (without_blanks(a, all, &v) == 1)
        value_read(&probe, place_item(a, &v, 0)->text, false);
    if (probe.kind == CELL_DASH && place_item(a, &v, 0)->col_span >= m)
        set_all(a, row, &v, m, columns);
    else
        unplaced(a, row, all, m, columns);
}

void align_place(struct alignment *a, size_t row)
{
    struct values v;
    place_values(a, &a->rows[row], &v);
    place(a, row, &v);
}

void align_values(struct alignment *a, const uint32_t *items, size_t n, size_t row)
{
    struct values v = { .n = n < PLACE_VALUES ? n : PLACE_VALUES };
    memcpy(v.item, items, v.n * sizeof(items[0]));
    place(a, row, &v);
}

void align_unplaced(struct alignment *a, const uint32_t *items, size_t n, size_t row)
{
    size_t columns[ALIGN_LINES];
    struct values v = { .n = n < PLACE_VALUES ? n : PLACE_VALUES };
    memcpy(v.item, items, v.n * sizeof(items[0]));
    unplaced(a, row, &v, place_columns(a, row, columns), columns);
}
