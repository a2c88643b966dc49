/*
 * unchecked.h - the audit of a document on which no rule could run (prefix unchecked_).
 *
 * Nothing was looked at, so nothing may look as if it had passed: every duty is there, and open, unless
 * there was no document that it could hold for.
 */
#ifndef AUDITOR_OFFICE_UNCHECKED_H
#define AUDITOR_OFFICE_UNCHECKED_H

#include "engine/engine.h"

enum unchecked_why {
    UNCHECKED_UNREADABLE, /* `unknown`, reason "unreadable" */
    UNCHECKED_BROKE,      /* the audit itself broke down (crash, time, memory): `error` */
    UNCHECKED_MISSING     /* there is no document: `notapplicable`, reason "no-report" */
};

/* Rules that are not selected, or not of scope document, are `notselected` as engine_run() has it;
 * all others are as said above. The caller frees the audit. */
struct audit *unchecked_audit(const struct engine *engine, const struct rule_choice *choice,
                              enum unchecked_why why);

#endif /* AUDITOR_OFFICE_UNCHECKED_H */
