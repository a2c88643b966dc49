/* fault.c - see fault.h. */
#include "engine/fault.h"

#include "engine/lua_token.h"

static bool path_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '[' || c == ']';
}

/* The next word of a message that may be a path, as `tables[2].rows[1]`. */
static bool next_path(struct str *rest, struct str *path)
{
    size_t from = 0;
    while (from < rest->n && !path_char(rest->p[from]))
        from++;
    size_t end = from;
    while (end < rest->n && path_char(rest->p[end]))
        end++;
    *path = str_sub(*rest, from, end - from);
    *rest = str_sub(*rest, end, rest->n);
    while (path->n && path->p[path->n - 1] == '.')
        path->n--;
    return end > from;
}

/* One step of a path: a name, or a number in brackets. */
static size_t step(const struct lua_tokens *t, size_t open, struct str *path)
{
    size_t n = 0;
    if (path->p[0] == '[') {
        size_t item = 0;
        for (n = 1; n < path->n && path->p[n] >= '0' && path->p[n] <= '9'; n++)
            item = item * 10 + (size_t)(path->p[n] - '0');
        n += n + 1 < path->n && path->p[n + 1] == '.'; /* `[1].rows` */
        *path = str_sub(*path, n + 1, path->n);
        return item ? lua_token_item(t, open, item) : t->n;
    }
    while (n < path->n && path->p[n] != '.' && path->p[n] != '[')
        n++;
    struct str name = str_sub(*path, 0, n);
    *path = str_sub(*path, n < path->n && path->p[n] == '.' ? n + 1 : n, path->n);
    return lua_token_field(t, open, name);
}

/* Follows a path as far as it is written out. *open: the table that it leads to, the number of tokens if that is
 * none. False when not even its beginning is there. */
static bool follow(const struct lua_tokens *t, size_t *open, struct str path, unsigned *line)
{
    size_t whole = lua_token_field(t, *open, path);
    size_t table = *open;
    bool any = false;
    do {
        size_t at = whole < t->n ? whole : step(t, table, &path);
        if (at >= t->n)
            break;
        any = true;
        *line = t->list[at].line;
        size_t value = lua_token_value(t, at);
        table = lua_token_is(t, value, "{") ? value : t->n;
    } while (whole >= t->n && path.n && table < t->n);
    if (any)
        *open = table;
    return any;
}

/* The line of the field that the message names: it names the table first, then what is wrong in it. */
static unsigned named_line(const struct lua_tokens *t, size_t open, struct str message)
{
    struct str path;
    unsigned line = open < t->n ? t->list[open].line : 0;
    while (open < t->n && next_path(&message, &path))
        follow(t, &open, path, &line);
    return line;
}

void fault_locate(struct strbuf *out, struct str message, struct str name, struct str source)
{
    static const char *const words[] = { "rule", "form", "scoring", "layout", "pack", "cases" };
    struct str rest = str_sub(message, name.n, message.n);
    struct lua_tokens tokens = { 0 };
    unsigned line = 0;
    if (str_starts(message, name) && str_starts(rest, STR(": "))) {
        size_t open = 0;
        lua_tokens_read(&tokens, source);
        open = tokens.n;
        for (size_t i = 0; open >= tokens.n && i < sizeof words / sizeof *words; i++)
            open = lua_token_declared(&tokens, words[i]);
        line = named_line(&tokens, open, rest);
    }
    if (line)
        strbuf_fmt(out, "%.*s:%u%.*s", STR_ARG(name), line, STR_ARG(rest));
    else
        strbuf_str(out, message);
    lua_tokens_free(&tokens);
}
