/* bind_push.c - values of a report on their way to Lua: handles, lists that are kept, texts, numbers; see bind.h. */
#include "engine/bind.h"

#include <lauxlib.h>
#include <string.h>

struct bind_handle *bind_push_sized(lua_State *L, enum bind_type type, size_t size)
{
    struct bind_handle *h = lua_newuserdatauv(L, size, 0);
    memset(h, 0, size);
    const struct engine *engine = engine_of(L);
    h->generation = engine->bind->generation;
    h->type = type;
    lua_rawgeti(L, LUA_REGISTRYINDEX, engine->metas[type].ref);
    lua_setmetatable(L, -2);
    return h;
}

int bind_push(lua_State *L, enum bind_type type, uint32_t i, uint32_t j, struct span span)
{
    struct bind_handle *h = bind_push_sized(L, type, sizeof *h);
    h->i = i;
    h->j = j;
    h->span = span;
    return 1;
}

int bind_push_report(lua_State *L, struct bind *b)
{
    struct engine *engine = engine_of(L);
    struct bind *turned = engine->bind;
    if (!b || !b->report) {
        lua_pushnil(L);
        return 1;
    }
    engine->bind = b;
    bind_push(L, BIND_REPORT, 0, 0, (struct span){ 0 });
    engine->bind = turned;
    return 1;
}

int bind_push_list(lua_State *L, enum bind_type owner, enum bind_type type, size_t n)
{
    if (bind_kept(L, owner, type, 0))
        return 1;
    lua_createtable(L, (int)n, 0);
    for (size_t i = 0; i < n; i++) {
        bind_push(L, type, (uint32_t)i, 0, (struct span){ 0 });
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return bind_keep(L, owner, type, 0);
}

int bind_push_str(lua_State *L, struct str s)
{
    lua_pushlstring(L, s.n ? s.p : "", s.n);
    return 1;
}

int bind_push_some(lua_State *L, struct str s)
{
    if (s.n)
        return bind_push_str(L, s);
    lua_pushnil(L);
    return 1;
}

int bind_push_date(lua_State *L, struct date d)
{
    char text[DATE_LENGTH + 1];
    if (!date_valid(d)) {
        lua_pushnil(L);
        return 1;
    }
    date_write(text, d);
    lua_pushlstring(L, text, DATE_LENGTH);
    return 1;
}

int bind_push_decimal(lua_State *L, struct decimal d)
{
    if (decimal_is_integer(d)) {
        lua_pushinteger(L, decimal_integer(d));
        return 1;
    }
    lua_Number scale = 1; /* exact, and one correctly rounded division */
    for (unsigned i = 0; i < d.scale; i++)
        scale *= 10;
    lua_pushnumber(L, (lua_Number)d.value / scale);
    return 1;
}

int bind_push_names(lua_State *L, struct str zh, struct str en)
{
    lua_createtable(L, 0, 2);
    bind_push_str(L, zh);
    lua_setfield(L, -2, "zh");
    bind_push_str(L, en);
    lua_setfield(L, -2, "en");
    return 1;
}

int bind_push_section(lua_State *L, struct bind *b, uint32_t block)
{
    uint32_t section = block < b->doc->block_count ? b->blocks[block].section : 0;
    return bind_push_some(L, section ? b->report->sections[section - 1].key : str_of(""));
}

static lua_Integer cache_index(enum bind_type type, unsigned what, uint32_t index)
{
    return (lua_Integer)(((uint64_t)type << 48) | ((uint64_t)what << 40) | index);
}

bool bind_kept(lua_State *L, enum bind_type type, unsigned what, uint32_t index)
{
    int lists = engine_of(L)->bind->lists;
    if (lists == LUA_NOREF)
        return false;
    lua_rawgeti(L, LUA_REGISTRYINDEX, lists);
    int found = lua_rawgeti(L, -1, cache_index(type, what, index)); /* cache list */
    lua_remove(L, -2);
    if (found != LUA_TNIL)
        return true;
    lua_pop(L, 1);
    return false;
}

/* Replaces the list on top by its view. Most lists are empty, and all of those are one. */
static void make_view(lua_State *L)
{
    if (lua_rawlen(L, -1) > 0) {
        sandbox_readonly(L, "a list of the report", false);
        return;
    }
    lua_pop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, engine_of(L)->no_items);
}

int bind_keep(lua_State *L, enum bind_type type, unsigned what, uint32_t index)
{
    struct bind *b = engine_of(L)->bind;
    if (lua_istable(L, -1))
        make_view(L); /* view */
    if (b->lists == LUA_NOREF) {
        lua_newtable(L);
        b->lists = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, b->lists); /* view cache */
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, cache_index(type, what, index));
    lua_pop(L, 1);
    return 1;
}
