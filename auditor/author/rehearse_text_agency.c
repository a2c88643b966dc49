/* rehearse_text_agency.c - agencies before and after, for a terminal; see rehearse_lines.h. */
#include <math.h>
#include <string.h>

#include "author/rehearse_lines.h"
#include "base/lang.h"
#include "score/points.h"

static void add_points(struct strbuf *out, const cJSON *object, const char *key)
{
    const cJSON *item = lines_member(object, key);
    points_print(out, cJSON_IsNumber(item) ? llround(item->valuedouble * 1000) : 0);
}

static void add_place(struct strbuf *out, const cJSON *place)
{
    const char *status = lines_text(place, "status");
    if (strcmp(status, "ranked") == 0) {
        add_points(out, place, "score");
        strbuf_fmt(out, " %s%s", lines_text(place, "grade"),
                   lines_true(place, "vetoed") ? tr("（一票否决）", " (vetoed)") : "");
    } else if (strcmp(status, "incomplete") == 0) {
        strbuf_fmt(out, "%s ", tr("未完成", "incomplete"));
        add_points(out, place, "low");
        strbuf_c(out, "–");
        add_points(out, place, "high");
    } else {
        strbuf_c(out, strcmp(status, "missing") == 0 ? tr("没有报告", "no report")
                                                     : tr("不评分", "not scored"));
    }
}

static void add_rank(struct strbuf *out, const cJSON *place)
{
    int rank = lines_count(place, "rank");
    if (rank)
        strbuf_fmt(out, "%d", rank);
    else
        strbuf_c(out, tr("无名次", "no rank"));
}

static bool is_grade(const cJSON *a)
{
    return lines_true(a, "grade_changed");
}

static bool is_score(const cJSON *a)
{
    return lines_true(a, "score_changed") && !is_grade(a);
}

static bool is_rank(const cJSON *a)
{
    return lines_true(a, "rank_changed");
}

static void agencies(struct lines *p, const cJSON *list, const char *title,
                     bool (*wanted)(const cJSON *),
                     void (*add)(struct strbuf *out, const cJSON *place))
{
    const cJSON *a;
    int total = 0;
    int shown = 0;
    cJSON_ArrayForEach(a, list)
        total += wanted(a);
    if (total == 0)
        return;
    lines_head(p, title, total);
    cJSON_ArrayForEach(a, list) {
        if (!wanted(a) || ++shown > LINES_SHOWN)
            continue;
        const char *group = lines_text(a, "group");
        strbuf_fmt(&p->line, "%s%s%s  ", group, *group ? tr("：", ": ") : "",
                   lines_text(a, "agency"));
        add(&p->line, lines_member(a, "before"));
        strbuf_c(&p->line, " → ");
        add(&p->line, lines_member(a, "after"));
        lines_end(p, 2);
    }
    lines_more(p, total, 2);
}

void lines_agencies(struct lines *p, const cJSON *list)
{
    agencies(p, list, tr("等级改变的机关", "Agencies whose grade changes"), is_grade, add_place);
    agencies(p, list, tr("只有得分改变的机关", "Agencies whose score alone changes"), is_score,
             add_place);
    agencies(p, list, tr("名次改变的机关", "Agencies whose rank changes"), is_rank, add_rank);
}
