/*
 * rules.h - the verbs behind `auditor rules` (prefix rules_).
 *
 * rules_verbs.c holds their usage and options.
 */
#ifndef AUDITOR_COMMAND_RULES_H
#define AUDITOR_COMMAND_RULES_H

#include "command/command.h"
#include "office/setup.h"

extern const struct command *const rules_verbs[]; /* NULL at the end */

/* The rules that judge here: of the office at hand, or the installed ones, and packs that the user names. The
 * caller frees the setup. ERR_ABSENT is a named pack that is not there; what the settings name and is not
 * there is ERR_CONFIG. */
int rules_open(struct setup **setup, const struct cli *cli, struct error *err);

/* Each takes the words behind `rules`, its own name first, and gives an exit code. */
int rules_list(const struct cli *cli, struct setup *setup);
int rules_docs(const struct cli *cli, struct setup *setup);
int rules_show(const struct cli *cli, struct setup *setup);
int rules_lint(const struct cli *cli);
int rules_new(const struct cli *cli);
int rules_prove(const struct cli *cli, struct setup *setup);
int rules_rehearse(const struct cli *cli);
int rules_reference(const struct cli *cli);
int rules_test(const struct cli *cli);

#endif /* AUDITOR_COMMAND_RULES_H */
