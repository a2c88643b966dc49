/* rehearse_text_agency.c - agencies before and after, for a terminal; see rehearse_lines.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "author/rehearse_lines.h"
#include "base/json_read.h"
#include "base/lang.h"
#include "base/mem.h"
#include "score/points.h"

static void add_points(struct strbuf *out, const cJSON *object, const char *key)
{
    const cJSON *item = json_member(object, key);
    points_print(out, cJSON_IsNumber(item) ? llround(item->valuedouble * 1000) : 0);
}

static void add_place(struct strbuf *out, const cJSON *place)
{
    const char *status = json_string(place, "status");
    if (strcmp(status, "ranked") == 0) {
        add_points(out, place, "score");
        strbuf_fmt(out, " %s%s", json_string(place, "grade"),
                   lines_true(place, "vetoed") ? tr("（一票否决）", " (vetoed)") : "");
    } else if (strcmp(status, "incomplete") == 0) {
        strbuf_fmt(out, "%s ", tr("未完成", "incomplete"));
        add_points(out, place, "low");
        strbuf_c(out, "–");
        add_points(out, place, "high");
    } else {
        strbuf_c(out, strcmp(status, "missing") == 0  ? tr("没有报告", "no report")
                      : strcmp(status, "notdue") == 0 ? tr("期限未到", "not due")
                                                      : tr("不评分", "not scored"));
    }
}

static void add_rank(struct strbuf *out, const cJSON *place)
{
    int rank = json_int_at(place, "rank");
    if (rank)
        strbuf_fmt(out, "%d", rank);
    else
        strbuf_c(out, tr("无名次", "no rank"));
}

/* How far an agency moves; further than any points or ranks when it has none of them on one side. */
static double score_moves(const cJSON *before, const cJSON *after)
{
    if (strcmp(json_string(before, "status"), json_string(after, "status")) != 0)
        return HUGE_VAL;
    const cJSON *low[] = { json_member(before, "low"), json_member(after, "low") };
    return cJSON_IsNumber(low[0]) && cJSON_IsNumber(low[1])
               ? fabs(low[0]->valuedouble - low[1]->valuedouble)
               : 0;
}

static double rank_moves(const cJSON *before, const cJSON *after)
{
    int was = json_int_at(before, "rank");
    int is = json_int_at(after, "rank");
    return was && is ? fabs((double)(is - was)) : HUGE_VAL;
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

struct section {
    const char *title;
    bool (*wanted)(const cJSON *agency);
    double (*moves)(const cJSON *before, const cJSON *after);
    void (*add)(struct strbuf *out, const cJSON *place);
};

struct mover {
    const cJSON *agency;
    double by;
    int order; /* in the list: movers of one distance keep it */
};

static int by_distance(const void *p, const void *q)
{
    const struct mover *a = p;
    const struct mover *b = q;
    if (a->by != b->by)
        return a->by > b->by ? -1 : 1;
    return a->order - b->order;
}

static void agency(struct lines *p, const struct section *section, const cJSON *a)
{
    const cJSON *before = json_member(a, "before");
    const cJSON *after = json_member(a, "after");
    const char *group = json_string(a, "group");
    const char *path = json_string(after, "path");
    strbuf_fmt(&p->line, "%s%s%s  ", group, *group ? tr("：", ": ") : "", json_string(a, "agency"));
    section->add(&p->line, before);
    strbuf_c(&p->line, " → ");
    section->add(&p->line, after);
    if (*path && strcmp(path, json_string(before, "path")) != 0)
        strbuf_fmt(&p->line, tr("（改计文件 %s）", " (now %s counts)"), path);
    lines_end(p, 2);
}

/* Who moves furthest stands first. */
static void agencies(struct lines *p, const cJSON *list, const struct section *section)
{
    struct mover *movers = mem_zero((size_t)cJSON_GetArraySize(list) + 1, sizeof *movers);
    const cJSON *a;
    int n = 0;
    cJSON_ArrayForEach(a, list)
        if (section->wanted(a)) {
            double by = section->moves(json_member(a, "before"), json_member(a, "after"));
            movers[n] = (struct mover){ a, by, n };
            n++;
        }
    if (n > 1)
        qsort(movers, (size_t)n, sizeof *movers, by_distance);
    if (n)
        lines_head(p, section->title, n);
    for (int i = 0; i < n && i < LINES_SHOWN; i++)
        agency(p, section, movers[i].agency);
    lines_more(p, n, LINES_SHOWN, 2);
    free(movers);
}

void lines_agencies(struct lines *p, const cJSON *list)
{
    const struct section sections[] = {
        { tr("等级改变的机关", "Agencies whose grade changes"), is_grade, score_moves, add_place },
        { tr("只有得分改变的机关", "Agencies whose score alone changes"), is_score, score_moves,
          add_place },
        { tr("名次改变的机关", "Agencies whose rank changes"), is_rank, rank_moves, add_rank },
    };
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        agencies(p, list, &sections[i]);
}
