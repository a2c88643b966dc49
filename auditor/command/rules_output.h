/*
 * rules_output.h - a result of the rule author's bench to every --output (prefix rules_output_).
 */
#ifndef AUDITOR_COMMAND_RULES_OUTPUT_H
#define AUDITOR_COMMAND_RULES_OUTPUT_H

#include "base/str.h"
#include "command/command.h"
#include "report/output.h"

struct rules_output {
    unsigned formats; /* bit set of 1 << enum output_format */
    /* Appends a whole text. color only where it goes to a terminal that wants it. */
    void (*write)(struct strbuf *out, enum output_format format, bool color, const void *what);
    const void *what;
};

/* ERR_USAGE, before anything is written, for a format that is not there and for two outputs to standard
 * output. Text goes there when none is named. */
int rules_output(const struct cli *cli, const struct rules_output *o, struct error *err);

#endif /* AUDITOR_COMMAND_RULES_OUTPUT_H */
