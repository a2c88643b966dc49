/* rules.c - `auditor rules list|show|test`: what judges, one rule as a page, a rule's own cases. */
#include "author/cases.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/log.h"
#include "office/office.h"

static const struct cli_option options[] = {
    { "output", "text|json", "list 的输出格式", "format of list" },
    { NULL, NULL, NULL, NULL },
};

static const char *scope_name(enum rule_scope scope)
{
    static const char *const names[] = { "document", "agency", "office" };
    return names[scope];
}

static void list_text(const struct engine *engine)
{
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *r = engine_rule(engine, i);
        if (r->load_error.n)
            printf("%-30.*s %s %.*s\n", STR_ARG(r->id), tr("[出错]", "[broken]"),
                   STR_ARG(r->load_error));
        else
            printf("%-30.*s %-7s %.*s  %.*s\n", STR_ARG(r->id), audit_severity_name(r->severity),
                   STR_ARG(r->pack), STR_ARG(r->title.in[lang_get()]));
    }
}

static void list_json(const struct engine *engine)
{
    struct strbuf out = { 0 };
    struct json j;
    json_start(&j, &out);
    json_array(&j);
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *r = engine_rule(engine, i);
        json_object(&j);
        json_key(&j, "error");
        if (r->load_error.n)
            json_str(&j, r->load_error);
        else
            json_null(&j);
        json_key(&j, "id");
        json_str(&j, r->id);
        json_key(&j, "pack");
        json_str(&j, r->pack);
        json_key(&j, "scope");
        json_c(&j, scope_name(r->scope));
        json_key(&j, "severity");
        json_c(&j, audit_severity_name(r->severity));
        json_key(&j, "title");
        json_str(&j, r->title.in[lang_get()]);
        json_end_object(&j);
    }
    json_end_array(&j);
    printf("%s\n", out.p);
    strbuf_free(&out);
}

static void show_field(const char *name, struct str text)
{
    if (text.n)
        printf("%s%s%.*s\n", name, tr("：", ": "), STR_ARG(text));
}

static void show(const struct rule_info *r)
{
    enum lang lang = lang_get();
    printf("%.*s\n%.*s\n\n", STR_ARG(r->id), STR_ARG(r->title.in[lang]));
    if (r->load_error.n) {
        show_field(tr("载入失败", "does not load"), r->load_error);
        return;
    }
    show_field(tr("为何检查", "Why"), r->why.in[lang]);
    printf("%s%s%s\n", tr("程度", "Severity"), tr("：", ": "), audit_severity_label(r->severity));
    printf("%s%s%s\n", tr("范围", "Scope"), tr("：", ": "), scope_name(r->scope));
    printf("%s%s", tr("适用格式", "Forms"), tr("：", ": "));
    for (size_t i = 0; i < r->form_count; i++)
        printf("%s%.*s", i ? ", " : "", STR_ARG(r->forms[i]));
    printf("%s\n", r->form_count ? "" : tr("全部", "all"));
    for (size_t i = 0; i < r->basis_count; i++)
        show_field(tr("依据", "Basis"), r->basis[i]);
    show_field(tr("改正", "Remedy"), r->remedy.in[lang]);
    for (size_t i = 0; i < r->parameter_count; i++)
        printf(tr("参数：%.*s = %.*s\n", "Parameter: %.*s = %.*s\n"),
               STR_ARG(r->parameters[i].name), STR_ARG(r->parameters[i].value));
    show_field(tr("规则包", "Pack"), r->pack);
    show_field(tr("文件", "File"), r->file);
    printf("%s%ssha256:%s\n", tr("摘要", "Digest"), tr("：", ": "), r->digest);
}

/* The rules that judge here: of the office at hand, or the installed ones. */
static int open_rules(struct setup **setup, struct error *err)
{
    struct office *office = NULL;
    struct error none = { 0 };
    int rc;
    if (office_find(&office, &none) == 0)
        rc = office_setup(setup, office, err);
    else
        rc = setup_open(setup, NULL, err);
    office_free(office);
    if (rc == ERR_ABSENT)
        rc = err->code = ERR_CONFIG;
    return rc;
}

static int run_list(const struct cli *cli, struct setup *setup)
{
    const char *format = cli_value(cli, "output");
    if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
        return cli_usage_error(
            cli, tr("rules list 的输出为 text 或 json", "rules list writes text or json"));
    if (format && strcmp(format, "json") == 0)
        list_json(setup->engine);
    else
        list_text(setup->engine);
    return EXIT_CLEAN;
}

static int run_test(const struct cli *cli, struct setup *setup)
{
    struct cases_count count;
    const char *rule = cli->argument_count == 2 ? cli->arguments[1] : NULL;
    if (cli->argument_count > 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules test [规则]", "usage: auditor rules test [RULE]"));
    if (cases_run(&count, setup->engine, rule))
        return cli_usage_error(cli, tr("没有规则 %s", "there is no rule %s"), rule ? rule : "");
    printf(tr("%zu 条规则，%zu 个案例相符，%zu 个不符\n",
              "%zu rules: %zu cases as expected, %zu not\n"),
           count.rules, count.passed, count.failed);
    return count.failed ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int run_show(const struct cli *cli, struct setup *setup)
{
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules show 规则", "usage: auditor rules show RULE"));
    const struct rule_info *rule = engine_rule_by_id(setup->engine, str_of(cli->arguments[1]));
    if (!rule) {
        log_error(tr("没有规则 %s；auditor rules list 列出全部规则",
                     "there is no rule %s; auditor rules list shows them all"),
                  cli->arguments[1]);
        return EXIT_NO_INPUT;
    }
    show(rule);
    return EXIT_CLEAN;
}

static int run(const struct cli *cli)
{
    static const struct {
        const char *name;
        int (*run)(const struct cli *, struct setup *);
    } verbs[] = { { "list", run_list }, { "show", run_show }, { "test", run_test } };
    struct error err = { 0 };
    for (size_t i = 0; cli->argument_count && i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(verbs[i].name, cli->arguments[0]) != 0)
            continue;
        struct setup *setup = NULL;
        int rc = open_rules(&setup, &err);
        int code = rc ? cli_fail(&err) : verbs[i].run(cli, setup);
        setup_free(setup);
        return code;
    }
    return cli_usage_error(
        cli, tr("rules 之后应为 list、show 或 test", "rules takes list, show or test"));
}

const struct command command_rules = {
    "rules",
    "rules list | show RULE | test [RULE]",
    "列出规则、显示一条规则、运行规则自带的案例",
    "lists the rules, shows one, runs the cases that stand beside them",
    options,
    run,
};
