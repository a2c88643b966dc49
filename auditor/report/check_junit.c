/* check_junit.c - see check_junit.h. */
#include "report/check_junit.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "base/json_read.h"
#include "report/check_decision.h"
#include "report/junit.h"
#include "report/text.h"

enum { WIDTH = 100 };

/* The same verdict is the same bytes on every day, and the format wants a time. */
static const char ALWAYS[] = "2000-01-01T00:00:00";

enum outcome { PASSED, FAILED, BROKEN, SKIPPED, OUTCOMES };

struct suite {
    struct strbuf *out;
    const struct engine *engine;
    const struct form *form;
    struct strbuf class_name;
    struct strbuf log; /* observations, which break no duty */
};

static bool is_state(const cJSON *result, const char *state)
{
    return strcmp(json_string(result, "state"), state) == 0;
}

static bool is_review(const cJSON *finding, const char *state)
{
    return strcmp(json_string(finding, "review"), state) == 0;
}

/* A person decided about all that is wrong that it costs nothing. */
static bool is_spared(const cJSON *result)
{
    const cJSON *f;
    bool any = false;
    cJSON_ArrayForEach(f, json_member(result, "findings")) {
        if (!json_string(f, "severity")[0])
            continue;
        if (!is_review(f, "dismissed") && !is_review(f, "waived"))
            return false;
        any = true;
    }
    return any;
}

/* An undecided duty is closed only by the finding that explains it. */
static enum outcome outcome_of(const cJSON *result)
{
    if (is_state(result, "pass") || is_state(result, "informational") || is_state(result, "fixed"))
        return PASSED;
    if (is_state(result, "fail"))
        return is_spared(result) ? SKIPPED : FAILED;
    if (is_state(result, "unknown") && json_string(json_member(result, "reason"), "cause")[0])
        return SKIPPED;
    return is_state(result, "error") || is_state(result, "unknown") ? BROKEN : SKIPPED;
}

/* A class in a report is "folder.file"; a point in a name would begin another folder. */
static void name_class(struct strbuf *out, const char *path)
{
    path += strspn(path, "./");
    for (const char *p = path; *p; p++)
        strbuf_char(out, *p == '.' ? '_' : *p == '/' ? '.' : *p);
    if (out->n == 0)
        strbuf_char(out, '-');
}

static void name_case(struct strbuf *out, const struct suite *s, const cJSON *result)
{
    const char *id = json_string(result, "rule");
    const struct rule_info *rule = engine_rule_by_id(s->engine, str_of(id));
    strbuf_c(out, id);
    if (rule && rule->title.in[lang_get()].n)
        strbuf_fmt(out, " %.*s", STR_ARG(rule->title.in[lang_get()]));
}

/* What a list shows: the first thing that is wrong, else why nothing was decided, else the state. */
static const char *message_of(const cJSON *result)
{
    const cJSON *first = cJSON_GetArrayItem(json_member(result, "findings"), 0);
    if (!first)
        first = json_member(result, "reason");
    if (!cJSON_IsObject(first))
        first = cJSON_GetArrayItem(json_member(result, "open"), 0);
    const char *message = json_string(first, "message");
    return message[0] ? message : json_string(result, "state");
}

/* What a person spared says so. */
static void skipped(struct suite *s, const struct junit_case *c, const cJSON *result,
                    const char *message)
{
    struct strbuf text = { 0 };
    if (is_state(result, "fail"))
        strbuf_fmt(&text, tr("%s：", "%s: "),
                   check_review_label(json_string(
                       cJSON_GetArrayItem(json_member(result, "findings"), 0), "review")));
    strbuf_c(&text, message);
    junit_skipped(s->out, c, strbuf_view(&text));
    strbuf_free(&text);
}

static void one_case(struct suite *s, const cJSON *result)
{
    const struct text_style style = { false, WIDTH };
    struct strbuf name = { 0 };
    struct strbuf text = { 0 };
    const char *message = message_of(result);
    name_case(&name, s, result);
    text_report_result(&text, result, s->form, &style);
    const struct junit_case c = { strbuf_view(&s->class_name), strbuf_view(&name), 0 };
    switch (outcome_of(result)) {
    case FAILED:
        junit_complaint(s->out, &c, "failure", json_string(result, "severity"), str_of(message),
                        strbuf_view(&text));
        break;
    case BROKEN:
        junit_complaint(s->out, &c, "error", json_string(result, "state"), str_of(message),
                        strbuf_view(&text));
        break;
    case SKIPPED:
        skipped(s, &c, result, message);
        break;
    default:
        junit_passed(s->out, &c);
        strbuf_str(&s->log, strbuf_view(&text));
    }
    strbuf_free(&name);
    strbuf_free(&text);
}

static void properties(struct suite *s, const cJSON *document, const char *profile)
{
    static const char *const texts[] = { "agency", "grade", "kind", "sha256" };
    static const char *const numbers[] = { "score", "year" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (json_string(document, texts[i])[0])
            junit_property(s->out, texts[i], str_of(json_string(document, texts[i])));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char *value = cJSON_PrintUnformatted(json_member(document, numbers[i]));
        if (value && strcmp(value, "null") != 0)
            junit_property(s->out, numbers[i], str_of(value));
        cJSON_free(value);
    }
    junit_property(s->out, "complete",
                   str_of(cJSON_IsTrue(json_member(document, "complete")) ? "true" : "false"));
    junit_property(s->out, "profile", str_of(profile));
    junit_cases(s->out);
}

void check_junit_document(struct strbuf *out, const cJSON *document, size_t id,
                          const struct engine *engine, const char *profile)
{
    struct suite s = { .out = out, .engine = engine };
    const cJSON *results = json_member(document, "results");
    const cJSON *result;
    size_t counts[OUTCOMES] = { 0 };
    s.form = form_by_id(engine_forms(engine), str_of(json_string(document, "form")));
    cJSON_ArrayForEach(result, results)
        counts[outcome_of(result)]++;
    const char *path = json_string(document, "path");
    if (!path || !*path) /* an agency without a report */
        path = json_string(document, "agency");
    name_class(&s.class_name, path);
    junit_suite(out, &(struct junit_suite){ .id = id,
                                            .name = str_of(path),
                                            .package = str_of(json_string(document, "agency")),
                                            .tests = (size_t)cJSON_GetArraySize(results),
                                            .failures = counts[FAILED],
                                            .errors = counts[BROKEN],
                                            .skipped = counts[SKIPPED],
                                            .timestamp = ALWAYS });
    properties(&s, document, profile);
    cJSON_ArrayForEach(result, results)
        one_case(&s, result);
    const char *problem = json_string(json_member(document, "problem"), "message");
    strbuf_c(&s.log, problem);
    junit_suite_end(out, strbuf_view(&s.log));
    strbuf_free(&s.class_name);
    strbuf_free(&s.log);
}
