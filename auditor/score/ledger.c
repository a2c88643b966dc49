/* ledger.c - see ledger.h. */
#include "score/ledger.h"

#include <stdlib.h>

#include "base/mem.h"

struct ledger *ledger_new(int64_t max)
{
    struct ledger *ledger = mem_zero(1, sizeof *ledger);
    ledger->max = ledger->score = max;
    ledger->best_band = -1;
    ledger->arena = arena_new();
    return ledger;
}

void ledger_free(struct ledger *ledger)
{
    if (!ledger)
        return;
    arena_free(ledger->arena);
    free(ledger->entries);
    free(ledger);
}

struct ledger_entry *ledger_add(struct ledger *ledger)
{
    ledger->entries = mem_grow(ledger->entries, ledger->n, &ledger->cap, sizeof *ledger->entries);
    struct ledger_entry *entry = &ledger->entries[ledger->n++];
    *entry = (struct ledger_entry){ .indicator = -1 };
    return entry;
}

int64_t ledger_sum(const struct ledger *ledger)
{
    int64_t sum = 0;
    for (size_t i = 0; i < ledger->n; i++)
        sum += ledger->entries[i].amount;
    return sum;
}

int64_t ledger_of_rule(const struct ledger *l, struct str rule)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->n; i++)
        if (str_eq(l->entries[i].rule, rule))
            sum += l->entries[i].amount;
    return sum;
}

int64_t ledger_of_indicator(const struct ledger *l, const struct profile *profile, int indicator)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->n; i++)
        if (l->entries[i].kind == LEDGER_DEDUCTION &&
            profile_below(profile, l->entries[i].indicator, indicator))
            sum += l->entries[i].amount;
    return sum;
}

const char *ledger_kind_name(enum ledger_kind kind)
{
    static const char *const names[] = { "deduction", "veto",    "floor",   "scale",
                                         "bonus",     "missing", "rounding" };
    return names[kind];
}

const char *ledger_limit_name(enum ledger_limit limit)
{
    static const char *const names[] = { NULL,   "cap",   "mutex",  "group",
                                         "gate", "level", "waiver", "threshold" };
    return names[limit];
}
