/* claims.c - see claims.h. */
#include "engine/claims.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/mem.h"
#include "engine/field.h"
#include "engine/state.h"

struct claims {
    int table;      /* a reference, so that its address stays its own */
    const void *id; /* of the table as plugins hold it */
    struct claim_set *set;
    bool sound; /* read to its end */
};

/* Strings that live until the set is made. */
struct reading {
    lua_State *L;
    struct claim_set *set;
    struct arena *arena;
};

static void check(struct reading *r, const char *field, int code, const struct error *err)
{
    if (code)
        luaL_error(r->L, "claims.%s: %s", field, err->message);
}

static void read_contexts(struct reading *r, int table, const char *name, struct claim_words *out)
{
    static const char *const names[CLAIM_CONTEXTS] = { "label", "tail", "before", "sentence",
                                                       "clause" };
    *out = (struct claim_words){ .in = { { "", 0 } } };
    if (lua_getfield(r->L, table, name) == LUA_TTABLE) {
        int value = lua_gettop(r->L);
        sandbox_uncover(r->L, value);
        for (size_t i = 0; i < CLAIM_CONTEXTS; i++)
            out->in[i] = field_str(r->L, value, names[i], r->arena, false);
    }
    lua_pop(r->L, 1);
}

static unsigned read_classes(struct reading *r, int table, const char *name)
{
    struct str *list;
    unsigned bits = 0;
    size_t n = field_list(r->L, table, name, r->arena, &list);
    for (size_t i = 0; i < n; i++)
        for (unsigned c = 0; c <= QUANTITY_OTHER; c++)
            if (str_eq_c(list[i], quantity_class_name((enum quantity_class)c)))
                bits |= 1u << c;
    return bits;
}

/* The table on top. */
static void read_thing(struct reading *r)
{
    struct error err = { 0 };
    lua_State *L = r->L;
    int t = lua_gettop(L);
    struct claim_thing thing = { .key = { "", 0 } };
    struct str *words;
    sandbox_uncover(L, t);
    thing.key = field_str(L, t, "key", r->arena, true);
    thing.word_count = field_list(L, t, "words", r->arena, &words);
    thing.words = words;
    read_contexts(r, t, "fits", &thing.fits);
    read_contexts(r, t, "where", &thing.where);
    read_contexts(r, t, "unless", &thing.unless);
    thing.topic = field_str(L, t, "topic", r->arena, false);
    thing.home = field_str(L, t, "home", r->arena, false);
    thing.not_classes = read_classes(r, t, "not_counted");
    thing.any_year = field_bool(L, t, "any_year");
    thing.lasting = field_bool(L, t, "lasting");
    thing.quiet_topic = field_bool(L, t, "quiet_topic");
    check(r, thing.key.p, claim_add(r->set, &thing, &err), &err);
}

/* The table at an absolute index, which is replaced by what stands behind it. */
static void read_set(struct reading *r, int t)
{
    struct error err = { 0 };
    struct claim_words unless;
    lua_State *L = r->L;
    sandbox_uncover(L, t);
    struct str topics = field_str(L, t, "topics", r->arena, false);
    read_contexts(r, t, "unless", &unless);
    check(r, "topics", claim_begin(r->set, read_classes(r, t, "counted"), topics, &unless, &err),
          &err);
    lua_getfield(L, t, "things");
    int things = lua_gettop(L);
    sandbox_uncover(L, things);
    for (lua_Integer i = 1; lua_geti(L, things, i) == LUA_TTABLE; i++) {
        read_thing(r);
        lua_settop(L, things);
    }
    lua_settop(L, t);
    claim_freeze(r->set);
}

static const struct claim_set *known(const struct engine *engine, const void *id)
{
    for (size_t i = 0; i < engine->claims_count; i++)
        if (engine->claims[i].id == id && engine->claims[i].sound)
            return engine->claims[i].set;
    return NULL;
}

const struct claim_set *claims_field(lua_State *L, int rule, struct engine *engine)
{
    const struct claim_set *set = NULL;
    if (lua_getfield(L, rule, "claims") == LUA_TTABLE) {
        int t = lua_gettop(L);
        const void *id = lua_topointer(L, t);
        set = known(engine, id);
        if (!set) {
            engine->claims = mem_grow(engine->claims, engine->claims_count, &engine->claims_cap,
                                      sizeof *engine->claims);
            struct claims *c = &engine->claims[engine->claims_count++];
            *c = (struct claims){ .table = LUA_NOREF, .id = id, .set = claim_new() };
            lua_pushvalue(L, t);
            c->table = luaL_ref(L, LUA_REGISTRYINDEX);
            struct reading r = { L, c->set, engine->arena };
            read_set(&r, t);
            c->sound = true;
            set = c->set;
        }
    }
    lua_pop(L, 1);
    return set;
}

void claims_free(struct engine *engine)
{
    for (size_t i = 0; i < engine->claims_count; i++)
        claim_free(engine->claims[i].set);
    free(engine->claims);
}
