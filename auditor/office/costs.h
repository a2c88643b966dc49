/*
 * costs.h - what findings cost in an assessment, sixteen bytes for each rule and severity (prefix cost_, costs_).
 *
 * Rules are numbered as they come up; the numbers hold for all that share a struct cost_rules.
 */
#ifndef AUDITOR_OFFICE_COSTS_H
#define AUDITOR_OFFICE_COSTS_H

#include "base/arena.h"
#include "base/map.h"
#include "engine/audit.h"
#include "store/store.h"

struct cost_rules { /* {0} is empty */
    struct map numbers;
    struct str *ids;
    size_t n, cap;
    struct arena *arena;
};

struct cost { /* of the findings of one rule and severity */
    int64_t points;
    uint32_t count;
    unsigned rule : 24, severity : 8; /* enum audit_severity */
};

struct cost_span {
    const struct cost *list; /* by id of the rule, then by severity */
    size_t n;
};

struct costs {
    struct cost *list;
    size_t n, cap;
    uint32_t *from, *count; /* of each row of a roster */
};

size_t cost_rule(struct cost_rules *rules, struct str id); /* numbered now, if it was not */
void cost_rules_free(struct cost_rules *rules);

/* A finding of a row, whose findings come one after the other. */
void costs_add(struct costs *costs, struct cost_rules *rules, size_t row,
               const struct store_loss *loss);
void costs_free(struct costs *costs);

#endif /* AUDITOR_OFFICE_COSTS_H */
