/*
 * lint_token.h - the words of a Lua source, with their lines (prefix lint_token_).
 *
 * A lexer and no parser: what the linter asks of a file (which names and strings stand in it, and what stands
 * before and behind them) needs no more. Comments are dropped. A text that is no Lua gives what can be read
 * of it; whether it is Lua, loading says.
 *
 * Ownership  Tokens look into the source, which must outlive them; the list is freed with lint_tokens_free().
 */
#ifndef AUDITOR_AUTHOR_LINT_TOKEN_H
#define AUDITOR_AUTHOR_LINT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum lint_token_kind { TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_SIGN };

struct lint_token {
    enum lint_token_kind kind;
    struct str text; /* of a string: what stands between its quotes, escapes as written */
    unsigned line;   /* from 1 */
};

struct lint_tokens {
    struct lint_token *list;
    size_t n, cap;
};

void lint_tokens_read(struct lint_tokens *out, struct str source); /* out: {0} */
void lint_tokens_free(struct lint_tokens *tokens);

/* Whether a sign, a name or a keyword stands at i; false beyond the end. */
bool lint_token_is(const struct lint_tokens *tokens, size_t i, const char *text);
/* The position of the bracket that closes the one at i; the number of tokens if none does. */
size_t lint_token_close(const struct lint_tokens *tokens, size_t i);

#endif /* AUDITOR_AUTHOR_LINT_TOKEN_H */
