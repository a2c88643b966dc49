/* commands.c - the list of all verbs, in the order of the help. */
#include "command/command.h"

extern const struct command command_check, command_extract, command_init, command_assess,
    command_rank, command_report, command_explain, command_rules, command_notice, command_backup,
    command_export, command_doctor, command_help;

const struct command *const commands[] = {
    &command_check,  &command_extract, &command_init,    &command_assess, &command_rank,
    &command_report, &command_explain, &command_notice,  &command_rules,  &command_backup,
    &command_export, &command_doctor,  &command_version, &command_help,   NULL,
};
