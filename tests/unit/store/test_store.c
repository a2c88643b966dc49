/* test_store.c - what is written to the database and read again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "world.h"

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
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
