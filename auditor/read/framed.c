/* framed.c - see framed.h. */
#include "read/framed.h"

#include <string.h>

enum { LEVELS = 4, ATTRIBUTES = 4096 /* bytes in front of the page that a frame holds */ };

#define FRAME "<iframe"
#define HOLDS "srcdoc"

/* Once a search has met the end of the page in vain, it is not done again. */
struct search {
    struct str page;
    bool no_quote[2], no_bracket, no_end;
};

struct frame {
    size_t from, to; /* of the element in the page */
    struct str before, within,
        behind; /* its attributes and, between them, the page that it holds */
};

static size_t skip_blanks(struct str page, size_t at)
{
    while (at < page.n && strchr(" \t\r\n\f", page.p[at]))
        at++;
    return at;
}

/* SIZE_MAX: it is not there, and *none says so from now on. */
static size_t find_from(struct str page, size_t from, const char *word, bool *none)
{
    size_t at = *none ? SIZE_MAX : str_find(str_sub(page, from, page.n), str_of(word));
    *none = at == SIZE_MAX;
    return *none ? SIZE_MAX : from + at;
}

/* Where the quoted value of the attribute at `at` begins, behind its quote; 0: it has none. */
static size_t value_start(struct str page, size_t at)
{
    size_t value = skip_blanks(page, at + strlen(HOLDS));
    if (value >= page.n || page.p[value] != '=')
        return 0;
    value = skip_blanks(page, value + 1);
    return value < page.n && (page.p[value] == '"' || page.p[value] == '\'') ? value + 1 : 0;
}

/* The element whose attribute stands at `at`. */
static bool read_frame(struct search *s, size_t at, struct frame *f)
{
    struct str page = s->page;
    size_t open = at, value = value_start(page, at);
    while (open > 0 && at - open < ATTRIBUTES && page.p[open] != '<')
        open--;
    if (value == 0 || !str_eq_nocase(str_sub(page, open, strlen(FRAME)), FRAME))
        return false;
    const char quote[2] = { page.p[value - 1], '\0' };
    size_t close = find_from(page, value, quote, &s->no_quote[*quote == '"']);
    size_t end = close == SIZE_MAX ? SIZE_MAX : find_from(page, close, ">", &s->no_bracket);
    if (end == SIZE_MAX)
        return false;
    size_t last = find_from(page, end, "</iframe>", &s->no_end);
    *f = (struct frame){
        .from = open,
        .to = last == SIZE_MAX ? end + 1 : last + strlen("</iframe>"),
        .before = str_sub(page, open + strlen(FRAME), at - open - strlen(FRAME)),
        .within = str_sub(page, value, close - value),
        .behind = str_sub(page, close + 1, end - close - 1),
    };
    return true;
}

/* An attribute's value: only marks that would end it, and those of marks, are written as references. */
static void add_value(struct strbuf *out, struct str value)
{
    static const struct {
        const char *name, *mark;
    } references[] = { { "&quot;", "\"" }, { "&#34;", "\"" }, { "&apos;", "'" }, { "&#39;", "'" },
                       { "&lt;", "<" },    { "&gt;", ">" },   { "&amp;", "&" } };
    for (size_t i = 0; i < value.n;) {
        size_t n = 1;
        const char *mark = NULL;
        for (size_t k = 0; value.p[i] == '&' && !mark && k < sizeof references / sizeof *references;
             k++)
            if (str_starts(str_sub(value, i, value.n), str_of(references[k].name))) {
                mark = references[k].mark;
                n = strlen(references[k].name);
            }
        strbuf_add(out, mark ? mark : value.p + i, 1);
        i += n;
    }
}

static bool unfold_once(struct strbuf *out, struct str page)
{
    struct search search = { .page = page };
    struct frame f;
    bool none = false;
    size_t done = 0, at = 0;
    while ((at = find_from(page, at, HOLDS, &none)) != SIZE_MAX) {
        if (!read_frame(&search, at, &f)) {
            at += strlen(HOLDS);
            continue;
        }
        strbuf_str(out, str_sub(page, done, f.from - done));
        strbuf_c(out, "<div");
        strbuf_str(out, f.before);
        strbuf_str(out, f.behind);
        strbuf_char(out, '>');
        add_value(out, f.within);
        strbuf_c(out, "</div>");
        at = done = f.to;
    }
    if (done > 0)
        strbuf_str(out, str_sub(page, done, page.n));
    return done > 0;
}

bool framed_unfold(struct strbuf *out, struct str page)
{
    struct strbuf made = { 0 };
    bool found = false;
    for (int level = 0; level < LEVELS && unfold_once(&made, page); level++) {
        struct strbuf last = *out;
        *out = made;
        made = last;
        strbuf_clear(&made);
        page = strbuf_view(out);
        found = true;
    }
    strbuf_free(&made);
    return found;
}
