/* test_json.c - the JSON writer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"

static void writes_nested_values_with_commas(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct json j;
    json_start(&j, &out);
    json_object(&j);
    json_key(&j, "a");
    json_array(&j);
    json_int(&j, 1);
    json_object(&j);
    json_end_object(&j);
    json_null(&j);
    json_end_array(&j);
    json_key(&j, "b");
    json_milli(&j, 92500);
    json_key(&j, "c");
    json_bool(&j, false);
    json_end_object(&j);
    assert_string_equal(out.p, "{\"a\":[1,{},null],\"b\":92.5,\"c\":false}");
    strbuf_free(&out);
}

static void absent_text_is_null(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct json j;
    json_start(&j, &out);
    json_object(&j);
    json_key_str(&j, "a", STR("甲"));
    json_key_str(&j, "b", str_of(""));
    json_end_object(&j);
    assert_string_equal(out.p, "{\"a\":\"甲\",\"b\":null}");
    strbuf_free(&out);
}

static void escapes_what_json_and_script_tags_need(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    json_escape(&out, STR("\"\\\n\x01\xE2\x80\xA8\xFFé"));
    assert_string_equal(out.p, "\\\"\\\\\\n\\u0001\\u2028\xEF\xBF\xBDé");
    strbuf_clear(&out);
    json_escape(&out, STR("\x7F\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6 “年”")); /* DEL CSI RLO LRI */
    assert_string_equal(out.p, "\\u007f\\u009b\\u202e\\u2066 “年”");
    strbuf_free(&out);
}

static void thousandths_are_exact(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct json j;
    json_start(&j, &out);
    json_array(&j);
    json_milli(&j, -5);
    json_milli(&j, 81340);
    json_milli(&j, 100000);
    json_end_array(&j);
    assert_string_equal(out.p, "[-0.005,81.34,100]");
    strbuf_free(&out);
}

static void what_another_printer_made_is_hardened(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    json_harden(&out, STR("{\"a\":\"年\u202e\u2066\u2028\u200f\xC2\x85x\\n\"}\n"));
    assert_string_equal(out.p, "{\"a\":\"年\\u202e\\u2066\\u2028\\u200f\\u0085x\\n\"}\n");
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_nested_values_with_commas),
        cmocka_unit_test(absent_text_is_null),
        cmocka_unit_test(escapes_what_json_and_script_tags_need),
        cmocka_unit_test(thousandths_are_exact),
        cmocka_unit_test(what_another_printer_made_is_hardened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
