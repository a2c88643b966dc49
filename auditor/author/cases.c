/* cases.c - runs the cases beside the rules; see cases.h. */
#include "author/cases.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cjson/cJSON.h>

#include "author/case_file.h"
#include "author/case_match.h"
#include "author/case_run.h"
#include "author/cases_pack.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/wire.h"
#include "engine/lua_token.h"
#include "office/pool.h"

struct bench {
    struct cases_run *run;
    struct engine *engine;
    const struct rule_info *rule;
    const struct rule_info **rules; /* whose cases are run, in the order of run->rules */
    size_t rule_count, next, done;
};

static const char *text_at(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static int audit_case(struct bench *b, const cJSON *c, struct cases_case *out, struct audit **audit,
                      struct error *err)
{
    struct case_subject *subject = NULL;
    int rc = case_run_make(&subject, b->engine, b->rule, c, err);
    uint64_t started = now();
    if (rc == 0)
        *audit = case_run_judge(b->engine, subject);
    out->time = now() - started;
    case_run_free(subject);
    return rc;
}

static void run_case(struct bench *b, const cJSON *c, struct cases_case *out)
{
    struct arena *arena = b->run->arena;
    struct error err = { 0 };
    struct audit *audit = NULL;
    struct str name = str_of(text_at(c, "name"));
    out->name = arena_str(arena, str_trim(name).n ? name : str_of("?"));
    out->kind = case_file_kind(c);
    out->problem = str_of("");
    int rc = case_match_check(c, &err);
    if (rc == 0)
        rc = audit_case(b, c, out, &audit, &err);
    const struct audit_result *result = rc ? NULL : audit_result(audit, b->rule->id);
    if (result) {
        out->instructions = result->instructions;
        case_match(out, cJSON_GetObjectItemCaseSensitive(c, "expect"), result, arena);
    } else {
        out->outcome = CASES_BROKEN;
        out->problem = arena_str(arena, str_of(err.message));
    }
    audit_free(audit);
}

static void count(struct cases_rule *r, const struct cases_case *c)
{
    r->passed += c->outcome == CASES_AS_EXPECTED;
    r->differing += c->outcome == CASES_DIFFERS;
    r->broken += c->outcome == CASES_BROKEN;
    r->of_kind[c->kind] += c->outcome != CASES_BROKEN;
    r->time += c->time;
    r->instructions += c->instructions;
    if (c->instructions > r->most)
        r->most = c->instructions;
}

/* The cases file beside the rule; without one there is nothing to run, and that is said. */
static int load(struct bench *b, struct cases_rule *r, cJSON **cases, struct str *text,
                struct error *err)
{
    const struct rule_info *rule = b->rule;
    struct str stem = str_sub(rule->file, 0, rule->file.n - strlen(".lua"));
    struct str below = str_sub(rule->path, 0, rule->path.n - strlen(".lua"));
    struct str label = arena_fmt(b->run->arena, "%.*s.cases.lua", STR_ARG(stem));
    r->file = arena_fmt(b->run->arena, "%.*s.cases.lua", STR_ARG(below));
    if (rule->load_error.n)
        return error_set(err, ERR_CONFIG, "%.*s", STR_ARG(rule->load_error));
    int rc = engine_pack_file(b->engine, rule, r->file, text, err);
    if (rc == ERR_ABSENT)
        return error_set(err, ERR_CONFIG, tr("没有案例文件 %s", "there is no cases file %s"),
                         label.p);
    if (rc == 0)
        rc = engine_data_text(b->engine, *text, label.p, "cases", cases, err);
    if (rc == 0 && cJSON_GetArraySize(*cases) == 0)
        rc = error_set(err, ERR_CONFIG, tr("%s：没有案例", "%s: there is no case in it"), label.p);
    return rc;
}

static void find_lines(struct cases_rule *r, struct str text)
{
    struct lua_tokens tokens = { 0 };
    lua_tokens_read(&tokens, text);
    size_t open = lua_token_declared(&tokens, "cases");
    for (size_t i = 0; i < r->n; i++) {
        size_t at = lua_token_item(&tokens, open, i + 1);
        r->list[i].line = at < tokens.n ? tokens.list[at].line : 0;
    }
    lua_tokens_free(&tokens);
}

static void run_rule(struct bench *b, struct cases_rule *r)
{
    struct arena *arena = b->run->arena;
    struct error err = { 0 };
    cJSON *cases = NULL;
    r->id = arena_str(arena, b->rule->id);
    r->pack = arena_str(arena, b->rule->pack);
    r->title = arena_str(arena, b->rule->title.in[lang_get()]);
    r->problem = str_of("");
    struct str text = str_of("");
    if (load(b, r, &cases, &text, &err)) {
        r->problem = arena_str(arena, str_of(err.message));
    } else {
        r->list = arena_alloc(arena, (size_t)cJSON_GetArraySize(cases) * sizeof *r->list);
        const cJSON *c;
        cJSON_ArrayForEach(c, cases) {
            run_case(b, c, &r->list[r->n]);
            count(r, &r->list[r->n++]);
        }
        find_lines(r, text);
    }
    cJSON_Delete(cases);
}

static void add_up(struct cases_run *run)
{
    for (size_t i = 0; i < run->n; i++) {
        const struct cases_rule *r = &run->rules[i];
        bool lacking = false;
        for (int kind = 0; kind < CASES_KINDS; kind++)
            lacking = lacking || cases_lacks(r, (enum cases_kind)kind);
        run->lacking += lacking;
        run->passed += r->passed;
        run->failed += r->differing + r->broken + (r->problem.n > 0);
    }
}

static bool next_job(void *user, struct strbuf *job)
{
    struct bench *b = user;
    if (b->next >= b->rule_count)
        return false;
    wire_put_int(job, (int64_t)b->next++);
    return true;
}

/* In a worker: what it gathers goes with it. */
static void try_rule(struct bench *b, const struct pool_task *task)
{
    struct wire w = { task->job, false };
    size_t i = (size_t)wire_int(&w);
    struct cases_rule rule = { 0 };
    if (w.bad || i >= b->rule_count)
        return;
    b->rule = b->rules[i];
    run_rule(b, &rule);
    cases_pack(task->result, &rule);
}

static void work(void *user, struct pool_task *tasks, size_t n)
{
    for (size_t i = 0; i < n; i++)
        try_rule(user, &tasks[i]);
}

static const char *why_lost(enum pool_outcome outcome)
{
    switch (outcome) {
    case POOL_TIMEOUT:
        return tr("超过时间限度", "it took too long");
    case POOL_MEMORY:
        return tr("超过内存限度", "it took too much memory");
    default:
        return tr("运行它的进程中断", "the process that ran it died");
    }
}

static int take_result(void *user, struct str job, enum pool_outcome outcome, struct str result,
                       struct error *err)
{
    struct bench *b = user;
    struct arena *arena = b->run->arena;
    const struct rule_info *rule = b->rules[b->done++];
    struct cases_rule *r = &b->run->rules[b->run->n++];
    (void)job;
    (void)err;
    if (outcome == POOL_DONE && cases_unpack(r, result, arena))
        return 0;
    *r = (struct cases_rule){ .id = arena_str(arena, rule->id),
                              .pack = arena_str(arena, rule->pack),
                              .title = arena_str(arena, rule->title.in[lang_get()]),
                              .file = str_of(""),
                              .problem = str_of(why_lost(outcome)) };
    return 0;
}

static int run_rules(struct bench *b, size_t workers, struct error *err)
{
    const struct pool pool = { .workers = workers ? workers : 1,
                               .user = b,
                               .next = next_job,
                               .work = work,
                               .done = take_result };
    int rc = pool_run(&pool, err);
    add_up(b->run);
    return rc;
}

int cases_run(struct cases_run **out, struct engine *engine, const char *rule, size_t workers,
              struct error *err)
{
    struct cases_run *run = mem_zero(1, sizeof *run);
    struct bench b = { .run = run, .engine = engine };
    engine_count(engine);
    size_t count = engine_rule_count(engine);
    int rc = 0;
    *out = NULL;
    run->arena = arena_new();
    run->digest = arena_str(run->arena, str_of(engine_digest(engine)));
    run->rules = arena_alloc(run->arena, (count + 1) * sizeof *run->rules);
    b.rules = arena_alloc(run->arena, (count + 1) * sizeof *b.rules);
    for (size_t i = 0; i < count; i++)
        if (!rule || str_eq_c(engine_rule(engine, i)->id, rule))
            b.rules[b.rule_count++] = engine_rule(engine, i);
    if (rule && b.rule_count == 0)
        rc = error_set(err, ERR_ABSENT,
                       tr("没有规则 %s；auditor rules list 列出全部规则",
                          "there is no rule %s; auditor rules list shows them all"),
                       rule);
    else
        rc = run_rules(&b, workers, err);
    if (rc)
        cases_free(run);
    else
        *out = run;
    return rc;
}

void cases_free(struct cases_run *run)
{
    if (run)
        arena_free(run->arena);
    free(run);
}

bool cases_lacks(const struct cases_rule *rule, enum cases_kind kind)
{
    return rule->problem.n == 0 && rule->of_kind[kind] == 0;
}

const char *cases_kind_name(enum cases_kind kind)
{
    static const char *const names[] = { "pass", "fail", "notapplicable", "trap", "other" };
    return names[kind];
}

const char *cases_kind_label(enum cases_kind kind)
{
    switch (kind) {
    case CASES_PASS:
        return tr("通过", "pass");
    case CASES_FAIL:
        return tr("不通过", "fail");
    case CASES_NOTAPPLICABLE:
        return tr("不适用", "notapplicable");
    case CASES_TRAP:
        return tr("陷阱", "trap");
    default:
        return tr("其他", "other");
    }
}

const char *cases_outcome_name(enum cases_outcome outcome)
{
    static const char *const names[] = { "passed", "failed", "error" };
    return names[outcome];
}
