/* bind_bound.c - report:bounds(rule): the bounds of a form that the figures do not keep to. */
#include "engine/bind_cell.h"
#include "recognise/bound.h"

static void set_text(lua_State *L, struct bind *b, const char *field, const struct strbuf *text)
{
    bind_push_str(L, arena_str(b->scratch, strbuf_view(text)));
    lua_setfield(L, -2, field);
}

static void set_cell(lua_State *L, struct bind *b, const char *field, uint32_t table, size_t cell)
{
    bind_push_cell(L, b, table, cell);
    lua_setfield(L, -2, field);
}

static void push_value(struct strbuf *out, const struct report_table *t, size_t cell)
{
    if (t->cells[cell].kind == CELL_NUMBER)
        decimal_print(out, t->cells[cell].value);
    else
        strbuf_str(out, t->cells[cell].raw);
}

static void push_sum(struct strbuf *out, const struct report_table *t, const uint16_t *cells,
                     size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            strbuf_c(out, " + ");
        push_value(out, t, cells[i]);
    }
}

/* 5 > 1 + 3; 12 > 0, 0 + 0 = 0; 2 + 0 + 2 > 0. */
static void set_formula(lua_State *L, struct bind *b, const struct report_table *t,
                        const struct form_bound *bound)
{
    struct strbuf text = { 0 };
    push_sum(&text, t, bound->cells, bound->cell_count);
    strbuf_c(&text, bound->kind == BOUND_MOST ? " > " : " > 0");
    if (bound->kind == BOUND_NEEDS)
        strbuf_c(&text, ", ");
    push_sum(&text, t, bound->limit, bound->limit_count);
    if (bound->kind == BOUND_NEEDS)
        strbuf_c(&text, " = 0");
    set_text(L, b, "formula", &text);
    strbuf_free(&text);
}

static bool in_limit(const struct form_bound *bound, size_t cell)
{
    return bound->limit_count && bound->limit[bound->limit_count - 1] == cell;
}

static void set_figures(lua_State *L, struct bind *b, const struct report_table *t,
                        const struct form_bound *bound, const struct bound_check *c)
{
    struct strbuf due = { 0 }, found = { 0 };
    if (bound->kind == BOUND_MOST)
        strbuf_fmt(&due, "≥ %.0f", c->due);
    else
        strbuf_c(&due, in_limit(bound, c->cell) ? "> 0" : "0");
    push_value(&found, t, c->cell);
    set_text(L, b, "expected", &due);
    set_text(L, b, "found", &found);
    strbuf_free(&due);
    strbuf_free(&found);
}

static void set_cells(lua_State *L, struct bind *b, uint32_t table, const struct form_bound *bound)
{
    lua_Integer n = 0;
    lua_createtable(L, (int)(bound->cell_count + bound->limit_count), 0);
    for (size_t i = 0; i < bound->cell_count; i++) {
        bind_push_cell(L, b, table, bound->cells[i]);
        lua_rawseti(L, -2, ++n);
    }
    for (size_t i = 0; i < bound->limit_count; i++) {
        bind_push_cell(L, b, table, bound->limit[i]);
        lua_rawseti(L, -2, ++n);
    }
    lua_setfield(L, -2, "cells");
}

static void push_bound(lua_State *L, struct bind *b, uint32_t table, const struct form_bound *bound,
                       const struct bound_check *c)
{
    const struct report_table *t = &b->report->tables[table];
    sandbox_charge(L, 200);
    lua_createtable(L, 0, 7);
    lua_pushstring(L, c->state == BOUND_OPEN ? "open" : "broken");
    lua_setfield(L, -2, "state");
    set_cell(L, b, "at", table, c->cell);
    bind_push_names(L, bound->name_zh, bound->name_en);
    lua_setfield(L, -2, "name");
    if (c->state == BOUND_OPEN)
        return;
    set_cells(L, b, table, bound);
    set_formula(L, b, t, bound);
    set_figures(L, b, t, bound, c);
}

int bind_bounds(lua_State *L)
{
    struct bind *b = bind_of(L);
    struct str rule;
    lua_Integer n = 0, held = 0;
    rule.p = lua_tolstring(L, 2, &rule.n);
    lua_newtable(L);
    for (uint32_t i = 0; i < b->report->table_count; i++) {
        const struct report_table *t = &b->report->tables[i];
        for (size_t k = 0; t->present && k < t->layout->bound_count; k++) {
            const struct form_bound *bound = &t->layout->bounds[k];
            if (!str_eq(bound->rule, rule) || !bound_applies(bound, b->report))
                continue;
            struct bound_check c = bound_check(t->layout, bound, t->cells);
            if (c.state == BOUND_HOLDS) {
                held++;
                continue;
            }
            push_bound(L, b, i, bound, &c);
            lua_rawseti(L, -2, ++n);
        }
    }
    lua_pushinteger(L, held);
    return 2;
}
