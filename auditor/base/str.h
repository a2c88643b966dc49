/*
 * str.h - text as a view (struct str) and as a growing buffer (struct strbuf).
 *
 * A view owns nothing and is not NUL-terminated. A buffer owns its bytes, which are always
 * NUL-terminated, and is freed with strbuf_free(); {0} is an empty buffer.
 * Text is UTF-8 unless said otherwise; lengths and offsets are in bytes.
 */
#ifndef AUDITOR_BASE_STR_H
#define AUDITOR_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
#define STR_ARG(s) (int)(s).n, (s).p /* for "%.*s" */

struct str str_of(const char *s);                          /* NULL gives the empty view */
struct str str_sub(struct str s, size_t from, size_t len); /* clipped to s */
struct str str_trim(struct str s); /* ASCII white space, U+00A0 and U+3000 at both ends */
bool str_eq(struct str a, struct str b);
bool str_eq_c(struct str a, const char *b);
bool str_eq_nocase(struct str a, const char *b); /* ASCII case only */
int str_cmp(struct str a, struct str b);         /* by bytes, as memcmp, shorter first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
size_t str_find(struct str s, struct str needle); /* offset, or SIZE_MAX */
bool str_has(struct str s, const char *needle);

/* Takes the part up to the first sep off *rest; false when *rest is used up. */
bool str_split(struct str *rest, char sep, struct str *part);

/* UTF-8: decodes the character at *i (must be < s.n) and moves *i behind it.
 * A broken byte gives U+FFFD and moves by one. */
uint32_t str_next(struct str s, size_t *i);
size_t str_chars(struct str s); /* number of characters */

void strbuf_free(struct strbuf *b);
void strbuf_clear(struct strbuf *b); /* keeps the memory */
void strbuf_add(struct strbuf *b, const void *bytes, size_t n);
void strbuf_str(struct strbuf *b, struct str s);
void strbuf_c(struct strbuf *b, const char *s);
void strbuf_char(struct strbuf *b, char c);
void strbuf_rune(struct strbuf *b, uint32_t code_point); /* as UTF-8 */
void strbuf_fmt(struct strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_reserve(struct strbuf *b, size_t more);
struct str strbuf_view(const struct strbuf *b);
char *strbuf_take(struct strbuf *b); /* the bytes; the caller frees them, b is empty again */

#endif /* AUDITOR_BASE_STR_H */
