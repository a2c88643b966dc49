/*
 * form_data.h - reading checked fields of a form's plain data (prefix data_).
 *
 * Every function returns 0 or ERR_CONFIG with a message "form NAME: PLACE: what is wrong".
 * `where` is the place in words, such as "tables[2].rows[3]".
 */
#ifndef AUDITOR_RECOGNISE_FORM_DATA_H
#define AUDITOR_RECOGNISE_FORM_DATA_H

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "recognise/form.h"
#include "recognise/form_shape.h"

struct form_data {
    const char *name; /* of the file */
    struct arena *arena;
    struct error *err;
};

int data_fail(const struct form_data *d, const char *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Refuses fields that the shape does not have. */
int data_known(const struct form_data *d, const cJSON *o, const char *where,
               const struct shape *shape);

/* A field that must be a string ("" when absent and not needed). */
int data_str(const struct form_data *d, const cJSON *o, const char *where, const char *field,
             bool needed, struct str *out);
int data_label(const struct form_data *d, const cJSON *o, const char *where, const char *field,
               bool needed, struct str *out); /* in normal form */
int data_bool(const struct form_data *d, const cJSON *o, const char *where, const char *field,
              bool *out);
int data_int(const struct form_data *d, const cJSON *o, const char *where, const char *field,
             int *out);
/* A list; absent is an empty one. An empty Lua table may come as object or array. */
int data_list(const struct form_data *d, const cJSON *o, const char *where, const char *field,
              bool needed, const cJSON **out);
int data_labels(const struct form_data *d, const cJSON *o, const char *where, const char *field,
                struct str **out, size_t *n);
/* name = { zh =, en = } */
int data_name(const struct form_data *d, const cJSON *o, const char *where, struct str *zh,
              struct str *en);

/* A table of a form; form_table.c. */
int data_table(const struct form_data *d, const cJSON *o, const char *where,
               struct form_table *out);
/* Its equations; form_equation.c. Rows, columns and types are there already. */
int data_equations(const struct form_data *d, const cJSON *o, const char *where,
                   struct form_table *t);
/* Its bounds; form_bound.c. */
int data_bounds(const struct form_data *d, const cJSON *o, const char *where, struct form_table *t);

#endif /* AUDITOR_RECOGNISE_FORM_DATA_H */
