/* rehearse_side.c - see rehearse_side.h. */
#include "author/rehearse_side.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/assess.h"
#include "office/ranking.h"

struct reading {
    struct rehearse_side *out;
    const struct rehearse_source *from;
    struct strbuf json;
    struct arena *arena;
    struct error *err;
};

static struct str keep(struct reading *r, struct str s)
{
    return arena_str(r->arena, s);
}

static int take_assessment(void *user, const struct store_assessment *a)
{
    struct reading *r = user;
    const struct engine *engine = r->from->setup->engine;
    bool known = str_eq_c(a->rules_digest, engine_digest(engine));
    r->out->judge = (struct rehearse_judge){ .profile = keep(r, a->profile),
                                             .profile_digest = keep(r, a->profile_digest),
                                             .rules_digest = keep(r, a->rules_digest),
                                             .version = keep(r, a->version),
                                             .engine = known ? engine : NULL };
    return 0;
}

static struct rehearse_item *add_item(struct reading *r, const struct store_audit *a)
{
    struct rehearse_side *side = r->out;
    side->items = mem_grow(side->items, side->n, &side->cap, sizeof *side->items);
    struct rehearse_item *item = &side->items[side->n++];
    *item = (struct rehearse_item){ .code = keep(r, a->agency),
                                    .path = keep(r, a->path),
                                    .problem = keep(r, a->problem),
                                    .operational = a->operational };
    return item;
}

static int parse(struct reading *r, struct rehearse_item *item)
{
    return rehearse_verdict_parse(&item->verdict, strbuf_view(&r->json), lang_get(), r->arena,
                                  r->err);
}

static int take_standing(void *user, const struct store_standing *s)
{
    struct reading *r = user;
    struct rehearse_side *side = r->out;
    struct rehearse_item *item = add_item(r, &s->verdict);
    item->standing = true;
    item->code = keep(r, s->agency.code);
    side->agencies =
        mem_grow(side->agencies, side->agency_count, &side->agency_cap, sizeof *side->agencies);
    side->agencies[side->agency_count++] = (struct rehearse_agency){
        .code = item->code, .name = keep(r, s->agency.name), .group = keep(r, s->agency.group)
    };
    int rc = store_standing_result(r->from->store, s->id, &r->json, NULL, r->err);
    return rc ? rc : parse(r, item);
}

static int take_audit(void *user, const struct store_audit *a)
{
    struct reading *r = user;
    if (str_eq_c(a->choice, "chosen"))
        return 0;
    struct rehearse_item *item = add_item(r, a);
    int rc = store_result(r->from->store, a->id, &r->json, NULL, r->err);
    return rc ? rc : parse(r, item);
}

static int take_ranking(struct reading *r)
{
    struct ranking ranking = { 0 };
    struct ranking_options options = { .office = r->from->office,
                                       .year = r->from->year,
                                       .setup = r->from->setup,
                                       .everybody = r->from->everybody,
                                       .lang = lang_get() };
    int rc = ranking_build(&ranking, r->from->store, &options, r->err);
    for (size_t i = 0; rc == 0 && i < r->out->agency_count; i++) {
        struct rehearse_agency *a = &r->out->agencies[i];
        a->after = rehearse_rank_place(ranking.model, a->code, r->arena);
    }
    ranking_free(&ranking);
    return rc;
}

int rehearse_side_read(struct rehearse_side *out, const struct rehearse_source *from,
                       struct arena *arena, struct error *err)
{
    struct reading r = { .out = out, .from = from, .arena = arena, .err = err };
    int64_t id = 0;
    *out = (struct rehearse_side){ 0 };
    int rc = assess_find(&id, from->store, from->year, err);
    if (rc == 0)
        rc = store_assessment_current(from->store, from->year, take_assessment, &r, err);
    if (rc == 0)
        rc = store_standings(from->store, id, str_of(""), take_standing, &r, err);
    if (rc == 0)
        rc = store_audits(from->store, id, take_audit, &r, err);
    if (rc == 0)
        rc = take_ranking(&r);
    strbuf_free(&r.json);
    return rc;
}

void rehearse_side_free(struct rehearse_side *side)
{
    free(side->items);
    free(side->agencies);
    *side = (struct rehearse_side){ 0 };
}
