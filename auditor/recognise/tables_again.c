/* tables_again.c - an official table that stands in the document twice; see tables_map.h. */
#include "recognise/tables_map.h"

#include "base/arena.h"
#include "recognise/page.h"
#include "recognise/title.h"

enum {
    ABOVE = 2,   /* blocks above a table that may say its year */
    WITHIN = 3,  /* and its first cells, where its title stands in it */
    CAPTION = 60 /* characters: what is longer is text, and text names other years, too */
};

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

/* The first cell in which the other one has another number. */
static void compare(struct alignment *a, const struct alignment *other)
{
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++) {
        const struct report_cell *here = &a->cells[i], *there = &other->cells[i];
        if (here->kind != CELL_NUMBER || there->kind != CELL_NUMBER ||
            decimal_cmp(here->value, there->value) == 0)
            continue;
        align_problem(a,
                      (struct table_problem){ .kind = PROBLEM_AGAIN,
                                              .index = (int)(i / a->t->column_count),
                                              .found = there->raw,
                                              .expected = here->raw,
                                              .line = there->line,
                                              .block = there->block },
                      NULL);
        return;
    }
}

static void find_again(struct table_map *map, const struct stream *s, size_t f, size_t t)
{
    const struct form *form;
    struct located *l = &map->tables[f][t];
    if (l->a == NULL || l->a->hidden ||
        tables_best(map, map->forms[f]->tables[t].key, NULL, &form) != l || !stands_again(l->a))
        return;
    struct alignment *again = align_table(s, f, t, false, l->a);
    if (again == NULL)
        return;
    l->again = arena_alloc(s->arena, sizeof(*l->again));
    *l->again = (struct located){ .a = again };
    compare(l->a, again);
    compare(again, l->a);
}

void tables_find_again(struct table_map *map, const struct stream *s)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            find_again(map, s, f, t);
}

/* Whether the lines above a table, or its own first ones, say that it is of the report's year (1) or of another one
 * (-1). */
static int year_said(const struct report *r, const struct located *l)
{
    uint32_t from = l->first_block > ABOVE ? l->first_block - ABOVE : 0;
    uint32_t end = l->first_block + WITHIN;
    int said = 0;
    for (uint32_t b = from; b < end && b < r->doc->block_count; b++) {
        struct str text = doc_block_text(r->doc, b);
        size_t at, n;
        int year = page_chars(text, CAPTION + 1) > CAPTION ? 0 : title_year(text, &at, &n);
        if (year != 0)
            said = year == r->year ? 1 : -1;
    }
    return said;
}

static bool in_own_section(const struct report *r, const struct located *l)
{
    for (size_t i = 0; i < r->section_count; i++) {
        const struct report_section *s = &r->sections[i];
        if (str_eq(s->key, l->a->t->section) && l->first_block >= s->first_block &&
            l->first_block < s->end_block)
            return true;
    }
    return false;
}

struct located *tables_judged(const struct report *r, struct located *l)
{
    struct located *again = l->again;
    if (again == NULL)
        return l;
    int one = r->year == 0 ? 0 : year_said(r, l), other = r->year == 0 ? 0 : year_said(r, again);
    if (one != other)
        return one > other ? l : again;
    return !in_own_section(r, l) && in_own_section(r, again) ? again : l;
}
