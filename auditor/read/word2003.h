/*
 * word2003.h - a Word file as Word 2003 saved it in XML (prefix word2003_; inside read only).
 *
 * Its words for paragraphs, runs and tables are nearly those of .docx. They are renamed and put into the parts of one, in memory:
 * text, styles, lists, headers and footers, notes, links, tracked changes, places of pictures, properties.
 *
 * Ownership  out belongs to the caller.
 * Errors     ERR_DAMAGED: no sound XML, or nothing of a Word file in it. Messages begin with `name`.
 */
#ifndef AUDITOR_READ_WORD2003_H
#define AUDITOR_READ_WORD2003_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

bool word2003_is(struct str bytes);
int word2003_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err);

#endif /* AUDITOR_READ_WORD2003_H */
