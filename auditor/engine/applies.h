/*
 * applies.h - whether a rule is run on what is under audit, and what becomes of it if not (prefix
 * applies_; private to engine/).
 *
 * Packs, profile, scope, kind of document, form and the tables that it needs are asked in turn. What says no
 * writes the outcome: not selected, not applicable, undecided with its cause, or an error.
 */
#ifndef AUDITOR_ENGINE_APPLIES_H
#define AUDITOR_ENGINE_APPLIES_H

#include "engine/bind.h"
#include "engine/outcome.h"
#include "engine/slot.h"

struct dossier;

/* What the packs say for a report year; the outcome gets its rule and what was done to it. */
bool applies_packs(struct bind *b, const struct slot *slot, int year, struct slot_view *view,
                   struct outcome *o);
/* Of a rule of scope document, and of one of the others. */
bool applies_report(struct bind *b, const struct rule *rule, const struct rule_choice *choice,
                    struct outcome *o);
bool applies_dossier(struct bind *b, const struct rule *rule, const struct rule_choice *choice,
                     const struct dossier *dossier, struct outcome *o);
/* A table that the rule needs is not there: the finding on its absence explains it. */
bool applies_needs(struct bind *b, const struct rule *rule, struct outcome *o);

/* The rule failed; what it said in both languages. */
void applies_fault(struct bind *b, struct outcome *o, const char *code,
                   const struct audit_text *fault);

#endif /* AUDITOR_ENGINE_APPLIES_H */
