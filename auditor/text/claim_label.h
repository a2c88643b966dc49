/*
 * claim_label.h - the words that tell what a number counts (prefix claim_; inside text only).
 *
 * They are the label of the quantity (quantity.h), but for two cases: behind a bracket it is the clause before
 * that, "申请(含网上申请)66件"; and in a row, "新收、结转分别为66件、4件", each number has the name in its place,
 * where there are as many names as numbers.
 *
 * Ownership  A part of the text.
 * Errors     None.
 */
#ifndef AUDITOR_TEXT_CLAIM_LABEL_H
#define AUDITOR_TEXT_CLAIM_LABEL_H

#include "text/quantity.h"

struct str claim_label(struct str text, const struct quantity *q);

#endif /* AUDITOR_TEXT_CLAIM_LABEL_H */
