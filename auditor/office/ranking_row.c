/* ranking_row.c - a row of a ranking; see ranking_work.h. */
#include <stdlib.h>

#include "base/json_add.h"
#include "base/mem.h"
#include "office/ranking_work.h"

struct row_work {
    const struct ranking *ranking;
    const struct ranking_place *place;
    cJSON *json;
    struct error *err;
};

struct lost { /* by one rule */
    const struct ranking_rule *about;
    struct str id;
    size_t count;
    int64_t points;
    enum audit_severity severity; /* the highest */
};

const struct roster_row *ranking_row(const struct ranking *r, const struct ranking_place *place)
{
    return &r->now.rows[place->row];
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

static cJSON *lost_item(const struct ranking *r, const struct lost *lost)
{
    const char *severity = audit_severity_name(lost->severity);
    cJSON *item = cJSON_CreateObject();
    cJSON_AddNumberToObject(item, "count", (double)lost->count);
    if (lost->about->indicator < r->profile->indicator_count)
        cJSON_AddStringToObject(item, "indicator",
                                r->profile->indicators[lost->about->indicator].id.p);
    ranking_points(item, "points", lost->points);
    json_add_str(item, "rule", lost->id);
    cJSON_AddStringToObject(item, "severity", severity ? severity : "");
    cJSON_AddStringToObject(item, "title", lost->about->title);
    return item;
}

static struct lost next_rule(const struct ranking *r, struct cost_span *span)
{
    size_t rule = span->list->rule;
    struct lost lost = { .about = &r->about[rule], .id = r->rules.ids[rule] };
    for (; span->n && span->list->rule == rule; span->list++, span->n--) {
        enum audit_severity severity = (enum audit_severity)span->list->severity;
        lost.count += span->list->count;
        lost.points += span->list->points;
        lost.severity = severity > lost.severity ? severity : lost.severity;
    }
    return lost;
}

/* The dearest first; what costs nothing stands behind, by its id. */
static cJSON *lost_json(const struct ranking *r, struct cost_span costs)
{
    struct lost *list = mem_zero(costs.n + 1, sizeof *list);
    cJSON *json = cJSON_CreateArray();
    size_t n = 0;
    while (costs.n) {
        struct lost lost = next_rule(r, &costs);
        size_t at = n++;
        for (; at > 0 && list[at - 1].points < lost.points; at--)
            list[at] = list[at - 1];
        list[at] = lost;
    }
    for (size_t i = 0; i < n; i++)
        cJSON_AddItemToArray(json, lost_item(r, &list[i]));
    free(list);
    return json;
}

static cJSON *counts_json(struct cost_span costs)
{
    static const enum audit_severity by_name[] = { SEVERITY_ADVICE, SEVERITY_MAJOR, SEVERITY_MINOR,
                                                   SEVERITY_VETO };
    uint64_t counts[SEVERITY_VETO + 1] = { 0 };
    cJSON *json = cJSON_CreateObject();
    for (size_t i = 0; i < costs.n; i++)
        counts[costs.list[i].severity] += costs.list[i].count;
    for (size_t i = 0; i < sizeof by_name / sizeof *by_name; i++)
        cJSON_AddNumberToObject(json, audit_severity_name(by_name[i]), (double)counts[by_name[i]]);
    return json;
}

static struct str kind_of(const struct ranking *r, const struct store_audit *v)
{
    bool other_year = v->year && v->year != r->now.year;
    return other_year && str_eq_c(v->kind, "annual-report") ? STR("other-year") : v->kind;
}

/* The top of a group has a grade of its own, where the profile names one. */
static struct str grade_of(const struct row_work *w, const struct roster_row *row)
{
    return w->place->top ? w->ranking->profile->top.name.in[w->ranking->lang] : *row->grade;
}

static void add_path(cJSON *json, struct str path)
{
    struct strbuf shown = { 0 };
    file_shown(&shown, path);
    cJSON_AddStringToObject(json, "path", shown.n ? shown.p : "");
    strbuf_free(&shown);
}

static void add_rank(cJSON *json, const struct ranking_place *place)
{
    if (!place->rank)
        return;
    cJSON *range = cJSON_AddObjectToObject(json, "range");
    cJSON_AddNumberToObject(range, "best", place->best);
    cJSON_AddNumberToObject(range, "worst", place->worst);
    cJSON_AddNumberToObject(json, "rank", place->rank);
}

static int full_row(struct row_work *w, const struct store_standing *s)
{
    const struct ranking *r = w->ranking;
    const struct roster_row *row = ranking_row(r, w->place);
    struct cost_span costs = roster_row_costs(&r->now, row);
    cJSON *json = w->json;
    json_add_str(json, "agency", row->name);
    json_add_str(json, "code", row->code);
    cJSON_AddItemToObject(json, "findings", counts_json(costs));
    if (row->scored && grade_of(w, row).n)
        json_add_str(json, "grade", grade_of(w, row));
    add_score(json, "high", row->high, row->scored);
    json_add_str(json, "kind", kind_of(r, &s->verdict));
    json_add_str(json, "level", row->class->level);
    cJSON_AddItemToObject(json, "lost", lost_json(r, costs));
    add_score(json, "low", row->low, row->scored);
    cJSON_AddNumberToObject(json, "open", (double)s->verdict.open);
    int rc = ranking_past_add(json, r, row, w->err);
    add_path(json, s->verdict.path);
    json_add_str(json, "published", s->verdict.published);
    add_rank(json, w->place);
    add_score(json, "score", row->score, row->scored);
    cJSON_AddBoolToObject(json, "vetoed", row->vetoed);
    if (s->verdict.year)
        cJSON_AddNumberToObject(json, "year", s->verdict.year);
    return rc;
}

static int take_standing(void *user, const struct store_standing *s)
{
    return full_row(user, s);
}

int ranking_row_json(cJSON **out, const struct ranking *r, const struct ranking_place *place,
                     struct error *err)
{
    const struct roster_row *row = ranking_row(r, place);
    cJSON *json = *out = cJSON_CreateObject();
    int rc = 0;
    if (place->list == RANKING_MISSING || place->list == RANKING_NOTDUE) {
        json_add_str(json, "code", row->code);
        json_add_str(json, "name", row->name);
    } else {
        struct row_work w = { r, place, json, err };
        rc = store_standing_read(r->store, row->standing, take_standing, &w, err);
    }
    if (rc) {
        cJSON_Delete(json);
        *out = NULL;
    }
    return rc;
}
