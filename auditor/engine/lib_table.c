/* lib_table.c - table functions that charge what they go through; see lib_base.h. */
#include "engine/lib_base.h"
#include "base/lang.h"
#include "engine/call.h"
#include "engine/sandbox.h"

static int original(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(CALL_ORIGINAL))(L);
}

/* Charges the count of from..to; both ends may be anything. */
static void charge_range(lua_State *L, lua_Integer from, lua_Integer to)
{
    if (to >= from)
        sandbox_charge(L, 1 + (lua_Unsigned)to - (lua_Unsigned)from);
}

static int l_concat(lua_State *L)
{
    charge_range(L, luaL_optinteger(L, 3, 1), luaL_opt(L, luaL_checkinteger, 4, luaL_len(L, 1)));
    return original(L);
}

/* insert(t, position, value), remove(t, position): what stands behind the position is moved. */
static int l_shift(lua_State *L)
{
    if (lua_gettop(L) >= 2 && lua_isinteger(L, 2)) {
        lua_Integer n = luaL_len(L, 1), at = lua_tointeger(L, 2);
        if (at >= 1 && at <= n)
            charge_range(L, at, n);
    }
    return original(L);
}

static int l_move(lua_State *L)
{
    charge_range(L, lua_tointeger(L, 2), lua_tointeger(L, 3));
    return original(L);
}

/* Whether the second value on top comes before the first one below it; pops both. */
static bool comes_before(lua_State *L, bool function)
{
    bool before;
    if (function) { /* left right */
        lua_pushvalue(L, 2);
        lua_pushvalue(L, -2); /* left right f right */
        lua_pushvalue(L, -4); /* left right f right left */
        lua_call(L, 2, 1);    /* left right answer */
        before = lua_toboolean(L, -1);
        lua_pop(L, 3);
    } else {
        before = lua_compare(L, -1, -2, LUA_OPLT);
        lua_pop(L, 2);
    }
    return before;
}

/* Merges [from, middle) and [middle, to) of the table at `in` into the table at `out`. */
static void merge(lua_State *L, int in, int out, lua_Integer from, lua_Integer middle,
                  lua_Integer to)
{
    lua_Integer left = from, right = middle;
    for (lua_Integer i = from; i < to; i++) {
        bool take_right = left >= middle;
        if (!take_right && right < to) {
            lua_rawgeti(L, in, left);
            lua_rawgeti(L, in, right);
            take_right = comes_before(L, lua_type(L, 2) == LUA_TFUNCTION);
        }
        lua_rawgeti(L, in, take_right ? right++ : left++);
        lua_rawseti(L, out, i);
    }
}

/* Merge sort: stable, and without the clock that Lua's own sort asks for its pivot. */
static int l_sort(lua_State *L)
{
    lua_Integer n = luaL_len(L, 1);
    luaL_argcheck(L, n < (1 << 24), 1, tr("表太大", "table too big"));
    int in = 3, out = 4;
    lua_createtable(L, (int)(n > 0 ? n : 0), 0);
    lua_createtable(L, (int)(n > 0 ? n : 0), 0);
    for (lua_Integer i = 1; i <= n; i++) {
        if (lua_geti(L, 1, i) == LUA_TNIL)
            return luaL_error(L, tr("table.sort：第 %I 项没有值", "table.sort: no value at %I"),
                              (LUAI_UACINT)i);
        lua_rawseti(L, in, i);
    }
    for (lua_Integer width = 1; width < n; width *= 2) {
        sandbox_charge(L, (uint64_t)n * 2);
        for (lua_Integer from = 1; from <= n; from += 2 * width) {
            lua_Integer middle = from + width <= n ? from + width : n + 1;
            lua_Integer to = from + 2 * width <= n ? from + 2 * width : n + 1;
            merge(L, in, out, from, middle, to);
        }
        int swap = in;
        in = out;
        out = swap;
    }
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, in, i);
        lua_seti(L, 1, i);
    }
    return 0;
}

static int l_unpack(lua_State *L)
{
    lua_Integer from = luaL_optinteger(L, 2, 1);
    lua_Integer to = luaL_opt(L, luaL_checkinteger, 3, luaL_len(L, 1));
    if (to >= from && (lua_Unsigned)to - (lua_Unsigned)from >= SANDBOX_RESULTS)
        return luaL_error(L, tr("结果太多", "too many results to unpack"));
    return original(L);
}

static const struct api_function lib_table_functions[] = {
    { "concat", l_concat, "(list: table, between?: string, i?: integer, j?: integer) -> string",
      "把列表中的文字和数连成一段", "the members of a list, strings and numbers, as one string",
      "assert(table.concat({ 'a', 1 }, ',') == 'a,1')" },
    { "insert", l_shift, "(list: table, ...: any)", "在末尾或指定位置加入一个值",
      "adds a value at the end, or at a position",
      "local t = { 'b' }\n"
      "table.insert(t, 'c')\n"
      "table.insert(t, 1, 'a')\n"
      "assert(table.concat(t) == 'abc')" },
    { "move", l_move,
      "(from: table, first: integer, last: integer, at: integer, to?: table) -> table",
      "复制列表的一段", "copies a part of a list",
      "local t = table.move({ 1, 2, 3 }, 2, 3, 1, {})\n"
      "assert(#t == 2 and t[1] == 2)" },
    { "pack", NULL, "(...: any) -> table", "把参数收成一个表，n 为个数",
      "the arguments as a table, their number as its n",
      "assert(table.pack('a', nil, 'c').n == 3)" },
    { "remove", l_shift, "(list: table, ...: integer) -> any", "取出并删去末尾或指定位置的值",
      "takes a value out of a list, the last or that of a position",
      "local t = { 'a', 'b' }\n"
      "assert(table.remove(t) == 'b' and #t == 1)" },
    { "sort", l_sort, "(list: table, before?: function)", "稳定排序；before(a, b) 说明 a 是否在前",
      "sorts in place, stable; before(a, b) says whether a comes first",
      "local t = { 3, 1, 2 }\n"
      "table.sort(t, function(a, b) return a > b end)\n"
      "assert(t[1] == 3 and t[3] == 1)" },
    { "unpack", l_unpack, "(list: table, i?: integer, j?: integer) -> ...any",
      "把列表展开为多个值，至多 250 个", "the members as many values, at most 250",
      "local a, b = table.unpack { 1, 2 }\n"
      "assert(a + b == 3)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_table = { "table", "列表", "Lists", lib_table_functions };
