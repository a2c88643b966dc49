/* review_fill.c - points that a person gives to an indicator, with the evidence for them; see review.h. */
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "command/review.h"
#include "office/assess.h"
#include "office/given.h"

enum { EVIDENCE_MAX = 256 * 1024 * 1024 };

static struct str value_of(const struct cli *cli, const char *name)
{
    const char *value = cli_value(cli, name);
    return str_of(value ? value : "");
}

static const char *last_part(const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    return slash ? slash + 1 : path ? path : "";
}

/* The file stays where it is; its digest proves later that it is the same. */
static int read_evidence(char hex[DIGEST_HEX], const struct cli *cli, struct error *err)
{
    const char *path = cli_value(cli, "evidence");
    struct strbuf bytes = { 0 };
    hex[0] = '\0';
    int rc = path ? file_read(&bytes, path, EVIDENCE_MAX, err) : 0;
    if (rc == 0 && path)
        digest_sha256(hex, strbuf_view(&bytes));
    strbuf_free(&bytes);
    return rc;
}

/* Those that wait for a person, for who misspelt one. */
static int unknown_indicator(const struct profile *profile, const char *name, struct error *err)
{
    struct strbuf names = { 0 };
    for (size_t i = 0; i < profile->indicator_count; i++)
        if (profile_by_hand(&profile->indicators[i]))
            strbuf_fmt(&names, " %.*s", STR_ARG(profile->indicators[i].id));
    int rc = names.n ? error_set(err, ERR_USAGE,
                                 tr("没有由人填写的指标 %s；有：%s",
                                    "there is no indicator %s to be filled in; there are:%s"),
                                 name, names.p)
                     : error_set(err, ERR_USAGE,
                                 tr("评分细则 %.*s 没有由人填写的指标",
                                    "profile %.*s has no indicator to be filled in"),
                                 STR_ARG(profile->id));
    strbuf_free(&names);
    return rc;
}

static int check(const struct profile *profile, const char *indicator, const char *points,
                 struct error *err)
{
    struct input_fill fill = { .indicator = str_of(indicator) };
    bool known = false;
    for (size_t i = 0; i < profile->indicator_count; i++)
        known = known || (profile_by_hand(&profile->indicators[i]) &&
                          str_eq_c(profile->indicators[i].id, indicator));
    if (!known)
        return unknown_indicator(profile, indicator, err);
    if (!given_points(str_of(points), &fill.points, &fill.excused))
        return error_set(err, ERR_USAGE,
                         tr("%s 应为分数，或 不适用", "%s is neither points nor n/a"), points);
    int rc = input_check_fill(profile, &fill, err);
    if (rc)
        err->code = rc = ERR_USAGE;
    return rc;
}

struct repeat {
    const struct store_decision *fill;
    bool known; /* the last one about the indicator says the same */
};

static int compare_last(void *user, const struct store_decision *d)
{
    struct repeat *r = user;
    const struct store_decision *is = r->fill;
    if (str_eq_c(d->kind, "fill") && str_eq(d->subject, is->subject))
        r->known = str_eq(d->value, is->value) && str_eq(d->person, is->person) &&
                   str_eq(d->reason, is->reason) && str_eq(d->number, is->number) &&
                   str_eq(d->evidence, is->evidence);
    return 0;
}

static int record(bool *known, struct desk *desk, struct store_decision *d, struct error *err)
{
    struct repeat repeat = { d, false };
    int rc = store_decisions(desk->store, d->year, d->agency, compare_last, &repeat, err);
    *known = repeat.known;
    if (rc || repeat.known)
        return rc;
    rc = store_begin(desk->store, err);
    if (rc == 0)
        rc = store_decision_add(desk->store, d, err);
    if (rc)
        store_rollback(desk->store);
    else
        rc = store_commit(desk->store, err);
    return rc;
}

static int fill(const struct cli *cli, struct desk *desk, int year,
                const struct chosen_agency *agency, struct error *err)
{
    char now[DECIDED_MOMENT];
    char hex[DIGEST_HEX];
    bool known = false;
    struct strbuf value = { 0 };
    decided_now(now);
    int rc = check(desk->setup->profile, cli->arguments[3], cli->arguments[4], err);
    if (rc == 0)
        rc = read_evidence(hex, cli, err);
    decided_fill_write(&value, str_of(cli->arguments[4]),
                       str_of(last_part(cli_value(cli, "evidence"))));
    struct store_decision d = { .year = year,
                                .agency = str_of(agency->code),
                                .kind = STR("fill"),
                                .person = value_of(cli, "by"),
                                .made_at = str_of(now),
                                .reason = value_of(cli, "reason"),
                                .number = value_of(cli, "document"),
                                .evidence = str_of(rc == 0 ? hex : ""),
                                .subject = str_of(cli->arguments[3]),
                                .value = strbuf_view(&value) };
    if (rc == 0)
        rc = record(&known, desk, &d, err);
    if (rc == 0 && known)
        printf("%s\n", tr("早已记录", "had been recorded before"));
    else if (rc == 0)
        printf(tr("已记录：指标 %s 得 %s（第 %lld 条）\n",
                  "recorded: indicator %s, %s (number %lld)\n"),
               cli->arguments[3], cli->arguments[4], (long long)d.id);
    strbuf_free(&value);
    return rc;
}

int review_fill(const struct cli *cli, struct desk *desk, int year)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    struct decisions_before before = { 0 };
    if (!cli_value(cli, "document") && !cli_value(cli, "evidence"))
        return cli_usage_error(cli,
                               tr("须写明依据：--document 文号，或 --evidence 文件",
                                  "give what it rests on: --document NUMBER or --evidence FILE"));
    int code = decisions_agency(&chosen, desk, year, cli->arguments[1]);
    if (code == 0) {
        int rc = decisions_note(&before, desk, year, &chosen.list[0], &err);
        if (rc == 0)
            rc = fill(cli, desk, year, &chosen.list[0], &err);
        if (rc == 0)
            rc = decisions_show(&before, desk, decided_today(), &err);
        code = rc ? cli_fail(&err) : 0;
    }
    decisions_free(&before);
    chosen_free(&chosen);
    return code;
}
