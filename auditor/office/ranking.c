/* ranking.c - see ranking.h. */
#include "office/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/assess.h"
#include "score/rank.h"

struct lost_rule {
    struct str rule;
    int64_t points;
};

struct entrant { /* an agency with its standing */
    struct store_agency agency;
    bool present; /* a document came in */
    struct store_audit audit;
    int64_t counts[SEVERITY_VETO + 1];
    struct lost_rule *lost;
    size_t lost_count, lost_cap;
};

struct build {
    struct ranking *out;
    struct store *store;
    struct error *err;
    const struct engine *engine;
    const struct profile *profile;
    enum lang lang;
    int year;
    struct store_assessment assessment;
    struct entrant *list;
    size_t n, cap;
    int64_t max;
    cJSON *unmatched;
    struct arena *arena;
};

static struct str keep(struct build *b, struct str s)
{
    return arena_str(b->arena, s);
}

static int take_assessment(void *user, const struct store_assessment *a)
{
    struct build *b = user;
    b->assessment = *a;
    b->assessment.profile = keep(b, a->profile);
    b->assessment.rules_digest = keep(b, a->rules_digest);
    b->assessment.version = keep(b, a->version);
    return 0;
}

/* Files of no agency are listed beside the ranking. */
static int take_audit(void *user, const struct store_audit *a)
{
    struct build *b = user;
    if (!str_eq_c(a->choice, "unmatched"))
        return 0;
    struct strbuf shown = { 0 };
    file_shown(&shown, a->path);
    cJSON_AddItemToArray(b->unmatched, cJSON_CreateString(shown.p));
    strbuf_free(&shown);
    b->out->unmatched++;
    return 0;
}

static int take_loss(void *user, const struct store_loss *loss)
{
    struct build *b = user;
    struct entrant *e = &b->list[b->n - 1];
    enum audit_severity severity = SEVERITY_NONE;
    audit_severity_parse(&severity, loss->severity);
    e->counts[severity] += (int64_t)loss->count;
    if (loss->deduction == 0)
        return 0;
    bool same = e->lost_count && str_eq(e->lost[e->lost_count - 1].rule, loss->rule);
    if (!same) {
        e->lost = mem_grow(e->lost, e->lost_count, &e->lost_cap, sizeof *e->lost);
        e->lost[e->lost_count++] = (struct lost_rule){ keep(b, loss->rule), 0 };
    }
    e->lost[e->lost_count - 1].points += loss->deduction;
    return 0;
}

static int take_standing(void *user, const struct store_standing *s)
{
    struct build *b = user;
    struct strbuf shown = { 0 };
    b->list = mem_grow(b->list, b->n, &b->cap, sizeof *b->list);
    struct entrant *e = &b->list[b->n++];
    *e = (struct entrant){ .agency = { .code = keep(b, s->agency.code),
                                       .name = keep(b, s->agency.name),
                                       .level = keep(b, s->agency.level),
                                       .group = keep(b, s->agency.group) },
                           .present = !str_eq_c(s->verdict.kind, "missing"),
                           .audit = s->verdict };
    file_shown(&shown, s->verdict.path);
    e->audit.path = keep(b, strbuf_view(&shown));
    strbuf_free(&shown);
    e->audit.kind = keep(b, s->verdict.kind);
    e->audit.published = keep(b, s->verdict.published);
    e->audit.grade_zh = keep(b, s->verdict.grade_zh);
    e->audit.grade_en = keep(b, s->verdict.grade_en);
    if (s->verdict.max > b->max)
        b->max = s->verdict.max;
    return store_standing_losses(b->store, s->id, take_loss, b, b->err);
}

/* A score of this year's report; everything else only shows that something came in. */
static bool is_scored(const struct entrant *e)
{
    return e->present && e->audit.scored;
}

static void add_points(cJSON *row, const char *key, int64_t thousandths)
{
    cJSON_AddNumberToObject(row, key, (double)thousandths / 1000);
}

/* What is not scored has no points: nobody may read a zero there. */
static void add_score(cJSON *row, const char *key, int64_t thousandths, bool scored)
{
    if (scored)
        add_points(row, key, thousandths);
    else
        cJSON_AddNullToObject(row, key);
}

static int by_points(const void *a, const void *b)
{
    const struct lost_rule *x = a;
    const struct lost_rule *y = b;
    if (x->points != y->points)
        return x->points > y->points ? -1 : 1;
    return str_cmp(x->rule, y->rule);
}

static cJSON *lost_json(const struct build *b, struct entrant *e)
{
    cJSON *list = cJSON_CreateArray();
    if (e->lost_count > 1)
        qsort(e->lost, e->lost_count, sizeof *e->lost, by_points);
    for (size_t i = 0; i < e->lost_count; i++) {
        const struct rule_info *info = engine_rule_by_id(b->engine, e->lost[i].rule);
        struct str title = info && !info->load_error.n ? info->title.in[b->lang] : e->lost[i].rule;
        char *text = mem_strndup(title.p, title.n);
        cJSON *item = cJSON_CreateObject();
        add_points(item, "points", e->lost[i].points);
        cJSON_AddStringToObject(item, "rule", e->lost[i].rule.p);
        cJSON_AddStringToObject(item, "title", text);
        cJSON_AddItemToArray(list, item);
        free(text);
    }
    return list;
}

static cJSON *counts_json(const struct entrant *e)
{
    static const enum audit_severity by_name[] = { SEVERITY_ADVICE, SEVERITY_MAJOR, SEVERITY_MINOR,
                                                   SEVERITY_VETO };
    cJSON *counts = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof by_name / sizeof *by_name; i++)
        cJSON_AddNumberToObject(counts, audit_severity_name(by_name[i]),
                                (double)e->counts[by_name[i]]);
    return counts;
}

static const char *kind_of(const struct build *b, const struct entrant *e)
{
    bool other_year = e->audit.year && e->audit.year != b->year;
    return other_year && str_eq_c(e->audit.kind, "annual-report") ? "other-year" : e->audit.kind.p;
}

/* The top of a group has a grade of its own, where the profile names one. */
static struct str grade_of_row(const struct build *b, const struct entrant *e,
                               const struct rank_row *rank)
{
    if (rank->top)
        return b->profile->top.name.in[b->lang];
    return b->lang == LANG_EN ? e->audit.grade_en : e->audit.grade_zh;
}

/* Neither vetoed nor of the lowest grade. */
static bool is_worthy(const struct build *b, const struct entrant *e)
{
    const struct profile *p = b->profile;
    return !e->audit.vetoed &&
           (p->band_count == 0 ||
            !str_eq(e->audit.grade_zh, p->bands[p->band_count - 1].name.in[LANG_ZH]));
}

static cJSON *row_json(const struct build *b, struct entrant *e, const struct rank_row *rank)
{
    struct str grade = grade_of_row(b, e, rank);
    bool scored = is_scored(e);
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "agency", e->agency.name.p);
    cJSON_AddStringToObject(row, "code", e->agency.code.p);
    cJSON_AddItemToObject(row, "findings", counts_json(e));
    if (grade.n && scored)
        cJSON_AddStringToObject(row, "grade", grade.p);
    add_score(row, "high", e->audit.high, scored);
    cJSON_AddStringToObject(row, "kind", kind_of(b, e));
    cJSON_AddStringToObject(row, "level", e->agency.level.p);
    cJSON_AddItemToObject(row, "lost", lost_json(b, e));
    add_score(row, "low", e->audit.low, scored);
    cJSON_AddNumberToObject(row, "open", (double)e->audit.open);
    cJSON_AddStringToObject(row, "path", e->audit.path.p);
    cJSON_AddStringToObject(row, "published", e->audit.published.p);
    if (rank->rank)
        cJSON_AddNumberToObject(row, "rank", rank->rank);
    add_score(row, "score", e->audit.score, scored);
    cJSON_AddBoolToObject(row, "vetoed", e->audit.vetoed);
    if (e->audit.year)
        cJSON_AddNumberToObject(row, "year", e->audit.year);
    return row;
}

static cJSON *missing_json(const struct entrant *e)
{
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "code", e->agency.code.p);
    cJSON_AddStringToObject(row, "name", e->agency.name.p);
    return row;
}

static cJSON *group_json(struct str name)
{
    cJSON *group = cJSON_CreateObject();
    cJSON_AddArrayToObject(group, "incomplete");
    cJSON_AddArrayToObject(group, "missing");
    cJSON_AddStringToObject(group, "name", name.p);
    cJSON_AddArrayToObject(group, "notscored");
    cJSON_AddArrayToObject(group, "ranked");
    return group;
}

static void place(struct build *b, cJSON *group, const struct rank_row *rank)
{
    struct entrant *e = &b->list[rank->index];
    struct ranking *out = b->out;
    const char *list = "ranked";
    if (!e->present) {
        list = "missing";
        out->missing++;
    } else if (!is_scored(e)) {
        list = "notscored";
        out->notscored++;
        out->unreadable += str_eq_c(e->audit.kind, "unreadable");
    } else if (rank->rank == 0) {
        list = "incomplete";
        out->incomplete++;
    } else {
        out->ranked++;
    }
    cJSON_AddItemToArray(cJSON_GetObjectItemCaseSensitive(group, list),
                         e->present ? row_json(b, e, rank) : missing_json(e));
}

static cJSON *groups_json(struct build *b)
{
    struct rank_row *rows = mem_zero(b->n + 1, sizeof *rows);
    for (size_t i = 0; i < b->n; i++) {
        const struct entrant *e = &b->list[i];
        bool ranked = is_scored(e) && e->audit.complete;
        rows[i] = (struct rank_row){ .code = e->agency.code,
                                     .group = e->agency.group,
                                     .ranked = ranked,
                                     .score = e->audit.score,
                                     .worthy = is_worthy(b, e),
                                     .index = i };
    }
    rank_rows(rows, b->n);
    if (b->profile->top.percent)
        rank_top(rows, b->n, b->profile->top.percent);
    cJSON *groups = cJSON_CreateArray();
    cJSON *group = NULL;
    for (size_t i = 0; i < b->n; i++) {
        if (i == 0 || rows[i].group_order != rows[i - 1].group_order) {
            group = group_json(rows[i].group);
            cJSON_AddItemToArray(groups, group);
        }
        place(b, group, &rows[i]);
    }
    free(rows);
    return groups;
}

/* Keys in the order of bytes, as everywhere. */
static void add_head(struct build *b, cJSON *model, const char *office)
{
    cJSON_AddStringToObject(model, "lang", b->lang == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(model, "office", office);
    cJSON *profile = cJSON_AddObjectToObject(model, "profile");
    cJSON *tool = cJSON_AddObjectToObject(model, "tool");
    struct strbuf digest = { 0 };
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(b->assessment.rules_digest));
    add_points(profile, "max", b->max);
    cJSON_AddStringToObject(profile, "name", b->assessment.profile.p);
    cJSON_AddStringToObject(tool, "profile", b->assessment.profile.p);
    cJSON_AddStringToObject(tool, "rules_digest", digest.p);
    cJSON_AddStringToObject(tool, "version", b->assessment.version.p);
    cJSON_AddItemToObject(model, "unmatched", b->unmatched);
    cJSON_AddNumberToObject(model, "year", b->year);
    strbuf_free(&digest);
}

static int read_year(struct build *b)
{
    int64_t id = 0;
    int rc = assess_find(&id, b->store, b->year, b->err);
    if (rc == 0)
        rc = store_assessment_current(b->store, b->year, take_assessment, b, b->err);
    if (rc == 0)
        rc = store_audits(b->store, b->assessment.id, take_audit, b, b->err);
    if (rc == 0)
        rc = store_standings(b->store, b->assessment.id, str_of(""), take_standing, b, b->err);
    return rc;
}

int ranking_build(struct ranking *out, struct store *store, const char *office, int year,
                  const struct setup *setup, enum lang lang, struct error *err)
{
    struct build b = { .out = out,
                       .store = store,
                       .err = err,
                       .engine = setup->engine,
                       .profile = setup->profile,
                       .lang = lang,
                       .year = year };
    *out = (struct ranking){ 0 };
    b.arena = arena_new();
    b.unmatched = cJSON_CreateArray();
    int rc = read_year(&b);
    if (rc == 0) {
        out->model = cJSON_CreateObject();
        cJSON_AddItemToObject(out->model, "groups", groups_json(&b));
        add_head(&b, out->model, office);
    } else {
        cJSON_Delete(b.unmatched);
    }
    for (size_t i = 0; i < b.n; i++)
        free(b.list[i].lost);
    free(b.list);
    arena_free(b.arena);
    return rc;
}

void ranking_free(struct ranking *ranking)
{
    cJSON_Delete(ranking->model);
    ranking->model = NULL;
}
