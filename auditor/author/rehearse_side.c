/* rehearse_side.c - see rehearse_side.h. */
#include "author/rehearse_side.h"

#include <stdlib.h>

#include "base/map.h"
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

struct list_reading { /* of one list of a ranking */
    struct reading *reading;
    struct map *codes; /* to numbers of agencies */
    enum rehearse_status status;
};

static int take_row(void *user, cJSON *row, struct error *err)
{
    const struct list_reading *l = user;
    struct rehearse_side *side = l->reading->out;
    const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(row, "code"));
    size_t i = map_get(l->codes, str_of(code));
    (void)err;
    if (i < side->agency_count)
        side->agencies[i].after = rehearse_rank_place(row, l->status, l->reading->arena);
    cJSON_Delete(row);
    return 0;
}

static int take_lists(struct reading *r, const struct ranking *ranking, struct map *codes)
{
    static const enum rehearse_status statuses[RANKING_LISTS] = {
        [RANKING_RANKED] = REHEARSE_RANKED,       [RANKING_INCOMPLETE] = REHEARSE_INCOMPLETE,
        [RANKING_NOTSCORED] = REHEARSE_NOTSCORED, [RANKING_MISSING] = REHEARSE_MISSING,
        [RANKING_NOTDUE] = REHEARSE_NOTDUE,
    };
    int rc = 0;
    for (size_t g = 0; g < ranking_groups(ranking); g++)
        for (int list = 0; rc == 0 && list < RANKING_LISTS; list++) {
            struct list_reading l = { r, codes, statuses[list] };
            rc = ranking_rows(ranking, g, (enum ranking_list)list, SIZE_MAX, take_row, &l, r->err);
        }
    return rc;
}

static int take_ranking(struct reading *r)
{
    struct ranking *ranking = NULL;
    struct map codes = { 0 };
    const struct ranking_options options = { .office = r->from->office,
                                             .year = r->from->year,
                                             .setup = r->from->setup,
                                             .lang = lang_get() };
    for (size_t i = 0; i < r->out->agency_count; i++)
        map_add(&codes, r->out->agencies[i].code, (uint32_t)i);
    int rc = ranking_open(&ranking, r->from->store, &options, r->err);
    if (rc == 0)
        rc = take_lists(r, ranking, &codes);
    ranking_close(ranking);
    map_free(&codes);
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
