/* test_identity.c - whose report, of which year and level, told from titles and texts of all kinds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "pages.h"

#define BODY                                                                                                                                   \
    "\n一、总体情况\n本单位认真做好各项公开工作，及时更新栏目内容，方便群众查阅有关信息，全年运行" \
    "平稳有序。\n"                                                                                                                        \
    "二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n"                              \
    "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n人手不足。\n六、"   \
    "其他需要报告的事项\n无。\n"

struct title_case {
    const char *title, *agency, *level;
    int year;
};

static const struct title_case titles[] = {
    { "白露镇2020年政府信息公开工作年度报告", "白露镇", "township", 2020 },
    { "白露镇人民政府2020年度政府信息公开工作年度报告", "白露镇人民政府", "township", 2020 },
    { "2022年青禾县水务局政府信息公开工作年度报告", "青禾县水务局", "department", 2022 },
    { "2022年度青禾县水务局政府信息公开年报", "青禾县水务局", "department", 2022 },
    { "青禾县水务局关于2022年政府信息公开工作的年度报告", "青禾县水务局", "department", 2022 },
    { "青禾县水务局政府信息公开工作年度报告（2022年）", "青禾县水务局", "department", 2022 },
    { "青禾县水务局政府信息公开工作年度报告(2022)", "青禾县水务局", "department", 2022 },
    { "政府信息公开工作年度报告（青禾县水务局2022年）", "青禾县水务局", "department", 2022 },
    { "青禾县人民政府二〇二一年政府信息公开工作年度报告", "青禾县人民政府", "county", 2021 },
    { "青禾县2017年度政府信息公开年度工作报告", "青禾县", "county", 2017 },
    { "青禾县人民政府办公室2021年政府信息公开工作年度报告", "青禾县人民政府办公室", "department",
      2021 },
    { "石家庄市人民政府2021年政府信息公开工作年度报告", "石家庄市人民政府", "city", 2021 },
    { "丹东市东港市人民政府2021年政府信息公开工作年度报告", "丹东市东港市人民政府", "county",
      2021 },
    { "昆山市人民政府2021年政府信息公开工作年度报告", "昆山市人民政府", "county", 2021 },
    { "上海市人民政府2021年政府信息公开工作年度报告", "上海市人民政府", "province", 2021 },
    { "云外省人民政府2021年政府信息公开工作年度报告", "云外省人民政府", "province", 2021 },
    { "云外省河湾市人民政府2021年政府信息公开工作年度报告", "云外省河湾市人民政府", "city", 2021 },
    { "恩施土家族苗族自治州人民政府2021年政府信息公开工作年度报告", "恩施土家族苗族自治州人民政府",
      "city", 2021 },
    { "河湾市柳浪街道办事处2021年政府信息公开工作年度报告", "河湾市柳浪街道办事处", "township",
      2021 },
    { "河湾市柳浪街道2021年政府信息公开工作年度报告", "河湾市柳浪街道", "township", 2021 },
    { "河湾经济技术开发区管理委员会2021年政府信息公开工作年度报告", "河湾经济技术开发区管理委员会",
      "zone", 2021 },
    { "河湾高新区管委会2021年政府信息公开工作年度报告", "河湾高新区管委会", "zone", 2021 },
    { "河湾市国有资产监督管理委员会2021年政府信息公开工作年度报告", "河湾市国有资产监督管理委员会",
      "department", 2021 },
    { "河湾市卫生健康委员会2021年政府信息公开工作年度报告", "河湾市卫生健康委员会", "department",
      2021 },
    { "河湾市质量技术监督局2016年政府信息公开年度报告", "河湾市质量技术监督局", "department",
      2016 },
    { "国家税务总局河湾市税务局2021年政府信息公开工作年度报告", "国家税务总局河湾市税务局",
      "department", 2021 },
    { "滨海新区人民政府2021年政府信息公开工作年度报告", "滨海新区人民政府", "county", 2021 },
    { "【年报】白露镇2020年政府信息公开工作年度报告", "白露镇", "township", 2020 },
    { "关于公布《白露镇2020年政府信息公开工作年度报告》的公告", "白露镇", "township", 2020 },
    { "38365体育在线投注:白露镇2020年政府信息公开工作年度报告", "白露镇", "township", 2020 },
    { "某某(中国)官方网站白露镇2020年政府信息公开工作年度报告", "白露镇", "township", 2020 },
    { "白露镇２０２０年政府信息公开工作年度报告", "白露镇", "township", 2020 },
    { "白露镇 2020 年 政府信息公开工作 年度报告", "白露镇", "township", 2020 },
    { "2020年政府信息公开工作年度报告", "", "unknown", 2020 },
    { "青禾县人民法院2020年政务公开工作年度报告", "青禾县人民法院", "department", 2020 },
    { "青禾县信访局2020年信息公开工作报告", "青禾县信访局", "department", 2020 },
};

static void test_titles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        const struct title_case *c = &titles[i];
        char text[4096];
        snprintf(text, sizeof text, "%s%s", c->title, BODY);
        struct page_report p = pages_read(text, NULL);
        pages_same("kind", c->title, str_of(report_kind_name(p.report->kind)), "annual-report");
        pages_same("agency", c->title, p.report->agency, c->agency);
        pages_same("level", c->title, str_of(report_level_name(p.report->level)), c->level);
        pages_equal("year", c->title, p.report->year, c->year);
        pages_equal("year of the title", c->title, p.report->title_year, c->year);
        pages_equal("line", c->title, p.report->title_line, 1);
        pages_done(&p);
    }
}

struct text_case {
    const char *name, *text, *file, *agency, *level, *form;
    int year;
};

static const struct text_case texts[] = {
    { "two title lines", "青禾县白露镇人民政府\n2020年政府信息公开工作年度报告" BODY, NULL,
      "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "three title lines", "青禾县白露镇人民政府\n2020年政府信息公开\n工作年度报告" BODY, NULL,
      "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "the year between",
      "青禾县白露镇人民政府\n2020年度\n政府信息公开工作年度报告\n现将青禾县白露镇人民政府2020年政府"
      "信息公开工作年度报告予以公布。" BODY,
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "the year on top", "2020年度\n青禾县白露镇人民政府\n政府信息公开工作年度报告" BODY, NULL,
      "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "the year in the last line", "青禾县白露镇人民政府\n政府信息公开工作\n2020年度报告" BODY,
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "a cover's date above",
      "青禾县白露镇人民政府\n二〇二一年一月\n2020年度政府信息公开工作年度报告" BODY, NULL, "",
      "unknown", "2019", 2020 },
    { "agency and year above", "青禾县白露镇人民政府2020年\n政府信息公开工作年度报告" BODY, NULL,
      "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "year and agency above", "2020年度青禾县白露镇人民政府\n政府信息公开工作年度报告" BODY, NULL,
      "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "year below", "青禾县白露镇政府信息公开工作年度报告\n（2020年）" BODY, NULL, "青禾县白露镇",
      "township", "2019", 2020 },
    { "agency in the opening",
      "2020年政府信息公开工作年度报告\n根据有关要求，现公布青禾县白露镇2020年政府信息公开工作年度报"
      "告。" BODY,
      NULL, "青禾县白露镇", "township", "2019", 2020 },
    { "full name from the text",
      "白露镇2020年政府信息公开工作年度报告\n按照县里的统一要求，白露镇人民政府对全年工作作了总结"
      "。" BODY,
      NULL, "白露镇人民政府", "township", "2019", 2020 },
    { "an agency between the page's heading and a title without one",
      "关于2020年度政府信息公开工作的年度报告\n"
      "www.example.gov.cn     发布时间：2021-01-25     来源：白露镇党政办      选择阅读字号：[ ]   "
      "  阅读次数："
      "\n青禾县白露镇人民政府\n关于2020年度政府信息公开工作的年度报告" BODY,
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "government and information with one word for both",
      "索引号 | 发布机构 |\n0012 | 河湾市青禾区水务局 "
      "|\n2020年白露镇人民政府信息公开工作年度报告" BODY,
      NULL, "白露镇人民政府", "township", "2019", 2020 },
    { "the report that was compiled",
      "根据县里的要求，我镇认真总结，编制了白露乡2020年政府信息公开工作年度报告。统计期限为2020年全"
      "年。" BODY,
      NULL, "白露乡", "township", "2019", 2020 },
    { "a notice on compiling is not the report",
      "根据《关于编制河湾市2020年政府信息公开工作年度报告的通知》，现将本单位2020年政府信息公开工作"
      "年度报告公布如下。" BODY,
      NULL, "", "unknown", "2019", 2020 },
    { "the full name before the short one",
      "根据条例，特向社会公布国家税务总局河湾市税务局（以下简称“河湾市税务局”）2020年政府信息公开工"
      "作年度报告。" BODY,
      NULL, "国家税务总局河湾市税务局", "department", "2019", 2020 },
    { "a subject that publishes",
      "根据条例要求，国家税务总局河湾市税务局向社会公布本单位2020年政府信息公开工作年度报告。2020年"
      "，河湾市税务局深入贯彻条例。" BODY,
      NULL, "国家税务总局河湾市税务局", "department", "2019", 2020 },
    { "a body by its field, named in the text",
      "河湾市气象部门2020年政府信息公开工作年度报告\n河湾市气象局全年发布预警30次。" BODY, NULL,
      "河湾市气象局", "department", "2019", 2020 },
    { "a town of which the text speaks",
      "本年度报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2020年全年。受理机构为青禾县"
      "白露街道办事处。\n"
      "一、总体情况\n按照统一部署，白露街道紧紧围绕重点事项做好公开，群众较为满意。\n"
      "（一）组织推动。白露街道高度重视，明确了专人。\n二、主动公开政府信息情况\n无。\n"
      "三、收到和处理政府信息公开申请情况\n无。\n",
      NULL, "白露街道办事处", "township", "2019", 2020 },
    { "a company that calls itself so",
      "本年度报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2020年全年。\n"
      "一、总体情况\n2020年度，河湾清源水务有限公司在市里的指导下认真做好公开。我公司全年发布信息20"
      "条。\n"
      "二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n",
      NULL, "河湾清源水务有限公司", "department", "2019", 2020 },
    { "a town's office is asked, and nothing else says whose report it is",
      "2020年政府信息公开工作年度报告\n如需咨询，请与青禾县白露镇人民政府党政办公室联系。" BODY,
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "a county's office is asked for others, too",
      "2020年政府信息公开工作年度报告\n如需咨询，请与青禾县人民政府办公室联系。" BODY, NULL, "",
      "unknown", "2019", 2020 },
    { "agency under the text", "政府信息公开工作年度报告" BODY "青禾县水务局\n2021年1月20日", NULL,
      "青禾县水务局", "department", "", 0 },
    { "place from the signature",
      "水务局2020年政府信息公开工作年度报告" BODY "青禾县水务局\n2021年1月20日", NULL,
      "青禾县水务局", "department", "2019", 2020 },
    { "agency of the metadata",
      "索引号：0012/2021 发布机构：青禾县水务局 "
      "发布日期：2021-01-20\n2020年政府信息公开工作年度报告" BODY,
      NULL, "青禾县水务局", "department", "2019", 2020 },
    { "an office for its government",
      "2020年政府信息公开工作年度报告\n本报告由青禾县人民政府办公室编制。2020年，我县各乡镇认真开展"
      "工作。" BODY,
      NULL, "青禾县人民政府", "county", "2019", 2020 },
    { "an office for itself",
      "2020年政府信息公开工作年度报告\n本报告由青禾县人民政府办公室编制。2020年，我办认真开展工作"
      "。" BODY,
      NULL, "青禾县人民政府办公室", "department", "2019", 2020 },
    { "some government's office, for its government",
      "索引号：0012/2021 发布机构：政府办公室 "
      "发布日期：2021-01-20\n2020年政府信息公开工作年度报告\n2020年，我旗各单位认真开展工作。" BODY,
      NULL, "", "unknown", "2019", 2020 },
    { "some government's office, for itself",
      "索引号：0012/2021 发布机构：政府办公室 "
      "发布日期：2021-01-20\n2020年政府信息公开工作年度报告\n2020年，我办认真开展工作。" BODY,
      NULL, "政府办公室", "department", "2019", 2020 },
    { "this site is no agency",
      "发布机构：本网 发布日期：2021-01-20\n2020年政府信息公开工作年度报告" BODY, NULL, "",
      "unknown", "2019", 2020 },
    { "a newspaper is none", "2020年政府信息公开工作年度报告\n时间：2021-01-20 来源：青禾日报" BODY,
      NULL, "", "unknown", "2019", 2020 },
    { "an office with radio in its name",
      "2020年政府信息公开工作年度报告\n现将青禾县文化广播电视和旅游局2020年政府信息公开工作情况报告"
      "如下。" BODY,
      NULL, "青禾县文化广播电视和旅游局", "department", "2019", 2020 },
    { "a place from the running text",
      "2020年政府信息公开工作年度报告\n现将2020年度县水务局政府信息公开工作情况公布，可在《青禾县水"
      "务局公开目录》查阅。" BODY,
      NULL, "青禾县水务局", "department", "2019", 2020 },
    { "the year before the agency",
      "政府信息公开工作年度报告\n现公布2020年度白露镇政府信息公开工作情况。" BODY, NULL, "白露镇",
      "township", "2019", 2020 },
    { "a title without the agency below one with it",
      "青禾县白露镇人民政府2020年政府信息公开工作年度报告\n关于2020年政府信息公开工作年度报告" BODY,
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "whom to ask, of our county",
      "2020年政府信息公开工作年度报告\n有疑问请与青禾县政府政务服务中心联系。2020年，我县栏目更新较"
      "快。" BODY,
      NULL, "青禾县", "county", "2019", 2020 },
    { "whom to ask, of our bureau",
      "2020年政府信息公开工作年度报告\n有疑问请与青禾县水务局综合股联系。2020年，我局栏目更新较快"
      "。" BODY,
      NULL, "青禾县水务局", "department", "2019", 2020 },
    { "a name that begins like a preposition", "对坊乡2020年政府信息公开工作年度报告" BODY, NULL,
      "对坊乡", "township", "2019", 2020 },
    { "a district of which the text speaks",
      "本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2020年全年。有疑问请与青禾区政府"
      "信息公开办公室联系。\n"
      "一、总体情况\n2020年，青禾区按照统一部署做好公开。全区栏目更新较快。\n二、主动公开政府信息情"
      "况\n无。\n"
      "三、收到和处理政府信息公开申请情况\n无。\n",
      NULL, "青禾区", "county", "2019", 2020 },
    { "a person behind the label of an office",
      "根据《中华人民共和国政府信息公开条例》，现将2020年我区政府信息公开工作年度报告公布如下。\n"
      "一、总体情况\n部门领导：李某某 "
      "开发区管委会宣传局局长\n我区栏目更新较快。\n二、主动公开政府信息情况\n无。\n"
      "三、收到和处理政府信息公开申请情况\n无。\n",
      NULL, "", "unknown", "2019", 2020 },
    { "an office with a short name that compiles",
      "本报告是根据条例要求，由河湾市信访办编制的2020年度政府信息公开年度报告。" BODY, NULL,
      "河湾市信访办", "department", "2019", 2020 },
    { "the title within the opening",
      "根据条例，现发布《青禾县政府办公室2020年政府信息公开工作年度报告》。2020年，我县栏目更新较快"
      "。" BODY,
      NULL, "青禾县政府办公室", "department", "2019", 2020 },
    { "a place behind a conjunction",
      "县应急管理局2020年政府信息公开年度报告\n通过“青禾县政府信息公开平台”以及青禾县应急管理局微信"
      "公众号公开。" BODY,
      NULL, "青禾县应急管理局", "department", "2019", 2020 },
    { "whom to ask, with the address",
      "2020年政府信息公开工作年度报告\n如有疑问，请联系：青禾县水务局综合股，地址：青禾路1号，电话"
      "：8123456。2020年，我局栏目更新较快"
      "。" BODY,
      NULL, "青禾县水务局", "department", "2019", 2020 },
    { "whom to ask, of nobody in particular",
      "2020年政府信息公开工作年度报告\n有疑问请与青禾县政府政务服务中心联系。2020年，栏目更新较快"
      "。" BODY,
      NULL, "", "unknown", "2019", 2020 },
    { "file name", "政府信息公开工作年度报告" BODY,
      "青禾县水务局2022年政府信息公开工作年度报告.txt", "青禾县水务局", "department", "2021",
      2022 },
    { "year of the period",
      "白露镇政府信息公开工作年度报告\n本报告各项数据的统计期限自2018年1月1日起至2018年12月31日止"
      "。" BODY,
      NULL, "白露镇", "township", "2008", 2018 },
    { "year of the text",
      "白露镇政府信息公开工作年度报告\n2023年，我镇稳步推进。2022年的不足已整改，2023年新增专栏一个"
      "。" BODY,
      NULL, "白露镇", "township", "2021", 2023 },
    { "traditional script",
      "青禾縣白露鎮人民政府\n2020年政府信息公開工作年度報告\n一、總體情況\n我鎮認真開展各項工作，群"
      "眾滿意度顯著提高，"
      "圍繞發展做好服務。\n二、主動公開政府信息情況\n無。\n三、收到和處理政府信息公開申請情況\n無。"
      "\n",
      NULL, "青禾县白露镇人民政府", "township", "2019", 2020 },
    { "entries of a list above the article",
      "青禾县白露镇人民政府2020年政府信息公开工作年度报告 2021-01-20\n"
      "青禾县白露镇人民政府2021年政府信息公开工作年度报告 2022-01-23\n"
      "青禾县白露镇人民政府2022年工作报告\n本报告根据《中华人民共和国政府信息公开条例》编制，统计期"
      "限自"
      "2022年1月1日起至2022年12月31日止。" BODY,
      NULL, "", "unknown", "2021", 2022 },
    { "an entry of a list below the article",
      "青禾县白露镇人民政府2022年工作报告\n本报告根据《中华人民共和国政府信息公开条例》编制，统计期"
      "限自2022年1月1日起至2022年12月31日止。" BODY
      "青禾县白露镇人民政府2021年政府信息公开工作年度报告 2022-01-23\n",
      NULL, "", "unknown", "2021", 2022 },
    { "an unknown city with counties",
      "河湾市人民政府2022年政府信息公开工作年度报告\n指导各县（市、区）和市直部门做好公开。" BODY,
      NULL, "河湾市人民政府", "city", "2021", 2022 },
    { "an unknown city with towns",
      "河湾市人民政府2022年政府信息公开工作年度报告\n督促各乡镇（街道）及时更新公开栏目内容。" BODY,
      NULL, "河湾市人民政府", "county", "2021", 2022 },
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct text_case *c = &texts[i];
        struct page_report p = pages_read(c->text, c->file);
        pages_same("agency", c->name, p.report->agency, c->agency);
        pages_same("level", c->name, str_of(report_level_name(p.report->level)), c->level);
        pages_equal("year", c->name, p.report->year, c->year);
        pages_same("form", c->name, p.report->form ? p.report->form->id : STR(""), c->form);
        pages_done(&p);
    }
}

/* The entries of a menu name no report, be they in one line or one a line. */
static void test_menu_title(void **state)
{
    (void)state;
    static const char *const menus[] = {
        "<p>机构职能 | 政策解读 | 政府信息公开年报 | 人事信息</p>",
        "政务公开 政府信息公开 年度报告\n",
        "首页>政务公开>信息公开>政府信息公开年报\n",
    };
    for (size_t i = 0; i < sizeof menus / sizeof *menus; i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 "%s青禾县民政局2020年法治政府建设年度报告\n现将工作情况公布如下。", menus[i]);
        struct page_report p = pages_read(text, NULL);
        if (str_has(p.report->title, "信息公开"))
            fail_msg("a menu is the title: %s", menus[i]);
        pages_done(&p);
    }
}

static void test_joined_title(void **state)
{
    (void)state;
    struct page_report p = pages_read(texts[1].text, NULL);
    pages_same("title", "three lines", p.report->title,
               "青禾县白露镇人民政府2020年政府信息公开工作年度报告");
    pages_equal("article", "three lines", p.report->first_block, 0);
    assert_true(report_in_article(p.report, 0));
    assert_null(report_section_of_block(p.report, 0));
    pages_done(&p);
}

/* A printed title breaks where its line is full. */
static void test_torn_title(void **state)
{
    static const char *const torn[] = { "政府信息公\n开工作年度报告", "政府信息公开工\n作年度报告",
                                        "政府信息公开工作年\n度报告",
                                        "政府信息公开工作年度报\n告" };
    (void)state;
    for (size_t i = 0; i < sizeof torn / sizeof *torn; i++) {
        char text[512];
        snprintf(text, sizeof text,
                 "2020年青禾县白露镇人民政府%s\n\n一、总体情况\n本镇公开信息。\n", torn[i]);
        struct page_report p = pages_read(text, NULL);
        pages_same("title", torn[i], p.report->title,
                   "2020年青禾县白露镇人民政府政府信息公开工作年度报告");
        pages_done(&p);
    }
}

static void test_host(void **state)
{
    static const struct {
        const char *head, *host;
    } cases[] = {
        { "<meta name=SiteDomain content='www.Qinghe.gov.cn'>", "www.qinghe.gov.cn" },
        { "<base href='https://zwgk.qinghe.gov.cn:8080/a/'><meta name=SiteDomain content='x.cn'>",
          "zwgk.qinghe.gov.cn" },
        { "<meta property='og:url' content='http://www.qinghe.gov.cn/a?b=http://x.com'>",
          "www.qinghe.gov.cn" },
        { "<base href='/'>", "" },
        { "<link rel=\"stylesheet\" href=\"http://x.com/a.css\"><link rel=\"canonical\" "
          "href=\"http://www.qinghe.gov.cn/a.html\"/>",
          "www.qinghe.gov.cn" },
        { "<!-- saved from url=(0034)http://www.qinghe.gov.cn/art/1.html --><meta name=SiteDomain "
          "content='x.cn'>",
          "www.qinghe.gov.cn" },
        { "<!-- saved from url=(0014)about:internet --><!-- 来自 http://x.com -->", "" },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "<html><head>%s</head><body><h1>白露镇2020年政府信息公开工作年度报告</h1><p>无。</"
                 "p></body></html>",
                 cases[i].head);
        struct page_report p = pages_read(text, NULL);
        pages_same("host", cases[i].head, p.report->host, cases[i].host);
        pages_done(&p);
    }
}

/* A crawler's text knows the address only where the page's own title tells it. */
static void test_host_in_title(void **state)
{
    static const struct {
        const char *first, *host;
    } cases[] = {
        { "青禾县人民政府门户网站 www.qinghe-info.com 首页 县情", "www.qinghe-info.com" },
        { "白露镇-青禾县政府网站:http://www.qinghe.gov.cn/", "www.qinghe.gov.cn" },
        { "青禾县人民政府门户网站 首页 技术支持 www.yunsoft.com", "" },
        { "青禾县人民政府门户网站 邮箱 qhx@163.com", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 "%s\n首页 > 政务公开 > 年度报告\n白露镇人民政府2020年政府信息公开工作年度报告\n"
                 "发布日期:2021-01-20\n一、总体情况\n可在政府网站 www.other.com 下载。\n",
                 cases[i].first);
        struct page_report p = pages_read(text, NULL);
        pages_same("host", cases[i].first, p.report->host, cases[i].host);
        pages_done(&p);
    }
}

static void test_hint(void **state)
{
    (void)state;
    struct page_report p = pages_read("白露镇2020年政府信息公开工作年度报告" BODY, NULL);
    struct report_hint hint = { .year = 2023, .agency = STR("青禾县"), .level = LEVEL_COUNTY };
    struct report *r = recognise(p.doc, p.report->forms, &hint);
    assert_int_equal(r->year, 2023);
    assert_int_equal(r->title_year, 2020);
    assert_int_equal(r->level, LEVEL_COUNTY);
    assert_true(str_eq_c(r->agency, "青禾县"));
    assert_true(str_eq_c(r->form->id, "2021"));
    report_free(r);
    pages_done(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles),        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_menu_title),    cmocka_unit_test(test_joined_title),
        cmocka_unit_test(test_torn_title),    cmocka_unit_test(test_host),
        cmocka_unit_test(test_host_in_title), cmocka_unit_test(test_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
