/*
 * export_ledger.h - the ledgers inside stored results as rows of a table (prefix export_ledger_).
 */
#ifndef AUDITOR_OFFICE_EXPORT_LEDGER_H
#define AUDITOR_OFFICE_EXPORT_LEDGER_H

#include "office/export_table.h"

/* A table of ledger entries of what `owner` holds ("audit"): its texts live as long as the program. */
struct export_ledger {
    struct store_table table; /* to be written by export_table_open() */
    char *name;
    struct store_column columns[16];
};

void export_ledger_init(struct export_ledger *out, const char *owner);
void export_ledger_free(struct export_ledger *ledger);
/* Writes the entries of one result; one without a ledger has none. ERR_FORMAT when it is no JSON. */
int export_ledger_rows(struct export_table *t, int64_t owner, struct str result, struct error *err);

#endif /* AUDITOR_OFFICE_EXPORT_LEDGER_H */
