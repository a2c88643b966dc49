/* type_fail.c - says what is wrong with a value, in words; see type.h. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "engine/bind.h"
#include "engine/sandbox.h"
#include "engine/type.h"

enum { SHOWN = 60 }; /* bytes of a string that was found */

/* Appends one of several things that are expected to the text on top of the stack. */
static void add(lua_State *L, const char *zh, const char *en)
{
    bool first = lua_rawlen(L, -1) == 0;
    lua_pushfstring(L, "%s%s", first ? "" : tr("或", " or "), tr(zh, en));
    lua_concat(L, 2);
}

static void add_words(lua_State *L, const struct type *t)
{
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (size_t i = 0; i < t->word_count; i++) {
        luaL_addstring(&b, i ? " | " : "");
        luaL_addstring(&b, t->words[i]);
    }
    luaL_pushresult(&b); /* expected words */
    bool first = lua_rawlen(L, -2) == 0;
    lua_pushstring(L, first ? "" : tr("或", " or "));
    lua_insert(L, -2);
    lua_concat(L, 3);
}

static void add_record(lua_State *L, const struct shape *shape)
{
    lua_pushstring(L, lua_rawlen(L, -1) ? tr("或", " or {") : "{");
    for (const struct shape_field *f = shape->fields; f->name; f++)
        lua_pushfstring(L, " %s =%s", f->name, f[1].name ? "," : " }"), lua_concat(L, 2);
    lua_concat(L, 2);
}

static void add_classes(lua_State *L, uint64_t classes)
{
    const struct api_class *class = bind_class_of_bits(classes);
    if (!class)
        add(L, "报告中某处的句柄", "a handle of the report");
    else
        add(L, class->type, class->name);
}

/* Pushes what is expected. */
static void push_expected(lua_State *L, const struct type *t)
{
    static const struct {
        int type;
        const char *zh, *en;
    } basics[] = { { LUA_TSTRING, "文字", "a string" },
                   { LUA_TBOOLEAN, " true 或 false", "true or false" },
                   { LUA_TFUNCTION, "函数", "a function" },
                   { LUA_TTABLE, "表", "a table" } };
    bool texts = t->item && (t->item->lua & 1 << LUA_TSTRING);
    lua_pushliteral(L, "");
    for (size_t i = 0; i < sizeof basics / sizeof *basics; i++)
        if (t->lua & 1 << basics[i].type)
            add(L, basics[i].zh, basics[i].en);
    if (t->lua & 1 << LUA_TNUMBER)
        add(L, "数", "a number");
    else if (t->integer)
        add(L, "整数", "an integer");
    if (t->word_count)
        add_words(L, t);
    if (t->classes)
        add_classes(L, t->classes);
    if (t->record)
        add_record(L, t->record->shape);
    if (t->item)
        add(L, texts ? "一组文字" : "列表", texts ? "a list of strings" : "a list");
    if (t->value)
        add(L, "带名字的一组值", "a table of named values");
}

/* Pushes what was found, as a person would say it. */
static void push_found(lua_State *L, int index)
{
    struct bind_handle *h = lua_type(L, index) == LUA_TUSERDATA ? bind_any(L, index) : NULL;
    if (lua_type(L, index) == LUA_TSTRING) {
        struct str s;
        s.p = lua_tolstring(L, index, &s.n);
        size_t n = s.n < SHOWN ? s.n : SHOWN;
        while (n > 0 && n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
            n--;
        lua_pushlstring(L, s.p, n);
        lua_pushfstring(L, tr(" “%s%s”", "'%s%s'"), lua_tostring(L, -1), n < s.n ? "…" : "");
        lua_remove(L, -2);
    } else if (lua_type(L, index) == LUA_TNUMBER) {
        lua_pushvalue(L, index);
        lua_pushfstring(L, tr("数 %s", "the number %s"), lua_tostring(L, -1));
        lua_remove(L, -2);
    } else {
        lua_pushstring(L, h ? bind_class_name(h) : luaL_typename(L, index));
    }
}

static int wrong(lua_State *L, int index, const struct type *t, const struct type_place *at)
{
    const char *kind = at->argument ? tr("参数", "argument") : tr("字段", "field");
    push_expected(L, t);
    push_found(L, index);
    if (at->path[0] == 0)
        return luaL_error(L, tr("%s 应为%s，却是%s", "%s must be %s, found %s"), at->what,
                          lua_tostring(L, -2), lua_tostring(L, -1));
    return luaL_error(L, tr("%s%s %s 应为%s，却是%s", "%s%s '%s' must be %s, found %s"), at->call,
                      kind, at->path, lua_tostring(L, -2), lua_tostring(L, -1));
}

/* A field of the table that stands at this place. */
static struct type_place inner(lua_State *L, const struct type_place *at, const char *name)
{
    bool root = at->argument || at->path[0] == 0;
    struct type_place field = *at;
    field.argument = false;
    field.path =
        root ? name : lua_pushfstring(L, "%s%s%s", at->path, name[0] == '[' ? "" : ".", name);
    return field;
}

static const char *name_of(const struct type_place *at)
{
    return at->argument || at->path[0] == 0 ? at->what : at->path;
}

/* The first in byte order: the message must not depend on hashes. */
static void refuse_unknown(lua_State *L, int table, const struct shape *shape,
                           const struct type_place *at)
{
    const char *bad = NULL;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_error(L, tr("%s 里有不带名字的字段", "%s has a field without a name"),
                       name_of(at));
        const char *key = lua_tostring(L, -2);
        if (!shape_field(shape, key) && (!bad || strcmp(key, bad) < 0))
            bad = key;
    }
    if (bad)
        luaL_error(L, tr("%s 不认识字段 %s", "%s has an unknown field '%s'"), name_of(at), bad);
}

static void check_record(lua_State *L, int table, const struct type_record *record,
                         const struct type_place *at)
{
    refuse_unknown(L, table, record->shape, at);
    for (size_t i = 0; i < record->n; i++) {
        const struct type_member *m = &record->members[i];
        struct type_place field = inner(L, at, m->field->name);
        lua_getfield(L, table, m->field->name);
        if (lua_isnil(L, -1) && !shape_optional(m->field))
            luaL_error(L, tr("%s缺少字段 %s", "%sfield '%s' is missing"), at->call, field.path);
        if (!type_holds(L, lua_gettop(L), m->type))
            type_fail(L, lua_gettop(L), m->type, &field);
        lua_settop(L, table);
    }
}

/* The member that is wrong, the first in a fixed order. */
static void check_members(lua_State *L, int table, const struct type *t, bool list,
                          const struct type_place *at)
{
    const char *bad = NULL;
    size_t n = lua_rawlen(L, table);
    for (size_t i = 1; list && i <= n; i++) {
        lua_rawgeti(L, table, (lua_Integer)i);
        const char *name = lua_pushfstring(L, "[%d]", (int)i);
        struct type_place member = inner(L, at, name);
        if (!type_holds(L, table + 1, t->item))
            type_fail(L, table + 1, t->item, &member);
        lua_settop(L, table);
    }
    for (lua_pushnil(L); !list && lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            return;
        const char *key = lua_tostring(L, -2);
        if (!type_holds(L, lua_gettop(L), t->value) && (!bad || strcmp(key, bad) < 0))
            bad = key;
    }
    if (!bad)
        return;
    lua_getfield(L, table, bad);
    struct type_place member = inner(L, at, bad);
    type_fail(L, table + 1, t->value, &member);
}

int type_fail(lua_State *L, int index, const struct type *t, const struct type_place *at)
{
    luaL_checkstack(L, 20, NULL);
    if (lua_type(L, index) == LUA_TTABLE && (t->item || t->record || t->value)) {
        lua_pushvalue(L, index);
        int table = lua_gettop(L);
        sandbox_uncover(L, table);
        bool list = t->item && (lua_rawlen(L, table) > 0 || !(t->value || t->record));
        if (!list && t->record)
            check_record(L, table, t->record, at);
        else if (list && (t->item->record || t->item->item))
            check_members(L, table, t, true, at);
        else if (!list && t->value)
            check_members(L, table, t, false, at);
        lua_settop(L, table - 1);
    }
    return wrong(L, index, t, at);
}

void type_check(lua_State *L, int index, const struct type *t, const char *what)
{
    const struct type_place at = { .call = "", .path = "", .what = what };
    if (!type_holds(L, index, t))
        type_fail(L, index, t, &at);
}
