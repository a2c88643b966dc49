/* rules_lint.c - `auditor rules lint [PATH|RULE]`: finds in rules and profiles what loading cannot. */
#include <stdlib.h>
#include <string.h>

#include "author/lint.h"
#include "base/lang.h"
#include "command/pack_option.h"
#include "command/rules.h"
#include "command/rules_output.h"
#include "command/sinks.h"
#include "office/office.h"

/* The rules as they load here, without a profile: one that is broken is what the linter tells about. A folder
 * or zip that nothing loads by itself is laid over them. */
static int open_rules(struct setup **setup, const struct office *office, const char *subject,
                      const struct cli *cli, struct error *err)
{
    struct setup_options options = { .rules_only = true };
    const char **packs = NULL;
    int rc = pack_option_read(&packs, cli, err);
    if (rc)
        return rc;
    options.packs = packs;
    options.office_rules = office ? office->rules : NULL;
    options.over = subject;
    rc = setup_open(setup, &options, err);
    free(packs);
    return rc;
}

static bool is_pack(const char *path)
{
    char *manifest = file_join(path, "pack.lua");
    bool found = file_exists(manifest) || str_ends(str_of(path), STR(".zip"));
    free(manifest);
    return found && file_exists(path);
}

/* Whether a pack in use lies there. */
static bool is_loaded(const struct engine *engine, const char *path)
{
    char *real = realpath(path, NULL);
    bool found = false;
    for (size_t i = 0; real && !found && i < engine_pack_count(engine); i++) {
        char *other = realpath(engine_pack(engine, i)->file.p, NULL);
        found = other && strcmp(real, other) == 0;
        free(other);
    }
    free(real);
    return found;
}

static void write(struct strbuf *out, enum output_format format, bool color, const void *what)
{
    if (format == OUTPUT_JSON)
        lint_write_json(out, what);
    else
        lint_write_text(out, what, color, sinks_list_width());
}

static int lint(const struct cli *cli, const struct office *office, struct setup *setup,
                const char *subject, bool *clean, struct error *err)
{
    struct lint_report *report = NULL;
    struct lint_options options = { .engine = setup->engine,
                                    .data = setup->data,
                                    .profiles = office ? office->profiles : NULL,
                                    .office_profile = office ? office->profile : NULL,
                                    .subject = subject };
    int rc = lint_run(&report, &options, err);
    if (rc)
        return rc;
    struct rules_output output = { 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON, write, report };
    *clean = report->count[LINT_ERROR] + report->count[LINT_WARNING] == 0 &&
             (!cli_given(cli, "strict") || report->count[LINT_ADVICE] == 0);
    rc = rules_output(cli, &output, err);
    lint_free(report);
    return rc;
}

int rules_lint(const struct cli *cli)
{
    struct error err = { 0 };
    struct office *office = NULL;
    struct setup *setup = NULL;
    bool clean = false;
    if (cli->argument_count > 2)
        return cli_usage_error(cli, tr("用法：auditor rules lint [规则|路径]",
                                       "usage: auditor rules lint [RULE|PATH]"));
    const char *subject = cli->argument_count == 2 ? cli->arguments[1] : NULL;
    int rc = office_find(&office, &err);
    if (rc == ERR_ABSENT)
        rc = 0;
    if (rc == 0)
        rc = open_rules(&setup, office, NULL, cli, &err);
    if (rc == 0 && subject && is_pack(subject) && !is_loaded(setup->engine, subject)) {
        setup_free(setup);
        setup = NULL;
        rc = open_rules(&setup, office, subject, cli, &err);
    }
    if (rc == 0)
        rc = lint(cli, office, setup, subject, &clean, &err);
    setup_free(setup);
    office_free(office);
    return rc ? cli_fail(&err) : clean ? EXIT_CLEAN : EXIT_FINDINGS;
}
