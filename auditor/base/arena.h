/*
 * arena.h - memory that is given back all at once (prefix arena_).
 *
 * What an arena hands out lives until arena_reset() or arena_free(). Reset keeps one block,
 * so that a worker that goes from document to document does not ask the system again.
 */
#ifndef AUDITOR_BASE_ARENA_H
#define AUDITOR_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is allowed */
void arena_reset(struct arena *a);
void *arena_alloc(struct arena *a, size_t size);     /* cleared, aligned for any type */
struct str arena_str(struct arena *a, struct str s); /* a terminated copy */
struct str arena_fmt(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif /* AUDITOR_BASE_ARENA_H */
