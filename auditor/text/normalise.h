/*
 * normalise.h - the normal form of Chinese official text (prefix text_).
 *
 * Folded: full-width ASCII to half-width (so （）：；， become ():;,), compatibility forms (NFKC)
 * but for circled digits (and raised ones behind a figure, which become such), quotation marks of
 * every kind to “”, dashes to '-', ○ and 0 among Chinese digits to 〇. Dropped: zero-width and control characters, soft hyphens, private-use
 * runs, pinyin noise "(bào)" behind a Han character, and every blank (space, tab, newline, U+00A0,
 * U+3000) but one between two ASCII letters or digits.
 * With TEXT_T2S traditional characters become simplified ones (a table generated from OpenCC's
 * data at build time) and the few words that differ by region are replaced (檔案 for 文件 ...).
 *
 * A bracket with pinyin is noise only if it holds a real syllable: "(a)", "(APP)" and "(https..)"
 * stay. Bytes that are not UTF-8 become U+FFFD, so the normal form is always valid UTF-8.
 *
 * The fast path copies what needs nothing; the libraries see only the rest.
 */
#ifndef AUDITOR_TEXT_NORMALISE_H
#define AUDITOR_TEXT_NORMALISE_H

#include "base/str.h"

enum text_flag { TEXT_T2S = 1 };

/* For every byte of the normal form, where the input's character begins that it came from; one
 * element more than the text has bytes, the last one the input's length. Never runs back. What
 * stands at [from, to) of the normal form came from [raw[from], raw[to]) of the input, which may
 * end in blanks or noise that was dropped: trim it before showing it. */
struct text_map {
    uint32_t *raw;
    size_t n;
    size_t cap;
};

/* Appends the normal form of raw to out. map may be NULL; otherwise it is replaced, its indexes
 * counting from where out stood before the call. */
void text_normalise(struct strbuf *out, struct str raw, unsigned flags, struct text_map *map);
void text_map_free(struct text_map *map);

/* How many characters of s occur only in simplified, and only in traditional text. */
void text_script_count(struct str s, size_t *simplified, size_t *traditional);

/* Traditional to simplified alone, for text that stays otherwise as it was. */
void text_simplify(struct strbuf *out, struct str s);

#endif /* AUDITOR_TEXT_NORMALISE_H */
