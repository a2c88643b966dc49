/* test_glance.c - what a page has to show, told from its bytes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/glance.h"

static struct glance of(const char *page)
{
    return glance(str_of(page), str_of("Content-Type: text/html; charset=utf-8\n"));
}

static void counts_what_a_reader_sees(void **state)
{
    (void)state;
    assert_int_equal(of("<p>公开信息12条&#23454;</p>").words, 6);
    assert_int_equal(of("<p>no word\xC2\xA0　of Chinese</p>").words, 0);
    assert_int_equal(of("<!-- 不计 --><title>标题</title><script>'脚本'</script><p>正文").words, 2);
    assert_int_equal(of("<noframes>请升级浏览器</noframes><style>字").words, 0);
}

static void knows_frames(void **state)
{
    (void)state;
    struct glance set = of("<FRAMESET cols='1,2'><frame src=a></FRAMESET>"),
                  in = of("<p>x<iframe src=a></iframe>");
    assert_true(set.frameset && !set.iframe);
    assert_true(in.iframe && !in.frameset);
    assert_false(of("<!-- <iframe> --><framesetter>").iframe || of("<framesetter>").frameset);
}

static void reads_in_the_charset_of_the_page(void **state)
{
    (void)state;
    assert_int_equal(
        glance(str_of("<p>\xB9\xAB\xBF\xAA</p>"), str_of("Content-Type: text/html; charset=gbk\n"))
            .words,
        2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_a_reader_sees),
        cmocka_unit_test(knows_frames),
        cmocka_unit_test(reads_in_the_charset_of_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
