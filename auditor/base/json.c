/* json.c - see json.h. */
#include "base/json.h"

#include <assert.h>
#include <string.h>

void json_start(struct json *j, struct strbuf *out)
{
    *j = (struct json){ .out = out };
}

static void separate(struct json *j)
{
    if (j->comma[j->depth])
        strbuf_char(j->out, ',');
    j->comma[j->depth] = true;
}

static void open_level(struct json *j, char bracket)
{
    separate(j);
    strbuf_char(j->out, bracket);
    assert(j->depth + 1 < JSON_DEPTH);
    j->depth++;
    j->comma[j->depth] = false;
    j->last[j->depth] = (struct str){ NULL, 0 };
}

static void close_level(struct json *j, char bracket)
{
    assert(j->depth > 0);
    j->depth--;
    strbuf_char(j->out, bracket);
}

void json_object(struct json *j)
{
    open_level(j, '{');
}

void json_end_object(struct json *j)
{
    close_level(j, '}');
}

void json_array(struct json *j)
{
    open_level(j, '[');
}

void json_end_array(struct json *j)
{
    close_level(j, ']');
}

void json_key(struct json *j, const char *key)
{
    struct str name = str_of(key);
    assert(j->last[j->depth].p == NULL || str_cmp(j->last[j->depth], name) < 0);
    j->last[j->depth] = name;
    separate(j);
    strbuf_char(j->out, '"');
    json_escape(j->out, name);
    strbuf_add(j->out, "\":", 2);
    j->comma[j->depth] = false; /* the value follows its key without a comma */
}

static void value_starts(struct json *j)
{
    separate(j);
}

void json_str(struct json *j, struct str s)
{
    value_starts(j);
    strbuf_char(j->out, '"');
    json_escape(j->out, s);
    strbuf_char(j->out, '"');
}

void json_c(struct json *j, const char *s)
{
    if (s)
        json_str(j, str_of(s));
    else
        json_null(j);
}

/* The digits of n, at least `width` of them. */
static void add_digits(struct strbuf *out, uint64_t n, size_t width)
{
    char digits[24];
    size_t at = sizeof digits;
    while (n || sizeof digits - at < width) {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    }
    strbuf_add(out, digits + at, sizeof digits - at);
}

/* The sign of a number; gives its size. */
static uint64_t add_sign(struct strbuf *out, int64_t value)
{
    if (value >= 0)
        return (uint64_t)value;
    strbuf_char(out, '-');
    return 0 - (uint64_t)value;
}

void json_key_str(struct json *j, const char *key, struct str s)
{
    json_key(j, key);
    if (s.n)
        json_str(j, s);
    else
        json_null(j);
}

void json_int(struct json *j, int64_t value)
{
    value_starts(j);
    add_digits(j->out, add_sign(j->out, value), 1);
}

void json_bool(struct json *j, bool value)
{
    value_starts(j);
    strbuf_c(j->out, value ? "true" : "false");
}

void json_null(struct json *j)
{
    value_starts(j);
    strbuf_c(j->out, "null");
}

void json_raw(struct json *j, struct str json_text)
{
    value_starts(j);
    strbuf_str(j->out, json_text);
}

void json_milli(struct json *j, int64_t thousandths)
{
    value_starts(j);
    uint64_t size = add_sign(j->out, thousandths), part = size % 1000;
    add_digits(j->out, size / 1000, 1);
    if (part == 0)
        return;
    size_t width = 3;
    for (; part % 10 == 0; width--)
        part /= 10;
    strbuf_char(j->out, '.');
    add_digits(j->out, part, width);
}

/* True for the bytes that stand for themselves in a JSON string. */
static bool plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

/* Controls, line ends of Unicode, and what reorders a line: the same text to a program, harmless on
 * a terminal. */
static bool steers(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Outside ASCII such characters stand only within strings, where an escape may take their place. */
void json_harden(struct strbuf *out, struct str json_text)
{
    for (size_t i = 0; i < json_text.n;) {
        size_t from = i;
        uint32_t c = str_next(json_text, &i);
        if (c >= 0x7F && steers(c))
            strbuf_fmt(out, "\\u%04x", (unsigned)c);
        else if (c == 0xFFFD)
            strbuf_rune(out, c);
        else
            strbuf_add(out, json_text.p + from, i - from);
    }
}

/* Whether the eight bytes at p are of ASCII from '#' on, without a backslash and DEL. */
static bool plain_word(const char *p)
{
    const uint64_t each = 0x0101010101010101u;
    uint64_t w;
    memcpy(&w, p, sizeof w);
    uint64_t backslash = w ^ each * '\\', del = w ^ each * 0x7F;
    uint64_t below = w - each * '#';
    return ((w | below | ((backslash - each) & ~backslash) | ((del - each) & ~del)) &
            each * 0x80) == 0;
}

/* Behind what stands for itself from byte i on: most of ASCII, and U+3000 to U+CFFF, where Chinese is. */
static size_t plain_end(struct str s, size_t i)
{
    while (s.n - i >= 8 && plain_word(s.p + i))
        i += 8;
    for (; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0xE3 && c < 0xED && s.n - i >= 4 && str_wide(s.p + i))
            i += 2;
        else if (!plain(c))
            break;
    }
    return i;
}

void json_escape(struct strbuf *out, struct str s)
{
    size_t i = 0;
    while (i < s.n) {
        size_t from = i;
        i = plain_end(s, i);
        strbuf_add(out, s.p + from, i - from);
        if (i == s.n)
            break;
        size_t at = i;
        uint32_t c = str_next(s, &i);
        if (c == 0xFFFD)
            strbuf_c(out, "\xEF\xBF\xBD");
        else if (c == '"' || c == '\\')
            strbuf_fmt(out, "\\%c", (int)c);
        else if (c == '\n')
            strbuf_c(out, "\\n");
        else if (c == '\t')
            strbuf_c(out, "\\t");
        else if (steers(c))
            strbuf_fmt(out, "\\u%04x", (unsigned)c);
        else
            strbuf_add(out, s.p + at, i - at);
    }
}
