/* test_map.c - texts to numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/map.h"

static void test_few(void **state)
{
    (void)state;
    struct map map = { 0 };
    assert_int_equal(map_get(&map, STR("甲")), SIZE_MAX);
    assert_int_equal(map_add(&map, STR("甲"), 1), SIZE_MAX);
    assert_int_equal(map_add(&map, STR("甲"), 2), 1); /* the first stays */
    assert_int_equal(map_get(&map, STR("甲")), 1);
    map_set(&map, STR("甲"), 3);
    assert_int_equal(map_get(&map, STR("甲")), 3);
    assert_int_equal(map_add(&map, STR(""), 7), SIZE_MAX); /* an empty text is a text */
    assert_int_equal(map_get(&map, STR("")), 7);
    assert_int_equal(map_get(&map, STR("乙")), SIZE_MAX);
    map_free(&map);
    assert_int_equal(map_get(&map, STR("甲")), SIZE_MAX);
}

static void test_many(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    static char keys[MANY][8];
    struct map map = { 0 };
    for (uint32_t i = 0; i < MANY; i++) {
        int n = snprintf(keys[i], sizeof keys[i], "k%u", i);
        assert_int_equal(map_add(&map, (struct str){ keys[i], (size_t)n }, i), SIZE_MAX);
    }
    for (uint32_t i = 0; i < MANY; i++)
        assert_int_equal(map_get(&map, str_of(keys[i])), i);
    assert_int_equal(map_get(&map, STR("k5000")), SIZE_MAX);
    map_free(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_few), cmocka_unit_test(test_many) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
