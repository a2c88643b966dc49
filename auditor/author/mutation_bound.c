/*
 * mutation_bound.c - numbers that the bounds of a form do not allow.
 *
 * The bounds are evaluated here once more, by the whole numbers that a bench makes, so that an error
 * in recognise/bound.c does not hide itself. Whom a bound is for is taken from there.
 */
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "recognise/bound.h"

/* In millionths; false for a cell that is no figure or one that its form does not allow. */
static bool figure(const struct mutation_values *v, uint16_t cell, int64_t *sum)
{
    struct decimal d = v->values[cell];
    bool sign = v->at->layout->types[cell] == FORM_CELL_SIGNED;
    if (!v->known[cell] || (d.value < 0 && !sign))
        return false;
    for (unsigned i = d.scale; i < 6; i++)
        d.value *= 10;
    *sum += d.value;
    return true;
}

static bool broken(const struct mutation_values *v, const struct form_bound *b)
{
    int64_t sum = 0, limit = 0;
    bool whole = true;
    for (size_t i = 0; i < b->cell_count; i++)
        whole &= figure(v, b->cells[i], &sum);
    for (size_t i = 0; i < b->limit_count; i++)
        whole &= figure(v, b->limit[i], &limit);
    switch (b->kind) {
    case BOUND_MOST:
        return whole && sum > limit;
    case BOUND_NEEDS:
        return whole && sum > 0 && limit <= 0;
    case BOUND_NONE:
        return sum > 0;
    }
    return false;
}

void mutation_expect_bounds(const struct mutation_values *v, struct mutation *m)
{
    const struct form_table *layout = v->at->layout;
    for (size_t i = 0; i < layout->bound_count; i++)
        if (broken(v, &layout->bounds[i]) && bound_applies(&layout->bounds[i], m->original->report))
            mutation_expect(m, layout->bounds[i].rule);
}

static void values_of(struct mutation_values *v, const struct mutation_cell *c,
                      struct decimal value)
{
    mutation_values_start(v, c);
    v->values[c->index] = value;
}

static void drop(struct mutation_values *v)
{
    free(v->values);
    free(v->known);
}

bool mutation_in_bounds(const struct mutation *m, const struct mutation_cell *c,
                        struct decimal value)
{
    struct mutation_values v;
    bool ok = true;
    values_of(&v, c, value);
    for (size_t i = 0; i < c->layout->bound_count; i++)
        ok &= !broken(&v, &c->layout->bounds[i]) ||
              !bound_applies(&c->layout->bounds[i], m->original->report);
    drop(&v);
    return ok;
}

/* All but the cell itself, in whole numbers. */
static int64_t others(const struct mutation_cell *c, const uint16_t *cells, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        if (cells[i] != c->index && c->table->cells[cells[i]].kind == CELL_NUMBER)
            sum += decimal_integer(c->table->cells[cells[i]].value);
    return sum;
}

static bool try_value(const struct mutation *m, const struct mutation_cell *c, int64_t value,
                      int64_t *out)
{
    if (value < 0 || decimal_cmp(c->cell->value, (struct decimal){ value, 0 }) == 0 ||
        mutation_in_bounds(m, c, (struct decimal){ value, 0 }))
        return false;
    *out = value;
    return true;
}

bool mutation_past_bound(const struct mutation *m, const struct mutation_cell *c, int64_t *out)
{
    if (!mutation_in_bounds(m, c, c->cell->value))
        return false; /* it is past it already */
    for (size_t i = 0; i < c->layout->bound_count; i++) {
        const struct form_bound *b = &c->layout->bounds[i];
        int64_t sum = others(c, b->cells, b->cell_count);
        int64_t limit = others(c, b->limit, b->limit_count);
        if (try_value(m, c, limit - sum + 1, out) || try_value(m, c, sum - limit - 1, out) ||
            try_value(m, c, 0, out) || try_value(m, c, 1, out))
            return true;
    }
    return false;
}
