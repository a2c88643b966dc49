/*
 * undecided.h - what stayed undecided in a verdict, by its cause (prefix undecided_; inside report only).
 *
 * Duties that one reason at one place leaves undecided stand together. Where the whole text is not there (one reason without a
 * place for several duties), what lacks a table, a section or anything to look at follows from it.
 *
 * Ownership  The caller deletes what it gets; it holds copies.
 */
#ifndef AUDITOR_REPORT_UNDECIDED_H
#define AUDITOR_REPORT_UNDECIDED_H

#include <cjson/cJSON.h>
#include <stdbool.h>

/* [{"reason": {code, message, cause, place}, "rules": [id, …], "state": "unknown"|"error"}] in the order of the results;
 * state is that of the duty at this place. Of a result all its places, or, without `every`, the first one. */
cJSON *undecided_groups(const cJSON *results, bool every);
/* The same of one result: every place that it left open, or its reason where it has none. */
cJSON *undecided_of_result(const cJSON *result);

#endif /* AUDITOR_REPORT_UNDECIDED_H */
