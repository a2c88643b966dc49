/* ranking_past.c - last year's place of an agency, and why its score moved; see ranking_work.h. */
#include <stdio.h>

#include "base/mem.h"
#include "office/ranking_work.h"

/* By its own code, or that of the only agency it was then. */
static uint32_t place_before(const struct ranking *r, struct str code)
{
    const struct roster_row *was =
        roster_find(&r->before, lineage_code(&r->lineage, code, r->before.year));
    return was ? (uint32_t)(was - r->before.rows) + 1 : 0;
}

/* A year that was never assessed has no places. */
int ranking_past_open(struct ranking *r, struct error *err)
{
    char name[16];
    snprintf(name, sizeof name, "%d", r->now.year - 1);
    int rc = roster_load(&r->before, r->store, name, r->lang, err);
    if (rc == ERR_ABSENT)
        return 0;
    if (rc)
        return rc;
    r->has_past = true;
    r->was = mem_zero(r->now.n + 1, sizeof *r->was);
    for (size_t i = 0; i < r->now.n; i++)
        r->was[i] = place_before(r, r->now.rows[i].code);
    return 0;
}

int ranking_past_costs(struct ranking *r, struct error *err)
{
    int rc = roster_costs(&r->now, r->store, &r->rules, err);
    if (rc || !r->has_past)
        return rc;
    rc = roster_costs(&r->before, r->store, &r->rules, err);
    if (rc == 0)
        r->movements = movements_new(r->store, &r->rules, &r->before, &r->now);
    return rc;
}

static const struct roster_row *ranked_before(const struct ranking *r, const struct roster_row *row)
{
    uint32_t was = r->has_past ? r->was[row - r->now.rows] : 0;
    return was && r->before.rows[was - 1].rank ? &r->before.rows[was - 1] : NULL;
}

bool ranking_past_change(const struct ranking *r, const struct roster_row *row, int64_t *change)
{
    const struct roster_row *was = ranked_before(r, row);
    if (!was || !row->rank)
        return false;
    *change = row->score - was->score;
    return true;
}

static int add_causes(cJSON *past, const struct ranking *r, const struct roster_row *was,
                      const struct roster_row *is, struct error *err)
{
    struct movement movement = { 0 };
    int rc = movement_of(&movement, r->movements, was, is, err);
    if (rc || !movement.known)
        return rc;
    movement_add(past, &movement);
    return 0;
}

int ranking_past_add(cJSON *json, const struct ranking *r, const struct roster_row *row,
                     struct error *err)
{
    int64_t change = 0;
    if (!r->has_past)
        return 0;
    const struct roster_row *was = ranked_before(r, row);
    if (!was) {
        cJSON_AddNullToObject(json, "past");
        return 0;
    }
    cJSON *past = cJSON_AddObjectToObject(json, "past");
    if (ranking_past_change(r, row, &change))
        ranking_points(past, "change", change);
    cJSON_AddStringToObject(past, "group", was->class->group.p);
    int rc = add_causes(past, r, was, row, err);
    cJSON_AddNumberToObject(past, "rank", was->rank);
    ranking_points(past, "score", was->score);
    return rc;
}
