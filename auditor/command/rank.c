/* rank.c - `auditor rank YEAR`: the yearly ranking table, per group. */
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/desk.h"
#include "command/publish.h"
#include "office/ranking.h"
#include "report/output.h"
#include "score/points.h"

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

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* Text of the register or of a file name; it must not steer the terminal. */
static void add_text(struct strbuf *out, const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    if (cJSON_IsString(item))
        log_safe(out, str_of(item->valuestring));
}

static void add_points(struct strbuf *out, const cJSON *row, const char *key)
{
    const cJSON *item = member(row, key);
    points_print(out, cJSON_IsNumber(item) ? (int64_t)(item->valuedouble * 1000 + 0.5) : 0);
}

static void ranked_text(struct strbuf *out, const cJSON *row)
{
    const cJSON *grade = member(row, "grade");
    strbuf_fmt(out, "%4d  ", (int)member(row, "rank")->valuedouble);
    size_t from = out->n;
    add_points(out, row, "score");
    while (out->n - from < 8)
        strbuf_char(out, ' ');
    strbuf_fmt(out, "%s  ", cJSON_IsString(grade) ? grade->valuestring : "");
    add_text(out, row, "agency");
    strbuf_c(out, cJSON_IsTrue(member(row, "vetoed")) ? tr("（一票否决）", " (vetoed)") : "");
    strbuf_char(out, '\n');
}

static void incomplete_text(struct strbuf *out, const cJSON *row)
{
    strbuf_fmt(out, "   -  %s ", tr("未完成", "incomplete"));
    add_points(out, row, "low");
    strbuf_c(out, "–");
    add_points(out, row, "high");
    strbuf_c(out, "  ");
    add_text(out, row, "agency");
    strbuf_char(out, '\n');
}

static void other_text(struct strbuf *out, const cJSON *row, const char *key, const char *label)
{
    strbuf_fmt(out, "   -  %s  ", label);
    add_text(out, row, key);
    if (member(row, "path")) {
        strbuf_c(out, "  ");
        add_text(out, row, "path");
    }
    strbuf_char(out, '\n');
}

static bool is_unreadable(const cJSON *row)
{
    const cJSON *kind = member(row, "kind");
    return cJSON_IsString(kind) && strcmp(kind->valuestring, "unreadable") == 0;
}

static void group_text(struct strbuf *out, const cJSON *group)
{
    const cJSON *row;
    const cJSON *name = member(group, "name");
    strbuf_c(out, name->valuestring[0] ? "" : tr("未分组", "no group"));
    add_text(out, group, "name");
    strbuf_char(out, '\n');
    cJSON_ArrayForEach(row, member(group, "ranked"))
        ranked_text(out, row);
    cJSON_ArrayForEach(row, member(group, "incomplete"))
        incomplete_text(out, row);
    cJSON_ArrayForEach(row, member(group, "notscored"))
        other_text(out, row, "agency",
                   is_unreadable(row) ? tr("无法读取，未审核", "unreadable, not checked")
                                      : tr("不评分", "not scored"));
    cJSON_ArrayForEach(row, member(group, "missing"))
        other_text(out, row, "name", tr("没有报告", "no report"));
    strbuf_char(out, '\n');
}

static void text(struct strbuf *out, const cJSON *model, unsigned width)
{
    (void)width; /* a row is a line, however long the name */
    const cJSON *item;
    cJSON_ArrayForEach(item, member(model, "groups"))
        group_text(out, item);
    if (cJSON_GetArraySize(member(model, "unmatched")))
        strbuf_fmt(out, "%s\n", tr("未对应到机关的文件：", "Files of no agency:"));
    cJSON_ArrayForEach(item, member(model, "unmatched")) {
        strbuf_c(out, "  ");
        log_safe(out, str_of(item->valuestring));
        strbuf_char(out, '\n');
    }
}

static void summary_text(struct strbuf *out, const cJSON *model, unsigned width)
{
    (void)width;
    const cJSON *item;
    cJSON_ArrayForEach(item, member(model, "groups")) {
        const cJSON *statistics = member(item, "statistics");
        add_text(out, item, "name");
        strbuf_fmt(out, "  %s %d  %s %d  %s %d", tr("应交", "owed"),
                   member(statistics, "agencies")->valueint, tr("参加排名", "ranked"),
                   cJSON_GetArraySize(member(item, "ranked")), tr("没有报告", "missing"),
                   cJSON_GetArraySize(member(item, "missing")));
        if (member(statistics, "mean")) {
            strbuf_fmt(out, "  %s ", tr("平均", "mean"));
            add_points(out, statistics, "mean");
        }
        strbuf_char(out, '\n');
    }
    strbuf_fmt(out, "\n%s\n",
               tr("常见问题（机关数，处数）", "commonest defects (agencies, places)"));
    cJSON_ArrayForEach(item, member(model, "defects")) {
        strbuf_fmt(out, "%5d %6d  ", member(item, "agencies")->valueint,
                   member(item, "count")->valueint);
        add_text(out, item, "title");
        strbuf_char(out, '\n');
    }
}

static int work(const struct cli *cli, struct desk *desk, int year, struct ranking *ranking,
                struct error *err)
{
    bool summary = cli_value(cli, "summary") != NULL;
    struct agency_register *everybody = NULL;
    int rc = store_hold(desk->store, err);
    if (rc == 0)
        rc = office_register(&everybody, desk->office, err);
    struct ranking_options options = { .office = desk->office->name,
                                       .year = year,
                                       .setup = desk->setup,
                                       .everybody = everybody,
                                       .lang = lang_get() };
    if (rc == 0)
        rc = ranking_build(ranking, desk->store, &options, err);
    struct publish publish = { .cli = cli,
                               .setup = desk->setup,
                               .layout = summary ? "summary.lua" : "ranking.lua",
                               .formats = FORMATS,
                               .model = ranking->model,
                               .text = summary ? summary_text : text };
    if (rc == 0)
        rc = publish_write(&publish, err);
    register_free(everybody);
    return rc;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct ranking ranking = { 0 };
    struct error err = { 0 };
    int year = 0;
    if (cli->argument_count != 1)
        return cli_usage_error(cli, tr("请指明一个报告年度", "name one report year"));
    if (!desk_year(cli, cli->arguments[0], &year))
        return EXIT_USAGE;
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = desk_open_store(&desk, cli);
    if (code == 0) {
        desk_compare(&desk, year);
        int rc = work(cli, &desk, year, &ranking, &err);
        bool open = ranking.incomplete || ranking.unreadable;
        code = rc ? cli_fail(&err) : open ? EXIT_INCOMPLETE : EXIT_CLEAN;
    }
    ranking_free(&ranking);
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
