/* rules.c - `auditor rules VERB`: what judges here, for all its verbs; they stand in rules_verbs.c. */
#include "command/rules.h"

#include <stdlib.h>

#include "base/lang.h"
#include "command/pack_option.h"
#include "office/office.h"

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
        rc = office_setup(setup, office, 0, err);
    } else if (rc == ERR_ABSENT) { /* no office: what is installed judges */
        rc = setup_open(setup, &options, err);
    }
    office_free(office);
    free(packs);
    if (rc == ERR_ABSENT)
        rc = err->code = ERR_CONFIG;
    return rc;
}

/* Without a verb. */
static int run(const struct cli *cli)
{
    struct strbuf names = { 0 };
    for (size_t i = 0; rules_verbs[i]; i++)
        strbuf_fmt(&names, "%s%s", i ? ", " : "", rules_verbs[i]->name);
    int code = cli_usage_error(cli, tr("rules 之后应为：%s", "rules takes one of: %s"), names.p);
    strbuf_free(&names);
    return code;
}

const struct command command_rules = {
    "rules",
    "rules VERB …",
    "规则作者的工作台：列出、显示、新建、检查、试验、检验、预演规则",
    "the rule author's bench: lists, shows, begins, lints, tests, proves and rehearses rules",
    NULL,
    run,
};
