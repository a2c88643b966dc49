/* trend.c - `auditor trend [AGENCY]`: scores, ranks and findings over the years. */
#include "office/trend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/log.h"
#include "command/desk.h"
#include "command/publish.h"
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

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_at(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    return cJSON_IsString(item) ? item->valuestring : "";
}

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

static void year_cell(struct strbuf *out, const cJSON *year)
{
    struct strbuf cell = { 0 };
    const cJSON *score = member(year, "score");
    if (cJSON_IsNumber(score)) {
        add_points(&cell, score->valuedouble);
        if (cJSON_IsNumber(member(year, "rank")))
            strbuf_fmt(&cell, " (%d)", member(year, "rank")->valueint);
    } else if (strcmp(text_at(year, "kind"), "missing") == 0) {
        strbuf_c(&cell, tr("未交", "missing"));
    } else {
        strbuf_c(&cell, text_at(year, "kind")[0] ? tr("未完成", "open") : "–");
    }
    add_cell(out, strbuf_view(&cell), YEAR_COLUMNS);
    strbuf_free(&cell);
}

/* The newest years that fit beside a name of at least twenty columns. */
static int first_year(const cJSON *model, unsigned width)
{
    int n = cJSON_GetArraySize(member(model, "years"));
    int fit = (int)((width > 20 ? width - 20 : 0) / YEAR_COLUMNS);
    return n > fit ? n - (fit > 0 ? fit : 1) : 0;
}

static void end_line(struct strbuf *out)
{
    while (out->n && out->p[out->n - 1] == ' ')
        out->p[--out->n] = '\0';
    strbuf_char(out, '\n');
}

static void heads(struct strbuf *out, const cJSON *model, int from, unsigned name)
{
    add_cell(out, str_of(""), name);
    for (int i = from; i < cJSON_GetArraySize(member(model, "years")); i++) {
        struct strbuf year = { 0 };
        strbuf_fmt(&year, "%d",
                   member(cJSON_GetArrayItem(member(model, "years"), i), "year")->valueint);
        add_cell(out, strbuf_view(&year), YEAR_COLUMNS);
        strbuf_free(&year);
    }
    end_line(out);
}

static void text(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *years = member(model, "years");
    int from = first_year(model, width);
    int n = cJSON_GetArraySize(years);
    unsigned name = width - (unsigned)(n - from) * YEAR_COLUMNS;
    const cJSON *item;
    name = name > 40 ? 40 : name;
    strbuf_c(out, tr("得分（名次）\n", "score (rank)\n"));
    heads(out, model, from, name);
    cJSON_ArrayForEach(item, member(model, "agencies")) {
        struct strbuf safe = { 0 };
        log_safe(&safe, str_of(text_at(item, "agency")));
        add_cell(out, strbuf_view(&safe), name);
        strbuf_free(&safe);
        for (int i = from; i < n; i++)
            year_cell(out, cJSON_GetArrayItem(member(item, "years"), i));
        end_line(out);
    }
    bool single = cJSON_GetArraySize(member(model, "agencies")) == 1;
    strbuf_fmt(out, "\n%s\n",
               single ? tr("问题数", "findings") : tr("有问题的机关数", "agencies with findings"));
    heads(out, model, from, name);
    cJSON_ArrayForEach(item, member(model, "rules")) {
        add_cell(out, str_of(text_at(item, "title")), name);
        for (int i = from; i < n; i++) {
            struct strbuf count = { 0 };
            strbuf_fmt(&count, "%d", cJSON_GetArrayItem(member(item, "counts"), i)->valueint);
            add_cell(out, strbuf_view(&count), YEAR_COLUMNS);
            strbuf_free(&count);
        }
        end_line(out);
    }
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    cJSON *model = NULL;
    if (cli->argument_count > 1)
        return cli_usage_error(cli, tr("最多指明一个机关", "name one agency at most"));
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = desk_open_store(&desk, cli);
    if (code == 0) {
        struct trend_options what = { .agency = cli->argument_count ? cli->arguments[0] : NULL,
                                      .office = desk.office->name,
                                      .engine = desk.setup->engine,
                                      .lang = lang_get() };
        struct publish publish = {
            .cli = cli, .setup = desk.setup, .layout = "trend.lua", .formats = FORMATS, .text = text
        };
        int rc = store_hold(desk.store, &err);
        if (rc == 0)
            rc = trend_build(&model, desk.store, &what, &err);
        publish.model = model;
        if (rc == 0)
            rc = publish_write(&publish, &err);
        code = rc ? cli_fail(&err) : EXIT_CLEAN;
    }
    cJSON_Delete(model);
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
