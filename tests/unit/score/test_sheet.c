/* test_sheet.c - levels, gates, days late and decisions, as a model charges them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#define COLUMNS                                                                                    \
    "id,indicator,rules,points,kind,unit,cap,mutex,group,group cap,parent,steps,floor,effect\n"

static void late_by(struct audit *a, struct audit_finding *f, const char *due, const char *done)
{
    f->expected = arena_str(a->arena, str_of(due));
    f->found = arena_str(a->arena, str_of(done));
}

static void days_late_cost_by_steps(void **state)
{
    static const struct {
        const char *steps, *due, *done;
        int64_t lost;
    } cases[] = {
        { "1-10:2; 11-30:5; 31-:10", "2025-01-31", "2025-02-01", 2000 },
        { "1-10:2; 11-30:5; 31-:10", "2025-01-31", "2025-02-10", 2000 },
        { "1-10:2; 11-30:5; 31-:10", "2025-01-31", "2025-02-11", 5000 },
        { "1-10:2; 11-30:5; 31-:10", "2025-01-31", "2025-03-31", 10000 },
        { "8-30:5", "2025-01-31", "2025-02-05", 0 },    /* within the week that is free */
        { "8-30:5", "2025-01-31", "2025-06-05", 5000 }, /* the last step goes on */
        { "1-:*0.5", "2025-01-31", "2025-02-09", 4500 },
        { "1-:*0.5", "2025-01-31", "2025-09-09", 10000 }, /* the cap */
        { "1-10:2; 11-:7", "", "", 7000 },                /* not known by how much */
        { "1-2:1; 3-:3", "12", "14", 1000 },              /* a difference of numbers */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf rows = { 0 };
        strbuf_fmt(&rows, COLUMNS "1,late,p.late,10,graded,,,,,,,%s,,\n", cases[i].steps);
        struct profile *p = profile_of("", rows.p);
        struct audit *a = new_audit(1);
        struct audit_result *r = add(a, "p.late", STATE_FAIL, 1);
        late_by(a, r->findings, cases[i].due, cases[i].done);
        struct score *s = score_of(*state, p, a, NULL);
        if (s->score != 100000 - cases[i].lost)
            fail_msg("%s, %s: %lld left", cases[i].steps, cases[i].done, (long long)s->score);
        score_free(s);
        drop_audit(a);
        profile_free(p);
        strbuf_free(&rows);
    }
}

static void an_open_graded_duty_could_cost_all(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,late,p.late,10,graded,,,,,,,1-10:2; 11-:5,,\n");
    struct audit *a = new_audit(1);
    add(a, "p.late", STATE_ERROR, 0);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->low, 90000);
    assert_int_equal(s->high, 100000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_gate_takes_all_of_what_it_stands_in(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,report,,20,sum,,,,,,,,,\n"
                                               "1.1,there,p.there,,gate,,,,,,,,,\n"
                                               "1.2,late,p.late,5,once,,,,,,,,,\n"
                                               "2,other,q.a,5,once,,,,,,,,,\n");
    struct audit *a = new_audit(3);
    add(a, "p.late", STATE_FAIL, 1);
    struct audit_result *there = add(a, "p.there", STATE_FAIL, 1);
    add(a, "q.a", STATE_FAIL, 1);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 75000);
    assert_int_equal(s->deductions[1], 20000);
    assert_int_equal(s->deductions[0], 0);
    assert_int_equal(s->ledger->entries[1].limit, LIMIT_GATE);
    score_free(s);
    there->finding_count = 0;
    there->state = STATE_PASS;
    s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 90000);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

/* As in a city's rules: the first level is capped, what stands below may exceed its own weight. */
static void a_first_level_holds_while_those_below_exceed_their_weight(void **state)
{
    struct profile *p = profile_of("", COLUMNS "1,open,,30,sum,,30,,,,,,,\n"
                                               "1.1,work,,10,sum,,none,,,,,,,\n"
                                               "1.1.1,a,r.a,5,each,2,none,,,,,,,\n"
                                               "1.1.2,b,r.b,5,each,3,none,,,,,,,\n"
                                               "1.2,c,r.c,20,each,4,,,,,,,,\n"
                                               "2,rest,r.d,70,once,,,,,,,,,\n");
    struct audit *a = new_audit(4);
    add(a, "r.a", STATE_FAIL, 4);                          /* 8 of 5 */
    add(a, "r.b", STATE_FAIL, 3);                          /* 9 of 5: 17 of 10 together */
    struct audit_result *c = add(a, "r.c", STATE_FAIL, 2); /* 8 of 20: 25 of 30 */
    add(a, "r.d", STATE_PASS, 0);
    struct score *s = score_of(*state, p, a, NULL);
    assert_int_equal(s->score, 75000);
    assert_int_equal(s->ledger->level_count, 3);
    assert_int_equal(s->ledger->levels[0].lost, 25000);
    assert_int_equal(s->ledger->levels[1].lost, 17000); /* its subtotal is below zero */
    assert_int_equal(s->ledger->levels[1].worth, 10000);
    score_free(s);
    c->finding_count = 0;
    drop_audit(a);
    a = new_audit(4);
    add(a, "r.a", STATE_FAIL, 9);
    add(a, "r.b", STATE_FAIL, 9);
    s = score_of(*state, p, a, NULL); /* 45, of which 30 count */
    assert_int_equal(s->score, 70000);
    assert_int_equal(s->ledger->entries[1].limit, LIMIT_LEVEL);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void a_decision_spares_a_finding_and_stands_in_the_ledger(void **state)
{
    struct profile *p =
        profile_of("", COLUMNS "1,a,r.a,6,each,2,4,,,,,,,\n2,v,r.v,,veto,,,,,,,,,\n");
    struct audit *a = new_audit(2);
    add(a, "r.a", STATE_FAIL, 3);
    add(a, "r.v", STATE_FAIL, 1);
    const struct input_waiver waivers[] = {
        { STR("r.a-0"), STR("waive"), STR("Li"), STR("2025-03-02"), STR("No. 3") },
        { STR("r.v-0"), STR("dismiss"), STR("Li"), STR("2025-03-02"), STR("") },
    };
    struct input input = { .waivers = waivers, .waiver_count = 1 };
    struct score *s = score_of(*state, p, a, &input);
    assert_true(s->ledger->vetoed);
    score_free(s);
    input.waiver_count = 2;
    s = score_of(*state, p, a, &input);
    assert_false(s->ledger->vetoed);
    assert_int_equal(s->score,
                     96000); /* the two that are left, which the spared one leaves room for */
    assert_int_equal(s->ledger->n, 3);
    const struct ledger_entry *e = &s->ledger->entries[1];
    assert_int_equal(e->limit, LIMIT_WAIVER);
    assert_int_equal(e->amount, 0);
    assert_true(str_eq_c(e->waiver, "waive Li 2025-03-02 No. 3"));
    assert_true(str_eq_c(e->fingerprints[0], "r.a-0"));
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

/* Whatever fails in whatever tree: the entries are the score, and the levels are the entries. */
static void random_trees_add_up(void **state)
{
    struct profile *p = profile_of(
        "bonus = > 50\nbonus.cap = 4\nround = 1\ndenominator = applicable\n", COLUMNS
        "1,a,,20,sum,,,,,,,,,\n1.1,a1,,12,sum,,none,,,,,,,\n"
        "1.1.1,x,r.a,6,each,1.375,none,m,,,,,,\n1.1.2,y,r.b,6,graded,,,m,g,7,,1-3:1;4-:3,,\n"
        "1.2,z,r.c,8,each,3,,,g,,,,,\n2,b,,40,sum,,,,,,,,,\n2.1,there,r.d,,gate,,,,,,,,,\n"
        "2.2,w,r.e,40,each,7.5,none,,,,,,,\n3,h,,30,hand,,,,,,,,9,\n4,v,r.f,,veto,,,,,,,,,\n"
        "5,plus,,5,bonus,,,,,,,,,\n");
    static const char *const rules[] = { "r.a", "r.b", "r.c", "r.d", "r.e", "r.f" };
    static const enum audit_state states[] = { STATE_PASS, STATE_ERROR, STATE_NOTAPPLICABLE };
    srand(11);
    for (int round = 0; round < 500; round++) {
        struct audit *a = new_audit(6);
        for (size_t i = 0; i < 6; i++) {
            bool failed = rand() % 3 == 0;
            struct audit_result *r = add(a, rules[i], failed ? STATE_FAIL : states[rand() % 3],
                                         failed ? (size_t)(rand() % 9 + 1) : 0);
            for (size_t k = 0; k < r->finding_count; k++)
                late_by(a, &r->findings[k], "2025-01-31", rand() % 2 ? "2025-02-02" : "2025-02-20");
        }
        const struct input_fill fills[] = {
            { .indicator = STR("3"), .points = rand() % 30001, .excused = rand() % 5 == 0 },
            { .indicator = STR("5"), .points = rand() % 5001 },
        };
        struct input input = { .fills = fills, .fill_count = (size_t)(rand() % 3) };
        struct score *s = score_of(*state, p, a, &input);
        assert_true(s->low <= s->high);
        assert_true(s->score >= 0 && s->score % 100 == 0);
        score_free(s);
        drop_audit(a);
    }
    profile_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_late_cost_by_steps),
        cmocka_unit_test(an_open_graded_duty_could_cost_all),
        cmocka_unit_test(a_gate_takes_all_of_what_it_stands_in),
        cmocka_unit_test(a_first_level_holds_while_those_below_exceed_their_weight),
        cmocka_unit_test(a_decision_spares_a_finding_and_stands_in_the_ledger),
        cmocka_unit_test(random_trees_add_up),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
