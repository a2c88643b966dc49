/*
 * decide.h - a person decides: what is decided is looked at, then recorded (prefix decide_).
 *
 * A case is what holds for one agency and year: its stored verdict, and what was decided about it before.
 *
 * Ownership  A case owns its texts until decide_close().
 * Errors     ERR_USAGE says why a decision cannot be taken as it is; nothing is recorded then.
 */
#ifndef AUDITOR_OFFICE_DECIDE_H
#define AUDITOR_OFFICE_DECIDE_H

#include "office/decided.h"

struct decide_case {
    int year;
    struct date today;
    struct str agency; /* code */
    struct audit *audit;
    struct str verdict; /* the stored JSON */
    bool judged;        /* the report was read: what is undecided can be signed for */
    struct store_decision *rows;
    size_t n, cap;
    struct check_decisions now;
    struct arena *arena;
};

/* standing: its number. */
int decide_open(struct decide_case *out, struct store *store, int64_t standing, int year,
                struct str agency, struct date today, struct error *err);
void decide_close(struct decide_case *c);

/* "open", "confirmed" … of a finding. */
const char *decide_review(const struct decide_case *c, struct str rule, struct str fingerprint);
/* A finding that costs, by its fingerprint; *rule gets its rule. NULL: there is none. */
const struct audit_finding *decide_find(const struct decide_case *c, struct str fingerprint,
                                        struct str *rule);

/* Completes and checks a decision: kind, person, reason, number, expiry and, unless it is a signature,
 * rule and fingerprint are given; made_at "" is now. *known: it was recorded before, there is nothing to do.
 * Texts that are set live in the case. */
int decide_check(struct decide_case *c, struct store_decision *d, bool *known, struct error *err);
/* Adds a checked one to the ledger, in the open transaction, and to the case. */
int decide_record(struct decide_case *c, struct store *store, struct store_decision *d,
                  struct error *err);

#endif /* AUDITOR_OFFICE_DECIDE_H */
