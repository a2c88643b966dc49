/* bind_table.c - official tables, their rows and what is wrong with their labels. */
#include <string.h>

#include "engine/bind.h"
#include "engine/bind_cell.h"

/* Tables; i counts report->tables. */

static const struct report_table *table_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->tables[h->i];
}

static int get_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, table_of(b, h)->layout->key);
}

static int get_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    return bind_push_names(L, layout->name_zh, layout->name_en);
}

static int get_form(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form *form = table_of(b, h)->form;
    return bind_push_some(L, form ? form->id : str_of(""));
}

static int get_present(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, table_of(b, h)->present);
    return 1;
}

static int get_image(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, table_of(b, h)->image);
    return 1;
}

static int push_line(lua_State *L, uint32_t line)
{
    if (line)
        lua_pushinteger(L, line);
    else
        lua_pushnil(L);
    return 1;
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_line(L, table_of(b, h)->line);
}

static int get_rows(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    size_t n = table_of(b, h)->layout->row_count;
    if (bind_kept(L, BIND_TABLE, 0, h->i))
        return 1;
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        bind_push(L, BIND_ROW, h->i, (uint32_t)i, (struct span){ 0 });
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_TABLE, 0, h->i);
}

static int get_columns(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    lua_createtable(L, (int)layout->column_count, 0);
    for (size_t i = 0; i < layout->column_count; i++) {
        lua_createtable(L, 0, 2);
        bind_push_str(L, layout->columns[i].key);
        lua_setfield(L, -2, "key");
        bind_push_names(L, layout->columns[i].name_zh, layout->columns[i].name_en);
        lua_setfield(L, -2, "name");
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static int get_problems(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    size_t n = table_of(b, h)->problem_count;
    if (bind_kept(L, BIND_PROBLEM, 0, h->i))
        return 1;
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        bind_push(L, BIND_PROBLEM, h->i, (uint32_t)i, (struct span){ 0 });
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, BIND_PROBLEM, 0, h->i);
}

static int get_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_some(L, table_of(b, h)->layout->section);
}

static void place_table(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_table *t = table_of(b, h);
    if (t->present && t->first_block < t->end_block)
        bind_place_block(b, t->first_block, out);
    out->line = t->line ? t->line : out->line;
    out->section = t->layout->section;
    out->table = t->layout->key;
}

static struct str string_arg(lua_State *L, int index)
{
    struct str s;
    s.p = luaL_checklstring(L, index, &s.n);
    return s;
}

/* table:cell(row, column): nil for a cell that the form does not have */
static int l_cell(lua_State *L)
{
    const struct bind_handle *h = bind_check(L, 1, BIND_TABLE);
    const struct form_table *layout = table_of(bind_of(L), h)->layout;
    int row = form_row(layout, string_arg(L, 2)), column = form_column(layout, string_arg(L, 3));
    if (row < 0 || column < 0)
        return luaL_error(L, "table %s has no %s '%s'", layout->key.p, row < 0 ? "row" : "column",
                          lua_tostring(L, row < 0 ? 2 : 3));
    return bind_push_cell(L, bind_of(L), h->i, (size_t)row * layout->column_count + (size_t)column);
}

static int l_cells(lua_State *L)
{
    const struct bind_handle *h = bind_check(L, 1, BIND_TABLE);
    struct bind *b = bind_of(L);
    const struct report_table *t = table_of(b, h);
    lua_Integer n = 0;
    if (bind_kept(L, BIND_CELL, 0, h->i))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; t->cells && i < t->layout->row_count * t->layout->column_count; i++)
        if (t->layout->types[i] != FORM_CELL_NONE) {
            bind_push_cell(L, b, h->i, i);
            lua_rawseti(L, -2, ++n);
        }
    return bind_keep(L, BIND_CELL, 0, h->i);
}

static const struct bind_field table_fields[] = {
    { "columns", get_columns },
    { "form", get_form },
    { "image", get_image },
    { "key", get_key },
    { "line", get_line },
    { "name", get_name },
    { "present", get_present },
    { "problems", get_problems },
    { "rows", get_rows },
    { "section", get_section },
    { NULL, NULL },
};
static const luaL_Reg table_methods[] = { { "cell", l_cell },
                                          { "cells", l_cells },
                                          { NULL, NULL } };

const struct bind_class bind_table = {
    .name = "table", .fields = table_fields, .methods = table_methods, .place = place_table
};

/* Rows; j counts the rows of the form. */

static const struct form_line *row_of(struct bind *b, const struct bind_handle *h)
{
    return &table_of(b, h)->layout->rows[h->j];
}

static struct str row_label(struct bind *b, const struct bind_handle *h)
{
    const struct report_table *t = table_of(b, h);
    return t->row_labels ? t->row_labels[h->j] : str_of("");
}

static int get_row_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, row_of(b, h)->key);
}

static int get_row_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_names(L, row_of(b, h)->name_zh, row_of(b, h)->name_en);
}

static int get_row_label(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_some(L, row_label(b, h));
}

/* The first cell of the row that is there; SIZE_MAX when none is. */
static size_t first_cell(struct bind *b, const struct bind_handle *h)
{
    const struct report_table *t = table_of(b, h);
    size_t n = t->layout->column_count;
    for (size_t i = h->j * n; t->cells && i < (h->j + 1) * n; i++)
        if (t->layout->types[i] != FORM_CELL_NONE && t->cells[i].kind != CELL_ABSENT)
            return i;
    return SIZE_MAX;
}

static int get_row_present(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, first_cell(b, h) != SIZE_MAX);
    return 1;
}

static int get_row_cells(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    uint32_t index = h->i * 1000 + h->j;
    lua_Integer n = 0;
    if (bind_kept(L, BIND_ROW, 0, index))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; i < layout->column_count; i++) {
        size_t cell = h->j * layout->column_count + i;
        if (layout->types[cell] == FORM_CELL_NONE)
            continue;
        bind_push_cell(L, b, h->i, cell);
        lua_rawseti(L, -2, ++n);
    }
    return bind_keep(L, BIND_ROW, 0, index);
}

/* A cell by the key of its column; nil when the row has none there. */
static int get_row_cell(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    if (lua_type(L, 2) != LUA_TSTRING)
        return 0;
    int column = form_column(layout, string_arg(L, 2));
    if (column < 0)
        return 0;
    return bind_push_cell(L, b, h->i, h->j * layout->column_count + (size_t)column);
}

static void place_row(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_table *t = table_of(b, h);
    size_t cell = first_cell(b, h);
    place_table(b, h, out);
    if (cell != SIZE_MAX && t->cells[cell].block) {
        bind_place_block(b, t->cells[cell].block - 1, out);
        out->section = t->layout->section;
    }
    if (cell != SIZE_MAX && t->cells[cell].line)
        out->line = t->cells[cell].line;
    out->raw_at = out->raw_len = 0;
    out->row = row_of(b, h)->key;
    out->quote = row_label(b, h);
}

static int get_row_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct audit_place place = { 0 };
    place_row(b, h, &place);
    return push_line(L, place.line);
}

static const struct bind_field row_fields[] = {
    { "cells", get_row_cells },
    { "key", get_row_key },
    { "label", get_row_label },
    { "line", get_row_line },
    { "name", get_row_name },
    { "present", get_row_present },
    { NULL, NULL },
};

const struct bind_class bind_row = {
    .name = "row", .fields = row_fields, .other = get_row_cell, .place = place_row
};

/* Problems of labels; j counts the table's problems. */

static const struct table_problem *problem_of(struct bind *b, const struct bind_handle *h)
{
    return &table_of(b, h)->problems[h->j];
}

static bool is_column(const struct table_problem *p)
{
    return p->kind == PROBLEM_COLUMN_MISSING || p->kind == PROBLEM_COLUMN_RENAMED ||
           p->kind == PROBLEM_COLUMN_EXTRA || p->kind == PROBLEM_HEADER_BROKEN;
}

static struct str problem_key(struct bind *b, const struct bind_handle *h, bool column)
{
    const struct table_problem *p = problem_of(b, h);
    const struct form_table *layout = table_of(b, h)->layout;
    size_t n = column ? layout->column_count : layout->row_count;
    if (p->index < 0 || (size_t)p->index >= n || is_column(p) != column)
        return str_of("");
    return column ? layout->columns[p->index].key : layout->rows[p->index].key;
}

static int get_problem_kind(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "row-missing",    "row-renamed",    "row-extra",
                                         "column-missing", "column-renamed", "column-extra",
                                         "header-broken",  "unplaced" };
    lua_pushstring(L, names[problem_of(b, h)->kind]);
    return 1;
}

static int get_problem_found(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, problem_of(b, h)->found);
}

static int get_problem_expected(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, problem_of(b, h)->expected);
}

static int get_problem_row(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_some(L, problem_key(b, h, false));
}

static int get_problem_column(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_some(L, problem_key(b, h, true));
}

static int get_problem_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return push_line(L, problem_of(b, h)->line);
}

static void place_problem(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct table_problem *p = problem_of(b, h);
    place_table(b, h, out);
    if (p->block)
        bind_place_block(b, p->block - 1, out);
    else
        out->raw_len = out->raw_at = 0;
    out->section = table_of(b, h)->layout->section;
    out->line = p->line ? p->line : out->line;
    out->row = problem_key(b, h, false);
    out->column = problem_key(b, h, true);
    out->quote = p->found;
}

static const struct bind_field problem_fields[] = {
    { "column", get_problem_column },
    { "expected", get_problem_expected },
    { "found", get_problem_found },
    { "kind", get_problem_kind },
    { "line", get_problem_line },
    { "row", get_problem_row },
    { NULL, NULL },
};

const struct bind_class bind_problem = { .name = "problem",
                                         .fields = problem_fields,
                                         .place = place_problem };
