/* test_pdf_flow.c - what stands beside each other on a page, and what goes on in the next line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "dump.h"
#include "paper.h"

#define WIDE FULL "的安排，也能看到村里账目和路"
#define FULL "本镇把便民信息放在最前面，村民进门就能看到补贴、用地和水电"

static void expect(struct paper *p, const char *wanted)
{
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_string_equal(blocks, wanted);
    free(blocks);
    doc_free(doc);
}

/* Lines of its own distance: not one of them runs into the text beside it. */
static void a_menu_is_no_text(void **state)
{
    (void)state;
    static const char *const menu[] = { "公开指南", "公开制度", "公开年报", "意见箱" };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 4; i++)
        paper_text(p, 40, 104 + 19 * (float)i, menu[i]);
    paper_text(p, 220, 100, "栖霞岭镇二〇二三年年度报告");
    for (size_t i = 0; i < 4; i++)
        paper_text(p, i == 0 ? 170 : 150, 130 + 15 * (float)i, i == 0 ? FULL : FULL "路灯");
    paper_text(p, 150, 190, "的安排。");
    expect(p,
           "1n:公开指南\n2n:公开制度\n4n:公开年报\n5n:意见箱\n1:栖霞岭镇二〇二三年年度报告\n3:" FULL
               FULL "路灯" FULL "路灯" FULL "路灯的安排。\n");
}

/* A box at the right margin waits for the end of the paragraph that goes around it. */
static void a_box_waits(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 4; i++) {
        paper_text(p, 60, 100 + 15 * (float)i, FULL);
        paper_text(p, 400, 105 + 21 * (float)i, "便民箱");
    }
    paper_text(p, 60, 220, FULL FULL);
    paper_text(p, 60, 235, FULL FULL);
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_non_null(strstr(blocks, FULL FULL FULL FULL));
    assert_non_null(strstr(blocks, "n:便民箱"));
    free(blocks);
    doc_free(doc);
}

/* The left column, then the right one, and the paragraph goes on in it. */
static void columns_are_read_one_by_one(void **state)
{
    (void)state;
    static const char *const left[] = { "全年受理来信二十件，均在期限",
                                        "以内答复；来电一百次，当场说",
                                        "明的九十次，转办十次，答复率",
                                        "为百分之百，没有一件因为超过" };
    static const char *const right[] = { "期限而被投诉，群众普遍满意。",
                                         "下一年把办事指南印成小册子，",
                                         "发到每个村的公告栏旁边，请村", "民随时取阅。" };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 4; i++) {
        paper_text(p, 60, 100 + 15 * (float)i, left[i]);
        paper_text(p, 230, 100 + 15 * (float)i, right[i]);
    }
    expect(
        p,
        "1:全年受理来信二十件，均在期限以内答复；来电一百次，当场说明的九十次，转办十次，答复率为"
        "百分之百，没有一件因为超过期限而被投诉，群众普遍满意。"
        "下一年把办事指南印成小册子，发到每个村的公告栏旁边，请村民随时取阅。\n");
}

static void labels_stay_with_their_values(void **state)
{
    (void)state;
    static const char *const rows[][2] = { { "索引", "A甲" },
                                           { "机关", "栖霞岭镇" },
                                           { "栏目", "年报" } };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 3; i++) {
        paper_text(p, 60, 100 + 16 * (float)i, rows[i][0]);
        paper_text(p, 160, 100 + 16 * (float)i, rows[i][1]);
    }
    expect(p, "1:索引 A甲\n2:机关 栖霞岭镇\n3:栏目 年报\n");
}

/* All lines but the first stand to the right: a line at the margin is a paragraph of its own. */
static void numbers_may_stand_apart(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    static const char *const rows[][2] = { { "五、", "问题和改进" }, { "（一）", "问题" } };
    for (size_t i = 0; i < 2; i++) {
        paper_text(p, 80, 100 + 20 * (float)i, rows[i][0]);
        paper_text(p, 130, 102 + 20 * (float)i, rows[i][1]);
    }
    expect(p, "1:五、 问题和改进\n2:（一） 问题\n");
}

static void paragraphs_may_hang(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 3; i++) {
        paper_text(p, 60, 100 + 45 * (float)i, WIDE "路灯");
        paper_text(p, 80, 115 + 45 * (float)i, WIDE);
        paper_text(p, 80, 130 + 45 * (float)i, "的安排。");
    }
    expect(p, "1:" WIDE "路灯" WIDE "的安排。\n4:" WIDE "路灯" WIDE "的安排。\n7:" WIDE "路灯" WIDE
              "的安排。\n");
}

/* Three paragraphs that show where text begins and ends. */
static void add_text(struct paper *p)
{
    for (size_t i = 0; i < 3; i++) {
        paper_text(p, 80, 120 + 45 * (float)i, WIDE);
        paper_text(p, 60, 135 + 45 * (float)i, "路灯" WIDE);
        paper_text(p, 60, 150 + 45 * (float)i, "的安排。");
    }
}

static void expect_part(struct paper *p, const char *wanted)
{
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_non_null(strstr(blocks, wanted));
    free(blocks);
    doc_free(doc);
}

/* What stands in the middle and has no room goes on in the middle. */
static void a_byline_fills_its_line(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 60, 80,
               "发布日期：二〇二四年一月九日，来源：临江市栖霞岭镇人民政府党政综合事务中心政务公开"
               "工作领导小组办");
    paper_text(p, 287, 95, "公室");
    add_text(p);
    expect_part(p, "小组办公室\n");
    p = paper_fresh();
    paper_text(p, 60, 80,
               "发布日期：二〇二四年一月九日，来源：临江市栖霞岭镇人民政府党政综合事务中心，浏览"
               "次数统计数：");
    paper_text(p, 287, 95, "231");
    add_text(p);
    expect_part(p, "统计数：231\n");
}

/* The number of a heading hangs: what goes on stands below its text. */
static void headings_may_hang(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    add_text(p);
    paper_text(p, 80, 300, "四、" FULL "的安排，以及村里的账目");
    paper_text(p, 100, 315, "结果");
    paper_text(p, 80, 345, WIDE);
    paper_text(p, 60, 360, "路灯" WIDE);
    expect_part(p, "账目结果\n");
}

/* A title with figures in it fills its line; what stands below it in smaller letters is no rest. */
static void a_title_fills_its_line(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text_sized(p, 68, 75, 19, "临江市栖霞岭镇人民政府2023年政务公开工作年度报告");
    paper_text(p, 224, 91, "时间：2024-01-09 来源：镇政府");
    add_text(p);
    expect_part(p, "工作年度报告\n");
}

static void letters_may_be_set_apart(void **state)
{
    (void)state;
    static const char *const line[] = { "全", "年", "公", "开", "信", "息", "十",
                                        "二", "条", "，", "无", "人", "投", "诉" };
    struct paper *p = paper_fresh();
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < 28; i++)
            paper_text(p, 60 + 15 * (float)i, 100 + 15 * (float)k, line[i % 14]);
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_memory_equal(blocks, "1:全年公开信息十二条，无人投诉全年公开", 50);
    assert_null(strstr(blocks, "\n2:"));
    free(blocks);
    doc_free(doc);
}

/* Large letters at one place of all pages. */
static void a_watermark_is_no_text(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (int page = 0; page < 2; page++) {
        if (page > 0)
            paper_page(p);
        paper_text(p, 60, 100, page ? "次年照此办理。" : "本年一切如常。");
        paper_text(p, 60, 130, page ? "其余不变。" : "并无变动。");
        strbuf_c(&p->xml,
                 "    <word xMin=\"200\" yMin=\"300\" xMax=\"250\" yMax=\"360\">样</word>\n");
    }
    expect(p, "1:本年一切如常。\n2:并无变动。\n4:次年照此办理。\n5:其余不变。\n3n:样\n6n:样\n");
}

/* Two lines and two lines: the left ones are full and break off. */
static void columns_may_be_short(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 80, 100, "前一段说来信二十件，都在期");
    paper_text(p, 60, 115, "限以内答复，来信人都满意，没有");
    paper_text(p, 230, 100, "一件超过期限，也没有一件因为答");
    paper_text(p, 230, 115, "复不清而被人再次问起。");
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_non_null(strstr(blocks, "都满意，没有一件超过"));
    free(blocks);
    doc_free(doc);
}

/* Two stretches of columns; the heading between them leaves the gutter free, and a hole beside it. */
static void headings_run_across_columns(void **state)
{
    (void)state;
    static const char *const text[] = {
        "　　前一段说来信二十件，都在", "　　后一段说来电一百次，当场",
        "期限以内答复，来信人都满意，", "说明九十次，转办十次，没有一",
        "没有一件超过期限，也没有一件", "件因为超过期限而被投诉，群众",
        "因为答复不清而被人再次问起，", "普遍满意。"
    };
    struct paper *p = paper_fresh();
    for (size_t k = 0; k < 2; k++) {
        float y = 100 + 90 * (float)k;
        for (size_t i = 0; i < 4; i++)
            paper_text(p, 60, y + 15 * (float)i, text[2 * i]);
        for (size_t i = 0; i < 4; i++)
            paper_text(p, 230, y + 15 * (float)i, text[2 * i + 1]);
    }
    paper_text(p, 80, 167, "二、 其他事项");
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    const char *heading = strstr(blocks, "二、 其他事项\n");
    assert_non_null(heading);
    assert_ptr_not_equal(strstr(blocks, "普遍满意。"), NULL);
    assert_true(strstr(blocks, "普遍满意。") < heading);
    assert_non_null(strstr(heading, "前一段"));
    free(blocks);
    doc_free(doc);
}

/* Letters one by one along a slope, and large ones over the text. */
static void slanted_lines_are_no_text(void **state)
{
    (void)state;
    static const char *const letters[] = { "内", "部", "参", "考" };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 4; i++)
        paper_text(p, 200 + 12 * (float)i, 300 - 12 * (float)i, letters[i]);
    paper_text(p, 60, 100, "本年 一切如常。");
    strbuf_c(&p->xml, "    <word xMin=\"50\" yMin=\"70\" xMax=\"110\" yMax=\"130\">样</word>\n");
    expect(p, "1:本年 一切如常。\n1n:样\n2n:考\n3n:参\n4n:部\n5n:内\n");
}

/* Letters around a stamp, each turned by itself; what stands beside them is text. */
static void letters_of_a_stamp_are_no_text(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 200, 100, "某");
    paper_slant(p, 200, 104);
    paper_text(p, 230, 100, "★ 镇");
    paper_slant(p, 250.2F, 103);
    paper_text(p, 60, 112, "无。");
    paper_slant(p, 64, 112);
    expect(p, "2:无。\n1n:某\n1n:★\n1n:镇\n");
}

static void small(struct paper *p, float x, float y, const char *text)
{
    strbuf_fmt(&p->xml, "    <word xMin=\"%f\" yMin=\"%f\" xMax=\"%f\" yMax=\"%f\">%s</word>\n",
               (double)x, (double)(y - 4), (double)(x + 7.5F * (float)(strlen(text) / 3)),
               (double)(y + 4), text);
}

/* Notes of a page stand below a short line, in smaller letters; what is underlined has none. */
static void notes_are_set_apart(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 60, 600, FULL "，其余见附");
    small(p, 60, 720, "补贴以实际发放为准");
    paper_line(p, 60, 712, 200, 712);
    paper_page(p);
    paper_text(p, 60, 100, "表。");
    paper_text(p, 60, 700, "并无其他");
    paper_line(p, 60, 708, 100, 708);
    small(p, 60, 720, "补贴以实际发放为准");
    expect(p,
           "1:" FULL "，其余见附表。\n4:并无其他\n5:补贴以实际发放为准\n2n:补贴以实际发放为准\n");
}

/* The line is a box that is drawn and filled; the note has a number and is little smaller than the text. What
 * is underlined is no line of notes, though a number stands below it. */
static void numbered_notes_are_set_apart(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 60, 680, "并无其他");
    paper_line(p, 60, 711.5F, 200, 711.5F);
    paper_line(p, 60, 712, 200, 712);
    paper_line(p, 60, 711.5F, 60, 712);
    paper_text_sized(p, 60, 720, 9.5F, "1 补贴以实际发放为准");
    paper_page(p);
    paper_text(p, 60, 700, "全年组织学习共");
    paper_line(p, 80, 708, 125, 708);
    paper_text(p, 60, 715, "2 次。");
    expect(p, "1:并无其他\n3:全年组织学习共\n4:2 次。\n2n:1 补贴以实际发放为准\n");
}

/* Full lines are drawn out to the width: a sentence that ends a little before it ends a paragraph. */
static void the_last_line_is_not_drawn_out(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 5; i++)
        paper_text(p, 60, 100 + 15 * (float)i, FULL "路灯");
    paper_text(p, 60, 175, FULL "。");
    paper_text(p, 60, 190, FULL "路灯");
    paper_text(p, 60, 205, FULL "灯。");
    paper_text(p, 60, 220, FULL);
    expect(p, "1:" FULL "路灯" FULL "路灯" FULL "路灯" FULL "路灯" FULL "路灯" FULL "。\n7:" FULL
              "路灯" FULL "灯。" FULL "\n");
}

/* It lies over the end of the text, and parts no paragraph. */
static void a_stamp_parts_nothing(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 8; i++)
        paper_text(p, 60, 100 + 15 * (float)i, FULL "路灯");
    paper_text(p, 60, 220, "的安排。");
    paper_picture(p, 250, 190, 370, 270);
    struct doc *doc = paper_read(p);
    assert_int_equal(doc->image_count, 1);
    char *blocks = dump_blocks(doc);
    assert_non_null(strstr(blocks, FULL "路灯的安排。\n"));
    free(blocks);
    doc_free(doc);
}

/* Few lines, and none of them full: where a sentence ends a paragraph ends. */
static void short_lines_are_paragraphs(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text(p, 60, 100, "全镇一年公开补贴信息二十条，均在期限以内。");
    paper_text(p, 60, 115, "没有收费，也没有减免费用，没有人因此申诉。");
    paper_text(p, 60, 130, "没有其他事项。");
    expect(p, "1:全镇一年公开补贴信息二十条，均在期限以内。\n"
              "2:没有收费，也没有减免费用，没有人因此申诉。\n3:没有其他事项。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_menu_is_no_text),
        cmocka_unit_test(a_box_waits),
        cmocka_unit_test(columns_are_read_one_by_one),
        cmocka_unit_test(labels_stay_with_their_values),
        cmocka_unit_test(headings_may_hang),
        cmocka_unit_test(numbers_may_stand_apart),
        cmocka_unit_test(paragraphs_may_hang),
        cmocka_unit_test(a_byline_fills_its_line),
        cmocka_unit_test(a_title_fills_its_line),
        cmocka_unit_test(letters_may_be_set_apart),
        cmocka_unit_test(a_watermark_is_no_text),
        cmocka_unit_test(columns_may_be_short),
        cmocka_unit_test(headings_run_across_columns),
        cmocka_unit_test(slanted_lines_are_no_text),
        cmocka_unit_test(letters_of_a_stamp_are_no_text),
        cmocka_unit_test(notes_are_set_apart),
        cmocka_unit_test(numbered_notes_are_set_apart),
        cmocka_unit_test(the_last_line_is_not_drawn_out),
        cmocka_unit_test(a_stamp_parts_nothing),
        cmocka_unit_test(short_lines_are_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
