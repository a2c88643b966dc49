/* test_period.c - the statistics period, in the many ways it is written and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "pages.h"

struct period_case {
    const char *text, *from, *to;
    bool damaged;
};

static const struct period_case cases[] = {
    { "本报告各项数据的统计期限自2019年1月1日起至2019年12月31日止。", "2019-01-01", "2019-12-31",
      false },
    { "统计时限为2019年1月1日至2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "报告中数据统计时间从2019年1月1日起，到12月31日止。", "2019-01-01", "2019-12-31", false },
    { "统计期限：2019年1月1日—2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "统计期限为２０１９年１月１日至２０１９年１２月３１日。", "2019-01-01", "2019-12-31", false },
    { "统计期限为二〇一九年一月一日至二〇一九年十二月三十一日。", "2019-01-01", "2019-12-31",
      false },
    { "所列数据统计期限自201911日起至20191231日止。", "2019-01-01", "2019-12-31", true },
    { "所列数据统计时间为201911日至1231日。", "2019-01-01", "2019-12-31", true },
    { "统计期限自2019年1月1日起至2019年12月31止。", "2019-01-01", "2019-12-31", true },
    { "本报告时段为2019年1月1日至2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "统计起讫日期为2019年1月1日至2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "统计期限为2019年度。", "2019-01-01", "2019-12-31", false },
    { "统计期限为2019年全年。", "2019-01-01", "2019-12-31", false },
    { "本年度报告的时间范围为2019年1月1日至2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "统计时段为2019年第一至三季度。", "", "", false },
    { "本报告统计的时间为2019年全年。", "2019-01-01", "2019-12-31", false },
    { "本报告中的数据截至2019年12月31日。", "2019-01-01", "2019-12-31", false },
    { "本报告数据截止到2019年11月30日。", "", "", false },
    { "据统计，截至2019年12月31日，全镇公开信息31条。", "", "", false },
    { "除注明外，数据统计截止2019年12月31日，自2019年1月1日起。", "2019-01-01", "2019-12-31",
      false },
    { "所列数据截至2019年12月31日，自2019年1月1日起统计。", "2019-01-01", "2019-12-31", false },
    { "统计数据期限为2019年1月至12月。", "2019-01-01", "2019-12-31", false },
    { "统计区间为2019年1—11月份。", "2019-01-01", "2019-11-30", false },
    { "统计区间为2019年1月—11月。", "2019-01-01", "2019-11-30", false },
    { "统计期限为2019年全年（1月1日至12月31日）。", "2019-01-01", "2019-12-31", false },
    { "统计期间为2019年全年（1月1日至11月30日）。", "2019-01-01", "2019-11-30", false },
    { "统计期间为2019年度，即2月1日到12月31日。", "2019-02-01", "2019-12-31", false },
    { "统计期限自2018年1月1日起至2018年11月30日止。", "2018-01-01", "2018-11-30", false },
    { "统计期限自2019.1.1至2019.12.31。", "2019-01-01", "2019-12-31", false },
    { "统计期限自2019-01-01起至2019-12-31止。", "2019-01-01", "2019-12-31", false },
    { "自2019年1月1日起至2019年12月31日止的数据统计如下。", "2019-01-01", "2019-12-31", false },
    { "所列数据的统计期限从201911日到1231日止。", "2019-01-01", "2019-12-31", true },
    { "所列数据的统计期限自201911日起20191231止。", "2019-01-01", "2019-12-31", true },
    { "本年报涵盖2019年1月1日至12月31日本镇的各项公开事务。", "2019-01-01", "2019-12-31", false },
    { "内容涵盖我镇2019年1月1日至12月21日期间的有关事务。", "2019-01-01", "2019-12-21", false },
    { "反映2019年1月1日至2019年12月31日期间的各项工作。", "2019-01-01", "2019-12-31", false },
    { "内容为2019年1月1日至12月31日全镇的有关事务。", "2019-01-01", "2019-12-31", false },
    { "全镇2019年1月1日至12月31日共办结3件。", "", "", false },
    { "我局按时完成统计数据的报送，没有遗漏。", "", "", false },
    { "审批期限由10个工作日压缩为5个工作日，2019年1月1日起施行。", "", "", false },
    { "统计局于2019年3月召开会议。", "", "", false },
};

static void test_periods(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct period_case *c = &cases[i];
        char text[2048];
        snprintf(text, sizeof text,
                 "白露镇2019年政府信息公开工作年度报告\n现将有关情况报告如下。%"
                 "s如有疑问，请与党政办联系。\n一、总体情况\n正常。\n",
                 c->text);
        struct page_report p = pages_read(text, NULL);
        const struct report_period *period = &p.report->period;
        pages_equal("found", c->text, period->found, *c->from != '\0');
        pages_same("from", c->text, str_of(pages_date(period->from)), c->from);
        pages_same("to", c->text, str_of(pages_date(period->to)), c->to);
        pages_equal("damaged", c->text, period->damaged, c->damaged);
        if (period->found) /* the sentence, no more */
            pages_same("sentence", c->text, span_raw(p.report, period->span), c->text);
        pages_done(&p);
    }
}

/* Below the title the whole year is a period by itself, half of it is not. */
static void test_without_a_word(void **state)
{
    static const struct period_case lines[] = {
        { "（2019年1月1日至2019年12月31日）", "2019-01-01", "2019-12-31", false },
        { "（2019年1月1日至2019年6月30日）", "", "", false },
        { "（统计时间：2019年1月1日—2019年6月30日）", "2019-01-01", "2019-06-30", false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "白露镇2019年政府信息公开工作年度报告\n%s\n一、总体情况\n正常。\n", lines[i].text);
        struct page_report p = pages_read(text, NULL);
        pages_equal("found", lines[i].text, p.report->period.found, *lines[i].from != '\0');
        pages_done(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_periods),
                                        cmocka_unit_test(test_without_a_word) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
