/* test_framed.c - the page that a frame holds takes its place, once for each level, in time that grows with the page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/framed.h"

static void check(const char *page, const char *unfolded)
{
    struct strbuf out = { 0 };
    bool found = framed_unfold(&out, str_of(page));
    assert_int_equal(found, unfolded != NULL);
    if (unfolded)
        assert_string_equal(out.p, unfolded);
    strbuf_free(&out);
}

static void test_frames(void **state)
{
    (void)state;
    check("<p>甲</p>", NULL);
    check("<p>srcdoc=\"乙\"</p>", NULL);
    check("<iframe src='a.html'></iframe>", NULL);
    check("<iframe srcdoc='乙", NULL);
    check("<iframe srcdoc=\"乙\"", NULL);
    check("甲<iframe id=f srcdoc=\"&lt;p\n title=&quot;x&quot;&gt;乙 &amp;lt; 3&lt;/p&gt;\" "
          "hidden>旧</iframe>丙",
          "甲<div id=f  hidden><p\n title=\"x\">乙 &lt; 3</p></div>丙");
    check("<IFRAME srcdoc = '<p>乙</p>'>", "<div ><p>乙</p></div>");
    check("<iframe srcdoc=\"<iframe srcdoc='&lt;b&gt;'></iframe>\"></iframe>",
          "<div ><div ><b></div></div>");
}

static void test_many_in_vain(void **state)
{
    enum { MANY = 200000 };
    (void)state;
    struct strbuf page = { 0 }, out = { 0 };
    for (int i = 0; i < MANY; i++)
        strbuf_c(&page, "<iframe srcdoc=\"a");
    assert_false(framed_unfold(&out, strbuf_view(&page)));
    strbuf_free(&page);
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frames),
        cmocka_unit_test(test_many_in_vain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
