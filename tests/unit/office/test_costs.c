/* test_costs.c - what findings cost, summed by rule and severity. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "office/costs.h"

static struct costs costs_for(size_t rows)
{
    return (struct costs){ .from = mem_zero(rows, sizeof(uint32_t)),
                           .count = mem_zero(rows, sizeof(uint32_t)) };
}

static void add(struct costs *costs, struct cost_rules *rules, size_t row, const char *rule,
                const char *severity, int64_t points)
{
    const struct store_loss loss = { str_of(rule), str_of(severity), 1, points };
    costs_add(costs, rules, row, &loss);
}

static void check(const struct costs *costs, const struct cost_rules *rules, size_t at,
                  const char *rule, enum audit_severity severity, unsigned count, int64_t points)
{
    const struct cost *c = &costs->list[at];
    assert_true(str_eq_c(rules->ids[c->rule], rule));
    assert_int_equal(c->severity, severity);
    assert_int_equal(c->count, count);
    assert_int_equal(c->points, points);
}

/* Whatever the order in which findings come, a row's stand by rule id and severity, however rules are numbered. */
static void findings_of_a_row_are_summed_in_order(void **state)
{
    (void)state;
    struct cost_rules rules = { 0 };
    struct costs costs = costs_for(3);
    add(&costs, &rules, 2, "b.two", "minor", 1500);
    add(&costs, &rules, 2, "a.one", "major", 2000);
    add(&costs, &rules, 2, "b.two", "major", 5000);
    add(&costs, &rules, 2, "b.two", "minor", 500);
    add(&costs, &rules, 0, "b.two", "advice", 0);
    assert_int_equal(costs.from[2], 0);
    assert_int_equal(costs.count[2], 3);
    check(&costs, &rules, 0, "a.one", SEVERITY_MAJOR, 1, 2000);
    check(&costs, &rules, 1, "b.two", SEVERITY_MINOR, 2, 2000);
    check(&costs, &rules, 2, "b.two", SEVERITY_MAJOR, 1, 5000);
    assert_int_equal(costs.count[1], 0);
    assert_int_equal(costs.from[0], 3);
    assert_int_equal(costs.count[0], 1);
    assert_int_equal(rules.n, 2);
    costs_free(&costs);
    cost_rules_free(&rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_of_a_row_are_summed_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
