/* explain.c - `auditor explain AGENCY YEAR`: the score ledger, point by point. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/chosen.h"
#include "command/layout.h"
#include "report/model.h"
#include "report/output.h"
#include "score/points.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]", "输出：text json", "output: text json" },
    { NULL, NULL, NULL, NULL },
};

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON };

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *text_of(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

/* Thousandths of a number that was written from thousandths. */
static int64_t milli(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    double value = cJSON_IsNumber(item) ? item->valuedouble * 1000 : 0;
    return (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
}

static void add_points(struct strbuf *out, const cJSON *object, const char *key)
{
    points_print(out, milli(object, key));
}

static const char *limit_text(const cJSON *entry)
{
    const char *limit = text_of(entry, "limit");
    if (!limit)
        return "";
    return strcmp(limit, "cap") == 0 ? tr("，已达指标封顶", ", capped")
           : strcmp(limit, "mutex") == 0
               ? tr("，同一互斥组已计更重的一项", ", a dearer one of its mutex counts")
               : tr("，已达分组封顶", ", the group is capped");
}

/* What the entry says a deduction is: "2 x 5", a veto, the floor. */
static void add_sum(struct strbuf *out, const cJSON *entry)
{
    const char *kind = text_of(entry, "kind");
    const cJSON *count = member(entry, "count");
    if (kind && strcmp(kind, "veto") == 0) {
        strbuf_c(out, tr("一票否决", "veto"));
        return;
    }
    if (kind && strcmp(kind, "floor") == 0) {
        strbuf_c(out, tr("得分不低于 0", "a score is never below 0"));
        return;
    }
    strbuf_fmt(out, tr("%d 处 × ", "%d x "), cJSON_IsNumber(count) ? count->valueint : 0);
    add_points(out, entry, "unit");
    strbuf_c(out, limit_text(entry));
}

/* The finding with a fingerprint, anywhere in the verdict. */
static const cJSON *finding_of(const cJSON *verdict, const char *fingerprint)
{
    const cJSON *result;
    const cJSON *finding;
    cJSON_ArrayForEach(result, member(verdict, "results")) {
        cJSON_ArrayForEach(finding, member(result, "findings")) {
            const char *own = text_of(finding, "fingerprint");
            if (own && strcmp(own, fingerprint) == 0)
                return finding;
        }
    }
    return NULL;
}

static void add_evidence(struct strbuf *out, const cJSON *verdict, const cJSON *entry)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, member(entry, "fingerprints")) {
        const cJSON *finding = cJSON_IsString(item) ? finding_of(verdict, item->valuestring) : NULL;
        const cJSON *place = cJSON_GetArrayItem(member(finding, "evidence"), 0);
        const cJSON *line = member(place, "line");
        strbuf_c(out, "          ");
        log_safe(out, str_of(text_of(finding, "message")));
        if (cJSON_IsNumber(line))
            strbuf_fmt(out, tr("（第 %d 行）", " (line %d)"), line->valueint);
        strbuf_char(out, '\n');
    }
}

static void add_basis(struct strbuf *out, const cJSON *entry)
{
    const cJSON *item;
    const char *mark = tr("          依据：", "          basis: ");
    cJSON_ArrayForEach(item, member(entry, "basis")) {
        strbuf_c(out, mark);
        log_safe(out, str_of(item->valuestring));
        mark = tr("；", "; ");
    }
    if (cJSON_GetArraySize(member(entry, "basis")))
        strbuf_char(out, '\n');
}

static void add_entry(struct strbuf *out, const cJSON *verdict, const cJSON *entry)
{
    struct strbuf points = { 0 };
    const char *rule = text_of(entry, "rule");
    points_print(&points, -milli(entry, "amount"));
    strbuf_fmt(out, "%8s  ", points.p);
    if (text_of(entry, "indicator")) {
        log_safe(out, str_of(text_of(entry, "indicator")));
        strbuf_char(out, ' ');
        log_safe(out, str_of(text_of(entry, "name")));
        strbuf_c(out, "  ");
    }
    add_sum(out, entry);
    if (rule)
        strbuf_fmt(out, "  [%s]", rule);
    strbuf_char(out, '\n');
    add_evidence(out, verdict, entry);
    add_basis(out, entry);
    strbuf_free(&points);
}

static void add_score(struct strbuf *out, const cJSON *verdict)
{
    const char *grade = text_of(verdict, "grade");
    strbuf_fmt(out, "--------\n");
    size_t from = out->n;
    add_points(out, verdict, "score");
    if (cJSON_IsFalse(member(verdict, "complete"))) {
        out->n = from;
        strbuf_fmt(out, "%s ", tr("未完成：得分在", "incomplete: the score lies between"));
        add_points(out, verdict, "low");
        strbuf_c(out, tr(" 至 ", " and "));
        add_points(out, verdict, "high");
        strbuf_c(out, tr(" 之间，有关键项未判定", ", blocking duties are open"));
    } else if (grade) {
        strbuf_fmt(out, "  %s", grade);
    }
    strbuf_char(out, '\n');
}

static void ledger_text(struct strbuf *out, const cJSON *verdict, const struct chosen_audit *audit)
{
    const cJSON *ledger = member(verdict, "ledger");
    const cJSON *entry;
    log_safe(out, str_of(audit->agency));
    strbuf_c(out, "  ");
    struct strbuf path = { 0 };
    file_shown(&path, str_of(audit->path));
    log_safe(out, strbuf_view(&path));
    strbuf_free(&path);
    strbuf_char(out, '\n');
    if (!cJSON_IsObject(ledger)) {
        strbuf_fmt(
            out, "%s\n\n",
            tr("不评分：不是年度报告，或无法读取", "not scored: no annual report, or unreadable"));
        return;
    }
    struct strbuf max = { 0 };
    add_points(&max, ledger, "max");
    strbuf_fmt(out, "%8s  %s %s\n", max.p, tr("满分，评分细则", "maximum of profile"),
               text_of(ledger, "profile"));
    strbuf_free(&max);
    cJSON_ArrayForEach(entry, member(ledger, "entries"))
        add_entry(out, verdict, entry);
    add_score(out, verdict);
    strbuf_char(out, '\n');
}

static void ledger_json(struct strbuf *out, const cJSON *verdict, const struct chosen_audit *audit)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "agency", audit->agency);
    cJSON_AddStringToObject(object, "code", audit->code);
    cJSON_AddItemReferenceToObject(object, "ledger", (cJSON *)member(verdict, "ledger"));
    struct strbuf path = { 0 };
    file_shown(&path, str_of(audit->path));
    cJSON_AddStringToObject(object, "path", path.p);
    strbuf_free(&path);
    layout_json(out, object);
    cJSON_Delete(object);
}

static int explain(struct strbuf *out, struct desk *desk, const struct chosen *chosen,
                   enum output_format format, struct error *err)
{
    struct strbuf stored = { 0 };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < chosen->n; i++) {
        cJSON *verdict = NULL;
        rc = store_result(desk->store, chosen->list[i].id, &stored, NULL, err);
        if (rc == 0)
            rc = model_parse(&verdict, strbuf_view(&stored), lang_get(), err);
        if (rc == 0 && format == OUTPUT_JSON)
            ledger_json(out, verdict, &chosen->list[i]);
        else if (rc == 0)
            ledger_text(out, verdict, &chosen->list[i]);
        cJSON_Delete(verdict);
    }
    strbuf_free(&stored);
    return rc;
}

static int run_in(struct desk *desk, const struct cli *cli, int year, struct error *err)
{
    const char *spec = cli_value(cli, "output");
    struct output output = { 0 };
    struct chosen chosen = { 0 };
    struct strbuf bytes = { 0 };
    int rc = output_parse(&output, spec ? spec : "text", FORMATS, err);
    if (rc == 0)
        rc = chosen_find(&chosen, desk->store, year, cli->arguments[0], err);
    if (rc == 0)
        rc = explain(&bytes, desk, &chosen, output.format, err);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0)
        output_write(&output, strbuf_view(&bytes));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&bytes);
    chosen_free(&chosen);
    return rc ? rc : closed;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    int year = 0;
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("请指明机关（或 all）和报告年度", "name an agency (or all) and a report year"));
    if (!desk_year(cli, cli->arguments[1], &year))
        return EXIT_USAGE;
    int code = desk_open_store(&desk, cli);
    if (code == 0) {
        desk_compare(&desk, year);
        if (run_in(&desk, cli, year, &err) != 0)
            code = cli_fail(&err);
    }
    desk_close(&desk);
    return code;
}

const struct command command_explain = {
    "explain",
    "explain AGENCY YEAR",
    "扣分账：每一分扣在哪里、依据什么",
    "the score ledger: where each point went, and why",
    options,
    run,
};
