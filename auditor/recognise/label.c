/* label.c - the core of a label: one pass over its bytes, no library. */
#include "recognise/label.h"

#include <string.h>

enum {
    MOST = 64, /* characters compared */
    CORE = 200 /* bytes; no label is longer */
};

static const char NUMERALS[] = "一二三四五六七八九十"; /* three bytes each */

static unsigned numeral_of(struct str s, size_t i)
{
    if (i + 3 > s.n || (unsigned char)s.p[i] < 0xE4)
        return 0;
    for (unsigned k = 0; k < 10; k++) {
        if (memcmp(s.p + i, NUMERALS + k * 3, 3) == 0)
            return k + 1;
    }
    return 0;
}

/* A number in digits or Chinese numerals at byte i; moves i behind it. 0: none. */
static unsigned number_at(struct str s, size_t *i, bool *chinese)
{
    unsigned n = 0;
    size_t at = *i;
    *chinese = false;
    while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && at - *i < 3)
        n = n * 10 + (unsigned)(s.p[at++] - '0');
    if (at == *i) {
        unsigned digit;
        while (at - *i < 9 && (digit = numeral_of(s, at)) != 0) {
            n = digit == 10 && n != 0 ? n * 10 : n + digit;
            *chinese = true;
            at += 3;
        }
    }
    *i = at;
    return n;
}

static bool starts_at(struct str s, size_t i, const char *what)
{
    size_t n = strlen(what);
    return i + n <= s.n && memcmp(s.p + i, what, n) == 0;
}

/* The length of a mark that closes an ordinal at byte i, 0 if there is none. */
static size_t closing_at(struct str s, size_t i)
{
    if (i >= s.n)
        return 0;
    char c = s.p[i];
    if (c == '.' || c == ',' || c == ':' || c == ')')
        return 1;
    if ((unsigned char)c != 0xE3 && (unsigned char)c != 0xEF)
        return 0;
    return starts_at(s, i, "、") || starts_at(s, i, "．") || starts_at(s, i, "。") ? 3 : 0;
}

/* Circled digits stand as they are in normal text: 1..20 are U+2460.. */
static unsigned circled_at(struct str s, size_t i)
{
    if (i + 3 > s.n || (unsigned char)s.p[i] != 0xE2 || (unsigned char)s.p[i + 1] != 0x91)
        return 0;
    unsigned n = (unsigned char)s.p[i + 2] - 0xA0U + 1;
    return n <= 20 ? n : 0;
}

/* Skips one ordinal at *i; its number, 0 if none stands there. */
static unsigned skip_ordinal(struct str s, size_t *i)
{
    size_t at = *i;
    bool chinese;
    unsigned n = circled_at(s, at);
    if (n != 0) {
        at += 3;
    } else {
        bool bracket = at < s.n && s.p[at] == '(';
        at += bracket;
        n = number_at(s, &at, &chinese);
        size_t close = closing_at(s, at);
        if (n == 0 || (close == 0 && (chinese || bracket)))
            return 0;
        if (bracket && s.p[at] != ')')
            return 0;
        at += close;
        if (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
            return 0; /* 1.5, 1,234 */
    }
    if (closing_at(s, at) != 0)
        at += closing_at(s, at);
    *i = at;
    return n;
}

static const struct {
    const char *open, *close;
} BRACKETS[] = { { "(", ")" }, { "【", "】" }, { "[", "]" }, { "〔", "〕" }, { "{", "}" } };

/* The end of the bracket that opens at i, or i. An unclosed one reaches to the end. */
static size_t bracket_end(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c != '(' && c != '[' && c != '{' && c != 0xE3)
        return i;
    for (size_t k = 0; k < sizeof(BRACKETS) / sizeof(BRACKETS[0]); k++) {
        if (!starts_at(s, i, BRACKETS[k].open))
            continue;
        struct str rest = str_sub(s, i, s.n - i);
        size_t close = str_find(rest, str_of(BRACKETS[k].close));
        return close == SIZE_MAX ? s.n : i + close + strlen(BRACKETS[k].close);
    }
    return i;
}

/* The length of the character at i, negative when it is punctuation. */
static int letter_at(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80) {
        bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? 1 : -1;
    }
    int n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (i + (size_t)n > s.n)
        return -1;
    unsigned char d = (unsigned char)s.p[i + 1];
    bool mark = n == 2 || c == 0xEF || (c == 0xE2 && d <= 0x81) ||
                (c == 0xE3 && d == 0x80 && (unsigned char)s.p[i + 2] != 0x87);
    return mark ? -n : n;
}

/* Copies runs of letters; what lies between them is dropped. */
static void add_core(struct str s, size_t from, bool brackets, struct strbuf *out)
{
    size_t run = from, i = from, most = out->n + CORE;
    while (i < s.n && out->n + (i - run) < most) {
        size_t end = brackets ? i : bracket_end(s, i);
        int n = end != i ? -(int)(end - i) : letter_at(s, i);
        if (n > 0) {
            i += (size_t)n;
            continue;
        }
        if (i > run)
            strbuf_add(out, s.p + run, i - run);
        i += (size_t)-n;
        run = i;
    }
    if (i > run)
        strbuf_add(out, s.p + run, i - run);
}

uint32_t label_hash(struct str core)
{
    uint32_t h = 2166136261U;
    for (size_t i = 0; i < core.n; i++)
        h = (h ^ (unsigned char)core.p[i]) * 16777619U;
    return h;
}

struct label label_read(struct str normal, struct strbuf *out)
{
    struct label l = { 0 };
    size_t from = 0, before = out->n;
    for (int k = 0; k < 2; k++) {
        unsigned n = skip_ordinal(normal, &from);
        if (n == 0)
            break;
        l.ordinal = n;
    }
    add_core(normal, from, false, out);
    if (out->n == before)
        add_core(normal, from, true, out);
    l.hash = label_hash((struct str){ out->p + before, out->n - before });
    return l;
}

static size_t decode(struct str s, uint32_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < MOST;)
        out[n++] = str_next(s, &i);
    return n;
}

static size_t common(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    uint8_t row[MOST + 1] = { 0 };
    for (size_t i = 0; i < n; i++) {
        uint8_t corner = 0;
        for (size_t j = 0; j < m; j++) {
            uint8_t above = row[j + 1];
            if (a[i] == b[j])
                row[j + 1] = (uint8_t)(corner + 1);
            else if (row[j] > row[j + 1])
                row[j + 1] = row[j];
            corner = above;
        }
    }
    return row[m];
}

unsigned label_similar(struct str a, struct str b)
{
    uint32_t x[MOST], y[MOST];
    size_t n = decode(a, x), m = decode(b, y);
    if (n == 0 || m == 0)
        return 0;
    size_t both = common(x, n, y, m);
    return (unsigned)(both * 50 / n + both * 50 / m);
}

bool label_within(struct str part, struct str whole)
{
    uint32_t x[MOST], y[MOST];
    size_t n = decode(part, x), m = decode(whole, y);
    return n != 0 && common(x, n, y, m) == n;
}
