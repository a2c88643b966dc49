/* test_file.c - files and folders. */
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

#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"

static char folder[] = "/tmp/auditor-file-XXXXXX";

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

static void writes_whole_files_and_lists_them_in_order(void **state)
{
    (void)state;
    struct error err = { 0 };
    static const char *const names[] = { "乙/年报.html", "a.txt", "a/b.txt", ".hidden",
                                         "~$lock.docx" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = file_join(folder, names[i]);
        assert_int_equal(file_write(path, STR("x"), &err), 0);
        free(path);
    }
    char *loop = file_join(folder, "a/loop");
    assert_int_equal(symlink(folder, loop), 0);
    free(loop);
    char *itself = file_join(folder, "itself");
    assert_int_equal(symlink("itself", itself), 0); /* leads nowhere: nothing to read there */
    assert_int_equal(file_stat(&(struct file_stamp){ 0 }, itself, NULL), ERR_ABSENT);
    free(itself);
    struct file_list list = { 0 };
    assert_int_equal(file_walk(&list, folder, &err), 0);
    assert_int_equal(list.n, 3);
    assert_string_equal(list.paths[0] + strlen(folder), "/a.txt");
    assert_string_equal(list.paths[1] + strlen(folder), "/a/b.txt");
    assert_string_equal(list.paths[2] + strlen(folder), "/乙/年报.html");
    file_list_free(&list);
}

static void names_what_is_wrong(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct strbuf out = { 0 };
    char *absent = file_join(folder, "absent");
    assert_int_equal(file_read(&out, absent, 0, &err), ERR_ABSENT);
    assert_true(str_has(str_of(err.message), "absent"));
    assert_int_equal(file_read(&out, folder, 0, &err), ERR_IO);
    char *large = file_join(folder, "large");
    assert_int_equal(file_write(large, STR("123456"), &err), 0);
    assert_int_equal(file_read(&out, large, 5, &err), ERR_LIMIT);
    assert_int_equal(file_read(&out, large, 6, &err), 0);
    assert_string_equal(out.p, "123456");
    free(absent);
    free(large);
    strbuf_free(&out);
}

static void digests_are_the_published_ones(void **state)
{
    (void)state;
    char hex[DIGEST_HEX];
    digest_sha256(hex, STR("abc"));
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void a_cut_message_ends_in_a_whole_character(void **state)
{
    (void)state;
    struct error err = { 0 };
    struct strbuf lengthy = { 0 };
    for (int i = 0; i < 400; i++)
        strbuf_c(&lengthy, "年");
    for (int shift = 0; shift < 3; shift++) {
        error_set(&err, ERR_IO, "%.*s%s", shift, "ab", lengthy.p);
        struct str s = str_of(err.message);
        for (size_t i = 0; i < s.n;)
            assert_int_not_equal(str_next(s, &i), 0xFFFD);
    }
    strbuf_free(&lengthy);
}

static void names_of_any_bytes_can_be_read(void **state)
{
    (void)state;
    static const struct {
        const char *name, *shown;
    } tries[] = {
        { "a/年报.html", "a/年报.html" }, { "年/\xC4\xEA\xB1\xA8.html", "年/年报.html" },
        { "/\xC4\xEA/", "/年/" },         { "x\xFF\xFE.html", "x\\xFF\\xFE.html" },
        { "年\xFF", "年\\xFF" },          { "-", "-" },
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        struct strbuf out = { 0 };
        file_shown(&out, str_of(tries[i].name));
        assert_string_equal(out.p, tries[i].shown);
        strbuf_free(&out);
    }
}

static void what_is_not_read_is_named(void **state)
{
    (void)state;
    struct file_list list = { 0 };
    struct file_list links = { 0 };
    char *below = file_join(folder, "links");
    char *link = file_join(below, "round");
    assert_int_equal(file_make_folder(below, NULL), 0);
    char *nowhere = file_join(below, "nowhere.html");
    char *pipe = file_join(below, "pipe.html");
    char *linked = file_join(below, "linked.html");
    assert_int_equal(symlink("..", link), 0);
    assert_int_equal(symlink("absent", nowhere), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_int_equal(symlink("/etc/passwd", linked), 0); /* a link to a file is one */
    assert_int_equal(file_walk_inputs(&list, &links, below, NULL), 0);
    assert_int_equal(list.n, 1);
    assert_string_equal(list.paths[0], linked);
    assert_int_equal(links.n, 3);
    assert_string_equal(links.paths[0], nowhere);
    assert_string_equal(links.paths[1], pipe);
    assert_string_equal(links.paths[2], link);
    free(below);
    free(link);
    free(nowhere);
    free(pipe);
    free(linked);
    file_list_free(&list);
    file_list_free(&links);
}

static void a_kept_error_tells_no_folder(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct file_stamp stamp;
    struct error err = { 0 };
    assert_int_equal(file_read_as(&out, "/nowhere/a.html", "a.html", 0, &err), ERR_ABSENT);
    assert_null(strstr(err.message, "nowhere"));
    assert_int_equal(file_stat_as(&stamp, "/nowhere/a.html", "a.html", &err), ERR_ABSENT);
    assert_null(strstr(err.message, "nowhere"));
    assert_int_equal(file_read_as(&out, folder, "a.html", 0, &err), ERR_IO);
    assert_null(strstr(err.message, folder));
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_whole_files_and_lists_them_in_order),
        cmocka_unit_test(names_what_is_wrong),
        cmocka_unit_test(digests_are_the_published_ones),
        cmocka_unit_test(a_cut_message_ends_in_a_whole_character),
        cmocka_unit_test(names_of_any_bytes_can_be_read),
        cmocka_unit_test(what_is_not_read_is_named),
        cmocka_unit_test(a_kept_error_tells_no_folder),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
