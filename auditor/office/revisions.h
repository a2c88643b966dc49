/*
 * revisions.h - content of a report that was changed after it came in: found, compared and noted (prefix
 * revisions_).
 *
 * Errors     Those of the store.
 */
#ifndef AUDITOR_OFFICE_REVISIONS_H
#define AUDITOR_OFFICE_REVISIONS_H

#include "office/standing_job.h"
#include "store/revision.h"

/* The content before this one, as another report of the dossier, its snapshot included. *found: there is one, and
 * sha256 is another one. */
int revisions_former(struct standing_other *out, bool *found, struct store *store, int year,
                     const struct agency *agency, struct str sha256, struct arena *arena,
                     struct error *err);

/* Appends the days of publication that its contents stated, in the order in which they came in: "2024-04-10 2024-03-30 ". */
int revisions_dates(struct strbuf *out, struct store *store, int year, struct str agency,
                    struct error *err);

enum revision_kind {
    REVISION_NONE,      /* the first one, the same, or the same for a reader */
    REVISION_CHANGED,   /* it says something else than the one before */
    REVISION_DATED_BACK /* likewise, and states an earlier day of publication */
};

/* In the parent: notes the content that was judged, unless it was the last one already. */
int revisions_follow(enum revision_kind *kind, struct store *store, struct str agency,
                     const struct standing_job *job, const struct pipeline_output *out,
                     struct error *err);

/* How often reports of the year were changed after they came in, and how often with an earlier day of publication. */
struct revisions_counts {
    size_t changed, dated_back;
};
int revisions_count(struct revisions_counts *out, struct store *store, int year, struct error *err);

#endif /* AUDITOR_OFFICE_REVISIONS_H */
