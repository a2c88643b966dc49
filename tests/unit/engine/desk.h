/*
 * desk.h - an engine with rules written in the test, and a report to run them on (prefix desk_).
 */
#ifndef TESTS_ENGINE_DESK_H
#define TESTS_ENGINE_DESK_H

#include "engine/engine.h"

struct desk {
    struct engine *engine;
    char folder[64]; /* of the pack, temporary */
    struct doc *doc;
    struct report *report;
    struct audit *audit; /* of the last desk_run() */
};

/* An engine with the forms and libraries of the project, and an empty folder for a pack. */
void desk_open(struct desk *d);
void desk_close(struct desk *d);

void desk_file(struct desk *d, const char *name, const char *text); /* below the folder */
void desk_load(struct desk *d);                                     /* the folder as a pack */
/* A rule named `id` whose check function has this body. */
void desk_rule(struct desk *d, const char *id, const char *body);
/* Fields of a rule in front of its check function too. */
void desk_rule_with(struct desk *d, const char *id, const char *fields, const char *body);

/* The report to run on: a clean one of form 2021, or a text of the test's own. */
void desk_clean(struct desk *d);
void desk_document(struct desk *d, const char *content);

void desk_run(struct desk *d, const struct rule_choice *choice);
const struct audit_result *desk_result(const struct desk *d, const char *rule);

/* The first reason or message of a result in English, "" without. */
const char *desk_said(const struct audit_result *r);

/* Runs a rule with this body on the clean report; asserts the state, and that what was said holds
 * `said` (NULL: anything). */
void desk_expect(const char *body, enum audit_state state, const char *said);

#endif /* TESTS_ENGINE_DESK_H */
