/* rehearse_verdict.c - see rehearse_verdict.h. */
#include "author/rehearse_verdict.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "report/model.h"

static struct str text(const cJSON *object, const char *key, struct arena *arena)
{
    const cJSON *item = json_member(object, key);
    return cJSON_IsString(item) ? arena_str(arena, str_of(item->valuestring)) : str_of("");
}

static int64_t points(const cJSON *object, const char *key)
{
    const cJSON *item = json_member(object, key);
    return cJSON_IsNumber(item) ? llround(item->valuedouble * 1000) : 0;
}

static void read_finding(struct rehearse_finding *f, const cJSON *item, struct arena *arena)
{
    const cJSON *place = cJSON_GetArrayItem(json_member(item, "evidence"), 0);
    *f = (struct rehearse_finding){
        .fingerprint = text(item, "fingerprint", arena),
        .message = text(item, "message", arena),
        .expected = text(item, "expected", arena),
        .found = text(item, "found", arena),
        .quote = text(place, "quote", arena),
        .section = text(place, "section", arena),
        .table = text(place, "table", arena),
        .row = text(place, "row", arena),
        .column = text(place, "column", arena),
        .line = (uint32_t)json_int_at(place, "line"),
        .caused = cJSON_IsString(json_member(item, "cause")),
    };
    audit_severity_parse(&f->severity, text(item, "severity", arena));
}

static int by_fingerprint(const void *p, const void *q)
{
    const struct rehearse_finding *a = p;
    const struct rehearse_finding *b = q;
    int order = str_cmp(a->fingerprint, b->fingerprint);
    if (order == 0 && a->line != b->line)
        order = a->line < b->line ? -1 : 1;
    return order ? order : str_cmp(a->message, b->message);
}

bool rehearse_state_parse(enum audit_state *out, const char *name)
{
    for (int s = STATE_PASS; name && s <= STATE_FIXED; s++)
        if (strcmp(audit_state_name((enum audit_state)s), name) == 0) {
            *out = (enum audit_state)s;
            return true;
        }
    return false;
}

static bool read_result(struct rehearse_result *r, const cJSON *item, struct arena *arena)
{
    const cJSON *findings = json_member(item, "findings");
    const cJSON *one;
    *r = (struct rehearse_result){ .rule = text(item, "rule", arena),
                                   .pack = text(item, "pack", arena),
                                   .reason = text(json_member(item, "reason"), "message", arena),
                                   .deduction = points(item, "deduction") };
    size_t room = (size_t)cJSON_GetArraySize(findings);
    r->findings = arena_alloc(arena, (room + 1) * sizeof *r->findings);
    cJSON_ArrayForEach(one, findings)
        read_finding(&r->findings[r->n++], one, arena);
    if (r->n > 1)
        qsort(r->findings, r->n, sizeof *r->findings, by_fingerprint);
    const char *state = cJSON_GetStringValue(json_member(item, "state"));
    return r->rule.n > 0 && rehearse_state_parse(&r->state, state);
}

static int by_rule(const void *p, const void *q)
{
    return str_cmp(((const struct rehearse_result *)p)->rule,
                   ((const struct rehearse_result *)q)->rule);
}

static bool read_results(struct rehearse_verdict *v, const cJSON *list, struct arena *arena)
{
    const cJSON *one;
    v->results = arena_alloc(arena, ((size_t)cJSON_GetArraySize(list) + 1) * sizeof *v->results);
    cJSON_ArrayForEach(one, list)
        if (!read_result(&v->results[v->n++], one, arena))
            return false;
    if (v->n > 1)
        qsort(v->results, v->n, sizeof *v->results, by_rule);
    return cJSON_IsArray(list);
}

int rehearse_verdict_parse(struct rehearse_verdict *out, struct str stored_json, enum lang lang,
                           struct arena *arena, struct error *err)
{
    cJSON *d = NULL;
    int rc = model_parse(&d, stored_json, lang, err);
    if (rc)
        return rc;
    const cJSON *interval = json_member(d, "interval");
    *out = (struct rehearse_verdict){
        .kind = text(d, "kind", arena),
        .form = text(d, "form", arena),
        .grade = text(d, "grade", arena),
        .published = text(d, "published", arena),
        .year = json_int_at(d, "year"),
        .scored = cJSON_IsObject(interval),
        .complete = cJSON_IsTrue(json_member(d, "complete")),
        .vetoed = cJSON_IsTrue(json_member(d, "vetoed")),
        .score = points(d, "score"),
        .low = points(interval, "low"),
        .high = points(interval, "high"),
        .max = points(d, "max"),
        .open = (size_t)json_int_at(json_member(d, "duties"), "open"),
    };
    if (!read_results(out, json_member(d, "results"), arena))
        rc = error_set(err, ERR_FORMAT,
                       tr("存储的审核结果不完整", "a stored result is not what it should be"));
    cJSON_Delete(d);
    return rc;
}

const struct rehearse_result *rehearse_verdict_result(const struct rehearse_verdict *verdict,
                                                      struct str rule)
{
    struct rehearse_result key = { .rule = rule };
    return verdict->n ? bsearch(&key, verdict->results, verdict->n, sizeof key, by_rule) : NULL;
}
