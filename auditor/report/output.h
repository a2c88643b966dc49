/*
 * output.h - where results go: --output FORMAT[:PATH], repeatable (prefix output_).
 *
 * Files appear whole or not at all: they are written under another name and renamed at the end.
 */
#ifndef AUDITOR_REPORT_OUTPUT_H
#define AUDITOR_REPORT_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "base/str.h"

enum output_format {
    OUTPUT_TEXT,
    OUTPUT_JSON,
    OUTPUT_NDJSON,
    OUTPUT_HTML,
    OUTPUT_CSV,
    OUTPUT_XLSX,
    OUTPUT_JUNIT,
    OUTPUT_SARIF,
    OUTPUT_DOCX,
    OUTPUT_FORMATS
};

struct output {
    enum output_format format;
    char *path;      /* NULL: standard output */
    char *temporary; /* while open */
    FILE *file;      /* NULL until output_open(); XLSX has none */
};

/* ERR_USAGE for an unknown format, for a format that the verb does not have (allowed is a bit set
 * of 1 << format), or for one that is no text (XLSX, DOCX) without a path. */
int output_parse(struct output *out, const char *spec, unsigned allowed, struct error *err);
int output_open(struct output *out, struct error *err);
/* Appends bytes; errors are kept and told by output_close(). */
void output_write(struct output *out, struct str bytes);
/* Closes, renames into place, frees. ERR_IO names the path. With failed, the file is dropped. */
int output_close(struct output *out, bool failed, struct error *err);
const char *output_format_name(enum output_format format);

#endif /* AUDITOR_REPORT_OUTPUT_H */
