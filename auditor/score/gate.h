/*
 * gate.h - was everything checked that had to be (prefix gate_).
 *
 * The denominator is the list of duties, not the rules that happened to run: every rule that is
 * selected is a duty. An open blocking duty leaves the audit incomplete.
 */
#ifndef AUDITOR_SCORE_GATE_H
#define AUDITOR_SCORE_GATE_H

#include "score/scope.h"

struct gate {
    size_t done, notapplicable, open, total; /* done + notapplicable + open = total */
    size_t open_blocking;
};

/* Counts all results but those not selected, and the indicators that persons and periods give. What a person
 * must check or fill in is open; the latter always blocks. */
struct gate gate_count(const struct audit *audit, const struct scope *scope);

#endif /* AUDITOR_SCORE_GATE_H */
