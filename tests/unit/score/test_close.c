/* test_close.c - denominators, floors, vetoes, bonuses and rounding, as entries of the ledger. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#define COLUMNS "id,indicator,rules,points,kind,unit,cap,floor,effect\n"

static struct score *filled(const struct world *w, const struct profile *p, const struct audit *a,
                            const int64_t *points, size_t n)
{
    static const char *const ids[] = { "1", "2", "3", "4", "5" };
    struct input_fill fills[5] = { { .points = 0 } };
    struct input input = { .fills = fills, .fill_count = n };
    for (size_t i = 0; i < n; i++) {
        fills[i] = (struct input_fill){ .indicator = str_of(ids[i]), .points = points[i] };
        fills[i].excused = points[i] == INT64_MIN;
    }
    return score_of(w, p, a, &input);
}

static void what_does_not_apply_leaves_the_denominator(void **state)
{
    struct profile *p = profile_of("denominator = applicable\nround = 2\n", COLUMNS
                                   "1,a,,100,hand,,,,\n2,b,,0.64,hand,,,,\n3,c,r.c,10,once,,,,\n");
    static const struct {
        int64_t points[2];
        enum audit_state rule;
        int64_t score;
    } cases[] = {
        { { 81220, 640 }, STATE_NOTAPPLICABLE, 81340 },       /* 81.86 / 100.64 */
        { { 81220, INT64_MIN }, STATE_NOTAPPLICABLE, 81220 }, /* of 100 */
        { { 81220, 640 }, STATE_PASS, 83030 },                /* 91.86 / 110.64 = 83.026 */
        { { 81220, 640 }, STATE_FAIL, 73990 },                /* 81.86 / 110.64 = 73.988 */
        { { INT64_MIN, INT64_MIN }, STATE_FAIL, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct audit *a = new_audit(1);
        add(a, "r.c", cases[i].rule, cases[i].rule == STATE_FAIL);
        struct score *s = filled(*state, p, a, cases[i].points, 2);
        if (s->score != cases[i].score)
            fail_msg("case %zu: %lld", i, (long long)s->score);
        score_free(s);
        drop_audit(a);
    }
    profile_free(p);
}

static void the_ledger_says_how_it_was_scaled(void **state)
{
    struct profile *p =
        profile_of("denominator = applicable\n", COLUMNS "1,a,,75,hand,,,,\n2,b,,25,hand,,,,\n");
    const int64_t points[] = { 60000, INT64_MIN };
    struct audit *a = new_audit(1);
    struct score *s = filled(*state, p, a, points, 2);
    const struct ledger *l = s->ledger;
    assert_int_equal(s->score, 80000);
    assert_int_equal(l->possible, 75000);
    assert_int_equal(l->entries[1].kind, LEDGER_SCALE);
    assert_int_equal(l->entries[1].amount, 5000); /* 15 are 20 of 100 */
    assert_non_null(strstr(l->entries[1].note.in[LANG_EN].p, "60 / 75 x 100 = 80"));
    assert_non_null(strstr(l->entries[1].note.in[LANG_EN].p, "denominator: 2"));
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_bonus_counts_from_its_threshold_up_to_its_cap(void **state)
{
    static const struct {
        const char *conf;
        int64_t reached, bonus, score;
    } cases[] = {
        { "", 50000, 12000, 62000 },
        { "bonus = > 80\n", 80000, 12000, 80000 },
        { "bonus = > 80\n", 80001, 12000, 92001 },
        { "bonus = >= 80\n", 80000, 12000, 92000 },
        { "bonus = > 80\nbonus.cap = 10\n", 95000, 12000, 105000 },
        { "bonus = > 80\nbonus.total = 100\n", 95000, 12000, 100000 },
        { "bonus = >= 44 in 1\n", 44000, 5000, 49000 },
        { "bonus = >= 44 in 1\n", 43999, 5000, 43999 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile *p =
            profile_of(cases[i].conf, COLUMNS "1,a,,100,hand,,,,\n2,plus,,20,bonus,,,,\n");
        const int64_t points[] = { cases[i].reached, cases[i].bonus };
        struct audit *a = new_audit(1);
        struct score *s = filled(*state, p, a, points, 2);
        if (s->score != cases[i].score)
            fail_msg("%s: %lld", cases[i].conf, (long long)s->score);
        assert_int_equal(s->ledger->entries[s->ledger->n - 1].kind, LEDGER_BONUS);
        score_free(s);
        drop_audit(a);
        profile_free(p);
    }
}

static void a_bonus_by_rules_wants_all_of_them_to_pass(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,plus,b.a b.b,3,bonus,,,,\n2,a,r.a,10,once,,,,\n");
    static const struct {
        enum audit_state a, b;
        int64_t score, high;
    } cases[] = { { STATE_PASS, STATE_PASS, 103000, 103000 },
                  { STATE_PASS, STATE_NOTAPPLICABLE, 103000, 103000 },
                  { STATE_PASS, STATE_ERROR, 100000, 103000 },
                  { STATE_FAIL, STATE_ERROR, 100000, 100000 },
                  { STATE_FAIL, STATE_PASS, 100000, 100000 },
                  { STATE_NOTAPPLICABLE, STATE_NOTSELECTED, 100000, 100000 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct audit *a = new_audit(3);
        add(a, "b.a", cases[i].a, cases[i].a == STATE_FAIL);
        add(a, "b.b", cases[i].b, 0);
        add(a, "r.a", STATE_PASS, 0);
        struct score *s = score_of(*state, p, a, NULL);
        if (s->score != cases[i].score || s->high != cases[i].high)
            fail_msg("case %zu: %lld", i, (long long)s->score);
        score_free(s);
        drop_audit(a);
    }
    profile_free(p);
}

static void an_indicator_below_its_floor_vetoes(void **state)
{
    struct profile *p = profile_of(
        "", COLUMNS
        "1,site,,35,hand,,,21,grade\n2,media,,20,hand,,,60%,ceiling 40\n3,rest,,45,hand,,,,\n");
    static const struct {
        int64_t points[3], score;
        const char *grade;
        bool vetoed;
    } cases[] = {
        { { 21000, 12000, 45000 }, 78000, "b", false },
        { { 20999, 12000, 45000 }, 77999, "c", true }, /* the score stays */
        { { 35000, 11999, 45000 }, 40000, "c", true },
        { { 1000, 2000, 3000 }, 6000, "c", true },
    };
    struct audit *a = new_audit(1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct score *s = filled(*state, p, a, cases[i].points, 3);
        if (s->score != cases[i].score || s->ledger->vetoed != cases[i].vetoed)
            fail_msg("case %zu: %lld", i, (long long)s->score);
        assert_string_equal(s->grade->name.in[LANG_ZH].p, cases[i].grade);
        score_free(s);
    }
    drop_audit(a);
    profile_free(p);
}

static void every_veto_may_have_an_effect_of_its_own(void **state)
{
    struct profile *p =
        profile_of("", COLUMNS "1,a,r.a,5,veto,0,,,grade b\n2,b,r.b,,veto,,,,fixed 59\n"
                               "3,c,r.c,,veto,,,,\n4,d,r.d,80,once,,,,\n");
    static const struct {
        bool failed[4];
        int64_t score;
        const char *grade;
    } cases[] = {
        { { true, false, false, false }, 100000, "b" }, /* at most b */
        { { false, true, false, false }, 59000, "c" },
        { { false, true, false, true }, 59000, "c" }, /* fixed, also from below */
        { { true, true, true, true }, 59000, "c" },
        { { true, false, true, false }, 59000, "c" }, /* the profile's ceiling */
        { { false, false, true, true }, 20000, "c" },
    };
    static const char *const rules[] = { "r.a", "r.b", "r.c", "r.d" };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct audit *a = new_audit(4);
        for (int k = 0; k < 4; k++)
            add(a, rules[k], cases[i].failed[k] ? STATE_FAIL : STATE_PASS, cases[i].failed[k]);
        struct score *s = score_of(*state, p, a, NULL);
        if (s->score != cases[i].score)
            fail_msg("case %zu: %lld", i, (long long)s->score);
        assert_string_equal(s->grade->name.in[LANG_ZH].p, cases[i].grade);
        score_free(s);
        drop_audit(a);
    }
    profile_free(p);
}

static void no_bonus_mends_a_veto(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,plus,,20,bonus,,,,\n2,b,r.b,,veto,,,,\n");
    const int64_t points[] = { 20000 };
    struct audit *a = new_audit(1);
    add(a, "r.b", STATE_FAIL, 1);
    struct score *s = filled(*state, p, a, points, 1);
    assert_int_equal(s->score, 59000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_score_is_rounded_half_upwards(void **state)
{
    static const struct {
        const char *conf;
        int64_t points, score;
    } cases[] = {
        { "", 81345, 81345 },
        { "round = 2\n", 81345, 81350 },
        { "round = 2\n", 81344, 81340 },
        { "round = 1\n", 81350, 81400 },
        { "round = 0\n", 99500, 100000 },
        { "round = 0\n", 499, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile *p = profile_of(cases[i].conf, COLUMNS "1,a,,100,hand,,,,\n");
        struct audit *a = new_audit(1);
        struct score *s = filled(*state, p, a, &cases[i].points, 1);
        if (s->score != cases[i].score)
            fail_msg("%s%lld: %lld", cases[i].conf, (long long)cases[i].points,
                     (long long)s->score);
        score_free(s);
        drop_audit(a);
        profile_free(p);
    }
}

/* What an agency gets of which nothing came in: its sheet says so. */
static void a_missing_report_gets_what_the_profile_says(void **state)
{
    static const struct {
        const char *conf, *rows;
        bool scored, waived;
        int64_t score;
    } cases[] = {
        { "missing = judged\n", "1,a,p.missing,5,once,,,,\n", true, false, 95000 },
        { "missing = fixed 0\n", "1,a,p.missing,5,once,,,,\n", true, false, 0 },
        { "missing = 定为 59\n", "1,a,p.missing,,veto,,,,\n", true, false, 59000 },
        { "missing = fixed 40\n", "1,a,p.missing,5,once,,,,\n2,b,,60,hand,,,,\n", true, false,
          40000 },
        { "missing = fixed 0\nbonus.cap = 9\n",
          "1,a,p.missing,5,once,,,,\n2,b,p.other,9,bonus,,,,\n", true, false, 0 },
        /* no row for it, or a person decided: nobody is ranked first for handing in nothing */
        { "missing = judged\n", "1,a,p.other,5,once,,,,\n", false, false, 0 },
        { "missing = judged\n", "1,a,p.missing,5,once,,,,\n", false, true, 0 },
        { "missing = fixed 0\n", "1,a,p.missing,5,once,,,,\n", false, true, 0 },
    };
    const struct input_waiver waiver = { .fingerprint = STR("p.missing-0"), .kind = STR("waive") };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf sheet = { 0 };
        strbuf_fmt(&sheet, "%s%s", COLUMNS, cases[i].rows);
        struct profile *p = profile_of(cases[i].conf, sheet.p);
        struct audit *a = new_audit(2);
        struct error err = { 0 };
        struct score *s = NULL;
        const struct world *w = *state;
        const struct input input = { .missing = true,
                                     .waivers = &waiver,
                                     .waiver_count = cases[i].waived };
        add(a, "p.missing", STATE_FAIL, 1);
        add(a, "p.other", STATE_PASS, 0);
        assert_int_equal(score_audit(&s, w->engine, w->model, p, a, &input, true, &err), 0);
        if (s->scored != cases[i].scored || s->score != cases[i].score ||
            (s->scored && !s->complete))
            fail_msg("%s%s: %d %lld", cases[i].conf, cases[i].rows, s->scored, (long long)s->score);
        if (s->scored)
            check_ledger(s, p);
        score_free(s);
        drop_audit(a);
        profile_free(p);
        strbuf_free(&sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_apply_leaves_the_denominator),
        cmocka_unit_test(the_ledger_says_how_it_was_scaled),
        cmocka_unit_test(a_bonus_counts_from_its_threshold_up_to_its_cap),
        cmocka_unit_test(a_bonus_by_rules_wants_all_of_them_to_pass),
        cmocka_unit_test(an_indicator_below_its_floor_vetoes),
        cmocka_unit_test(every_veto_may_have_an_effect_of_its_own),
        cmocka_unit_test(no_bonus_mends_a_veto),
        cmocka_unit_test(a_score_is_rounded_half_upwards),
        cmocka_unit_test(a_missing_report_gets_what_the_profile_says),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
