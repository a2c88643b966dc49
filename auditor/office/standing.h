/*
 * standing.h - the second pass of a year: what holds for each agency as a whole (prefix standing_).
 *
 * When every document is audited and it is known which counts, each agency of the register is judged once
 * more: its report's verdict together with the rules of scope agency and office, which see its earlier reports
 * and those of its children. An agency whose dossier is the same as before keeps its standing.
 *
 * Errors     What goes wrong with one agency is in its standing. Killed at any moment, the next run does
 *            what is missing.
 */
#ifndef AUDITOR_OFFICE_STANDING_H
#define AUDITOR_OFFICE_STANDING_H

#include "office/pipeline.h"
#include "store/store.h"

struct standing_run {
    struct store *store;
    const struct pipeline *pipeline; /* as of the first pass; it has the register of the year */
    const struct agency_register *everybody; /* of all years: what an agency was called before */
    const char *inbox;
    int year;
    int64_t assessment;
    size_t workers;
    struct date today; /* decisions that ended before no longer count */
    struct str only;   /* code of the one agency to look at; "": all */
};

struct standing_result {
    size_t judged, unchanged;
    size_t changed;            /* their report says something else than it did */
    size_t dated_back;         /* of these: and states an earlier day of publication */
    size_t incomplete;         /* a blocking duty is open */
    size_t not_due;            /* nothing came in, and nothing is asked for yet */
    enum audit_severity worst; /* of the agencies */
};

/* Leaves the last rows in an open transaction. */
int standing_year(struct standing_result *out, const struct standing_run *run, struct error *err);

#endif /* AUDITOR_OFFICE_STANDING_H */
