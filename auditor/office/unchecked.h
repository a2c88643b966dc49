/*
 * unchecked.h - the audit of a document on which no rule could run (prefix unchecked_).
 *
 * Nothing was looked at, so nothing may look as if it had passed: every duty is there, and open.
 */
#ifndef AUDITOR_OFFICE_UNCHECKED_H
#define AUDITOR_OFFICE_UNCHECKED_H

#include "engine/engine.h"

/* Rules that are not selected, or not of scope document, are `notselected` as engine_run() has it;
 * all others are `error` when the audit itself broke down (crash, time, memory), else `unknown` with
 * reason "unreadable". The caller frees the audit. */
struct audit *unchecked_audit(const struct engine *engine, const struct rule_choice *choice,
                              bool broke);

#endif /* AUDITOR_OFFICE_UNCHECKED_H */
