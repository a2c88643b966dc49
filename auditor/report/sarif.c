/* sarif.c - a run from its first byte to its last; see sarif.h. */
#include "report/sarif.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/mem.h"
#include "report/sarif_work.h"

void sarif_message(struct json *j, const char *key, const char *text)
{
    json_key(j, key);
    json_object(j);
    json_key(j, "text");
    json_c(j, text);
    json_end_object(j);
}

size_t sarif_rule(struct sarif *s, const char *id)
{
    size_t n = engine_rule_count(s->engine);
    struct str name = str_of(id);
    for (size_t i = 0; i < n; i++)
        if (str_eq(engine_rule(s->engine, i)->id, name))
            return i;
    for (size_t i = 0; i < s->stranger_count; i++)
        if (strcmp(s->strangers[i], id) == 0)
            return n + i;
    s->strangers =
        mem_grow(s->strangers, s->stranger_count, &s->stranger_cap, sizeof *s->strangers);
    s->strangers[s->stranger_count++] = mem_strdup(id);
    return n + s->stranger_count - 1;
}

static void write(struct sarif *s, const char *text)
{
    output_write(s->output, str_of(text));
}

int sarif_open(struct sarif **out, struct output *output, const struct engine *engine,
               const char *profile, struct error *err)
{
    FILE *spool = tmpfile();
    if (!spool)
        return error_set(err, ERR_IO, tr("建不了临时文件：%s", "cannot make a temporary file: %s"),
                         error_system(errno));
    struct sarif *s = mem_zero(1, sizeof *s);
    s->output = output;
    s->engine = engine;
    s->profile = profile;
    s->artifacts = spool;
    write(s, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{"
             "\"columnKind\":\"unicodeCodePoints\",\"language\":\"");
    write(s, tr("zh-CN", "en-US"));
    write(s, "\",\"results\":[");
    *out = s;
    return 0;
}

static void emit(struct sarif *s, const struct sarif_item *item, const struct sarif_where *where)
{
    struct json j;
    strbuf_clear(&s->scratch);
    strbuf_c(&s->scratch, s->results++ ? ",\n" : "\n");
    json_start(&j, &s->scratch);
    sarif_result(&j, s, item, where);
    output_write(s->output, strbuf_view(&s->scratch));
}

static bool is_state(const cJSON *result, const char *state)
{
    return strcmp(json_string(result, "state"), state) == 0;
}

static void findings(struct sarif *s, const cJSON *result, const struct sarif_where *where)
{
    const cJSON *f;
    cJSON_ArrayForEach(f, json_member(result, "findings")) {
        const char *severity = json_string(f, "severity");
        struct sarif_item item = { result, f, cJSON_GetArrayItem(json_member(f, "evidence"), 0),
                                   severity[0] ? "fail" : "informational",
                                   severity[0] ? sarif_level(severity) : "none" };
        emit(s, &item, where);
    }
}

/* The reason of a state often stands among the open places too. */
static bool same_reason(const cJSON *a, const cJSON *b)
{
    return cJSON_Compare(a, b, true);
}

static void undecided(struct sarif *s, const cJSON *result, const struct sarif_where *where)
{
    const cJSON *reason = json_member(result, "reason");
    const cJSON *open = json_member(result, "open");
    const cJSON *place;
    bool told = is_state(result, "notselected") || !cJSON_IsObject(reason);
    cJSON_ArrayForEach(place, open) {
        struct sarif_item item = { result, place, json_member(place, "place"), "open", "none" };
        emit(s, &item, where);
        told = told || same_reason(place, reason);
    }
    if (told && !is_state(result, "notchecked"))
        return;
    struct sarif_item item = { result, cJSON_IsObject(reason) ? reason : result,
                               json_member(reason, "place"), "open", "none" };
    if (is_state(result, "notapplicable"))
        item.kind = "notApplicable";
    else if (is_state(result, "notchecked"))
        item.kind = "review";
    emit(s, &item, where);
}

/* rule: NULL when it is the document that could not be read. */
static void notify(struct sarif *s, const struct sarif_where *where, const cJSON *rule,
                   const char *code, const char *message)
{
    struct json j;
    if (s->notifications.n)
        strbuf_c(&s->notifications, ",\n");
    json_start(&j, &s->notifications);
    json_object(&j);
    if (rule) {
        json_key(&j, "associatedRule");
        json_object(&j);
        json_key(&j, "id");
        json_c(&j, json_string(rule, "rule"));
        json_key(&j, "index");
        json_int(&j, (int64_t)sarif_rule(s, json_string(rule, "rule")));
        json_end_object(&j);
    }
    json_key(&j, "descriptor");
    json_object(&j);
    json_key(&j, "id");
    json_c(&j, rule ? "rule-error" : "unreadable");
    json_end_object(&j);
    json_key(&j, "level");
    json_c(&j, "error");
    json_key(&j, "locations");
    json_array(&j);
    sarif_location(&j, NULL, where, -1);
    json_end_array(&j);
    sarif_message(&j, "message", message);
    json_key(&j, "properties");
    json_object(&j);
    json_key(&j, "code");
    json_c(&j, code);
    json_end_object(&j);
    json_end_object(&j);
}

static void rules_in(struct json *j, const char *key, const cJSON *results, const char *state,
                     const char *or_state)
{
    const cJSON *r;
    json_key(j, key);
    json_array(j);
    cJSON_ArrayForEach(r, results)
        if (is_state(r, state) || is_state(r, or_state))
            json_c(j, json_string(r, "rule"));
    json_end_array(j);
}

/* A part of the verdict as it is. */
static void copy(struct json *j, const cJSON *document, const char *key)
{
    char *value = cJSON_PrintUnformatted(json_member(document, key));
    struct strbuf safe = { 0 };
    json_harden(&safe, str_of(value ? value : "null"));
    json_key(j, key);
    json_raw(j, strbuf_view(&safe));
    strbuf_free(&safe);
    cJSON_free(value);
}

static void artifact(struct sarif *s, const cJSON *document, const struct sarif_where *where)
{
    static const char *const facts[] = { "agency", "complete", "duties", "form",
                                         "grade",  "interval", "kind",   "level" };
    static const char *const more[] = { "published", "score", "vetoed", "year" };
    const cJSON *results = json_member(document, "results");
    struct json j;
    strbuf_clear(&s->scratch);
    strbuf_c(&s->scratch, where->artifact ? ",\n" : "\n");
    json_start(&j, &s->scratch);
    json_object(&j);
    if (json_string(document, "sha256")[0]) {
        json_key(&j, "hashes");
        json_object(&j);
        json_key(&j, "sha-256");
        json_c(&j, json_string(document, "sha256"));
        json_end_object(&j);
    }
    struct strbuf uri = { 0 };
    sarif_uri(&uri, where->path);
    json_key(&j, "location");
    json_object(&j);
    json_key(&j, "uri");
    json_str(&j, strbuf_view(&uri));
    json_end_object(&j);
    strbuf_free(&uri);
    json_key(&j, "properties");
    json_object(&j);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        copy(&j, document, facts[i]);
    rules_in(&j, "notselected", results, "notselected", "notselected");
    rules_in(&j, "passed", results, "pass", "fixed");
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        copy(&j, document, more[i]);
    json_end_object(&j);
    json_key(&j, "roles");
    json_array(&j);
    json_c(&j, "analysisTarget");
    json_end_array(&j);
    json_end_object(&j);
    fwrite(s->scratch.p, 1, s->scratch.n, s->artifacts);
}

void sarif_document(struct sarif *s, const cJSON *document, struct str path)
{
    const char *form = json_string(document, "form");
    const struct sarif_where where = { path, s->documents++,
                                       form_by_id(engine_forms(s->engine), str_of(form)),
                                       json_member(document, "decisions") };
    const cJSON *problem = json_member(document, "problem");
    const cJSON *r;
    if (cJSON_IsObject(problem))
        notify(s, &where, NULL, json_string(problem, "code"), json_string(problem, "message"));
    cJSON_ArrayForEach(r, json_member(document, "results")) {
        findings(s, r, &where);
        undecided(s, r, &where);
        const cJSON *reason = json_member(r, "reason");
        if (is_state(r, "error") && !cJSON_IsObject(problem))
            notify(s, &where, r, json_string(reason, "code"), json_string(reason, "message"));
    }
    artifact(s, document, &where);
}

static void copy_artifacts(struct sarif *s)
{
    char bytes[16384];
    size_t n;
    rewind(s->artifacts);
    while ((n = fread(bytes, 1, sizeof bytes, s->artifacts)) > 0)
        output_write(s->output, (struct str){ bytes, n });
}

static void finish(struct sarif *s)
{
    struct json j;
    write(s, "],\"artifacts\":[");
    copy_artifacts(s);
    strbuf_clear(&s->scratch);
    strbuf_fmt(&s->scratch,
               "],\"invocations\":[{\"executionSuccessful\":%s,\"toolExecutionNotifications\":[",
               s->notifications.n ? "false" : "true");
    strbuf_str(&s->scratch, strbuf_view(&s->notifications));
    strbuf_c(&s->scratch, "]}],\"tool\":");
    json_start(&j, &s->scratch);
    sarif_tool(&j, s);
    strbuf_c(&s->scratch, "}],\"version\":\"2.1.0\"}\n");
    output_write(s->output, strbuf_view(&s->scratch));
}

int sarif_close(struct sarif *s, bool failed, struct error *err)
{
    int rc = 0;
    if (!s)
        return 0;
    if (!failed && (fflush(s->artifacts) != 0 || ferror(s->artifacts)))
        rc = error_set(err, ERR_IO, tr("写不了临时文件：%s", "cannot write a temporary file: %s"),
                       error_system(errno));
    else if (!failed)
        finish(s);
    fclose(s->artifacts);
    for (size_t i = 0; i < s->stranger_count; i++)
        free(s->strangers[i]);
    free(s->strangers);
    strbuf_free(&s->notifications);
    strbuf_free(&s->scratch);
    free(s);
    return rc;
}
