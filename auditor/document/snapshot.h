/*
 * snapshot.h - a document as compressed bytes and back (prefix doc_).
 *
 * The database keeps the snapshot of every audited document, so that a report can be shown, and
 * rules can be tried again, without the file and without parsing. The format has a version; bytes
 * of another version, or damaged ones, are ERR_FORMAT, never trusted: every index is checked.
 */
#ifndef AUDITOR_DOCUMENT_SNAPSHOT_H
#define AUDITOR_DOCUMENT_SNAPSHOT_H

#include "base/error.h"
#include "document/document.h"

void doc_save(const struct doc *doc, struct strbuf *out); /* replaces the content of out */
int doc_load(struct doc **out, struct str bytes, struct error *err); /* the caller frees it */

#endif /* AUDITOR_DOCUMENT_SNAPSHOT_H */
