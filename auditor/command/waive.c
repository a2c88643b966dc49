/* waive.c - `auditor waive AGENCY YEAR RULE|FINGERPRINT`: a finding costs nothing, by a person's decision. */
#include <stdio.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/decisions.h"

static const struct cli_option options[] = {
    { "by", "NAME", "决定人（必填）", "who decides (required)" },
    { "reason", "TEXT", "理由（必填）", "why (required)" },
    { "document", "NUMBER", "所依据文件的文号", "number of the document it rests on" },
    { "until", "DATE", "有效期至，如 2026-12-31；默认长期", "last day it holds; default: no end" },
    { NULL, NULL, NULL, NULL },
};

struct waiving {
    const struct cli *cli;
    struct desk *desk;
    struct decide_case c;
    struct date today;
    size_t recorded, known;
};

static struct str value_of(const struct cli *cli, const char *name)
{
    const char *value = cli_value(cli, name);
    return str_of(value ? value : "");
}

static int waive_one(struct waiving *w, struct str rule, struct str fingerprint, struct error *err)
{
    bool known = false;
    struct store_decision d = { .kind = STR("waive"),
                                .rule = rule,
                                .fingerprint = fingerprint,
                                .person = value_of(w->cli, "by"),
                                .reason = value_of(w->cli, "reason"),
                                .number = value_of(w->cli, "document"),
                                .expiry = value_of(w->cli, "until") };
    int rc = decide_check(&w->c, &d, &known, err);
    w->known += rc == 0 && known;
    if (rc || known)
        return rc;
    w->recorded++;
    return decide_record(&w->c, w->desk->store, &d, err);
}

static int waive_all(struct waiving *w, const char *what, struct error *err)
{
    const struct audit_result *r = audit_result(w->c.audit, str_of(what));
    int rc = 0;
    struct str rule;
    if (!r && !decide_find(&w->c, str_of(what), &rule))
        return error_set(err, ERR_USAGE,
                         tr("%s 既不是这里的规则，也不是这里一处扣分问题的指纹（auditor review "
                            "export 列出全部）",
                            "%s is neither a rule here nor the fingerprint of a finding that costs "
                            "(auditor review export lists them)"),
                         what);
    if (!r)
        return waive_one(w, str_of(""), str_of(what), err);
    for (size_t i = 0; rc == 0 && i < r->finding_count; i++)
        if (!r->findings[i].informational && r->findings[i].cause.n == 0)
            rc = waive_one(w, r->rule, r->findings[i].fingerprint, err);
    if (rc == 0 && w->recorded + w->known == 0)
        rc = error_set(err, ERR_USAGE,
                       tr("%s 在这里没有扣分的问题", "%s has no finding here that costs"), what);
    return rc;
}

static int record(struct waiving *w, int year, const struct chosen_agency *agency,
                  struct error *err)
{
    int rc = store_begin(w->desk->store, err);
    if (rc == 0)
        rc = decide_open(&w->c, w->desk->store, agency->id, year, str_of(agency->code), w->today,
                         err);
    if (rc == 0)
        rc = waive_all(w, w->cli->arguments[2], err);
    if (rc)
        store_rollback(w->desk->store);
    else
        rc = store_commit(w->desk->store, err);
    decide_close(&w->c);
    return rc;
}

static int run_in(struct waiving *w, int year)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    struct decisions_before before = { 0 };
    int code = decisions_agency(&chosen, w->desk, year, w->cli->arguments[0]);
    if (code == 0) {
        int rc = decisions_note(&before, w->desk, year, &chosen.list[0], &err);
        if (rc == 0)
            rc = record(w, year, &chosen.list[0], &err);
        if (rc == 0)
            printf(tr("记录 %zu 项免扣", "waivers recorded: %zu"), w->recorded);
        if (rc == 0 && w->known)
            printf(tr("，%zu 项早已记录", ", had been before: %zu"), w->known);
        if (rc == 0)
            printf("\n");
        if (rc == 0)
            rc = decisions_show(&before, w->desk, w->today, &err);
        code = rc ? cli_fail(&err) : 0;
    }
    decisions_free(&before);
    chosen_free(&chosen);
    return code;
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    struct waiving w = { .cli = cli, .desk = &desk, .today = decided_today() };
    int year = 0;
    if (cli->argument_count != 3)
        return cli_usage_error(cli, tr("请指明机关、报告年度、规则或问题的指纹",
                                       "name an agency, a report year, and a rule or fingerprint"));
    if (!desk_year(cli, cli->arguments[1], &year))
        return EXIT_USAGE;
    if (!cli_value(cli, "by") || !cli_value(cli, "reason"))
        return cli_usage_error(cli,
                               tr("须写明 --by 和 --reason", "--by and --reason are required"));
    int code = desk_open_writing(&desk, cli, year);
    if (code == 0)
        code = run_in(&w, year);
    desk_close(&desk);
    return code;
}

const struct command command_waive = {
    "waive",
    "waive AGENCY YEAR RULE|FINGERPRINT --by NAME --reason TEXT",
    "记录一项免扣决定：问题仍列出，不再扣分\n"
    "\n"
    "指明规则，就是它现有的每一处问题。例：\n"
    "  auditor waive 县公安局 2024 publication.late --by 张三 --reason 系统迁移 \\\n"
    "    --document 政公开〔2025〕3号",
    "records a waiver: the finding stays, and costs nothing\n"
    "\n"
    "A rule stands for all findings it has now. Example:\n"
    "  auditor waive 县公安局 2024 publication.late --by \"A. Person\" \\\n"
    "    --reason \"migration\"",
    options,
    run,
};
