/* rank_text.c - see rank_text.h. */
#include "command/rank_text.h"

#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "office/corrections.h"
#include "score/points.h"

/* Text of the register or of a file name; it must not steer the terminal. */
static void add_text(struct strbuf *out, const cJSON *object, const char *key)
{
    const cJSON *item = json_member(object, key);
    if (cJSON_IsString(item))
        log_safe(out, str_of(item->valuestring));
}

static void add_points(struct strbuf *out, const cJSON *row, const char *key)
{
    const cJSON *item = json_member(row, key);
    points_print(out, cJSON_IsNumber(item) ? (int64_t)(item->valuedouble * 1000 + 0.5) : 0);
}

static bool is_kind(const cJSON *row, const char *kind)
{
    const cJSON *item = json_member(row, "kind");
    return cJSON_IsString(item) && strcmp(item->valuestring, kind) == 0;
}

static void ranked_text(struct strbuf *out, const cJSON *row)
{
    const cJSON *grade = json_member(row, "grade");
    strbuf_fmt(out, "%4d  ", (int)json_member(row, "rank")->valuedouble);
    size_t from = out->n;
    add_points(out, row, "score");
    while (out->n - from < 8)
        strbuf_char(out, ' ');
    strbuf_fmt(out, "%s  ", cJSON_IsString(grade) ? grade->valuestring : "");
    add_text(out, row, "agency");
    strbuf_c(out, cJSON_IsTrue(json_member(row, "vetoed")) ? tr("（一票否决）", " (vetoed)") : "");
    strbuf_c(out, is_kind(row, "missing") ? tr("（没有报告）", " (no report)") : "");
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
    if (json_member(row, "path")) {
        strbuf_c(out, "  ");
        add_text(out, row, "path");
    }
    strbuf_char(out, '\n');
}

void rank_text_group(struct strbuf *out, const cJSON *group)
{
    const cJSON *name = json_member(group, "name");
    strbuf_c(out, name->valuestring[0] ? "" : tr("未分组", "no group"));
    add_text(out, group, "name");
    strbuf_char(out, '\n');
}

void rank_text_row(struct strbuf *out, enum ranking_list list, const cJSON *row)
{
    switch (list) {
    case RANKING_RANKED:
        ranked_text(out, row);
        return;
    case RANKING_INCOMPLETE:
        incomplete_text(out, row);
        return;
    case RANKING_NOTSCORED:
        other_text(out, row, "agency",
                   is_kind(row, "unreadable") ? tr("无法读取，未审核", "unreadable, not checked")
                                              : tr("不评分", "not scored"));
        return;
    case RANKING_NOTDUE:
        other_text(out, row, "name", tr("期限未到", "not due yet"));
        return;
    default:
        other_text(out, row, "name", tr("没有报告", "no report"));
    }
}

void rank_text_unmatched(struct strbuf *out, const cJSON *files)
{
    const cJSON *item;
    if (cJSON_GetArraySize(files))
        strbuf_fmt(out, "%s\n", tr("未对应到机关的文件：", "Files of no agency:"));
    cJSON_ArrayForEach(item, files) {
        const cJSON *agency;
        const char *between = tr("  可能是：", "  perhaps: ");
        strbuf_c(out, "  ");
        log_safe_line(out, str_of(json_member(item, "path")->valuestring));
        cJSON_ArrayForEach(agency, json_member(item, "candidates")) {
            strbuf_fmt(out, "%s%s ", between, json_member(agency, "code")->valuestring);
            log_safe(out, str_of(json_member(agency, "name")->valuestring));
            between = "; ";
        }
        strbuf_char(out, '\n');
    }
}

/* Those there are, by name. */
static void corrections_text(struct strbuf *out, const cJSON *counts)
{
    bool any = false;
    for (int s = 0; s < CORRECTION_STATES; s++) {
        int n = json_member(counts, corrections_name((enum corrections_state)s))->valueint;
        if (n)
            strbuf_fmt(out, "%s  %s %d", any ? "" : tr("\n整改", "\ncorrections"),
                       corrections_label((enum corrections_state)s), n);
        any = any || n;
    }
    strbuf_c(out, any ? "\n" : "");
}

void rank_text_summary(struct strbuf *out, const cJSON *model, unsigned width)
{
    (void)width;
    const cJSON *item;
    cJSON_ArrayForEach(item, json_member(model, "groups")) {
        const cJSON *statistics = json_member(item, "statistics");
        add_text(out, item, "name");
        strbuf_fmt(out, "  %s %d  %s %d  %s %d", tr("应交", "owed"),
                   json_member(statistics, "agencies")->valueint, tr("参加排名", "ranked"),
                   json_member(statistics, "ranked")->valueint, tr("没有报告", "missing"),
                   json_member(statistics, "absent")->valueint);
        if (json_member(statistics, "notdue")->valueint)
            strbuf_fmt(out, "  %s %d", tr("期限未到", "not due yet"),
                       json_member(statistics, "notdue")->valueint);
        if (json_member(statistics, "mean")) {
            strbuf_fmt(out, "  %s ", tr("平均", "mean"));
            add_points(out, statistics, "mean");
        }
        strbuf_char(out, '\n');
    }
    corrections_text(out, json_member(model, "corrections"));
    const cJSON *changes = json_member(model, "changes");
    if (json_member(changes, "changed")->valueint)
        strbuf_fmt(out,
                   tr("收到之后改过  %d 次，其中发布日期改早 %d 次\n",
                      "changed after they came in  %d, dated back %d\n"),
                   json_member(changes, "changed")->valueint,
                   json_member(changes, "dated_back")->valueint);
    strbuf_fmt(out, "\n%s\n",
               tr("常见问题（机关数，处数）", "commonest defects (agencies, places)"));
    cJSON_ArrayForEach(item, json_member(model, "defects")) {
        strbuf_fmt(out, "%5d %6d  ", json_member(item, "agencies")->valueint,
                   json_member(item, "count")->valueint);
        add_text(out, item, "title");
        strbuf_char(out, '\n');
    }
}
