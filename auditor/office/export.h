/*
 * export.h - everything in the database in open formats (prefix export_).
 *
 * A folder with each table as CSV (for spreadsheets) and NDJSON (exact; results in full), the ledgers that
 * stand in the results as tables of their own, columns.csv which says what each column is for, and
 * manifest.json with rows, bytes and SHA-256 of every file (docs/schema/export.schema.json). All of one
 * moment, written row by row: memory stays flat. The folder appears when it is whole.
 *
 * Errors     ERR_USAGE when the folder is there and not empty; ERR_IO, ERR_DATABASE.
 */
#ifndef AUDITOR_OFFICE_EXPORT_H
#define AUDITOR_OFFICE_EXPORT_H

#include "store/catalogue.h"

struct export_summary {
    size_t tables, rows;
    uint64_t bytes;
};

int export_write(struct export_summary *out, struct store *store, const char *folder,
                 const char *office, struct error *err);

#endif /* AUDITOR_OFFICE_EXPORT_H */
