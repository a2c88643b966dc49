/* rules_test.c - `auditor rules test [RULE]`: runs the cases that stand beside the rules. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "author/cases_write.h"
#include "base/lang.h"
#include "base/mem.h"
#include "command/rules.h"
#include "command/watching.h"
#include "report/output.h"

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_JUNIT };

struct outputs {
    struct output *list;
    size_t n;
};

static int parse_outputs(struct outputs *o, const struct cli *cli, struct error *err)
{
    int rc = 0;
    o->list = mem_zero(cli->value_count + 1, sizeof *o->list);
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++)
        if (strcmp(cli->values[i].name, "output") == 0)
            rc = output_parse(&o->list[o->n++], cli->values[i].value, FORMATS, err);
    if (rc == 0 && o->n == 0)
        rc = output_parse(&o->list[o->n++], "text", FORMATS, err);
    return rc ? rc : cli_outputs_apart(cli, err);
}

static int write_one(struct output *o, const struct cases_run *run, const struct cli *cli,
                     int64_t started, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = output_open(o, err);
    if (o->format == OUTPUT_JSON)
        cases_write_json(&text, run);
    else if (o->format == OUTPUT_JUNIT)
        cases_write_junit(&text, run, started);
    else
        cases_write_text(&text, run, cli->color && !o->path);
    output_write(o, strbuf_view(&text));
    strbuf_free(&text);
    return rc;
}

static bool is_of(const struct rule_info *rule, struct str changed)
{
    struct str stem = str_sub(rule->file, 0, rule->file.n - strlen(".lua"));
    struct str ending = str_of(str_ends(changed, str_of(".cases.lua")) ? ".cases.lua" : ".lua");
    if (!str_ends(changed, ending))
        return false;
    changed = str_sub(changed, 0, changed.n - ending.n);
    return str_ends(changed, stem) &&
           (changed.n == stem.n || changed.p[changed.n - stem.n - 1] == '/');
}

/* The rule whose file was changed is what its author waits for: its outcome is shown before all rules run. */
static void changed_first(const struct cli *cli, struct engine *engine, const char *changed)
{
    struct cases_run *run = NULL;
    struct strbuf text = { 0 };
    for (size_t i = 0; changed && i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        if (!is_of(rule, str_of(changed)) || cases_run(&run, engine, rule->id.p, 1, NULL))
            continue;
        cases_write_text(&text, run, cli->color);
        printf("%.*s\n", STR_ARG(strbuf_view(&text)));
        fflush(stdout);
        cases_free(run);
        break;
    }
    strbuf_free(&text);
}

static bool writes_text_here(const struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->n; i++)
        if (outputs->list[i].format == OUTPUT_TEXT && !outputs->list[i].path)
            return true;
    return false;
}

/* An exit code. */
static int test(const struct cli *cli, const char *rule, struct outputs *outputs,
                const char *changed)
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    struct cases_run *run = NULL;
    int64_t started = (int64_t)time(NULL);
    int rc = parse_outputs(outputs, cli, &err);
    if (rc == 0)
        rc = rules_open(&setup, cli, &err);
    if (rc == 0 && !rule && writes_text_here(outputs))
        changed_first(cli, setup->engine, changed);
    if (rc == 0)
        rc = cases_run(&run, setup->engine, rule, cli->jobs, &err);
    for (size_t i = 0; i < outputs->n; i++) {
        int bad = rc ? 0 : write_one(&outputs->list[i], run, cli, started, &err);
        int closed = output_close(&outputs->list[i], rc || bad, rc || bad ? NULL : &err);
        rc = rc ? rc : bad ? bad : closed;
    }
    int code = rc ? cli_fail(&err) : run->failed ? EXIT_FINDINGS : EXIT_CLEAN;
    cases_free(run);
    setup_free(setup);
    return code;
}

struct call {
    const struct cli *cli;
    const char *rule;
};

static int run_call(void *user, const char *changed)
{
    const struct call *call = user;
    struct outputs outputs = { 0 };
    int code = test(call->cli, call->rule, &outputs, changed);
    free(outputs.list);
    return code;
}

static int targets(void *user, struct watch *w, struct error *err)
{
    const struct call *call = user;
    watching_outputs(w, call->cli);
    return watching_rules(w, call->cli, err);
}

int rules_test(const struct cli *cli)
{
    struct call call = { cli, cli->argument_count == 2 ? cli->arguments[1] : NULL };
    const struct watching watching = { &call, run_call, targets };
    if (cli->argument_count > 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules test [规则]", "usage: auditor rules test [RULE]"));
    return cli_given(cli, "watch") ? watching_run(&watching) : run_call(&call, NULL);
}
