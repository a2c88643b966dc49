/* test_text.c - plain text to blocks and cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "dump.h"
#include "read/text.h"

#define PAGE                                                                                                    \
    "   我局门户网站新增栏目三个由办公室负责日常维护并按季通报20\n   25年的更新" \
    "情况。\n\n"

/* Paragraphs of three lines with a margin; the text browser counts characters. */
#define LONG                                                                                             \
    "   我局全年三次清理文件，每次由办公室核对并报分管领导审定，新增栏\n" \
    "   目三个，由办公室负责日常维护并按季通报2025年更新情况，发现差错\n"   \
    "   当日改正。\n\n"
#define LONG_READ                                                                                                                 \
    "我局全年三次清理文件，每次由办公室核对并报分管领导审定，新增栏目三个，由办公室负责" \
    "日常维护并按季通报2025年更新情况，发现差错当日改正。\n"

static const struct text_case {
    const char *text, *blocks, *cells;
} cases[] = {
    { "一、概况\n\n　　本县\xC2\xA0公开 3 条。\n", "1:一、概况\n3:本县 公开 3 条。\n", "" },
    { "甲 | 乙", "1:甲 | 乙\n", "" },
    /* the margin of a text browser parts no number */
    { PAGE PAGE PAGE PAGE PAGE,
      "1:我局门户网站新增栏目三个由办公室负责日常维护并按季通报2025年的更新情况。\n"
      "4:我局门户网站新增栏目三个由办公室负责日常维护并按季通报2025年的更新情况。\n"
      "7:我局门户网站新增栏目三个由办公室负责日常维护并按季通报2025年的更新情况。\n"
      "10:我局门户网站新增栏目三个由办公室负责日常维护并按季通报2025年的更新情况。\n"
      "13:我局门户网站新增栏目三个由办公室负责日常维护并按季通报2025年的更新情况。\n",
      "" },
    { LONG LONG LONG LONG, "1:" LONG_READ "5:" LONG_READ "9:" LONG_READ "13:" LONG_READ, "" },
    /* a line across the page below a date, and strokes to be filled in */
    { "甲。\n                                2026年1月20日\n"
      "   ____________________________________________________________\n电话：________\n",
      "1:甲。\n2:2026年1月20日\n4:电话：________\n", "" },
    { "首页 | 县情 | 今天是\n正文", "1@1:首页\n1@2:县情\n1@3:今天是\n2:正文\n",
      "T0(0,0):首页\nT0(0,1):县情\nT0(0,2):今天是\n" },
    { "| 项 | 数 |\n|---|:-:|\n| 甲 | 1 |\n| 乙 |  |\n尾",
      "1@1:项\n1@2:数\n3@3:甲\n3@4:1\n4@5:乙\n4e@6:\n5:尾\n",
      "T0(0,0):项\nT0(0,1):数\nT0(1,0):甲\nT0(1,1):1\nT0(2,0):乙\nT0(2,1):\n" },
    /* dashes in the third row are what the cells say */
    { "|甲|乙|\n|1|2|\n|--|--|", "1@1:甲\n1@2:乙\n2@3:1\n2@4:2\n3@5:--\n3@6:--\n", NULL },
    { "|甲|乙|\n|1|2|\n\n|丙|丁|\n| --- | :---: |\n|3|4|",
      "1@1:甲\n1@2:乙\n2@3:1\n2@4:2\n4@5:丙\n4@6:丁\n6@7:3\n6@8:4\n", NULL },
    { "|甲|乙|\n|1|2|\n|  |  |\n|3|4|",
      "1@1:甲\n1@2:乙\n2@3:1\n2@4:2\n3e@5:\n3e@6:\n4@7:3\n4@8:4\n", NULL },
    /* a bar in front of a row is an empty cell where the first row has none */
    { "甲|乙|\n|2|", "1@1:甲\n1@2:乙\n2e@3:\n2@4:2\n", NULL },
    /* and so is what would stand behind a bar at the end */
    { "甲|乙|丙\n1|2|", "1@1:甲\n1@2:乙\n1@3:丙\n2@4:1\n2@5:2\n2e@6:\n", NULL },
    { "|a\\|b|c|", "1@1:a|b\n1@2:c\n", NULL },
    /* the same table across a blank line, another one when the columns differ */
    { "|a|b|c|\n\n|d|e|f|\n\n|g|h|", "1@1:a\n1@2:b\n1@3:c\n3@4:d\n3@5:e\n3@6:f\n5@7:g\n5@8:h\n",
      "T0(0,0):a\nT0(0,1):b\nT0(0,2):c\nT0(1,0):d\nT0(1,1):e\nT0(1,2):f\nT1(0,0):g\nT1(0,1):h\n" },
    { "甲\t乙\t丙\n1\t\t3\n\t\t\n\t甲",
      "1@1:甲\n1@2:乙\n1@3:丙\n2@4:1\n2e@5:\n2@6:3\n3e@7:\n3e@8:\n"
      "3e@9:\n4:甲\n",
      NULL },
    /* within a table a label with one value, or none */
    { "甲\t乙\n收费\t\n丙\t0\n\n丁\t0", "1:甲 乙\n2:收费\n3:丙 0\n5:丁 0\n", "" },
    { "甲\t乙\t丙\n收费\t\n丁\t0\n尾",
      "1@1:甲\n1@2:乙\n1@3:丙\n2@4:收费\n2e@5:\n3@6:丁\n3@7:0\n4:尾\n", NULL },
    { "\t\t缩进的一段", "1:缩进的一段\n", "" },
    /* cells of several lines, as spreadsheets quote them, and in a header without quotation marks */
    { "甲\t\"上\n下\"\t丙\n1\t2\t3\n\"不完的一段\n尾",
      "1@1:甲\n1@2:上 下\n1@3:丙\n3@4:1\n3@5:2\n3@6:3\n4:\"不完的一段\n5:尾\n", NULL },
    { "项\t本年\n制发\n件数\t现行\n有效\n件数\n章\t2\t3\n尾",
      "1@1:项\n1@2:本年 制发 件数\n1@3:现行 有效 件数\n6@4:章\n6@5:2\n6@6:3\n7:尾\n", NULL },
    { "甲\t情况\n自然人\t组织\n章\t2\t3\t4",
      "1:甲 情况\n2:自然人 组织\n3@1:章\n3@2:2\n3@3:3\n3@4:4\n", NULL },
    /* one cell a line */
    { "甲\n|\n||||\n0\n|\n \n|\n|\n乙", "1:甲\n2r:|\n3r:||||\n4:0\n5r:|\n6e:\n7r:|\n8r:|\n9:乙\n",
      "" },
    { "甲\n|\n\n|\n乙", "1:甲\n2r:|\n3e:\n4r:|\n5:乙\n", "" },
    /* every other line empty: an empty line says nothing, a blank one does */
    { "甲\n\n|\n\n|\n\n0\n\n|\n\n \n\n|", "1:甲\n3r:|\n5r:|\n7:0\n9r:|\n11e:\n13r:|\n", "" },
    { "| |\n||\n", "1r:| |\n2r:||\n", "" },
    /* tables drawn with lines: a cell over several lines, one beside a line that parts others, figures below each other */
    { "┌──┬─┐\n│规│1│\n│章│ │\n├──┼─┤\n│甲│2│\n└──┴─┘\n尾",
      "2@1:规章\n2@2:1\n5@3:甲\n5@4:2\n7:尾\n", NULL },
    { "+----+---+---+\n|    | a | 1 |\n| 总 +---+---+\n|    | b | 2 |\n+----+---+---+",
      "3@1:总\n2@2:a\n2@3:1\n4@4:b\n4@5:2\n", NULL },
    { "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+",
      "2@1:a\n2@2:b\n4@3:1\n4@4:2\n5@5:3\n5@6:4\n", NULL },
    /* labels over several lines beside each other, and one that reaches over a row and another over columns */
    { "┌────┬─────────┐\n│    │ 申请人  │\n│项目├────┬────┤\n│    │自然│ 总 │\n│    │人  │ 计 │\n"
      "├────┼────┼────┤\n│新收│ 1  │ 0  │\n└────┴────┴────┘\n尾",
      "3@1:项目\n2@2:申请人\n4@3:自然人\n4@4:总计\n7@5:新收\n7@6:1\n7@7:0\n9:尾\n",
      "T0(0,0)2x1:项目\nT0(0,1)1x2:申请人\nT0(1,1):自然人\nT0(1,2):总计\nT0(2,0):新收\nT0(2,1):"
      "1\nT0(2,2):0\n" },
    /* marks that are wide in some fonts; lines that do not meet are parted at their bars */
    { "┌────┬─┐\n│“甲│1│\n└────┴─┘", "2@1:“甲\n2@2:1\n", NULL },
    { "┌────┬─┐\n│“甲”│1│\n└────┴─┘", "2@1:“甲”\n2@2:1\n", NULL },
    { "首页 │ 公开\n──────\n1+1=2\n--------", "1:首页 │ 公开\n2:──────\n3:1+1=2\n4:--------\n",
      "" },
    /* a cell to a line with a bar behind it, and the bars that fill up a row behind the last */
    { "项 | ||\n甲 |\n乙 |\n许可 |\n6 | ||\n\n末",
      "1:项 |\n1r:||\n2:甲 |\n3:乙 |\n4:许可 |\n5:6 |\n5r:||\n7:末\n", "" },
    { "甲 |\n许可 |\n1 | 0 |  | 2 | ||\n末",
      "1:甲 |\n2:许可 |\n3:1 |\n3:0 |\n3r:|\n3:2 |\n3r:||\n4:末\n", "" },
    /* headings and lines in bold as Markdown marks them; rules of stars and hashes in words stay */
    { "# 年报\n\n## **一、概况**\n**二、公开**\n甲**乙**\n#3 号\n******\n**甲**和**乙**",
      "1:年报\n3:一、概况\n4:二、公开\n5:甲**乙**\n6:#3 号\n7:******\n8:**甲**和**乙**\n", "" },
    { "", "", "" },
};

static void reads_lines_rows_and_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct doc_build *b = doc_build_new(DOC_TEXT, "UTF-8");
        plain_read(b, str_of(cases[i].text), 1);
        struct doc *doc = doc_build_end(b);
        char *blocks = dump_blocks(doc);
        char *cells = dump_cells(doc);
        assert_string_equal(blocks, cases[i].blocks);
        if (cases[i].cells)
            assert_string_equal(cells, cases[i].cells);
        free(blocks);
        free(cells);
        doc_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines_rows_and_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
