/* test_flat_table.c - the cells of a table in one line are found; running text with figures is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "read/flat_table.h"

static void holds(const char *text, const char *from, const char *behind, unsigned cells)
{
    struct str line = str_of(text);
    size_t first, end;
    unsigned n = 0;
    assert_true(flat_table_find(line, 0, &first, &end));
    assert_true(str_starts(str_sub(line, first, line.n), str_of(from)));
    assert_true(str_starts(str_sub(line, end, line.n), str_of(behind)));
    for (size_t at = first; at < end; at = flat_table_next(line, at))
        n++;
    assert_int_equal(n, cells);
}

static void finds_rows_and_the_words_around_them(void **state)
{
    (void)state;
    holds("全年发布12条，更新3 次。 二、公开情况 甲 乙 丙 丁 规章 0 0 0 文件 2 1 35 许可 70 "
          "收费 46.00万元 三、申请 本年共有3件，都已答复。",
          "二、公开情况", "本年共有3件", 18);
}

static void a_long_row_is_enough(void **state)
{
    (void)state;
    holds("行政复议 行政诉讼 维持 纠正 0 0 - 0 0 0 0 0 0 0 0 / 0 0 0", "行政复议", "", 19);
}

static void words_with_notes_are_cells(void **state)
{
    (void)state;
    holds("（甲加乙之和，等于丙：如此） 甲 1 2 3 乙（只计这一种，不计其他） 0 0 0", "（甲加", "",
          9);
}

static void running_text_is_no_table(void **state)
{
    static const char *const lines[] = {
        "",
        "0 0 0 0 0 0 0 0 0 0 0 0",
        "2024 年 1 月 1 日 起 公开 信息 12 条 、 网站 30 条 、 微信 7 条 、 微博 5 条",
        "其中 甲 1 2 3 。其余 乙 4 条。",
        "甲、乙 0 0 0，丙、丁 0 0 0，戊 0 0",
    };
    size_t first, end;
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(flat_table_find(str_of(lines[i]), 0, &first, &end));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_rows_and_the_words_around_them),
        cmocka_unit_test(a_long_row_is_enough),
        cmocka_unit_test(words_with_notes_are_cells),
        cmocka_unit_test(running_text_is_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
