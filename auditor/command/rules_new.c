/* rules_new.c - `auditor rules new ID`: begins a rule with its cases. */
#include <stdio.h>
#include <stdlib.h>

#include "author/scaffold.h"
#include "base/lang.h"
#include "base/mem.h"
#include "command/rules.h"
#include "office/office.h"

/* --dir, else the office's own rules. */
static int choose_folder(char **out, const struct cli *cli, struct error *err)
{
    const char *dir = cli_value(cli, "dir");
    struct office *office = NULL;
    *out = NULL;
    if (dir) {
        *out = mem_strdup(*dir ? dir : ".");
        return 0;
    }
    int rc = office_find(&office, err);
    if (rc == 0)
        *out = mem_strdup(office->rules);
    else if (rc == ERR_ABSENT)
        rc =
            error_set(err, ERR_USAGE,
                      tr("这里不是办公文件夹：用 --dir 指明写到哪里，或先用 auditor init 建立一个",
                         "this is no office: say where with --dir, or make one with auditor init"));
    office_free(office);
    return rc;
}

/* A new rule must not take another one's place by accident. */
static int check_free(const struct cli *cli, const char *id, struct error *err)
{
    struct setup *setup = NULL;
    int rc = rules_open(&setup, cli, err);
    const struct rule_info *rule = rc ? NULL : engine_rule_by_id(setup->engine, str_of(id));
    if (rule)
        rc = error_set(err, ERR_USAGE,
                       tr("规则 %s 已有（%.*s），请换一个编号",
                          "there is a rule %s already (%.*s), take another id"),
                       id, STR_ARG(rule->file));
    setup_free(setup);
    return rc;
}

/* What was written and how to run it; a folder that no run looks into is named as a pack. */
static void tell(const struct cli *cli, const char *id, const char *folder,
                 const struct file_list *written)
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    for (size_t i = 0; i < written->n; i++)
        printf(tr("写好 %s\n", "wrote %s\n"), file_from_here(written->paths[i]));
    bool unused =
        rules_open(&setup, cli, &err) == 0 && !engine_rule_by_id(setup->engine, str_of(id));
    printf(tr("试一试：auditor rules test %s%s%s --watch\n",
              "try it: auditor rules test %s%s%s --watch\n"),
           id, unused ? " --pack " : "", unused ? folder : "");
    setup_free(setup);
}

int rules_new(const struct cli *cli)
{
    struct error err = { 0 };
    struct file_list written = { 0 };
    char *folder = NULL;
    char *data = NULL;
    if (cli->argument_count != 2)
        return cli_usage_error(cli,
                               tr("用法：auditor rules new 编号", "usage: auditor rules new ID"));
    const char *id = cli->arguments[1];
    int rc = scaffold_check_id(id, &err);
    if (rc == 0)
        rc = choose_folder(&folder, cli, &err);
    if (rc == 0)
        rc = check_free(cli, id, &err);
    if (rc == 0)
        rc = setup_data_folder(&data, &err);
    if (rc == 0) {
        struct scaffold s = { .data = data,
                              .folder = folder,
                              .id = id,
                              .kind = cli_given(cli, "function") ? "function" : "declared",
                              .title = cli_value(cli, "title"),
                              .lang = lang_get() };
        rc = scaffold_write(&written, &s, &err);
    }
    if (rc == 0)
        tell(cli, id, folder, &written);
    file_list_free(&written);
    free(folder);
    free(data);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
