/*
 * quantity_row.h - members of a list, each with its percentage (prefix quantity_; inside text only).
 */
#ifndef AUDITOR_TEXT_QUANTITY_ROW_H
#define AUDITOR_TEXT_QUANTITY_ROW_H

#include "text/quantity_inner.h"

enum { QUANTITY_ROW_MIN = 3, QUANTITY_ROW_MAX = 40 };

struct quantity_row {
    size_t parts[QUANTITY_ROW_MAX], percents[QUANTITY_ROW_MAX];
    size_t count, end; /* end: the item behind the last one */
    bool grouped;      /* the percentages follow each other: "分别占a%、b%" */
};

/* A count that can have a percentage. */
bool quantity_may_be_member(const struct quantity_reader *r, size_t item);

/* Where all percentages but one are right by one whole, it is that of all: the shares are noted so. A list that its
 * percentages say to be complete is held against its whole. */
void quantity_settle_row(struct quantity_reader *r, const struct quantity_row *row);

#endif /* AUDITOR_TEXT_QUANTITY_ROW_H */
