/* align_gaps.c - rows without an exact label: by likeness, then by position, between the rows that
 * are certain; and the records that are no row of the form. */
#include "base/arena.h"
#include "recognise/align.h"

enum {
    ALIKE = 55,
    SAME_PLACE = 25, /* enough where the ordinal agrees and nothing else could stand there */
    WIDEST = 48,     /* records looked at between two rows */
    LABELS = 16      /* texts of a record of loose text: the last of them may label values */
};

struct gap {
    int record[WIDEST], label[WIDEST]; /* candidates in reading order */
    size_t n;
    size_t row[ALIGN_LINES]; /* rows not found */
    size_t rows;
};

static bool taken(const struct alignment *a, int record)
{
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record == record)
            return true;
    }
    return false;
}

/* The label of a record that bears values: the last text before the first value, which is no
 * label of something else. -1: no label; -2: no line of a table. */
static int own_label(const struct alignment *a, const struct record *r)
{
    int label = -1;
    bool cells = false;
    for (uint32_t i = r->first; i < r->end; i++) {
        const struct item *item = &a->s->items[i];
        if (item->kind == ITEM_VALUE) {
            cells = true;
            break;
        }
        if (item->kind == ITEM_TEXT)
            label = (int)i;
        else
            cells |= label >= 0;
    }
    if (!cells)
        return -2;
    if (label >= 0 && r->grid < 0 && a->s->items[label].text.n > 240)
        return -2;
    const struct item *item = label < 0 ? NULL : &a->s->items[label];
    if (item != NULL && (align_use(a, item, WORD_HEAD) || align_use(a, item, WORD_COLUMN)) &&
        align_use(a, item, WORD_ROW) == NULL)
        return r->values ? label : -2;
    return r->values || item != NULL ? label : -2;
}

static bool add(const struct alignment *a, struct gap *g, int record)
{
    const struct record *r = &a->s->records[record];
    if (g->n == WIDEST || !align_sees_record(a, r) || taken(a, record))
        return g->n < WIDEST;
    int label = own_label(a, r);
    if (label == -2)
        return true;
    g->record[g->n] = record;
    g->label[g->n++] = label;
    return true;
}

static bool same_place(const struct alignment *a, int x, int y)
{
    const struct record *p = &a->s->records[x], *q = &a->s->records[y];
    return p->grid == q->grid;
}

/* Labels that only other tables of the form have: here another table begins. */
static bool foreign(const struct alignment *a, int record)
{
    const struct record *r = &a->s->records[record];
    size_t texts = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        const struct item *item = &a->s->items[i];
        if (item->known && item->word[a->form] != NULL && !align_any_use(a, item))
            return true;
        texts += item->kind == ITEM_TEXT;
    }
    return r->grid < 0 && texts > LABELS;
}

/* Records before the first certain row, nearest last; those behind the last, in order. */
static void add_outside(const struct alignment *a, struct gap *g, int from, int step)
{
    size_t most = a->t->row_count;
    for (int r = from + step; r >= 0 && r < (int)a->s->record_count && most-- > 0; r += step) {
        if (!same_place(a, r, from) || foreign(a, r) || !add(a, g, r))
            break;
        if (!a->s->records[r].values)
            break;
    }
    for (size_t i = 0; step < 0 && i < g->n / 2; i++) {
        int record = g->record[i], label = g->label[i];
        g->record[i] = g->record[g->n - 1 - i];
        g->label[i] = g->label[g->n - 1 - i];
        g->record[g->n - 1 - i] = record;
        g->label[g->n - 1 - i] = label;
    }
}

static void take(struct alignment *a, struct gap *g, size_t i, size_t k)
{
    a->rows[g->row[k]].record = g->record[i];
    a->rows[g->row[k]].label = g->label[i];
    g->record[i] = -1;
}

/* The label of candidate i, none if it has no label. */
static void read_label(const struct alignment *a, const struct gap *g, size_t i,
                       struct label_chars *out)
{
    out->n = 0;
    if (g->label[i] >= 0)
        align_read(&a->s->items[g->label[i]], out);
}

static unsigned likeness(const struct alignment *a, const struct gap *g, size_t i,
                         const struct label_chars *label, size_t k)
{
    if (g->label[i] < 0)
        return 0;
    uint32_t ordinal = a->s->items[g->label[i]].ordinal;
    return align_similar(a, label, ordinal, WORD_ROW, g->row[k]);
}

/* The best monotone pairing: classic dynamic programming over both lists. */
static void pair(struct alignment *a, struct gap *g)
{
    static const int NONE = 0;
    size_t n = g->n, m = g->rows;
    int *best = arena_alloc(a->s->arena, (n + 1) * (m + 1) * sizeof(int));
    uint8_t *like = arena_alloc(a->s->arena, n * m + 1);
#define BEST(i, k) best[(i) * (m + 1) + (k)]
    for (size_t i = n; i-- > 0;) {
        struct label_chars label;
        read_label(a, g, i, &label);
        for (size_t k = m; k-- > 0;) {
            unsigned l = likeness(a, g, i, &label, k);
            int with = l >= ALIKE ? BEST(i + 1, k + 1) + (int)l : NONE;
            int skip = BEST(i + 1, k) > BEST(i, k + 1) ? BEST(i + 1, k) : BEST(i, k + 1);
            like[i * m + k] = l >= ALIKE && with > skip;
            BEST(i, k) = with > skip ? with : skip;
        }
    }
    for (size_t i = 0, k = 0; i < n && k < m;) {
        if (like[i * m + k])
            take(a, g, i++, k++);
        else if (BEST(i + 1, k) >= BEST(i, k + 1))
            i++;
        else
            k++;
    }
#undef BEST
}

static size_t values_of(const struct alignment *a, int record, int label)
{
    const struct record *r = &a->s->records[record];
    size_t n = 0;
    for (uint32_t i = label < 0 ? r->first : (uint32_t)label + 1; i < r->end; i++)
        n += !a->s->items[i].pad;
    return n;
}

static size_t columns_of(const struct form_table *t, size_t row)
{
    size_t n = 0;
    for (size_t c = 0; c < t->column_count; c++)
        n += t->types[row * t->column_count + c] != FORM_CELL_NONE;
    return n;
}

/* As many lines as rows are left: they are the rows, worded otherwise, if anything says so. */
static void by_position(struct alignment *a, struct gap *g)
{
    size_t left[WIDEST], rows[ALIGN_LINES], n = 0, m = 0;
    for (size_t i = 0; i < g->n; i++) {
        if (g->record[i] >= 0)
            left[n++] = i;
    }
    for (size_t k = 0; k < g->rows; k++) {
        if (a->rows[g->row[k]].record < 0)
            rows[m++] = k;
    }
    if (n != m)
        return;
    for (size_t i = 0; i < n; i++) {
        size_t at = left[i], row = g->row[rows[i]];
        const struct item *label = g->label[at] < 0 ? NULL : &a->s->items[g->label[at]];
        unsigned ordinal = a->t->rows[row].ordinal;
        bool same = label != NULL && ordinal != 0 && label->ordinal == ordinal;
        bool fits = values_of(a, g->record[at], g->label[at]) >= columns_of(a->t, row);
        struct label_chars read;
        read_label(a, g, at, &read);
        if (same || (n == 1 && fits) ||
            (label != NULL && likeness(a, g, at, &read, rows[i]) >= SAME_PLACE && fits))
            take(a, g, at, rows[i]);
    }
}

static size_t numbers(const struct alignment *a, const struct record *r)
{
    size_t n = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        const struct item *item = &a->s->items[i];
        n += item->kind == ITEM_VALUE && item->text.n != 0 && item->text.p[0] >= '0' &&
             item->text.p[0] <= '9';
    }
    return n;
}

/* inside: they stand between rows of the table; behind it loose text needs more to be a row. */
static void keep_extra(struct alignment *a, const struct gap *g, bool inside)
{
    for (size_t i = 0; i < g->n; i++) {
        int record = g->record[i];
        if (record < 0 || g->label[i] < 0 || !a->s->records[record].values)
            continue;
        const struct record *r = &a->s->records[record];
        if (r->grid < 0 && numbers(a, r) < (inside ? 1U : 2U))
            continue;
        const struct item *label = &a->s->items[g->label[i]];
        if (r->grid < 0 && align_use(a, label, WORD_COLUMN) && !align_use(a, label, WORD_ROW))
            continue; /* a column, and the number of the row below it */
        if (a->extra_count < ALIGN_LINES)
            a->extra[a->extra_count++] = record;
    }
}

static void fill(struct alignment *a, struct gap *g, bool inside)
{
    if (g->n != 0 && g->rows != 0) {
        pair(a, g);
        by_position(a, g);
    }
    keep_extra(a, g, inside);
    g->n = g->rows = 0;
}

/* A row that stands in another place than the form has it: found among the lines left over. */
static void out_of_order(struct alignment *a)
{
    for (size_t e = 0; e < a->extra_count; e++) {
        int label = own_label(a, &a->s->records[a->extra[e]]);
        const struct word_use *u = label < 0 ? NULL : align_use(a, &a->s->items[label], WORD_ROW);
        if (u == NULL || a->rows[u->index].record >= 0)
            continue;
        a->rows[u->index] = (struct align_row){ a->extra[e], label, true, false };
        a->extra[e--] = a->extra[--a->extra_count];
    }
}

void align_gaps(struct alignment *a)
{
    struct gap g = { .n = 0 };
    int last = -1;
    a->extra = arena_alloc(a->s->arena, ALIGN_LINES * sizeof(int));
    for (size_t r = 0; r < a->t->row_count; r++) {
        int record = a->rows[r].record;
        if (record < 0) {
            g.row[g.rows++] = r;
            continue;
        }
        if (last < 0)
            add_outside(a, &g, record, -1);
        for (int k = last + 1; last >= 0 && k < record; k++) {
            if (!add(a, &g, k))
                break;
        }
        fill(a, &g, last >= 0);
        last = record;
    }
    if (last >= 0)
        add_outside(a, &g, last, 1);
    fill(a, &g, false);
    out_of_order(a);
}
