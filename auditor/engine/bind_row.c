/* bind_row.c - rows of official tables; i counts report->tables, j the rows of the form. */
#include "engine/bind.h"
#include "engine/bind_cell.h"

static const struct report_table *table_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->tables[h->i];
}

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
    int column = form_column(layout, str_of(lua_tostring(L, 2)));
    if (column < 0)
        return 0;
    return bind_push_cell(L, b, h->i, h->j * layout->column_count + (size_t)column);
}

static void place_row(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_table *t = table_of(b, h);
    size_t cell = first_cell(b, h);
    bind_place_table(b, h, out);
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
    return bind_push_line(L, place.line);
}

static const struct api_field row_fields[] = {
    { "cells", get_row_cells, "Cell[]", "格式在这一行的各格", "the cells that the form has in it",
      "assert(#row.cells == 7)" },
    { "key", get_row_key, "string", "键", "its key", "assert(row.key == 'new')" },
    { "label", get_row_label, "string?", "表上的行名原文；缺行为 nil",
      "the label as the table has it; nil if the row is missing",
      "assert(text.contains(row.label, '本年新收'))" },
    { "line", get_row_line, "integer?", "行号", "its line", "assert(row.line == 49)" },
    { "name", get_row_name, "Names", "名称", "its name", "assert(row.name.zh == '本年新收')" },
    { "present", get_row_present, "boolean", "在表中", "whether the table has it",
      "assert(row.present)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_row = {
    .name = "row",
    .fields = row_fields,
    .other = get_row_cell,
    .place = place_row,
    .type = "Row",
    .zh = "官方表格的一行",
    .en = "A row of an official table",
    .example = "local row = report.requests.rows[1]",
    .index_type = "Cell?",
    .index_zh = "按栏的键取格：row.all；格式在此没有格为 nil",
    .index_en = "a cell by the key of its column: row.all; nil where the form has none",
};
