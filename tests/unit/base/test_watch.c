/* test_watch.c - which changes a watch tells of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/watch.h"

static char folder[] = "/tmp/auditor-watch-XXXXXX";
static const char *const lua[] = { "lua", NULL };

static int make(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_all(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

/* The file is written in place, as with a shell. */
static void put(const char *name)
{
    char *path = file_join(folder, name);
    assert_int_equal(file_make_parent(path, NULL), 0);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs("x", f);
    fclose(f);
    free(path);
}

static void move(const char *from, const char *to)
{
    char *old = file_join(folder, from);
    char *new = file_join(folder, to);
    assert_int_equal(rename(old, new), 0);
    free(old);
    free(new);
}

/* Whether something changed, and that it is called so. */
static bool told(struct watch *w, const char *name)
{
    struct strbuf path = { 0 };
    bool changed = watch_take(w, &path);
    if (changed && name)
        assert_string_equal(file_name(path.p), name);
    strbuf_free(&path);
    return changed;
}

static struct watch *watching(const char *file, const char *below)
{
    struct error err = { 0 };
    struct watch *w = NULL;
    char *path = file_join(folder, file ? file : below);
    assert_int_equal(watch_new(&w, &err), 0);
    assert_int_equal(file ? watch_file(w, path, &err) : watch_folder(w, path, lua, &err), 0);
    free(path);
    return w;
}

static void tells_of_one_file_however_it_is_written(void **state)
{
    (void)state;
    put("draft.html");
    struct watch *w = watching("draft.html", NULL);
    assert_false(told(w, NULL));
    put("draft.html");
    assert_true(told(w, "draft.html"));
    assert_false(told(w, NULL));
    put("other.html");
    assert_false(told(w, NULL));
    move("other.html", "draft.html");
    assert_true(told(w, "draft.html"));
    move("draft.html", "draft.html~");
    assert_true(told(w, "draft.html"));
    watch_free(w);
}

static void tells_of_what_counts_below_a_folder(void **state)
{
    (void)state;
    static const char *const scratch[] = { "rules/a.txt",   "rules/.a.lua", "rules/a.lua~",
                                           "rules/#a.lua#", "rules/4913",   "rules/a.lua.part",
                                           "elsewhere.lua" };
    put("rules/local/a.lua");
    struct watch *w = watching(NULL, "rules");
    for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++) {
        put(scratch[i]);
        assert_false(told(w, NULL));
    }
    put("rules/b.lua");
    put("rules/local/a.lua");
    assert_true(told(w, "b.lua"));
    put("rules/new/c.lua");
    assert_true(told(w, "new"));
    watch_clear(w);
    char *path = file_join(folder, "rules");
    assert_int_equal(watch_folder(w, path, lua, NULL), 0);
    put("rules/new/c.lua");
    assert_true(told(w, "c.lua"));
    watch_ignore(w, path);
    put("rules/b.lua");
    assert_false(told(w, NULL));
    free(path);
    watch_free(w);
}

static void awaits_what_is_not_there_yet(void **state)
{
    (void)state;
    struct watch *w = watching("late/later/x.lua", NULL);
    put("x.lua");
    assert_false(told(w, NULL));
    put("late/later/x.lua");
    assert_true(told(w, "late"));
    watch_free(w);
}

static void follows_a_link_to_a_file(void **state)
{
    (void)state;
    put("real/page.html");
    char *link = file_join(folder, "link.html");
    assert_int_equal(symlink("real/page.html", link), 0);
    free(link);
    struct watch *w = watching("link.html", NULL);
    put("real/page.html");
    assert_true(told(w, "page.html"));
    watch_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_of_one_file_however_it_is_written),
        cmocka_unit_test(tells_of_what_counts_below_a_folder),
        cmocka_unit_test(awaits_what_is_not_there_yet),
        cmocka_unit_test(follows_a_link_to_a_file),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
