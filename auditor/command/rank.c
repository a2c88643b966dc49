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
        int rc = ranking_build(&ranking, desk.store, desk.office->name, year, desk.setup,
                               lang_get(), &err);
        struct publish publish = { .cli = cli,
                                   .setup = desk.setup,
                                   .layout = "ranking.lua",
                                   .formats = FORMATS,
                                   .model = ranking.model,
                                   .text = text };
        if (rc == 0)
            rc = publish_write(&publish, &err);
        bool open = ranking.incomplete || ranking.unreadable;
        code = rc ? cli_fail(&err) : open ? EXIT_INCOMPLETE : EXIT_CLEAN;
    }
    ranking_free(&ranking);
    desk_close(&desk);
    return code;
}

const struct command command_rank = {
    "rank",
    "rank YEAR [--output FORMAT[:PATH]]",
    "年度排名表，分组排列",
    "the yearly ranking table, per group",
    options,
    run,
};
