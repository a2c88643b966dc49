/*
 * catalogue.h - every table and column in words, and row by row: what an export needs (prefix store_).
 *
 * Tables and columns are those that the file has, so nothing is left out that somebody added; texts say what
 * each is for. Snapshots, which only this program can read, are no columns here.
 *
 * Ownership  All that is handed to a callback lives until it returns.
 */
#ifndef AUDITOR_STORE_CATALOGUE_H
#define AUDITOR_STORE_CATALOGUE_H

#include "base/lang.h"
#include "store/store.h"

enum store_kind {
    STORE_TEXT,
    STORE_NUMBER,
    STORE_POINTS, /* thousandths */
    STORE_FLAG,
    STORE_MOMENT, /* nanoseconds since 1970 */
    STORE_JSON
};

struct store_column {
    const char *name;
    enum store_kind kind;
    const char *about[LANG_COUNT]; /* "" when nobody described it */
};

struct store_table {
    const char *name;
    const char *about[LANG_COUNT];
    const struct store_column *columns;
    size_t n;
};

struct store_value {
    bool null;
    struct str text;
    int64_t number;
};

/* All tables in the order in which they were made. */
int store_tables(struct store *store, int (*take)(void *user, const struct store_table *table),
                 void *user, struct error *err);
/* All rows in the order of the key; values stand as the columns do. */
int store_rows(struct store *store, const struct store_table *table,
               int (*take)(void *user, const struct store_value *values), void *user,
               struct error *err);

const char *
store_kind_name(enum store_kind kind); /* "text" "number" "points" "flag" "time" "json" */

#endif /* AUDITOR_STORE_CATALOGUE_H */
