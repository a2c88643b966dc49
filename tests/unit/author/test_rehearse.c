/* test_rehearse.c - two verdicts side by side: findings, states, rules, ranks, and their text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

#include "author/rehearse_model.h"

enum { DOCUMENTS = 40 };

static struct arena *arena;
static struct rehearse_document documents[DOCUMENTS];
static size_t document_count;

static const struct rehearse_agency unmoved[] = { { .code = { "a", 1 }, .name = { "A", 1 } },
                                                  { .code = { "b", 1 }, .name = { "B", 1 } },
                                                  { .code = { "c", 1 }, .name = { "C", 1 } },
                                                  { .code = { "d", 1 }, .name = { "D", 1 } } };
static struct rehearse_agency agencies[4];

static int fresh(void **state)
{
    (void)state;
    arena = arena_new();
    lang_set(LANG_EN);
    memset(documents, 0, sizeof documents);
    document_count = 0;
    memcpy(agencies, unmoved, sizeof agencies);
    return 0;
}

static int drop(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* results: "RULE STATE FINGERPRINT/SEVERITY,...;" */
static void add_results(struct rehearse_verdict *v, const char *results)
{
    struct str rest = str_of(results);
    struct str one;
    v->results = arena_alloc(arena, 20 * sizeof *v->results);
    while (rest.n && str_split(&rest, ';', &one)) {
        struct rehearse_result *r = &v->results[v->n++];
        struct str rule, state, finding;
        str_split(&one, ' ', &rule);
        str_split(&one, ' ', &state);
        r->rule = rule;
        r->pack = STR("p@1");
        assert_true(rehearse_state_parse(&r->state, arena_str(arena, state).p));
        r->findings = arena_alloc(arena, 20 * sizeof *r->findings);
        while (one.n && str_split(&one, ',', &finding)) {
            struct rehearse_finding *f = &r->findings[r->n++];
            str_split(&finding, '/', &f->fingerprint);
            audit_severity_parse(&f->severity, finding);
            f->message = arena_fmt(arena, "about %.*s", STR_ARG(f->fingerprint));
        }
    }
}

static struct rehearse_verdict verdict(int64_t score, const char *results)
{
    struct rehearse_verdict v = { .kind = STR("annual-report"),
                                  .grade = score >= 90000 ? STR("good") : STR("poor"),
                                  .year = 2024,
                                  .scored = true,
                                  .complete = true,
                                  .score = score,
                                  .low = score,
                                  .high = score,
                                  .max = 100000 };
    add_results(&v, results);
    return v;
}

/* agency: -1 a file of none. */
static struct rehearse_document *add(int agency, const char *before, const char *after)
{
    struct rehearse_document *d = &documents[document_count];
    d->path = d->shown = arena_fmt(arena, "%02zu.html", document_count);
    if (agency >= 0) {
        d->code = agencies[agency].code;
        d->agency = agencies[agency].name;
    }
    d->before = verdict(95000, before);
    d->after = verdict(95000, after);
    document_count++;
    return d;
}

/* The agency goes from 95 points to others. */
static void move(int agency, int64_t score, const char *grade)
{
    struct rehearse_agency *a = &agencies[agency];
    a->before = (struct rehearse_place){
        .status = REHEARSE_RANKED, .grade = STR("good"), .score = 95000, .low = 95000, .high = 95000
    };
    a->after = a->before;
    a->after.grade = str_of(grade);
    a->after.score = a->after.low = a->after.high = score;
    rehearse_rank_compare(a);
}

static struct rehearse_comparison compared(void)
{
    struct rehearse_comparison c;
    rehearse_compare(&c, documents, document_count);
    return c;
}

static void findings_are_the_same_by_their_fingerprint(void **state)
{
    (void)state;
    add(0, "a fail 11/major,22/major,33/minor", "a fail 22/major,33/major,44/major");
    add(1, "a pass ", "a pass ");
    struct rehearse_comparison c = compared();
    assert_int_equal(c.vanish.n, 1);
    assert_true(str_eq_c(c.vanish.list[0].was->fingerprint, "11"));
    assert_null(c.vanish.list[0].is);
    assert_int_equal(c.appear.n, 1);
    assert_true(str_eq_c(c.appear.list[0].is->fingerprint, "44"));
    assert_int_equal(c.change.n, 1);
    assert_int_equal(c.change.list[0].was->severity, SEVERITY_MINOR);
    assert_int_equal(c.change.list[0].is->severity, SEVERITY_MAJOR);
    assert_int_equal(c.states.n, 0);
    assert_int_equal(c.rule_count, 1);
    assert_int_equal(c.rules[0].before.findings, 3);
    rehearse_compare_free(&c);
}

static void two_findings_of_one_fingerprint_are_two(void **state)
{
    (void)state;
    add(0, "a fail 11/major,11/major", "a fail 11/major");
    struct rehearse_comparison c = compared();
    assert_int_equal(c.vanish.n, 1);
    assert_int_equal(c.appear.n + c.change.n, 0);
    rehearse_compare_free(&c);
}

static void a_rule_may_come_and_go(void **state)
{
    (void)state;
    add(0, "a pass ;c fail 11/major", "a unknown ;b pass ");
    struct rehearse_comparison c = compared();
    assert_int_equal(c.states.n, 3);
    assert_int_equal(c.states.list[0].before->state, STATE_PASS);
    assert_int_equal(c.states.list[0].after->state, STATE_UNKNOWN);
    assert_null(c.states.list[1].before);
    assert_null(c.states.list[2].after);
    assert_int_equal(c.vanish.n, 1);
    assert_int_equal(c.rule_count, 3);
    assert_int_equal(c.rules[1].before.documents, 0);
    assert_int_equal(c.rules[2].after.documents, 0);
    rehearse_compare_free(&c);
}

static void what_was_not_judged_again_is_no_change(void **state)
{
    (void)state;
    add(0, "a pass ", "a fail 11/major")->lost = STR("crash");
    add(0, "a pass ", "a pass ");
    struct rehearse_comparison c = compared();
    assert_int_equal(c.judged, 1);
    assert_int_equal(c.states.n + c.appear.n, 0);
    assert_int_equal(c.rules[0].after.documents, 1);
    rehearse_compare_free(&c);
}

static void rules_that_never_or_nearly_always_fire(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) /* b: 9 of 10; c: 8 of 10; d: 8 of 9; e: 1 of 1 */
        add(0, "",
            i == 0   ? "a pass ;b pass ;c pass ;d pass ;e notapplicable ;f notselected "
            : i == 1 ? "a pass ;b fail ;c pass ;d notapplicable ;e notapplicable ;f notselected "
            : i == 2 ? "a pass ;b fail ;c fail ;d fail ;e fail ;f notselected "
                     : "a pass ;b informational ;c fail ;d fail ;e notapplicable ;f notselected ");
    struct rehearse_comparison c = compared();
    const bool nearly[] = { false, true, false, false, true, false };
    const bool never[] = { true, false, false, false, false, false };
    assert_int_equal(c.rule_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(rehearse_nearly(&c.rules[i].after), nearly[i]);
        assert_int_equal(rehearse_never(&c.rules[i].after), never[i]);
        assert_false(rehearse_never(&c.rules[i].before)); /* it was not there */
    }
    assert_int_equal(rehearse_applies(&c.rules[3].after), 9);
    rehearse_compare_free(&c);
}

static struct rehearse_place place(const char *json, enum rehearse_status status)
{
    cJSON *row = cJSON_Parse(json);
    struct rehearse_place found = rehearse_rank_place(row, status, arena);
    cJSON_Delete(row);
    return found;
}

static void places_are_those_of_the_ranking(void **state)
{
    (void)state;
    struct rehearse_place a = place(
        "{\"code\":\"a\",\"grade\":\"good\",\"high\":88.335,\"low\":88.335,\"path\":\"a.html\","
        "\"rank\":3,\"score\":88.335,\"vetoed\":true}",
        REHEARSE_RANKED);
    assert_int_equal(a.status, REHEARSE_RANKED);
    assert_int_equal(a.score, 88335);
    assert_int_equal(a.rank, 3);
    assert_true(a.vetoed && str_eq_c(a.grade, "good") && str_eq_c(a.path, "a.html"));
    struct rehearse_place b = place("{\"code\":\"b\",\"grade\":\"good\",\"high\":90,\"low\":70.005,"
                                    "\"path\":\"b.html\",\"score\":70.005,\"vetoed\":false}",
                                    REHEARSE_INCOMPLETE);
    assert_int_equal(b.status, REHEARSE_INCOMPLETE);
    assert_int_equal(b.low, 70005);
    assert_int_equal(b.high, 90000);
    assert_int_equal(b.score + b.rank, 0); /* no score, and no rank, of what is not finished */
    assert_int_equal(b.grade.n, 0);
    struct rehearse_place c = place("{\"code\":\"c\",\"high\":null,\"low\":null,\"path\":\"c.doc\","
                                    "\"score\":null,\"vetoed\":false}",
                                    REHEARSE_NOTSCORED);
    assert_int_equal(c.status, REHEARSE_NOTSCORED);
    assert_int_equal(c.score + c.low + c.high, 0);
    assert_int_equal(place("{\"code\":\"d\",\"name\":\"D\"}", REHEARSE_MISSING).status,
                     REHEARSE_MISSING);
}

static void scores_grades_and_ranks_differ(void **state)
{
    (void)state;
    static const struct {
        struct rehearse_place before, after;
        bool score, grade, rank;
    } cases[] = {
        { { .status = REHEARSE_RANKED, .score = 90000, .rank = 1 },
          { .status = REHEARSE_RANKED, .score = 90000, .rank = 1 },
          false,
          false,
          false },
        { { .status = REHEARSE_RANKED, .score = 90000, .rank = 1 },
          { .status = REHEARSE_RANKED, .score = 89000, .rank = 2 },
          true,
          false,
          true },
        { { .status = REHEARSE_RANKED, .grade = { "x", 1 } },
          { .status = REHEARSE_RANKED, .grade = { "y", 1 } },
          false,
          true,
          false },
        { { .status = REHEARSE_RANKED, .rank = 2 },
          { .status = REHEARSE_RANKED, .rank = 1 },
          false,
          false,
          true },
        { { .status = REHEARSE_RANKED, .rank = 2 },
          { .status = REHEARSE_INCOMPLETE },
          true,
          true,
          true },
        { { .status = REHEARSE_INCOMPLETE, .low = 5 },
          { .status = REHEARSE_INCOMPLETE, .low = 6 },
          true,
          false,
          false },
        { { .status = REHEARSE_MISSING }, { .status = REHEARSE_NOTSCORED }, true, true, false },
        { { .status = REHEARSE_RANKED, .path = { "a", 1 } },
          { .status = REHEARSE_RANKED, .path = { "b", 1 } },
          true,
          false,
          false },
        { { .status = REHEARSE_RANKED },
          { .status = REHEARSE_RANKED, .vetoed = true },
          true,
          false,
          false },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rehearse_agency a = { .before = cases[i].before, .after = cases[i].after };
        rehearse_rank_compare(&a);
        assert_int_equal(a.score, cases[i].score);
        assert_int_equal(a.grade, cases[i].grade);
        assert_int_equal(a.rank, cases[i].rank);
    }
}

/* An agency without a report has results, and is no document that was judged. */
static void who_sent_nothing_counts_for_the_rules_alone(void **state)
{
    (void)state;
    struct rehearse_document *d = add(3, "a fail 11/veto", "a pass ");
    d->path = d->shown = str_of("");
    add(0, "a pass ", "a pass ");
    struct rehearse_comparison c = compared();
    assert_int_equal(c.judged, 1);
    assert_int_equal(c.vanish.n, 1);
    assert_int_equal(c.rules[0].after.documents, 2);
    rehearse_compare_free(&c);
}

static void a_stored_verdict_is_read_exactly(void **state)
{
    (void)state;
    static const char json[] =
        "{\"complete\":true,\"duties\":{\"open\":2},\"form\":\"2021\",\"grade\":{\"en\":\"fair\","
        "\"zh\":\"合格\"},\"interval\":{\"high\":87.335,\"low\":87.335},\"kind\":\"annual-report\","
        "\"max\":100,\"results\":[{\"deduction\":1.005,\"findings\":[{\"cause\":null,\"evidence\":["
        "{"
        "\"column\":\"all\",\"line\":7,\"quote\":\"3\",\"row\":\"new\",\"section\":null,\"table\":"
        "\"requests\"}],\"expected\":\"4\",\"fingerprint\":\"ff\",\"found\":\"3\",\"message\":{"
        "\"en\":"
        "\"off\",\"zh\":\"不符\"},\"severity\":\"major\"}],\"pack\":\"p@1\",\"reason\":null,"
        "\"rule\":"
        "\"z\",\"state\":\"fail\"},{\"deduction\":0,\"findings\":[],\"pack\":\"p@1\",\"reason\":"
        "null,"
        "\"rule\":\"a\",\"state\":\"pass\"}],\"score\":87.335,\"vetoed\":false,\"year\":2024}";
    struct rehearse_verdict v;
    assert_int_equal(rehearse_verdict_parse(&v, str_of(json), LANG_ZH, arena, NULL), 0);
    assert_int_equal(v.score, 87335);
    assert_int_equal(v.open, 2);
    assert_true(str_eq_c(v.grade, "合格"));
    assert_true(str_eq_c(v.results[0].rule, "a")); /* sorted, whatever the order in the text */
    const struct rehearse_result *z = rehearse_verdict_result(&v, STR("z"));
    assert_non_null(z);
    assert_int_equal(z->deduction, 1005);
    assert_true(str_eq_c(z->findings[0].message, "不符"));
    assert_int_equal(z->findings[0].line, 7);
    assert_null(rehearse_verdict_result(&v, STR("y")));
}

static void what_is_no_verdict_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = { "",
                                         "{",
                                         "{}",
                                         "{\"results\":3}",
                                         "{\"results\":[{\"rule\":\"a\",\"state\":\"fine\"}]}",
                                         "{\"results\":[{\"state\":\"pass\"}]}" };
    struct rehearse_verdict v;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(rehearse_verdict_parse(&v, str_of(texts[i]), LANG_ZH, arena, NULL),
                         ERR_FORMAT);
}

static unsigned columns_of(struct str s)
{
    unsigned width = 0;
    for (size_t i = 0; i < s.n;) {
        int w = utf8proc_charwidth((utf8proc_int32_t)str_next(s, &i));
        width += w > 0 ? (unsigned)w : 0;
    }
    return width;
}

static void the_text_keeps_its_width_and_cuts_long_lists(void **state)
{
    (void)state;
    struct engine *engine = NULL;
    struct rehearsal out = { 0 };
    struct strbuf text = { 0 };
    struct rehearse_options options = { .year = 2024, .rules = "some/rules" };
    for (int i = 0; i < 30; i++) {
        struct rehearse_document *d =
            add(i % 4, "a.long-name-of-a-rule pass ", "a.long-name-of-a-rule fail 11/major");
        d->after.results[0].findings[0].message = STR(
            "这一处与应当写明的内容不相符合并且说明写得很长很长，长到一行无论如何也放不下的程度。");
    }
    move(0, 80000, "poor");
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", NULL), 0);
    struct rehearse_judge judge = { STR("national"), STR("0123"), STR("4567"),
                                    STR("1"),        engine,      true };
    struct rehearse_world world = { &options,       agencies, 4,     documents,
                                    document_count, judge,    judge, "o" };
    rehearse_model(&out, &world);
    assert_true(out.changed);
    rehearse_text(&text, out.model, 80);
    struct str rest = strbuf_view(&text);
    struct str line;
    while (str_split(&rest, '\n', &line))
        assert_in_range(columns_of(line), 0, 80);
    assert_true(str_has(strbuf_view(&text), "Findings that appear 30\n"));
    assert_true(str_has(strbuf_view(&text), "  and 18 more\n"));
    assert_true(str_has(strbuf_view(&text), "pass→fail 30\n"));
    assert_true(str_has(strbuf_view(&text), "A  95 good → 80 poor\n"));
    cJSON *findings = cJSON_GetObjectItemCaseSensitive(out.model, "findings");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(findings, "appear")), 30);
    strbuf_free(&text);
    rehearse_free(&out);
    engine_free(engine);
}

/* One rule that finds much, one that finds little, and who moves furthest: all are seen. */
static void the_text_shows_what_matters_first(void **state)
{
    (void)state;
    struct engine *engine = NULL;
    struct rehearsal out = { 0 };
    struct strbuf text = { 0 };
    struct rehearse_options options = { .year = 2024 };
    for (int i = 0; i < 20; i++)
        add(-1, "a pass ;z pass ",
            i == 9 ? "a fail 11/major;z fail 22/major" : "a fail 11/major;z pass ");
    move(0, 94000, "good");
    move(1, 91000, "good");
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", NULL), 0);
    struct rehearse_judge judge = { .engine = engine };
    struct rehearse_world world = { &options,       agencies, 4,     documents,
                                    document_count, judge,    judge, "o" };
    rehearse_model(&out, &world);
    rehearse_text(&text, out.model, 80);
    struct str t = strbuf_view(&text);
    assert_true(str_has(t, "[major] z  09.html"));
    assert_true(str_has(t, "  and 14 more\n"));
    size_t far = str_find(t, STR("B  95 good → 91 good"));
    assert_true(far != SIZE_MAX && far < str_find(t, STR("A  95 good → 94 good")));
    strbuf_free(&text);
    rehearse_free(&out);
    engine_free(engine);
}

static void nothing_changes(void **state)
{
    (void)state;
    struct engine *engine = NULL;
    struct rehearsal out = { 0 };
    struct strbuf text = { 0 };
    struct rehearse_options options = { .year = 2024 };
    add(0, "a fail 11/major;b unknown ", "a fail 11/major;b unknown ");
    assert_int_equal(engine_new(&engine, AUDITOR_SOURCE_DIR "/plugins/lib", NULL), 0);
    struct rehearse_judge judge = { STR("p"), STR("0"), STR("4"), STR("1"), engine, true };
    struct rehearse_world world = { &options,       agencies, 4,     documents,
                                    document_count, judge,    judge, "o" };
    rehearse_model(&out, &world);
    assert_false(out.changed);
    rehearse_text(&text, out.model, 80);
    assert_true(str_has(strbuf_view(&text), "Nothing changes."));
    strbuf_free(&text);
    rehearse_free(&out);
    engine_free(engine);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh, drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(findings_are_the_same_by_their_fingerprint),
        TEST(two_findings_of_one_fingerprint_are_two),
        TEST(a_rule_may_come_and_go),
        TEST(what_was_not_judged_again_is_no_change),
        TEST(rules_that_never_or_nearly_always_fire),
        TEST(places_are_those_of_the_ranking),
        TEST(scores_grades_and_ranks_differ),
        TEST(who_sent_nothing_counts_for_the_rules_alone),
        TEST(a_stored_verdict_is_read_exactly),
        TEST(what_is_no_verdict_is_refused),
        TEST(the_text_keeps_its_width_and_cuts_long_lists),
        TEST(the_text_shows_what_matters_first),
        TEST(nothing_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
