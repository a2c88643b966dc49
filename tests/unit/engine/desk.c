/* desk.c - see desk.h. */
#include "desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/read.h"

#define SOURCE AUDITOR_SOURCE_DIR

void desk_open(struct desk *d)
{
    struct error err = { 0 };
    memset(d, 0, sizeof *d);
    lang_set(LANG_EN);
    snprintf(d->folder, sizeof d->folder, "/tmp/engine-test-XXXXXX");
    assert_non_null(mkdtemp(d->folder));
    if (engine_new(&d->engine, SOURCE "/plugins/lib", &err) ||
        engine_load_forms(d->engine, SOURCE "/plugins/forms", &err))
        fail_msg("%s", err.message);
}

static void drop_report(struct desk *d)
{
    audit_free(d->audit);
    report_free(d->report);
    doc_free(d->doc);
    d->audit = NULL;
    d->report = NULL;
    d->doc = NULL;
}

void desk_close(struct desk *d)
{
    struct file_list files = { 0 };
    drop_report(d);
    engine_free(d->engine);
    assert_int_equal(file_walk(&files, d->folder, NULL), 0);
    for (size_t i = 0; i < files.n; i++)
        unlink(files.paths[i]);
    file_list_free(&files);
    char *lib = file_join(d->folder, "lib");
    rmdir(lib);
    free(lib);
    rmdir(d->folder);
}

void desk_file(struct desk *d, const char *name, const char *text)
{
    struct error err = { 0 };
    char *path = file_join(d->folder, name);
    if (file_write(path, str_of(text), &err))
        fail_msg("%s", err.message);
    free(path);
}

void desk_load(struct desk *d)
{
    struct error err = { 0 };
    if (engine_load_pack(d->engine, d->folder, &err))
        fail_msg("%s", err.message);
}

void desk_rule_with(struct desk *d, const char *id, const char *fields, const char *body)
{
    struct strbuf text = { 0 }, name = { 0 };
    strbuf_fmt(
        &text,
        "return rule { id = '%s', title = { zh = '规则', en = 'a rule' }, severity = 'minor',\n",
        id);
    strbuf_fmt(&text, "%s\ncheck = function(report, out, parameters)\n%s\nend }\n", fields, body);
    strbuf_char(&text, 0);
    strbuf_fmt(&name, "%s.lua", id);
    strbuf_char(&name, 0);
    desk_file(d, name.p, text.p);
    strbuf_free(&text);
    strbuf_free(&name);
}

void desk_rule(struct desk *d, const char *id, const char *body)
{
    desk_rule_with(d, id, "", body);
}

static void take_document(struct desk *d, struct str bytes, const char *name)
{
    struct error err = { 0 };
    struct report_hint hint = { .path = name };
    drop_report(d);
    if (read_document(&d->doc, bytes, name, NULL, &err))
        fail_msg("%s", err.message);
    d->report = recognise(d->doc, engine_forms(d->engine), &hint);
}

void desk_clean(struct desk *d)
{
    struct error err = { 0 };
    struct strbuf bytes = { 0 };
    if (file_read(&bytes, SOURCE "/rules/annual-report/cases/clean-2021.txt", 0, &err))
        fail_msg("%s", err.message);
    take_document(d, strbuf_view(&bytes), "clean-2021.txt");
    strbuf_free(&bytes);
}

void desk_document(struct desk *d, const char *content)
{
    take_document(d, str_of(content), "test.txt");
}

void desk_run(struct desk *d, const struct rule_choice *choice)
{
    struct engine_subject subject = { .report = d->report };
    if (choice)
        subject.choice = *choice;
    engine_run(d->engine, &subject, 1);
    audit_free(d->audit);
    d->audit = subject.audit;
}

const struct audit_result *desk_result(const struct desk *d, const char *rule)
{
    const struct audit_result *r = audit_result(d->audit, str_of(rule));
    if (!r)
        fail_msg("there is no rule %s", rule);
    return r;
}

const char *desk_said(const struct audit_result *r)
{
    if (r->reason)
        return r->reason->message.in[LANG_EN].p;
    return r->finding_count ? r->findings[0].message.in[LANG_EN].p : "";
}

void desk_expect(const char *body, enum audit_state state, const char *said)
{
    struct desk d;
    desk_open(&d);
    desk_rule(&d, "t.rule", body);
    desk_load(&d);
    desk_clean(&d);
    desk_run(&d, NULL);
    const struct audit_result *r = desk_result(&d, "t.rule");
    if (r->state != state)
        fail_msg("%s: state %s: %s", body, audit_state_name(r->state), desk_said(r));
    if (said && !strstr(desk_said(r), said))
        fail_msg("%s: said: %s", body, desk_said(r));
    desk_close(&d);
}
