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
#include "office/carriers.h"

struct inputs {
    struct file_list list;
    struct strbuf standard_input; /* its bytes, when "-" was named */
    struct carriers carriers;     /* which of the files are one report */
    size_t next;                  /* the first that inputs_next() has not given yet */
};

int inputs_collect(struct inputs *out, const struct cli *cli, struct error *err);
/* The next document as a job, whose texts live as long as the inputs; false when none is left. */
bool inputs_next(struct inputs *inputs, struct pipeline_job *job);
void inputs_free(struct inputs *inputs);

#endif /* AUDITOR_COMMAND_INPUTS_H */
