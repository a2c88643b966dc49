/*
 * lint.h - finds in rules, profiles and libraries what loading them cannot (prefix lint_).
 *
 * Loading says whether a file can be used at all. The linter says what can be used and is not right: names of
 * rules and parameters that nothing has, duties that nobody scores or that can never apply, what a reader of
 * a finding would miss (basis, remedy, a language), what lies about unused. It reads sources as words
 * (lua_token.h) and where those leave it open (an index worked out at run time) it says nothing.
 *
 * Ownership  A report owns all that it holds until lint_free(); it needs the engine no longer.
 * Errors     What is wrong with the plugins is a complaint and no error.
 */
#ifndef AUDITOR_AUTHOR_LINT_H
#define AUDITOR_AUTHOR_LINT_H

#include <stdbool.h>

#include "base/arena.h"
#include "engine/engine.h"

enum lint_level {
    LINT_ERROR,   /* it does not do what it says */
    LINT_WARNING, /* mend it before others rely on it */
    LINT_ADVICE,  /* it may be meant */
    LINT_LEVELS
};

struct lint_item {
    enum lint_level level;
    const char *code; /* stable, for machines: "unknown-rule" */
    struct str rule;  /* "" when it is about no single rule */
    struct str file;  /* below the working folder as a relative path */
    unsigned line;    /* from 1 */
    struct str text;  /* what is wrong and what to do, in the chosen language */
};

struct lint_report {
    struct lint_item *items; /* by file, line, code, rule, text */
    size_t n, cap;
    size_t count[LINT_LEVELS];
    size_t rules; /* that were looked at */
    struct arena *arena;
};

struct lint_options {
    struct engine *engine;
    const char *data;           /* the data folder */
    const char *profiles;       /* the office's own; NULL */
    const char *office_profile; /* the one in use, an id or a folder; NULL without an office */
    const char
        *subject; /* a rule, or a file or folder whose complaints alone are wanted; NULL: all */
};

/* ERR_ABSENT: subject is neither a rule nor a path; then *out is NULL. */
int lint_run(struct lint_report **out, const struct lint_options *options, struct error *err);
void lint_free(struct lint_report *report); /* NULL is allowed */

const char *lint_level_name(enum lint_level level);  /* "error" "warning" "advice" */
const char *lint_level_label(enum lint_level level); /* in the chosen language */

/* A line a complaint, FILE:LINE: LEVEL CODE RULE, with its text below; a summary at the end. Lines longer than the
 * width (columns) go on below. */
void lint_write_text(struct strbuf *out, const struct lint_report *report, bool color,
                     unsigned width);
/* "auditor/rules-lint/1", see docs/schema/rules-lint.schema.json; ends with a newline. */
void lint_write_json(struct strbuf *out, const struct lint_report *report);

#endif /* AUDITOR_AUTHOR_LINT_H */
