/*
 * keep.h - plugin values that live from call to call and can't remember anything (prefix keep_;
 * private to engine/).
 *
 * A file runs once. What it leaves behind (a rule's functions, its tables of words, what it required) is
 * kept, and made so that every call meets it as the first one did:
 *
 *   tables     everything reachable becomes read-only in place; writing raises and names the remedy
 *   variables  a local of the file that a function assigns is set back after each call, and so is
 *              the position of an iterator
 *
 * There are no other places: plugins have no metatables, no coroutines and no writable environment.
 */
#ifndef AUDITOR_ENGINE_KEEP_H
#define AUDITOR_ENGINE_KEEP_H

#include <lua.h>

/* Once, when the environment stands: what is in it is shared by all and needs no care. */
void keep_open(lua_State *L);

/* Pops a value, makes it and all below it constant; gives a reference for the calls below. May raise
 * for want of memory. */
int keep_value(lua_State *L);
void keep_push(lua_State *L, int kept); /* the value */
void keep_restore(lua_State *L, int kept);
void keep_free(lua_State *L, int kept); /* LUA_NOREF is allowed */

#endif /* AUDITOR_ENGINE_KEEP_H */
