/*
 * ranking.h - a year's ranking out of the database, as the model that reports/ranking.lua shows
 * (prefix ranking_).
 *
 * Per group: ranked agencies, incomplete ones with their interval, documents that are not scored,
 * agencies without a report. A report of another year, and a file that could not be read, are no
 * report of this year; they are listed as not scored, with their kind.
 */
#ifndef AUDITOR_OFFICE_RANKING_H
#define AUDITOR_OFFICE_RANKING_H

#include <cjson/cJSON.h>

#include "office/setup.h"
#include "store/store.h"

struct ranking {
    cJSON *model; /* reports/ranking.lua describes it */
    size_t ranked, incomplete, notscored, missing, unmatched;
    size_t unreadable; /* of those not scored */
};

/* ERR_ABSENT when the year was never assessed. Rule titles come from the engine, and the grade of a
 * group's top from the profile in use. */
int ranking_build(struct ranking *out, struct store *store, const char *office, int year,
                  const struct setup *setup, enum lang lang, struct error *err);
void ranking_free(struct ranking *ranking);

#endif /* AUDITOR_OFFICE_RANKING_H */
