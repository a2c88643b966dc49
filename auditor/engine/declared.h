/*
 * declared.h - what a rule's file declared, as it stands there (prefix declared_).
 *
 * rule_info says what a rule means after defaults and languages are filled in. What works on rules
 * themselves (a linter, a page about a rule) also asks what its author wrote and what he left out.
 */
#ifndef AUDITOR_ENGINE_DECLARED_H
#define AUDITOR_ENGINE_DECLARED_H

#include "engine/engine.h"

/* The table given to rule{...} as plain data, functions left out. The caller deletes *out. ERR_PLUGIN for
 * a rule that does not load. */
int declared_rule(struct engine *engine, const struct rule_info *rule, struct cJSON **out,
                  struct error *err);

/* The number of literals by which a declared pattern is found, written out or taken from its expression; 0:
 * every block of a document is searched for it. */
size_t declared_literals(const struct engine *engine, const struct rule_info *rule,
                         struct str pattern);

#endif /* AUDITOR_ENGINE_DECLARED_H */
