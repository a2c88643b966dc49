/*
 * script.h - traditional and simplified characters, by table (prefix script_; inside text only).
 *
 * The tables are generated from OpenCC's data at build time (script_gen.c). One look-up costs two
 * array accesses. Which text is to be converted is the caller's decision: a simplified text goes
 * through unharmed only because nobody converts it.
 */
#ifndef AUDITOR_TEXT_SCRIPT_H
#define AUDITOR_TEXT_SCRIPT_H

#include "base/str.h"

enum {
    SCRIPT_LIMIT = 0x34000, /* the first code point that no table knows */
    SCRIPT_PAGE = 64,
    SCRIPT_PLANE = 0x10000,       /* of which script_tells has two bits a character */
    SCRIPT_TELLS = 32,            /* characters of one of its words */
    SCRIPT_TARGET = 0x1FFFFF,     /* the simplified character; 0: itself */
    SCRIPT_SIMPLIFIED = 1 << 21,  /* occurs only in simplified text */
    SCRIPT_TRADITIONAL = 1 << 22, /* occurs only in traditional text */
    SCRIPT_PHRASE = 1 << 23,      /* a phrase begins with it */
    SCRIPT_WORD_END = 1 << 24,    /* simplified, it may end a word of script_word_end() */
    SCRIPT_SHARED = 1 << 25       /* occurs in both; only while the table is being made */
};

/* The characters that bear SCRIPT_WORD_END: the last ones of the list in script.c. */
#define SCRIPT_WORD_ENDS "案神式讯路化观体覆解著力手重出过"

/* Words whose characters are not converted one by one (TSPhrases); both sides have the same
 * number of characters. Sorted by first character, then the longest first. */
struct script_phrase {
    uint32_t first;
    uint16_t from_n, to_n;
    const char *from, *to;
};

extern const struct script_phrase script_phrases[];
extern const size_t script_phrase_count;
extern const uint32_t script_pages[][SCRIPT_PAGE];
extern const uint16_t script_index[SCRIPT_LIMIT / SCRIPT_PAGE];
extern const uint64_t script_tells[SCRIPT_PLANE / SCRIPT_TELLS];

__attribute__((unused)) static inline uint32_t script_entry(uint32_t c)
{
    return c < SCRIPT_LIMIT ? script_pages[script_index[c / SCRIPT_PAGE]][c % SCRIPT_PAGE] : 0;
}

/* SCRIPT_SIMPLIFIED and SCRIPT_TRADITIONAL of a character as 1 and 2. */
__attribute__((unused)) static inline unsigned script_tell(uint32_t c)
{
    if (c >= SCRIPT_PLANE)
        return script_entry(c) / SCRIPT_SIMPLIFIED & 3;
    return script_tells[c / SCRIPT_TELLS] >> 2 * (c % SCRIPT_TELLS) & 3;
}

/* The phrase that begins at byte at, whose character there is first; NULL if there is none. */
const struct script_phrase *script_phrase_at(struct str s, size_t at, uint32_t first);

/* Replaces a word that differs by region and ends at the end of the (simplified) text by the
 * word of the mainland, in place. Returns the new length, never more than n. Worth
 * calling only behind a character with SCRIPT_WORD_END. */
size_t script_word_end(char *text, size_t n);

#endif /* AUDITOR_TEXT_SCRIPT_H */
