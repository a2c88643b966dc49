/* type.c - parsing types and holding values against them; see type.h. */
#include "engine/type.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bind.h"
#include "engine/sandbox.h"

enum { WORDS_MAX = 40, NAMED_MAX = 128 };
enum { LUA_ANY = 0xFFFF };

struct named { /* a shape that was met: its record may name itself */
    const struct shape *shape;
    const struct type *type;
};

struct type_set {
    struct arena *arena;
    struct named named[NAMED_MAX];
    size_t n;
};

struct type_set *type_set_new(struct arena *arena)
{
    struct type_set *set = arena_alloc(arena, sizeof *set);
    set->arena = arena;
    return set;
}

static void blanks(const char **p)
{
    while (**p == ' ')
        ++*p;
}

static bool take(const char **p, char c)
{
    blanks(p);
    if (**p != c)
        return false;
    ++*p;
    return true;
}

static struct str take_name(const char **p)
{
    const char *from = *p;
    while (isalnum((unsigned char)**p) || **p == '_' || **p == '.')
        ++*p;
    return (struct str){ from, (size_t)(*p - from) };
}

/* Behind the bracket that closes the one just taken. */
static void skip_brackets(const char **p)
{
    for (int depth = 1; depth > 0 && **p; ++*p)
        depth += (**p == '(') - (**p == ')');
}

static void add_word(struct type_set *set, struct type *t, const char **p)
{
    const char *from = *p;
    while (**p && **p != '"')
        ++*p;
    if (!t->words)
        t->words = arena_alloc(set->arena, WORDS_MAX * sizeof *t->words);
    if (t->word_count + 1 >= WORDS_MAX)
        abort();
    t->words[t->word_count++] = arena_str(set->arena, (struct str){ from, (size_t)(*p - from) }).p;
    ++*p;
}

/* Adds what the other type takes. */
static void join(struct type_set *set, struct type *t, const struct type *other)
{
    t->lua |= other->lua;
    t->integer = t->integer || other->integer;
    t->classes |= other->classes;
    t->item = t->item ? t->item : other->item;
    t->value = t->value ? t->value : other->value;
    t->record = t->record ? t->record : other->record;
    for (size_t i = 0; i < other->word_count; i++) {
        const char *word = arena_fmt(set->arena, "%s\"", other->words[i]).p;
        add_word(set, t, &word);
    }
}

static void parse_table(struct type_set *set, struct type *t, const char **p)
{
    if (!take(p, '<')) {
        t->lua |= 1 << LUA_TTABLE;
        return;
    }
    type_parse(set, p); /* keys are strings */
    take(p, ',');
    t->value = type_parse(set, p);
    take(p, '>');
}

static void parse_one(struct type_set *set, struct type *t, const char **p);

static void parse_basic(struct type_set *set, struct type *t, const char **p)
{
    static const struct {
        const char *name;
        int type;
    } basics[] = { { "string", LUA_TSTRING },
                   { "number", LUA_TNUMBER },
                   { "boolean", LUA_TBOOLEAN },
                   { "function", LUA_TFUNCTION },
                   { "nil", LUA_TNIL } };
    struct str name = take_name(p);
    for (size_t i = 0; i < sizeof basics / sizeof *basics; i++)
        if (str_eq_c(name, basics[i].name)) {
            t->lua |= (uint16_t)(1 << basics[i].type);
            return;
        }
    if (str_eq_c(name, "integer"))
        t->integer = true;
    else if (str_eq_c(name, "any"))
        t->lua = LUA_ANY;
    else if (str_eq_c(name, "table"))
        parse_table(set, t, p);
    else if (str_eq_c(name, "fun")) {
        t->lua |= 1 << LUA_TFUNCTION;
        if (take(p, '('))
            skip_brackets(p);
        if (take(p, ':')) /* what it gives: not checked before it is called */
            parse_one(set, arena_alloc(set->arena, sizeof *t), p);
    } else
        join(set, t, type_named(set, arena_str(set->arena, name).p));
}

static void parse_one(struct type_set *set, struct type *t, const char **p)
{
    struct type *one = arena_alloc(set->arena, sizeof *one);
    blanks(p);
    if (take(p, '"')) {
        add_word(set, one, p);
    } else if (take(p, '(')) {
        join(set, one, type_parse(set, p));
        take(p, ')');
    } else {
        parse_basic(set, one, p);
    }
    while (strncmp(*p, "[]", 2) == 0) {
        struct type *list = arena_alloc(set->arena, sizeof *list);
        *p += 2;
        list->item = one;
        one = list;
    }
    if (take(p, '?'))
        one->lua |= 1 << LUA_TNIL;
    join(set, t, one);
}

const struct type *type_parse(struct type_set *set, const char **text)
{
    struct type *t = arena_alloc(set->arena, sizeof *t);
    do
        parse_one(set, t, text);
    while (take(text, '|'));
    return t;
}

static void fill_record(struct type_set *set, struct type_record *record)
{
    const struct shape_field *fields = record->shape->fields;
    while (fields[record->n].name)
        record->n++;
    record->members = arena_alloc(set->arena, (record->n + 1) * sizeof *record->members);
    for (size_t i = 0; i < record->n; i++) {
        const char *text = fields[i].type;
        record->members[i] = (struct type_member){ &fields[i], type_parse(set, &text) };
        record->due += !(record->members[i].type->lua & 1u << LUA_TNIL);
    }
}

const struct type *type_named(struct type_set *set, const char *name)
{
    for (size_t i = 0; i < set->n; i++)
        if (strcmp(set->named[i].shape->name, name) == 0)
            return set->named[i].type;
    const struct shape *shape = api_shape(name);
    struct type *t = arena_alloc(set->arena, sizeof *t);
    t->classes = bind_class_bits(name);
    if (!shape && t->classes == 0)
        abort(); /* a type that does not exist: every test fails */
    if (!shape)
        return t;
    if (set->n == NAMED_MAX)
        abort();
    set->named[set->n++] = (struct named){ shape, t };
    if (shape->alias) {
        const char *text = shape->alias;
        join(set, t, type_parse(set, &text));
    } else {
        struct type_record *record = arena_alloc(set->arena, sizeof *record);
        record->shape = shape;
        t->record = record; /* before its fields: one may be of this type */
        fill_record(set, record);
    }
    return t;
}

static bool is_word(lua_State *L, int index, const struct type *t)
{
    const char *s = lua_tostring(L, index);
    for (size_t i = 0; i < t->word_count; i++)
        if (strcmp(t->words[i], s) == 0)
            return true;
    return false;
}

/* Lists and tables of named values: whether all members are of the type. */
static bool members_hold(lua_State *L, int table, const struct type *t, bool list)
{
    bool right = true;
    size_t n = 0, length = lua_rawlen(L, table);
    for (lua_pushnil(L); lua_next(L, table);) {
        right = right && (list ? lua_isinteger(L, -2) : lua_type(L, -2) == LUA_TSTRING) &&
                type_holds(L, lua_gettop(L), list ? t->item : t->value);
        n++;
        lua_pop(L, 1);
    }
    return right && (!list || n == length);
}

static const struct type_member *member_of(const struct type_record *record, const char *name)
{
    for (size_t i = 0; i < record->n; i++)
        if (strcmp(record->members[i].field->name, name) == 0)
            return &record->members[i];
    return NULL;
}

/* Goes through what is there, which is less than what may be. */
static bool record_holds(lua_State *L, int table, const struct type_record *record)
{
    size_t due = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        const struct type_member *member =
            lua_type(L, -2) == LUA_TSTRING ? member_of(record, lua_tostring(L, -2)) : NULL;
        if (!member || !type_holds(L, lua_gettop(L), member->type)) {
            lua_pop(L, 2);
            return false;
        }
        due += !(member->type->lua & 1u << LUA_TNIL);
    }
    return due == record->due;
}

static bool is_list(lua_State *L, int table, const struct type *t)
{
    return t->item && (lua_rawlen(L, table) > 0 || !(t->value || t->record));
}

static bool table_holds(lua_State *L, int index, const struct type *t)
{
    bool right = false;
    luaL_checkstack(L, 8, NULL);
    lua_pushvalue(L, index);
    int table = lua_gettop(L);
    sandbox_uncover(L, table);
    if (is_list(L, table, t))
        right = members_hold(L, table, t, true);
    else if (t->record)
        right = record_holds(L, table, t->record);
    else if (t->value)
        right = members_hold(L, table, t, false);
    lua_settop(L, table - 1);
    return right;
}

bool type_holds(lua_State *L, int index, const struct type *t)
{
    int type = lua_type(L, index);
    if (type >= 0 && (t->lua & 1u << type))
        return true;
    switch (type) {
    case LUA_TNUMBER:
        return t->integer && (lua_isinteger(L, index) || (lua_tointegerx(L, index, &type), type));
    case LUA_TSTRING:
        return t->word_count > 0 && is_word(L, index, t);
    case LUA_TUSERDATA:
        return t->classes && bind_is(L, index, t->classes);
    case LUA_TTABLE:
        return table_holds(L, index, t);
    default:
        return false;
    }
}
