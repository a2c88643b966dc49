/* lib_base.c - pairs in a fixed order, text without addresses; see lib_base.h. */
#include "base/lang.h"
#include "engine/lib_base.h"

#include <stdlib.h>
#include <string.h>

#include "engine/call.h"
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
        luaL_error(L,
                   tr("pairs：键应为整数或文字，却是 %s",
                      "pairs: keys must be integers or strings, not %s"),
                   luaL_typename(L, index));
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
    lib_push_text(L, 1);
    return 1;
}

static int l_tonumber(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING)
        sandbox_charge(L, lua_rawlen(L, 1) / 8);
    return lua_tocfunction(L, lua_upvalueindex(CALL_ORIGINAL))(L);
}

/* Of what is behind a view, like #. */
static int l_rawlen(lua_State *L)
{
    sandbox_uncover(L, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
    return 1;
}

static const struct api_function lib_base_functions[] = {
    { "assert", NULL, "(value: any, message?: any, ...: any) -> ...any",
      "value 为 nil 或 false 时出错，否则原样返回全部参数",
      "raises if value is nil or false, else gives all its arguments back",
      "assert(1 + 1 == 2, 'arithmetic')\n"
      "local year = assert(report.year, 'no year')\n"
      "assert(year == 2022)" },
    { "error", NULL, "(message: any, level?: integer)",
      "中止规则：这项检查的结果为 error，并写明规则文件和行号",
      "ends the rule: the duty is `error`, with file and line of the rule",
      "if report.year == nil then error('no report year') end" },
    { "ipairs", NULL, "(list: table) -> function, table, integer", "依次给出列表的序号和成员",
      "goes through a list: positions and members",
      "local n = 0\n"
      "for i, section in ipairs(report.sections) do n = n + 1; assert(i == n and section.line > 0) "
      "end\n"
      "assert(n == #report.sections)" },
    { "pairs", l_pairs, "(table: table) -> function",
      "按固定次序给出表的键和值：先整数，后文字（按字节）",
      "goes through a table in a fixed order: integers, then strings by their bytes",
      "local keys = ''\n"
      "for key in pairs { b = 1, a = 2 } do keys = keys .. key end\n"
      "assert(keys == 'ab')" },
    { "rawequal", NULL, "(a: any, b: any) -> boolean", "两个值是否同一个，不问元表",
      "whether two values are the very same", "assert(rawequal(1, 1) and not rawequal({}, {}))" },
    { "rawlen", l_rawlen, "(value: table|string) -> integer", "列表或文字的长度，同 #",
      "the length of a list or a string, as #",
      "assert(rawlen({ 'a', 'b' }) == 2 and rawlen('abc') == 3)" },
    { "select", NULL, "(n: integer|\"#\", ...: any) -> ...any",
      "第 n 个起的全部参数；\"#\" 给出个数",
      "all arguments from the n-th on; their number for \"#\"",
      "assert(select('#', 1, 2, 3) == 3 and select(2, 'a', 'b') == 'b')" },
    { "tonumber", l_tonumber, "(value: any, base?: integer) -> number?", "读成数；读不成为 nil",
      "a number read from a string; nil if it is none",
      "assert(tonumber('12') == 12 and tonumber('十二') == nil)" },
    { "tostring", l_tostring, "(value: any) -> string",
      "写成文字；表和句柄只写出类别，不显示内存地址",
      "as text; of tables and handles only the kind, never an address",
      "assert(tostring(12) == '12' and tostring(report) == 'userdata')" },
    { "type", NULL, "(value: any) -> string", "值的类别；句柄为 userdata",
      "the kind of a value; handles are `userdata`",
      "assert(type(report.sections) == 'table' and type(report) == 'userdata')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_base = { "",
                                      "语言本身。没有 pcall、协程和元表；没有列出的函数都不存在。",
                                      "The language itself. There is no pcall, no coroutine, no "
                                      "metatable; what is not listed does not exist.",
                                      lib_base_functions };

static const struct api_function lib_math_functions[] = {
    { "abs", NULL, "(x: number) -> number", "绝对值", "absolute value",
      "assert(math.abs(-2) == 2)" },
    { "ceil", NULL, "(x: number) -> integer", "不小于 x 的最小整数",
      "the smallest whole number not below x", "assert(math.ceil(1.2) == 2)" },
    { "floor", NULL, "(x: number) -> integer", "不大于 x 的最大整数",
      "the largest whole number not above x", "assert(math.floor(1.8) == 1)" },
    { "fmod", NULL, "(a: number, b: number) -> number", "相除的余数，符号同被除数",
      "the rest of a division, with the sign of a", "assert(math.fmod(-5, 3) == -2)" },
    { "huge", NULL, "number", "比任何数都大", "larger than any number",
      "assert(math.huge > 1e300)" },
    { "max", NULL, "(x: number, ...: number) -> number", "最大的", "the largest",
      "assert(math.max(1, 3, 2) == 3)" },
    { "maxinteger", NULL, "integer", "最大的整数", "the largest integer",
      "assert(math.maxinteger > 0)" },
    { "min", NULL, "(x: number, ...: number) -> number", "最小的", "the smallest",
      "assert(math.min(1, 3, 2) == 1)" },
    { "mininteger", NULL, "integer", "最小的整数", "the smallest integer",
      "assert(math.mininteger < 0)" },
    { "modf", NULL, "(x: number) -> number, number", "整数部分和小数部分",
      "the whole part and the fraction", "assert(math.modf(2.5) == 2)" },
    { "pi", NULL, "number", "圆周率", "the number pi", "assert(math.floor(math.pi) == 3)" },
    { "tointeger", NULL, "(x: any) -> integer?", "值为整数时给出整数，否则为 nil",
      "the same as an integer; nil if it has a fraction",
      "assert(math.tointeger(3.0) == 3 and math.tointeger(3.5) == nil)" },
    { "type", NULL, "(x: any) -> string?", "integer 或 float，不是数为 nil",
      "\"integer\" or \"float\"; nil if it is no number", "assert(math.type(1) == 'integer')" },
    { "ult", NULL, "(a: integer, b: integer) -> boolean", "按无符号整数比较",
      "a < b as unsigned integers", "assert(math.ult(1, -1))" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_math = { "math", "数学函数；没有随机数",
                                      "Mathematics; without random numbers", lib_math_functions };
