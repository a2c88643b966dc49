/* trend.c - `auditor trend [AGENCY]`: scores, ranks and findings over the years. */
#include "office/trend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/json_read.h"
#include "base/log.h"
#include "command/desk.h"
#include "command/publish.h"
#include "command/stream.h"
#include "report/output.h"
#include "score/points.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]", "输出：text json html csv xlsx，可重复",
      "output: text json html csv xlsx; repeatable" },
    { NULL, NULL, NULL, NULL },
};

enum {
    FORMATS =
        1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_HTML | 1 << OUTPUT_CSV | 1 << OUTPUT_XLSX,
    YEAR_COLUMNS = 11 /* "100 (12)" and a gap */
};

static void add_points(struct strbuf *out, double points)
{
    points_print(out, (int64_t)(points * 1000 + 0.5));
}

/* A cell of a table on the terminal: cut or filled to its columns, whatever the widths of its characters. */
static void add_cell(struct strbuf *out, struct str text, unsigned columns)
{
    unsigned used = 0;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        int w = utf8proc_charwidth((utf8proc_int32_t)str_next(text, &i));
        unsigned width = w > 0 ? (unsigned)w : 0;
        if (used + width > columns - 1)
            break;
        strbuf_add(out, text.p + from, i - from);
        used += width;
    }
    for (; used < columns; used++)
        strbuf_char(out, ' ');
}

/* Why a year has no score, in the words of the ranking. */
static const char *no_score(const char *kind)
{
    if (!kind[0])
        return "–";
    if (strcmp(kind, "missing") == 0)
        return tr("没有报告", "missing");
    if (strcmp(kind, "not-due") == 0)
        return tr("期限未到", "not due");
    if (strcmp(kind, "unreadable") == 0)
        return tr("无法读取", "unreadable");
    return strcmp(kind, "annual-report") == 0 ? tr("未完成", "open") : tr("不评分", "not scored");
}

static void year_cell(struct strbuf *out, const cJSON *year)
{
    struct strbuf cell = { 0 };
    const cJSON *score = json_member(year, "score");
    if (cJSON_IsNumber(score)) {
        add_points(&cell, score->valuedouble);
        if (cJSON_IsNumber(json_member(year, "rank")))
            strbuf_fmt(&cell, " (%d)", json_member(year, "rank")->valueint);
    } else {
        strbuf_c(&cell, no_score(json_string(year, "kind")));
    }
    add_cell(out, strbuf_view(&cell), YEAR_COLUMNS);
    strbuf_free(&cell);
}

/* The newest years that fit beside a name of at least twenty columns. */
static int first_year(const cJSON *model, unsigned width)
{
    int n = cJSON_GetArraySize(json_member(model, "years"));
    int fit = (int)((width > 20 ? width - 20 : 0) / YEAR_COLUMNS);
    return n > fit ? n - (fit > 0 ? fit : 1) : 0;
}

static void end_line(struct strbuf *out)
{
    while (out->n && out->p[out->n - 1] == ' ')
        out->p[--out->n] = '\0';
    strbuf_char(out, '\n');
}

/* How the columns are laid out on the terminal. */
struct grid {
    int from, n; /* years */
    unsigned name;
};

static struct grid grid_of(const cJSON *rest, unsigned width)
{
    struct grid g = { first_year(rest, width), cJSON_GetArraySize(json_member(rest, "years")), 0 };
    unsigned left = width - (unsigned)(g.n - g.from) * YEAR_COLUMNS;
    g.name = left > 40 ? 40 : left;
    return g;
}

static void heads(struct strbuf *out, const cJSON *rest, const struct grid *g)
{
    add_cell(out, str_of(""), g->name);
    for (int i = g->from; i < g->n; i++) {
        struct strbuf year = { 0 };
        strbuf_fmt(
            &year, "%d",
            json_member(cJSON_GetArrayItem(json_member(rest, "years"), i), "year")->valueint);
        add_cell(out, strbuf_view(&year), YEAR_COLUMNS);
        strbuf_free(&year);
    }
    end_line(out);
}

static void head_text(struct strbuf *out, const cJSON *rest, unsigned width)
{
    struct grid g = grid_of(rest, width);
    strbuf_c(out, tr("得分（名次）\n", "score (rank)\n"));
    heads(out, rest, &g);
}

static void agency_text(struct strbuf *out, const cJSON *rest, const cJSON *agency, unsigned width)
{
    struct grid g = grid_of(rest, width);
    struct strbuf safe = { 0 };
    log_safe(&safe, str_of(json_string(agency, "agency")));
    add_cell(out, strbuf_view(&safe), g.name);
    strbuf_free(&safe);
    for (int i = g.from; i < g.n; i++)
        year_cell(out, cJSON_GetArrayItem(json_member(agency, "years"), i));
    end_line(out);
}

static void rules_text(struct strbuf *out, const cJSON *rest, unsigned width)
{
    struct grid g = grid_of(rest, width);
    const cJSON *rule;
    strbuf_fmt(out, "\n%s\n",
               json_string(rest, "agency")[0] ? tr("问题数", "findings")
                                              : tr("有问题的机关数", "agencies with findings"));
    heads(out, rest, &g);
    cJSON_ArrayForEach(rule, json_member(rest, "rules")) {
        add_cell(out, str_of(json_string(rule, "title")), g.name);
        for (int i = g.from; i < g.n; i++) {
            struct strbuf count = { 0 };
            strbuf_fmt(&count, "%d", cJSON_GetArrayItem(json_member(rule, "counts"), i)->valueint);
            add_cell(out, strbuf_view(&count), YEAR_COLUMNS);
            strbuf_free(&count);
        }
        end_line(out);
    }
}

static const struct stream_kind kind = {
    "trend.lua", FORMATS, "agencies", head_text, agency_text, rules_text, NULL,
};

static int take(void *user, cJSON *agency, struct error *err)
{
    return stream_member(user, agency, err);
}

static int write_trend(const struct cli *cli, struct desk *desk, struct error *err)
{
    struct trend *trend = NULL;
    struct stream *stream = NULL;
    struct trend_options what = { .agency = cli->argument_count ? cli->arguments[0] : NULL,
                                  .office = desk->office,
                                  .engine = desk->setup->engine,
                                  .lang = lang_get() };
    int rc = store_hold(desk->store, err);
    if (rc == 0)
        rc = trend_open(&trend, desk->store, &what, err);
    if (rc == 0)
        rc = stream_open(&stream, cli, desk->setup, &kind, trend_head(trend), err);
    if (rc == 0)
        rc = trend_agencies(trend, take, stream, err);
    int closed = stream_close(stream, NULL, rc != 0, rc ? NULL : err);
    trend_close(trend);
    return rc ? rc : closed;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    if (cli->argument_count > 1)
        return cli_usage_error(cli, tr("最多指明一个机关", "name one agency at most"));
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = desk_open_store(&desk, cli, 0);
    if (code == 0 && write_trend(cli, &desk, &err) != 0)
        code = cli_fail(&err);
    desk_close(&desk);
    return code;
}

const struct command command_trend = {
    "trend",
    "trend [AGENCY] [--output FORMAT[:PATH]]",
    "历年得分、名次和各规则发现的问题",
    "scores, ranks and findings by rule over the years",
    options,
    run,
};
