/* lib_pattern.c - patterns that rules write in their code: compiled once, kept, searched; see lib_text.h. */
#include <stdlib.h>
#include <string.h>

#include "engine/lib_text.h"
#include "base/lang.h"
#include "engine/sandbox.h"

enum {
    KEEP_MAX = 256,      /* compiled patterns kept */
    COMPILE_WORK = 4000, /* for a pattern that this call has not used yet */
    SUBJECT_SHIFT = 6    /* work for a subject: a byte's 64th part */
};

static const char kept_key, used_key, pattern_key; /* registry keys */

struct box { /* userdata that owns a compiled pattern */
    struct pattern *pattern;
};

static int l_free_pattern(lua_State *L)
{
    struct box *box = lua_touserdata(L, 1);
    pattern_free(box->pattern);
    box->pattern = NULL;
    return 0;
}

/* The table under a key of the registry, made if it is not there. */
static void push_table(lua_State *L, const char *key)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, key) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void lib_text_forget(lua_State *L)
{
    lua_pushnil(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &used_key);
}

/* Compiles the pattern at index and puts it into the kept table on top, which is emptied when full. */
static struct box *compile(lua_State *L, int index)
{
    struct error err = { 0 };
    struct str source;
    source.p = lua_tolstring(L, index, &source.n);
    lua_Integer n = (lua_rawgeti(L, -1, 0), lua_tointeger(L, -1)); /* kept count */
    lua_pop(L, 1);
    if (n >= KEEP_MAX) {
        lua_pop(L, 1);
        lua_pushnil(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &kept_key);
        push_table(L, &kept_key);
        n = 0;
    }
    struct box *box = lua_newuserdatauv(L, sizeof *box, 0); /* kept box */
    box->pattern = NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &pattern_key);
    lua_setmetatable(L, -2);
    if (pattern_compile(&box->pattern, source, &err))
        luaL_error(L, "%s", err.message);
    lua_pushvalue(L, index);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4); /* kept box */
    lua_pushinteger(L, n + 1);
    lua_rawseti(L, -3, 0);
    return box;
}

/* Leaves the box on the stack, so that it stays while it is used. */
const struct pattern *lib_text_pattern(lua_State *L, int index)
{
    push_table(L, &used_key); /* used */
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        sandbox_charge(L, COMPILE_WORK); /* whether it is kept from another call or not */
        lua_pushvalue(L, index);
        lua_pushboolean(L, 1);
        lua_rawset(L, -4);
    }
    lua_pop(L, 2);
    push_table(L, &kept_key); /* kept */
    lua_pushvalue(L, index);
    struct box *box;
    if (lua_rawget(L, -2) == LUA_TUSERDATA) { /* kept box */
        box = lua_touserdata(L, -1);
    } else {
        lua_pop(L, 1);
        box = compile(L, index); /* kept box */
    }
    lua_remove(L, -2); /* box */
    return box->pattern;
}

/* A string argument that PCRE2 may see. */
struct str lib_text_subject(lua_State *L, int index)
{
    struct str s;
    s.p = lua_tolstring(L, index, &s.n);
    sandbox_charge(L, 10 + (s.n >> SUBJECT_SHIFT));
    luaL_argcheck(L, str_valid(s), index, tr("不是有效的 UTF-8", "not valid UTF-8"));
    return s;
}

size_t lib_text_start(lua_State *L, int index, struct str s)
{
    lua_Integer from = lua_isnil(L, index) ? 1 : lua_tointeger(L, index);
    if (from < 0)
        from = from < -(lua_Integer)s.n ? 1 : (lua_Integer)s.n + from + 1;
    size_t at = from < 1 ? 0 : (size_t)from - 1;
    luaL_argcheck(L, at >= s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80, index,
                  "inside a character");
    return at;
}

bool lib_text_search(lua_State *L, const struct pattern *p, struct str s, size_t from,
                     struct pattern_match *m)
{
    struct error err = { 0 };
    bool found = false;
    sandbox_charge(L, 20 + ((s.n - from) >> SUBJECT_SHIFT));
    if (pattern_find(p, s, from, &found, m, &err))
        luaL_error(L, "%s", err.message);
    return found;
}

const struct pattern *lib_pattern_of(lua_State *L, int index)
{
    return ((const struct box *)lua_touserdata(L, index))->pattern;
}

void lib_pattern_open(lua_State *L)
{
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, l_free_pattern);
    lua_setfield(L, -2, "__gc");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &pattern_key);
}
