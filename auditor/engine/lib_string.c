/* lib_string.c - string.byte format rep, utf8.codepoint len offset; see lib_base.h. */
#include <string.h>

#include "engine/lib_base.h"
#include "engine/sandbox.h"

enum { FORMAT_WORK = 60 }; /* for one conversion: that of a large float takes microseconds */

static int original(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static lua_Integer absolute(lua_Integer i, size_t n)
{
    if (i >= 0)
        return i;
    return -(lua_Unsigned)i > n ? 0 : (lua_Integer)n + i + 1;
}

/* byte and codepoint: s, from, to. */
static int l_few_results(lua_State *L)
{
    size_t n;
    luaL_checklstring(L, 1, &n);
    lua_Integer from = absolute(luaL_optinteger(L, 2, 1), n);
    lua_Integer to = absolute(luaL_optinteger(L, 3, from), n);
    if (from < 1)
        from = 1;
    if (to > (lua_Integer)n)
        to = (lua_Integer)n;
    luaL_argcheck(L, to < from || to - from < SANDBOX_RESULTS, 3, "slice too long");
    return original(L);
}

static int l_rep(lua_State *L)
{
    size_t n, between;
    luaL_checklstring(L, 1, &n);
    lua_Integer times = luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &between);
    if (times <= 0 || n + between == 0) { /* Lua would count up to `times` for nothing */
        lua_pushliteral(L, "");
        return 1;
    }
    luaL_argcheck(L, (lua_Unsigned)times <= (SIZE_MAX / 4) / (n + between), 2, "string too long");
    sandbox_charge(L, (uint64_t)times * (1 + (n + between) / 64));
    return original(L);
}

/* Refuses %p; other values than numbers, strings and booleans become their type's name first. */
static int l_format(lua_State *L)
{
    size_t n;
    const char *format = luaL_checklstring(L, 1, &n);
    sandbox_charge(L, n / 8);
    for (size_t i = 0; i < n; i++) {
        if (format[i] != '%')
            continue;
        i++;
        while (i < n && (strchr("-+ #.", format[i]) || (format[i] >= '0' && format[i] <= '9')) &&
               format[i])
            i++;
        sandbox_charge(L, FORMAT_WORK);
        if (i < n && format[i] == 'p')
            return luaL_error(L, "string.format: %%p is not available");
    }
    for (int i = 2, top = lua_gettop(L); i <= top; i++) {
        int type = lua_type(L, i);
        bool nan = type == LUA_TNUMBER && lua_tonumber(L, i) != lua_tonumber(L, i);
        if (nan)
            return luaL_argerror(L, i, "not a number");
        if (type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TBOOLEAN || type == LUA_TNIL)
            continue;
        lib_push_text(L, i);
        lua_replace(L, i);
    }
    return original(L);
}

static int l_charge_length(lua_State *L)
{
    size_t n;
    luaL_checklstring(L, 1, &n);
    sandbox_charge(L, n / 4);
    return original(L);
}

const luaL_Reg lib_string[] = {
    { "byte", l_few_results }, { "format", l_format }, { "rep", l_rep }, { NULL, NULL }
};
const luaL_Reg lib_utf8[] = { { "codepoint", l_few_results },
                              { "len", l_charge_length },
                              { "offset", l_charge_length },
                              { NULL, NULL } };
