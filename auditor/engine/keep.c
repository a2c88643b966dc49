/* keep.c - walks what a file left behind, freezes its tables, notes its variables; see keep.h. */
#include "engine/keep.h"

#include <lauxlib.h>

#include "engine/sandbox.h"

static const char shared_key; /* registry: the set of what stands in the environment */
static const char file_table[] = SANDBOX_FILE;
static const char nothing; /* stands for nil in a list, by its address */

/* A kept value is a list: [0] the value, then for every variable the function that holds it, the number
 * of its upvalue, what it held. */
enum { KEPT_FUNCTION = 1, KEPT_NUMBER, KEPT_CONTENT, KEPT_STRIDE = KEPT_CONTENT };

struct walk {
    lua_State *L;
    int seen;   /* stack index: set of the values and variables met */
    int queue;  /* list of values that are still to be looked into */
    int kept;   /* list of variables, 0 for none: nothing is frozen then */
    int shared; /* set of values to leave alone */
    lua_Integer queued, variables;
};

/* Pops the value on top; queues it unless it has been met. */
static void meet(struct walk *w)
{
    lua_State *L = w->L;
    int type = lua_type(L, -1);
    if (type != LUA_TTABLE && type != LUA_TFUNCTION) {
        lua_pop(L, 1);
        return;
    }
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

/* Moves the content of the table on top into a new table, of which the old one becomes the view. */
static void freeze(lua_State *L)
{
    lua_newtable(L); /* table content */
    for (lua_pushnil(L); lua_next(L, -3);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2); /* table content key key value */
        lua_rawset(L, -4); /* table content key */
    }
    for (lua_pushnil(L); lua_next(L, -2);) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_pushnil(L);
        lua_rawset(L, -5);
    }                             /* table content */
    sandbox_cover(L, file_table); /* table */
}

/* Pops a table. */
static void look_into_table(struct walk *w)
{
    lua_State *L = w->L;
    bool view = sandbox_behind(L, -1);
    if (!view && w->kept) {
        freeze(L);
        view = sandbox_behind(L, -1);
    }
    if (view) /* view content */
        lua_remove(L, -2);
    for (lua_pushnil(L); lua_next(L, -2);)
        meet(w); /* no plugin can get at a key that is a table but by holding that table */
    lua_pop(L, 1);
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
    lua_pushvalue(L, function);
    lua_rawseti(L, w->kept, w->variables + KEPT_FUNCTION);
    lua_pushinteger(L, number);
    lua_rawseti(L, w->kept, w->variables + KEPT_NUMBER);
    if (lua_isnil(L, -1))
        lua_pushlightuserdata(L, (void *)(uintptr_t)&nothing);
    else
        lua_pushvalue(L, -1);
    lua_rawseti(L, w->kept, w->variables + KEPT_CONTENT);
    w->variables += KEPT_STRIDE;
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
        if (native)
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
    meet(w);
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
    lua_rawseti(L, w.kept, 0);
    lua_pushvalue(L, w.kept);
    int kept = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_settop(L, value - 1);
    return kept;
}

void keep_push(lua_State *L, int kept)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept);
    lua_rawgeti(L, -1, 0);
    lua_remove(L, -2);
}

/* The list is at stack index `list`; its variable begins behind `at`. */
static void restore_variable(lua_State *L, int list, lua_Integer at)
{
    lua_rawgeti(L, list, at + KEPT_FUNCTION);
    lua_rawgeti(L, list, at + KEPT_NUMBER);
    int number = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    lua_getupvalue(L, -1, number); /* function content */
    if (lua_rawgeti(L, list, at + KEPT_CONTENT) == LUA_TLIGHTUSERDATA &&
        lua_touserdata(L, -1) == &nothing) {
        lua_pop(L, 1);
        lua_pushnil(L);
    } /* function content first */
    if (!lua_rawequal(L, -1, -2))
        lua_setupvalue(L, -3, number);
    lua_settop(L, list);
}

void keep_restore(lua_State *L, int kept)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept);
    int list = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer at = 0; at < n; at += KEPT_STRIDE)
        restore_variable(L, list, at);
    lua_pop(L, 1);
}

void keep_free(lua_State *L, int kept)
{
    luaL_unref(L, LUA_REGISTRYINDEX, kept);
}
