/*
 * chunk.h - plugin files as compiled chunks: load, run, require (prefix chunk_; private to engine/).
 *
 * A chunk is source text only. It is compiled and run once, and what it declared is kept as a constant
 * (keep.h), so that calls remember nothing. A file declares one thing by calling rule, form, scoring,
 * layout, pack or cases with a table, and returns that table.
 */
#ifndef AUDITOR_ENGINE_CHUNK_H
#define AUDITOR_ENGINE_CHUNK_H

#include "base/bundle.h"
#include "engine/state.h"

enum { CHUNK_FILE_MAX = 1024 * 1024 };

/* Compiles source text, wherever it was read from. name is what error messages call the file, and begin
 * with. *chunk is a registry reference, LUA_NOREF on failure. */
int chunk_load(struct engine *engine, struct str text, const char *name, int *chunk,
               struct error *err);
void chunk_free(struct engine *engine, int chunk);

/* Only below sandbox_call(): runs the chunk, leaves what it declared as a table on the stack. Raises
 * unless it declared `kind` and returned it. */
void chunk_run(lua_State *L, int chunk, const char *kind);
/* Raises unless the table at an absolute index is as the shape of its kind says. */
void chunk_check(lua_State *L, int index, const char *kind);

/* Pops what a file returned and keeps it. before: sandbox_trim() before the file ran. ERR_LIMIT if it
 * leaves too much behind; *kept is LUA_NOREF then. */
int chunk_keep(struct engine *engine, size_t before, int *kept, struct error *err);

/* After each call: what it changed in the kept value (LUA_NOREF: none) and in libraries is as before. */
void chunk_forget(lua_State *L, int kept);

extern const struct api_library chunk_words;

/* `require` and the words that declare; once, for a new state. */
void chunk_open(lua_State *L);

/* All *.lua of a bundle whose names begin with `below` as libraries of a pack ("" for all packs). One that
 * cannot be used breaks what requires it. */
void chunk_load_libs(struct engine *engine, struct bundle *bundle, struct str below,
                     struct str pack);
void chunk_drop_libs(struct engine *engine, size_t count); /* all but the first `count` */

/* Between them, what a file requires can change results. */
void chunk_begin(struct engine *engine);
void chunk_end(struct engine *engine);

/* Marks what marked libraries require in their turn. */
void chunk_mark_libs(struct engine *engine);

/* Drops the traceback off a message. */
void chunk_first_line(struct error *err);

#endif /* AUDITOR_ENGINE_CHUNK_H */
