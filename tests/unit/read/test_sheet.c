/* test_sheet.c - which classes and ids a page's own style sheet hides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/sheet.h"

static const struct {
    const char *css, *page, *tag;
    bool hidden;
} cases[] = {
    { ".m{display:none}", "", " class=\"m\"", true },
    { ".m{display:none}", "", " class='wide m x'", true },
    { ".m{display:none}", "", " CLASS=m id=a", true },
    { ".m{display:none}", "", " class=\"mm\"", false },
    { ".m{display:none}", "", " id=\"m\"", false },
    { ".m{display:none}", "", " data-class=\"m\"", false },
    { "#links { visibility : hidden }", "", "\nid = links", true },
    { "a, div.m , #b{position:absolute;left:-9999px}", "", " class=m", true },
    { "/* .m{color:red} */ .m{display:none}", "", " class=m", false },
    { "/* notes */ .m{display:none}", "", " class=m", true },
    { "<!-- .m{display:none} -->", "", " class=m", true },
    { ".m{display:block}", "", " class=m", false },
    /* others must stay visible */
    { "@media print{.m{display:none}}", "", " class=m", false },
    { "@media (max-width:700px){.a{width:1px}} .m{display:none}", "", " class=m", true },
    { ".nav .m{display:none}", "", " class=m", false },
    { ".m:after{display:none}", "", " class=m", false },
    { ".m{display:none} li:hover .m{display:block}", "", " class=m", false },
    { ".m{display:none} .m.on{display:block}", "", " class=m", false },
    { ".m{display:none}", "<script>$('.m').show()</script>", " class=m", false },
    { "#m{display:none}", "<script>document.getElementById(\"m\")</script>", " id=m", false },
    { ".m{display:none}", "<div class=\"m\"></div>", " class=\"m\"", true },
    { ".m{display:none", "", " class=m", false },
    { "", "", " class=m", false },
    /* what a script hides that does nothing before */
    { "",
      "<div id=\"m\"></div><script>document.getElementById(\"m\").style.display=\"none\";</script>",
      " id=\"m\"", true },
    { "",
      "<script type='text/javascript'>\n<!--\ndocument.getElementById('m').style.display = 'none'",
      " id=m", true },
    { "", "<script>document.getElementById('m').style.display='block'</script>", " id=m", false },
    { "", "<script>function f(){document.getElementById('m').style.display='none'}</script>",
      " id=m", false },
    { "",
      "<script>document.getElementById('m').style.display='none';$(document.getElementById('m'))",
      " id=m", false },
    { "", "<script>document.getElementById('m').style.display='none'</script>", " class=m", false },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet = { .n = 0 };
        sheet_read_scripts(&sheet, str_of(cases[i].page));
        sheet_read(&sheet, str_of(cases[i].css), str_of(cases[i].page));
        if (sheet_hides(&sheet, str_of(cases[i].tag)) != cases[i].hidden)
            fail_msg("%s on <div%s>", cases[i].css, cases[i].tag);
    }
}

/* More names than there is room for: those beyond it stay visible. */
static void test_many(void **state)
{
    struct sheet sheet = { .n = 0 };
    struct strbuf css = { 0 };
    (void)state;
    for (int i = 0; i < SHEET_NAMES + 5; i++)
        strbuf_fmt(&css, ".n%02d{display:none}", i);
    sheet_read(&sheet, strbuf_view(&css), STR(""));
    assert_int_equal(sheet.n, SHEET_NAMES);
    assert_true(sheet_hides(&sheet, STR(" class=n00")));
    assert_false(sheet_hides(&sheet, STR(" class=n36")));
    strbuf_free(&css);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
