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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_of_two_lines),
        cmocka_unit_test(a_cover_repeats_the_title),
        cmocka_unit_test(titles_may_be_set_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
