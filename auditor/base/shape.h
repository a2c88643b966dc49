/*
 * shape.h - what a table or a file of settings may hold, field by field (prefix shape_).
 *
 * The descriptors stand beside the code that reads the fields. Checks, the reference and the editor's
 * annotations are all made of them, so that they cannot differ.
 *
 * Types      LuaCATS: string, integer, number, boolean, "word", NAME, T[], table<string, T>, fun(…), T|U; a
 *            field that may be left out ends in `?`.
 * Ownership  Constants of the program.
 */
#ifndef AUDITOR_BASE_SHAPE_H
#define AUDITOR_BASE_SHAPE_H

#include <stddef.h>
#include <string.h>

struct shape_field {
    const char *name;
    const char *type;
    const char *zh, *en;
    const char
        *fallback; /* what holds when it is left out, as it would be written; NULL: nothing */
};

struct shape {
    const char *name; /* of the type: "Finding" */
    const char *zh, *en;
    const struct shape_field *fields; /* up to one without a name; NULL: another name for `alias` */
    const char *alias;                /* a type */
    const char *declares;             /* the word that declares it, as "rule"; NULL: none */
    const char *example;              /* of what is declared: a whole file */
};

/* NULL: there is no field of this name. */
static inline const struct shape_field *shape_field(const struct shape *shape, const char *name)
{
    for (const struct shape_field *f = shape->fields; f && f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

/* Whether the field may be left out. */
static inline int shape_optional(const struct shape_field *field)
{
    size_t n = strlen(field->type);
    return n > 0 && field->type[n - 1] == '?';
}

#endif /* AUDITOR_BASE_SHAPE_H */
