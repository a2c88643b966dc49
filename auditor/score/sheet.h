/*
 * sheet.h - what a scoring model sees, and the reading of what it answers (prefix sheet_).
 *
 * docs/rule-interface.md, "Scoring models", describes both sides.
 */
#ifndef AUDITOR_SCORE_SHEET_H
#define AUDITOR_SCORE_SHEET_H

#include "score/ledger.h"
#include "score/scope.h"

struct cJSON;

/* The audit sorted into the indicators of the profile; the caller deletes it. An indicator all of
 * whose rules pass or do not apply is left out unless the model wants the whole: nothing in it can be charged,
 * and most of a sheet is such. With `assume`, every open duty fails as badly as it can: that gives the lower end
 * of the interval. */
struct cJSON *sheet_build(const struct scope *scope, bool assume, bool whole);

/* Checks the model's answer against the sheet it was given and fills an open ledger. ERR_PLUGIN
 * names the model and what is wrong. audit may be NULL: then entries bear no articles. */
int sheet_ledger(struct ledger **out, const struct cJSON *answer, const struct cJSON *sheet,
                 const struct profile *profile, const struct audit *audit, struct error *err);

#endif /* AUDITOR_SCORE_SHEET_H */
