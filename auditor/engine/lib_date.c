/* lib_date.c - the `date` library: ISO strings in and out; see lib_text.h. */
#include "engine/bind.h"
#include "engine/lib_text.h"
#include "engine/sandbox.h"
#include "text/date.h"

static struct str string_arg(lua_State *L, int index)
{
    struct str s;
    s.p = luaL_checklstring(L, index, &s.n);
    return s;
}

static struct date check_date(lua_State *L, int index)
{
    struct date d = { 0, 0, 0 };
    luaL_argcheck(L, date_parse_iso(string_arg(L, index), &d) && date_valid(d), index,
                  "a date such as 2025-01-31 expected");
    return d;
}

static int l_valid(lua_State *L)
{
    struct date d = { 0, 0, 0 };
    lua_pushboolean(L, date_parse_iso(string_arg(L, 1), &d) && date_valid(d));
    return 1;
}

static int l_days(lua_State *L)
{
    lua_pushinteger(L, date_days(check_date(L, 1), check_date(L, 2)));
    return 1;
}

static int l_add(lua_State *L)
{
    struct date d = check_date(L, 1);
    lua_Integer days = luaL_checkinteger(L, 2);
    luaL_argcheck(L, days >= -400000 && days <= 400000, 2, "too many days");
    d = date_add_days(d, (long)days);
    luaL_argcheck(L, date_valid(d), 2, "beyond the calendar");
    bind_push_date(L, d);
    return 1;
}

static int l_year(lua_State *L)
{
    lua_pushinteger(L, check_date(L, 1).year);
    return 1;
}

static int l_find(lua_State *L)
{
    struct str s = string_arg(L, 1);
    struct date_hit hit;
    sandbox_charge(L, 10 + s.n / 16);
    if (!date_find(s, lib_text_start(L, 2, s), 0, &hit)) {
        lua_pushnil(L);
        return 1;
    }
    bind_push_date(L, hit.date);
    lua_pushinteger(L, (lua_Integer)hit.at + 1);
    lua_pushinteger(L, (lua_Integer)hit.at + (lua_Integer)hit.length);
    return 3;
}

static const luaL_Reg functions[] = {
    { "add", l_add },     { "days", l_days }, { "find", l_find },
    { "valid", l_valid }, { "year", l_year }, { NULL, NULL },
};

void lib_date_open(lua_State *L)
{
    sandbox_library(L, "date", functions);
}
