/* test_wire.c - numbers and texts between two processes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/wire.h"

static void fill(struct strbuf *out)
{
    wire_put_int(out, -7);
    wire_put_str(out, STR("a\nb"));
    wire_put_str(out, str_of(""));
    wire_put_int(out, 2);
    wire_put_str(out, STR("x"));
    wire_put_str(out, STR("y"));
}

static void test_same(void **state)
{
    struct strbuf bytes = { 0 };
    (void)state;
    fill(&bytes);
    struct wire w = { strbuf_view(&bytes), false };
    assert_int_equal(wire_int(&w), -7);
    struct str s = wire_str(&w);
    assert_true(str_eq_c(s, "a\nb") && s.p[s.n] == '\0');
    assert_int_equal(wire_str(&w).n, 0);
    assert_int_equal(wire_count(&w), 2);
    assert_false(wire_whole(&w));
    assert_true(str_eq_c(wire_str(&w), "x") && str_eq_c(wire_str(&w), "y"));
    assert_true(wire_whole(&w));
    strbuf_free(&bytes);
}

/* Cut anywhere, it is never taken for whole, and nothing behind it is read. */
static void test_cut(void **state)
{
    struct strbuf bytes = { 0 };
    (void)state;
    fill(&bytes);
    for (size_t n = 0; n < bytes.n; n++) {
        struct wire w = { str_sub(strbuf_view(&bytes), 0, n), false };
        wire_int(&w);
        wire_str(&w);
        wire_str(&w);
        for (size_t i = wire_count(&w); i > 0; i--)
            wire_str(&w);
        assert_true(w.bad && !wire_whole(&w));
    }
    strbuf_free(&bytes);
}

/* A count that could not be, and a length below zero. */
static void test_nonsense(void **state)
{
    struct strbuf bytes = { 0 };
    (void)state;
    wire_put_int(&bytes, INT64_MAX);
    struct wire w = { strbuf_view(&bytes), false };
    assert_int_equal(wire_count(&w), 0);
    assert_true(w.bad);
    strbuf_clear(&bytes);
    wire_put_int(&bytes, -1);
    w = (struct wire){ strbuf_view(&bytes), false };
    assert_int_equal(wire_str(&w).n, 0);
    assert_true(w.bad && !wire_whole(&w));
    strbuf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
