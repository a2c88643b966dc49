/*
 * cases_write.h - a run of cases for people and for machines (prefix cases_write_).
 *
 * Each appends a whole text. Where a rule has a problem, it counts as one failure and is told in place of
 * its cases.
 */
#ifndef AUDITOR_AUTHOR_CASES_WRITE_H
#define AUDITOR_AUTHOR_CASES_WRITE_H

#include "author/cases.h"

/* A line a rule; a case that differs as expected (-) against found (+), line by line. */
void cases_write_text(struct strbuf *out, const struct cases_run *run, bool color);
/* "auditor/rules-test/1", see docs/schema/rules-test.schema.json; ends with a newline. */
void cases_write_json(struct strbuf *out, const struct cases_run *run);
/* JUnit XML as Ant and Jenkins read it: a testsuite a rule, a testcase a case. started: seconds since 1970. */
void cases_write_junit(struct strbuf *out, const struct cases_run *run, int64_t started);

/* The comparison alone: "- state: pass", "+ state: fail", "  found: 86", a line each. */
void cases_write_diff(struct strbuf *out, const struct cases_case *c, const char *indent,
                      bool color);

#endif /* AUDITOR_AUTHOR_CASES_WRITE_H */
