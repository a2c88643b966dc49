/*
 * read.h - the bytes of a file to a document (prefix read_).
 *
 * What the file is, is decided by its content; the name is only a hint. Saved pages (with or
 * without HTTP headers before them), plain text in the usual Chinese encodings, Word files and PDF can
 * be read; docs/carriers.md says what becomes of what is in them.
 *
 * Errors     ERR_LIMIT: larger than READ_LIMIT. ERR_FORMAT: empty, or of a kind that cannot be
 *            read. ERR_DAMAGED, ERR_LOCKED: of a kind that can, but broken or with a password.
 *            The message says what it is and what to do. Damaged text is no error: what
 *            could not be decoded, was cut or never closed is told by the document's notices.
 * Ownership  *out belongs to the caller (doc_free); it does not refer to bytes.
 */
#ifndef AUDITOR_READ_READ_H
#define AUDITOR_READ_READ_H

#include "base/error.h"
#include "base/file.h"
#include "base/str.h"
#include "document/document.h"

/* Bytes of one file. Word files and the like are large by their pictures; their text has its own limits. */
enum { READ_LIMIT = 64 << 20, READ_TEXT_LIMIT = 16 << 20 };

struct read_options {
    bool
        ocr; /* what a scan shows is recognised (pdf_ocr.h); else it is ERR_FORMAT, no_text_layer */
};

/* options: NULL for none. */
int read_document(struct doc **out, struct str bytes, const char *name,
                  const struct read_options *options, struct error *err);

/* The bytes of a file handed in, and its stamp; path may lead into a zip ("batch.zip/page.html", whose stamp is
 * that of the zip). Errors call it `name`. */
int read_bytes(struct strbuf *out, const char *path, const char *name, struct error *err);
int read_stat(struct file_stamp *out, const char *path, const char *name, struct error *err);

/* What a walk left out. */
struct read_passed {
    size_t side_files;
    struct file_list
        links; /* to folders (they could lead round in circles) or to nothing; pipes, devices */
};

/* The documents below a folder, sorted by the bytes of their path; a path that is a file gives
 * itself. Passed over, and added to *passed (may be NULL), are links to folders and what a browser saves beside a page
 * (NAME_files/, NAME.files/, scripts, style sheets, fonts) and what surrounds an office (settings,
 * databases, notes in Markdown). Everything else counts as handed in, readable or not. A .zip gives the files in
 * it; one that cannot be opened stands for itself. */
int read_walk(struct file_list *out, const char *path, struct read_passed *passed,
              struct error *err);
void read_passed_tell(const struct read_passed *passed); /* as notices, on stderr */
void read_passed_free(struct read_passed *passed);

#endif /* AUDITOR_READ_READ_H */
