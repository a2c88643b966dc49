/* test_pdf_title.c - titles over several lines, on covers, with their characters set apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "dump.h"
#include "paper.h"

#define FULL "本镇把便民信息放在最前面，村民进门就能看到补贴、用地和水电"

static void expect_start(struct paper *p, const char *wanted)
{
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_ptr_equal(strstr(blocks, wanted), blocks);
    free(blocks);
    doc_free(doc);
}

/* Figures make its first line seem larger; and lines as far apart as those of the text are for their size. */
static void a_title_of_two_lines(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    strbuf_c(&p->xml, "    <word xMin=\"92\" yMin=\"63\" xMax=\"308\" yMax=\"87\">"
                      "栖霞岭镇2023年公开</word>\n");
    paper_text_sized(p, 160, 120, 20, "工作报告");
    for (size_t i = 0; i < 9; i++)
        paper_text(p, 60, 200 + 24 * (float)i, FULL);
    expect_start(p, "1:栖霞岭镇2023年公开工作报告\n");
}

/* A full line is not whole: its rest belongs to it, farther below than lines of a title are. */
static void the_rest_of_a_title_may_stand_far_below(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text_sized(p, 62, 80, 20, "云台县水务局年度公开工作报");
    paper_text_sized(p, 190, 129, 20, "告");
    for (size_t i = 0; i < 9; i++)
        paper_text(p, 60, 200 + 18 * (float)i, FULL);
    expect_start(p, "1:云台县水务局年度公开工作报告\n");
}

/* A cover and the first page have the title at one place: neither is a header or a watermark. */
static void a_cover_repeats_the_title(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    for (int page = 0; page < 3; page++) {
        if (page > 0)
            paper_page(p);
        if (page < 2)
            paper_text_sized(p, 230, 75, 22, "某镇年度公开工作");
        for (size_t i = 0; i < 9; i++)
            paper_text(p, 60, 200 + 24 * (float)i + 5 * (float)page, FULL);
    }
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_ptr_equal(strstr(blocks, "1:某镇年度公开工作\n"), blocks);
    assert_non_null(strstr(blocks, "11:某镇年度公开工作\n"));
    free(blocks);
    doc_free(doc);
}

/* Every character is a word of its own: no row of a table. */
static void titles_may_be_set_apart(void **state)
{
    (void)state;
    static const char *const letters[] = { "某", "镇", "年", "度", "公", "开", "工", "作" };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 8; i++)
        strbuf_fmt(&p->xml,
                   "    <word xMin=\"%d\" yMin=\"80\" xMax=\"%d\" yMax=\"100\">%s</word>\n",
                   60 + 26 * (int)i, 80 + 26 * (int)i, letters[i]);
    for (size_t i = 0; i < 9; i++)
        paper_text(p, 60, 130 + 15 * (float)i, FULL);
    expect_start(p, "1:某镇年度公开工作\n");
}

static void narrow_word(struct paper *p, float x, const char *text, float wide, float y)
{
    strbuf_fmt(&p->xml,
               "    <word xMin=\"%.1f\" yMin=\"%.1f\" xMax=\"%.1f\" yMax=\"%.1f\">%s</word>\n",
               (double)x, (double)y - 5, (double)(x + wide), (double)y + 5, text);
}

/* The bars of a menu are of a font that lies lower: they stay between its entries. */
static void bars_stay_in_a_menu(void **state)
{
    (void)state;
    static const char *const entries[] = { "云台指南", "办事服务", "公开年报", "互动交流" };
    struct paper *p = paper_fresh();
    for (size_t i = 0; i < 4; i++) {
        paper_text(p, 60 + 48 * (float)i, 100, entries[i]);
        narrow_word(p, 103 + 48 * (float)i, "|", 2, 102.8F);
    }
    for (size_t i = 0; i < 9; i++)
        paper_text(p, 60, 200 + 24 * (float)i, FULL);
    expect_start(p, "1:云台指南 | 办事服务 | 公开年报 | 互动交流 |\n");
}

/* Its own lines tell how far apart those of small print are, not the text's. */
static void small_print_ends_above_the_title(void **state)
{
    (void)state;
    struct paper *p = paper_fresh();
    paper_text_sized(
        p, 60, 80, 7,
        "公开主体：云台县水务局主题分类：综合政务体裁分类：其他公开方式：主动公开公开范围");
    paper_text_sized(p, 60, 91, 7,
                     "：面向社会有效性：有效发布渠道：门户网站和便民服务点公开栏以及镇里的广播站");
    paper_text_sized(p, 60, 109, 7, "云台县水务局2023年公开工作报告");
    for (size_t i = 0; i < 9; i++)
        paper_text(p, 60, 200 + 18 * (float)i, FULL);
    struct doc *doc = paper_read(p);
    char *blocks = dump_blocks(doc);
    assert_non_null(strstr(blocks, "3:云台县水务局2023年公开工作报告\n"));
    free(blocks);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_of_two_lines),
        cmocka_unit_test(the_rest_of_a_title_may_stand_far_below),
        cmocka_unit_test(a_cover_repeats_the_title),
        cmocka_unit_test(titles_may_be_set_apart),
        cmocka_unit_test(bars_stay_in_a_menu),
        cmocka_unit_test(small_print_ends_above_the_title),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
