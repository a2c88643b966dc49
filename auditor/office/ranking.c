/* ranking.c - see ranking.h. */
#include "office/ranking.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "office/assess.h"
#include "office/ranking_work.h"
#include "score/spread.h"

/* For a person to choose from. */
static void add_near(cJSON *out, const struct agency_register *agencies,
                     const struct store_audit *a)
{
    const struct register_clue clue = { .name = a->agency_name, .path = a->path };
    int near[REGISTER_NEAR];
    size_t n = register_near(agencies, &clue, near);
    for (size_t i = 0; i < n; i++) {
        cJSON *agency = cJSON_CreateObject();
        cJSON_AddStringToObject(agency, "code", agencies->agencies[near[i]].code.p);
        cJSON_AddStringToObject(agency, "name", agencies->agencies[near[i]].name.p);
        cJSON_AddItemToArray(out, agency);
    }
}

/* Files of no agency are listed beside the ranking. */
static int take_audit(void *user, const struct store_audit *a)
{
    struct ranking *r = user;
    if (!str_eq_c(a->choice, "unmatched"))
        return 0;
    struct strbuf shown = { 0 };
    file_shown(&shown, a->path);
    cJSON_AddItemToArray(r->unmatched, cJSON_CreateString(shown.p));
    cJSON *row = cJSON_CreateObject();
    add_near(cJSON_AddArrayToObject(row, "candidates"), r->agencies, a);
    cJSON_AddStringToObject(row, "path", shown.p);
    cJSON_AddItemToArray(r->near, row);
    strbuf_free(&shown);
    return 0;
}

static int take_audits(struct ranking *r, int64_t assessment, int year, struct error *err)
{
    struct agency_register *everybody = NULL;
    struct agency_register *agencies = NULL;
    int rc = office_register(&everybody, r->office, err);
    if (rc == 0)
        register_of_year(&agencies, everybody, year);
    r->agencies = agencies;
    if (rc == 0)
        rc = store_audits(r->store, assessment, take_audit, r, err);
    r->agencies = NULL;
    register_free(agencies);
    register_free(everybody);
    return rc;
}

static void describe(struct ranking *r, size_t rule)
{
    struct str id = r->rules.ids[rule];
    const struct rule_info *info = engine_rule_by_id(r->engine, id);
    struct str title = info && !info->load_error.n ? info->title.in[r->lang] : id;
    int indicator = profile_indicator(r->profile, id, NULL);
    r->about[rule] = (struct ranking_rule){ .title = mem_strndup(title.p, title.n),
                                            .indicator = indicator < 0 ? r->profile->indicator_count
                                                                       : (size_t)indicator };
}

static void sum_up(struct ranking *r)
{
    r->about = mem_zero(r->rules.n + 1, sizeof *r->about);
    for (size_t i = 0; i < r->rules.n; i++)
        describe(r, i);
    for (size_t i = 0; i < r->now.n; i++) {
        struct cost_span costs = roster_row_costs(&r->now, &r->now.rows[i]);
        for (size_t k = 0; k < costs.n; k++) {
            struct ranking_rule *about = &r->about[costs.list[k].rule];
            about->agencies += k == 0 || costs.list[k - 1].rule != costs.list[k].rule;
            about->count += costs.list[k].count;
            about->points += costs.list[k].points;
        }
        if (r->now.rows[i].max > r->max)
            r->max = r->now.rows[i].max;
    }
}

static int read_year(struct ranking *r, const struct ranking_options *options, struct error *err)
{
    const int before = options->year - 1;
    char name[16];
    int64_t id = 0;
    snprintf(name, sizeof name, "%d", options->year);
    int rc = assess_find(&id, r->store, options->year, err);
    if (rc == 0)
        rc = lineage_load(&r->lineage, r->office, &before, 1,
                          err); /* first: it takes room for a while */
    if (rc == 0)
        rc = take_audits(r, id, options->year, err);
    if (rc == 0)
        rc = roster_load(&r->now, r->store, name, r->lang, err);
    if (rc == 0)
        rc = ranking_past_open(r, err);
    return rc ? rc : ranking_past_costs(r, err);
}

int ranking_open(struct ranking **out, struct store *store, const struct ranking_options *options,
                 struct error *err)
{
    struct ranking *r = mem_zero(1, sizeof *r);
    *r = (struct ranking){ .store = store,
                           .engine = options->setup->engine,
                           .profile = options->setup->profile,
                           .office = options->office,
                           .lang = options->lang,
                           .unmatched = cJSON_CreateArray(),
                           .near = cJSON_CreateArray() };
    int rc = read_year(r, options, err);
    *out = rc ? NULL : r;
    if (rc) {
        ranking_close(r);
        return rc;
    }
    sum_up(r);
    ranking_sort(r);
    return 0;
}

void ranking_close(struct ranking *r)
{
    if (!r)
        return;
    movements_free(r->movements);
    for (size_t i = 0; r->about && i < r->rules.n; i++)
        free(r->about[i].title);
    free(r->about);
    cost_rules_free(&r->rules);
    roster_free(&r->before);
    roster_free(&r->now);
    lineage_free(&r->lineage);
    free(r->was);
    free(r->places);
    free(r->groups);
    cJSON_Delete(r->unmatched);
    cJSON_Delete(r->near);
    free(r);
}

bool ranking_is_open(const struct ranking *r)
{
    return r->incomplete || r->unreadable;
}

static cJSON *profile_json(const struct ranking *r)
{
    cJSON *profile = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(profile, "indicators");
    for (size_t i = 0; i < r->profile->indicator_count; i++) {
        const struct profile_indicator *indicator = &r->profile->indicators[i];
        if (indicator->kind == PROFILE_SUM)
            continue;
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "id", indicator->id.p);
        cJSON_AddStringToObject(item, "name", indicator->name.p);
        ranking_points(item, "points", indicator->points);
        cJSON_AddItemToArray(list, item);
    }
    ranking_points(profile, "max", r->max);
    cJSON_AddStringToObject(profile, "name", r->now.profile.p);
    bool named = str_eq(r->profile->id, r->now.profile); /* another one has been taken up since */
    cJSON_AddStringToObject(profile, "title",
                            (named ? r->profile->title.in[r->lang] : r->now.profile).p);
    return profile;
}

static void add_tool(cJSON *model, const struct ranking *r)
{
    cJSON *tool = cJSON_AddObjectToObject(model, "tool");
    struct strbuf digest = { 0 };
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(r->now.rules_digest));
    cJSON_AddStringToObject(tool, "profile", r->now.profile.p);
    cJSON_AddStringToObject(tool, "rules_digest", digest.p);
    cJSON_AddStringToObject(tool, "version", r->now.version.p);
    strbuf_free(&digest);
}

/* Keys in the order of bytes, as everywhere. */
cJSON *ranking_model(const struct ranking *r, const char *schema, cJSON *groups, cJSON *movers)
{
    cJSON *model = cJSON_CreateObject();
    cJSON_AddItemToObject(model, "defects", ranking_defects(r));
    if (groups)
        cJSON_AddItemToObject(model, "groups", groups);
    cJSON_AddStringToObject(model, "lang", r->lang == LANG_EN ? "en" : "zh");
    if (movers)
        cJSON_AddItemToObject(model, "movers", movers);
    cJSON_AddStringToObject(model, "office", r->office->name);
    if (r->has_past)
        cJSON_AddNumberToObject(cJSON_AddObjectToObject(model, "past"), "year", r->before.year);
    cJSON_AddItemToObject(model, "profile", profile_json(r));
    cJSON *range = cJSON_AddObjectToObject(model, "range");
    cJSON_AddNumberToObject(range, "draws", SPREAD_DRAWS);
    cJSON_AddNumberToObject(range, "percent", SPREAD_PERCENT);
    cJSON_AddNumberToObject(range, "seed", SPREAD_SEED);
    cJSON_AddStringToObject(model, "schema", schema);
    add_tool(model, r);
    cJSON_AddItemToObject(model, "unmatched", cJSON_Duplicate(r->unmatched, 1));
    cJSON_AddItemToObject(model, "unmatched_near", cJSON_Duplicate(r->near, 1));
    cJSON_AddNumberToObject(model, "year", r->now.year);
    return model;
}

cJSON *ranking_head(const struct ranking *r)
{
    return ranking_model(r, "auditor/rank/1", NULL, NULL);
}

size_t ranking_groups(const struct ranking *r)
{
    return r->group_count;
}

cJSON *ranking_group(const struct ranking *r, size_t group)
{
    const struct ranking_group *g = &r->groups[group];
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "name", ranking_row(r, &r->places[g->from[0]])->class->group.p);
    cJSON_AddItemToObject(json, "statistics", ranking_statistics(r, g));
    return json;
}

const char *ranking_list_name(enum ranking_list list)
{
    static const char *const names[] = { "ranked", "incomplete", "notscored", "missing", "notdue" };
    return names[list];
}

size_t ranking_count(const struct ranking *r, size_t group, enum ranking_list list)
{
    return r->groups[group].from[list + 1] - r->groups[group].from[list];
}

int ranking_rows(const struct ranking *r, size_t group, enum ranking_list list, size_t limit,
                 int (*take)(void *user, cJSON *row, struct error *err), void *user,
                 struct error *err)
{
    const struct ranking_group *g = &r->groups[group];
    int rc = 0;
    for (size_t i = g->from[list]; rc == 0 && i < g->from[list + 1] && i - g->from[list] < limit;
         i++) {
        cJSON *row = NULL;
        rc = ranking_row_json(&row, r, &r->places[i], err);
        if (rc == 0)
            rc = take(user, row, err);
    }
    return rc;
}
