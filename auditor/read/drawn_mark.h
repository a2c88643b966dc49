/*
 * drawn_mark.h - the characters that tables are drawn with (prefix drawn_).
 *
 * "─ │ ┌ ┼" and their kinds (double, thick, dashed), or "- = | +".
 */
#ifndef AUDITOR_READ_DRAWN_MARK_H
#define AUDITOR_READ_DRAWN_MARK_H

#include <stdbool.h>

#include "base/str.h"

/* The last two are what a line of a table begins and ends with. */
enum drawn_mark { DRAWN_TEXT, DRAWN_LEVEL, DRAWN_UPRIGHT, DRAWN_CORNER };

/* What the character at byte i is to a table, and how many bytes it has; of text, one byte of it. */
enum drawn_mark drawn_mark_at(struct str s, size_t i, size_t *len);

/* Whether the first line of the text is drawn level from end to end, with a corner at either: a table may begin or end there. */
bool drawn_is_edge(struct str text);

/* Whether the cell is a figure: two of them below each other are rows, though no line parts them. */
bool drawn_is_figure(struct str cell);

#endif /* AUDITOR_READ_DRAWN_MARK_H */
