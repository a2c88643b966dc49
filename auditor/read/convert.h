/*
 * convert.h - old Word and WPS files, turned into .docx by LibreOffice (prefix convert_; inside read only).
 *
 * LibreOffice runs in a fenced process (base/child.h) on a copy in a folder of its own, with a profile of its
 * own, and both are gone afterwards. Macros do not run: a headless conversion has them off.
 *
 * Limits     CONVERT_SECONDS, CONVERT_MEMORY_MB; the result is a file of at most READ_LIMIT bytes.
 * Ownership  out belongs to the caller.
 * Errors     ERR_TOOL "no_converter": LibreOffice is not installed. ERR_TIME. ERR_DAMAGED: it could make nothing of
 *            the file. ERR_IO. Messages begin with `name`.
 */
#ifndef AUDITOR_READ_CONVERT_H
#define AUDITOR_READ_CONVERT_H

#include "base/error.h"
#include "base/str.h"

enum { CONVERT_SECONDS = 30, CONVERT_MEMORY_MB = 1024 };

/* Is it an old Office file with a text in it? Its directory names that. */
bool convert_is_old(struct str bytes);
int convert_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err);

#endif /* AUDITOR_READ_CONVERT_H */
