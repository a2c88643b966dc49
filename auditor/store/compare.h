/*
 * compare.h - what comparing assessments reads (prefix store_). Callbacks and errors are as in store.h.
 */
#ifndef AUDITOR_STORE_COMPARE_H
#define AUDITOR_STORE_COMPARE_H

#include "store/store.h"

/* The finished assessments of a year, the current one first. */
int store_assessments(struct store *store, int year,
                      int (*row)(void *user, const struct store_assessment *a), void *user,
                      struct error *err);
/* The years that have one, in order. */
int store_years(struct store *store, int (*row)(void *user, int year), void *user,
                struct error *err);

/* The findings of a standing in their order. */
int store_standing_findings(struct store *store, int64_t standing,
                            int (*row)(void *user, const struct store_finding *f), void *user,
                            struct error *err);
/* What the findings of all standings of an assessment cost, explained ones left out: finding by finding, those of
 * a standing together, standings by the code of their agency. */
int store_assessment_losses(struct store *store, int64_t assessment,
                            int (*row)(void *user, int64_t standing, const struct store_loss *loss),
                            void *user, struct error *err);
/* For each rule the number of agencies in which it found something, explained findings left out. */
int store_standing_failing(struct store *store, int64_t assessment,
                           int (*row)(void *user, struct str rule, size_t agencies), void *user,
                           struct error *err);

#endif /* AUDITOR_STORE_COMPARE_H */
