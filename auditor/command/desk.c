/* desk.c - see desk.h. */
#include "command/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/pack_option.h"
#include "store/decision.h"

int desk_open(struct desk *desk, const struct cli *cli, int year)
{
    struct error err = { 0 };
    *desk = (struct desk){ 0 };
    int rc = office_find(&desk->office, &err);
    if (rc == ERR_ABSENT)
        err.code = ERR_CONFIG; /* no input was named that could be absent */
    if (rc == 0)
        rc = pack_option_read(&desk->packs, cli, &err);
    if (rc == 0) {
        desk->office->packs = desk->packs;
        rc = office_setup(&desk->setup, desk->office, year, &err);
        desk->profile = office_profile(desk->office, year);
    }
    return rc ? cli_fail(&err) : 0;
}

int desk_turn(struct desk *desk, int year, struct error *err)
{
    const char *profile = office_profile(desk->office, year);
    struct setup *setup = NULL;
    if (strcmp(profile, desk->profile) == 0)
        return 0;
    int rc = office_setup(&setup, desk->office, year, err);
    if (rc == 0) {
        setup_free(desk->setup);
        desk->setup = setup;
        desk->profile = profile;
    }
    return rc;
}

int desk_open_store(struct desk *desk, const struct cli *cli, int year)
{
    struct error err = { 0 };
    int code = desk_open(desk, cli, year);
    if (code)
        return code;
    return store_open(&desk->store, desk->office->database, false, &err) ? cli_fail(&err) : 0;
}

int desk_open_database(struct desk *desk)
{
    struct error err = { 0 };
    *desk = (struct desk){ 0 };
    int rc = office_find(&desk->office, &err);
    if (rc == ERR_ABSENT)
        err.code = ERR_CONFIG;
    if (rc == 0)
        rc = store_open_as_is(&desk->store, desk->office->database, &err);
    return rc ? cli_fail(&err) : 0;
}

void desk_close(struct desk *desk)
{
    store_close(desk->store);
    setup_free(desk->setup);
    office_free(desk->office);
    free(desk->packs);
    *desk = (struct desk){ 0 };
}

bool desk_year(const struct cli *cli, const char *text, int *year)
{
    char *end = NULL;
    long value = strtol(text, &end, 10);
    if (*text && *end == '\0' && value >= 2000 && value <= 2100) {
        *year = (int)value;
        return true;
    }
    cli_usage_error(cli, tr("%s 不是报告年度，应如 2024", "%s is no report year; write it as 2024"),
                    text);
    return false;
}

void desk_note_not_due(size_t n, int year)
{
    if (n)
        log_note(tr("审核时有 %zu 个机关公布期限未到，没有作缺报处理；期限过后请再运行 auditor "
                    "assess %d",
                    "not due yet when the year was assessed, so not taken as missing: %zu; run "
                    "auditor assess %d "
                    "again when their deadlines have passed"),
                 n, year);
}

bool desk_day(const struct cli *cli, const char *option, struct date *day)
{
    const char *text = cli_value(cli, option);
    if (!text || (date_parse_iso(str_of(text), day) && date_valid(*day)))
        return true;
    cli_usage_error(cli,
                    tr("--%s %s：日期应写成 2025-03-31", "--%s %s: write a date as 2025-03-31"),
                    option, text);
    return false;
}

int desk_open_writing(struct desk *desk, const struct cli *cli, int year)
{
    struct error err = { 0 };
    int code = desk_open(desk, cli, year);
    if (code)
        return code;
    int rc = 0;
    if (!file_exists(desk->office->database)) /* says what to do */
        rc = store_open(&desk->store, desk->office->database, false, &err);
    else
        rc = store_open(&desk->store, desk->office->database, true, &err);
    if (rc == 0)
        rc = store_lock(desk->store, &err);
    return rc ? cli_fail(&err) : 0;
}

enum { DESK_PROFILE = 128 };

struct comparison {
    int64_t id;
    const struct setup *setup;
    bool found, same, sheet; /* sheet: the scoring sheet is the same */
    char profile[DESK_PROFILE];
};

static int compare(void *user, const struct store_assessment *a)
{
    struct comparison *c = user;
    c->found = true;
    c->id = a->id;
    c->sheet = str_eq_c(a->profile_digest, c->setup->profile_digest);
    snprintf(c->profile, sizeof c->profile, "%.*s", STR_ARG(a->profile));
    c->same = str_eq_c(a->rules_digest, engine_digest(c->setup->engine)) && c->sheet &&
              str_eq_c(a->version, c->setup->version);
    return 0;
}

void desk_compare(const struct desk *desk, int year)
{
    struct comparison c = { .setup = desk->setup };
    if (store_assessment_current(desk->store, year, compare, &c, NULL) == 0 && c.found && !c.same)
        log_warn(tr("上次审核之后，规则、评分细则或程序有改动；以下仍是上次的结果，重新运行 "
                    "auditor assess %d 即可更新",
                    "rules, profile or program changed since; these are the former results, run "
                    "auditor assess %d to renew them"),
                 year);
    if (c.found && !c.sheet && !str_eq_c(desk->setup->profile->id, c.profile))
        log_note(
            tr("%d 年度是按评分细则 %s 计分的；要让它沿用，在 office.conf 中写 profile.%d = %s",
               "%d was scored by profile %s; to keep that, write profile.%d = %s in "
               "office.conf"),
            year, c.profile, year, c.profile);
    size_t stale = 0;
    if (c.found && store_stale(&stale, desk->store, c.id, NULL) == 0 && stale)
        log_warn(tr("有 %zu 个机关在上次审核之后又有决定，以下尚未计入；重新运行 auditor assess %d "
                    "即可更新",
                    "decisions are not counted yet for agencies: %zu; run auditor assess %d"),
                 stale, year);
}
