/*
 * check_junit.h - verdicts as JUnit XML: a testsuite a document, a testcase a rule (prefix check_junit_).
 *
 * Takes the localised document of model_parse(). A duty that is not met is a failure; one that was left
 * undecided, or whose rule broke down, is an error, because what was not checked did not pass; what does
 * not apply, was not selected, or is undecided because of another finding is skipped.
 */
#ifndef AUDITOR_REPORT_CHECK_JUNIT_H
#define AUDITOR_REPORT_CHECK_JUNIT_H

#include "engine/engine.h"

/* Appends the suite of one document; id counts them from 0. Head and tail are those of junit.h. */
void check_junit_document(struct strbuf *out, const struct cJSON *document, size_t id,
                          const struct engine *engine, const char *profile);

#endif /* AUDITOR_REPORT_CHECK_JUNIT_H */
