/* test_profile.c - profile.conf and sheet.csv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "score/profile.h"

#define CONF "id = t\nversion = 1\ntitle.zh = 试\nmax = 100\nmodel = deduction\n"
#define HEAD "编号,指标,规则,分值,方式,每处扣分,封顶,互斥组,分组,组封顶,说明\n"

static int parse(struct profile **out, const char *conf, const char *sheet, struct error *err)
{
    return profile_parse(out, "p.conf", str_of(conf), "s.csv", str_of(sheet), err);
}

static void reads_every_column(void **state)
{
    (void)state;
    struct profile *p = NULL;
    struct error err = { 0 };
    int rc = parse(&p,
                   CONF "bands = 90:优:A, 60:中\nveto = ceiling 59\nunlisted = off\n"
                        "blocking = a.* b.c\npublication.late.township = 02-28\n",
                   HEAD "1,准时,publication.late,10,一次,,,m,g,12,说明\n"
                        "2,合计,requests.*；disputes.total,20,each,2.5,15,,g,,\n"
                        "3,干净,safety.spam,,否决,,,,,,\n",
                   &err);
    assert_string_equal(err.message, "");
    assert_int_equal(rc, 0);
    assert_int_equal(p->max, 100000);
    assert_int_equal(p->band_count, 2);
    assert_true(str_eq_c(p->bands[0].name.in[LANG_EN], "A"));
    assert_true(str_eq_c(p->bands[1].name.in[LANG_EN], "中"));
    assert_int_equal(p->veto.kind, VETO_CEILING);
    assert_int_equal(p->veto.points, 59000);
    assert_int_equal(p->indicator_count, 3);
    const struct profile_indicator *a = &p->indicators[0];
    assert_int_equal(a->unit, 10000);
    assert_int_equal(a->cap, 10000);
    assert_true(str_eq_c(a->mutex, "m"));
    const struct profile_indicator *b = &p->indicators[1];
    assert_int_equal(b->kind, PROFILE_EACH);
    assert_int_equal(b->rule_count, 2);
    assert_int_equal(b->unit, 2500);
    assert_int_equal(b->cap, 15000);
    assert_int_equal(b->group_cap, 12000); /* shared from the first row of the group */
    assert_int_equal(p->indicators[2].unit, 0);
    assert_string_equal(profile_parameter(p, STR("publication.late"), STR("township")), "02-28");
    assert_null(profile_parameter(p, STR("publication.late"), STR("department")));
    assert_true(profile_blocks(p, STR("a.x")));
    assert_true(profile_blocks(p, STR("b.c")));
    assert_false(profile_blocks(p, STR("b.cd")));
    assert_true(profile_selects(p, STR("requests.balance")));
    assert_false(profile_selects(p, STR("law.name")));
    profile_free(p);
}

static void the_more_specific_pattern_wins(void **state)
{
    (void)state;
    struct profile *p = NULL;
    struct error err = { 0 };
    assert_int_equal(parse(&p, CONF,
                           HEAD
                           "1,a,requests.*,1,once,,,,,,\n2,b,requests.balance,1,once,,,,,,\n"
                           "3,c,structure.table-*,1,once,,,,,,\n4,d,structure.*,1,once,,,,,,\n",
                           &err),
                     0);
    assert_int_equal(profile_indicator(p, STR("requests.row-total"), NULL), 0);
    assert_int_equal(profile_indicator(p, STR("requests.balance"), NULL), 1);
    assert_int_equal(profile_indicator(p, STR("structure.table-form"), NULL), 2);
    assert_int_equal(profile_indicator(p, STR("structure.period"), NULL), 3);
    assert_int_equal(profile_indicator(p, STR("law.name"), NULL), -1);
    assert_true(profile_blocks(p, STR("publication.late"))); /* the default list */
    assert_true(profile_selects(p, STR("law.name")));        /* unlisted rules run by default */
    profile_free(p);
}

static void refuses_with_row_and_column(void **state)
{
    (void)state;
    static const struct {
        const char *conf, *sheet, *told;
    } cases[] = {
        { CONF, "编号,指标,规则\n1,a,b.c\n", "s.csv:1" },
        { CONF, HEAD, "s.csv" },
        { CONF, HEAD "1,a,b.c,-5,once,,,,,,\n", "分值" },
        { CONF, HEAD "1,a,b.c,,once,,,,,,\n", "分值" },
        { CONF, HEAD "1,a,b.c,5,sometimes,,,,,,\n", "方式" },
        { CONF, HEAD "1,a,b.c,5,once,,,,,,\n1,b,d.e,5,once,,,,,,\n", "s.csv:3" },
        { CONF, HEAD "1,a,b.c,5,once,,,,,,\n2,b,b.c,5,once,,,,,,\n", "b.c" },
        { CONF, HEAD "1,a,迟发,5,once,,,,,,\n", "规则" },
        { CONF, HEAD "1,a,b.c,5,once,,,,,9,\n", "组封顶" },
        { CONF, HEAD "1,a,b.c,5,once,,,,g,9,\n2,a,d.e,5,once,,,,g,8,\n", "s.csv:3" },
        { CONF "max = 5\n", HEAD "1,a,b.c,5,once,,,,,,\n", "max" },
        { CONF "bonds = x\n", HEAD "1,a,b.c,5,once,,,,,,\n", "bonds" },
        { CONF "bands = 60:a, 90:b\n", HEAD "1,a,b.c,5,once,,,,,,\n", "bands" },
        { CONF "veto = ceiling 200\n", HEAD "1,a,b.c,5,once,,,,,,\n", "veto" },
        { CONF "unlisted = maybe\n", HEAD "1,a,b.c,5,once,,,,,,\n", "unlisted" },
        { "id = t\n", HEAD "1,a,b.c,5,once,,,,,,\n", "version" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile *p = NULL;
        struct error err = { 0 };
        assert_int_equal(parse(&p, cases[i].conf, cases[i].sheet, &err), ERR_CONFIG);
        assert_null(p);
        if (!strstr(err.message, cases[i].told))
            fail_msg("case %zu: \"%s\" does not name %s", i, err.message, cases[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_column),
        cmocka_unit_test(the_more_specific_pattern_wins),
        cmocka_unit_test(refuses_with_row_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
