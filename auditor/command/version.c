/* version.c - `auditor version`: the program's version and the digest of what judges. */
#include <stdio.h>

#include "base/lang.h"
#include "base/version.h"
#include "command/command.h"
#include "office/setup.h"

static int run(const struct cli *cli)
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    if (cli->argument_count)
        return cli_usage_error(cli, tr("version 不带参数", "version takes no argument"));
    printf("auditor %s\n", AUDITOR_VERSION);
    printf(tr("插件接口第 %d 版\n", "plugin interface %d\n"), ENGINE_PACK_INTERFACE);
    int rc = setup_open(&setup, NULL, &err);
    if (rc == 0)
        printf(tr("规则 %zu 条，摘要 sha256:%s\n", "%zu rules, digest sha256:%s\n"),
               engine_rule_count(setup->engine), engine_digest(setup->engine));
    setup_free(setup);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}

const struct command command_version = {
    "version",
    "version",
    "显示程序版本、插件接口的版本和规则摘要",
    "shows the versions of the program and its plugin interface, and the digest of its rules",
    NULL,
    run,
};
