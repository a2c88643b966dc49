/* bind_problem.c - what is wrong with a table's labels; i counts report->tables, j its problems. */
#include "engine/bind.h"
#include "engine/bind_cell.h"

static const struct report_table *table_of(struct bind *b, const struct bind_handle *h)
{
    return &b->report->tables[h->i];
}

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
                                         "header-broken",  "unplaced",       "table-again" };
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
    return bind_push_line(L, problem_of(b, h)->line);
}

static void place_problem(struct bind *b, const struct bind_handle *h, struct audit_place *out)
{
    const struct table_problem *p = problem_of(b, h);
    bind_place_table(b, h, out);
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

static const struct api_field problem_fields[] = {
    { "column", get_problem_column, "string?", "栏的键", "the key of the column",
      "for _, problem in ipairs(problems) do assert(problem.column == nil or #problem.column > 0) "
      "end" },
    { "expected", get_problem_expected, "string", "应有的文字", "the text that should be there",
      "for _, problem in ipairs(problems) do assert(problem.expected) end" },
    { "found", get_problem_found, "string", "表上的文字", "the text that is there",
      "for _, problem in ipairs(problems) do assert(problem.found) end" },
    { "kind", get_problem_kind,
      "\"row-missing\"|\"row-renamed\"|\"row-extra\"|\"column-missing\"|\"column-renamed\"|"
      "\"column-extra\"|\"header-broken\"|\"unplaced\"|\"table-again\"",
      "何种问题", "which problem",
      "for _, problem in ipairs(problems) do assert(problem.kind ~= 'unplaced') end" },
    { "line", get_problem_line, "integer?", "行号", "its line",
      "for _, problem in ipairs(problems) do assert(problem.line == nil or problem.line > 0) end" },
    { "row", get_problem_row, "string?", "行的键", "the key of the row",
      "for _, problem in ipairs(problems) do assert(problem.row == nil or #problem.row > 0) end" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_class bind_problem = {
    .name = "problem",
    .fields = problem_fields,
    .place = place_problem,
    .type = "Problem",
    .zh = "表格标签的一个问题",
    .en = "Something wrong with the labels of a table",
    .example = "local problems = report.disclosure.problems",
};
