/* test_decision.c - the ledger of decisions: its chain, what breaks it, and who is refused; and items. */
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

#include "store/decision.h"
#include "store/item.h"
#include "store/revision.h"
#include "world.h"

static void decide(struct store *store, const char *agency, const char *kind)
{
    struct store_decision d = { .year = 2024,
                                .agency = str_of(agency),
                                .rule = STR("requests.balance"),
                                .fingerprint = STR("0011223344556677"),
                                .evidence = STR("e"),
                                .kind = str_of(kind),
                                .person = STR("甲"),
                                .made_at = STR("2025-03-01T09:00:00+08:00"),
                                .reason = STR("核实") };
    assert_int_equal(store_begin(store, NULL), 0);
    assert_int_equal(store_decision_add(store, &d, NULL), 0);
    assert_int_equal(store_commit(store, NULL), 0);
}

struct seen {
    int64_t ids[8];
    char kinds[8][16];
    char previous[8][DIGEST_HEX], hashes[8][DIGEST_HEX];
    size_t n;
};

static int take(void *user, const struct store_decision *d)
{
    struct seen *seen = user;
    seen->ids[seen->n] = d->id;
    snprintf(seen->kinds[seen->n], sizeof seen->kinds[0], "%.*s", STR_ARG(d->kind));
    snprintf(seen->previous[seen->n], DIGEST_HEX, "%.*s", STR_ARG(d->previous));
    snprintf(seen->hashes[seen->n], DIGEST_HEX, "%.*s", STR_ARG(d->hash));
    seen->n++;
    return 0;
}

static void rows_are_chained_in_their_order(void **state)
{
    struct store *store = opened(*state, true);
    struct seen all = { 0 };
    struct seen one = { 0 };
    assert_int_equal(store_decisions_verify(store, NULL), 0);
    decide(store, "a", "confirm");
    decide(store, "b", "waive");
    decide(store, "a", "appeal");
    assert_int_equal(store_decisions(store, 0, str_of(""), take, &all, NULL), 0);
    assert_int_equal(all.n, 3);
    assert_string_equal(all.previous[0], "");
    assert_string_equal(all.previous[1], all.hashes[0]);
    assert_string_equal(all.previous[2], all.hashes[1]);
    assert_string_not_equal(all.hashes[0], all.hashes[2]);
    assert_int_equal(store_decisions(store, 2024, STR("a"), take, &one, NULL), 0);
    assert_int_equal(one.n, 2);
    assert_int_equal(one.ids[1], 3);
    assert_string_equal(one.kinds[1], "appeal");
    assert_int_equal(store_decisions_verify(store, NULL), 0);
    assert_int_equal(store_verify(store, NULL), 0);
    store_close(store);
}

/* Past the program; false when the database refused. */
static bool meddle(const struct world *w, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(w->path, &db), SQLITE_OK);
    int rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
    return rc == SQLITE_OK;
}

static void a_row_cannot_be_changed(void **state)
{
    const struct world *w = *state;
    struct store *store = opened(w, true);
    decide(store, "a", "confirm");
    store_close(store);
    assert_false(meddle(w, "UPDATE decision SET person='x'"));
    assert_false(meddle(w, "DELETE FROM decision"));
}

static void expect_broken_at(const struct world *w, const char *where)
{
    struct error err = { 0 };
    struct store *store = opened(w, true);
    assert_int_equal(store_verify(store, &err), ERR_DATABASE);
    if (!strstr(err.message, where))
        fail_msg("%s", err.message);
    store_close(store);
}

static void the_first_broken_row_is_named(void **state)
{
    const struct world *w = *state;
    static const char drop[] = "DROP TRIGGER decision_is_kept; DROP TRIGGER decision_stays;";
    static const char make[] = "CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision\nBEGIN\n"
                               "    SELECT RAISE(ABORT, 'decisions are never changed');\nEND;"
                               "CREATE TRIGGER decision_stays BEFORE DELETE ON decision\nBEGIN\n"
                               "    SELECT RAISE(ABORT, 'decisions are never deleted');\nEND;";
    struct store *store = opened(w, true);
    for (int i = 0; i < 4; i++)
        decide(store, "a", "confirm");
    store_close(store);
    assert_true(meddle(w, drop));
    struct store *bare = NULL;
    assert_int_equal(store_open(&bare, w->path, true, NULL), ERR_DATABASE); /* a trigger is gone */
    assert_true(meddle(w, "UPDATE decision SET expiry='2026-01-01' WHERE id=3"));
    assert_true(meddle(w, make));
    expect_broken_at(w, "3");
    assert_true(meddle(w, drop));
    assert_true(meddle(w, "DELETE FROM decision WHERE id=2"));
    assert_true(meddle(w, make));
    expect_broken_at(w, "2");
}

static int count_item(void *user, const struct store_item *item)
{
    assert_true(str_eq_c(item->state, "fixed"));
    assert_int_equal(item->returns, 2);
    ++*(size_t *)user;
    return 0;
}

static void an_item_is_there_once(void **state)
{
    struct store *store = opened(*state, true);
    size_t n = 0;
    struct store_item item = { .year = 2024,
                               .agency = STR("a"),
                               .rule = STR("r"),
                               .fingerprint = STR("f"),
                               .severity = STR("major"),
                               .found_on = STR("2025-03-01"),
                               .state = STR("open") };
    assert_int_equal(store_item_save(store, &item, NULL), 0);
    item.state = STR("fixed");
    item.closed_on = STR("2025-04-01");
    item.returns = 2;
    assert_int_equal(store_item_save(store, &item, NULL), 0);
    assert_int_equal(store_items(store, 2024, str_of(""), count_item, &n, NULL), 0);
    assert_int_equal(store_items(store, 2023, str_of(""), count_item, &n, NULL), 0);
    assert_int_equal(n, 1);
    store_close(store);
}

static int count_revision(void *user, const struct store_revision *r)
{
    size_t *n = user;
    static const char *const due[] = { "one", "two" };
    assert_int_equal(r->number, *n + 1);
    assert_true(str_eq_c(r->sha256, due[*n]));
    ++*n;
    return 0;
}

/* A document that came in as `sha256`, with a snapshot of the same name. */
static void receive(struct store *store, int64_t assessment, const char *sha256)
{
    struct error err = { 0 };
    struct store_audit a = { .path = STR("a.html"),
                             .sha256 = str_of(sha256),
                             .kind = STR("annual-report"),
                             .snapshot = str_of(sha256),
                             .result = STR("{}") };
    assert_int_equal(store_begin(store, &err), 0);
    if (store_save(store, assessment, 2024, &a, &err))
        fail_msg("%s", err.message);
    assert_int_equal(store_commit(store, &err), 0);
}

static void what_once_counted_is_kept(void **state)
{
    struct store *store = opened(*state, true);
    struct store_assessment key = { .year = 2024, .profile = STR("p") };
    struct store_revision r = { .year = 2024,
                                .agency = STR("a"),
                                .seen_on = STR("2025-03-01"),
                                .path = STR("a.html"),
                                .sha256 = STR("one"),
                                .changes = STR("null") };
    struct strbuf bytes = { 0 };
    size_t n = 0;
    assert_int_equal(store_assessment_start(store, &key, NULL), 0);
    receive(store, key.id, "one");
    assert_int_equal(store_revision_add(store, &r, NULL), 0);
    receive(store, key.id, "two");
    receive(store, key.id, "three"); /* "two" never counted for anybody */
    assert_int_equal(store_revision_snapshot(store, &r, &bytes, NULL), 0);
    assert_true(str_eq_c(strbuf_view(&bytes), "one"));
    r.sha256 = STR("two");
    assert_int_equal(store_revision_add(store, &r, NULL), 0);
    assert_int_equal(store_revision_snapshot(store, &r, &bytes, NULL), 0);
    assert_int_equal(bytes.n, 0);
    assert_int_equal(store_revisions(store, 2024, STR("a"), count_revision, &n, NULL), 0);
    assert_int_equal(store_revisions(store, 2024, STR("b"), count_revision, &n, NULL), 0);
    assert_int_equal(n, 2);
    strbuf_free(&bytes);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_are_chained_in_their_order, open_world, close_world),
        cmocka_unit_test_setup_teardown(a_row_cannot_be_changed, open_world, close_world),
        cmocka_unit_test_setup_teardown(the_first_broken_row_is_named, open_world, close_world),
        cmocka_unit_test_setup_teardown(an_item_is_there_once, open_world, close_world),
        cmocka_unit_test_setup_teardown(what_once_counted_is_kept, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
