/* label.c - the core of a label: one pass over its bytes, no library. */
#include "recognise/label.h"

#include <string.h>

enum { CORE = 200 }; /* bytes; no label is longer */

static unsigned numeral_of(struct str s, size_t i)
{
    if (i + 3 > s.n || ((unsigned char)s.p[i] != 0xE4 && (unsigned char)s.p[i] != 0xE5))
        return 0;
    switch (str_next(s, &i)) {
    case 0x4E00: /* 一 */
        return 1;
    case 0x4E8C: /* 二 */
        return 2;
    case 0x4E09: /* 三 */
        return 3;
    case 0x56DB: /* 四 */
        return 4;
    case 0x4E94: /* 五 */
        return 5;
    case 0x516D: /* 六 */
        return 6;
    case 0x4E03: /* 七 */
        return 7;
    case 0x516B: /* 八 */
        return 8;
    case 0x4E5D: /* 九 */
        return 9;
    case 0x5341: /* 十 */
        return 10;
    default:
        return 0;
    }
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
static size_t closed_bracket(struct str s, size_t i)
{
    for (size_t k = 0; k < sizeof(BRACKETS) / sizeof(BRACKETS[0]); k++) {
        if (!starts_at(s, i, BRACKETS[k].open))
            continue;
        struct str rest = str_sub(s, i, s.n - i);
        size_t close = str_find(rest, str_of(BRACKETS[k].close));
        return close == SIZE_MAX ? s.n : i + close + strlen(BRACKETS[k].close);
    }
    return i;
}

static inline size_t bracket_end(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];
    return c != '(' && c != '[' && c != '{' && c != 0xE3 ? i : closed_bracket(s, i);
}

/* The length of the character at i, negative when it is punctuation. */
static inline int letter_at(struct str s, size_t i)
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

/* Eight bytes at a time; of a core that is known only to the process. */
uint32_t label_hash(struct str core)
{
    uint64_t h = core.n;
    for (size_t i = 0; i < core.n; i += sizeof(h)) {
        uint64_t part = 0;
        memcpy(&part, core.p + i, core.n - i < sizeof(part) ? core.n - i : sizeof(part));
        h = (h ^ part) * 0x9E3779B97F4A7C15U;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

/* The first two letters of the core at or behind byte i, 0 where there is none. */
static void first_letters(struct str s, size_t i, bool brackets, uint32_t letters[2])
{
    size_t found = 0;
    letters[0] = letters[1] = 0;
    while (i < s.n && found < 2) {
        size_t end = brackets ? i : bracket_end(s, i);
        int n = end != i ? -(int)(end - i) : letter_at(s, i);
        if (n > 0)
            letters[found++] = str_next(s, &i);
        else
            i += (size_t)-n;
    }
}

struct label_head label_head(struct str normal)
{
    struct label_head h = { 0 };
    uint32_t letters[2];
    for (int k = 0; k < 2; k++) {
        unsigned n = skip_ordinal(normal, &h.from);
        if (n == 0)
            break;
        h.ordinal = n;
    }
    first_letters(normal, h.from, false, letters);
    if (letters[0] == 0)
        first_letters(normal, h.from, true, letters);
    h.first = letters[0];
    h.second = letters[1];
    h.settled = h.from < normal.n && (unsigned char)normal.p[h.from] >= 0xE4 &&
                letter_at(normal, h.from) > 0 && numeral_of(normal, h.from) == 0;
    return h;
}

uint32_t label_core(struct str normal, const struct label_head *head, struct strbuf *out)
{
    size_t before = out->n;
    add_core(normal, head->from, false, out);
    if (out->n == before)
        add_core(normal, head->from, true, out);
    return label_hash(str_sub(strbuf_view(out), before, out->n));
}

uint32_t label_core_whole(struct str normal, const struct label_head *head, struct strbuf *out)
{
    size_t before = out->n;
    add_core(normal, head->from, true, out);
    return label_hash(str_sub(strbuf_view(out), before, out->n));
}

void label_chars(struct label_chars *out, struct str core)
{
    out->n = 0;
    for (size_t i = 0; i < core.n && out->n < LABEL_CHARS;)
        out->c[out->n++] = str_next(core, &i);
}

/* Length of the longest common subsequence. A row of the classic table is one word: its bits are
 * zero where the row grows by one (Crochemore et al. 2001). */
static size_t common(const struct label_chars *a, const struct label_chars *b)
{
    uint64_t row = UINT64_MAX;
    size_t n = 0;
    for (size_t j = 0; j < b->n; j++) {
        uint64_t match = 0;
        for (size_t i = 0; i < a->n && i < LABEL_CHARS; i++)
            match |= (uint64_t)(a->c[i] == b->c[j]) << i;
        row = (row + (row & match)) | (row & ~match);
    }
    for (size_t i = 0; i < a->n; i++)
        n += (~row >> i) & 1;
    return n;
}

unsigned label_similar(const struct label_chars *a, const struct label_chars *b)
{
    if (a->n == 0 || b->n == 0)
        return 0;
    size_t both = common(a, b);
    return (unsigned)(both * 50 / a->n + both * 50 / b->n);
}

bool label_within(const struct label_chars *part, const struct label_chars *whole)
{
    return part->n != 0 && common(part, whole) == part->n;
}

static bool is_particle(struct str s, size_t i)
{
    static const char particles[] = "的之和与及或者等度类了"; /* three bytes each */
    for (size_t k = 0; k + 3 < sizeof(particles) && i + 3 <= s.n; k += 3) {
        if (memcmp(s.p + i, particles + k, 3) == 0)
            return true;
    }
    return false;
}

void label_plain(struct str core, struct strbuf *out)
{
    for (size_t i = 0; i < core.n;) {
        size_t from = i;
        str_next(core, &i);
        if (!is_particle(core, from))
            strbuf_add(out, core.p + from, i - from);
    }
}
