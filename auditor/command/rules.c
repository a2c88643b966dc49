/* rules.c - `auditor rules ...`: the list of its verbs; what judges, and one rule as a page. */
#include "command/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/pack_option.h"
#include "office/office.h"

static const struct cli_option options[] = {
    { "output", "FORMAT[:PATH]",
      "list show lint：text json；test：text json junit；prove：text json html；rehearse：text "
      "json "
      "html csv xlsx；可重复",
      "list, show, lint: text json; test: text json junit; prove: text json html; rehearse: text "
      "json html csv xlsx; repeatable" },
    { "pack", PACK_OPTION },
    { "figures", "FILE", "show docs：用 rules prove 写出的这个 JSON 中的实测数据",
      "show, docs: measured figures from this JSON of rules prove" },
    { "force", NULL, "docs：文件夹不空也写入", "docs: write to a folder that is not empty" },
    { "strict", NULL, "lint：建议也算（退出码 2）", "lint: advice counts, too (exit code 2)" },
    { "watch", NULL, "test：文件改动后重新运行，按 Ctrl-C 结束",
      "test: runs again when a file changes; Ctrl-C ends it" },
    { "dir", "DIR", "new：写到这个规则文件夹，默认为办公文件夹的 rules/",
      "new: the folder of rules to write to, default the office's rules/" },
    { "title", "TEXT", "new：规则的标题", "new: title of the rule" },
    { "function", NULL, "new：用函数写的规则，默认用声明写",
      "new: a rule written as a function; default is a declared one" },
    { "seed", "N", "prove：抽样的种子，默认 1", "prove: seed of the sample, default 1" },
    { "full", NULL, "prove：对全部无差错报告做出全部变异，默认抽样",
      "prove: all mutations of all clean reports; default is a sample" },
    { "against", "YEAR", "rehearse：与此年度已存的审核相比",
      "rehearse: the assessed year to compare with" },
    { "rules", "PACK", "rehearse：覆盖于现用规则之上的规则包（文件夹或 zip）或规则文件夹",
      "rehearse: a pack (folder or zip) or a folder of rules laid over those in use" },
    { "profile", "P", "rehearse：改用的评分细则（编号或文件夹）",
      "rehearse: another profile, an id or a folder" },
    { NULL, NULL, NULL, NULL },
};

int rules_open(struct setup **setup, const struct cli *cli, struct error *err)
{
    struct office *office = NULL;
    struct setup_options options = { .rules_only = true };
    const char **packs = NULL;
    int rc = pack_option_read(&packs, cli, err);
    if (rc)
        return rc;
    options.packs = packs;
    rc = office_find(&office, err);
    if (rc == 0) {
        office->packs = packs;
        rc = office_setup(setup, office, err);
    } else if (rc == ERR_ABSENT) { /* no office: what is installed judges */
        rc = setup_open(setup, &options, err);
    }
    office_free(office);
    free(packs);
    if (rc == ERR_ABSENT)
        rc = err->code = ERR_CONFIG;
    return rc;
}

static const struct verb {
    const char *name;
    int (*with_rules)(const struct cli *, struct setup *);
    int (*run)(const struct cli *); /* opens what it needs itself */
} verbs[] = {
    { "list", rules_list, NULL },           { "show", rules_show, NULL },
    { "docs", rules_docs, NULL },           { "new", NULL, rules_new },
    { "lint", NULL, rules_lint },           { "test", NULL, rules_test },
    { "prove", rules_prove, NULL },         { "rehearse", NULL, rules_rehearse },
    { "reference", NULL, rules_reference },
};

static int run_with_rules(const struct cli *cli, const struct verb *verb)
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    int rc = rules_open(&setup, cli, &err);
    int code = rc ? cli_fail(&err) : verb->with_rules(cli, setup);
    setup_free(setup);
    return code;
}

static int run(const struct cli *cli)
{
    struct strbuf names = { 0 };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (cli->argument_count && strcmp(verbs[i].name, cli->arguments[0]) == 0) {
            strbuf_free(&names);
            return verbs[i].run ? verbs[i].run(cli) : run_with_rules(cli, &verbs[i]);
        }
        strbuf_fmt(&names, "%s%s", i ? ", " : "", verbs[i].name);
    }
    int code = cli_usage_error(cli, tr("rules 之后应为：%s", "rules takes one of: %s"), names.p);
    strbuf_free(&names);
    return code;
}

const struct command command_rules = {
    "rules",
    "rules list | show RULE | docs DIR | new ID | lint [RULE|PATH] | test [RULE] | prove [RULE] "
    "[PATH…] | "
    "rehearse --against YEAR | reference [DIR]",
    "列出规则、显示一条规则、写出规则说明网页、新建规则、检查规则的写法、运行规则自带的案例、以变异"
    "检验规则、在已存的年度上"
    "预演规则的改动、写出插件接口的参考",
    "lists the rules, shows one, writes pages about all, begins a new one, finds what is wrong "
    "with them, runs their cases, "
    "proves them by mutations, rehearses changes on a stored year, "
    "writes the reference of the plugin interface",
    options,
    run,
};
