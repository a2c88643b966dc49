/* lib_date.c - the `date` library: ISO strings in and out; see lib_text.h. */
#include "engine/bind.h"
#include "base/lang.h"
#include "engine/lib_text.h"
#include "engine/sandbox.h"
#include "text/date.h"

static struct str string_arg(lua_State *L, int index)
{
    struct str s;
    s.p = lua_tolstring(L, index, &s.n);
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
    lua_Integer days = lua_tointeger(L, 2);
    luaL_argcheck(L, days >= -400000 && days <= 400000, 2, tr("天数太多", "too many days"));
    d = date_add_days(d, (long)days);
    luaL_argcheck(L, date_valid(d), 2, tr("超出日历范围", "beyond the calendar"));
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

static const struct api_function lib_date_functions[] = {
    { "add", l_add, "(date: string, days: integer) -> string", "若干天之后（负数为之前）的日期",
      "the date so many days later, or earlier",
      "assert(date.add('2023-01-31', 1) == '2023-02-01')" },
    { "days", l_days, "(a: string, b: string) -> integer", "从 a 到 b 的天数", "days from a to b",
      "assert(date.days('2023-01-31', '2023-03-10') == 38)" },
    { "find", l_find, "(s: string, init?: integer) -> string?, integer?, integer?",
      "文字中的第一个日期和起止字节；没有为 nil",
      "the first date in a text, its first and last byte; nil for none",
      "local iso = date.find('发布日期：2023年3月10日')\n"
      "assert(iso == '2023-03-10')" },
    { "valid", l_valid, "(s: string) -> boolean", "是不是写作 2025-01-31 的日期",
      "whether it is a date written as 2025-01-31",
      "assert(date.valid('2024-02-29') and not date.valid('2023-02-29'))" },
    { "year", l_year, "(date: string) -> integer", "日期的年份", "the year of a date",
      "assert(date.year('2023-03-10') == 2023)" },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};

const struct api_library lib_date = { "date", "日期，写作 2025-01-31",
                                      "Dates, written as 2025-01-31", lib_date_functions };

void lib_date_open(lua_State *L)
{
    sandbox_library(L, &lib_date);
}
