/* test_junit.c - what XML cannot hold, totals, and the elements in their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/junit.h"

static void expect(struct strbuf *out, const char *text)
{
    assert_string_equal(out->p, text);
    strbuf_free(out);
}

static void test_escapes(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    const struct junit_case c = { STR("a<b"), STR("\"q\"\n\x01&"), 1234567 };
    junit_complaint(&out, &c, "failure", "major", STR("m\r"), STR("1 < 2\n\"x\"\r"));
    expect(&out, "    <testcase name=\"&quot;q&quot;&#10;\xEF\xBF\xBD&amp;\" classname=\"a&lt;b\" "
                 "time=\"1.234567\">\n      <failure type=\"major\" message=\"m&#13;\">1 &lt; 2\n"
                 "&quot;x&quot;&#13;</failure>\n    </testcase>\n");
}

static void test_passed_and_skipped(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    const struct junit_case c = { STR("c"), STR("n"), 0 };
    junit_passed(&out, &c);
    expect(&out, "    <testcase name=\"n\" classname=\"c\" time=\"0.000000\"/>\n");
    junit_skipped(&out, &c, STR("why"));
    expect(&out, "    <testcase name=\"n\" classname=\"c\" time=\"0.000000\">\n"
                 "      <skipped message=\"why\"/>\n    </testcase>\n");
}

static void test_suite(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    junit_head(&out);
    junit_suite(&out, &(struct junit_suite){ .id = 2,
                                             .name = STR("s"),
                                             .package = STR("p"),
                                             .tests = 9,
                                             .failures = 1,
                                             .errors = 2,
                                             .skipped = 3,
                                             .timestamp = "2000-01-01T00:00:00" });
    junit_property(&out, "k", STR("v"));
    junit_cases(&out);
    junit_suite_end(&out, STR("<log>"));
    junit_tail(&out);
    expect(&out,
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
           "  <testsuite id=\"2\" name=\"s\" package=\"p\" tests=\"9\" failures=\"1\" errors=\"2\" "
           "skipped=\"3\" timestamp=\"2000-01-01T00:00:00\" hostname=\"localhost\" "
           "time=\"0.000000\">\n    <properties>\n      <property name=\"k\" value=\"v\"/>\n"
           "    </properties>\n    <system-out>&lt;log&gt;</system-out>\n    <system-err/>\n"
           "  </testsuite>\n</testsuites>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_passed_and_skipped),
        cmocka_unit_test(test_suite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
