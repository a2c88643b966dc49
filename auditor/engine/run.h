/*
 * run.h - runs the rules on one report (prefix run_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_RUN_H
#define AUDITOR_ENGINE_RUN_H

#include "engine/outcome.h"
#include "engine/state.h"

/* Runs one rule, or decides without running it. The report has been handed to bind_start(). */
void run_rule(struct engine *engine, const struct rule *rule, const struct rule_choice *choice,
              struct outcome *outcome);

#endif /* AUDITOR_ENGINE_RUN_H */
