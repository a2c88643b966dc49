/* sandbox.c - the Lua state: allocator, hook, the one entry; see sandbox.h. */
#include "engine/sandbox.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/arena.h"
#include "base/mem.h"
#include "engine/call.h"
#include "engine/lua_words.h"
#include "engine/overtime.h"
#include "engine/pool.h"
#include "engine/sandbox_env.h"

enum { TRIM = 4 * 1024 * 1024 }; /* bytes over the ground that are worth a collection */
enum { GC_PAUSE = 400 };         /* percent of the memory in use at which a cycle begins */

enum {
    WORK_SHIFT = 6,    /* an instruction's worth of allocated bytes: 64 */
    BLOCK_SHARE = 16,  /* one block may take this part of the byte limit */
    MESSAGE_MAX = 400, /* bytes of an error message */
    TRACE_LINES = 5
};

struct sandbox {
    void *user; /* first: sandbox_user() reads it there */
    lua_State *L;
    struct call_set calls;
    struct pool pool;
    bool running;
    bool refused; /* the last growth was refused: Lua collects and asks once more */
    size_t used, ground, limit, block;
    uint64_t work, work_limit;
    enum sandbox_spent spent;
    bool doubtful;
    char where[160]; /* file and line where the instruction limit was met */
};

static struct sandbox *sandbox_of(lua_State *L)
{
    return *(struct sandbox **)lua_getextraspace(L);
}

/* Lua answers a refusal by a full collection and a second try: only a second refusal in a row means
 * that the live bytes are over the limit. */
static bool may_grow(struct sandbox *s, size_t old, size_t size)
{
    if (!s->running)
        return true;
    if (s->spent)
        return false;
    s->work += size >> WORK_SHIFT;
    if (s->work > s->work_limit) {
        s->spent = SPENT_INSTRUCTIONS;
        return false;
    }
    if (size > s->block || s->used - old + size > s->limit) {
        if (s->refused || size > s->block)
            s->spent = SPENT_BYTES;
        s->refused = true;
        return false;
    }
    s->refused = false;
    return true;
}

static void *l_alloc(void *user, void *old, size_t old_size, size_t size)
{
    struct sandbox *s = user;
    size_t before = old ? old_size : 0; /* without a block old_size is a type */
    if (size == 0) {
        s->used -= before;
        return pool_resize(&s->pool, old, before, 0);
    }
    if (size > before && !may_grow(s, before, size))
        return NULL;
    s->used = s->used - before + size;
    return pool_resize(&s->pool, old, before, size);
}

static void remember_where(struct sandbox *s, lua_State *L, lua_Debug *ar)
{
    if (s->where[0] || !lua_getinfo(L, "Sl", ar) || ar->currentline <= 0)
        return;
    snprintf(s->where, sizeof s->where, "%s:%d: ", ar->short_src, ar->currentline);
}

static void l_hook(lua_State *L, lua_Debug *ar)
{
    struct sandbox *s = sandbox_of(L);
    s->work += SANDBOX_STEP;
    if (!s->spent && s->work <= s->work_limit)
        return;
    if (!s->spent)
        s->spent = SPENT_INSTRUCTIONS;
    remember_where(s, L, ar);
    lua_sethook(L, l_hook, LUA_MASKCOUNT, 1);
    luaL_error(L, "limit");
}

/* Of overtime_begin(). */
static void l_stop(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    sandbox_of(L)->spent = SPENT_INSTRUCTIONS;
    luaL_error(L, "limit");
}

void sandbox_charge(lua_State *L, uint64_t work)
{
    struct sandbox *s = sandbox_of(L);
    if (!s->running)
        return;
    s->work += work < UINT64_MAX / 4 ? work : UINT64_MAX / 4;
    if (s->work <= s->work_limit && !s->spent)
        return;
    lua_Debug ar;
    if (!s->spent)
        s->spent = SPENT_INSTRUCTIONS;
    if (lua_getstack(L, 1, &ar))
        remember_where(s, L, &ar);
    luaL_error(L, "limit");
}

struct call_set *sandbox_calls(lua_State *L)
{
    return &sandbox_of(L)->calls;
}

lua_State *sandbox_state(struct sandbox *s)
{
    return s->L;
}

enum sandbox_spent sandbox_spent(const struct sandbox *s)
{
    return s->spent;
}

bool sandbox_doubtful(const struct sandbox *s)
{
    return s->doubtful;
}

uint64_t sandbox_work(const struct sandbox *s)
{
    return s->work;
}

size_t sandbox_used(const struct sandbox *s)
{
    return s->used;
}

void sandbox_collect(struct sandbox *s)
{
    lua_gc(s->L, LUA_GCCOLLECT);
}

size_t sandbox_trim(struct sandbox *s)
{
    if (s->used > s->ground + TRIM)
        sandbox_settle(s);
    return s->used;
}

void sandbox_settle(struct sandbox *s)
{
    sandbox_collect(s);
    s->ground = s->used;
}

/* The length of text without its part behind `lines` line feeds or `max` bytes, not cutting a
 * character. */
static size_t cut_length(const char *text, size_t n, size_t max, int lines)
{
    size_t i = 0;
    for (; i < n && i < max; i++)
        if (text[i] == '\n' && --lines <= 0)
            break;
    while (i > 0 && i < n && ((unsigned char)text[i] & 0xC0) == 0x80)
        i--;
    return i;
}

/* Whether the plugin's function that failed was called by another one. */
static bool is_called_by_plugin(lua_State *L)
{
    lua_Debug frame;
    int n = 0;
    for (int level = 1; n < 2 && lua_getstack(L, level, &frame); level++)
        if (lua_getinfo(L, "l", &frame) && frame.currentline > 0)
            n++;
    return n > 1;
}

/* Error objects may be anything; nothing here may raise but for want of memory. */
static int l_traceback(lua_State *L)
{
    size_t n = 0;
    const char *text = NULL;
    if (lua_type(L, 1) == LUA_TSTRING || lua_type(L, 1) == LUA_TNUMBER)
        text = lua_tolstring(L, 1, &n);
    if (!text) {
        lua_pushfstring(L, "(error object is a %s value)", luaL_typename(L, 1));
        text = lua_tolstring(L, -1, &n);
    }
    lua_pushlstring(L, text, cut_length(text, n, MESSAGE_MAX, 3));
    if (is_called_by_plugin(L)) /* else the message names the only place there is */
        luaL_traceback(L, L, lua_tostring(L, -1), 1);
    return 1;
}

int sandbox_exceeded(const struct sandbox *s, struct sandbox_limits limits, struct error *err)
{
    if (s->spent == SPENT_BYTES)
        return error_set(err, ERR_LIMIT,
                         tr("超出内存上限 %zu MB", "over the memory limit of %zu MB"),
                         limits.bytes >> 20);
    if (s->spent == SPENT_INSTRUCTIONS)
        return error_set(err, ERR_LIMIT,
                         tr("%s超出指令上限 %llu", "%sover the limit of %llu instructions"),
                         s->where, (unsigned long long)limits.instructions);
    return 0;
}

static int failure(struct sandbox *s, struct sandbox_limits limits, struct error *err)
{
    const char *message = lua_type(s->L, -1) == LUA_TSTRING ? lua_tostring(s->L, -1) : "";
    if (!s->spent && strncmp(message, "not enough memory", 17) == 0) /* a buffer could not grow */
        s->spent = SPENT_BYTES;
    if (s->spent)
        return sandbox_exceeded(s, limits, err);
    size_t n = 0;
    const char *text = lua_type(s->L, -1) == LUA_TSTRING ? lua_tolstring(s->L, -1, &n) : NULL;
    if (!text)
        return error_set(err, ERR_PLUGIN, tr("出错，且没有说明", "failed without a message"));
    n = cut_length(text, n, MESSAGE_MAX + 300, 3 + TRACE_LINES);
    struct strbuf said = { 0 };
    struct str trace = { text, n };
    struct str first;
    str_split(&trace, '\n', &first);
    lua_words(&said, first);
    if (trace.n)
        strbuf_fmt(&said, "\n%.*s", STR_ARG(trace));
    int code = error_set(err, ERR_PLUGIN, "%s", said.n ? said.p : "");
    strbuf_free(&said);
    return code;
}

/* Whether work that was counted in part, and done in so many nanoseconds, may have passed the limit. */
static bool may_have_passed(const struct sandbox *s, uint64_t nanoseconds)
{
    return s->spent || nanoseconds * OVERTIME_FASTEST > s->work_limit / 5 * 3 ||
           s->work > s->work_limit / 5;
}

/* Calls what stands on the stack, function and argument above their handler. */
static int call_limited(struct sandbox *s, bool uncounted, int handler)
{
    if (uncounted)
        overtime_begin(s->L, l_stop);
    else
        lua_sethook(s->L, l_hook, LUA_MASKCOUNT, SANDBOX_STEP);
    int status = lua_pcall(s->L, 1, LUA_MULTRET, handler);
    if (uncounted)
        s->doubtful = may_have_passed(s, overtime_end());
    else
        lua_sethook(s->L, NULL, 0, 0);
    return status;
}

int sandbox_call(struct sandbox *s, lua_CFunction body, void *arg, struct sandbox_limits limits,
                 struct error *err)
{
    lua_State *L = s->L;
    int top = lua_gettop(L);
    if (!lua_checkstack(L, LUA_MINSTACK))
        return error_set(err, ERR_INTERNAL, "the Lua stack is full");
    lua_pushcfunction(L, l_traceback); /* handler */
    lua_pushcfunction(L, body);        /* handler body */
    lua_pushlightuserdata(L, arg);     /* handler body arg */
    s->limit = s->ground + limits.bytes;
    s->block = limits.bytes / BLOCK_SHARE;
    s->work = 0;
    s->work_limit = limits.instructions;
    s->spent = SPENT_NOTHING;
    s->refused = false;
    s->doubtful = false;
    s->where[0] = 0;
    s->running = true;
    int status = call_limited(s, limits.uncounted, top + 1);
    s->running = false;
    int code = 0;
    if (status != LUA_OK || s->spent) {
        code = failure(s, limits, err);
        lua_settop(L, top);
    } else {
        lua_remove(L, top + 1);
    }
    return code;
}

struct sandbox *sandbox_new(void *user)
{
    struct sandbox *s = mem_zero(1, sizeof *s);
    s->user = user;
    s->L = lua_newstate(l_alloc, s);
    if (!s->L) /* the allocator never refuses here */
        abort();
    *(struct sandbox **)lua_getextraspace(s->L) = s;
    s->calls.arena = arena_new();
    s->calls.types = type_set_new(s->calls.arena);
    /* The compiled plugins stay and are marked in every cycle: rarer cycles cost little memory and
     * save a sixth of the rules' time. */
    lua_gc(s->L, LUA_GCINC, GC_PAUSE, 0, 0);
    sandbox_build(s->L);
    sandbox_settle(s);
    return s;
}

void sandbox_free(struct sandbox *s)
{
    if (!s)
        return;
    lua_close(s->L);
    arena_free(s->calls.arena);
    pool_free(&s->pool);
    free(s);
}
