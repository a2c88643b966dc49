/*
 * internal.h - what the files of this folder share: the handle and its statements (prefix sql_).
 */
#ifndef AUDITOR_STORE_INTERNAL_H
#define AUDITOR_STORE_INTERNAL_H

#include <sqlite3.h>

#include "store/catalogue.h"

enum { STORE_STATEMENTS = 64 };

struct statement {
    const char *sql; /* a literal: compared by address */
    sqlite3_stmt *stmt;
};

struct store {
    sqlite3 *db;
    char *path;
    int lock_fd; /* -1: not locked */
    bool write;
    bool as_is, older; /* opened whatever its version is; it is of an older one */
    bool begun;
    struct statement statements[STORE_STATEMENTS];
    size_t statement_count;
};

/* What went wrong on the connection, in the language of the program where that is usual. */
const char *sql_why(sqlite3 *db);
int sql_fail(struct store *store, struct error *err);
int sql_run(struct store *store, const char *sql, struct error *err); /* without parameters */

/* A prepared statement of the literal, ready to bind; kept until the store is closed. */
int sql_prepare(sqlite3_stmt **out, struct store *store, const char *sql, struct error *err);
/* Binds the next parameter; *at counts them. */
void sql_int(sqlite3_stmt *s, int *at, int64_t value);
void sql_text(sqlite3_stmt *s, int *at, struct str text);
void sql_text_or_null(sqlite3_stmt *s, int *at, struct str text); /* "" is NULL */
void sql_blob_or_null(sqlite3_stmt *s, int *at, struct str bytes);
int sql_done(struct store *store, sqlite3_stmt *s, struct error *err); /* step to the end, reset */

struct str sql_column_text(sqlite3_stmt *s, int *at); /* reads the next column */
int64_t sql_column_int(sqlite3_stmt *s, int *at);

/* Calls row for each row of a bound statement; what row returns ends it. */
int sql_each(struct store *store, sqlite3_stmt *s, int (*row)(void *user, sqlite3_stmt *s),
             void *user, struct error *err);

/* query.c: each row of a bound statement that selects id, year, profile, profile_digest, rules_digest, version,
 * state, finished_at. */
int assessments_each(struct store *store, sqlite3_stmt *s,
                     int (*row)(void *user, const struct store_assessment *a), void *user,
                     struct error *err);

/* save.c, query.c: what an audit and a standing have in common, from `kind` on. */
void verdict_bind(sqlite3_stmt *s, int *at, const struct store_audit *a);
/* Reads what store_audits() selects behind `choice`. */
void verdict_read(struct store_audit *a, sqlite3_stmt *s, int *at);
/* One row for each finding of a; sql is the insertion of twelve columns, the owner first. */
int findings_insert(struct store *store, const char *sql, int64_t owner,
                    const struct store_audit *a, struct error *err);

/* For sql_each(): the first column into an int64_t. */
int sql_take_int(void *user, sqlite3_stmt *s);

/* verify.c. Whether tables, indexes and triggers are those that the migrations make. */
int verify_schema(struct store *store, struct error *err);
/* A quick look at every page, without the indexes. */
int verify_pages(struct store *store, struct error *err);

/* about.c: what is known of tables and columns; an empty name ends each. */
extern const struct store_column store_about_columns[];
extern const struct store_table store_about_tables[];

extern const char *const store_migrations[]; /* NULL at the end; number i makes version i + 1 */

#endif /* AUDITOR_STORE_INTERNAL_H */
