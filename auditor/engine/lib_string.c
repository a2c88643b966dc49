/* lib_string.c - string.byte format rep, utf8.codepoint len offset; see lib_base.h. */
#include <string.h>

#include "engine/lib_base.h"
#include "base/lang.h"
#include "engine/call.h"
#include "engine/sandbox.h"

enum { FORMAT_WORK = 60 }; /* for one conversion: that of a large float takes microseconds */

static int original(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(CALL_ORIGINAL))(L);
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
    size_t n = lua_rawlen(L, 1);
    lua_Integer from = absolute(luaL_optinteger(L, 2, 1), n);
    lua_Integer to = absolute(luaL_optinteger(L, 3, from), n);
    if (from < 1)
        from = 1;
    if (to > (lua_Integer)n)
        to = (lua_Integer)n;
    luaL_argcheck(L, to < from || to - from < SANDBOX_RESULTS, 3, tr("太长", "slice too long"));
    return original(L);
}

static int l_rep(lua_State *L)
{
    size_t n = lua_rawlen(L, 1), between = lua_isnil(L, 3) ? 0 : lua_rawlen(L, 3);
    lua_Integer times = lua_tointeger(L, 2);
    if (times <= 0 || n + between == 0) { /* Lua would count up to `times` for nothing */
        lua_pushliteral(L, "");
        return 1;
    }
    luaL_argcheck(L, (lua_Unsigned)times <= (SIZE_MAX / 4) / (n + between), 2,
                  tr("太长", "string too long"));
    sandbox_charge(L, (uint64_t)times * (1 + (n + between) / 64));
    return original(L);
}

/* Refuses %p; other values than numbers, strings and booleans become their type's name first. */
static int l_format(lua_State *L)
{
    size_t n;
    const char *format = lua_tolstring(L, 1, &n);
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
            return luaL_error(L,
                              tr("string.format：没有 %%p", "string.format: %%p is not available"));
    }
    for (int i = 2, top = lua_gettop(L); i <= top; i++) {
        int type = lua_type(L, i);
        bool nan = type == LUA_TNUMBER && lua_tonumber(L, i) != lua_tonumber(L, i);
        if (nan)
            return luaL_argerror(L, i, tr("不是数", "not a number"));
        if (type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TBOOLEAN || type == LUA_TNIL)
            continue;
        lib_push_text(L, i);
        lua_replace(L, i);
    }
    return original(L);
}

static int l_charge_length(lua_State *L)
{
    sandbox_charge(L, lua_rawlen(L, 1) / 4);
    return original(L);
}

static const struct api_function lib_string_functions[] = {
    { "byte", l_few_results, "(s: string, i?: integer, j?: integer) -> ...integer",
      "第 i 到 j 个字节的值", "the bytes from i to j as numbers",
      "assert(string.byte('A') == 65)" },
    { "char", NULL, "(...: integer) -> string", "由字节值组成文字", "a string of these bytes",
      "assert(string.char(65, 66) == 'AB')" },
    { "format", l_format, "(format: string, ...: any) -> string", "按格式写出；不提供 %p",
      "values written by a format; there is no %p",
      "assert(string.format('%s=%03d', 'n', 7) == 'n=007')" },
    { "len", NULL, "(s: string) -> integer", "字节数；字数见 text.len",
      "bytes; for characters see text.len", "assert(('ab'):len() == 2 and ('年'):len() == 3)" },
    { "lower", NULL, "(s: string) -> string", "拉丁字母改为小写", "Latin letters in lower case",
      "assert(('WWW'):lower() == 'www')" },
    { "rep", l_rep, "(s: string, n: integer, between?: string) -> string",
      "重复 n 次，中间可加分隔", "n times s, with something between",
      "assert(('ab'):rep(2, '-') == 'ab-ab')" },
    { "reverse", NULL, "(s: string) -> string", "字节倒序", "the bytes in reverse",
      "assert(('abc'):reverse() == 'cba')" },
    { "sub", NULL, "(s: string, i: integer, j?: integer) -> string",
      "第 i 到 j 个字节；按字截取见 text.sub", "bytes i to j; by characters see text.sub",
      "assert(('abcd'):sub(2, 3) == 'bc')" },
    { "upper", NULL, "(s: string) -> string", "拉丁字母改为大写", "Latin letters in upper case",
      "assert(('www'):upper() == 'WWW')" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_string = {
    "string", "文字，按字节计；也可写作 s:sub(…)。查找和替换用 text 库。",
    "Strings, by bytes; also written s:sub(...). To search and replace there is text.",
    lib_string_functions
};

static const struct api_function lib_utf8_functions[] = {
    { "char", NULL, "(...: integer) -> string", "由字符编码组成文字",
      "a string of these code points", "assert(utf8.char(0x5E74) == '年')" },
    { "codepoint", l_few_results,
      "(s: string, i?: integer, j?: integer, lax?: boolean) -> ...integer",
      "第 i 到 j 字节处各字的编码", "code points of the characters from byte i to j",
      "assert(utf8.codepoint('年') == 0x5E74)" },
    { "codes", NULL, "(s: string, lax?: boolean) -> function, string, integer",
      "依次给出每个字的位置和编码", "goes through the characters: position and code point",
      "local n = 0\n"
      "for _, code in utf8.codes('年报') do n = n + 1; assert(code > 255) end\n"
      "assert(n == 2)" },
    { "len", l_charge_length,
      "(s: string, i?: integer, j?: integer, lax?: boolean) -> integer?, integer?",
      "字数；不是 UTF-8 时为 nil 和出错的位置",
      "characters; nil and the place of the fault if it is no UTF-8",
      "assert(utf8.len('年报') == 2)" },
    { "offset", l_charge_length, "(s: string, n: integer, i?: integer) -> integer?",
      "第 n 个字始于哪个字节", "the byte at which the n-th character begins",
      "assert(utf8.offset('年报', 2) == 4)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_utf8 = { "utf8", "UTF-8 字符", "Characters of UTF-8",
                                      lib_utf8_functions };
