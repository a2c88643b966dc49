/* test_commas.c - rows of a sheet that was saved as text become tables, what stands alone in a row a paragraph. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dump.h"
#include "read/commas.h"

#define ROW "行政处罚,1,0,0\n"
#define ROWS ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW

static bool is_sheet(const char *text)
{
    struct doc_build *b = doc_build_new(DOC_TEXT, "UTF-8");
    bool sheet = commas_read(b, str_of(text), 1);
    doc_build_free(b);
    return sheet;
}

static void test_sheets(void **state)
{
    (void)state;
    assert_true(is_sheet("一、总体情况\n" ROWS));
    assert_true(is_sheet("一、总体情况,,,\n\"我局,全年公开3条。\",,,\n" ROWS));
    assert_false(is_sheet("一、总体情况\n我局,全年公开3条。\n"));
    assert_true(is_sheet("我局,全年公开3条。\n" ROWS)); /* its commas part no fields */
    assert_false(is_sheet("我局,全年公开3条,收到0,0,0件。\n我局,上年公开2条,收到0,0,0件。\n" ROW));
    assert_false(is_sheet("一、总体情况\n" ROW ROW));
    assert_false(is_sheet("\"一、总体情况\n" ROWS)); /* the quote is never closed */
}

static void test_rows(void **state)
{
    (void)state;
    struct doc_build *b = doc_build_new(DOC_TEXT, "UTF-8");
    assert_true(commas_read(
        b, STR("二、主动公开,,\n\n规章,,0,\n" ROWS "\"甲,乙。\",\n丙,丁。戊,己。,,\n"), 1));
    struct doc *doc = doc_build_end(b);
    char *blocks = dump_blocks(doc);
    assert_int_equal(doc->table_count, 1);
    assert_int_equal(doc->tables[0].rows, 13);
    assert_int_equal(doc->tables[0].cols, 4);
    assert_non_null(strstr(blocks, "1:二、主动公开\n3@1:规章\n"));
    assert_non_null(strstr(blocks, "16:甲,乙。\n17:丙,丁。戊,己。\n"));
    free(blocks);
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
