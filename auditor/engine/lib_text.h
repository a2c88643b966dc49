/*
 * lib_text.h - `text` and `date`: what rules use in place of Lua's pattern functions (prefix lib_text_;
 * private to engine/).
 *
 * Patterns are PCRE2's, compiled once and kept; a match beyond its limits raises. Work is charged by
 * the length of the subject, and for every pattern that a call has not used before.
 */
#ifndef AUDITOR_ENGINE_LIB_TEXT_H
#define AUDITOR_ENGINE_LIB_TEXT_H

#include <lua.h>

#include "base/str.h"
#include "text/pattern.h"

void lib_text_open(lua_State *L);   /* once, for a new state */
void lib_text_forget(lua_State *L); /* which patterns the last call has used */

const struct pattern *lib_text_pattern(lua_State *L, int index);
/* An optional start argument, from 1; the byte offset, not inside a character. */
size_t lib_text_start(lua_State *L, int index, struct str subject);
/* The subject must be valid UTF-8. */
bool lib_text_search(lua_State *L, const struct pattern *p, struct str subject, size_t from,
                     struct pattern_match *m);

void lib_date_open(lua_State *L);

#endif /* AUDITOR_ENGINE_LIB_TEXT_H */
