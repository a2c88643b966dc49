/* html_safe.c - see html_safe.h. */
#include "engine/html_safe.h"

#include <string.h>

static const struct {
    const char *name;
    unsigned flags;
} tags[] = {
    { "a", 0 },
    { "abbr", 0 },
    { "article", HTML_LINE },
    { "aside", HTML_LINE },
    { "b", 0 },
    { "blockquote", HTML_LINE },
    { "br", HTML_VOID },
    { "caption", HTML_LINE },
    { "circle", 0 },
    { "cite", 0 },
    { "code", 0 },
    { "col", HTML_VOID },
    { "colgroup", HTML_LINE },
    { "dd", HTML_LINE },
    { "del", 0 },
    { "details", HTML_LINE },
    { "div", HTML_LINE },
    { "dl", HTML_LINE },
    { "dt", HTML_LINE },
    { "em", 0 },
    { "figcaption", HTML_LINE },
    { "figure", HTML_LINE },
    { "footer", HTML_LINE },
    { "g", 0 },
    { "h1", HTML_LINE },
    { "h2", HTML_LINE },
    { "h3", HTML_LINE },
    { "h4", HTML_LINE },
    { "h5", HTML_LINE },
    { "h6", HTML_LINE },
    { "header", HTML_LINE },
    { "hr", HTML_VOID | HTML_LINE },
    { "i", 0 },
    { "ins", 0 },
    { "kbd", 0 },
    { "li", HTML_LINE },
    { "line", 0 },
    { "main", HTML_LINE },
    { "mark", 0 },
    { "meter", 0 },
    { "nav", HTML_LINE },
    { "ol", HTML_LINE },
    { "p", HTML_LINE },
    { "path", 0 },
    { "polyline", 0 },
    { "pre", HTML_LINE },
    { "q", 0 },
    { "rect", 0 },
    { "s", 0 },
    { "section", HTML_LINE },
    { "small", 0 },
    { "span", 0 },
    { "strong", 0 },
    { "sub", 0 },
    { "summary", HTML_LINE },
    { "sup", 0 },
    { "svg", HTML_LINE },
    { "table", HTML_LINE },
    { "tbody", HTML_LINE },
    { "td", 0 },
    { "text", 0 },
    { "tfoot", HTML_LINE },
    { "th", 0 },
    { "thead", HTML_LINE },
    { "time", 0 },
    { "title", 0 },
    { "tr", HTML_LINE },
    { "u", 0 },
    { "ul", HTML_LINE },
    { "var", 0 },
    { "wbr", HTML_VOID },
};

int html_tag(const char *name)
{
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (strcmp(tags[i].name, name) == 0)
            return (int)tags[i].flags;
    return -1;
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x61C ||
           c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

/* Text as it may stand in content and in a quoted attribute alike. */
void html_escape(struct strbuf *out, struct str s)
{
    size_t done = 0;
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        unsigned char byte = (unsigned char)s.p[i];
        const char *entity = byte == '&'    ? "&amp;"
                             : byte == '<'  ? "&lt;"
                             : byte == '>'  ? "&gt;"
                             : byte == '"'  ? "&quot;"
                             : byte == '\'' ? "&#39;"
                                            : NULL;
        if (!entity && byte >= 0x20 && byte < 0x7F) {
            i++;
            continue;
        }
        uint32_t c = str_next(s, &i);
        bool broken = c == 0xFFFD && i - from != 3;
        if (!entity && !broken && !is_control(c))
            continue;
        strbuf_add(out, s.p + done, from - done);
        if (entity)
            strbuf_c(out, entity);
        else if (broken)
            strbuf_rune(out, 0xFFFD);
        else
            strbuf_fmt(out, "⟦U+%04X⟧", (unsigned)c);
        done = i;
    }
    strbuf_add(out, s.p + done, s.n - done);
}

/* http, https, relative and #: judged as a browser would, which passes over blanks and controls. */
bool html_safe_address(struct str s)
{
    char start[8] = "";
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c <= 0x20 || c == 0x7F)
            return false;
    }
    for (size_t i = 0; i < s.n && !strchr("/?#", s.p[i]); i++) {
        if (s.p[i] == ':')
            return strcmp(start, "http") == 0 || strcmp(start, "https") == 0;
        if (n + 1 < sizeof start)
            start[n++] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]);
    }
    return true;
}

bool html_safe_style(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              (c && strchr(" :;.,%#-", c))))
            return false;
    }
    return true;
}
