/* restore.c - see restore.h. */
#include "report/restore.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/mem.h"

static struct str text_of(const cJSON *object, const char *key, struct arena *arena)
{
    const char *text = cJSON_GetStringValue(json_member(object, key));
    return text ? arena_str(arena, str_of(text)) : str_of("");
}

static uint32_t number_of(const cJSON *item)
{
    return cJSON_IsNumber(item) && item->valuedouble > 0 ? (uint32_t)item->valuedouble : 0;
}

static struct audit_text both_of(const cJSON *object, const char *key, struct arena *arena)
{
    const cJSON *pair = json_member(object, key);
    struct audit_text text;
    text.in[LANG_ZH] = text_of(pair, "zh", arena);
    text.in[LANG_EN] = text_of(pair, "en", arena);
    return text;
}

/* Room for the members of a list, and their number. */
static void *room(const cJSON *list, size_t size, struct arena *arena)
{
    return arena_alloc(arena, ((size_t)cJSON_GetArraySize(list) + 1) * size);
}

static struct audit_place place_of(const cJSON *item, struct arena *arena)
{
    const cJSON *mark = json_member(item, "mark");
    return (struct audit_place){
        .document = text_of(item, "document", arena),
        .section = text_of(item, "section", arena),
        .table = text_of(item, "table", arena),
        .row = text_of(item, "row", arena),
        .column = text_of(item, "column", arena),
        .quote = text_of(item, "quote", arena),
        .line = number_of(json_member(item, "line")),
        .page = number_of(json_member(item, "page")),
        .paragraph = number_of(json_member(item, "paragraph")),
        .raw_at = number_of(cJSON_GetArrayItem(mark, 0)),
        .raw_len = number_of(cJSON_GetArrayItem(mark, 1)),
    };
}

static size_t take_changes(struct audit_change **out, const cJSON *list, struct arena *arena)
{
    const cJSON *item;
    size_t n = 0;
    *out = room(list, sizeof **out, arena);
    cJSON_ArrayForEach(item, list)
        (*out)[n++] = (struct audit_change){ .row = text_of(item, "row", arena),
                                             .column = text_of(item, "column", arena),
                                             .found = text_of(item, "found", arena),
                                             .right = text_of(item, "right", arena),
                                             .kind = text_of(item, "kind", arena) };
    return n;
}

static void take_diagnosis(struct audit_diagnosis *d, const cJSON *object, struct arena *arena)
{
    const cJSON *list = json_member(object, "candidates");
    const cJSON *item;
    d->present = cJSON_IsObject(object);
    if (!d->present)
        return;
    d->unique = cJSON_IsTrue(json_member(object, "unique"));
    d->change_count = take_changes(&d->changes, json_member(object, "cells"), arena);
    d->candidates = room(list, sizeof *d->candidates, arena);
    d->candidate_sizes = room(list, sizeof *d->candidate_sizes, arena);
    cJSON_ArrayForEach(item, list) {
        d->candidate_sizes[d->candidate_count] =
            take_changes(&d->candidates[d->candidate_count], item, arena);
        d->candidate_count++;
    }
    d->candidate_total = number_of(json_member(object, "total"));
}

static void take_finding(struct audit_finding *f, const cJSON *object, struct arena *arena)
{
    const cJSON *item;
    audit_severity_parse(&f->severity, text_of(object, "severity", arena));
    f->informational = f->severity == SEVERITY_NONE;
    f->message = both_of(object, "message", arena);
    f->remedy = both_of(object, "remedy", arena);
    f->expected = text_of(object, "expected", arena);
    f->found = text_of(object, "found", arena);
    f->formula = text_of(object, "formula", arena);
    f->cause = text_of(object, "cause", arena);
    f->fingerprint = text_of(object, "fingerprint", arena);
    f->basis = room(json_member(object, "basis"), sizeof *f->basis, arena);
    cJSON_ArrayForEach(item, json_member(object, "basis"))
        f->basis[f->basis_count++] = arena_str(arena, str_of(cJSON_GetStringValue(item)));
    f->evidence = room(json_member(object, "evidence"), sizeof *f->evidence, arena);
    cJSON_ArrayForEach(item, json_member(object, "evidence"))
        f->evidence[f->evidence_count++] = place_of(item, arena);
    take_diagnosis(&f->diagnosis, json_member(object, "diagnosis"), arena);
}

static void take_reason(struct audit_reason *r, const cJSON *object, struct arena *arena)
{
    r->code = text_of(object, "code", arena);
    r->message = both_of(object, "message", arena);
    r->cause = text_of(object, "cause", arena);
    r->place = place_of(json_member(object, "place"), arena);
}

static void take_overrides(struct audit_result *r, const cJSON *list, struct arena *arena)
{
    const cJSON *item;
    r->overrides = room(list, sizeof *r->overrides, arena);
    cJSON_ArrayForEach(item, list) {
        struct audit_override *o = &r->overrides[r->override_count++];
        struct str kind = text_of(item, "kind", arena);
        o->by = text_of(item, "by", arena);
        o->was = text_of(item, "was", arena);
        for (int k = OVERRIDE_REPLACED; k <= OVERRIDE_RELEVELLED; k++)
            if (str_eq_c(kind, audit_override_name((enum audit_override_kind)k)))
                o->kind = (enum audit_override_kind)k;
    }
}

static bool take_state(struct audit_result *r, struct str name)
{
    for (int s = STATE_PASS; s <= STATE_FIXED; s++)
        if (str_eq_c(name, audit_state_name((enum audit_state)s))) {
            r->state = (enum audit_state)s;
            return true;
        }
    return false;
}

static bool take_result(struct audit_result *r, const cJSON *object, struct arena *arena)
{
    const cJSON *item;
    r->rule = text_of(object, "rule", arena);
    r->pack = text_of(object, "pack", arena);
    audit_severity_parse(&r->severity, text_of(object, "severity", arena));
    r->findings = room(json_member(object, "findings"), sizeof *r->findings, arena);
    cJSON_ArrayForEach(item, json_member(object, "findings"))
        take_finding(&r->findings[r->finding_count++], item, arena);
    r->finding_total = r->finding_count;
    r->open = room(json_member(object, "open"), sizeof *r->open, arena);
    cJSON_ArrayForEach(item, json_member(object, "open"))
        take_reason(&r->open[r->open_count++], item, arena);
    take_overrides(r, json_member(object, "overrides"), arena);
    if (cJSON_IsObject(json_member(object, "reason"))) {
        r->reason = arena_alloc(arena, sizeof *r->reason);
        take_reason(r->reason, json_member(object, "reason"), arena);
        r->gap = str_eq_c(r->reason->code, "pack-refused");
    }
    return r->rule.n && take_state(r, text_of(object, "state", arena));
}

static void take_problem(const cJSON *verdict, char *code, size_t size, struct audit_text *message,
                         struct arena *arena)
{
    const cJSON *problem = json_member(verdict, "problem");
    const char *said = cJSON_GetStringValue(json_member(problem, "code"));
    snprintf(code, size, "%s", said ? said : "");
    *message = both_of(problem, "message", arena);
}

int restore_audit(struct audit **out, struct str stored_json, char *code, size_t size,
                  struct audit_text *message, struct error *err)
{
    cJSON *verdict = cJSON_ParseWithLength(stored_json.p, stored_json.n);
    const cJSON *results = json_member(verdict, "results");
    struct audit *audit = mem_zero(1, sizeof *audit);
    bool sound = cJSON_IsArray(results);
    const cJSON *item;
    audit->arena = arena_new();
    audit->results = room(results, sizeof *audit->results, audit->arena);
    cJSON_ArrayForEach(item, results)
        sound = sound && take_result(&audit->results[audit->n++], item, audit->arena);
    take_problem(verdict, code, size, message, audit->arena);
    cJSON_Delete(verdict);
    *out = audit;
    if (sound)
        return 0;
    audit_free(audit);
    *out = NULL;
    return error_set(err, ERR_FORMAT, tr("存储的审核结果已损坏", "a stored result is damaged"));
}
