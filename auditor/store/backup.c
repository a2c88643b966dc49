/* backup.c - SQLite's online backup, looked through before it counts; see backup.h. */
#include "store/backup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "store/internal.h"

enum { PAGES_A_STEP = 1024, HEADER = 72 };

/* A first page of ours: what SQLite's files begin with, and our number near its end. */
static bool is_ours(struct str head)
{
    static const unsigned char number[] = { 0x41, 0x55, 0x44, 0x54 };
    return head.n >= HEADER && str_starts(head, STR("SQLite format 3")) &&
           memcmp(head.p + HEADER - sizeof number, number, sizeof number) == 0;
}

static int read_head(struct strbuf *out, const char *path, struct error *err)
{
    char head[HEADER];
    FILE *file = fopen(path, "rbe");
    if (!file)
        return error_set(err, ERR_IO, tr("读不了 %s：%s", "cannot read %s: %s"), path,
                         error_system(errno));
    strbuf_add(out, head, fread(head, 1, sizeof head, file));
    fclose(file);
    return 0;
}

/* What stands at path may be replaced only when it is a former backup. */
static int check_target(const struct store *store, const char *path, struct error *err)
{
    if (!file_exists(path))
        return 0;
    char *own = file_target(store->path);
    char *target = file_target(path);
    struct strbuf head = { 0 };
    int rc = 0;
    if (strcmp(own, target) == 0)
        rc = error_set(err, ERR_USAGE, tr("%s 就是数据库本身", "%s is the database itself"), path);
    else if (file_is_folder(path) || file_is_special(path))
        rc = error_set(err, ERR_USAGE, tr("%s 不是文件", "%s is no file"), path);
    else
        rc = read_head(&head, path, err);
    if (rc == 0 && !is_ours(strbuf_view(&head)))
        rc = error_set(err, ERR_USAGE,
                       tr("%s 已存在，而且不是 auditor 的备份，没有覆盖它",
                          "%s is there already and no backup of auditor; it was left alone"),
                       path);
    strbuf_free(&head);
    free(target);
    free(own);
    return rc;
}

static int copy_fail(sqlite3 *copy, const char *path, struct error *err)
{
    return error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"), path, sql_why(copy));
}

static int copy_pages(struct store *store, sqlite3 *copy, const char *path,
                      const struct store_progress *progress, struct error *err)
{
    sqlite3_backup *b = sqlite3_backup_init(copy, "main", store->db, "main");
    int step = b ? SQLITE_OK : SQLITE_ERROR;
    while (step == SQLITE_OK) {
        step = sqlite3_backup_step(b, PAGES_A_STEP);
        size_t total = (size_t)sqlite3_backup_pagecount(b);
        if (progress && progress->step)
            progress->step(progress->user, total - (size_t)sqlite3_backup_remaining(b), total);
    }
    if (b)
        sqlite3_backup_finish(b);
    /* A file with a log would need a folder that may be written to. */
    if (step == SQLITE_DONE &&
        sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) == SQLITE_OK)
        return 0;
    return copy_fail(copy, path, err);
}

static int look_through(const char *path, struct error *err)
{
    struct store *copy = NULL;
    int rc = store_open_as_is(&copy, path, err);
    if (rc == 0)
        rc = store_verify(copy, err);
    store_close(copy);
    return rc;
}

static int make(struct store *store, const char *temporary, const struct store_progress *progress,
                struct error *err)
{
    sqlite3 *copy = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
    int rc = sqlite3_open_v2(temporary, &copy, flags, NULL) == SQLITE_OK
                 ? copy_pages(store, copy, temporary, progress, err)
                 : copy_fail(copy, temporary, err);
    if (sqlite3_close(copy) != SQLITE_OK && rc == 0)
        rc = copy_fail(copy, temporary, err);
    return rc ? rc : look_through(temporary, err);
}

int store_backup(struct store *store, const char *path, const struct store_progress *progress,
                 struct error *err)
{
    struct strbuf temporary = { 0 };
    char *target = file_target(path);
    int rc = check_target(store, path, err);
    if (rc == 0)
        rc = file_make_parent(target, err);
    if (rc)
        goto out;
    strbuf_fmt(&temporary, "%s.part", target);
    remove(temporary.p); /* of a run that was killed */
    rc = store_hold(store, err);
    if (rc == 0)
        rc = make(store, temporary.p, progress, err);
    if (rc == 0)
        rc = file_replace(temporary.p, target, err);
    if (rc)
        remove(temporary.p);
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
out:
    strbuf_free(&temporary);
    free(target);
    return rc;
}

int store_copy(struct store **out, struct store *store, struct error *err)
{
    struct store *copy = mem_zero(1, sizeof *copy);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
    *out = NULL;
    copy->path = mem_strdup(store->path); /* as messages name it */
    copy->lock_fd = -1;
    copy->write = true;
    int rc = sqlite3_open_v2("", &copy->db, flags, NULL) == SQLITE_OK ? 0 : sql_fail(copy, err);
    if (rc == 0)
        rc = copy_pages(store, copy->db, tr("临时副本", "a temporary copy"), NULL, err);
    if (rc == 0) /* nothing of it outlives the process */
        rc = sql_run(copy,
                     "PRAGMA foreign_keys=ON; PRAGMA journal_mode=MEMORY;"
                     " PRAGMA synchronous=OFF",
                     err);
    if (rc)
        store_close(copy);
    else
        *out = copy;
    return rc;
}
