/* ranking_json.c - the rows and groups of a ranking; see ranking_work.h. */
#include "office/ranking_work.h"

#include <stdlib.h>

#include "base/mem.h"

/* A score of this year's report; everything else only shows that something came in. */
bool ranking_scored(const struct ranking_entrant *e)
{
    return e->present && e->audit.scored;
}

void ranking_points(cJSON *object, const char *key, int64_t thousandths)
{
    cJSON_AddNumberToObject(object, key, (double)thousandths / 1000);
}

/* What is not scored has no points: nobody may read a zero there. */
static void add_score(cJSON *row, const char *key, int64_t thousandths, bool scored)
{
    if (scored)
        ranking_points(row, key, thousandths);
    else
        cJSON_AddNullToObject(row, key);
}

/* The dearest first; what costs nothing stands behind, by its id. */
static void sort_lost(struct ranking_entrant *e)
{
    for (size_t i = 1; i < e->lost_count; i++) {
        struct ranking_loss loss = e->lost[i];
        size_t k = i;
        for (; k > 0 && e->lost[k - 1].points < loss.points; k--)
            e->lost[k] = e->lost[k - 1];
        e->lost[k] = loss;
    }
}

static cJSON *lost_json(const struct ranking_work *w, const struct ranking_entrant *e)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < e->lost_count; i++) {
        const struct ranking_loss *lost = &e->lost[i];
        const struct ranking_rule *rule = &w->rules[lost->rule];
        const char *severity = audit_severity_name(lost->severity);
        cJSON *item = cJSON_CreateObject();
        cJSON_AddNumberToObject(item, "count", (double)lost->count);
        if (rule->indicator < w->profile->indicator_count)
            cJSON_AddStringToObject(item, "indicator",
                                    w->profile->indicators[rule->indicator].id.p);
        ranking_points(item, "points", lost->points);
        cJSON_AddStringToObject(item, "rule", rule->id.p);
        cJSON_AddStringToObject(item, "severity", severity ? severity : "");
        cJSON_AddStringToObject(item, "title", rule->title);
        cJSON_AddItemToArray(list, item);
    }
    return list;
}

static cJSON *counts_json(const struct ranking_entrant *e)
{
    static const enum audit_severity by_name[] = { SEVERITY_ADVICE, SEVERITY_MAJOR, SEVERITY_MINOR,
                                                   SEVERITY_VETO };
    cJSON *counts = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof by_name / sizeof *by_name; i++)
        cJSON_AddNumberToObject(counts, audit_severity_name(by_name[i]),
                                (double)e->counts[by_name[i]]);
    return counts;
}

static const char *kind_of(const struct ranking_work *w, const struct ranking_entrant *e)
{
    bool other_year = e->audit.year && e->audit.year != w->year;
    return other_year && str_eq_c(e->audit.kind, "annual-report") ? "other-year" : e->audit.kind.p;
}

/* The top of a group has a grade of its own, where the profile names one. */
static struct str grade_of_row(const struct ranking_work *w, const struct ranking_entrant *e,
                               const struct rank_row *rank)
{
    if (rank->top)
        return w->profile->top.name.in[w->lang];
    return w->lang == LANG_EN ? e->audit.grade_en : e->audit.grade_zh;
}

/* Neither vetoed nor of the lowest grade. */
static bool is_worthy(const struct ranking_work *w, const struct ranking_entrant *e)
{
    const struct profile *p = w->profile;
    return !e->audit.vetoed &&
           (p->band_count == 0 ||
            !str_eq(e->audit.grade_zh, p->bands[p->band_count - 1].name.in[LANG_ZH]));
}

static int row_json(cJSON **out, const struct ranking_work *w, struct ranking_entrant *e,
                    const struct rank_row *rank)
{
    struct str grade = grade_of_row(w, e, rank);
    bool scored = ranking_scored(e);
    cJSON *row = *out = cJSON_CreateObject();
    sort_lost(e);
    cJSON_AddStringToObject(row, "agency", e->agency.name.p);
    cJSON_AddStringToObject(row, "code", e->agency.code.p);
    cJSON_AddItemToObject(row, "findings", counts_json(e));
    if (grade.n && scored)
        cJSON_AddStringToObject(row, "grade", grade.p);
    add_score(row, "high", e->audit.high, scored);
    cJSON_AddStringToObject(row, "kind", kind_of(w, e));
    cJSON_AddStringToObject(row, "level", e->agency.level.p);
    cJSON_AddItemToObject(row, "lost", lost_json(w, e));
    add_score(row, "low", e->audit.low, scored);
    cJSON_AddNumberToObject(row, "open", (double)e->audit.open);
    int rc = ranking_past_add(row, w, e);
    cJSON_AddStringToObject(row, "path", e->audit.path.p);
    cJSON_AddStringToObject(row, "published", e->audit.published.p);
    if (rank->rank) {
        cJSON *range = cJSON_AddObjectToObject(row, "range");
        cJSON_AddNumberToObject(range, "best", e->best);
        cJSON_AddNumberToObject(range, "worst", e->worst);
        cJSON_AddNumberToObject(row, "rank", rank->rank);
    }
    add_score(row, "score", e->audit.score, scored);
    cJSON_AddBoolToObject(row, "vetoed", e->audit.vetoed);
    if (e->audit.year)
        cJSON_AddNumberToObject(row, "year", e->audit.year);
    return rc;
}

static cJSON *missing_json(const struct ranking_entrant *e)
{
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "code", e->agency.code.p);
    cJSON_AddStringToObject(row, "name", e->agency.name.p);
    return row;
}

static const char *list_of(struct ranking *out, const struct ranking_entrant *e, unsigned rank)
{
    if (!e->present) {
        out->missing++;
        return "missing";
    }
    if (!ranking_scored(e)) {
        out->notscored++;
        out->unreadable += str_eq_c(e->audit.kind, "unreadable");
        return "notscored";
    }
    if (rank == 0) {
        out->incomplete++;
        return "incomplete";
    }
    out->ranked++;
    return "ranked";
}

static int place(struct ranking_work *w, cJSON *group, const struct rank_row *rank)
{
    struct ranking_entrant *e = &w->list[rank->index];
    const char *list = list_of(w->out, e, rank->rank);
    cJSON *row = NULL;
    int rc = 0;
    if (e->present)
        rc = row_json(&row, w, e, rank);
    else
        row = missing_json(e);
    cJSON_AddItemToArray(cJSON_GetObjectItemCaseSensitive(group, list), row);
    return rc;
}

static int group_json(cJSON **out, struct ranking_work *w, const struct rank_row *rows, size_t n)
{
    cJSON *group = *out = cJSON_CreateObject();
    int rc = 0;
    cJSON_AddArrayToObject(group, "incomplete");
    cJSON_AddArrayToObject(group, "missing");
    cJSON_AddStringToObject(group, "name", rows[0].group.p);
    cJSON_AddArrayToObject(group, "notscored");
    cJSON_AddArrayToObject(group, "ranked");
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = place(w, group, &rows[i]);
    cJSON_AddItemToObject(group, "statistics", ranking_statistics(w, rows, n));
    return rc;
}

/* How far ranks depend on the weights. */
static void vary_weights(struct ranking_work *w, const struct rank_row *rows)
{
    struct spread_row *spread = mem_zero(w->n + 1, sizeof *spread);
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++) {
        const struct ranking_entrant *e = &w->list[rows[i].index];
        struct spread_loss *losses = NULL;
        if (rows[i].rank == 0)
            continue;
        if (e->lost_count)
            losses = arena_alloc(w->arena, e->lost_count * sizeof *losses);
        for (size_t k = 0; k < e->lost_count; k++)
            losses[k] =
                (struct spread_loss){ w->rules[e->lost[k].rule].indicator, e->lost[k].points };
        spread[n++] = (struct spread_row){ .group = rows[i].group_order,
                                           .score = e->audit.score,
                                           .losses = losses,
                                           .loss_count = e->lost_count,
                                           .fixed = e->audit.vetoed };
    }
    spread_ranks(spread, n, w->profile->indicator_count);
    n = 0;
    for (size_t i = 0; i < w->n; i++)
        if (rows[i].rank) {
            w->list[rows[i].index].best = spread[n].best;
            w->list[rows[i].index].worst = spread[n++].worst;
        }
    free(spread);
}

static struct rank_row *ranked_rows(struct ranking_work *w)
{
    struct rank_row *rows = mem_zero(w->n + 1, sizeof *rows);
    for (size_t i = 0; i < w->n; i++) {
        const struct ranking_entrant *e = &w->list[i];
        rows[i] = (struct rank_row){ .code = e->agency.code,
                                     .group = e->agency.group,
                                     .ranked = ranking_scored(e) && e->audit.complete,
                                     .score = e->audit.score,
                                     .worthy = is_worthy(w, e),
                                     .index = i };
    }
    rank_rows(rows, w->n);
    if (w->profile->top.percent)
        rank_top(rows, w->n, w->profile->top.percent);
    vary_weights(w, rows);
    return rows;
}

int ranking_groups(cJSON **out, struct ranking_work *w)
{
    struct rank_row *rows = ranked_rows(w);
    cJSON *groups = *out = cJSON_CreateArray();
    int rc = 0;
    for (size_t from = 0, end = 0; rc == 0 && from < w->n; from = end) {
        cJSON *group = NULL;
        while (end < w->n && rows[end].group_order == rows[from].group_order)
            end++;
        rc = group_json(&group, w, rows + from, end - from);
        cJSON_AddItemToArray(groups, group);
    }
    free(rows);
    return rc;
}
