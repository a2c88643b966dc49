/* form_table.c - a table of a form: its rows, its columns and what its cells hold. */
#include <stdio.h>
#include <string.h>

#include "recognise/form_data.h"
#include "recognise/label.h"

enum { MOST_LINES = 128 };

static int build_line(const struct form_data *d, const cJSON *o, const char *where,
                      struct form_line *line)
{
    int rc = data_str(d, o, where, "key", true, &line->key);
    if (rc == 0)
        rc = data_name(d, o, where, &line->name_zh, &line->name_en);
    if (rc == 0)
        rc = data_label(d, o, where, "label", true, &line->label);
    if (rc == 0)
        rc = data_labels(d, o, where, "aliases", &line->aliases, &line->alias_count);
    if (rc == 0)
        rc = data_label(d, o, where, "group", false, &line->group);
    if (rc == 0)
        rc = data_bool(d, o, where, "optional", &line->optional);
    if (rc == 0)
        line->ordinal = label_head(line->label).ordinal;
    return rc;
}

static int build_lines(const struct form_data *d, const cJSON *o, const char *where,
                       const char *field, const struct shape *known, struct form_line **out,
                       size_t *n)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, field, true, &list);
    if (rc != 0)
        return rc;
    if (cJSON_GetArraySize(list) > MOST_LINES)
        return data_fail(d, where, "field \"%s\": more than %d", field, MOST_LINES);
    *out = arena_alloc(d->arena, (size_t)cJSON_GetArraySize(list) * sizeof(**out));
    cJSON_ArrayForEach(item, list) {
        char place[96];
        snprintf(place, sizeof(place), "%s.%s[%zu]", where, field, *n + 1);
        struct form_line *line = &(*out)[*n];
        rc = data_known(d, item, place, known);
        if (rc == 0)
            rc = build_line(d, item, place, line);
        for (size_t i = 0; rc == 0 && i < *n; i++) {
            if (str_eq((*out)[i].key, line->key))
                rc = data_fail(d, place, "key \"%.*s\" stands twice", STR_ARG(line->key));
        }
        if (rc != 0)
            return rc;
        (*n)++;
    }
    return 0;
}

static int column_type(const struct form_data *d, const cJSON *column, const char *where,
                       uint8_t *out)
{
    struct str type;
    int rc = data_str(d, column, where, "type", false, &type);
    if (rc != 0)
        return rc;
    if (type.n == 0 || str_eq_c(type, "count"))
        *out = FORM_CELL_COUNT;
    else if (str_eq_c(type, "signed"))
        *out = FORM_CELL_SIGNED;
    else if (str_eq_c(type, "money"))
        *out = FORM_CELL_MONEY;
    else
        return data_fail(d, where, "field \"type\" must be count, signed or money");
    return 0;
}

/* Which cells a row has: all, or those of the columns it names. */
static int row_cells(const struct form_data *d, const cJSON *row, const char *where, size_t r,
                     const uint8_t *types, struct form_table *t)
{
    const cJSON *list, *item;
    uint8_t *cells = t->types + r * t->column_count;
    int rc = data_list(d, row, where, "columns", false, &list);
    if (rc != 0)
        return rc;
    if (list == NULL) {
        memcpy(cells, types, t->column_count);
        return 0;
    }
    t->columns_by_row = true;
    int last = -1;
    cJSON_ArrayForEach(item, list) {
        int c = cJSON_IsString(item) ? form_column(t, str_of(item->valuestring)) : -1;
        if (c <= last)
            return data_fail(d, where, "field \"columns\" must name columns of the table in order");
        cells[c] = types[c];
        last = c;
    }
    return 0;
}

static int build_cells(const struct form_data *d, const cJSON *o, const char *where,
                       struct form_table *t)
{
    const cJSON *rows = cJSON_GetObjectItemCaseSensitive(o, "rows");
    const cJSON *columns = cJSON_GetObjectItemCaseSensitive(o, "columns");
    const cJSON *item;
    uint8_t types[MOST_LINES];
    char place[96];
    size_t i = 0;
    cJSON_ArrayForEach(item, columns) {
        snprintf(place, sizeof(place), "%s.columns[%zu]", where, i + 1);
        int rc = column_type(d, item, place, &types[i++]);
        if (rc != 0)
            return rc;
    }
    t->types = arena_alloc(d->arena, t->row_count * t->column_count);
    t->units = arena_alloc(d->arena, t->row_count * sizeof(struct str));
    i = 0;
    cJSON_ArrayForEach(item, rows) {
        snprintf(place, sizeof(place), "%s.rows[%zu]", where, i + 1);
        int rc = row_cells(d, item, place, i, types, t);
        if (rc == 0)
            rc = data_label(d, item, place, "unit", false, &t->units[i++]);
        if (rc != 0)
            return rc;
    }
    return 0;
}

int data_table(const struct form_data *d, const cJSON *o, const char *where, struct form_table *out)
{
    int rc = data_known(d, o, where, &form_shape_table);
    if (rc == 0)
        rc = data_str(d, o, where, "key", true, &out->key);
    if (rc == 0)
        rc = data_str(d, o, where, "section", true, &out->section);
    if (rc == 0)
        rc = data_name(d, o, where, &out->name_zh, &out->name_en);
    if (rc == 0)
        rc = data_labels(d, o, where, "heads", &out->heads, &out->head_count);
    if (rc == 0)
        rc = build_lines(d, o, where, "columns", &form_shape_column, &out->columns,
                         &out->column_count);
    if (rc == 0)
        rc = build_lines(d, o, where, "rows", &form_shape_row, &out->rows, &out->row_count);
    if (rc == 0)
        rc = data_bool(d, o, where, "record", &out->record);
    if (rc == 0)
        rc = build_cells(d, o, where, out);
    if (rc == 0)
        rc = data_equations(d, o, where, out);
    return rc != 0 ? rc : data_bounds(d, o, where, out);
}
