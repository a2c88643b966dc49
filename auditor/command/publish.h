/*
 * publish.h - one model to every --output (prefix publish_).
 *
 * For verbs whose result is one thing rather than one record a document (sinks.h). HTML and tables come
 * from a layout of reports/, JSON is the model itself.
 *
 * Errors     ERR_USAGE for a format that the verb does not have, and for two outputs to standard output.
 */
#ifndef AUDITOR_COMMAND_PUBLISH_H
#define AUDITOR_COMMAND_PUBLISH_H

#include <cjson/cJSON.h>

#include "command/command.h"
#include "office/setup.h"

struct publish {
    const struct cli *cli;
    struct setup *setup;
    const char *layout; /* "ranking.lua" */
    unsigned formats;   /* bit set of 1 << enum output_format */
    const cJSON *model;
    bool lists; /* the text is lists, which programs take apart: sinks_list_width() */
    void (*text)(struct strbuf *out, const cJSON *model, unsigned width);
};

/* Looks at what was asked for, before any work. */
int publish_check(const struct cli *cli, unsigned formats, struct error *err);
int publish_write(const struct publish *publish, struct error *err);

#endif /* AUDITOR_COMMAND_PUBLISH_H */
