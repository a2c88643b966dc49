/*
 * gate.h - was everything checked that had to be (prefix gate_).
 *
 * The denominator is the list of duties, not the rules that happened to run: every rule that is
 * selected is a duty. An open blocking duty leaves the audit incomplete.
 */
#ifndef AUDITOR_SCORE_GATE_H
#define AUDITOR_SCORE_GATE_H

#include "score/profile.h"

struct gate {
    size_t done, notapplicable, open, total; /* done + notapplicable + open = total */
    size_t open_blocking;
};

/* Counts all results but those not selected. What a person must check by hand is open. */
struct gate gate_count(const struct audit *audit, const struct profile *profile);

#endif /* AUDITOR_SCORE_GATE_H */
