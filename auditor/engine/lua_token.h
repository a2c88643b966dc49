/*
 * lua_token.h - the words of a Lua source, with their lines (prefix lua_token_).
 *
 * A lexer and no parser: what messages and the linter ask of a file (which names and strings stand in it, and what stands
 * before and behind them) needs no more. Comments are dropped. A text that is no Lua gives what can be read
 * of it; whether it is Lua, loading says.
 *
 * Ownership  Tokens look into the source, which must outlive them; the list is freed with lua_tokens_free().
 */
#ifndef AUDITOR_ENGINE_LUA_TOKEN_H
#define AUDITOR_ENGINE_LUA_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum lua_token_kind { TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_SIGN };

struct lua_token {
    enum lua_token_kind kind;
    struct str text; /* of a string: what stands between its quotes, escapes as written */
    unsigned line;   /* from 1 */
};

struct lua_tokens {
    struct lua_token *list;
    size_t n, cap;
};

void lua_tokens_read(struct lua_tokens *out, struct str source); /* out: {0} */
void lua_tokens_free(struct lua_tokens *tokens);

/* Whether a sign, a name or a keyword stands at i; false beyond the end. */
bool lua_token_is(const struct lua_tokens *tokens, size_t i, const char *text);
/* The position of the bracket that closes the one at i; the number of tokens if none does. */
size_t lua_token_close(const struct lua_tokens *tokens, size_t i);

/* The `{` of the table that a file declares with the word; the number of tokens if it is not written out. */
size_t lua_token_declared(const struct lua_tokens *tokens, const char *word);
/* Right in the table that opens at `open`: the position of `name =` or `["name"] =`, or of the value that is
 * the item'th without a name, from 1. The number of tokens if there is none. */
size_t lua_token_field(const struct lua_tokens *tokens, size_t open, struct str name);
size_t lua_token_item(const struct lua_tokens *tokens, size_t open, size_t item);
/* Where the value begins of a field or item that stands at i. */
size_t lua_token_value(const struct lua_tokens *tokens, size_t i);

#endif /* AUDITOR_ENGINE_LUA_TOKEN_H */
