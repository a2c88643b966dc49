/* sheet.c - the plain data a scoring model gets; see sheet.h. */
#include "score/sheet.h"

#include <cjson/cJSON.h>

enum { ASSUMED_MAX = 200 }; /* findings assumed of one open duty */

static const char *const kind_names[] = { "once", "each", "veto" };

static void add_text(cJSON *object, const char *key, struct str text)
{
    if (text.n) /* texts of profiles and audits are terminated */
        cJSON_AddStringToObject(object, key, text.p);
}

static void add_finding(cJSON *list, struct str fingerprint, const char *severity, bool cost)
{
    cJSON *finding = cJSON_CreateObject();
    cJSON_AddBoolToObject(finding, "cost", cost);
    add_text(finding, "fingerprint", fingerprint);
    if (severity)
        cJSON_AddStringToObject(finding, "severity", severity);
    cJSON_AddItemToArray(list, finding);
}

/* How often an undecided duty could fail at worst: once for each undecided place, or, when it is
 * not known where, as often as it takes to reach the cap. */
static int64_t assumed_count(const struct profile_indicator *in, const struct audit_result *r)
{
    int64_t places = 0;
    for (size_t i = 0; i < r->open_count; i++)
        places += r->open[i].cause.n == 0;
    if (in->kind != PROFILE_EACH || in->unit <= 0)
        return 1;
    if (r->state == STATE_UNKNOWN && places > 0)
        return places < ASSUMED_MAX ? places : ASSUMED_MAX;
    int64_t full = (in->cap + in->unit - 1) / in->unit;
    return full < 1 ? 1 : full < ASSUMED_MAX ? full : ASSUMED_MAX;
}

static cJSON *rule_json(const struct profile_indicator *in, const struct audit_result *r,
                        bool assume)
{
    cJSON *rule = cJSON_CreateObject();
    add_text(rule, "rule", r->rule);
    bool open = assume && (audit_is_open(r) || r->state == STATE_NOTCHECKED);
    cJSON_AddStringToObject(rule, "state", open ? "fail" : audit_state_name(r->state));
    cJSON *findings = cJSON_AddArrayToObject(rule, "findings");
    for (size_t i = 0; i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        bool cost = !f->informational && f->cause.n == 0;
        add_finding(findings, f->fingerprint, audit_severity_name(f->severity), cost);
    }
    for (int64_t i = 0; open && i < assumed_count(in, r); i++)
        add_finding(findings, STR("assumed"), "major", true);
    return rule;
}

static cJSON *indicator_json(const struct profile *p, size_t index, const struct audit *audit,
                             const int *owners, bool assume)
{
    const struct profile_indicator *in = &p->indicators[index];
    cJSON *out = cJSON_CreateObject();
    add_text(out, "id", in->id);
    cJSON_AddStringToObject(out, "kind", kind_names[in->kind]);
    cJSON_AddNumberToObject(out, "points", (double)in->points);
    cJSON_AddNumberToObject(out, "unit", (double)in->unit);
    cJSON_AddNumberToObject(out, "cap", (double)in->cap);
    add_text(out, "mutex", in->mutex);
    add_text(out, "group", in->group);
    if (in->group_cap >= 0)
        cJSON_AddNumberToObject(out, "group_cap", (double)in->group_cap);
    cJSON *rules = cJSON_AddArrayToObject(out, "rules");
    for (size_t i = 0; i < audit->n; i++)
        if (owners[i] == (int)index && audit->results[i].state != STATE_NOTSELECTED)
            cJSON_AddItemToArray(rules, rule_json(in, &audit->results[i], assume));
    return out;
}

/* Whether there is anything in a result that a model could charge for. */
static bool concerns(const struct audit_result *r)
{
    return r->finding_count > 0 || (r->state != STATE_PASS && r->state != STATE_NOTAPPLICABLE &&
                                    r->state != STATE_NOTSELECTED);
}

/* The indicator of every result, and which indicators stand in the sheet; false: none. */
static bool sort_results(const struct profile *profile, const struct audit *audit, int *owners,
                         bool *listed)
{
    bool any = false;
    for (size_t i = 0; i < audit->n && !any; i++)
        any = concerns(&audit->results[i]);
    for (size_t i = 0; any && i < audit->n; i++) {
        owners[i] = profile_indicator(profile, audit->results[i].rule);
        if (owners[i] >= 0 && concerns(&audit->results[i]))
            listed[owners[i]] = true;
    }
    return any;
}

cJSON *sheet_build(const struct profile *profile, const struct audit *audit, bool assume)
{
    struct arena *scratch = arena_new();
    int *owners = arena_alloc(scratch, (audit->n + 1) * sizeof *owners);
    bool *listed = arena_alloc(scratch, (profile->indicator_count + 1) * sizeof *listed);
    bool any = sort_results(profile, audit, owners, listed);
    cJSON *sheet = cJSON_CreateObject();
    cJSON_AddNumberToObject(sheet, "max", (double)profile->max);
    cJSON *indicators = cJSON_AddArrayToObject(sheet, "indicators");
    for (size_t i = 0; any && i < profile->indicator_count; i++)
        if (listed[i])
            cJSON_AddItemToArray(indicators, indicator_json(profile, i, audit, owners, assume));
    arena_free(scratch);
    return sheet;
}
