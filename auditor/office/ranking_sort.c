/* ranking_sort.c - a roster into groups and lists, with ranks and their ranges; see ranking_work.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "office/ranking_work.h"
#include "score/rank.h"
#include "score/spread.h"

bool ranking_absent(const struct roster_row *row)
{
    return str_eq_c(row->class->kind, "missing");
}

static enum ranking_list list_of(const struct roster_row *row)
{
    if (row->scored)
        return row->complete ? RANKING_RANKED : RANKING_INCOMPLETE;
    return ranking_absent(row)                     ? RANKING_MISSING
           : str_eq_c(row->class->kind, "not-due") ? RANKING_NOTDUE
                                                   : RANKING_NOTSCORED;
}

/* Neither vetoed nor of the lowest grade, and there is a report. */
static bool is_worthy(const struct ranking *r, const struct roster_row *row)
{
    const struct profile *p = r->profile;
    return !row->vetoed && !ranking_absent(row) &&
           (p->band_count == 0 ||
            !str_eq(*row->grade, p->bands[p->band_count - 1].name.in[r->lang]));
}

/* The profile names the score of a missing report. */
static bool is_set(const struct ranking *r, const struct roster_row *row)
{
    return ranking_absent(row) && r->profile->missing.kind == MISSING_FIXED;
}

/* How far ranks depend on the weights. */
static void vary_weights(struct ranking *r, const struct rank_row *rows)
{
    struct spread_row *spread = mem_zero(r->now.n + 1, sizeof *spread);
    struct spread_loss *losses = mem_zero(r->now.costs.n + 1, sizeof *losses);
    size_t n = 0;
    size_t used = 0;
    for (size_t i = 0; i < r->now.n; i++) {
        const struct roster_row *row = &r->now.rows[rows[i].index];
        struct cost_span costs = roster_row_costs(&r->now, row);
        if (rows[i].rank == 0)
            continue;
        spread[n++] = (struct spread_row){ .group = rows[i].group_order,
                                           .score = row->score,
                                           .losses = losses + used,
                                           .loss_count = costs.n,
                                           .fixed = row->vetoed || is_set(r, row) };
        for (size_t k = 0; k < costs.n; k++)
            losses[used++] = (struct spread_loss){ r->about[costs.list[k].rule].indicator,
                                                   costs.list[k].points };
    }
    spread_ranks(spread, n, r->profile->indicator_count);
    for (size_t i = n = 0; i < r->now.n; i++)
        if (rows[i].rank) {
            r->places[i].best = spread[n].best;
            r->places[i].worst = spread[n++].worst;
        }
    free(losses);
    free(spread);
}

/* The rows of a group stand by rank or, without one, by code; now list by list. */
static void part_lists(struct ranking *r, size_t from, size_t end, struct ranking_place *room)
{
    r->groups = mem_grow(r->groups, r->group_count, &r->group_cap, sizeof *r->groups);
    struct ranking_group *g = &r->groups[r->group_count++];
    size_t n = 0;
    for (int list = 0; list < RANKING_LISTS; list++) {
        g->from[list] = from + n;
        for (size_t i = from; i < end; i++)
            if (r->places[i].list == list)
                room[n++] = r->places[i];
    }
    g->from[RANKING_LISTS] = end;
    for (size_t i = 0; i < n; i++)
        r->places[from + i] = room[i];
}

static void count(struct ranking *r, const struct ranking_place *place)
{
    r->incomplete += place->list == RANKING_INCOMPLETE;
    r->unreadable += place->list == RANKING_NOTSCORED &&
                     str_eq_c(ranking_row(r, place)->class->kind, "unreadable");
}

static struct rank_row *order(struct ranking *r)
{
    struct rank_row *rows = mem_zero(r->now.n + 1, sizeof *rows);
    for (size_t i = 0; i < r->now.n; i++) {
        const struct roster_row *row = &r->now.rows[i];
        rows[i] = (struct rank_row){ .code = row->code,
                                     .group = row->class->group,
                                     .ranked = list_of(row) == RANKING_RANKED,
                                     .score = row->score,
                                     .worthy = is_worthy(r, row),
                                     .index = i };
    }
    rank_rows(rows, r->now.n);
    if (r->profile->top.percent)
        rank_top(rows, r->now.n, r->profile->top.percent);
    return rows;
}

void ranking_sort(struct ranking *r)
{
    struct rank_row *rows = order(r);
    r->places = mem_zero(r->now.n + 1, sizeof *r->places);
    struct ranking_place *room = mem_zero(r->now.n + 1, sizeof *room);
    for (size_t i = 0; i < r->now.n; i++) {
        r->places[i] =
            (struct ranking_place){ .row = (uint32_t)rows[i].index,
                                    .rank = rows[i].rank,
                                    .list = (uint8_t)list_of(&r->now.rows[rows[i].index]),
                                    .top = rows[i].top };
        count(r, &r->places[i]);
    }
    vary_weights(r, rows);
    for (size_t from = 0, end = 0; from < r->now.n; from = end) {
        while (end < r->now.n && rows[end].group_order == rows[from].group_order)
            end++;
        part_lists(r, from, end, room);
    }
    free(room);
    free(rows);
}
