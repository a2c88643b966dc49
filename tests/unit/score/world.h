/*
 * world.h - audits made by hand and the engine that scores them, for the tests of score/.
 *
 * Include it behind cmocka.h.
 */
#ifndef AUDITOR_TESTS_UNIT_SCORE_WORLD_H
#define AUDITOR_TESTS_UNIT_SCORE_WORLD_H

#include <stdlib.h>

#include "base/mem.h"
#include "score/score.h"

#define CONF                                                                                       \
    "id = t\nversion = 1\ntitle.zh = 试\nmax = 100\nmodel = deduction\nveto = ceiling 59\n"       \
    "bands = 90:a, 60:b, 0:c\nblocking = r.block\n"
#define HEAD "id,indicator,rules,points,kind,unit,cap,mutex,group,group cap,note\n"

struct world {
    struct engine *engine;
    struct engine_plugin *model;
};

static inline int open_world(void **state)
{
    struct world *w = mem_zero(1, sizeof *w);
    struct error err = { 0 };
    if (engine_new(&w->engine, AUDITOR_SOURCE_DIR "/plugins/lib", &err) ||
        engine_plugin(w->engine, AUDITOR_SOURCE_DIR "/plugins/scoring/deduction.lua", "scoring",
                      &w->model, &err))
        fail_msg("%s", err.message);
    *state = w;
    return 0;
}

static inline int close_world(void **state)
{
    struct world *w = *state;
    engine_free(w->engine);
    free(w);
    return 0;
}

/* An audit made by hand. */
static inline struct audit *new_audit(size_t rules)
{
    struct audit *a = mem_zero(1, sizeof *a);
    a->arena = arena_new();
    a->results = arena_alloc(a->arena, rules * sizeof *a->results);
    return a;
}

static inline void drop_audit(struct audit *a)
{
    arena_free(a->arena);
    free(a);
}

static inline struct audit_result *add(struct audit *a, const char *rule, enum audit_state state,
                                       size_t findings)
{
    struct audit_result *r = &a->results[a->n++];
    r->rule = arena_str(a->arena, str_of(rule));
    r->state = state;
    r->finding_count = r->finding_total = findings;
    r->findings = arena_alloc(a->arena, (findings + 1) * sizeof *r->findings);
    for (size_t i = 0; i < findings; i++) {
        r->findings[i].severity = SEVERITY_MAJOR;
        r->findings[i].fingerprint = arena_fmt(a->arena, "%s-%zu", rule, i);
    }
    return r;
}

/* A sheet with a conf of its own: the lines of conf stand behind those of CONF. */
static inline struct profile *profile_of(const char *conf, const char *sheet)
{
    struct strbuf text = { 0 };
    struct profile *p = NULL;
    struct error err = { 0 };
    strbuf_fmt(&text, "%s%s", CONF, conf);
    if (profile_parse(&p, "p", strbuf_view(&text), "s", str_of(sheet), &err))
        fail_msg("%s", err.message);
    strbuf_free(&text);
    return p;
}

static inline struct profile *sheet_of(const char *rows)
{
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "%s%s", HEAD, rows);
    struct profile *p = profile_of("", text.p);
    strbuf_free(&text);
    return p;
}

/* The sum of the ledger is the score, and so are its parts by level. */
static inline void check_ledger(const struct score *s, const struct profile *p)
{
    const struct ledger *l = s->ledger;
    int64_t lost = 0;
    int64_t other = 0;
    assert_int_equal(l->max - ledger_sum(l), s->score);
    for (size_t i = 0; i < l->level_count; i++)
        if (p->indicators[l->levels[i].indicator].parent < 0)
            lost += l->levels[i].lost;
    for (size_t i = 0; i < l->n; i++)
        if (l->entries[i].kind != LEDGER_DEDUCTION)
            other += l->entries[i].amount;
    if (l->level_count)
        assert_int_equal(l->max - lost - other, s->score);
}

static inline struct score *score_of(const struct world *w, const struct profile *p,
                                     const struct audit *a, const struct input *input)
{
    struct score *s = NULL;
    struct error err = { 0 };
    if (score_audit(&s, w->engine, w->model, p, a, input, true, &err))
        fail_msg("%s", err.message);
    check_ledger(s, p);
    return s;
}

#endif /* AUDITOR_TESTS_UNIT_SCORE_WORLD_H */
