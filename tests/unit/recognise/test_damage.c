/* test_damage.c - table three in every shape it comes in: what is damaged in it stays where it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "forms_fixture.h"
#include "tables_page.h"

static const char *row_of(int r)
{
    static char text[100];
    snprintf(text, sizeof(text), "%d %d %d %d %d %d %d", r * 10, r * 10 + 1, r * 10 + 2, r * 10 + 3,
             r * 10 + 4, r * 10 + 5, r * 10 + 6);
    return text;
}

static void all_rows_but(const struct page *p, int except)
{
    const struct form_table *t = page_table(p, "requests")->layout;
    for (size_t r = 0; r < t->row_count; r++) {
        if ((int)r != except)
            same(t->rows[r].key.p, page_row(p, "requests", t->rows[r].key.p), row_of((int)r));
    }
}

static void every_shape_gives_the_same_cells(void **state)
{
    (void)state;
    for (int shape = SHEET_HTML; shape <= SHEET_SPACES; shape++) {
        struct page p;
        char *text = sheet_requests((enum sheet_shape)shape, NULL, 0);
        page_open(&p, &forms, text, 2023);
        all_rows_but(&p, -1);
        same("problems", page_problems(&p, "requests"), "");
        page_close(&p);
        free(text);
    }
}

static const struct {
    const char *name;
    enum sheet_shape shape;
    struct sheet_change change;
    const char *key, *row, *problems;
} DAMAGED[] = {
    { "an ordinal is lost",
      SHEET_HTML,
      { 16, "重复申请", NULL },
      "declined.2",
      "160 161 162 163 164 165 166",
      "" },
    { "a note in the label",
      SHEET_HTML,
      { 9, "6.属于四类过程性信息（含讨论记录）", NULL },
      "refused.6",
      "90 91 92 93 94 95 96",
      "" },
    { "a shortened label",
      SHEET_BARS,
      { 19, "5.要求确认或重新出具", NULL },
      "declined.5",
      "190 191 192 193 194 195 196",
      "" },
    { "a label cut over lines",
      SHEET_LINES,
      { 18, "4.无正当理由\n大量反复\n申请", NULL },
      "declined.4",
      "180 181 182 183 184 185 186",
      "" },
    { "a blank in a line's label",
      SHEET_LINES,
      { 3, "（二）部分公开（区分处理的，只计这一情形，不计其 他情形）", NULL },
      "partial",
      "30 31 32 33 34 35 36",
      "" },
    { "a blank before the last character of a label",
      SHEET_LINES,
      { 0, "一、本年新收政府信息公开申请数 量", NULL },
      "new",
      "0 1 2 3 4 5 6",
      "" },
    { "a label in front of its values, in two",
      SHEET_SPACES,
      { 1, "二、上年结 转政府信息公开申请数量", NULL },
      "carried_in",
      "10 11 12 13 14 15 16",
      "" },
    { "a label whose end stands before the values",
      SHEET_SPACES,
      { 18, "4.无正当理由大\n量反复申请", NULL },
      "declined.4",
      "180 181 182 183 184 185 186",
      "" },
    { "blanks within numbers, one cell to a line",
      SHEET_LINES,
      { 18, NULL, "1 8 0,181,18 2,183,184,1 85,186" },
      "declined.4",
      "180 181 182 183 184 185 186",
      "" },
    { "two cells on a line, and a line less",
      SHEET_LINES,
      { 18, NULL, "180,181 182,183,184,185,186" },
      "declined.4",
      "180 181 182 183 184 185 186",
      "" },
    { "words between the values of a line",
      SHEET_SPACES,
      { 18, NULL, "180,不详,182,183,184,185,186" },
      "declined.4",
      "180 [text 不详] 182 183 184 185 186",
      "" },
    { "words in the first cell of a line",
      SHEET_SPACES,
      { 18, NULL, "不详,181,182,183,184,185,186" },
      "declined.4",
      "[text 不详] 181 182 183 184 185 186",
      "" },
    { "words at the end of a line",
      SHEET_SPACES,
      { 18, NULL, "180,181,182,183,184,185,不详" },
      "declined.4",
      "180 181 182 183 184 185 [text 不详]",
      "" },
    { "words in the last cell between bars",
      SHEET_BARS,
      { 18, NULL, "180,181,182,183,184,185,不详" },
      "declined.4",
      "180 181 182 183 184 185 [text 不详]",
      "" },
    { "the group before the label",
      SHEET_HTML,
      { 18, "（五）不予处理-4.无正当理由大量反复申请", NULL },
      "declined.4",
      "180 181 182 183 184 185 186",
      "" },
    { "other particles",
      SHEET_HTML,
      { 19, "5.要求行政机关确认或者重新出具已获取的信息", NULL },
      "declined.5",
      "190 191 192 193 194 195 196",
      "" },
    { "another wording",
      SHEET_HTML,
      { 8, "5.内部管理事项", NULL },
      "refused.5",
      "80 81 82 83 84 85 86",
      "row-renamed refused.5" },
    { "a row that is not there",
      SHEET_PIPES,
      { 13, "", NULL },
      "unavailable.2",
      "- - - - - - -",
      "row-missing unavailable.2" },
    { "units, separators, full width",
      SHEET_HTML,
      { 0, NULL, "1件,1,２０条,3,０,0,24" },
      "new",
      "1件 1 20条 3 0 0 24",
      "" },
    { "a blank and a dash",
      SHEET_HTML,
      { 5, NULL, "1,,/,—,0,-,2" },
      "refused.2",
      "1 [blank] [dash] [dash] 0 [dash] 2",
      "" },
    { "a blank between bars",
      SHEET_BARS,
      { 5, NULL, "1,,3,4,5,6,7" },
      "refused.2",
      "1 [blank] 3 4 5 6 7",
      "" },
    { "a blank first cell between bars",
      SHEET_BARS,
      { 5, NULL, ",2,3,4,5,6,7" },
      "refused.2",
      "[blank] 2 3 4 5 6 7",
      "" },
    { "a blank row between bars",
      SHEET_BARS,
      { 24, NULL, ",,,,,," },
      "carried_out",
      "[blank] [blank] [blank] [blank] [blank] [blank] [blank]",
      "" },
    { "blank lines",
      SHEET_LINES,
      { 5, NULL, "1,,,4,5,6,7" },
      "refused.2",
      "1 [blank] [blank] 4 5 6 7",
      "" },
    { "a blank first line",
      SHEET_LINES,
      { 5, NULL, ",2,3,4,5,6,7" },
      "refused.2",
      "[blank] 2 3 4 5 6 7",
      "" },
    { "a blank last line",
      SHEET_LINES,
      { 24, NULL, "1,2,3,4,5,6," },
      "carried_out",
      "1 2 3 4 5 6 [blank]",
      "" },
    { "words in a cell",
      SHEET_HTML,
      { 5, NULL, "1,2,见附件,4,5,6,7" },
      "refused.2",
      "1 2 [text 见附件] 4 5 6 7",
      "" },
    { "words in the first cell between bars",
      SHEET_BARS,
      { 16, NULL, "见附件,2,3,4,5,6,7" },
      "declined.2",
      "[text 见附件] 2 3 4 5 6 7",
      "" },
    { "words among values between bars",
      SHEET_BARS,
      { 16, NULL, "1,2,若干,4,5,6,7" },
      "declined.2",
      "1 2 [text 若干] 4 5 6 7",
      "" },
    { "a value too few, no bars",
      SHEET_LINES,
      { 7, NULL, "1,2,3,4,5,6" },
      "refused.4",
      "[?] [?] [?] [?] [?] [?] [?]",
      "unplaced refused.4" },
    { "a value too many",
      SHEET_HTML,
      { 7, NULL, "1,2,3,4,5,6,7,8" },
      "refused.4",
      "[?] [?] [?] [?] [?] [?] [?]",
      "unplaced refused.4" },
    { "a cell too few at the end of a grid",
      SHEET_HTML,
      { 7, NULL, "1,2,3,4,5,6" },
      "refused.4",
      "1 2 3 4 5 6 [blank]",
      "" },
    { "an empty cell too many",
      SHEET_HTML,
      { 7, NULL, "1,2,3,4,5,6,7,," },
      "refused.4",
      "1 2 3 4 5 6 7",
      "" },
    { "two numbers in a cell",
      SHEET_HTML,
      { 7, NULL, "<p>1</p><p>2</p>,2,3,4,5,6,7" },
      "refused.4",
      "[text 1\n2] 2 3 4 5 6 7",
      "" },
};

static void damage_stays_where_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(DAMAGED) / sizeof(DAMAGED[0]); i++) {
        struct page p;
        char *text = sheet_requests(DAMAGED[i].shape, &DAMAGED[i].change, 1);
        page_open(&p, &forms, text, 2023);
        same(DAMAGED[i].name, page_row(&p, "requests", DAMAGED[i].key), DAMAGED[i].row);
        same(DAMAGED[i].name, page_problems(&p, "requests"), DAMAGED[i].problems);
        all_rows_but(&p, DAMAGED[i].change.row);
        page_close(&p);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_gives_the_same_cells),
        cmocka_unit_test(damage_stays_where_it_is),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
