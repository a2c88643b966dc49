/* diff.c - `auditor diff BEFORE AFTER [AGENCY]`: what changed between two assessments, and why. */
#include "office/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/log.h"
#include "command/desk.h"
#include "command/publish.h"
#include "command/stream.h"
#include "report/output.h"
#include "report/wrap.h"
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

/* Thousandths of a number that was written from thousandths. */
static int64_t milli(const cJSON *object, const char *key)
{
    double value = json_number(object, key) * 1000;
    return (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
}

static void signed_points(struct strbuf *out, int64_t points)
{
    strbuf_c(out, points > 0 ? "+" : "");
    points_print(out, points);
}

static const char *cause_word(const char *cause)
{
    static const char *const words[][3] = {
        { "work", "报告改动", "work" },     { "rules", "规则改动", "rules" },
        { "profile", "分值改动", "sheet" }, { "scope", "范围改动", "scope" },
        { "other", "其他", "other" },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], cause) == 0)
            return tr(words[i][1], words[i][2]);
    return cause;
}

/* "报告改动 +5，分值改动 -2": what is zero is left out. */
static void add_moved(struct strbuf *out, const cJSON *moved)
{
    const cJSON *cause;
    const char *gap = "";
    cJSON_ArrayForEach(cause, moved) {
        if (milli(moved, cause->string) == 0)
            continue;
        strbuf_fmt(out, "%s%s ", gap, cause_word(cause->string));
        gap = tr("，", ", ");
        signed_points(out, milli(moved, cause->string));
    }
}

static void add_side(struct strbuf *out, const cJSON *side)
{
    if (!cJSON_IsObject(side)) {
        strbuf_c(out, tr("不在名录", "not registered"));
    } else if (cJSON_IsNumber(json_member(side, "score"))) {
        points_print(out, milli(side, "score"));
        if (cJSON_IsNumber(json_member(side, "rank")))
            strbuf_fmt(out, tr("（第%d名）", " (no. %d)"), (int)json_number(side, "rank"));
    } else if (cJSON_IsNumber(json_member(side, "low"))) {
        points_print(out, milli(side, "low"));
        strbuf_c(out, "–");
        points_print(out, milli(side, "high"));
    } else {
        const char *kind = json_string(side, "kind");
        strbuf_c(out, strcmp(kind, "missing") == 0   ? tr("没有报告", "no report")
                      : strcmp(kind, "not-due") == 0 ? tr("期限未到", "not due")
                                                     : tr("不评分", "not scored"));
    }
}

static const char *report_word(const char *report)
{
    return strcmp(report, "changed") == 0 ? tr("，报告已改", ", another report")
           : strcmp(report, "new") == 0   ? tr("，新交报告", ", a report came in")
           : strcmp(report, "gone") == 0  ? tr("，报告已撤", ", the report is gone")
                                          : "";
}

static void add_findings(struct strbuf *out, const cJSON *list, const char *mark, unsigned width)
{
    const cJSON *f;
    cJSON_ArrayForEach(f, list) {
        struct strbuf line = { 0 };
        strbuf_fmt(&line, tr("%s %s（%s）", "%s %s (%s)"), mark, json_string(f, "title"),
                   json_string(f, "place"));
        strbuf_c(out, "    ");
        wrap_text(out, strbuf_view(&line), &(struct wrap){ 4, 6, width });
        strbuf_free(&line);
    }
}

/* Another year's report is another one anyway. */
static bool same_year(const cJSON *rest)
{
    return json_number(json_member(rest, "before"), "year") ==
           json_number(json_member(rest, "after"), "year");
}

static void agency_text(struct strbuf *out, const cJSON *rest, const cJSON *a, unsigned width)
{
    struct strbuf line = { 0 };
    const cJSON *findings = json_member(a, "findings");
    log_safe(&line, str_of(json_string(a, "agency")));
    strbuf_c(&line, "  ");
    add_side(&line, json_member(a, "before"));
    strbuf_c(&line, " → ");
    add_side(&line, json_member(a, "after"));
    if (same_year(rest))
        strbuf_c(&line, report_word(json_string(a, "report")));
    if (milli(a, "change")) {
        strbuf_c(&line, "  ");
        signed_points(&line, milli(a, "change"));
        strbuf_c(&line, tr("：", ": "));
        add_moved(&line, json_member(a, "moved"));
    }
    wrap_text(out, strbuf_view(&line), &(struct wrap){ 0, 4, width });
    add_findings(out, json_member(findings, "gone"), "-", width);
    add_findings(out, json_member(findings, "new"), "+", width);
    strbuf_free(&line);
}

static void assessment_text(struct strbuf *out, const cJSON *model, unsigned width)
{
    const cJSON *before = json_member(model, "before");
    const cJSON *after = json_member(model, "after");
    bool profile =
        strcmp(json_string(before, "profile_digest"), json_string(after, "profile_digest")) != 0;
    bool rules =
        strcmp(json_string(before, "rules_digest"), json_string(after, "rules_digest")) != 0;
    bool program = strcmp(json_string(before, "version"), json_string(after, "version")) != 0;
    struct strbuf line = { 0 };
    strbuf_fmt(&line, "%s (%s) → %s (%s)", json_string(before, "name"),
               json_string(before, "profile"), json_string(after, "name"),
               json_string(after, "profile"));
    strbuf_c(&line, rules ? tr("  规则已改", "  other rules") : "");
    strbuf_c(&line, profile ? tr("  评分细则已改", "  another scoring sheet") : "");
    strbuf_c(&line, program ? tr("  程序已换", "  another program") : "");
    wrap_text(out, strbuf_view(&line), &(struct wrap){ 0, 4, width });
    strbuf_clear(&line);
    strbuf_c(&line, tr("各机关下列出没有做到的要求：+ 新增的问题，- 消失的问题",
                       "Below each agency what was not met: + a new finding, - one that is gone"));
    wrap_text(out, strbuf_view(&line), &(struct wrap){ 0, 4, width });
    strbuf_char(out, '\n');
    strbuf_free(&line);
}

static void totals_text(struct strbuf *out, const cJSON *rest, unsigned width)
{
    const cJSON *totals = json_member(rest, "totals");
    struct strbuf line = { 0 };
    strbuf_fmt(
        &line,
        tr("%d 个机关有变化：得分升 %d，降 %d，不变 %d，不可比 %d；问题新增 %d，消失 %d，仍在 %d",
           "%d agencies changed: score up %d, down %d, the same %d, not comparable %d; "
           "findings new %d, gone %d, still there %d"),
        (int)json_number(totals, "changed"), (int)json_number(totals, "better"),
        (int)json_number(totals, "worse"), (int)json_number(totals, "unchanged"),
        (int)json_number(totals, "unknown"), (int)json_number(totals, "new"),
        (int)json_number(totals, "gone"), (int)json_number(totals, "same"));
    wrap_text(out, strbuf_view(&line), &(struct wrap){ 0, 4, width });
    strbuf_clear(&line);
    strbuf_c(&line, tr("全部变动：", "all movements: "));
    size_t head = line.n;
    add_moved(&line, json_member(totals, "moved"));
    if (line.n > head)
        wrap_text(out, strbuf_view(&line), &(struct wrap){ 0, 4, width });
    strbuf_free(&line);
}

/* `diff 2024` is `diff 2024~1 2024`. */
static void choose(struct diff_options *what, const struct cli *cli, struct strbuf *before)
{
    const char *first = cli->arguments[0];
    strbuf_fmt(before, "%s~1", first);
    what->before = cli->argument_count > 1 ? first : before->p;
    what->after = cli->argument_count > 1 ? cli->arguments[1] : first;
    what->agency = cli->argument_count > 2 ? cli->arguments[2] : NULL;
}

static const struct stream_kind kind = {
    "diff.lua", FORMATS, "agencies", assessment_text, agency_text, totals_text, NULL,
};

static int take(void *user, cJSON *agency, struct error *err)
{
    return stream_member(user, agency, err);
}

static int write_diff(const struct cli *cli, struct desk *desk, const struct diff_options *what,
                      struct error *err)
{
    struct diff *diff = NULL;
    struct stream *stream = NULL;
    int rc = store_hold(desk->store, err);
    if (rc == 0)
        rc = diff_open(&diff, desk->store, what, err);
    if (rc == 0)
        rc = stream_open(&stream, cli, desk->setup, &kind, diff_head(diff), err);
    if (rc == 0)
        rc = diff_agencies(diff, take, stream, err);
    int closed = stream_close(stream, rc ? NULL : diff_totals(diff), rc != 0, rc ? NULL : err);
    diff_close(diff);
    return rc ? rc : closed;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct error err = { 0 };
    struct strbuf before = { 0 };
    struct diff_options what = { .lang = lang_get() };
    if (cli->argument_count < 1 || cli->argument_count > 3)
        return cli_usage_error(cli,
                               tr("请指明要比较的两次审核，可再指明一个机关",
                                  "name the two assessments, and an agency if it is about one"));
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    choose(&what, cli, &before);
    int code = desk_open_store(&desk, cli, 0);
    if (code == 0) {
        what.office = desk.office;
        what.engine = desk.setup->engine;
        code = write_diff(cli, &desk, &what, &err) ? cli_fail(&err) : EXIT_CLEAN;
    }
    strbuf_free(&before);
    desk_close(&desk);
    return code;
}

const struct command command_diff = {
    "diff",
    "diff [BEFORE] AFTER [AGENCY] [--output FORMAT[:PATH]]",
    "比较两次审核（2023 2024，或 2024~1 2024）：得分、名次、问题的变化及原因",
    "compares two assessments (2023 2024, or 2024~1 2024): scores, ranks, findings, and why",
    options,
    run,
};
