/* keep.c - walks what a file left behind, freezes its tables, notes its variables; see keep.h. */
#include "engine/keep.h"

#include <lauxlib.h>
#include <stdint.h>
#include <string.h>

#include "engine/sandbox.h"

static const char shared_key; /* registry: the set of what stands in the environment */
static const char file_table[] = SANDBOX_FILE;

/* A kept value is a list: the value, the variables' block, then for every variable the function that holds
 * it and what it held. */
enum { KEPT_VALUE, KEPT_VARIABLES, KEPT_FIRST, KEPT_STRIDE = 2 };

/* What tells two contents apart; contents themselves are of interest only where they differ. */
struct content {
    int type;
    bool whole; /* a number is an integer */
    uint64_t bits;
};

/* One that several functions hold is noted with the first of them; those of a function follow each other. */
struct variable {
    int upvalue; /* its number in that function */
    bool first;  /* of its function */
    struct content content;
};

struct variables {
    size_t n, cap;
    struct variable of[];
};

struct walk {
    lua_State *L;
    int seen;   /* stack index: set of the values and variables met */
    int queue;  /* list of values that are still to be looked into */
    int kept;   /* list of variables, 0 for none: nothing is frozen then */
    int shared; /* set of values to leave alone */
    lua_Integer queued;
    struct variables *variables; /* a value of the list */
};

/* Pops the table or function on top; queues it unless it has been met. */
static void meet(struct walk *w)
{
    lua_State *L = w->L;
    lua_pushvalue(L, -1);
    bool known = lua_rawget(L, w->seen) != LUA_TNIL;
    lua_pop(L, 1);
    if (!known) {
        lua_pushvalue(L, -1);
        known = lua_rawget(L, w->shared) != LUA_TNIL;
        lua_pop(L, 1);
    }
    if (known) {
        lua_pop(L, 1);
        return;
    }
    lua_pushvalue(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, w->seen);
    lua_rawseti(L, w->queue, ++w->queued);
}

static bool leads_on(lua_State *L, int index)
{
    int type = lua_type(L, index);
    return type == LUA_TTABLE || type == LUA_TFUNCTION;
}

/* Meets what the table on top holds; it stays. No plugin can get at a key that is a table but by holding that
 * table. */
static void meet_fields(struct walk *w)
{
    lua_State *L = w->L;
    for (lua_pushnil(L); lua_next(L, -2);)
        if (leads_on(L, -1))
            meet(w);
        else
            lua_pop(L, 1);
}

/* Moves the content of the table on top, which is met, into a new table, of which the old one becomes the view. */
static void freeze(struct walk *w)
{
    lua_State *L = w->L;
    size_t listed = lua_rawlen(L, -1), all = 0;
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        all++;
    listed = listed < all ? listed : all; /* a list with gaps may be told as longer */
    lua_createtable(L, (int)listed, (int)(all - listed)); /* table content */
    for (lua_pushnil(L); lua_next(L, -3);) {              /* table content key value */
        if (leads_on(L, -1)) {
            lua_pushvalue(L, -1);
            meet(w);
        }
        lua_pushvalue(L, -2);
        lua_insert(L, -2); /* table content key key value */
        lua_rawset(L, -4); /* table content key */
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, -5);        /* a field may be cleared on the way */
    }                             /* table content */
    sandbox_cover(L, file_table); /* table */
}

/* Pops a table. */
static void look_into_table(struct walk *w)
{
    lua_State *L = w->L;
    bool view = sandbox_behind(L, -1);
    if (view) /* view content */
        lua_remove(L, -2);
    if (view || !w->kept)
        meet_fields(w);
    else
        freeze(w);
    lua_pop(L, 1);
}

static struct content content_of(lua_State *L, int index)
{
    struct content c = { .type = lua_type(L, index) };
    if (c.type == LUA_TNUMBER) {
        lua_Number number = lua_tonumber(L, index);
        lua_Integer integer = lua_tointegerx(L, index, NULL);
        c.whole = lua_isinteger(L, index);
        if (c.whole)
            memcpy(&c.bits, &integer, sizeof c.bits);
        else
            memcpy(&c.bits, &number, sizeof c.bits);
    } else if (c.type == LUA_TBOOLEAN) {
        c.bits = (uint64_t)lua_toboolean(L, index);
    } else if (c.type != LUA_TNIL) {
        c.bits = (uintptr_t)lua_topointer(L, index);
    }
    return c;
}

static struct variable *add_variable(struct walk *w)
{
    struct variables *old = w->variables;
    if (!old || old->n == old->cap) {
        size_t cap = old ? 2 * old->cap : 8;
        w->variables = lua_newuserdatauv(w->L, sizeof *old + cap * sizeof *old->of, 0);
        *w->variables = (struct variables){ .cap = cap };
        if (old) {
            w->variables->n = old->n;
            memcpy(w->variables->of, old->of, old->n * sizeof *old->of);
        }
        lua_rawseti(w->L, w->kept, KEPT_VARIABLES);
    }
    return &w->variables->of[w->variables->n++];
}

/* The variable's content is on top and stays there. */
static void note_variable(struct walk *w, int function, int number)
{
    lua_State *L = w->L;
    void *id = lua_upvalueid(L, function, number);
    bool known = lua_rawgetp(L, w->seen, id) != LUA_TNIL;
    lua_pop(L, 1);
    if (known || !w->kept)
        return;
    lua_pushboolean(L, 1);
    lua_rawsetp(L, w->seen, id);
    struct variable *v = add_variable(w);
    lua_Integer at = KEPT_FIRST + (lua_Integer)(w->variables->n - 1) * KEPT_STRIDE;
    bool first = at == KEPT_FIRST;
    if (!first) {
        lua_rawgeti(L, w->kept, at - KEPT_STRIDE);
        first = !lua_rawequal(L, -1, function);
        lua_pop(L, 1);
    }
    *v = (struct variable){ number, first, content_of(L, -1) };
    lua_pushvalue(L, function);
    lua_rawseti(L, w->kept, at);
    lua_pushvalue(L, -1);
    lua_rawseti(L, w->kept, at + 1);
}

/* Pops a function. The tables of a C function are its own: only it can reach them, and it changes
 * none. */
static void look_into_function(struct walk *w)
{
    lua_State *L = w->L;
    int function = lua_gettop(L);
    bool native = lua_iscfunction(L, function);
    for (int i = 1; lua_getupvalue(L, function, i); i++) {
        note_variable(w, function, i);
        if (native || !leads_on(L, -1))
            lua_pop(L, 1);
        else
            meet(w);
    }
    lua_pop(L, 1);
}

/* Pops a value; looks into it and all that it leads to. */
static void walk_from(struct walk *w)
{
    lua_State *L = w->L;
    if (leads_on(L, -1))
        meet(w);
    else
        lua_pop(L, 1);
    for (lua_Integer i = 1; i <= w->queued; i++) {
        lua_rawgeti(L, w->queue, i);
        if (lua_type(L, -1) == LUA_TTABLE)
            look_into_table(w);
        else
            look_into_function(w);
    }
}

void keep_open(lua_State *L)
{
    luaL_checkstack(L, LUA_MINSTACK, NULL);
    int top = lua_gettop(L);
    lua_newtable(L);
    lua_newtable(L);
    lua_newtable(L);
    struct walk w = { .L = L, .seen = top + 1, .queue = top + 2, .shared = top + 3 };
    sandbox_push_env(L);
    walk_from(&w);
    lua_pushvalue(L, w.seen);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &shared_key);
    lua_settop(L, top);
}

int keep_value(lua_State *L)
{
    luaL_checkstack(L, LUA_MINSTACK, NULL);
    int value = lua_gettop(L);
    lua_newtable(L);
    lua_newtable(L);
    lua_newtable(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &shared_key);
    struct walk w = {
        .L = L, .seen = value + 1, .queue = value + 2, .kept = value + 3, .shared = value + 4
    };
    lua_pushvalue(L, value);
    walk_from(&w);
    lua_pushvalue(L, value);
    lua_rawseti(L, w.kept, KEPT_VALUE);
    lua_pushvalue(L, w.kept);
    int kept = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_settop(L, value - 1);
    return kept;
}

void keep_push(lua_State *L, int kept)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept);
    lua_rawgeti(L, -1, KEPT_VALUE);
    lua_remove(L, -2);
}

static bool same(struct content a, struct content b)
{
    return a.type == b.type && a.whole == b.whole && a.bits == b.bits;
}

/* Hot: after each call of each rule. Few variables have changed, most times none. */
void keep_restore(lua_State *L, int kept)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept);
    int list = lua_gettop(L);
    lua_rawgeti(L, list, KEPT_VARIABLES);
    const struct variables *variables = lua_touserdata(L, -1);
    int function = list + 2;
    for (size_t i = 0; variables && i < variables->n; i++) {
        const struct variable *v = &variables->of[i];
        lua_Integer at = KEPT_FIRST + (lua_Integer)i * KEPT_STRIDE;
        if (v->first) {
            lua_settop(L, list + 1);
            lua_rawgeti(L, list, at);
        }
        lua_getupvalue(L, function, v->upvalue);
        if (!same(content_of(L, -1), v->content)) {
            lua_rawgeti(L, list, at + 1);
            lua_setupvalue(L, function, v->upvalue);
        }
        lua_settop(L, function);
    }
    lua_settop(L, list - 1);
}

void keep_free(lua_State *L, int kept)
{
    luaL_unref(L, LUA_REGISTRYINDEX, kept);
}
