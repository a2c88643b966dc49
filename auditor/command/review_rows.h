/*
 * review_rows.h - lists of `auditor review`: rows of named cells, as text, CSV or JSON (prefix review_rows_).
 *
 * Errors     ERR_USAGE for an unknown --output; else those of the output.
 */
#ifndef AUDITOR_COMMAND_REVIEW_ROWS_H
#define AUDITOR_COMMAND_REVIEW_ROWS_H

#include <cjson/cJSON.h>

#include "base/str.h"
#include "command/command.h"

void review_rows_text(cJSON *row, const char *key, struct str text);

/* To the --output of the call. line appends what a person reads of a row; a fingerprint or hash is marked with # in
 * a table, where a spreadsheet would take it for a number. columns: those of the table, ended by NULL. */
int review_rows_write(const struct cli *cli, const cJSON *rows, const char *const *columns,
                      void (*line)(struct strbuf *out, const cJSON *row), struct error *err);

#endif /* AUDITOR_COMMAND_REVIEW_ROWS_H */
