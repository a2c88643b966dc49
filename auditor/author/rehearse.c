/* rehearse.c - reads a year, judges it again, and has both sides compared; see rehearse.h. */
#include "author/rehearse.h"

#include <stdlib.h>

#include "author/rehearse_model.h"
#include "base/mem.h"
#include "office/assess.h"
#include "office/replay.h"

struct rehearse {
    const struct rehearse_options *options;
    struct store *store;
    int64_t assessment;
    struct rehearse_judge stored; /* what judged what is stored */
    struct agency_register *agencies;
    struct rehearse_document *documents; /* by path */
    size_t n, cap;
    struct strbuf json;
    struct arena *arena;
    bool after;        /* which side is being judged */
    struct error *err; /* of the callbacks of the store */
};

static struct str keep(struct rehearse *r, struct str s)
{
    return arena_str(r->arena, s);
}

static int take_assessment(void *user, const struct store_assessment *a)
{
    struct rehearse *r = user;
    r->stored = (struct rehearse_judge){ .profile = keep(r, a->profile),
                                         .profile_digest = keep(r, a->profile_digest),
                                         .rules_digest = keep(r, a->rules_digest),
                                         .version = keep(r, a->version),
                                         .stored = true };
    return 0;
}

static struct rehearse_judge judge_of(const struct setup *setup)
{
    return (struct rehearse_judge){ .profile = setup->profile->id,
                                    .profile_digest = str_of(setup->profile_digest),
                                    .rules_digest = str_of(engine_digest(setup->engine)),
                                    .version = str_of(setup->version),
                                    .engine = setup->engine };
}

static bool same_judge(const struct rehearse_judge *a, const struct rehearse_judge *b)
{
    return str_eq(a->profile_digest, b->profile_digest) &&
           str_eq(a->rules_digest, b->rules_digest) && str_eq(a->version, b->version);
}

static int take_audit(void *user, const struct store_audit *a)
{
    struct rehearse *r = user;
    struct strbuf shown = { 0 };
    r->documents = mem_grow(r->documents, r->n, &r->cap, sizeof *r->documents);
    struct rehearse_document *d = &r->documents[r->n++];
    file_shown(&shown, a->path);
    /* until it was judged again: what has no snapshot could not be read */
    *d = (struct rehearse_document){ .path = keep(r, a->path),
                                     .shown = keep(r, strbuf_view(&shown)),
                                     .lost = STR("unreadable") };
    strbuf_free(&shown);
    int rc = store_result(r->store, a->id, &r->json, NULL, r->err);
    if (rc == 0)
        rc =
            rehearse_verdict_parse(&d->before, strbuf_view(&r->json), lang_get(), r->arena, r->err);
    d->before.agency = register_by_code(r->agencies, a->agency);
    return rc;
}

static int read_year(struct rehearse *r, struct error *err)
{
    r->err = err;
    int rc = store_hold(r->store, err);
    if (rc == 0)
        rc = assess_find(&r->assessment, r->store, r->options->year, err);
    if (rc == 0)
        rc = store_assessment_current(r->store, r->options->year, take_assessment, r, err);
    if (rc == 0)
        rc = replay_register(&r->agencies, r->store, r->assessment, err);
    if (rc == 0)
        rc = store_audits(r->store, r->assessment, take_audit, r, err);
    return rc;
}

static int by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct rehearse_document *)item)->path);
}

static int judged(void *user, const struct pipeline_output *out, struct error *err)
{
    struct rehearse *r = user;
    struct rehearse_document *d =
        bsearch(&out->label, r->documents, r->n, sizeof *r->documents, by_path);
    if (!d)
        return error_set(err, ERR_INTERNAL, "a document that nobody asked for came back");
    if (out->operational) {
        d->lost = keep(r, str_of(out->problem));
        return 0;
    }
    if (!r->after && d->lost.n)
        return 0; /* there is nothing to lay beside it */
    struct rehearse_verdict *side = r->after ? &d->after : &d->before;
    if (r->after)
        d->lost = str_of("");
    int rc = rehearse_verdict_parse(side, out->stored, lang_get(), r->arena, err);
    side->agency = out->agency;
    return rc;
}

static int judge(struct rehearse *r, const struct setup *setup, bool after, struct error *err)
{
    struct pipeline pipeline = { .engine = setup->engine,
                                 .model = setup->model,
                                 .profile = setup->profile,
                                 .agencies = r->agencies,
                                 .stored = true,
                                 .lang = lang_get() };
    struct replay replay = { .store = r->store,
                             .year = r->options->year,
                             .assessment = r->assessment,
                             .pipeline = &pipeline,
                             .workers = r->options->workers,
                             .what = after ? tr("预演", "rehearse") : tr("重判现状", "as it is"),
                             .user = r,
                             .done = judged };
    r->after = after;
    return replay_run(&replay, err);
}

/* What could not be judged again stays as it is. */
static void leave_lost(struct rehearse *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->documents[i].lost.n)
            r->documents[i].after = r->documents[i].before;
}

static int both_sides(struct rehearse *r, struct rehearsal *out, struct rehearse_world *world,
                      struct setup *now, struct setup *then, struct error *err)
{
    struct rehearse_judge installed = judge_of(now);
    bool fresh = same_judge(&r->stored, &installed);
    world->before = r->stored;
    world->after = judge_of(then);
    if (fresh)
        world->before.engine = now->engine;
    int rc = judge(r, then, true, err);
    out->rejudged = now != then && !fresh;
    if (rc == 0 && out->rejudged) {
        world->before = installed;
        rc = judge(r, now, false, err);
    }
    return rc;
}

int rehearse_run(struct rehearsal *out, const struct office *office, struct setup *setup,
                 struct store *store, const struct rehearse_options *options, struct error *err)
{
    struct rehearse r = { .options = options, .store = store, .arena = arena_new() };
    struct setup *changed = NULL;
    int rc = 0;
    *out = (struct rehearsal){ 0 };
    if (options->rules || options->profile)
        rc = office_setup_as(&changed, office, options->rules, options->profile, err);
    if (rc == 0) {
        setup_warn(changed ? changed : setup);
        rc = read_year(&r, err);
    }
    struct rehearse_world world = { .options = options,
                                    .agencies = r.agencies,
                                    .documents = r.documents,
                                    .n = r.n,
                                    .office = office->name };
    if (rc == 0)
        rc = both_sides(&r, out, &world, setup, changed ? changed : setup, err);
    if (rc == 0) {
        leave_lost(&r);
        rehearse_model(out, &world);
    }
    setup_free(changed);
    register_free(r.agencies);
    free(r.documents);
    strbuf_free(&r.json);
    arena_free(r.arena);
    return rc;
}

void rehearse_free(struct rehearsal *rehearsal)
{
    cJSON_Delete(rehearsal->model);
    rehearsal->model = NULL;
}
