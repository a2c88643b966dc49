/* test_agency.c - which words are the name of an agency, and which only look like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "pages.h"
#include "recognise/agency.h"

#define BODY(own)                                                                                                                            \
    "\n一、总体情况\n" own                                                                                                                   \
    "认真做好各项事务，及时更新栏目内容，方便群众查阅有关信息，运行平稳。\n"                               \
    "二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n"                            \
    "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n人手不足。\n六、" \
    "其他需要报告的事项\n无。\n"

/* Names in full: each is found in every shape of title. */
static const struct {
    const char *name, *level;
} names[] = {
    { "青禾县金融工作局", "department" },
    { "河湾市地方金融工作局", "department" },
    { "青禾县委社会工作部", "department" },
    { "青禾县退役军人工作事务中心", "department" },
    { "青禾县委农村工作领导小组办公室", "department" },
    { "河湾市人民政府台湾工作办公室", "department" },
    { "河湾市人才工作局", "department" },
    { "青禾县妇女儿童工作委员会", "department" },
    { "青禾县老龄工作委员会办公室", "department" },
    { "青禾县群众工作中心", "department" },
    { "青禾县社会工作联合会", "department" },
    { "青禾县融媒体中心", "department" },
    { "青禾县广播电视台", "department" },
    { "河湾市广播电视中心", "department" },
    { "青禾县新闻中心", "department" },
    { "河湾日报社", "department" },
    { "河湾传媒集团", "department" },
    { "青禾县互联网信息办公室", "department" },
    { "青禾县委网信办", "department" },
    { "青禾县网格化服务管理中心", "department" },
    { "青禾县网络安全中心", "department" },
    { "国网青禾县供电公司", "department" },
    { "青禾供电公司", "department" },
    { "河湾电网公司", "department" },
    { "河湾大学", "department" },
    { "河湾职业技术学院", "department" },
    { "河湾新闻学院", "department" },
    { "青禾县人民医院", "department" },
    { "河湾水务集团", "department" },
    { "河湾水务集团有限公司", "department" },
    { "青禾县残联", "department" },
    { "青禾县妇联", "department" },
    { "青禾县工商联", "department" },
    { "青禾县科协", "department" },
    { "青禾县政协", "department" },
    { "河湾银行青禾县支行", "department" },
    { "河湾市海关", "department" },
    { "青禾县烟草专卖局(公司)", "department" },
    { "青禾县住房和建设局(青禾县人民防空办公室)", "department" },
    { "青禾经济开发区", "zone" },
    { "柳浪湖管委会", "zone" },
    { "河湾新城", "zone" },
    { "河湾综合保税区", "zone" },
    { "青禾县白露社区", "township" },
    { "青禾县白露镇", "township" },
    { "中共青禾县委宣传部", "department" },
    { "青禾县史志研究室", "department" },
    /* places whose names begin as other words do */
    { "无锡市人民政府", "city" },
    { "无棣县财政局", "department" },
    { "本溪满族自治县人民政府", "county" },
    { "全椒县人民政府", "county" },
    { "全州县教育局", "department" },
    { "和平区人民政府", "county" },
    { "和田地区行政公署", "city" },
    { "下陆区人民政府", "county" },
    { "依兰县人民政府", "county" },
    { "对青山镇人民政府", "township" },
    { "新疆生产建设兵团第九师", "city" },
    { "第九师一六一团", "township" },
};

static void found(const char *format, size_t i)
{
    char text[4096], title[512];
    snprintf(title, sizeof title, format, names[i].name);
    snprintf(text, sizeof text, "%s%s", title, BODY("本单位"));
    struct page_report p = pages_read(text, NULL);
    pages_same("agency", title, p.report->agency, names[i].name);
    pages_same("level", title, str_of(report_level_name(p.report->level)), names[i].level);
    pages_equal("year", title, p.report->year, 2023);
    pages_done(&p);
}

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        found("%s2023年政府信息公开工作年度报告", i);
        found("2023年%s政府信息公开工作年度报告", i);
        found("%s政府信息公开工作年度报告（2023年）", i);
        found("%s关于2023年度政府信息公开工作的报告", i);
        found("%s\n2023年政府信息公开工作年度报告", i);
    }
}

/* Endings that no list has: a place and more. Of what level it is, is not known. */
static void test_any_ending(void **state)
{
    static const char *const any[] = { "青禾县城投", "青禾县税务", "河湾市柳浪区粮储",
                                       "青禾县白露镇敬老", "青禾县白露村" };
    (void)state;
    for (size_t i = 0; i < sizeof any / sizeof *any; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s2023年政府信息公开工作年度报告%s", any[i], BODY("本单位"));
        struct page_report p = pages_read(text, NULL);
        pages_same("agency", any[i], p.report->agency, any[i]);
        pages_same("level", any[i], str_of(report_level_name(p.report->level)), "unknown");
        pages_done(&p);
    }
}

/* What may stand before the year without being anybody's name. */
static void test_no_names(void **state)
{
    static const char *const words[] = {
        "关于做好",   "我局",         "本单位",         "单位",           "最新",
        "部门",       "上级单位",     "一图读懂",       "附件",           "法定主动公开",
        "河湾新闻网", "河湾日报",     "河湾在线",       "政府工作",       "全县",
        "门户网站",   "政府信息公开", "青禾县政策解读", "青禾县直",       "青禾县各",
        "青禾县法治", "青禾县图解",   "认真做好工作",   "青禾县重点领域", "做好工作中心",
        "某县水务局", "工作局",       "青禾县网站",     "青禾县通知",     "青禾县统计数据",
    };
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s2023年政府信息公开工作年度报告%s", words[i], BODY("全年"));
        struct page_report p = pages_read(text, NULL);
        pages_same("agency", words[i], p.report->agency, "");
        pages_same("level", words[i], str_of(report_level_name(p.report->level)), "unknown");
        pages_done(&p);
    }
}

/* Parts of sentences that end as names do. */
static void test_sentences(void **state)
{
    static const char *const parts[] = {
        "成立了普法工作领导小组办公室",
        "进一步加强乡村工作指导委员会",
        "政府工作部门",
        "认真抓好各类工作站",
        "牵头负责具体工作办公室",
        "各有关工作委员会",
        "公开工作领导小组办公室",
        "落实了上年度工作处理中心",
        "群众工作部署局",
        "河湾信息网河湾市水务局",
        "中国网河湾市水务局",
        "网友办公室",
        "官网中心",
        "有关工作局",
        "青禾县融媒体中心报",
        "河湾广播电视网",
        "青禾县工作",
        "和水利局",
        "本地区各局",
        "全区教育局",
        "下属事业单位管理局",
        "依托政务服务中心",
        "第三方测评中心",
        "无行政机关",
        "现由县财政局",
    };
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        pages_same("name", parts[i], agency_trim(str_of(parts[i])), "");
}

static void test_notes_behind(void **state)
{
    static const char *const notes[] = { "(盖章)", "(公章)", "(本级)", "(机关)", "本级", "机关" };
    (void)state;
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        char text[256];
        snprintf(text, sizeof text, "青禾县水务局%s", notes[i]);
        pages_same("name", notes[i], agency_trim(str_of(text)), "青禾县水务局");
    }
}

#define TITLE "2023年政府信息公开工作年度报告"

/* Who runs the media is named on the pages of others: only the text's own words make it the author. */
static void test_media(void **state)
{
    static const struct {
        const char *name, *text, *agency;
    } cases[] = {
        { "source below another's title",
          "青禾县水务局" TITLE "\n时间：2024-01-20 来源：青禾县融媒体中心" BODY("我局"),
          "青禾县水务局" },
        { "source of a nameless report",
          TITLE "\n时间：2024-01-20 来源：青禾县融媒体中心" BODY("我县"), "" },
        { "source that is the author",
          TITLE "\n时间：2024-01-20 来源：青禾县融媒体中心" BODY("我中心"), "青禾县融媒体中心" },
        { "publisher that runs the site",
          "索引号：0012/2024 发布机构：青禾县广播电视台 发布日期：2024-01-20\n" TITLE BODY("全年"),
          "" },
        { "publisher that is the author",
          "索引号：0012/2024 发布机构：青禾县广播电视台 发布日期：2024-01-20\n" TITLE BODY("我台"),
          "青禾县广播电视台" },
        { "signature of the author", TITLE BODY("我中心") "青禾县融媒体中心\n2024年1月20日",
          "青禾县融媒体中心" },
        { "signature of who typed it in", TITLE BODY("我县") "青禾县融媒体中心\n2024年1月20日",
          "" },
        { "opening of the author",
          TITLE "\n现公布青禾县融媒体中心2023年政府信息公开工作年度报告。" BODY("本单位"),
          "青禾县融媒体中心" },
        { "a brand is nobody", TITLE "\n时间：2024-01-20 来源：青禾日报" BODY("我社"), "" },
        { "an office within, and a ministry that opens",
          TITLE "\n时间：2024-01-20 来源：办公厅\n根据条例，水利部编制本报告。" BODY("本单位"),
          "水利部" },
        { "where it may be downloaded", TITLE "\n本报告可从青禾县水务局网站下载。" BODY("我局"),
          "青禾县水务局" },
        { "an office within", TITLE "\n时间：2024-01-20 来源：局办公室" BODY("本单位"), "" },
        { "a bureau with radio in its name",
          TITLE "\n时间：2024-01-20 来源：青禾县文化广播电视局" BODY("我局"),
          "青禾县文化广播电视局" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_report p = pages_read(cases[i].text, NULL);
        pages_same("agency", cases[i].name, p.report->agency, cases[i].agency);
        pages_done(&p);
    }
}

/* Names that the caller knows are taken where the title holds them as names of their own. */
static void test_known(void **state)
{
    static const struct {
        const char *title, *agency;
    } cases[] = {
        { "河湾智谷2023年政府信息公开工作年度报告", "河湾智谷" },
        { "2023年河湾智谷政府信息公开工作年度报告", "河湾智谷" },
        { "【公示】河湾智谷：2023年政府信息公开工作年度报告", "河湾智谷" },
        { "河湾智谷本级2023年政府信息公开工作年度报告", "河湾智谷" },
        { "河湾智谷二期平台2023年政府信息公开工作年度报告", "" },
        { "东岭市河湾智谷2023年政府信息公开工作年度报告", "东岭市河湾智谷" },
        { "河湾智谷水务局2023年政府信息公开工作年度报告", "河湾智谷水务局" },
        { "河湾智谷科创岛2023年政府信息公开工作年度报告", "河湾智谷科创岛" },
        { "青禾县白露镇2023年政府信息公开工作年度报告", "青禾县白露镇" },
        { "东岭县白露镇2023年政府信息公开工作年度报告", "东岭县白露镇" },
        { "白露镇2023年政府信息公开工作年度报告", "白露镇" },
        { "柳浪平台2023年政府信息公开工作年度报告", "柳浪平台" },
    };
    static const char *const known[] = { "河湾智谷", "河湾智谷科创岛", "白露镇", "柳浪平台" };
    struct literal_set *set = literal_new();
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        literal_add(set, str_of(known[i]), (uint32_t)i);
    literal_freeze(set);
    struct report_hint hint = { .agencies = set };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s%s", cases[i].title, BODY("本单位"));
        struct page_report p = pages_read(text, NULL);
        struct report *r = recognise(p.doc, p.report->forms, &hint);
        pages_same("agency", cases[i].title, r->agency, cases[i].agency);
        report_free(r);
        pages_done(&p);
    }
    literal_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),        cmocka_unit_test(test_any_ending),
        cmocka_unit_test(test_no_names),     cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_notes_behind), cmocka_unit_test(test_media),
        cmocka_unit_test(test_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
