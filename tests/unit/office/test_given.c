/* test_given.c - points/YEAR.csv: every row finds its agency and its indicator, or is refused by row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/given.h"

#define CONF "id = t\nversion = 1\ntitle.zh = t\nmax = 100\nmodel = deduction\n"
#define SHEET                                                                                      \
    "id,indicator,rules,points,kind,cap,periods\n1,材料,,10,hand,,\n2,通报,,0,hand,,\n"        \
    "3,监测,,20,period,,季度 平均 /100\n4,加分,,5,bonus,,\n"
#define HEAD "机关,指标,得分,期,填写人,日期,依据,说明\n"

struct world {
    struct profile *profile;
    struct agency_register *reg;
};

static int open_world(void **state)
{
    static struct world w;
    struct error err = { 0 };
    if (profile_parse(&w.profile, "p", STR(CONF), "s", STR(SHEET), &err) ||
        register_parse(&w.reg, "r", STR("代码,名称\nA01,青溪县财政局\nA02,青溪县审计局\n"), &err))
        fail_msg("%s", err.message);
    *state = &w;
    return 0;
}

static int close_world(void **state)
{
    struct world *w = *state;
    profile_free(w->profile);
    register_free(w->reg);
    return 0;
}

static int parse(const struct world *w, struct given **out, const char *rows, struct error *err)
{
    struct strbuf text = { 0 };
    strbuf_fmt(&text, HEAD "%s", rows);
    int rc = given_parse(out, "points.csv", strbuf_view(&text), 2024, w->profile, w->reg, err);
    strbuf_free(&text);
    return rc;
}

static void rows_go_to_their_agency(void **state)
{
    struct given *given = NULL;
    struct error err = { 0 };
    struct input input = { .level = LEVEL_UNKNOWN };
    if (parse(*state, &given,
              "A01,1,8.5,,王某,2025-02-03,证据/3.pdf,抽查\n青溪县财政局,3,95,2024年一季度,,,,\n"
              "A01,3,88.5,Q2,,,,\nA01,2,-3,,,,,\nA02,1,不适用,,,,,\n",
              &err))
        fail_msg("%s", err.message);
    given_take(given, 0, &input);
    assert_int_equal(input.fill_count, 2);
    assert_int_equal(input.fills[0].points, 8500);
    assert_true(str_eq_c(input.fills[0].person, "王某"));
    assert_true(str_eq_c(input.fills[0].evidence, "证据/3.pdf"));
    assert_int_equal(input.fills[1].points, -3000);
    assert_int_equal(input.period_count, 2);
    assert_int_equal(input.periods[1].period, 2);
    assert_int_equal(input.periods[1].points, 88500);
    given_take(given, 1, &input);
    assert_int_equal(input.fill_count, 1);
    assert_true(input.fills[0].excused);
    assert_int_equal(input.period_count, 0);
    given_free(given);
}

static void the_digest_of_an_agency_is_of_its_own_rows(void **state)
{
    struct given *a = NULL;
    struct given *b = NULL;
    struct error err = { 0 };
    assert_int_equal(parse(*state, &a, "A01,1,8,,,,,\nA02,1,5,,,,,\n", &err), 0);
    assert_int_equal(parse(*state, &b, "A01,1,8,,,,,\nA02,1,5,,,,,改过\n", &err), 0);
    assert_true(given_digest(a, 0) == given_digest(b, 0));
    assert_true(given_digest(a, 1) != given_digest(b, 1));
    assert_true(given_digest(NULL, 0) == 0);
    given_free(a);
    given_free(b);
}

static void refuses_by_row_and_column(void **state)
{
    static const struct {
        const char *rows, *told;
    } cases[] = {
        { "A09,1,8,,,,,\n", "机关" },
        { "A01,1,8,,,,,\nA01,9,8,,,,,\n", "points.csv:3" },
        { "A01,1,11,,,,,\n", "得分" },
        { "A01,1,-1,,,,,\n", "得分" },
        { "A01,1,many,,,,,\n", "得分" },
        { "A01,1,,,,,,\n", "得分" },
        { "A01,1,8,Q1,,,,\n", "期" },
        { "A01,3,8,,,,,\n", "期" },
        { "A01,3,8,3月,,,,\n", "期" },
        { "A01,3,8,2023Q1,,,,\n", "期" },
        { "A01,3,101,Q1,,,,\n", "得分" },
        { "A01,3,8,Q1,,,,\nA01,3,9,一季度,,,,\n", "points.csv:3" },
        { "A01,1,8,,,,,\n青溪县财政局,1,9,,,,,\n", "points.csv:3" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct given *given = NULL;
        struct error err = { 0 };
        if (parse(*state, &given, cases[i].rows, &err) != ERR_CONFIG ||
            !strstr(err.message, cases[i].told))
            fail_msg("case %zu: \"%s\"", i, err.message);
        assert_null(given);
    }
}

static void no_file_gives_nothing(void **state)
{
    const struct world *w = *state;
    struct given *given = NULL;
    struct input input = { .fill_count = 0 };
    assert_int_equal(given_read(&given, "/nowhere/points.csv", 2024, w->profile, w->reg, NULL), 0);
    given_take(given, 0, &input);
    assert_int_equal(input.fill_count, 0);
    given_free(given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_to_their_agency),
        cmocka_unit_test(the_digest_of_an_agency_is_of_its_own_rows),
        cmocka_unit_test(refuses_by_row_and_column),
        cmocka_unit_test(no_file_gives_nothing),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
