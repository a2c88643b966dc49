/*
 * standing_gather.h - of what an agency's dossier is made, before any snapshot is read (prefix gather_).
 *
 * Ownership  A gathering points to the run, which must outlive it; what is gathered of an agency lives in
 *            its own arena until gathered_free().
 */
#ifndef AUDITOR_OFFICE_STANDING_GATHER_H
#define AUDITOR_OFFICE_STANDING_GATHER_H

#include "base/digest.h"
#include "office/alike.h"
#include "office/standing.h"
#include "office/standing_job.h"

/* A stored report that belongs to a dossier. */
struct gathered_report {
    bool found;
    int64_t audit, document;
    struct str path, sha256, context, kind;
    int year; /* that it is about; 0 unknown */
    bool operational;
};

struct gathered {
    const struct agency *agency;
    struct gathered_report own;
    struct standing_other *others;
    struct gathered_report *stored; /* by others */
    size_t n;
    uint32_t *stock; /* marks of its own report that are common stock */
    size_t stock_count;
    struct store_decision *decisions; /* about the agency and year */
    size_t decision_count, decision_cap;
    struct store_item *items; /* what was to be corrected */
    size_t item_count, item_cap;
    struct arena *arena;
};

/* What holds for all agencies of a run. */
struct gathering {
    const struct standing_run *run;
    const struct agency_register *agencies; /* of the year */
    struct gathering_year *earlier;         /* that were assessed, newest first */
    size_t earlier_count, earlier_cap;
    size_t *by_parent; /* agencies that have a parent, by its code, then by position */
    size_t child_count;
    struct alike alike;
    struct gathered_report *unread; /* files that cannot be read and are of no agency */
    size_t unread_count;
    struct arena *arena;
};

int gather_open(struct gathering *all, const struct standing_run *run, struct error *err);
void gather_close(struct gathering *all);

int gather_agency(struct gathered *out, const struct gathering *all, size_t agency,
                  struct error *err);
void gathered_free(struct gathered *gathered);

enum dossier_received gathered_received(const struct gathered *gathered, int year);
/* A digest of everything that the standing will be made of. */
void gathered_context(char out[DIGEST_HEX], const struct gathering *all, size_t agency,
                      const struct gathered *gathered);

#endif /* AUDITOR_OFFICE_STANDING_GATHER_H */
