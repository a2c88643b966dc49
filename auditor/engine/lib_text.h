/*
 * lib_text.h - `text` and `date`: what rules use in place of Lua's pattern functions (prefix lib_text_;
 * private to engine/).
 *
 * Patterns are PCRE2's, compiled once and kept; a match beyond its limits raises. Work is charged by
 * the length of the subject, and for every pattern that a call has not used before.
 */
#ifndef AUDITOR_ENGINE_LIB_TEXT_H
#define AUDITOR_ENGINE_LIB_TEXT_H

#include <lauxlib.h>
#include <lua.h>

#include "base/str.h"
#include "engine/api.h"
#include "text/pattern.h"

extern const struct api_library lib_text, lib_date;

void lib_text_open(lua_State *L);   /* once, for a new state */
void lib_text_forget(lua_State *L); /* which patterns the last call has used */

/* The pattern whose source is the string at index. Leaves its box on the stack: it lives as long. */
const struct pattern *lib_text_pattern(lua_State *L, int index);
const struct pattern *lib_pattern_of(lua_State *L, int index); /* of a box */
void lib_pattern_open(lua_State *L);
/* A string argument that PCRE2 may see: valid UTF-8, charged for. */
struct str lib_text_subject(lua_State *L, int index);
size_t lib_text_han(struct str valid); /* the number of Han characters */
/* An optional start argument, from 1; the byte offset, not inside a character. */
size_t lib_text_start(lua_State *L, int index, struct str subject);
/* The subject must be valid UTF-8. */
bool lib_text_search(lua_State *L, const struct pattern *p, struct str subject, size_t from,
                     struct pattern_match *m);

void lib_date_open(lua_State *L);

#endif /* AUDITOR_ENGINE_LIB_TEXT_H */
