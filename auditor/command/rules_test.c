/* rules_test.c - `auditor rules test [RULE]`: runs the cases that stand beside the rules. */
#include <stdio.h>

#include "author/cases.h"
#include "base/lang.h"
#include "command/rules.h"

int rules_test(const struct cli *cli)
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    struct cases_count count;
    const char *rule = cli->argument_count == 2 ? cli->arguments[1] : NULL;
    if (cli->argument_count > 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules test [规则]", "usage: auditor rules test [RULE]"));
    if (rules_open(&setup, &err))
        return cli_fail(&err);
    int code;
    if (cases_run(&count, setup->engine, rule)) {
        code = cli_usage_error(cli, tr("没有规则 %s", "there is no rule %s"), rule ? rule : "");
    } else {
        printf(tr("%zu 条规则，%zu 个案例相符，%zu 个不符\n",
                  "%zu rules: %zu cases as expected, %zu not\n"),
               count.rules, count.passed, count.failed);
        code = count.failed ? EXIT_FINDINGS : EXIT_CLEAN;
    }
    setup_free(setup);
    return code;
}
