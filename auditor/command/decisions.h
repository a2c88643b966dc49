/*
 * decisions.h - what the verbs that record decisions have in common (prefix decisions_).
 *
 * Decisions are recorded first, then what they do to the score is reckoned and shown, before and after.
 */
#ifndef AUDITOR_COMMAND_DECISIONS_H
#define AUDITOR_COMMAND_DECISIONS_H

#include "command/chosen.h"
#include "office/decide.h"

/* Results of agencies before anything was recorded. */
struct decisions_before {
    struct decisions_agency *list;
    size_t n, cap;
};

/* Remembers what an agency has; once for each. */
int decisions_note(struct decisions_before *before, struct desk *desk, int year,
                   const struct chosen_agency *agency, struct error *err);
/* Judges the noted agencies again and prints a line for each: "县公安局 2024：92.5 → 94.5". */
int decisions_show(struct decisions_before *before, struct desk *desk, struct date today,
                   struct error *err);
void decisions_free(struct decisions_before *before);

/* The one agency that was named; EXIT_USAGE after saying why there is none, and the like. */
int decisions_agency(struct chosen *out, struct desk *desk, int year, const char *name);

#endif /* AUDITOR_COMMAND_DECISIONS_H */
