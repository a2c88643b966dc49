/*
 * ledger.h - every point that was lost or added, and why (prefix ledger_).
 *
 * The score is the maximum less the sum of all amounts, exactly: what a cap, a mutual exclusion, a
 * veto, a denominator, a bonus, rounding or the floor at zero changes is an entry, or part of one,
 * and never a silent step.
 *
 * Ownership  Entries and their texts live in the ledger's arena until ledger_free().
 * Units      Points are integer thousandths.
 */
#ifndef AUDITOR_SCORE_LEDGER_H
#define AUDITOR_SCORE_LEDGER_H

#include "score/profile.h"

struct scope;

enum ledger_kind {
    LEDGER_DEDUCTION, /* count x unit, less what a limit spared */
    LEDGER_VETO,      /* down to the points that a veto leaves; may be negative (a fixed score) */
    LEDGER_FLOOR,     /* back up to zero: the amount is negative */
    LEDGER_SCALE,     /* from the points that apply to the maximum; either sign */
    LEDGER_BONUS,     /* points added: the amount is negative */
    LEDGER_MISSING,   /* to the points that a profile gives where nothing came in; either sign */
    LEDGER_ROUND      /* to the decimals of the profile, half upwards; either sign */
};

enum ledger_limit {
    LIMIT_NONE,
    LIMIT_CAP,      /* the indicator's cap */
    LIMIT_MUTEX,    /* a dearer indicator of the same mutex counts instead */
    LIMIT_GROUP,    /* the cap of the group */
    LIMIT_GATE,     /* a gate took all of the indicator above */
    LIMIT_LEVEL,    /* the cap of an indicator above */
    LIMIT_WAIVER,   /* a person's decision */
    LIMIT_THRESHOLD /* too few points for a bonus */
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
    struct str waiver; /* the decision that spares it; "" none */
    struct audit_text note;
};

/* What is lost in an indicator and all below it. */
struct ledger_level {
    int indicator;
    int64_t worth; /* without what does not apply */
    int64_t lost;
    bool open; /* something in it is undecided, or yet to be given */
};

struct ledger {
    struct ledger_entry *entries;
    size_t n, cap;
    int64_t max;
    int64_t score;
    int64_t possible; /* the points that apply, which `max` stands for; 0: they are not counted */
    bool vetoed;
    int best_band;               /* the best grade that a veto leaves, -1 any */
    struct ledger_level *levels; /* of profiles with sums: these, and what stands beside them */
    size_t level_count;
    struct arena *arena;
};

struct ledger *ledger_new(int64_t max);
void ledger_free(struct ledger *ledger);                         /* NULL is allowed */
struct ledger_entry *ledger_add(struct ledger *ledger);          /* a cleared entry at the end */
int64_t ledger_sum(const struct ledger *ledger);                 /* of all amounts */
int64_t ledger_of_rule(const struct ledger *l, struct str rule); /* what a rule's entries cost */

/* Lays denominator, floors of indicators, veto, bonus (or what a missing report gets), the floor at zero and rounding on the entries of a
 * model, in this order, and sets the score. After that the ledger does not change. scope is what the profile
 * means for the agency; NULL: nobody gave anything. */
void ledger_close(struct ledger *ledger, const struct profile *profile, const struct scope *scope);

/* What entries of the indicator and of those below it cost. */
int64_t ledger_of_indicator(const struct ledger *l, const struct profile *profile, int indicator);

/* As JSON text; amounts in points ("2.5"), notes in both languages. scope may be NULL. */
void ledger_json(struct strbuf *out, const struct ledger *ledger, const struct profile *profile,
                 const struct scope *scope);

const char *ledger_kind_name(enum ledger_kind kind);    /* "deduction" "veto" ... */
const char *ledger_limit_name(enum ledger_limit limit); /* "cap" "mutex" ...; NULL */

#endif /* AUDITOR_SCORE_LEDGER_H */
