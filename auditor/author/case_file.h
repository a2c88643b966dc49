/*
 * case_file.h - the cases beside a rule as they are written (prefix case_file_).
 *
 * cases.h runs them; this is for those who only look at them.
 */
#ifndef AUDITOR_AUTHOR_CASE_FILE_H
#define AUDITOR_AUTHOR_CASE_FILE_H

#include <cjson/cJSON.h>

#include "author/cases.h"

/* The list of cases of RULE.cases.lua, in a folder or a zip; the caller deletes it. ERR_ABSENT when there is
 * no such file, ERR_CONFIG when it is broken. */
int case_file_read(cJSON **out, struct engine *engine, const struct rule_info *rule,
                   struct error *err);
/* Of one of them. */
enum cases_kind case_file_kind(const cJSON *c);

#endif /* AUDITOR_AUTHOR_CASE_FILE_H */
