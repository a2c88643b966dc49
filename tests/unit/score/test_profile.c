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
        { CONF "missing = fixed 200\n", HEAD "1,a,b.c,5,once,,,,,,\n", "missing" },
        { CONF "missing = apart 3\n", HEAD "1,a,b.c,5,once,,,,,,\n", "missing" },
        { CONF "missing = never\n", HEAD "1,a,b.c,5,once,,,,,,\n", "missing" },
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

#define TREE "id,indicator,rules,points,kind,unit,cap,parent,applies,steps,periods,floor,effect\n"

static void reads_a_tree_of_rows(void **state)
{
    (void)state;
    struct profile *p = NULL;
    struct error err = { 0 };
    assert_int_equal(parse(&p,
                           CONF "groups = A类、B类\nround = 1\nbonus = >= 44 in 2\nbonus.cap = 30\n"
                                "bands = 80:好:good, 60:中:fair, 0:差:poor\n"
                                "denominator = applicable\ntop = 25:先进:advanced\n",
                           TREE "1.1.1,a,r.a,5,graded,,不限,,,1-5:1,,,\n1,first,,,sum,,,,A类,,,,\n"
                                "1.1,second,,12,汇总,,,,,,,,\n2,other,r.b,6,once,,,,部门,,,,\n"
                                "x,named,,3,hand,,,second,,,,60%,等次 fair\n"
                                "3,veto,r.c,,veto,,,,,,,,至多 40\n4,plus,,9,bonus,,,,,,,,\n",
                           &err),
                     0);
    static const struct {
        int parent;
        unsigned level;
        int64_t points, cap;
    } rows[] = { { 2, 3, 5000, -1 },    { -1, 1, 12000, -1 }, { 1, 2, 12000, 12000 },
                 { -1, 1, 6000, 6000 }, { 2, 3, 3000, 3000 }, { -1, 1, 0, 0 },
                 { -1, 1, 9000, 9000 } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        assert_int_equal(in->parent, rows[i].parent);
        assert_int_equal(in->level, rows[i].level);
        assert_int_equal(in->points, rows[i].points); /* a sum without points: those below it */
        assert_int_equal(in->cap, rows[i].cap);
    }
    assert_int_equal(p->indicators[4].floor, 1800);
    assert_int_equal(p->indicators[4].effect.band, 1);
    assert_int_equal(p->indicators[5].effect.kind, VETO_CEILING);
    assert_int_equal(p->indicators[5].effect.points, 40000);
    assert_int_equal(p->bonus.above, 44000);
    assert_false(p->bonus.strictly);
    assert_int_equal(p->grain, 100);
    assert_int_equal(p->top.percent, 25000);
    assert_true(p->applicable_only);
    assert_int_equal(p->group_count, 2);
    assert_true(profile_below(p, 0, 1));
    assert_false(profile_below(p, 3, 1));
    profile_free(p);
}

static void refuses_a_tree_that_does_not_stand(void **state)
{
    (void)state;
    static const struct {
        const char *conf, *rows, *told;
    } cases[] = {
        { "", "1,a,,5,sum,,,,,,,,\n", "s.csv:2" },
        { "", "1,a,,5,sum,,,2,,,,,\n2,b,,5,sum,,,1,,,,,\n", "s.csv:2" },
        { "", "1,a,r.a,5,once,,,9,,,,,\n", "s.csv:2" },
        { "", "1,a,r.a,5,once,,,2,,,,,\n2,b,r.b,5,once,,,,,,,,\n", "s.csv:2" },
        { "", "1,a,r.a,5,graded,,,,,,,,\n", "分档" },
        { "", "1,a,r.a,5,graded,,,,,2-1:3,,,\n", "分档" },
        { "", "1,a,r.a,5,once,,,,,1-2:3,,,\n", "分档" },
        { "", "1,a,,5,period,,,,,,每周,,\n", "期评" },
        { "", "1,a,,5,hand,,,,,,季度 平均,,\n", "期评" },
        { "", "1,a,r.a,5,hand,,,,,,,,\n", "规则" },
        { "", "1,a,r.a,5,once,,,,局,,,,\n", "适用" },
        { "", "1,a,r.a,5,once,,,,A类,,,,\n", "适用" },
        { "", "1,a,r.a,,gate,,,,,,,,\n", "s.csv:2" },
        { "", "1,a,r.a,5,once,,,,,,,6,\n", "底线" },
        { "", "1,a,r.a,5,once,,,,,,,,至多 59\n", "后果" },
        { "", "1,a,r.a,,veto,,,,,,,,罚\n", "后果" },
        { "", "1,a,r.a,,veto,,,,,,,,等次 好\n", "后果" },
        { "", "1,a,r.a r.a,5,once,,,,,,,,\n", "r.a" },
        { "groups = A类\n", "1,a,r.a,5,once,,,,A类,,,,\n2,b,r.a,5,once,,,,A类 县,,,,\n",
          "s.csv:3" },
        { "bonus = 80\n", "1,a,r.a,5,once,,,,,,,,\n", "bonus" },
        { "bonus = > 8 in 7\n", "1,a,r.a,5,once,,,,,,,,\n", "bonus" },
        { "bonus.cap = all\n", "1,a,r.a,5,once,,,,,,,,\n", "bonus.cap" },
        { "round = 4\n", "1,a,r.a,5,once,,,,,,,,\n", "round" },
        { "denominator = some\n", "1,a,r.a,5,once,,,,,,,,\n", "denominator" },
        { "top = 0:x\n", "1,a,r.a,5,once,,,,,,,,\n", "top" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf conf = { 0 };
        struct strbuf sheet = { 0 };
        struct profile *p = NULL;
        struct error err = { 0 };
        strbuf_fmt(&conf, CONF "%s", cases[i].conf);
        strbuf_fmt(&sheet, TREE "%s", cases[i].rows);
        int rc = parse(&p, conf.p, sheet.p, &err);
        if (rc != ERR_CONFIG || !strstr(err.message, cases[i].told))
            fail_msg("case %zu: \"%s\" does not name %s", i, err.message, cases[i].told);
        assert_null(p);
        strbuf_free(&conf);
        strbuf_free(&sheet);
    }
}

/* One rule costs in two rows that are never for the same agency. */
static void rows_of_other_groups_may_name_a_rule_again(void **state)
{
    (void)state;
    struct profile *p = NULL;
    struct error err = { 0 };
    assert_int_equal(parse(&p, CONF "groups = A类 B类\n",
                           TREE "1,a,,9,sum,,,,A类,,,,\n1.1,b,r.a,9,once,,,,,,,,\n"
                                "2,c,r.a,5,once,,,,B类,,,,\n",
                           &err),
                     0);
    const bool first[] = { true, true, false };
    const bool second[] = { false, false, true };
    assert_int_equal(profile_indicator(p, STR("r.a"), first), 1);
    assert_int_equal(profile_indicator(p, STR("r.a"), second), 2);
    profile_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_column),
        cmocka_unit_test(the_more_specific_pattern_wins),
        cmocka_unit_test(refuses_with_row_and_column),
        cmocka_unit_test(reads_a_tree_of_rows),
        cmocka_unit_test(refuses_a_tree_that_does_not_stand),
        cmocka_unit_test(rows_of_other_groups_may_name_a_rule_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
