/* field.c - see field.h. */
#include "engine/field.h"

#include <lauxlib.h>
#include <string.h>

#include "base/lang.h"
#include "engine/lib_base.h"
#include "engine/sandbox.h"

enum { LIST_MAX = 1000 };

int field_wrong(lua_State *L, const char *name, const char *expected)
{
    const char *found = luaL_typename(L, -1);
    if (lua_type(L, -1) == LUA_TSTRING)
        return luaL_error(L, tr("字段 %s 应为%s，却是 “%s”", "field '%s' must be %s, found '%s'"),
                          name, expected, lua_tostring(L, -1));
    return luaL_error(L, tr("字段 %s 应为%s，却是 %s", "field '%s' must be %s, found %s"), name,
                      expected, found);
}

static bool listed(const char *key, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(key, *names) == 0)
            return true;
    return false;
}

void field_known(lua_State *L, int table, const char *what, const char *const *names)
{
    sandbox_uncover(L, table);
    const char *bad = NULL; /* the first in byte order: the message must not depend on hashes */
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, tr("%s 里有不带名字的字段", "%s has a field without a name"), what);
        const char *key = lua_tostring(L, -2);
        if (!listed(key, names) && (!bad || strcmp(key, bad) < 0))
            bad = key;
    }
    if (bad)
        luaL_error(L, tr("%s 不认识字段 %s", "%s has an unknown field '%s'"), what, bad);
}

static struct str copy_top(lua_State *L, struct arena *arena)
{
    struct str s;
    s.p = lua_tolstring(L, -1, &s.n);
    return arena_str(arena, s);
}

struct str field_str(lua_State *L, int table, const char *name, struct arena *arena, bool required)
{
    struct str s = { "", 0 };
    int type = lua_getfield(L, table, name);
    if (type == LUA_TSTRING)
        s = copy_top(L, arena);
    else if (type != LUA_TNIL || required)
        field_wrong(L, name, tr("文字", "a string"));
    lua_pop(L, 1);
    return s;
}

bool field_bool(lua_State *L, int table, const char *name)
{
    int type = lua_getfield(L, table, name);
    if (type != LUA_TNIL && type != LUA_TBOOLEAN)
        field_wrong(L, name, tr(" true 或 false", "true or false"));
    bool value = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return value;
}

int field_word(lua_State *L, int table, const char *name, const char *const *words)
{
    int found = -1;
    if (lua_getfield(L, table, name) != LUA_TNIL) {
        const char *value = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
        for (int i = 0; words[i]; i++)
            if (strcmp(words[i], value) == 0)
                found = i;
        if (found < 0) {
            lua_pushliteral(L, "");
            for (int i = 0; words[i]; i++) {
                lua_pushfstring(L, "%s%s", i ? " | " : " ", words[i]);
                lua_concat(L, 2);
            }
            const char *expected = lua_tostring(L, -1);
            lua_pushvalue(L, -2);
            field_wrong(L, name, expected);
        }
    }
    lua_pop(L, 1);
    return found;
}

/* A text cut to max bytes, not inside a character. */
static struct str cut(struct str s, size_t max, struct arena *arena)
{
    if (s.n <= max)
        return arena_str(arena, s);
    size_t n = max;
    while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--;
    return arena_fmt(arena, "%.*s…", (int)n, s.p);
}

struct str field_value(lua_State *L, int table, const char *name, struct arena *arena, size_t max)
{
    struct str s = { "", 0 };
    int type = lua_getfield(L, table, name);
    if (type == LUA_TNUMBER) {
        lua_Integer whole;
        if (!lua_isinteger(L, -1) && lua_tonumber(L, -1) >= -1e15 && lua_tonumber(L, -1) <= 1e15 &&
            (whole = (lua_Integer)lua_tonumber(L, -1), (lua_Number)whole == lua_tonumber(L, -1)))
            s = arena_fmt(arena, "%lld", (long long)whole); /* 131.0 is shown as 131 */
        else
            lib_push_text(L, lua_gettop(L)), s = copy_top(L, arena), lua_pop(L, 1);
    } else if (type == LUA_TSTRING) {
        s.p = lua_tolstring(L, -1, &s.n);
        s = cut(s, max, arena);
    } else if (type != LUA_TNIL) {
        field_wrong(L, name, tr("文字或数", "a string or a number"));
    }
    lua_pop(L, 1);
    return s;
}

bool field_text(lua_State *L, int table, const char *name, struct arena *arena, size_t max,
                struct audit_text *out)
{
    static const char *const languages[] = { "zh", "en", NULL };
    int type = lua_getfield(L, table, name);
    bool there = type != LUA_TNIL;
    if (type == LUA_TSTRING) {
        struct str s;
        s.p = lua_tolstring(L, -1, &s.n);
        out->in[LANG_ZH] = out->in[LANG_EN] = cut(s, max, arena);
    } else if (type == LUA_TTABLE) {
        int inner = lua_gettop(L);
        field_known(L, inner, name, languages);
        struct str zh = field_value(L, inner, "zh", arena, max);
        struct str en = field_value(L, inner, "en", arena, max);
        if (zh.n == 0 && en.n == 0)
            field_wrong(L, name, " { zh = , en = }");
        out->in[LANG_ZH] = zh.n ? zh : en;
        out->in[LANG_EN] = en.n ? en : zh;
    } else if (there) {
        field_wrong(L, name, " { zh = , en = }");
    }
    lua_pop(L, 1);
    return there;
}

size_t field_list_at(lua_State *L, int index, const char *name, struct arena *arena,
                     struct str **out)
{
    *out = NULL;
    if (lua_type(L, index) == LUA_TSTRING) {
        *out = arena_alloc(arena, sizeof **out);
        lua_pushvalue(L, index);
        (*out)[0] = copy_top(L, arena);
        lua_pop(L, 1);
        return 1;
    }
    sandbox_uncover(L, index);
    lua_pushvalue(L, index);
    if (lua_type(L, index) != LUA_TTABLE || lua_rawlen(L, index) > LIST_MAX)
        field_wrong(L, name, tr("一组文字", "a list of strings"));
    lua_pop(L, 1);
    size_t n = lua_rawlen(L, index), seen = 0;
    *out = arena_alloc(arena, (n ? n : 1) * sizeof **out);
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1))
        seen++;
    for (size_t i = 0; i < n; i++) {
        if (lua_rawgeti(L, index, (lua_Integer)i + 1) != LUA_TSTRING || seen != n)
            field_wrong(L, name, tr("一组文字", "a list of strings"));
        (*out)[i] = copy_top(L, arena);
        lua_pop(L, 1);
    }
    if (seen != n)
        luaL_error(L, tr("字段 %s 应为一组文字", "field '%s' must be a list of strings"), name);
    return n;
}

size_t field_list(lua_State *L, int table, const char *name, struct arena *arena, struct str **out)
{
    size_t n = 0;
    *out = NULL;
    if (lua_getfield(L, table, name) != LUA_TNIL)
        n = field_list_at(L, lua_gettop(L), name, arena, out);
    lua_pop(L, 1);
    return n;
}
