/*
 * field.h - reads the fields of a plugin's table, checking them (prefix field_; private to engine/).
 *
 * All run below sandbox_call() and raise when a field is not what it must be, naming field, found and
 * expected type. Strings are copied to the arena. `table` is an absolute stack index; every function
 * leaves the stack as it was.
 */
#ifndef AUDITOR_ENGINE_FIELD_H
#define AUDITOR_ENGINE_FIELD_H

#include <lua.h>

#include "base/arena.h"
#include "engine/audit.h"

/* Refuses every key that is not on the list (ends with NULL). what: "rule", "out:fail". */
void field_known(lua_State *L, int table, const char *what, const char *const *names);

struct str field_str(lua_State *L, int table, const char *name, struct arena *arena, bool required);
bool field_bool(lua_State *L, int table, const char *name);

/* The position of a string field in a list of words (ends with NULL); -1 when absent. */
int field_word(lua_State *L, int table, const char *name, const char *const *words);

/* A string or a number as text; at most max bytes, cut with "…". */
struct str field_value(lua_State *L, int table, const char *name, struct arena *arena, size_t max);

/* A string for both languages, or { zh =, en = } of which one may be missing. False when absent. */
bool field_text(lua_State *L, int table, const char *name, struct arena *arena, size_t max,
                struct audit_text *out);

/* A list of strings, or one string. Returns their number. */
size_t field_list(lua_State *L, int table, const char *name, struct arena *arena, struct str **out);
/* The same of the value at an absolute stack index; name is for the message. */
size_t field_list_at(lua_State *L, int index, const char *name, struct arena *arena,
                     struct str **out);

/* Raises: the field is wrong. The value on top of the stack is what was found. */
int field_wrong(lua_State *L, const char *name, const char *expected);

#endif /* AUDITOR_ENGINE_FIELD_H */
