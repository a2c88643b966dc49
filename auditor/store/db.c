/* db.c - opening, settings, migrations, transactions and the lock; see store.h. */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "store/internal.h"

enum { APPLICATION_ID = 0x41554454, BUSY_MS = 10000 }; /* "AUDT" */

/* A pragma or query that gives one number. Not kept: it runs once. */
static int ask(struct store *store, const char *sql, int64_t *out, struct error *err)
{
    sqlite3_stmt *s = NULL;
    *out = 0;
    int rc =
        sqlite3_prepare_v2(store->db, sql, -1, &s, NULL) == SQLITE_OK ? 0 : sql_fail(store, err);
    if (rc == 0)
        rc = sql_each(store, s, sql_take_int, out, err);
    sqlite3_finalize(s);
    return rc;
}

static int wrong_version(const struct store *store, int64_t found, int known, struct error *err)
{
    return error_set(err, ERR_CONFIG,
                     tr("数据库 %s 由更新的程序写成（版本 %lld，本程序认识到 %d）：请升级 auditor",
                        "database %s was written by a newer program (version %lld, this one knows "
                        "%d): upgrade auditor"),
                     store->path, (long long)found, known);
}

static int apply(struct store *store, int version, struct error *err)
{
    char mark[64];
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA user_version=%d", version + 1);
    int rc = sql_run(store, store_migrations[version], err);
    return rc ? rc : sql_run(store, mark, err);
}

/* All missing versions in one transaction; another process may have been quicker. */
static int migrate(struct store *store, bool write, struct error *err)
{
    int known = 0;
    while (store_migrations[known])
        known++;
    int64_t found = 0;
    int rc = ask(store, "PRAGMA user_version", &found, err);
    if (rc == 0 && found > known)
        return wrong_version(store, found, known, err);
    store->older = rc == 0 && found < known;
    if (rc || found == known || store->as_is)
        return rc;
    if (!write)
        return error_set(err, ERR_CONFIG,
                         tr("数据库 %s 是旧版本：请先运行一次 auditor assess",
                            "database %s is of an older version: run auditor assess once"),
                         store->path);
    rc = sql_run(store, "BEGIN IMMEDIATE", err);
    if (rc == 0)
        rc = ask(store, "PRAGMA user_version", &found, err);
    for (int v = (int)found; rc == 0 && v < known; v++)
        rc = apply(store, v, err);
    if (rc == 0)
        rc = sql_run(store, "COMMIT", err);
    if (rc)
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->older = rc != 0;
    return rc;
}

/* A file of another program is refused; a new one gets our mark. */
static int check_owner(struct store *store, bool write, struct error *err)
{
    int64_t owner = 0;
    int64_t pages = 0;
    int rc = ask(store, "PRAGMA application_id", &owner, err);
    if (rc == 0)
        rc = ask(store, "PRAGMA page_count", &pages, err);
    if (rc || owner == APPLICATION_ID)
        return rc;
    if (pages == 0 && !write) /* what a full disk left of a first assess */
        return error_set(err, ERR_ABSENT,
                         tr("数据库 %s 还是空的：请先运行 auditor assess 年度",
                            "database %s is empty yet: run auditor assess YEAR first"),
                         store->path);
    if (pages > 0)
        return error_set(err, ERR_CONFIG,
                         tr("%s 不是 auditor 的数据库", "%s is no database of auditor"),
                         store->path);
    char mark[64];
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA application_id=%d", APPLICATION_ID);
    return sql_run(store, mark, err);
}

static int configure(struct store *store, bool write, struct error *err)
{
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_busy_timeout(store->db, BUSY_MS);
    int rc = sql_run(store, "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;", err);
    if (rc == 0)
        rc = check_owner(store, write, err);
    if (rc == 0 && write)
        rc = sql_run(store, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", err);
    if (rc == 0)
        rc = migrate(store, write, err);
    return rc;
}

/* A reader of a WAL database writes to its -shm file, so it is opened for writing too. Where that
 * may not be done (an archive, a colleague's folder) nobody can be writing under our eyes, unless
 * a log is there. */
static int open_file(struct store *store, bool write, bool log, struct error *err)
{
    int flags = SQLITE_OPEN_READWRITE | (write ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_EXRESCODE;
    struct strbuf name = { 0 };
    if (!write && !log && access(store->path, W_OK) != 0) {
        static const char hex[] = "0123456789ABCDEF";
        flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
        strbuf_c(&name, store->path[0] == '/' ? "file://" : "file:");
        for (const unsigned char *p = (const unsigned char *)store->path; *p; p++) {
            if (isalnum(*p) || strchr("/-._~", *p)) {
                strbuf_char(&name, (char)*p);
            } else {
                strbuf_char(&name, '%');
                strbuf_char(&name, hex[*p >> 4]);
                strbuf_char(&name, hex[*p & 15]);
            }
        }
        strbuf_c(&name, "?immutable=1");
    }
    int rc = sqlite3_open_v2(name.n ? name.p : store->path, &store->db, flags, NULL);
    strbuf_free(&name);
    return rc == SQLITE_OK ? 0 : sql_fail(store, err);
}

static int open_store(struct store **out, const char *path, bool write, bool as_is,
                      struct error *err)
{
    *out = NULL;
    if (!write && !file_exists(path))
        return error_set(err, ERR_ABSENT,
                         tr("没有数据库 %s：请先运行 auditor assess 年度",
                            "there is no database %s: run auditor assess YEAR first"),
                         path);
    struct store *store = mem_zero(1, sizeof *store);
    store->path = mem_strdup(path);
    store->lock_fd = -1;
    store->write = write;
    store->as_is = as_is;
    /* A log that is still there means that the last run did not end by itself. */
    struct strbuf wal = { 0 };
    strbuf_fmt(&wal, "%s-wal", path);
    bool unclean = file_exists(wal.p);
    strbuf_free(&wal);
    int rc = open_file(store, write, unclean, err);
    if (rc == 0)
        rc = configure(store, write, err);
    if (rc == 0 && !write)
        rc = sql_run(store, "PRAGMA query_only=ON", err);
    if (rc == 0 && write && unclean) /* damage is told before anything is written over it */
        rc = verify_pages(store, err);
    if (rc == 0 && !store->older)
        rc = verify_schema(store, err);
    if (rc) {
        store_close(store);
        return rc;
    }
    *out = store;
    return 0;
}

int store_open(struct store **out, const char *path, bool write, struct error *err)
{
    return open_store(out, path, write, false, err);
}

int store_open_as_is(struct store **out, const char *path, struct error *err)
{
    return open_store(out, path, false, true, err);
}

/* A reader that closes last would move the log of a writer that died into the file: that is for the
 * next writer to do, after a look at the pages. */
static void leave_log(struct store *store)
{
    struct strbuf wal = { 0 };
    struct file_stamp stamp;
    strbuf_fmt(&wal, "%s-wal", store->path);
    if (file_stat(&stamp, wal.p, NULL) == 0 && stamp.size > 0)
        sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    strbuf_free(&wal);
}

void store_close(struct store *store)
{
    if (!store)
        return;
    if (!store->write && store->db)
        leave_log(store);
    for (size_t i = 0; i < store->statement_count; i++)
        sqlite3_finalize(store->statements[i].stmt);
    sqlite3_close(store->db);
    if (store->lock_fd >= 0)
        close(store->lock_fd);
    free(store->path);
    free(store);
}

int store_lock(struct store *store, struct error *err)
{
    struct strbuf name = { 0 };
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    int rc = 0;
    strbuf_fmt(&name, "%s-lock", store->path);
    /* A record lock belongs to this process alone: workers do not inherit it, and the system
     * takes it away however the process ends. */
    store->lock_fd = open(name.p, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (store->lock_fd < 0)
        rc = error_set(err, ERR_IO, tr("建不了 %s：%s", "cannot make %s: %s"), name.p,
                       error_system(errno));
    else if (fcntl(store->lock_fd, F_SETLK, &lock) != 0)
        rc = error_set(err, ERR_LIMIT,
                       tr("另一个 auditor 正在写 %s：请等它结束后再试",
                          "another auditor is writing %s: try again when it has finished"),
                       store->path);
    strbuf_free(&name);
    return rc;
}

int store_hold(struct store *store, struct error *err)
{
    int64_t pages = 0; /* the first look is what fixes the state */
    int rc = sql_run(store, "BEGIN", err);
    return rc ? rc : ask(store, "SELECT count(*) FROM sqlite_schema", &pages, err);
}

int store_begin(struct store *store, struct error *err)
{
    if (store->begun)
        return 0;
    int rc = sql_run(store, "BEGIN IMMEDIATE", err);
    store->begun = rc == 0;
    return rc;
}

int store_commit(struct store *store, struct error *err)
{
    if (!store->begun)
        return 0;
    int rc = sql_run(store, "COMMIT", err);
    if (rc)
        store_rollback(store);
    store->begun = false;
    return rc;
}

void store_rollback(struct store *store)
{
    if (store->begun)
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    store->begun = false;
}
