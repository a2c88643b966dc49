/* check.c - `auditor check`: audits documents without a database, the self-check. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "command/inputs.h"
#include "command/pack_option.h"
#include "command/sinks.h"
#include "command/watching.h"
#include "office/batch.h"
#include "office/office.h"
#include "score/points.h"

static const struct cli_option options[] = {
    { "year", "N", "报告年度，覆盖文中识别的年度", "report year, instead of the one recognised" },
    { "agency", "NAME", "机关名称，覆盖文中识别的机关",
      "name of the agency, instead of the one recognised" },
    { "level", "LEVEL", "机关层级：province city county township department zone",
      "level of the agency: province city county township department zone" },
    { "profile", "ID", "评分细则（名称或文件夹），默认为办公文件夹所用的，没有则为 national",
      "scoring sheet (name or folder), default the office's, elsewhere national" },
    { "rule", "ID", "只运行这些规则（不评分），可重复，可用 requests.* 形式",
      "run only these rules (gives no score); repeatable, wildcards as requests.*" },
    { "skip-rule", "ID", "不运行这些规则，可重复", "do not run these rules; repeatable" },
    { "fail-on", "SEVERITY", "达到此程度的问题使退出码为 2：veto major minor advice，默认 major",
      "findings of this severity or above give exit code 2: veto major minor advice; default "
      "major" },
    { "fail-under", "N", "得分低于 N 时退出码为 2，可用小数，如 89.5",
      "a score under N gives exit code 2; decimals are fine, as 89.5" },
    { "pack", PACK_OPTION },
    { "ocr", OCR_OPTION },
    { "output", "FORMAT[:PATH]", "输出：text json ndjson html csv xlsx sarif junit，可重复",
      "output: text json ndjson html csv xlsx sarif junit; repeatable" },
    { "watch", NULL, "文件或规则改动后重新审核，按 Ctrl-C 结束",
      "audits again when a document or a rule changes; Ctrl-C ends it" },
    { NULL, NULL, NULL, NULL },
};

enum {
    FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_NDJSON | 1 << OUTPUT_HTML |
              1 << OUTPUT_CSV | 1 << OUTPUT_XLSX | 1 << OUTPUT_SARIF | 1 << OUTPUT_JUNIT
};

struct check {
    const struct cli *cli;
    struct inputs inputs;
    struct sinks *sinks;
    struct setup *setup;
    struct pipeline pipeline;
    const char **only, **skip, **packs;
    enum audit_severity fail_on;
    int64_t fail_under; /* thousandths of a point; -1: not given */
    struct log_progress progress;
    size_t done, unreadable, incomplete;
    bool findings;
};

/* The values of a repeatable option, NULL-terminated; NULL when it was not given. */
static const char **values_of(const struct cli *cli, const char *name)
{
    if (!cli_given(cli, name))
        return NULL;
    const char **list = mem_zero(cli->value_count + 1, sizeof *list);
    size_t n = 0;
    for (size_t i = 0; i < cli->value_count; i++)
        if (strcmp(cli->values[i].name, name) == 0)
            list[n++] = cli->values[i].value;
    return list;
}

/* A rule that no file defines would silently check nothing. */
static int known_rules(const struct check *c, const char *const *list, struct error *err)
{
    for (; list && *list; list++) {
        size_t n = strcspn(*list, "*");
        bool found = false;
        for (size_t i = 0; !found && i < engine_rule_count(c->setup->engine); i++) {
            struct str id = engine_rule(c->setup->engine, i)->id;
            found = (*list)[n] ? str_starts(id, (struct str){ *list, n }) : str_eq_c(id, *list);
        }
        if (!found)
            return error_set(err, ERR_USAGE,
                             tr("没有规则 %s；auditor rules list 列出全部规则",
                                "there is no rule %s; auditor rules list shows them all"),
                             *list);
    }
    return 0;
}

/* Points are thousandths: a decimal fraction is compared exactly. */
static int read_fail_under(struct check *c, struct error *err)
{
    const char *value = cli_value(c->cli, "fail-under");
    if (!value || points_parse(&c->fail_under, str_of(value)))
        return 0;
    return error_set(err, ERR_USAGE,
                     tr("--fail-under 应为不带负号的分数，至多三位小数，得到“%s”",
                        "--fail-under takes points without a sign, at most three decimals, not "
                        "\"%s\""),
                     value);
}

static int read_options(struct check *c, struct error *err)
{
    const struct cli *cli = c->cli;
    long year = 0;
    int rc = cli_number(cli, "year", 2000, 2100, &year, err);
    if (rc == 0)
        rc = read_fail_under(c, err);
    if (rc)
        return rc;
    c->pipeline.hint.year = (int)year;
    c->pipeline.hint.agency = str_of(cli_value(cli, "agency"));
    const char *level = cli_value(cli, "level");
    bool ok = true;
    if (level)
        c->pipeline.hint.level = report_level_parse(str_of(level), &ok);
    if (!ok)
        return error_set(err, ERR_USAGE,
                         tr("--level %s：应为 province、city、county、township、department 或 zone",
                            "--level %s: is province, city, county, township, department or zone"),
                         level);
    const char *fail_on = cli_value(cli, "fail-on");
    c->fail_on = SEVERITY_MAJOR;
    if (fail_on && !audit_severity_parse(&c->fail_on, str_of(fail_on)))
        return error_set(err, ERR_USAGE,
                         tr("--fail-on %s：应为 veto、major、minor 或 advice",
                            "--fail-on %s: is veto, major, minor or advice"),
                         fail_on);
    c->only = values_of(cli, "rule");
    c->skip = values_of(cli, "skip-rule");
    if (c->fail_under >= 0 && (c->only || c->skip))
        return error_set(err, ERR_USAGE,
                         tr("--fail-under 不能与 --rule、--skip-rule 同用：只运行部分规则时不评分",
                            "--fail-under does not go with --rule or --skip-rule: a choice of "
                            "rules gives no score"));
    return 0;
}

static int prepare(struct check *c, struct error *err)
{
    struct setup_options setup = { .profile = cli_value(c->cli, "profile") };
    int rc = read_options(c, err);
    if (rc == 0)
        rc = pack_option_read(&c->packs, c->cli, err);
    setup.packs = c->packs;
    if (rc == 0)
        rc = sinks_open(&c->sinks, c->cli, "auditor/check/1", FORMATS, err);
    if (rc == 0)
        rc = inputs_collect(&c->inputs, c->cli, err);
    if (rc == 0)
        rc = office_setup_here(&c->setup, &setup, err);
    if (rc == 0)
        rc = known_rules(c, c->only, err);
    if (rc == 0)
        rc = known_rules(c, c->skip, err);
    if (rc)
        return rc;
    setup_warn(c->setup);
    struct sinks_needs needs = sinks_needs(c->sinks);
    c->pipeline.engine = c->setup->engine;
    c->pipeline.read.ocr = cli_given(c->cli, "ocr");
    c->pipeline.model = c->setup->model;
    c->pipeline.profile = c->setup->profile;
    c->pipeline.only = c->only;
    c->pipeline.skip = c->skip;
    c->pipeline.check = needs.published;
    c->pipeline.stored = needs.stored;
    c->pipeline.extract = needs.extract;
    c->pipeline.extract_form = EXTRACT_JSON_MODEL;
    c->pipeline.lang = lang_get();
    return 0;
}

static bool next_job(void *user, struct pipeline_job *job)
{
    struct check *c = user;
    return inputs_next(&c->inputs, job);
}

static int document_done(void *user, const struct pipeline_output *out, struct error *err)
{
    struct check *c = user;
    c->done++;
    c->unreadable += out->unreadable;
    c->incomplete += !out->unreadable && out->open_blocking > 0;
    if (out->worst >= c->fail_on)
        c->findings = true;
    if (c->fail_under >= 0 && out->scored && out->score < c->fail_under)
        c->findings = true;
    log_progress_step(&c->progress, c->done);
    return sinks_document(c->sinks, out, err);
}

static int run_documents(struct check *c, struct error *err)
{
    struct batch batch = { .pipeline = &c->pipeline,
                           .workers = c->cli->jobs,
                           .user = c,
                           .next = next_job,
                           .done = document_done };
    int rc = sinks_begin(c->sinks, c->setup, err);
    if (rc)
        return rc;
    log_progress_start(&c->progress, tr("审核", "audit"), c->inputs.list.n);
    rc = batch_run(&batch, err);
    log_progress_end(&c->progress);
    return rc;
}

static int exit_code(const struct check *c)
{
    if (c->done == c->unreadable)
        return EXIT_NO_READABLE;
    if (c->unreadable || c->incomplete)
        return EXIT_INCOMPLETE;
    return c->findings ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int run_once(const struct cli *cli)
{
    struct check c = { .cli = cli, .fail_under = -1 };
    struct error err = { 0 };
    int rc = prepare(&c, &err);
    bool nothing = rc == 0 && c.inputs.list.n == 0;
    if (nothing) /* and nothing is written: an empty page would look like a clean one */
        log_error(tr("没有可审核的文件", "there is no file to audit"));
    else if (rc == 0)
        rc = run_documents(&c, &err);
    if (c.sinks) {
        int closed = sinks_close(c.sinks, rc != 0 || nothing, rc ? NULL : &err);
        rc = rc ? rc : closed;
    }
    int code = rc ? cli_fail(&err) : exit_code(&c);
    inputs_free(&c.inputs);
    setup_free(c.setup);
    free(c.only);
    free(c.skip);
    free(c.packs);
    return code;
}

static int run_watched(void *user, const char *changed)
{
    (void)changed;
    return run_once(user);
}

static int watch_targets(void *user, struct watch *w, struct error *err)
{
    const struct cli *cli = user;
    const char *profile = cli_value(cli, "profile");
    int rc = watching_rules(w, cli, err);
    watching_outputs(w, cli);
    if (rc == 0 && profile && strchr(profile, '/'))
        rc = watch_folder(w, profile, NULL, err);
    for (size_t i = 0; rc == 0 && i < cli->argument_count; i++) {
        const char *path = cli->arguments[i];
        rc = file_is_folder(path) ? watch_folder(w, path, NULL, err) : watch_file(w, path, err);
    }
    return rc;
}

static int run(const struct cli *cli)
{
    const struct watching watching = { (void *)cli, run_watched, watch_targets };
    if (!cli_given(cli, "watch"))
        return run_once(cli);
    for (size_t i = 0; i < cli->argument_count; i++)
        if (strcmp(cli->arguments[i], "-") == 0)
            return cli_usage_error(cli, tr("--watch 要看文件，不能用标准输入",
                                           "--watch looks at files, not at standard input"));
    return watching_run(&watching);
}

const struct command command_check = {
    "check",
    "check PATH… [--output FORMAT[:PATH]] [--watch]",
    "审核文件，不用数据库，用于自查；在办公文件夹里用它的规则和评分细则",
    "audits documents without a database: the self-check; within an office by its rules and "
    "profile",
    options,
    run,
};
