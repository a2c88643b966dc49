/* align_header.c - the labels above the columns: which are there, cut, worded otherwise or too
 * many. A table whose columns differ from block to block has a header above every block. */
#include "base/arena.h"
#include "recognise/align.h"

#include <string.h>

enum {
    ALIKE = 45,
    CANDIDATES = 24,
    LABEL = 90, /* bytes; a longer text is no label of a column */
    NEAR = 4,   /* items from a known label of the header */
    FOUND = 60, /* to the score */
    LOST = 40
};

struct header {
    uint32_t from, to;          /* items */
    size_t row;                 /* a row below it: which columns there are */
    size_t times;               /* how often each label stands */
    bool full;                  /* a row below it has all its values */
    uint32_t other[CANDIDATES]; /* texts that are no known label */
    struct label_chars *read;   /* the same; NULL until first asked for */
    bool used[CANDIDATES];
    size_t n;
    size_t known;
};

static bool has_column(const struct alignment *a, const struct header *h, size_t c)
{
    return a->t->types[h->row * a->t->column_count + c] != FORM_CELL_NONE;
}

static bool near_known(const struct alignment *a, const struct header *h, uint32_t i)
{
    const struct stream *s = a->s;
    bool grid = s->records[s->items[i].record].grid >= 0;
    uint32_t from = i > h->from + NEAR ? i - NEAR : h->from;
    for (uint32_t k = from; k < h->to && k <= i + NEAR; k++) {
        bool same = !grid || s->items[k].record == s->items[i].record;
        if (k != i && same && align_any_use(a, &s->items[k]))
            return true;
    }
    return false;
}

static void look(const struct alignment *a, struct header *h)
{
    for (uint32_t i = h->from; i < h->to; i++) {
        const struct item *item = &a->s->items[i];
        if (item->kind != ITEM_TEXT || !align_sees(a, item))
            continue;
        const struct word_use *u = align_use(a, item, WORD_COLUMN);
        if (u != NULL && has_column(a, h, u->index))
            h->known++;
        else if (!align_any_use(a, item) && item->text.n <= LABEL && h->n < CANDIDATES &&
                 near_known(a, h, i))
            h->other[h->n++] = i;
    }
}

static size_t count(const struct alignment *a, const struct header *h, size_t column)
{
    size_t n = 0;
    for (uint32_t i = h->from; i < h->to; i++) {
        const struct item *item = &a->s->items[i];
        const struct word_use *u = align_sees(a, item) ? align_use(a, item, WORD_COLUMN) : NULL;
        n += u != NULL && u->index == column;
    }
    return n;
}

static void judge(struct alignment *a, const struct item *item, size_t column)
{
    struct table_problem p = { .index = (int)column,
                               .found = item->raw,
                               .expected = a->t->columns[column].label };
    switch (align_wording(a, item, WORD_COLUMN, column)) {
    case WORDING_OFFICIAL:
    case WORDING_SHORT:
        a->score += FOUND;
        return;
    case WORDING_CUT:
        p.kind = PROBLEM_HEADER_BROKEN;
        break;
    case WORDING_OTHER:
        p.kind = PROBLEM_COLUMN_RENAMED;
        break;
    }
    align_problem(a, p, item);
}

static void read_labels(const struct alignment *a, struct header *h)
{
    if (h->read != NULL || h->n == 0)
        return;
    h->read = arena_alloc(a->s->arena, h->n * sizeof(*h->read));
    for (size_t i = 0; i < h->n; i++)
        align_read(&a->s->items[h->other[i]], &h->read[i]);
}

/* The unknown text of the header that is most like the line's label. -1: none is. */
static int likest(const struct alignment *a, struct header *h, enum word_role role, size_t index)
{
    int best = -1;
    unsigned most = ALIKE - 1;
    read_labels(a, h);
    for (size_t i = 0; i < h->n; i++) {
        uint32_t ordinal = a->s->items[h->other[i]].ordinal;
        unsigned like = h->used[i] ? 0 : align_similar(a, &h->read[i], ordinal, role, index);
        if (like > most) {
            most = like;
            best = (int)i;
        }
    }
    return best;
}

static void lost(struct alignment *a, const struct header *h, size_t column)
{
    bool broken = h->full;
    const struct item *at = h->from < a->s->item_count ? &a->s->items[h->from] : NULL;
    a->score -= LOST;
    align_problem(
        a,
        (struct table_problem){ .kind = broken ? PROBLEM_HEADER_BROKEN : PROBLEM_COLUMN_MISSING,
                                .index = (int)column,
                                .found = STR(""),
                                .expected = a->t->columns[column].label },
        at);
}

static void check(struct alignment *a, struct header *h)
{
    size_t missing[ALIGN_LINES], n = 0, left = 0, k = 0;
    for (size_t c = 0; c < a->t->column_count; c++) {
        if (!has_column(a, h, c))
            continue;
        size_t there = count(a, h, c);
        if (there >= h->times)
            a->score += FOUND;
        for (size_t i = there; i < h->times; i++) {
            int best = n < ALIGN_LINES ? likest(a, h, WORD_COLUMN, c) : -1;
            if (best < 0) {
                missing[n < ALIGN_LINES ? n++ : n - 1] = c;
                continue;
            }
            h->used[best] = true;
            judge(a, &a->s->items[h->other[best]], c);
        }
    }
    for (size_t i = 0; i < h->n; i++)
        left += !h->used[i];
    for (size_t i = 0; i < n; i++) {
        while (left == n && h->used[k])
            k++;
        if (left != n) { /* else: as many other texts as labels are missing */
            lost(a, h, missing[i]);
            continue;
        }
        h->used[k] = true;
        judge(a, &a->s->items[h->other[k]], missing[i]);
    }
}

/* A label that nobody knows may stand before the first one that is known, in the same line. */
static uint32_t line_start(const struct alignment *a)
{
    enum { SHORT = 40 }; /* bytes */
    const struct stream *s = a->s;
    uint32_t at = a->first_item;
    if (at == 0 || at >= s->item_count)
        return at;
    const struct item *before = &s->items[at - 1];
    bool label = before->kind == ITEM_TEXT && !before->known && before->ordinal == 0 &&
                 before->text.n <= SHORT && before->record == s->items[at].record;
    return label ? at - 1 : at;
}

/* In a table of one record the rows are named in its header too. A row whose name is not there bears
 * another one if a text is left that can be it; who left the name out altogether is understood. */
static void check_groups(struct alignment *a, struct header *h)
{
    size_t unnamed = 0, left = 0;
    for (size_t r = 0; r < a->t->row_count; r++)
        unnamed += a->rows[r].record >= 0 && a->rows[r].label < 0;
    for (size_t i = 0; i < h->n; i++)
        left += !h->used[i];
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record < 0 || a->rows[r].label >= 0)
            continue;
        int best = likest(a, h, WORD_ROW, r);
        for (size_t i = 0; best < 0 && left == unnamed && i < h->n; i++)
            best = h->used[i] ? -1 : (int)i;
        if (best < 0)
            continue;
        h->used[best] = true;
        const struct item *item = &a->s->items[h->other[best]];
        if (align_wording(a, item, WORD_ROW, r) == WORDING_OTHER)
            align_problem(a,
                          (struct table_problem){ .kind = PROBLEM_ROW_RENAMED,
                                                  .index = (int)r,
                                                  .found = item->raw,
                                                  .expected = a->t->rows[r].label },
                          item);
    }
}

/* A text of the header that names no column of the form, with values below it. */
static void too_many(struct alignment *a, const struct header *h, size_t row)
{
    const struct stream *s = a->s;
    const struct record *r = &s->records[a->rows[row].record];
    for (size_t i = 0; i < h->n; i++) {
        const struct item *item = &s->items[h->other[i]];
        const struct record *own = &s->records[item->record];
        bool columns = false, value = false;
        for (uint32_t k = own->first; k < own->end; k++)
            columns |= align_use(a, &s->items[k], WORD_COLUMN) != NULL;
        for (uint32_t k = r->first; k < r->end; k++)
            value |= s->items[k].kind == ITEM_VALUE && s->items[k].col == item->col;
        if (h->used[i] || !columns || !value || own->grid != r->grid || own->grid < 0)
            continue;
        align_problem(a,
                      (struct table_problem){ .kind = PROBLEM_COLUMN_EXTRA,
                                              .index = -1,
                                              .found = item->raw,
                                              .expected = STR("") },
                      item);
    }
}

static bool same_block(const struct form_table *t, size_t x, size_t y)
{
    return memcmp(t->types + x * t->column_count, t->types + y * t->column_count,
                  t->column_count) == 0 &&
           (!t->columns_by_row || str_eq(t->rows[x].group, t->rows[y].group));
}

void align_unit(struct alignment *a, const struct item *item, size_t column, size_t first,
                size_t end)
{
    static const char NOTE[] = "单位";
    size_t at = str_find(item->text, STR("单位"));
    if (at == SIZE_MAX)
        return;
    struct str unit = str_sub(item->text, at + sizeof(NOTE) - 1, item->text.n);
    if (unit.n != 0 && unit.p[0] == ':')
        unit = str_sub(unit, 1, unit.n - 1);
    size_t close = str_find(unit, STR(")"));
    unit = str_sub(unit, 0, close == SIZE_MAX ? unit.n : close);
    for (size_t r = first; r < end; r++) {
        struct report_cell *cell = &a->cells[r * a->t->column_count + column];
        if (cell->kind == CELL_NUMBER && cell->unit.n == 0 && unit.n <= 12)
            cell->unit = unit;
    }
}

static void take_units(struct alignment *a, const struct header *h, size_t first, size_t end)
{
    for (uint32_t i = h->from; i < h->to; i++) {
        const struct item *item = &a->s->items[i];
        const struct word_use *u = align_sees(a, item) ? align_use(a, item, WORD_COLUMN) : NULL;
        if (u != NULL && a->t->types[first * a->t->column_count + u->index] == FORM_CELL_MONEY)
            align_unit(a, item, u->index, first, end);
    }
}

static uint32_t row_item(const struct alignment *a, size_t r)
{
    return a->rows[r].label >= 0 ? (uint32_t)a->rows[r].label
                                 : a->s->records[a->rows[r].record].first;
}

static void check_block(struct alignment *a, size_t first, size_t end, uint32_t from, bool again)
{
    struct header h = { .from = from, .row = first, .times = 1, .to = UINT32_MAX };
    for (size_t r = first; r < end; r++) {
        if (a->rows[r].record < 0)
            continue;
        h.to = row_item(a, r) < h.to ? row_item(a, r) : h.to;
        h.full |= a->rows[r].full;
    }
    if (h.to == UINT32_MAX || h.to < h.from)
        return;
    look(a, &h);
    if (again && h.known == 0 && h.n == 0)
        return; /* the header of the block above serves this one too */
    check(a, &h);
    take_units(a, &h, first, end);
    for (size_t r = first; r < end; r++) {
        if (a->rows[r].record >= 0)
            too_many(a, &h, r);
    }
}

void align_header(struct alignment *a)
{
    const struct form_table *t = a->t;
    uint32_t from = a->first_item;
    if (t->record) {
        struct header h = { .from = line_start(a), .to = a->end_item, .times = a->header_times };
        for (size_t r = 0; r < t->row_count; r++)
            h.full |= a->rows[r].full;
        look(a, &h);
        check(a, &h);
        check_groups(a, &h);
        return;
    }
    for (size_t r = 0; r < t->row_count;) {
        size_t end = r + 1;
        while (end < t->row_count && same_block(t, r, end))
            end++;
        bool again = r > 0 && memcmp(t->types + r * t->column_count,
                                     t->types + (r - 1) * t->column_count, t->column_count) == 0;
        check_block(a, r, end, from, again);
        for (; r < end; r++) {
            if (a->rows[r].record >= 0 && a->s->records[a->rows[r].record].end > from)
                from = a->s->records[a->rows[r].record].end;
        }
    }
}

struct label_place {
    uint32_t item, col; /* of the stream; of its grid */
};

/* Where above the first row the label of every column stands. False unless each is named once. */
static bool find_labels(const struct alignment *a, uint32_t row, int32_t grid,
                        struct label_place *at)
{
    const struct stream *s = a->s;
    bool seen[ALIGN_LINES] = { false };
    size_t n = 0;
    for (uint32_t i = a->first_item; i < row; i++) {
        const struct word_use *u = align_use(a, &s->items[i], WORD_COLUMN);
        if (u == NULL)
            continue;
        if (seen[u->index] || s->records[s->items[i].record].grid != grid)
            return false;
        seen[u->index] = true;
        at[u->index] = (struct label_place){ i, s->items[i].col };
        n++;
    }
    return n == a->t->column_count;
}

/* Whether every label of a grid stands above a value: where merged cells were lost, columns mean nothing. */
static bool above_values(const struct alignment *a, const struct record *r,
                         const struct label_place *at)
{
    const struct stream *s = a->s;
    for (size_t c = 0; c < a->t->column_count; c++) {
        bool found = false, alone = true;
        for (uint32_t i = r->first; i < r->end && !found; i++)
            found = s->items[i].col == at[c].col && s->items[i].kind != ITEM_TEXT;
        for (size_t k = 0; k < c; k++)
            alone &= at[k].col != at[c].col;
        if (!found || !alone)
            return false;
    }
    return r->grid >= 0;
}

/* A header of two lines reads in one go: what spans both stands before what the lower line names. Only the
 * last label before all others is another order for certain. */
static bool last_leads(const struct alignment *a, const struct label_place *at)
{
    size_t last = a->t->column_count - 1;
    for (size_t c = 0; c < last; c++)
        if (at[c].item < at[last].item || (c > 0 && at[c].item < at[c - 1].item))
            return false;
    return true;
}

/* A header that names every column once, in another order than the form. */
void align_order(struct alignment *a)
{
    const struct stream *s = a->s;
    size_t m = a->t->column_count;
    uint32_t row = UINT32_MAX;
    const struct record *values = NULL;
    if (a->t->columns_by_row || a->t->record)
        return;
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record < 0 || row_item(a, r) >= row)
            continue;
        row = row_item(a, r);
        values = &s->records[a->rows[r].record];
    }
    struct label_place at[ALIGN_LINES];
    if (!values || !find_labels(a, row, values->grid, at))
        return;
    bool by_column = above_values(a, values, at);
    if (!by_column && !last_leads(a, at))
        return;
    uint16_t *order = arena_alloc(s->arena, m * sizeof(*order));
    bool sorted = true;
    for (size_t c = 0; c < m; c++) {
        size_t before = 0;
        for (size_t k = 0; k < m; k++)
            before += by_column ? at[k].col < at[c].col : at[k].item < at[c].item;
        order[before] = (uint16_t)c;
        sorted &= before == c;
    }
    if (!sorted)
        a->order = order;
}
