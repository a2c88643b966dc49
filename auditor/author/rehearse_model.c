/* rehearse_model.c - see rehearse_model.h. */
#include "author/rehearse_model.h"

#include <stdlib.h>

#include "base/json_add.h"
#include "base/lang.h"
#include "base/mem.h"
#include "report/text.h"

struct build {
    const struct rehearse_world *world;
    struct rehearse_comparison all;
    struct strbuf scratch;
    struct {
        size_t grades, ranks, scores, broken, never, nearly;
    } count;
};

static void add_text(cJSON *object, const char *key, struct str s)
{
    if (s.n == 0) {
        cJSON_AddNullToObject(object, key);
        return;
    }
    char *copy = mem_strndup(s.p, s.n);
    cJSON_AddStringToObject(object, key, copy);
    free(copy);
}

static void add_count(cJSON *object, const char *key, size_t n)
{
    cJSON_AddNumberToObject(object, key, (double)n);
}

/* "requests.balance" -> the rule's title, as whichever side knows it. */
static struct str title_of(const struct build *b, struct str rule)
{
    const struct engine *engines[] = { b->world->after.engine, b->world->before.engine };
    for (size_t i = 0; i < 2; i++) {
        const struct rule_info *info = engines[i] ? engine_rule_by_id(engines[i], rule) : NULL;
        if (info && info->load_error.n == 0)
            return info->title.in[lang_get()];
    }
    return str_of("");
}

static void add_whose(cJSON *row, const struct rehearse_document *d)
{
    add_text(row, "agency", d->agency);
    add_text(row, "code", d->code);
}

/* The numbers of a verdict: a score only where the audit is complete, an interval where it is not. */
static void add_score(cJSON *row, const struct rehearse_verdict *v)
{
    cJSON_AddBoolToObject(row, "complete", v->complete);
    add_text(row, "grade", v->scored && v->complete ? v->grade : str_of(""));
    json_add_points(row, "high", v->scored, v->high);
    json_add_points(row, "low", v->scored, v->low);
}

static cJSON *place_json(const struct rehearse_place *p)
{
    cJSON *place = cJSON_CreateObject();
    bool scored = p->status >= REHEARSE_INCOMPLETE;
    cJSON_AddBoolToObject(place, "complete", p->status == REHEARSE_RANKED);
    add_text(place, "grade", p->grade);
    json_add_points(place, "high", scored, p->high);
    json_add_points(place, "low", scored, p->low);
    add_text(place, "path", p->path);
    if (p->rank)
        cJSON_AddNumberToObject(place, "rank", p->rank);
    else
        cJSON_AddNullToObject(place, "rank");
    json_add_points(place, "score", p->status == REHEARSE_RANKED, p->score);
    cJSON_AddStringToObject(place, "status", rehearse_status_name(p->status));
    cJSON_AddBoolToObject(place, "vetoed", p->vetoed);
    return place;
}

static cJSON *agencies_json(struct build *b, struct rehearsal *out)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < b->world->agency_count; i++) {
        const struct rehearse_agency *a = &b->world->agencies[i];
        cJSON *row = cJSON_CreateObject();
        cJSON_AddItemToObject(row, "after", place_json(&a->after));
        add_text(row, "agency", a->name);
        cJSON_AddItemToObject(row, "before", place_json(&a->before));
        add_text(row, "code", a->code);
        cJSON_AddBoolToObject(row, "grade_changed", a->grade);
        add_text(row, "group", a->group);
        cJSON_AddBoolToObject(row, "rank_changed", a->rank);
        cJSON_AddBoolToObject(row, "score_changed", a->score);
        cJSON_AddItemToArray(list, row);
        b->count.scores += a->score;
        b->count.grades += a->grade;
        b->count.ranks += a->rank;
        out->changed = out->changed || a->score || a->grade || a->rank;
    }
    return list;
}

static cJSON *verdict_json(const struct rehearse_verdict *v)
{
    cJSON *row = cJSON_CreateObject();
    add_score(row, v);
    add_text(row, "kind", v->kind);
    add_count(row, "open", v->open);
    json_add_points(row, "score", v->scored && v->complete, v->score);
    cJSON_AddBoolToObject(row, "vetoed", v->vetoed);
    return row;
}

static bool differs(const struct rehearse_verdict *a, const struct rehearse_verdict *b)
{
    return a->scored != b->scored || a->complete != b->complete || a->vetoed != b->vetoed ||
           a->score != b->score || a->low != b->low || a->high != b->high || a->max != b->max ||
           a->open != b->open || !str_eq(a->grade, b->grade) || !str_eq(a->kind, b->kind);
}

static cJSON *documents_json(const struct build *b, struct rehearsal *out)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < b->world->n; i++) {
        const struct rehearse_document *d = &b->world->documents[i];
        bool changed = differs(&d->before, &d->after);
        cJSON *row = cJSON_CreateObject();
        cJSON_AddItemToObject(row, "after", verdict_json(&d->after));
        add_whose(row, d);
        cJSON_AddItemToObject(row, "before", verdict_json(&d->before));
        cJSON_AddBoolToObject(row, "changed", changed);
        add_text(row, "lost", d->lost);
        add_text(row, "path", d->shown);
        cJSON_AddItemToArray(list, row);
        out->lost += d->lost.n > 0 && !str_eq_c(d->lost, "unreadable");
        out->changed = out->changed || changed;
    }
    return list;
}

/* Adds "place" and "where", the place as a person names it. */
static void add_place(struct build *b, cJSON *row, const struct rehearse_move *m,
                      const struct rehearse_finding *f)
{
    cJSON *place = cJSON_AddObjectToObject(row, "place");
    const struct engine *engine = b->world->after.engine;
    struct str form = m->is ? m->document->after.form : m->document->before.form;
    add_text(place, "column", f->column);
    if (f->line)
        cJSON_AddNumberToObject(place, "line", f->line);
    else
        cJSON_AddNullToObject(place, "line");
    add_text(place, "quote", f->quote);
    add_text(place, "row", f->row);
    add_text(place, "section", f->section);
    add_text(place, "table", f->table);
    strbuf_clear(&b->scratch);
    text_report_place(&b->scratch, place, form_by_id(engine_forms(engine), form));
}

static void add_severity(cJSON *row, const char *key, const struct rehearse_finding *f)
{
    add_text(row, key, str_of(f ? audit_severity_name(f->severity) : NULL));
}

/* How the same finding read before; null for one that appears or vanishes. */
static cJSON *was_json(const struct rehearse_move *m)
{
    if (!m->was || !m->is)
        return cJSON_CreateNull();
    cJSON *was = cJSON_CreateObject();
    cJSON_AddBoolToObject(was, "caused", m->was->caused);
    add_text(was, "expected", m->was->expected);
    add_text(was, "found", m->was->found);
    add_text(was, "message", m->was->message);
    return was;
}

static cJSON *finding_json(struct build *b, const struct rehearse_move *m)
{
    const struct rehearse_finding *f = m->is ? m->is : m->was;
    cJSON *row = cJSON_CreateObject();
    add_severity(row, "after", m->is);
    add_whose(row, m->document);
    add_severity(row, "before", m->was);
    cJSON_AddBoolToObject(row, "caused", f->caused);
    add_text(row, "expected", f->expected);
    add_text(row, "fingerprint", f->fingerprint);
    add_text(row, "found", f->found);
    add_text(row, "message", f->message);
    add_text(row, "path", m->document->shown);
    add_place(b, row, m, f);
    add_text(row, "rule", m->is ? m->after->rule : m->before->rule);
    cJSON_AddItemToObject(row, "was", was_json(m));
    add_text(row, "where", strbuf_view(&b->scratch));
    return row;
}

static cJSON *findings_json(struct build *b, struct rehearsal *out)
{
    const struct {
        const char *name;
        const struct rehearse_moves *moves;
    } lists[] = { { "appear", &b->all.appear },
                  { "change", &b->all.change },
                  { "vanish", &b->all.vanish } };
    cJSON *findings = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        cJSON *list = cJSON_AddArrayToObject(findings, lists[i].name);
        for (size_t k = 0; k < lists[i].moves->n; k++)
            cJSON_AddItemToArray(list, finding_json(b, &lists[i].moves->list[k]));
        out->changed = out->changed || lists[i].moves->n;
    }
    return findings;
}

static void add_state(cJSON *row, const char *key, const struct rehearse_result *r)
{
    add_text(row, key, str_of(r ? audit_state_name(r->state) : NULL));
}

static cJSON *states_json(const struct build *b, struct rehearsal *out)
{
    const struct rehearse_moves *moves = &b->all.states;
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < moves->n; i++) {
        const struct rehearse_move *m = &moves->list[i];
        cJSON *row = cJSON_CreateObject();
        add_state(row, "after", m->after);
        add_whose(row, m->document);
        add_state(row, "before", m->before);
        add_text(row, "path", m->document->shown);
        add_text(row, "reason", m->after ? m->after->reason : str_of(""));
        add_text(row, "rule", m->after ? m->after->rule : m->before->rule);
        cJSON_AddItemToArray(list, row);
    }
    out->changed = out->changed || moves->n;
    return list;
}

static cJSON *tally_json(const struct rehearse_tally *t)
{
    cJSON *row = cJSON_CreateObject();
    cJSON *states = NULL;
    if (t->documents == 0) {
        cJSON_Delete(row);
        return cJSON_CreateNull();
    }
    add_count(row, "applies", rehearse_applies(t));
    add_count(row, "documents", t->documents);
    add_count(row, "findings", t->findings);
    add_count(row, "fires", rehearse_fires(t));
    json_add_points(row, "points", true, t->points);
    states = cJSON_AddObjectToObject(row, "states");
    for (int s = STATE_PASS; s <= STATE_FIXED; s++)
        if (t->states[s])
            add_count(states, audit_state_name((enum audit_state)s), t->states[s]);
    return row;
}

/* What became of the rule itself, as far as both sides are known. A profile may name a rule that does not
 * exist: then it has results, and no file. */
static const char *fate(const struct build *b, const struct rehearse_rule *r)
{
    const struct engine *before = b->world->before.engine;
    const struct rule_info *is = engine_rule_by_id(b->world->after.engine, r->id);
    const struct rule_info *was = before ? engine_rule_by_id(before, r->id) : NULL;
    if (r->before.documents == 0 || (before && !was && is))
        return "added";
    if (r->after.documents == 0 || (was && !is))
        return "removed";
    bool same =
        was && is ? strcmp(was->digest, is->digest) == 0 : str_eq(r->pack_before, r->pack_after);
    return same ? "kept" : "edited";
}

static cJSON *rules_json(struct build *b)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < b->all.rule_count; i++) {
        const struct rehearse_rule *r = &b->all.rules[i];
        cJSON *row = cJSON_CreateObject();
        cJSON_AddItemToObject(row, "after", tally_json(&r->after));
        add_count(row, "appear", r->appear);
        cJSON_AddItemToObject(row, "before", tally_json(&r->before));
        cJSON_AddBoolToObject(row, "broken", r->after.states[STATE_ERROR] > 0);
        add_count(row, "change", r->change);
        cJSON_AddStringToObject(row, "fate", fate(b, r));
        add_text(row, "id", r->id);
        cJSON_AddBoolToObject(row, "nearly", rehearse_nearly(&r->after));
        cJSON_AddBoolToObject(row, "never", rehearse_never(&r->after));
        add_text(row, "pack_after", r->pack_after);
        add_text(row, "pack_before", r->pack_before);
        add_count(row, "states", r->states);
        add_text(row, "title", title_of(b, r->id));
        add_count(row, "vanish", r->vanish);
        cJSON_AddItemToArray(list, row);
        b->count.broken += r->after.states[STATE_ERROR] > 0;
        b->count.never += rehearse_never(&r->after);
        b->count.nearly += rehearse_nearly(&r->after);
    }
    return list;
}

static cJSON *judge_json(const struct rehearse_judge *j)
{
    cJSON *row = cJSON_CreateObject();
    struct strbuf digest = { 0 };
    add_text(row, "profile", j->profile);
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(j->profile_digest));
    add_text(row, "profile_digest", strbuf_view(&digest));
    strbuf_clear(&digest);
    strbuf_fmt(&digest, "sha256:%.*s", STR_ARG(j->rules_digest));
    add_text(row, "rules_digest", strbuf_view(&digest));
    cJSON_AddBoolToObject(row, "stored", j->stored);
    add_text(row, "version", j->version);
    strbuf_free(&digest);
    return row;
}

static size_t count_lost(const struct rehearse_world *w, bool unreadable)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++)
        n += w->documents[i].lost.n > 0 &&
             str_eq_c(w->documents[i].lost, "unreadable") == unreadable;
    return n;
}

static cJSON *summary_json(const struct build *b, const struct rehearsal *out)
{
    cJSON *summary = cJSON_CreateObject();
    add_count(summary, "appear", b->all.appear.n);
    add_count(summary, "broken", b->count.broken);
    add_count(summary, "change", b->all.change.n);
    cJSON_AddBoolToObject(summary, "changed", out->changed);
    add_count(summary, "grades", b->count.grades);
    add_count(summary, "judged", b->all.judged);
    add_count(summary, "lost", count_lost(b->world, false));
    add_count(summary, "nearly", b->count.nearly);
    add_count(summary, "never", b->count.never);
    add_count(summary, "ranks", b->count.ranks);
    add_count(summary, "scores", b->count.scores);
    add_count(summary, "states", b->all.states.n);
    add_count(summary, "unreadable", count_lost(b->world, true));
    add_count(summary, "vanish", b->all.vanish.n);
    return summary;
}

void rehearse_model(struct rehearsal *out, const struct rehearse_world *world)
{
    struct build b = { .world = world };
    cJSON *model = out->model = cJSON_CreateObject();
    rehearse_compare(&b.all, world->documents, world->n);
    cJSON_AddItemToObject(model, "after", judge_json(&world->after));
    cJSON_AddItemToObject(model, "agencies", agencies_json(&b, out));
    cJSON_AddItemToObject(model, "before", judge_json(&world->before));
    cJSON_AddItemToObject(model, "documents", documents_json(&b, out));
    cJSON_AddItemToObject(model, "findings", findings_json(&b, out));
    cJSON_AddStringToObject(model, "lang", lang_get() == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(model, "office", world->office);
    add_text(model, "overlay", str_of(world->options->rules));
    add_text(model, "profile", str_of(world->options->profile));
    cJSON_AddItemToObject(model, "rules", rules_json(&b));
    cJSON_AddStringToObject(model, "schema", "auditor/rehearsal/1");
    cJSON_AddItemToObject(model, "states", states_json(&b, out));
    cJSON_AddItemToObject(model, "summary", summary_json(&b, out));
    cJSON_AddNumberToObject(model, "year", world->options->year);
    strbuf_free(&b.scratch);

    rehearse_compare_free(&b.all);
}
