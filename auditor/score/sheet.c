/* sheet.c - the plain data a scoring model gets; see sheet.h. */
#include "score/sheet.h"

#include <cjson/cJSON.h>

#include "score/points.h"
#include "text/date.h"

enum { ASSUMED_MAX = 200 }; /* findings assumed of one open duty */

static void add_text(cJSON *object, const char *key, struct str text)
{
    if (text.n) /* texts of profiles and audits are terminated */
        cJSON_AddStringToObject(object, key, text.p);
}

/* By how much a finding misses: days between two dates, else the difference of two numbers. -1: neither. */
static int64_t measure(const struct audit_finding *f)
{
    struct date due;
    struct date done;
    int64_t expected = 0;
    int64_t found = 0;
    if (date_parse_iso(f->expected, &due) && date_parse_iso(f->found, &done))
        expected = date_days(due, done);
    else if (points_parse(&expected, f->expected) && points_parse(&found, f->found))
        expected = (found - expected) / 1000;
    else
        return -1;
    return expected < 0 ? -expected : expected;
}

static int64_t price(const struct profile_step *step, int64_t days)
{
    return step->per_unit ? step->points * days : step->points;
}

/* Days before the first step are free; what cannot be measured costs what the last step begins with. */
static int64_t graded(const struct profile_indicator *in, int64_t days)
{
    const struct profile_step *step = NULL;
    if (days < 0)
        return price(&in->steps[in->step_count - 1], in->steps[in->step_count - 1].from);
    for (size_t i = 0; i < in->step_count && in->steps[i].from <= days; i++)
        step = &in->steps[i];
    return step ? price(step, days) : 0;
}

static cJSON *add_finding(cJSON *list, struct str fingerprint, const char *severity, bool cost)
{
    cJSON *finding = cJSON_CreateObject();
    cJSON_AddBoolToObject(finding, "cost", cost);
    add_text(finding, "fingerprint", fingerprint);
    if (severity)
        cJSON_AddStringToObject(finding, "severity", severity);
    cJSON_AddItemToArray(list, finding);
    return finding;
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
    if (in->cap < 0)
        return ASSUMED_MAX;
    int64_t full = (in->cap + in->unit - 1) / in->unit;
    return full < 1 ? 1 : full < ASSUMED_MAX ? full : ASSUMED_MAX;
}

static cJSON *rule_json(const struct scope *scope, const struct profile_indicator *in,
                        const struct audit_result *r, bool assume)
{
    cJSON *rule = cJSON_CreateObject();
    add_text(rule, "rule", r->rule);
    bool open = assume && (audit_is_open(r) || r->state == STATE_NOTCHECKED);
    bool spared = r->finding_count > 0;
    cJSON *findings = cJSON_CreateArray();
    for (size_t i = 0; i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        bool waived = scope_waiver(scope, f->fingerprint) != NULL;
        bool cost = !f->informational && f->cause.n == 0 && !waived;
        cJSON *item = add_finding(findings, f->fingerprint, audit_severity_name(f->severity), cost);
        if (in->kind == PROFILE_GRADED)
            cJSON_AddNumberToObject(item, "unit", (double)graded(in, measure(f)));
        spared = spared && (waived || f->informational);
    }
    for (int64_t i = 0; open && i < assumed_count(in, r); i++) {
        cJSON *item = add_finding(findings, STR("assumed"), "major", true);
        if (in->kind == PROFILE_GRADED)
            cJSON_AddNumberToObject(item, "unit", (double)(in->cap < 0 ? in->points : in->cap));
    }
    const char *state = open                               ? "fail"
                        : spared && r->state == STATE_FAIL ? "pass"
                                                           : audit_state_name(r->state);
    cJSON_AddStringToObject(rule, "state", state);
    cJSON_AddItemToObject(rule, "findings", findings);
    return rule;
}

/* By a person, or by periods. */
static bool is_given(const struct profile_indicator *in)
{
    return profile_by_hand(in) || in->kind == PROFILE_PERIOD;
}

static void add_amounts(cJSON *out, const struct scope *scope, size_t index, bool assume)
{
    const struct profile_indicator *in = &scope->profile->indicators[index];
    const struct scope_row *row = &scope->rows[index];
    add_text(out, "id", in->id);
    cJSON_AddStringToObject(out, "kind", profile_kind_name(in->kind));
    cJSON_AddNumberToObject(out, "points", (double)in->points);
    cJSON_AddNumberToObject(out, "unit", (double)in->unit);
    if (in->cap >= 0)
        cJSON_AddNumberToObject(out, "cap", (double)in->cap);
    if (in->parent >= 0)
        add_text(out, "parent", scope->profile->indicators[in->parent].id);
    add_text(out, "mutex", in->mutex);
    add_text(out, "group", in->group);
    if (in->group_cap >= 0)
        cJSON_AddNumberToObject(out, "group_cap", (double)in->group_cap);
    if (is_given(in))
        cJSON_AddNumberToObject(out, "lost", (double)(assume ? row->worst : row->lost));
}

static cJSON *indicator_json(const struct scope *scope, size_t index, bool assume)
{
    const struct profile_indicator *in = &scope->profile->indicators[index];
    const struct audit *audit = scope->audit;
    cJSON *out = cJSON_CreateObject();
    add_amounts(out, scope, index, assume);
    cJSON *rules = cJSON_AddArrayToObject(out, "rules");
    for (size_t i = 0; audit && i < audit->n; i++)
        if (scope->owners[i] == (int)index && audit->results[i].state != STATE_NOTSELECTED)
            cJSON_AddItemToArray(rules, rule_json(scope, in, &audit->results[i], assume));
    return out;
}

/* Whether a row stands in the sheet: it could cost; with `whole`, it has anything to say. */
static bool is_listed(const struct scope *scope, size_t index, bool assume, bool whole)
{
    const struct profile_indicator *in = &scope->profile->indicators[index];
    const struct scope_row *row = &scope->rows[index];
    if (!scope->applies[index] || in->kind == PROFILE_BONUS || in->kind == PROFILE_SUM)
        return false;
    if (is_given(in))
        return whole || (assume ? row->worst : row->lost) != 0;
    return whole ? row->owned : row->concerned;
}

/* The sums above listed rows, the lowest first, so that their caps can be laid on in this order. */
static void add_levels(cJSON *list, const struct scope *scope, const bool *listed)
{
    const struct profile *p = scope->profile;
    unsigned deepest = 0;
    for (size_t i = 0; i < p->indicator_count; i++)
        if (listed[i] && p->indicators[i].kind == PROFILE_SUM && p->indicators[i].level > deepest)
            deepest = p->indicators[i].level;
    for (unsigned level = deepest; level > 0; level--)
        for (size_t i = 0; i < p->indicator_count; i++) {
            const struct profile_indicator *in = &p->indicators[i];
            if (!listed[i] || in->kind != PROFILE_SUM || in->level != level)
                continue;
            cJSON *out = cJSON_CreateObject();
            add_amounts(out, scope, i, false);
            cJSON_AddItemToArray(list, out);
        }
}

cJSON *sheet_build(const struct scope *scope, bool assume, bool whole)
{
    const struct profile *p = scope->profile;
    bool *listed = arena_alloc(scope->arena, (p->indicator_count + 1) * sizeof *listed);
    cJSON *sheet = cJSON_CreateObject();
    cJSON_AddNumberToObject(sheet, "max", (double)p->max);
    cJSON *indicators = cJSON_AddArrayToObject(sheet, "indicators");
    bool levels = false;
    for (size_t i = 0; i < p->indicator_count; i++) {
        if (!is_listed(scope, i, assume, whole))
            continue;
        for (int up = p->indicators[i].parent; up >= 0; up = p->indicators[up].parent)
            listed[up] = levels = true;
        cJSON_AddItemToArray(indicators, indicator_json(scope, i, assume));
    }
    cJSON *list = cJSON_AddArrayToObject(sheet, "levels");
    if (levels)
        add_levels(list, scope, listed);
    return sheet;
}
