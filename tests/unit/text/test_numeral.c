/* test_numeral.c - numbers in text, in cells, as ordinals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/numeral.h"

/* The number begins at the '|' of the text; taken is what it takes, NULL when there is none. */
struct sample {
    const char *text, *value, *taken;
    bool approximate, percent;
};

static const struct sample samples[] = {
    { "共|1234条", "1234", "1234", false, false },
    { "|1,234条", "1234", "1,234", false, false },
    { "|1，234，567条", "1234567", "1，234，567", false, false },
    { "|12,34", "12", "12", false, false },
    { "|1,2345", "1", "1", false, false },
    { "|1234,567", "1234", "1234", false, false },
    { "|0,123", "0", "0", false, false },
    { "|86.92%,", "86.92", "86.92", false, true },
    { "|46.00万元", "460000", "46.00万", false, false },
    { "|1.8万余条", "18000", "1.8万余", true, false },
    { "|45.28亿", "4528000000", "45.28亿", false, false },
    { "|1.23456万", "12345.6", "1.23456万", false, false },
    { "|1亿2000万元", "120000000", "1亿2000万", false, false },
    { "|3千5百", "3000", "3千", false, false },
    { "|2千万", "20000000", "2千万", false, false },
    { "|1.5万亿", "1500000000000", "1.5万亿", false, false },
    { "|10余万条", "100000", "10余万", true, false },
    { "|3700余条", "3700", "3700余", true, false },
    { "|15000多册", "15000", "15000多", true, false },
    { "|5百分点", "5", "5", false, false },
    { "|8千克", "8", "8", false, false },
    { "约|20件", "20", "20", true, false },
    { "预约|20件", "20", "20", false, false },
    { "超过|20件", "20", "20", true, false },
    { "|20件左右", "20", "20", true, false },
    { "|20人次以上", "20", "20", true, false },
    { "|20件,左右", "20", "20", false, false },
    { "|2025.1.20", "2025", "2025", false, false },
    { "|12.", "12", "12", false, false },
    { "|007", "7", "007", false, false },
    { "|123456789012345678", "123456789012345678", "123456789012345678", false, false },
    { "|1234567890123456789", NULL, NULL, false, false },
    { "|99999999999999999万", NULL, NULL, false, false },
    { "|.5", NULL, NULL, false, false },
    { "|-5", NULL, NULL, false, false },
    { "|", NULL, NULL, false, false },
    { "|条", NULL, NULL, false, false },
    /* Chinese */
    { "|十二件", "12", "十二", false, false },
    { "|二十", "20", "二十", false, false },
    { "|两件", "2", "两", false, false },
    { "|零件", "0", "零", false, false },
    { "|一百零五", "105", "一百零五", false, false },
    { "|三千零二十", "3020", "三千零二十", false, false },
    { "|一万二", "12000", "一万二", false, false },
    { "|一百二", "120", "一百二", false, false },
    { "|十万", "100000", "十万", false, false },
    { "|一亿二千万", "120000000", "一亿二千万", false, false },
    { "|三万亿", "3000000000000", "三万亿", false, false },
    { "|二〇二四年", "2024", "二〇二四", false, false },
    { "|二零二四年", "2024", "二零二四", false, false },
    { "|一九四九", "1949", "一九四九", false, false },
    { "|百分之九", "9", "百分之九", false, true },
    { "百分之|九", "9", "九", false, true },
    { "近|百分之九十八点五", "98.5", "百分之九十八点五", true, true },
    { "|百分之12.5", "12.5", "百分之12.5", false, true },
    { "|一点五万", "15000", "一点五万", false, false },
    { "|两点一线", "2", "两", false, false },
    { "|百余件", "100", "百余", true, false },
    { "|三十余万", "300000", "三十余万", true, false },
    { "|百姓", NULL, NULL, false, false },
    { "|万元", NULL, NULL, false, false },
    { "|十四五", NULL, NULL, false, false },
    { "|二三产业", NULL, NULL, false, false },
    { "队|伍十二人", NULL, NULL, false, false },
    { "|五一", NULL, NULL, false, false },
    { "|十百", NULL, NULL, false, false },
    { "|一二十", NULL, NULL, false, false },
    { "|百分之", NULL, NULL, false, false },
};

static void reads_numbers_in_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct str source = str_of(samples[i].text);
        size_t at = str_find(source, STR("|"));
        struct strbuf text = { 0 }, value = { 0 };
        strbuf_str(&text, str_sub(source, 0, at));
        strbuf_str(&text, str_sub(source, at + 1, source.n));
        struct numeral n;
        bool found = numeral_read(strbuf_view(&text), at, &n);
        if (found != (samples[i].value != NULL))
            fail_msg("%s", samples[i].text);
        if (found) {
            decimal_print(&value, n.value);
            if (!str_eq_c(strbuf_view(&value), samples[i].value) ||
                !str_eq_c(str_sub(strbuf_view(&text), at, n.length), samples[i].taken) ||
                n.approximate != samples[i].approximate || n.percent != samples[i].percent)
                fail_msg("%s: %s, %zu bytes, %d %d", samples[i].text, value.p, n.length,
                         n.approximate, n.percent);
        }
        strbuf_free(&text);
        strbuf_free(&value);
    }
}

static void keeps_the_decimals_as_written(void **state)
{
    (void)state;
    struct numeral n;
    assert_true(numeral_read(STR("1.80万"), 0, &n));
    assert_int_equal(n.decimals, 2);
    assert_int_equal(n.value.scale, 0);
    assert_false(n.chinese);
    assert_true(numeral_read(STR("百分之三点二五"), 0, &n));
    assert_int_equal(n.decimals, 2);
    assert_true(n.chinese);
}

static const struct {
    const char *text, *value, *unit;
} cells[] = {
    { "128", "128", "" },
    { " 128件 ", "128", "件" },
    { "1,234", "1234", "" },
    { "1，234.50", "1234.50", "" },
    { "-8", "-8", "" },
    { "+12", "12", "" },
    { "增12", "12", "" },
    { "减少3件", "-3", "件" },
    { "-0.05", "-0.05", "" },
    { "46.00万元", "46.00", "万元" },
    { "3万件", "30000", "件" },
    { "500元", "500", "元" },
    { "12%", "12", "%" },
    { "零", "0", "" },
    { "0", "0", "" },
    { "15人次", "15", "人次" },
    { "", NULL, "" },
    { "-", NULL, "" },
    { "/", NULL, "" },
    { "12,34", NULL, "" },
    { "1、", NULL, "" },
    { "1.属于", NULL, "" },
    { "1 2", NULL, "" },
    { "12.", NULL, "" },
    { "一", NULL, "" },
    { "无", NULL, "" },
    { "12余件", NULL, "" },
    { "约12", NULL, "" },
    { "12/13", NULL, "" },
    { "1O", NULL, "" },
    { "12(3)", NULL, "" },
    { "--1", NULL, "" },
    { "5件3条", NULL, "" },
    { "5件左右", NULL, "" },
    { "1234567890123456789", NULL, "" },
    { "2016年1月", NULL, "" },
    { "1.2.3", NULL, "" },
    { "万元", NULL, "" },
};

static void reads_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct decimal d;
        struct str unit;
        struct strbuf value = { 0 };
        bool is = numeral_cell(str_of(cells[i].text), &d, &unit);
        if (is != (cells[i].value != NULL))
            fail_msg("%s", cells[i].text);
        if (is) {
            decimal_print(&value, d);
            assert_string_equal(value.p, cells[i].value);
            assert_true(str_eq_c(unit, cells[i].unit));
        }
        strbuf_free(&value);
    }
}

static void reads_ordinals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned value;
    } ordinals[] = {
        { "一", 1 },      { "十", 10 },   { "十一", 11 }, { "二十", 20 },
        { "九十九", 99 }, { "一〇", 10 }, { "一百", 0 },  { "", 0 },
        { "十四五", 0 },  { "1", 0 },     { "一、", 0 },
    };
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        assert_int_equal(numeral_ordinal(str_of(ordinals[i].text)), ordinals[i].value);
}

static void compares_exactly(void **state)
{
    (void)state;
    static const struct {
        struct decimal a, b;
        int order;
    } pairs[] = {
        { { 4600, 2 }, { 46, 0 }, 0 },
        { { -5, 2 }, { -50, 3 }, 0 },
        { { 999999999999999999, 0 }, { 999999999999999999, 18 }, 1 },
        { { -1, 1 }, { 0, 0 }, -1 },
        { { 101, 2 }, { 1, 0 }, 1 },
        { { 99, 2 }, { 1, 0 }, -1 },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(decimal_cmp(pairs[i].a, pairs[i].b), pairs[i].order);
        assert_int_equal(decimal_cmp(pairs[i].b, pairs[i].a), -pairs[i].order);
    }
    assert_true(decimal_is_integer((struct decimal){ 4600, 2 }));
    assert_false(decimal_is_integer((struct decimal){ 4601, 2 }));
    assert_int_equal(decimal_integer((struct decimal){ -4699, 2 }), -46);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_numbers_in_text), cmocka_unit_test(keeps_the_decimals_as_written),
        cmocka_unit_test(reads_cells),           cmocka_unit_test(reads_ordinals),
        cmocka_unit_test(compares_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
