/* run.c - runs the rules on one report or one dossier, each for itself; see engine.h. */
#include "engine/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "engine/applies.h"
#include "engine/bind.h"
#include "engine/chunk.h"
#include "engine/dossier.h"
#include "engine/keep.h"
#include "engine/lib_text.h"
#include "engine/outcome.h"
#include "engine/overtime.h"
#include "engine/settle.h"

/* Every report beside the one of a dossier allows for some more. */
static struct sandbox_limits limits_of(const struct engine *engine)
{
    size_t more = engine->dossier ? engine->bind_count - 1 : 0;
    return (struct sandbox_limits){
        .bytes = ENGINE_BYTES + more * ENGINE_BYTES_MORE,
        .instructions = ENGINE_INSTRUCTIONS + more * ENGINE_INSTRUCTIONS_MORE,
        .uncounted = engine->hasty,
    };
}

struct call {
    struct bind *subject;
    const struct rule *rule;
    const struct rule_choice *choice;
};

static void push_parameters(lua_State *L, const struct call *call)
{
    const struct rule_info *info = &call->rule->info;
    const struct rule_choice *choice = call->choice;
    struct str owner = info->parameters_of.n ? info->parameters_of : info->id;
    lua_createtable(L, 0, (int)info->parameter_count);
    for (size_t i = 0; i < info->parameter_count; i++) {
        const struct rule_parameter *p = &info->parameters[i];
        const char *own =
            choice && choice->parameter ? choice->parameter(choice->user, owner, p->name) : NULL;
        bind_push_str(L, p->name);
        bind_push_str(L, own ? str_of(own) : p->value);
        lua_rawset(L, -3);
    }
}

static int l_check(lua_State *L)
{
    const struct call *call = lua_touserdata(L, 1);
    keep_push(L, call->rule->kept); /* rule */
    lua_getfield(L, -1, "check");   /* rule check */
    bind_push(L, engine_of(L)->dossier ? BIND_DOSSIER : BIND_REPORT, 0, 0, (struct span){ 0 });
    bind_push(L, BIND_OUT, 0, 0, (struct span){ 0 });
    push_parameters(L, call); /* rule check subject out parameters */
    lua_call(L, 3, 0);
    return 0;
}

/* Lets the rule say what it has to say into the outcome. */
static int call_rule(struct engine *engine, struct call *call, struct outcome *outcome,
                     struct error *err)
{
    lua_State *L = sandbox_state(engine->sandbox);
    bind_rule(engine, call->subject, call->rule, outcome);
    engine->pack = call->rule->pack_id;
    engine->judging = true;
    int code = sandbox_call(engine->sandbox, l_check, call, limits_of(engine), err);
    engine->judging = false;
    outcome->instructions = sandbox_work(engine->sandbox);
    bind_rule(engine, call->subject, NULL, NULL);
    lua_settop(L, 0);
    chunk_forget(L, call->rule->kept);
    lib_text_forget(L);
    return code;
}

/* A fault is told in the language of the program only, and a result is stored in both. What Lua raised
 * is learnt by running the rule again in the other, for its message alone. */
static void explain(struct engine *engine, struct call *call, struct outcome *outcome,
                    const struct error *err)
{
    static const char *const codes[] = { "rule-error", "memory-limit", "instruction-limit" };
    const char *code = codes[sandbox_spent(engine->sandbox)];
    enum lang chosen = lang_get();
    struct outcome other = { .rule = call->rule };
    struct error again = { 0 };
    bool hasty = engine->hasty;
    engine->hasty = false;
    lang_set(lang_other(chosen));
    if (!sandbox_exceeded(engine->sandbox, limits_of(engine), &again))
        call_rule(engine, call, &other, &again);
    lang_set(chosen);
    engine->hasty = hasty;
    outcome_free(&other);
    struct audit_text fault;
    fault.in[chosen] = str_of(err->message);
    fault.in[lang_other(chosen)] = str_of(again.message);
    applies_fault(call->subject, outcome, code, &fault);
}

/* A lower severity is the most that a finding of the rule can have; a higher one is for those that had
 * the rule's own. */
static void relevel(struct outcome *o, enum audit_severity own, enum audit_severity level)
{
    for (size_t i = 0; i < o->finding_count; i++) {
        struct audit_finding *f = &o->findings[i].finding;
        if (!f->informational && (f->severity == own || (level < own && f->severity > level)))
            f->severity = level;
    }
}

/* False: it was stopped by a limit, or may have passed one. */
static bool run_rule(struct engine *engine, struct bind *subject, const struct slot_view *view,
                     const struct rule_choice *choice, struct outcome *outcome)
{
    struct call call = { subject, view->rule, choice };
    struct error err = { 0 };
    bool within = true;
    if (subject->report && !applies_needs(subject, view->rule, outcome))
        return true;
    int code = call_rule(engine, &call, outcome, &err);
    if (sandbox_doubtful(engine->sandbox))
        return false;
    if (code) {
        within = sandbox_spent(engine->sandbox) == SPENT_NOTHING;
        explain(engine, &call, outcome, &err);
    }
    if (view->relevelled)
        relevel(outcome, view->rule->info.severity, view->severity);
    return within;
}

/* A report under audit while the rules pass over it and those beside it. */
struct hearing {
    struct engine_subject *subject;
    struct bind *bind;
    struct outcome *outcomes; /* by slot */
    bool within;              /* no rule was stopped by a limit or may have passed one */
};

static void hearing_open(struct hearing *h, struct engine *engine, struct engine_subject *subject)
{
    struct audit *audit = mem_zero(1, sizeof *audit);
    audit->arena = arena_new();
    audit->n = engine->slot_count;
    audit->results = arena_alloc(audit->arena, (audit->n + 1) * sizeof *audit->results);
    subject->audit = audit;
    *h = (struct hearing){
        .subject = subject,
        .bind = bind_start(engine, subject->report, audit->arena),
        .outcomes = mem_zero(engine->slot_count + 1, sizeof *h->outcomes),
        .within = true,
    };
}

static void hear(struct hearing *h, struct engine *engine, size_t slot)
{
    const struct engine_subject *s = h->subject;
    struct outcome *o = &h->outcomes[slot];
    struct slot_view view;
    s->audit->results[slot].rule = engine->slots[slot]->id;
    if (!h->within && engine->hasty)
        return; /* it is all to be done again */
    if (applies_packs(h->bind, engine->slots[slot], s->report->year, &view, o) &&
        applies_report(h->bind, view.rule, &s->choice, o) &&
        !run_rule(engine, h->bind, &view, &s->choice, o))
        h->within = false;
}

/* What is to be heard again has no result. */
static void hearing_close(struct hearing *h, struct engine *engine, bool again)
{
    if (again) {
        audit_free(h->subject->audit);
        h->subject->audit = NULL;
    } else {
        settle(h->subject->audit, h->outcomes, engine->slot_count);
    }
    for (size_t i = 0; i < engine->slot_count; i++)
        outcome_free(&h->outcomes[i]);
    free(h->outcomes);
}

/* Hasty: without counting instructions. Of a report that has to be heard again audit is then NULL. */
static void run_together(struct engine *engine, struct engine_subject *subjects, size_t n,
                         bool hasty)
{
    struct hearing *hearings = mem_zero(n + 1, sizeof *hearings);
    for (size_t k = 0; k < n; k++)
        hearing_open(&hearings[k], engine, &subjects[k]);
    engine->hasty = hasty;
    if (hasty)
        overtime_open();
    for (size_t i = 0; i < engine->slot_count; i++)
        for (size_t k = 0; k < n; k++)
            hear(&hearings[k], engine, i);
    if (hasty)
        overtime_close();
    engine->hasty = false;
    bind_end(engine);
    for (size_t k = 0; k < n; k++)
        hearing_close(&hearings[k], engine, !hearings[k].within && (hasty || n > 1));
    free(hearings);
}

/* Whether a limit was passed is found out of each report alone, for the lists of the others count as bytes
 * too, and with all instructions counted. */
void engine_run(struct engine *engine, struct engine_subject *subjects, size_t n)
{
    run_together(engine, subjects, n, !engine->counted);
    for (size_t k = 0; k < n; k++)
        if (!subjects[k].audit)
            run_together(engine, &subjects[k], 1, false);
}

void engine_count(struct engine *engine)
{
    engine->counted = true;
}

/* In the order that bind_dossier.c counts on. */
static struct bind *open_reports(struct engine *engine, const struct dossier *dossier,
                                 struct arena *arena)
{
    struct bind *subject = bind_start(engine, dossier->report, arena);
    for (size_t i = 0; i < dossier->past_count; i++)
        if (dossier->past[i].report)
            bind_add(engine, dossier->past[i].report, dossier->past[i].document);
    for (size_t i = 0; i < dossier->child_count; i++)
        if (dossier->children[i].report)
            bind_add(engine, dossier->children[i].report, dossier->children[i].document);
    for (size_t i = 0; i < dossier->carrier_count; i++)
        if (dossier->carriers[i].report)
            bind_add(engine, dossier->carriers[i].report, dossier->carriers[i].document);
    return subject;
}

static bool belongs(const struct rule *rule, const struct dossier *dossier)
{
    enum rule_scope scope = rule->info.scope;
    return dossier->carriers_only ? scope == SCOPE_CARRIERS : scope != SCOPE_DOCUMENT;
}

void engine_run_dossier(struct engine *engine, const struct dossier *dossier,
                        const struct rule_choice *choice, struct audit *audit)
{
    struct outcome *outcomes = mem_zero(engine->slot_count + 1, sizeof *outcomes);
    struct slot_view view;
    size_t n = 0;
    engine->dossier = dossier;
    struct bind *subject = open_reports(engine, dossier, audit->arena);
    for (size_t i = 0; i < engine->slot_count; i++) {
        slot_look(&view, engine->slots[i], dossier->year);
        const struct rule *rule = view.rule ? view.rule : slot_last(engine->slots[i]);
        if (!belongs(rule, dossier) || !audit_result(audit, rule->info.id))
            continue;
        struct outcome *o = &outcomes[n++];
        if (applies_packs(subject, engine->slots[i], dossier->year, &view, o) &&
            applies_dossier(subject, view.rule, choice, dossier, o))
            run_rule(engine, subject, &view, choice, o);
    }
    bind_end(engine);
    engine->dossier = NULL;
    settle(audit, outcomes, n);
    for (size_t i = 0; i < n; i++)
        outcome_free(&outcomes[i]);
    free(outcomes);
}
