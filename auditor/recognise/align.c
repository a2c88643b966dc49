/* align.c - the order of work for one table, and what its rows lack. */
#include "recognise/align.h"

#include "base/arena.h"

enum { EXACT = 100, ALIKE = 60, MISSING = 50, EXTRA = 40 };

void align_row_problems(struct alignment *a)
{
    const struct item *before = NULL;
    for (size_t r = 0; r < a->t->row_count; r++) {
        const struct align_row *row = &a->rows[r];
        const struct form_line *line = &a->t->rows[r];
        const struct item *label = row->label < 0 ? NULL : &a->s->items[row->label];
        struct table_problem p = { .index = (int)r, .found = STR(""), .expected = line->label };
        if (row->record < 0) {
            a->score -= line->optional ? 0 : MISSING;
            a->missing += line->optional ? 0 : MISSING;
            p.kind = PROBLEM_ROW_MISSING;
            if (!line->optional)
                align_problem(a, p, before);
            continue;
        }
        a->score += row->exact ? EXACT : ALIKE;
        p.kind = PROBLEM_ROW_RENAMED;
        if (label != NULL)
            p.found = label->raw;
        const struct item *at =
            label != NULL ? label : &a->s->items[a->s->records[row->record].first];
        if (!row->exact && (label == NULL || align_wording(a, label, WORD_ROW, r) == WORDING_OTHER))
            align_problem(a, p, at);
        before = at;
    }
    for (size_t e = 0; e < a->extra_count; e++) {
        const struct record *r = &a->s->records[a->extra[e]];
        const struct item *label = &a->s->items[r->first];
        for (uint32_t i = r->first; i < r->end && a->s->items[i].kind != ITEM_VALUE; i++) {
            if (a->s->items[i].kind == ITEM_TEXT)
                label = &a->s->items[i];
        }
        a->score -= EXTRA;
        align_problem(
            a,
            (struct table_problem){
                .kind = PROBLEM_ROW_EXTRA, .index = -1, .found = label->raw, .expected = STR("") },
            label);
    }
}

/* Few rows alone prove nothing: other tables count licences too. The header must speak for it. */
static bool convincing(const struct alignment *a)
{
    size_t rows = 0, labels = 0, values = 0;
    for (size_t r = 0; r < a->t->row_count; r++) {
        rows += a->rows[r].record >= 0;
        for (size_t c = 0; c < a->t->column_count; c++) {
            enum report_cell_kind kind = a->cells[r * a->t->column_count + c].kind;
            values += kind != CELL_ABSENT && kind != CELL_UNREADABLE;
        }
    }
    for (uint32_t i = a->first_item; i < a->end_item; i++) {
        const struct item *item = &a->s->items[i];
        labels += align_use(a, item, WORD_COLUMN) != NULL || align_use(a, item, WORD_HEAD) != NULL;
    }
    if (values == 0 && rows * 2 < a->t->row_count)
        return false;
    return rows * 10 >= a->t->row_count * 7 || labels >= 2;
}

struct alignment *align_table(const struct stream *s, size_t form, size_t table, bool hidden,
                              const struct alignment *beside)
{
    const struct form_table *t = &s->forms[form]->tables[table];
    struct alignment *a = arena_alloc(s->arena, sizeof(*a));
    *a = (struct alignment){
        .s = s, .form = form, .table = table, .t = t, .hidden = hidden, .beside = beside
    };
    a->rows = arena_alloc(s->arena, t->row_count * sizeof(*a->rows));
    if (align_turned(a)) {
        align_extent(a);
        align_row_problems(a);
        return a;
    }
    if (!t->record && !align_rows(a))
        return NULL;
    a->cells = arena_alloc(s->arena, t->row_count * t->column_count * sizeof(*a->cells));
    if (t->record) {
        if (!align_record(a))
            return NULL;
        align_extent(a);
    } else {
        align_gaps(a);
        align_extent(a);
        align_order(a);
        for (size_t r = 0; r < t->row_count; r++) {
            if (a->rows[r].record >= 0)
                align_place(a, r);
        }
    }
    if (!convincing(a))
        return NULL;
    align_row_problems(a);
    if (!a->downward)
        align_header(a);
    return a;
}
