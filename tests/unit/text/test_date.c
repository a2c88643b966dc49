/* test_date.c - the calendar, and dates in text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/date.h"

struct sample {
    const char *text;
    unsigned flags;
    const char *date;  /* NULL: none */
    const char *taken; /* the text of the hit */
    bool damaged;
};

static const struct sample samples[] = {
    { "发布日期:2025-01-20", 0, "2025-01-20", "2025-01-20", false },
    { "2017/2/17 13:52:43 来源", 0, "2017-02-17", "2017/2/17 13:52:43", false },
    { "2025.1.20,", 0, "2025-01-20", "2025.1.20", false },
    { "2025-1-20T08:00:01+08:00", 0, "2025-01-20", "2025-1-20T08:00:01", false },
    { "于2025年1月20日印发", 0, "2025-01-20", "2025年1月20日", false },
    { "2025年01月05号", 0, "2025-01-05", "2025年01月05号", false },
    { "2020年1月19日08:51", 0, "2020-01-19", "2020年1月19日08:51", false },
    { "2020年1月19日9时05分", 0, "2020-01-19", "2020年1月19日9时05分", false },
    { "二〇二五年一月二十日", 0, "2025-01-20", "二〇二五年一月二十日", false },
    { "二零一九年十二月三十一日止", 0, "2019-12-31", "二零一九年十二月三十一日", false },
    { "二〇二五年1月20日", 0, "2025-01-20", "二〇二五年1月20日", false },
    { "2024年2月29日", 0, "2024-02-29", "2024年2月29日", false },
    { "2023年2月29日", DATE_DAMAGED, NULL, NULL, false },
    { "2023-13-01 2023-12-01", 0, "2023-12-01", "2023-12-01", false },
    { "2025年1月", DATE_DAMAGED, NULL, NULL, false },
    { "2025年,", DATE_DAMAGED, NULL, NULL, false },
    { "2019-2020", DATE_DAMAGED, NULL, NULL, false },
    { "2019-01-01-2019-12-31", 0, "2019-01-01", "2019-01-01", false },
    { "2019.1.1-2019.12.31", 0, "2019-01-01", "2019.1.1", false },
    { "a.cn/2025-01-20/b", 0, NULL, NULL, false },
    { "日期/2025-01-20。", 0, "2025-01-20", "2025-01-20", false },
    { "完成于2025.1.20.", 0, "2025-01-20", "2025.1.20", false },
    { "1.2.3 192.168.1.20", DATE_DAMAGED, NULL, NULL, false },
    { "12025-01-20", 0, NULL, NULL, false },
    { "A2025-01-20", 0, NULL, NULL, false },
    { "/2025/01/20/a.html", 0, NULL, NULL, false },
    { "/art/2025/1/20/art_12", 0, NULL, NULL, false },
    { "2025-01-20-0034", 0, NULL, NULL, false },
    { "0012-2025-01-20", 0, NULL, NULL, false },
    { "0025年1月20日", 0, NULL, NULL, false },
    { "2025/01-20", 0, NULL, NULL, false },
    { "2025-01-200", 0, NULL, NULL, false },
    { "电话:0750-2025-123", DATE_COMPACT | DATE_DAMAGED, NULL, NULL, false },
    /* written together */
    { "20250120", DATE_COMPACT, "2025-01-20", "20250120", false },
    { "20250120", DATE_DAMAGED, NULL, NULL, false },
    { "t20250120_9.html", DATE_COMPACT, NULL, NULL, false },
    { "202501201", DATE_COMPACT, NULL, NULL, false },
    { "20251320", DATE_COMPACT, NULL, NULL, false },
    { "11-20250120", DATE_COMPACT, NULL, NULL, false },
    /* damaged */
    { "自201911日起至20191231日止", DATE_DAMAGED, "2019-01-01", "201911日", true },
    { "至20191231日止", DATE_DAMAGED, "2019-12-31", "20191231日", true },
    { "20191231日", DATE_DAMAGED | DATE_COMPACT, "2019-12-31", "20191231日", true },
    { "自201911日起", 0, NULL, NULL, false },
    { "2025年120日", DATE_DAMAGED, "2025-01-20", "2025年120日", true },
    { "2025120日", DATE_DAMAGED, "2025-01-20", "2025120日", true },
    { "2019年1231日", DATE_DAMAGED, "2019-12-31", "2019年1231日", true },
    { "20191月1日", DATE_DAMAGED, "2019-01-01", "20191月1日", true },
    { "2020119日", DATE_DAMAGED, NULL, NULL, false },
    { "2020年111日", DATE_DAMAGED, NULL, NULL, false },
    { "2020131日", DATE_DAMAGED, "2020-01-31", "2020131日", true },
    { "2020230日", DATE_DAMAGED, NULL, NULL, false },
    { "2016年1月1至2016年12月31日", DATE_DAMAGED, "2016-01-01", "2016年1月1", true },
    { "2019年12月31止", DATE_DAMAGED, "2019-12-31", "2019年12月31", true },
    { "2019年12月31止", 0, NULL, NULL, false },
    { "2019年1月5条", DATE_DAMAGED, NULL, NULL, false },
    { "2020-01-1908:51:18", DATE_DAMAGED, "2020-01-19", "2020-01-1908:51:18", true },
    { "2020-01-1908:51:18", 0, NULL, NULL, false },
};

static void finds_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct date_hit hit;
        struct str text = str_of(samples[i].text);
        struct strbuf date = { 0 };
        bool found = date_find(text, 0, samples[i].flags, &hit);
        if (found)
            date_print(&date, hit.date);
        if (found != (samples[i].date != NULL))
            fail_msg("%s: %s", samples[i].text, found ? date.p : "none");
        if (found && (!str_eq_c(strbuf_view(&date), samples[i].date) ||
                      !str_eq_c(str_sub(text, hit.at, hit.length), samples[i].taken) ||
                      hit.damaged != samples[i].damaged))
            fail_msg("%s: %s at %zu, %zu bytes, %d", samples[i].text, date.p, hit.at, hit.length,
                     hit.damaged);
        strbuf_free(&date);
    }
}

static void goes_on_behind_a_hit(void **state)
{
    (void)state;
    struct str text = STR("自2019年1月1日起至2019年12月31日止");
    struct date_hit hit;
    assert_true(date_find(text, 0, 0, &hit));
    assert_int_equal(hit.date.month, 1);
    assert_true(date_find(text, hit.at + hit.length, 0, &hit));
    assert_int_equal(hit.date.month, 12);
    assert_false(date_find(text, hit.at + hit.length, 0, &hit));
    assert_false(date_find(text, text.n + 5, 0, &hit));

    text = STR("2019-01-01-2019-12-31");
    assert_true(date_find(text, 10, 0, &hit));
    assert_int_equal(hit.at, 11);
}

static void knows_the_calendar(void **state)
{
    (void)state;
    struct date d = { 1999, 12, 30 };
    for (long i = 0; i < 150000; i++) { /* past the leap rule of 400 years */
        struct date next = date_add_days(d, 1);
        if (!date_valid(next) || date_cmp(d, next) >= 0 || date_days(d, next) != 1)
            fail_msg("%d-%d-%d", d.year, d.month, d.day);
        d = next;
    }
    struct date start = { 1999, 12, 30 };
    assert_int_equal(date_days(start, d), 150000);
    assert_int_equal(date_cmp(date_add_days(d, -150000), start), 0);
    assert_int_equal(date_days((struct date){ 2024, 2, 28 }, (struct date){ 2024, 3, 1 }), 2);
    assert_int_equal(date_days((struct date){ 2100, 2, 28 }, (struct date){ 2100, 3, 1 }), 1);
    assert_false(date_valid((struct date){ 0, 0, 0 }));
    assert_false(date_valid((struct date){ 1900, 2, 29 }));
    assert_false(date_valid(date_add_days((struct date){ 9999, 12, 31 }, 1)));
}

static void parses_iso_only(void **state)
{
    (void)state;
    static const char *const wrong[] = { "",           "2025-1-20",   "2025-01-32",
                                         "2025/01/20", "2025-01-20 ", "20250120",
                                         "2025-0a-20" };
    struct date d;
    assert_true(date_parse_iso(STR("2025-01-20"), &d));
    assert_int_equal(date_cmp(d, (struct date){ 2025, 1, 20 }), 0);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(date_parse_iso(str_of(wrong[i]), &d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_dates),
        cmocka_unit_test(goes_on_behind_a_hit),
        cmocka_unit_test(knows_the_calendar),
        cmocka_unit_test(parses_iso_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
