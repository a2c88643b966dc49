/*
 * call.h - functions of the interface as Lua calls them (prefix call_; private to engine/).
 *
 * Each is a closure over its compiled signature, which is upvalue 1. Before the C function runs its arguments
 * are held against it, absent ones become nil, and what is too many is dropped; the function checks
 * nothing that the signature says. A wrong call raises with the place of the caller.
 */
#ifndef AUDITOR_ENGINE_CALL_H
#define AUDITOR_ENGINE_CALL_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "engine/api.h"
#include "engine/type.h"

enum { CALL_ARGUMENTS = 6, CALL_ORIGINAL = 2 /* upvalue: Lua's own function of that name */ };

/* What the compiled signatures of a state share; it lies in the sandbox. */
struct call_set {
    struct arena *arena;
    struct type_set *types;
    bool verify;
};

struct call_argument {
    const char *name;
    const struct type *type;
};

struct call {
    int (*function)(lua_State *L);
    struct call_argument arguments[CALL_ARGUMENTS]; /* of a method: itself first */
    uint8_t count;
    const struct type *rest; /* of what follows; NULL: nothing does */
    const struct type *results[CALL_ARGUMENTS];
    uint8_t result_count;
    bool method;
    bool many;        /* the last result may come many times, or not at all */
    const char *name; /* "report:matches" */
    const bool *verify;
};

/* Pops Lua's own function (or nil) and pushes the checked one. class: NULL for no method. */
void call_push(lua_State *L, const struct api_function *f, const char *library,
               const struct api_class *class);

/* The position of the word at index among the words of its argument's type; -1 for nil. */
int call_word(lua_State *L, int index);

#endif /* AUDITOR_ENGINE_CALL_H */
