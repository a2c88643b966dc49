/* What the loader says about plugin files: file, line or field, found and expected. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "base/file.h"
#include "desk.h"

#define HEAD "return rule { id = 't.x', title = 'x', severity = 'minor', "
#define TOWN "return pack { id = 'town', version = '1.0.0', interface = 1 }"
#define CHECK "check = function() end }"

static void test_messages(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        { "return rule {", "office/x.lua:1:" },
        { "local a = \n\n b c", "office/x.lua:3:" },
        { "return 1", "return rule { ... }" },
        { "rule { id = 't.x' } return {}", "return rule { ... }" },
        { "return form { id = 't.x' }", "return rule { ... }" },
        { "error('at load')", "office/x.lua:1: at load" },
        { "return rule { title = 'x', severity = 'minor', " CHECK,
          "field 'id' must be a string, found nil" },
        { "return rule { id = 'A B', title = 'x', severity = 'minor', " CHECK,
          "field 'id' must be lower-case" },
        { "return rule { id = 't.x', severity = 'minor', " CHECK, "field 'title' is missing" },
        { "return rule { id = 't.x', title = 'x', " CHECK, "field 'severity' is missing" },
        { "return rule { id = 't.x', title = 'x', severity = 'grave', " CHECK,
          "veto | major | minor | advice, found 'grave'" },
        { "return rule { id = 't.x', title = 3, severity = 'minor', " CHECK,
          "field 'title' must be" },
        { "return rule { id = 't.x', title = 'x', severity = 'minor' }",
          "field 'check' is missing" },
        { "return rule { id = 't.x', title = 'x', severity = 'minor', check = 'x' }",
          "field 'check' must be a function, found 'x'" },
        { HEAD "sevrity = 'x', " CHECK, "unknown field 'sevrity'" },
        { "-- \xd5\xfe\xce\xf1\n" HEAD CHECK, "x.lua:1: this line is not UTF-8" }, /* GBK */
        { "\xff\xfer\0e\0t\0", "x.lua:1: this line is not UTF-8" },
        { HEAD "scope = 'world', " CHECK, "document | carriers | agency | office" },
        { HEAD "forms = 2021, " CHECK, "field 'forms' must be a string or a list of strings" },
        { HEAD "forms = { 2021 }, " CHECK, "field 'forms' must be a string or a list of strings" },
        { HEAD "needs = { a = 'requests' }, " CHECK,
          "field 'needs' must be a string or a list of strings" },
        { HEAD "basis = { ['2021'] = 5 }, " CHECK, "field 'basis.2021' must be" },
        { HEAD "remedy = { de = 'x' }, " CHECK, "unknown field 'de'" },
        { HEAD "patterns = { a = '(' }, " CHECK, "patterns.a: " },
        { HEAD "patterns = { 'x' }, " CHECK, "field 'patterns' must be a table of named values" },
        { HEAD "parameters = { a = {} }, " CHECK,
          "field 'parameters.a' must be a string or a number" },
        { HEAD "patterns = { a = { pattern = 'x', literal = '' } }, " CHECK, "empty literal" },
        { HEAD "history = 'new', " CHECK, "field 'history' must be a list, found 'new'" },
        { HEAD "history = { 'new' }, " CHECK,
          "field 'history[1]' must be { date =, text = }, found 'new'" },
        { HEAD "history = { { text = 'x' } }, " CHECK, "field 'history[1].date' is missing" },
        { HEAD "history = { { date = '2026-11' } }, " CHECK, "field 'history[1].text' is missing" },
        { HEAD "history = { { date = '2026-11', by = 'x' } }, " CHECK,
          "history[1] has an unknown field 'by'" },
        { "local lib = require 'absent' " HEAD CHECK, "there is no library 'absent'" },
        { "local r = report " HEAD CHECK, "'report' does not exist here" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk d;
        desk_open(&d);
        desk_file(&d, "x.lua", cases[i].text);
        desk_rule(&d, "t.good", "out:pass()");
        desk_load(&d);
        bool found = false;
        for (size_t k = 0; k < engine_rule_count(d.engine); k++) {
            const struct rule_info *info = engine_rule(d.engine, k);
            if (str_eq_c(info->id, "t.good"))
                continue;
            found = true;
            if (!str_has(info->load_error, cases[i].said) ||
                !str_starts(info->load_error, STR("office/x.lua:")))
                fail_msg("%s: %s", cases[i].text, info->load_error.p);
        }
        assert_true(found);
        desk_clean(&d);
        desk_run(&d, NULL);
        assert_int_equal(desk_result(&d, "t.good")->state, STATE_PASS);
        desk_close(&d);
    }
}

static void test_record(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_file(
        &d, "pack.lua",
        "return pack { id = 'town', version = '2.1.0', interface = 1, title = { zh = '镇', en = "
        "'town' } }");
    desk_file(&d, "a.cases.lua", "not a rule");
    desk_rule_with(
        &d, "t.a",
        "scope = 'document', documents = 'any', forms = { '2019', '2021' }, why = 'because', "
        "remedy = { zh = '改' },"
        "basis = { ['2021'] = { 'b', 'c' }, ['2019'] = 'b' }, parameters = { z = 1, a = 'x' },",
        "out:fail()");
    desk_load(&d);
    const struct rule_info *info = engine_rule_by_id(d.engine, STR("t.a"));
    assert_non_null(info);
    assert_int_equal(engine_rule_count(d.engine), 1);
    assert_int_equal(info->load_error.n, 0);
    assert_string_equal(info->pack.p, "town@2.1.0");
    assert_string_equal(info->path.p, "t.a.lua");
    assert_true(info->any_document);
    assert_int_equal(info->form_count, 2);
    assert_int_equal(info->basis_count, 2);
    assert_string_equal(info->parameters[0].name.p, "a");
    assert_string_equal(info->parameters[1].value.p, "1");
    assert_string_equal(info->remedy.in[LANG_EN].p, "改");
    assert_int_equal(strlen(info->digest), 64);
    desk_clean(&d);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "t.a")->findings[0].basis_count, 2); /* of form 2021 */
    desk_close(&d);
}

/* The digest changes with everything that can change a result, and with nothing else. */
static void test_digest(void **state)
{
    char digests[4][65];
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct desk d;
        desk_open(&d);
        desk_file(&d, "t.a.lua",
                  i == 2 ? "local l = require 'l' " HEAD "check = function() return l end }"
                         : "local l = require 'l' " HEAD "check = function() return l, 1 end }");
        desk_file(&d, "lib/l.lua", i == 3 ? "return { 2 }" : "return { 1 }");
        desk_file(&d, "lib/nobody.lua", i == 1 ? "return { 2 }" : "return { 1 }");
        desk_load(&d);
        snprintf(digests[i], sizeof digests[i], "%s", engine_digest(d.engine));
        desk_close(&d);
    }
    assert_string_equal(digests[0], digests[1]);
    assert_string_not_equal(digests[0], digests[2]);
    assert_string_not_equal(digests[0], digests[3]);
}

/* What the digest does not count cannot be asked for later. */
static void test_require(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_file(&d, "lib/l.lua", "return { 1 }");
    desk_file(&d, "lib/m.lua", "return { require 'l' }");
    desk_file(
        &d, "early.lua",
        "local m = require 'm' return rule { id = 't.early', title = 'x', severity = 'minor', "
        "check = function(r, out) assert(require 'l' == m[1] and m == require 'm') out:pass() "
        "end }");
    desk_rule(&d, "t.late", "local h = require 'html' out:pass()");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "t.early")->state, STATE_PASS);
    assert_int_equal(desk_result(&d, "t.late")->state, STATE_ERROR);
    assert_non_null(strstr(desk_said(desk_result(&d, "t.late")), "at the top of the file"));
    desk_close(&d);
}

static void test_replaced(void **state)
{
    struct desk d, office;
    struct error err = { 0 };
    (void)state;
    desk_open(&d);
    desk_open(&office);
    desk_file(&d, "pack.lua", TOWN);
    desk_rule(&d, "t.a", "out:pass()");
    desk_file(&d, "twin.lua", HEAD CHECK);
    desk_file(&d, "twin2.lua", HEAD CHECK);
    desk_load(&d);
    assert_true(str_has(engine_rule_by_id(d.engine, STR("t.x"))->load_error,
                        "in two files: twin.lua, twin2.lua"));
    desk_rule(&office, "t.a", "out:fail()"); /* the office's own takes its place */
    assert_int_equal(engine_load_pack(d.engine, office.folder, &err), 0);
    assert_int_equal(engine_rule_count(d.engine), 2);
    assert_string_equal(engine_rule_by_id(d.engine, STR("t.a"))->pack.p, "office@0");
    assert_int_equal(engine_rule_by_id(d.engine, STR("t.a"))->override_count, 1);
    assert_string_equal(engine_rule_by_id(d.engine, STR("t.a"))->overrides[0].was.p, "town@1.0.0");
    assert_int_equal(engine_load_pack(d.engine, "/nonexistent", &err), ERR_ABSENT);
    desk_file(&office, "pack.lua",
              "return pack { id = 'x', version = '1.0.0', interface = 1, colour = 'red' }");
    assert_int_equal(engine_load_pack(d.engine, office.folder, &err), ERR_CONFIG);
    assert_non_null(strstr(err.message, "unknown field 'colour'"));
    desk_close(&office);
    desk_close(&d);
}

/* A half-written file of the office must not take a sound rule away. */
static void test_broken_replaces_nothing(void **state)
{
    struct desk d, office;
    struct error err = { 0 };
    (void)state;
    desk_open(&d);
    desk_open(&office);
    desk_file(&d, "pack.lua", TOWN);
    desk_rule(&d, "t.a", "out:pass()");
    desk_load(&d);
    desk_file(&office, "t.a.lua", "return rule {");
    assert_int_equal(engine_load_pack(d.engine, office.folder, &err), 0);
    assert_int_equal(engine_rule_count(d.engine), 2);
    assert_string_equal(engine_rule_by_id(d.engine, STR("t.a"))->pack.p, "town@1.0.0");
    assert_int_equal(engine_rule_by_id(d.engine, STR("t.a"))->load_error.n, 0);
    assert_int_not_equal(engine_rule_by_id(d.engine, STR("office.t.a"))->load_error.n, 0);
    desk_close(&office);
    desk_close(&d);
}

static void expect_data(struct desk *d, const char *text, const char *json, const char *said)
{
    struct error err = { 0 };
    struct cJSON *data = NULL;
    char *path = file_join(d->folder, "data.lua");
    desk_file(d, "data.lua", text);
    int code = engine_data(d->engine, path, "pack", &data, &err);
    if (json) {
        if (code)
            fail_msg("%s: %s", text, err.message);
        char *printed = cJSON_PrintUnformatted(data);
        assert_string_equal(printed, json);
        cJSON_free(printed);
    } else {
        assert_int_equal(code, ERR_CONFIG);
        if (!strstr(err.message, said) || !strstr(err.message, "data.lua"))
            fail_msg("%s: %s", text, err.message);
    }
    cJSON_Delete(data);
    free(path);
}

static void test_data(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    expect_data(&d, "return pack { b = { 1, 2.5, 'x' }, a = true, c = {} }",
                "{\"a\":true,\"b\":[1,2.5,\"x\"],\"c\":[]}", NULL);
    expect_data(&d, "return pack { 123456789012345 }", "[123456789012345]", NULL);
    expect_data(&d, "return pack { f = print_ or 1, g = { function() end } }", NULL,
                "'print_' does not exist");
    expect_data(&d, "return pack { g = { function() end } }", NULL, "g[1]: must be plain data");
    expect_data(&d, "return pack { a = { 1, x = 2 } }", NULL, "a: keys must all be");
    expect_data(&d, "return pack { 0/0 }", NULL, "[1]: not a finite number");
    expect_data(&d, "return pack { 1 << 60 }", NULL, "[1]: an integer beyond 2^53");
    expect_data(&d, "local t = { } t.t = t return pack(t)", NULL, "nested too deeply");
    expect_data(&d, "return form { }", NULL, "return pack { ... }");
    expect_data(&d, "return pack {", NULL, "data.lua:1:");
    desk_close(&d);
}

static void test_call(void **state)
{
    struct desk d;
    struct error err = { 0 };
    struct engine_plugin *plugin = NULL;
    struct cJSON *in = cJSON_Parse("{\"a\":[1,2,3],\"big\":4503599627370497,\"n\":null}"),
                 *out = NULL;
    (void)state;
    desk_open(&d);
    char *path = file_join(d.folder, "model.lua");
    desk_file(&d, "model.lua",
              "local calls = 0 return scoring { id = 'm', title = { zh = '模型' }, "
              "score = function(s) calls = calls + 1 if s.bad then error('no') end return { n = "
              "#s.a, big = s.big, none = s.n == "
              "nil, calls = calls } end }");
    assert_int_equal(engine_plugin(d.engine, path, "scoring", &plugin, &err), 0);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(engine_plugin_data(plugin), "id")),
                        "m");
    assert_null(cJSON_GetObjectItem(engine_plugin_data(plugin), "score"));
    for (int i = 0; i < 2; i++) { /* nothing is remembered */
        assert_int_equal(engine_call(d.engine, plugin, "score", in, &out, &err), 0);
        char *printed = cJSON_PrintUnformatted(out);
        assert_string_equal(printed,
                            "{\"big\":4503599627370497,\"calls\":1,\"n\":3,\"none\":true}");
        cJSON_free(printed);
        cJSON_Delete(out);
    }
    cJSON_AddTrueToObject(in, "bad");
    assert_int_equal(engine_call(d.engine, plugin, "score", in, &out, &err), ERR_PLUGIN);
    assert_null(out);
    assert_non_null(strstr(err.message, "model.lua:1: no"));
    assert_int_equal(engine_call(d.engine, plugin, "absent", in, &out, &err), ERR_PLUGIN);
    assert_non_null(strstr(err.message, "no function 'absent'"));
    assert_int_equal(engine_plugin(d.engine, path, "layout", &plugin, &err), ERR_CONFIG);
    cJSON_Delete(in);
    free(path);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages), cmocka_unit_test(test_record),
        cmocka_unit_test(test_digest),   cmocka_unit_test(test_require),
        cmocka_unit_test(test_replaced), cmocka_unit_test(test_broken_replaces_nothing),
        cmocka_unit_test(test_data),     cmocka_unit_test(test_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
