/* bound.c - see bound.h. */
#include "recognise/bound.h"

/* Sums of counts are exact; of amounts only the sign is asked. */
static const double little = 1e-6;

bool bound_applies(const struct form_bound *bound, const struct report *report)
{
    struct pattern_match match;
    struct error err = { 0 };
    bool found = false;
    if (bound->levels && !(bound->levels & 1u << report->level))
        return false;
    return !bound->except ||
           (pattern_find(bound->except, report->agency, 0, &found, &match, &err) == 0 && !found);
}

static bool value_of(const struct form_table *layout, const struct report_cell *cells, size_t cell,
                     double *out)
{
    const struct report_cell *c = &cells[cell];
    uint8_t type = layout->types[cell];
    if (c->kind != CELL_NUMBER || (type != FORM_CELL_SIGNED && c->value.value < 0) ||
        (type != FORM_CELL_MONEY && !decimal_is_integer(c->value)))
        return false;
    *out = (double)c->value.value;
    for (unsigned i = 0; i < c->value.scale; i++)
        *out /= 10;
    return true;
}

/* The sum of the cells with a figure, and one without, SIZE_MAX if there is none. */
static double add_up(const struct form_table *layout, const struct report_cell *cells,
                     const uint16_t *list, size_t n, size_t *without)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        double value = 0;
        if (value_of(layout, cells, list[i], &value))
            sum += value;
        else if (*without == SIZE_MAX)
            *without = list[i];
    }
    return sum;
}

static size_t first_above_zero(const struct form_table *layout, const struct form_bound *bound,
                               const struct report_cell *cells)
{
    for (size_t i = 0; i < bound->cell_count; i++) {
        double value = 0;
        if (value_of(layout, cells, bound->cells[i], &value) && value > 0)
            return bound->cells[i];
    }
    return bound->cells[0];
}

static bool is_broken(const struct form_bound *bound, double sum, double limit)
{
    switch (bound->kind) {
    case BOUND_MOST:
        return sum > limit + little;
    case BOUND_NEEDS:
        return sum > little / 10 && limit < little / 10;
    case BOUND_NONE:
        return sum > 0;
    }
    return false;
}

/* Which cell gives itself away: the figure above zero where none may be, the last of the limit. */
static void place(const struct form_table *layout, const struct form_bound *bound,
                  const struct report_cell *cells, struct bound_check *c)
{
    double own = 0;
    if (bound->kind == BOUND_NONE || (bound->kind == BOUND_NEEDS && bound->limit_count > 1)) {
        c->cell = first_above_zero(layout, bound, cells);
        return;
    }
    c->cell = bound->limit[bound->limit_count - 1];
    if (bound->kind == BOUND_MOST && value_of(layout, cells, c->cell, &own))
        c->due = c->sum - (c->limit - own);
}

struct bound_check bound_check(const struct form_table *layout, const struct form_bound *bound,
                               const struct report_cell *cells)
{
    struct bound_check c = { .state = BOUND_HOLDS };
    size_t without = SIZE_MAX;
    c.sum = add_up(layout, cells, bound->cells, bound->cell_count, &without);
    c.limit = add_up(layout, cells, bound->limit, bound->limit_count, &without);
    if (without != SIZE_MAX && !(bound->kind == BOUND_NONE && c.sum > 0)) {
        c.state = BOUND_OPEN;
        c.cell = without;
    } else if (is_broken(bound, c.sum, c.limit)) {
        c.state = BOUND_BROKEN;
        place(layout, bound, cells, &c);
    }
    return c;
}
