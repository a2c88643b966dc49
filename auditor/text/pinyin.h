/*
 * pinyin.h - recognises pinyin that a mirror put behind a character (prefix pinyin_; inside text
 * only): "報(bào)告", "公(gong)(gong)開".
 *
 * A bracket counts only if it holds nothing but real syllables in small letters, with tone marks,
 * or exactly one syllable of at least two letters without. So "(a)", "(LED)", "(https...)" stay.
 */
#ifndef AUDITOR_TEXT_PINYIN_H
#define AUDITOR_TEXT_PINYIN_H

#include "base/str.h"

/* The length in bytes of such a bracket at byte at of s, ( ) or full width; 0 if there is none. */
size_t pinyin_bracket(struct str s, size_t at);

#endif /* AUDITOR_TEXT_PINYIN_H */
