/*
 * commas.h - a sheet that was saved as comma-separated text, to a document (prefix commas_; inside read only).
 *
 * A heading or a paragraph is a row with one field filled in, its commas in quotes. It becomes a block, the others rows of
 * tables. Text with sentences that commas part is no sheet.
 */
#ifndef AUDITOR_READ_COMMAS_H
#define AUDITOR_READ_COMMAS_H

#include "document/build.h"

/* false: it is no such sheet, and nothing was read. text is valid UTF-8 whose lines end with '\n'; its first line is `line`. */
bool commas_read(struct doc_build *b, struct str text, uint32_t line);

#endif /* AUDITOR_READ_COMMAS_H */
