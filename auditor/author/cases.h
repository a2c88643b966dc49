/*
 * cases.h - the cases beside a rule (prefix cases_): every case is a small document, made from a base
 * document by edits or written out, with the outcome that the rule must give.
 */
#ifndef AUDITOR_AUTHOR_CASES_H
#define AUDITOR_AUTHOR_CASES_H

#include "engine/engine.h"

struct cases_count {
    size_t rules, passed, failed;
};

/* Runs the cases of one rule, or of all if rule is NULL; prints those that do not come out as they
 * say. ERR_ABSENT if there is no such rule. */
int cases_run(struct cases_count *count, struct engine *engine, const char *rule);

#endif /* AUDITOR_AUTHOR_CASES_H */
