/* test_carriers.c - which files are one report, and which of them comes first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "office/carriers.h"
#include "office/carriers_link.h"

/* The other files of the job of `file`, joined by blanks. */
static void others(struct strbuf *out, const char *const *paths, size_t file, size_t *better)
{
    struct file_list list = { 0 };
    struct carriers carriers;
    struct pipeline_job job = { 0 };
    for (; *paths; paths++)
        file_list_add(&list, *paths);
    carriers_find(&carriers, &list);
    carriers_fill(&carriers, file, &job);
    strbuf_clear(out);
    for (size_t i = 0; i < job.carriers.n; i++)
        strbuf_add(out, job.carriers.p[i] ? &job.carriers.p[i] : " ", 1);
    *better = job.better;
    carriers_free(&carriers);
    file_list_free(&list);
}

static void expect(const char *const *paths, size_t file, const char *due, size_t due_better)
{
    struct strbuf found = { 0 };
    size_t better = 0;
    others(&found, paths, file, &better);
    strbuf_c(&found, "");
    assert_string_equal(found.p ? found.p : "", due);
    assert_int_equal(better, due_better);
    strbuf_free(&found);
}

static void the_same_name_is_one_report(void **state)
{
    static const char *const paths[] = { "d/a.docx", "d/a.html", "d/a.pdf",
                                         "d/b.html", "e/a.txt",  NULL };
    (void)state;
    expect(paths, 1, "d/a.docx d/a.pdf ", 0);
    expect(paths, 0, "d/a.html d/a.pdf ", 1);
    expect(paths, 2, "d/a.html d/a.docx ", 2);
    expect(paths, 3, "", 0);
    expect(paths, 4, "", 0);
    assert_true(carriers_same_stem(STR("d/a.x"), STR("d/a.y")));
    assert_false(carriers_same_stem(STR("d/a.x"), STR("e/a.x")));
    assert_false(carriers_same_stem(STR("d/.a"), STR("d/.b")));
}

static void a_folder_with_one_file_of_each_kind_may_be_one(void **state)
{
    static const char *const one[] = { "d/annex.pdf", "d/page.html", NULL };
    static const char *const two[] = { "d/annex.pdf", "d/page.html", "d/z.html", NULL };
    static const char *const here[] = { "annex.pdf", "page.html", NULL };
    (void)state;
    expect(one, 1, "d/annex.pdf ", 0);
    expect(one, 0, "d/page.html ", 1);
    expect(two, 1, "", 0);
    expect(here, 1, "", 0);
}

static void names_are_the_last_part_decoded(void **state)
{
    static const char *const cases[][2] = {
        { "https://a.gov.cn/b/c.docx?v=1", "c.docx" },
        { "c.docx#top", "c.docx" },
        { "..\\d\\c.pdf", "c.pdf" },
        { "%E7%94%B2%20.docx", "甲 .docx" },
        { "\xBC\xD7.doc", "甲.doc" }, /* GB18030, as old pages have it */
        { "a%2", "a%2" },
        { "100%zz", "100%zz" },
        { "https://a.gov.cn/", "" },
        { "", "" },
    };
    struct strbuf name = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        strbuf_clear(&name);
        carriers_link_name(&name, str_of(cases[i][0]));
        assert_true(str_eq_c(strbuf_view(&name), cases[i][1]));
    }
    strbuf_free(&name);
}

static void add_line(void *user, struct str href)
{
    strbuf_str(user, href);
    strbuf_char(user, '|');
}

static void links_are_found_in_bytes(void **state)
{
    struct strbuf found = { 0 };
    (void)state;
    carriers_link_each(STR("<a href=\"a.docx\"><A HREF = 'b c.pdf'><a class=x href=d.doc>e=f "
                           "xhref=\"g\"<a href=\"open"),
                       add_line, &found);
    assert_string_equal(found.p, "a.docx|b c.pdf|d.doc|g|open|");
    strbuf_clear(&found);
    carriers_link_each(STR("href="), add_line, &found);
    carriers_link_each(STR("=href"), add_line, &found);
    assert_int_equal(found.n, 0);
    strbuf_free(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_name_is_one_report),
        cmocka_unit_test(names_are_the_last_part_decoded),
        cmocka_unit_test(links_are_found_in_bytes),
        cmocka_unit_test(a_folder_with_one_file_of_each_kind_may_be_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
