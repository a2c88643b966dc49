/* backup.c - `auditor backup [FILE]`: a copy of the database, known to be good. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/desk.h"
#include "store/backup.h"

/* backup/office-20260203-093000.db in the office: another name every time, sorted by time. */
static char *usual_name(const struct office *office)
{
    char name[64];
    struct tm tm;
    time_t now = time(NULL);
    localtime_r(&now, &tm);
    strftime(name, sizeof name, "backup/office-%Y%m%d-%H%M%S.db", &tm);
    return file_join(office->folder, name);
}

static void step(void *user, size_t done, size_t total)
{
    struct log_progress *progress = user;
    progress->total = total;
    log_progress_step(progress, done);
}

static int write_copy(struct desk *desk, const char *path, struct error *err)
{
    struct log_progress progress;
    struct file_stamp stamp;
    log_progress_start(&progress, tr("备份", "backup"), 0);
    int rc = store_backup(desk->store, path, &(struct store_progress){ step, &progress }, err);
    log_progress_end(&progress);
    if (rc == 0)
        rc = file_stat(&stamp, path, err);
    if (rc)
        return rc;
    printf(tr("%s：%lld 字节，已逐页核对\n", "%s: %lld bytes, every page looked through\n"),
           file_from_here(path), (long long)stamp.size);
    return 0;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    if (cli->argument_count > 1)
        return cli_usage_error(cli, tr("最多指明一个文件", "name one file at most"));
    int code = desk_open_database(&desk);
    if (code == 0) {
        char *usual = cli->argument_count ? NULL : usual_name(desk.office);
        if (write_copy(&desk, usual ? usual : cli->arguments[0], &err) != 0)
            code = cli_fail(&err);
        free(usual);
    }
    desk_close(&desk);
    return code;
}

const struct command command_backup = {
    "backup",
    "backup [FILE]",
    "备份数据库，审核进行中也可以；默认写到办公文件夹的 backup/ 下",
    "copies the database, also while it is written; into the office's backup/ unless FILE is named",
    NULL,
    run,
};
