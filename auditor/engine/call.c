/* call.c - compiled signatures and the one entry of all functions; see call.h. */
#include "engine/call.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/arena.h"
#include "engine/bind.h"

static void wrong_argument(lua_State *L, const struct call *c, int i, const struct type *type)
{
    const char *name = i < c->count ? c->arguments[i].name : "…";
    const char *dot = strchr(c->name, ':');
    if (i == 0 && dot)
        luaL_error(L,
                   tr("%s()：请用冒号调用，如 x:%s(…)", "%s(): call it with a colon, as x:%s(...)"),
                   c->name, dot + 1);
    struct type_place at = { .path = name, .what = c->name, .argument = true };
    at.call = lua_pushfstring(L, tr("%s()：", "%s(): "), c->name);
    type_fail(L, i + 1, type, &at);
}

/* In tests only: what is documented is what is given. */
static void verify_results(lua_State *L, const struct call *c, int n)
{
    int base = lua_gettop(L) - n;
    for (int i = 0; i < n || i < c->result_count; i++) {
        const struct type *t = c->results[i < c->result_count ? i : c->result_count - 1];
        if (i >= c->result_count && !c->many)
            luaL_error(L, "%s(): %d results, %d are described", c->name, n, c->result_count);
        bool optional = c->many && i + 1 >= c->result_count;
        if (i < n ? !type_holds(L, base + i + 1, t) : !optional && !(t->lua & 1 << LUA_TNIL))
            luaL_error(L, "%s(): result %d is %s, which is not described", c->name, i + 1,
                       i < n ? luaL_typename(L, base + i + 1) : "absent");
    }
}

/* Hot: a type that is right whatever the value is costs one look. */
static int l_call(lua_State *L)
{
    const struct call *c = lua_touserdata(L, lua_upvalueindex(1));
    int given = lua_gettop(L);
    if (!c->rest || given < c->count)
        lua_settop(L, c->count);
    for (int i = 0; i < c->count; i++) {
        const struct type *t = c->arguments[i].type;
        if (!(t->lua & 1u << lua_type(L, i + 1)) && !type_holds(L, i + 1, t))
            wrong_argument(L, c, i, t);
    }
    for (int i = c->count; c->rest && i < given; i++)
        if (!type_holds(L, i + 1, c->rest))
            wrong_argument(L, c, i, c->rest);
    if (c->method)
        bind_turn(L, bind_self(L));
    int n = c->function(L);
    if (*c->verify)
        verify_results(L, c, n);
    return n;
}

static void blanks(const char **p)
{
    while (**p == ' ' || **p == ',')
        ++*p;
}

/* "name: type" or "name?: type" or "...: type" */
static void add_argument(struct call_set *set, struct call *c, const char **p)
{
    const char *from = *p;
    while (**p && **p != ':' && **p != '?')
        ++*p;
    struct str name = { from, (size_t)(*p - from) };
    bool optional = **p == '?';
    *p += optional ? 2 : 1;
    const struct type *type = type_parse(set->types, p);
    if (str_eq_c(name, "...")) {
        c->rest = type;
        return;
    }
    if (c->count == CALL_ARGUMENTS)
        abort();
    if (optional) {
        struct type *copy = arena_alloc(set->arena, sizeof *copy);
        *copy = *type;
        copy->lua |= 1 << LUA_TNIL;
        type = copy;
    }
    c->arguments[c->count++] = (struct call_argument){ arena_str(set->arena, name).p, type };
}

static void add_result(struct call_set *set, struct call *c, const char **p)
{
    c->many = c->many || strncmp(*p, "...", 3) == 0;
    if (c->many)
        *p += 3;
    if (c->result_count == CALL_ARGUMENTS)
        abort();
    c->results[c->result_count++] = type_parse(set->types, p);
}

static void parse(struct call_set *set, struct call *c, const char *signature)
{
    const char *p = signature + 1;
    for (blanks(&p); *p && *p != ')'; blanks(&p))
        add_argument(set, c, &p);
    p += *p == ')';
    blanks(&p);
    p += strncmp(p, "->", 2) == 0 ? 2 : 0;
    for (blanks(&p); *p; blanks(&p))
        add_result(set, c, &p);
}

void call_push(lua_State *L, const struct api_function *f, const char *library,
               const struct api_class *class)
{
    struct call_set *set = sandbox_calls(L);
    struct call *c = arena_alloc(set->arena, sizeof *c);
    const char *between = class ? ":" : *library ? "." : "";
    c->function = f->call;
    c->verify = &set->verify;
    c->name = arena_fmt(set->arena, "%s%s%s", library, between, f->name).p;
    c->method = class != NULL;
    if (class)
        c->arguments[c->count++] =
            (struct call_argument){ "self", type_named(set->types, class->type) };
    parse(set, c, f->signature); /* original */
    lua_pushlightuserdata(L, c);
    lua_insert(L, -2); /* call original */
    lua_pushcclosure(L, l_call, CALL_ORIGINAL);
}

int call_word(lua_State *L, int index)
{
    const struct call *c = lua_touserdata(L, lua_upvalueindex(1));
    const struct type *t = index <= c->count ? c->arguments[index - 1].type : c->rest;
    const char *word = lua_tostring(L, index);
    for (size_t i = 0; word && i < t->word_count; i++)
        if (strcmp(t->words[i], word) == 0)
            return (int)i;
    return -1;
}
