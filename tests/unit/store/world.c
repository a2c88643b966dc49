/* world.c - see world.h. */
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

int open_world(void **state)
{
    static struct world w;
    strcpy(w.folder, "/tmp/auditor-store-XXXXXX");
    if (!mkdtemp(w.folder))
        return -1;
    snprintf(w.path, sizeof w.path, "%s/office.db", w.folder);
    *state = &w;
    return 0;
}

int close_world(void **state)
{
    struct world *w = *state;
    static const char *const ends[] = { "", "-wal", "-shm", "-lock" };
    for (size_t i = 0; i < 4; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s%s", w->path, ends[i]);
        unlink(name);
    }
    return rmdir(w->folder);
}

struct store *opened(const struct world *w, bool write)
{
    struct store *store = NULL;
    struct error err = { 0 };
    if (store_open(&store, w->path, write, &err))
        fail_msg("%s", err.message);
    return store;
}

int64_t started(struct store *store, const char *rules)
{
    struct store_assessment a = { .year = 2024,
                                  .profile = STR("p"),
                                  .profile_digest = STR("d"),
                                  .rules_digest = str_of(rules),
                                  .version = STR("1") };
    assert_int_equal(store_assessment_start(store, &a, NULL), 0);
    return a.id;
}

void raw_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}
