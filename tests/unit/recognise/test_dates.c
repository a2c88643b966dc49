/* test_dates.c - which dates of a page are the report's, and which is the one of publication. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pages.h"

#define TITLE "白露镇2020年政府信息公开工作年度报告"
#define TEXT                                                                                                                                  \
    "一、总体情况\n2020年，我镇认真做好各项公开工作，及时更新栏目内容，方便群众查阅有关信息，全年" \
    "运行平稳有序。\n"                                                                                                                 \
    "二、主动公开政府信息情况\n截至2020年12月31日，共公开信息30条。\n"

struct date_case {
    const char *name, *text, *published, *source;
    size_t count;
};

static const struct date_case cases[] = {
    { "byline", TITLE "\n来源：镇政府 发布日期：2021/1/20 13:52:43\n" TEXT, "2021-01-20", "byline",
      1 },
    { "byline in brackets", TITLE "\n发布时间:[2021-01-20] 浏览次数：32\n" TEXT, "2021-01-20",
      "byline", 1 },
    { "Chinese date", TITLE "\n日期：2021年1月20日　来源：本站\n" TEXT, "2021-01-20", "byline", 1 },
    { "metadata line",
      "索引号：0012/2021-3 发布机构：镇政府 发布日期：2021-01-20\n" TITLE "\n" TEXT, "2021-01-20",
      "table", 1 },
    { "metadata run together",
      "发文机关政府办主题词\n主题分类政务公开 发布日期2021-01-20\n" TITLE "\n" TEXT, "2021-01-20",
      "table", 1 },
    { "written and published",
      "索引号：0012 成文日期：2021-01-18 发布日期：2021-01-20\n" TITLE "\n" TEXT, "2021-01-20",
      "table", 2 },
    { "generated and published",
      "索引号：0012 生成日期：2021-01-18 发布日期：2021-01-20\n" TITLE "\n" TEXT, "2021-01-20",
      "table", 2 },
    { "generated alone",
      "| 发布机构： | 镇政府 | 生成日期： | 2021-01-18 08:51:18 |\n" TITLE "\n" TEXT, "2021-01-18",
      "table", 1 },
    { "written alone", "索引号：0012 成文日期：2021-01-18\n" TITLE "\n" TEXT, "", "", 1 },
    { "conflict",
      "索引号：0012 发布日期：2021-01-20\n" TITLE "\n时间：2020-08-20 来源：某报\n" TEXT,
      "2021-01-20", "table", 2 },
    { "label and date each in brackets", "[索引号] 0012\n[发布日期] [2021-01-20]\n" TITLE "\n" TEXT,
      "2021-01-20", "table", 1 },
    { "eight figures before the source", TITLE "\n20210120 来源：镇政府 字号：大 中 小\n" TEXT,
      "2021-01-20", "byline", 1 },
    { "eight figures alone", TITLE "\n20210120\n" TEXT, "", "", 0 },
    { "beside a name", TITLE "\n2021-01-20　白露镇人民政府\n" TEXT, "2021-01-20", "byline", 1 },
    { "behind a name", TITLE "\n白露镇人民政府　2021-01-20 09:31\n" TEXT, "2021-01-20", "byline",
      1 },
    { "beside a title of a list", TITLE "\n关于防汛值守的通知 2021-06-03\n" TEXT, "", "", 0 },
    { "beside a name, in words", TITLE "\n白露镇人民政府 2021年1月20日\n" TEXT, "", "", 0 },
    { "in words with the day of the week",
      TITLE "\n2021年1月20日 09:00 星期三　白露镇人民政府\n" TEXT, "2021-01-20", "byline", 1 },
    { "byline without a text", TITLE "\n发布日期：2021-01-20\n", "2021-01-20", "byline", 1 },
    { "bare line", "首页\n2021-01-20\n" TITLE "\n" TEXT, "2021-01-20", "page", 1 },
    { "signature only", TITLE "\n" TEXT "白露镇人民政府\n2021年1月20日\n", "", "", 1 },
    { "signature in one line", TITLE "\n" TEXT "白露镇人民政府2021年1月20日\n", "", "", 1 },
    { "date under the title in brackets", TITLE "\n（2021年1月20日）\n" TEXT, "", "", 1 },
    { "date of today", "今天是2024年5月6日 星期一\n" TITLE "\n" TEXT, "", "", 0 },
    { "copyright", TITLE "\n" TEXT "版权所有 2009-2024 白露镇人民政府\n", "", "", 0 },
    { "byline below the text", TITLE "\n" TEXT "来源：镇政府　发布时间：2021年1月20日\n",
      "2021-01-20", "byline", 1 },
    { "byline below the signature",
      TITLE "\n" TEXT
            "白露镇人民政府\n2021年1月18日\n信息来源：镇政府 发布日期：2021-01-20 责任编辑：李某\n",
      "2021-01-20", "byline", 2 },
    { "an account's line", TITLE "\n青禾发布 2021年01月20日 10:00 江苏\n" TEXT, "2021-01-20",
      "byline", 1 },
    { "an account's line, another way", TITLE "\n原创 青禾发布 2021-01-20 10:00 发表于江苏\n" TEXT,
      "2021-01-20", "byline", 1 },
    { "published on", TITLE "\n发布于 2021-01-20\n" TEXT, "2021-01-20", "byline", 1 },
    { "day of printing", TITLE "\n" TEXT "打印日期：2030-06-01\n", "", "", 0 },
    { "day of filling in a form", TITLE "\n" TEXT "单位负责人：李某 填报日期：2030年6月1日\n", "",
      "", 0 },
    { "valid until", "索引号：0012 失效日期：2030-01-01 有效期：5年\n" TITLE "\n" TEXT, "", "", 0 },
    { "dates of other articles", TITLE "\n" TEXT "相关信息\n政务公开工作要点\n2021-03-05\n", "", "",
      0 },
    { "reports of other years",
      "<html><body><h1>" TITLE "</h1><p>一、总体情况</p><p>2020年，我镇认真做好各项公开工作。</p>"
      "<h4>历年报告</h4><ul><li><a href=/a>白露镇2019年政府信息公开工作年度报告</a>"
      "<span>2020-01-20</span></li></ul></body></html>",
      "", "", 0 },
    { "behind the article", TITLE "\n" TEXT "责任编辑：王某 发布时间：2021-01-20\n", "2021-01-20",
      "byline", 1 },
    { "byline below the text",
      "<html><body><h1>" TITLE "</h1><p>一、总体情况</p><p>2020年，我镇认真做好各项公开工作。</p>"
      "<p>发布时间：2021年01月20日　信息来源：镇政府</p></body></html>",
      "2021-01-20", "byline", 1 },
    { "update after publication", TITLE "\n更新时间：2022-05-01 发布时间：2021-01-20\n" TEXT,
      "2021-01-20", "byline", 2 },
    { "office hours", TITLE "\n办公时间：8:30-12:00 受理时间：2021年1月1日起\n" TEXT, "", "", 0 },
    { "meta tag",
      "<html><head><meta name=pubdate content='2021-01-20 09:00'></head><body><h1>" TITLE
      "</h1><p>时间：2021-01-19 来源：镇政府</p><p>一、总体情况</p></body></html>",
      "2021-01-20", "meta", 2 },
    { "day of making the page",
      "<html><head><meta name=Maketime content='2024-01-20 09:00'><meta name=lastmodified "
      "content='2024-02-02'></head><body><h1>" TITLE "</h1><p>一、总体情况</p></body></html>",
      "", "", 0 },
    { "table cells",
      "<html><body><table><tr><td>索 引 "
      "号：</td><td>0012</td><td>发布日期：</td><td>2021年01月20日</td></tr></table><h1>" TITLE
      "</h1><p>一、总体情况</p></body></html>",
      "2021-01-20", "table", 1 },
    { "byline without a label", TITLE "\n2021-01-20 09:11 来源：县民政局\n" TEXT, "2021-01-20",
      "byline", 1 },
    { "source first", TITLE "\n来源：县民政局 2021-01-20\n" TEXT, "2021-01-20", "byline", 1 },
    { "header of the article",
      "<html><body><article><header><h1>" TITLE "</h1><p>2021-01-20 来源：镇政府</p></header>"
      "<p>一、总体情况</p></article></body></html>",
      "2021-01-20", "byline", 1 },
    { "hidden",
      "<html><body><div style='display:none'>发布日期：2021-01-20</div><h1>" TITLE
      "</h1><p>一、总体情况</p></body></html>",
      "", "", 0 },
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct date_case *c = &cases[i];
        struct page_report p = pages_read(c->text, NULL);
        const struct report *r = p.report;
        bool found = r->published >= 0;
        pages_same("published", c->name,
                   str_of(found ? pages_date(r->dates[r->published].date) : ""), c->published);
        pages_same("source", c->name,
                   str_of(found ? report_date_source_name(r->dates[r->published].source) : ""),
                   c->source);
        pages_equal("dates", c->name, (long)r->date_count, (long)c->count);
        pages_done(&p);
    }
}

static void test_places(void **state)
{
    (void)state;
    struct page_report p =
        pages_read("首页\n" TITLE "\n来源：镇政府 发布日期：2021/1/20 13:52:43\n" TEXT
                   "白露镇人民政府\n2021年1月25日\n",
                   NULL);
    const struct report *r = p.report;
    assert_int_equal(r->date_count, 2);
    assert_int_equal(r->dates[0].line, 3);
    pages_same("label", "byline", r->dates[0].label, "发布日期");
    pages_same("quote", "byline", r->dates[0].quote, "发布日期：2021/1/20 13:52:43");
    assert_int_equal(r->dates[1].source, DATE_SIGNATURE);
    assert_int_equal(r->dates[1].line, 9);
    pages_done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_dates),
                                        cmocka_unit_test(test_places) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
