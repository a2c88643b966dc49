/* rehearse_rank.c - see rehearse_rank.h. */
#include "author/rehearse_rank.h"

#include <math.h>

#include "base/json_read.h"

const char *rehearse_status_name(enum rehearse_status status)
{
    static const char *const names[] = { "notdue", "missing", "notscored", "incomplete", "ranked" };
    return names[status];
}

static struct str text(const cJSON *object, const char *key, struct arena *arena)
{
    const char *value = cJSON_GetStringValue(json_member(object, key));
    return value ? arena_str(arena, str_of(value)) : str_of("");
}

static int64_t points(const cJSON *object, const char *key)
{
    const cJSON *item = json_member(object, key);
    return cJSON_IsNumber(item) ? llround(item->valuedouble * 1000) : 0;
}

struct rehearse_place rehearse_rank_place(const cJSON *row, enum rehearse_status status,
                                          struct arena *arena)
{
    bool ranked = status == REHEARSE_RANKED;
    const cJSON *rank = json_member(row, "rank");
    return (struct rehearse_place){
        .status = status,
        .path = text(row, "path", arena),
        .grade = ranked ? text(row, "grade", arena) : str_of(""),
        .score = ranked ? points(row, "score") : 0,
        .low = points(row, "low"),
        .high = points(row, "high"),
        .vetoed = cJSON_IsTrue(json_member(row, "vetoed")),
        .rank = cJSON_IsNumber(rank) ? (unsigned)rank->valueint : 0,
    };
}

static bool score_differs(const struct rehearse_place *a, const struct rehearse_place *b)
{
    return a->score != b->score || a->low != b->low || a->high != b->high || a->vetoed != b->vetoed;
}

void rehearse_rank_compare(struct rehearse_agency *agency)
{
    const struct rehearse_place *a = &agency->before;
    const struct rehearse_place *b = &agency->after;
    agency->score = a->status != b->status || !str_eq(a->path, b->path) || score_differs(a, b);
    agency->grade = a->status != b->status || !str_eq(a->grade, b->grade);
    agency->rank = a->rank != b->rank;
}
