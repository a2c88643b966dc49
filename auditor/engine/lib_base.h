/*
 * lib_base.h - our versions of those functions of Lua's libraries that could stall in C, show an
 * address or depend on hash order (prefix lib_).
 *
 * Each list names functions that exist in Lua under the same name; ours have the original as an upvalue.
 * What goes through n things without allocating charges n to the call's work.
 */
#ifndef AUDITOR_ENGINE_LIB_BASE_H
#define AUDITOR_ENGINE_LIB_BASE_H

#include <lauxlib.h>

#include "engine/api.h"

extern const struct api_library lib_base, lib_string, lib_table, lib_math, lib_utf8;

/* Pushes the value at index as text, never with an address. */
void lib_push_text(lua_State *L, int index);

#endif /* AUDITOR_ENGINE_LIB_BASE_H */
