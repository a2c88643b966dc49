/*
 * fold.h - what one character outside ASCII and Han becomes (prefix fold_; inside text only, but
 * for fold_radical()).
 *
 * Known at a glance: Chinese punctuation, full width, dashes, quotation marks, blanks, what is not
 * to be seen. utf8proc is asked about the rest.
 */
#ifndef AUDITOR_TEXT_FOLD_H
#define AUDITOR_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FOLD_MAX = 24 }; /* no character decomposes into more than 18 */

/* Writes what c becomes and returns how many characters that is: 0 when c is dropped. A blank of
 * any kind comes out as ' '. */
size_t fold_char(uint32_t c, uint32_t out[FOLD_MAX]);

/* The character that a radical shows (U+2E80 to U+2FDF); any other comes back as it is. */
uint32_t fold_radical(uint32_t c);

/* Says whether c belongs to the character before it; then fold_join() makes one of both: it
 * returns 1 or, where Unicode knows no such character, 2. */
bool fold_is_mark(uint32_t c);
size_t fold_join(uint32_t base, uint32_t mark, uint32_t out[FOLD_MAX]);

#endif /* AUDITOR_TEXT_FOLD_H */
