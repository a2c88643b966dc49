/* bind.c - the classes, the open reports, and what a handle stands for; see bind.h. */
#include "engine/bind.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "engine/call.h"

static const struct api_class *const classes[BIND_TYPES + 1] = {
    [BIND_REPORT] = &bind_report,
    [BIND_SPAN] = &bind_span,
    [BIND_MATCH] = &bind_match,
    [BIND_DATE] = &bind_date,
    [BIND_TITLE] = &bind_title,
    [BIND_PERIOD] = &bind_period,
    [BIND_COMPOSITION] = &bind_composition,
    [BIND_PART] = &bind_part,
    [BIND_SECTION] = &bind_section,
    [BIND_OFFICIAL] = &bind_official,
    [BIND_HEADING] = &bind_heading,
    [BIND_PARAGRAPH] = &bind_paragraph,
    [BIND_OFFICIAL_TABLE] = &bind_official_table,
    [BIND_TABLE] = &bind_table,
    [BIND_ROW] = &bind_row,
    [BIND_CELL] = &bind_cell,
    [BIND_PROBLEM] = &bind_problem,
    [BIND_DIAGNOSIS] = &bind_diagnosis,
    [BIND_LINK] = &bind_link,
    [BIND_IMAGE] = &bind_image,
    [BIND_META] = &bind_meta,
    [BIND_NOTICE] = &bind_notice,
    [BIND_MARK] = &bind_mark,
    [BIND_QUANTITY] = &bind_quantity,
    [BIND_CLAIM] = &bind_claim,
    [BIND_STATEMENT] = &bind_statement,
    [BIND_SHARE] = &bind_share,
    [BIND_OUT] = &bind_out,
    [BIND_DOSSIER] = &bind_dossier,
    [BIND_CHILD] = &bind_child,
    [BIND_CARRIER] = &bind_carrier,
    [BIND_COPY] = &bind_copy,
    [BIND_PASSAGE] = &bind_passage,
};

const struct api_class *const *api_classes(void)
{
    return classes;
}

static int stale(lua_State *L, const struct bind_handle *h)
{
    const char *name = classes[h->type]->name;
    return luaL_error(L, tr("%s 的报告已检查完", "this %s belongs to a report that is done"), name);
}

/* NULL: it is done. */
static struct bind *holder(const struct engine *engine, const struct bind_handle *h)
{
    uint32_t i = h->generation - engine->generation;
    return i < engine->bind_count ? engine->binds[i] : NULL;
}

struct bind *bind_holder(lua_State *L, const struct bind_handle *h)
{
    struct bind *b = holder(engine_of(L), h);
    if (!b)
        stale(L, h);
    return b;
}

struct bind *bind_turn(lua_State *L, const struct bind_handle *h)
{
    struct engine *engine = engine_of(L);
    if (!engine->bind || h->generation != engine->bind->generation)
        engine->bind = bind_holder(L, h);
    return engine->bind;
}

struct bind *bind_of(lua_State *L)
{
    return engine_of(L)->bind;
}

/* Userdata of other kinds (compiled patterns) never reach a rule, but are refused here too. */
struct bind_handle *bind_any(lua_State *L, int index)
{
    struct bind_handle *h = lua_touserdata(L, index);
    if (!h || lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) < sizeof *h ||
        h->type >= BIND_TYPES || !lua_getmetatable(L, index))
        return NULL;
    bool same = lua_topointer(L, -1) == engine_of(L)->metas[h->type].address;
    lua_pop(L, 1);
    if (same)
        bind_holder(L, h);
    return same ? h : NULL;
}

bool bind_is(lua_State *L, int index, uint64_t bits)
{
    const struct bind_handle *h = bind_any(L, index);
    return h && (bits & UINT64_C(1) << h->type);
}

static bool is_place(uint32_t type)
{
    return type != BIND_OUT && type != BIND_DIAGNOSIS &&
           (type < BIND_DOSSIER || type == BIND_PASSAGE);
}

uint64_t bind_class_bits(const char *type)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < BIND_TYPES; i++)
        for (const struct api_class *c = classes[i]; c; c = c->base)
            if ((is_place(i) && strcmp(type, "Handle") == 0) || strcmp(c->type, type) == 0)
                bits |= UINT64_C(1) << i;
    return bits;
}

const struct api_class *bind_class_of_bits(uint64_t bits)
{
    for (uint32_t i = 0; i < BIND_TYPES; i++)
        if (bind_class_bits(classes[i]->type) == bits)
            return classes[i];
    return NULL;
}

const char *bind_class_name(const struct bind_handle *h)
{
    return classes[h->type]->name;
}

static int l_other(lua_State *L, struct bind *b, const struct bind_handle *h)
{
    const struct api_class *class = classes[h->type];
    lua_settop(L, 2);
    if (class->other && class->other(L, b, h))
        return 1;
    return luaL_error(L, tr("%s 没有字段 %s", "%s has no field '%s'"), class->name,
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2));
}

/* Upvalue: the table of fields (lightuserdata) and methods (functions). The hottest function here: only
 * Lua calls it, as a metamethod of a locked metatable, so the first argument is a handle. */
static int l_index(lua_State *L)
{
    const struct bind_handle *h = lua_touserdata(L, 1);
    struct bind *b = bind_turn(L, h);
    lua_pushvalue(L, 2);
    int type = lua_rawget(L, lua_upvalueindex(1));
    if (type == LUA_TLIGHTUSERDATA)
        return ((const struct api_field *)lua_touserdata(L, -1))->get(L, b, h);
    return type == LUA_TFUNCTION ? 1 : l_other(L, b, h);
}

/* The same in tests: the value must be of the type that is described. */
static int l_index_verified(lua_State *L)
{
    const struct bind_handle *h = lua_touserdata(L, 1);
    const struct api_class *class = classes[h->type];
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    int kind = lua_rawget(L, lua_upvalueindex(1));
    const struct api_field *f = kind == LUA_TLIGHTUSERDATA ? lua_touserdata(L, -1) : NULL;
    const char *type = f ? f->type : kind == LUA_TNIL ? class->index_type : NULL;
    lua_settop(L, 2);
    l_index(L);
    if (type && !type_holds(L, lua_gettop(L), type_parse(sandbox_calls(L)->types, &type)))
        return luaL_error(L, "%s.%s is a %s, which is not described", class->name,
                          luaL_tolstring(L, 2, NULL), luaL_typename(L, -2));
    return 1;
}

static int l_equal(lua_State *L)
{
    const struct bind_handle *a = bind_any(L, 1), *b = bind_any(L, 2);
    lua_pushboolean(L, a && b && a->type == b->type && a->generation == b->generation &&
                           a->i == b->i && a->j == b->j && a->span.at == b->span.at &&
                           a->span.len == b->span.len);
    return 1;
}

static int l_frozen(lua_State *L)
{
    const struct bind_handle *h = lua_touserdata(L, 1);
    return luaL_error(L, tr("%s 只能读", "%s is read-only"), classes[h->type]->name);
}

void api_verify(struct engine *engine)
{
    lua_State *L = sandbox_state(engine->sandbox);
    sandbox_calls(L)->verify = true;
    for (size_t i = 0; i < BIND_TYPES; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, engine->metas[i].ref); /* meta */
        lua_getfield(L, -1, "__index");                          /* meta index */
        lua_getupvalue(L, -1, 1);                                /* meta index members */
        lua_pushcclosure(L, l_index_verified, 1);
        lua_setfield(L, -3, "__index");
        lua_pop(L, 2);
    }
}

static void add_members(lua_State *L, const struct api_class *class)
{
    if (class->base)
        add_members(L, class->base);
    for (const struct api_field *f = class->fields; f && f->name; f++) {
        lua_pushlightuserdata(L, (void *)(uintptr_t)f);
        lua_setfield(L, -2, f->name);
    }
    for (const struct api_function *f = class->methods; f && f->name; f++) {
        lua_pushnil(L);
        call_push(L, f, class->name, class);
        lua_setfield(L, -2, f->name);
    }
}

void bind_open(lua_State *L)
{
    struct engine *engine = engine_of(L);
    engine->metas = arena_alloc(engine->arena, BIND_TYPES * sizeof *engine->metas);
    for (size_t i = 0; i < BIND_TYPES; i++) {
        lua_createtable(L, 0, 5); /* meta */
        lua_newtable(L);          /* meta members */
        add_members(L, classes[i]);
        lua_pushcclosure(L, l_index, 1);
        lua_setfield(L, -2, "__index");
        lua_pushcfunction(L, l_frozen);
        lua_setfield(L, -2, "__newindex");
        lua_pushcfunction(L, l_equal);
        lua_setfield(L, -2, "__eq");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_pushstring(L, classes[i]->name);
        lua_setfield(L, -2, "__name");
        engine->metas[i].address = lua_topointer(L, -1);
        engine->metas[i].ref = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_newtable(L);
    sandbox_readonly(L, "a list of the report", false);
    engine->no_items = luaL_ref(L, LUA_REGISTRYINDEX);
}

static struct bind *open_next(struct engine *engine)
{
    if (engine->bind_count == engine->bind_cap) {
        engine->binds =
            mem_grow(engine->binds, engine->bind_count, &engine->bind_cap, sizeof *engine->binds);
        for (size_t i = engine->bind_count; i < engine->bind_cap; i++) {
            engine->binds[i] = mem_zero(1, sizeof **engine->binds);
            engine->binds[i]->scratch = arena_new();
        }
    }
    struct bind *b = engine->binds[engine->bind_count];
    b->generation = engine->generation + (uint32_t)engine->bind_count++;
    return b;
}

static struct bind *open_report(struct engine *engine, const struct report *report,
                                struct str document, struct arena *arena)
{
    struct bind *b = open_next(engine);
    b->report = report;
    b->doc = report ? report->doc : NULL;
    b->document = document;
    b->arena = arena;
    b->lists = LUA_NOREF;
    b->quantities = NULL;
    b->claims = NULL;
    b->matching = NULL;
    b->prefilter = engine->prefilter;
    b->scanned = false;
    if (!report)
        return b;
    bind_map_blocks(b);
    b->checks = arena_alloc(b->scratch, (report->table_count + 1) * sizeof *b->checks);
    return b;
}

struct bind *bind_start(struct engine *engine, const struct report *report, struct arena *arena)
{
    return open_report(engine, report, str_of(""), arena);
}

struct bind *bind_add(struct engine *engine, const struct report *report, struct str document)
{
    return open_report(engine, report, document, engine->binds[0]->arena);
}

void bind_rule(struct engine *engine, struct bind *subject, const struct rule *rule,
               struct outcome *outcome)
{
    engine->bind = subject;
    for (size_t i = 0; i < engine->bind_count; i++)
        if (engine->dossier || engine->binds[i] == subject) {
            engine->binds[i]->rule = rule;
            engine->binds[i]->outcome = outcome;
        }
}

void bind_end(struct engine *engine)
{
    lua_State *L = sandbox_state(engine->sandbox);
    for (size_t i = 0; i < engine->bind_count; i++) {
        struct bind *b = engine->binds[i];
        luaL_unref(L, LUA_REGISTRYINDEX, b->lists);
        b->report = NULL;
        b->doc = NULL;
        arena_reset(b->scratch);
    }
    engine->generation += (uint32_t)engine->bind_count;
    engine->bind_count = 0;
    engine->bind = NULL;
}

void bind_free(struct engine *engine)
{
    for (size_t i = 0; i < engine->bind_cap; i++) {
        struct bind *b = engine->binds[i];
        arena_free(b->scratch);
        free(b->blocks);
        prefilter_hits_free(&b->hits);
        free(b);
    }
    free(engine->binds);
}

bool bind_place(lua_State *L, int index, struct audit_place *place)
{
    const struct bind_handle *h = bind_any(L, index);
    if (!h)
        return false;
    struct bind *b = bind_holder(L, h);
    if (h->span.len && h->span.block < b->doc->block_count) /* it is led back to the raw text */
        sandbox_charge(L, b->doc->blocks[h->span.block].text_len / 32);
    if (classes[h->type]->place)
        classes[h->type]->place(b, h, place);
    bind_place_number(place, b->doc);
    place->document = b->document;
    return true;
}

const struct table_check *bind_check_of(struct bind *b, uint32_t table)
{
    if (table >= b->report->table_count || !b->report->tables[table].present)
        return NULL;
    if (!b->checks[table])
        b->checks[table] = diagnose_table(&b->report->tables[table], b->scratch);
    return b->checks[table];
}
