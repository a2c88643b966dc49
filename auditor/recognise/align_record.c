/* align_record.c - a table that is one line of values under several rows of headers: its rows are
 * groups of columns. The line may also be broken up, one group a line or a grid. */
#include "base/arena.h"
#include "recognise/align.h"
#include "recognise/number.h"
#include "recognise/value.h"

#include <string.h>

enum {
    REACH = 8,  /* records between a header and its values */
    LABELS = 3, /* different column labels that make a header */
    VALUES = 160,
    WORDS = 30 /* bytes of a text that stands where a number belongs */
};

struct seen {
    size_t rows[ALIGN_LINES], row_count; /* groups named since the last values, in order */
    int label[ALIGN_LINES];              /* the item that names a row, by row */
    bool columns[ALIGN_LINES];
    size_t column_count;
    bool fresh;      /* a column was named since the last values */
    uint32_t record; /* of the last label */
};

static void forget(struct seen *h)
{
    *h = (struct seen){ .record = h->record };
    for (size_t i = 0; i < ALIGN_LINES; i++)
        h->label[i] = -1;
}

/* Notes the labels of a record; returns the first item behind the last of them. */
static uint32_t note(const struct alignment *a, const struct record *r, uint32_t at, struct seen *h)
{
    uint32_t behind = r->first;
    for (uint32_t i = r->first; i < r->end; i++) {
        const struct item *item = &a->s->items[i];
        if (!item->known || !align_any_use(a, item))
            continue;
        const struct word_use *row = align_use(a, item, WORD_ROW);
        const struct word_use *column = align_use(a, item, WORD_COLUMN);
        if (h->record + REACH < at)
            forget(h);
        h->record = at;
        behind = i + 1;
        if (row != NULL && h->row_count < ALIGN_LINES) {
            h->rows[h->row_count++] = row->index;
            h->label[row->index] = (int)i;
        }
        h->fresh |= column != NULL;
        if (column != NULL && !h->columns[column->index]) {
            h->columns[column->index] = true;
            h->column_count++;
        }
    }
    return behind;
}

/* How many items there are without those that only fill a line up. */
static size_t solid(const struct alignment *a, uint32_t from, uint32_t end)
{
    size_t n = 0;
    for (uint32_t i = from; i < end; i++)
        n += !a->s->items[i].pad;
    return n;
}

/* A label of a column comes right behind: the blanks of a record of loose text were merged cells of
 * its header. */
static bool header_goes_on(const struct alignment *a, const struct record *r)
{
    const struct stream *s = a->s;
    return r->grid < 0 && r->end < s->item_count && s->records[s->items[r->end].record].grid < 0 &&
           align_use(a, &s->items[r->end], WORD_COLUMN) != NULL;
}

/* Text before the values of a line, or the empty cell before such a text. */
static bool names_line(const struct alignment *a, const struct record *r, uint32_t i)
{
    const struct item *item = &a->s->items[i];
    return i < r->end && (item->kind == ITEM_TEXT || (item->kind == ITEM_BLANK && i + 1 < r->end &&
                                                      item[1].kind == ITEM_TEXT));
}

static size_t values_of(const struct alignment *a, const struct record *r, uint32_t from,
                        uint32_t *out)
{
    size_t n = 0, cells = 0, m = a->t->column_count;
    /* a label of the line, such as "number"; but words in the first cell, if only so the line is full */
    while (names_line(a, r, from) && solid(a, from, r->end) % m != 0)
        from++;
    for (uint32_t i = from; i < r->end && n < VALUES; i++) {
        out[n++] = i;
        cells += !a->s->items[i].pad;
    }
    if (r->values)
        return n;
    if (header_goes_on(a, r))
        return 0;
    /* blanks alone: in a grid only a whole line of them, not the rest of a line of headers */
    size_t line = r->grid < 0 ? a->t->column_count : a->t->row_count * a->t->column_count;
    bool header = r->grid >= 0 && from != r->first;
    return cells >= line && !header ? n : 0;
}

/* Words in a cell of loose text seem to begin a record: it goes on if that makes the line full. */
static size_t go_on(const struct alignment *a, uint32_t record, uint32_t *items, size_t n)
{
    const struct stream *s = a->s;
    size_t whole = a->t->row_count * a->t->column_count, all = 0;
    uint32_t run[VALUES];
    if (s->records[record].grid >= 0 || whole > VALUES)
        return n;
    for (size_t i = 0; i < n; i++)
        if (!s->items[items[i]].pad)
            run[all++] = items[i];
    for (uint32_t r = record + 1; r < s->record_count && all < whole; r++) {
        for (uint32_t i = s->records[r].first; i < s->records[r].end; i++) {
            const struct item *item = &s->items[i];
            if (item->known || !align_sees(a, item) || s->records[r].grid >= 0 ||
                item->text.n > WORDS || all == VALUES)
                return n;
            if (!item->pad)
                run[all++] = i;
        }
    }
    if (all != whole)
        return n;
    memcpy(items, run, all * sizeof(run[0]));
    return all;
}

static void set_row(struct alignment *a, size_t row, uint32_t record, const uint32_t *items,
                    size_t n)
{
    a->rows[row] = (struct align_row){ (int)record, -1, true, false };
    align_values(a, items, n, row);
}

/* Nothing says which of the rows that are left the values belong to. */
static void unnamed(struct alignment *a, size_t row, uint32_t record, const uint32_t *items,
                    size_t n)
{
    a->rows[row] = (struct align_row){ (int)record, -1, true, false };
    align_unplaced(a, items, n, row);
}

struct leaf {
    uint32_t col;
    bool used;
    uint32_t item;
};

/* By the columns of the grid in which the lowest labels stand. */
static bool by_leaves(struct alignment *a, uint32_t record, const uint32_t *items, size_t n)
{
    const struct stream *s = a->s;
    size_t m = a->t->column_count, count = 0, wanted = a->t->row_count * m;
    struct leaf *leaf = arena_alloc(s->arena, wanted * sizeof(*leaf));
    int32_t grid = s->records[record].grid;
    if (grid < 0 || s->doc->format == DOC_TEXT)
        return false;
    for (uint32_t r = record > REACH ? record - REACH : 0; r < record; r++) {
        for (uint32_t i = s->records[r].first; i < s->records[r].end; i++) {
            if (s->records[r].grid != grid || align_use(a, &s->items[i], WORD_COLUMN) == NULL)
                continue;
            if (count == wanted)
                return false;
            size_t at = count++;
            for (; at > 0 && leaf[at - 1].col > s->items[i].col; at--)
                leaf[at] = leaf[at - 1];
            leaf[at].col = s->items[i].col;
        }
    }
    for (size_t i = 0, k; i < n; i++) {
        for (k = 0; k < count && leaf[k].col != s->items[items[i]].col; k++)
            ;
        if (k < count && !leaf[k].used && s->items[items[i]].col_span == 1)
            leaf[k] = (struct leaf){ leaf[k].col, true, items[i] };
        else if (s->items[items[i]].kind != ITEM_BLANK)
            return false;
    }
    for (size_t k = 0; count == wanted && k < wanted; k++) {
        struct report_cell *cell = &a->cells[k];
        const struct item *item = &s->items[leaf[k].used ? leaf[k].item : items[0]];
        *cell = (struct report_cell){ .kind = CELL_BLANK,
                                      .unit = STR(""),
                                      .raw = STR(""),
                                      .line = item->line,
                                      .block = item->first_block + 1 };
        if (leaf[k].used) {
            cell->raw = item->raw;
            value_read(cell, item->text, item->torn);
        }
        a->rows[k / m] = (struct align_row){ (int)record, -1, true, true };
    }
    return count == wanted;
}

/* Gives a run of values to the rows it belongs to. */
static void give(struct alignment *a, uint32_t record, uint32_t *items, size_t n,
                 const struct seen *h)
{
    size_t m = a->t->column_count, all = a->t->row_count * m;
    uint32_t run[VALUES];
    size_t left = n;
    memcpy(run, items, n * sizeof(run[0]));
    if (align_trim(a, run, &left, all)) {
        for (size_t r = 0; r < a->t->row_count; r++)
            set_row(a, r, record, run + r * m, m);
        return;
    }
    memcpy(run, items, n * sizeof(run[0]));
    left = n;
    bool some = h->row_count > 0 && h->row_count < a->t->row_count;
    if (some && align_trim(a, run, &left, h->row_count * m)) {
        for (size_t i = 0; i < h->row_count; i++)
            set_row(a, h->rows[i], record, run + i * m, m);
        return;
    }
    if (by_leaves(a, record, items, n))
        return;
    size_t open = 0;
    for (size_t r = 0; r < a->t->row_count; r++)
        open += a->rows[r].record < 0;
    for (size_t r = 0; r < a->t->row_count; r++) {
        bool named = !some;
        for (size_t i = 0; i < h->row_count; i++)
            named |= h->rows[i] == r;
        if (!named || a->rows[r].record >= 0)
            continue;
        if (!some && open > 1)
            unnamed(a, r, record, items, n);
        else
            set_row(a, r, record, items, n);
    }
}

static bool done(const struct alignment *a)
{
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record < 0)
            return false;
    }
    return true;
}

/* "五、存在的主要问题": what follows a heading is no longer below the header. */
static bool is_heading(const struct alignment *a, const struct record *r)
{
    const struct item *first = &a->s->items[r->first];
    size_t len;
    return r->grid < 0 && r->end > r->first && first->kind == ITEM_TEXT && !first->known &&
           number_chapter(first->text, &len) != 0;
}

bool align_record(struct alignment *a)
{
    const struct stream *s = a->s;
    struct seen h = { .record = 0 };
    bool found = false;
    forget(&h);
    for (size_t r = 0; r < a->t->row_count; r++)
        a->rows[r] = (struct align_row){ -1, -1, false, false };
    for (uint32_t i = 0; i < s->record_count && !done(a); i++) {
        const struct record *r = &s->records[i];
        uint32_t items[VALUES];
        if (!align_sees_record(a, r))
            continue;
        if (h.column_count > 0 && is_heading(a, r))
            forget(&h);
        uint32_t behind = note(a, r, i, &h);
        if (h.column_count < LABELS || h.record + REACH < i)
            continue;
        size_t n = values_of(a, r, behind, items);
        if (n == 0)
            continue;
        n = go_on(a, i, items, n);
        give(a, i, items, n, &h);
        for (size_t k = 0; h.fresh && k < a->t->row_count; k++)
            a->header_times += a->rows[k].record == (int)i;
        h.row_count = 0;
        h.fresh = false;
        found = true;
    }
    for (size_t r = 0; r < a->t->row_count; r++)
        a->rows[r].label = a->rows[r].record < 0 ? -1 : h.label[r];
    return found || align_downward(a);
}
