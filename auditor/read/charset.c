/* charset.c - in what charset a file is written; see charset.h. */
#include "read/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <uchardet.h>

#include "read/gb18030.h"
#include "read/label.h"

enum {
    LOOK = 1 << 18, /* bytes that uchardet is shown */
    ENOUGH = 4000   /* characters that tell Chinese charsets apart */
};

size_t charset_ascii(const unsigned char *p, size_t left)
{
    size_t n = 0;
    uint64_t word[4];
    for (; n + sizeof word <= left; n += sizeof word) {
        memcpy(word, p + n, sizeof word);
        if ((word[0] | word[1] | word[2] | word[3]) & 0x8080808080808080u)
            break;
    }
    for (; n + sizeof word[0] <= left; n += sizeof word[0]) {
        memcpy(word, p + n, sizeof word[0]);
        if (word[0] & 0x8080808080808080u)
            break;
    }
    while (n < left && p[n] < 0x80)
        n++;
    return n;
}

/* The length of the valid UTF-8 character at p, 0 when it is broken. */
static size_t utf8_length(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    size_t n = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (n > left)
        return 0;
    for (size_t k = 1; k < n; k++)
        if ((p[k] & 0xC0) != 0x80)
            return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    return n;
}

/* Counts characters of several bytes, and broken bytes; no further than it takes to know that this
 * is no UTF-8. */
static void utf8_count(struct str s, size_t *wide, size_t *broken)
{
    const unsigned char *p = (const unsigned char *)s.p;
    *wide = *broken = 0;
    for (size_t i = 0; i < s.n && (*broken < ENOUGH || *broken * 20 <= *wide);) {
        if (p[i] < 0x80) {
            i += charset_ascii(p + i, s.n - i);
            continue;
        }
        /* nearly all Chinese characters: three bytes, and E0 and ED are not among them */
        if (p[i] > 0xE0 && p[i] < 0xED && i + 2 < s.n && (p[i + 1] & 0xC0) == 0x80 &&
            (p[i + 2] & 0xC0) == 0x80) {
            ++*wide;
            i += 3;
            continue;
        }
        size_t n = utf8_length(p + i, s.n - i);
        *wide += n > 1;
        *broken += n == 0;
        i += n ? n : 1;
    }
}

static void add_broken(struct charset *out)
{
    if (!out->invalid++)
        out->invalid_at = out->own.n;
    strbuf_rune(&out->own, 0xFFFD);
}

static void decode_utf8(struct charset *out, struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t good = 0;
    for (size_t i = 0; i < s.n;) {
        size_t n = utf8_length(p + i, s.n - i);
        if (n == 0) {
            strbuf_add(&out->own, p + good, i - good);
            add_broken(out);
            good = i + 1;
        }
        i += n ? n : 1;
    }
    strbuf_add(&out->own, p + good, s.n - good);
}

/* Any charset the system knows; false when it knows it not. */
static bool decode_iconv(struct charset *out, struct str s, const char *name)
{
    iconv_t cd = iconv_open("UTF-8", name);
    if (cd == (iconv_t)-1)
        return false;
    char *from = (char *)(uintptr_t)s.p; /* iconv does not write to its input */
    size_t left = s.n;
    while (left) {
        strbuf_reserve(&out->own, left + left / 2 + 64);
        char *to = out->own.p + out->own.n;
        size_t room = out->own.cap - out->own.n - 1;
        size_t result = iconv(cd, &from, &left, &to, &room);
        out->own.n = (size_t)(to - out->own.p);
        if (result == (size_t)-1 && errno != E2BIG && left) {
            size_t skip = strncmp(name, "UTF-16", 6) == 0 && left > 1 ? 2 : 1;
            add_broken(out);
            from += skip;
            left -= skip;
        }
    }
    strbuf_reserve(&out->own, 16);
    char *to = out->own.p + out->own.n;
    size_t room = out->own.cap - out->own.n - 1;
    iconv(cd, NULL, NULL, &to, &room);
    out->own.n = (size_t)(to - out->own.p);
    iconv_close(cd);
    return true;
}

static void decode_as(struct charset *out, struct str s, const char *name)
{
    if (strcmp(name, "GB18030") == 0)
        out->invalid = gb18030_decode(&out->own, s, &out->invalid_at);
    else if (strcmp(name, "UTF-8") == 0)
        decode_utf8(out, s);
    else if (!decode_iconv(out, s, name)) {
        name = "GB18030";
        out->invalid = gb18030_decode(&out->own, s, &out->invalid_at);
    }
    snprintf(out->name, sizeof out->name, "%s", name);
    out->text = strbuf_view(&out->own);
}

/* How many in a thousand pairs of high bytes are characters of everyday Chinese in the charset:
 * the first level of GB2312 or of Big5, and punctuation. The wrong one of the two gets some 400. */
static unsigned everyday(struct str s, bool big5)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t all = 0;
    size_t good = 0;
    for (size_t i = 0; i < s.n && all < ENOUGH; i++) {
        if (p[i] < 0x80)
            continue;
        all++;
        unsigned char lead = p[i];
        unsigned char trail = i + 1 < s.n ? p[i + 1] : 0;
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF)
            continue;
        bool tail = trail >= 0xA1 || (big5 && trail < 0x7F);
        bool head = (lead >= 0xA1 && lead <= 0xA3) ||
                    (big5 ? lead >= 0xA4 && lead <= 0xC6 : lead >= 0xB0 && lead <= 0xD7);
        good += head && tail;
        i++;
    }
    return all ? (unsigned)(good * 1000 / all) : 0;
}

/* No other charset of text has zero bytes. The high byte of a pair is the one that is zero (ASCII)
 * or that of a Chinese character; U+4E00, among the most frequent, has a zero on the other side. */
const char *charset_utf16(struct str s)
{
    size_t zeros = 0;
    size_t high[2] = { 0, 0 };
    struct str head = str_sub(s, 0, 16384);
    if (!head.n || !memchr(head.p, '\0', head.n))
        return NULL;
    for (size_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        zeros += c == 0;
        high[i & 1] += c == 0 || (c >= 0x4E && c <= 0x9F);
    }
    if (zeros < 4 || zeros * 200 < head.n || (high[0] + high[1]) * 3 < head.n)
        return NULL;
    if (high[1] > high[0] * 2)
        return "UTF-16LE";
    return high[0] > high[1] * 2 ? "UTF-16BE" : NULL;
}

static void ask_uchardet(struct str s, char name[24])
{
    name[0] = '\0';
    uchardet_t detector = uchardet_new();
    if (!detector)
        return;
    struct str head = str_sub(s, 0, LOOK);
    if (uchardet_handle_data(detector, head.p, head.n) == 0) {
        uchardet_data_end(detector);
        label_canonical(str_of(uchardet_get_charset(detector)), name);
    }
    uchardet_delete(detector);
}

/* The charset of bytes that are no valid UTF-8, label being what the file says, or "". */
static void choose(struct str s, const char *label, size_t wide, size_t broken, char name[24])
{
    bool nearly_utf8 = broken * 20 <= wide;
    unsigned gb = nearly_utf8 ? 0 : everyday(s, false);
    unsigned big5 = gb >= 950 || nearly_utf8 ? 0 : everyday(s, true);
    bool is_gb = strcmp(label, "GB18030") == 0;
    bool is_big5 = strcmp(label, "BIG5-HKSCS") == 0;
    const char *chosen = NULL;
    if (nearly_utf8)
        chosen = "UTF-8";
    else if (is_gb && (gb >= 600 || big5 < 850))
        chosen = label;
    else if (is_big5 && (big5 >= gb || gb < 850))
        chosen = label;
    else if (gb >= 850 && gb >= big5)
        chosen = "GB18030";
    else if (big5 >= 850)
        chosen = "BIG5-HKSCS";
    if (chosen) {
        snprintf(name, 24, "%s", chosen);
        return;
    }
    ask_uchardet(s, name);
    if (!name[0] || strcmp(name, "UTF-8") == 0)
        snprintf(name, 24, "%s", *label && strcmp(label, "UTF-8") != 0 ? label : "GB18030");
}

/* Line ends to '\n', NUL to U+FFFD, as what follows expects them. */
static void clean(struct charset *out)
{
    struct str s = out->text;
    if (!memchr(s.p, '\r', s.n) && !memchr(s.p, '\0', s.n))
        return;
    struct charset made = { 0 };
    strbuf_reserve(&made.own, s.n);
    size_t run = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '\r' && s.p[i] != '\0')
            continue;
        strbuf_add(&made.own, s.p + run, i - run);
        run = i + 1;
        if (s.p[i] == '\0')
            add_broken(&made);
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            strbuf_char(&made.own, '\n');
    }
    strbuf_add(&made.own, s.p + run, s.n - run);
    strbuf_free(&out->own);
    out->own = made.own;
    out->text = strbuf_view(&out->own);
    if (made.invalid && !out->invalid)
        out->invalid_at = made.invalid_at;
    out->invalid += made.invalid;
}

/* A byte order mark decides; its length, 0 without one. */
static size_t find_mark(struct str s, const char **name)
{
    static const struct {
        struct str mark;
        const char *name;
    } marks[] = {
        { { "\xEF\xBB\xBF", 3 }, "UTF-8" },
        { { "\xFF\xFE", 2 }, "UTF-16LE" },
        { { "\xFE\xFF", 2 }, "UTF-16BE" },
        { { "\x84\x31\x95\x33", 4 }, "GB18030" },
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (str_starts(s, marks[i].mark)) {
            *name = marks[i].name;
            return marks[i].mark.n;
        }
    }
    return 0;
}

void charset_decode(struct charset *out, struct str bytes, struct str headers)
{
    *out = (struct charset){ 0 };
    char label[24];
    char chosen[24];
    const char *name = NULL;
    size_t wide = 0;
    size_t broken = 0;
    struct str s = bytes;
    s = str_sub(s, find_mark(s, &name), s.n);
    if (!name)
        name = charset_utf16(s);
    bool marked = name && strcmp(name, "UTF-8") != 0;
    if (!marked)
        utf8_count(s, &wide, &broken);
    label_find(marked ? (struct str){ "", 0 } : s, headers, label);
    if (!marked && !broken) {
        out->text = s;
        snprintf(out->name, sizeof out->name, "UTF-8");
    } else {
        if (!name) {
            choose(s, label, wide, broken, chosen);
            name = chosen;
        }
        decode_as(out, s, name);
    }
    bool told = label[0] && strcmp(label, out->name) != 0;
    out->relabelled = told && (wide || broken);
    clean(out);
}

void charset_free(struct charset *charset)
{
    strbuf_free(&charset->own);
    *charset = (struct charset){ 0 };
}
