/*
 * inputs.h - the documents that a command line names (prefix inputs_).
 *
 * Paths are files, folders (searched recursively) or "-". A named input that does not exist ends
 * the run before work starts (ERR_ABSENT). The list is sorted by the bytes of the path.
 */
#ifndef AUDITOR_COMMAND_INPUTS_H
#define AUDITOR_COMMAND_INPUTS_H

#include "base/file.h"
#include "command/command.h"

struct inputs {
    struct file_list list;
    struct strbuf standard_input; /* its bytes, when "-" was named */
};

int inputs_collect(struct inputs *out, const struct cli *cli, struct error *err);
void inputs_free(struct inputs *inputs);

#endif /* AUDITOR_COMMAND_INPUTS_H */
