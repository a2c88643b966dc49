/*
 * text_row.h - rows of a table between tabs that were broken into lines (prefix text_row_).
 *
 * Both take the lines that belong to the row off *rest, which begins behind the line, add them to *line and tell how many
 * they were.
 */
#ifndef AUDITOR_READ_TEXT_ROW_H
#define AUDITOR_READ_TEXT_ROW_H

#include <stdint.h>

#include "base/str.h"

/* A cell of several lines in quotation marks, as spreadsheets copy it. */
uint32_t text_row_quoted(struct str *line, struct str *rest);
/* A header whose cells were broken; cols: of the row above it in the same table, 0 where none is open. */
uint32_t text_row_broken(struct str *line, struct str *rest, size_t cols);

#endif /* AUDITOR_READ_TEXT_ROW_H */
