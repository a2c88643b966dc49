/*
 * runs.h - text in which every run of a page's mark-up has a line of its own (prefix runs_).
 *
 * A page taken to text element by element has a line end wherever its mark-up changed: "2024", "年，我局收到申请", "12",
 * "件。" One line goes on in the next where neither could stand alone: a mark that no line begins with, a figure and its
 * unit, an open bracket, a number without its heading, a sentence that has not ended. Figures in cells of one line each stay
 * alone.
 */
#ifndef AUDITOR_READ_RUNS_H
#define AUDITOR_READ_RUNS_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a text is such a one. */
bool runs_any(struct str text);
/* Whether a paragraph of such a text, whose last line so far is line, goes on with the first line of rest. */
bool runs_go_on(struct str paragraph, struct str line, struct str rest);

/* Whether a text, a line or few, is a whole article, tables and all, in which blanks stand where its elements end. */
bool runs_in_few_lines(struct str text);
/* Appends the elements of one of its lines, each in a line: a text of torn runs. */
void runs_part(struct strbuf *out, struct str line);

#endif /* AUDITOR_READ_RUNS_H */
