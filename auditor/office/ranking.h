/*
 * ranking.h - a year's ranking out of the database, as the model that reports/ranking.lua shows
 * (prefix ranking_).
 *
 * Per group: ranked agencies, incomplete ones with their interval, documents that are not scored,
 * agencies without a report. A report of another year, and a file that could not be read, are no
 * report of this year; they are listed as not scored, with their kind. Each row has last year's
 * place, why the score moved (movement.h), and how far its rank depends on the weights
 * (score/spread.h).
 */
#ifndef AUDITOR_OFFICE_RANKING_H
#define AUDITOR_OFFICE_RANKING_H

#include <cjson/cJSON.h>

#include "office/register.h"
#include "office/setup.h"
#include "store/store.h"

struct ranking {
    cJSON *model; /* reports/ranking.lua describes it */
    size_t ranked, incomplete, notscored, missing, unmatched;
    size_t unreadable; /* of those not scored */
};

struct ranking_options {
    const char *office; /* its name */
    int year;
    const struct setup *setup; /* titles of rules, the top of a group, what weights there are */
    const struct agency_register *everybody; /* of all years: what an agency was before; NULL */
    enum lang lang;
};

/* ERR_ABSENT when the year was never assessed. */
int ranking_build(struct ranking *out, struct store *store, const struct ranking_options *options,
                  struct error *err);
void ranking_free(struct ranking *ranking);

#endif /* AUDITOR_OFFICE_RANKING_H */
