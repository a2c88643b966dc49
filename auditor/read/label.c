/* label.c - the charset a file names itself; see label.h. */
#include "read/label.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { SEARCH = 1 << 20, TAG_LONGEST = 2048 };

static bool token_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
}

/* What follows "word", blanks, '=', blanks and a quote in s; empty when there is nothing. */
static struct str value_of(struct str s, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n < s.n; i++) {
        if (strncasecmp(s.p + i, word, n) != 0)
            continue;
        struct str rest = str_trim(str_sub(s, i + n, s.n));
        if (!rest.n || rest.p[0] != '=')
            continue;
        rest = str_trim(str_sub(rest, 1, rest.n));
        while (rest.n && (rest.p[0] == '"' || rest.p[0] == '\'' || rest.p[0] == ' '))
            rest = str_sub(rest, 1, rest.n);
        size_t len = 0;
        while (len < rest.n && token_char(rest.p[len]))
            len++;
        if (len)
            return str_sub(rest, 0, len);
    }
    return (struct str){ "", 0 };
}

static struct str in_meta(struct str bytes)
{
    struct str s = str_sub(bytes, 0, SEARCH);
    const char *end = s.p + s.n;
    for (const char *p = s.p; p < end && (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++) {
        if (end - p < 6 || strncasecmp(p + 1, "meta", 4) != 0)
            continue;
        struct str tag = str_sub((struct str){ p, (size_t)(end - p) }, 0, TAG_LONGEST);
        const char *close = memchr(p, '>', tag.n);
        if (close)
            tag.n = (size_t)(close - p);
        struct str value = value_of(tag, "charset");
        if (value.n)
            return value;
    }
    return (struct str){ "", 0 };
}

void label_canonical(struct str label, char out[24])
{
    static const char *const gb[] = { "gb2312",     "gbk",         "gb18030",  "cp936",
                                      "ms936",      "windows-936", "x-gbk",    "euc-cn",
                                      "gb_2312-80", "gb2312-80",   "gb_2312",  "x-euc-cn",
                                      "chinese",    "iso-ir-58",   "csgb2312", "gb13000" };
    static const char *const big5[] = { "big5",    "big-5", "cp950",       "big5-hkscs", "x-x-big5",
                                        "cn-big5", "ms950", "windows-950", "big5hkscs",  "csbig5" };
    size_t n = label.n < 23 ? label.n : 23;
    for (size_t i = 0; i < n; i++) {
        char c = label.p[i];
        out[i] = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
    }
    out[n] = '\0';
    for (size_t i = 0; i < sizeof gb / sizeof gb[0]; i++)
        if (str_eq_nocase(label, gb[i]))
            memcpy(out, "GB18030", sizeof "GB18030");
    for (size_t i = 0; i < sizeof big5 / sizeof big5[0]; i++)
        if (str_eq_nocase(label, big5[i]))
            memcpy(out, "BIG5-HKSCS", sizeof "BIG5-HKSCS");
    if (str_eq_nocase(label, "utf8") || str_eq_nocase(label, "ascii") ||
        str_eq_nocase(label, "us-ascii") || str_eq_nocase(label, "unicode-1-1-utf-8"))
        memcpy(out, "UTF-8", sizeof "UTF-8");
}

void label_find(struct str bytes, struct str headers, char out[24])
{
    struct str label = in_meta(bytes);
    struct str start = str_trim(str_sub(bytes, 0, 256));
    if (!label.n && str_starts(start, STR("<?xml"))) {
        size_t close = str_find(start, STR(">"));
        label = value_of(str_sub(start, 0, close), "encoding");
    }
    if (!label.n)
        label = value_of(headers, "charset");
    label_canonical(label, out);
}
