/*
 * choose.h - which of an agency's documents is its report of the year (prefix choose_).
 *
 * The stated rule: an annual report of that year before one of unknown year; then what could not
 * be read, what is no report, and the report of another year, which only show that something came
 * in. Among equals, a complete audit before an incomplete one, a page before Word before
 * PDF before the rest (carriers_rank()), the later publication date, and at
 * last the first path. The others are kept and listed.
 */
#ifndef AUDITOR_OFFICE_CHOOSE_H
#define AUDITOR_OFFICE_CHOOSE_H

#include "office/assess.h"
#include "store/store.h"

/* Writes down the choice and counts into result what holds for the year as a whole. */
int choose_documents(struct assess_result *result, struct store *store, int64_t assessment,
                     int year, const struct agency_register *agencies, struct error *err);

#endif /* AUDITOR_OFFICE_CHOOSE_H */
