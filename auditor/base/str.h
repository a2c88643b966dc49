/*
 * str.h - text as a view (struct str) and as a growing buffer (struct strbuf).
 *
 * A view owns nothing and is not NUL-terminated. A buffer owns its bytes, which are always
 * NUL-terminated, and is freed with strbuf_free(); {0} is an empty buffer.
 * Text is UTF-8 unless said otherwise; lengths and offsets are in bytes.
 *
 * What only looks at a few bytes is inline: views are compared more often than anything else is
 * done, and mostly with literals, whose lengths the compiler then knows.
 */
#ifndef AUDITOR_BASE_STR_H
#define AUDITOR_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *p;
    size_t n;
};

struct strbuf {
    char *p;
    size_t n;
    size_t cap;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_INIT(literal)                                                                          \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }                                /* in a table */
#define STR_ARG(s) (int)(s).n, (s).p /* for "%.*s" */

/* NULL gives the empty view. */
static inline struct str str_of(const char *s)
{
    return (struct str){ s ? s : "", s ? strlen(s) : 0 };
}

/* Clipped to s. */
static inline struct str str_sub(struct str s, size_t from, size_t len)
{
    if (from > s.n)
        from = s.n;
    if (len > s.n - from)
        len = s.n - from;
    return (struct str){ s.p + from, len };
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_eq_c(struct str a, const char *b)
{
    return str_eq(a, str_of(b));
}

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n &&
           (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

struct str str_trim(struct str s); /* ASCII white space, U+00A0 and U+3000 at both ends */
bool str_eq_nocase(struct str a, const char *b);  /* ASCII case only */
int str_cmp(struct str a, struct str b);          /* by bytes, as memcmp, shorter first */
size_t str_find(struct str s, struct str needle); /* offset, or SIZE_MAX */
bool str_has(struct str s, const char *needle);
size_t str_count(struct str s, char c); /* how many bytes of it are c */

/* Takes the part up to the first sep off *rest; false when *rest is used up. */
bool str_split(struct str *rest, char sep, struct str *part);

/* UTF-8: decodes the character at *i (must be < s.n) and moves *i behind it.
 * A broken byte gives U+FFFD and moves by one. */
static inline uint32_t str_next(struct str s, size_t *i);
size_t str_chars(struct str s); /* number of characters */
bool str_valid(struct str s);   /* whether no byte of it is broken */
/* Whether the 12 bytes at p are four characters of three bytes, as nearly all of Chinese text is. */
static inline bool str_four_wide(const char *p);
static inline bool
str_two_wide(const char *p); /* the same of two, of which eight bytes are known */

void strbuf_free(struct strbuf *b);
void strbuf_clear(struct strbuf *b); /* keeps the memory */
void strbuf_add(struct strbuf *b, const void *bytes, size_t n);
void strbuf_str(struct strbuf *b, struct str s);
void strbuf_c(struct strbuf *b, const char *s);
static inline void strbuf_char(struct strbuf *b, char c);
void strbuf_rune(struct strbuf *b, uint32_t code_point); /* as UTF-8 */
void strbuf_fmt(struct strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_reserve(struct strbuf *b, size_t more);
struct str strbuf_view(const struct strbuf *b);
char *strbuf_take(struct strbuf *b); /* the bytes; the caller frees them, b is empty again */

uint32_t str_next_rare(struct str s, size_t *i); /* of str_next() */

/* Whether a character of three bytes begins at p, of which four bytes are known. */
static inline bool str_wide(const char *p)
{
    static const unsigned char bits[4] = { 0xF0, 0xC0, 0xC0, 0 }, lead[4] = { 0xE0, 0x80, 0x80, 0 };
    uint32_t a, a_bits, a_lead;
    memcpy(&a, p, sizeof a);
    memcpy(&a_bits, bits, sizeof a);
    memcpy(&a_lead, lead, sizeof a);
    return (a & a_bits) == a_lead;
}

static inline uint32_t str_next(struct str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    if (p[0] < 0x80) {
        *i += 1;
        return p[0];
    }
    if (s.n - *i >= 4 && str_wide((const char *)p)) {
        *i += 3;
        return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    return str_next_rare(s, i);
}

static inline bool str_four_wide(const char *p)
{
    static const unsigned char bits[12] = { 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0,
                                            0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0 };
    static const unsigned char lead[12] = { 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80,
                                            0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80 };
    uint64_t a, a_bits, a_lead;
    uint32_t b, b_bits, b_lead;
    memcpy(&a, p, sizeof a);
    memcpy(&a_bits, bits, sizeof a);
    memcpy(&a_lead, lead, sizeof a);
    memcpy(&b, p + sizeof a, sizeof b);
    memcpy(&b_bits, bits + sizeof a, sizeof b);
    memcpy(&b_lead, lead + sizeof a, sizeof b);
    return (a & a_bits) == a_lead && (b & b_bits) == b_lead;
}

static inline bool str_two_wide(const char *p)
{
    static const unsigned char bits[8] = { 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0, 0 };
    static const unsigned char lead[8] = { 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0, 0 };
    uint64_t a, a_bits, a_lead;
    memcpy(&a, p, sizeof a);
    memcpy(&a_bits, bits, sizeof a);
    memcpy(&a_lead, lead, sizeof a);
    return (a & a_bits) == a_lead;
}

static inline void strbuf_char(struct strbuf *b, char c)
{
    if (b->cap - b->n < 2)
        strbuf_reserve(b, 1);
    b->p[b->n++] = c;
    b->p[b->n] = '\0';
}

#endif /* AUDITOR_BASE_STR_H */
