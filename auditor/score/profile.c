/* profile.c - a whole profile out of its two files, and what it says about a rule; see profile.h. */
#include "score/profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/engine.h"
#include "score/parameter.h"

int profile_parse(struct profile **out, const char *conf_name, struct str conf,
                  const char *sheet_name, struct str sheet, struct error *err)
{
    struct profile *p = mem_zero(1, sizeof *p);
    *out = NULL;
    p->arena = arena_new();
    int rc = profile_read_conf(p, conf_name, conf, err);
    if (rc == 0)
        rc = profile_read_sheet(p, sheet_name, sheet, err);
    if (rc) {
        profile_free(p);
        return rc;
    }
    struct digest *d = digest_new();
    digest_field(d, conf);
    digest_field(d, sheet);
    digest_end(d, p->digest);
    *out = p;
    return 0;
}

void profile_free(struct profile *profile)
{
    if (!profile)
        return;
    arena_free(profile->arena);
    free(profile->bands);
    free(profile->blocking);
    free(profile->planned);
    free(profile->parameters);
    for (size_t i = 0; i < profile->indicator_count; i++)
        free(profile->indicators[i].rules);
    free(profile->indicators);
    free(profile);
}

bool profile_matches(struct str pattern, struct str rule)
{
    if (pattern.n && pattern.p[pattern.n - 1] == '*')
        return str_starts(rule, str_sub(pattern, 0, pattern.n - 1));
    return str_eq(pattern, rule);
}

/* An exact id counts more than any wildcard. */
static size_t weight(struct str pattern)
{
    return pattern.n && pattern.p[pattern.n - 1] == '*' ? pattern.n : SIZE_MAX;
}

int profile_indicator(const struct profile *profile, struct str rule)
{
    int found = -1;
    size_t best = 0;
    for (size_t i = 0; i < profile->indicator_count; i++) {
        const struct profile_indicator *in = &profile->indicators[i];
        for (size_t k = 0; k < in->rule_count; k++) {
            if (!profile_matches(in->rules[k], rule) || weight(in->rules[k]) <= best)
                continue;
            best = weight(in->rules[k]);
            found = (int)i;
        }
    }
    return found;
}

bool profile_selects(const struct profile *profile, struct str rule)
{
    return profile->unlisted_run || profile_indicator(profile, rule) >= 0;
}

bool profile_blocks(const struct profile *profile, struct str rule)
{
    for (size_t i = 0; i < profile->blocking_count; i++)
        if (profile_matches(profile->blocking[i], rule))
            return true;
    return false;
}

const char *profile_parameter(const struct profile *profile, struct str rule, struct str name)
{
    for (size_t i = 0; i < profile->parameter_count; i++) {
        struct str key = profile->parameters[i].key;
        if (key.n == rule.n + 1 + name.n && str_starts(key, rule) && key.p[rule.n] == '.' &&
            str_ends(key, name))
            return profile->parameters[i].value;
    }
    return NULL;
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
        bool known = false;
        for (size_t k = 0; !known && k < engine_rule_count(engine); k++) {
            const struct rule_info *rule = engine_rule(engine, k);
            known = rule->load_error.n || profile_matches(profile->blocking[i], rule->id);
        }
        if (!known)
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
    return check_blocking(profile, engine, err);
}
