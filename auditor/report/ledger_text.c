/* ledger_text.c - see ledger_text.h. */
#include "report/ledger_text.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "score/points.h"

static bool is(const cJSON *object, const char *key, const char *value)
{
    const char *text = json_string_if(object, key);
    return text && strcmp(text, value) == 0;
}

/* Thousandths of a number that was written from thousandths. */
static int64_t milli(const cJSON *object, const char *key)
{
    double value = json_number(object, key) * 1000;
    return (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
}

static void add_points(struct strbuf *out, const cJSON *object, const char *key)
{
    points_print(out, milli(object, key));
}

static const char *limit_text(const cJSON *entry)
{
    static const struct {
        const char *limit, *zh, *en;
    } texts[] = {
        { "cap", "，已达指标封顶", ", capped" },
        { "mutex", "，同一互斥组已计更重的一项", ", a dearer one of its mutex counts" },
        { "group", "，已达分组封顶", ", the group is capped" },
        { "gate", "，上级指标已全扣", ", a gate took all of the indicator above" },
        { "level", "，已达上级指标封顶", ", the indicator above is capped" },
        { "waiver", "，经人决定不扣", ", spared by decision" },
        { "threshold", "，未到计入加分的分数", ", too few points for a bonus" },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (is(entry, "limit", texts[i].limit))
            return tr(texts[i].zh, texts[i].en);
    return "";
}

/* What takes points without a count: a veto, the floor, a denominator, a missing report, rounding. False: it has a count. */
static bool add_single(struct strbuf *out, const cJSON *entry)
{
    static const struct {
        const char *kind, *zh, *en;
    } texts[] = {
        { "veto", "一票否决", "veto" },
        { "floor", "得分不低于 0", "a score is never below 0" },
        { "scale", "按适用的分值换算", "scaled to what applies" },
        { "bonus", "加分", "bonus" },
        { "missing", "没有报告", "no report" },
        { "rounding", "四舍五入", "rounded" },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (is(entry, "kind", texts[i].kind)) {
            strbuf_c(out, tr(texts[i].zh, texts[i].en));
            return true;
        }
    return false;
}

/* What the entry says a deduction is: "2 x 5", "given". */
static void add_sum(struct strbuf *out, const cJSON *entry)
{
    const cJSON *count = json_member(entry, "count");
    if (add_single(out, entry)) {
        strbuf_c(out, is(entry, "kind", "bonus") ? limit_text(entry) : "");
        return;
    }
    if (!json_string_if(entry, "rule")) {
        strbuf_c(out, tr("评定失分 ", "points not given: "));
    } else {
        strbuf_fmt(out, tr("%d 处 × ", "%d x "), cJSON_IsNumber(count) ? count->valueint : 0);
    }
    add_points(out, entry, "unit");
    strbuf_c(out, limit_text(entry));
}

static void add_line(struct strbuf *out, const char *label, const char *text)
{
    strbuf_fmt(out, "          %s", label);
    log_safe(out, str_of(text));
    strbuf_char(out, '\n');
}

/* A limit says itself what its note would. */
static void add_note(struct strbuf *out, const cJSON *entry)
{
    bool told = json_string_if(entry, "limit") || is(entry, "kind", "floor") ||
                is(entry, "kind", "rounding");
    if (json_string_if(entry, "waiver"))
        add_line(out, tr("决定：", "decision: "), json_string_if(entry, "waiver"));
    if (json_string_if(entry, "note") && !told)
        add_line(out, "", json_string_if(entry, "note"));
}

/* The finding with a fingerprint, anywhere in the verdict. */
static const cJSON *finding_of(const cJSON *verdict, const char *fingerprint)
{
    const cJSON *result;
    const cJSON *finding;
    cJSON_ArrayForEach(result, json_member(verdict, "results")) {
        cJSON_ArrayForEach(finding, json_member(result, "findings")) {
            const char *own = json_string_if(finding, "fingerprint");
            if (own && strcmp(own, fingerprint) == 0)
                return finding;
        }
    }
    return NULL;
}

static void add_evidence(struct strbuf *out, const cJSON *verdict, const cJSON *entry)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(entry, "fingerprints")) {
        const cJSON *finding = cJSON_IsString(item) ? finding_of(verdict, item->valuestring) : NULL;
        const cJSON *place = cJSON_GetArrayItem(json_member(finding, "evidence"), 0);
        const cJSON *line = json_member(place, "line");
        strbuf_c(out, "          ");
        log_safe(out, str_of(json_string_if(finding, "message")));
        if (cJSON_IsNumber(line))
            strbuf_fmt(out,
                       json_member(place, "paragraph") ? tr("（第 %d 段）", " (paragraph %d)")
                                                       : tr("（第 %d 行）", " (line %d)"),
                       line->valueint);
        strbuf_char(out, '\n');
    }
}

static void add_basis(struct strbuf *out, const cJSON *entry)
{
    const cJSON *item;
    const char *mark = tr("          依据：", "          basis: ");
    cJSON_ArrayForEach(item, json_member(entry, "basis")) {
        strbuf_c(out, mark);
        log_safe(out, str_of(item->valuestring));
        mark = tr("；", "; ");
    }
    if (cJSON_GetArraySize(json_member(entry, "basis")))
        strbuf_char(out, '\n');
}

static void add_entry(struct strbuf *out, const cJSON *verdict, const cJSON *entry)
{
    struct strbuf points = { 0 };
    const char *rule = json_string_if(entry, "rule");
    if (milli(entry, "amount") < 0)
        strbuf_char(&points, '+');
    points_print(&points, -milli(entry, "amount"));
    strbuf_fmt(out, "%8s  ", points.p);
    if (json_string_if(entry, "indicator")) {
        log_safe(out, str_of(json_string_if(entry, "indicator")));
        strbuf_char(out, ' ');
        log_safe(out, str_of(json_string_if(entry, "name")));
        strbuf_c(out, "  ");
    }
    add_sum(out, entry);
    if (rule)
        strbuf_fmt(out, "  [%s]", rule);
    strbuf_char(out, '\n');
    add_note(out, entry);
    add_evidence(out, verdict, entry);
    add_basis(out, entry);
    strbuf_free(&points);
}

static void add_score(struct strbuf *out, const cJSON *verdict)
{
    const char *grade = json_string_if(verdict, "grade");
    const cJSON *interval = json_member(verdict, "interval");
    strbuf_fmt(out, "--------\n");
    size_t from = out->n;
    add_points(out, verdict, "score");
    if (cJSON_IsFalse(json_member(verdict, "complete"))) {
        out->n = from;
        strbuf_fmt(out, "%s ", tr("未完成：得分在", "incomplete: the score lies between"));
        add_points(out, interval, "low");
        strbuf_c(out, tr(" 至 ", " and "));
        add_points(out, interval, "high");
        strbuf_c(out, tr(" 之间，有关键项未判定", ", blocking duties are open"));
    } else if (grade) {
        strbuf_fmt(out, "  %s", grade);
    }
    strbuf_char(out, '\n');
}

/* "1 政务公开  14.5 / 15", a level further in for each. */
static void add_levels(struct strbuf *out, const cJSON *ledger)
{
    const cJSON *level;
    cJSON_ArrayForEach(level, json_member(ledger, "levels")) {
        const cJSON *depth = json_member(level, "level");
        strbuf_fmt(out, "%*s", cJSON_IsNumber(depth) ? 2 * depth->valueint : 2, "");
        log_safe(out, str_of(json_string_if(level, "indicator")));
        strbuf_char(out, ' ');
        log_safe(out, str_of(json_string_if(level, "name")));
        strbuf_c(out,
                 cJSON_IsTrue(json_member(level, "open")) ? tr("  至多 ", "  at most ") : "  ");
        add_points(out, level, "score");
        strbuf_c(out, " / ");
        add_points(out, level, "points");
        strbuf_char(out, '\n');
    }
}

void ledger_text_missing(struct strbuf *out, const cJSON *ledger)
{
    const cJSON *row;
    const cJSON *period;
    cJSON_ArrayForEach(row, json_member(ledger, "given")) {
        if (!is(row, "state", "open"))
            continue;
        strbuf_c(out, tr("  待填：", "  to be filled in: "));
        log_safe(out, str_of(json_string_if(row, "indicator")));
        strbuf_char(out, ' ');
        log_safe(out, str_of(json_string_if(row, "name")));
        strbuf_c(out, "  ");
        if (milli(row, "points") > 0)
            add_points(out, row, "points");
        else
            strbuf_c(out, tr("否决与否", "whether it vetoes"));
        const char *mark = tr("，缺第 ", ", periods missing: ");
        cJSON_ArrayForEach(period, json_member(row, "missing")) {
            strbuf_fmt(out, "%s%d", mark, period->valueint);
            mark = tr("、", ", ");
        }
        if (cJSON_GetArraySize(json_member(row, "missing")))
            strbuf_c(out, tr(" 期", ""));
        strbuf_char(out, '\n');
    }
}

void ledger_text_verdict(struct strbuf *out, const cJSON *verdict)
{
    const cJSON *ledger = json_member(verdict, "ledger");
    const cJSON *entry;
    if (!cJSON_IsObject(ledger)) {
        const char *kind = json_string_if(verdict, "kind");
        bool missing = kind && strcmp(kind, "missing") == 0;
        bool not_due = kind && strcmp(kind, "not-due") == 0;
        strbuf_fmt(out, "%s\n",
                   missing   ? tr("不评分：没有收到报告", "not scored: no report came in")
                   : not_due ? tr("不评分：没有收到报告，公布期限未到",
                                  "not scored: no report came in, and none is due yet")
                             : tr("不评分：不是本年度的年度报告，或无法读取",
                                  "not scored: no annual report of the year, or unreadable"));
        return;
    }
    struct strbuf max = { 0 };
    add_points(&max, ledger, "max");
    strbuf_fmt(out, "%8s  %s ", max.p, tr("满分，评分细则", "maximum of profile"));
    log_safe(out, str_of(json_string_if(ledger, "profile")));
    strbuf_char(out, '\n');
    strbuf_free(&max);
    cJSON_ArrayForEach(entry, json_member(ledger, "entries"))
        add_entry(out, verdict, entry);
    add_score(out, verdict);
    add_levels(out, ledger);
    ledger_text_missing(out, ledger);
}
