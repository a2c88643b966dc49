/* ranking_past.c - last year's place of an agency, and why its score moved; see ranking_work.h. */
#include <stdio.h>

#include "office/ranking_work.h"

static int load(struct roster *out, const struct ranking_work *w, int year)
{
    char name[16];
    snprintf(name, sizeof name, "%d", year);
    return roster_load(out, w->store, name, w->lang, w->err);
}

/* A year that was never assessed has no places. */
int ranking_past_open(struct ranking_work *w)
{
    int rc = load(&w->past.before, w, w->year - 1);
    if (rc == ERR_ABSENT)
        return 0;
    if (rc == 0)
        rc = load(&w->past.now, w, w->year);
    if (rc == 0)
        w->past.movements = movements_new(w->store, &w->past.before, &w->past.now);
    w->past.known = rc == 0;
    return rc;
}

void ranking_past_close(struct ranking_past *past)
{
    movements_free(past->movements);
    roster_free(&past->before);
    roster_free(&past->now);
}

/* By its own code, or that of the only agency it was then. */
static const struct roster_row *place_before(const struct ranking_work *w, struct str code)
{
    const struct agency_register *all = w->everybody;
    int now = all ? register_by_code(all, code) : -1;
    int then = now >= 0 ? register_in_year(all, now, w->year - 1) : -1;
    return roster_find(&w->past.before, then >= 0 ? all->agencies[then].code : code);
}

static int add_causes(cJSON *past, const struct ranking_work *w, const struct roster_row *was,
                      const struct roster_row *is)
{
    struct movement movement = { 0 };
    int rc = movement_of(&movement, w->past.movements, was, is, w->err);
    if (rc || !movement.known)
        return rc;
    cJSON *causes = cJSON_AddObjectToObject(past, "moved");
    for (int cause = 0; cause < MOVED_CAUSES; cause++)
        ranking_points(causes, movement_name(cause), movement.by_cause[cause]);
    return 0;
}

int ranking_past_add(cJSON *row, const struct ranking_work *w, const struct ranking_entrant *e)
{
    if (!w->past.known)
        return 0;
    const struct roster_row *is = roster_find(&w->past.now, e->agency.code);
    const struct roster_row *was = place_before(w, e->agency.code);
    if (!was || !was->rank) {
        cJSON_AddNullToObject(row, "past");
        return 0;
    }
    cJSON *past = cJSON_AddObjectToObject(row, "past");
    if (is && is->rank)
        ranking_points(past, "change", is->score - was->score);
    cJSON_AddStringToObject(past, "group", was->group.p ? was->group.p : "");
    int rc = is ? add_causes(past, w, was, is) : 0;
    cJSON_AddNumberToObject(past, "rank", was->rank);
    ranking_points(past, "score", was->score);
    return rc;
}
