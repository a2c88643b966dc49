/* test_store_file.c - the file of the database: versions, locks, readers beside a writer, damage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "world.h"

static void a_newer_or_foreign_file_is_refused(void **state)
{
    const struct world *w = *state;
    struct store *store = NULL;
    struct error err = { 0 };
    store_close(opened(w, true));
    raw_sql(w->path, "PRAGMA user_version=99");
    assert_int_equal(store_open(&store, w->path, true, &err), ERR_CONFIG);
    assert_non_null(strstr(err.message, "99"));
    char sql[80];
    int version = 0;
    while (store_migrations[version])
        version++;
    snprintf(sql, sizeof sql, "PRAGMA user_version=%d; PRAGMA application_id=7", version);
    raw_sql(w->path, sql);
    assert_int_equal(store_open(&store, w->path, true, &err), ERR_CONFIG);
    raw_sql(w->path, "PRAGMA application_id=0x41554454");
    store_close(opened(w, true));
    assert_int_equal(store_open(&store, "/nonexistent/office.db", false, &err), ERR_ABSENT);
}

static void bytes_that_are_no_database_are_refused(void **state)
{
    struct world *w = *state;
    char name[128];
    struct store *store = NULL;
    struct error err = { 0 };
    snprintf(name, sizeof name, "%s/other", w->folder);
    FILE *f = fopen(name, "w");
    for (int i = 0; i < 300; i++)
        fputs("this is a text and no database\n", f);
    fclose(f);
    assert_int_equal(store_open(&store, name, true, &err), ERR_DATABASE);
    assert_null(store);
    unlink(name);
}

/* A full disk leaves a file without a byte: as if there were none. */
static void an_empty_file_is_no_database_yet(void **state)
{
    struct world *w = *state;
    char name[128];
    struct store *store = NULL;
    struct error err = { 0 };
    snprintf(name, sizeof name, "%s/empty", w->folder);
    fclose(fopen(name, "w"));
    assert_int_equal(store_open(&store, name, false, &err), ERR_ABSENT);
    assert_int_equal(store_open(&store, name, true, &err), 0);
    store_close(store);
    unlink(name);
}

static void a_second_writer_is_told_to_wait(void **state)
{
    const struct world *w = *state;
    struct store *store = opened(w, true);
    assert_int_equal(store_lock(store, NULL), 0);
    pid_t pid = fork();
    if (pid == 0) { /* a record lock is seen by other processes only */
        struct store *other = NULL;
        struct error err = { 0 };
        int rc = store_open(&other, w->path, true, &err);
        rc = rc ? rc : store_lock(other, &err);
        _exit(rc);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(WEXITSTATUS(status), ERR_LIMIT);
    store_close(store);
}

static void readers_cannot_write(void **state)
{
    struct store *store = opened(*state, false);
    struct store_assessment a = { .year = 1 };
    assert_int_equal(store_assessment_start(store, &a, NULL), ERR_DATABASE);
    store_close(store);
}

static struct strbuf bytes_of(const struct world *w, const char *end)
{
    struct strbuf bytes = { 0 };
    char name[128];
    snprintf(name, sizeof name, "%s%s", w->path, end);
    assert_int_equal(file_read(&bytes, name, 0, NULL), 0);
    return bytes;
}

/* Begins an assessment and dies before the log is moved into the file. */
static void die_writing(const struct world *w)
{
    pid_t pid = fork();
    if (pid == 0) {
        struct store *store = NULL;
        struct store_assessment a = { .year = 2031, .profile = STR("p"), .rules_digest = STR("r") };
        if (store_open(&store, w->path, true, NULL) == 0 && store_begin(store, NULL) == 0 &&
            store_assessment_start(store, &a, NULL) == 0 && store_commit(store, NULL) == 0)
            _exit(0);
        _exit(1);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static int count_row(void *user, const struct store_assessment *a)
{
    *(int *)user += a->id > 0;
    return 0;
}

static void a_reader_leaves_the_log_of_a_dead_writer(void **state)
{
    struct world *w = *state;
    static const char *const ends[] = { "", "-wal" };
    struct strbuf before[2];
    int found = 0;
    die_writing(w);
    for (size_t i = 0; i < 2; i++)
        before[i] = bytes_of(w, ends[i]);
    assert_true(before[1].n > 0);
    struct store *reader = opened(w, false);
    assert_int_equal(store_hold(reader, NULL), 0);
    assert_int_equal(store_assessment_current(reader, 2031, count_row, &found, NULL), 0);
    assert_int_equal(found, 1);
    store_close(reader);
    for (size_t i = 0; i < 2; i++) {
        struct strbuf after = bytes_of(w, ends[i]);
        assert_true(str_eq(strbuf_view(&before[i]), strbuf_view(&after)));
        strbuf_free(&after);
        strbuf_free(&before[i]);
    }
    store_close(opened(w, true)); /* it takes the log in */
}

static void what_a_reader_holds_stays_as_it_is(void **state)
{
    struct world *w = *state;
    struct store *reader = opened(w, false);
    struct store *writer = opened(w, true);
    struct store_assessment a = { .year = 2032, .profile = STR("p"), .rules_digest = STR("r") };
    int found = 0;
    assert_int_equal(store_hold(reader, NULL), 0);
    assert_int_equal(store_begin(writer, NULL), 0);
    assert_int_equal(store_assessment_start(writer, &a, NULL), 0);
    assert_int_equal(store_commit(writer, NULL), 0);
    assert_int_equal(store_assessment_current(reader, 2032, count_row, &found, NULL), 0);
    assert_int_equal(found, 0);
    store_close(reader);
    store_close(writer);
}

static void tables_that_are_not_ours_are_refused(void **state)
{
    static const struct {
        const char *sql, *named;
    } tries[] = {
        { "DROP TABLE finding", "table finding" },
        { "DROP INDEX audit_by_document", "index audit_by_document" },
        { "ALTER TABLE agency ADD COLUMN points INTEGER", "table agency" },
        { "CREATE TRIGGER better AFTER INSERT ON audit BEGIN UPDATE audit SET score = 0; END",
          "trigger better" },
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct store *store = opened(w, true);
        struct error err = { 0 };
        store_close(store);
        raw_sql(w->path, tries[i].sql);
        for (int write = 0; write < 2; write++) {
            assert_int_equal(store_open(&store, w->path, write, &err), ERR_DATABASE);
            assert_non_null(strstr(err.message, tries[i].named));
        }
        unlink(w->path);
    }
    store_close(opened(w, true));
    raw_sql(w->path, "CREATE VIEW mine AS SELECT path FROM document; ANALYZE");
    store_close(opened(w, true));
}

static void a_damaged_row_is_found(void **state)
{
    static const struct {
        const char *sql, *named;
    } tries[] = {
        { "DELETE FROM finding", "findings of " },
        { "UPDATE audit SET result = substr(result, 2)", "result of " },
        { "DELETE FROM document", "foreign key audit" },
        { "PRAGMA ignore_check_constraints=1; UPDATE assessment SET state='x'", "CHECK" },
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct error err = { 0 };
        struct store *store = opened(w, true);
        struct store_finding finding = { .rule = STR("r"), .severity = STR("minor") };
        struct store_audit audit = {
            .path = STR("a.html"), .result = STR("{}"), .kind = STR("other"), .finding_total = 1
        };
        audit.findings = &finding;
        audit.finding_count = 1;
        int64_t id = started(store, "r");
        assert_int_equal(store_save(store, id, 2024, &audit, NULL), 0);
        assert_int_equal(store_verify(store, &err), 0);
        store_close(store);
        raw_sql(w->path, tries[i].sql);
        store = opened(w, false);
        assert_int_equal(store_verify(store, &err), ERR_DATABASE);
        if (!strstr(err.message, tries[i].named))
            fail_msg("%s", err.message);
        store_close(store);
        unlink(w->path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_newer_or_foreign_file_is_refused),
        cmocka_unit_test(bytes_that_are_no_database_are_refused),
        cmocka_unit_test(an_empty_file_is_no_database_yet),
        cmocka_unit_test(a_second_writer_is_told_to_wait),
        cmocka_unit_test(readers_cannot_write),
        cmocka_unit_test(a_reader_leaves_the_log_of_a_dead_writer),
        cmocka_unit_test(what_a_reader_holds_stays_as_it_is),
        cmocka_unit_test(tables_that_are_not_ours_are_refused),
        cmocka_unit_test(a_damaged_row_is_found),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
