/*
 * data.h - plain data between cJSON and Lua (prefix data_; private to engine/).
 *
 * A Lua table with 1..n is an array, an empty one too; one with string keys is an object, its members
 * in byte order. Anything else (functions, userdata, mixed keys, not-a-number) is refused, naming where.
 * Integers are exact up to 2^53.
 */
#ifndef AUDITOR_ENGINE_DATA_H
#define AUDITOR_ENGINE_DATA_H

#include <lua.h>
#include <stdbool.h>

#include "base/error.h"

struct cJSON;

enum { DATA_DEPTH = 64 };

/* Pushes data as Lua values; below sandbox_call() only. NULL is nil. */
void data_push(lua_State *L, const struct cJSON *data);

/* Makes a tree of the value at index. Raises nothing, so it may run outside sandbox_call().
 * skip_functions leaves fields that are functions out. ERR_PLUGIN. The caller deletes *out. */
int data_take(lua_State *L, int index, bool skip_functions, struct cJSON **out, struct error *err);

#endif /* AUDITOR_ENGINE_DATA_H */
