/* form_equation.c - declared equations of a table, written out one a row or column. */
#include <stdio.h>
#include <string.h>

#include "recognise/form_data.h"

enum { MOST_EQUATIONS = 512, MOST_TERMS = 128 };

struct declared {
    struct str rule;
    bool by_row;
    int stated; /* line index, -1 for a balance */
    struct {
        uint16_t line;
        int16_t factor;
    } terms[MOST_TERMS];
    size_t n;
};

static int add_terms(const struct form_data *d, const cJSON *o, const char *where,
                     const char *field, const struct form_table *t, int16_t factor,
                     struct declared *e)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, field, true, &list);
    if (rc != 0)
        return rc;
    cJSON_ArrayForEach(item, list) {
        struct str key = cJSON_IsString(item) ? str_of(item->valuestring) : STR("");
        int line = e->by_row ? form_column(t, key) : form_row(t, key);
        if (line < 0 || e->n == MOST_TERMS)
            return data_fail(d, where, "field \"%s\" names no %s: \"%.*s\"", field,
                             e->by_row ? "column" : "row", STR_ARG(key));
        e->terms[e->n].line = (uint16_t)line;
        e->terms[e->n++].factor = factor;
    }
    return 0;
}

static int read_declared(const struct form_data *d, const cJSON *o, const char *where,
                         const struct form_table *t, struct declared *e)
{
    struct str each, stated;
    int rc = data_known(d, o, where, &form_shape_equation);
    if (rc == 0)
        rc = data_str(d, o, where, "rule", true, &e->rule);
    if (rc == 0)
        rc = data_str(d, o, where, "each", true, &each);
    if (rc == 0)
        rc = data_str(d, o, where, "stated", false, &stated);
    if (rc != 0)
        return rc;
    e->by_row = str_eq_c(each, "row");
    if (!e->by_row && !str_eq_c(each, "column"))
        return data_fail(d, where, "field \"each\" must be row or column");
    e->stated = -1;
    if (stated.n == 0) {
        rc = add_terms(d, o, where, "left", t, 1, e);
        return rc != 0 ? rc : add_terms(d, o, where, "right", t, -1, e);
    }
    rc = add_terms(d, o, where, "parts", t, 1, e);
    if (rc != 0)
        return rc;
    e->stated = e->by_row ? form_column(t, stated) : form_row(t, stated);
    if (e->stated < 0 || e->n == MOST_TERMS)
        return data_fail(d, where, "field \"stated\" names no %s", e->by_row ? "column" : "row");
    e->terms[e->n].line = (uint16_t)e->stated;
    e->terms[e->n++].factor = -1;
    return 0;
}

static uint16_t cell_of(const struct form_table *t, bool by_row, size_t line, size_t other)
{
    return (uint16_t)(by_row ? line * t->column_count + other : other * t->column_count + line);
}

static void write_out(const struct form_data *d, const struct declared *e, size_t line,
                      struct form_table *t)
{
    struct form_equation *q = &t->equations[t->equation_count];
    q->terms = arena_alloc(d->arena, e->n * sizeof(*q->terms));
    for (size_t i = 0; i < e->n; i++) {
        uint16_t cell = cell_of(t, e->by_row, line, e->terms[i].line);
        if (t->types[cell] == FORM_CELL_NONE)
            return; /* this line has no such cell: nothing to hold */
        q->terms[i] = (struct form_term){ cell, e->terms[i].factor };
    }
    q->term_count = e->n;
    q->rule = e->rule;
    q->by_row = e->by_row;
    q->line = e->by_row ? t->rows[line].key : t->columns[line].key;
    q->stated = e->stated < 0 ? -1 : cell_of(t, e->by_row, line, (size_t)e->stated);
    t->equation_count++;
}

int data_equations(const struct form_data *d, const cJSON *o, const char *where,
                   struct form_table *t)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, "equations", false, &list);
    if (rc != 0 || list == NULL)
        return rc;
    t->equations = arena_alloc(d->arena, MOST_EQUATIONS * sizeof(*t->equations));
    size_t i = 0;
    cJSON_ArrayForEach(item, list) {
        struct declared e = { 0 };
        char place[96];
        snprintf(place, sizeof(place), "%s.equations[%zu]", where, ++i);
        rc = read_declared(d, item, place, t, &e);
        if (rc != 0)
            return rc;
        size_t lines = e.by_row ? t->row_count : t->column_count;
        if (t->equation_count + lines > MOST_EQUATIONS)
            return data_fail(d, place, "more than %d equations", MOST_EQUATIONS);
        for (size_t line = 0; line < lines; line++)
            write_out(d, &e, line, t);
    }
    return 0;
}
