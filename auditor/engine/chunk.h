/*
 * chunk.h - plugin files as compiled chunks: load, run, require (prefix chunk_; private to engine/).
 *
 * A chunk is source text only. It is compiled once and run afresh for every call, so that its locals
 * are fresh too; what it requires is run afresh within that call. A file declares one thing by
 * calling rule, form, scoring, layout, pack or cases with a table, and returns that table.
 */
#ifndef AUDITOR_ENGINE_CHUNK_H
#define AUDITOR_ENGINE_CHUNK_H

#include "engine/state.h"

enum { CHUNK_FILE_MAX = 1024 * 1024 };

/* Reads and compiles. name is what error messages call the file. *chunk is a registry reference,
 * LUA_NOREF on failure; digest (may be NULL) gets the SHA-256 of what could be read. The message
 * begins with name. */
int chunk_load(struct engine *engine, const char *file, const char *name, int *chunk,
               char digest[65], struct error *err);
void chunk_free(struct engine *engine, int chunk);

/* Only below sandbox_call(): runs the chunk, leaves what it declared as a table on the stack. Raises
 * unless it declared `kind` and returned it. */
void chunk_run(lua_State *L, int chunk, const char *kind);

/* `require` and the words that declare; once, for a new state. */
void chunk_open(lua_State *L);
void chunk_forget(lua_State *L); /* what was required in the last call */

/* All *.lua of a folder as libraries of a pack ("" for all packs). An absent folder is empty. */
int chunk_load_libs(struct engine *engine, const char *folder, struct str pack, struct error *err);

/* Drops the traceback off a message. */
void chunk_first_line(struct error *err);

#endif /* AUDITOR_ENGINE_CHUNK_H */
