/*
 * roster.h - the standings of an assessment in a few bytes each, with their ranks (prefix roster_).
 *
 * For what compares and ranks: what has to be sorted and matched, nothing of the results. What findings cost
 * (costs.h) is there when it was asked for. Everything else is read when a line is written.
 *
 * Ownership  The roster owns its texts until roster_free().
 */
#ifndef AUDITOR_OFFICE_ROSTER_H
#define AUDITOR_OFFICE_ROSTER_H

#include "base/arena.h"
#include "base/lang.h"
#include "base/map.h"
#include "office/costs.h"
#include "store/compare.h"

struct roster_class { /* what many agencies have in common */
    struct str level, group, kind, form;
    size_t number;
};

struct roster_row {
    int64_t standing;
    struct str code, name;
    const struct roster_class *class;
    const struct str *grade;
    uint64_t report;               /* digest of its bytes; 0: there is none */
    int64_t score, low, high, max; /* thousandths; only if scored */
    unsigned rank;                 /* 0: has none */
    bool scored, complete, vetoed;
};

struct roster {
    int64_t assessment;
    int year;
    struct str profile, profile_digest, rules_digest, version, finished_at;
    struct roster_row *rows; /* in the order of the register */
    size_t n, cap;
    const struct roster_row **by_code;
    struct costs costs; /* empty until roster_costs() */
    struct map class_numbers, grade_numbers;
    const struct roster_class **classes;
    const struct str **grades;
    size_t class_count, class_cap, grade_count, grade_cap;
    struct arena *arena;
};

/* name: "2024", the current assessment of a year, or "2024~1", the one before it, and so on. ERR_USAGE when
 * it is no such name, ERR_ABSENT when there is none. */
int roster_load(struct roster *out, struct store *store, const char *name, enum lang lang,
                struct error *err);
/* Fills in what findings cost; `rules` may be shared by several rosters. */
int roster_costs(struct roster *roster, struct store *store, struct cost_rules *rules,
                 struct error *err);
void roster_free(struct roster *roster);

const struct roster_row *roster_find(const struct roster *roster, struct str code); /* NULL */
/* What its findings cost, by rule id and severity. */
struct cost_span roster_row_costs(const struct roster *roster, const struct roster_row *row);

#endif /* AUDITOR_OFFICE_ROSTER_H */
