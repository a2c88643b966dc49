/* test_wrap.c - which lines of a text go on in the next one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/wrap.h"
#include "read/wrap_line.h"

#define FULL "全年按时更新各个栏目并逐件核对内容是否一致无误"
#define SIX FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n" FULL "\n"

static const struct {
    const char *measured, *line, *rest;
    bool goes_on;
    unsigned skipped;
} cases[] = {
    { SIX, FULL, "没有差错。", true, 0 },
    { SIX, FULL "\r", "没有差错。", true, 0 },
    { SIX, FULL, "2件。", true, 0 },
    { SIX, "全年按时更新。", "没有差错。", false, 0 },
    { SIX, FULL, "\n没有差错。", false, 0 },
    { SIX, FULL, "\n— 3 —\n\n没有差错。", true, 3 },
    { SIX, FULL, "\n— 3 —\n\n二、下一步打算", false, 0 },
    { SIX, FULL, "", false, 0 },
    /* what begins anew */
    { SIX, FULL, "二、主动公开政府信息情况", false, 0 },
    { SIX, FULL, "（二）依申请公开", false, 0 },
    { SIX, FULL, "2.重复申请", false, 0 },
    { SIX, FULL, "2.5万元。", true, 0 },
    { SIX, FULL, "80）。", true, 0 },
    { SIX, FULL, "12", false, 0 },
    { SIX, FULL, "０", false, 0 },
    { SIX, FULL, "2025-01-20 来源：办公室", false, 0 },
    { SIX, "2025-01-20 来源：青禾县人民政府办公室 字号：大 中 小", "我局认真", false, 0 },
    { SIX, "全年按时更新各个栏目并逐件核对内容是否一致。 ", "主动公开情况", false, 0 },
    { SIX, "全年按时更新各个栏目并逐件核对内容是否一致。", "主动公开。", false, 0 },
    { SIX "　　无误。\n", FULL, "　　我局认真", false, 0 },
    { SIX "　　无误。\n", FULL, "我局认真", true, 0 },
    { SIX "　　无误。\n", "全年按时更新各个栏目并逐件核对内容是否一致。。", "行政复议", false, 0 },
    { SIX, "　四、因政府信息公开被申请行政复议提起行政诉讼情况", "行政复议", false, 0 },
    { SIX, "四、因政府信息公开工作被申请行政复议提起行政诉讼", "情况", true, 0 },
    { SIX, FULL, "公开 | 12", false, 0 },
    { SIX, "2024年河湾市青禾县人民政府信息公开工作年度报告", "发布时间：", false, 0 },
    { SIX, "2024年河湾市青禾县人民政府信息公开工作年度报告", FULL, false, 0 },
    { SIX, "2024年河灣市青禾縣人民政府信息公開工作年度報告", "發布時間：", false, 0 },
    { SIX, "现将河湾市青禾县人民政府信息公开工作的年度报告", FULL, true, 0 },
    { SIX, "发布时间：2025-01-20 来源：青禾县人民政府办公室", FULL, false, 0 },
    { SIX, "发布时间：2025-01-20 来源：青禾县人民政府办", "公室", true, 0 },
    { SIX, "统计期限：2024年1月1日起至2024年12月3", "1日。" FULL, true, 0 },
    { SIX, "发布日期：2024-01-19T00:00:00+08", "青禾县水务局年度报告", false, 0 },
    { SIX, "青禾县水务局政府信息公开工作年度报告（二四年）", FULL, false, 0 },
    { SIX, "数据统计期限是从2024.1.1到2024.12.3-", "2024.12.31。", true, 0 },
    { SIX, "电子版可以在本机关的门户网站里下载www.qh", "5.cn）。", true, 0 },
    { SIX, FULL, "0\xEF\xBB\xBF", false, 0 },
    /* few lines, all cut within a sentence */
    { FULL "\n" FULL "\n" FULL "\n" FULL "\n", FULL, "没有差错。", true, 0 },
    { FULL "\n" FULL "\n" FULL "\n全年按时更新各个栏目并逐件核对内容是否一致无。\n", FULL,
      "没有差错。", false, 0 },
    /* lines that are paragraphs */
    { FULL "\n" FULL "\n" FULL "\n", FULL, "没有差错。", false, 0 },
    { SIX SIX FULL FULL FULL FULL FULL FULL FULL "\n", FULL, "没有差错。", false, 0 },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wrap w;
        struct str rest = str_of(cases[i].rest);
        unsigned skipped;
        wrap_measure(&w, str_of(cases[i].measured));
        bool on = wrap_goes_on(&w, str_of(cases[i].line), false, &rest, &skipped);
        if (on != cases[i].goes_on || (on && skipped != cases[i].skipped))
            fail_msg("%zu: \"%s\", then \"%s\"", i, cases[i].line, cases[i].rest);
    }
}

static bool goes_on(const char *measured, const char *line, bool first, const char *below)
{
    struct wrap w;
    struct str rest = str_of(below);
    unsigned skipped;
    wrap_measure(&w, str_of(measured));
    return wrap_goes_on(&w, str_of(line), first, &rest, &skipped);
}

/* A line that is full below one that may be the first of a paragraph. */
static bool begins_full(const char *measured, const char *line, bool first)
{
    return goes_on(measured, line, first, FULL);
}

/* The blanks that it began with were lost on the way. */
static void test_first_line(void **state)
{
    (void)state;
    assert_true(begins_full(SIX, "我局按时更新栏目，并逐件核对内容是否一致无", true));
    assert_false(begins_full(SIX, "我局按时更新栏目，并逐件核对内容是否一致无", false));
    assert_false(begins_full(SIX, "我局按时更新栏目，并逐件核对内容是否一致。", true));
    assert_false(begins_full(SIX, "四、因政府信息公开被申请行政复议、诉讼情况", true));
    assert_false(
        begins_full(SIX "　　无误。\n", "我局按时更新栏目，并逐件核对内容是否一致无", true));
}

/* By columns: a line may lack some where a mark would have begun the next one. */
static void test_columns(void **state)
{
    static const char text[] = "全年共收到申请12件都已办结\n" /* 26 columns */
                               "全年共收到申请123件都已办结完毕没有遗留问题\n"
                               "其中自然人提出8件法人提出115件内容多是征地\n"
                               "补偿和规划许可方面的文件都在期限以内答复了。\n"
                               "答复书由法制机构审核之后统一编号登记存档备查\n"
                               "对不予公开的写明理由并且告知救济的途径和期限\n"
                               "没有发生因为超过期限而引起的行政复议和诉讼的\n"
                               "情形。\n";
    struct wrap w;
    (void)state;
    wrap_measure(&w, STR(text));
    assert_true(w.full > 0);
    struct str rest = STR("其中自然人提出8件");
    unsigned skipped;
    assert_true(wrap_goes_on(&w, STR("全年共收到申请123件都已办结完毕没有遗留问题"), false, &rest,
                             &skipped));
}

/* As text browsers write pages: a margin, blank lines between paragraphs, menus and tables parted by blanks. */
#define BROWSER                                                                                           \
    "   门户网站新增栏目三个，由办公室负责日常的维护和更新工\n"                 \
    "   作并按季度通报各科室的供稿情况和差错情况以及整改情况\n"                 \
    "   供考核使用。\n\n"                                                                           \
    "首页\n"                                                                                            \
    "走进青禾\n"                                                                                      \
    "政务公开\n"                                                                                      \
    "\n"                                                                                                  \
    "   全年按时更新各个栏目并逐件核对内容是否与批准的一致，\n"                 \
    "   由专人复核以后才发布，发现差错当日改正并且记入台账，\n"                 \
    "   改正的情况报分管领导知悉；全年共收到申请十二件，都已\n"                 \
    "   在期限之内办结答复，没有需要结转的。\n"                                         \
    "\n"                                                                                                  \
    "一、总体情况\n"                                                                                \
    "\n"                                                                                                  \
    "   培训两次，参加的人员涵盖各个科室以及下属单位的联络\n"                    \
    "   员，考核结果纳入年度绩效评价。\n"                                                  \
    "\n"                                                                                                  \
    "   信息内容            本年制发件数        本年废止件数        现行有效件数\n" \
    "   规章                0                   0                   0\n"                                \
    "\n"                                                                                                  \
    "   因为经费所限而未能进行的栏目改版推迟到明年进行，其间\n"                 \
    "   由各科室自行维护更新。\n"                                                              \
    "\n"

static bool goes_on_below(const char *line, const char *below)
{
    return goes_on(BROWSER, line, false, below);
}

static void test_parted(void **state)
{
    static const char line[] = "   由专人复核以后才发布，发现差错当日改正并且记入台账，";
    (void)state;
    assert_true(goes_on_below(line, "   分管领导。"));
    assert_true(goes_on_below(line, "   2025年1月。"));
    assert_false(goes_on_below(line, "\n   分管领导。"));
    assert_false(goes_on_below(line, "       分管领导。"));
    assert_false(goes_on_below(line, "   （二）依申请公开"));
    assert_false(goes_on_below(line, "   规章      0      0"));
    assert_false(goes_on_below(line, "   予以公开 12 0 3"));
    assert_false(goes_on_below("   全年按时更新各个栏目。", "   分管领导。"));
    assert_false(
        goes_on_below("   （三）部分公开只计这一情形 不计其他 0 0 0 0 0 0 12", "   计其他情形）"));
}

/* A number that found no room leaves the line above short; the mark of a list's entry is no part of its words. */
static void test_parted_number(void **state)
{
    (void)state;
    assert_true(
        goes_on_below("   由专人复核以后才发布，发现差错当日改正并且记", "   0588-3311274。"));
    assert_false(goes_on_below("   由专人复核以后才发布，发现差错当日改正并且记", "   另行公布。"));
    assert_true(goes_on_below("   * 由专人复核以后才发布，发现差错当日改正并且记入台账",
                              "     报分管领导。"));
}

/* One full line is enough where none is longer; quotation marks take one column where a text browser wrote. */
static void test_parted_few(void **state)
{
    static const char page[] = "   一、总体情况\n\n   全年核对两次。\n\n   "
                               "未发现泄密问题，也没有收到有关的举报或者投诉。\n\n"
                               "   全年按季核对栏目，由办公室负责，分管领导审定以后\n   发布。\n\n"
                               "   台账由专人保管，按月归档，随时可以查阅和复制有关材料。\n\n";
    static const char shorter[] =
        "   一、总体情况\n\n   未发现泄密问题，也没有收到有关的举报或者投诉。\n\n"
        "   全年按季核对栏目，由办公室负责，分管领导审定以后一并\n   发布。\n\n"
        "   台账由专人保管，按月归档，随时可以查阅。\n\n";
    static const char marks[] =
        "   “甲”“乙”“丙”“丁”四个专栏都由办公室负责维护更新\n   校对，每周一次。\n\n"
        "   全年核对栏目三次以上，由办公室负责，每次都报分\n   管领导。\n\n"
        "   网站专栏的稿件都由专人校对，并且按月通报错误情\n   况。\n\n";
    (void)state;
    assert_false(
        goes_on(page, "   全年按季核对栏目，由办公室负责，分管领导审定以后", false, "   发布。"));
    assert_true(goes_on(shorter, "   全年按季核对栏目，由办公室负责，分管领导审定以后一并", false,
                        "   发布。"));
    assert_true(
        goes_on(marks, "   网站专栏的稿件都由专人校对，并且按月通报错误情", false, "   况。"));
    assert_false(goes_on(marks, "                                              2026年1月", false,
                         "   况。"));
}

/* Windows of 80 to 520 columns: ten lines of that width, each with a rest a paragraph. */
static void test_parted_wide(void **state)
{
    static const size_t columns[] = { 80, 132, 240, 300, 520, 600 };
    (void)state;
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
        char line[3 * 300 + 1] = "", text[12 * sizeof line] = "";
        for (size_t n = 0; n < columns[k] / 2; n++)
            strcat(line, n % 13 == 4 ? "，" : "政");
        for (size_t n = 0; n < 10; n++)
            strcat(strcat(text, line), "\n全年核对。\n\n");
        assert_int_equal(goes_on(text, line, false, "全年核对。"), columns[k] <= 520);
    }
}

static void test_figures(void **state)
{
    (void)state;
    assert_true(wrap_has_figures(STR("（二）部分公开（只计这一情  0   0    12")));
    assert_false(wrap_has_figures(STR("本局共收到申请 12 件，比上年增加 3件")));
    assert_false(wrap_has_figures(STR("")));
}

/* Sentences without a width in common are paragraphs, blank lines or not. */
static void test_parted_none(void **state)
{
    (void)state;
    assert_false(goes_on(
        "全年按时更新各个栏目并逐件核对，内容是否一致由专人复核\n没有差错。\n\n"
        "培训两次，参加人员涵盖各科室和下属单位，考核结果纳入年度绩效，由办公室存档\n存档备查。\n\n"
        "因经费所限，栏目改版推迟到明年进行\n其间由各科室自行维护更新。\n\n",
        "因经费所限，栏目改版推迟到明年进行", false, "其间由各科室"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),         cmocka_unit_test(test_first_line),
        cmocka_unit_test(test_columns),       cmocka_unit_test(test_parted),
        cmocka_unit_test(test_parted_number), cmocka_unit_test(test_parted_none),
        cmocka_unit_test(test_parted_few),    cmocka_unit_test(test_parted_wide),
        cmocka_unit_test(test_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
