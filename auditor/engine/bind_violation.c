/* bind_violation.c - report:violations(rule): the equations of a rule, and the diagnosis of the broken. */
#include <inttypes.h>

#include "engine/bind_cell.h"

/* A diagnosis; i counts report->tables, j the table's equations. */

const struct api_class bind_diagnosis = {
    .name = "diagnosis",
    .type = "Diagnosis",
    .zh = "算式不成立的诊断；只能交给 out:fail 的 diagnosis",
    .en = "What a broken equation tells of the wrong cell; only to be handed to out:fail as its "
          "diagnosis",
    .example = "local diagnosis = report:violations('requests.row-total')[1].diagnosis",
};

static const struct diagnosis *diagnosis_of(struct bind *b, uint32_t table, size_t equation)
{
    const struct table_check *check = bind_check_of(b, table);
    return check ? check->equations[equation].diagnosis : NULL;
}

static void copy_candidate(struct bind *b, const struct form_table *layout,
                           const struct diagnosis_candidate *from, struct audit_change *to)
{
    for (size_t i = 0; i < from->n; i++) {
        const struct diagnosis_change *c = &from->changes[i];
        to[i].row = arena_str(b->arena, layout->rows[c->cell / layout->column_count].key);
        to[i].column = arena_str(b->arena, layout->columns[c->cell % layout->column_count].key);
        to[i].found = arena_fmt(b->arena, "%" PRId64, c->found);
        to[i].right = arena_fmt(b->arena, "%" PRId64, c->right);
        to[i].kind = arena_str(b->arena, str_of(c->kind));
    }
}

void bind_diagnose(struct bind *b, const struct bind_handle *h, struct audit_diagnosis *out)
{
    const struct diagnosis *d = diagnosis_of(b, h->i, h->j);
    const struct form_table *layout = b->report->tables[h->i].layout;
    *out = (struct audit_diagnosis){ .present = d != NULL };
    if (!d || d->n == 0)
        return;
    out->unique = d->unique;
    out->candidate_total = d->total;
    out->candidate_count = d->n;
    out->candidates = arena_alloc(b->arena, d->n * sizeof *out->candidates);
    out->candidate_sizes = arena_alloc(b->arena, d->n * sizeof *out->candidate_sizes);
    for (size_t i = 0; i < d->n; i++) {
        size_t n = d->candidates[i].n;
        out->candidates[i] = arena_alloc(b->arena, (n + 1) * sizeof **out->candidates);
        out->candidate_sizes[i] = n;
        copy_candidate(b, layout, &d->candidates[i], out->candidates[i]);
    }
    out->changes = out->candidates[0];
    out->change_count = out->candidate_sizes[0];
}

static bool leads(const struct diagnosis *d, size_t equation)
{
    return !d || d->lead == equation;
}

static bool names_cell(const struct diagnosis *d, size_t equation)
{
    return d && d->unique && d->n > 0 && d->candidates[0].n > 0 && d->lead == equation;
}

/* Where a finding on this equation stands: the cell that is wrong, if that is known; else the cell that
 * states the sum; for a balance, the first cell of its right side. */
static size_t violation_cell(const struct form_equation *e, const struct diagnosis *d,
                             size_t equation)
{
    if (names_cell(d, equation))
        return d->candidates[0].changes[0].cell;
    if (e->stated >= 0)
        return (size_t)e->stated;
    for (size_t i = 0; i < e->term_count; i++)
        if ((e->terms[i].factor > 0) != (e->terms[0].factor > 0))
            return e->terms[i].cell;
    return e->terms[0].cell;
}

static int64_t cell_value(const struct report_table *t, size_t cell)
{
    return t->cells[cell].kind == CELL_NUMBER ? decimal_integer(t->cells[cell].value) : 0;
}

/* What the cell would have to be for this equation to hold. */
static int64_t value_due(const struct report_table *t, const struct form_equation *e, size_t cell)
{
    int64_t rest = 0, factor = 1;
    for (size_t i = 0; i < e->term_count; i++) {
        if (e->terms[i].cell == cell)
            factor = e->terms[i].factor ? e->terms[i].factor : 1;
        else
            rest += e->terms[i].factor * cell_value(t, e->terms[i].cell);
    }
    return -rest / factor;
}

static void kind_word(struct strbuf *out, const char *kind, enum lang lang)
{
    static const char *const words[][3] = {
        { "digits-swapped", "相邻数字颠倒", "digits swapped" },
        { "digit-mistyped", "一位数字写错", "a digit mistyped" },
        { "digit-lost", "漏写一位数字", "a digit lost" },
        { "digit-added", "多写一位数字", "a digit too many" },
        { "column-shifted", "填错了栏", "shifted to another column" },
        { "off-by-one", "差1", "off by one" },
        { "mistyped", "数字写错", "mistyped" },
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_eq_c(str_of(kind), words[i][0]))
            strbuf_fmt(out, lang == LANG_EN ? " (%s)" : "（%s）",
                       words[i][lang == LANG_EN ? 2 : 1]);
}

static void say_candidate(struct strbuf *out, const struct form_table *layout,
                          const struct diagnosis_candidate *c, enum lang lang)
{
    for (size_t i = 0; i < c->n; i++) {
        if (i)
            strbuf_c(out, lang == LANG_EN ? " and " : "，同时");
        bind_cell_name(layout, c->changes[i].cell, lang, out);
        strbuf_fmt(out,
                   lang == LANG_EN ? " should be %" PRId64 ", not %" PRId64
                                   : "应为%" PRId64 "，写成了%" PRId64,
                   c->changes[i].right, c->changes[i].found);
        kind_word(out, c->changes[i].kind, lang);
    }
}

enum { NAMED_MAX = 3 }; /* candidates that the summary spells out */

static void say_diagnosis(struct strbuf *out, const struct form_table *layout,
                          const struct diagnosis *d, enum lang lang)
{
    bool en = lang == LANG_EN;
    if (!d || d->n == 0) {
        strbuf_c(out, en ? "one or two cells alone do not explain it" : "改动一两个单元格不能解释");
        return;
    }
    if (!d->unique)
        strbuf_fmt(out,
                   en ? "which cell is wrong is not unique (%zu possibilities): "
                      : "错在哪一格不能唯一确定（有%zu种可能）：",
                   d->total);
    for (size_t i = 0; i < d->n && i < (d->unique ? 1u : (size_t)NAMED_MAX); i++) {
        if (i)
            strbuf_c(out, en ? "; or " : "；或");
        say_candidate(out, layout, &d->candidates[i], lang);
    }
    if (!d->unique && d->total > NAMED_MAX)
        strbuf_c(out, en ? "; ..." : "；……");
}

static void set_summary(lua_State *L, struct bind *b, const struct form_table *layout,
                        const struct diagnosis *d)
{
    struct str said[LANG_COUNT];
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++) {
        struct strbuf text = { 0 };
        say_diagnosis(&text, layout, d, lang);
        said[lang] = arena_str(b->scratch, strbuf_view(&text));
        strbuf_free(&text);
    }
    bind_push_names(L, said[LANG_ZH], said[LANG_EN]);
    lua_setfield(L, -2, "summary");
}

static void set_int(lua_State *L, const char *field, int64_t value)
{
    lua_pushinteger(L, value);
    lua_setfield(L, -2, field);
}

static void set_text_int(lua_State *L, const char *field, int64_t value)
{
    lua_pushfstring(L, "%I", (LUAI_UACINT)value);
    lua_setfield(L, -2, field);
}

static void set_cell(lua_State *L, struct bind *b, const char *field, uint32_t table, size_t cell)
{
    bind_push_cell(L, b, table, cell);
    lua_setfield(L, -2, field);
}

static void set_cells(lua_State *L, struct bind *b, uint32_t table, const struct form_equation *e)
{
    lua_createtable(L, (int)e->term_count, 0);
    for (size_t i = 0; i < e->term_count; i++) {
        bind_push_cell(L, b, table, e->terms[i].cell);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "cells");
}

static void set_formula(lua_State *L, struct bind *b, const struct report_table *t, size_t equation)
{
    struct strbuf text = { 0 };
    diagnose_formula(t, equation, &text);
    struct str kept = arena_str(b->scratch, strbuf_view(&text));
    strbuf_free(&text);
    bind_push_str(L, kept);
    lua_setfield(L, -2, "formula");
}

static void set_broken(lua_State *L, struct bind *b, uint32_t table, size_t equation)
{
    const struct report_table *t = &b->report->tables[table];
    const struct form_equation *e = &t->layout->equations[equation];
    const struct diagnosis *d = diagnosis_of(b, table, equation);
    size_t cell = violation_cell(e, d, equation);
    bool named = names_cell(d, equation);
    set_cell(L, b, "at", table, cell);
    set_text_int(L, "found", cell_value(t, cell));
    set_text_int(L, "expected", named ? d->candidates[0].changes[0].right : value_due(t, e, cell));
    lua_pushboolean(L, leads(d, equation));
    lua_setfield(L, -2, "lead");
    set_summary(L, b, t->layout, d);
    bind_push(L, BIND_DIAGNOSIS, table, (uint32_t)equation, (struct span){ 0 });
    lua_setfield(L, -2, "diagnosis");
    if (leads(d, equation))
        return;
    const struct form_equation *lead = &t->layout->equations[d->lead];
    bind_push_str(L, lead->rule);
    lua_setfield(L, -2, "lead_rule");
    set_cell(L, b, "lead_at", table, violation_cell(lead, d, d->lead));
}

/* Pushes the record of one equation. */
static void push_violation(lua_State *L, struct bind *b, uint32_t table, size_t equation)
{
    static const char *const states[] = { "holds", "broken", "open" };
    const struct report_table *t = &b->report->tables[table];
    const struct form_equation *e = &t->layout->equations[equation];
    const struct equation_check *check = &bind_check_of(b, table)->equations[equation];
    sandbox_charge(L, 200);
    lua_createtable(L, 0, check->state == EQUATION_BROKEN ? 14 : 3);
    lua_pushstring(L, states[check->state]);
    lua_setfield(L, -2, "state");
    if (check->state != EQUATION_BROKEN) {
        set_cell(L, b, "at", table, violation_cell(e, NULL, equation));
        if (check->state == EQUATION_OPEN && check->open_cell >= 0)
            set_cell(L, b, "open_cell", table, (size_t)check->open_cell);
        return;
    }
    set_cells(L, b, table, e);
    set_int(L, "left", check->left);
    set_int(L, "right", check->right);
    set_formula(L, b, t, equation);
    set_broken(L, b, table, equation);
}

int bind_violations(lua_State *L)
{
    struct bind *b = bind_of(L);
    struct str rule;
    lua_Integer n = 0;
    rule.p = lua_tolstring(L, 2, &rule.n);
    lua_newtable(L);
    for (uint32_t i = 0; i < b->report->table_count; i++) {
        const struct form_table *layout = b->report->tables[i].layout;
        if (!b->report->tables[i].present)
            continue;
        for (size_t k = 0; k < layout->equation_count; k++)
            if (str_eq(layout->equations[k].rule, rule)) {
                push_violation(L, b, i, k);
                lua_rawseti(L, -2, ++n);
            }
    }
    return 1;
}
