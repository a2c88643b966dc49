/* profile_check.c - what a profile says about rules, against the rules that are loaded; see profile.h. */
#include "base/lang.h"
#include "engine/engine.h"
#include "score/parameter.h"
#include "score/profile.h"

bool profile_serves(const struct engine *engine, struct str pattern)
{
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        if (rule->load_error.n || profile_matches(pattern, rule->id))
            return true;
    }
    return false;
}

/* The longest rule id that the key begins with, NULL if none is loaded. */
static const struct rule_info *rule_of_key(const struct engine *engine, struct str key)
{
    for (size_t n = key.n; n-- > 0;) {
        if (key.p[n] != '.')
            continue;
        const struct rule_info *rule = engine_rule_by_id(engine, str_sub(key, 0, n));
        if (rule)
            return rule;
    }
    return NULL;
}

/* A pattern that blocks nothing would open the gate without a word. What a broken file would have
 * declared is not known: then nothing is said. */
static int check_blocking(const struct profile *profile, const struct engine *engine,
                          struct error *err)
{
    for (size_t i = 0; i < profile->blocking_count; i++) {
        if (!profile_serves(engine, profile->blocking[i]))
            return error_set(err, ERR_CONFIG,
                             tr("评分方案 %.*s：blocking 中的 %.*s 不是任何规则",
                                "profile %.*s: %.*s in blocking is no rule"),
                             STR_ARG(profile->id), STR_ARG(profile->blocking[i]));
    }
    return 0;
}

/* What a broken file would have declared is not known. */
static bool any_broken(const struct engine *engine)
{
    for (size_t i = 0; i < engine_rule_count(engine); i++)
        if (engine_rule(engine, i)->load_error.n)
            return true;
    return false;
}

/* A misspelt id would leave its row unchecked without a word. */
static int check_rules(const struct profile *profile, const struct engine *engine,
                       struct error *err)
{
    for (size_t i = 0; i < profile->indicator_count; i++) {
        const struct profile_indicator *in = &profile->indicators[i];
        for (size_t k = 0; k < in->rule_count; k++)
            if (!profile_serves(engine, in->rules[k]) && !profile_plans(profile, in->rules[k]))
                return error_set(
                    err, ERR_CONFIG,
                    tr("%.*s:%u：“规则”一栏的 %.*s 不是任何规则；确实还没有规则的，写进 "
                       "profile.conf 的 planned",
                       "%.*s:%u: column 规则: %.*s is no rule; name it under planned in "
                       "profile.conf if its rule is yet to come"),
                    STR_ARG(profile->sheet_name), in->line, STR_ARG(in->rules[k]));
    }
    return 0;
}

static const struct rule_parameter *find_parameter(const struct rule_info *rule, struct str name)
{
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_eq(rule->parameters[i].name, name))
            return &rule->parameters[i];
    return NULL;
}

static int check_parameter(const struct profile *profile, const struct profile_parameter *own,
                           const struct engine *engine, struct error *err)
{
    const struct rule_info *rule = rule_of_key(engine, own->key);
    if (!rule && any_broken(engine))
        return 0;
    if (!rule)
        return error_set(err, ERR_CONFIG,
                         tr("%.*s:%u：%.*s 不是任何规则的参数", "%.*s:%u: %.*s is of no rule"),
                         STR_ARG(profile->conf_name), own->line, STR_ARG(own->key));
    if (rule->load_error.n)
        return 0; /* it reports itself */
    struct str name = str_sub(own->key, rule->id.n + 1, own->key.n);
    if (rule->parameters_of.n)
        return error_set(err, ERR_CONFIG,
                         tr("%.*s:%u：规则 %.*s 用的是 %.*s 的参数：请改写 %.*s.%.*s",
                            "%.*s:%u: rule %.*s has the parameters of %.*s: write %.*s.%.*s"),
                         STR_ARG(profile->conf_name), own->line, STR_ARG(rule->id),
                         STR_ARG(rule->parameters_of), STR_ARG(rule->parameters_of), STR_ARG(name));
    const struct rule_parameter *declared = find_parameter(rule, name);
    if (!declared)
        return error_set(
            err, ERR_CONFIG,
            tr("%.*s:%u：规则 %.*s 没有参数 %.*s", "%.*s:%u: rule %.*s has no parameter %.*s"),
            STR_ARG(profile->conf_name), own->line, STR_ARG(rule->id), STR_ARG(name));
    const char *expected = parameter_expected(str_of(own->value), declared->value);
    if (expected)
        return error_set(
            err, ERR_CONFIG,
            tr("%.*s:%u：%.*s 应为%s，却是“%s”", "%.*s:%u: %.*s must be %s, not \"%s\""),
            STR_ARG(profile->conf_name), own->line, STR_ARG(own->key), expected, own->value);
    return 0;
}

int profile_check(const struct profile *profile, const struct engine *engine, struct error *err)
{
    for (size_t i = 0; i < profile->parameter_count; i++) {
        int rc = check_parameter(profile, &profile->parameters[i], engine, err);
        if (rc)
            return rc;
    }
    int rc = check_blocking(profile, engine, err);
    return rc ? rc : check_rules(profile, engine, err);
}
