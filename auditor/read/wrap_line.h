/*
 * wrap_line.h - what a single line of a text is, for those who ask whether it goes on (prefix wrap_).
 *
 * All of them look at the line alone: blanks in front and behind do not matter unless it is said.
 */
#ifndef AUDITOR_READ_WRAP_LINE_H
#define AUDITOR_READ_WRAP_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A character of Chinese width: two columns. Quotation marks, dashes and dots are taken for such. */
bool wrap_is_wide(uint32_t c);

/* Blanks: what the line begins with. */
bool wrap_is_blank(struct str line);
bool wrap_begins_blank(struct str line);
/* Columns of the blanks that a line begins with; *bytes is their length. */
size_t wrap_indent_of(struct str line, size_t *bytes);
/* Columns of what stands before the words of a line: blanks, and the mark of a list's entry. */
size_t wrap_margin_of(struct str line);

/* Tables: cells between bars or tabs, or lines that are drawn. */
bool wrap_in_table(struct str line);
/* "予以公开 12  0  3": whether the line holds figures that blanks part from each other: a row of a table. */
bool wrap_has_figures(struct str line);
/* Such a row, or "行政处罚    免征": cells that blanks part. */
bool wrap_has_cells(struct str line);

/* Sentences. Whether the line ends with one of the n marks; with one that ends a sentence or a part of it. */
bool wrap_ends_any(struct str line, const char *const *marks, size_t n);
bool wrap_ends_sentence(struct str line);
/* Whether a stop or a comma stands anywhere in the line, an enumeration's included; whether the line is running text: a stop,
 * a comma or a colon, which names that are only listed do not have. */
bool wrap_has_stop(struct str line);
bool wrap_is_running(struct str line);
/* Whether the line has words: a figure below a full line is the first cell of a table. */
bool wrap_has_words(struct str line);
/* Words, and no cells. */
bool wrap_is_prose(struct str line);
/* Columns of the word, number or address that a line begins with, and of a Chinese character before it: it is not broken, and
 * where it found no room the line above is full without it. 0: the line could be broken behind its first character. */
size_t wrap_unbroken(struct str line);

/* Beginnings; the line must not begin with blanks. "一、" "（二）" "3." "4、": whatever begins so does not go on with the line above. */
bool wrap_begins_item(struct str line);
/* "2025-01-20 来源:": a line under the title. */
bool wrap_begins_date(struct str line);
/* "来源：" */
bool wrap_begins_label(struct str line);
bool wrap_begins_any(struct str line, const char *const *words, size_t n);

/* "— 3 —" */
bool wrap_is_page_number(struct str line);
/* Whether the line ends as the name of a report does, the year in brackets behind it aside. */
bool wrap_ends_name(struct str line);

#endif /* AUDITOR_READ_WRAP_LINE_H */
