/*
 * sheet.h - plain tables to CSV and XLSX (prefix sheet_).
 *
 * A layout's `sheets` function returns tables as plain data:
 *   [{ "name", "columns": [{ "title", "width", "kind": "text|number|points|date" }], "rows": [[…]] }]
 * They are written here: CSV as UTF-8 with a BOM, text that a spreadsheet would run as a formula made
 * harmless; XLSX with typed cells, a frozen header, widths and number formats. Points are numbers
 * with up to three decimals. Rows may come in several calls and are on the disk (in the folder for temporary
 * files) when the next one begins: memory stays flat. A table of more rows than a worksheet holds goes on in
 * "name (2)".
 */
#ifndef AUDITOR_REPORT_SHEET_H
#define AUDITOR_REPORT_SHEET_H

#include <cjson/cJSON.h>

#include "base/error.h"
#include "base/str.h"

/* CSV holds one table: the first of sheets. Header row only when `header` is set. */
int sheet_csv(struct strbuf *out, const cJSON *sheets, bool header, struct error *err);

struct sheet_book;

/* A workbook that is written to path when it is closed. */
int sheet_book_open(struct sheet_book **out, const char *path, struct error *err);
/* Appends the rows of each table to the worksheet of that name, made on first sight. */
int sheet_book_add(struct sheet_book *book, const cJSON *sheets, struct error *err);
/* Writes and frees. ERR_IO when the file could not be written. */
int sheet_book_close(struct sheet_book *book, struct error *err);

#endif /* AUDITOR_REPORT_SHEET_H */
