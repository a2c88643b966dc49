/* words.c - see words.h. */
#include "text/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The first WORDS_CHAINS are the heads of the chains, in which the words stand in the order of the list: of
 * those that begin alike, and of those that end alike. */
struct words_entry {
    uint16_t at; /* in the list */
    uint16_t length;
    uint16_t next, next_end; /* the number of an entry, 0 for none */
};

/* The first byte of the next word of a list, from p on; the end of the list for none. */
static const char *next_word(const char *p)
{
    while (*p && *p != ' ')
        p++;
    return *p ? p + 1 : p;
}

static size_t length(const char *word)
{
    size_t n = 0;
    while (word[n] && word[n] != ' ')
        n++;
    return n;
}

/* The bit of the first two characters of s; that of a word's own end if there is but one. */
static unsigned pair_of(struct str s, unsigned first)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t n = words_char(p[0]);
    unsigned second = n < s.n ? words_first(p + n, s.n - n) : 0;
    return 128 + ((first * 7 + second) & 255);
}

static void set_bit(uint64_t *bits, unsigned i)
{
    bits[i >> 6] |= (uint64_t)1 << (i & 63);
}

/* The chain of a word or a place by the bit of its first character or characters. */
static unsigned chain_of(unsigned bit)
{
    return bit & (WORDS_CHAINS - 1);
}

static void chain(struct words *w, uint16_t number, unsigned start, unsigned end, struct str word)
{
    struct words_entry *last = &w->entries[chain_of(start)];
    while (last->next)
        last = &w->entries[last->next];
    last->next = number;
    last = &w->entries[chain_of(end)];
    while (last->next_end)
        last = &w->entries[last->next_end];
    last->next_end = number;
    w->entries[number].at = (uint16_t)(word.p - w->list);
    w->entries[number].length = (uint16_t)word.n;
}

void words_note(struct words *w)
{
    size_t n = WORDS_CHAINS;
    for (const char *word = w->list; *word; word = next_word(word))
        n++;
    w->entries = mem_zero(n, sizeof *w->entries);
    uint16_t number = WORDS_CHAINS;
    for (const char *word = w->list; *word; word = next_word(word)) {
        const unsigned char *p = (const unsigned char *)word;
        struct str whole = { word, length(word) };
        unsigned first = words_first(p, whole.n);
        bool single = whole.n <= words_char(p[0]);
        unsigned start = single ? first : pair_of(whole, first);
        set_bit(w->firsts, first);
        unsigned end = words_last(p, whole.n);
        set_bit(w->lasts, end);
        set_bit(single ? w->single : w->pairs, start);
        chain(w, number++, start, end, whole);
    }
    w->noted = true;
}

void words_note_sorts(struct words_sorts *sorts)
{
    for (size_t k = 0; k < sorts->count; k++) {
        words_note(&sorts->all[k].words);
        for (unsigned i = 0; i < WORDS_BITS * 64; i++)
            sorts->of_first[i] |= (uint64_t)words_bit(sorts->all[k].words.firsts, i) << k;
    }
    sorts->noted = true;
}

void words_drop(struct words *w)
{
    free(w->entries);
    w->entries = NULL;
    w->noted = false;
}

/* The first entry of a chain that s begins with, NULL for none. */
static const struct words_entry *find(const struct words *w, unsigned chain, struct str s)
{
    for (uint16_t i = w->entries[chain].next; i; i = w->entries[i].next) {
        const struct words_entry *e = &w->entries[i];
        if (e->length <= s.n && memcmp(w->list + e->at, s.p, e->length) == 0)
            return e;
    }
    return NULL;
}

size_t words_match_start(const struct words *w, struct str s)
{
    const struct words_entry *one = NULL, *two = NULL;
    unsigned first = words_first((const unsigned char *)s.p, s.n);
    unsigned pair = pair_of(s, first);
    if (words_bit(w->single, first))
        one = find(w, chain_of(first), s);
    if (words_bit(w->pairs, pair))
        two = find(w, chain_of(pair), s);
    if (one && two) /* the one that comes first in the list */
        return one->at < two->at ? one->length : two->length;
    return one ? one->length : two ? two->length : 0;
}

size_t words_match_end(const struct words *w, struct str s)
{
    unsigned end = chain_of(words_last((const unsigned char *)s.p, s.n));
    for (uint16_t i = w->entries[end].next_end; i; i = w->entries[i].next_end) {
        const struct words_entry *e = &w->entries[i];
        if (e->length <= s.n && memcmp(s.p + s.n - e->length, w->list + e->at, e->length) == 0)
            return e->length;
    }
    return 0;
}

size_t words_last_in(struct words *w, struct str s, size_t *found)
{
    size_t last = SIZE_MAX;
    for (size_t i = words_skip(w, s, 0); i < s.n; i = words_skip(w, s, i)) {
        size_t n = words_match_start(w, str_sub(s, i, s.n));
        if (n) {
            last = i;
            *found = n;
        }
        str_next(s, &i);
    }
    return last;
}

bool words_inside(struct words *w, struct str s)
{
    for (size_t i = words_skip(w, s, 0); i < s.n; i = words_skip(w, s, i)) {
        if (words_match_start(w, str_sub(s, i, s.n)))
            return true;
        str_next(s, &i);
    }
    return false;
}
