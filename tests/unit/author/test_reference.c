/* The examples of the reference: every entry has one, and all of them run; what is described is what is given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cjson/cJSON.h>

#include "author/reference.h"
#include "base/file.h"
#include "engine/api.h"
#include "engine/dossier.h"
#include "engine/engine.h"
#include "read/read.h"
#include "recognise/report.h"

#define SOURCE AUDITOR_SOURCE_DIR
#define PATTERNS                                                                                   \
    "patterns = { number_of_cases = '([0-9]+)件', placeholder = 'XX+' }, "                        \
    "claims = { counted = { 'case' }, things = { { key = 'new', words = '申请', "                \
    "fits = { label = '新收' } } } },\n"

struct bench {
    struct engine *engine;
    char folder[64];
    size_t n;
    struct strbuf names[1000]; /* of the examples, by number */
};

static void must(int code, const struct error *err)
{
    if (code)
        fail_msg("%s", err->message);
}

static void open_bench(struct bench *b)
{
    struct error err = { 0 };
    memset(b, 0, sizeof *b);
    lang_set(LANG_EN);
    snprintf(b->folder, sizeof b->folder, "/tmp/reference-test-XXXXXX");
    assert_non_null(mkdtemp(b->folder));
    must(engine_new(&b->engine, SOURCE "/plugins/lib", &err), &err);
    must(engine_load_forms(b->engine, SOURCE "/plugins/forms", &err), &err);
    api_verify(b->engine);
}

static void close_bench(struct bench *b)
{
    struct file_list files = { 0 };
    engine_free(b->engine);
    assert_int_equal(file_walk(&files, b->folder, NULL), 0);
    for (size_t i = 0; i < files.n; i++)
        unlink(files.paths[i]);
    file_list_free(&files);
    rmdir(b->folder);
    for (size_t i = 0; i < b->n; i++)
        strbuf_free(&b->names[i]);
}

static void write_text(struct bench *b, const char *name, struct str text)
{
    struct error err = { 0 };
    char *path = file_join(b->folder, name);
    must(file_write(path, text, &err), &err);
    free(path);
}

/* Libraries are asked for at the top of a file: moves the lines that do so from an example there. */
static void move_requires(struct strbuf *text, struct str *example)
{
    struct str rest = *example, line;
    while (str_split(&rest, '\n', &line) && str_has(line, "require \"")) {
        strbuf_fmt(text, "%.*s\n", STR_ARG(line));
        *example = rest;
    }
}

/* A rule whose check is the example. */
static void add(struct bench *b, const char *owner, const char *name, const char *setup,
                struct str example)
{
    struct strbuf text = { 0 };
    char file[32];
    if (example.n == 0)
        fail_msg("%s%s has no example", owner, name);
    assert_true(b->n < sizeof b->names / sizeof *b->names);
    strbuf_fmt(&b->names[b->n], "%s%s", owner, name);
    snprintf(file, sizeof file, "e%03zu.lua", b->n);
    move_requires(&text, &example);
    bool dossier =
        str_has(example, "dossier") || strstr(setup, "dossier") || strcmp(owner, "Dossier") == 0;
    strbuf_fmt(&text, "return rule { id = 'e.%03zu', title = 'x', severity = 'minor',%s\n", b->n,
               dossier ? " scope = 'agency'," : "");
    strbuf_fmt(&text, PATTERNS "check = function(%s, out, parameters)\n%s\n%.*s\nend }\n",
               dossier ? "dossier" : "report", setup, STR_ARG(example));
    write_text(b, file, strbuf_view(&text));
    strbuf_free(&text);
    b->n++;
}

static struct report *read_report(struct bench *b, const char *path, struct doc **doc)
{
    struct error err = { 0 };
    struct strbuf bytes = { 0 };
    struct report_hint hint = { .path = path };
    must(file_read(&bytes, path, 0, &err), &err);
    must(read_document(doc, strbuf_view(&bytes), path, NULL, &err), &err);
    strbuf_free(&bytes);
    return recognise(*doc, engine_forms(b->engine), &hint);
}

/* The example's report as that of this year and of the last, as that of a child, and copied from it. */
static void run_dossier(struct bench *b, const struct report *report, struct audit *audit)
{
    const struct dossier_past past = { 2021, report, STR("2021/A01.html") };
    const struct dossier_child child = { STR("A02"), STR("云汀县教育局"), LEVEL_DEPARTMENT, report,
                                         STR("2022/A02.html") };
    const struct dossier_share share = { STR("overview"), 800 };
    const struct report_section *s = report_section(report, STR("overview"));
    uint32_t first = s ? s->first_block : 0;
    const struct doc_block *block = &report->doc->blocks[first];
    const struct dossier_passage passage = { { block->text, block->text_len, first },
                                             STR("同样的一段"),
                                             12 };
    const struct dossier_copy copy = {
        STR("A02"), STR("云汀县教育局"), 2022, STR("2022/A02.html"), 425, &share, 1, &passage, 1
    };
    const struct dossier_carrier carrier = { STR("2022/A01.docx"), report };
    const struct dossier dossier = { .year = 2022,
                                     .code = STR("A01"),
                                     .name = STR("云汀县人民政府"),
                                     .level = LEVEL_COUNTY,
                                     .received = DOSSIER_REPORT,
                                     .report = report,
                                     .past = &past,
                                     .past_count = 1,
                                     .children = &child,
                                     .child_count = 1,
                                     .carriers = &carrier,
                                     .carrier_count = 1,
                                     .copies = &copy,
                                     .copy_count = 1 };
    engine_run_dossier(b->engine, &dossier, NULL, audit);
}

/* Runs all rules on the document; none may break. */
static void run(struct bench *b, const char *path)
{
    struct doc *doc = NULL;
    struct report *report = read_report(b, path, &doc);
    struct engine_subject subject = { .report = report };
    size_t broken = 0;
    engine_run(b->engine, &subject, 1);
    struct audit *audit = subject.audit;
    run_dossier(b, report, audit);
    for (size_t i = 0; i < engine_rule_count(b->engine); i++) {
        const struct rule_info *rule = engine_rule(b->engine, i);
        const struct audit_result *r = audit_result(audit, rule->id);
        size_t number = strtoul(rule->id.p + 2, NULL, 10);
        const char *name = number < b->n ? b->names[number].p : rule->id.p;
        if (rule->load_error.n || r->state == STATE_ERROR)
            print_error("%s: %s: %s\n", path, name,
                        rule->load_error.n ? rule->load_error.p : r->open[0].message.in[LANG_EN].p);
        broken += rule->load_error.n || r->state == STATE_ERROR;
    }
    assert_int_equal(broken, 0);
    audit_free(audit);
    report_free(report);
    doc_free(doc);
}

static void test_examples(void **state)
{
    static struct bench b;
    struct error err = { 0 };
    struct reference_libs libs;
    (void)state;
    open_bench(&b);
    for (const struct api_library *const *l = api_libraries(); *l; l++)
        for (const struct api_function *f = (*l)->functions; f->name; f++)
            if (!api_declared(f->name))
                add(&b, (*l)->name, f->name, "", str_of(f->example));
    for (const struct api_class *const *c = api_classes(); *c; c++) {
        for (const struct api_field *f = (*c)->fields; f && f->name; f++)
            add(&b, (*c)->type, f->name, (*c)->example, str_of(f->example));
        for (const struct api_function *f = (*c)->methods; f && f->name; f++)
            add(&b, (*c)->type, f->name, (*c)->example, str_of(f->example));
    }
    must(reference_libs_read(&libs, SOURCE "/plugins/lib", &err), &err);
    assert_true(libs.n > 15);
    for (size_t i = 0; i < libs.n; i++)
        add(&b, "", libs.functions[i].name.p, "", libs.functions[i].example);
    reference_libs_free(&libs);
    must(engine_load_pack(b.engine, b.folder, &err), &err);
    run(&b, SOURCE "/plugins/types/example.html");
    print_message("%zu examples\n", b.n);
    close_bench(&b);
}

static void read_data(struct bench *b, const struct shape *shape)
{
    struct error err = { 0 };
    struct cJSON *data = NULL;
    struct form *form = NULL;
    must(engine_data_text(b->engine, str_of(shape->example), "x.lua", shape->declares, &data, &err),
         &err);
    if (strcmp(shape->declares, "form") == 0) {
        must(form_build(&form, data, "x.lua", &err), &err);
        form_free(form);
    }
    cJSON_Delete(data);
}

/* The examples of declarations are whole files. */
static void test_declarations(void **state)
{
    static struct bench b;
    struct error err = { 0 };
    struct engine_plugin *plugin;
    (void)state;
    open_bench(&b);
    for (const struct shape *const *s = api_shapes(); *s; s++) {
        const char *word = (*s)->declares;
        if (!word)
            continue;
        if (!(*s)->example)
            fail_msg("%s has no example", word);
        if (strcmp(word, "rule") == 0) {
            write_text(&b, "total-covers.lua", str_of((*s)->example));
        } else if (strcmp(word, "scoring") == 0 || strcmp(word, "layout") == 0) {
            char *path = file_join(b.folder, "plugin.txt");
            write_text(&b, "plugin.txt", str_of((*s)->example));
            must(engine_plugin(b.engine, path, word, &plugin, &err), &err);
            free(path);
        } else {
            read_data(&b, *s);
        }
    }
    must(engine_load_pack(b.engine, b.folder, &err), &err);
    run(&b, SOURCE "/plugins/types/example.html");
    close_bench(&b);
}

/* The shipped rules read most of the interface: on all example documents every value is as it is described. */
static void test_described(void **state)
{
    static struct bench b;
    struct error err = { 0 };
    static const char *const folders[] = { SOURCE "/examples/documents",
                                           SOURCE "/examples/office/inbox" };
    (void)state;
    open_bench(&b);
    must(engine_load_pack(b.engine, SOURCE "/rules/annual-report", &err), &err);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct file_list files = { 0 };
        must(file_walk(&files, folders[i], &err), &err);
        for (size_t k = 0; k < files.n; k++)
            if (strstr(files.paths[k], ".html") || strstr(files.paths[k], ".txt"))
                run(&b, files.paths[k]);
        file_list_free(&files);
    }
    close_bench(&b);
}

static void broken(struct bench *b, const char *body, const char *said)
{
    struct error err = { 0 };
    struct doc *doc = NULL;
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "return rule { id = 'w.x', title = 'x', severity = 'minor', " PATTERNS);
    strbuf_fmt(&text, "check = function(report, out)\n%s\nend }", body);
    write_text(b, "x.lua", strbuf_view(&text));
    strbuf_free(&text);
    must(engine_load_pack(b->engine, b->folder, &err), &err);
    struct report *report = read_report(b, SOURCE "/plugins/types/example.html", &doc);
    struct engine_subject subject = { .report = report };
    engine_run(b->engine, &subject, 1);
    struct audit *audit = subject.audit;
    const struct audit_result *r = audit_result(audit, STR("w.x"));
    assert_int_equal(r->state, STATE_ERROR);
    if (!strstr(r->open[0].message.in[LANG_EN].p, said) ||
        !strstr(r->open[0].message.in[LANG_EN].p, "x.lua:3:"))
        fail_msg("%s: %s", body, r->open[0].message.in[LANG_EN].p);
    audit_free(audit);
    report_free(report);
    doc_free(doc);
}

/* A wrong call names file, line, function, argument, what was expected and what was found. */
static void test_wrong_calls(void **state)
{
    static const struct {
        const char *body, *said;
    } calls[] = {
        { "report:matches('number_of_cases', 'pages')",
          "report:matches(): argument 'where' must be article | report | page | all, found "
          "'pages'" },
        { "report:section(3)",
          "report:section(): argument 'key' must be a string, found the number 3" },
        { "report.section('x')", "report:section(): call it with a colon, as x:section(...)" },
        { "text.contains('x')", "text.contains(): argument 'plain' must be a string, found nil" },
        { "text.sub('x', 1.5)", "argument 'i' must be an integer, found the number 1.5" },
        { "report.requests:cells('blank', 'empty')", "table:cells(): argument '…' must be absent" },
        { "out:fail { wher = 1 }", "out:fail has an unknown field 'wher'" },
        { "out:fail { severity = 'grave' }", "out:fail(): field 'severity' must be veto | major" },
        { "out:fail { cause = { rule = 3 } }", "field 'cause.rule' must be" },
        { "out:fail { at = 'here' }",
          "field 'at' must be a handle of the report or { section =, table =, row =, column =, "
          "line = }, found 'here'" },
        { "out:fail { evidence = { report.title, 3 } }", "out:fail(): field 'evidence" },
        { "out:fail { diagnosis = report.title }",
          "field 'diagnosis' must be diagnosis, found title" },
        { "out:pass { cells = 3 }", "out:pass has an unknown field 'cells'" },
        { "report:search('x', { 1 })",
          "report:search(): argument 'names' must be a list of strings" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        static struct bench b;
        open_bench(&b);
        broken(&b, calls[i].body, calls[i].said);
        close_bench(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_declarations),
        cmocka_unit_test(test_described),
        cmocka_unit_test(test_wrong_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
