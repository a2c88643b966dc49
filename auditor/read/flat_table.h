/*
 * flat_table.h - tables whose cells stand in one line, parted by blanks (prefix flat_table_).
 *
 * Where an article was saved as one paragraph its tables are rows of words and figures: "规章 0 0 0 行政规范性文件 2 1 35".
 * Each becomes a line of its own, as in files that have a cell to a line. Running text is known by its marks, a table by figures
 * that follow each other.
 */
#ifndef AUDITOR_READ_FLAT_TABLE_H
#define AUDITOR_READ_FLAT_TABLE_H

#include "base/str.h"

/* The first table at or behind byte `from` of a paragraph (UTF-8): [*first, *end), the cells with the words before and behind them. */
bool flat_table_find(struct str line, size_t from, size_t *first, size_t *end);

/* Where the cell behind the one at byte `at` begins, line.n if none does. */
size_t flat_table_next(struct str line, size_t at);

#endif /* AUDITOR_READ_FLAT_TABLE_H */
