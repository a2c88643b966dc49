/* align_turned.c - a table whose column labels stand in front of the values: turned on its side, with
 * the rows' names above, in one line or in several lines of a grid, or one figure a line, each behind
 * its row's and its column's name. */
#include "base/arena.h"
#include "recognise/align.h"
#include "recognise/value.h"

enum { FOUND = 60, MOST = ALIGN_LINES };

struct turned {
    uint32_t heads[MOST]; /* items that name rows, of one record */
    size_t n;
    size_t placed, wanted;
};

static bool takes_part(const struct alignment *a, const struct item *item)
{
    return item->known && align_sees(a, item);
}

/* Behind item i stand as many values as wanted and then blanks at most. */
static bool has_values(const struct alignment *a, uint32_t i, size_t wanted)
{
    uint32_t end = a->s->records[a->s->items[i].record].end;
    for (uint32_t k = i + 1; k < end; k++) {
        const struct item *item = &a->s->items[k];
        if ((item->kind == ITEM_TEXT && item->known) ||
            (k - i > wanted && item->kind != ITEM_BLANK))
            return false;
    }
    return wanted != 0 && i + wanted < end;
}

/* Item `at` under the row that item head names and the column that item label names. */
static void put(struct alignment *a, struct turned *t, uint32_t head, uint32_t label, uint32_t at)
{
    size_t column = align_use(a, &a->s->items[label], WORD_COLUMN)->index;
    size_t row = align_use(a, &a->s->items[head], WORD_ROW)->index;
    size_t i = row * a->t->column_count + column;
    const struct item *item = &a->s->items[at];
    if (a->t->types[i] == FORM_CELL_NONE || a->cells[i].kind != CELL_UNREADABLE)
        return;
    a->cells[i].raw = item->raw;
    a->cells[i].line = item->line;
    a->cells[i].block = item->first_block + 1;
    value_read(&a->cells[i], item->text, item->torn);
    if (a->t->types[i] == FORM_CELL_MONEY)
        align_unit(a, &a->s->items[label], column, row, row + 1);
    a->rows[row] = (struct align_row){ (int)item->record, (int)head, true, true };
    t->placed++;
}

static void note(struct alignment *a, struct turned *t, uint32_t i)
{
    const struct item *item = &a->s->items[i];
    bool column = align_use(a, item, WORD_COLUMN) != NULL;
    size_t least = a->t->columns_by_row ? 1 : 2; /* a blank behind one name is padding */
    if (column && t->n >= least && has_values(a, i, t->n)) {
        for (size_t k = 0; k < t->n; k++)
            put(a, t, t->heads[k], i, i + 1 + (uint32_t)k);
    } else if (align_use(a, item, WORD_ROW) != NULL && t->n < MOST) {
        if (t->n != 0 && a->s->items[t->heads[0]].record != item->record)
            t->n = 0;
        t->heads[t->n++] = i;
    }
}

/* The name of a row in the header above a value: the lowest one that reaches over its place in the
 * grid. UINT32_MAX: none does. */
static uint32_t head_above(const struct alignment *a, const struct item *value)
{
    enum { LINES = 12 };
    const struct stream *s = a->s;
    const struct record *own = &s->records[value->record];
    for (uint32_t k = value->record, n = 0; k-- > 0 && n < LINES; n++) {
        const struct record *r = &s->records[k];
        bool padded = r->end - r->first == own->end - own->first; /* else merged cells were lost */
        if (r->grid != own->grid || (s->doc->format == DOC_TEXT && !padded))
            return UINT32_MAX;
        for (uint32_t i = r->first; !r->values && i < r->end; i++) {
            const struct item *item = &s->items[i];
            if (item->kind == ITEM_TEXT && item->col <= value->col &&
                value->col < item->col + item->col_span && align_use(a, item, WORD_ROW) != NULL)
                return i;
        }
    }
    return UINT32_MAX;
}

/* The line of a grid that column label i opens: every value of it stands under a row's name. */
static void note_line(struct alignment *a, struct turned *t, uint32_t i)
{
    const struct record *r = &a->s->records[a->s->items[i].record];
    for (uint32_t k = i + 1; k < r->end; k++)
        if (a->s->items[k].kind == ITEM_TEXT && a->s->items[k].known)
            return;
    for (uint32_t k = i + 1; k < r->end; k++) {
        uint32_t head = head_above(a, &a->s->items[k]);
        if (head != UINT32_MAX)
            put(a, t, head, i, k);
    }
}

/* A header of several lines: what is not named in it is missing. */
static bool turned_grid(struct alignment *a, struct turned *t)
{
    for (size_t k = 0; k < a->s->known_count; k++) {
        uint32_t i = a->s->known[k];
        const struct item *item = &a->s->items[i];
        const struct record *r = &a->s->records[item->record];
        if (takes_part(a, item) && r->grid >= 0 && r->values &&
            align_use(a, item, WORD_COLUMN) != NULL)
            note_line(a, t, i);
    }
    if (t->placed * 10 < t->wanted * 7)
        return false;
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++)
        if (a->rows[i / a->t->column_count].record < 0)
            a->cells[i].kind = CELL_ABSENT;
    return true;
}

/* Text keeps nothing of merged cells: a header of up to three lines is read line by line. When it names every
 * row once, and as many values follow every column's name, they stand in the order of the form. */
static bool turned_lines(struct alignment *a, struct turned *t)
{
    enum { LINES = 3 };
    const struct stream *s = a->s;
    uint32_t head[MOST];
    bool seen[MOST] = { false };
    size_t n = 0, lines = 1, last = 0, rows = a->t->row_count;
    if (a->t->columns_by_row || s->doc->format != DOC_TEXT)
        return false;
    for (size_t k = 0; k < s->known_count; k++) {
        uint32_t i = s->known[k];
        const struct word_use *row = align_use(a, &s->items[i], WORD_ROW);
        if (!takes_part(a, &s->items[i]))
            continue;
        if (align_use(a, &s->items[i], WORD_COLUMN) != NULL && has_values(a, i, rows)) {
            for (size_t r = 0; n == rows && r < rows; r++)
                put(a, t, head[r], i, i + 1 + (uint32_t)r);
        } else if (row != NULL && n < rows) {
            if (seen[row->index])
                return false;
            seen[row->index] = true;
            head[row->index] = i;
            lines += n > 0 && row->index < last;
            last = row->index;
            n++;
        }
    }
    return n == rows && lines <= LINES && t->placed == t->wanted;
}

bool align_turned(struct alignment *a)
{
    const struct stream *s = a->s;
    struct turned t = { .n = 0 };
    size_t all = a->t->row_count * a->t->column_count, before = 0;
    for (size_t k = 0; k < s->known_count; k++) { /* few tables have such a label at all */
        uint32_t i = s->known[k];
        before += i + 1 < s->item_count && s->items[i + 1].record == s->items[i].record &&
                  s->items[i + 1].kind != ITEM_TEXT &&
                  align_use(a, &s->items[i], WORD_COLUMN) != NULL;
    }
    if (before < a->t->column_count)
        return false;
    a->cells = arena_alloc(s->arena, all * sizeof(*a->cells));
    for (size_t r = 0; r < a->t->row_count; r++)
        a->rows[r] = (struct align_row){ -1, -1, false, false };
    for (size_t i = 0; i < all; i++) {
        bool cell = a->t->types[i] != FORM_CELL_NONE;
        t.wanted += cell;
        a->cells[i] = (struct report_cell){ .kind = cell ? CELL_UNREADABLE : CELL_ABSENT,
                                            .unit = STR(""),
                                            .raw = STR("") };
    }
    for (size_t k = 0; k < s->known_count; k++) {
        if (takes_part(a, &s->items[s->known[k]]))
            note(a, &t, s->known[k]);
    }
    if (t.placed == 0 && !a->t->record && turned_lines(a, &t))
        t.placed = t.wanted;
    if (t.placed != t.wanted && (a->t->record || !turned_grid(a, &t)))
        return false;
    a->score = (int)(FOUND * a->t->column_count);
    return true;
}
