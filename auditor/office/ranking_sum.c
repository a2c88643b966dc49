/* ranking_sum.c - figures of groups, and the commonest defects; see ranking_work.h. */
#include "office/ranking_work.h"

#include <stdlib.h>

#include "base/mem.h"

enum { BINS = 20 }; /* of the maximum */

static cJSON *histogram(const struct ranking_work *w, const struct rank_row *rows, size_t n)
{
    double bins[BINS] = { 0 };
    for (size_t i = 0; i < n; i++) {
        int64_t bin = w->max > 0 ? rows[i].score * BINS / w->max : 0;
        bins[bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin]++;
    }
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < BINS; i++)
        cJSON_AddItemToArray(list, cJSON_CreateNumber(bins[i]));
    return list;
}

/* The ranked ones stand first, highest score first. */
cJSON *ranking_statistics(const struct ranking_work *w, const struct rank_row *rows, size_t n)
{
    cJSON *out = cJSON_CreateObject();
    int64_t sum = 0;
    size_t ranked = 0;
    for (; ranked < n && rows[ranked].rank; ranked++)
        sum += rows[ranked].score;
    cJSON_AddNumberToObject(out, "agencies", (double)n);
    cJSON_AddItemToObject(out, "distribution", histogram(w, rows, ranked));
    if (ranked) {
        int64_t middle = rows[(ranked - 1) / 2].score + rows[ranked / 2].score;
        ranking_points(out, "highest", rows[0].score);
        ranking_points(out, "lowest", rows[ranked - 1].score);
        ranking_points(out, "mean", (sum + (int64_t)ranked / 2) / (int64_t)ranked);
        ranking_points(out, "median", (middle + 1) / 2);
    }
    return out;
}

static int by_agencies(const void *a, const void *b)
{
    const struct ranking_rule *x = *(const struct ranking_rule *const *)a;
    const struct ranking_rule *y = *(const struct ranking_rule *const *)b;
    if (x->agencies != y->agencies)
        return x->agencies > y->agencies ? -1 : 1;
    return str_cmp(x->id, y->id);
}

cJSON *ranking_defects(const struct ranking_work *w)
{
    const struct ranking_rule **order = mem_zero(w->rule_count + 1, sizeof *order);
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < w->rule_count; i++)
        order[i] = &w->rules[i];
    if (w->rule_count > 1)
        qsort(order, w->rule_count, sizeof *order, by_agencies);
    for (size_t i = 0; i < w->rule_count; i++) {
        cJSON *item = cJSON_CreateObject();
        cJSON_AddNumberToObject(item, "agencies", (double)order[i]->agencies);
        cJSON_AddNumberToObject(item, "count", (double)order[i]->count);
        ranking_points(item, "points", order[i]->points);
        cJSON_AddStringToObject(item, "rule", order[i]->id.p);
        cJSON_AddStringToObject(item, "title", order[i]->title);
        cJSON_AddItemToArray(list, item);
    }
    free(order);
    return list;
}
