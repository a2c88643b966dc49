/* arena.c - chained blocks, freed together; see arena.h. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { BLOCK_SIZE = 64 * 1024 };

struct block {
    struct block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first */
};

static struct block *block_new(struct block *next, size_t size)
{
    struct block *b = mem_alloc(sizeof *b + size);
    b->next = next;
    b->size = size;
    b->used = 0;
    return b;
}

static void free_chain(struct block *b)
{
    while (b) {
        struct block *next = b->next;
        free(b);
        b = next;
    }
}

struct arena *arena_new(void)
{
    struct arena *a = mem_alloc(sizeof *a);
    a->blocks = block_new(NULL, BLOCK_SIZE);
    return a;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    free_chain(a->blocks);
    free(a);
}

void arena_reset(struct arena *a)
{
    struct block *keep = a->blocks;
    free_chain(keep->next);
    keep->next = NULL;
    keep->used = 0;
    if (keep->size > 16 * BLOCK_SIZE) {
        free(keep);
        a->blocks = block_new(NULL, BLOCK_SIZE);
    }
}

void *arena_alloc(struct arena *a, size_t size)
{
    const size_t align = alignof(max_align_t);
    size = (size + align - 1) & ~(align - 1);
    struct block *b = a->blocks;
    if (size > b->size - b->used) {
        b = block_new(b, size > BLOCK_SIZE ? size : BLOCK_SIZE);
        a->blocks = b;
    }
    void *p = b->bytes + b->used;
    b->used += size;
    return memset(p, 0, size);
}

struct str arena_str(struct arena *a, struct str s)
{
    char *copy = arena_alloc(a, s.n + 1);
    if (s.n)
        memcpy(copy, s.p, s.n);
    return (struct str){ copy, s.n };
}

struct str arena_fmt(struct arena *a, const char *format, ...)
{
    va_list args;
    va_list again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t len = n > 0 ? (size_t)n : 0;
    char *text = arena_alloc(a, len + 1);
    if (len)
        vsnprintf(text, len + 1, format, again);
    va_end(again);
    return (struct str){ text, len };
}
