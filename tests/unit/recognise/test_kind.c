/* test_kind.c - reports, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "pages.h"

#define SECTIONS                                                                                                                                \
    "一、总体情况\n我局认真做好各项公开工作，及时更新栏目内容，方便群众查阅有关信息，全年运行平稳" \
    "有序。\n"                                                                                                                               \
    "二、主动公开政府信息情况\n共公开信息30条。\n三、收到和处理政府信息公开申请情况\n未收到申请。"    \
    "\n"                                                                                                                                        \
    "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n人手不足。"   \
    "\n六、其他需要报告的事项\n无。\n"

struct kind_case {
    const char *text, *kind, *mark;
};

static const struct kind_case cases[] = {
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS, "annual-report", NULL },
    { "<html><body><h2>政府信息公开年报</h2><ul><li><a "
      "href=\"1.html\">青禾县水务局2023年政府信息公开工作年度报告</a>"
      "<span>2024-01-12</span></li></ul></body></html>",
      "other", NULL },
    { "<html><body><h2>政府信息公开年报</h2><p><a "
      "href=\"1.pdf\">青禾县水务局2023年政府信息公开工作年度报告</a>"
      "</p></body></html>",
      "annual-report", NULL },
    { "<html><head><title>站内搜索</title></head><body><p>共找到 1 条结果</p><h3><a "
      "href=\"a.html\">"
      "青禾县水务局2023年政府信息公开工作年度报告</a></"
      "h3><p>根据《中华人民共和国政府信息公开条例》，青禾县水务局编制了"
      "2023年政府信息公开工作年度报告……</p></body></html>",
      "other", "list" },
    { "青禾县2023年政府信息公开工作年度报告专栏\n各乡镇\n清水镇年报\n县直部门\n县财政局年报\n",
      "other", "notice-title" },
    { "您访问的链接即将离开本网站，是否继续？\n" SECTIONS, "annual-report", NULL },
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS
      "审核程序 Auditor 0.1.0；评分细则 national；规则摘要\nsha256:4a482cfc\n",
      "other", "own-page" },
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS
      "上一篇：青禾县财政局年报\n下一篇：工作总结范文（精选5篇）\n",
      "annual-report", NULL },
    { "青禾县水务局2020年政府信息公开工作年度报告\n附件：年度报告.pdf\n", "annual-report", NULL },
    { "青禾县水务局2016年政府信息公开工作总结\n" SECTIONS, "annual-report", NULL },
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS "参考文献\n", "annual-report", NULL },
    { "青禾县人民政府办公室关于印发2020年政府信息公开工作年度报告的通知\n" SECTIONS,
      "annual-report", NULL },
    { "青禾县水务局2020年政府信息公开工作年度报告\n近日，我局召开会议，研究部署有关工作，全年公开信"
      "息30条，群众较为满意。\n" SECTIONS,
      "annual-report", NULL },
    { "青禾县水务局政府信息公开工作年度报告\n20XX年，（单位名称）认真开展工作。\n" SECTIONS,
      "other", "blank-year" },
    { "青禾县水务局2020年政府信息公开工作年度报告\n20XX年，（单位名称）认真开展工作。\n" SECTIONS,
      "annual-report", NULL },
    { "政府信息公开工作报告（精选3篇）\n政府信息公开工作报告 篇1\n" SECTIONS
      "政府信息公开工作报告 篇2\n" SECTIONS,
      "collection", "collection-title" },
    { "政府信息公开年度报告范文\n一、概述\n某局认真做好工作。\n", "collection",
      "collection-title" },
    { "信息公开报告\n报告 篇1\n" SECTIONS "报告 篇2\n" SECTIONS "报告 篇3\n" SECTIONS, "collection",
      "model-heads" },
    { "青禾县水务局2020年上半年政府信息公开工作情况报告\n" SECTIONS, "other", "half-year" },
    { "青禾县水务局2020年第三季度政府信息公开工作报告\n" SECTIONS, "other", "half-year" },
    { "青禾学院2020-2021学年政府信息公开年度报告\n" SECTIONS, "other", "half-year" },
    { "青禾县水务局2020年法治政府建设年度报告\n一、主要举措\n依法行政，办理信息公开申请3件，全部按"
      "时答复，群众满意。\n",
      "other", "rule-of-law" },
    { "青禾县人民政府网站工作年度报表（2020年）\n网站名称 青禾县政府网\n", "other",
      "website-report" },
    { "青禾县2020年政府信息公开工作年度报告发布\n本报讯 "
      "近日，青禾县人民政府对外发布年度报告。报告显示，全年公开信息3200条。\n",
      "other", "news-lead" },
    { "XX单位20XX年政府信息公开工作年度报告\n" SECTIONS, "other", "template-title" },
    { "河湾市政务公开办公室\n关于政府信息公开工作年度报告\n有关事项的通知\n各有关单位：\n" SECTIONS,
      "other", "order-title" },
    { "河湾省人民政府办公厅政府信息公开年度报告制度（试行）\n第一条 "
      "为了做好年度报告，制定本制度。\n第二条 报告包括下列内容：\n"
      "（一）概述；\n（二）主动公开政府信息情况；\n（三）依申请公开政府信息情况；\n（四）复议、诉讼"
      "和申诉的情况；\n",
      "other", "notice-title" },
    { "2020年上半年政府信息公开数据统计\n一、公文类公开情况\n共公开30条。\n二、依申请公开情况\n受理"
      "申请3件。\n"
      "三、政府信息公开相关行政复议、诉讼情况\n发生诉讼1件。\n",
      "other", "half-year" },
    { "年度报告范文5篇\n第一篇：区局政府信息公开年度报告\n一、概述\n我局公开信息20条。\n第二篇：镇"
      "政府信息公开年度报"
      "告\n一、概述\n我镇公开信息20条。\n",
      "collection", "collection-title" },
    { "【图解】青禾县水务局2020年政府信息公开工作年度报告\n主要内容\n1."
      "总体情况。写明了五个方面。\n2."
      "主动公开政府信息情况。统计了文件数。\n3.收到和处理政府信息公开申请情况。统计了申请数。\n4."
      "存在的主要问题及改进情况。写明了不足。\n",
      "other", "study-title" },
    { "水务局晒出公开账单\n李青\n青禾县水务局日前发布2020年度政府信息公开工作报告。报告显示，2020年"
      "主动"
      "公开政府信息463条，共受理政府信息公开申请38件，均按规定办理。\n",
      "other", "no-report" },
    { "文字解读：青禾县水务局2020年政府信息公开工作年度报告\n一、编制背景\n根据条例编写。\n二、编制"
      "依据\n有关通知。\n"
      "三、主要内容\n报告分为六个部分。\n",
      "other", "news-title" },
    { "××县××局××年度政府信息公开工作年度报告\n" SECTIONS, "other", "template-title" },
    { "××县××局2020年政府信息公开工作年度报告\n" SECTIONS, "annual-report", NULL },
    { "政府信息公开工作年度报告（格式）\n" SECTIONS, "other", "template-title" },
    { "青禾县召开2020年政府信息公开年度报告编制培训会\n本网讯 "
      "近日，青禾县召开培训会，各部门负责人参加会议，会议讲解了有关要求。\n",
      "other", "news-title" },
    { "关于做好2020年政府信息公开工作年度报告编制工作的通知\n各部门：请按要求编制并于一月底前公布年"
      "度报告，不得迟报漏报，违者通报批评。\n",
      "other", "notice-title" },
    { "青禾县人民政府办公室关于做好2020年政府信息公开工作年度报告有关事项的通知\n" SECTIONS,
      "other", "order-title" },
    { "关于2020年度政府信息公开年报质量检查情况的通报\n" SECTIONS, "other", "order-title" },
    { "根据《中华人民共和国政府信息公开条例》编写本报告，数据统计期限为2020年1月1日至2020年12月31日"
      "。\n一、总体情况\n2020年，园区更新栏目。\n",
      "annual-report", NULL },
    { "根据《中华人民共和国政府信息公开条例》，现就2020年度报告的编写通知如下，本报告由六部分组成。"
      "\n一、总体要求\n按时。\n",
      "other", NULL },
    { "财政局关于政府信息公开年度报告有关项目的解释\n某县财政局：来函收悉，现就案件的计数方法答复如"
      "下，请按此填写。\n",
      "other", "notice-title" },
    { "一、总体情况\n2020年，本单位依照《中华人民共和国政府信息公开条例》更新栏目。\n（一）制度。已"
      "印发。\n",
      "annual-report", NULL },
    { "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n人手不足。"
      "\n",
      "annual-report", NULL },
    { "四、工作纪律\n没有发生。\n五、存在的主要问题及改进情况\n人手不足。\n", "other", NULL },
    { "小编为您收集了3篇政府信息公开工作总结，供您参考写作之用，希望对您的工作有所帮助，喜欢的话就"
      "收藏本站吧！\n篇1：工作总结\n一、加强领导\n正常。\n",
      "collection", "collection-title" },
    { "政府信息公开工作自查报告(三篇)第一篇：自查报告 我区按要求开展工作。\n一、加强领导\n正常。\n",
      "collection", NULL },
    { "试论政府信息公开年度报告制度的完善\n摘要：本文考察年度报告的编制，以若干样本为对象。\n"
      "一、问题的提出\n年报由谁编制，值得考察。\n二、样本分析\n样本来自三个县。\n三、结论\n"
      "应当细化格式。\n",
      "other", "news-title" },
    { "政府信息公开年度报告的文本质量研究\n摘要：本文考察年度报告的质量，以若干样本为对象展开分析，"
      "提出改进建议。\n一、问题的提出\n无。\n参考文献\n[1] 无\n",
      "other", "references" },
    { "青禾县水务局政府信息公开指南\n一、公开范围\n本局主动公开机构职能等信息，公众可以通过网站查询"
      "，也可以到大厅咨询。\n",
      "other", NULL },
    { "青禾县水务局政府信息公开指南\n一、公开范围\n（一）主动公开\n（二）依申请公开\n二、收费情况\n"
      "三、监督和投诉\n",
      "other", "other-title" },
    { "××县××局2022年政府信息公开工作年度报告（模板）\n" SECTIONS, "other", "template-title" },
    { "<html><body><h1>政府信息公开年报</h1><ul><li><a "
      "href=a>青禾县水务局2022年政府信息公开工作年度报告"
      "</a> 2023-01-11</li><li><a href=b>青禾县财政局2022年政府信息公开工作年度报告</a> "
      "2023-01-12</li>"
      "<li><a href=c>青禾县司法局2022年政府信息公开工作年度报告</a> "
      "2023-01-13</li></ul></body></html>",
      "other", "list" },
    { "我县发布2023年政府信息公开工作年度报告\n近日，县政府门户网站集中发布年度报告，各单位全部按时"
      "公开。"
      "\n据介绍，去年全县公开信息六千余条。\n",
      "other", "news-title" },
    /* no title of its own: one line of the list stands for it */
    { "<html><body><p>当前位置：首页 政务公开</p><ul><li><a "
      "href=a>青禾县水务局2022年政府信息公开工作年度报告"
      "</a><span>2023-01-11</span></li><li><a "
      "href=b>青禾县财政局2022年政府信息公开工作年度报告</a><span>"
      "2023-01-12</span></li><li><a href=c>青禾县司法局2022年政府信息公开工作年度报告</a><span>"
      "2023-01-13</span></li></ul><p>共 6 页 下一页</p></body></html>",
      "other", "list" },
    { "<html><body><h1>青禾县水务局2022年政府信息公开工作年度报告</h1><p>附件：年度报告.pdf</p><ul>"
      "<li><a href=a>青禾县水务局2021年政府信息公开工作年度报告</a></li>"
      "<li><a href=b>青禾县水务局2020年政府信息公开工作年度报告</a></li>"
      "<li><a href=c>青禾县水务局2019年政府信息公开工作年度报告</a></li></ul></body></html>",
      "annual-report", NULL },
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS
      "青禾县财政局2020年政府信息公开工作年度报告\n" SECTIONS,
      "collection", "several-reports" },
    { "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS
      "青禾县水务局2020年政府信息公开工作年度报告\n" SECTIONS,
      "annual-report", NULL },
    { "○○镇2023年政府信息公开工作年度报告\n一、总体情况\n（简述全年工作）\n二、主动公开政府信息情况"
      "\n"
      "（填写表格）\n",
      "other", "template-title" },
    { "青禾县水务局2020年1-9月政府信息公开工作情况报告\n" SECTIONS, "other", "half-year" },
    { "青禾县水务局2020年1-12月政府信息公开工作情况报告\n" SECTIONS, "annual-report", NULL },
    /* lists as text: one entry looks like a title */
    { "序号\t标题\t日期\n1\t青禾县水务局2022年政府信息公开工作年度报告\t2023-01-11\n"
      "2\t青禾县财政局2022年政府信息公开工作年度报告\t2023-01-12\n"
      "3\t青禾县司法局2022年政府信息公开工作年度报告\t2023-01-13\n",
      "other", "list" },
    { "青禾县水务局2022年政府信息公开工作年度报告\n发布时间：2023-01-11\n"
      "青禾县水务局2021年政府信息公开工作年度报告\n发布时间：2022-01-10\n"
      "青禾县水务局2020年政府信息公开工作年度报告\n发布时间：2021-01-12\n",
      "other", "list" },
    { "[2023-01-11] 青禾县水务局2022年政府信息公开工作年度报告\n"
      "[2022-01-10] 青禾县水务局2021年政府信息公开工作年度报告\n"
      "[2021-01-12] 青禾县水务局2020年政府信息公开工作年度报告\n",
      "other", "list" },
    { "青禾县水务局2022年政府信息公开工作年度报告\n发布时间：2023-01-11\n"
      "附件：青禾县水务局2022年政府信息公开工作年度报告.pdf\n"
      "上一篇：青禾县水务局2021年政府信息公开工作年度报告\n"
      "下一篇：青禾县财政局2021年政府信息公开工作年度报告\n",
      "annual-report", NULL },
    { "共找到 36 条结果\n青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况 "
      "2022年，青禾县水务局"
      "认真做好公开工作，及时更新栏目内容，方便群众查阅……\n青禾县财政局2022年政府信息公开工作年度报"
      "告\n一、总体情况 2022年，青禾县财政局完善制度，全年公开信息三百余条，办理申请……\n"
      "青禾县司法局2022年政府信息公开工作年度报告\n一、总体情况 2022年，青禾县司法局……\n",
      "other", "list" },
    { "搜索结果 暂无\n青禾县水务局2022年政府信息公开工作年度报告\n" SECTIONS
      "青禾县水务局2021年政府信息公开工作年度报告\n青禾县水务局2020年政府信息公开工作年度报告\n",
      "annual-report", NULL },
    /* treats the matters of a report in chapters that sound like its own */
    { "2022年度政府信息公开工作年度报告评估报告\n一、总体情况\n平均得分83分。\n二、主动公开情况\n"
      "普遍较好。\n三、存在的问题\n数据有误。\n四、改进建议\n细化格式。\n",
      "other", "study-title" },
    { "基层政府信息公开年度报告文本分析\n摘要：以三县为样本。\n关键词：年报\n一、总体情况\n略。\n"
      "二、主动公开情况\n略。\n三、存在的问题\n略。\n参考文献\n",
      "other", "references" },
    /* a column of a site, and a report that calls itself no more than that */
    { "政府信息公开年报\n本栏目公布历年政府信息公开工作年度报告。\n暂无数据\n", "other", NULL },
    { "问：政府信息公开年报何时公布？\n答：按照《中华人民共和国政府信息公开条例》，每年1月31日前公"
      "布。"
      "\n",
      "other", NULL },
    { "政府信息公开年报\n2010年，我镇按照要求公开村务、财务和办事指南，全年公布126条，没有收到申请"
      "，"
      "没有收费。\n",
      "annual-report", NULL },
    { "【图解】一图读懂青禾县2022年政府信息公开工作年度报告\n发布时间：2023-03-02\n"
      "相关文件：青禾县人民政府2022年政府信息公开工作年度报告\n",
      "other", "news-title" },
    { "青禾县概况\n青禾县位于河湾之畔，物产丰富，交通便利，历史悠久，近年来经济社会各项事业发展较快"
      "。\n",
      "other", "no-report" },
};

static bool has_mark(const struct report *r, const char *code)
{
    for (size_t i = 0; i < r->mark_count; i++)
        if (str_eq_c(str_of(r->marks[i].code), code))
            return true;
    return false;
}

static void test_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kind_case *c = &cases[i];
        struct page_report p = pages_read(c->text, NULL);
        pages_same("kind", c->text, str_of(report_kind_name(p.report->kind)), c->kind);
        if (c->mark)
            pages_equal(c->mark, c->text, has_mark(p.report, c->mark), true);
        pages_done(&p);
    }
}

/* A collection is nobody's report of no year. */
static void test_collection_has_no_year(void **state)
{
    (void)state;
    struct page_report p = pages_read("政府信息公开年度报告范文\n一、概述\n2019年，2019年，某局认真"
                                      "做好工作。\n某局\n2020年1月3日\n",
                                      NULL);
    assert_int_equal(p.report->year, 0);
    assert_null(p.report->form);
    assert_int_equal(p.report->agency.n, 0);
    pages_done(&p);
}

static void test_nothing(void **state)
{
    static const char *const pages[] = { "。", "<html></html>",
                                         "<html><body><p hidden>一、总体情况</p></body></html>" };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct page_report p = pages_read(pages[i], NULL);
        assert_int_equal(p.report->kind, REPORT_OTHER);
        assert_int_equal(p.report->published, -1);
        pages_done(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_kinds),
                                        cmocka_unit_test(test_collection_has_no_year),
                                        cmocka_unit_test(test_nothing) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
