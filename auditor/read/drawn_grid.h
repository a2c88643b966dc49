/*
 * drawn_grid.h - a table that a text draws, read by the columns of its lines (prefix drawn_grid_).
 *
 * As a page is written out by a text browser: every line of the table ends in the same column, a Chinese character taking
 * two. Where the lines stand tells the cells and how many rows and columns each reaches over, whatever lines the
 * words of a label were broken into.
 */
#ifndef AUDITOR_READ_DRAWN_GRID_H
#define AUDITOR_READ_DRAWN_GRID_H

#include "document/build.h"

/* Adds the table that begins with the first line of the text, whose number is given, and tells how many lines it has: 0
 * when no table begins there or its lines do not meet, and nothing was added. step: from the number of one line to the next. */
uint32_t drawn_grid_add(struct doc_build *b, struct str text, uint32_t number, uint32_t step);

#endif /* AUDITOR_READ_DRAWN_GRID_H */
