/* cases.c - see cases.h. */
#include "author/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/file.h"
#include "read/read.h"
#include "recognise/report.h"

struct bench {
    struct engine *engine;
    const struct rule_info *rule;
    char *pack_folder;
    struct strbuf text; /* the document of the case at hand */
    size_t passed, failed;
};

static const char *text_at(const cJSON *object, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(item) ? item->valuestring : NULL;
}

/* Replaces `from`, which must stand there exactly once, or everywhere in { from, to, "all" }. */
static int edit(struct strbuf *text, const cJSON *change, struct error *err)
{
    const cJSON *from = cJSON_GetArrayItem(change, 0);
    const cJSON *to = cJSON_GetArrayItem(change, 1);
    const cJSON *all = cJSON_GetArrayItem(change, 2);
    if (!cJSON_IsString(from) || !cJSON_IsString(to) || from->valuestring[0] == '\0')
        return error_set(err, ERR_CONFIG,
                         tr("修改应写作 { 原文, 新文 }", "an edit is written { from, to }"));
    struct str old = str_of(from->valuestring);
    struct strbuf out = { 0 };
    struct str rest = strbuf_view(text);
    size_t hits = 0;
    for (size_t at; (at = str_find(rest, old)) != SIZE_MAX;
         rest = str_sub(rest, at + old.n, rest.n)) {
        strbuf_str(&out, str_sub(rest, 0, at));
        strbuf_c(&out, to->valuestring);
        hits++;
    }
    strbuf_str(&out, rest);
    strbuf_free(text);
    *text = out;
    if (hits == 0 || (hits > 1 && !all))
        return error_set(err, ERR_CONFIG,
                         tr("要修改的“%s”在基准文件中出现 %zu 次",
                            "\"%s\" stands %zu times in the base document"),
                         from->valuestring, hits);
    return 0;
}

static int case_text(struct bench *b, const cJSON *c, struct error *err)
{
    const char *base = text_at(c, "base");
    const char *document = text_at(c, "document");
    strbuf_clear(&b->text);
    if (document) {
        strbuf_c(&b->text, document);
    } else if (base) {
        struct strbuf name = { 0 };
        strbuf_fmt(&name, "%s/cases/%s%s", b->pack_folder, base, strchr(base, '.') ? "" : ".txt");
        int rc = file_read(&b->text, name.p, 0, err);
        strbuf_free(&name);
        if (rc)
            return rc;
    } else {
        return error_set(err, ERR_CONFIG,
                         tr("案例缺少 base 或 document", "a case needs base or document"));
    }
    const cJSON *change;
    cJSON_ArrayForEach(change, cJSON_GetObjectItemCaseSensitive(c, "edits")) {
        int rc = edit(&b->text, change, err);
        if (rc)
            return rc;
    }
    return 0;
}

static int audit_case(struct bench *b, const cJSON *c, struct audit **out, struct error *err)
{
    struct doc *doc = NULL;
    int rc = read_document(&doc, strbuf_view(&b->text), text_at(c, "path"), err);
    if (rc)
        return rc;
    const cJSON *year = cJSON_GetObjectItemCaseSensitive(c, "year");
    bool ok;
    struct report_hint hint = {
        .year = cJSON_IsNumber(year) ? year->valueint : 0,
        .agency = str_of(text_at(c, "agency")),
        .path = text_at(c, "path"),
    };
    if (text_at(c, "level"))
        hint.level = report_level_parse(str_of(text_at(c, "level")), &ok);
    struct report *report = recognise(doc, engine_forms(b->engine), &hint);
    /* Causes name other rules' findings, so all of them run. */
    const struct rule_choice choice = { 0 };
    rc = engine_run(b->engine, report, &choice, out, err);
    report_free(report);
    doc_free(doc);
    return rc;
}

static bool key_matches(const cJSON *at, const char *key, struct str found)
{
    const cJSON *want = cJSON_GetObjectItemCaseSensitive(at, key);
    return !want || (cJSON_IsString(want) && str_eq_c(found, want->valuestring));
}

static bool place_matches(const cJSON *at, const struct audit_place *p)
{
    const cJSON *line = cJSON_GetObjectItemCaseSensitive(at, "line");
    const char *quote = text_at(at, "quote");
    return key_matches(at, "section", p->section) && key_matches(at, "table", p->table) &&
           key_matches(at, "row", p->row) && key_matches(at, "column", p->column) &&
           (!cJSON_IsNumber(line) || (uint32_t)line->valueint == p->line) &&
           (!quote || str_has(p->quote, quote));
}

static void describe(struct strbuf *out, const struct audit_result *r)
{
    strbuf_fmt(out, "state=%s", audit_state_name(r->state));
    for (size_t i = 0; i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        const struct audit_place *p = &f->evidence[0];
        strbuf_fmt(out,
                   "\n      %s section=%.*s table=%.*s row=%.*s column=%.*s line=%u expected=%.*s "
                   "found=%.*s%s\n        %.*s",
                   f->informational ? "informational" : audit_severity_name(f->severity),
                   STR_ARG(p->section), STR_ARG(p->table), STR_ARG(p->row), STR_ARG(p->column),
                   p->line, STR_ARG(f->expected), STR_ARG(f->found), f->cause.n ? " (caused)" : "",
                   STR_ARG(f->message.in[lang_get()]));
    }
    if (r->reason)
        strbuf_fmt(out, "\n      %.*s: %.*s", STR_ARG(r->reason->code),
                   STR_ARG(r->reason->message.in[lang_get()]));
}

static bool value_matches(const cJSON *expect, const char *key, struct str found)
{
    const cJSON *want = cJSON_GetObjectItemCaseSensitive(expect, key);
    if (cJSON_IsNumber(want)) {
        char digits[32];
        snprintf(digits, sizeof digits, "%g", want->valuedouble);
        return str_eq_c(found, digits);
    }
    return !want || (cJSON_IsString(want) && str_eq_c(found, want->valuestring));
}

static bool finding_matches(const cJSON *expect, const struct audit_finding *f)
{
    const cJSON *at = cJSON_GetObjectItemCaseSensitive(expect, "at");
    const char *severity = text_at(expect, "severity");
    const char *name = audit_severity_name(f->severity);
    bool place = !at;
    for (size_t i = 0; !place && i < f->evidence_count; i++)
        place = place_matches(at, &f->evidence[i]);
    return place && value_matches(expect, "expected", f->expected) &&
           value_matches(expect, "found", f->found) &&
           (!severity || (name && strcmp(severity, name) == 0));
}

static bool as_expected(const cJSON *expect, const struct audit_result *r)
{
    const char *state = text_at(expect, "state");
    if (!state || strcmp(state, audit_state_name(r->state)) != 0)
        return false;
    const cJSON *count = cJSON_GetObjectItemCaseSensitive(expect, "findings");
    if (cJSON_IsNumber(count) && (size_t)count->valueint != r->finding_count)
        return false;
    const char *reason = text_at(expect, "reason");
    if (reason && (!r->reason || !str_eq_c(r->reason->code, reason)))
        return false;
    if (r->finding_count == 0)
        return true;
    for (size_t i = 0; i < r->finding_count; i++)
        if (finding_matches(expect, &r->findings[i]))
            return true;
    return false;
}

static void run_case(struct bench *b, const cJSON *c)
{
    struct error err = { 0 };
    struct audit *audit = NULL;
    const char *name = text_at(c, "name");
    const cJSON *expect = cJSON_GetObjectItemCaseSensitive(c, "expect");
    int rc = case_text(b, c, &err);
    if (rc == 0)
        rc = audit_case(b, c, &audit, &err);
    const struct audit_result *result = rc ? NULL : audit_result(audit, b->rule->id);
    if (result && as_expected(expect, result)) {
        b->passed++;
    } else {
        struct strbuf found = { 0 };
        char *wanted = cJSON_PrintUnformatted(expect);
        if (result)
            describe(&found, result);
        printf(tr("不符 %.*s：%s\n    应为 %s\n    得到 %s\n",
                  "FAIL %.*s: %s\n    expected %s\n    found    %s\n"),
               STR_ARG(b->rule->id), name ? name : "?", wanted ? wanted : "-",
               rc        ? err.message
               : found.p ? found.p
                         : "-");
        cJSON_free(wanted);
        strbuf_free(&found);
        b->failed++;
    }
    audit_free(audit);
}

/* The cases file beside the rule; without one there is nothing to run, and that is said. */
static void run_rule(struct bench *b)
{
    struct strbuf path = { 0 };
    struct str file = b->rule->file;
    strbuf_str(&path, str_sub(file, 0, file.n - strlen(".lua")));
    strbuf_c(&path, ".cases.lua");
    free(b->pack_folder);
    b->pack_folder = mem_strndup(file.p, file.n - b->rule->path.n - 1);
    struct error err = { 0 };
    cJSON *cases = NULL;
    if (b->rule->load_error.n) {
        printf(tr("不符 %.*s：%.*s\n", "FAIL %.*s: %.*s\n"), STR_ARG(b->rule->id),
               STR_ARG(b->rule->load_error));
        b->failed++;
    } else if (!file_exists(path.p)) {
        printf(tr("不符 %.*s：没有案例文件 %s\n", "FAIL %.*s: no cases in %s\n"),
               STR_ARG(b->rule->id), path.p);
        b->failed++;
    } else if (engine_data(b->engine, path.p, "cases", &cases, &err) != 0) {
        printf(tr("不符 %.*s：%s\n", "FAIL %.*s: %s\n"), STR_ARG(b->rule->id), err.message);
        b->failed++;
    }
    const cJSON *c;
    cJSON_ArrayForEach(c, cases)
        run_case(b, c);
    cJSON_Delete(cases);
    strbuf_free(&path);
}

int cases_run(struct cases_count *count, struct engine *engine, const char *rule)
{
    struct bench b = { .engine = engine };
    size_t rules = 0;
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        b.rule = engine_rule(engine, i);
        if (rule && !str_eq_c(b.rule->id, rule))
            continue;
        rules++;
        run_rule(&b);
    }
    strbuf_free(&b.text);
    free(b.pack_folder);
    *count = (struct cases_count){ rules, b.passed, b.failed };
    return rules ? 0 : ERR_ABSENT;
}
