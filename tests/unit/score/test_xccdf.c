/* test_xccdf.c - the four scoring models of XCCDF 1.2, against values worked out by hand after NISTIR 7275 r4, 7.3. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#define COLUMNS "id,indicator,rules,points,kind,unit,cap,parent\n"

enum {
    PASS = STATE_PASS,
    FAIL = STATE_FAIL,
    NA = STATE_NOTAPPLICABLE,
    ERR = STATE_ERROR,
    UNK = STATE_UNKNOWN,
    INFO = STATE_INFORMATIONAL,
    BYHAND = STATE_NOTCHECKED,
    FIXED = STATE_FIXED
};

/*
 * The benchmark:  G1 (weight 3): R1 (1), R2 (1), R3 (1)
 *                 G2 (weight 1): G2a (weight 2): R4 (5), R5 (5)
 *                                G2b (weight 1): R6 (10)
 */
static const char sheet[] = COLUMNS "G1,first,r.1 r.2 r.3,3,each,1,,\n"
                                    "G2,second,,1,sum,,none,\n"
                                    "G2a,a,r.4 r.5,2,each,5,,G2\n"
                                    "G2b,b,r.6,1,each,10,,G2\n";

static const struct {
    int states[6];
    int64_t score[4]; /* default, flat, flat-unweighted, absolute */
} cases[] = {
    { { PASS, PASS, PASS, PASS, PASS, PASS }, { 100000, 100000, 100000, 100000 } },
    { { FAIL, FAIL, FAIL, FAIL, FAIL, FAIL }, { 0, 0, 0, 0 } },
    /* G1 = 2/3, G2 = 1: (3 x 66.667 + 100) / 4 = 75; flat 22/23; 5/6 */
    { { FAIL, PASS, PASS, PASS, PASS, PASS }, { 75000, 95652, 83333, 0 } },
    /* G2a = 1/2, G2b = 1: (2 x 50 + 100) / 3 = 66.667; (300 + 66.667) / 4 = 91.667; flat 18/23 */
    { { PASS, PASS, PASS, PASS, FAIL, PASS }, { 91667, 78261, 83333, 0 } },
    /* what does not apply leaves its group: G1 of R1 alone, G2b is gone: flat 11/11 */
    { { PASS, NA, INFO, PASS, FIXED, BYHAND }, { 100000, 100000, 100000, 100000 } },
    /* G1 gone: G2 alone = (2 x 0 + 1 x 100) / 3; flat 10/20; 1/3 */
    { { NA, NA, NA, ERR, UNK, PASS }, { 33333, 50000, 33333, 0 } },
    /* error and unknown are no passes: G1 = 1/3, G2 = 1: (100 + 100) / 4 = 50; flat 21/23; 4/6 */
    { { PASS, ERR, UNK, PASS, PASS, PASS }, { 50000, 91304, 66667, 0 } },
    /* (3 x 2/3 + 2/3 x 0 + 1/3) / 4 = 2.333 / 4 */
    { { PASS, PASS, FAIL, FAIL, FAIL, PASS }, { 58333, 52174, 50000, 0 } },
};

static void the_models_score_as_the_specification_does(void **state)
{
    static const char *const models[] = { "default", "flat", "flat-unweighted", "absolute" };
    static const char *const rules[] = { "r.1", "r.2", "r.3", "r.4", "r.5", "r.6" };
    struct world w = *(struct world *)*state;
    struct profile *p = profile_of("", sheet);
    for (size_t m = 0; m < 4; m++) {
        struct strbuf path = { 0 };
        struct error err = { 0 };
        strbuf_fmt(&path, AUDITOR_SOURCE_DIR "/plugins/scoring/xccdf-%s.lua", models[m]);
        if (engine_plugin(w.engine, path.p, "scoring", &w.model, &err))
            fail_msg("%s", err.message);
        strbuf_free(&path);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct audit *a = new_audit(6);
            for (size_t k = 0; k < 6; k++)
                add(a, rules[k], (enum audit_state)cases[i].states[k], cases[i].states[k] == FAIL);
            struct score *s = score_of(&w, p, a, NULL);
            if (s->score != cases[i].score[m])
                fail_msg("%s, case %zu: %lld", models[m], i, (long long)s->score);
            score_free(s);
            drop_audit(a);
        }
    }
    profile_free(p);
}

/* Shares of a large benchmark are rounded once, not once a rule. */
static void many_rules_are_rounded_once(void **state)
{
    struct world w = *(struct world *)*state;
    struct error err = { 0 };
    struct strbuf rows = { 0 };
    strbuf_c(&rows, COLUMNS);
    for (int i = 0; i < 997; i++)
        strbuf_fmt(&rows, "%d,i,r.%d,%d.001,once,,,\n", i, i, i % 7 + 1);
    if (engine_plugin(w.engine, AUDITOR_SOURCE_DIR "/plugins/scoring/xccdf-default.lua", "scoring",
                      &w.model, &err))
        fail_msg("%s", err.message);
    struct profile *p = profile_of("", rows.p);
    struct audit *a = new_audit(997);
    int64_t passed = 0;
    int64_t all = 0;
    for (int i = 0; i < 997; i++) {
        char rule[16];
        int64_t weight = (i % 7 + 1) * 1000 + 1;
        snprintf(rule, sizeof rule, "r.%d", i);
        add(a, rule, i % 3 ? STATE_PASS : STATE_FAIL, i % 3 == 0);
        all += weight;
        passed += i % 3 ? weight : 0;
    }
    struct score *s = score_of(&w, p, a, NULL);
    assert_int_equal(s->score, (100000 * passed * 2 + all) / (2 * all));
    score_free(s);
    drop_audit(a);
    profile_free(p);
    strbuf_free(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_models_score_as_the_specification_does),
        cmocka_unit_test(many_rules_are_rounded_once),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
