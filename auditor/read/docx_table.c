/* docx_table.c - tables of a Word file; see docx_state.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "read/docx_state.h"

/* Twentieths of a point: edges nearer than this are one that was drawn twice, a little beside itself. */
enum { SAME_EDGE = 100, EDGE_SHARE = 4, MOST_SPAN = 100 };

struct docx_table *docx_table_top(struct docx_body *b)
{
    return b->table_depth ? &b->tables[b->table_depth - 1] : NULL;
}

bool docx_is_muted(struct docx_body *b)
{
    struct docx_table *t = docx_table_top(b);
    return t && t->muted;
}

bool docx_table_start(struct docx_body *b)
{
    docx_cell_open(b);
    if (docx_is_muted(b))
        return false;
    docx_paragraph_give_up(b);
    doc_build_table(b->build, b->line + 1);
    if (b->table_depth == b->table_cap) {
        size_t before = b->table_cap;
        b->tables = mem_grow(b->tables, b->table_depth, &b->table_cap, sizeof *b->tables);
        memset(b->tables + before, 0, (b->table_cap - before) * sizeof *b->tables);
    }
    struct docx_table *t = &b->tables[b->table_depth++];
    *t = (struct docx_table){
        .grid = t->grid, .grid_cap = t->grid_cap, .above = t->above, .above_cap = t->above_cap
    };
    return true;
}

void docx_table_end(struct docx_body *b)
{
    if (!b->table_depth)
        return;
    docx_paragraph_give_up(b);
    doc_build_end_table(b->build);
    b->table_depth--;
}

/* From the widths of the columns to the place of their left edges, edges that are nearly the same being
 * one. Some writers give no widths, or the same small one to every column. */
static void settle_grid(struct docx_table *t)
{
    uint64_t sum = 0;
    t->settled = true;
    for (size_t i = 0; i < t->grid_count; i++)
        sum += t->grid[i];
    uint64_t share = t->grid_count ? sum / t->grid_count / EDGE_SHARE : 0;
    uint64_t least = share < SAME_EDGE ? share : SAME_EDGE;
    uint64_t since = least; /* from the last edge that counted */
    uint32_t place = 0;
    for (size_t i = 0; i < t->grid_count; i++) {
        uint32_t width = t->grid[i];
        if (i > 0 && since >= least) {
            place++;
            since = 0;
        }
        t->grid[i] = place;
        since = i == 0 ? width : since + width;
    }
}

/* Where a column of the file stands among those that can be told apart. */
static uint32_t place_of(const struct docx_table *t, uint32_t column)
{
    if (column < t->grid_count)
        return t->grid[column];
    uint32_t places = t->grid_count ? t->grid[t->grid_count - 1] + 1 : 0;
    return places + column - (uint32_t)t->grid_count;
}

static uint32_t places_of(const struct docx_table *t, uint32_t column, long span)
{
    uint32_t n = place_of(t, column + (uint32_t)span) - place_of(t, column);
    return n ? n : 1;
}

void docx_row_start(struct docx_body *b)
{
    struct docx_table *t = docx_table_top(b);
    if (!t)
        return;
    if (!t->settled)
        settle_grid(t);
    t->column = 0;
    t->before = 0;
    t->left = t->left_end = 0;
    t->row_open = t->row_deleted = t->row_hidden = t->muted = t->cell_due = false;
}

/* A row shows only if a cell of it does: rows that were deleted are never begun. */
static void open_row(struct docx_body *b, struct docx_table *t)
{
    if (t->row_open)
        return;
    t->row_open = true;
    t->row++;
    doc_build_row(b->build);
    if (t->before > 0) {
        doc_build_cell(b->build, 1, places_of(t, 0, t->before), false, b->line + 1);
        doc_build_end_cell(b->build);
        t->column = (uint32_t)t->before;
    }
}

bool docx_cell_start(struct docx_body *b)
{
    struct docx_table *t = docx_table_top(b);
    if (!t)
        return true;
    if (t->row_deleted)
        return false;
    t->cell_due = true;
    t->cell_open = t->cell_deleted = t->merge = t->goes_on = t->muted = false;
    t->wide = t->goes_left = false;
    t->span = 1;
    return true;
}

static struct docx_above *above_at(struct docx_table *t, uint32_t place)
{
    if (place >= DOCX_MOST_GRID)
        return NULL;
    while (t->above_count <= place) {
        t->above = mem_grow(t->above, t->above_count, &t->above_cap, sizeof *t->above);
        t->above[t->above_count++] = (struct docx_above){ 0 };
    }
    return &t->above[place];
}

/* The cell reaches no further than one that was begun in the row before it. Cells that are merged to the
 * left as well come one by one, each as narrow as it was. */
static bool continues(const struct docx_table *t, const struct docx_above *above, uint32_t places)
{
    if (!t->goes_on || !above || !above->merged || above->row + 1 != t->row)
        return false;
    return above->span == places || (t->wide && above->span > places);
}

static void begin_cell(struct docx_body *b, struct docx_table *t, struct docx_above *above,
                       uint32_t places)
{
    doc_build_flags(b->build, b->part_flags | (t->row_hidden ? DOC_HIDDEN : 0));
    t->left = doc_build_cell(b->build, 1, places, false, b->line + 1);
    doc_build_flags(b->build, b->part_flags);
    t->cell_open = true;
    if (above)
        *above = (struct docx_above){ t->left, t->row, places, t->merge && t->left };
}

/* What goes on to the left belongs to the cell there, which may reach so far already. */
static void go_left(struct docx_body *b, struct docx_table *t, uint32_t end)
{
    t->muted = true;
    if (end <= t->left_end)
        return;
    uint32_t first = t->left_end > t->column ? t->left_end : t->column;
    uint32_t more = places_of(t, first, end - first);
    doc_build_widen(b->build, t->left, more);
    for (size_t i = 0; i < t->above_count; i++)
        if (t->above[i].cell == t->left)
            t->above[i].span += more;
    t->left_end = end;
}

void docx_cell_open(struct docx_body *b)
{
    struct docx_table *t = docx_table_top(b);
    if (!t || !t->cell_due)
        return;
    t->cell_due = false;
    t->muted = t->cell_deleted;
    if (t->cell_deleted)
        return;
    open_row(b, t);
    uint32_t end = t->column + (uint32_t)t->span;
    uint32_t places = places_of(t, t->column, t->span);
    struct docx_above *above = above_at(t, place_of(t, t->column));
    if (t->goes_left && t->left) {
        go_left(b, t, end);
    } else if (continues(t, above, places)) {
        doc_build_grow(b->build, above->cell);
        above->row = t->row;
        t->muted = true;
        t->left = above->cell;
        t->left_end = t->column + (above->span > places ? above->span : (uint32_t)t->span);
    } else {
        begin_cell(b, t, above, places);
        t->left_end = end;
    }
    t->column = end;
}

void docx_cell_end(struct docx_body *b)
{
    struct docx_table *t = docx_table_top(b);
    if (!t)
        return;
    docx_cell_open(b);
    docx_paragraph_give_up(b);
    if (t->cell_open)
        doc_build_end_cell(b->build);
    t->cell_open = t->muted = false;
}

static long bounded(const struct docx_tag *tag, long least)
{
    long n = docx_number(docx_value(tag), least);
    return n < least ? least : n > MOST_SPAN ? MOST_SPAN : n;
}

static void add_width(struct docx_table *t, const struct docx_tag *tag)
{
    struct str width;
    docx_attribute(tag, "w", &width);
    if (t->settled || t->grid_count == DOCX_MOST_GRID)
        return;
    long n = docx_number(width, 0);
    t->grid = mem_grow(t->grid, t->grid_count, &t->grid_cap, sizeof *t->grid);
    t->grid[t->grid_count++] = n > 0 ? (uint32_t)n : 0;
}

void docx_table_property(struct docx_body *b, const struct docx_tag *tag)
{
    struct docx_table *t = docx_table_top(b);
    if (!t)
        return;
    bool of_row = tag->parent == W_TR_PR;
    bool of_cell = tag->parent == W_TC_PR && t->cell_due;
    if (tag->name == W_GRID_COL)
        add_width(t, tag);
    else if (tag->name == W_GRID_BEFORE && of_row)
        t->before = bounded(tag, 0);
    else if (tag->name == W_HIDDEN && of_row)
        t->row_hidden = docx_is_on(tag);
    else if (tag->name == W_DEL && of_row)
        t->row_deleted = true;
    else if (tag->name == W_GRID_SPAN && of_cell)
        t->span = bounded(tag, 1);
    else if (tag->name == W_CELL_DEL && of_cell)
        t->cell_deleted = true;
    else if (tag->name == W_V_MERGE && of_cell) {
        t->merge = true;
        t->goes_on = !str_eq_c(docx_value(tag), "restart");
    } else if (tag->name == W_H_MERGE && of_cell) {
        t->wide = true;
        t->goes_left = !str_eq_c(docx_value(tag), "restart");
    }
}
