/* test_disputes.c - table four out of the layouts in which it comes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "forms_fixture.h"
#include "tables_page.h"

#define OUTCOMES "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"

static const struct {
    const char *name, *content, *review, *direct, *after, *problems;
} DISPUTES[] = {
    { "as printed",
      "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>" OUTCOMES
      "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" OUTCOMES OUTCOMES
      "</tr><tr><td>1<td>2<td>3<td>4<td>10<td>0<td>0<td>5<td>0<td>5<td>1<td><td>-<td>0<td>1</"
      "table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 [blank] [dash] 0 1", "" },
    { "groups below each other, the brackets tell them apart",
      "<table><tr><td colspan=5>行政复议</td></tr><tr>" OUTCOMES
      "</tr><tr><td>1<td>2<td>3<td>4<td>10</tr>"
      "<tr><td colspan=5>行政诉讼（未经复议直接起诉）</td></tr><tr>" OUTCOMES
      "</tr><tr><td>0<td>0<td>5<td>0<td>5</tr>"
      "<tr><td colspan=5>行政诉讼（复议后起诉）</td></tr><tr>" OUTCOMES
      "</tr><tr><td>1<td>0<td>0<td>0<td>1</tr></table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
    { "an empty column, and a name for the line of figures",
      "<table><tr><td rowspan=3><td rowspan=3>项目</td><td colspan=5>行政复议</td>"
      "<td colspan=10>行政诉讼</td></tr><tr>" OUTCOMES
      "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" OUTCOMES OUTCOMES
      "</tr><tr><td><td>数量</td><td>1<td>2<td>3<td>4<td>10<td>0<td>0<td>5<td>0<td>5<td>1<td>0<td>"
      "0<td>0<td>1</table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
    { "each group with its name in front, words in a first cell",
      "<table><tr><td rowspan=2>行政复议</td>" OUTCOMES
      "</tr><tr><td>不详<td>2<td>3<td>4<td>10</tr>"
      "<tr><td rowspan=2>未经复议直接起诉</td>" OUTCOMES "</tr><tr><td>0<td>0<td>5<td>0<td>5</tr>"
      "<tr><td rowspan=2>复议后起诉</td>" OUTCOMES
      "</tr><tr><td>1<td>0<td>0<td>0<td>1</tr></table>",
      "[text 不详] 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
    { "on its side",
      "<table><tr><td>结果</td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr>"
      "<tr><td>结果维持<td>1<td>0<td>1</tr><tr><td>结果纠正<td>2<td>0<td></tr>"
      "<tr><td>其他结果<td>3<td>5<td>-</tr><tr><td>尚未审结<td>4<td>0<td>0</tr>"
      "<tr><td>总计<td>10<td>5<td>1</tr></table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 [blank] [dash] 0 1", "" },
    { "nothing says which lawsuits",
      "<table><tr><td colspan=5>行政复议</td></tr><tr>" OUTCOMES
      "</tr><tr><td>1<td>2<td>3<td>4<td>10</tr>"
      "<tr><td colspan=5>行政诉讼</td></tr><tr>" OUTCOMES
      "</tr><tr><td>0<td>0<td>5<td>0<td>5</tr></table>",
      "1 2 3 4 10", "[?] [?] [?] [?] [?]", "[?] [?] [?] [?] [?]",
      "unplaced direct; unplaced after_review; header-broken upheld; header-broken corrected; "
      "header-broken other; header-broken pending; header-broken total" },
    { "merged cells of the header between bars",
      "行政复议\n|\n|\n|\n|\n|\n行政诉讼\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n"
      "结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n"
      "未经复议直接起诉\n|\n|\n|\n|\n|\n复议后起诉\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n"
      "结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n"
      "结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n"
      "1\n|\n2\n|\n3\n|\n4\n|\n10\n|\n0\n|\n0\n|\n5\n|\n0\n|\n5\n|\n1\n|\n0\n|\n0\n|\n0\n|\n1\n|\n",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
    { "one group a line",
      "<table><tr><td colspan=2>类型</td>" OUTCOMES "</tr>"
      "<tr><td colspan=2>行政复议</td><td>1<td>2<td>3<td>4<td>10</tr>"
      "<tr><td rowspan=2>行政诉讼</td><td>未经复议直接起诉</td><td>0<td>0<td>5<td>0<td>5</tr>"
      "<tr><td>复议后起诉</td><td>1<td>0<td>0<td>0<td>1</tr></table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
    { "a label is cut",
      "<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr><td>结果维</td>"
      "<td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
      "<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>" OUTCOMES OUTCOMES
      "</tr><tr><td>1<td>2<td>3<td>4<td>10<td>0<td>0<td>5<td>0<td>5<td>1<td>0<td>0<td>0<td>1</"
      "table>",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1", "header-broken upheld" },
    { "lines and bars, the last cell blank",
      "行政复议\n|\n行政诉讼\n|\n||||||||\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|"
      "\n总计\n|\n未经复议直接起诉\n|\n"
      "复议后起诉\n||||||||\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|"
      "\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n"
      "尚未审结\n|\n总计\n|\n|||||\n1\n|\n2\n|\n3\n|\n4\n|\n10\n|\n0\n|\n0\n|\n5\n|\n0\n|\n5\n|"
      "\n1\n|\n0\n|\n0\n|\n0\n|\n\n|\n"
      "五、存在的主要问题及改进情况\n",
      "1 2 3 4 10", "0 0 5 0 5", "1 0 0 0 [blank]", "" },
    { "lines, figures spoilt by a mark",
      "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n"
      "复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n"
      "尚未审结\n总计\n1\n2、02\n3\n4,5\n10\n0\n0\n￥5\n0\n5\n1\n0\n0\n0\n1\n"
      "五、存在的主要问题及改进情况\n",
      "1 [text 2、02] 3 [text 4,5] 10", "0 0 5元 0 5", "1 0 0 0 1", "" },
    { "lines, a whole group blank",
      "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n"
      "复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n"
      "尚未审结\n总计\n1\n2\n3\n4\n10\n\n\n\n\n\n1\n0\n0\n0\n1\n"
      "五、存在的主要问题及改进情况\n",
      "1 2 3 4 10", "[blank] [blank] [blank] [blank] [blank]", "1 0 0 0 1", "" },
    { "lines, and nothing says that those at the end are cells",
      "行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n"
      "复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n"
      "尚未审结\n总计\n1\n2\n3\n4\n10\n1\n0\n0\n0\n1\n\n\n\n\n\n"
      "五、存在的主要问题及改进情况\n",
      "[?] [?] [?] [?] [?]", "[?] [?] [?] [?] [?]", "[?] [?] [?] [?] [?]",
      "unplaced review; unplaced direct; unplaced after_review" },
    { "words in its first cell, and another name for a row",
      "<table><tr><td colspan=5>复核案件</td><td colspan=10>行政诉讼</td></tr><tr>" OUTCOMES
      "<td colspan=5>未经复议直接起诉</td><td colspan=5>直接起诉以外</td></tr><tr>" OUTCOMES
          OUTCOMES
      "</tr><tr><td>不详<td>2<td>3<td>4<td>10<td>0<td>0<td>5<td>0<td>5<td>1<td>0<td>0<td>0<td>1</"
      "table>",
      "[text 不详] 2 3 4 10", "0 0 5 0 5", "1 0 0 0 1",
      "row-renamed review; row-renamed after_review" },
    { "lines and bars, words between its values",
      "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n|\n行政诉讼\n|\n||\n结果维持\n|"
      "\n结果纠正\n|\n"
      "其他结果\n|\n尚未审结\n|\n总计\n|\n未经复议直接起诉\n|\n复议后起诉\n||\n"
      "结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n"
      "结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n||\n1\n|\n2\n|\n不详\n|\n4\n|"
      "\n10\n|\n"
      "0\n|\n0\n|\n5\n|\n0\n|\n5\n|\n1\n|\n0\n|\n0\n|\n0\n|\n1\n||\n"
      "五、存在的主要问题及改进情况\n",
      "1 2 [text 不详] 4 10", "0 0 5 0 5", "1 0 0 0 1", "" },
};

static void table_four_in_its_layouts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(DISPUTES) / sizeof(DISPUTES[0]); i++) {
        struct page p;
        page_open(&p, &forms, DISPUTES[i].content, 2022);
        same(DISPUTES[i].name, page_row(&p, "disputes", "review"), DISPUTES[i].review);
        same(DISPUTES[i].name, page_row(&p, "disputes", "direct"), DISPUTES[i].direct);
        same(DISPUTES[i].name, page_row(&p, "disputes", "after_review"), DISPUTES[i].after);
        same(DISPUTES[i].name, page_problems(&p, "disputes"), DISPUTES[i].problems);
        page_close(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_four_in_its_layouts),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
