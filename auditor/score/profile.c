/* profile.c - a whole profile out of its two files, and what it says about a rule; see profile.h. */
#include "score/profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/mem.h"

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
    for (size_t i = 0; i < profile->indicator_count; i++) {
        free(profile->indicators[i].rules);
        free(profile->indicators[i].applies);
        free(profile->indicators[i].steps);
    }
    free(profile->indicators);
    free(profile->groups);
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

int profile_indicator(const struct profile *profile, struct str rule, const bool *among)
{
    int found = -1;
    size_t best = 0;
    for (size_t i = 0; i < profile->indicator_count; i++) {
        const struct profile_indicator *in = &profile->indicators[i];
        for (size_t k = 0; k < in->rule_count && (!among || among[i]); k++) {
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
    return profile->unlisted_run || profile_indicator(profile, rule, NULL) >= 0;
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

bool profile_plans(const struct profile *profile, struct str pattern)
{
    for (size_t i = 0; i < profile->planned_count; i++)
        if (profile_matches(profile->planned[i], pattern))
            return true;
    return false;
}

const char *profile_kind_name(enum profile_kind kind)
{
    static const char *const names[] = { "once", "each",   "veto",  "graded", "gate",
                                         "hand", "period", "bonus", "sum" };
    return names[kind];
}

bool profile_by_hand(const struct profile_indicator *indicator)
{
    bool either = indicator->kind == PROFILE_VETO || indicator->kind == PROFILE_BONUS;
    return indicator->kind == PROFILE_HAND || (either && indicator->rule_count == 0);
}

bool profile_below(const struct profile *profile, int indicator, int top)
{
    while (indicator >= 0 && indicator != top)
        indicator = profile->indicators[indicator].parent;
    return indicator >= 0;
}
