/*
 * trend.h - scores, ranks and findings over all years that were assessed (prefix trend_).
 */
#ifndef AUDITOR_OFFICE_TREND_H
#define AUDITOR_OFFICE_TREND_H

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "office/roster.h"

struct trend_options {
    const char *agency; /* code or name; NULL: all */
    const char *office;
    const struct engine *engine; /* for titles of rules */
    enum lang lang;
};

/* "auditor/trend/1" (docs/schema/trend.schema.json); the caller deletes it. ERR_ABSENT when no year was
 * assessed, ERR_USAGE when no year has the agency. */
int trend_build(cJSON **out, struct store *store, const struct trend_options *options,
                struct error *err);

#endif /* AUDITOR_OFFICE_TREND_H */
