/*
 * text.h - plain text to a document (prefix plain_).
 *
 * A line is a block. Rows of cells between '|' or tabs become tables; a line of nothing but '|'
 * is a DOC_RULE, and a blank line between two of them an empty cell (tables that were copied with
 * one cell a line).
 */
#ifndef AUDITOR_READ_TEXT_H
#define AUDITOR_READ_TEXT_H

#include <stdint.h>

#include "document/build.h"

/* text is valid UTF-8 whose lines end with '\n'; its first line is `line`. */
void plain_read(struct doc_build *b, struct str text, uint32_t line);

#endif /* AUDITOR_READ_TEXT_H */
