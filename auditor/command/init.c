/* init.c - `auditor init`: makes an office folder to fill in. */
#include <stdio.h>
#include <time.h>

#include "base/lang.h"
#include "command/command.h"
#include "office/office.h"

static const struct cli_option options[] = {
    { "year", "N", "第一个收件箱的报告年度，默认去年",
      "report year of the first inbox, default last year" },
    { NULL, NULL, NULL, NULL },
};

/* Reports of a year are handed in during the next one. */
static long last_year(void)
{
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    return tm.tm_year + 1900 - 1;
}

static int run(const struct cli *cli)
{
    struct error err = { 0 };
    long year = last_year();
    if (cli->argument_count != 1)
        return cli_usage_error(cli, tr("请指明一个文件夹", "name one folder"));
    const char *folder = cli->arguments[0];
    int rc = cli_number(cli, "year", 2000, 2100, &year, &err);
    if (rc == 0)
        rc = office_init(folder, (int)year, &err);
    if (rc)
        return cli_fail(&err);
    printf(tr("已建立办公文件夹 %s\n"
              "  office.conf         单位名称，印在排名和通知书上\n"
              "  agencies.csv        填写机关名录\n"
              "  profiles/local/     评分细则，可用表格软件修改 sheet.csv\n"
              "  inbox/%ld/         放入该年度的报告\n"
              "  rules/              本单位自己的规则\n"
              "然后在该文件夹中运行：auditor assess %ld\n",
              "made the office %s\n"
              "  office.conf         the office's name, as printed on rankings and notices\n"
              "  agencies.csv        fill in the register\n"
              "  profiles/local/     the scoring sheet; edit sheet.csv in a spreadsheet\n"
              "  inbox/%ld/         put the year's reports here\n"
              "  rules/              the office's own rules\n"
              "then run in that folder: auditor assess %ld\n"),
           folder, year, year);
    return EXIT_CLEAN;
}

const struct command command_init = {
    "init",
    "init DIR",
    "建立办公文件夹：机关名录、评分细则、收件箱",
    "makes an office folder: register, profile and inbox to fill in",
    options,
    run,
};
