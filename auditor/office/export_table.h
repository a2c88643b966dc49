/*
 * export_table.h - one table of an export, as CSV and as NDJSON (prefix export_table_).
 */
#ifndef AUDITOR_OFFICE_EXPORT_TABLE_H
#define AUDITOR_OFFICE_EXPORT_TABLE_H

#include "office/export_file.h"
#include "store/catalogue.h"

struct export_table {
    const struct store_table *table;
    struct export_file csv, ndjson;
    size_t *order; /* of the columns by name, for JSON */
    struct strbuf line;
    size_t rows;
};

int export_table_open(struct export_table *out, const char *folder, const struct store_table *table,
                      struct error *err);
void export_table_row(struct export_table *t, const struct store_value *values);
/* Adds {"columns", "description", "files", "name", "rows"} to list unless it is NULL; frees. */
int export_table_close(struct export_table *t, cJSON *list, struct error *err);

#endif /* AUDITOR_OFFICE_EXPORT_TABLE_H */
