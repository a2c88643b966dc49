/* The fence from both sides: nothing more than the list can be reached, and nothing less. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/lang.h"
#include "desk.h"
#include "base/str.h"
#include "engine/sandbox.h"
#include "engine/state.h"

static const char *const wall[] = {
    "assert",         "cases",
    "date",           "date.add",
    "date.days",      "date.find",
    "date.valid",     "date.year",
    "error",          "form",
    "ipairs",         "layout",
    "math",           "math.abs",
    "math.ceil",      "math.floor",
    "math.fmod",      "math.huge",
    "math.max",       "math.maxinteger",
    "math.min",       "math.mininteger",
    "math.modf",      "math.pi",
    "math.tointeger", "math.type",
    "math.ult",       "pack",
    "pairs",          "rawequal",
    "rawlen",         "require",
    "rule",           "scoring",
    "select",         "string",
    "string.byte",    "string.char",
    "string.format",  "string.len",
    "string.lower",   "string.rep",
    "string.reverse", "string.sub",
    "string.upper",   "table",
    "table.concat",   "table.insert",
    "table.move",     "table.pack",
    "table.remove",   "table.sort",
    "table.unpack",   "text",
    "text.contains",  "text.ends",
    "text.find",      "text.gmatch",
    "text.gsub",      "text.han",
    "text.len",       "text.match",
    "text.normal",    "text.number",
    "text.ordinal",   "text.similar",
    "text.split",     "text.starts",
    "text.sub",       "tonumber",
    "tostring",       "type",
    "utf8",           "utf8.char",
    "utf8.codepoint", "utf8.codes",
    "utf8.len",       "utf8.offset",
};
enum { WALL = sizeof wall / sizeof wall[0] };

static bool seen[WALL];

static void saw(const char *name)
{
    for (int i = 0; i < WALL; i++)
        if (strcmp(wall[i], name) == 0) {
            seen[i] = true;
            return;
        }
    fail_msg("%s can be reached but is not on the list", name);
}

/* The table on top, and what hangs on it: members, and behind views. */
static void walk(lua_State *L, const char *prefix, int depth)
{
    assert_true(depth < 4);
    bool behind = sandbox_behind(L, -1);
    assert_true(behind); /* every library is a read-only view, and so is the environment */
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        struct strbuf name = { 0 };
        assert_int_equal(lua_type(L, -2), LUA_TSTRING);
        strbuf_fmt(&name, "%s%s%s", prefix, *prefix ? "." : "", lua_tostring(L, -2));
        saw(name.p);
        int type = lua_type(L, -1);
        if (type == LUA_TTABLE)
            walk(L, name.p, depth + 1);
        else
            assert_true(type == LUA_TFUNCTION || type == LUA_TNUMBER);
        strbuf_free(&name);
    }
    lua_pop(L, 1);
}

static void push_function(lua_State *L)
{
    sandbox_push_env(L);
    lua_getfield(L, -1, "assert");
    lua_remove(L, -2);
}

static void test_wall(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    lua_State *L = sandbox_state(d.engine->sandbox);
    sandbox_push_env(L);
    walk(L, "", 0);
    lua_pop(L, 1);
    for (int i = 0; i < WALL; i++)
        if (!seen[i])
            fail_msg("%s is on the list but cannot be reached", wall[i]);
    lua_pushliteral(L, "");
    assert_true(lua_getmetatable(L, -1)); /* of strings: only the way to the string library */
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        const char *key = lua_tostring(L, -2);
        assert_true(strcmp(key, "__index") == 0 || strcmp(key, "__metatable") == 0);
        lua_pop(L, 1);
    }
    lua_settop(L, 0);
    for (int type = 0; type < LUA_NUMTYPES; type++) { /* no other basic type has a metatable */
        if (type == LUA_TSTRING || type == LUA_TTABLE || type == LUA_TUSERDATA ||
            type == LUA_TTHREAD)
            continue;
        if (type == LUA_TNIL)
            lua_pushnil(L);
        else if (type == LUA_TBOOLEAN)
            lua_pushboolean(L, 1);
        else if (type == LUA_TNUMBER)
            lua_pushinteger(L, 1);
        else if (type == LUA_TLIGHTUSERDATA)
            lua_pushlightuserdata(L, L);
        else
            push_function(L);
        assert_false(lua_getmetatable(L, -1));
        lua_pop(L, 1);
    }
    desk_close(&d);
}

/* The same from inside: each of these raises. */
static void test_refused(void **state)
{
    static const char *const bodies[] = {
        "print('x')",
        "local x = _G",
        "local x = load",
        "local x = dofile",
        "local x = loadstring",
        "local x = pcall",
        "local x = xpcall",
        "local x = coroutine",
        "local x = setmetatable",
        "local x = getmetatable",
        "local x = rawset",
        "local x = rawget",
        "local x = next",
        "local x = collectgarbage",
        "local x = io",
        "local x = os",
        "local x = debug",
        "local x = package",
        "local x = string.find",
        "local x = ('x').match",
        "local x = string.gmatch",
        "local x = string.gsub",
        "local x = string.dump",
        "local x = string.pack",
        "local x = math.random",
        "local x = math.randomseed",
        "local x = utf8.charpattern",
        "x = 1",
        "string.x = 1",
        "string.rep = nil",
        "table.insert(string, 1)",
        "table.sort(report.article)",
        "report.year = 1",
        "report.article[1] = 1",
        "table.insert(report.article, 1)",
        "out.fail = nil",
        "local x = report.yeer",
        "local x = '1' + 1",
        "for k in pairs(report) do end",
        "string.format('%p', {})",
        "require 'nothing'",
        "require '../secret'",
        "out:fail { att = 1 }",
        "out:fail { at = 1 }",
        "out:fail { severity = 'grave' }",
        "out:fail { message = function() end }",
        "out.fail(report, {})",
        "report.table(out, 'requests')",
        "report:matches('undeclared')",
        "text.find('x', '(')",
        "text.find('\\xFF', 'x')",
        "date.days('2025-13-01', '2025-01-01')",
        "error('x')",
        "error({})",
        "error()",
        "table.move(string, 1, 2, 1, table)",
        "local t = {} t[0/0] = 1",
        "table.unpack({}, 1, 1000)",
        "for k in pairs({ [true] = 1 }) do end",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++)
        desk_expect(bodies[i], STATE_ERROR, NULL);
}

static void test_works(void **state)
{
    static const char *const bodies[] = {
        "assert(tostring({}) == 'table' and tostring(print_ == nil and 1 or 1) == '1')",
        "assert(tostring(report) == 'userdata' and string.format('%s', {}) == 'table')",
        "assert(tostring(0/0) == 'nan')",
        "local s = '' for k, v in pairs { b = 1, a = 2, 10, [-1] = 3 } do s = s .. k .. v end "
        "assert(s == '-13110a2b1')",
        "local t = {} for i = 1, 300 do t[i] = { i % 3, i } end table.sort(t, function(a, b) "
        "return a[1] < b[1] end) "
        "for i = 2, 300 do assert(t[i-1][1] < t[i][1] or t[i-1][2] < t[i][2]) end", /* stable */
        "assert(('x'):rep(3, ',') == 'x,x,x' and (''):rep(1e15) == '')",
        "local t = { 1, 2, 3 } table.insert(t, 1, 0) assert(table.remove(t) == 3 and #t == 3)",
        "assert(table.concat({ 1, 2 }, '-') == '1-2' and select('#', table.unpack { 1, 2 }) == 2)",
        "local a, b, c = text.find('共12件', '([0-9]+)') assert(a == 4 and b == 5 and c == '12')",
        "assert(text.match('a1b2', '[a-z]') == 'a' and text.gsub('a1b2', '[0-9]', '#') == 'a#b#')",
        "assert(text.gsub('a.b 12', '([. ])', '[$1]') == 'a[.]b[ ]12' and "
        "text.gsub('ab', '(a)(x)?', '$2$$$0') == '$ab')",
        "assert(select('#', text.gsub('a', 'a', 'b')) == 1)",
        "local n = 0 for w in text.gmatch('一二三', '.') do n = n + 1 end assert(n == 3)",
        "local t = text.split('a,b,,c', ',') assert(#t == 4 and t[3] == '' and t[4] == 'c')",
        "assert(text.sub('政府信息', 2, 3) == '府信' and text.len('政府') == 2 and "
        "text.han('政a府') == 2 and "
        "text.han('共12件。㐀丁政府信息鿿〇豈“公开”') == 13)",
        "assert(text.ordinal('三') == 3 and text.similar('政府信息', '政府信息') == 1 and "
        "text.similar('甲', '乙') == 0)",
        "assert(date.days('2025-01-31', '2025-02-01') == 1 and date.add('2024-02-28', 1) == "
        "'2024-02-29')",
        "assert(report.kind == 'annual-report' and report == report)",
        "local _ENV = { out = out } x = 1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        char body[1000];
        snprintf(body, sizeof body, "local print_ = nil %s out:pass()", bodies[i]);
        desk_expect(body, STATE_PASS, NULL);
    }
}

/* Once exceeded, a limit stays exceeded: also when what failed could have been passed over. */
static int l_waste(lua_State *L)
{
    sandbox_charge(L, *(uint64_t *)lua_touserdata(L, 1));
    return 0;
}

static int l_waste_twice(lua_State *L)
{
    uint64_t *work = lua_touserdata(L, 1);
    lua_pushcfunction(L, l_waste);
    lua_pushlightuserdata(L, work);
    assert_int_not_equal(lua_pcall(L, 1, 0, 0), LUA_OK); /* what no plugin can do: go on */
    *work = 1;
    lua_pushcfunction(L, l_waste);
    lua_pushlightuserdata(L, work);
    assert_int_not_equal(lua_pcall(L, 1, 0, 0), LUA_OK);
    return 0;
}

static void test_sticky(void **state)
{
    struct sandbox_limits limits = { .bytes = 1 << 20, .instructions = 1000 };
    struct error err = { 0 };
    uint64_t work = 5000;
    (void)state;
    lang_set(LANG_EN);
    struct sandbox *s = sandbox_new(NULL);
    assert_int_equal(sandbox_call(s, l_waste_twice, &work, limits, &err), ERR_LIMIT);
    assert_int_equal(sandbox_spent(s), SPENT_INSTRUCTIONS);
    work = 5;
    assert_int_equal(sandbox_call(s, l_waste, &work, limits, &err),
                     0); /* the next call is free again */
    assert_int_equal(lua_gettop(sandbox_state(s)), 0);
    sandbox_free(s);
}

/* The same call with every byte limit from nothing upwards: it fails or succeeds, and never leaks or
 * crashes (the n-th allocation fails, for every n). */
static int l_build(lua_State *L)
{
    luaL_loadbufferx(L, "local t = {} for i = 1, 50 do t[i] = ('x'):rep(i) .. i end return #t", 68,
                     "=t", "t");
    sandbox_push_env(L);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 1);
    return 1;
}

static void test_every_allocation(void **state)
{
    struct error err = { 0 };
    bool worked = false;
    (void)state;
    struct sandbox *s = sandbox_new(NULL);
    for (size_t bytes = 0; bytes < 64 * 1024 && !worked; bytes += 48) {
        struct sandbox_limits limits = { .bytes = bytes, .instructions = 1000 * 1000 };
        sandbox_settle(s);
        worked = sandbox_call(s, l_build, NULL, limits, &err) == 0;
        assert_int_equal(lua_gettop(sandbox_state(s)), worked ? 1 : 0);
    }
    assert_true(worked);
    sandbox_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wall),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_works),
        cmocka_unit_test(test_sticky),
        cmocka_unit_test(test_every_allocation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
