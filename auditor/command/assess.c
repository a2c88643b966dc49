/* assess.c - `auditor assess YEAR`: a year's inbox into the office's database. */
#include <stdio.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/desk.h"
#include "command/pack_option.h"
#include "office/assess.h"
#include "office/decided.h"

static const struct cli_option options[] = {
    { "rehash", NULL, "重新读取每个文件，不看大小和时间",
      "read every file, whatever its size and times" },
    { "pack", PACK_OPTION },
    { "ocr", OCR_OPTION },
    { "fail-on", "SEVERITY", "达到此程度的问题使退出码为 2，默认 major",
      "findings of this severity or above give exit code 2; default major" },
    { "on", "DATE", "按哪一天判断公布期限是否已过、免扣是否已到期，默认今天",
      "the day at which it is judged whether reports are due and waivers have ended; default "
      "today" },
    { NULL, NULL, NULL, NULL },
};

enum { SHOWN_PATHS = ASSESS_NEAR }; /* rank lists them all */

static void print_paths(const struct file_list *list, const struct file_list *near,
                        const char *title)
{
    struct strbuf text = { 0 };
    if (list->n)
        printf("%s\n", title);
    for (size_t i = 0; i < list->n && i < SHOWN_PATHS; i++) {
        strbuf_clear(&text);
        log_safe_line(&text, str_of(list->paths[i]));
        if (near && i < near->n && near->paths[i][0]) {
            strbuf_c(&text, tr("  可能是：", "  perhaps: "));
            log_safe_line(&text, str_of(near->paths[i]));
        }
        printf("  %s\n", text.p);
    }
    if (list->n > SHOWN_PATHS)
        printf(tr("  另有 %zu 个\n", "  and %zu more\n"), list->n - SHOWN_PATHS);
    strbuf_free(&text);
}

static void print(const struct assess_result *r, int year)
{
    printf(tr("%d 年度：文件 %zu，审核 %zu，按新规则重判 %zu，未变 %zu，已移走 %zu\n",
              r->documents == 1
                  ? "%d: %zu document, %zu audited, %zu judged again, %zu unchanged, %zu gone\n"
                  : "%d: %zu documents, %zu audited, %zu judged again, %zu unchanged, %zu gone\n"),
           year, r->documents, r->audited, r->rejudged, r->unchanged, r->gone);
    printf(
        tr("机关 %zu，没有报告 %zu；审核未完成 %zu，无法读取 %zu，未对应到机关 %zu\n",
           r->agencies == 1
               ? "%zu agency, %zu without a report; %zu incomplete, %zu unreadable, %zu unmatched\n"
               : "%zu agencies, %zu without a report; %zu incomplete, %zu unreadable, %zu "
                 "unmatched\n"),
        r->agencies, r->missing, r->incomplete + r->open_agencies, r->unreadable, r->unmatched);
    if (r->beside)
        printf(tr("收到了文件，但没有该年度报告的机关 %zu（是其他年度的报告或其他文件）\n",
                  "agencies with files but no report of the year: %zu (reports of other years, or "
                  "something else)\n"),
               r->beside);
    if (r->changed)
        printf(
            tr("报告内容与先前收到的不同 %zu，其中发布日期改早 %zu（auditor review changes %d）\n",
               "reports that say something else than before: %zu, dated back: %zu "
               "(auditor review changes %d)\n"),
            r->changed, r->dated_back, year);
    print_paths(&r->unreadable_paths, NULL, tr("无法读取的文件：", "Unreadable:"));
    print_paths(&r->unmatched_paths, &r->unmatched_near,
                tr("未对应到机关的文件（可在名录中补别名，或用 auditor review assign 指定一次）：",
                   "Files of no agency (an alias in the register may help, or auditor review "
                   "assign, once):"));
}

/* What a person who has just set up the office has yet to fill in, or has misspelt. */
static void note_gaps(const struct assess_result *r, int year)
{
    if (r->unread_columns && r->unread_columns[0])
        log_note(
            tr("名录中这些栏没有用到：%s（各栏的名称见 docs/register.md）",
               "columns of the register that are not read: %s (docs/register.md names those that "
               "are)"),
            r->unread_columns);
    if (r->agencies == 0)
        log_warn(
            tr("名录 agencies.csv 中没有 %d 年度应交报告的机关：请填写，否则没有排名",
               "agencies.csv names no agency that owes a report of %d: fill it in, or there is "
               "nothing to rank"),
            year);
    if (r->documents == 0)
        log_warn(tr("inbox/%d 中没有文件：请把该年度的报告放进去",
                    "there is no file in inbox/%d: put the year's reports there"),
                 year);
}

/* Whose time is not up yet may be missing by the time a ranking is published. */
static void note_early(const struct assess_result *r, int year, struct date today)
{
    if (today.year <= year)
        log_warn(
            tr("%d 年度还没有结束，报告从 %d 年 1 月起才公布：现在的结果不能作为依据",
               "%d is not over, its reports are published from January %d on: nothing can rest "
               "on this result"),
            year, year + 1);
    else if (r->not_due)
        log_note(tr("没有报告的机关中有 %zu 个公布期限未到，不算缺报；期限过后请再运行一次",
                    "without a report, but not due yet and so not taken as missing: %zu; run this "
                    "again when "
                    "their deadlines have passed"),
                 r->not_due);
}

/* What these years say of the agencies' history rests on the year that was assessed now. */
static void note_later(const struct assess_result *r)
{
    struct strbuf years = { 0 };
    for (size_t i = 0; r->later[i]; i++)
        strbuf_fmt(&years, " %d", r->later[i]);
    if (years.n)
        log_note(tr("之后的年度要与本年度核对，请再运行 auditor assess：%s",
                    "later years look back on this one; run auditor assess again for:%s"),
                 years.p);
    strbuf_free(&years);
}

/* Points that were given under one sheet and are now counted by another are no one's work. */
static void note_sheet(const struct assess_result *r, const struct profile *now, int year)
{
    bool edited = str_eq_c(now->id, r->sheet_was);
    if (!r->sheet_was[0] || (edited && !r->later[0])) /* the newest year is where a sheet is made */
        return;
    if (edited)
        log_note(
            tr("评分细则 %s 在上次审核之后改过，%d 年度已按改后的计分；要保留旧细则，把它存为另一个"
               "文件夹，并在 office.conf 中写 profile.%d = 文件夹名",
               "profile %s was edited since, %d is scored by it as it is now; to keep an old "
               "sheet, put it into a folder of its own and write profile.%d = FOLDER in "
               "office.conf"),
            r->sheet_was, year, year);
    else
        log_note(
            tr("%d 年度原按评分细则 %s 计分，现按 %.*s 重新计分；要让它沿用原来的，在 office.conf "
               "中写 profile.%d = %s，再运行一次",
               "%d was scored by profile %s and is now scored by %.*s; to keep the former, "
               "write profile.%d = %s in office.conf and run this again"),
            year, r->sheet_was, STR_ARG(now->id), year, r->sheet_was);
}

static int exit_code(const struct assess_result *r, enum audit_severity fail_on)
{
    if (r->documents && r->unreadable == r->documents)
        return EXIT_NO_READABLE;
    if (r->unreadable || r->incomplete || r->open_agencies)
        return EXIT_INCOMPLETE;
    return r->worst >= fail_on ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int run(const struct cli *cli)
{
    struct desk desk;
    struct error err = { 0 };
    struct assess_options todo = { .workers = cli->jobs,
                                   .rehash = cli_given(cli, "rehash"),
                                   .ocr = cli_given(cli, "ocr") };
    enum audit_severity fail_on = SEVERITY_MAJOR;
    const char *severity = cli_value(cli, "fail-on");
    if (cli->argument_count != 1)
        return cli_usage_error(cli, tr("请指明一个报告年度", "name one report year"));
    if (!desk_year(cli, cli->arguments[0], &todo.year))
        return EXIT_USAGE;
    if (severity && !audit_severity_parse(&fail_on, str_of(severity)))
        return cli_usage_error(cli,
                               tr("--fail-on %s：应为 veto、major、minor 或 advice",
                                  "--fail-on %s: is veto, major, minor or advice"),
                               severity);
    if (!desk_day(cli, "on", &todo.today))
        return EXIT_USAGE;
    int code = desk_open(&desk, cli, todo.year);
    if (code == 0) {
        struct assess_result result = { 0 };
        setup_warn(desk.setup);
        if (assess_year(&result, desk.office, desk.setup, &todo, &err) != 0) {
            code = cli_fail(&err);
        } else {
            print(&result, todo.year);
            note_gaps(&result, todo.year);
            note_early(&result, todo.year, date_valid(todo.today) ? todo.today : decided_today());
            note_later(&result);
            note_sheet(&result, desk.setup->profile, todo.year);
            code = exit_code(&result, fail_on);
        }
        assess_result_free(&result);
    }
    desk_close(&desk);
    return code;
}

const struct command command_assess = {
    "assess",
    "assess YEAR",
    "审核收件箱中一个年度的报告（只处理有变化的），结果存入数据库",
    "audits a year's inbox into the database, only what changed",
    options,
    run,
};
