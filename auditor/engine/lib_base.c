/* lib_base.c - pairs in a fixed order, text without addresses; see lib_base.h. */
#include "engine/lib_base.h"

#include <stdlib.h>
#include <string.h>

#include "engine/sandbox.h"

struct key {
    bool text;
    lua_Integer number;
    const char *p;
    size_t n;
};

static int key_cmp(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->text != y->text)
        return x->text ? 1 : -1;
    if (!x->text)
        return (x->number > y->number) - (x->number < y->number);
    int c = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);
    return c ? c : (x->n > y->n) - (x->n < y->n);
}

static size_t count_keys(lua_State *L, int table)
{
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1))
        n++;
    sandbox_charge(L, n * 4);
    return n;
}

static void read_key(lua_State *L, int index, struct key *key)
{
    *key = (struct key){ 0 };
    if (lua_isinteger(L, index)) {
        key->number = lua_tointeger(L, index);
    } else if (lua_type(L, index) == LUA_TSTRING) {
        key->text = true;
        key->p = lua_tolstring(L, index, &key->n);
    } else {
        luaL_error(L, "pairs: keys must be integers or strings, not %s", luaL_typename(L, index));
    }
}

/* Pushes a list of the keys of the table at index, sorted. The keys' bytes are held by the table, which
 * nothing changes meanwhile. */
static void push_sorted_keys(lua_State *L, int table)
{
    size_t n = count_keys(L, table), i = 0;
    struct key *keys = lua_newuserdatauv(L, n * sizeof *keys + 1, 0); /* keys */
    bool sorted = true;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1), i++) {
        read_key(L, -2, &keys[i]);
        sorted = sorted && (i == 0 || key_cmp(&keys[i - 1], &keys[i]) < 0);
    }
    if (!sorted) {
        sandbox_charge(L, n * 16);
        qsort(keys, n, sizeof *keys, key_cmp);
    }
    lua_createtable(L, (int)n, 0); /* keys list */
    for (i = 0; i < n; i++) {
        if (keys[i].text)
            lua_pushlstring(L, keys[i].p, keys[i].n);
        else
            lua_pushinteger(L, keys[i].number);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_remove(L, -2); /* list */
}

/* Upvalues: the table, its sorted keys, the index of the last key. What was removed is left out. */
static int l_next_pair(lua_State *L)
{
    lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        if (lua_rawgeti(L, lua_upvalueindex(2), ++i) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);                               /* key key */
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) /* key value */
            break;
        lua_pop(L, 2);
        sandbox_charge(L, 1);
    }
    lua_pushinteger(L, i);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

static int l_pairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    sandbox_uncover(L, 1);
    push_sorted_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, l_next_pair, 3);
    return 1;
}

void lib_push_text(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        break;
    case LUA_TNUMBER:
        if (!lua_isinteger(L, index) && lua_tonumber(L, index) != lua_tonumber(L, index))
            lua_pushliteral(L, "nan"); /* its sign depends on the machine */
        else
            luaL_tolstring(L, index, NULL);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        break;
    default:
        lua_pushstring(L, luaL_typename(L, index));
    }
}

static int l_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    lib_push_text(L, 1);
    return 1;
}

static int l_tonumber(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING)
        sandbox_charge(L, lua_rawlen(L, 1) / 8);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Of what is behind a view, like #. */
static int l_rawlen(lua_State *L)
{
    lua_settop(L, 1);
    sandbox_uncover(L, 1);
    luaL_argexpected(L, lua_istable(L, 1) || lua_type(L, 1) == LUA_TSTRING, 1, "table or string");
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

const luaL_Reg lib_base[] = { { "pairs", l_pairs },
                              { "rawlen", l_rawlen },
                              { "tonumber", l_tonumber },
                              { "tostring", l_tostring },
                              { NULL, NULL } };
const luaL_Reg lib_math[] = { { NULL, NULL } };
