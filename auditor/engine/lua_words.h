/*
 * lua_words.h - what Lua itself says of an error, in the chosen language (prefix lua_words_; private to engine/).
 *
 * Lua speaks English only. Of what a rule's author meets often there is a Chinese wording; anything else stays as
 * it is.
 */
#ifndef AUDITOR_ENGINE_LUA_WORDS_H
#define AUDITOR_ENGINE_LUA_WORDS_H

#include "base/str.h"

/* Appends the message, "FILE:LINE: what" or without a place. */
void lua_words(struct strbuf *out, struct str message);

#endif /* AUDITOR_ENGINE_LUA_WORDS_H */
