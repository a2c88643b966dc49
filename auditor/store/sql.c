/* sql.c - prepared statements, bound and read in order; see internal.h. */
#include "store/internal.h"

#include "base/lang.h"

const char *sql_why(sqlite3 *db)
{
    switch (sqlite3_errcode(db) & 0xff) {
    case SQLITE_FULL:
        return tr("磁盘已满", "the disk is full");
    case SQLITE_READONLY:
        return tr("不能写入（文件或磁盘只读）",
                  "cannot be written (the file or the disk is read-only)");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tr("正被另一个程序使用，请稍后再试", "in use by another program, try again later");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return tr("文件已损坏或不是数据库，请用备份恢复",
                  "damaged, or no database: restore a backup");
    case SQLITE_CANTOPEN:
        return tr("打不开（没有所在的文件夹，或不能写入）",
                  "cannot be opened (its folder is missing or read-only)");
    case SQLITE_IOERR:
        return tr("读写磁盘失败", "reading or writing the disk failed");
    default:
        return sqlite3_errmsg(db);
    }
}

int sql_fail(struct store *store, struct error *err)
{
    return error_set(err, ERR_DATABASE, tr("数据库 %s：%s", "database %s: %s"), store->path,
                     sql_why(store->db));
}

int sql_run(struct store *store, const char *sql, struct error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : sql_fail(store, err);
}

int sql_prepare(sqlite3_stmt **out, struct store *store, const char *sql, struct error *err)
{
    for (size_t i = 0; i < store->statement_count; i++)
        if (store->statements[i].sql == sql) {
            *out = store->statements[i].stmt;
            sqlite3_reset(*out);
            sqlite3_clear_bindings(*out);
            return 0;
        }
    if (store->statement_count == STORE_STATEMENTS)
        return error_set(err, ERR_INTERNAL, "more than %d statements", STORE_STATEMENTS);
    if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL) != SQLITE_OK)
        return sql_fail(store, err);
    store->statements[store->statement_count++] = (struct statement){ sql, *out };
    return 0;
}

void sql_int(sqlite3_stmt *s, int *at, int64_t value)
{
    sqlite3_bind_int64(s, ++*at, value);
}

void sql_text(sqlite3_stmt *s, int *at, struct str text)
{
    sqlite3_bind_text64(s, ++*at, text.n ? text.p : "", text.n, SQLITE_STATIC, SQLITE_UTF8);
}

void sql_text_or_null(sqlite3_stmt *s, int *at, struct str text)
{
    if (text.n)
        sql_text(s, at, text);
    else
        sqlite3_bind_null(s, ++*at);
}

void sql_blob_or_null(sqlite3_stmt *s, int *at, struct str bytes)
{
    if (bytes.n)
        sqlite3_bind_blob64(s, ++*at, bytes.p, bytes.n, SQLITE_STATIC);
    else
        sqlite3_bind_null(s, ++*at);
}

int sql_done(struct store *store, sqlite3_stmt *s, struct error *err)
{
    int rc = 0;
    while (rc != SQLITE_DONE) {
        rc = sqlite3_step(s);
        if (rc != SQLITE_ROW && rc != SQLITE_DONE)
            break;
    }
    rc = rc == SQLITE_DONE ? 0 : sql_fail(store, err);
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    return rc;
}

struct str sql_column_text(sqlite3_stmt *s, int *at)
{
    const char *p = (const char *)sqlite3_column_blob(s, *at);
    size_t n = (size_t)sqlite3_column_bytes(s, *at);
    ++*at;
    return p ? (struct str){ p, n } : str_of("");
}

int64_t sql_column_int(sqlite3_stmt *s, int *at)
{
    return sqlite3_column_int64(s, (*at)++);
}

int sql_each(struct store *store, sqlite3_stmt *s, int (*row)(void *user, sqlite3_stmt *s),
             void *user, struct error *err)
{
    int rc = 0;
    int step = SQLITE_ROW;
    while (rc == 0 && (step = sqlite3_step(s)) == SQLITE_ROW)
        rc = row(user, s);
    if (rc == 0 && step != SQLITE_DONE)
        rc = sql_fail(store, err);
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    return rc;
}

int sql_take_int(void *user, sqlite3_stmt *s)
{
    *(int64_t *)user = sqlite3_column_int64(s, 0);
    return 0;
}
