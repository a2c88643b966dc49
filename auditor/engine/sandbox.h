/*
 * sandbox.h - a Lua state built up from nothing, with limits (prefix sandbox_).
 *
 * The only place that makes a lua_State. Plugins see one environment, made here out of an allow-list:
 * read-only, without a way to files, processes, the clock, chance, other plugins' values or Lua's
 * own pattern functions. Assigning a global, or reading one that is not there, raises.
 *
 * Limits     Lua is entered in one place, sandbox_call(), and there counts two things: live bytes
 *            over what lives between calls, and work, that is instructions plus a charge for what
 *            C functions and allocations do. Work is counted in steps of SANDBOX_STEP. Once a limit
 *            is exceeded it stays exceeded: every allocation and every step fails until the call
 *            is over. There is no pcall inside. A call may go uncounted (overtime.h), between
 *            overtime_open() and overtime_close(): it is then to be asked whether it is in doubt.
 * Errors     sandbox_call() gives ERR_LIMIT or ERR_PLUGIN, the message with file and line where
 *            they are known, behind it at most a few lines of traceback.
 * Ownership  The state belongs to the sandbox; nothing may keep it beyond sandbox_free().
 */
#ifndef AUDITOR_ENGINE_SANDBOX_H
#define AUDITOR_ENGINE_SANDBOX_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "engine/api.h"

enum {
    SANDBOX_STEP = 1000,  /* instructions between two looks at the limit */
    SANDBOX_RESULTS = 250 /* values that one library call may return or take apart */
};

enum sandbox_spent { SPENT_NOTHING, SPENT_BYTES, SPENT_INSTRUCTIONS };

struct sandbox;
struct call_set;

struct sandbox_limits {
    size_t bytes;
    uint64_t instructions;
    bool uncounted; /* only what C functions and allocations do is counted */
};

struct sandbox *sandbox_new(void *user);
void sandbox_free(struct sandbox *s); /* NULL is allowed */
lua_State *sandbox_state(struct sandbox *s);

/* As given to sandbox_new(). The state's own space names the sandbox, whose first member it is. */
static inline void *sandbox_user(lua_State *L)
{
    return **(void ***)lua_getextraspace(L);
}

size_t sandbox_used(const struct sandbox *s); /* bytes held now */
void sandbox_collect(struct sandbox *s);      /* drops what is not reachable */
size_t sandbox_trim(struct sandbox *s);       /* the same if it is much; sandbox_used() */

/* Takes what is live now as the ground from which a call's bytes count. */
void sandbox_settle(struct sandbox *s);

/* Calls body(L) with lightuserdata arg as its only argument under the limits. On success its results
 * stand on the stack; on failure the stack is as before. */
int sandbox_call(struct sandbox *s, lua_CFunction body, void *arg, struct sandbox_limits limits,
                 struct error *err);
/* The error of the limit that the last call exceeded, told in the language that is chosen now; 0 when
 * it exceeded none. */
int sandbox_exceeded(const struct sandbox *s, struct sandbox_limits limits, struct error *err);
enum sandbox_spent sandbox_spent(const struct sandbox *s); /* in the last call */
/* The last call was uncounted and may have passed a limit, whatever it gave: it is to be made again, counted,
 * as if it had not been. */
bool sandbox_doubtful(const struct sandbox *s);
uint64_t sandbox_work(const struct sandbox *s); /* done by the last call */

/* For C functions that loop: counts work, raises when the limit is passed. */
void sandbox_charge(lua_State *L, uint64_t work);

struct call_set *sandbox_calls(lua_State *L); /* of call.h */

void sandbox_push_env(lua_State *L); /* the environment, for _ENV of a chunk */

/* Makes a read-only library of the environment; each function checks its arguments. */
void sandbox_library(lua_State *L, const struct api_library *library);
void sandbox_global(lua_State *L, const char *name); /* the value on top becomes a global */

/* Replaces the table on top by a read-only view of it; ipairs, pairs, # and indexing work on it.
 * strict: reading an absent key raises, naming the table as `name`. */
void sandbox_readonly(lua_State *L, const char *name, bool strict);
/* The same in place: pops a content and makes the empty table below it the view of that. `name` must be a
 * string constant, always of the same address. */
void sandbox_cover(lua_State *L, const char *name);
#define SANDBOX_FILE "a table at file level" /* the name under which files' own tables refuse */
/* If the value at index is such a view, pushes the table behind it. */
bool sandbox_behind(lua_State *L, int index);
void sandbox_uncover(lua_State *L, int index); /* such a view at index: the table takes its slot */

#endif /* AUDITOR_ENGINE_SANDBOX_H */
