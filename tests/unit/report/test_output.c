/* test_output.c - where results are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "report/output.h"
#include "report/sheet.h"

static char folder[] = "/tmp/auditor-output-XXXXXX";

static int make(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_all(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static void put(const char *path, const char *bytes)
{
    struct output output = { 0 };
    struct error err = { 0 };
    char spec[200];
    snprintf(spec, sizeof spec, "text:%s", path);
    assert_int_equal(output_parse(&output, spec, 1u << OUTPUT_TEXT, &err), 0);
    assert_int_equal(output_open(&output, &err), 0);
    output_write(&output, str_of(bytes));
    assert_int_equal(output_close(&output, false, &err), 0);
}

static void holds(const char *path, const char *bytes)
{
    struct strbuf b = { 0 };
    assert_int_equal(file_read(&b, path, 0, NULL), 0);
    assert_true(str_eq_c(strbuf_view(&b), bytes));
    strbuf_free(&b);
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    char *file = file_join(folder, "file.txt");
    char *link = file_join(folder, "link.txt");
    struct stat st;
    put(file, "old");
    assert_int_equal(symlink("file.txt", link), 0);
    put(link, "new");
    assert_int_equal(lstat(link, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    holds(file, "new");
    free(file);
    free(link);
}

/* A rename onto a device would take the device away from the whole machine. */
static void what_is_no_file_is_not_replaced(void **state)
{
    (void)state;
    char *pipe = file_join(folder, "pipe");
    struct error err = { 0 };
    struct sheet_book *book = NULL;
    struct stat st;
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_int_equal(sheet_book_open(&book, pipe, &err), ERR_IO);
    FILE *reader = fopen(pipe, "r+e"); /* lets the writer go on */
    assert_non_null(reader);
    put(pipe, "x");
    assert_int_equal(fgetc(reader), 'x');
    fclose(reader);
    assert_int_equal(lstat(pipe, &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
    free(pipe);
}

static void write_book(const char *path)
{
    struct sheet_book *book = NULL;
    cJSON *sheets =
        cJSON_Parse("[{\"name\":\"a\",\"columns\":[{\"title\":\"t\",\"kind\":\"text\"}],"
                    "\"rows\":[[\"=1+1\"]]}]");
    assert_int_equal(sheet_book_open(&book, path, NULL), 0);
    assert_int_equal(sheet_book_add(book, sheets, NULL), 0);
    assert_int_equal(sheet_book_close(book, NULL), 0);
    cJSON_Delete(sheets);
}

static void a_workbook_is_the_same_a_second_later(void **state)
{
    (void)state;
    char *first = file_join(folder, "1.xlsx");
    char *second = file_join(folder, "2.xlsx");
    struct strbuf a = { 0 }, b = { 0 };
    write_book(first);
    usleep(1100 * 1000); /* its time stamps count seconds */
    write_book(second);
    assert_int_equal(file_read(&a, first, 0, NULL), 0);
    assert_int_equal(file_read(&b, second, 0, NULL), 0);
    assert_true(a.n > 0 && str_eq(strbuf_view(&a), strbuf_view(&b)));
    strbuf_free(&a);
    strbuf_free(&b);
    free(first);
    free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_stays_a_link),
        cmocka_unit_test(what_is_no_file_is_not_replaced),
        cmocka_unit_test(a_workbook_is_the_same_a_second_later),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
