/* normalise.c - see normalise.h. */
#include "text/normalise.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/fold.h"
#include "text/numeral_chinese.h"
#include "text/pinyin.h"
#include "text/script.h"

enum { SLACK = 16 }; /* room for any one character, its blank and the terminating NUL */

struct norm {
    struct strbuf *out;
    struct text_map *map; /* may be NULL */
    struct str raw;
    size_t start;    /* of our part of out */
    uint32_t last;   /* the character written last, 0 at the start */
    size_t blank_at; /* of the blank seen since, SIZE_MAX for none */
    bool quoted;     /* inside straight quotation marks */
    bool t2s;
};

static bool is_alnum(uint32_t c)
{
    return c - '0' < 10 || (c | 0x20) - 'a' < 26;
}

static bool is_han(uint32_t c)
{
    return c - 0x3400 <= 0x9FFF - 0x3400 || c - 0x20000 <= 0xFFFF || c == 0x3007 ||
           c - 0xF900 <= 0xFAFF - 0xF900;
}

static void reserve(struct norm *s, size_t more)
{
    more += SLACK;
    if (s->out->cap - s->out->n < more)
        strbuf_reserve(s->out, more);
    if (s->map && s->map->cap - (s->out->n - s->start) < more) {
        s->map->cap = s->map->cap + s->map->cap / 2 + more;
        s->map->raw = mem_resize(s->map->raw, s->map->cap, sizeof *s->map->raw);
    }
}

/* Writes bytes that come from the character at raw byte `at`; room is there. */
static void put_bytes(struct norm *s, const char *bytes, size_t n, size_t at)
{
    if (s->map)
        for (size_t k = 0; k < n; k++)
            s->map->raw[s->out->n - s->start + k] = (uint32_t)at;
    memcpy(s->out->p + s->out->n, bytes, n);
    s->out->n += n;
}

/* The blank that is due before c, if one is. */
static void put_blank(struct norm *s, uint32_t c)
{
    if (is_alnum(s->last) && is_alnum(c))
        put_bytes(s, " ", 1, s->blank_at);
    s->blank_at = SIZE_MAX;
}

/* Writes one character as it is. */
static void put(struct norm *s, uint32_t c, size_t at)
{
    reserve(s, 0);
    if (s->blank_at != SIZE_MAX)
        put_blank(s, c);
    s->last = c;
    if (c < 0x80) {
        put_bytes(s, (char[]){ (char)c }, 1, at);
    } else if (c >= 0x800 && c < 0x10000) {
        char u[3] = { (char)(0xE0 | (c >> 12)), (char)(0x80 | ((c >> 6) & 0x3F)),
                      (char)(0x80 | (c & 0x3F)) };
        put_bytes(s, u, 3, at);
    } else {
        size_t from = s->out->n;
        strbuf_rune(s->out, c);
        for (size_t k = from; s->map && k < s->out->n; k++)
            s->map->raw[k - s->start] = (uint32_t)at;
    }
}

/* Writes a character in simplified script, and mends the word that it ends. */
static void put_simplified(struct norm *s, uint32_t c, uint32_t entry, size_t at)
{
    put(s, entry & SCRIPT_TARGET ? entry & SCRIPT_TARGET : c, at);
    if (entry & SCRIPT_WORD_END)
        s->out->n = s->start + script_word_end(s->out->p + s->start, s->out->n - s->start);
}

/* Takes the last character back, to write it joined with the mark that follows it. */
static bool put_mark(struct norm *s, uint32_t mark)
{
    uint32_t joined[FOLD_MAX];
    if (s->last == 0 || fold_join(s->last, mark, joined) != 1)
        return false;
    size_t n = s->out->n - 1;
    while (((unsigned char)s->out->p[n] & 0xC0) == 0x80)
        n--;
    size_t at = s->map ? s->map->raw[n - s->start] : 0;
    s->out->n = n;
    s->blank_at = SIZE_MAX;
    put(s, joined[0], at);
    return true;
}

/* Says whether c, at raw byte `at`, is a zero of a Chinese numeral. Only a circle may be set apart
 * by blanks, as in spaced titles: figures may stand in a row of cells. */
static bool is_chinese_zero(const struct norm *s, uint32_t c, size_t at)
{
    bool circle = c == 0x25CB || c == 0x25EF;
    if (!circle && c != '0' && c != 'O' && c != 'o')
        return false;
    return numeral_chinese_digit(s->last) >= 0 && (circle || s->blank_at == SIZE_MAX) &&
           numeral_chinese_zeros(s->raw, at, circle);
}

static void put_quote(struct norm *s, size_t at)
{
    put(s, s->quoted ? 0x201D : 0x201C, at);
    s->quoted = !s->quoted;
}

/* One folded character. */
static void put_folded(struct norm *s, uint32_t c, size_t at)
{
    if (c == ' ') {
        if (s->blank_at == SIZE_MAX)
            s->blank_at = at;
    } else if (c == '"') {
        put_quote(s, at);
    } else if (is_chinese_zero(s, c, at)) {
        put(s, 0x3007, at);
    } else if (s->t2s) {
        put_simplified(s, c, script_entry(c), at);
    } else {
        put(s, c, at);
    }
}

/* ASCII, the most frequent after Han. Returns the bytes that were used. */
static size_t step_ascii(struct norm *s, unsigned char c, size_t at)
{
    if (c == '(' && is_han(s->last) && s->blank_at == SIZE_MAX) {
        size_t noise = pinyin_bracket(s->raw, at);
        if (noise)
            return noise;
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        put_folded(s, ' ', at);
    } else if (c > ' ' && c < 0x7F) {
        if (c == '"' || c == '0' || c == 'O' || c == 'o')
            put_folded(s, c, at);
        else
            put(s, c, at);
    }
    return 1;
}

/* The length of the run of well-formed U+4000..U+9FFF at byte i. */
static size_t han_run(struct str s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t from = i;
    while (s.n - i >= 3 && (unsigned)(p[i] - 0xE4) < 6 && (p[i + 1] & 0xC0) == 0x80 &&
           (p[i + 2] & 0xC0) == 0x80)
        i += 3;
    return i - from;
}

static void put_run(struct norm *s, size_t at, size_t n)
{
    reserve(s, n);
    if (s->map) {
        uint32_t *raw = s->map->raw + (s->out->n - s->start);
        for (size_t k = 0; k < n; k += 3)
            raw[k] = raw[k + 1] = raw[k + 2] = (uint32_t)(at + k);
    }
    memcpy(s->out->p + s->out->n, s->raw.p + at, n);
    s->out->n += n;
    s->blank_at = SIZE_MAX;
    size_t i = at + n - 3;
    s->last = str_next(s->raw, &i);
}

/* A phrase of the dictionary; returns the bytes of it, 0 if none begins here. */
static size_t step_phrase(struct norm *s, uint32_t c, size_t at)
{
    const struct script_phrase *phrase = script_phrase_at(s->raw, at, c);
    if (!phrase)
        return 0;
    struct str to = { phrase->to, phrase->to_n };
    for (size_t i = 0, from = at; i < to.n;) {
        size_t begins = from;
        str_next(s->raw, &from);
        put(s, str_next(to, &i), begins);
    }
    return phrase->from_n;
}

/* str_next(), stricter: overlong forms, surrogates and what lies beyond Unicode are broken too. */
static uint32_t next_valid(struct str raw, size_t *i)
{
    size_t at = *i;
    uint32_t c = str_next(raw, i);
    size_t n = *i - at;
    if ((n == 3 && c < 0x800) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)) || c - 0xD800 < 0x800) {
        *i = at + 1;
        return 0xFFFD;
    }
    return c;
}

/* "46¹": the number of a note, which is no digit of the figure before it; 0 for what is none. */
static uint32_t note_number(uint32_t c)
{
    return c == 0xB9 ? 1 : c == 0xB2 || c == 0xB3 ? c - 0xB0 : c - 0x2074 < 6 ? c - 0x2070 : 0;
}

/* Any character; returns the bytes that were used. */
static size_t step_any(struct norm *s, size_t at)
{
    size_t i = at;
    uint32_t c = next_valid(s->raw, &i);
    if (c == 0xFF08 && is_han(s->last) && s->blank_at == SIZE_MAX) {
        size_t noise = pinyin_bracket(s->raw, at);
        if (noise)
            return noise;
    }
    if (c == 0x2019 && is_alnum(s->last) && i < s->raw.n && is_alnum((unsigned char)s->raw.p[i])) {
        put(s, '\'', at);
        return i - at;
    }
    if (note_number(c) && s->last - '0' < 10 && s->blank_at == SIZE_MAX) {
        put(s, 0x2460 + note_number(c) - 1, at); /* circled, as notes are else */
        return i - at;
    }
    if (s->t2s && (script_entry(c) & SCRIPT_PHRASE)) {
        size_t n = step_phrase(s, c, at);
        if (n)
            return n;
    }
    uint32_t folded[FOLD_MAX];
    size_t n = fold_char(c, folded);
    for (size_t k = 0; k < n; k++)
        if (!fold_is_mark(folded[k]) || !put_mark(s, folded[k]))
            put_folded(s, folded[k], at);
    return i - at;
}

/* A character of a run of Han in traditional text; returns the bytes that were used. */
static size_t step_han_t2s(struct norm *s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s->raw.p + at;
    uint32_t c = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    uint32_t entry = script_entry(c);
    if (entry & SCRIPT_PHRASE) {
        size_t n = step_phrase(s, c, at);
        if (n)
            return n;
    }
    put_simplified(s, c, entry, at);
    return 3;
}

void text_normalise(struct strbuf *out, struct str raw, unsigned flags, struct text_map *map)
{
    struct norm s = { .out = out,
                      .map = map,
                      .raw = raw,
                      .start = out->n,
                      .blank_at = SIZE_MAX,
                      .t2s = (flags & TEXT_T2S) != 0 };
    reserve(&s, raw.n);
    for (size_t i = 0; i < raw.n;) {
        unsigned char b = (unsigned char)raw.p[i];
        size_t run;
        if (b < 0x80) {
            i += step_ascii(&s, b, i);
        } else if (b >= 0xE4 && b <= 0xE9 && (run = han_run(raw, i)) != 0) {
            if (s.t2s) {
                for (size_t end = i + run; i < end;)
                    i += step_han_t2s(&s, i);
            } else {
                put_run(&s, i, run);
                i += run;
            }
        } else {
            i += step_any(&s, i);
        }
    }
    out->p[out->n] = '\0';
    if (map) {
        map->n = out->n - s.start + 1;
        map->raw[map->n - 1] = (uint32_t)raw.n;
    }
}

void text_map_free(struct text_map *map)
{
    free(map->raw);
    *map = (struct text_map){ 0 };
}
