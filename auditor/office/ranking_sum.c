/* ranking_sum.c - figures of groups, and the commonest defects; see ranking_work.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "office/ranking_work.h"

enum { BINS = 20 }; /* of the maximum */

static int64_t score_at(const struct ranking *r, size_t place)
{
    return ranking_row(r, &r->places[place])->score;
}

static cJSON *histogram(const struct ranking *r, size_t from, size_t end)
{
    double bins[BINS] = { 0 };
    for (size_t i = from; i < end; i++) {
        int64_t bin = r->max > 0 ? score_at(r, i) * BINS / r->max : 0;
        bins[bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin]++;
    }
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < BINS; i++)
        cJSON_AddItemToArray(list, cJSON_CreateNumber(bins[i]));
    return list;
}

static void add_count(cJSON *out, const struct ranking_group *g, enum ranking_list list)
{
    cJSON_AddNumberToObject(out, ranking_list_name(list),
                            (double)(g->from[list + 1] - g->from[list]));
}

cJSON *ranking_statistics(const struct ranking *r, const struct ranking_group *g)
{
    cJSON *out = cJSON_CreateObject();
    size_t from = g->from[RANKING_RANKED];
    size_t end = g->from[RANKING_RANKED + 1];
    size_t absent = 0;
    int64_t sum = 0;
    int64_t n = (int64_t)(end - from);
    for (size_t i = from; i < g->from[RANKING_LISTS]; i++)
        absent += ranking_absent(ranking_row(r, &r->places[i]));
    for (size_t i = from; i < end; i++)
        sum += score_at(r, i);
    cJSON_AddNumberToObject(out, "absent", (double)absent);
    cJSON_AddNumberToObject(out, "agencies", (double)(g->from[RANKING_LISTS] - from));
    cJSON_AddItemToObject(out, "distribution", histogram(r, from, end));
    if (n)
        ranking_points(out, "highest", score_at(r, from));
    add_count(out, g, RANKING_INCOMPLETE);
    if (n) {
        int64_t middle =
            score_at(r, from + (size_t)(n - 1) / 2) + score_at(r, from + (size_t)n / 2);
        ranking_points(out, "lowest", score_at(r, end - 1));
        ranking_points(out, "mean", (sum + n / 2) / n);
        ranking_points(out, "median", (middle + 1) / 2);
    }
    add_count(out, g, RANKING_MISSING);
    add_count(out, g, RANKING_NOTDUE);
    add_count(out, g, RANKING_NOTSCORED);
    add_count(out, g, RANKING_RANKED);
    return out;
}

struct defect {
    const struct ranking_rule *rule;
    struct str id;
};

static int by_agencies(const void *a, const void *b)
{
    const struct defect *x = a;
    const struct defect *y = b;
    if (x->rule->agencies != y->rule->agencies)
        return x->rule->agencies > y->rule->agencies ? -1 : 1;
    return str_cmp(x->id, y->id);
}

cJSON *ranking_defects(const struct ranking *r)
{
    struct defect *order = mem_zero(r->rules.n + 1, sizeof *order);
    cJSON *list = cJSON_CreateArray();
    size_t n = 0;
    for (size_t i = 0; i < r->rules.n; i++)
        if (r->about[i].agencies)
            order[n++] = (struct defect){ &r->about[i], r->rules.ids[i] };
    if (n > 1)
        qsort(order, n, sizeof *order, by_agencies);
    for (size_t i = 0; i < n; i++) {
        cJSON *item = cJSON_CreateObject();
        cJSON_AddNumberToObject(item, "agencies", (double)order[i].rule->agencies);
        cJSON_AddNumberToObject(item, "count", (double)order[i].rule->count);
        ranking_points(item, "points", order[i].rule->points);
        cJSON_AddStringToObject(item, "rule", order[i].id.p);
        cJSON_AddStringToObject(item, "title", order[i].rule->title);
        cJSON_AddItemToArray(list, item);
    }
    free(order);
    return list;
}
