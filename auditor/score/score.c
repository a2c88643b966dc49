/* score.c - see score.h. */
#include "score/score.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/mem.h"
#include "score/grade.h"
#include "score/sheet.h"

/* Some models look at everything, not only at what can be charged. */
static bool wants_whole(const struct engine_plugin *model)
{
    const cJSON *data = engine_plugin_data(model);
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(data, "whole"));
}

/* What a person decided costs nothing, and the ledger says so: "dismissed, 2025-03-01, ..." */
static void add_waiver(struct ledger *ledger, int indicator, const struct audit_result *r,
                       const struct audit_finding *f, const struct input_waiver *w,
                       const struct profile *profile)
{
    struct ledger_entry *e = ledger_add(ledger);
    struct str parts[] = { w->kind, w->person, w->time, w->document };
    struct strbuf text = { 0 };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n)
            strbuf_fmt(&text, "%s%.*s", text.n ? " " : "", STR_ARG(parts[i]));
    e->indicator = indicator;
    e->rule = arena_str(ledger->arena, r->rule);
    e->fingerprints = arena_alloc(ledger->arena, sizeof *e->fingerprints);
    e->fingerprints[e->fingerprint_count++] = arena_str(ledger->arena, f->fingerprint);
    e->basis = arena_alloc(ledger->arena, (f->basis_count + 1) * sizeof *e->basis);
    for (size_t i = 0; i < f->basis_count; i++)
        e->basis[e->basis_count++] = arena_str(ledger->arena, f->basis[i]);
    e->count = 1;
    e->unit = profile->indicators[indicator].unit;
    e->limit = LIMIT_WAIVER;
    e->waiver = arena_str(ledger->arena, strbuf_view(&text));
    strbuf_free(&text);
}

static void add_waivers(struct ledger *ledger, const struct scope *scope)
{
    const struct audit *audit = scope->audit;
    for (size_t i = 0; scope->input.waiver_count && i < audit->n; i++)
        for (size_t k = 0; scope->owners[i] >= 0 && k < audit->results[i].finding_count; k++) {
            const struct audit_finding *f = &audit->results[i].findings[k];
            const struct input_waiver *w = scope_waiver(scope, f->fingerprint);
            if (w && !f->informational && f->cause.n == 0)
                add_waiver(ledger, scope->owners[i], &audit->results[i], f, w, scope->profile);
        }
}

/* What persons gave names them. */
static void name_persons(struct ledger *ledger, const struct scope *scope)
{
    for (size_t i = 0; i < ledger->n; i++) {
        struct ledger_entry *e = &ledger->entries[i];
        const struct input_fill *fill = e->indicator < 0 ? NULL : scope->rows[e->indicator].fill;
        struct strbuf text = { 0 };
        if (!fill || e->note.in[LANG_ZH].n)
            continue;
        struct str parts[] = { fill->person, fill->time, fill->evidence, fill->note };
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            if (parts[k].n)
                strbuf_fmt(&text, "%s%.*s", text.n ? " " : "", STR_ARG(parts[k]));
        for (int lang = 0; lang < LANG_COUNT; lang++)
            e->note.in[lang] = arena_str(ledger->arena, strbuf_view(&text));
        strbuf_free(&text);
    }
}

/* One run of the scoring model. */
static int run_model(struct ledger **out, struct engine *engine, struct engine_plugin *model,
                     struct scope *scope, bool assume, struct error *err)
{
    bool whole = wants_whole(model);
    if (whole)
        scope_own_all(scope);
    cJSON *sheet = sheet_build(scope, assume, whole);
    cJSON *answer = NULL;
    int rc = engine_call(engine, model, "score", sheet, &answer, err);
    if (rc == 0)
        rc = sheet_ledger(out, answer, sheet, scope->profile, scope->audit, err);
    if (rc == 0) {
        if (scope->profile->applicable_only && (*out)->possible == 0)
            (*out)->possible = scope_possible(scope);
        add_waivers(*out, scope);
        ledger_close(*out, scope->profile, scope);
        name_persons(*out, scope);
    }
    cJSON_Delete(answer);
    cJSON_Delete(sheet);
    return rc;
}

/* The score when every open duty fails. */
static int lowest(struct score *s, struct engine *engine, struct engine_plugin *model,
                  struct error *err)
{
    struct ledger *worst = NULL;
    int rc = run_model(&worst, engine, model, &s->scope, true, err);
    if (rc == 0)
        s->low = s->scope.group_unknown ? 0 : worst->score; /* of which sheet is not known */
    ledger_free(worst);
    return rc;
}

/* The score when every open duty passes, where a bonus depends on one: in the ledger it is not earned. */
static int highest(struct score *s, struct engine *engine, struct engine_plugin *model,
                   struct error *err)
{
    struct ledger *best = NULL;
    s->scope.hopeful = true;
    int rc = run_model(&best, engine, model, &s->scope, false, err);
    if (rc == 0 && best->score > s->high)
        s->high = best->score;
    s->scope.hopeful = false;
    ledger_free(best);
    return rc;
}

static int score_report(struct score *s, struct engine *engine, struct engine_plugin *model,
                        struct error *err)
{
    const struct audit *audit = s->scope.audit;
    int rc = run_model(&s->ledger, engine, model, &s->scope, false, err);
    if (rc)
        return rc;
    s->scored = true;
    s->score = s->low = s->high = s->ledger->score;
    if (s->gate.open && !s->scope.input.accepted)
        rc = lowest(s, engine, model, err);
    if (rc == 0 && scope_may_earn(&s->scope))
        rc = highest(s, engine, model, err);
    if (s->low > s->high) /* a model of its own mind must not turn the interval around */
        s->low = s->high;
    if (s->complete)
        s->grade = grade_of(s->scope.profile, s->score, s->ledger->best_band);
    for (size_t i = 0; i < audit->n; i++)
        s->deductions[i] = ledger_of_rule(s->ledger, audit->results[i].rule);
    return rc;
}

/* Nothing that is open could change it. */
static bool is_set(const struct scope *scope)
{
    return scope->input.missing && scope->profile->missing.kind == MISSING_FIXED;
}

static bool is_waived(const struct scope *scope)
{
    for (size_t i = 0; i < scope->audit->n; i++)
        for (size_t k = 0; k < scope->audit->results[i].finding_count; k++)
            if (scope_waiver(scope, scope->audit->results[i].findings[k].fingerprint))
                return true;
    return false;
}

/* Where nothing came in nobody gets full marks, as the sheet has no row for it or a person waived it: such an agency
 * is not scored. */
static void leave_apart(struct score *s)
{
    if (!s->scored || !s->scope.input.missing ||
        (s->score < s->ledger->max && !is_waived(&s->scope)))
        return;
    ledger_free(s->ledger);
    s->ledger = NULL;
    s->grade = NULL;
    s->scored = false;
    s->score = s->low = s->high = 0;
    for (size_t i = 0; i < s->scope.audit->n; i++)
        s->deductions[i] = 0;
}

int score_audit(struct score **out, struct engine *engine, struct engine_plugin *model,
                const struct profile *profile, const struct audit *audit, const struct input *input,
                bool annual_report, struct error *err)
{
    struct score *s = mem_zero(1, sizeof *s);
    scope_open(&s->scope, profile, audit, input);
    s->gate = gate_count(audit, &s->scope);
    s->complete = s->gate.open_blocking == 0 || s->scope.input.accepted || is_set(&s->scope);
    s->deductions = mem_zero(audit->n + 1, sizeof *s->deductions);
    int rc = annual_report ? score_report(s, engine, model, err) : 0;
    if (rc) {
        score_free(s);
        s = NULL;
    } else {
        leave_apart(s);
    }
    *out = s;
    return rc;
}

void score_free(struct score *score)
{
    if (!score)
        return;
    ledger_free(score->ledger);
    scope_close(&score->scope);
    free(score->deductions);
    free(score);
}

/* Unlike profile_serves(), a rule that cannot be loaded serves only its own name. */
static bool serves(const struct engine *engine, struct str pattern)
{
    if (engine_rule_by_id(engine, pattern))
        return true;
    for (size_t i = 0; i < engine_rule_count(engine); i++)
        if (profile_matches(pattern, engine_rule(engine, i)->id))
            return true;
    return false;
}

static struct audit_result missing_result(struct audit *audit, struct str pattern)
{
    struct audit_reason *reason = arena_alloc(audit->arena, sizeof *reason);
    reason->code = STR("no-rule");
    reason->message.in[LANG_ZH] = STR("评分表列有此项，但还没有规则能检查它");
    reason->message.in[LANG_EN] = STR("the sheet lists it, but no rule checks it yet");
    return (struct audit_result){ .rule = arena_str(audit->arena, pattern),
                                  .state = STATE_NOTSELECTED,
                                  .reason = reason };
}

static int by_rule(const void *a, const void *b)
{
    const struct audit_result *x = a;
    const struct audit_result *y = b;
    return str_cmp(x->rule, y->rule);
}

void score_add_missing(struct audit *audit, const struct profile *profile,
                       const struct engine *engine)
{
    size_t room = 0;
    for (size_t i = 0; i < profile->indicator_count; i++)
        room += profile->indicators[i].rule_count;
    struct audit_result *all = arena_alloc(audit->arena, (audit->n + room) * sizeof *all);
    size_t n = 0;
    for (; n < audit->n; n++)
        all[n] = audit->results[n];
    for (size_t i = 0; i < profile->indicator_count; i++)
        for (size_t k = 0; k < profile->indicators[i].rule_count; k++)
            if (!serves(engine, profile->indicators[i].rules[k]))
                all[n++] = missing_result(audit, profile->indicators[i].rules[k]);
    qsort(all, n, sizeof *all, by_rule);
    audit->results = all;
    audit->n = n;
}
