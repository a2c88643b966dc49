/* prove.c - the mutations of the plan through the workers, and the tallies; see prove.h. */
#include "author/prove.h"

#include <stdlib.h>

#include "author/prove_judge.h"
#include "author/prove_plan.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/pool.h"

struct run {
    struct proof *proof;
    size_t next, done;
};

void prove_recall(struct mutation *m, const struct proof *proof, const struct prove_mutant *mutant)
{
    *m = (struct mutation){ .kind = &mutation_kinds[mutant->kind],
                            .original = &proof->originals[mutant->original],
                            .site = mutant->site };
    mutation_plan(m);
}

static bool next_job(void *user, struct strbuf *job)
{
    struct run *run = user;
    uint32_t i = (uint32_t)run->next;
    if (run->next >= run->proof->mutant_n)
        return false;
    run->next++;
    strbuf_add(job, &i, sizeof i);
    return true;
}

/* Unreadable bytes are a mutation that nobody can miss: the document is refused as a whole. */
static void audit_mutant(const struct proof *proof, struct prove_mutant *mutant)
{
    struct mutation m;
    struct doc *doc = NULL;
    struct error err = { 0 };
    prove_recall(&m, proof, mutant);
    const struct report_hint hint = { .path = m.original->path };
    if (mutation_make(&doc, &m, &err)) {
        mutant->lost = true;
    } else {
        struct report *report = recognise(doc, engine_forms(proof->engine), &hint);
        struct engine_subject subject = { .report = report };
        engine_run(proof->engine, &subject, 1);
        judge_mutant(mutant, &m, subject.audit, proof->rule);
        audit_free(subject.audit);
        report_free(report);
    }
    doc_free(doc);
    mutation_free(&m);
}

static void judge_one(const struct run *run, const struct pool_task *task)
{
    uint32_t i;
    if (task->job.n != sizeof i)
        return;
    memcpy(&i, task->job.p, sizeof i);
    struct prove_mutant mutant = run->proof->mutants[i];
    audit_mutant(run->proof, &mutant);
    judge_pack(task->result, &mutant);
    free(mutant.leads);
    free(mutant.caused);
    free(mutant.strays);
    free(mutant.missing);
}

static void work(void *user, struct pool_task *tasks, size_t n)
{
    for (size_t i = 0; i < n; i++)
        judge_one(user, &tasks[i]);
}

static int take_result(void *user, struct str job, enum pool_outcome outcome, struct str result,
                       struct error *err)
{
    struct run *run = user;
    struct prove_mutant *mutant = &run->proof->mutants[run->done++];
    (void)job;
    (void)err;
    if (outcome != POOL_DONE || !judge_unpack(mutant, result))
        mutant->lost = true;
    return 0;
}

static bool fired(const struct prove_mutant *mutant, size_t rule)
{
    for (size_t i = 0; i < mutant->lead_n; i++)
        if (mutant->leads[i] == rule)
            return true;
    for (size_t i = 0; i < mutant->caused_n; i++)
        if (mutant->caused[i] == rule)
            return true;
    return false;
}

static void tally_rules(struct proof *proof, const struct prove_mutant *mutant,
                        const struct mutation *m)
{
    struct prove_kind_tally *kind = &proof->kinds[mutant->kind];
    bool harmless = (m->kind->flags & MUTATION_HARMLESS) != 0;
    for (size_t i = 0; i < mutant->lead_n; i++) {
        kind->by_rule[mutant->leads[i]]++;
        proof->rules[mutant->leads[i]].fired++;
    }
    for (size_t i = 0; i < mutant->caused_n; i++) {
        kind->by_rule[mutant->caused[i]]++;
        proof->rules[mutant->caused[i]].fired++;
    }
    for (size_t i = 0; i < mutant->stray_n && !harmless && !mutant->coherent; i++)
        proof->rules[mutant->strays[i]].strays++;
    for (size_t r = 0; r < proof->rule_n; r++) {
        struct str id = engine_rule(proof->engine, r)->id;
        bool missed = false;
        if (harmless || mutant->coherent || mutant->lost || m->original->fires[r] ||
            !judge_expects(m, id))
            continue;
        for (size_t i = 0; i < mutant->missing_n; i++)
            missed = missed || judge_names(m->expect[mutant->missing[i]], id);
        if (!missed && !fired(mutant, r))
            continue; /* of two that may see it the other one did */
        proof->rules[r].expected++;
        proof->rules[r].found += !missed;
    }
}

static void add_answer(size_t *yes, size_t *of, enum prove_answer answer)
{
    *yes += answer == PROVE_YES;
    *of += answer != PROVE_NONE;
}

static void tally_mutant(struct prove_kind_tally *t, const struct prove_mutant *mutant,
                         bool harmless)
{
    bool defect = !harmless && !mutant->coherent;
    t->made++;
    t->coherent += mutant->coherent;
    t->harmless += harmless;
    t->lost += mutant->lost;
    t->seen += defect && mutant->seen;
    t->as_meant += defect && mutant->as_meant != PROVE_NO && mutant->seen;
    t->strays += defect && mutant->stray_n > 0;
    if (defect && mutant->seen) {
        add_answer(&t->placed, &t->placed_of, mutant->placed);
        add_answer(&t->right, &t->right_of, mutant->right);
    }
}

/* After a harmless mutation nothing may fire. */
static void harmless_alarms(struct proof *proof, size_t i, const struct mutation *m)
{
    const struct prove_mutant *mutant = &proof->mutants[i];
    for (size_t k = 0; k < mutant->stray_n; k++) {
        uint16_t r = mutant->strays[k];
        const struct rule_info *rule = engine_rule(proof->engine, r);
        if (proof->rule && proof->rule != rule)
            continue;
        const char *message = tr(m->kind->zh, m->kind->en);
        plan_alarm(proof,
                   (struct prove_alarm){ mutant->original, r, (uint32_t)i, mem_strdup(message) });
    }
}

static void tally(struct proof *proof)
{
    for (size_t i = 0; i < proof->mutant_n; i++) {
        struct prove_mutant *mutant = &proof->mutants[i];
        struct mutation m;
        prove_recall(&m, proof, mutant);
        bool harmless = (m.kind->flags & MUTATION_HARMLESS) != 0;
        tally_mutant(&proof->kinds[mutant->kind], mutant, harmless);
        tally_mutant(&proof->total, mutant, harmless);
        tally_rules(proof, mutant, &m);
        if (harmless)
            harmless_alarms(proof, i, &m);
        mutation_free(&m);
    }
    for (size_t i = 0; i < proof->alarm_n; i++)
        proof->rules[proof->alarms[i].rule].alarms++;
}

static struct proof *new_proof(struct engine *engine, const struct prove_options *options)
{
    struct proof *proof = mem_zero(1, sizeof *proof);
    proof->engine = engine;
    proof->seed = options->seed;
    proof->full = options->full;
    proof->rule_n = engine_rule_count(engine);
    proof->rules = mem_zero(proof->rule_n + 1, sizeof *proof->rules);
    proof->kinds = mem_zero(mutation_kind_count, sizeof *proof->kinds);
    for (size_t k = 0; k < mutation_kind_count; k++)
        proof->kinds[k].by_rule = mem_zero(proof->rule_n + 1, sizeof(size_t));
    return proof;
}

int prove_run(struct proof **out, struct engine *engine, const struct prove_options *options,
              struct error *err)
{
    struct proof *proof = new_proof(engine, options);
    struct run run = { .proof = proof };
    const struct pool pool = { .workers = options->workers ? options->workers : 1,
                               .user = &run,
                               .next = next_job,
                               .work = work,
                               .done = take_result };
    int rc = 0;
    if (options->rule) {
        proof->rule = engine_rule_by_id(engine, str_of(options->rule));
        if (!proof->rule)
            rc = error_set(err, ERR_ABSENT,
                           tr("没有规则 %s；auditor rules list 列出全部规则",
                              "there is no rule %s; auditor rules list shows them all"),
                           options->rule);
        else if (proof->rule->scope != SCOPE_DOCUMENT)
            rc =
                error_set(err, ERR_USAGE,
                          tr("规则 %s 要看其他年度或机关的报告，单份报告的变异不能检验它；请用 "
                             "auditor rules test",
                             "the rule %s looks at reports of other years or agencies: no mutation "
                             "of a single report proves it; use auditor rules test"),
                          options->rule);
    }
    if (rc == 0)
        rc = plan_originals(proof, options, err);
    if (rc == 0) {
        plan_mutants(proof);
        rc = pool_run(&pool, err);
    }
    if (rc) {
        prove_free(proof);
        return rc;
    }
    tally(proof);
    *out = proof;
    return 0;
}

static bool rule_was_hit(const struct proof *proof)
{
    for (size_t r = 0; r < proof->rule_n; r++)
        if (engine_rule(proof->engine, r) == proof->rule)
            return proof->rules[r].fired > 0;
    return false;
}

bool prove_holds(const struct proof *proof)
{
    const struct prove_kind_tally *t = &proof->total;
    size_t defects = t->made - t->coherent - t->harmless;
    if (proof->alarm_n || t->lost)
        return false;
    if (proof->rule) {
        for (size_t r = 0; r < proof->rule_n; r++)
            if (engine_rule(proof->engine, r) == proof->rule && proof->rules[r].expected)
                return proof->rules[r].found == proof->rules[r].expected;
        return rule_was_hit(proof); /* no mutation aims at it: what proves it is one that hits */
    }
    return defects > 0 && t->seen == defects;
}

void prove_free(struct proof *proof)
{
    if (!proof)
        return;
    for (size_t i = 0; i < proof->original_n; i++) {
        struct mutation_original *o = &proof->originals[i];
        report_free(o->report);
        doc_free(o->doc);
        strbuf_free(&o->bytes);
        free(o->fires);
        free(o->path);
    }
    for (size_t i = 0; i < proof->mutant_n; i++) {
        free(proof->mutants[i].leads);
        free(proof->mutants[i].caused);
        free(proof->mutants[i].strays);
        free(proof->mutants[i].missing);
    }
    for (size_t i = 0; i < proof->alarm_n; i++)
        free(proof->alarms[i].message);
    for (size_t i = 0; i < proof->passed_over_n; i++)
        free(proof->passed_over[i]);
    for (size_t k = 0; k < mutation_kind_count; k++)
        free(proof->kinds[k].by_rule);
    free(proof->kinds);
    free(proof->rules);
    free(proof->alarms);
    free(proof->passed_over);
    free(proof->mutants);
    free(proof->originals);
    free(proof);
}
