/* glance.c - see glance.h. */
#include "read/glance.h"

#include <string.h>

#include "read/charset.h"

static bool is_name(struct str rest, const char *name)
{
    struct str word = str_of(name);
    return str_eq_nocase(str_sub(rest, 0, word.n), name) &&
           (rest.n == word.n || strchr(" \t\n\f/>", rest.p[word.n]));
}

/* Behind the end tag of the element whose name begins at `from`. */
static size_t behind(struct str page, size_t from, const char *name)
{
    for (size_t i = from; i + 2 < page.n; i++)
        if (page.p[i] == '<' && page.p[i + 1] == '/' && is_name(str_sub(page, i + 2, page.n), name))
            return i + 2;
    return page.n;
}

/* Where what begins with the '<' at i ends: a tag, a comment, or an element that shows nothing. */
static size_t markup_end(struct glance *seen, struct str page, size_t i)
{
    static const char *const unseen[] = { "script", "style", "title", "noscript", "noframes" };
    struct str rest = str_sub(page, i + 1, page.n);
    if (str_starts(rest, STR("!--"))) {
        size_t end = str_find(rest, STR("-->"));
        return end == SIZE_MAX ? page.n : i + 1 + end + 3;
    }
    seen->frameset = seen->frameset || is_name(rest, "frameset");
    seen->iframe = seen->iframe || is_name(rest, "iframe");
    for (size_t k = 0; k < sizeof unseen / sizeof *unseen; k++)
        if (is_name(rest, unseen[k]))
            i = behind(page, i + 1, unseen[k]);
    const char *close = i < page.n ? memchr(page.p + i, '>', page.n - i) : NULL;
    return close ? (size_t)(close - page.p) + 1 : page.n;
}

struct glance glance(struct str page, struct str headers)
{
    struct glance seen = { 0 };
    struct charset c;
    charset_decode(&c, page, headers);
    for (size_t i = 0; i < c.text.n;) {
        if (c.text.p[i] == '<') {
            i = markup_end(&seen, c.text, i);
            continue;
        }
        bool reference = c.text.p[i] == '&' && i + 1 < c.text.n && c.text.p[i + 1] == '#';
        uint32_t sign = str_next(c.text, &i);
        seen.words += reference || (sign >= 0x80 && sign != 0xA0 && sign != 0x3000);
    }
    charset_free(&c);
    return seen;
}
