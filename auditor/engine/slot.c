/* slot.c - see slot.h. */
#include "engine/slot.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "engine/state.h"

/* Where a slot of this id stands or belongs. */
static size_t position(const struct engine *engine, struct str id)
{
    size_t low = 0, high = engine->slot_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(engine->slots[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct slot *slot_find(const struct engine *engine, struct str id)
{
    size_t at = position(engine, id);
    return at < engine->slot_count && str_eq(engine->slots[at]->id, id) ? engine->slots[at] : NULL;
}

struct slot *slot_of(struct engine *engine, struct str id)
{
    struct slot *slot = slot_find(engine, id);
    if (slot)
        return slot;
    size_t at = position(engine, id);
    engine->slots =
        mem_grow(engine->slots, engine->slot_count, &engine->slot_cap, sizeof *engine->slots);
    memmove(&engine->slots[at + 1], &engine->slots[at],
            (engine->slot_count - at) * sizeof *engine->slots);
    engine->slot_count++;
    slot = engine->slots[at] = mem_zero(1, sizeof *slot);
    slot->id = arena_str(engine->arena, id);
    return slot;
}

void slot_free(struct slot *slot)
{
    free(slot->events);
    free(slot);
}

struct rule *slot_last(const struct slot *slot)
{
    for (size_t i = slot->n; i > 0; i--)
        if (slot->events[i - 1].kind == SLOT_DEFINED)
            return slot->events[i - 1].rule;
    return NULL;
}

static void note(struct slot_view *v, enum audit_override_kind kind, const struct pack *by,
                 struct str was)
{
    if (v->override_count == SLOT_OVERRIDES) /* the oldest are told by the packs themselves */
        memmove(v->overrides, v->overrides + 1, --v->override_count * sizeof *v->overrides);
    v->overrides[v->override_count++] =
        (struct audit_override){ .kind = kind, .by = by->info.name, .was = was };
}

static struct str severity_before(const struct slot_view *v)
{
    return str_of(audit_severity_name(v->relevelled ? v->severity : v->rule->info.severity));
}

/* A new definition begins anew: what was said of the earlier one does not hold for it. */
static void apply(struct slot_view *v, const struct slot_event *e)
{
    if (e->kind == SLOT_DEFINED) {
        struct str before = v->rule ? v->rule->info.pack : str_of("");
        *v = (struct slot_view){ .rule = e->rule };
        if (before.n)
            note(v, OVERRIDE_REPLACED, e->by, before);
    } else if (v->rule && e->kind == SLOT_DESELECTED) {
        v->deselected = e->by;
        note(v, OVERRIDE_DESELECTED, e->by, v->rule->info.pack);
    } else if (v->rule) {
        note(v, OVERRIDE_RELEVELLED, e->by, severity_before(v));
        v->relevelled = e->by;
        v->severity = e->severity;
    }
}

void slot_look(struct slot_view *out, const struct slot *slot, int year)
{
    *out = (struct slot_view){ 0 };
    for (size_t i = 0; i < slot->n; i++)
        if (year == SLOT_ANY_YEAR || pack_holds_for(slot->events[i].by, year))
            apply(out, &slot->events[i]);
}

void slot_add(struct engine *engine, struct slot *slot, struct slot_event event)
{
    struct slot_view view;
    slot->events = mem_grow(slot->events, slot->n, &slot->cap, sizeof *slot->events);
    slot->events[slot->n++] = event;
    slot_look(&view, slot, SLOT_ANY_YEAR);
    if (!view.rule)
        return;
    slot->info = view.rule->info;
    slot->info.deselected = view.deselected ? view.deselected->info.name : str_of("");
    slot->info.relevelled = view.relevelled ? view.severity : SEVERITY_NONE;
    slot->info.override_count = view.override_count;
    slot->info.overrides =
        arena_alloc(engine->arena, (view.override_count + 1) * sizeof *slot->info.overrides);
    memcpy(slot->info.overrides, view.overrides, view.override_count * sizeof *view.overrides);
}
