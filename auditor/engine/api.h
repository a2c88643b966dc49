/*
 * api.h - the plugin interface, described once (prefix api_).
 *
 * Everything that a plugin can call or read is one descriptor beside the C function that does it: its name,
 * its signature or type, what it means in both languages, an example. Arguments are checked by the
 * signature before the function runs, fields of declared tables by their shapes (base/shape.h); the
 * reference and the editor's annotations are written from the same descriptors (author/reference.h).
 *
 * Signature  "(name: string, where?: Where, ...: any) -> Match[], integer?": LuaCATS types. A constant has its
 *            type alone.
 * Examples   The body of a rule's `check` on examples/documents/reference.html. Before the example of a
 *            member stands the one of its class, which makes the handle.
 * Ownership  Constants of the program.
 */
#ifndef AUDITOR_ENGINE_API_H
#define AUDITOR_ENGINE_API_H

#include <stddef.h>

#include "base/shape.h"

struct lua_State;
struct audit_place;
struct bind;
struct bind_handle;
struct engine;

/* A function of a library, or a method of a class. */
struct api_function {
    const char *name;
    int (*call)(struct lua_State *L); /* NULL: Lua's own, which checks for itself */
    const char *signature;
    const char *zh, *en;
    const char *example;
};

/* A field of a class. */
struct api_field {
    const char *name;
    /* Pushes one value. */
    int (*get)(struct lua_State *L, struct bind *b, const struct bind_handle *h);
    const char *type;
    const char *zh, *en;
    const char *example;
};

struct api_class {
    const char *name; /* in messages: "cell" */
    const char *type; /* in signatures: "Cell" */
    const char *zh, *en;
    const char *example;          /* makes a local variable called as the class */
    const struct api_class *base; /* whose fields and methods it has too, or NULL */
    const struct api_field *fields;
    const struct api_function *methods;
    const char *index_type; /* of its members by any other key; NULL: it has none */
    const char *index_zh, *index_en;
    /* Any other key; returns 0 when there is no such thing either. */
    int (*other)(struct lua_State *L, struct bind *b, const struct bind_handle *h);
    /* Where it stands; the strings need not outlive the report. NULL: in no place. */
    void (*place)(struct bind *b, const struct bind_handle *h, struct audit_place *place);
};

struct api_library {
    const char *name; /* "": what stands in the environment itself */
    const char *zh, *en;
    const struct api_function *functions; /* up to one without a name */
};

/* All lists end with NULL. */
const struct api_library *const *api_libraries(void);
const struct api_class *const *api_classes(void);
const struct shape *const *api_shapes(void);

/* By the name of its type; NULL. */
const struct shape *api_shape(const char *name);
/* The shape that a word declares: that of "rule", "form"; NULL. */
const struct shape *api_declared(const char *word);

/* From here on every value that a field or a function gives is held against its type, and a plugin that gets a
 * wrong one fails. For tests. */
void api_verify(struct engine *engine);

#endif /* AUDITOR_ENGINE_API_H */
