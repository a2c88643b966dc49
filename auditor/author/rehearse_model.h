/*
 * rehearse_model.h - a rehearsal as the model that text, JSON and reports/rehearsal.lua show (prefix
 * rehearse_model_). docs/schema/rehearsal.schema.json describes it; keys are in byte order.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_MODEL_H
#define AUDITOR_AUTHOR_REHEARSE_MODEL_H

#include "author/rehearse.h"
#include "author/rehearse_compare.h"
#include "author/rehearse_rank.h"

/* What judged one side. */
struct rehearse_judge {
    struct str profile, profile_digest, rules_digest, version;
    const struct engine *engine; /* NULL: no longer known */
    bool stored;                 /* the verdicts are those of the database */
};

struct rehearse_world {
    const struct rehearse_options *options;
    const struct rehearse_agency *agencies; /* in the order of the register */
    size_t agency_count;
    const struct rehearse_document *documents; /* by path */
    size_t n;
    struct rehearse_judge before, after;
    const char *office;
};

/* Compares the documents and writes down what differs. */
void rehearse_model(struct rehearsal *out, const struct rehearse_world *world);

#endif /* AUDITOR_AUTHOR_REHEARSE_MODEL_H */
