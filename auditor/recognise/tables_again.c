/* tables_again.c - whether an official table stands in the document once more; see tables_map.h. */
#include "recognise/tables_map.h"

#include <string.h>

#include "base/arena.h"

/* Most of its labels stand outside of the place where it was found, too. */
static bool stands_again(const struct alignment *a)
{
    const struct stream *s = a->s;
    enum word_role role = a->t->record ? WORD_COLUMN : WORD_ROW;
    size_t all = a->t->record ? a->t->column_count : a->t->row_count, met = 0;
    bool *seen = NULL;
    for (size_t k = 0; k < s->known_count; k++) {
        const struct item *item = &s->items[s->known[k]];
        bool inside = s->known[k] >= a->first_item && s->known[k] < a->end_item;
        const struct word_use *use = inside || item->hidden ? NULL : align_use(a, item, role);
        if (use == NULL || use->index >= all)
            continue;
        if (seen == NULL)
            seen = arena_alloc(s->arena, all);
        /* columns of several groups have the same labels */
        met += a->t->record || !seen[use->index];
        seen[use->index] = true;
    }
    return met * 10 >= all * 7;
}

/* The table among all items but its own. */
static struct alignment *align_again(struct stream *s, const struct alignment *a)
{
    size_t n = a->end_item - a->first_item;
    bool *items = arena_alloc(s->arena, n + 1);
    bool *records = arena_alloc(s->arena, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct item *item = &s->items[a->first_item + i];
        items[i] = item->hidden;
        records[i] = s->records[item->record].hidden;
    }
    for (size_t i = 0; i < n; i++) {
        struct item *item = &s->items[a->first_item + i];
        item->hidden = s->records[item->record].hidden = true;
    }
    struct alignment *again = align_table(s, a->form, a->table, false);
    for (size_t i = 0; i < n; i++) {
        struct item *item = &s->items[a->first_item + i];
        item->hidden = items[i];
        s->records[item->record].hidden = records[i];
    }
    return again;
}

/* The first cell with another number becomes a problem of the table that is judged. */
static void compare(struct alignment *a, const struct alignment *again)
{
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++) {
        const struct report_cell *one = &a->cells[i], *other = &again->cells[i];
        if (one->kind != CELL_NUMBER || other->kind != CELL_NUMBER ||
            decimal_cmp(one->value, other->value) == 0)
            continue;
        align_problem(a,
                      (struct table_problem){ .kind = PROBLEM_AGAIN,
                                              .index = (int)(i / a->t->column_count),
                                              .found = other->raw,
                                              .expected = one->raw,
                                              .line = other->line,
                                              .block = other->block },
                      NULL);
        return;
    }
}

static void find_again(struct table_map *map, struct stream *s, size_t f, size_t t)
{
    const struct form *form;
    struct located *l = &map->tables[f][t];
    if (l->a == NULL || l->a->hidden ||
        tables_best(map, map->forms[f]->tables[t].key, NULL, &form) != l || !stands_again(l->a))
        return;
    l->again = align_again(s, l->a);
    if (l->again != NULL)
        compare(l->a, l->again);
}

void tables_find_again(struct table_map *map, struct stream *s)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            find_again(map, s, f, t);
}
