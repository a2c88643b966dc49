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

/* What decides about a document. */
struct choose_candidate {
    int64_t audit; /* the caller's own number for it */
    int agency;    /* -1: none */
    int rank;      /* choose_rank() */
    bool complete;
    struct str published, path;
};

/* The class of a document by its kind and the year it is about (0 unknown); lower is better. */
int choose_rank(struct str kind, int found, int year);
/* Sorts by agency and worth: the first of each agency is the one that counts. */
void choose_sort(struct choose_candidate *list, size_t n);
bool choose_first(const struct choose_candidate *list, size_t i); /* of an agency, in that order */

/* Writes down the choice and counts into result what holds for the year as a whole. */
int choose_documents(struct assess_result *result, struct store *store, int64_t assessment,
                     int year, const struct agency_register *agencies, struct error *err);

#endif /* AUDITOR_OFFICE_CHOOSE_H */
