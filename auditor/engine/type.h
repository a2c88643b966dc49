/*
 * type.h - types of arguments and fields, compiled from their text (prefix type_; private to engine/).
 *
 * A type is parsed once for an engine and kept in its arena; a check of a value looks at a few bytes.
 */
#ifndef AUDITOR_ENGINE_TYPE_H
#define AUDITOR_ENGINE_TYPE_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/shape.h"

struct type_record;

struct type {
    uint16_t lua;     /* set of 1 << LUA_T…: right whatever the value is */
    bool integer;     /* a number without a fraction */
    uint64_t classes; /* set of 1 << enum bind_type: handles */
    const char **words;
    size_t word_count;
    const struct type *item;          /* of a list */
    const struct type *value;         /* of a table of named values */
    const struct type_record *record; /* a table with the fields of a shape */
};

struct type_member {
    const struct shape_field *field;
    const struct type *type; /* nil too, if it may be left out */
};

struct type_record {
    const struct shape *shape;
    struct type_member *members; /* in the order of the shape */
    size_t n;
    size_t due; /* members that may not be left out */
};

/* The types of one engine. */
struct type_set;
struct type_set *type_set_new(struct arena *arena);

/* Parses the type at *text and moves it behind. A type that cannot be parsed is a fault of the program. */
const struct type *type_parse(struct type_set *set, const char **text);
const struct type *type_named(struct type_set *set, const char *name); /* of a shape or class */

/* Whether the value at index is of the type. */
bool type_holds(lua_State *L, int index, const struct type *t);

/* Where a value stands, for messages. */
struct type_place {
    const char *call; /* "out:fail(): ", "" in a file that declares */
    const char *path; /* "where", "cause.rule"; "" a declared table itself */
    const char *what; /* what a table is called that stands here: "out:fail", "rule" */
    bool argument;    /* path is an argument of the call, not a field */
};

/* Raises: says in the language of the program what is wrong with the value at index, down to the field. */
int type_fail(lua_State *L, int index, const struct type *t, const struct type_place *at);

/* Raises unless the declared table at an absolute index, called `what`, is of the type. */
void type_check(lua_State *L, int index, const struct type *t, const char *what);

#endif /* AUDITOR_ENGINE_TYPE_H */
