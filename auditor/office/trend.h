/*
 * trend.h - scores, ranks and findings over all years that were assessed (prefix trend_).
 */
#ifndef AUDITOR_OFFICE_TREND_H
#define AUDITOR_OFFICE_TREND_H

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "office/office.h"
#include "office/roster.h"

struct trend_options {
    const char *agency; /* code, name or alias; NULL: all */
    const struct office *office;
    const struct engine *engine; /* for titles of rules */
    enum lang lang;
};

struct trend;

/* ERR_ABSENT when no year was assessed, ERR_USAGE when no year knows the agency. */
int trend_open(struct trend **out, struct store *store, const struct trend_options *options,
               struct error *err);
void trend_close(struct trend *trend); /* NULL is allowed */

/* "auditor/trend/1" (docs/schema/trend.schema.json) in its parts; the caller deletes them. What stands beside
 * the agencies, and each of them (take gets it to keep), in the order of the newest register; those that only
 * earlier ones have come behind. */
cJSON *trend_head(const struct trend *trend);
int trend_agencies(struct trend *trend, int (*take)(void *user, cJSON *agency, struct error *err),
                   void *user, struct error *err);

#endif /* AUDITOR_OFFICE_TREND_H */
