/*
 * flat.h - paragraphs in which the headings of an article stand (prefix flat_).
 *
 * Some files have a whole article, or what lies between two of its tables, in one paragraph: "title 一、总体情况
 * text (一)公开 text。二、主动公开政府信息情况". It is parted before the headings in it and, where a blank tells their ends,
 * behind them. Chapters follow each other, have words that headings have, and text; a list in a sentence, a table of
 * contents and the mention of a heading are left alone.
 *
 * Ownership  Takes doc over and gives it back, or one in its place.
 */
#ifndef AUDITOR_READ_FLAT_H
#define AUDITOR_READ_FLAT_H

#include "document/document.h"

struct doc *flat_part(struct doc *doc);

enum { FLAT_CUTS = 200 };

/* Where the parts of a paragraph (UTF-8) begin but for the first; 0 when it is to be left as it is. goes_on: one before
 * it was parted, so that it may go on behind a table with a later chapter. */
size_t flat_cuts(struct str line, bool goes_on, size_t cuts[FLAT_CUTS]);

#endif /* AUDITOR_READ_FLAT_H */
