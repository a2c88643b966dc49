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

/* Which duties there were does not differ between agencies of one form, level, group and kind. */
struct duties {
    struct str form, level, group, kind; /* of the roster */
    char **rules;
    size_t n, cap;
};

struct side {
    struct duties *known;
    size_t n, cap;
};

struct movements {
    struct store *store;
    struct side before, after;
    bool same_rules, same_profile;
};

struct comparison { /* of one agency */
    struct costs before, after;
    const struct duties *were, *are; /* read when somebody asks */
    bool same_report;
};

/* There is a duty unless it was left out, the year's form does not know it, or no rule serves it. What does not
 * apply for what the report says (no percentages in it) is the report's own doing. */
static bool is_duty(const cJSON *result)
{
    const char *state = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(result, "state"));
    const char *code = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(
        cJSON_GetObjectItemCaseSensitive(result, "reason"), "code"));
    return state && strcmp(state, "notselected") != 0 &&
           !(code && (strcmp(code, "form") == 0 || strcmp(code, "no-rule") == 0));
}

static int read_duties(struct duties *out, struct store *store, int64_t standing, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = store_standing_result(store, standing, &text, NULL, err);
    cJSON *verdict = rc == 0 ? cJSON_ParseWithLength(text.p, text.n) : NULL;
    const cJSON *result;
    cJSON_ArrayForEach(result, cJSON_GetObjectItemCaseSensitive(verdict, "results")) {
        const char *rule = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(result, "rule"));
        if (!rule || !is_duty(result))
            continue;
        out->rules = mem_grow(out->rules, out->n, &out->cap, sizeof *out->rules);
        out->rules[out->n++] = mem_strdup(rule);
    }
    cJSON_Delete(verdict);
    strbuf_free(&text);
    return rc;
}

static int find_duties(const struct duties **out, struct store *store, struct side *side,
                       const struct roster_row *row, struct error *err)
{
    for (size_t i = 0; i < side->n; i++) {
        *out = &side->known[i];
        if (str_eq((*out)->form, row->form) && str_eq((*out)->level, row->level) &&
            str_eq((*out)->group, row->group) && str_eq((*out)->kind, row->kind))
            return 0;
    }
    side->known = mem_grow(side->known, side->n, &side->cap, sizeof *side->known);
    struct duties *d = &side->known[side->n++];
    *d = (struct duties){ row->form, row->level, row->group, row->kind, NULL, 0, 0 };
    *out = d;
    return read_duties(d, store, row->standing, err);
}

static bool has_duty(const struct duties *duties, const char *rule)
{
    for (size_t i = 0; i < duties->n; i++)
        if (strcmp(duties->rules[i], rule) == 0)
            return true;
    return false;
}

static enum movement_cause cause_of(const struct movements *m, const struct comparison *c,
                                    const struct cost *was, const struct cost *is)
{
    if (!has_duty(c->were, was->rule) || !has_duty(c->are, was->rule))
        return MOVED_SCOPE;
    if (!m->same_profile && was->count == is->count && was->count > 0)
        return MOVED_PROFILE;
    if (!c->same_report)
        return MOVED_WORK;
    if (!m->same_rules)
        return MOVED_RULES;
    return m->same_profile ? MOVED_OTHER : MOVED_PROFILE;
}

/* Both lists stand in the order of the rules. */
static void all_rules(const struct movements *m, const struct comparison *c, struct movement *out)
{
    size_t i = 0;
    size_t k = 0;
    while (i < c->before.n || k < c->after.n) {
        const struct cost *was = i < c->before.n ? &c->before.list[i] : NULL;
        const struct cost *is = k < c->after.n ? &c->after.list[k] : NULL;
        int order = !was ? 1 : !is ? -1 : strcmp(was->rule, is->rule);
        struct cost none = { .rule = order > 0 ? is->rule : was->rule };
        was = order <= 0 ? was : &none;
        is = order >= 0 ? is : &none;
        if (was->points != is->points)
            out->by_cause[cause_of(m, c, was, is)] += was->points - is->points;
        i += order <= 0;
        k += order >= 0;
    }
}

struct movements *movements_new(struct store *store, const struct roster *before,
                                const struct roster *after)
{
    struct movements *m = mem_zero(1, sizeof *m);
    m->store = store;
    m->same_rules = str_eq(before->rules_digest, after->rules_digest) &&
                    str_eq(before->version, after->version);
    m->same_profile = str_eq(before->profile_digest, after->profile_digest);
    return m;
}

static void free_side(struct side *side)
{
    for (size_t i = 0; i < side->n; i++) {
        for (size_t k = 0; k < side->known[i].n; k++)
            free(side->known[i].rules[k]);
        free(side->known[i].rules);
    }
    free(side->known);
}

void movements_free(struct movements *m)
{
    if (!m)
        return;
    free_side(&m->before);
    free_side(&m->after);
    free(m);
}

int movement_of(struct movement *out, struct movements *m, const struct roster_row *was,
                const struct roster_row *is, struct error *err)
{
    *out = (struct movement){ 0 };
    out->known = was && is && was->scored && was->complete && is->scored && is->complete;
    if (!out->known)
        return 0;
    struct comparison c = { .same_report = str_eq(was->sha256, is->sha256) };
    int rc = store_standing_losses(m->store, was->standing, take_loss, &c.before, err);
    if (rc == 0)
        rc = store_standing_losses(m->store, is->standing, take_loss, &c.after, err);
    if (rc == 0)
        rc = find_duties(&c.were, m->store, &m->before, was, err);
    if (rc == 0)
        rc = find_duties(&c.are, m->store, &m->after, is, err);
    if (rc == 0)
        all_rules(m, &c, out);
    out->change = is->score - was->score;
    out->by_cause[MOVED_OTHER] = out->change;
    for (int cause = 0; cause < MOVED_OTHER; cause++)
        out->by_cause[MOVED_OTHER] -= out->by_cause[cause];
    free_costs(&c.before);
    free_costs(&c.after);
    return rc;
}

const char *movement_name(enum movement_cause cause)
{
    static const char *const names[] = { "work", "rules", "profile", "scope", "other" };
    return names[cause];
}
