/* str.c - views and buffers of text; see str.h. */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The length of a blank character at the start of s, 0 if there is none. */
static size_t blank_at_start(struct str s)
{
    if (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r')))
        return 1;
    if (s.n >= 2 && memcmp(s.p, "\xC2\xA0", 2) == 0)
        return 2;
    if (s.n >= 3 && memcmp(s.p, "\xE3\x80\x80", 3) == 0)
        return 3;
    return 0;
}

static size_t blank_at_end(struct str s)
{
    for (size_t len = 1; len <= 3 && len <= s.n; len++)
        if (blank_at_start(str_sub(s, s.n - len, len)) == len)
            return len;
    return 0;
}

struct str str_trim(struct str s)
{
    size_t blank;
    while ((blank = blank_at_start(s)) != 0)
        s = str_sub(s, blank, s.n);
    while ((blank = blank_at_end(s)) != 0)
        s.n -= blank;
    return s;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_eq_nocase(struct str a, const char *b)
{
    size_t i = 0;
    while (i < a.n && b[i] && lower(a.p[i]) == lower(b[i]))
        i++;
    return i == a.n && b[i] == '\0';
}

int str_cmp(struct str a, struct str b)
{
    size_t common = a.n < b.n ? a.n : b.n;
    int order = common ? memcmp(a.p, b.p, common) : 0;
    if (order)
        return order;
    return (a.n > b.n) - (a.n < b.n);
}

size_t str_find(struct str s, struct str needle)
{
    if (needle.n == 0)
        return 0;
    if (s.n < needle.n)
        return SIZE_MAX;
    /* In Chinese text a third byte is the rarest: looking for the last one finds fewer wrong places. */
    const size_t before = needle.n - 1;
    const char *end = s.p + s.n, *hit = s.p + before;
    while ((hit = memchr(hit, needle.p[before], (size_t)(end - hit)))) {
        if (memcmp(hit - before, needle.p, before) == 0)
            return (size_t)(hit - before - s.p);
        hit++;
    }
    return SIZE_MAX;
}

bool str_has(struct str s, const char *needle)
{
    return str_find(s, str_of(needle)) != SIZE_MAX;
}

size_t str_count(struct str s, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == c;
    return n;
}

bool str_split(struct str *rest, char sep, struct str *part)
{
    if (!rest->p)
        return false;
    const char *hit = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
    if (hit) {
        *part = (struct str){ rest->p, (size_t)(hit - rest->p) };
        *rest = (struct str){ hit + 1, rest->n - part->n - 1 };
    } else {
        *part = *rest;
        *rest = (struct str){ NULL, 0 };
    }
    return true;
}

uint32_t str_next_rare(struct str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    size_t left = s.n - *i;
    size_t len = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC2 ? 2 : 0;
    if (len == 0 || len > left || p[0] > 0xF4) {
        *i += 1;
        return 0xFFFD;
    }
    uint32_t c = p[0] & (0xFFu >> (len + 1));
    for (size_t k = 1; k < len; k++) {
        if ((p[k] & 0xC0) != 0x80) {
            *i += 1;
            return 0xFFFD;
        }
        c = (c << 6) | (p[k] & 0x3Fu);
    }
    *i += len;
    return c;
}

size_t str_chars(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        for (; s.n - i >= 12 && str_four_wide(s.p + i); i += 12)
            count += 4;
        count += i < s.n && ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return count;
}

bool str_valid(struct str s)
{
    for (size_t i = 0; i < s.n;) {
        while (s.n - i >= 12 && str_four_wide(s.p + i))
            i += 12;
        while (s.n - i >= 4 && str_wide(s.p + i))
            i += 3;
        while (i < s.n && (unsigned char)s.p[i] < 0x80)
            i++;
        size_t from = i;
        if (i < s.n && str_next(s, &i) == 0xFFFD && i - from != 3)
            return false;
    }
    return true;
}

void strbuf_free(struct strbuf *b)
{
    free(b->p);
    *b = (struct strbuf){ 0 };
}

void strbuf_clear(struct strbuf *b)
{
    b->n = 0;
    if (b->p)
        b->p[0] = '\0';
}

void strbuf_reserve(struct strbuf *b, size_t more)
{
    if (more >= SIZE_MAX / 2 - b->n)
        mem_exhausted();
    size_t need = b->n + more + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap < need)
        cap += cap / 2 + 16;
    b->p = mem_resize(b->p, cap, 1);
    b->cap = cap;
}

void strbuf_add(struct strbuf *b, const void *bytes, size_t n)
{
    if (b->cap - b->n <= n)
        strbuf_reserve(b, n);
    if (n)
        memcpy(b->p + b->n, bytes, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void strbuf_str(struct strbuf *b, struct str s)
{
    strbuf_add(b, s.p, s.n);
}

void strbuf_c(struct strbuf *b, const char *s)
{
    strbuf_add(b, s, strlen(s));
}

void strbuf_rune(struct strbuf *b, uint32_t c)
{
    char u[4];
    size_t n;
    if (c < 0x80) {
        u[0] = (char)c;
        n = 1;
    } else if (c < 0x800) {
        u[0] = (char)(0xC0 | (c >> 6));
        u[1] = (char)(0x80 | (c & 0x3F));
        n = 2;
    } else if (c < 0x10000) {
        u[0] = (char)(0xE0 | (c >> 12));
        u[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        u[2] = (char)(0x80 | (c & 0x3F));
        n = 3;
    } else {
        u[0] = (char)(0xF0 | (c >> 18));
        u[1] = (char)(0x80 | ((c >> 12) & 0x3F));
        u[2] = (char)(0x80 | ((c >> 6) & 0x3F));
        u[3] = (char)(0x80 | (c & 0x3F));
        n = 4;
    }
    strbuf_add(b, u, n);
}

void strbuf_fmt(struct strbuf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        strbuf_reserve(b, (size_t)n);
        vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

struct str strbuf_view(const struct strbuf *b)
{
    return (struct str){ b->p ? b->p : "", b->n };
}

char *strbuf_take(struct strbuf *b)
{
    char *p = b->p ? b->p : mem_strdup("");
    *b = (struct strbuf){ 0 };
    return p;
}
