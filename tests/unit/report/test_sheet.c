/* test_sheet.c - tables to workbooks, row by row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/archive.h"
#include "base/file.h"
#include "report/sheet.h"

enum { MB = 1024 * 1024, PART = 4096, SHEET_ROWS = 1048576, ROWS = SHEET_ROWS + 2 };

/* [{ name: "t", columns: [{ title: "n", kind: "number" }], rows: [[first], [first + 1] ...] }] */
static cJSON *part(size_t first, size_t n)
{
    cJSON *sheets =
        cJSON_Parse("[{\"name\":\"t\",\"columns\":[{\"title\":\"n\",\"kind\":\"number\"}]}]");
    cJSON *rows = cJSON_AddArrayToObject(cJSON_GetArrayItem(sheets, 0), "rows");
    for (size_t i = 0; i < n; i++) {
        cJSON *row = cJSON_CreateArray();
        cJSON_AddItemToArray(row, cJSON_CreateNumber((double)(first + i)));
        cJSON_AddItemToArray(rows, row);
    }
    return sheets;
}

static void check_sheet(struct archive_door *door, const char *name, const char *holds)
{
    struct str bytes = { NULL, 0 };
    assert_int_equal(archive_take(door, name, &bytes, NULL), 0);
    assert_true(str_has(bytes, holds));
}

/* The header takes a row of each worksheet, so three rows go on in the second one. */
static void what_a_worksheet_cannot_hold_goes_on_in_the_next(void **state)
{
    (void)state;
    const struct archive_limits limits = { 100, 256 * MB, 512 * MB, 1000 };
    char path[] = "/tmp/auditor-sheet-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0 && close(fd) == 0);
    struct sheet_book *book = NULL;
    struct archive_door *door = NULL;
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    assert_int_equal(sheet_book_open(&book, path, &err), 0);
    for (size_t from = 0; from < ROWS; from += PART) {
        cJSON *sheets = part(from, ROWS - from < PART ? ROWS - from : PART);
        assert_int_equal(sheet_book_add(book, sheets, &err), 0);
        cJSON_Delete(sheets);
    }
    assert_int_equal(sheet_book_close(book, &err), 0);
    assert_int_equal(file_read(&bytes, path, 256 * MB, &err), 0);
    if (archive_open(&door, strbuf_view(&bytes), path, &limits, &err))
        fail_msg("%s", err.message);
    check_sheet(door, "xl/workbook.xml", "\"t (2)\"");
    check_sheet(door, "xl/worksheets/sheet1.xml", "r=\"A1048576\" s=\"2\"><v>1048574<");
    check_sheet(door, "xl/worksheets/sheet2.xml", "r=\"A2\" s=\"2\"><v>1048575<");
    check_sheet(door, "xl/worksheets/sheet2.xml", "r=\"A4\" s=\"2\"><v>1048577<");
    archive_close(door);
    strbuf_free(&bytes);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_worksheet_cannot_hold_goes_on_in_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
