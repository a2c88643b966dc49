/* test_scope.c - which rows are for whom, and what persons and periods gave. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#define COLUMNS "id,indicator,rules,points,kind,cap,parent,applies,periods\n"

static void rows_are_for_some_bodies_only(void **state)
{
    struct profile *p = profile_of("groups = A类 B类\n",
                                   COLUMNS "1,county,,100,sum,,,A类,\n1.1,a,r.a,10,once,,,,\n"
                                           "2,department,,100,sum,,,B类,\n2.1,a,r.a,4,once,,,,\n"
                                           "3,townships,r.b,7,once,,,乡镇 开发区,\n");
    static const struct {
        enum report_level level;
        const char *group;
        int64_t score;
        bool complete;
    } cases[] = {
        { LEVEL_COUNTY, "A类", 90000, true },   { LEVEL_DEPARTMENT, "B类", 96000, true },
        { LEVEL_TOWNSHIP, "B类", 89000, true }, { LEVEL_ZONE, "A类", 83000, true },
        { LEVEL_UNKNOWN, "B类", 96000, false }, /* is the last row for it? */
        { LEVEL_COUNTY, "", 100000, false },    /* which sheet is its? */
        { LEVEL_COUNTY, "C类", 100000, false },
    };
    struct audit *a = new_audit(2);
    add(a, "r.a", STATE_FAIL, 1);
    add(a, "r.b", STATE_FAIL, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input input = { .level = cases[i].level, .group = str_of(cases[i].group) };
        struct score *s = score_of(*state, p, a, &input);
        if (s->score != cases[i].score || s->complete != cases[i].complete)
            fail_msg("case %zu: %lld", i, (long long)s->score);
        assert_int_equal(s->complete ? s->score : 0, s->low);
        score_free(s);
    }
    drop_audit(a);
    profile_free(p);
}

static void what_a_person_has_to_fill_in_keeps_the_result_open(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,files,,30,hand,,,,\n2,event,,0,hand,5,,,\n"
                                               "3,danger,,,veto,,,,\n4,rest,r.a,70,once,,,,\n");
    struct audit *a = new_audit(1);
    struct input_fill fills[3] = { { .indicator = STR("1"),
                                     .points = 20500,
                                     .person = STR("Wang"),
                                     .time = STR("2025-02-03"),
                                     .evidence = STR("files/3.pdf") },
                                   { .indicator = STR("3") },
                                   { .indicator = STR("2"), .points = -2000 } };
    struct input input = { .fills = fills };
    add(a, "r.a", STATE_PASS, 0);
    struct score *s = score_of(*state, p, a, NULL);
    assert_false(s->complete);
    assert_int_equal(s->low, 59000); /* vetoed at worst */
    assert_int_equal(s->high, 100000);
    assert_int_equal(s->gate.open, 2);
    assert_int_equal(s->gate.total, 3);
    score_free(s);
    input.fill_count = 1;
    s = score_of(*state, p, a, &input);
    assert_false(s->complete);
    assert_int_equal(s->high, 90500);
    score_free(s);
    input.fill_count = 2;
    s = score_of(*state, p, a, &input);
    assert_true(s->complete);
    assert_int_equal(s->score, 90500);
    assert_int_equal(s->gate.done, 3);
    assert_true(str_eq_c(s->ledger->entries[0].note.in[LANG_ZH], "Wang 2025-02-03 files/3.pdf"));
    score_free(s);
    input.fill_count = 3;
    s = score_of(*state, p, a, &input);
    assert_int_equal(s->score, 88500);
    score_free(s);
    fills[1].points = -1000;
    s = score_of(*state, p, a, &input);
    assert_true(s->ledger->vetoed);
    assert_int_equal(s->score, 59000);
    score_free(s);
    fills[0].points = 30001; /* out of range: as if it were not there */
    s = score_of(*state, p, a, &input);
    assert_false(s->complete);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void the_last_word_of_a_person_counts(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,files,,30,hand,,,,\n");
    const struct input_fill fills[] = { { .indicator = STR("1"), .points = 1000 },
                                        { .indicator = STR("1"), .points = 29000 },
                                        { .indicator = STR("8"), .points = 1000 } };
    struct input input = { .fills = fills, .fill_count = 3 };
    struct audit *a = new_audit(1);
    struct score *s = score_of(*state, p, a, &input);
    assert_int_equal(s->score, 99000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void periods_feed_the_year(void **state)
{
    static const struct {
        const char *combine;
        int64_t points[4]; /* -1: missing */
        int64_t low, high; /* of an indicator worth 20 */
    } cases[] = {
        { "quarterly mean", { 20000, 18000, 16000, 14000 }, 17000, 17000 },
        { "quarterly mean", { 20000, 18000, -1, 14000 }, 13000, 18000 },
        { "quarterly mean /100", { 81340, 90000, 95000, 100000 }, 18317, 18317 }, /* 366.34 / 4 */
        { "quarterly sum", { 5000, 4500, 4000, 5000 }, 18500, 18500 },
        { "quarterly sum", { 20000, 4500, 4000, 5000 }, 20000, 20000 }, /* never above its worth */
        { "quarterly sum /25", { 25000, 20000, 25000, -1 }, 14000, 19000 },
        { "quarterly weights 1:1:1:2 /10", { 10000, 5000, 5000, 10000 }, 16000, 16000 },
        { "quarterly weights 1:1:1:2 /10", { 10000, 5000, 5000, -1 }, 8000, 16000 },
        { "quarterly mean /3", { 1000, 1000, 1000, 1000 }, 6667, 6667 }, /* 6.666... */
        { "quarterly mean", { -1, -1, -1, -1 }, 0, 20000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf rows = { 0 };
        struct input_period periods[4];
        struct input input = { .periods = periods };
        strbuf_fmt(&rows, COLUMNS "1,watch,,20,period,,,,%s\n", cases[i].combine);
        for (unsigned k = 0; k < 4; k++)
            if (cases[i].points[k] >= 0)
                periods[input.period_count++] =
                    (struct input_period){ STR("1"), k + 1, cases[i].points[k] };
        struct profile *p = profile_of("", rows.p);
        struct audit *a = new_audit(1);
        struct score *s = score_of(*state, p, a, &input);
        if (s->low != 80000 + cases[i].low || s->high != 80000 + cases[i].high)
            fail_msg("%s: %lld to %lld", cases[i].combine, (long long)s->low, (long long)s->high);
        assert_int_equal(s->complete, input.period_count == 4);
        score_free(s);
        drop_audit(a);
        profile_free(p);
        strbuf_free(&rows);
    }
}

static void the_ledger_names_what_is_missing(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,watch,,20,period,,,,quarterly mean\n"
                                               "2,files,,10,hand,,,,\n");
    const struct input_period periods[] = { { STR("1"), 2, 20000 } };
    struct input input = { .periods = periods, .period_count = 1 };
    struct audit *a = new_audit(1);
    struct score *s = score_of(*state, p, a, &input);
    struct strbuf json = { 0 };
    ledger_json(&json, s->ledger, p, &s->scope);
    assert_non_null(strstr(json.p, "\"missing\":[1,3,4]"));
    assert_non_null(strstr(json.p, "\"indicator\":\"2\",\"missing\":[],\"name\":\"files\""));
    assert_non_null(strstr(json.p, "\"state\":\"open\""));
    strbuf_free(&json);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_for_some_bodies_only),
        cmocka_unit_test(what_a_person_has_to_fill_in_keeps_the_result_open),
        cmocka_unit_test(the_last_word_of_a_person_counts),
        cmocka_unit_test(periods_feed_the_year),
        cmocka_unit_test(the_ledger_names_what_is_missing),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
