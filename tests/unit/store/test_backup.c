/* test_backup.c - copies of the database: whole, of any version, never over something else; and the catalogue. */
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

#include "store/backup.h"
#include "store/catalogue.h"
#include "world.h"

static char folder[64];

static char *in_folder(const char *name)
{
    static char paths[8][128];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static int open_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/auditor-backup-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int close_folder(void **state)
{
    (void)state;
    struct file_list list = { 0 };
    file_walk(&list, folder, NULL);
    for (size_t i = 0; i < list.n; i++)
        unlink(list.paths[i]);
    file_list_free(&list);
    return rmdir(folder);
}

static struct store *opened_as(const char *name, bool write)
{
    struct store *store = NULL;
    struct error err = { 0 };
    if (store_open(&store, in_folder(name), write, &err))
        fail_msg("%s", err.message);
    return store;
}

static int count_row(void *user, const struct store_value *values)
{
    (void)values;
    ++*(size_t *)user;
    return 0;
}

static int count_assessments(void *user, const struct store_table *table)
{
    void **both = user;
    return strcmp(table->name, "assessment") == 0
               ? store_rows(both[0], table, count_row, both[1], NULL)
               : 0;
}

static size_t assessments(struct store *store)
{
    size_t n = 0;
    void *both[] = { store, &n };
    assert_int_equal(store_tables(store, count_assessments, both, NULL), 0);
    return n;
}

struct seen_steps {
    size_t calls, done, total;
};

static void step(void *user, size_t done, size_t total)
{
    struct seen_steps *seen = user;
    seen->calls++;
    seen->done = done;
    seen->total = total;
}

static void a_copy_has_what_was_committed(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct seen_steps seen = { 0 };
    struct store *writer = opened_as("a.db", true);
    assert_int_equal(store_begin(writer, NULL), 0);
    started(writer, "r1");
    assert_int_equal(store_commit(writer, NULL), 0);
    assert_int_equal(store_begin(writer, NULL), 0);
    started(writer, "r2");
    struct store *reader = opened_as("a.db", false);
    if (store_backup(reader, in_folder("copy.db"), &(struct store_progress){ step, &seen }, &err))
        fail_msg("%s", err.message);
    assert_true(seen.calls > 0 && seen.done == seen.total && seen.total > 0);
    assert_int_equal(store_commit(writer, NULL), 0);
    assert_false(file_exists(in_folder("copy.db.part")));
    struct store *copy = opened_as("copy.db", false);
    assert_int_equal(assessments(copy), 1);
    store_close(copy);
    assert_false(file_exists(in_folder("copy.db-wal")));
    /* A former backup is replaced. */
    assert_int_equal(store_backup(reader, in_folder("copy.db"), NULL, &err), 0);
    copy = opened_as("copy.db", false);
    assert_int_equal(assessments(copy), 2);
    store_close(copy);
    store_close(reader);
    store_close(writer);
}

static void what_is_tried_in_a_copy_is_gone(void **state)
{
    (void)state;
    struct store *copy = NULL;
    struct file_stamp before, after;
    struct store *writer = opened_as("b.db", true);
    assert_int_equal(store_begin(writer, NULL), 0);
    started(writer, "r1");
    assert_int_equal(store_commit(writer, NULL), 0);
    store_close(writer);
    struct store *reader = opened_as("b.db", false);
    assert_int_equal(file_stat(&before, in_folder("b.db"), NULL), 0);
    assert_int_equal(store_copy(&copy, reader, NULL), 0);
    assert_int_equal(store_begin(copy, NULL), 0);
    started(copy, "r2");
    assert_int_equal(store_commit(copy, NULL), 0);
    assert_int_equal(assessments(copy), 2);
    assert_int_equal(assessments(reader), 1);
    store_close(copy);
    assert_int_equal(assessments(reader), 1);
    store_close(reader);
    assert_int_equal(file_stat(&after, in_folder("b.db"), NULL), 0);
    assert_true(before.mtime_ns == after.mtime_ns && before.size == after.size);
}

static void nothing_else_is_replaced(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct store *reader = NULL;
    store_close(opened_as("b.db", true));
    assert_int_equal(file_write(in_folder("letter.txt"), STR("dear"), NULL), 0);
    assert_int_equal(file_write(in_folder("empty"), STR(""), NULL), 0);
    raw_sql(in_folder("other.db"), "CREATE TABLE t (x)");
    assert_int_equal(symlink("b.db", in_folder("link.db")), 0);
    reader = opened_as("b.db", false);
    static const char *const names[] = {
        "b.db", "link.db", "letter.txt", "empty", "other.db", "."
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(store_backup(reader, in_folder(names[i]), NULL, &err), ERR_USAGE);
    struct strbuf text = { 0 };
    assert_int_equal(file_read(&text, in_folder("letter.txt"), 0, NULL), 0);
    assert_string_equal(text.p, "dear");
    strbuf_free(&text);
    assert_int_not_equal(store_backup(reader, in_folder("letter.txt/x.db"), NULL, &err), 0);
    store_close(reader);
}

static void a_damaged_database_leaves_the_former_backup(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct store *writer = opened_as("c.db", true);
    started(writer, "r1");
    assert_int_equal(store_commit(writer, NULL), 0);
    store_close(writer);
    struct store *reader = opened_as("c.db", false);
    assert_int_equal(store_backup(reader, in_folder("good.db"), NULL, &err), 0);
    store_close(reader);
    raw_sql(in_folder("c.db"),
            "PRAGMA foreign_keys=OFF; INSERT INTO agency SELECT 99, 0, 'a', 'b', '', '', "
            "'', '', '', ''");
    reader = opened_as("c.db", false);
    assert_int_equal(store_backup(reader, in_folder("good.db"), NULL, &err), ERR_DATABASE);
    store_close(reader);
    struct store *copy = opened_as("good.db", false);
    assert_int_equal(store_verify(copy, NULL), 0);
    store_close(copy);
    assert_false(file_exists(in_folder("good.db.part")));
}

static void an_older_version_is_copied_as_it_is(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct store *store = NULL;
    store_close(opened_as("d.db", true));
    raw_sql(in_folder("d.db"), "PRAGMA user_version=0");
    assert_int_equal(store_open(&store, in_folder("d.db"), false, &err), ERR_CONFIG);
    assert_int_equal(store_open_as_is(&store, in_folder("d.db"), &err), 0);
    assert_int_equal(store_backup(store, in_folder("old.db"), NULL, &err), 0);
    store_close(store);
    raw_sql(in_folder("d.db"), "PRAGMA user_version=99");
    assert_int_equal(store_open_as_is(&store, in_folder("d.db"), &err), ERR_CONFIG);
}

static int check_table(void *user, const struct store_table *table)
{
    ++*(size_t *)user;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!table->about[lang][0])
            fail_msg("store/about.c does not say what table %s is", table->name);
        for (size_t i = 0; i < table->n; i++)
            if (!table->columns[i].about[lang][0])
                fail_msg("store/about.c does not say what %s.%s is", table->name,
                         table->columns[i].name);
    }
    for (size_t i = 0; i < table->n; i++)
        assert_string_not_equal(table->columns[i].name, "snapshot");
    return 0;
}

static void every_column_is_described(void **state)
{
    (void)state;
    size_t tables = 0;
    struct store *store = opened_as("e.db", true);
    assert_int_equal(store_tables(store, check_table, &tables, NULL), 0);
    assert_true(tables >= 5);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_has_what_was_committed),
        cmocka_unit_test(what_is_tried_in_a_copy_is_gone),
        cmocka_unit_test(nothing_else_is_replaced),
        cmocka_unit_test(a_damaged_database_leaves_the_former_backup),
        cmocka_unit_test(an_older_version_is_copied_as_it_is),
        cmocka_unit_test(every_column_is_described),
    };
    return cmocka_run_group_tests(tests, open_folder, close_folder);
}
