/* commands.c - the list of all commands, in the order of the help, and which of them have verbs. */
#include <stddef.h>

#include "command/rules.h"

extern const struct command command_check, command_extract, command_init, command_assess,
    command_rank, command_report, command_explain, command_notice, command_diff, command_trend,
    command_review, command_waive, command_rules, command_backup, command_export, command_doctor,
    command_help;

const struct command *const commands[] = {
    &command_check,
    &command_extract,
    &command_init,
    &command_assess,
    &command_rank,
    &command_report,
    &command_explain,
    &command_notice,
    &command_review,
    &command_waive,
    &command_diff,
    &command_trend,
    &command_rules,
    &command_backup,
    &command_export,
    &command_doctor,
    &command_version,
    &command_help,
    NULL,
};

const struct command *const *cli_verbs(const struct command *command)
{
    return command == &command_rules ? rules_verbs : NULL;
}
