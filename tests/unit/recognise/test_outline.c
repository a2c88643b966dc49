/* test_outline.c - headings of all styles, the sections made of them, and the end of the article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"
#include "pages.h"

#define TITLE "青禾县水务局2021年政府信息公开工作年度报告\n"

/* Headings as "C1|title" lines: style letter (P C B A a R), number, "+" when they stand alone. */
static void print_headings(const struct report *r, struct strbuf *out)
{
    for (size_t i = 0; i < r->heading_count; i++) {
        const struct report_heading *h = &r->headings[i];
        strbuf_fmt(out, "%c%u%s|%.*s\n", "PCBAaR"[h->style], h -> number,
                   h -> standalone ? "+" : "", STR_ARG(heading_title(r, h)));
    }
}

static void print_sections(const struct report *r, struct strbuf *out)
{
    static const char *const matches[] = { "=", "~", "?" };
    for (size_t i = 0; i < r->section_count; i++)
        strbuf_fmt(out, "%.*s%s%u ", STR_ARG(r->sections[i].key),
                   r->sections[i].official ? matches[r->sections[i].match] : "",
                   r->sections[i].text_chars);
}

struct outline_case {
    const char *name, *text, *headings;
};

static const struct outline_case outlines[] = {
    { "all styles",
      "一、总体情况\n（一）加强领导。明确专人负责。\n1、完善制度。按时更新。\n1."
      "5倍于上年。\n（1）网站。有。\n2）微信。有。\n",
      "C1+|总体情况\nB1|加强领导\nA1|完善制度\na1|网站\na2|微信\n" },
    { "a year behind the number",
      "一、总体情况\n1.健全机制。明确专人。\n2.2020年，我局更新栏目。做好发布。\n3.2."
      "5万人次。\n3、2019年的做法。保留。\n",
      "C1+|总体情况\nA1|健全机制\nA2|2020年,我局更新栏目\nA3|2019年的做法\n" },
    { "split headings", "一、\n总体情况\n正常开展。\n（二）\n改进措施\n加强培训。\n",
      "C1+|总体情况\nB2+|改进措施\n" },
    { "broken headings",
      "一、总体\n情况\n正常开展。\n三、收到和处理\n政府信息\n公开申请情况\n无。\n"
      "政府信息公开行政复议、\n行政诉讼情况\n无。\n",
      "C1+|总体情况\nC3+|收到和处理政府信息公开申请情况\nP0+|"
      "政府信息公开行政复议、行政诉讼情况\n" },
    { "a whole heading takes nothing in",
      "一、总体情况\n情况较好\n五、存在的主要问题\n公开不及时\n",
      "C1+|总体情况\nC5+|存在的主要问题\n" },
    { "official words that run into their text",
      "一、总体情况2021年，我局更新栏目30条。无投诉。\n五、存在的主要问题及改进情况公开不够及时，将"
      "改进。\n"
      "二、主动公开政府信息情况表\n",
      "C1|总体情况\nC5|存在的主要问题及改进情况\nC2+|主动公开政府信息情况表\n" },
    { "running items", "一、总体情况\n主要做法：一是加强领导，二是完善制度；三是强化监督。\n",
      "C1+|总体情况\nR1|加强领导\nR2|完善制度\nR3|强化监督\n" },
    { "no running items",
      "一、总体情况\n这是唯一是非不分的说法，统一是必要的，其中之一是人员不足。\n",
      "C1+|总体情况\n" },
    { "ordinals first", "一、总体情况\n第一，加强领导。第二，完善制度。\n",
      "C1+|总体情况\nR1|加强领导\nR2|完善制度\n" },
    { "parts", "第一部分 总体情况\n正常。\n第二部分：主动公开政府信息情况\n30条。\n",
      "C1+|总体情况\nC2+|主动公开政府信息情况\n" },
    { "figures and dates",
      "一、总体情况\n12.5万元。\n2021.1.5召开会议。\n1.8万人次。\n10.12万条。\n",
      "C1+|总体情况\n" },
    { "a number without its mark",
      "一 总体情况\n正常。\n二主动公开政府信息情况\n30条。\n三 年来工作情况\n"
      "四 季度主动公开政府信息情况\n",
      "C1+|总体情况\nC2+|主动公开政府信息情况\n" },
    { "a number without its mark, which goes on",
      "一 总体情况\n正常。\n二主动公开政府信息情况\n30条。\n三 咨询情况\n五 会议情况\n",
      "C1+|总体情况\nC2+|主动公开政府信息情况\nC3+|咨询情况\n" },
    { "blank behind the number", "一、\xC2\xA0总体情况\n正常。\n", "C1+|总体情况\n" },
    { "full stop behind the title", "一、总体情况。\n正常。\n", "C1+|总体情况\n" },
    { "title and text in a line", "一、总体情况：我局认真开展工作，成效较好。\n", "C1|总体情况\n" },
    { "a sentence is no heading",
      "主动公开政府信息情况较上年有所改善，群众较为满意。\n一、总体情况\n正常。\n",
      "C1+|总体情况\n" },
    { "headings without numbers", "总体情况\n正常。\n主动公开政府信息情况\n30条。\n",
      "P0+|总体情况\nP0+|主动公开政府信息情况\n" },
    { "behind a byline in a table that lays out the page",
      "<html><body><table><tr><td>青禾县水务局2021年政府信息公开工作年度报告</td></tr>"
      "<tr><td>来源：水务局 日期：2022-01-10 浏览次数：3</td></tr>"
      "<tr><td><b>第一部分 总体情况</b><br>我局认真做好各项公开工作，及时更新栏目内容，方便群众查阅"
      "有关信息，全年运行平稳有序。<br><b>第二部分 主动公开政府信息情况</b><br>30条。"
      "</td></tr></table></body></html>",
      "C1+|总体情况\nC2+|主动公开政府信息情况\n" },
    { "compatibility forms", "㈠ 加强领导\n正常。\n⒈ 完善制度\n正常。\n",
      "B1+|加强领导\nA1+|完善制度\n" },
    { "table of contents",
      "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n一、总体情况\n正"
      "常。\n二、主动公开政府信息情况\n30条。\n三、收到和处理政府信息公开申请情况\n无。\n",
      "C1+|总体情况\nC2+|主动公开政府信息情况\nC3+|收到和处理政府信息公开申请情况\n" },
    { "table of contents in a line",
      "一、概述,(一)做法,(二)成效,二、主动公开情况,三、存在问题,"
      "\n一、概述\n正常。\n二、主动公开情况\n30条。\n",
      "C1+|概述\nC2+|主动公开情况\n" },
    { "rows and entries are no headings",
      "四、结转下年度继续办理 0 0 0 1\n一、总体情况......1\n二、公开情况 ………… "
      "12\n一、总体情况\n正常。\n二、2020年公开3条\n无。\n",
      "C1+|总体情况\nC2+|2020年公开3条\n" },
    { "empty sections are no table of contents",
      "一、总体情况\n正常。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府"
      "信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n",
      "C1+|总体情况\nC2+|主动公开政府信息情况\nC3+|收到和处理政府信息公开申请情况\nC4+|"
      "政府信息公开行政复议、行政诉讼情况\nC5+|存在的主要问题及改进情况\n" },
};

static void test_outlines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++) {
        char text[4096];
        struct strbuf found = { 0 };
        snprintf(text, sizeof text, TITLE "%s", outlines[i].text);
        struct page_report p = pages_read(text, NULL);
        print_headings(p.report, &found);
        pages_same("headings", outlines[i].name, strbuf_view(&found), outlines[i].headings);
        strbuf_free(&found);
        pages_done(&p);
    }
}

static const struct outline_case sections[] = {
    { "official",
      "一、总体情况\n正常开展。\n二、主动公开政府信息情况\n共30条。\n六、其他需要报告的事项\n无。"
      "\n",
      "overview=5 disclosure=5 other=2 " },
    { "free separators",
      "一、总体情况\n正常。\n四、政府信息公开行政复议和行政诉讼情况\n无。\n五、存在的主要问题与改进"
      "情况\n无。\n",
      "overview=3 disputes~2 problems~2 " },
    { "class only", "一、总体情况\n正常。\n四、复议诉讼\n无。\n五、存在问题及下一步打算\n无。\n",
      "overview=3 disputes?2 problems?2 " },
    { "broken, in other words", "一、总体情况\n正常。\n五、存在的\n主要问题和改进措施\n无。\n",
      "overview=3 problems?2 " },
    { "one without its number",
      "一、总体情况\n正常。\n主动公开政府信息情况\n30条。\n三、收到和处理政府信息公开申请情况\n无。"
      "\n",
      "overview=3 disclosure=4 requests=2 " },
    { "brackets as chapters",
      "（一）总体情况\n正常。\n（二）主动公开政府信息情况\n30条。\n（三）收到和处理政府信息公开申请"
      "情况\n无。\n",
      "overview=3 disclosure=4 requests=2 " },
    { "an extra chapter",
      "一、总体情况\n正常。\n二、主动公开政府信息情况\n30条。\n三、建议提案办理\n无。\n四、依申请公"
      "开情况\n无。\n",
      "overview=3 disclosure=4 extra2 requests?2 " },
    { "a list that begins anew is no section",
      "一、总体情况\n正常。\n二、主动公开政府信息情况\n30条。\n五、存在的主要问题及改进情况\n一、人"
      "手较少\n二、更新较慢\n六、其他需要报告的事项\n无。\n",
      "overview=3 disclosure=4 problems=0 other=2 " },
    { "subheadings do not count",
      "一、总体情况\n（一）加强领导\n正常。\n（二）完善制度。已印发。\n二、主动公开政府信息情况\n30"
      "条。\n三、依申请公开\n无。\n",
      "overview=15 disclosure=4 requests?2 " },
    { "the signature is no text",
      "一、总体情况\n正常。\n二、主动公开政府信息情况\n30条。\n六、其他需要报告的事项\n无。\n青禾县"
      "水务局\n2022年1月20日\n",
      "overview=3 disclosure=4 other=2 " },
    { "cut off behind the parts of its first chapter",
      "一、总体情况\n（一）主动公开情况\n30条。\n（二）依申请公开情况\n无。\n（三）监督保障\n正常。"
      "\n",
      "overview=9 " },
    { "a list numbered as the chapters are",
      "一、总体情况\n一、主动公开\n二、依申请公开\n三、监督保障\n二、主动公开政府信息情况\n30条。\n"
      "三、收到和处理政府信息公开申请情况\n无。\n",
      "overview=0 disclosure=4 requests=2 " },
    { "a number that stands twice is no list",
      "一、总体情况\n正常。\n一、主动公开情况\n30条。\n二、收到和处理政府信息公开申请情况\n无。\n",
      "overview=3 disclosure?4 requests=2 " },
    { "marks and numbers of no style",
      "第一、总体情况\n正常。\n★ "
      "主动公开政府信息情况\n30条。\n叁、收到和处理政府信息公开申请情况\n无。\n",
      "overview=3 disclosure=4 requests=2 " },
    { "numbers of no style",
      "I. 总体情况\n正常。\n2 "
      "主动公开政府信息情况\n30条。\nⅢ、收到和处理政府信息公开申请情况\n无。\n",
      "overview=3 disclosure=4 requests=2 " },
    { "one heading in other words",
      "一、年度工作回顾\n正常。\n二、主动公开政府信息情况\n30条。\n三、收到和处理政府信息公开申请情"
      "况\n无。\n"
      "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n无。\n六、其他需"
      "要报告的事项\n无。\n",
      "overview?3 disclosure=4 requests=2 disputes=2 problems=2 other=2 " },
};

static void test_sections(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        char text[4096];
        struct strbuf found = { 0 };
        snprintf(text, sizeof text, TITLE "%s", sections[i].text);
        struct page_report p = pages_read(text, NULL);
        print_sections(p.report, &found);
        pages_same("sections", sections[i].name, strbuf_view(&found), sections[i].headings);
        strbuf_free(&found);
        pages_done(&p);
    }
}

struct article_case {
    const char *name, *text, *first, *last;
};

#define ARTICLE                                                                                                                                 \
    "一、总体情况\n我局认真做好各项公开工作，及时更新栏目内容，方便群众查阅有关信息，全年运行平稳" \
    "有序。\n二、主动公开政府信息情况\n正常。\n"
#define LINES "青禾县水务局2021年政府信息公开工作年度报告"

static const struct article_case articles[] = {
    { "menus and footer",
      "首页 | 新闻 | 政务公开\n当前位置：首页 > 年报\n" LINES "\n来源：水务局 浏览次数：3\n" ARTICLE
      "相关链接\n省政府网站\n版权所有：青禾县人民政府\n",
      LINES, "正常。" },
    { "leaving the site",
      "您访问的链接即将离开“青禾县”门户网站 "
      "是否继续？\n继续访问放弃\n2021年，我局公布年度报告，内容由以下几部分组成，供公众查阅和监督使"
      "用。\n" ARTICLE,
      "2021年，我局公布年度报告，内容由以下几部分组成，供公众查阅和监督使用。", "正常。" },
    { "next article", LINES "\n" ARTICLE "上一篇：通知\n下一篇：公告\n", LINES, "正常。" },
    { "copyright notice",
      LINES
      "\n" ARTICLE
      "凡本网注明“稿件来源：某网”的所有文字、图片和音视频稿件，版权均属本网所有，未经授权不得转载"
      "使用。\n联系方式：1\n",
      LINES, "正常。" },
    { "back to the top", LINES "\n" ARTICLE "热门文章\n推荐文章\n返回顶部\n", LINES, "正常。" },
    { "reports of other years",
      LINES "\n" ARTICLE "历年年报\n青禾县水务局2020年政府信息公开工作年度报告 2021-01-20\n", LINES,
      "正常。" },
    { "a list without a heading",
      LINES "\n" ARTICLE "青禾县水务局2020年政府信息公开工作年度报告 2021-01-20\n"
            "青禾县水务局2019年政府信息公开工作年度报告 2020-01-18\n",
      LINES, "正常。" },
    { "attachment", LINES "\n" ARTICLE "附件：统计表\n打印本页 关闭窗口\n", LINES, "附件：统计表" },
};

static void test_articles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        struct page_report p = pages_read(articles[i].text, NULL);
        const struct report *r = p.report;
        assert_true(r->end_block > r->first_block);
        pages_same("first line", articles[i].name, doc_block_raw(p.doc, r->first_block),
                   articles[i].first);
        pages_same("last line", articles[i].name, doc_block_raw(p.doc, r->end_block - 1),
                   articles[i].last);
        pages_done(&p);
    }
}

static void test_annex_holds_no_chapters(void **state)
{
    (void)state;
    struct page_report p = pages_read(
        "<html><body><h1>" LINES
        "</h1><p>一、总体情况</p><p>正常。</p><p>二、主动公开政府信息情况</p><p>30条。</p>"
        "<p>三、收到和处理政府信息公开申请情况</p><p>无。</p><table><tr><td>指标</td><td>单位</"
        "td><td>数</td></tr>"
        "<tr><td>一、主动公开情况</td><td>条</td><td>3</td></tr><tr><td>二、依申请公开情况</"
        "td><td>件</td><td>0</td></tr>"
        "<tr><td>四、举报投诉</td><td>件</td><td>0</td></tr></table><p>青禾县水务局</"
        "p><p>2022年1月4日</p></body></html>",
        NULL);
    assert_int_equal(p.report->section_count, 3);
    assert_int_equal(p.report->heading_count, 3);
    pages_done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outlines),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_articles),
        cmocka_unit_test(test_annex_holds_no_chapters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
