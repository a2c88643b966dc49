/*
 * decided.h - what the decisions of persons do to an audit (prefix decided_).
 *
 * The last decision about a finding is the one that counts. It holds as long as the finding rests on the
 * same evidence and its last day has not passed; what no longer holds is never silent: it stays in the list
 * with its effect.
 *
 * Ownership  Everything lives in the arena that is handed over; texts of the rows must outlive it.
 */
#ifndef AUDITOR_OFFICE_DECIDED_H
#define AUDITOR_OFFICE_DECIDED_H

#include "base/digest.h"
#include "report/check_decision.h"
#include "score/input.h"
#include "store/decision.h"
#include "text/date.h"

struct decided {
    struct check_decisions all;
    struct input_waiver *waivers; /* what costs nothing */
    size_t waiver_count;
    struct input_fill *fills; /* points of indicators */
    size_t fill_count;
    bool accepted; /* a person signed for what is undecided */
};

/* rows: of one agency and year, in the order of the chain. profile: what was filled in for an indicator that it does
 * not have lapses; NULL: not looked at. */
void decided_apply(struct decided *out, const struct audit *audit, const struct profile *profile,
                   const struct store_decision *rows, size_t n, struct date today,
                   struct arena *arena);

/* What is filled in, as a decision keeps it: {"evidence":"name of the file","points":"12.5"}; points "n/a": the
 * indicator does not apply. */
void decided_fill_write(struct strbuf *value, struct str points, struct str file);
/* False when it is none. The texts of *out are those of the row, but for its evidence, which is in the arena. */
bool decided_fill_read(struct input_fill *out, const struct store_decision *row,
                       struct arena *arena);

/* A digest of what a finding rests on: its place, quotes, what was expected, found and reckoned. Lines and
 * the wording of messages are left out. */
void decided_evidence(char hex[DIGEST_HEX], struct str rule, const struct audit_finding *finding);
/* Likewise of all that is undecided: what a signature is for. False when nothing is. */
bool decided_undecided(char hex[DIGEST_HEX], const struct audit *audit);

/* The day at +08:00. */
struct date decided_today(void);
enum { DECIDED_MOMENT = 26 };
void decided_now(char out[DECIDED_MOMENT]); /* 2026-02-03T09:30:00+08:00 */

/* Whether a decision ended before the day. */
bool decided_expired(struct str expiry, struct date today);

#endif /* AUDITOR_OFFICE_DECIDED_H */
