/*
 * scope.h - what a profile's rows mean for one agency (prefix scope_; private to score/).
 *
 * Which rows are for it, which result belongs to which row, what persons and periods gave, what does not apply.
 *
 * Ownership  Opened on the stack, closed with scope_close(); profile, audit and input outlive it.
 */
#ifndef AUDITOR_SCORE_SCOPE_H
#define AUDITOR_SCORE_SCOPE_H

#include "score/input.h"

enum scope_state {
    SCOPE_OUT,     /* of other kinds of bodies */
    SCOPE_JUDGED,  /* by rules, or by the rows below it */
    SCOPE_GIVEN,   /* a person or all periods gave it */
    SCOPE_OPEN,    /* for a person to fill in, or periods are missing */
    SCOPE_EXCUSED, /* it does not apply: a person says so, or all its rules do */
};

struct scope_row {
    enum scope_state state;
    int64_t lost, worst;           /* of what persons and periods give: as it stands, at worst */
    const struct input_fill *fill; /* NULL: none */
    unsigned missing;              /* bit per period that is not there */
    bool owned, concerned;         /* results belong to it; one of them could be charged */
};

struct scope {
    const struct profile *profile;
    const struct audit *audit; /* may be NULL */
    struct input input;        /* its lists are the caller's */
    int *owners;               /* by result: the indicator that it costs in, -1 none */
    bool *applies;
    struct scope_row *rows; /* by indicator */
    bool hopeful;       /* what is open may yet earn a bonus: set by who asks for the best case */
    bool group_unknown; /* rows are for groups, and which one the agency is in is not known */
    size_t given, open, excused; /* rows for persons and periods */
    struct arena *arena;
};

/* audit and input may be NULL. */
void scope_open(struct scope *scope, const struct profile *profile, const struct audit *audit,
                const struct input *input);
void scope_close(struct scope *scope);
void scope_own_all(
    struct scope *scope); /* also what passes: opening leaves that out if nothing fails */

/* Whether there is anything in a result that a model could charge for. */
bool scope_concerns(const struct audit_result *result);

/* What the row is worth here: without what does not apply below it, and without bonuses and vetoes. */
int64_t scope_worth(const struct scope *scope, int indicator);
int64_t scope_possible(const struct scope *scope); /* of the whole sheet */

/* Whether something in the row or below it is undecided, or yet to be given. */
bool scope_is_open(const struct scope *scope, int indicator);

/* The decision that spares a finding, NULL if there is none. */
const struct input_waiver *scope_waiver(const struct scope *scope, struct str fingerprint);

/* Whether all rules of a bonus were judged and pass. */
bool scope_earned(const struct scope *scope, int indicator);
bool scope_may_earn(const struct scope *scope); /* whether a bonus waits for rules that are open */

#endif /* AUDITOR_SCORE_SCOPE_H */
