/*
 * diff.h - two assessments compared, agency by agency (prefix diff_).
 *
 * Scores, grades and ranks before and after, what moved the score (movement.h), and which findings are new,
 * gone or still there. A finding of one year is known by its fingerprint; between years, whose reports are
 * others, by rule and place.
 *
 * Errors     Those of roster.h; ERR_USAGE for an agency that neither assessment has.
 */
#ifndef AUDITOR_OFFICE_DIFF_H
#define AUDITOR_OFFICE_DIFF_H

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "office/office.h"
#include "office/roster.h"

struct diff_options {
    const char *before, *after; /* names of assessments, as in roster.h */
    const char *agency;         /* code, name or alias; NULL: all that changed */
    const struct office *office;
    const struct engine *engine; /* for titles of rules */
    enum lang lang;
};

struct diff;

/* ERR_USAGE when neither assessment knows the agency; otherwise as roster_load(). */
int diff_open(struct diff **out, struct store *store, const struct diff_options *options,
              struct error *err);
void diff_close(struct diff *diff); /* NULL is allowed */

/* "auditor/diff/1" (docs/schema/diff.schema.json) in its parts; the caller deletes them. What stands beside the
 * agencies, each agency that changed (take gets it to keep), and, after that, the totals. */
cJSON *diff_head(const struct diff *diff);
int diff_agencies(struct diff *diff, int (*take)(void *user, cJSON *agency, struct error *err),
                  void *user, struct error *err);
cJSON *diff_totals(const struct diff *diff);

#endif /* AUDITOR_OFFICE_DIFF_H */
