/*
 * docx.h - a Word file to a document (prefix docx_).
 *
 * Read are files of Word, WPS, LibreOffice and their like, transitional and strict, whatever their name.
 * First comes the text of the document, then, as DOC_CHROME, what is set apart from it: foot- and endnotes,
 * headers and footers. The properties of the file (author, dates) are metas by the names that the format
 * gives them: "dc:creator", "dcterms:created". docs/carriers.md says what becomes of everything else.
 *
 * Errors     ERR_FORMAT: a zip of another kind, or text that is hidden in another file inside.
 *            ERR_DAMAGED, ERR_LOCKED, ERR_LIMIT: see error.h. The message says what to do.
 */
#ifndef AUDITOR_READ_DOCX_H
#define AUDITOR_READ_DOCX_H

#include "base/error.h"
#include "document/document.h"

/* bytes begin as a zip does. */
int docx_read(struct doc **out, struct str bytes, const char *name, struct error *err);

#endif /* AUDITOR_READ_DOCX_H */
