/* ranking.c - see ranking.h. */
#include "office/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/assess.h"
#include "office/ranking_work.h"

static struct str keep(struct ranking_work *w, struct str s)
{
    return arena_str(w->arena, s);
}

static int take_assessment(void *user, const struct store_assessment *a)
{
    struct ranking_work *w = user;
    w->assessment = *a;
    w->assessment.profile = keep(w, a->profile);
    w->assessment.rules_digest = keep(w, a->rules_digest);
    w->assessment.version = keep(w, a->version);
    return 0;
}

/* Files of no agency are listed beside the ranking. */
static int take_audit(void *user, const struct store_audit *a)
{
    struct ranking_work *w = user;
    if (!str_eq_c(a->choice, "unmatched"))
        return 0;
    struct strbuf shown = { 0 };
    file_shown(&shown, a->path);
    cJSON_AddItemToArray(w->unmatched, cJSON_CreateString(shown.p));
    strbuf_free(&shown);
    w->out->unmatched++;
    return 0;
}

static char *title_of(const struct ranking_work *w, struct str rule)
{
    const struct rule_info *info = engine_rule_by_id(w->engine, rule);
    struct str title = info && !info->load_error.n ? info->title.in[w->lang] : rule;
    return mem_strndup(title.p, title.n);
}

static size_t rule_number(struct ranking_work *w, struct str rule)
{
    size_t found = map_get(&w->rule_numbers, rule);
    if (found != SIZE_MAX)
        return found;
    int indicator = profile_indicator(w->profile, rule, NULL);
    w->rules = mem_grow(w->rules, w->rule_count, &w->rule_cap, sizeof *w->rules);
    struct ranking_rule *r = &w->rules[w->rule_count];
    *r = (struct ranking_rule){ .id = keep(w, rule), .title = title_of(w, rule) };
    r->indicator = indicator < 0 ? w->profile->indicator_count : (size_t)indicator;
    map_add(&w->rule_numbers, r->id, (uint32_t)w->rule_count);
    return w->rule_count++;
}

static int take_loss(void *user, const struct store_loss *loss)
{
    struct ranking_work *w = user;
    struct ranking_entrant *e = &w->list[w->n - 1];
    enum audit_severity severity = SEVERITY_NONE;
    audit_severity_parse(&severity, loss->severity);
    e->counts[severity] += (int64_t)loss->count;
    size_t number = rule_number(w, loss->rule);
    struct ranking_rule *rule = &w->rules[number];
    if (e->lost_count == 0 || e->lost[e->lost_count - 1].rule != number) {
        e->lost = mem_grow(e->lost, e->lost_count, &e->lost_cap, sizeof *e->lost);
        e->lost[e->lost_count++] = (struct ranking_loss){ .rule = number };
        rule->agencies++;
    }
    struct ranking_loss *lost = &e->lost[e->lost_count - 1];
    lost->points += loss->deduction;
    lost->count += loss->count;
    lost->severity = severity > lost->severity ? severity : lost->severity;
    rule->points += loss->deduction;
    rule->count += loss->count;
    return 0;
}

static int take_standing(void *user, const struct store_standing *s)
{
    struct ranking_work *w = user;
    struct strbuf shown = { 0 };
    w->list = mem_grow(w->list, w->n, &w->cap, sizeof *w->list);
    struct ranking_entrant *e = &w->list[w->n++];
    *e = (struct ranking_entrant){ .agency = { .code = keep(w, s->agency.code),
                                               .name = keep(w, s->agency.name),
                                               .level = keep(w, s->agency.level),
                                               .group = keep(w, s->agency.group) },
                                   .present = !str_eq_c(s->verdict.kind, "missing"),
                                   .audit = s->verdict };
    file_shown(&shown, s->verdict.path);
    e->audit.path = keep(w, strbuf_view(&shown));
    strbuf_free(&shown);
    e->audit.kind = keep(w, s->verdict.kind);
    e->audit.published = keep(w, s->verdict.published);
    e->audit.grade_zh = keep(w, s->verdict.grade_zh);
    e->audit.grade_en = keep(w, s->verdict.grade_en);
    if (s->verdict.max > w->max)
        w->max = s->verdict.max;
    return store_standing_losses(w->store, s->id, take_loss, w, w->err);
}

static cJSON *indicators_json(const struct ranking_work *w)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < w->profile->indicator_count; i++) {
        const struct profile_indicator *indicator = &w->profile->indicators[i];
        if (indicator->kind == PROFILE_SUM)
            continue;
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "id", indicator->id.p);
        cJSON_AddStringToObject(item, "name", indicator->name.p);
        ranking_points(item, "points", indicator->points);
        cJSON_AddItemToArray(list, item);
    }
    return list;
}

/* Keys in the order of bytes, as everywhere. */
static void add_head(struct ranking_work *w, cJSON *model, const char *office)
{
    cJSON_AddStringToObject(model, "lang", w->lang == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(model, "office", office);
    if (w->past.known) {
        cJSON *past = cJSON_AddObjectToObject(model, "past");
        cJSON_AddNumberToObject(past, "year", w->past.before.year);
    }
    cJSON *profile = cJSON_AddObjectToObject(model, "profile");
    cJSON *range = cJSON_AddObjectToObject(model, "range");
    cJSON *tool = cJSON_AddObjectToObject(model, "tool");
    struct strbuf digest = { 0 };
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(w->assessment.rules_digest));
    cJSON_AddItemToObject(profile, "indicators", indicators_json(w));
    ranking_points(profile, "max", w->max);
    cJSON_AddStringToObject(profile, "name", w->assessment.profile.p);
    cJSON_AddNumberToObject(range, "draws", SPREAD_DRAWS);
    cJSON_AddNumberToObject(range, "percent", SPREAD_PERCENT);
    cJSON_AddNumberToObject(range, "seed", SPREAD_SEED);
    cJSON_AddStringToObject(tool, "profile", w->assessment.profile.p);
    cJSON_AddStringToObject(tool, "rules_digest", digest.p);
    cJSON_AddStringToObject(tool, "version", w->assessment.version.p);
    cJSON_AddItemToObject(model, "unmatched", w->unmatched);
    cJSON_AddNumberToObject(model, "year", w->year);
    strbuf_free(&digest);
}

static int read_year(struct ranking_work *w)
{
    int64_t id = 0;
    int rc = assess_find(&id, w->store, w->year, w->err);
    if (rc == 0)
        rc = store_assessment_current(w->store, w->year, take_assessment, w, w->err);
    if (rc == 0)
        rc = store_audits(w->store, w->assessment.id, take_audit, w, w->err);
    if (rc == 0)
        rc = store_standings(w->store, w->assessment.id, str_of(""), take_standing, w, w->err);
    return rc ? rc : ranking_past_open(w);
}

static void close_work(struct ranking_work *w)
{
    ranking_past_close(&w->past);
    for (size_t i = 0; i < w->n; i++)
        free(w->list[i].lost);
    free(w->list);
    for (size_t i = 0; i < w->rule_count; i++)
        free(w->rules[i].title);
    free(w->rules);
    map_free(&w->rule_numbers);
    arena_free(w->arena);
}

int ranking_build(struct ranking *out, struct store *store, const struct ranking_options *options,
                  struct error *err)
{
    struct ranking_work w = { .out = out,
                              .store = store,
                              .err = err,
                              .engine = options->setup->engine,
                              .profile = options->setup->profile,
                              .everybody = options->everybody,
                              .lang = options->lang,
                              .year = options->year };
    cJSON *groups = NULL;
    *out = (struct ranking){ 0 };
    w.arena = arena_new();
    w.unmatched = cJSON_CreateArray();
    int rc = read_year(&w);
    if (rc == 0)
        rc = ranking_groups(&groups, &w);
    if (rc == 0) {
        out->model = cJSON_CreateObject();
        cJSON_AddItemToObject(out->model, "defects", ranking_defects(&w));
        cJSON_AddItemToObject(out->model, "groups", groups);
        add_head(&w, out->model, options->office);
    } else {
        cJSON_Delete(groups);
        cJSON_Delete(w.unmatched);
    }
    close_work(&w);
    return rc;
}

void ranking_free(struct ranking *ranking)
{
    cJSON_Delete(ranking->model);
    ranking->model = NULL;
}
