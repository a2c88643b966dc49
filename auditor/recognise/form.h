/*
 * form.h - an official layout as data: sections, tables, labels, equations (prefix form_).
 *
 * Forms are Lua files under plugins/forms/ (docs/rule-interface.md, "Forms"). The engine evaluates such a
 * file to plain data; form_build() checks that data field by field and makes this structure of it.
 * No label of an official table stands in C. Labels are kept in normal form (text/normalise.h).
 *
 * Ownership  A form owns all its strings; it lives until form_free(). A form_set owns its forms.
 */
#ifndef AUDITOR_RECOGNISE_FORM_H
#define AUDITOR_RECOGNISE_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "text/pattern.h"

struct cJSON;
struct vocabulary;

enum form_cell_type {
    FORM_CELL_NONE,   /* the form has no such cell (fees has no "made") */
    FORM_CELL_COUNT,  /* an integer, not negative */
    FORM_CELL_SIGNED, /* an integer with a sign (increase or decrease) */
    FORM_CELL_MONEY   /* a decimal, not negative, possibly with a unit in the cell */
};

/* A row or a column of a table. */
struct form_line {
    struct str key;              /* as in JSON: "refused.3", "natural" */
    struct str name_zh, name_en; /* as shown to people */
    struct str label;            /* the official label, normal form */
    struct str *aliases;         /* other accepted labels, normal form */
    size_t alias_count;
    struct str group; /* the label of the heading above it: "(三)不予公开"; "" if none */
    unsigned ordinal; /* the number its label begins with, 0 if none */
    bool optional;    /* its absence is no defect */
};

struct form_term {
    uint16_t cell; /* row * column_count + column */
    int16_t factor;
};

/* The sum of factor * cell over all terms is zero. */
struct form_equation {
    struct str rule; /* the duty it belongs to: "requests.row-total" */
    struct str line; /* the row or column key it holds for */
    bool by_row;     /* line is a row key; else a column key */
    struct form_term *terms;
    size_t term_count;
    int stated; /* the cell that states the sum, -1 for a balance of two sides */
};

enum form_bound_kind {
    BOUND_MOST,  /* the sum is not more than that of the limit */
    BOUND_NEEDS, /* where the sum is above zero, so is that of the limit */
    BOUND_NONE   /* the sum is zero */
};

/* What plausible figures keep to without being bound to one value. bound.h evaluates it. */
struct form_bound {
    struct str rule;             /* the duty it belongs to: "disclosure.plausible" */
    struct str name_zh, name_en; /* what is wrong where it is broken */
    enum form_bound_kind kind;
    uint16_t *cells, *limit; /* row * column_count + column */
    size_t cell_count, limit_count;
    unsigned levels;        /* a bit for each enum report_level that it holds for; 0: all */
    struct pattern *except; /* names of agencies that it does not hold for; NULL: none */
};

struct form_table {
    struct str key;              /* "disclosure", "requests", "disputes" */
    struct str name_zh, name_en; /* "表三 收到和处理…" */
    struct str section;          /* the section it belongs to */
    struct form_line *rows;
    size_t row_count;
    struct form_line *columns;
    size_t column_count;
    bool columns_by_row; /* the column labels differ from block to block (table two) */
    bool record;    /* one line of values under several header rows: rows are groups (table four) */
    uint8_t *types; /* enum form_cell_type, row * column_count + column */
    struct str *units; /* by row; "" if none ("万元") */
    struct form_equation *equations;
    size_t equation_count;
    struct form_bound *bounds;
    size_t bound_count;
    struct str *heads; /* other texts of its header: captions, corner note; normal form */
    size_t head_count;
};

struct form_section {
    struct str key;
    struct str title;   /* the official heading without its number, as printed */
    struct str *titles; /* further wordings that are official too */
    size_t title_count;
    struct pattern *klass; /* what a heading of this class looks like, on normal text */
    struct pattern *
        *content;         /* where the form leaves sections free: any of these, found anywhere */
    size_t content_count; /* in the normal text, treats the item; 0: the section itself counts */
    bool required;
    unsigned order; /* from 1; 0: stands anywhere */
};

struct form {
    struct str id;             /* "2021" */
    struct str like;           /* the form whose duties it has, too; "" */
    int first_year, last_year; /* of reports; 0: open */
    struct form_section *sections;
    size_t section_count;
    struct form_table *tables;
    size_t table_count;
    struct vocabulary *words; /* of vocabulary.h: its labels by their core */
    struct arena *arena;
};

struct form_set {
    struct form **forms; /* by first_year */
    size_t n;
};

/* ERR_CONFIG naming the form and the field. */
int form_build(struct form **out, const struct cJSON *data, const char *name, struct error *err);
void form_free(struct form *form);
void form_set_add(struct form_set *set, struct form *form); /* takes the form */
void form_set_free(struct form_set *set);

const struct form *form_of_year(const struct form_set *set, int year); /* NULL when none is valid */
const struct form *form_by_id(const struct form_set *set, struct str id);
/* Whether a duty for form `id` is one for this form: it is that form, or like one that is. */
bool form_is_like(const struct form_set *set, const struct form *form, struct str id);
const struct form_table *form_table(const struct form *form, struct str key);
int form_row(const struct form_table *t, struct str key);    /* index or -1 */
int form_column(const struct form_table *t, struct str key); /* index or -1 */

#endif /* AUDITOR_RECOGNISE_FORM_H */
