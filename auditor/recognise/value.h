/*
 * value.h - what stands in a table cell: number, blank, dash, text (prefix value_).
 */
#ifndef AUDITOR_RECOGNISE_VALUE_H
#define AUDITOR_RECOGNISE_VALUE_H

#include "recognise/report.h"

/* Looks like the content of a value cell wherever it stands: a number with at most a unit of
 * counting or money behind it, a dash, or a word for nothing. Normal text. */
bool value_like(struct str text);

/* Fills kind, value and unit from normal text. torn: the cell holds several numbers. */
void value_read(struct report_cell *cell, struct str text, bool torn);

/* The same for a cell that holds an increase or a decrease: "减2", "减少2项" and "↓2" are -2. */
void value_read_change(struct report_cell *cell, struct str text, bool torn);

#endif /* AUDITOR_RECOGNISE_VALUE_H */
