/* test_flat.c - an article in one line is parted again; lists and prose are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "read/flat.h"

#define TEXT                                                                                                                                     \
    "本单位全年按照要求更新栏目，公开的内容包括机构、文件、财政和办事指南，群众可以随时查阅，也可" \
    "以到大厅咨询。"                                                                                                                      \
    "经办人员参加了两次培训，对申请的登记、办理和答复更加熟悉，没有出现超期的情形，也没有收到投诉" \
    "。"

static void parted(const char *text, size_t n, const char *const parts[])
{
    struct str line = str_of(text);
    size_t cuts[FLAT_CUTS], at = 0, count = flat_cuts(line, false, cuts);
    assert_int_equal(count + 1, n);
    for (size_t i = 0; i < n; i++) {
        size_t end = i < count ? cuts[i] : line.n;
        struct str part = str_trim(str_sub(line, at, end - at));
        if (!str_eq_c(part, parts[i]))
            fprintf(stderr, "part %zu: \"%.*s\"\n", i, STR_ARG(part));
        assert_true(str_eq_c(part, parts[i]));
        at = end;
    }
}

static bool is_flat(const char *text, bool goes_on)
{
    size_t cuts[FLAT_CUTS];
    return flat_cuts(str_of(text), goes_on, cuts) > 0;
}

static void parts_before_and_behind_headings(void **state)
{
    static const char *const parts[] = { "白露镇年度报告",
                                         "一、总体情况",
                                         TEXT,
                                         "（一）公开情况",
                                         "30条。",
                                         "二、主动公开政府信息情况",
                                         TEXT };
    (void)state;
    parted("白露镇年度报告 一、总体情况 " TEXT
           " （一）公开情况 30条。二、主动公开政府信息情况\xE3\x80\x80" TEXT,
           7, parts);
}

/* What was taken for the title of 二 ends where that of 三 ends. */
static void a_heading_ends_before_the_next(void **state)
{
    static const char *const parts[] = { "一、总体情况", TEXT, "二、公开情况（概述）",
                                         "三、申请情况", TEXT };
    (void)state;
    parted("一、总体情况 " TEXT "二、公开情况（概述）三、申请情况\xE3\x80\x80" TEXT, 5, parts);
}

static void a_long_list_hides_no_chapter(void **state)
{
    struct strbuf text = { 0 };
    size_t cuts[FLAT_CUTS];
    (void)state;
    strbuf_c(&text, "一、总体情况 " TEXT);
    for (int i = 1; i <= 400; i++)
        strbuf_fmt(&text, " %d.第%d项工作已经完成。", i % 99 + 1, i);
    size_t last = text.n + 1;
    strbuf_c(&text, " 二、公开情况 " TEXT);
    assert_int_equal(flat_cuts(strbuf_view(&text), false, cuts), 3);
    assert_int_equal(cuts[1], last);
    strbuf_free(&text);
}

static void parts_a_line_that_is_cut_off(void **state)
{
    static const char *const parts[] = { "一、总体情况", TEXT TEXT };
    (void)state;
    parted("一、总体情况\xC2\xA0" TEXT TEXT, 2, parts);
}

/* Nothing but a full stop before a heading, and no blank behind it. */
static void parts_without_blanks(void **state)
{
    static const char *const parts[] = { TEXT, "一、总体情况" TEXT, "二、主动公开政府信息情况",
                                         "（一）网站30条。", "三、依申请公开情况：无。" };
    (void)state;
    parted(TEXT "一、总体情况" TEXT
                "二、主动公开政府信息情况 （一）网站30条。三、依申请公开情况：无。",
           5, parts);
}

static void parts_at_other_numbers(void **state)
{
    static const char *const brackets[] = { "（五）存在的主要问题及改进情况", TEXT,
                                            "（六）其他需要报告的事项", "无。" };
    static const char *const chapters[] = { "第一部分 总体情况", TEXT, "第二部分 主动公开情况",
                                            TEXT };
    (void)state;
    parted("（五）存在的主要问题及改进情况 " TEXT "（六）其他需要报告的事项 无。", 4, brackets);
    parted("第一部分 总体情况 " TEXT " 第二部分 主动公开情况 " TEXT, 4, chapters);
    assert_false(is_flat("主要问题：1.公开情况不全。" TEXT TEXT "2.解读情况不好。" TEXT, false));
}

/* Other marks behind the number, where the words of a heading follow. */
static void parts_at_loose_marks(void **state)
{
    static const char *const parts[] = { "开头。", "一，总体情况" TEXT,
                                         "二.主动公开政府信息情况" TEXT, "三：依申请公开情况。" };
    (void)state;
    parted("开头。一，总体情况" TEXT "二.主动公开政府信息情况" TEXT "三：依申请公开情况。", 4,
           parts);
    assert_false(
        is_flat("开头。一，栏目更新较慢。" TEXT "二，人手偏少。" TEXT "三，经费不足。", false));
}

static void parts_a_short_chapter_from_its_text(void **state)
{
    static const char *const parts[] = { "六、其他需要报告的事项", "无。" };
    (void)state;
    parted("六、其他需要报告的事项 无。", 2, parts);
}

/* Behind a table the article goes on in a line of its own. */
static void goes_on_behind_a_table(void **state)
{
    (void)state;
    assert_true(is_flat("五、存在的主要问题及改进情况 " TEXT " 六、其他需要报告的事项 无", false));
    assert_false(is_flat("五、存在的主要问题及改进情况良好，" TEXT, true));
    assert_false(is_flat("工作安排 五、存在的主要问题及改进情况 " TEXT, true));
}

static void leaves_lists_and_prose(void **state)
{
    static const char *const lines[] = {
        TEXT TEXT,
        "一、总体情况良好，" TEXT TEXT,
        "五、存在的主要问题 及改进情况",
        "本报告分为以下部分： 一、总体情况 二、主动公开政府信息情况 "
        "三、收到和处理政府信息公开申请情况。" TEXT TEXT,
        "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 六部分。" TEXT,
        TEXT "主要有：一、栏目少，二、人手少。" TEXT,
        TEXT "一、组织得力。" TEXT "二、检查及时。" TEXT,
        "数据见 三、收到和处理政府信息公开申请情况 部分。" TEXT,
    };
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(is_flat(lines[i], false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_behind_a_table),
        cmocka_unit_test(parts_without_blanks),
        cmocka_unit_test(parts_at_other_numbers),
        cmocka_unit_test(parts_at_loose_marks),
        cmocka_unit_test(parts_a_short_chapter_from_its_text),
        cmocka_unit_test(parts_before_and_behind_headings),
        cmocka_unit_test(a_heading_ends_before_the_next),
        cmocka_unit_test(a_long_list_hides_no_chapter),
        cmocka_unit_test(parts_a_line_that_is_cut_off),
        cmocka_unit_test(leaves_lists_and_prose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
