/*
 * case_match.h - what a case expects against what the rule gave (prefix case_match_).
 */
#ifndef AUDITOR_AUTHOR_CASE_MATCH_H
#define AUDITOR_AUTHOR_CASE_MATCH_H

#include <cjson/cJSON.h>

#include "author/cases.h"

/* Refuses what no case has: unknown fields, no name, no such state, a trap that is to fail. ERR_CONFIG. */
int case_match_check(const cJSON *c, struct error *err);

/* Fills lines and outcome of *out. Of several findings the one is compared that fits best; when something
 * differs, lines without an expectation tell what else the rule said. Strings lie in the arena. */
void case_match(struct cases_case *out, const cJSON *expect, const struct audit_result *result,
                struct arena *arena);

#endif /* AUDITOR_AUTHOR_CASE_MATCH_H */
