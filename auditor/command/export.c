/* export.c - `auditor export DIR`: everything that is stored, in open formats. */
#include "office/export.h"

#include <stdio.h>

#include "base/lang.h"
#include "command/desk.h"

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    struct export_summary summary;
    if (cli->argument_count != 1)
        return cli_usage_error(cli, tr("请指明一个文件夹", "name one folder"));
    int code = desk_open_database(&desk);
    if (code == 0 &&
        export_write(&summary, desk.store, cli->arguments[0], desk.office->name, &err) != 0)
        code = cli_fail(&err);
    else if (code == 0)
        printf(tr("%s：%zu 张表，%zu 行，%llu 字节；各列说明见 columns.csv\n",
                  "%s: %zu tables, %zu rows, %llu bytes; columns.csv says what each column is\n"),
               cli->arguments[0], summary.tables, summary.rows, (unsigned long long)summary.bytes);
    desk_close(&desk);
    return code;
}

const struct command command_export = {
    "export",
    "export DIR",
    "导出数据库的全部内容：CSV、NDJSON、各列说明和校验值",
    "writes everything in the database as CSV and NDJSON, with what the columns are and digests",
    NULL,
    run,
};
