/* A folder of pages: which is written to, which is not, what goes when a rule goes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "author/pages.h"
#include "base/file.h"
#include "base/lang.h"

static char *make(void)
{
    static char folder[64];
    strncpy(folder, "/tmp/test-pages-XXXXXX", sizeof folder - 1);
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void put(const char *folder, const char *name)
{
    char *path = file_join(folder, name);
    assert_int_equal(file_write(path, STR("x"), NULL), 0);
    free(path);
}

static bool has(const char *folder, const char *name)
{
    char *path = file_join(folder, name);
    bool found = file_exists(path);
    free(path);
    return found;
}

static void drop(const char *folder)
{
    struct strbuf command = { 0 };
    strbuf_fmt(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(command.p), 0);
    strbuf_free(&command);
}

static void test_folder(void **state)
{
    struct error err = { 0 };
    const char *folder = make();
    char *below = file_join(folder, "a/b");
    char *file = file_join(folder, "own.txt");
    (void)state;
    assert_int_equal(pages_folder(folder, false, &err), 0);
    assert_int_equal(pages_folder(below, false, &err), 0); /* is made */
    assert_true(file_is_folder(below));
    put(folder, "own.txt");
    assert_int_equal(pages_folder(folder, false, &err), ERR_USAGE);
    assert_non_null(strstr(err.message, "--force"));
    assert_int_equal(pages_folder(folder, true, &err), 0);
    assert_int_equal(pages_folder(file, true, &err), ERR_USAGE); /* a file is never one */
    free(below);
    free(file);
    drop(folder);
}

static void test_mark(void **state)
{
    struct error err = { 0 };
    const char *folder = make();
    (void)state;
    put(folder, "a.html");
    put(folder, "b.html");
    put(folder, "own.html");
    assert_int_equal(pages_mark(folder, STR("a.html\nb.html\n"), &err), 0);
    assert_int_equal(pages_folder(folder, false, &err), 0); /* ours by now */
    assert_int_equal(pages_mark(folder, STR("a.html\n"), &err), 0);
    assert_true(has(folder, "a.html"));
    assert_false(has(folder, "b.html"));  /* its rule is gone */
    assert_true(has(folder, "own.html")); /* never one of ours */
    drop(folder);
}

/* A mark that somebody wrote names files that are none of ours. */
static void test_forged_mark(void **state)
{
    struct error err = { 0 };
    const char *folder = make();
    char *pages = file_join(folder, "pages");
    (void)state;
    put(folder, "out.html");
    assert_int_equal(pages_folder(pages, false, &err), 0);
    put(pages, "notes.txt");
    put(pages, ".x.html");
    assert_int_equal(pages_mark(pages, STR("../out.html\nnotes.txt\n.x.html\n\n"), &err), 0);
    assert_int_equal(pages_mark(pages, STR("a.html\n"), &err), 0);
    assert_true(has(folder, "out.html"));
    assert_true(has(pages, "notes.txt"));
    assert_true(has(pages, ".x.html"));
    free(pages);
    drop(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_mark),
        cmocka_unit_test(test_forged_mark),
    };
    lang_set(LANG_EN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
