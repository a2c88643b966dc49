/*
 * ledger.h - every point that was lost, and why (prefix ledger_).
 *
 * The score is the maximum less the sum of all amounts, exactly: what a cap, a mutual exclusion,
 * a veto or the floor at zero changes is an entry, or part of one, and never a silent step.
 *
 * Ownership  Entries and their texts live in the ledger's arena until ledger_free().
 * Units      Points are integer thousandths.
 */
#ifndef AUDITOR_SCORE_LEDGER_H
#define AUDITOR_SCORE_LEDGER_H

#include "score/profile.h"

enum ledger_kind {
    LEDGER_DEDUCTION, /* count x unit, less what a limit spared */
    LEDGER_VETO,      /* down to the points that a veto leaves; may be negative (a fixed score) */
    LEDGER_FLOOR      /* back up to zero: the amount is negative */
};

enum ledger_limit {
    LIMIT_NONE,
    LIMIT_CAP,   /* the indicator's cap */
    LIMIT_MUTEX, /* a dearer indicator of the same mutex counts instead */
    LIMIT_GROUP  /* the cap of the group */
};

struct ledger_entry {
    enum ledger_kind kind;
    int indicator; /* of the profile; -1 for the floor */
    struct str rule;
    struct str *fingerprints; /* of the findings that cost */
    size_t fingerprint_count;
    struct str *basis; /* the articles these findings rest on, each once */
    size_t basis_count;
    int64_t count;
    int64_t unit;
    int64_t amount;
    enum ledger_limit limit;
    struct str waiver; /* the decision that spares it; none yet: always "" */
    struct audit_text note;
};

struct ledger {
    struct ledger_entry *entries;
    size_t n, cap;
    int64_t max;
    int64_t score;
    bool vetoed;
    struct arena *arena;
};

struct ledger *ledger_new(int64_t max);
void ledger_free(struct ledger *ledger);                         /* NULL is allowed */
struct ledger_entry *ledger_add(struct ledger *ledger);          /* a cleared entry at the end */
int64_t ledger_sum(const struct ledger *ledger);                 /* of all amounts */
int64_t ledger_of_rule(const struct ledger *l, struct str rule); /* what a rule's entries cost */

/* Prices the veto (in its first entry, or in one of its own) and the floor at zero, and sets the
 * score. After that the ledger does not change. */
void ledger_close(struct ledger *ledger, const struct profile *profile);

/* As JSON text; amounts in points ("2.5"), notes in both languages. */
void ledger_json(struct strbuf *out, const struct ledger *ledger, const struct profile *profile);

const char *ledger_kind_name(enum ledger_kind kind);    /* "deduction" "veto" "floor" */
const char *ledger_limit_name(enum ledger_limit limit); /* "cap" "mutex" "group"; NULL */

#endif /* AUDITOR_SCORE_LEDGER_H */
