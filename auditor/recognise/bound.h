/*
 * bound.h - whether the figures of a table keep to a bound of its form (prefix bound_).
 *
 * A bound says less than an equation: made and not repealed is not more than in force. It is broken
 * only by cells that hold well-formed figures; a blank, words, a count below zero or with a fraction
 * proves nothing and leaves it open, unless the other cells break it in any case.
 */
#ifndef AUDITOR_RECOGNISE_BOUND_H
#define AUDITOR_RECOGNISE_BOUND_H

#include "recognise/report.h"

enum bound_state { BOUND_HOLDS, BOUND_BROKEN, BOUND_OPEN };

struct bound_check {
    enum bound_state state;
    double sum, limit; /* of both sides, where all cells are known */
    size_t cell;       /* broken: the cell that gives itself away; open: one without a figure */
    double due;        /* broken: what that cell should hold at least (BOUND_NONE: at most) */
};

/* Whether the bound is meant for the body that reports. */
bool bound_applies(const struct form_bound *bound, const struct report *report);

/* cells as report_table.cells of a table with this layout. */
struct bound_check bound_check(const struct form_table *layout, const struct form_bound *bound,
                               const struct report_cell *cells);

#endif /* AUDITOR_RECOGNISE_BOUND_H */
