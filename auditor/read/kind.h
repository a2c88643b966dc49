/*
 * kind.h - what a file is, from its first bytes (prefix kind_).
 */
#ifndef AUDITOR_READ_KIND_H
#define AUDITOR_READ_KIND_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"
#include "document/document.h"

/* In the order in which they count when they are one report. */
enum kind { KIND_PAGE, KIND_WORD, KIND_PDF, KIND_OTHER };

/* A file on the disk, or in a zip on it: by its first bytes; by the ending of its name where these leave it open, or cannot be
 * read. Pages and texts by their names are believed to be such. */
enum kind kind_of_file(const char *path);
enum kind kind_by_name(struct str path);
/* What was read as `format` from a file of that name. */
enum kind kind_of_read(enum doc_format format, struct str path);

/* ERR_FORMAT, or ERR_LOCKED, with what to do when the bytes are not a page or plain text. */
int kind_check(struct str bytes, const char *name, struct error *err);

/* By the ending of its name. */
bool kind_named_page(const char *name);
/* Is decoded text a page? Its own mark-up says so; a name in .htm or .html tips the balance. */
bool kind_is_html(struct str text, const char *name);

/* The length of HTTP headers saved in front of a page, with the empty line; 0 without any. */
size_t kind_http_headers(struct str bytes);

#endif /* AUDITOR_READ_KIND_H */
