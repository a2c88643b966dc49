/* rules_rehearse.c - `auditor rules rehearse`: a year under other rules, before they cost anyone points. */
#include "command/rules.h"

#include "author/rehearse.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/desk.h"
#include "command/publish.h"
#include "report/output.h"

enum {
    FORMATS =
        1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_HTML | 1 << OUTPUT_CSV | 1 << OUTPUT_XLSX
};

/* What somebody who looks at the numbers must know first. */
static void warn(const struct rehearsal *r, int year)
{
    if (r->rejudged)
        log_warn(
            tr("%d 年度已存的结果与现状不同（规则、评分细则、程序、名录、得分表或免扣期限有变）："
               "“之前”一方已按现状重判，与已存结果可能不同",
               "what is stored of %d is not what assess would give now (rules, profile, program, "
               "register, points or waivers changed): \"before\" was judged again by what is in "
               "use"),
            year);
    if (r->lost)
        log_warn(
            tr("%zu 份文件没能重判，按原样计：变化可能不止这些",
               "%zu documents could not be judged again and count as they were: more may change"),
            r->lost);
}

static int rehearse(const struct cli *cli, struct desk *desk, const struct rehearse_options *todo)
{
    struct rehearsal r = { 0 };
    struct error err = { 0 };
    int rc = rehearse_run(&r, desk->office, desk->setup, desk->store, todo, &err);
    if (rc == 0) {
        warn(&r, todo->year);
        struct publish publish = { .cli = cli,
                                   .setup = desk->setup,
                                   .layout = "rehearsal.lua",
                                   .formats = FORMATS,
                                   .model = r.model,
                                   .text = rehearse_text };
        rc = publish_write(&publish, &err);
    }
    int code = rc ? cli_fail(&err) : r.lost ? EXIT_INCOMPLETE : r.changed ? EXIT_FINDINGS : 0;
    rehearse_free(&r);
    return code;
}

int rules_rehearse(const struct cli *cli)
{
    struct desk desk;
    struct error err = { 0 };
    struct rehearse_options todo = { .rules = cli_value(cli, "rules"),
                                     .profile = cli_value(cli, "profile"),
                                     .workers = cli->jobs };
    const char *year = cli_value(cli, "against");
    if (!year || cli->argument_count != 1)
        return cli_usage_error(
            cli, tr("用法：auditor rules rehearse --against 年度 [--rules 规则包或文件夹] "
                    "[--profile 细则]",
                    "usage: auditor rules rehearse --against YEAR [--rules PACK] [--profile P]"));
    if (!desk_year(cli, year, &todo.year))
        return EXIT_USAGE;
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = desk_open_store(&desk, cli, todo.year);
    if (code == 0)
        code = rehearse(cli, &desk, &todo);
    desk_close(&desk);
    return code;
}
