/* lint_profile.c - scoring sheets against the rules: names that fit none, duties that nobody scores; see
 * lint_work.h. */
#include "author/lint_work.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/setup.h"
#include "score/points.h"

struct sheet {
    struct lint *lint;
    char *folder;
    struct str conf, csv; /* as shown */
    struct profile *profile;
};

static int read_profile(struct sheet *s, struct error *err)
{
    char *conf_path = file_join(s->folder, "profile.conf");
    char *csv_path = file_join(s->folder, "sheet.csv");
    struct strbuf conf = { 0 };
    struct strbuf csv = { 0 };
    s->conf = lint_shown(s->lint, conf_path);
    s->csv = lint_shown(s->lint, csv_path);
    int rc = setup_read_text(&conf, conf_path, err);
    if (rc == 0)
        rc = setup_read_text(&csv, csv_path, err);
    if (rc == 0)
        rc = profile_parse(&s->profile, conf_path, strbuf_view(&conf), csv_path, strbuf_view(&csv),
                           err);
    strbuf_free(&conf);
    strbuf_free(&csv);
    free(conf_path);
    free(csv_path);
    return rc;
}

static bool fits_any(const struct lint *lint, struct str pattern)
{
    const struct engine *engine = lint->options->engine;
    for (size_t i = 0; i < engine_rule_count(engine); i++)
        if (profile_matches(pattern, engine_rule(engine, i)->id))
            return true;
    return false;
}

static void check_rows(const struct sheet *s)
{
    const struct profile *p = s->profile;
    for (size_t i = 0; i < p->indicator_count; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        for (size_t k = 0; k < in->rule_count; k++)
            if (!fits_any(s->lint, in->rules[k]) && !profile_plans(p, in->rules[k]))
                lint_add(
                    s->lint, LINT_ERROR, "profile-rule",
                    (struct lint_place){ str_of(""), s->csv, in->line },
                    tr("指标 %.*s 的 %.*s 不是任何规则，这一项不会被检查：改正编号；确实还没有规则"
                       "的，写进 profile.conf 的 planned",
                       "indicator %.*s: %.*s is no rule, so it is not checked: correct the id, "
                       "or name it under planned in profile.conf if its rule is yet to come"),
                    STR_ARG(in->id), STR_ARG(in->rules[k]));
    }
    for (size_t i = 0; i < p->planned_count; i++)
        if (fits_any(s->lint, p->planned[i]))
            lint_add(s->lint, LINT_ADVICE, "profile-planned",
                     (struct lint_place){ str_of(""), s->conf, 1 },
                     tr("planned 中的 %.*s 已经有规则：从 planned 删去",
                        "%.*s under planned has its rule by now: take it out there"),
                     STR_ARG(p->planned[i]));
}

/* The message without the place that the complaint gives itself. */
static const char *without_place(const char *message)
{
    const char *zh = strstr(message, "：");
    const char *en = strstr(message, ": ");
    if (zh && (!en || zh < en))
        return zh + strlen("：");
    return en ? en + 2 : message;
}

/* Each parameter and each blocking pattern alone: the check of a whole profile ends at the first fault. */
static void check_keys(const struct sheet *s)
{
    struct profile part = *s->profile;
    struct error err = { 0 };
    for (size_t i = 0; i < s->profile->parameter_count; i++) {
        part.parameters = &s->profile->parameters[i];
        part.parameter_count = 1;
        part.blocking_count = part.indicator_count = 0;
        if (profile_check(&part, s->lint->options->engine, &err))
            lint_add(s->lint, LINT_ERROR, "profile-parameter",
                     (struct lint_place){ str_of(""), s->conf, part.parameters->line }, "%s",
                     without_place(err.message));
    }
    for (size_t i = 0; i < s->profile->blocking_count; i++) {
        part.parameter_count = 0;
        part.blocking = &s->profile->blocking[i];
        part.blocking_count = 1;
        if (profile_check(&part, s->lint->options->engine, &err))
            lint_add(s->lint, LINT_ERROR, "profile-blocking",
                     (struct lint_place){ str_of(""), s->conf, 1 }, "%s",
                     without_place(err.message));
    }
}

/* What the rows below a sum can cost at most; -1 no limit. */
static int64_t reach(const struct profile *p, int index)
{
    int64_t sum = 0;
    for (size_t i = 0; i < p->indicator_count; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        if (in->parent != index || in->kind == PROFILE_BONUS)
            continue;
        if (in->cap < 0 || in->kind == PROFILE_GATE || in->kind == PROFILE_VETO)
            return -1;
        sum += in->cap;
    }
    return sum;
}

static bool names_group(const struct profile *p, struct str group)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        for (size_t k = 0; k < p->indicators[i].applies_count; k++)
            if (str_eq(p->indicators[i].applies[k], group))
                return true;
    return false;
}

static bool has_bonus(const struct profile *p, int index)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (p->indicators[i].kind == PROFILE_BONUS && profile_below(p, (int)i, index))
            return true;
    return false;
}

/* Nothing decides such a row: it never costs. */
static bool is_idle(const struct profile_indicator *in)
{
    bool judged = in->kind == PROFILE_ONCE || in->kind == PROFILE_EACH ||
                  in->kind == PROFILE_GRADED || in->kind == PROFILE_GATE;
    return judged && in->rule_count == 0;
}

static void check_idle(const struct sheet *s)
{
    for (size_t i = 0; i < s->profile->indicator_count; i++)
        if (is_idle(&s->profile->indicators[i]))
            lint_add(s->lint, LINT_WARNING, "profile-idle",
                     (struct lint_place){ str_of(""), s->csv, s->profile->indicators[i].line },
                     tr("指标 %.*s 没有规则，永远不扣分：填上规则，或把方式改为 人工",
                        "indicator %.*s has no rule and never costs: name one, or make it of kind "
                        "hand"),
                     STR_ARG(s->profile->indicators[i].id));
}

/* Points of a sum that no row below it can cost, and groups that no row is for. */
static void check_sums(const struct sheet *s)
{
    const struct profile *p = s->profile;
    for (size_t i = 0; i < p->indicator_count; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        int64_t most = in->kind == PROFILE_SUM ? reach(p, (int)i) : -1;
        if (most < 0 || most >= in->points || has_bonus(p, (int)i))
            continue;
        struct strbuf text = { 0 };
        points_print(&text, in->points - most);
        lint_add(s->lint, LINT_WARNING, "profile-weights",
                 (struct lint_place){ str_of(""), s->csv, in->line },
                 tr("指标 %.*s 有 %s 分没有下级指标能扣到：核对下级的分值和封顶",
                    "indicator %.*s: %s of its points can be lost in no row below it; check their "
                    "points and caps"),
                 STR_ARG(in->id), text.p);
        strbuf_free(&text);
    }
    for (size_t i = 0; i < p->group_count; i++)
        if (!names_group(p, p->groups[i]))
            lint_add(s->lint, LINT_ADVICE, "profile-groups",
                     (struct lint_place){ str_of(""), s->conf, 1 },
                     tr("groups 中的 %.*s 没有一行适用", "no row is for %.*s, named under groups"),
                     STR_ARG(p->groups[i]));
}

static bool is_national(const struct engine *engine, const struct rule_info *rule)
{
    for (size_t i = 0; i < engine_pack_count(engine); i++)
        if (str_eq(engine_pack(engine, i)->name, rule->pack))
            return engine_pack(engine, i)->level == PACK_NATIONAL;
    return false;
}

/* Duties of all offices belong into the national sheet, those of other packs into that of the office. */
static void check_scored(const struct sheet *s, bool national)
{
    const struct engine *engine = s->lint->options->engine;
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        const struct lint_file *file = lint_file_of(s->lint, rule);
        bool own = !is_national(engine, rule);
        bool silent = rule->load_error.n || rule->deselected.n || !file || (national && own);
        if (silent || profile_indicator(s->profile, rule->id, NULL) >= 0)
            continue;
        lint_add(s->lint, national || own ? LINT_WARNING : LINT_ADVICE, "unscored",
                 (struct lint_place){ rule->id, file->shown, lint_field_line(file, "id") },
                 tr("评分方案 %.*s 没有一行选用这条规则，查出问题也不扣分：写进 sheet.csv",
                    "no row of the profile %.*s names this rule, so what it finds costs nothing: "
                    "name it in sheet.csv"),
                 STR_ARG(s->profile->id));
    }
}

static void check_profile(struct lint *lint, const char *folder, bool national, bool in_use)
{
    struct error err = { 0 };
    struct sheet s = { .lint = lint, .folder = (char *)folder };
    if (read_profile(&s, &err)) {
        lint_add(lint, LINT_ERROR, "broken-profile", (struct lint_place){ str_of(""), s.conf, 1 },
                 "%s", err.message);
        return;
    }
    check_rows(&s);
    check_keys(&s);
    check_idle(&s);
    check_sums(&s);
    if (national || in_use)
        check_scored(&s, national);
    profile_free(s.profile);
}

/* Every folder below `root` with a profile.conf. */
static void check_folder(struct lint *lint, const char *root, bool installed)
{
    struct file_list found = { 0 };
    const char *used = lint->options->office_profile;
    if (file_is_folder(root))
        file_walk(&found, root, NULL);
    for (size_t i = 0; i < found.n; i++) {
        if (strcmp(file_name(found.paths[i]), "profile.conf") != 0)
            continue;
        char *folder =
            mem_strndup(found.paths[i], (size_t)(file_name(found.paths[i]) - found.paths[i]) - 1);
        bool national = installed && strcmp(file_name(folder), "national") == 0;
        bool in_use = used && (strcmp(file_name(folder), used) == 0 || strcmp(folder, used) == 0);
        check_profile(lint, folder, national, in_use && !national);
        free(folder);
    }
    file_list_free(&found);
}

void lint_profiles(struct lint *lint)
{
    char *installed = file_join(lint->options->data, "plugins/profiles");
    check_folder(lint, installed, true);
    if (lint->options->profiles)
        check_folder(lint, lint->options->profiles, false);
    free(installed);
}
