/*
 * register_book.h - the register as a workbook (prefix register_book_).
 *
 * An office may keep agencies.xlsx (or .xls, .et, .ods) in place of agencies.csv; its first sheet is the register. LibreOffice
 * reads it, and what it read is kept beside it (agencies.xlsx.csv) as long as the workbook does not change, since that
 * takes seconds.
 *
 * Errors     ERR_CONFIG, also where LibreOffice is not installed: nothing can be done without a register.
 */
#ifndef AUDITOR_OFFICE_REGISTER_BOOK_H
#define AUDITOR_OFFICE_REGISTER_BOOK_H

#include "base/error.h"
#include "base/str.h"

/* The path of the workbook in the folder; NULL when there is none. The caller frees it. */
char *register_book_find(const char *folder);
/* Its first sheet as CSV, a line for each row. */
int register_book_read(struct strbuf *out, const char *path, struct error *err);

#endif /* AUDITOR_OFFICE_REGISTER_BOOK_H */
