/*
 * dump.h - a document as text, for tests to compare.
 *
 * A line per block: its line in the file, its flags as letters (h hidden, b heading, 1-6 level,
 * c centred, l linked, n chrome, e empty cell, r rule), "@" and its cell, then ":" and its text.
 * A line per cell: "T" table "(" row "," column ")" and its spans when not 1x1, "h" for a header.
 */
#ifndef AUDITOR_TESTS_READ_DUMP_H
#define AUDITOR_TESTS_READ_DUMP_H

#include "document/document.h"

char *dump_blocks(const struct doc *doc); /* the caller frees what these return */
char *dump_cells(const struct doc *doc);
char *dump_links(const struct doc *doc); /* and images and metas */

#endif /* AUDITOR_TESTS_READ_DUMP_H */
