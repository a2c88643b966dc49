/* test_zipped.c - documents in a zip: which files, their bytes, what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include <cmocka.h>

#include "read/read.h"
#include "read/zipped.h"

static char folder[] = "/tmp/auditor-zipped-XXXXXX";

static char *make(const char *name, const char *const *files, size_t n)
{
    char *path = file_join(folder, name);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i + 1 < 2 * n; i += 2) {
        zip_source_t *source = zip_source_buffer(zip, files[i + 1], strlen(files[i + 1]), 0);
        assert_true(zip_file_add(zip, files[i], source, ZIP_FL_ENC_GUESS) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    return path;
}

static void expect_list(const char *path, const char *const *names, size_t n)
{
    struct file_list list = { 0 };
    struct error err = { 0 };
    if (read_walk(&list, path, NULL, &err))
        fail_msg("%s", err.message);
    assert_int_equal(list.n, n);
    for (size_t i = 0; i < n; i++) {
        char *want = *names[i] ? file_join(path, names[i]) : file_join(path, "");
        if (!*names[i])
            want[strlen(path)] = '\0';
        assert_string_equal(list.paths[i], want);
        free(want);
    }
    file_list_free(&list);
}

static void files_are_documents(void **state)
{
    (void)state;
    const char *files[] = {
        "材料/甲.html",      "first", "乙.txt",       "second", "p_files/a.js", "x",
        "__MACOSX/._乙.txt", "x",     ".hidden.html", "x",      "c\\d.html",    "third"
    };
    char *path = make("batch.zip", files, 6);
    const char *names[] = { "c/d.html", "乙.txt", "材料/甲.html" };
    expect_list(path, names, 3);
    struct strbuf bytes = { 0 };
    struct file_stamp stamp, of_zip;
    struct error err = { 0 };
    char *inside = file_join(path, "材料/甲.html");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), 0);
    assert_true(str_eq_c(strbuf_view(&bytes), "first"));
    assert_int_equal(read_stat(&stamp, inside, "n", &err), 0);
    assert_int_equal(file_stat(&of_zip, path, &err), 0);
    assert_memory_equal(&stamp, &of_zip, sizeof stamp);
    free(inside);
    inside = file_join(path, "c/d.html");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), 0);
    assert_true(str_eq_c(strbuf_view(&bytes), "third"));
    free(inside);
    inside = file_join(path, "丙.txt");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), ERR_ABSENT);
    free(inside);
    strbuf_free(&bytes);
    free(path);
}

static void expect_refused(const char *path, int code, const char *told)
{
    const char *names[] = { "" };
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    expect_list(path, names, 1); /* it stands for itself */
    assert_int_equal(read_bytes(&bytes, path, "n", &err), code);
    if (!strstr(err.message, told))
        fail_msg("\"%s\" does not say %s", err.message, told);
    strbuf_free(&bytes);
}

static void what_is_refused_says_why(void **state)
{
    (void)state;
    const char *evil[] = { "../../x.html", "x" };
    const char *twice[] = { "a\\b.html", "x", "a/b.html", "y" };
    char *path = make("evil.zip", evil, 1);
    expect_refused(path, ERR_FORMAT, "文件夹之外");
    free(path);
    path = make("twice.zip", twice, 2);
    expect_refused(path, ERR_FORMAT, "同名");
    free(path);
    path = file_join(folder, "cut.zip");
    assert_int_equal(file_write(path, STR("PK\x03\x04 and no more"), NULL), 0);
    expect_refused(path, ERR_FORMAT, "不是完好的");
    free(path);
}

static void a_bomb_is_one_document(void **state)
{
    (void)state;
    enum { ZEROS = 4 << 20 };
    char *zeros = malloc(ZEROS + 1);
    memset(zeros, '0', ZEROS);
    zeros[ZEROS] = '\0';
    const char *files[] = { "a.html", "fine", "bomb.html", zeros };
    char *path = make("bomb.zip", files, 2);
    const char *names[] = { "a.html", "bomb.html" };
    expect_list(path, names, 2);
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    char *inside = file_join(path, "bomb.html");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), ERR_LIMIT);
    free(inside);
    inside = file_join(path, "a.html");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), 0);
    free(inside);
    free(path);
    free(zeros);
    strbuf_free(&bytes);
}

/* What a link points to is not asked, nor is its address taken for a text. */
static void a_link_is_no_document(void **state)
{
    (void)state;
    const char *files[] = { "a.html", "fine", "link.html", "/etc/hostname" };
    struct strbuf bytes = { 0 };
    struct error err = { 0 };
    char *path = make("link.zip", files, 2);
    zip_t *zip = zip_open(path, 0, NULL);
    assert_non_null(zip);
    assert_int_equal(
        zip_file_set_external_attributes(zip, 1, 0, ZIP_OPSYS_UNIX, (zip_uint32_t)0120777 << 16),
        0);
    assert_int_equal(zip_close(zip), 0);
    char *inside = file_join(path, "link.html");
    assert_int_equal(read_bytes(&bytes, inside, "n", &err), ERR_FORMAT);
    assert_non_null(strstr(err.message, "链接"));
    free(inside);
    free(path);
    strbuf_free(&bytes);
}

/* A page that someone called .zip, and an Office file, are read as what they are. */
static void a_name_is_no_proof(void **state)
{
    (void)state;
    const char *names[] = { "" };
    const char *office[] = { "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>" };
    char *path = file_join(folder, "page.zip");
    assert_int_equal(file_write(path, STR("<html><p>x</p></html>"), NULL), 0);
    expect_list(path, names, 1);
    free(path);
    path = make("office.zip", office, 2);
    expect_list(path, names, 1);
    free(path);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    struct file_list list = { 0 };
    file_walk(&list, folder, NULL);
    for (size_t i = 0; i < list.n; i++)
        unlink(list.paths[i]);
    file_list_free(&list);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_documents),    cmocka_unit_test(what_is_refused_says_why),
        cmocka_unit_test(a_bomb_is_one_document), cmocka_unit_test(a_link_is_no_document),
        cmocka_unit_test(a_name_is_no_proof),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
