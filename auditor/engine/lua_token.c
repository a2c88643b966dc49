/* lua_token.c - see lua_token.h. */
#include "engine/lua_token.h"

#include <stdlib.h>

#include "base/mem.h"

struct reader {
    struct str s;
    size_t i;
    unsigned line;
    struct lua_tokens *out;
};

static char peek(const struct reader *r, size_t ahead)
{
    return r->i + ahead < r->s.n ? r->s.p[r->i + ahead] : '\0';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void step(struct reader *r)
{
    if (r->s.p[r->i++] == '\n')
        r->line++;
}

static void add(struct reader *r, enum lua_token_kind kind, size_t from, size_t to, unsigned line)
{
    struct lua_tokens *out = r->out;
    out->list = mem_grow(out->list, out->n, &out->cap, sizeof *out->list);
    out->list[out->n++] = (struct lua_token){ kind, { r->s.p + from, to - from }, line };
}

/* The number of bytes of "[[" or "[==[" here; 0: none. */
static size_t long_opening(const struct reader *r)
{
    size_t n = 1;
    if (peek(r, 0) != '[')
        return 0;
    while (peek(r, n) == '=')
        n++;
    return peek(r, n) == '[' ? n + 1 : 0;
}

static void read_long(struct reader *r, size_t opening, bool keep)
{
    unsigned line = r->line;
    r->i += opening;
    size_t from = r->i;
    for (; r->i < r->s.n; step(r)) {
        size_t n = 1;
        if (peek(r, 0) != ']')
            continue;
        while (peek(r, n) == '=')
            n++;
        if (peek(r, n) == ']' && n + 1 == opening)
            break;
    }
    if (keep)
        add(r, TOKEN_STRING, from, r->i, line);
    r->i = r->i + opening < r->s.n ? r->i + opening : r->s.n;
}

static void read_quoted(struct reader *r)
{
    char quote = r->s.p[r->i++];
    unsigned line = r->line;
    size_t from = r->i;
    while (r->i < r->s.n && peek(r, 0) != quote && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\' && r->i + 1 < r->s.n)
            step(r);
        step(r);
    }
    add(r, TOKEN_STRING, from, r->i, line);
    if (peek(r, 0) == quote)
        r->i++;
}

static void read_comment(struct reader *r)
{
    r->i += 2;
    size_t opening = long_opening(r);
    if (opening)
        read_long(r, opening, false);
    else
        while (r->i < r->s.n && peek(r, 0) != '\n')
            r->i++;
}

static void read_word(struct reader *r)
{
    size_t from = r->i;
    bool number = is_digit(peek(r, 0));
    while (is_letter(peek(r, 0)) || is_digit(peek(r, 0)) ||
           (number && peek(r, 0) == '.' && peek(r, 1) != '.'))
        r->i++;
    add(r, number ? TOKEN_NUMBER : TOKEN_NAME, from, r->i, r->line);
}

static void read_sign(struct reader *r)
{
    static const char *const twos[] = { "==", "~=", "<=", ">=", "//", "::", "<<", ">>" };
    size_t n = 1;
    while (peek(r, 0) == '.' && n < 3 && peek(r, n) == '.')
        n++;
    for (size_t k = 0; n == 1 && k < sizeof twos / sizeof *twos; k++)
        if (peek(r, 0) == twos[k][0] && peek(r, 1) == twos[k][1])
            n = 2;
    add(r, TOKEN_SIGN, r->i, r->i + n, r->line);
    r->i += n;
}

void lua_tokens_read(struct lua_tokens *out, struct str source)
{
    struct reader r = { source, 0, 1, out };
    if (str_starts(source, STR("\xEF\xBB\xBF")))
        r.i = 3;
    while (r.i < r.s.n) {
        char c = peek(&r, 0);
        size_t opening = long_opening(&r);
        if (c == '-' && peek(&r, 1) == '-')
            read_comment(&r);
        else if (c == '"' || c == '\'')
            read_quoted(&r);
        else if (opening)
            read_long(&r, opening, true);
        else if (is_letter(c) || is_digit(c))
            read_word(&r);
        else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            step(&r);
        else
            read_sign(&r);
    }
}

void lua_tokens_free(struct lua_tokens *tokens)
{
    free(tokens->list);
    *tokens = (struct lua_tokens){ 0 };
}

bool lua_token_is(const struct lua_tokens *tokens, size_t i, const char *text)
{
    return i < tokens->n && tokens->list[i].kind != TOKEN_STRING &&
           str_eq_c(tokens->list[i].text, text);
}

size_t lua_token_close(const struct lua_tokens *tokens, size_t i)
{
    size_t depth = 0;
    for (; i < tokens->n; i++) {
        const struct lua_token *t = &tokens->list[i];
        if (t->kind != TOKEN_SIGN || t->text.n != 1)
            continue;
        depth += t->text.p[0] == '{' || t->text.p[0] == '(' || t->text.p[0] == '[';
        if ((t->text.p[0] == '}' || t->text.p[0] == ')' || t->text.p[0] == ']') && --depth == 0)
            return i;
    }
    return tokens->n;
}

size_t lua_token_declared(const struct lua_tokens *tokens, const char *word)
{
    for (size_t i = 0; i + 1 < tokens->n; i++) {
        size_t open = lua_token_is(tokens, i + 1, "(") ? i + 2 : i + 1;
        if (lua_token_is(tokens, i, word) && lua_token_is(tokens, open, "{"))
            return open;
    }
    return tokens->n;
}

static bool opens(const struct lua_tokens *t, size_t i)
{
    return lua_token_is(t, i, "{") || lua_token_is(t, i, "(") || lua_token_is(t, i, "[");
}

/* Behind the `end` of the function at i: what stands in it is none of the table's. */
static size_t skip_function(const struct lua_tokens *t, size_t i)
{
    size_t depth = 1;
    for (i++; i < t->n && depth; i++) {
        depth += lua_token_is(t, i, "function") || lua_token_is(t, i, "if") ||
                 lua_token_is(t, i, "do") || lua_token_is(t, i, "repeat");
        depth -= lua_token_is(t, i, "end") || lua_token_is(t, i, "until");
    }
    return i;
}

/* Behind the comma that ends the field or item at i. */
static size_t skip_item(const struct lua_tokens *t, size_t i, size_t close)
{
    while (i < close && !lua_token_is(t, i, ",") && !lua_token_is(t, i, ";")) {
        if (lua_token_is(t, i, "function"))
            i = skip_function(t, i);
        else
            i = opens(t, i) ? lua_token_close(t, i) + 1 : i + 1;
    }
    return i + 1;
}

size_t lua_token_value(const struct lua_tokens *tokens, size_t i)
{
    if (lua_token_is(tokens, i, "[")) {
        size_t close = lua_token_close(tokens, i);
        return lua_token_is(tokens, close + 1, "=") ? close + 2 : i;
    }
    bool named = i < tokens->n && tokens->list[i].kind == TOKEN_NAME;
    return named && lua_token_is(tokens, i + 1, "=") ? i + 2 : i;
}

/* The name of the field at i; "" for an item, and for a key that is worked out. */
static struct str name_at(const struct lua_tokens *t, size_t i)
{
    if (lua_token_value(t, i) == i)
        return str_of("");
    if (t->list[i].kind == TOKEN_NAME)
        return t->list[i].text;
    bool plain = t->list[i + 1].kind == TOKEN_STRING && lua_token_is(t, i + 2, "]");
    return plain ? t->list[i + 1].text : str_of("");
}

static size_t find(const struct lua_tokens *t, size_t open, struct str name, size_t item)
{
    size_t close = open < t->n ? lua_token_close(t, open) : 0;
    size_t items = 0;
    for (size_t i = open + 1; i < close; i = skip_item(t, i, close)) {
        bool is_item = lua_token_value(t, i) == i;
        if (is_item ? ++items == item : name.n && str_eq(name_at(t, i), name))
            return i;
    }
    return t->n;
}

size_t lua_token_field(const struct lua_tokens *tokens, size_t open, struct str name)
{
    return find(tokens, open, name, 0);
}

size_t lua_token_item(const struct lua_tokens *tokens, size_t open, size_t item)
{
    return find(tokens, open, str_of(""), item);
}
