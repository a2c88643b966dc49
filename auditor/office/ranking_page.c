/* ranking_page.c - what a page can show of a ranking, and its summary; see ranking.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "office/corrections.h"
#include "office/decided.h"
#include "office/ranking_work.h"
#include "office/revisions.h"

enum {
    PAGE = 10000,     /* rows of all lists */
    LIST_MOST = 1000, /* of a list */
    LIST_LEAST = 20,
    ENDS = 5,       /* places at either end of a group that a summary tells apart */
    ENDS_MOST = 50, /* and no more than so many with those who share a rank */
    NAMES = 100,    /* of those who sent nothing */
    MOVERS = 10
};

static int append(void *user, cJSON *row, struct error *err)
{
    (void)err;
    cJSON_AddItemToArray(user, row);
    return 0;
}

static size_t list_limit(const struct ranking *r)
{
    size_t each = PAGE / (r->group_count + 1);
    return each > LIST_MOST ? LIST_MOST : each < LIST_LEAST ? LIST_LEAST : each;
}

int ranking_page(cJSON **out, const struct ranking *r, struct error *err)
{
    cJSON *groups = cJSON_CreateArray();
    int rc = 0;
    for (size_t g = 0; rc == 0 && g < r->group_count; g++) {
        cJSON *group = ranking_group(r, g);
        for (int list = 0; rc == 0 && list < RANKING_LISTS; list++)
            rc = ranking_rows(r, g, list, list_limit(r), append,
                              cJSON_AddArrayToObject(group, ranking_list_name(list)), err);
        cJSON_AddItemToArray(groups, group);
    }
    *out = ranking_model(r, "auditor/rank/1", groups, NULL);
    if (rc) {
        cJSON_Delete(*out);
        *out = NULL;
    }
    return rc;
}

/* Places from..end, as far as there is room. */
static int add_places(cJSON *group, const char *key, const struct ranking *r, size_t from,
                      size_t end, struct error *err)
{
    cJSON *side = cJSON_AddObjectToObject(group, key);
    cJSON_AddNumberToObject(side, "count", (double)(end - from));
    cJSON *rows = cJSON_AddArrayToObject(side, "rows");
    int rc = 0;
    for (size_t i = from; rc == 0 && i < end && i - from < ENDS_MOST; i++) {
        cJSON *row = NULL;
        rc = ranking_row_json(&row, r, &r->places[i], err);
        cJSON_AddItemToArray(rows, row);
    }
    return rc;
}

/* Those whose report is missing, scored or not, and those from whom none is due yet. */
static void add_absent(cJSON *group, const struct ranking *r, const struct ranking_group *g,
                       bool due)
{
    cJSON *list =
        cJSON_AddArrayToObject(group, ranking_list_name(due ? RANKING_MISSING : RANKING_NOTDUE));
    int n = 0;
    for (size_t i = g->from[0]; n < NAMES && i < g->from[RANKING_LISTS]; i++) {
        const struct roster_row *row = ranking_row(r, &r->places[i]);
        if (due ? !ranking_absent(row) : r->places[i].list != RANKING_NOTDUE)
            continue;
        cJSON *item = cJSON_CreateObject();
        cJSON_AddStringToObject(item, "code", row->code.p);
        cJSON_AddStringToObject(item, "name", row->name.p);
        cJSON_AddItemToArray(list, item);
        n++;
    }
}

/* Whole ranks only: who shares the last one shown is shown as well; in a small group nobody stands at both ends. */
static int summary_group(cJSON **out, const struct ranking *r, size_t number, struct error *err)
{
    const struct ranking_group *g = &r->groups[number];
    size_t from = g->from[RANKING_RANKED];
    size_t end = g->from[RANKING_RANKED + 1];
    size_t shown = (end - from) / 2 < ENDS ? (end - from) / 2 : ENDS;
    size_t best = from;
    size_t worst = end - shown;
    while (shown && best < end && r->places[best].rank <= shown)
        best++;
    while (shown && worst > from && r->places[worst - 1].rank == r->places[worst].rank)
        worst--;
    worst = worst < best ? best : worst;
    cJSON *group = *out = cJSON_CreateObject();
    int rc = add_places(group, "best", r, from, best, err);
    add_absent(group, r, g, true);
    cJSON_AddStringToObject(group, "name", ranking_row(r, &r->places[from])->class->group.p);
    add_absent(group, r, g, false);
    cJSON_AddItemToObject(group, "statistics", ranking_statistics(r, g));
    return rc ? rc : add_places(group, "worst", r, worst, end, err);
}

struct mover {
    const struct ranking_place *place;
    struct str code;
    int64_t by;
};

static bool goes_before(const struct mover *a, const struct mover *b)
{
    return !b->place || a->by > b->by || (a->by == b->by && str_cmp(a->code, b->code) < 0);
}

/* Who moved by most since last year. */
static int movers(cJSON **out, const struct ranking *r, struct error *err)
{
    struct mover list[MOVERS + 1] = { { 0 } };
    for (size_t i = 0; i < r->now.n; i++) {
        const struct roster_row *row = ranking_row(r, &r->places[i]);
        struct mover mover = { &r->places[i], row->code, 0 };
        if (!ranking_past_change(r, row, &mover.by) || mover.by == 0)
            continue;
        mover.by = mover.by < 0 ? -mover.by : mover.by;
        size_t at = MOVERS;
        for (; at > 0 && goes_before(&mover, &list[at - 1]); at--)
            list[at] = list[at - 1];
        list[at] = mover;
    }
    *out = cJSON_CreateArray();
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < MOVERS && list[i].place; i++) {
        cJSON *row = NULL;
        rc = ranking_row_json(&row, r, list[i].place, err);
        cJSON_AddItemToArray(*out, row);
    }
    return rc;
}

/* How far the year's corrections are, and what was changed, before everything else: keys stand in the order of bytes. */
static int add_corrections(cJSON *model, const struct ranking *r, struct error *err)
{
    cJSON *counts = NULL;
    int rc = corrections_count(&counts, r->store, r->now.year, decided_today(), err);
    cJSON_AddItemToObject(model, "corrections", counts);
    counts = cJSON_DetachItemFromObjectCaseSensitive(model, "corrections");
    cJSON_InsertItemInArray(model, 0, counts);
    struct revisions_counts revisions = { 0 };
    if (rc == 0)
        rc = revisions_count(&revisions, r->store, r->now.year, err);
    cJSON *changes = cJSON_CreateObject();
    cJSON_AddNumberToObject(changes, "changed", (double)revisions.changed);
    cJSON_AddNumberToObject(changes, "dated_back", (double)revisions.dated_back);
    cJSON_AddItemToObject(model, "changes", changes);
    changes = cJSON_DetachItemFromObjectCaseSensitive(model, "changes");
    cJSON_InsertItemInArray(model, 0, changes);
    return rc;
}

int ranking_summary(cJSON **out, const struct ranking *r, struct error *err)
{
    cJSON *groups = cJSON_CreateArray();
    cJSON *moved = NULL;
    int rc = 0;
    for (size_t g = 0; rc == 0 && g < r->group_count; g++) {
        cJSON *group = NULL;
        rc = summary_group(&group, r, g, err);
        cJSON_AddItemToArray(groups, group);
    }
    int moving = movers(&moved, r, rc ? NULL : err);
    *out = ranking_model(r, "auditor/summary/1", groups, moved);
    rc = rc ? rc : moving;
    if (rc == 0)
        rc = add_corrections(*out, r, err);
    if (rc) {
        cJSON_Delete(*out);
        *out = NULL;
    }
    return rc;
}
