/* bind_table.c - official tables; i counts report->tables. */
#include <string.h>

#include "engine/bind.h"
#include "base/lang.h"
#include "engine/bind_cell.h"
#include "engine/call.h"

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

static int get_torn(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, table_of(b, h)->torn);
    return 1;
}

static int get_image(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushboolean(L, table_of(b, h)->image);
    return 1;
}

int bind_push_line(lua_State *L, uint32_t line)
{
    if (line)
        lua_pushinteger(L, line);
    else
        lua_pushnil(L);
    return 1;
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_line(L, table_of(b, h)->line);
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

void bind_place_table(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_table *t = table_of(b, h);
    if ((t->present || t->torn) && t->first_block < t->end_block)
        bind_place_block(b, t->first_block, out);
    out->line = t->line ? t->line : out->line;
    out->section = t->layout->section;
    out->table = t->layout->key;
}

static struct str string_arg(lua_State *L, int index)
{
    struct str s;
    s.p = lua_tolstring(L, index, &s.n);
    return s;
}

/* table:cell(row, column): nil for a cell that the form does not have */
static int l_cell(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    const struct form_table *layout = table_of(bind_of(L), h)->layout;
    int row = form_row(layout, string_arg(L, 2)), column = form_column(layout, string_arg(L, 3));
    if (row < 0 || column < 0)
        return luaL_error(L, tr("表 %s 没有%s %s", "table %s has no %s '%s'"), layout->key.p,
                          row < 0 ? tr("行", "row") : tr("栏", "column"),
                          lua_tostring(L, row < 0 ? 2 : 3));
    return bind_push_cell(L, bind_of(L), h->i, (size_t)row * layout->column_count + (size_t)column);
}

/* Kinds of cells as a set of bits: those of report.h, and numbers told apart further. */
enum { CELLS_ODD = 1 << 14, CELLS_PLAIN = 1 << 15 };

/* In the order of the words of CellKind. */
static unsigned kinds_arg(lua_State *L)
{
    static const unsigned bits[] = { 1 << CELL_ABSENT, 1 << CELL_NUMBER, 1 << CELL_BLANK,
                                     1 << CELL_DASH,   1 << CELL_TEXT,   1 << CELL_UNREADABLE,
                                     CELLS_ODD,        CELLS_PLAIN };
    unsigned kinds = 0;
    for (int i = 2; i <= lua_gettop(L); i++)
        kinds |= bits[call_word(L, i)];
    return kinds ? kinds : UINT32_MAX;
}

static bool is_kind(const struct report_cell *cell, unsigned kinds)
{
    bool plain = cell->unit.n == 0 && cell->value.scale == 0 && cell->value.value >= 0;
    return (kinds & 1u << cell->kind) ||
           (cell->kind == CELL_NUMBER && (kinds & (plain ? CELLS_PLAIN : CELLS_ODD)));
}

/* table:cells(kind, ...): all, or those of the kinds. "plain" is a whole number not below zero without
 * a unit, "odd" any other number: most rules need to see few of the cells. */
static int l_cells(lua_State *L)
{
    const struct bind_handle *h = bind_self(L);
    struct bind *b = bind_of(L);
    const struct report_table *t = table_of(b, h);
    unsigned kinds = kinds_arg(L);
    lua_Integer n = 0;
    if (kinds == UINT32_MAX && bind_kept(L, BIND_CELL, 0, h->i))
        return 1;
    lua_newtable(L);
    for (size_t i = 0; t->cells && i < t->layout->row_count * t->layout->column_count; i++)
        if (t->layout->types[i] != FORM_CELL_NONE && is_kind(&t->cells[i], kinds)) {
            bind_push_cell(L, b, h->i, i);
            lua_rawseti(L, -2, ++n);
        }
    return kinds == UINT32_MAX ? bind_keep(L, BIND_CELL, 0, h->i) : 1;
}

/* Whether a row is the one of this key or one of its kinds: "refused" is "refused.1", "refused.2" ... */
static bool row_is(struct str key, struct str row)
{
    return str_starts(key, row) && (key.n == row.n || key.p[row.n] == '.');
}

/* Calls each for the cells that a name "row.column" stands for until it returns false. */
static void each_named(lua_State *L, struct bind *b, const struct bind_handle *h, struct str name,
                       bool (*each)(lua_State *, struct bind *, uint32_t, size_t))
{
    const struct form_table *layout = table_of(b, h)->layout;
    size_t dot = name.n;
    while (dot > 0 && name.p[dot - 1] != '.')
        dot--;
    int column = form_column(layout, str_sub(name, dot, name.n));
    bool found = false;
    for (size_t i = 0; column >= 0 && dot > 0 && i < layout->row_count; i++) {
        if (!row_is(layout->rows[i].key, str_sub(name, 0, dot - 1)))
            continue;
        found = true;
        if (!each(L, b, h->i, i * layout->column_count + (size_t)column))
            return;
    }
    if (!found)
        luaL_error(L, "table %s has no cell '%s'", layout->key.p, name.p);
}

/* The names are at 2; goes through their cells. */
static void each_of_names(lua_State *L, bool (*each)(lua_State *, struct bind *, uint32_t, size_t))
{
    const struct bind_handle *h = bind_self(L);
    lua_Integer n = luaL_len(L, 2);
    sandbox_charge(L, 10 * (uint64_t)n);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 2, i);
        lua_insert(L, 3); /* self names name ... */
        each_named(L, bind_of(L), h, string_arg(L, 3), each);
        lua_remove(L, 3);
    }
}

/* Stack: self names name sum; the cell that is no number goes on top. */
static bool add_cell(lua_State *L, struct bind *b, uint32_t table, size_t cell)
{
    const struct report_table *t = &b->report->tables[table];
    const struct report_cell *c = t->cells ? &t->cells[cell] : NULL;
    if (lua_gettop(L) > 4)
        return false;
    if (c && c->kind == CELL_NUMBER && decimal_is_integer(c->value) && c->value.value >= 0) {
        lua_pushinteger(L, lua_tointeger(L, 4) + decimal_integer(c->value));
        lua_replace(L, 4);
        return true;
    }
    bind_push_cell(L, b, table, cell);
    return false;
}

/* table:sum(names) */
static int l_sum(lua_State *L)
{
    lua_pushinteger(L, 0);
    each_of_names(L, add_cell);
    if (lua_gettop(L) == 3)
        return 1;
    lua_pushnil(L);
    lua_replace(L, 3);
    return 2;
}

/* Stack: self names name list. */
static bool append_cell(lua_State *L, struct bind *b, uint32_t table, size_t cell)
{
    bind_push_cell(L, b, table, cell);
    lua_rawseti(L, 4, (lua_Integer)lua_rawlen(L, 4) + 1);
    return true;
}

/* table:named(names) */
static int l_named(lua_State *L)
{
    lua_newtable(L);
    each_of_names(L, append_cell);
    return 1;
}

static const struct api_field table_fields[] = {
    { "columns", get_columns, "TableColumn[]", "格式的各栏", "the columns of the form",
      "assert(report_table.columns[1].key == 'natural')" },
    { "form", get_form, "string?", "表上标签所属的格式", "the form whose labels it bears",
      "assert(report_table.form == '2021')" },
    { "image", get_image, "boolean", "以图片代替", "an image stands in its place",
      "assert(report_table.image == false)" },
    { "key", get_key, "string", "键", "its key", "assert(report_table.key == 'requests')" },
    { "line", get_line, "integer?", "行号", "its line", "assert(report_table.line == 46)" },
    { "name", get_name, "Names", "名称", "its name",
      "assert(text.starts(report_table.name.zh, '表三'))" },
    { "present", get_present, "boolean", "在文中", "whether it is there",
      "assert(report_table.present)" },
    { "problems", get_problems, "Problem[]", "标签的问题", "what is wrong with its labels",
      "assert(#report_table.problems == 0)" },
    { "rows", get_rows, "Row[]", "格式的各行", "the rows of the form",
      "assert(report_table.rows[1].key == 'new')" },
    { "section", get_section, "string?", "所属部分的键", "the key of its section",
      "assert(report_table.section == 'requests')" },
    { "torn", get_torn, "boolean",
      "标签残缺不全（PDF）：在文中的，只是栏名不能查；不在文中的，单元格分不开，都没有查",
      "its labels are in pieces (PDF): of one that is present the head cannot be judged; of one "
      "that is not the cells cannot be told apart, nothing was checked",
      "assert(report_table.torn == false)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};
static const struct api_function table_methods[] = {
    { "cell", l_cell, "(row: string, column: string) -> Cell?",
      "一格；格式在此没有格为 nil，没有这样的行或栏则出错",
      "a cell; nil where the form has none; a row or column that the form does not have raises",
      "assert(report_table:cell('new', 'all').value == 64)" },
    { "cells", l_cells, "(...: CellKind) -> Cell[]",
      "格式的全部格，或只要几类。plain 是不带单位、不小于零的整数，odd 是其他的数，absent "
      "是缺行的格",
      "all cells that the form has, or those of some kinds. plain: a whole number not below zero "
      "without a unit; odd: any other number; absent: of a row that is missing",
      "assert(#report_table:cells('blank', 'dash') == 0 and #report_table:cells() == 175)" },
    { "named", l_named, "(names: string[]) -> Cell[]", "写作“行.列”的各格；行名代表它的全部细分行",
      "the cells named \"row.column\"; a row's name stands for all rows that divide it",
      "assert(#report_table:named({ 'new.all', 'refused.all' }) == 9)" },
    { "sum", l_sum, "(names: string[]) -> integer?, Cell?",
      "这些格之和；有格不是不小于零的整数时为 nil 和那一格",
      "the sum of named cells; nil and the cell if one is no whole number that is not below zero",
      "assert(report_table:sum({ 'new.all', 'carried_in.all' }) == 65)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_table = {
    .name = "table",
    .fields = table_fields,
    .methods = table_methods,
    .place = bind_place_table,
    .type = "Table",
    .zh = "一张官方表格",
    .en = "An official table",
    .example = "local report_table = report.requests",
};

/* Tables that the form prescribes; i counts form->tables. */

static const struct form_table *official_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->form->tables[h->i];
}

static int get_official_key(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, official_of(b, h)->key);
}

static int get_official_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_names(L, official_of(b, h)->name_zh, official_of(b, h)->name_en);
}

static int get_official_section(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, official_of(b, h)->section);
}

static void place_official(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    out->section = official_of(b, h)->section;
    out->table = official_of(b, h)->key;
}

static const struct api_field official_fields[] = {
    { "key", get_official_key, "string", "键", "its key",
      "assert(official_table.key == 'requests')" },
    { "name", get_official_name, "Names", "名称", "its name",
      "assert(text.starts(official_table.name.en, 'Table 3'))" },
    { "section", get_official_section, "string", "所属部分的键", "the key of its section",
      "assert(official_table.section == 'requests')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_official_table = {
    .name = "official table",
    .fields = official_fields,
    .place = place_official,
    .type = "OfficialTable",
    .zh = "格式规定的一张表格",
    .en = "A table that the form prescribes",
    .example = "local official_table = report.official_tables[2]",
};
