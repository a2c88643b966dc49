/* bind_out.c - `out`: what a rule says about its duty. */
#include <string.h>

#include "engine/bind.h"
#include "engine/field.h"
#include "engine/outcome.h"

enum { MESSAGE_MAX = 1500, VALUE_MAX = 400, FORMULA_MAX = 1200 };

static struct outcome *outcome_of(lua_State *L, struct bind **b)
{
    bind_check(L, 1, BIND_OUT);
    *b = bind_of(L);
    if (!(*b)->outcome)
        luaL_error(L, "out: no rule is running");
    return (*b)->outcome;
}

/* The optional table of arguments at index 2; gives an empty one. */
static void check_arguments(lua_State *L, const char *what, const char *const *names)
{
    lua_settop(L, 2);
    if (lua_isnil(L, 2)) {
        lua_newtable(L);
        lua_replace(L, 2);
    }
    luaL_checktype(L, 2, LUA_TTABLE);
    field_known(L, 2, what, names);
}

/* { section =, table =, row =, column =, line = }: a place of something that is not there. */
static void read_plain_place(lua_State *L, int t, struct arena *arena, struct audit_place *place)
{
    static const char *const names[] = { "section", "table", "row", "column", "line", NULL };
    field_known(L, t, "at", names);
    place->section = field_str(L, t, "section", arena, false);
    place->table = field_str(L, t, "table", arena, false);
    place->row = field_str(L, t, "row", arena, false);
    place->column = field_str(L, t, "column", arena, false);
    if (lua_getfield(L, t, "line") != LUA_TNIL)
        place->line = (uint32_t)luaL_checkinteger(L, -1);
    lua_pop(L, 1);
}

/* The place that the value on top names; nil is the document as a whole. */
static void read_place(lua_State *L, struct bind *b, const char *name, struct audit_place *place)
{
    int index = lua_gettop(L);
    *place = (struct audit_place){ 0 };
    if (lua_type(L, index) == LUA_TTABLE)
        read_plain_place(L, index, b->arena, place);
    else if (!lua_isnil(L, index) && !bind_place(L, b, index, place))
        field_wrong(L, name, "a handle of the report");
}

static bool same_place(const struct audit_place *a, const struct audit_place *b)
{
    return str_eq(a->section, b->section) && str_eq(a->table, b->table) && str_eq(a->row, b->row) &&
           str_eq(a->column, b->column) && a->block == b->block && a->raw_at == b->raw_at &&
           a->raw_len == b->raw_len && a->line == b->line;
}

static void read_evidence(lua_State *L, struct bind *b, struct audit_finding *f)
{
    lua_Integer n = 0;
    lua_getfield(L, 2, "at");
    struct audit_place at;
    read_place(L, b, "at", &at);
    lua_pop(L, 1);
    int type = lua_getfield(L, 2, "evidence");
    int list = lua_gettop(L);
    if (type != LUA_TNIL && type != LUA_TTABLE)
        field_wrong(L, "evidence", "a list of handles");
    if (type == LUA_TTABLE)
        n = luaL_len(L, list);
    if (n > OUTCOME_EVIDENCE - 1)
        n = OUTCOME_EVIDENCE - 1;
    f->evidence = arena_alloc(b->arena, (size_t)(n + 1) * sizeof *f->evidence);
    f->evidence[f->evidence_count++] = at;
    for (lua_Integer i = 1; i <= n; i++) {
        struct audit_place *place = &f->evidence[f->evidence_count];
        if (lua_geti(L, list, i) != LUA_TNIL) {
            read_place(L, b, "evidence", place);
            f->evidence_count += !same_place(place, &at);
        }
        lua_pop(L, 1);
    }
    struct str quote = field_value(L, 2, "quote", b->arena, VALUE_MAX);
    if (quote.n)
        f->evidence[0].quote = quote;
    for (size_t i = 0; i < f->evidence_count; i++)
        outcome_keep_place(&f->evidence[i], b->arena);
    lua_settop(L, list - 1);
}

static void read_cause(lua_State *L, struct bind *b, struct outcome_cause *cause)
{
    static const char *const names[] = { "rule", "at", NULL };
    int type = lua_getfield(L, 2, "cause");
    int t = lua_gettop(L);
    if (type == LUA_TTABLE) {
        field_known(L, t, "cause", names);
        cause->rules[0] = field_str(L, t, "rule", b->arena, true);
        cause->count = 1;
        cause->anywhere = lua_getfield(L, t, "at") == LUA_TNIL;
        read_place(L, b, "cause.at", &cause->place);
        outcome_keep_place(&cause->place, b->arena);
    } else if (type != LUA_TNIL) {
        field_wrong(L, "cause", "{ rule = , at = }");
    }
    lua_settop(L, t - 1);
}

static void read_basis(lua_State *L, struct bind *b, struct audit_finding *f)
{
    f->basis_count = field_list(L, 2, "basis", b->arena, &f->basis);
    if (f->basis_count > 0)
        return;
    const struct rule_info *info = &b->rule->info;
    const struct form *form = b->report->form;
    const struct rule_basis *basis = form ? rule_basis_of(b->rule, b->report->forms, form) : NULL;
    f->basis = form ? (basis ? basis->items : NULL) : info->basis;
    f->basis_count = form ? (basis ? basis->count : 0) : info->basis_count;
}

static void read_diagnosis(lua_State *L, struct bind *b, struct audit_finding *f)
{
    if (lua_getfield(L, 2, "diagnosis") != LUA_TNIL) {
        const struct bind_handle *h = bind_any(L, lua_gettop(L));
        if (!h || h->type != BIND_DIAGNOSIS)
            field_wrong(L, "diagnosis", "the diagnosis of a violation");
        bind_diagnose(b, h, &f->diagnosis);
    }
    lua_pop(L, 1);
}

static int add_finding(lua_State *L, const char *what, bool informational)
{
    static const char *const names[] = { "at",       "basis",    "cause", "diagnosis", "evidence",
                                         "expected", "formula",  "found", "message",   "quote",
                                         "remedy",   "severity", NULL };
    static const char *const severities[] = { "advice", "minor", "major", "veto", NULL };
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct outcome_finding new = { 0 };
    struct audit_finding *f = &new.finding;
    check_arguments(L, what, names);
    int severity = field_word(L, 2, "severity", severities);
    f->severity =
        severity < 0 ? b->rule->info.severity : (enum audit_severity)(severity + SEVERITY_ADVICE);
    if (informational)
        f->severity = SEVERITY_NONE;
    f->informational = informational;
    if (o->finding_count < OUTCOME_FINDINGS) {
        f->message = b->rule->info.title;
        f->remedy = b->rule->info.remedy;
        f->cause = f->fingerprint = str_of("");
        field_text(L, 2, "message", b->arena, MESSAGE_MAX, &f->message);
        field_text(L, 2, "remedy", b->arena, MESSAGE_MAX, &f->remedy);
        f->expected = field_value(L, 2, "expected", b->arena, VALUE_MAX);
        f->found = field_value(L, 2, "found", b->arena, VALUE_MAX);
        f->formula = field_value(L, 2, "formula", b->arena, FORMULA_MAX);
        read_basis(L, b, f);
        read_evidence(L, b, f);
        read_diagnosis(L, b, f);
        read_cause(L, b, &new.cause);
        struct outcome_finding *kept = outcome_add_finding(o); /* nothing raises from here on */
        new.order = kept->order;
        *kept = new;
    }
    o->finding_total++;
    o->failed = o->failed || !informational;
    o->informed = o->informed || informational;
    return 0;
}

static int l_fail(lua_State *L)
{
    return add_finding(L, "out:fail", false);
}

static int l_inform(lua_State *L)
{
    return add_finding(L, "out:inform", true);
}

/* Called for every place that is in order: the arguments are not even looked at. */
static int l_pass(lua_State *L)
{
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    if (!lua_isnoneornil(L, 2))
        luaL_checktype(L, 2, LUA_TTABLE);
    o->passed = true;
    return 0;
}

static void read_reason(lua_State *L, struct bind *b, const char *fallback,
                        struct audit_reason *reason)
{
    static const char *const names[] = { "code", "zh", "en", NULL };
    *reason = (struct audit_reason){ .code = str_of(fallback), .cause = str_of("") };
    reason->message = b->rule->info.title;
    int type = lua_getfield(L, 2, "reason");
    int t = lua_gettop(L);
    if (type == LUA_TTABLE) {
        field_known(L, t, "reason", names);
        struct str code = field_str(L, t, "code", b->arena, false);
        struct str zh = field_value(L, t, "zh", b->arena, MESSAGE_MAX);
        struct str en = field_value(L, t, "en", b->arena, MESSAGE_MAX);
        if (code.n)
            reason->code = code;
        if (zh.n || en.n) {
            reason->message.in[LANG_ZH] = zh.n ? zh : en;
            reason->message.in[LANG_EN] = en.n ? en : zh;
        }
    } else if (type != LUA_TNIL) {
        field_text(L, 2, "reason", b->arena, MESSAGE_MAX, &reason->message);
    }
    lua_settop(L, t - 1);
}

static int l_unknown(lua_State *L)
{
    static const char *const names[] = { "at", "cause", "reason", NULL };
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct outcome_open new = { 0 };
    check_arguments(L, "out:unknown", names);
    if (o->open_count >= OUTCOME_OPEN) {
        outcome_add_open(o);
        return 0;
    }
    read_reason(L, b, "undecided", &new.reason);
    lua_getfield(L, 2, "at");
    read_place(L, b, "at", &new.reason.place);
    outcome_keep_place(&new.reason.place, b->arena);
    read_cause(L, b, &new.cause);
    struct outcome_open *kept = outcome_add_open(o); /* nothing raises from here on */
    if (kept) {
        new.order = kept->order;
        *kept = new;
    }
    return 0;
}

static int l_notapplicable(lua_State *L)
{
    static const char *const names[] = { "at", "reason", NULL };
    struct bind *b;
    struct outcome *o = outcome_of(L, &b);
    struct audit_reason reason;
    check_arguments(L, "out:notapplicable", names);
    o->notapplicable = true;
    if (o->reason)
        return 0;
    read_reason(L, b, "not-applicable", &reason);
    lua_getfield(L, 2, "at");
    read_place(L, b, "at", &reason.place);
    outcome_keep_place(&reason.place, b->arena);
    o->reason = arena_alloc(b->arena, sizeof *o->reason);
    *o->reason = reason;
    return 0;
}

static const luaL_Reg methods[] = { { "fail", l_fail },
                                    { "inform", l_inform },
                                    { "pass", l_pass },
                                    { "unknown", l_unknown },
                                    { "notapplicable", l_notapplicable },
                                    { NULL, NULL } };

const struct bind_class bind_out = { .name = "out", .methods = methods };
