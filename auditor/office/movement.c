/* movement.c - see movement.h. */
#include "office/movement.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct cost { /* of one rule */
    char *rule;
    size_t count;
    int64_t points;
};

struct costs {
    struct cost *list; /* by rule */
    size_t n, cap;
};

static int take_loss(void *user, const struct store_loss *loss)
{
    struct costs *c = user;
    if (c->n == 0 || !str_eq_c(loss->rule, c->list[c->n - 1].rule)) {
        c->list = mem_grow(c->list, c->n, &c->cap, sizeof *c->list);
        c->list[c->n++] = (struct cost){ .rule = mem_strndup(loss->rule.p, loss->rule.n) };
    }
    c->list[c->n - 1].count += loss->count;
    c->list[c->n - 1].points += loss->deduction;
    return 0;
}

static void free_costs(struct costs *c)
{
    for (size_t i = 0; i < c->n; i++)
        free(c->list[i].rule);
    free(c->list);
}

struct side {
    int64_t standing;
    struct costs costs;
    cJSON *results; /* read when somebody asks */
    cJSON *verdict;
};

struct comparison {
    struct store *store;
    struct side before, after;
    bool same_report, same_rules, same_profile;
    struct error *err;
};

static int read_results(struct comparison *c, struct side *side)
{
    struct strbuf text = { 0 };
    int rc =
        side->verdict ? 0 : store_standing_result(c->store, side->standing, &text, NULL, c->err);
    if (rc == 0 && !side->verdict) {
        side->verdict = cJSON_ParseWithLength(text.p, text.n);
        side->results = cJSON_GetObjectItemCaseSensitive(side->verdict, "results");
    }
    strbuf_free(&text);
    return rc;
}

/* Whether there was the duty at all: not left out, known to the year's form, served by a rule. What does not
 * apply for what the report says (no percentages in it) is the report's own doing. */
static bool was_judged(const struct side *side, const char *rule)
{
    const cJSON *r;
    cJSON_ArrayForEach(r, side->results) {
        const char *id = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(r, "rule"));
        const char *state = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(r, "state"));
        const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
            cJSON_GetObjectItemCaseSensitive(r, "reason"), "code"));
        if (id && state && strcmp(id, rule) == 0)
            return strcmp(state, "notselected") != 0 &&
                   !(code && (strcmp(code, "form") == 0 || strcmp(code, "no-rule") == 0));
    }
    return false;
}

static enum movement_cause cause_of(const struct comparison *c, const struct cost *was,
                                    const struct cost *is)
{
    if (!was_judged(&c->before, was->rule) || !was_judged(&c->after, was->rule))
        return MOVED_SCOPE;
    if (!c->same_profile && was->count == is->count && was->count > 0)
        return MOVED_PROFILE;
    if (!c->same_report)
        return MOVED_WORK;
    if (!c->same_rules)
        return MOVED_RULES;
    return c->same_profile ? MOVED_OTHER : MOVED_PROFILE;
}

static int one_rule(struct comparison *c, struct movement *out, const struct cost *was,
                    const struct cost *is)
{
    int64_t gain = was->points - is->points;
    if (gain == 0)
        return 0;
    int rc = read_results(c, &c->before);
    if (rc == 0)
        rc = read_results(c, &c->after);
    if (rc == 0)
        out->by_cause[cause_of(c, was, is)] += gain;
    return rc;
}

/* Both lists stand in the order of the rules. */
static int all_rules(struct comparison *c, struct movement *out)
{
    size_t i = 0;
    size_t k = 0;
    int rc = 0;
    while (rc == 0 && (i < c->before.costs.n || k < c->after.costs.n)) {
        const struct cost *was = i < c->before.costs.n ? &c->before.costs.list[i] : NULL;
        const struct cost *is = k < c->after.costs.n ? &c->after.costs.list[k] : NULL;
        int order = !was ? 1 : !is ? -1 : strcmp(was->rule, is->rule);
        struct cost none = { .rule = order > 0 ? is->rule : was->rule };
        rc = one_rule(c, out, order <= 0 ? was : &none, order >= 0 ? is : &none);
        i += order <= 0;
        k += order >= 0;
    }
    return rc;
}

int movement_of(struct movement *out, struct store *store, const struct roster *before,
                const struct roster_row *was, const struct roster *after,
                const struct roster_row *is, struct error *err)
{
    *out = (struct movement){ 0 };
    out->known = was && is && was->scored && was->complete && is->scored && is->complete;
    if (!out->known)
        return 0;
    struct comparison c = { .store = store,
                            .before = { .standing = was->standing },
                            .after = { .standing = is->standing },
                            .same_report = str_eq(was->sha256, is->sha256),
                            .same_rules = str_eq(before->rules_digest, after->rules_digest) &&
                                          str_eq(before->version, after->version),
                            .same_profile = str_eq(before->profile_digest, after->profile_digest),
                            .err = err };
    int rc = store_standing_losses(store, was->standing, take_loss, &c.before.costs, err);
    if (rc == 0)
        rc = store_standing_losses(store, is->standing, take_loss, &c.after.costs, err);
    if (rc == 0)
        rc = all_rules(&c, out);
    out->change = is->score - was->score;
    out->by_cause[MOVED_OTHER] = out->change;
    for (int cause = 0; cause < MOVED_OTHER; cause++)
        out->by_cause[MOVED_OTHER] -= out->by_cause[cause];
    free_costs(&c.before.costs);
    free_costs(&c.after.costs);
    cJSON_Delete(c.before.verdict);
    cJSON_Delete(c.after.verdict);
    return rc;
}

const char *movement_name(enum movement_cause cause)
{
    static const char *const names[] = { "work", "rules", "profile", "scope", "other" };
    return names[cause];
}
