/* pool.c - see pool.h. */
#include "engine/pool.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { PIECE = 64 * 1024 };

struct pool_piece {
    struct pool_piece *next;
    alignas(max_align_t) unsigned char bytes[PIECE];
};

static size_t class_of(size_t size)
{
    return (size - 1) / POOL_GRAIN;
}

static void *take(struct pool *pool, size_t size)
{
    size_t class = class_of(size), n = (class + 1) * POOL_GRAIN;
    void *block = pool->lists[class];
    if (block) {
        memcpy(&pool->lists[class], block, sizeof(void *));
        return block;
    }
    if (pool->left < n) { /* what was left of the old piece is lost: less than a block */
        struct pool_piece *piece = mem_alloc(sizeof *piece);
        piece->next = pool->pieces;
        pool->pieces = piece;
        pool->left = PIECE;
    }
    block = pool->pieces->bytes + (PIECE - pool->left);
    pool->left -= n;
    return block;
}

static void give(struct pool *pool, void *block, size_t size)
{
    size_t class = class_of(size);
    memcpy(block, &pool->lists[class], sizeof(void *));
    pool->lists[class] = block;
}

/* With the system alone. */
static void *resize_large(void *old, size_t size)
{
    if (size)
        return mem_resize(old, size, 1);
    free(old);
    return NULL;
}

#ifdef AUDITOR_SANITIZED

void *pool_resize(struct pool *pool, void *old, size_t old_size, size_t size)
{
    (void)take;
    (void)give;
    (void)pool;
    (void)old_size;
    return resize_large(old, size);
}

#else

static bool is_small(size_t size)
{
    return size > 0 && size <= POOL_SMALL;
}

void *pool_resize(struct pool *pool, void *old, size_t old_size, size_t size)
{
    bool from_list = old && is_small(old_size);
    if (!from_list && !is_small(size))
        return resize_large(old, size);
    if (from_list && is_small(size) && class_of(old_size) == class_of(size))
        return old;
    void *new = NULL;
    if (size)
        new = is_small(size) ? take(pool, size) : mem_alloc(size);
    if (old && size)
        memcpy(new, old, old_size < size ? old_size : size);
    if (from_list)
        give(pool, old, old_size);
    else
        free(old);
    return new;
}

#endif

void pool_free(struct pool *pool)
{
    while (pool->pieces) {
        struct pool_piece *next = pool->pieces->next;
        free(pool->pieces);
        pool->pieces = next;
    }
    memset(pool, 0, sizeof *pool);
}
