/* movement.c - see movement.h. */
#include "office/movement.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Which duties there were does not differ between agencies of one form, level, group and kind. */
struct duties {
    bool known;
    unsigned char *has; /* by number of the rule */
    size_t n;
};

struct side {
    const struct roster *roster;
    struct duties *classes; /* as the roster numbers them */
};

struct movements {
    struct store *store;
    const struct cost_rules *rules;
    struct side before, after;
    bool same_rules, same_profile;
};

struct sum { /* of one rule */
    size_t rule, count;
    int64_t points;
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

static int read_duties(struct duties *out, const struct movements *m, int64_t standing,
                       struct error *err)
{
    struct strbuf text = { 0 };
    int rc = store_standing_result(m->store, standing, &text, NULL, err);
    cJSON *verdict = rc == 0 ? cJSON_ParseWithLength(text.p, text.n) : NULL;
    const cJSON *result;
    out->n = m->rules->n;
    out->has = mem_zero(out->n + 1, sizeof *out->has);
    out->known = true;
    cJSON_ArrayForEach(result, cJSON_GetObjectItemCaseSensitive(verdict, "results")) {
        const char *rule = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(result, "rule"));
        size_t number =
            rule && is_duty(result) ? map_get(&m->rules->numbers, str_of(rule)) : SIZE_MAX;
        if (number < out->n)
            out->has[number] = 1;
    }
    cJSON_Delete(verdict);
    strbuf_free(&text);
    return rc;
}

static int find_duties(const struct duties **out, const struct movements *m,
                       const struct side *side, const struct roster_row *row, struct error *err)
{
    struct duties *d = &side->classes[row->class->number];
    *out = d;
    return d->known ? 0 : read_duties(d, m, row->standing, err);
}

static bool has_duty(const struct duties *duties, size_t rule)
{
    return rule < duties->n && duties->has[rule];
}

static enum movement_cause cause_of(const struct movements *m, const struct duties *were,
                                    const struct duties *are, const struct sum *was,
                                    const struct sum *is, bool same_report)
{
    if (!has_duty(were, was->rule) || !has_duty(are, was->rule))
        return MOVED_SCOPE;
    if (!m->same_profile && was->count == is->count && was->count > 0)
        return MOVED_PROFILE;
    if (!same_report)
        return MOVED_WORK;
    if (!m->same_rules)
        return MOVED_RULES;
    return m->same_profile ? MOVED_OTHER : MOVED_PROFILE;
}

/* What the next rule of the span cost, all severities; moves on behind it. */
static struct sum next_rule(struct cost_span *span)
{
    struct sum sum = { .rule = span->list->rule };
    for (; span->n && span->list->rule == sum.rule; span->list++, span->n--) {
        sum.points += span->list->points;
        sum.count += span->list->count;
    }
    return sum;
}

static void lay_down(struct movement *out, const struct movements *m, const struct roster_row *was,
                     const struct roster_row *is, const struct duties *were,
                     const struct duties *are)
{
    struct cost_span before = roster_row_costs(m->before.roster, was);
    struct cost_span after = roster_row_costs(m->after.roster, is);
    while (before.n || after.n) {
        int order =
            !before.n  ? 1
            : !after.n ? -1
                       : str_cmp(m->rules->ids[before.list->rule], m->rules->ids[after.list->rule]);
        struct sum old = { .rule = order > 0 ? after.list->rule : before.list->rule };
        struct sum now = old;
        if (order <= 0)
            old = next_rule(&before);
        if (order >= 0)
            now = next_rule(&after);
        if (old.points != now.points)
            out->by_cause[cause_of(m, were, are, &old, &now, was->report == is->report)] +=
                old.points - now.points;
    }
}

static void open_side(struct side *side, const struct roster *roster)
{
    side->roster = roster;
    side->classes = mem_zero(roster->class_count + 1, sizeof *side->classes);
}

struct movements *movements_new(struct store *store, const struct cost_rules *rules,
                                const struct roster *before, const struct roster *after)
{
    struct movements *m = mem_zero(1, sizeof *m);
    m->store = store;
    m->rules = rules;
    open_side(&m->before, before);
    open_side(&m->after, after);
    m->same_rules = str_eq(before->rules_digest, after->rules_digest) &&
                    str_eq(before->version, after->version);
    m->same_profile = str_eq(before->profile_digest, after->profile_digest);
    return m;
}

static void close_side(struct side *side)
{
    for (size_t i = 0; i < side->roster->class_count; i++)
        free(side->classes[i].has);
    free(side->classes);
}

void movements_free(struct movements *m)
{
    if (!m)
        return;
    close_side(&m->before);
    close_side(&m->after);
    free(m);
}

int movement_of(struct movement *out, const struct movements *m, const struct roster_row *was,
                const struct roster_row *is, struct error *err)
{
    const struct duties *were = NULL;
    const struct duties *are = NULL;
    *out = (struct movement){ 0 };
    out->known = was && is && was->scored && was->complete && is->scored && is->complete;
    if (!out->known)
        return 0;
    int rc = find_duties(&were, m, &m->before, was, err);
    if (rc == 0)
        rc = find_duties(&are, m, &m->after, is, err);
    if (rc)
        return rc;
    lay_down(out, m, was, is, were, are);
    out->change = is->score - was->score;
    out->by_cause[MOVED_OTHER] = out->change;
    for (int cause = 0; cause < MOVED_OTHER; cause++)
        out->by_cause[MOVED_OTHER] -= out->by_cause[cause];
    return 0;
}

void movement_add(cJSON *object, const struct movement *movement)
{
    static const struct {
        const char *name;
        enum movement_cause cause;
    } by_name[] = { { "other", MOVED_OTHER },
                    { "profile", MOVED_PROFILE },
                    { "rules", MOVED_RULES },
                    { "scope", MOVED_SCOPE },
                    { "work", MOVED_WORK } };
    cJSON *moved = cJSON_AddObjectToObject(object, "moved");
    for (size_t i = 0; i < MOVED_CAUSES; i++)
        cJSON_AddNumberToObject(moved, by_name[i].name,
                                (double)movement->by_cause[by_name[i].cause] / 1000);
}
