/*
 * sinks.h - the outputs of a command that yields one record a document (prefix sinks_).
 *
 * Text, JSON, NDJSON, CSV and XLSX are written as documents arrive; HTML is one page a document
 * when its path is a folder, else one page with all of them.
 */
#ifndef AUDITOR_COMMAND_SINKS_H
#define AUDITOR_COMMAND_SINKS_H

#include "command/command.h"
#include "office/pipeline.h"
#include "report/output.h"

struct sinks;

/* What the documents must carry for the outputs asked for. */
struct sinks_needs {
    bool published; /* the published JSON */
    bool stored;    /* the stored JSON, for people's formats */
    bool extract;   /* the extraction in its model form */
};

/* Parses every --output (default: text to standard output). schema is the envelope's name, for
 * example "auditor/check/1". ERR_USAGE for what cannot be. */
int sinks_open(struct sinks **out, const struct cli *cli, const char *schema, unsigned allowed,
               struct error *err);
struct sinks_needs sinks_needs(const struct sinks *sinks);
int sinks_begin(struct sinks *sinks, struct setup *setup, struct error *err);
int sinks_document(struct sinks *sinks, const struct pipeline_output *document, struct error *err);
/* Finishes and frees; with failed, files are dropped. */
int sinks_close(struct sinks *sinks, bool failed, struct error *err);

unsigned sinks_width(void); /* of the terminal or as COLUMNS says, 40 to 120 columns; else 80 */
/* For lists that programs take apart line by line: without a terminal a line is as long as it is. */
unsigned sinks_list_width(void);

#endif /* AUDITOR_COMMAND_SINKS_H */
