/* diagnose.c - checks the equations of a table and explains those that are broken, part by part. */
#include "recognise/diagnose.h"

#include <string.h>

#include "base/arena.h"
#include "recognise/diagnose_search.h"

enum { MOST_PARTS = 64, LARGEST = 1000000000 };

struct work {
    struct net net;
    struct table_check *check;
};

static bool usable(const struct report_cell *c)
{
    return c->kind == CELL_NUMBER && decimal_is_integer(c->value) &&
           decimal_integer(c->value) <= LARGEST && decimal_integer(c->value) >= -LARGEST;
}

static void check_equation(const struct report_table *table, const struct form_equation *e,
                           struct equation_check *out)
{
    out->open_cell = -1;
    int64_t plus = 0, minus = 0;
    for (size_t i = 0; i < e->term_count; i++) {
        const struct report_cell *c = &table->cells[e->terms[i].cell];
        if (!usable(c)) {
            out->state = EQUATION_OPEN;
            out->open_cell = out->open_cell < 0 ? e->terms[i].cell : out->open_cell;
            continue;
        }
        int64_t value = decimal_integer(c->value) * e->terms[i].factor;
        if (e->terms[i].factor > 0)
            plus += value;
        else
            minus -= value;
    }
    out->left = e->stated >= 0 ? minus : plus;
    out->right = e->stated >= 0 ? plus : minus;
    if (out->open_cell < 0)
        out->state = plus == minus ? EQUATION_HOLDS : EQUATION_BROKEN;
}

/* The equation that names the cell best: it states the cell, else it runs along the row. */
static size_t lead_of(const struct work *w, const struct diagnosis *d)
{
    const struct form_table *t = w->net.table->layout;
    const struct net_cell *c = NULL;
    size_t best = d->equations[0];
    int most = -1;
    if (d->n != 0)
        c = &w->net.cells[d->candidates[0].changes[0].cell];
    for (size_t i = 0; i < d->equation_count; i++) {
        const struct form_equation *e = &t->equations[d->equations[i]];
        bool in = c == NULL;
        for (size_t k = 0; c != NULL && k < c->n; k++)
            in |= c->uses[k].equation == d->equations[i];
        int rank = (in ? 8 : 0) + (c != NULL && e->stated == (int)c->cell ? 4 : 0) +
                   (e->by_row ? 2 : 0) + (e->stated >= 0 ? 1 : 0);
        if (rank > most) {
            most = rank;
            best = d->equations[i];
        }
    }
    return best;
}

static void emit(struct work *w, const bool *part, const struct findings *f)
{
    struct table_check *check = w->check;
    struct diagnosis *d = &check->diagnoses[check->diagnosis_count++];
    d->candidates = f->list;
    d->n = f->n;
    d->total = f->total;
    d->unique = f->total == 1;
    d->equations = arena_alloc(w->net.arena, w->net.equation_count * sizeof(size_t) + 1);
    for (size_t e = 0; e < w->net.equation_count; e++) {
        if (!part[e])
            continue;
        d->equations[d->equation_count++] = e;
        check->equations[e].diagnosis = d;
    }
    d->lead = lead_of(w, d);
}

/* Explains the equations in which the changed cell stands by that cell alone, and takes them off
 * what is left to explain. */
static void emit_single(struct work *w, bool *part, const struct diagnosis_change *change)
{
    struct findings f = { 0 };
    struct diagnosis_candidate one = { .n = 1 };
    const struct net_cell *c = &w->net.cells[change->cell];
    bool *own = arena_alloc(w->net.arena, w->net.equation_count + 1);
    one.changes[0] = *change;
    one.changes[0].kind = NULL;
    for (size_t i = 0; i < c->n; i++) {
        uint16_t e = c->uses[i].equation;
        own[e] = part[e];
        part[e] = false;
    }
    findings_add(&w->net, &f, &one);
    emit(w, own, &f);
    for (size_t i = 0; i < c->n; i++)
        w->net.off[c->uses[i].equation] += c->uses[i].factor * (change->right - change->found);
}

static bool share_equation(const struct net_cell *a, const struct net_cell *b)
{
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            if (a->uses[i].equation == b->uses[k].equation)
                return true;
        }
    }
    return false;
}

/* The change that every explanation holds: 0 or 1, where it stands in the first; -1: none. */
static int common_change(const struct findings *f)
{
    for (int k = 0; k < 2; k++) {
        const struct diagnosis_change *c = &f->list[0].changes[k];
        size_t in = 0;
        for (size_t i = 0; i < f->n; i++) {
            for (size_t j = 0; j < 2; j++)
                in += f->list[i].changes[j].cell == c->cell &&
                      f->list[i].changes[j].right == c->right;
        }
        if (in == f->n && f->total == f->n)
            return k;
    }
    return -1;
}

/* The change alone mends all broken equations of its cell. */
static bool sole_cause(const struct work *w, const bool *part, const struct diagnosis_change *c)
{
    const struct net_cell *cell = &w->net.cells[c->cell];
    int64_t delta;
    for (size_t i = 0; i < cell->n; i++) {
        if (!part[cell->uses[i].equation])
            return false;
    }
    return net_mends(&w->net, c->cell, &delta, 1) && delta == c->right - c->found;
}

static bool explain_two(struct work *w, bool *part)
{
    struct findings f = { 0 };
    search_two(&w->net, part, &f);
    if (f.total == 0)
        return false;
    struct diagnosis_candidate first = f.list[0];
    bool apart = f.total == 1 && !share_equation(&w->net.cells[first.changes[0].cell],
                                                 &w->net.cells[first.changes[1].cell]);
    int sure = f.total > 1 ? common_change(&f) : -1;
    if (apart) {
        emit_single(w, part, &first.changes[0]);
        emit_single(w, part, &first.changes[1]);
    } else if (sure >= 0 && sole_cause(w, part, &first.changes[sure])) {
        struct findings rest = { 0 };
        emit_single(w, part, &first.changes[sure]);
        search_one(&w->net, part, &rest);
        emit(w, part, &rest);
    } else {
        emit(w, part, &f);
    }
    return true;
}

/* Marks in `out` what hangs together with equation e, through cells that two equations of `among`
 * both contain. */
static void spread(const struct work *w, size_t e, const bool *among, bool *out, bool *seen)
{
    const struct form_table *t = w->net.table->layout;
    out[e] = seen[e] = true;
    for (bool grown = true; grown;) {
        grown = false;
        for (size_t k = 0; k < w->net.equation_count; k++) {
            bool touches = false;
            for (size_t i = 0; among[k] && !seen[k] && i < t->equations[k].term_count; i++) {
                const struct net_cell *c = &w->net.cells[t->equations[k].terms[i].cell];
                for (size_t u = 0; u < c->n && !touches; u++)
                    touches = out[c->uses[u].equation];
            }
            if (touches)
                out[k] = seen[k] = grown = true;
        }
    }
}

/* Parts of the part that share no cell, where each is explained by one cell: told apart, unless two
 * cells together could also explain them otherwise. */
static bool explain_apart(struct work *w, const bool *part)
{
    size_t n = w->net.equation_count, parts = 0, product = 1;
    bool *seen = arena_alloc(w->net.arena, n + 1);
    bool *piece[MOST_PARTS];
    struct findings f[MOST_PARTS] = { { 0 } }, two = { 0 };
    for (size_t e = 0; e < n; e++) {
        if (!part[e] || seen[e])
            continue;
        if (parts == MOST_PARTS)
            return false;
        piece[parts] = arena_alloc(w->net.arena, n + 1);
        spread(w, e, part, piece[parts], seen);
        search_one(&w->net, piece[parts], &f[parts]);
        product *= f[parts].total;
        if (f[parts++].total == 0)
            return false;
    }
    if (parts == 2)
        search_two(&w->net, part, &two);
    if (parts < 2 || (parts == 2 && two.total != product))
        return false;
    for (size_t i = 0; i < parts; i++)
        emit(w, piece[i], &f[i]);
    return true;
}

/* A cell that alone mends two equations or more, and has no rival for any of them. */
static int certain_cell(const struct work *w, const bool *part, int64_t *delta)
{
    const struct net *net = &w->net;
    int *claim = arena_alloc(net->arena, net->equation_count * sizeof(int) + 1);
    for (size_t c = 0; c < net->cell_count; c++) {
        int64_t d;
        bool ours = net_mends(net, c, &d, 2);
        for (size_t i = 0; ours && i < net->cells[c].n; i++)
            ours = part[net->cells[c].uses[i].equation];
        for (size_t i = 0; ours && i < net->cells[c].n; i++)
            claim[net->cells[c].uses[i].equation]++;
    }
    for (size_t c = 0; c < net->cell_count; c++) {
        bool sole = net_mends(net, c, delta, 2);
        for (size_t i = 0; sole && i < net->cells[c].n; i++)
            sole = claim[net->cells[c].uses[i].equation] == 1;
        if (sole)
            return (int)c;
    }
    return -1;
}

static bool any(const bool *part, size_t n)
{
    return memchr(part, true, n) != NULL;
}

static void explain(struct work *w, bool *part)
{
    for (int peeled = 0; peeled < MOST_PARTS && any(part, w->net.equation_count); peeled++) {
        struct findings one = { 0 }, slips = { 0 };
        int64_t delta = 0;
        search_one(&w->net, part, &one);
        if (one.total != 0) {
            emit(w, part, &one);
            return;
        }
        if (explain_apart(w, part) || explain_two(w, part))
            return;
        search_slip(&w->net, part, &slips);
        int cell = slips.total != 0 ? -1 : certain_cell(w, part, &delta);
        if (cell < 0) {
            emit(w, part, &slips);
            return;
        }
        struct diagnosis_change change = { (uint16_t)cell, w->net.cells[cell].value,
                                           w->net.cells[cell].value + delta, NULL };
        emit_single(w, part, &change);
    }
}

static void explain_all(struct work *w, struct arena *arena)
{
    size_t n = w->net.equation_count;
    bool *seen = arena_alloc(arena, n + 1);
    net_build(&w->net, w->net.table, arena);
    w->check->diagnoses = arena_alloc(arena, (n + 1) * sizeof(struct diagnosis));
    for (size_t e = 0; e < n; e++) {
        if (seen[e] || w->check->equations[e].state != EQUATION_BROKEN)
            continue;
        bool *part = arena_alloc(arena, n + 1);
        spread(w, e, w->net.closed, part, seen);
        for (size_t k = 0; k < n; k++)
            part[k] &= w->check->equations[k].state == EQUATION_BROKEN;
        explain(w, part);
    }
}

struct table_check *diagnose_table(const struct report_table *table, struct arena *arena)
{
    const struct form_table *t = table->layout;
    struct table_check *check = arena_alloc(arena, sizeof(*check));
    struct work w = { .check = check };
    bool broken = false;
    check->table = table;
    check->equations = arena_alloc(arena, t->equation_count * sizeof(*check->equations) + 1);
    w.net.off = arena_alloc(arena, t->equation_count * sizeof(*w.net.off) + 1);
    w.net.closed = arena_alloc(arena, t->equation_count + 1);
    w.net.table = table;
    w.net.equation_count = t->equation_count;
    for (size_t e = 0; e < t->equation_count; e++) {
        struct equation_check *c = &check->equations[e];
        check_equation(table, &t->equations[e], c);
        w.net.closed[e] = c->state != EQUATION_OPEN;
        int64_t off = c->state == EQUATION_BROKEN ? c->left - c->right : 0;
        w.net.off[e] = t->equations[e].stated >= 0 ? -off : off;
        broken |= c->state == EQUATION_BROKEN;
    }
    if (broken)
        explain_all(&w, arena);
    return check;
}
