/* mutation_cell.c - one cell of an official table that is wrong. */
#include <stdio.h>
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"

/* The cell gets a number: its text, the place, and the equations that no longer hold. */
static bool put_number(struct mutation *m, const struct mutation_cell *c, struct decimal value,
                       struct str digits)
{
    struct strbuf text = { 0 };
    mutation_renumber(&text, c, digits);
    bool ok = mutation_set_cell(m, c, strbuf_view(&text));
    if (ok) {
        struct mutation_values v;
        mutation_values_start(&v, c);
        v.values[c->index] = value;
        mutation_values_end(&v, m);
        mutation_at_cell(m, c);
        mutation_say(m, str_of(""), strbuf_view(&text));
        decimal_print(&m->from, c->cell->value);
        size_t equations = mutation_equations(c);
        m->exact = equations > 1;
        m->line_only = equations == 1;
    }
    strbuf_free(&text);
    return ok;
}

static bool add(struct mutation *m, const struct mutation_cell *c)
{
    struct decimal value = c->cell->value;
    struct strbuf digits = { 0 };
    value.value += m->kind->argument;
    decimal_print(&digits, value);
    bool ok = put_number(m, c, value, strbuf_view(&digits));
    strbuf_free(&digits);
    return ok;
}

bool make_cell_add(struct mutation *m)
{
    struct mutation_cell c;
    return mutation_cell_at(m, &c) && mutation_is_number(&c) && mutation_equations(&c) > 0 &&
           add(m, &c);
}

/* Cells that no equation binds: any other plausible number is as good. */
bool make_cell_unbound_add(struct mutation *m)
{
    struct mutation_cell c;
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) || mutation_equations(&c) > 0)
        return false;
    struct decimal value = c.cell->value;
    value.value += m->kind->argument;
    return mutation_in_bounds(m, &c, value) && add(m, &c);
}

/* A number that no other cell contradicts by a sum, but that cannot stand beside them. */
bool make_cell_past_bound(struct mutation *m)
{
    struct mutation_cell c;
    struct decimal value = { 0 };
    struct strbuf digits = { 0 };
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) ||
        !mutation_past_bound(m, &c, &value.value))
        return false;
    decimal_print(&digits, value);
    bool ok = put_number(m, &c, value, strbuf_view(&digits));
    strbuf_free(&digits);
    m->line_only = true;
    return ok;
}

/* The last two neighbouring digits that differ: 128 becomes 182. */
bool make_cell_swap_digits(struct mutation *m)
{
    struct mutation_cell c;
    char digits[32];
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) || mutation_equations(&c) == 0 ||
        c.cell->value.scale || c.cell->value.value < 10)
        return false;
    size_t n = (size_t)snprintf(digits, sizeof digits, "%lld", (long long)c.cell->value.value);
    size_t i = n - 1;
    while (i > 0 && digits[i] == digits[i - 1])
        i--;
    if (i == 0)
        return false;
    char left = digits[i - 1];
    digits[i - 1] = digits[i];
    digits[i] = left;
    struct decimal value = { strtoll(digits, NULL, 10), 0 };
    return put_number(m, &c, value, str_of(digits));
}

bool make_cell_append_zero(struct mutation *m)
{
    struct mutation_cell c;
    char digits[32];
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) || mutation_equations(&c) == 0 ||
        c.cell->value.scale || c.cell->value.value == 0)
        return false;
    struct decimal value = { c.cell->value.value * 10, 0 };
    snprintf(digits, sizeof digits, "%lld", (long long)value.value);
    return put_number(m, &c, value, str_of(digits));
}

static enum form_cell_type type_of(const struct mutation_cell *c)
{
    return (enum form_cell_type)c->layout->types[c->index];
}

bool make_cell_negative(struct mutation *m)
{
    struct mutation_cell c;
    struct strbuf digits = { 0 };
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) || type_of(&c) == FORM_CELL_SIGNED ||
        c.cell->value.value <= 0)
        return false;
    struct decimal value = { -c.cell->value.value, c.cell->value.scale };
    decimal_print(&digits, value);
    bool ok = put_number(m, &c, value, strbuf_view(&digits));
    strbuf_free(&digits);
    m->exact = m->line_only = false;
    return ok;
}

bool make_cell_fraction(struct mutation *m)
{
    struct mutation_cell c;
    struct strbuf digits = { 0 };
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) || type_of(&c) == FORM_CELL_MONEY ||
        c.cell->value.scale)
        return false;
    bool below = c.cell->value.value < 0;
    struct decimal value = { c.cell->value.value * 10 + (below ? -5 : 5), 1 };
    decimal_print(&digits, value);
    bool ok = put_number(m, &c, value, strbuf_view(&digits));
    strbuf_free(&digits);
    m->exact = m->line_only = false;
    m->expect_n = 0; /* what is no count proves nothing */
    return ok;
}

static bool put_text(struct mutation *m, const struct mutation_cell *c, struct str text)
{
    if (!mutation_set_cell(m, c, text))
        return false;
    mutation_at_cell(m, c);
    mutation_say(m, c->cell->raw, text);
    return true;
}

bool make_cell_text(struct mutation *m)
{
    static const char *const texts[] = { "", "/", "—", "若干", "无法统计" };
    struct mutation_cell c;
    return mutation_cell_at(m, &c) && mutation_is_number(&c) &&
           put_text(m, &c, str_of(texts[m->kind->argument]));
}

/* Money in a count, another unit of money than the form's. */
bool make_cell_unit(struct mutation *m)
{
    struct mutation_cell c;
    struct strbuf text = { 0 };
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c))
        return false;
    struct str due = c.layout->units ? c.layout->units[c.row] : str_of("");
    decimal_print(&text, c.cell->value);
    if (type_of(&c) != FORM_CELL_MONEY)
        strbuf_c(&text, "元");
    else
        strbuf_c(&text, due.n && !str_eq_c(due, "元") ? "元" : "件");
    bool ok = put_text(m, &c, strbuf_view(&text));
    strbuf_free(&text);
    return ok;
}

/* Full-width digits mean the same. */
bool make_cell_wide(struct mutation *m)
{
    struct mutation_cell c;
    struct strbuf text = { 0 };
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c))
        return false;
    for (size_t i = 0; i < c.cell->raw.n; i++) {
        char d = c.cell->raw.p[i];
        if (d >= '0' && d <= '9')
            strbuf_rune(&text, 0xFF10u + (uint32_t)(d - '0'));
        else
            strbuf_char(&text, d);
    }
    bool ok = put_text(m, &c, strbuf_view(&text));
    strbuf_free(&text);
    return ok;
}

/* Two neighbouring cells of a row took each other's number. */
bool make_cell_exchange(struct mutation *m)
{
    struct mutation_cell c;
    if (!mutation_cell_at(m, &c) || !mutation_is_number(&c) ||
        c.column + 1 == c.layout->column_count)
        return false;
    struct mutation_cell next = c;
    next.column++;
    next.index++;
    next.cell++;
    if (!mutation_is_number(&next) || decimal_cmp(c.cell->value, next.cell->value) == 0 ||
        !mutation_set_cell(m, &c, next.cell->raw) || !mutation_set_cell(m, &next, c.cell->raw))
        return false;
    struct mutation_values v;
    mutation_values_start(&v, &c);
    v.values[c.index] = next.cell->value;
    v.values[next.index] = c.cell->value;
    mutation_values_end(&v, m);
    mutation_at_cell(m, &c);
    m->column = str_of(""); /* both of them */
    m->line_only = true;
    m->coherent = m->expect_n == 0;
    mutation_say(m, c.cell->raw, next.cell->raw);
    return true;
}
