/*
 * roster.h - the standings of an assessment in a few bytes each, with their ranks (prefix roster_).
 *
 * For what compares assessments: everything that a line of a table shows, nothing of the results.
 *
 * Ownership  The roster owns its texts until roster_free().
 */
#ifndef AUDITOR_OFFICE_ROSTER_H
#define AUDITOR_OFFICE_ROSTER_H

#include "base/arena.h"
#include "base/lang.h"
#include "store/compare.h"

struct roster_row {
    int64_t standing;
    struct str code, name, level, group, grade, kind, form, sha256;
    bool scored, complete, vetoed;
    int64_t score, low, high, max; /* thousandths; only if scored */
    unsigned rank;                 /* 0: has none */
};

struct roster {
    int64_t assessment;
    int year;
    struct str profile, profile_digest, rules_digest, version, finished_at;
    struct roster_row *rows; /* in the order of the register */
    size_t n, cap;
    const struct roster_row **by_code;
    struct arena *arena;
};

/* name: "2024", the current assessment of a year, or "2024~1", the one before it, and so on. ERR_USAGE when
 * it is no such name, ERR_ABSENT when there is none. */
int roster_load(struct roster *out, struct store *store, const char *name, enum lang lang,
                struct error *err);
void roster_free(struct roster *roster);

const struct roster_row *roster_find(const struct roster *roster, struct str code); /* NULL */

#endif /* AUDITOR_OFFICE_ROSTER_H */
