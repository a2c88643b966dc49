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

/* The table that begins with the first line of the text; NULL when none does, or its lines do not meet. */
struct drawn_grid *drawn_grid_read(struct str text);

/* Adds the table, frees it and tells how many lines it had. number: of its first line; step: from one line to the next. */
uint32_t drawn_grid_add(struct drawn_grid *grid, struct doc_build *b, uint32_t number,
                        uint32_t step);

#endif /* AUDITOR_READ_DRAWN_GRID_H */
