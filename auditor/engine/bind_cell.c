/* bind_cell.c - cells of official tables; i counts report->tables, j row * columns + column. */
#include "engine/bind_cell.h"

int bind_push_cell(lua_State *L, struct bind *b, uint32_t table, size_t cell)
{
    if (b->report->tables[table].layout->types[cell] != FORM_CELL_NONE)
        return bind_push(L, BIND_CELL, table, (uint32_t)cell, (struct span){ 0 });
    lua_pushnil(L);
    return 1;
}

static const struct report_table *table_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->tables[h->i];
}

static const struct report_cell *cell_of(struct bind *b, const struct bind_handle *h)
{
    static const struct report_cell absent; /* CELL_ABSENT, empty */
    const struct report_table *t = table_of(b, h);
    return t->cells ? &t->cells[h->j] : &absent;
}

static const struct form_line *row_of(struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    return &layout->rows[h->j / layout->column_count];
}

static const struct form_line *column_of(struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    return &layout->columns[h->j % layout->column_count];
}

static int get_kind(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushstring(L, report_cell_kind_name(cell_of(b, h)->kind)); /* nil when absent */
    return 1;
}

static int get_value(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (cell_of(b, h)->kind == CELL_NUMBER)
        return bind_push_decimal(L, cell_of(b, h)->value);
    lua_pushnil(L);
    return 1;
}

static int get_decimals(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    lua_pushinteger(L, cell_of(b, h)->kind == CELL_NUMBER ? cell_of(b, h)->value.scale : 0);
    return 1;
}

static int get_unit(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, cell_of(b, h)->unit);
}

static int get_unit_due(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct form_table *layout = table_of(b, h)->layout;
    return bind_push_str(L,
                         layout->units ? layout->units[h->j / layout->column_count] : str_of(""));
}

static int get_raw(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, cell_of(b, h)->raw);
}

static int get_type(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    static const char *const names[] = { "none", "count", "signed", "money" };
    lua_pushstring(L, names[table_of(b, h)->layout->types[h->j]]);
    return 1;
}

static int get_row(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, row_of(b, h)->key);
}

static int get_column(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, column_of(b, h)->key);
}

static int get_table(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    return bind_push_str(L, table_of(b, h)->layout->key);
}

static int get_line(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    if (cell_of(b, h)->line)
        lua_pushinteger(L, cell_of(b, h)->line);
    else
        lua_pushnil(L);
    return 1;
}

/* "表三" of "表三 收到和处理…", "Table 3" of "Table 3: requests…". */
static struct str short_name(struct str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] == ':' || (name.p[i] == ' ' && (unsigned char)name.p[0] >= 0x80))
            return str_sub(name, 0, i);
    return name;
}

void bind_cell_name(const struct form_table *layout, size_t cell, enum lang lang,
                    struct strbuf *out)
{
    const struct form_line *row = &layout->rows[cell / layout->column_count];
    const struct form_line *column = &layout->columns[cell % layout->column_count];
    strbuf_str(out, short_name(lang == LANG_EN ? layout->name_en : layout->name_zh));
    strbuf_c(out, "·");
    strbuf_str(out, lang == LANG_EN ? row->name_en : row->name_zh);
    strbuf_c(out, "·");
    strbuf_str(out, lang == LANG_EN ? column->name_en : column->name_zh);
}

static int get_name(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    struct str names[LANG_COUNT];
    sandbox_charge(L, 20);
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++) {
        struct strbuf name = { 0 };
        bind_cell_name(table_of(b, h)->layout, h->j, lang, &name);
        names[lang] = arena_str(b->scratch, strbuf_view(&name));
        strbuf_free(&name);
    }
    return bind_push_names(L, names[LANG_ZH], names[LANG_EN]);
}

static void place(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct report_table *t = table_of(b, h);
    const struct report_cell *cell = cell_of(b, h);
    if (cell->block)
        bind_place_block(b, cell->block - 1, out);
    out->section = t->layout->section;
    out->table = t->layout->key;
    out->row = row_of(b, h)->key;
    out->column = column_of(b, h)->key;
    out->line = cell->line ? cell->line : t->line;
    out->quote = cell->raw;
}

static const struct api_field fields[] = {
    { "column", get_column, "string", "栏的键", "the key of its column",
      "assert(cell.column == 'all')" },
    { "decimals", get_decimals, "integer", "小数位数", "decimals as written",
      "assert(cell.decimals == 0)" },
    { "kind", get_kind, "\"number\"|\"blank\"|\"dash\"|\"text\"|\"unreadable\"|nil",
      "内容是哪一类；空白不是零；缺行为 nil",
      "what is in it; blank is not zero; nil if the row is missing",
      "assert(cell.kind == 'number')" },
    { "line", get_line, "integer?", "行号", "its line", "assert(cell.line == 49)" },
    { "name", get_name, "Names", "称呼", "what people call it",
      "assert(cell.name.zh == '表三·本年新收·总计')" },
    { "raw", get_raw, "string", "原文", "as the file has it", "assert(cell.raw == '64')" },
    { "row", get_row, "string", "行的键", "the key of its row", "assert(cell.row == 'new')" },
    { "table", get_table, "string", "表的键", "the key of its table",
      "assert(cell.table == 'requests')" },
    { "type", get_type, "\"count\"|\"signed\"|\"money\"", "格式要求：件数、可为负数、金额",
      "what the form wants there", "assert(cell.type == 'count')" },
    { "unit", get_unit, "string", "写出的单位；没有为空", "the unit written; \"\" for none",
      "assert(cell.unit == '')" },
    { "unit_due", get_unit_due, "string", "格式的单位；没有为空",
      "the unit of the form; \"\" for none",
      "assert(cell.unit_due == '' and report.disclosure:cell('fees', 'amount').unit_due == "
      "'万元')" },
    { "value", get_value, "number?", "数值；不是数为 nil", "its number; nil if it holds none",
      "assert(cell.value == 64)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_cell = {
    .name = "cell",
    .fields = fields,
    .place = place,
    .type = "Cell",
    .zh = "官方表格的一格",
    .en = "A cell of an official table",
    .example = "local cell = report.requests:cell('new', 'all')",
};
