/*
 * standing_job.h - an agency's dossier on its way to a worker, and what it does with it (prefix
 * standing_job_).
 *
 * The job carries the stored verdict of the agency's report and the snapshots of all reports that belong to
 * the dossier. The worker recognises these again, runs the rules of scope agency and office, and scores the
 * whole: what comes back is a pipeline_output, like that of a document.
 *
 * Ownership  All texts are views; an unpacked job owns its lists until standing_job_free().
 */
#ifndef AUDITOR_OFFICE_STANDING_JOB_H
#define AUDITOR_OFFICE_STANDING_JOB_H

#include "engine/dossier.h"
#include "office/decided.h"
#include "office/pipeline.h"
#include "store/item.h"

enum standing_role {
    STANDING_PAST,    /* the agency's, of an earlier year */
    STANDING_CHILD,   /* of an agency that has this one as its parent */
    STANDING_ALIKE,   /* another agency's of the year, that may have been copied */
    STANDING_CARRIER, /* the agency's, of the year: another file of the report */
    STANDING_FORMER   /* the agency's, of the year: what its report said before it was changed */
};

/* Another report of the dossier. */
struct standing_other {
    enum standing_role role;
    int year;
    struct str code, name; /* of its agency */
    enum report_level level;
    bool stored; /* false: a child without a report that counts, a carrier that cannot be read */
    struct pipeline_job file; /* its label is the path below inbox/YEAR */
};

struct standing_job {
    int year;
    int agency; /* index in the register */
    enum dossier_received received;
    bool operational;         /* its document's worker died in the first pass */
    struct pipeline_job file; /* the report of the year; empty when nothing came in */
    struct str verdict;       /* stored JSON of it */
    struct standing_other *others;
    size_t other_count, other_cap;
    uint32_t *stock; /* marks of the report that are common stock, sorted */
    size_t stock_count;
    struct store_decision *decisions; /* about the agency and year */
    size_t decision_count;
    struct store_item *items; /* what was to be corrected */
    size_t item_count;
    struct str
        dates; /* of publication, as the contents that came in stated them, in their order: revisions.h */
    struct date today;
};

void standing_job_pack(struct strbuf *out, const struct standing_job *job);
bool standing_job_unpack(struct standing_job *out, struct str bytes);
void standing_job_free(struct standing_job *job);

/* Never fails. */
void standing_judge(struct pipeline_output *out, const struct pipeline *pipeline,
                    const struct standing_job *job);

#endif /* AUDITOR_OFFICE_STANDING_JOB_H */
