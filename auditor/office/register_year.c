/*
 * register_year.c - the register of one year; see register.h.
 *
 * Agencies are renamed, merged and founded between years, and pages bear the old name long after. Whoever
 * owes the report of a year also answers to the names of those it took over from and of those that took
 * over from it, as long as only one agency of the year can be meant.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "office/register.h"

bool register_owes(const struct agency *agency, int year)
{
    return (!agency->from || year >= agency->from) && (!agency->to || year <= agency->to);
}

/* A walk along predecessors or successors to the only agency that owes a report of the year. */
struct walk {
    const struct agency_register *reg;
    int year;
    int found; /* -1 none yet */
    bool several;
};

static void reach(struct walk *w, int agency)
{
    if (w->found >= 0 && w->found != agency)
        w->several = true;
    w->found = agency;
}

static void backward(struct walk *w, const struct agency *a)
{
    for (size_t i = 0; i < a->predecessor_count; i++) {
        int before = register_by_code(w->reg, a->predecessors[i]);
        if (before < 0)
            continue;
        if (register_owes(&w->reg->agencies[before], w->year))
            reach(w, before);
        else
            backward(w, &w->reg->agencies[before]);
    }
}

static bool follows(const struct agency *a, struct str code)
{
    for (size_t i = 0; i < a->predecessor_count; i++)
        if (str_eq(a->predecessors[i], code))
            return true;
    return false;
}

static void forward(struct walk *w, const struct agency *a)
{
    for (size_t i = 0; i < w->reg->n; i++) {
        const struct agency *next = &w->reg->agencies[i];
        if (next->predecessor_count == 0 || !follows(next, a->code))
            continue;
        if (register_owes(next, w->year))
            reach(w, (int)i);
        else
            forward(w, next);
    }
}

int register_in_year(const struct agency_register *reg, int agency, int year)
{
    const struct agency *a = &reg->agencies[agency];
    struct walk w = { .reg = reg, .year = year, .found = -1 };
    if (register_owes(a, year))
        return agency;
    if (a->from && year < a->from)
        backward(&w, a);
    else
        forward(&w, a);
    return w.several ? -1 : w.found;
}

static void copy_texts(struct arena *arena, struct agency *a)
{
    struct str *texts[] = { &a->code, &a->name, &a->group, &a->parent, &a->host, &a->deadline };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_str(arena, *texts[i]);
    struct str *codes = arena_alloc(arena, (a->predecessor_count + 1) * sizeof *codes);
    for (size_t i = 0; i < a->predecessor_count; i++)
        codes[i] = arena_str(arena, a->predecessors[i]);
    a->predecessors = codes;
}

static void add_alias(struct arena *arena, struct agency *a, size_t *room, struct str name)
{
    if (a->alias_count == *room) {
        *room = *room * 2 + 4;
        struct str *more = arena_alloc(arena, *room * sizeof *more);
        for (size_t i = 0; i < a->alias_count; i++)
            more[i] = a->aliases[i];
        a->aliases = more;
    }
    a->aliases[a->alias_count++] = arena_str(arena, name);
}

struct making {
    const struct agency_register *from;
    struct agency_register *to;
    int year;
    int *heir;    /* by agency of `from`: its place in `to`, or that of who stands for it; -1 */
    size_t *room; /* by agency of `to`: for aliases */
};

static void take_active(struct making *m)
{
    for (size_t i = 0; i < m->from->n; i++) {
        m->heir[i] = -1;
        if (!register_owes(&m->from->agencies[i], m->year))
            continue;
        struct agency *a = &m->to->agencies[m->to->n];
        *a = m->from->agencies[i];
        copy_texts(m->to->arena, a);
        a->alias_count = 0;
        a->aliases = NULL;
        m->heir[i] = (int)m->to->n++;
    }
}

/* The names of agency `i` of all years go to whoever stands for it in this one. */
static void give_names(struct making *m, size_t i)
{
    const struct agency *a = &m->from->agencies[i];
    int place = m->heir[i];
    bool own = place >= 0;
    if (!own) {
        int in_year = register_in_year(m->from, (int)i, m->year);
        place = in_year < 0 ? -1 : m->heir[in_year];
    }
    if (place < 0)
        return;
    struct agency *to = &m->to->agencies[place];
    if (!own)
        add_alias(m->to->arena, to, &m->room[place], a->name);
    for (size_t k = 0; k < a->alias_count; k++)
        add_alias(m->to->arena, to, &m->room[place], a->aliases[k]);
}

/* A parent that is gone passes its children on. */
static void mend_parents(struct making *m)
{
    for (size_t i = 0; i < m->to->n; i++) {
        struct agency *a = &m->to->agencies[i];
        int parent = a->parent.n ? register_by_code(m->from, a->parent) : -1;
        if (parent < 0 || m->heir[parent] >= 0)
            continue;
        int in_year = register_in_year(m->from, parent, m->year);
        a->parent = in_year < 0 ? str_of("") : m->to->agencies[m->heir[in_year]].code;
    }
}

void register_of_year(struct agency_register **out, const struct agency_register *reg, int year)
{
    struct making m = { .from = reg, .year = year };
    m.to = mem_zero(1, sizeof *m.to);
    m.to->arena = arena_new();
    m.to->agencies = mem_zero(reg->n + 1, sizeof *m.to->agencies);
    m.heir = mem_zero(reg->n + 1, sizeof *m.heir);
    m.room = mem_zero(reg->n + 1, sizeof *m.room);
    take_active(&m);
    for (size_t i = 0; i < reg->n; i++)
        give_names(&m, i);
    mend_parents(&m);
    free(m.heir);
    free(m.room);
    register_index(m.to);
    register_index_titles(m.to);
    *out = m.to;
}
