/*
 * convert.h - files that only LibreOffice reads, turned into .docx or into a page (prefix convert_; inside read only,
 * but for convert_table()).
 *
 * Old Word and WPS files, RTF and OpenDocument texts become .docx; Excel sheets become a page. What a
 * file is, is told by its content. LibreOffice runs in a fenced process (base/child.h) on a copy in a folder of its own,
 * with a profile of its own, and both are gone afterwards. Macros do not run: a headless conversion has them off.
 *
 * Limits     CONVERT_SECONDS, CONVERT_MEMORY_MB; the result is a file of at most READ_LIMIT bytes.
 * Ownership  out belongs to the caller.
 * Errors     ERR_TOOL "no_converter": LibreOffice, or the part of it that the kind takes, is not installed. ERR_TIME.
 *            ERR_DAMAGED: it could make nothing of the file. ERR_IO. Messages begin with `name`.
 */
#ifndef AUDITOR_READ_CONVERT_H
#define AUDITOR_READ_CONVERT_H

#include "base/error.h"
#include "base/str.h"

enum { CONVERT_SECONDS = 30, CONVERT_MEMORY_MB = 1024 };

enum convert_kind {
    CONVERT_NONE,
    CONVERT_OLD_WORD, /* the directory of an old Office file names a text in it */
    CONVERT_RTF,
    CONVERT_OPEN_TEXT,
    CONVERT_OPEN_XML, /* the same in one XML file */
    CONVERT_OLD_SHEET,
    CONVERT_SHEET
};

/* Of the zips among them, see convert_zip_kind(). */
enum convert_kind convert_kind(struct str bytes);
/* For a zip that holds no Word document. */
enum convert_kind convert_zip_kind(struct str bytes);

/* *page: out is a page, not .docx. */
int convert_run(struct strbuf *out, bool *page, enum convert_kind kind, struct str bytes,
                const char *name, struct error *err);

/* The first sheet of a workbook (.xlsx, .xls, .et, .ods) as CSV in UTF-8, cells as they are shown, a line for each row.
 * ERR_FORMAT when it is none. */
int convert_table(struct strbuf *out, struct str bytes, const char *name, struct error *err);

#endif /* AUDITOR_READ_CONVERT_H */
