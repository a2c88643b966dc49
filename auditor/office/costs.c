/* costs.c - see costs.h. */
#include "office/costs.h"

#include <stdlib.h>

#include "base/mem.h"

size_t cost_rule(struct cost_rules *rules, struct str id)
{
    size_t found = map_get(&rules->numbers, id);
    if (found != SIZE_MAX)
        return found;
    if (!rules->arena)
        rules->arena = arena_new();
    rules->ids = mem_grow(rules->ids, rules->n, &rules->cap, sizeof *rules->ids);
    rules->ids[rules->n] = arena_str(rules->arena, id);
    map_add(&rules->numbers, rules->ids[rules->n], (uint32_t)rules->n);
    return rules->n++;
}

void cost_rules_free(struct cost_rules *rules)
{
    map_free(&rules->numbers);
    free(rules->ids);
    if (rules->arena)
        arena_free(rules->arena);
    *rules = (struct cost_rules){ 0 };
}

static int order(const struct cost_rules *rules, const struct cost *a, const struct cost *b)
{
    if (a->rule != b->rule)
        return str_cmp(rules->ids[a->rule], rules->ids[b->rule]);
    return a->severity < b->severity ? -1 : a->severity > b->severity;
}

void costs_add(struct costs *costs, struct cost_rules *rules, size_t row,
               const struct store_loss *loss)
{
    enum audit_severity severity = SEVERITY_NONE;
    audit_severity_parse(&severity, loss->severity);
    struct cost cost = { loss->deduction, (uint32_t)loss->count,
                         (unsigned)cost_rule(rules, loss->rule) & 0xFFFFFF, severity & 0xFF };
    if (costs->count[row] == 0)
        costs->from[row] = (uint32_t)costs->n;
    size_t at = costs->n;
    while (at > costs->from[row] && order(rules, &costs->list[at - 1], &cost) > 0)
        at--;
    if (at > costs->from[row] && order(rules, &costs->list[at - 1], &cost) == 0) {
        costs->list[at - 1].points += cost.points;
        costs->list[at - 1].count += cost.count;
        return;
    }
    costs->list = mem_grow(costs->list, costs->n, &costs->cap, sizeof *costs->list);
    for (size_t i = costs->n; i > at; i--)
        costs->list[i] = costs->list[i - 1];
    costs->list[at] = cost;
    costs->n++;
    costs->count[row]++;
}

void costs_free(struct costs *costs)
{
    free(costs->list);
    free(costs->from);
    free(costs->count);
    *costs = (struct costs){ 0 };
}
