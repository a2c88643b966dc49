/* rehearse_rank.c - see rehearse_rank.h. */
#include "author/rehearse_rank.h"

#include <stdlib.h>

#include "base/mem.h"
#include "office/choose.h"
#include "score/rank.h"

static const struct rehearse_verdict *side(const struct rehearse_document *d, bool after)
{
    return after ? &d->after : &d->before;
}

static struct rehearse_place *place(struct rehearse_agency *a, bool after)
{
    return after ? &a->after : &a->before;
}

/* A score of this year's report; everything else only shows that something came in. */
static enum rehearse_status status_of(const struct rehearse_verdict *v, int year)
{
    if (!v->scored || (v->year && v->year != year))
        return REHEARSE_NOTSCORED;
    return v->complete ? REHEARSE_RANKED : REHEARSE_INCOMPLETE;
}

static void choose(struct rehearse_agency *list, const struct rehearse_document *documents,
                   size_t n, int year, bool after)
{
    struct choose_candidate *candidates = mem_zero(n + 1, sizeof *candidates);
    for (size_t i = 0; i < n; i++) {
        const struct rehearse_verdict *v = side(&documents[i], after);
        candidates[i] = (struct choose_candidate){ .audit = (int64_t)i,
                                                   .agency = v->agency,
                                                   .rank = choose_rank(v->kind, v->year, year),
                                                   .complete = v->complete,
                                                   .published = v->published,
                                                   .path = documents[i].path };
    }
    choose_sort(candidates, n);
    for (size_t i = 0; i < n; i++) {
        if (!choose_first(candidates, i))
            continue;
        const struct rehearse_document *d = &documents[candidates[i].audit];
        const struct rehearse_verdict *v = side(d, after);
        *place(&list[candidates[i].agency], after) =
            (struct rehearse_place){ status_of(v, year), d, v, 0 };
    }
    free(candidates);
}

static void rank(struct rehearse_agency *list, size_t n, bool after)
{
    struct rank_row *rows = mem_zero(n + 1, sizeof *rows);
    for (size_t i = 0; i < n; i++) {
        const struct rehearse_place *p = place(&list[i], after);
        rows[i] = (struct rank_row){ .code = list[i].agency->code,
                                     .group = list[i].agency->group,
                                     .ranked = p->status == REHEARSE_RANKED,
                                     .score = p->verdict ? p->verdict->score : 0,
                                     .index = i };
    }
    rank_rows(rows, n);
    for (size_t i = 0; i < n; i++)
        place(&list[rows[i].index], after)->rank = rows[i].rank;
    free(rows);
}

static bool grade_differs(const struct rehearse_place *a, const struct rehearse_place *b)
{
    return a->status != b->status ||
           (a->status == REHEARSE_RANKED && !str_eq(a->verdict->grade, b->verdict->grade));
}

bool rehearse_score_differs(const struct rehearse_verdict *a, const struct rehearse_verdict *b)
{
    return a->scored != b->scored || a->complete != b->complete || a->vetoed != b->vetoed ||
           a->score != b->score || a->low != b->low || a->high != b->high || a->max != b->max ||
           !str_eq(a->grade, b->grade);
}

static bool place_differs(const struct rehearse_place *a, const struct rehearse_place *b)
{
    if (a->status != b->status || a->document != b->document)
        return true;
    bool scored = a->status == REHEARSE_RANKED || a->status == REHEARSE_INCOMPLETE;
    return scored && rehearse_score_differs(a->verdict, b->verdict);
}

struct rehearse_agency *rehearse_rank(const struct rehearse_document *documents, size_t n,
                                      const struct agency_register *agencies, int year)
{
    struct rehearse_agency *list = mem_zero(agencies->n + 1, sizeof *list);
    for (size_t i = 0; i < agencies->n; i++)
        list[i] = (struct rehearse_agency){ .agency = &agencies->agencies[i],
                                            .before.status = REHEARSE_MISSING,
                                            .after.status = REHEARSE_MISSING };
    for (int after = 0; after < 2; after++) {
        choose(list, documents, n, year, after);
        rank(list, agencies->n, after);
    }
    for (size_t i = 0; i < agencies->n; i++) {
        struct rehearse_agency *a = &list[i];
        a->score = place_differs(&a->before, &a->after);
        a->grade = grade_differs(&a->before, &a->after);
        a->rank = a->before.rank != a->after.rank;
    }
    return list;
}

const char *rehearse_status_name(enum rehearse_status status)
{
    static const char *const names[] = { "ranked", "incomplete", "notscored", "missing" };
    return names[status];
}
