/*
 * lib_base.h - our versions of those functions of Lua's libraries that could stall in C, show an
 * address or depend on hash order (prefix lib_).
 *
 * Each list names functions that exist in Lua under the same name; the original is the first upvalue.
 * What goes through n things without allocating charges n to the call's work.
 */
#ifndef AUDITOR_ENGINE_LIB_BASE_H
#define AUDITOR_ENGINE_LIB_BASE_H

#include <lauxlib.h>

extern const luaL_Reg lib_base[];   /* pairs tonumber tostring */
extern const luaL_Reg lib_string[]; /* byte format rep */
extern const luaL_Reg lib_table[];  /* concat insert move remove sort unpack */
extern const luaL_Reg lib_math[];   /* nothing: all are taken as they are */
extern const luaL_Reg lib_utf8[];   /* codepoint len offset */

/* Pushes the value at index as text, never with an address. */
void lib_push_text(lua_State *L, int index);

#endif /* AUDITOR_ENGINE_LIB_BASE_H */
