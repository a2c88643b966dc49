/* test_fault.c - the line of the field that a message of loading names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/fault.h"

static const char form[] = "-- like = nothing: this is a comment\n"  /* 1 */
                           "local names = { like = 1 }\n"            /* 2 */
                           "return form {\n"                         /* 3 */
                           "  id = \"2030\", like = 12,\n"           /* 4 */
                           "  check = function(a, b)\n"              /* 5 */
                           "    local t = { years = 1, b }\n"        /* 6 */
                           "    if a then return t end\n"            /* 7 */
                           "  end,\n"                                /* 8 */
                           "  years = { firstx = 2030 },\n"          /* 9 */
                           "  tables = {\n"                          /* 10 */
                           "    { key = \"a\", rows = {\n"           /* 11 */
                           "      { key = \"x\" },\n"                /* 12 */
                           "      { key = \"y\",\n"                  /* 13 */
                           "        unitx = 3 },\n"                  /* 14 */
                           "    } },\n"                              /* 15 */
                           "    { key = \"b\", rows = names },\n"    /* 16 */
                           "  },\n"                                  /* 17 */
                           "  [\"requests.balance\"] = \"minor\",\n" /* 18 */
                           "}\n";

static void the_line_is_that_of_the_field(void **state)
{
    (void)state;
    static const struct {
        const char *message, *located;
    } cases[] = {
        { "f.lua: field 'like' must be a string", "f.lua:4: field 'like' must be a string" },
        { "f.lua: years has an unknown field 'firstx'",
          "f.lua:9: years has an unknown field 'firstx'" },
        { "f.lua: tables[1].rows[2] has an unknown field 'unitx'",
          "f.lua:14: tables[1].rows[2] has an unknown field 'unitx'" },
        { "f.lua: 字段 tables[1].rows[2].unitx 应为数字",
          "f.lua:14: 字段 tables[1].rows[2].unitx 应为数字" },
        { "f.lua: field 'tables[1].rows[2].label' is missing",
          "f.lua:13: field 'tables[1].rows[2].label' is missing" },
        { "f.lua: field 'tables[2].rows[1].label' is missing",
          "f.lua:16: field 'tables[2].rows[1].label' is missing" },
        { "f.lua: severity: requests.balance must be veto",
          "f.lua:18: severity: requests.balance must be veto" },
        { "f.lua: nothing that is there", "f.lua:3: nothing that is there" },
        { "f.lua: tables[9].rows[1] is wrong", "f.lua:10: tables[9].rows[1] is wrong" },
        { "f.lua: [0] [ . .. ]] [99999999999999999999999", NULL },
        { "f.lua:7: it has a line", "f.lua:7: it has a line" },
        { "g.lua: another file", "g.lua: another file" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = { 0 };
        fault_locate(&out, str_of(cases[i].message), STR("f.lua"), str_of(form));
        if (cases[i].located)
            assert_string_equal(out.p, cases[i].located);
        strbuf_free(&out);
    }
}

static void what_is_not_written_out_has_no_line(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "",     "return 3",        "return form(other)",        "form {",
        "form", "return form { [", "return form { x = function"
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct strbuf out = { 0 };
        fault_locate(&out, STR("f.lua: field 'x' and 'tables[1].y'"), STR("f.lua"),
                     str_of(sources[i]));
        assert_true(str_starts(strbuf_view(&out), STR("f.lua:")));
        strbuf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_is_that_of_the_field),
        cmocka_unit_test(what_is_not_written_out_has_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
