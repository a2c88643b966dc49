/* sheet.c - see sheet.h. */
#include "read/sheet.h"

#include <string.h>

#include "read/attribute.h"

enum { LONGEST = 64, MOST_CSS = 1 << 18 };

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || (unsigned char)c >= 0x80;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* ".copy" of "div.copy"; "" for a selector that says more. */
static struct str only_name(struct str selector)
{
    size_t mark = 0;
    selector = str_trim(selector);
    while (mark < selector.n && is_name(selector.p[mark]))
        mark++;
    struct str name = str_sub(selector, mark, selector.n);
    if (name.n < 2 || name.n > LONGEST || (name.p[0] != '.' && name.p[0] != '#'))
        return STR("");
    for (size_t i = 1; i < name.n; i++)
        if (!is_name(name.p[i]))
            return STR("");
    return name;
}

/* How often the sheet's selectors and declarations name it, the mark included. */
static size_t mentions(struct str css, struct str name)
{
    size_t n = 0;
    for (size_t from = 0, at; (at = str_find(str_sub(css, from, css.n), name)) != SIZE_MAX;) {
        from += at + name.n;
        n += from == css.n || !is_name(css.p[from]);
    }
    return n;
}

/* A script that names it may show it. */
static bool in_script(struct str page, struct str name)
{
    struct str bare = str_sub(name, 1, name.n);
    for (size_t from = 0, at; (at = str_find(str_sub(page, from, page.n), bare)) != SIZE_MAX;) {
        size_t start = from + at;
        from = start + bare.n;
        char before = start > 0 ? page.p[start - 1] : ' ';
        char behind = from < page.n ? page.p[from] : ' ';
        if (before == '#' || before == '.')
            before = start > 1 ? page.p[start - 2] : ' ';
        bool quoted = (before == '"' || before == '\'') && (behind == before || behind == ' ');
        size_t back = start > 12 ? start - 12 : 0;
        struct str lead = str_sub(page, back, start - back);
        if (quoted && !str_has(lead, "class") && !str_has(lead, "CLASS") && !str_has(lead, "id=") &&
            !str_has(lead, "ID="))
            return true;
    }
    return false;
}

static void add_selectors(struct sheet *sheet, struct str list, struct str css, struct str page)
{
    struct str selector;
    while (str_split(&list, ',', &selector)) {
        struct str name = only_name(selector);
        if (name.n == 0 || sheet->n == SHEET_NAMES || mentions(css, name) != 1 ||
            in_script(page, name))
            continue;
        sheet->names[sheet->n++] = (struct sheet_name){ name.p[0], str_sub(name, 1, name.n) };
    }
}

/* Behind the block whose '{' stands at `at`; blocks within it are passed over. */
static size_t block_end(struct str css, size_t at)
{
    size_t depth = 0;
    for (; at < css.n; at++) {
        depth += css.p[at] == '{';
        if (css.p[at] == '}' && --depth == 0)
            return at + 1;
    }
    return css.n;
}

/* Where the selector that ends at `at` begins: behind comments and what opens a comment of mark-up. */
static struct str selector_of(struct str css, size_t from, size_t at)
{
    struct str s = str_sub(css, from, at - from);
    for (size_t end; (end = str_find(s, STR("*/"))) != SIZE_MAX;)
        s = str_sub(s, end + 2, s.n);
    s = str_trim(s);
    if (str_starts(s, STR("<!--")))
        s = str_trim(str_sub(s, 4, s.n));
    return s;
}

void sheet_read(struct sheet *sheet, struct str css, struct str page)
{
    if (css.n > MOST_CSS)
        css.n = MOST_CSS;
    for (size_t from = 0; from < css.n;) {
        const char *open = memchr(css.p + from, '{', css.n - from);
        if (open == NULL)
            return;
        size_t at = (size_t)(open - css.p), end = block_end(css, at);
        struct str selector = selector_of(css, from, at);
        struct str body = str_sub(css, at + 1, end > at + 1 ? end - at - 2 : 0);
        from = end;
        if (selector.n > 0 && selector.p[0] != '@' && (attribute_style(body) & EFFECT_HIDDEN) != 0)
            add_selectors(sheet, selector, css, page);
    }
}

/* Behind `at`: blanks and what may stand between a tag and the first statement of its script. */
static bool opens_script(struct str page, size_t at)
{
    enum { WITHIN = 200 };
    struct str lead = str_sub(page, at > WITHIN ? at - WITHIN : 0, at < WITHIN ? at : WITHIN);
    lead = str_trim(lead);
    if (str_ends(lead, STR("<!--")))
        lead = str_trim(str_sub(lead, 0, lead.n - strlen("<!--")));
    if (lead.n == 0 || lead.p[lead.n - 1] != '>')
        return false;
    size_t from = lead.n;
    while (from > 0 && lead.p[from - 1] != '<')
        from--;
    return str_eq_nocase(str_sub(lead, from, strlen("script")), "script");
}

/* How often the page has the name in quotes, but for the attribute itself. */
static size_t quoted(struct str page, struct str name)
{
    size_t n = 0;
    for (size_t from = 0, at; (at = str_find(str_sub(page, from, page.n), name)) != SIZE_MAX;) {
        size_t start = from + at;
        from = start + name.n;
        if (start < 2 || from >= page.n || page.p[start - 1] != page.p[from] ||
            page.p[start - 2] == '=')
            continue;
        n += page.p[from] == '"' || page.p[from] == '\'';
    }
    return n;
}

/* Where `style` stands from byte `from` on, page.n for nowhere. Its bracket is rare on a page: to go from one to
 * the next costs a fifth of a search for the whole. */
static size_t find_style(struct str page, size_t from, struct str style)
{
    const char *at = page.p + from, *end = page.p + page.n;
    while (at < end && (at = memchr(at, style.p[0], (size_t)(end - at))) != NULL) {
        if (str_starts(str_sub(page, (size_t)(at - page.p), page.n), style))
            return (size_t)(at - page.p);
        at++;
    }
    return page.n;
}

void sheet_read_scripts(struct sheet *sheet, struct str page)
{
    const struct str get = STR("document.getElementById("), style = STR(").style.display");
    for (size_t from = 0, end; (end = find_style(page, from, style)) < page.n;) {
        size_t start = end, behind = end + style.n;
        from = behind;
        while (start > 0 && end - start < LONGEST && page.p[start - 1] != '(')
            start--;
        struct str name = str_sub(page, start, end - start);
        struct str rest = str_sub(page, behind, 12);
        while (rest.n > 0 && (is_space(rest.p[0]) || rest.p[0] == '='))
            rest = str_sub(rest, 1, rest.n);
        if (name.n < 3 || (name.p[0] != '"' && name.p[0] != '\'') || start < get.n ||
            !str_eq(str_sub(page, start - get.n, get.n), get) || rest.n < 5 ||
            (rest.p[0] != '"' && rest.p[0] != '\'') ||
            !str_eq_nocase(str_sub(rest, 1, strlen("none")), "none") ||
            !opens_script(page, start - get.n))
            continue;
        name = str_sub(name, 1, name.n - 2);
        if (sheet->n < SHEET_NAMES && quoted(page, name) == 1)
            sheet->names[sheet->n++] = (struct sheet_name){ '#', name };
    }
}

static bool names_hidden(const struct sheet *sheet, char mark, struct str values)
{
    for (size_t i = 0; i < values.n;) {
        size_t from = i;
        while (i < values.n && !is_space(values.p[i]))
            i++;
        struct str word = str_sub(values, from, i - from);
        for (size_t k = 0; k < sheet->n && word.n > 0; k++)
            if (sheet->names[k].mark == mark && str_eq(sheet->names[k].name, word))
                return true;
        i++;
    }
    return false;
}

/* The value of the attribute behind `at`, where its '=' may stand. */
static struct str value_at(struct str text, size_t at)
{
    while (at < text.n && is_space(text.p[at]))
        at++;
    if (at >= text.n || text.p[at] != '=')
        return STR("");
    for (at++; at < text.n && is_space(text.p[at]);)
        at++;
    char quote = at < text.n && (text.p[at] == '"' || text.p[at] == '\'') ? text.p[at] : 0;
    size_t end = at += quote != 0;
    while (end < text.n &&
           (quote ? text.p[end] != quote : !is_space(text.p[end]) && text.p[end] != '>'))
        end++;
    return str_sub(text, at, end - at);
}

bool sheet_hides(const struct sheet *sheet, struct str attributes)
{
    static const struct {
        const char *name;
        char mark;
    } known[] = { { "class", '.' }, { "id", '#' } };
    for (size_t i = 1; i < attributes.n; i++) {
        if (!is_space(attributes.p[i - 1]))
            continue;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
            struct str name = str_sub(attributes, i, strlen(known[k].name));
            if (str_eq_nocase(name, known[k].name) &&
                names_hidden(sheet, known[k].mark, value_at(attributes, i + name.n)))
                return true;
        }
    }
    return false;
}
