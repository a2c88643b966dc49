/*
 * prove_plan.h - the originals of a proof, and which mutations of them are made (prefix plan_; inside
 * author only).
 */
#ifndef AUDITOR_AUTHOR_PROVE_PLAN_H
#define AUDITOR_AUTHOR_PROVE_PLAN_H

#include "author/prove.h"

/* Reads, recognises and audits the originals; what fires becomes alarms. */
int plan_originals(struct proof *proof, const struct prove_options *options, struct error *err);
/* Fills proof->mutants with kind, original and site. */
void plan_mutants(struct proof *proof);
void plan_alarm(struct proof *proof, struct prove_alarm alarm); /* takes its message */

#endif /* AUDITOR_AUTHOR_PROVE_PLAN_H */
