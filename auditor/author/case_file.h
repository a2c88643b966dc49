/*
 * case_file.h - the cases beside a rule as they are written (prefix case_file_).
 *
 * cases.h runs them; this is for those who only look at them.
 */
#ifndef AUDITOR_AUTHOR_CASE_FILE_H
#define AUDITOR_AUTHOR_CASE_FILE_H

#include <cjson/cJSON.h>

#include "author/cases.h"
#include "recognise/report.h"

/* The list of cases of RULE.cases.lua, in a folder or a zip; the caller deletes it. ERR_ABSENT when there is
 * no such file, ERR_CONFIG when it is broken. */
int case_file_read(cJSON **out, struct engine *engine, const struct rule_info *rule,
                   struct error *err);
/* Of one of them. */
enum cases_kind case_file_kind(const cJSON *c);
/* What a case says of its report beyond the text. ERR_CONFIG for a level that there is not. */
int case_file_hint(struct report_hint *out, const cJSON *c, struct error *err);

#endif /* AUDITOR_AUTHOR_CASE_FILE_H */
