/* How outcomes become states, causes, fingerprints and order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "desk.h"

static void test_states(void **state)
{
    static const struct {
        const char *body;
        enum audit_state state;
        const char *said;
    } cases[] = {
        { "", STATE_UNKNOWN, "nothing to examine" },
        { "out:pass()", STATE_PASS, "" },
        { "out:pass { at = report.title }", STATE_PASS, "" },
        { "out:pass() out:inform { at = report.title, message = { zh = '提示', en = 'hint' } }",
          STATE_INFORMATIONAL, "hint" },
        { "out:pass() out:unknown { reason = { code = 'c', zh = '不明', en = 'unclear' } } "
          "out:inform {}",
          STATE_UNKNOWN, "unclear" },
        { "out:unknown {} out:fail { message = 'bad' } out:pass()", STATE_FAIL, "bad" },
        { "out:fail { message = 'bad' } error('boom')", STATE_FAIL, "bad" },
        { "out:pass() out:unknown {} error('boom')", STATE_ERROR, "boom" },
        { "out:notapplicable { reason = 'not here' }", STATE_NOTAPPLICABLE, "not here" },
        { "out:notapplicable { reason = 'not here' } out:pass()", STATE_PASS, "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        desk_expect(cases[i].body, cases[i].state, cases[i].said);
}

static void test_applies(void **state)
{
    static const struct {
        const char *fields;
        enum audit_state state;
        const char *code;
    } cases[] = {
        { "forms = { '2021' },", STATE_PASS, "" },
        { "forms = { '2019' },", STATE_NOTAPPLICABLE, "form" },
        { "scope = 'agency',", STATE_NOTSELECTED, "scope" },
        { "needs = { 'requests' },", STATE_PASS, "" },
        { "needs = { 'annex' },", STATE_NOTAPPLICABLE, "no-such-table" },
        { "documents = 'any',", STATE_PASS, "" },
    };
    struct desk d;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        desk_open(&d);
        desk_rule_with(&d, "t.rule", cases[i].fields, "out:pass()");
        desk_load(&d);
        desk_clean(&d);
        desk_run(&d, NULL);
        const struct audit_result *r = desk_result(&d, "t.rule");
        assert_int_equal(r->state, cases[i].state);
        assert_string_equal(r->reason ? r->reason->code.p : "", cases[i].code);
        desk_close(&d);
    }
}

/* Every rule sees the claims of its own set; a broken expression is the fault of its rule alone. */
static void test_claims(void **state)
{
    static const char *const claims =
        "claims = { counted = { '%s' }, things = { { key = '%s', words = '申请', fits = { label = "
        "'%s' } } } },";
    static const struct {
        const char *id, *class, *key, *label, *body;
        enum audit_state state;
    } rules[] = {
        { "t.a", "case", "new", "新收", "if report:claims()[1].key == 'new' then out:pass() end",
          STATE_PASS },
        { "t.b", "item", "other", "新收", "if #report:claims() == 0 then out:pass() end",
          STATE_PASS },
        { "t.c", "case", "new", "(", "out:pass()", STATE_ERROR },
        { "t.d", "case", "new", "新收",
          "local c = report:claims()[1] if c.value == 128 and text.ends(c.labelled.text, '128件') "
          "then out:pass() end",
          STATE_PASS },
    };
    struct desk d;
    char fields[300];
    (void)state;
    desk_open(&d);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        snprintf(fields, sizeof fields, claims, rules[i].class, rules[i].key, rules[i].label);
        desk_rule_with(&d, rules[i].id, fields, rules[i].body);
    }
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        assert_int_equal(desk_result(&d, rules[i].id)->state, rules[i].state);
    desk_close(&d);
    desk_expect("report:claims()", STATE_ERROR, "declares no claims");
}

/* A report gets the same results whatever lies beside it, also when a rule breaks or is stopped there. */
static void test_together(void **state)
{
    static const char *const titles[] = {
        "甲县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年度公开信息12条。\n",
        "乙县教育局2022年政府信息公开工作年度报告\n一、总体情况\n略。\n",
        "丙镇人民政府2021年政府信息公开工作年度报告\n二、主动公开\n公开9条。\n"
    };
    static const char *const ids[] = { "t.all", "t.broken", "t.stopped", "t.title" };
    struct desk desks[3];
    struct engine_subject subjects[3] = { { 0 } };
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct desk *d = &desks[i];
        desk_open(d);
        desk_rule(d, "t.title", "out:fail { at = report.title, message = report.title.text }");
        desk_rule(d, "t.broken",
                  "if report.year == 2023 then error(report.title.text) end out:pass()");
        desk_rule(d, "t.stopped", "while report.year == 2022 do end out:pass()");
        desk_rule(d, "t.all",
                  "for _, p in ipairs(report.blocks) do out:fail { at = p, message = p.text } end");
        desk_load(d);
        desk_document(d, titles[i]);
        desk_run(d, NULL);
        subjects[i].report = d->report;
    }
    engine_run(desks[0].engine, subjects, 3);
    for (int i = 0; i < 3; i++)
        for (size_t k = 0; k < sizeof ids / sizeof *ids; k++) {
            const struct audit_result *alone = desk_result(&desks[i], ids[k]);
            const struct audit_result *together = audit_result(subjects[i].audit, str_of(ids[k]));
            assert_int_equal(together->state, alone->state);
            assert_int_equal(together->finding_count, alone->finding_count);
            assert_string_equal(desk_said(together), desk_said(alone));
        }
    assert_int_equal(desk_result(&desks[0], "t.broken")->state, STATE_ERROR);
    assert_int_equal(desk_result(&desks[1], "t.stopped")->state, STATE_ERROR);
    assert_true(desk_result(&desks[2], "t.all")->finding_count > 1);
    for (int i = 0; i < 3; i++) {
        audit_free(subjects[i].audit);
        desk_close(&desks[i]);
    }
}

/* What may have come near its limit is run again with its instructions counted: said once, with the number. */
static void test_counted(void **state)
{
    static const struct {
        const char *body;
        bool counted;
        uint64_t least; /* instructions that are told */
    } cases[] = {
        { "for i = 1, 4000000 do end out:fail { message = 'late' }", false, 4000000 },
        { "for i = 1, 20000 do end out:fail { message = 'soon' }", true, 20000 },
        { "for i = 1, 20000 do end out:fail { message = 'soon' }", false, 0 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct desk d;
        desk_open(&d);
        desk_rule(&d, "t.rule", cases[i].body);
        desk_load(&d);
        desk_clean(&d);
        if (cases[i].counted)
            engine_count(d.engine);
        desk_run(&d, NULL);
        const struct audit_result *r = desk_result(&d, "t.rule");
        assert_int_equal(r->state, STATE_FAIL);
        assert_int_equal(r->finding_count, 1);
        assert_true(r->instructions >= cases[i].least);
        desk_close(&d);
    }
}

static bool select_b(void *user, struct str rule)
{
    (void)user;
    return str_eq_c(rule, "t.b");
}

static const char *give_parameter(void *user, struct str rule, struct str name)
{
    (void)user;
    return str_eq_c(rule, "t.b") && str_eq_c(name, "days") ? "15" : NULL;
}

static void test_choice(void **state)
{
    const struct rule_choice choice = { select_b, give_parameter, NULL };
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_rule(&d, "t.a", "out:pass()");
    desk_rule_with(&d, "t.b", "parameters = { days = '10', other = 3 },",
                   "out:fail { found = parameters.days, expected = parameters.other }");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, &choice);
    assert_int_equal(desk_result(&d, "t.a")->state, STATE_NOTSELECTED);
    assert_string_equal(desk_result(&d, "t.b")->findings[0].found.p, "15");
    assert_string_equal(desk_result(&d, "t.b")->findings[0].expected.p, "3");
    desk_close(&d);
}

/* Not a report: only rules for any document run. */
static void test_other_document(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_rule(&d, "t.a", "out:pass()");
    desk_rule_with(&d, "t.b", "documents = 'any',", "out:pass()");
    desk_load(&d);
    desk_document(&d, "青禾县召开防汛工作会议\n\n6月3日，青禾县召开防汛工作会议，部署汛期值守。\n");
    assert_int_equal(d.report->kind, REPORT_OTHER);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "t.a")->state, STATE_NOTAPPLICABLE);
    assert_int_equal(desk_result(&d, "t.b")->state, STATE_PASS);
    desk_close(&d);
}

static void test_causes(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    /* a names c at a cell of the row that c reports; c is the root; b is a circle of its own */
    desk_rule(&d, "t.a",
              "out:fail { at = report.requests.rows[1].all, cause = { rule = 't.c', at = "
              "report.requests.rows[1].all } }");
    desk_rule(&d, "t.b",
              "out:fail { at = report.title, cause = { rule = 't.b', at = report.title } }");
    desk_rule(&d, "t.c", "out:fail { at = report.requests.rows[1] }");
    desk_rule(&d, "t.d", "out:unknown { cause = { rule = 't.a' } }");
    desk_rule(&d, "t.e", "out:unknown { cause = { rule = 't.c', at = report.requests.rows[2] } }");
    desk_rule(&d, "t.f",
              "out:fail { at = report.title, cause = { rule = 't.g', at = report.title } }");
    desk_rule(&d, "t.g",
              "out:fail { at = report.title, cause = { rule = 't.f', at = report.title } }");
    desk_rule(&d, "t.h", "out:fail { cause = { rule = 't.i' } }");
    desk_rule(&d, "t.i", "out:inform {}");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    const struct audit_finding *root = &desk_result(&d, "t.c")->findings[0];
    assert_true(str_eq(desk_result(&d, "t.a")->findings[0].cause, root->fingerprint));
    assert_int_equal(root->cause.n, 0);
    assert_int_equal(desk_result(&d, "t.b")->findings[0].cause.n, 0);
    assert_true(str_eq(desk_result(&d, "t.d")->reason->cause,
                       root->fingerprint)); /* the end of the chain */
    assert_false(audit_is_open(desk_result(&d, "t.d")));
    assert_true(audit_is_open(desk_result(&d, "t.e"))); /* at another row nothing explains it */
    size_t caused = (desk_result(&d, "t.f")->findings[0].cause.n > 0) +
                    (desk_result(&d, "t.g")->findings[0].cause.n > 0);
    assert_int_equal(caused, 1); /* of two that name each other one stands */
    assert_int_equal(desk_result(&d, "t.h")->findings[0].cause.n,
                     0); /* an observation explains nothing */
    desk_close(&d);
}

static void test_fingerprints(void **state)
{
    struct desk d;
    char first[2][20];
    (void)state;
    desk_open(&d);
    desk_rule(&d, "t.a",
              "out:fail { at = report.article[3], found = 1 } out:fail { at = report.article[1] } "
              "out:fail { at = report.article[3], found = 1 } out:fail { at = report.article[3], "
              "found = 2 }");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    const struct audit_result *r = desk_result(&d, "t.a");
    assert_int_equal(r->finding_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(r->findings[i].fingerprint.n, 16);
        for (size_t k = 0; k < i; k++)
            assert_false(str_eq(r->findings[i].fingerprint, r->findings[k].fingerprint));
    }
    assert_true(r->findings[0].evidence[0].line < r->findings[1].evidence[0].line); /* by place */
    for (int i = 0; i < 2; i++) {
        memcpy(first[i], desk_result(&d, "t.a")->findings[i].fingerprint.p, 17);
    }
    desk_run(&d, NULL); /* again: the same */
    for (int i = 0; i < 2; i++)
        assert_string_equal(desk_result(&d, "t.a")->findings[i].fingerprint.p, first[i]);
    desk_close(&d);
}

/* What a call leaves in the file's locals, in those of a library and in iterators is gone in the next. */
static void test_fresh(void **state)
{
    struct desk d;
    (void)state;
    desk_open(&d);
    desk_file(&d, "lib/counter.lua",
              "local n = 0 return { count = function() n = n + 1 return n end }");
    desk_file(&d, "a.lua",
              "local n, kept, counter = 0, nil, require 'counter' "
              "local each = pairs { 'one', 'two' } "
              "local function inner() n = n + 1 end "
              "return rule { id = 't.a', title = 'x', severity = 'minor', check = function(report, "
              "out, parameters) "
              "inner() parameters.x = 1 assert(n == 1, 'n') assert(counter.count() == 1, 'count') "
              "assert(kept == nil, 'kept') kept = { report } "
              "assert(each() == 1, 'each') out:pass() end }");
    desk_file(&d, "b.lua",
              "local counter = require 'counter' local at_load = counter.count() "
              "return rule { id = 't.b', title = 'x', severity = 'minor', check = function(report, "
              "out) assert(at_load == 1 and counter.count() == 1, 'other rule') "
              "assert(require 'counter'.count() == 2) out:pass() end }");
    desk_file(&d, "lib/relay.lua",
              "local count, own = require 'counter'.count, 0 "
              "return function() own = own + 1 return own, count() end");
    desk_file(&d, "c.lua",
              "local relay = require 'relay' return rule { id = 't.c', title = 'x', severity = "
              "'minor', check = function(report, out) local own, n = relay() "
              "assert(own == 1, 'own') assert(n == 1, 'through another') out:pass() end }");
    desk_load(&d);
    desk_clean(&d);
    for (int i = 0; i < 3; i++) {
        desk_run(&d, NULL);
        for (const char *const *id = (const char *const[]){ "t.a", "t.b", "t.c", NULL }; *id; id++)
            if (desk_result(&d, *id)->state != STATE_PASS)
                fail_msg("%s: %s", *id, desk_said(desk_result(&d, *id)));
    }
    desk_close(&d);
}

/* Whatever a local held, and whatever a call put in its place. */
static void test_fresh_kinds(void **state)
{
    static const char *const values[] = { "nil", "true", "false",
                                          "1",   "1.0",  "2",
                                          "0.5", "'x'",  "'y' .. ('z'):rep(80)" };
    enum { KINDS = sizeof values / sizeof *values };
    struct strbuf text = { 0 };
    struct desk d;
    (void)state;
    desk_open(&d);
    strbuf_c(&text, "local f, t = function() return 1 end, { 1 } ");
    for (int from = 0; from < KINDS; from++)
        for (int to = 0; to < KINDS; to++)
            strbuf_fmt(&text, "local v%d_%d = %s ", from, to, values[from]);
    strbuf_c(&text, "return rule { id = 't.a', title = 'x', severity = 'minor', "
                    "check = function(report, out) assert(f() == 1 and t[1] == 1) f, t = t, f ");
    for (int from = 0; from < KINDS; from++)
        for (int to = 0; to < KINDS; to++)
            strbuf_fmt(&text,
                       "assert(v%d_%d == %s and math.type(v%d_%d) == math.type(%s), '%d %d') "
                       "v%d_%d = %s ",
                       from, to, values[from], from, to, values[from], from, to, from, to,
                       values[to]);
    strbuf_c(&text, "out:pass() end }");
    desk_file(&d, "a.lua", text.p);
    desk_load(&d);
    desk_clean(&d);
    for (int i = 0; i < 3; i++) {
        desk_run(&d, NULL);
        if (desk_result(&d, "t.a")->state != STATE_PASS)
            fail_msg("call %d: %s", i, desk_said(desk_result(&d, "t.a")));
    }
    strbuf_free(&text);
    desk_close(&d);
}

/* The tables of a file and of a library can be read like any, and written by nobody. */
static void test_file_tables(void **state)
{
    static const char *const writes[] = {
        "words[1] = 'x'",
        "words[#words + 1] = 'x'",
        "words.deep.er.x = 1",
        "table.insert(words, 1)",
        "table.remove(words)",
        "table.sort(words.deep.list)",
        "table.move({ 1 }, 1, 1, 1, words)",
        "lib.list[1] = 1",
        "lib.new = 1",
        "lib.give().x = 1",
        "read().x = 1",
    };
    static const char reads[] =
        "assert(#words == 2 and rawlen(words) == 2 and words[2] == 'b' and words.deep.er.x == 0) "
        "assert(table.concat(words, ',') == 'a,b' and select('#', table.unpack(words)) == 2) "
        "local n = 0 for _, w in ipairs(words) do n = n + #w end "
        "for k, v in pairs(words.deep.list) do n = n + v + k end assert(n == 2 + 4 + 3) "
        "assert(#lib.list == 3 and type(words) == 'table' and words.absent == nil) ";
    (void)state;
    for (size_t i = 0; i < sizeof writes / sizeof writes[0]; i++) {
        struct desk d;
        char text[2000];
        desk_open(&d);
        desk_file(&d, "lib/l.lua",
                  "local t = {} return { list = { 1, 2, 3 }, give = function() return t end }");
        snprintf(text, sizeof text,
                 "local lib = require 'l' local inner = {} "
                 "local words = { 'a', 'b', deep = { er = { x = 0 }, list = { 3, 1 } } } "
                 "local function read() return inner end "
                 "return rule { id = 't.a', title = 'x', severity = 'minor', "
                 "check = function(report, out) %s out:pass() %s end }",
                 reads, writes[i]);
        desk_file(&d, "a.lua", text);
        desk_load(&d);
        desk_clean(&d);
        desk_run(&d, NULL);
        const struct audit_result *r = desk_result(&d, "t.a");
        if (r->state != STATE_ERROR || !strstr(desk_said(r), "a table at file level is read-only"))
            fail_msg("%s: %s", writes[i], desk_said(r));
        desk_close(&d);
    }
}

/* What one file leaves behind is limited, and costs that file alone. */
static void test_file_size(void **state)
{
    static const char hog[] = "local t = {} for i = 1, 20 do local row = {} for j = 1, 30000 do "
                              "row[j] = j end t[i] = row end ";
    struct desk d;
    char text[2][500];
    (void)state;
    desk_open(&d);
    snprintf(text[0], sizeof text[0], "%sreturn t", hog);
    snprintf(text[1], sizeof text[1],
             "%sreturn rule { id = 't.a', title = 'x', severity = 'minor', "
             "check = function(report, out) out:pass(t[1]) end }",
             hog);
    desk_file(&d, "lib/hog.lua", text[0]);
    desk_file(&d, "a.lua", text[1]);
    desk_file(&d, "b.lua",
              "local t = require 'hog' return rule { id = 't.b', title = 'x', severity = 'minor', "
              "check = function(report, out) out:pass(t[1]) end }");
    desk_rule(&d, "t.c", "out:pass()");
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    assert_int_equal(desk_result(&d, "t.c")->state, STATE_PASS);
    for (const char *const *id = (const char *const[]){ "t.a", "b", NULL }; *id; id++)
        if (desk_result(&d, *id)->state != STATE_ERROR ||
            !strstr(desk_said(desk_result(&d, *id)), "leaves more than 4 MB"))
            fail_msg("%s: %s", *id, desk_said(desk_result(&d, *id)));
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),         cmocka_unit_test(test_applies),
        cmocka_unit_test(test_claims),         cmocka_unit_test(test_choice),
        cmocka_unit_test(test_together),       cmocka_unit_test(test_counted),
        cmocka_unit_test(test_other_document), cmocka_unit_test(test_causes),
        cmocka_unit_test(test_fingerprints),   cmocka_unit_test(test_fresh),
        cmocka_unit_test(test_fresh_kinds),    cmocka_unit_test(test_file_tables),
        cmocka_unit_test(test_file_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
