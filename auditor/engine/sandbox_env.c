/* sandbox_env.c - the environment of plugins, function by function; see sandbox_env.h. */
#include "base/lang.h"
#include "engine/sandbox_env.h"

#include <lualib.h>
#include <string.h>

#include "engine/call.h"
#include "engine/lib_base.h"
#include "engine/sandbox.h"

static const char env_key, globals_key; /* registry keys, by their addresses */
static const char mark_key;             /* in the metatables of read-only views: what is behind */

#define SANDBOX_ENV "the environment"

static int l_frozen(lua_State *L)
{
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    if (strcmp(name, SANDBOX_ENV) == 0)
        return luaL_error(L,
                          tr("%s：不能用全局变量，请写 local",
                             "global '%s': globals do not exist here, declare it local"),
                          key);
    if (strcmp(name, SANDBOX_FILE) == 0)
        return luaL_error(L,
                          tr("%s 只能读（%s）：请放到函数里",
                             "%s is read-only ('%s'): make it inside the function"),
                          name, key);
    return luaL_error(L, tr("%s 只能读（%s）", "%s is read-only ('%s')"), name, key);
}

static int l_absent(lua_State *L)
{
    static const char *const patterns[] = { "find", "match", "gmatch", "gsub", NULL };
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    if (strcmp(name, "string") == 0)
        for (int i = 0; patterns[i]; i++)
            if (strcmp(key, patterns[i]) == 0)
                return luaL_error(L,
                                  tr("没有 string.%s，请用 text.%s(s, 正则表达式)",
                                     "string.%s does not exist here; use text.%s(s, pattern)"),
                                  key, key);
    if (strcmp(name, SANDBOX_ENV) == 0)
        return luaL_error(L, tr("没有 %s", "'%s' does not exist here"), key);
    return luaL_error(L, tr("%s 中没有 %s", "%s has no '%s'"), name, key);
}

static int l_length(lua_State *L)
{
    lua_pushinteger(L, sandbox_behind(L, 1) ? (lua_Integer)lua_rawlen(L, -1) : 0);
    return 1;
}

/* Pushes the function that refuses to write into `name`, one for each name. */
static void push_frozen(lua_State *L, const char *name)
{
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, name) == LUA_TFUNCTION)
        return;
    lua_pop(L, 1);
    lua_pushstring(L, name);
    lua_pushcclosure(L, l_frozen, 1);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, name);
}

void sandbox_cover(lua_State *L, const char *name)
{
    luaL_checkstack(L, 4, NULL);
    lua_createtable(L, 0, 5);      /* view table meta */
    lua_pushvalue(L, -2);          /* view table meta table */
    lua_rawsetp(L, -2, &mark_key); /* view table meta */
    lua_insert(L, -2);             /* view meta table */
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, l_length);
    lua_setfield(L, -2, "__len");
    push_frozen(L, name);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2); /* view */
}

void sandbox_readonly(lua_State *L, const char *name, bool strict)
{
    luaL_checkstack(L, 6, NULL);
    if (strict) {
        lua_createtable(L, 0, 1); /* table meta */
        lua_pushstring(L, name);
        lua_pushcclosure(L, l_absent, 1);
        lua_setfield(L, -2, "__index");
        lua_setmetatable(L, -2);
    }
    lua_createtable(L, 0, 0); /* table view */
    lua_insert(L, -2);        /* view table */
    sandbox_cover(L, name);
}

bool sandbox_behind(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index))
        return false;
    int type = lua_rawgetp(L, -1, &mark_key);
    lua_remove(L, -2);
    if (type == LUA_TTABLE)
        return true;
    lua_pop(L, 1);
    return false;
}

void sandbox_uncover(lua_State *L, int index)
{
    if (sandbox_behind(L, index))
        lua_replace(L, index);
}

void sandbox_push_env(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
}

void sandbox_global(lua_State *L, const char *name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &globals_key); /* value globals */
    lua_insert(L, -2);                               /* globals value */
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/* Puts the functions of a library into the table on top. Those without a C function of ours are Lua's, from
 * the table at `from`; ours that replace one of Lua's can call it. */
static void fill(lua_State *L, int from, const struct api_library *library)
{
    for (const struct api_function *f = library->functions; f->name; f++) {
        if (from)
            lua_getfield(L, from, f->name);
        else
            lua_pushnil(L);
        if (f->call)
            call_push(L, f, library->name, NULL);
        lua_setfield(L, -2, f->name);
    }
}

void sandbox_library(lua_State *L, const struct api_library *library)
{
    lua_newtable(L);
    fill(L, 0, library);
    sandbox_readonly(L, library->name, true);
    sandbox_global(L, library->name);
}

static void add_library(lua_State *L, const struct api_library *library, lua_CFunction open)
{
    luaL_requiref(L, library->name, open, 0); /* theirs */
    lua_newtable(L);                          /* theirs ours */
    fill(L, lua_gettop(L) - 1, library);
    lua_remove(L, -2); /* ours */
    if (strcmp(library->name, "string") == 0) {
        lua_pushliteral(L, "");   /* ours "" */
        lua_createtable(L, 0, 2); /* ours "" meta: without string arithmetic */
        lua_pushvalue(L, -3);     /* ours "" meta ours */
        lua_setfield(L, -2, "__index");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_setmetatable(L, -2);
        lua_pop(L, 1); /* ours */
    }
    sandbox_readonly(L, library->name, true);
    sandbox_global(L, library->name);
}

static void add_base(lua_State *L)
{
    luaL_requiref(L, LUA_GNAME, luaopen_base, 0);    /* theirs */
    lua_rawgetp(L, LUA_REGISTRYINDEX, &globals_key); /* theirs globals */
    fill(L, lua_gettop(L) - 1, &lib_base);
    lua_pop(L, 2);
}

void sandbox_build(lua_State *L)
{
    luaL_checkversion(L);
    lua_newtable(L);
    lua_pushvalue(L, -1); /* globals globals */
    lua_rawsetp(L, LUA_REGISTRYINDEX, &globals_key);
    add_base(L);
    add_library(L, &lib_string, luaopen_string);
    add_library(L, &lib_table, luaopen_table);
    add_library(L, &lib_math, luaopen_math);
    add_library(L, &lib_utf8, luaopen_utf8);
    sandbox_readonly(L, SANDBOX_ENV, true); /* env */
    lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
    /* What luaopen_* left behind: the real globals and the list of loaded modules. */
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}
