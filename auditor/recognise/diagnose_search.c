/* diagnose_search.c - one cell, two cells, or a row that slipped: exhaustive, but only around
 * what is broken. */
#include "recognise/diagnose_search.h"

#include <string.h>

#include "base/arena.h"

static void count_uses(struct net *net)
{
    const struct form_table *t = net->table->layout;
    size_t *n = arena_alloc(net->arena, net->cell_count * sizeof(*n));
    for (size_t e = 0; e < net->equation_count; e++) {
        for (size_t i = 0; net->closed[e] && i < t->equations[e].term_count; i++)
            n[t->equations[e].terms[i].cell]++;
    }
    for (size_t c = 0; c < net->cell_count; c++) {
        const struct report_cell *cell = &net->table->cells[c];
        net->cells[c].cell = (uint16_t)c;
        net->cells[c].uses = arena_alloc(net->arena, n[c] * sizeof(struct net_use) + 1);
        net->cells[c].counts = t->types[c] != FORM_CELL_SIGNED;
        if (n[c] != 0)
            net->cells[c].value = decimal_integer(cell->value);
    }
}

void net_build(struct net *net, const struct report_table *table, struct arena *arena)
{
    const struct form_table *t = table->layout;
    net->table = table;
    net->arena = arena;
    net->cell_count = t->row_count * t->column_count;
    net->equation_count = t->equation_count;
    net->cells = arena_alloc(arena, net->cell_count * sizeof(*net->cells));
    count_uses(net);
    for (size_t e = 0; e < t->equation_count; e++) {
        for (size_t i = 0; net->closed[e] && i < t->equations[e].term_count; i++) {
            struct net_cell *c = &net->cells[t->equations[e].terms[i].cell];
            struct net_use *uses = (struct net_use *)c->uses;
            uses[c->n++] = (struct net_use){ (uint16_t)e, t->equations[e].terms[i].factor };
        }
    }
}

void findings_add(const struct net *net, struct findings *out, struct diagnosis_candidate *c)
{
    for (size_t i = 0; i < c->n; i++) {
        if (c->changes[i].kind == NULL)
            c->changes[i].kind = diagnose_kind(c->changes[i].found, c->changes[i].right);
    }
    int likely = diagnose_likely(net, c);
    if (out->list == NULL)
        out->list = arena_alloc(net->arena, DIAGNOSIS_CANDIDATES * sizeof(*out->list));
    out->total++;
    if (out->n == DIAGNOSIS_CANDIDATES && likely <= out->likely[out->n - 1])
        return;
    size_t at = out->n < DIAGNOSIS_CANDIDATES ? out->n++ : out->n - 1;
    for (; at > 0 && out->likely[at - 1] < likely; at--) {
        out->likely[at] = out->likely[at - 1];
        out->list[at] = out->list[at - 1];
    }
    out->likely[at] = likely;
    out->list[at] = *c;
}

static struct diagnosis_change change_of(const struct net *net, size_t cell, int64_t delta)
{
    const struct net_cell *c = &net->cells[cell];
    return (struct diagnosis_change){ c->cell, c->value, c->value + delta, NULL };
}

static bool allowed(const struct net_cell *c, int64_t delta)
{
    return delta != 0 && (!c->counts || c->value + delta >= 0);
}

/* The change of a cell that mends an equation in which it stands. */
static bool delta_for(const struct net *net, const struct net_use *use, int64_t *delta)
{
    *delta = -net->off[use->equation] / use->factor;
    return *delta * use->factor == -net->off[use->equation];
}

bool net_mends(const struct net *net, size_t cell, int64_t *delta, size_t most)
{
    const struct net_cell *c = &net->cells[cell];
    if (c->n < most || c->n == 0 || !delta_for(net, &c->uses[0], delta) || !allowed(c, *delta))
        return false;
    for (size_t i = 0; i < c->n; i++) {
        if (net->off[c->uses[i].equation] + c->uses[i].factor * *delta != 0)
            return false;
    }
    return true;
}

/* The broken equation of the part with the fewest cells. */
static const struct form_equation *narrowest(const struct net *net, const bool *part, size_t *left)
{
    const struct form_table *t = net->table->layout;
    const struct form_equation *best = NULL;
    *left = 0;
    for (size_t e = 0; e < net->equation_count; e++) {
        if (!part[e])
            continue;
        ++*left;
        if (best == NULL || t->equations[e].term_count < best->term_count)
            best = &t->equations[e];
    }
    return best;
}

void search_one(const struct net *net, const bool *part, struct findings *out)
{
    size_t left;
    const struct form_equation *e = narrowest(net, part, &left);
    for (size_t i = 0; e != NULL && i < e->term_count; i++) {
        size_t cell = e->terms[i].cell;
        int64_t delta;
        if (!net_mends(net, cell, &delta, left) || net->cells[cell].n != left)
            continue;
        bool inside = true;
        for (size_t k = 0; k < net->cells[cell].n; k++)
            inside &= part[net->cells[cell].uses[k].equation];
        struct diagnosis_candidate c = { .n = 1 };
        c.changes[0] = change_of(net, cell, delta);
        if (inside)
            findings_add(net, out, &c);
    }
}

/* What is off once a cell is changed; applied and taken back in place. */
static void apply(const struct net *net, size_t cell, int64_t delta, int64_t *off)
{
    const struct net_cell *c = &net->cells[cell];
    for (size_t i = 0; i < c->n; i++)
        off[c->uses[i].equation] += c->uses[i].factor * delta;
}

struct pair_search {
    const struct net *net;
    const bool *part;
    int64_t *off; /* a copy to work on */
    struct findings *out;
    size_t first;
    int64_t delta;
    uint16_t wrong[64]; /* equations off once the first cell is changed */
    size_t n;
};

/* The changes of a cell that are worth trying first: those that mend a broken equation. No two
 * cells share more than one equation, so in every pair that explains anything one of them mends an
 * equation in which the other does not stand. */
static size_t deltas_of(const struct pair_search *p, size_t cell, int64_t *out, size_t most)
{
    const struct net *net = p->net;
    const struct net_cell *c = &net->cells[cell];
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        int64_t delta;
        bool new = p->part[c->uses[i].equation] && delta_for(net, &c->uses[i], &delta);
        for (size_t k = 0; new &&k < n; k++)
            new = out[k] != delta;
        if (new &&n < most)
            out[n++] = delta;
    }
    return n;
}

/* The pair comes up once more with the cells in turn: it is counted then. */
static bool found_itself(const struct pair_search *p, size_t cell, int64_t delta)
{
    int64_t own[8];
    size_t n = deltas_of(p, cell, own, 8);
    for (size_t i = 0; i < n; i++) {
        if (own[i] == delta)
            return true;
    }
    return false;
}

/* The second cell must mend all that is left: it stands in every equation that is off, no other. */
static void second_cells(struct pair_search *p)
{
    const struct net *net = p->net;
    const struct form_equation *e = &net->table->layout->equations[p->wrong[0]];
    for (size_t i = 0; i < e->term_count; i++) {
        size_t cell = e->terms[i].cell;
        const struct net_cell *c = &net->cells[cell];
        int64_t delta = -p->off[p->wrong[0]] / e->terms[i].factor;
        bool fits = cell != p->first && c->n == p->n && allowed(c, delta) &&
                    delta * e->terms[i].factor == -p->off[p->wrong[0]];
        for (size_t k = 0; fits && k < c->n; k++)
            fits = p->off[c->uses[k].equation] + c->uses[k].factor * delta == 0 &&
                   p->off[c->uses[k].equation] != 0;
        if (!fits || (cell < p->first && found_itself(p, cell, delta)))
            continue;
        struct diagnosis_candidate d = { .n = 2 };
        size_t low = cell < p->first;
        d.changes[low] = change_of(net, p->first, p->delta);
        d.changes[!low] = change_of(net, cell, delta);
        if (d.changes[0].right == d.changes[1].found && d.changes[1].right == d.changes[0].found)
            d.changes[0].kind = d.changes[1].kind = "column-shifted";
        findings_add(net, p->out, &d);
    }
}

static void try_first(struct pair_search *p, size_t cell, int64_t delta)
{
    const struct net *net = p->net;
    if (!allowed(&net->cells[cell], delta))
        return;
    p->first = cell;
    p->delta = delta;
    p->n = 0;
    apply(net, cell, delta, p->off);
    for (size_t e = 0; e < net->equation_count && p->n < 64; e++) {
        bool watched = net->closed[e] && (p->part[e] || net->off[e] == 0);
        if (watched && p->off[e] != 0)
            p->wrong[p->n++] = (uint16_t)e;
    }
    if (p->n != 0 && p->n <= 8)
        second_cells(p);
    apply(net, cell, -delta, p->off);
}

void search_two(const struct net *net, const bool *part, struct findings *out)
{
    struct pair_search p = { .net = net, .part = part, .out = out };
    p.off = arena_alloc(net->arena, net->equation_count * sizeof(*p.off) + 1);
    memcpy(p.off, net->off, net->equation_count * sizeof(*p.off));
    /* of every pair the cell that mends a broken equation is tried first */
    for (size_t cell = 0; cell < net->cell_count; cell++) {
        int64_t delta[8];
        size_t n = deltas_of(&p, cell, delta, 8);
        for (size_t i = 0; i < n; i++)
            try_first(&p, cell, delta[i]);
    }
}

/* The values of a row's parts, moved by one column. */
static bool slip(const struct net *net, const bool *part, const struct form_equation *e, int step,
                 struct diagnosis_candidate *c)
{
    uint16_t cells[DIAGNOSIS_CHANGES];
    size_t n = 0;
    for (size_t i = 0; i < e->term_count; i++) {
        if ((int)e->terms[i].cell == e->stated)
            continue;
        if (n == DIAGNOSIS_CHANGES || net->cells[e->terms[i].cell].n == 0)
            return false;
        cells[n++] = e->terms[i].cell;
    }
    if (n < 3 || net->cells[cells[step > 0 ? n - 1 : 0]].value != 0)
        return false;
    int64_t *off = arena_alloc(net->arena, net->equation_count * sizeof(*off) + 1);
    memcpy(off, net->off, net->equation_count * sizeof(*off));
    c->n = 0;
    for (size_t i = 0; i < n; i++) {
        bool end = step > 0 ? i == 0 : i == n - 1;
        int64_t from = end ? net->cells[cells[step > 0 ? n - 1 : 0]].value
                           : net->cells[cells[i - (size_t)(step > 0 ? 1 : -1)]].value;
        int64_t delta = from - net->cells[cells[i]].value;
        if (delta == 0)
            continue;
        c->changes[c->n] = change_of(net, cells[i], delta);
        c->changes[c->n++].kind = "column-shifted";
        apply(net, cells[i], delta, off);
    }
    for (size_t k = 0; k < net->equation_count; k++) {
        if (net->closed[k] && off[k] != (part[k] || net->off[k] == 0 ? 0 : net->off[k]))
            return false;
    }
    return c->n > 2;
}

void search_slip(const struct net *net, const bool *part, struct findings *out)
{
    const struct form_table *t = net->table->layout;
    for (size_t e = 0; e < t->equation_count; e++) {
        for (int step = -1; step <= 1; step += 2) {
            struct diagnosis_candidate c = { .n = 0 };
            if (t->equations[e].by_row && t->equations[e].stated >= 0 && net->closed[e] &&
                slip(net, part, &t->equations[e], step, &c))
                findings_add(net, out, &c);
        }
    }
}
