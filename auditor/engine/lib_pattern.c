/* lib_pattern.c - patterns that rules write in their code: compiled once, kept, searched; see lib_text.h. */
#include <stdlib.h>
#include <string.h>

#include "engine/lib_text.h"
#include "base/lang.h"
#include "engine/sandbox.h"
#include "engine/state.h"

enum {
    KEEP_MAX = 256,      /* compiled patterns kept */
    COMPILE_WORK = 4000, /* for a pattern that this call has not used yet */
    LONG_SUBJECT = 200,  /* bytes that are worth remembering */
    SUBJECT_SHIFT = 6    /* work for a subject: a byte's 64th part */
};

static const char pattern_key; /* registry: the metatable of boxes */

struct box { /* userdata that owns a compiled pattern */
    struct pattern *pattern;
    uint64_t call; /* that used it last */
};

static int l_free_pattern(lua_State *L)
{
    struct box *box = lua_touserdata(L, 1);
    pattern_free(box->pattern);
    box->pattern = NULL;
    return 0;
}

static void keep_anew(lua_State *L, struct engine_patterns *patterns)
{
    luaL_unref(L, LUA_REGISTRYINDEX, patterns->kept);
    lua_newtable(L);
    patterns->kept = luaL_ref(L, LUA_REGISTRYINDEX);
    patterns->n = 0;
}

/* Many patterns are looked for in one text: it is held against UTF-8 once. */
static bool is_known(const struct engine_patterns *patterns, const char *text)
{
    for (size_t i = 0; i < ENGINE_SUBJECTS; i++)
        if (patterns->valid[i] == text)
            return true;
    return false;
}

/* While the table holds the string nothing else can lie at its address. */
static void note_valid(lua_State *L, struct engine_patterns *patterns, int index, const char *text)
{
    size_t i = patterns->next++ % ENGINE_SUBJECTS;
    lua_rawgeti(L, LUA_REGISTRYINDEX, patterns->subjects);
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
    lua_pop(L, 1);
    patterns->valid[i] = text;
}

static void forget_subjects(lua_State *L, struct engine_patterns *patterns)
{
    if (patterns->next == 0)
        return;
    lua_rawgeti(L, LUA_REGISTRYINDEX, patterns->subjects);
    for (lua_Integer i = 1; i <= ENGINE_SUBJECTS; i++) {
        lua_pushboolean(L, 0);
        lua_rawseti(L, -2, i);
        patterns->valid[i - 1] = NULL;
    }
    lua_pop(L, 1);
    patterns->next = 0;
}

/* Only between calls is what is kept thrown away: within one a pattern is charged for once. */
void lib_text_forget(lua_State *L)
{
    struct engine_patterns *patterns = &engine_of(L)->patterns;
    patterns->call++;
    forget_subjects(L, patterns);
    if (patterns->n >= KEEP_MAX)
        keep_anew(L, patterns);
}

/* Compiles the pattern at index and puts it into the table on top; leaves its box there. */
static struct box *compile(lua_State *L, int index)
{
    struct error err = { 0 };
    struct str source;
    source.p = lua_tolstring(L, index, &source.n);
    struct box *box = lua_newuserdatauv(L, sizeof *box, 0); /* kept box */
    *box = (struct box){ 0 };
    lua_rawgetp(L, LUA_REGISTRYINDEX, &pattern_key);
    lua_setmetatable(L, -2);
    if (pattern_compile(&box->pattern, source, &err))
        luaL_error(L, "%s", err.message);
    lua_pushvalue(L, index);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4); /* kept box */
    engine_of(L)->patterns.n++;
    return box;
}

/* Leaves the box on the stack, so that it stays while it is used. */
const struct pattern *lib_text_pattern(lua_State *L, int index)
{
    const struct engine_patterns *patterns = &engine_of(L)->patterns;
    lua_rawgeti(L, LUA_REGISTRYINDEX, patterns->kept); /* kept */
    lua_pushvalue(L, index);
    lua_rawget(L, -2); /* kept box */
    struct box *box = lua_touserdata(L, -1);
    if (!box || box->call != patterns->call)
        sandbox_charge(L, COMPILE_WORK); /* whether it is kept from another call or not */
    if (!box) {
        lua_pop(L, 1);
        box = compile(L, index); /* kept box */
    }
    box->call = patterns->call;
    lua_remove(L, -2); /* box */
    return box->pattern;
}

/* A string argument that PCRE2 may see. */
struct str lib_text_subject(lua_State *L, int index)
{
    struct engine_patterns *patterns = &engine_of(L)->patterns;
    struct str s;
    s.p = lua_tolstring(L, index, &s.n);
    sandbox_charge(L, 10 + (s.n >> SUBJECT_SHIFT));
    if (s.n >= LONG_SUBJECT && is_known(patterns, s.p))
        return s;
    luaL_argcheck(L, str_valid(s), index, tr("不是有效的 UTF-8", "not valid UTF-8"));
    if (s.n >= LONG_SUBJECT)
        note_valid(L, patterns, index, s.p);
    return s;
}

size_t lib_text_start(lua_State *L, int index, struct str s)
{
    lua_Integer from = lua_isnil(L, index) ? 1 : lua_tointeger(L, index);
    if (from < 0)
        from = from < -(lua_Integer)s.n ? 1 : (lua_Integer)s.n + from + 1;
    size_t at = from < 1 ? 0 : (size_t)from - 1;
    luaL_argcheck(L, at >= s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80, index,
                  "inside a character");
    return at;
}

bool lib_text_search(lua_State *L, const struct pattern *p, struct str s, size_t from,
                     struct pattern_match *m)
{
    struct error err = { 0 };
    bool found = false;
    sandbox_charge(L, 20 + ((s.n - from) >> SUBJECT_SHIFT));
    if (pattern_find(p, s, from, &found, m, &err))
        luaL_error(L, "%s", err.message);
    return found;
}

const struct pattern *lib_pattern_of(lua_State *L, int index)
{
    return ((const struct box *)lua_touserdata(L, index))->pattern;
}

void lib_pattern_open(lua_State *L)
{
    struct engine_patterns *patterns = &engine_of(L)->patterns;
    *patterns = (struct engine_patterns){ .kept = LUA_NOREF, .call = 1 };
    keep_anew(L, patterns);
    lua_createtable(L, ENGINE_SUBJECTS, 0);
    patterns->subjects = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, l_free_pattern);
    lua_setfield(L, -2, "__gc");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &pattern_key);
}
