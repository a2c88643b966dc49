/*
 * pool.h - memory for many small blocks of known size (prefix pool_; private to engine/).
 *
 * Lua says the size of what it gives back, so small blocks need no header: they are cut from large
 * pieces and kept in lists by size. Pieces are given back only with the whole pool. Large blocks go
 * to the system. With a sanitizer all do, so that it sees every block.
 */
#ifndef AUDITOR_ENGINE_POOL_H
#define AUDITOR_ENGINE_POOL_H

#include <stddef.h>

enum { POOL_GRAIN = 16, POOL_SMALL = 512 }; /* bytes */

struct pool_piece;

struct pool {
    void *lists[POOL_SMALL / POOL_GRAIN]; /* free blocks by size, each begins with the next */
    struct pool_piece *pieces;
    size_t left; /* bytes of the newest piece that were not cut yet */
};

/* As realloc, with the old size: 0 and NULL for a new block; size 0 frees. Never fails. */
void *pool_resize(struct pool *pool, void *old, size_t old_size, size_t size);
void pool_free(struct pool *pool); /* everything; large blocks must have been freed before */

#endif /* AUDITOR_ENGINE_POOL_H */
