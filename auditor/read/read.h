/*
 * read.h - the bytes of a file to a document (prefix read_).
 *
 * What the file is, is decided by its content; the name is only a hint. Saved pages (with or
 * without HTTP headers before them) and plain text in the usual Chinese encodings can be read.
 *
 * Errors     ERR_LIMIT: larger than READ_LIMIT. ERR_FORMAT: empty, or of a kind that cannot be
 *            read; the message says what it is and what to do. Damaged text is no error: what
 *            could not be decoded, was cut or never closed is told by the document's notices.
 * Ownership  *out belongs to the caller (doc_free); it does not refer to bytes.
 */
#ifndef AUDITOR_READ_READ_H
#define AUDITOR_READ_READ_H

#include "base/error.h"
#include "base/file.h"
#include "base/str.h"
#include "document/document.h"

enum { READ_LIMIT = 16 << 20 }; /* bytes of one file */

int read_document(struct doc **out, struct str bytes, const char *name, struct error *err);

/* The documents below a folder, sorted by the bytes of their path; a path that is a file gives
 * itself. Passed over, and counted in *passed (may be NULL), is what a browser saves beside a page
 * (NAME_files/, NAME.files/, scripts, style sheets, fonts) and what surrounds an office (settings,
 * databases, notes in Markdown). Everything else counts as handed in, readable or not. */
int read_walk(struct file_list *out, const char *path, size_t *passed, struct error *err);

#endif /* AUDITOR_READ_READ_H */
