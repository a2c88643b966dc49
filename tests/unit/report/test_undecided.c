/* test_undecided.c - what stayed undecided, by its cause. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "report/undecided.h"

#define RESULT(rule, state, code, place)                                                           \
    "{\"rule\":\"" rule "\",\"state\":\"" state "\",\"open\":[],\"reason\":{\"code\":\"" code      \
    "\",\"message\":\"m-" code "\",\"cause\":null,\"place\":" place "}},"
#define LAST "{\"rule\":\"z\",\"state\":\"pass\",\"open\":[],\"reason\":null}"
#define TABLE "{\"table\":\"t\"}"

/* "code: rule rule;" for every group. */
static void check(const char *results, bool every, const char *due)
{
    struct strbuf said = { 0 };
    cJSON *list = cJSON_Parse(results);
    assert_non_null(list);
    cJSON *groups = undecided_groups(list, every);
    const cJSON *group, *rule;
    strbuf_c(&said, "");
    cJSON_ArrayForEach(group, groups) {
        const cJSON *reason = cJSON_GetObjectItem(group, "reason");
        strbuf_fmt(&said, "%s:", cJSON_GetStringValue(cJSON_GetObjectItem(reason, "code")));
        cJSON_ArrayForEach(rule, cJSON_GetObjectItem(group, "rules"))
            strbuf_fmt(&said, " %s", rule->valuestring);
        strbuf_c(&said, ";");
    }
    assert_string_equal(said.p, due);
    strbuf_free(&said);
    cJSON_Delete(groups);
    cJSON_Delete(list);
}

static void one_reason_stands_once(void **state)
{
    (void)state;
    check("[" RESULT("a", "unknown", "x", "null") RESULT("b", "unknown", "y", TABLE)
              RESULT("c", "unknown", "y", TABLE) RESULT("d", "unknown", "y", "null") LAST "]",
          false, "x: a;y: b c;y: d;");
    check("[" RESULT("a", "unknown", "x", "null") RESULT("b", "error", "x", "null") LAST "]", false,
          "x: a;x: b;");
}

static void what_the_text_lacks_follows_from_its_absence(void **state)
{
    (void)state;
    check("[" RESULT("a", "unknown", "table-missing", TABLE) RESULT("b", "unknown", "away", "null")
              RESULT("c", "unknown", "away", "null") RESULT("d", "unknown", "away", "null")
                  RESULT("e", "unknown", "nothing-examined", "null")
                      RESULT("f", "unknown", "odd", TABLE) LAST "]",
          true, "away: b c d a e;odd: f;");
    check("[" RESULT("a", "unknown", "table-missing", TABLE) RESULT("b", "unknown", "away", "null")
              LAST "]",
          true, "table-missing: a;away: b;");
}

static void a_result_may_be_open_at_several_places(void **state)
{
    static const char results[] =
        "[{\"rule\":\"a\",\"state\":\"fail\",\"reason\":null,\"open\":[{\"code\":\"x\"},{\"code\":"
        "\"y\"}]},{\"rule\":\"b\",\"state\":\"pass\",\"reason\":null,\"open\":[{\"code\":\"y\"}]}"
        "]";
    (void)state;
    check(results, true, "x: a;y: a b;");
    check(results, false, "x: a;y: b;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_reason_stands_once),
        cmocka_unit_test(what_the_text_lacks_follows_from_its_absence),
        cmocka_unit_test(a_result_may_be_open_at_several_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
