/* rules_prove.c - `auditor rules prove [RULE] [PATH…]`: defects put into clean reports, and who sees them. */
#include "command/rules.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "author/prove.h"
#include "base/file.h"
#include "base/lang.h"
#include "command/publish.h"
#include "report/output.h"

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_HTML };

static int read_seed(const struct cli *cli, uint64_t *seed, struct error *err)
{
    const char *value = cli_value(cli, "seed");
    char *end;
    *seed = 1;
    if (!value)
        return 0;
    errno = 0;
    *seed = strtoull(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || errno)
        return error_set(err, ERR_USAGE,
                         tr("--seed 应为不小于 0 的整数，得到“%s”",
                            "--seed takes a whole number not below zero, not \"%s\""),
                         value);
    return 0;
}

/* A rule's id holds a point and nothing of a path; what ends as documents do is one of them. */
static bool is_path(const char *word)
{
    static const char *const endings[] = { ".html", ".htm", ".mht", ".txt", ".docx", ".pdf" };
    struct str s = str_of(word);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(s, str_of(endings[i])))
            return true;
    return strchr(word, '/') || file_exists(word);
}

/* The first word is a rule, unless it names a file or a folder; all others are clean reports. */
static void read_words(const struct cli *cli, struct setup *setup, struct prove_options *todo)
{
    todo->paths = cli->arguments + 1;
    todo->path_n = cli->argument_count - 1;
    if (todo->path_n == 0)
        return;
    const char *first = todo->paths[0];
    if (!engine_rule_by_id(setup->engine, str_of(first)) && is_path(first))
        return;
    todo->rule = first;
    todo->paths++;
    todo->path_n--;
}

int rules_prove(const struct cli *cli, struct setup *setup)
{
    struct error err = { 0 };
    struct proof *proof = NULL;
    struct prove_options todo = { .data = setup->data,
                                  .full = cli_given(cli, "full"),
                                  .workers = cli->jobs };
    if (read_seed(cli, &todo.seed, &err) || publish_check(cli, FORMATS, &err))
        return cli_fail(&err);
    read_words(cli, setup, &todo);
    if (prove_run(&proof, setup->engine, &todo, &err))
        return cli_fail(&err);
    cJSON *model = prove_model(proof, setup->version);
    struct publish publish = { .cli = cli,
                               .setup = setup,
                               .layout = "proof.lua",
                               .formats = FORMATS,
                               .model = model,
                               .lists = true,
                               .text = prove_text };
    int rc = publish_write(&publish, &err);
    int code = rc ? cli_fail(&err) : prove_holds(proof) ? EXIT_CLEAN : EXIT_FINDINGS;
    cJSON_Delete(model);
    prove_free(proof);
    return code;
}
