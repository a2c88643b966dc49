/*
 * review.h - the parts of `auditor review` (prefix review_). Each returns an exit code.
 */
#ifndef AUDITOR_COMMAND_REVIEW_H
#define AUDITOR_COMMAND_REVIEW_H

#include <cjson/cJSON.h>

#include "command/decisions.h"

/* Works through what nobody decided yet: question and answer on the terminal. */
int review_terminal(const struct cli *cli, struct desk *desk, int year, const char *agency);
/* The table of findings, with columns to fill in; and what was filled in. */
int review_export(const struct cli *cli, struct desk *desk, int year, const char *path);
int review_import(const struct cli *cli, struct desk *desk, const char *path);
/* All decisions of a year, in order. */
int review_list(const struct cli *cli, struct desk *desk, int year, const char *agency);
/* What reports say otherwise than when they came in. */
int review_changes(const struct cli *cli, struct desk *desk, int year, const char *agency);
/* The same of one agency of those chosen, as rows for its report, each with the "label" of its kind. The caller deletes
 * them. */
int review_changes_rows(cJSON **out, struct desk *desk, int year, const struct chosen *chosen,
                        const struct chosen_agency *agency, struct error *err);
/* Points of an indicator that a person fills in. */
int review_fill(const struct cli *cli, struct desk *desk, int year);
/* What had to be corrected, and what became of it. */
int review_items(const struct cli *cli, struct desk *desk, int year, const char *agency);

#endif /* AUDITOR_COMMAND_REVIEW_H */
