/* test_composition.c - the sentence that lists the report's parts, divided as a reader would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"
#include "pages.h"

struct composition_case {
    const char *text, *parts;
    unsigned stated;
    bool open;
};

static const struct composition_case cases[] = {
    { "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议"
      "和行政诉讼情况、存在问题及改进措施和其他需要报告的事项共六部分组成。",
      "总体情况/主动公开政府信息情况/收到和处理政府信息公开申请情况/"
      "政府信息公开行政复议和行政诉讼情况/存在问题及改进措施/其他需要报告的事项/",
      6, false },
    { "全文包括总体情况、主动公开政府信息情况、政府信息公开行政复议、行政诉讼情况，共三部分。",
      "总体情况/主动公开政府信息情况/政府信息公开行政复议、行政诉讼情况/", 3, false },
    /* who wrote it is no part of it */
    { "本报告由青禾县水务局办公室编制，全文包括总体情况、主动公开政府信息情况、政府信息公开行政复议"
      "、行政诉讼"
      "情况，共三部分。",
      "总体情况/主动公开政府信息情况/政府信息公开行政复议、行政诉讼情况/", 3, false },
    { "本报告由“总体情况”、“主动公开政府信息情况”、“政府信息公开行政复议、行政诉讼情况”、“其他需要"
      "报告的事项”四个部分组成。",
      "总体情况/主动公开政府信息情况/政府信息公开行政复议、行政诉讼情况/其他需要报告的事项/", 4,
      false },
    { "本报告由概述、主动公开政府信息情况、重点工作完成情况、咨询处理情况、存在的主要问题和改进措施"
      "等部分组成。",
      "概述/主动公开政府信息情况/重点工作完成情况/咨询处理情况/存在的主要问题和改进措施/", 0,
      true },
    { "全文包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况，以及其他需要报告的事项等几"
      "个方面。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/其他需要报告的事项/", 0, true },
    { "报告内容包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况等六个部分。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 6, true },
    { "报告内容包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况等三个部分。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 3, false },
    { "本年度报告共分三个部分：一、总体情况；二、主动公开政府信息情况；三、存在的主要问题及改进情况"
      "。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 3, false },
    { "本年度报告分为：(一)总体情况、(二)主动公开政府信息情况、(三)存在的主要问题及改进情况。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 0, false },
    { "本报告由三部分构成：总体情况、主动公开政府信息情况、存在的主要问题及改进情况。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 3, false },
    { "全文由三个部分组成，分别是总体情况、主动公开政府信息情况、存在的主要问题及改进情况。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 3, false },
    { "本报告主要包括宣传培训情况、主动公开情况、依申请公开情况、资源管理情况、平台建设情况、监督保"
      "障情况、存在的主要问题等五个方面。",
      "宣传培训情况/主动公开情况/依申请公开情况/资源管理情况/平台建设情况/监督保障情况/"
      "存在的主要问题/",
      5, true },
    /* behind the list the sentence goes on with the period */
    { "报告内容包括总体情况、主动公开政府信息情况、存在的主要问题及改进情况等，所列数据的统计时限自"
      "2021"
      "年1月1日起至2021年12月31日止。",
      "总体情况/主动公开政府信息情况/存在的主要问题及改进情况/", 0, true },
    { "我局公开的内容包括机构职能、领导信息、政策文件和财政信息等四个部分。", "", 0, false },
    { "领导小组由局长任组长，各科室负责人组成。", "", 0, false },
    { "本报告的电子版可在网站下载，内容包括文字和表格。", "", 0, false },
};

static void test_compositions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct composition_case *c = &cases[i];
        char text[4096];
        struct strbuf parts = { 0 };
        snprintf(text, sizeof text,
                 "青禾县水务局2021年政府信息公开工作年度报告\n根据要求，现将情况报告如下。%"
                 "s统计期限为2021年度。\n一、总体情况\n正常。\n二、主动公开政府信息情况\n30条。\n",
                 c->text);
        struct page_report p = pages_read(text, NULL);
        const struct report_composition *k = &p.report->composition;
        for (size_t n = 0; n < k->part_count; n++)
            strbuf_fmt(&parts, "%.*s/", STR_ARG(span_text(p.report, k->parts[n].span)));
        pages_equal("found", c->text, k->found, *c->parts != '\0');
        pages_same("parts", c->text, strbuf_view(&parts), c->parts);
        pages_equal("stated", c->text, k->stated, c->stated);
        pages_equal("open", c->text, k->open, c->open);
        if (k->found)
            pages_same("sentence", c->text, span_raw(p.report, k->span), c->text);
        strbuf_free(&parts);
        pages_done(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_compositions) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
