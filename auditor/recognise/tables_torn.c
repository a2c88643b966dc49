/* tables_torn.c - which tables of a document are torn; see tables_map.h and torn.h. */
#include "base/arena.h"
#include "recognise/tables_map.h"
#include "recognise/torn.h"
#include "recognise/value.h"

enum {
    FEW_LABELS = 3,  /* of any table, below which a text is not looked through for scraps */
    LOST_COLUMNS = 2 /* that paper cuts off; who leaves one out leaves out one */
};

/* Rows, columns or figures of it are lost, be it by its author or by whoever printed it. */
static bool lacks_something(const struct alignment *a)
{
    for (size_t i = 0; i < a->problem_count; i++)
        if (a->problems[i].kind != PROBLEM_ROW_EXTRA && a->problems[i].kind != PROBLEM_COLUMN_EXTRA)
            return true;
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++) {
        enum report_cell_kind kind = a->cells[i].kind;
        if (kind == CELL_BLANK || kind == CELL_TEXT || kind == CELL_UNREADABLE)
            return true;
    }
    return false;
}

static bool has_torn_label(const struct alignment *a, const struct form *form)
{
    size_t columns = 0;
    for (size_t i = 0; i < a->problem_count; i++) {
        const struct table_problem *p = &a->problems[i];
        enum torn_label label = torn_label(form, a->table, p->found);
        bool row = p->kind == PROBLEM_ROW_EXTRA || p->kind == PROBLEM_ROW_RENAMED;
        if (label == TORN_LABEL_GLUED || (row && label == TORN_LABEL_CUT))
            return true;
        columns += p->kind == PROBLEM_COLUMN_MISSING;
    }
    return columns >= LOST_COLUMNS;
}

/* Where a figure is due stands a bit of a label. */
static bool has_label_for_figure(const struct alignment *a, const struct form *form)
{
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++) {
        const struct report_cell *c = &a->cells[i];
        if (c->kind == CELL_TEXT && !value_like(c->raw) &&
            torn_label(form, a->table, c->raw) != TORN_LABEL_NOT)
            return true;
    }
    return false;
}

/* What it lacks was lost with its cells, when pieces of labels stand about, or figures within them. */
static bool is_torn(const struct report *r, const struct table_map *map, const struct located *l,
                    const struct form *form, bool beside)
{
    struct torn torn;
    if (!lacks_something(l->a) || !torn_find(&torn, r->doc, form, l->a->table, NULL, r->arena))
        return false;
    return beside || torn.mixed > 0 || has_torn_label(l->a, form) ||
           has_label_for_figure(l->a, form) ||
           torn_find(&torn, r->doc, form, l->a->table, map->covered, r->arena);
}

/* All its figures have their places: only labels of its head are torn. */
static bool has_all_cells(const struct alignment *a)
{
    for (size_t i = 0; i < a->problem_count; i++)
        if (a->problems[i].kind == PROBLEM_ROW_MISSING || a->problems[i].kind == PROBLEM_UNPLACED)
            return false;
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++) {
        enum report_cell_kind kind = a->cells[i].kind;
        if (kind == CELL_BLANK || kind == CELL_UNREADABLE ||
            (kind == CELL_ABSENT && a->t->types[i] != FORM_CELL_NONE))
            return false;
    }
    return true;
}

/* Scraps of a table that is not there become no headings and no text. */
static bool find_torn(struct report *r, struct table_map *map, size_t f, size_t t)
{
    const struct form *other;
    struct located *l = &map->tables[f][t];
    struct torn torn;
    if (tables_best(map, map->forms[f]->tables[t].key, NULL, &other) != NULL ||
        !torn_find(&torn, r->doc, map->forms[f], t, map->covered, r->arena))
        return false;
    l->torn = true;
    l->first_block = torn.first_block;
    l->end_block = torn.end_block;
    l->line = r->doc->blocks[torn.first_block].line;
    for (size_t i = 0; i < r->doc->block_count / 8 + 1; i++)
        map->scraps[i] |= torn.blocks[i];
    return true;
}

static size_t find_all_torn(struct report *r, struct table_map *map)
{
    size_t bytes = r->doc->block_count / 8 + 1, found = 0;
    map->scraps = arena_alloc(r->arena, bytes);
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            found += find_torn(r, map, f, t);
    for (size_t i = 0; i < bytes; i++)
        map->covered[i] |= map->scraps[i];
    return found;
}

static void drop(struct table_map *map, struct str key)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            if (str_eq(map->forms[f]->tables[t].key, key))
                map->tables[f][t] = (struct located){ 0 };
}

static size_t drop_torn(struct report *r, struct table_map *map, bool beside)
{
    size_t n = 0;
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++) {
            const struct form *form;
            struct str key = map->forms[f]->tables[t].key;
            struct located *l = tables_best(map, key, NULL, &form);
            if (l != &map->tables[f][t] || !is_torn(r, map, l, form, beside))
                continue;
            l->torn = has_all_cells(l->a) && !has_label_for_figure(l->a, form);
            n += !l->torn;
            if (!l->torn)
                drop(map, key);
        }
    return n;
}

/* What seems to be wrong with a label may be that its words were put together wrongly. */
static bool may_be_mixed(const struct form *form, const struct alignment *a)
{
    for (size_t i = 0; i < a->problem_count; i++) {
        const struct table_problem *p = &a->problems[i];
        if (p->kind != PROBLEM_AGAIN && p->kind != PROBLEM_UNPLACED &&
            (p->found.n == 0 || torn_label(form, a->table, p->found) != TORN_LABEL_NOT ||
             torn_mixed_label(form, a->table, p->found)))
            return true;
    }
    return false;
}

static bool is_blank_row(const struct alignment *a, const struct report_cell *row)
{
    size_t blank = 0, other = 0;
    for (size_t c = 0; c < a->t->column_count; c++) {
        blank += row[c].kind == CELL_BLANK;
        other += row[c].kind != CELL_BLANK && row[c].kind != CELL_ABSENT;
    }
    return blank > 0 && other == 0;
}

static bool has_unplaced(const struct alignment *a)
{
    for (size_t i = 0; i < a->problem_count; i++)
        if (a->problems[i].kind == PROBLEM_UNPLACED || a->problems[i].kind == PROBLEM_ROW_MISSING)
            return true;
    for (size_t i = 0; i < a->t->row_count * a->t->column_count; i++)
        if (a->cells[i].kind == CELL_UNREADABLE)
            return true;
    return false;
}

/* Where no lines part cells, a row without figures may have lost them to the next one, and so may
 * have any cell when others could not be placed: it cannot be read, and is not blank. */
static void doubt_blanks(const struct alignment *a)
{
    bool all = has_unplaced(a);
    for (size_t i = 0; i < a->t->row_count; i++) {
        struct report_cell *row = a->cells + i * a->t->column_count;
        if (!all && !is_blank_row(a, row))
            continue;
        for (size_t c = 0; c < a->t->column_count; c++)
            if (row[c].kind == CELL_BLANK)
                row[c].kind = CELL_UNREADABLE;
    }
}

/* Of a table that stands twice either may be the one that is judged. */
static void doubt_guessed(struct table_map *map)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++) {
            struct located *l = &map->tables[f][t];
            for (; l != NULL; l = l->again) {
                if (l->a == NULL || !l->guessed)
                    continue;
                l->torn = l->torn || may_be_mixed(map->forms[f], l->a);
                doubt_blanks(l->a);
            }
        }
}

/* Labels of several cells stand in one line without a blank: the line ends between them were lost. */
static bool has_glued_line(const struct report *r, const struct located *l, const struct form *form)
{
    for (uint32_t b = l->first_block; b < l->end_block; b++) {
        struct str raw = str_trim(doc_block_raw(r->doc, b));
        bool parted = str_has(raw, " ") || str_has(raw, "\xC2\xA0") || str_has(raw, "\xE3\x80\x80");
        if (r->doc->blocks[b].cell == 0 && !parted &&
            torn_label(form, l->a->table, doc_block_text(r->doc, b)) == TORN_LABEL_GLUED)
            return true;
    }
    return false;
}

/* Rows that are missing are missing, whatever became of the labels of others. */
static bool has_wrong_label(const struct alignment *a)
{
    for (size_t i = 0; i < a->problem_count; i++)
        if (a->problems[i].kind != PROBLEM_ROW_MISSING && a->problems[i].kind != PROBLEM_AGAIN)
            return true;
    return false;
}

/* What is wrong with the labels of such a table may come of that. */
static void doubt_glued(const struct report *r, struct table_map *map)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++) {
            struct located *l = &map->tables[f][t];
            for (; l != NULL; l = l->again)
                if (l->a != NULL && has_wrong_label(l->a))
                    l->torn = l->torn || has_glued_line(r, l, map->forms[f]);
        }
}

void tables_find_torn(struct report *r, struct table_map *map, const struct stream *s)
{
    bool drawn = r->doc->format == DOC_PDF;
    if (!drawn && (r->doc->format != DOC_TEXT || s->known_count < FEW_LABELS))
        return;
    size_t torn = drawn ? drop_torn(r, map, false) : 0;
    if (torn > 0)
        tables_cover(r, map);
    torn += find_all_torn(r, map);
    if (drawn && torn > 0 && drop_torn(r, map, true) > 0) {
        tables_cover(r, map);
        find_all_torn(r, map);
    }
    if (drawn)
        doubt_guessed(map);
    else
        doubt_glued(r, map);
}

const struct located *tables_torn(const struct table_map *map, struct str key)
{
    for (size_t f = 0; f < map->form_count; f++)
        for (size_t t = 0; t < map->forms[f]->table_count; t++)
            if (map->tables[f][t].torn && str_eq(map->forms[f]->tables[t].key, key))
                return &map->tables[f][t];
    return NULL;
}
