/*
 * items.h - what an agency has to correct, followed from one version of its report to the next (prefix items_).
 *
 * A finding is open from the day it was first found. It is fixed when the duty of its rule passes in a report
 * of other bytes; the same bytes judged otherwise (other rules) only withdraw it. What comes back after it was
 * fixed is open again and counted. A duty that could not be decided closes nothing.
 */
#ifndef AUDITOR_OFFICE_ITEMS_H
#define AUDITOR_OFFICE_ITEMS_H

#include "office/outcome.h"
#include "office/standing_job.h"

/* In the worker: rules that pass where something was corrected become `fixed`, with the day; the output gets
 * which rules with open items pass. */
void items_mark(struct outcome *o, const struct standing_job *job);

/* When persons' decisions are known: what waited for a person, and was signed, counts as corrected. */
void items_signed(struct outcome *o);

/* In the parent: writes what became of the items. */
int items_follow(struct store *store, struct str agency, const struct standing_job *job,
                 const struct pipeline_output *out, struct error *err);

#endif /* AUDITOR_OFFICE_ITEMS_H */
