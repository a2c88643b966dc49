/*
 * fill.h - a Word template filled in (prefix fill_).
 *
 * The template is a .docx that a person edits in Word, WPS or LibreOffice. {{key}} stands for a value;
 * a table row, or a paragraph outside of tables, that has {{list.key}} is repeated for each member of the
 * list, and vanishes when there is none. How Word cut the placeholder into runs does not matter, and what
 * a value says is never taken for a placeholder. Line breaks of values become line breaks.
 *
 * Errors     ERR_CONFIG for a template that is no .docx, or has a placeholder that nothing is known of (the
 *            message lists those there are); the message begins with `name`.
 */
#ifndef AUDITOR_REPORT_FILL_H
#define AUDITOR_REPORT_FILL_H

#include <cjson/cJSON.h>

#include "base/error.h"
#include "base/str.h"

/* Appends the filled file. values: an object of texts, numbers, nulls (nothing) and arrays of such objects. */
int fill_docx(struct strbuf *out, struct str template_bytes, const char *name, const cJSON *values,
              struct error *err);

#endif /* AUDITOR_REPORT_FILL_H */
