/*
 * outlets.h - every --output of a verb, open at once, for what is written part by part (prefix outlets_).
 *
 * Text goes to standard output when no output was asked for. Tables (CSV, XLSX) come from the layout's `sheets`,
 * called with a part of the model at a time; a page from its `html`, with all it is to show.
 *
 * Errors     ERR_USAGE for a format that the verb does not have, ERR_PLUGIN, ERR_IO.
 */
#ifndef AUDITOR_COMMAND_OUTLETS_H
#define AUDITOR_COMMAND_OUTLETS_H

#include <cjson/cJSON.h>

#include "command/command.h"
#include "office/setup.h"
#include "report/output.h"

struct outlets;

struct outlets_kind {
    const char *layout;                  /* "diff.lua" */
    unsigned formats;                    /* bit set of 1 << enum output_format */
    bool (*elsewhere)(const char *spec); /* outputs that somebody else writes; NULL: none */
};

int outlets_open(struct outlets **out, const struct cli *cli, struct setup *setup,
                 const struct outlets_kind *kind, struct error *err);
bool outlets_idle(const struct outlets *outlets); /* there is none */
bool outlets_want(const struct outlets *outlets, enum output_format format);
bool outlets_want_tables(const struct outlets *outlets);
/* Appends to all of the format, and clears the text. */
void outlets_write(struct outlets *outlets, enum output_format format, struct strbuf *text);
int outlets_tables(struct outlets *outlets, const cJSON *part, struct error *err);
int outlets_page(struct outlets *outlets, const cJSON *model, struct error *err);
/* Frees; with failed, files are dropped. NULL is allowed. */
int outlets_close(struct outlets *outlets, bool failed, struct error *err);

#endif /* AUDITOR_COMMAND_OUTLETS_H */
