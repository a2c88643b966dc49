/*
 * case_run.h - the document of a case, or its dossier, is made and the rules are run on it (prefix
 * case_run_).
 */
#ifndef AUDITOR_AUTHOR_CASE_RUN_H
#define AUDITOR_AUTHOR_CASE_RUN_H

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "recognise/report.h"

/* What a case is about. A rule of scope document gets a report, the others a dossier, whose other reports
 * the case writes down as `earlier` and `children`. */
struct case_subject;

/* ERR_CONFIG names what is wrong with the case. The caller frees *out. */
int case_run_make(struct case_subject **out, struct engine *engine, const struct rule_info *rule,
                  const cJSON *c, struct error *err);
void case_run_free(struct case_subject *subject); /* NULL is allowed */

/* The document itself; NULL when the case has none. */
const struct report *case_run_report(const struct case_subject *subject);
/* The rule, and no other, on the subject. The caller frees the audit. */
struct audit *case_run_judge(struct engine *engine, const struct case_subject *subject);

#endif /* AUDITOR_AUTHOR_CASE_RUN_H */
