/* test_script.c - simplified and traditional script. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/normalise.h"
#include "text/script.h"

static void counts_what_tells(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t simplified, traditional;
    } cases[] = {
        { "", 0, 0 },
        { "abc 2024 ,、“”", 0, 0 },
        { "乾于后里台著", 0, 0 },
        { "报告", 1, 0 },
        { "報告", 0, 1 },
        { "规范性文件关於規範", 2, 2 },
        { "\xE5\xB9\xFF", 0, 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t simplified, traditional;
        text_script_count(str_of(cases[i].text), &simplified, &traditional);
        assert_int_equal(simplified, cases[i].simplified);
        assert_int_equal(traditional, cases[i].traditional);
    }
}

static void simplifies_and_leaves_the_rest(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } cases[] = {
        { "政府資訊公開 （年報）", "政府信息公开 （年报）" },
        { "乾縣、乾隆、餅乾", "乾县、乾隆、饼干" },
        { "憑藉計畫", "凭借计划" },
        { "A檔案", "A档案" },
        { "政府信息公开", "政府信息公开" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = { 0 };
        strbuf_c(&out, "規");
        text_simplify(&out, str_of(cases[i].from));
        assert_memory_equal(out.p, "規", 3);
        assert_string_equal(out.p + 3, cases[i].to);
        strbuf_free(&out);
    }
}

static void every_word_end_is_flagged(void **state)
{
    (void)state;
    struct str ends = STR(SCRIPT_WORD_ENDS);
    for (size_t i = 0; i < ends.n;)
        assert_true(script_entry(str_next(ends, &i)) & SCRIPT_WORD_END);
    assert_true(script_entry(0x7DB2) != 0); /* 網 */
    assert_false(script_entry(0x7DB2) & SCRIPT_WORD_END);
    assert_int_equal(script_entry(SCRIPT_LIMIT), 0);
    assert_int_equal(script_entry(UINT32_MAX), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_tells),
        cmocka_unit_test(simplifies_and_leaves_the_rest),
        cmocka_unit_test(every_word_end_is_flagged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
