/*
 * letters.h - outputs that are one file an agency: Word letters, and pages in a folder (prefix letters_).
 *
 * Errors     ERR_USAGE for several agencies in one Word file; ERR_CONFIG for a template that cannot be used.
 */
#ifndef AUDITOR_COMMAND_LETTERS_H
#define AUDITOR_COMMAND_LETTERS_H

#include <cjson/cJSON.h>

#include "command/command.h"
#include "office/setup.h"

struct letters;

/* Takes up the --output that are letters; count: agencies, at most. */
int letters_open(struct letters **out, const struct cli *cli, const struct setup *setup,
                 size_t count, struct error *err);
void letters_close(struct letters *letters); /* NULL is allowed */

bool letters_take(const char *spec); /* whether an output is one of these */

/* A notice (report/notice.h) to every such output. */
int letters_write(struct letters *letters, const cJSON *notice, struct error *err);

/* Copies the Word template into the office's reports/, unless one is there. */
int letters_template(const struct setup *setup, struct error *err);

#endif /* AUDITOR_COMMAND_LETTERS_H */
