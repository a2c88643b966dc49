/* words.c - see words.h. */
#include "text/words.h"

#include <string.h>

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

void words_note(struct words *w)
{
    for (const char *word = w->list; *word; word = next_word(word)) {
        const unsigned char *p = (const unsigned char *)word;
        struct str whole = { word, length(word) };
        unsigned first = words_first(p, whole.n);
        set_bit(w->firsts, first);
        set_bit(w->lasts, words_last(p, whole.n));
        if (whole.n <= words_char(p[0]))
            set_bit(w->single, first);
        else
            set_bit(w->pairs, pair_of(whole, first));
    }
    w->noted = true;
}

size_t words_match_start(const struct words *w, struct str s)
{
    unsigned first = words_first((const unsigned char *)s.p, s.n);
    if (!words_bit(w->single, first) && !words_bit(w->pairs, pair_of(s, first)))
        return 0;
    for (const char *word = w->list; *word; word = next_word(word)) {
        size_t n = 0;
        while (n < s.n && word[n] == s.p[n] && word[n] != ' ')
            n++;
        word += n;
        if (n && (*word == ' ' || *word == '\0'))
            return n;
    }
    return 0;
}

size_t words_match_end(const struct words *w, struct str s)
{
    for (const char *word = w->list; *word; word = next_word(word)) {
        size_t n = length(word);
        if (n <= s.n && memcmp(s.p + s.n - n, word, n) == 0)
            return n;
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
