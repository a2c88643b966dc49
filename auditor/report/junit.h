/*
 * junit.h - JUnit XML as Ant and Jenkins read it (prefix junit_).
 *
 * Suites of test cases, written in this order: junit_head; for each suite junit_suite, any number of
 * junit_property, junit_cases, the cases, junit_suite_end; junit_tail. Everything is escaped here; what
 * XML cannot hold becomes U+FFFD. Nothing can fail.
 *
 * Units      Times are microseconds.
 */
#ifndef AUDITOR_REPORT_JUNIT_H
#define AUDITOR_REPORT_JUNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct junit_suite {
    size_t id;                /* from 0 */
    struct str name, package; /* the name is not empty */
    size_t tests, failures, errors, skipped;
    const char *timestamp; /* "2025-01-31T08:00:00" */
    uint64_t time;
};

void junit_head(struct strbuf *out);
void junit_tail(struct strbuf *out);

void junit_suite(struct strbuf *out, const struct junit_suite *suite);
void junit_property(struct strbuf *out, const char *name, struct str value);
void junit_cases(struct strbuf *out);
/* What stands beside the cases: text for a reader of the log, may be empty. */
void junit_suite_end(struct strbuf *out, struct str log);

struct junit_case {
    struct str class_name, name; /* neither is empty */
    uint64_t time;
};

void junit_passed(struct strbuf *out, const struct junit_case *c);
/* element: "error" or "failure"; type a word; message in short, text in full. */
void junit_complaint(struct strbuf *out, const struct junit_case *c, const char *element,
                     const char *type, struct str message, struct str text);
void junit_skipped(struct strbuf *out, const struct junit_case *c, struct str message);

#endif /* AUDITOR_REPORT_JUNIT_H */
