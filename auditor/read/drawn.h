/*
 * drawn.h - tables that a text draws with lines of characters (prefix drawn_).
 *
 * "│ 规章 │ 0 │" between "├────┼───┤", or "| 规章 | 0 |" between "+----+---+", as programs write that print pages and
 * documents as text. Rows become cells between '|', those whose cells run over several lines one row; the lines
 * that part them become DRAWN_SEAM. The number of lines stays. For tables whose lines meet see drawn_grid.h: here the
 * bars of a line are counted, wherever they stand.
 */
#ifndef AUDITOR_READ_DRAWN_H
#define AUDITOR_READ_DRAWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define DRAWN_SEAM "\xE2\x94\x9C" /* a line that is nothing but this is passed over */

bool drawn_any(struct str text); /* whether there may be one; fast */

/* Appends the table that the text begins with as rows, and tells how many lines that were: 0 when none begins there. */
uint32_t drawn_flatten(struct strbuf *out, struct str text);

#endif /* AUDITOR_READ_DRAWN_H */
