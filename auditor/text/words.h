/*
 * words.h - is one of these words here? (prefix words_; inside text only).
 *
 *     words_starts(s, "条 篇 则")   the length of the first word of the list that s begins with, or 0
 *     words_ends(s, "条 篇 则")     the same for its end
 *     words_has(s, "条 篇 则")      whether one of them stands anywhere in s
 *     words_last_in(&list, s, &n)   where the last of them stands
 *     words_skip(&list, s, i)       the next place at which one of them may stand
 *     words_sort_of(&sorts, s, &n)  which of several lists s begins with a word of: the first one
 *     words_seen_has(&seen, "...")  words_has() of the text of a look that was taken by words_see(): it costs
 *                                   hardly anything where no character begins a word of the list
 *
 * A list is a string literal of words separated by single blanks, none of which begins with a character of
 * two bytes. Each list knows which characters its words begin and end with, so that most places cost
 * one look, and has its words by their first two characters, so that the others cost hardly more,
 * however many words there are. That is noted at the first use and never changes; a list that does not
 * live as long as the program is given up by words_drop().
 */
#ifndef AUDITOR_TEXT_WORDS_H
#define AUDITOR_TEXT_WORDS_H

#include "base/str.h"

enum { WORDS_BITS = (128 + 256) / 64, WORDS_CHAINS = 64 };

struct words_entry;

struct words {
    const char *list;
    bool noted;
    /* a bit for each character that words begin and end with, see words_first() */
    uint64_t firsts[WORDS_BITS], lasts[WORDS_BITS];
    uint64_t single[WORDS_BITS]; /* those that are words by themselves */
    uint64_t pairs[WORDS_BITS];  /* the first two characters of the others */
    struct words_entry *entries; /* all words, chained by these, see words.c */
};

/* A list and what its words stand for. */
struct words_sort {
    int sort;
    struct words words;
};

/* Such lists, at most 64, in the order in which they are asked. */
struct words_sorts {
    struct words_sort *all;
    size_t count;
    bool noted;
    uint64_t of_first[WORDS_BITS * 64]; /* a bit for each list that has words with this character */
};

/* A text and a bit for each of its characters, see words_first(). */
struct words_seen {
    struct str text;
    uint64_t chars[WORDS_BITS];
};

#define WORDS(words_list)                                                                          \
    {                                                                                              \
        .list = "" words_list                                                                      \
    }
#define WORDS_ASK(words_function, words_str, words_list)                                           \
    __extension__({                                                                                \
        static struct words words_own = WORDS(words_list);                                         \
        words_function(&words_own, words_str);                                                     \
    })
#define words_starts(words_str, words_list) WORDS_ASK(words_start_of, words_str, words_list)
#define words_ends(words_str, words_list) WORDS_ASK(words_end_of, words_str, words_list)
#define words_has(words_str, words_list) WORDS_ASK(words_inside, words_str, words_list)
#define words_seen_has(words_look, words_list) WORDS_ASK(words_inside_seen, words_look, words_list)

void words_note(struct words *w);
void words_drop(struct words *w);
size_t words_match_start(const struct words *w, struct str s);
size_t words_match_end(const struct words *w, struct str s);
bool words_inside(struct words *w, struct str s);
void words_note_sorts(struct words_sorts *sorts);
/* Where the last of them begins, SIZE_MAX for nowhere; *found gets its length. */
size_t words_last_in(struct words *w, struct str s, size_t *found);

/* The bit of the character at p, of which n bytes are known; and of the one that ends behind p + n. */
static inline unsigned words_first(const unsigned char *p, size_t n)
{
    return p[0] < 0x80 ? p[0] : n < 3 ? 128 : 128 + ((p[1] * 5u + p[2]) & 255);
}

static inline unsigned words_last(const unsigned char *p, size_t n)
{
    return p[n - 1] < 0x80 ? p[n - 1] : n < 2 ? 128 : 128 + ((p[n - 2] * 5u + p[n - 1]) & 255);
}

/* The bytes of the character that begins with this byte. */
static inline size_t words_char(unsigned char first)
{
    return first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}

static inline bool words_bit(const uint64_t *bits, unsigned i)
{
    return bits[i >> 6] >> (i & 63) & 1;
}

static inline size_t words_start_of(struct words *w, struct str s)
{
    if (!w->noted)
        words_note(w);
    if (s.n == 0 || !words_bit(w->firsts, words_first((const unsigned char *)s.p, s.n)))
        return 0;
    return words_match_start(w, s);
}

static inline size_t words_end_of(struct words *w, struct str s)
{
    if (!w->noted)
        words_note(w);
    if (s.n == 0 || !words_bit(w->lasts, words_last((const unsigned char *)s.p, s.n)))
        return 0;
    return words_match_end(w, s);
}

/* The first byte, from byte i of valid text on, at which a word of the list may begin; s.n for none. */
static inline size_t words_skip(struct words *w, struct str s, size_t i)
{
    if (!w->noted)
        words_note(w);
    const unsigned char *p = (const unsigned char *)s.p;
    while (i < s.n && !words_bit(w->firsts, words_first(p + i, s.n - i)))
        i += words_char(p[i]);
    return i < s.n ? i : s.n;
}

/* The sort of s, 0 for none; *n gets the length of the word. */
static inline int words_sort_of(struct words_sorts *sorts, struct str s, size_t *n)
{
    *n = 0;
    if (!sorts->noted)
        words_note_sorts(sorts);
    if (s.n == 0)
        return 0;
    uint64_t lists = sorts->of_first[words_first((const unsigned char *)s.p, s.n)];
    for (; lists; lists &= lists - 1) {
        const struct words_sort *one = &sorts->all[__builtin_ctzll(lists)];
        *n = words_match_start(&one->words, s);
        if (*n)
            return one->sort;
    }
    return 0;
}

static inline void words_see(struct words_seen *seen, struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    *seen = (struct words_seen){ .text = s };
    for (size_t i = 0; i < s.n; i += words_char(p[i])) {
        unsigned c = words_first(p + i, s.n - i);
        seen->chars[c >> 6] |= (uint64_t)1 << (c & 63);
    }
}

static inline bool words_inside_seen(struct words *w, const struct words_seen *seen)
{
    uint64_t both = 0;
    if (!w->noted)
        words_note(w);
    for (size_t i = 0; i < WORDS_BITS; i++)
        both |= w->firsts[i] & seen->chars[i];
    return both && words_inside(w, seen->text);
}

#endif /* AUDITOR_TEXT_WORDS_H */
