/* test_sarif.c - paths as URI references; what is written in full is tests/cli/outputs.py. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/sarif.h"

static void expect(const char *path, const char *uri)
{
    struct strbuf out = { 0 };
    sarif_uri(&out, str_of(path));
    assert_string_equal(out.p, uri);
    strbuf_free(&out);
}

static void test_uri(void **state)
{
    (void)state;
    expect("inbox/2024/a-b_c.~d.html", "inbox/2024/a-b_c.~d.html");
    expect("./././a.html", "a.html");
    expect("./", "./");
    expect("../a.html", "../a.html");
    expect("/var/a b.html", "file:///var/a%20b.html");
    expect("c:x?y#z%41.html", "c%3Ax%3Fy%23z%2541.html");
    expect("\xE5\xB9\xB4.html", "%E5%B9%B4.html");
    expect("\xFF", "%FF");
    expect("-", "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_uri) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
