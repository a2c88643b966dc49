/* test_words.c - lists of words at a place of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/words.h"

static void test_starts(void **state)
{
    (void)state;
    assert_int_equal(words_starts(STR("条例规定"), "条例 条"), 6);
    assert_int_equal(words_starts(STR("条目"), "条例 条"), 3);
    assert_int_equal(words_starts(STR("条目"), "条例 条目录"), 0); /* cut off by the end */
    assert_int_equal(words_starts(STR("新条例"), "条例 条"), 0);
    assert_int_equal(words_starts(STR("人·次"), "人次 人·次"), 8);
    assert_int_equal(words_starts(STR("://a"), "- :// :"), 3);
    assert_int_equal(words_starts(STR("%"), "% ％"), 1);
    assert_int_equal(words_starts(STR(""), "条"), 0);
    assert_int_equal(words_starts(STR("条目录"), "件 目录 条目 条目录 条"),
                     6); /* first of the list */
    assert_int_equal(words_starts(STR("条目录"), "件 条 条目 条目录"), 3);
    assert_int_equal(words_starts(STR("条目录"), "件 条目录 条 条目"), 9);
}

static void test_ends(void **state)
{
    (void)state;
    assert_int_equal(words_ends(STR("大约"), "约 大约"), 3); /* the first of the list */
    assert_int_equal(words_ends(STR("大约"), "超 大约"), 6);
    assert_int_equal(words_ends(STR("约"), "大约 预约"), 0);
    assert_int_equal(words_ends(STR("约数"), "约"), 0);
}

static void test_has(void **state)
{
    (void)state;
    assert_true(words_has(STR("全年共受理,其中"), "包括 其中"));
    assert_true(words_has(STR("a-12月"), "-12月"));
    assert_false(words_has(STR("其它中间"), "包括 其中"));
    assert_false(words_has(STR(""), "其中"));
}

static void test_last(void **state)
{
    static struct words cues = WORDS("其中 包括");
    size_t n = 0;
    (void)state;
    assert_int_equal(words_last_in(&cues, STR("其中包括其中,其"), &n), 12);
    assert_int_equal(n, 6);
    assert_true(words_last_in(&cues, STR("其包中括"), &n) == SIZE_MAX);
}

/* A first character that is in the list must never be passed over. */
static void test_skip(void **state)
{
    static struct words marks = WORDS("、 , 。");
    struct str s = STR("甲é,𠀀。");
    (void)state;
    size_t i = words_skip(&marks, s, 0);
    assert_int_equal(i, 5);
    assert_int_equal(words_skip(&marks, s, i + 1), 10);
    assert_int_equal(words_skip(&marks, s, 13), s.n);
    assert_int_equal(words_skip(&marks, STR("\xE3"), 0), 1); /* cut in the middle */
}

static void test_seen(void **state)
{
    struct words_seen look;
    (void)state;
    words_see(&look, STR("全年共受理,其中"));
    assert_true(words_seen_has(&look, "包括 其中"));
    assert_true(words_seen_has(&look, ",其"));
    assert_false(words_seen_has(&look, "其它 包括")); /* its first character is there */
    words_see(&look, STR(""));
    assert_false(words_seen_has(&look, "其中"));
}

/* The first list decides, whatever comes first in the others. */
static void test_sort(void **state)
{
    static struct words_sort all[] = { { 7, WORDS("人次") }, { 3, WORDS("人 条") } };
    static struct words_sorts sorts = { .all = all, .count = 2 };
    size_t n;
    (void)state;
    assert_int_equal(words_sort_of(&sorts, STR("人次数"), &n), 7);
    assert_int_equal(n, 6);
    assert_int_equal(words_sort_of(&sorts, STR("人员"), &n), 3);
    assert_int_equal(n, 3);
    assert_int_equal(words_sort_of(&sorts, STR("员"), &n), 0);
    assert_int_equal(n, 0);
    assert_int_equal(words_sort_of(&sorts, STR(""), &n), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_starts), cmocka_unit_test(test_ends), cmocka_unit_test(test_has),
        cmocka_unit_test(test_last),   cmocka_unit_test(test_skip), cmocka_unit_test(test_seen),
        cmocka_unit_test(test_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
