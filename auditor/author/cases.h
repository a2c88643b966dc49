/*
 * cases.h - the cases beside a rule (prefix cases_): every case is a small document with the outcome that
 * the rule must give on it.
 *
 * RULE.cases.lua stands beside RULE.lua. A rule should have a case of each kind: one that passes, one that
 * fails, one to which it does not apply, and a trap, which looks like a failure and is none.
 *
 * Ownership  A run owns all that it holds until cases_free(); it needs the engine no longer.
 * Errors     A case that cannot be run, a rule that does not load, cases that are missing or broken are
 *            results and no errors.
 * Units      time in microseconds, of the rule alone; instructions as the engine counts them.
 */
#ifndef AUDITOR_AUTHOR_CASES_H
#define AUDITOR_AUTHOR_CASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "engine/engine.h"

enum cases_kind { CASES_PASS, CASES_FAIL, CASES_NOTAPPLICABLE, CASES_TRAP, CASES_OTHER };
enum { CASES_KINDS = CASES_OTHER }; /* that a rule should have */

enum cases_outcome {
    CASES_AS_EXPECTED,
    CASES_DIFFERS,
    CASES_BROKEN /* it could not be run */
};

/* One thing that was compared, or that the rule said beyond what the case asks for. */
struct cases_line {
    const char *key; /* "state", "at.row", ... */
    struct str expected, found;
    bool has_expected, has_found; /* has_expected false: nothing was asked */
    bool same;
};

struct cases_case {
    struct str name;
    unsigned line; /* of the cases file; 0: it is not written out there */
    enum cases_kind kind;
    enum cases_outcome outcome;
    struct cases_line *lines; /* in a fixed order of keys */
    size_t line_count;
    struct str problem; /* of CASES_BROKEN, else "" */
    uint64_t time, instructions;
};

struct cases_rule {
    struct str id, pack, title;
    struct str file;    /* of the cases, below the pack's folder */
    struct str problem; /* why no case could be run at all; "" none. Counts as a failure. */
    struct cases_case *list;
    size_t n;
    size_t passed, differing, broken;
    size_t of_kind[CASES_OTHER + 1];
    uint64_t time, instructions; /* of all its cases */
    uint64_t most;               /* instructions of the dearest case */
};

struct cases_run {
    struct cases_rule *rules; /* by id */
    size_t n;
    size_t passed, failed; /* cases, and rules with a problem among the failed */
    size_t lacking;        /* rules without a case of some kind */
    struct str digest;     /* of all that was loaded: engine_digest() */
    struct arena *arena;
};

/* Runs the cases of one rule, or of all if rule is NULL, a rule at a time in so many worker processes: one that
 * hangs or takes its process down is a failure of its own. ERR_ABSENT if there is no such rule; ERR_IO if no
 * worker could be started. */
int cases_run(struct cases_run **out, struct engine *engine, const char *rule, size_t workers,
              struct error *err);
void cases_free(struct cases_run *run); /* NULL is allowed */

/* False also for a rule whose cases could not be run at all: that is said otherwise. */
bool cases_lacks(const struct cases_rule *rule, enum cases_kind kind);
const char *
cases_kind_name(enum cases_kind kind); /* "pass" "fail" "notapplicable" "trap" "other" */
const char *cases_kind_label(enum cases_kind kind);   /* in the chosen language */
const char *cases_outcome_name(enum cases_outcome o); /* "passed" "failed" "error" */

#endif /* AUDITOR_AUTHOR_CASES_H */
