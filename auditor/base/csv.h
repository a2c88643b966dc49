/*
 * csv.h - reads and writes comma-separated tables as office programs do (prefix csv_).
 *
 * Reading: UTF-8 with or without a BOM (the caller decodes anything else first), CRLF or LF,
 * quoted fields with doubled quotes and line breaks, comma, semicolon or tab (whichever the
 * header row holds most of). Writing: RFC 4180, CRLF, and text that a spreadsheet would take
 * for a formula is made harmless with a leading apostrophe.
 */
#ifndef AUDITOR_BASE_CSV_H
#define AUDITOR_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

struct csv_row {
    struct str *fields; /* trimmed */
    size_t n;
    unsigned line; /* where the row begins, from 1 */
};

struct csv {
    struct csv_row *rows; /* rows without any text are left out */
    size_t n;
    struct arena *arena;
};

/* ERR_CONFIG with name and line when a quote is never closed. */
int csv_parse(struct csv *out, const char *name, struct str text, struct error *err);
void csv_free(struct csv *csv);

/* The column of the header (row 0) with one of the names separated by '|', or -1. */
int csv_column(const struct csv *csv, const char *names);
struct str csv_field(const struct csv *csv, size_t row, int column); /* "" when absent */

void csv_write_bom(struct strbuf *out);
void csv_write_text(struct strbuf *out, struct str text, bool last); /* quoted where needed */
void csv_write_number(struct strbuf *out, struct str digits, bool last);

#endif /* AUDITOR_BASE_CSV_H */
