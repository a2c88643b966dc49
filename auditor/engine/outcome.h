/*
 * outcome.h - what one rule has said about one report, before it is judged as a whole (prefix outcome_;
 * private to engine/).
 *
 * Filled by `out` while the rule runs and by run.c; settle.c makes a result of it. Strings lie in the
 * audit's arena or in the engine's.
 */
#ifndef AUDITOR_ENGINE_OUTCOME_H
#define AUDITOR_ENGINE_OUTCOME_H

#include "engine/audit.h"
#include "engine/rule.h"

enum {
    OUTCOME_FINDINGS = 200, /* kept of a rule and a document; the others are only counted */
    OUTCOME_OPEN = 400,
    OUTCOME_EVIDENCE = 60,
    OUTCOME_QUOTE = 60 /* characters */
};

enum { CAUSE_RULES = 3 };

/* The finding that explains another: of one of these rules, at this place. */
struct outcome_cause {
    struct str rules[CAUSE_RULES];
    size_t count; /* 0: no cause was named */
    bool anywhere;
    struct audit_place place;
};

struct outcome_finding {
    struct audit_finding finding;
    struct outcome_cause cause;
    size_t order;                   /* as said */
    struct outcome_finding *target; /* the finding found to be the cause */
};

struct outcome_open {
    struct audit_reason reason;
    struct outcome_cause cause;
    size_t order;
    bool error; /* the rule failed */
};

struct outcome {
    const struct rule *rule;
    enum audit_state fixed; /* decided without running: notapplicable, notselected; else PASS */
    struct audit_reason *reason; /* of it, and of out:notapplicable */
    bool passed, failed, informed, broke, notapplicable;
    struct outcome_finding *findings;
    size_t finding_count, finding_cap, finding_total;
    struct outcome_open *open;
    size_t open_count, open_cap;
    uint64_t instructions;
    struct audit_override *overrides;
    size_t override_count;
};

struct outcome_finding *outcome_add_finding(struct outcome *o);
/* NULL when no more are kept; the last one kept says so and has no cause. */
struct outcome_open *outcome_add_open(struct outcome *o);
void outcome_free(struct outcome *o);

struct audit_text outcome_text(const char *zh, const char *en); /* of literals */

/* Copies the strings of a place to the arena, cuts the quote. */
void outcome_keep_place(struct audit_place *place, struct arena *arena);

#endif /* AUDITOR_ENGINE_OUTCOME_H */
