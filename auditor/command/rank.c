/* rank.c - `auditor rank YEAR`: the yearly ranking table, per group. */
#include "base/lang.h"
#include "command/desk.h"
#include "command/publish.h"
#include "command/rank_text.h"
#include "command/rank_write.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]", "输出：text json html csv xlsx，可重复",
      "output: text json html csv xlsx; repeatable" },
    { "summary", NULL, "年度通报：常见问题、各组比较、先进与落后",
      "the yearly summary: commonest defects, groups compared, best and worst" },
    { NULL, NULL, NULL, NULL },
};

enum {
    FORMATS =
        1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_HTML | 1 << OUTPUT_CSV | 1 << OUTPUT_XLSX
};

static int open_ranking(struct ranking **out, const struct desk *desk, int year, struct error *err)
{
    const struct ranking_options options = {
        .office = desk->office, .year = year, .setup = desk->setup, .lang = lang_get()
    };
    int rc = store_hold(desk->store, err);
    return rc ? rc : ranking_open(out, desk->store, &options, err);
}

static int write_summary(const struct cli *cli, const struct desk *desk,
                         const struct ranking *ranking, struct error *err)
{
    cJSON *model = NULL;
    int rc = ranking_summary(&model, ranking, err);
    struct publish publish = { .cli = cli,
                               .setup = desk->setup,
                               .layout = "summary.lua",
                               .formats = FORMATS,
                               .model = model,
                               .text = rank_text_summary };
    if (rc == 0)
        rc = publish_write(&publish, err);
    cJSON_Delete(model);
    return rc;
}

static int write_ranking(const struct cli *cli, const struct desk *desk,
                         const struct ranking *ranking, struct error *err)
{
    const struct outlets_kind kind = { "ranking.lua", FORMATS, NULL };
    struct outlets *outlets = NULL;
    int rc = outlets_open(&outlets, cli, desk->setup, &kind, err);
    if (rc == 0)
        rc = rank_write(outlets, ranking, err);
    int closed = outlets_close(outlets, rc != 0, rc ? NULL : err);
    return rc ? rc : closed;
}

static size_t count_not_due(const struct ranking *ranking)
{
    size_t n = 0;
    for (size_t i = 0; i < ranking_groups(ranking); i++)
        n += ranking_count(ranking, i, RANKING_NOTDUE);
    return n;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct ranking *ranking = NULL;
    struct error err = { 0 };
    int year = 0;
    if (cli->argument_count != 1)
        return cli_usage_error(cli, tr("请指明一个报告年度", "name one report year"));
    if (!desk_year(cli, cli->arguments[0], &year))
        return EXIT_USAGE;
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = desk_open_store(&desk, cli, year);
    if (code == 0) {
        desk_compare(&desk, year);
        int rc = open_ranking(&ranking, &desk, year, &err);
        if (rc == 0)
            desk_note_not_due(count_not_due(ranking), year);
        if (rc == 0)
            rc = cli_value(cli, "summary") ? write_summary(cli, &desk, ranking, &err)
                                           : write_ranking(cli, &desk, ranking, &err);
        code = rc ? cli_fail(&err) : ranking_is_open(ranking) ? EXIT_INCOMPLETE : EXIT_CLEAN;
    }
    ranking_close(ranking);
    desk_close(&desk);
    return code;
}

const struct command command_rank = {
    "rank",
    "rank YEAR [--summary] [--output FORMAT[:PATH]]",
    "年度排名表，分组排列",
    "the yearly ranking table, per group",
    options,
    run,
};
