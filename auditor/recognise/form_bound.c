/* form_bound.c - declared bounds of a table, written out one a row or column. */
#include <stdio.h>

#include "recognise/form_data.h"
#include "recognise/report.h"

enum { MOST_BOUNDS = 512, MOST_CELLS = 16 };

struct lines {
    uint16_t line[MOST_CELLS];
    size_t n;
};

struct declared {
    struct form_bound bound; /* its cells are not there yet */
    bool by_row;
    struct lines only, sum, limit;
};

static int line_named(const struct form_table *t, bool row, struct str key)
{
    return row ? form_row(t, key) : form_column(t, key);
}

static int read_lines(const struct form_data *d, const cJSON *o, const char *where,
                      const char *field, const struct form_table *t, bool rows, struct lines *out)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, field, false, &list);
    if (rc != 0)
        return rc;
    cJSON_ArrayForEach(item, list) {
        struct str key = cJSON_IsString(item) ? str_of(item->valuestring) : STR("");
        int line = line_named(t, rows, key);
        if (line < 0 || out->n == MOST_CELLS)
            return data_fail(d, where, "field \"%s\" names no %s: \"%.*s\"", field,
                             rows ? "row" : "column", STR_ARG(key));
        out->line[out->n++] = (uint16_t)line;
    }
    return 0;
}

static int read_levels(const struct form_data *d, const cJSON *o, const char *where, unsigned *out)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, "levels", false, &list);
    if (rc != 0)
        return rc;
    cJSON_ArrayForEach(item, list) {
        bool ok = false;
        struct str name = cJSON_IsString(item) ? str_of(item->valuestring) : STR("");
        enum report_level level = report_level_parse(name, &ok);
        if (!ok)
            return data_fail(d, where, "field \"levels\": no level \"%.*s\"", STR_ARG(name));
        *out |= 1u << level;
    }
    return 0;
}

static int read_each(const struct form_data *d, const cJSON *o, const char *where,
                     struct declared *b)
{
    struct str each;
    int rc = data_str(d, o, where, "each", true, &each);
    if (rc != 0)
        return rc;
    b->by_row = str_eq_c(each, "row");
    if (!b->by_row && !str_eq_c(each, "column"))
        return data_fail(d, where, "field \"each\" must be row or column");
    return 0;
}

static int read_sums(const struct form_data *d, const cJSON *o, const char *where,
                     const struct form_table *t, struct declared *b)
{
    int rc = read_lines(d, o, where, "lines", t, b->by_row, &b->only);
    if (rc == 0)
        rc = read_lines(d, o, where, "sum", t, !b->by_row, &b->sum);
    if (rc == 0)
        rc = read_lines(d, o, where, "most", t, !b->by_row, &b->limit);
    b->bound.kind = b->limit.n ? BOUND_MOST : BOUND_NEEDS;
    if (rc == 0 && b->limit.n && cJSON_HasObjectItem(o, "needs"))
        return data_fail(d, where, "there is either \"most\" or \"needs\"");
    if (rc == 0)
        rc = read_lines(d, o, where, "needs", t, !b->by_row, &b->limit);
    if (b->limit.n == 0)
        b->bound.kind = BOUND_NONE;
    return rc == 0 && b->sum.n == 0 ? data_fail(d, where, "field \"sum\" must not be empty") : rc;
}

static int read_declared(const struct form_data *d, const cJSON *o, const char *where,
                         const struct form_table *t, struct declared *b)
{
    int rc = data_known(d, o, where, &form_shape_bound);
    if (rc == 0)
        rc = data_str(d, o, where, "rule", true, &b->bound.rule);
    if (rc == 0)
        rc = data_name(d, o, where, &b->bound.name_zh, &b->bound.name_en);
    if (rc == 0)
        rc = read_each(d, o, where, b);
    if (rc == 0)
        rc = read_sums(d, o, where, t, b);
    return rc != 0 ? rc : read_levels(d, o, where, &b->bound.levels);
}

/* The cells of a line; false when it has not all of them. */
static bool cells_of(const struct form_data *d, const struct declared *b, size_t line,
                     const struct lines *keys, const struct form_table *t, uint16_t **out)
{
    *out = arena_alloc(d->arena, (keys->n + 1) * sizeof(**out));
    for (size_t i = 0; i < keys->n; i++) {
        size_t row = b->by_row ? line : keys->line[i];
        size_t column = b->by_row ? keys->line[i] : line;
        (*out)[i] = (uint16_t)(row * t->column_count + column);
        if (t->types[(*out)[i]] == FORM_CELL_NONE)
            return false;
    }
    return true;
}

static bool is_meant(const struct declared *b, size_t line)
{
    for (size_t i = 0; i < b->only.n; i++)
        if (b->only.line[i] == line)
            return true;
    return b->only.n == 0;
}

/* One bound for every line; each has a pattern of its own, so that each can free it. */
static int write_out(const struct form_data *d, const struct declared *b, const char *where,
                     struct str except, struct form_table *t)
{
    size_t lines = b->by_row ? t->row_count : t->column_count;
    if (t->bound_count + lines > MOST_BOUNDS)
        return data_fail(d, where, "more than %d bounds", MOST_BOUNDS);
    for (size_t line = 0; line < lines; line++) {
        struct form_bound bound = b->bound;
        struct error why = { 0 };
        if (!is_meant(b, line) || !cells_of(d, b, line, &b->sum, t, &bound.cells) ||
            !cells_of(d, b, line, &b->limit, t, &bound.limit))
            continue; /* this line has no such cells: nothing to hold */
        if (except.n && pattern_compile(&bound.except, except, &why) != 0)
            return data_fail(d, where, "field \"except\": %s", why.message);
        bound.cell_count = b->sum.n;
        bound.limit_count = b->limit.n;
        t->bounds[t->bound_count++] = bound;
    }
    return 0;
}

int data_bounds(const struct form_data *d, const cJSON *o, const char *where, struct form_table *t)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, "bounds", false, &list);
    if (rc != 0 || list == NULL)
        return rc;
    t->bounds = arena_alloc(d->arena, MOST_BOUNDS * sizeof(*t->bounds));
    size_t i = 0;
    cJSON_ArrayForEach(item, list) {
        struct declared b = { 0 };
        struct str except;
        char place[96];
        snprintf(place, sizeof(place), "%s.bounds[%zu]", where, ++i);
        rc = read_declared(d, item, place, t, &b);
        if (rc == 0)
            rc = data_str(d, item, place, "except", false, &except);
        if (rc == 0)
            rc = write_out(d, &b, place, except, t);
        if (rc != 0)
            return rc;
    }
    return 0;
}
