/*
 * rehearse.h - a year under other rules, before they cost anyone points (prefix rehearse_).
 *
 * A copy of the database that is gone afterwards goes through assess_year() under changed rules or another
 * profile: documents from their snapshots, then the second pass with history, other agencies and decisions,
 * points and ranks. Nothing of the year is parsed, and nothing of the office is written.
 *
 * "Before" is what is stored. When `assess` would change that by itself (other rules, another profile,
 * program or register, other points, a waiver that ended), a difference would not be the change's alone:
 * then "before" is judged again, too, by what the office uses now. Without any change asked for, what is
 * stored is laid beside what the office uses now.
 *
 * Ownership  A rehearsal owns its model until rehearse_free().
 * Errors     ERR_ABSENT for rules, a profile or an assessment that is not there, ERR_CONFIG for broken
 *            ones. A broken rule is no error: it answers each document with `error`, which shows.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_H
#define AUDITOR_AUTHOR_REHEARSE_H

#include <cjson/cJSON.h>

#include "office/office.h"
#include "store/store.h"

struct rehearse_options {
    int year;
    const char *rules;   /* a pack, or a folder of rules, laid over the office's; NULL: none */
    const char *profile; /* an id, or a folder; NULL: the office's */
    size_t workers;
};

struct rehearsal {
    cJSON *model;  /* "auditor/rehearsal/1": docs/schema/rehearsal.schema.json */
    bool rejudged; /* "before" is not what is stored */
    bool changed;  /* anything at all */
    size_t lost;   /* documents that were judged before and could not be judged again */
};

/* setup: what the office uses now. The store is open for reading. */
int rehearse_run(struct rehearsal *out, const struct office *office, struct setup *setup,
                 struct store *store, const struct rehearse_options *options, struct error *err);
void rehearse_free(struct rehearsal *rehearsal);

/* Appends the model for a terminal, long lists cut. */
void rehearse_text(struct strbuf *out, const cJSON *model, unsigned width);

#endif /* AUDITOR_AUTHOR_REHEARSE_H */
