/*
 * flat.h - an article that lost its line ends (prefix flat_).
 *
 * Some pages come as text with a whole article in one line: "title 一、总体情况 text (一)公开 text".
 * It is parted again before and behind the headings in it.
 */
#ifndef AUDITOR_READ_FLAT_H
#define AUDITOR_READ_FLAT_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line of UTF-8 is a whole article: long, with a first chapter that has text. Behind such a line, which
 * stopped at a table, one that begins with a later chapter goes on with it. */
bool flat_is(struct str line, bool goes_on);

/* Where the part of a flat line ends that begins at byte from; line.n for the last one. */
size_t flat_end(struct str line, size_t from);

#endif /* AUDITOR_READ_FLAT_H */
