/*
 * world.h - a database in a folder of its own, for the tests of store/ (no prefix).
 *
 * open_world() and close_world() are set-up and tear-down of a group; the state of its tests is the world.
 */
#ifndef AUDITOR_TEST_STORE_WORLD_H
#define AUDITOR_TEST_STORE_WORLD_H

#include <stdbool.h>

#include "store/internal.h"

struct world {
    char folder[64];
    char path[96];
};

int open_world(void **state);
int close_world(void **state);

/* The store of it, open; the caller closes it. */
struct store *opened(const struct world *w, bool write);
/* The id of an assessment of 2024 that has just begun. */
int64_t started(struct store *store, const char *rules);
/* What somebody else does to the file; the store is closed. */
void raw_sql(const char *path, const char *sql);

#endif /* AUDITOR_TEST_STORE_WORLD_H */
