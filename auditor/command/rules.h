/*
 * rules.h - the parts of `auditor rules` that have a file of their own.
 */
#ifndef AUDITOR_COMMAND_RULES_H
#define AUDITOR_COMMAND_RULES_H

#include "command/command.h"
#include "office/setup.h"

/* rules test [RULE]: runs the cases beside the rules (docs/rule-interface.md, "Cases"); exit code 2
 * when one does not come out as it says. */
int rules_test(const struct cli *cli, struct setup *setup);

#endif /* AUDITOR_COMMAND_RULES_H */
