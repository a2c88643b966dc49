/* score.c - see score.h. */
#include "score/score.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

#include "base/mem.h"
#include "score/grade.h"
#include "score/sheet.h"

/* One run of the scoring model. */
static int run_model(struct ledger **out, struct engine *engine, struct engine_plugin *model,
                     const struct profile *profile, const struct audit *audit, bool assume,
                     struct error *err)
{
    cJSON *sheet = sheet_build(profile, audit, assume);
    cJSON *answer = NULL;
    int rc = engine_call(engine, model, "score", sheet, &answer, err);
    if (rc == 0)
        rc = sheet_ledger(out, answer, sheet, profile, audit, err);
    if (rc == 0)
        ledger_close(*out, profile);
    cJSON_Delete(answer);
    cJSON_Delete(sheet);
    return rc;
}

/* The score when every open duty fails. */
static int lowest(int64_t *out, struct engine *engine, struct engine_plugin *model,
                  const struct profile *profile, const struct audit *audit, struct error *err)
{
    struct ledger *worst = NULL;
    int rc = run_model(&worst, engine, model, profile, audit, true, err);
    if (rc == 0)
        *out = worst->score;
    ledger_free(worst);
    return rc;
}

static int score_report(struct score *s, struct engine *engine, struct engine_plugin *model,
                        const struct profile *profile, const struct audit *audit, struct error *err)
{
    int rc = run_model(&s->ledger, engine, model, profile, audit, false, err);
    if (rc)
        return rc;
    s->scored = true;
    s->score = s->low = s->high = s->ledger->score;
    if (s->gate.open)
        rc = lowest(&s->low, engine, model, profile, audit, err);
    if (s->low > s->high) /* a model of its own mind must not turn the interval around */
        s->low = s->high;
    if (s->complete)
        s->grade = grade_of(profile, s->score, s->ledger->vetoed);
    for (size_t i = 0; i < audit->n; i++)
        s->deductions[i] = ledger_of_rule(s->ledger, audit->results[i].rule);
    return rc;
}

int score_audit(struct score **out, struct engine *engine, struct engine_plugin *model,
                const struct profile *profile, const struct audit *audit, bool annual_report,
                struct error *err)
{
    struct score *s = mem_zero(1, sizeof *s);
    s->gate = gate_count(audit, profile);
    s->complete = s->gate.open_blocking == 0;
    s->deductions = mem_zero(audit->n + 1, sizeof *s->deductions);
    int rc = annual_report ? score_report(s, engine, model, profile, audit, err) : 0;
    if (rc) {
        score_free(s);
        s = NULL;
    }
    *out = s;
    return rc;
}

void score_free(struct score *score)
{
    if (!score)
        return;
    ledger_free(score->ledger);
    free(score->deductions);
    free(score);
}

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
