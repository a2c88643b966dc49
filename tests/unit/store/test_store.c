/* test_store.c - the database: versions, locks, what is written and read. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/internal.h"

struct world {
    char folder[64];
    char path[96];
};

static int open_world(void **state)
{
    static struct world w;
    strcpy(w.folder, "/tmp/auditor-store-XXXXXX");
    if (!mkdtemp(w.folder))
        return -1;
    snprintf(w.path, sizeof w.path, "%s/office.db", w.folder);
    *state = &w;
    return 0;
}

static int close_world(void **state)
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

static struct store *opened(const struct world *w, bool write)
{
    struct store *store = NULL;
    struct error err = { 0 };
    if (store_open(&store, w->path, write, &err))
        fail_msg("%s", err.message);
    return store;
}

static int64_t started(struct store *store, const char *rules)
{
    struct store_assessment a = { .year = 2024,
                                  .profile = STR("p"),
                                  .profile_digest = STR("d"),
                                  .rules_digest = str_of(rules),
                                  .version = STR("1") };
    assert_int_equal(store_assessment_start(store, &a, NULL), 0);
    return a.id;
}

/* A text that may stand in a static initialiser. */
#define TEXT(s)                                                                                    \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }

static const struct store_finding findings[] = {
    { TEXT("r.a"), TEXT("major"), TEXT("f1"), TEXT("requests"), TEXT("requests"), TEXT("new"),
      TEXT("all"), 7, false, 5000 },
    { TEXT("r.a"), TEXT("major"), TEXT("f2"), TEXT(""), TEXT(""), TEXT(""), TEXT(""), 9, false,
      2500 },
    { TEXT("r.b"), TEXT("minor"), TEXT("f3"), TEXT(""), TEXT(""), TEXT(""), TEXT(""), 0, true, 0 },
};

static struct store_audit example(const char *path)
{
    return (struct store_audit){ .path = str_of(path),
                                 .sha256 = STR("abc"),
                                 .found_agency = STR("某局"),
                                 .stamp = { 10, 20, 30, 40 },
                                 .seen_ns = 50,
                                 .xxh3 = UINT64_MAX,
                                 .snapshot = STR("bytes\0more"),
                                 .context = STR("c"),
                                 .agency = STR("A1"),
                                 .matched = STR("name"),
                                 .kind = STR("annual-report"),
                                 .year = 2024,
                                 .scored = true,
                                 .complete = true,
                                 .score = 92500,
                                 .max = 100000,
                                 .result = STR("{}"),
                                 .findings = findings,
                                 .finding_count = 3 };
}

static int seen_row(void *user, const struct store_seen *seen)
{
    struct store_seen *out = user;
    *out = *seen;
    assert_true(str_eq_c(seen->found_agency, "某局"));
    assert_true(seen->xxh3 == UINT64_MAX);
    return 0;
}

static int audit_row(void *user, const struct store_audit *a)
{
    ++*(int *)user;
    assert_int_equal(a->score, 92500);
    assert_true(str_eq_c(a->agency, "A1"));
    return 0;
}

static void what_is_saved_is_read_again(void **state)
{
    struct store *store = opened(*state, true);
    struct store_audit a = example("x.html");
    assert_int_equal(store_begin(store, NULL), 0);
    int64_t id = started(store, "r1");
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0);
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0); /* replaces itself */
    assert_int_equal(store_commit(store, NULL), 0);
    store_close(store);

    store = opened(*state, false);
    struct store_seen seen = { 0 };
    int audits = 0;
    struct strbuf snapshot = { 0 };
    assert_int_equal(store_documents(store, 2024, id, seen_row, &seen, NULL), 0);
    assert_true(seen.audited && seen.has_snapshot && !seen.gone && !seen.operational);
    assert_int_equal(seen.stamp.ctime_ns, 30);
    assert_int_equal(store_audits(store, id, audit_row, &audits, NULL), 0);
    assert_int_equal(audits, 1);
    assert_int_equal(store_snapshot(store, seen.id, &snapshot, NULL), 0);
    assert_int_equal(snapshot.n, 10);
    strbuf_free(&snapshot);
    store_close(store);
}

static void a_second_judgement_keeps_document_and_snapshot(void **state)
{
    struct store *store = opened(*state, true);
    struct store_audit a = example("x.html");
    struct store_seen seen = { 0 };
    assert_int_equal(store_begin(store, NULL), 0);
    int64_t id = started(store, "r2");
    a.keep_document = true;
    a.snapshot = str_of("");
    a.stamp.size = 999;
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0);
    assert_int_equal(store_documents(store, 2024, id, seen_row, &seen, NULL), 0);
    assert_true(seen.has_snapshot);
    assert_int_equal(seen.stamp.size, 10);
    assert_int_equal(store_gone(store, seen.id, id, NULL), 0);
    assert_int_equal(store_documents(store, 2024, id, seen_row, &seen, NULL), 0);
    assert_true(seen.gone && !seen.audited);
    store_rollback(store);
    store_close(store);
}

static int current_row(void *user, const struct store_assessment *a)
{
    *(int64_t *)user = a->id;
    return 0;
}

static void an_earlier_assessment_is_taken_up_and_old_ones_are_dropped(void **state)
{
    struct store *store = opened(*state, true);
    int64_t first = started(store, "r1");
    int64_t current = 0;
    int64_t last = 0;
    char rules[16];
    assert_int_equal(started(store, "r1"), first);
    for (int i = 0; i < STORE_KEEP_DONE + 2; i++) {
        snprintf(rules, sizeof rules, "new-%d", i);
        last = started(store, rules);
        assert_int_equal(store_assessment_finish(store, last, NULL), 0);
    }
    assert_int_equal(store_assessment_current(store, 2024, current_row, &current, NULL), 0);
    assert_int_equal(current, last);
    assert_int_not_equal(started(store, "r1"), first); /* it was dropped and is made anew */
    current = 0;
    assert_int_equal(store_assessment_current(store, 1999, current_row, &current, NULL), 0);
    assert_int_equal(current, 0);
    store_close(store);
}

static int loss_row(void *user, const struct store_loss *loss)
{
    ++*(int *)user;
    assert_true(str_eq_c(loss->rule, "r.a")); /* the explained finding costs nobody anything */
    assert_int_equal(loss->count, 2);
    assert_int_equal(loss->deduction, 7500);
    return 0;
}

struct found {
    struct store_standing last;
    struct store_chosen chosen;
    size_t n;
};

static int standing_row(void *user, const struct store_standing *s)
{
    struct found *found = user;
    found->last = *s;
    found->n++;
    assert_true(str_eq_c(s->agency.name, "某局"));
    return 0;
}

static int chosen_row(void *user, const struct store_chosen *c)
{
    struct found *found = user;
    found->chosen = *c;
    found->n++;
    assert_true(str_eq_c(c->path, "x.html") && str_eq_c(c->context, "c"));
    return 0;
}

static void take_register(struct store *store, int64_t id)
{
    const struct store_agency agency = { .code = STR("A1"), .name = STR("某局") };
    assert_int_equal(store_agencies_save(store, id, &agency, 1, NULL), 0);
}

static int64_t audit_id(struct store *store, int64_t assessment)
{
    struct found found = { 0 };
    assert_int_equal(store_chosen(store, assessment, STR("A1"), chosen_row, &found, NULL), 0);
    assert_int_equal(found.n, 1);
    assert_true(found.chosen.has_snapshot && found.chosen.year == 2024);
    return found.chosen.audit;
}

static struct store_standing example_standing(int64_t audit)
{
    struct store_standing standing = { .agency = { .code = STR("A1") },
                                       .context = STR("made of"),
                                       .audit = audit,
                                       .verdict = example("x.html") };
    return standing;
}

static int keep_audit(void *user, const struct store_audit *a)
{
    *(int64_t *)user = a->id;
    return 0;
}

static void choose_it(struct store *store, int64_t assessment)
{
    int64_t audit = 0;
    assert_int_equal(store_audits(store, assessment, keep_audit, &audit, NULL), 0);
    assert_int_equal(store_choose(store, audit, STR("chosen"), NULL), 0);
}

static void a_standing_is_read_as_it_was_saved(void **state)
{
    struct store *store = opened(*state, true);
    struct store_audit a = example("x.html");
    struct found found = { 0 };
    struct strbuf text = { 0 }, snapshot = { 0 };
    int losses = 0;
    int64_t id = started(store, "standing");
    assert_int_equal(store_begin(store, NULL), 0);
    take_register(store, id);
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0);
    assert_int_equal(store_chosen(store, id, STR("A1"), chosen_row, &found, NULL), 0);
    assert_int_equal(found.n, 0); /* nothing was chosen yet */
    choose_it(store, id);
    struct store_standing standing = example_standing(audit_id(store, id));
    assert_int_equal(store_standing_save(store, id, &standing, NULL), 0);
    assert_int_equal(store_standing_save(store, id, &standing, NULL), 0); /* replaces itself */
    assert_int_equal(store_standings(store, id, str_of(""), standing_row, &found, NULL), 0);
    assert_int_equal(found.n, 1);
    assert_int_equal(found.last.verdict.score, 92500);
    assert_int_equal(store_standing_losses(store, found.last.id, loss_row, &losses, NULL), 0);
    assert_int_equal(losses, 1);
    assert_int_equal(store_standing_result(store, found.last.id, &text, &snapshot, NULL), 0);
    assert_true(str_eq_c(strbuf_view(&text), "{}") && snapshot.n == 10);
    assert_int_equal(store_standing_context(store, id, STR("A1"), &text, NULL), 0);
    assert_true(str_eq_c(strbuf_view(&text), "made of"));
    strbuf_free(&text);
    strbuf_free(&snapshot);
    store_rollback(store);
    store_close(store);
}

static void a_standing_goes_with_what_it_was_made_of(void **state)
{
    struct store *store = opened(*state, true);
    struct store_audit a = example("x.html");
    struct strbuf text = { 0 };
    int64_t id = started(store, "standing");
    assert_int_equal(store_begin(store, NULL), 0);
    take_register(store, id);
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0);
    choose_it(store, id);
    struct store_standing standing = example_standing(audit_id(store, id));
    assert_int_equal(store_standing_save(store, id, &standing, NULL), 0);
    assert_int_equal(store_save(store, id, 2024, &a, NULL), 0); /* audited again */
    assert_int_equal(store_standing_context(store, id, STR("A1"), &text, NULL), 0);
    assert_int_equal(text.n, 0);

    standing.audit = 0; /* of an agency without a report */
    standing.verdict.operational = true;
    assert_int_equal(store_standing_save(store, id, &standing, NULL), 0);
    assert_int_equal(store_standing_context(store, id, STR("A1"), &text, NULL), 0);
    assert_int_equal(text.n, 0); /* its worker died: made again */
    assert_int_equal(store_agencies_save(store, id, NULL, 0, NULL), 0);
    assert_int_equal(store_standings_prune(store, id, NULL), 0);
    take_register(store, id);
    struct found found = { 0 };
    assert_int_equal(store_standings(store, id, str_of(""), standing_row, &found, NULL), 0);
    assert_int_equal(found.n, 0);
    strbuf_free(&text);
    store_rollback(store);
    store_close(store);
}

static int year_row(void *user, const struct store_assessment *a)
{
    *(int *)user = *(int *)user * 10000 + a->year;
    return 0;
}

static void only_finished_earlier_years_are_history(void **state)
{
    struct store *store = opened(*state, true);
    int years = 0;
    assert_int_equal(store_begin(store, NULL), 0);
    for (int year = 2021; year <= 2024; year++) {
        struct store_assessment a = { .year = year,
                                      .profile = STR("p"),
                                      .profile_digest = STR("d"),
                                      .rules_digest = STR("history"),
                                      .version = STR("1") };
        assert_int_equal(store_assessment_start(store, &a, NULL), 0);
        if (year != 2022)
            assert_int_equal(store_assessment_finish(store, a.id, NULL), 0);
    }
    assert_int_equal(store_assessments_before(store, 2024, year_row, &years, NULL), 0);
    assert_int_equal(years, 20232021);
    store_rollback(store);
    store_close(store);
}

static void raw_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* A database as the program of version 1 left it, with a finished year in it. */
static void a_file_of_version_one_is_brought_up_to_date(void **state)
{
    struct world w = *(const struct world *)*state;
    struct store *store = NULL;
    int64_t current = 0;
    struct found found = { 0 };
    strcat(w.path, "1");
    raw_sql(w.path, store_migrations[0]);
    raw_sql(w.path,
            "PRAGMA application_id=0x41554454; PRAGMA user_version=1;"
            "INSERT INTO assessment VALUES (7, 2024, 'p', 'd', 'r', '1', 'done', 1, '', '')");
    assert_int_equal(store_open(&store, w.path, false, NULL),
                     ERR_CONFIG); /* readers change nothing */
    store = opened(&w, true);
    assert_int_equal(store_verify(store, NULL), 0);
    assert_int_equal(store_assessment_current(store, 2024, current_row, &current, NULL), 0);
    assert_int_equal(current, 7);
    assert_int_equal(store_assessments_before(store, 2025, current_row, &current, NULL), 0);
    assert_int_equal(store_standings(store, 7, str_of(""), standing_row, &found, NULL), 0);
    assert_int_equal(found.n, 0);
    int years = 0; /* it has no standings, so it is not finished any more */
    assert_int_equal(store_assessments_before(store, 2025, year_row, &years, NULL), 0);
    assert_int_equal(years, 0);
    store_close(store);
    unlink(w.path);
}

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
        cmocka_unit_test(what_is_saved_is_read_again),
        cmocka_unit_test(a_second_judgement_keeps_document_and_snapshot),
        cmocka_unit_test(an_earlier_assessment_is_taken_up_and_old_ones_are_dropped),
        cmocka_unit_test(a_standing_is_read_as_it_was_saved),
        cmocka_unit_test(a_standing_goes_with_what_it_was_made_of),
        cmocka_unit_test(only_finished_earlier_years_are_history),
        cmocka_unit_test(a_file_of_version_one_is_brought_up_to_date),
        cmocka_unit_test(a_newer_or_foreign_file_is_refused),
        cmocka_unit_test(bytes_that_are_no_database_are_refused),
        cmocka_unit_test(a_second_writer_is_told_to_wait),
        cmocka_unit_test(readers_cannot_write),
        cmocka_unit_test(a_reader_leaves_the_log_of_a_dead_writer),
        cmocka_unit_test(what_a_reader_holds_stays_as_it_is),
        cmocka_unit_test(tables_that_are_not_ours_are_refused),
        cmocka_unit_test(a_damaged_row_is_found),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
