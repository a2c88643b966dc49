/* carriers_link.c - see carriers_link.h. */
#include "office/carriers_link.h"

#include <string.h>

#include "base/file.h"

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void decode(struct strbuf *out, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        int high = s.p[i] == '%' && i + 2 < s.n ? digit(s.p[i + 1]) : -1;
        int low = high >= 0 ? digit(s.p[i + 2]) : -1;
        if (low >= 0)
            i += 2;
        strbuf_char(out, low >= 0 ? (char)(high * 16 + low) : s.p[i]);
    }
}

/* What stands behind '?' and '#' is for the server. */
static struct str last_part(struct str address)
{
    size_t n = 0;
    while (n < address.n && address.p[n] != '?' && address.p[n] != '#')
        n++;
    size_t from = n;
    while (from > 0 && address.p[from - 1] != '/' && address.p[from - 1] != '\\')
        from--;
    return str_trim(str_sub(address, from, n - from));
}

void carriers_link_name(struct strbuf *out, struct str address)
{
    struct strbuf bytes = { 0 };
    decode(&bytes, last_part(address));
    file_shown(out, strbuf_view(&bytes));
    strbuf_free(&bytes);
}

bool carriers_link_in(const struct doc *doc, struct str path)
{
    struct strbuf name = { 0 }, wanted = { 0 };
    bool found = false;
    file_shown(&wanted, last_part(path));
    for (size_t i = 0; doc && !found && i < doc->link_count; i++) {
        strbuf_clear(&name);
        carriers_link_name(&name, doc_string(doc, doc->links[i].href, doc->links[i].href_len));
        found = name.n && str_eq(strbuf_view(&name), strbuf_view(&wanted));
    }
    strbuf_free(&name);
    strbuf_free(&wanted);
    return found;
}

/* The value of an attribute from behind its '='. */
static struct str value_at(struct str rest)
{
    rest = str_trim(str_sub(rest, 0, 4096));
    char quote = rest.n && (rest.p[0] == '"' || rest.p[0] == '\'') ? rest.p[0] : 0;
    size_t from = quote != 0;
    size_t n = from;
    while (n < rest.n && (quote ? rest.p[n] != quote : !strchr(" \t\r\n>", rest.p[n])))
        n++;
    return str_sub(rest, from, n - from);
}

void carriers_link_each(struct str bytes, void (*found)(void *user, struct str href), void *user)
{
    static const char name[] = "href";
    enum { NAME = sizeof name - 1 };
    const char *end = bytes.p + bytes.n;
    for (const char *at = bytes.p; at < end; at++) {
        at = memchr(at, '=', (size_t)(end - at));
        if (!at)
            return;
        const char *word = at;
        while (word > bytes.p && (word[-1] == ' ' || word[-1] == '\t'))
            word--;
        if (word - bytes.p > NAME && str_eq_nocase((struct str){ word - NAME, NAME }, name))
            found(user, value_at((struct str){ at + 1, (size_t)(end - at - 1) }));
    }
}
