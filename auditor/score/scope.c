/* scope.c - see scope.h. */
#include "score/scope.h"

#include "base/arena.h"

static const struct input nobody;

/* Whether a row is for the agency; *unknown when its group decides and is not known. */
static bool applies(const struct scope *s, const struct profile_indicator *in, bool *unknown)
{
    bool known = s->input.level != LEVEL_UNKNOWN;
    if (in->applies_count == 0)
        return true;
    for (size_t i = 0; i < in->applies_count; i++) {
        bool is_level = false;
        enum report_level level = report_level_read(in->applies[i], &is_level);
        if (s->input.group.n && str_eq(in->applies[i], s->input.group))
            return true;
        if (is_level && known && level == s->input.level)
            return true;
        *unknown = *unknown || (is_level && !known);
    }
    return false;
}

static bool is_group(const struct profile *p, struct str group)
{
    for (size_t i = 0; i < p->group_count; i++)
        if (str_eq(p->groups[i], group))
            return true;
    return false;
}

/* A row is for nobody whom the row above is not for. */
static void find_rows(struct scope *s)
{
    const struct profile *p = s->profile;
    bool by_group = false;
    bool unknown = false;
    for (size_t i = 0; i < p->indicator_count; i++) {
        s->applies[i] = true;
        for (int up = (int)i; s->applies[i] && up >= 0; up = p->indicators[up].parent)
            s->applies[i] = applies(s, &p->indicators[up], &unknown);
        s->rows[i].state = s->applies[i] ? SCOPE_JUDGED : SCOPE_OUT;
        by_group = by_group || p->indicators[i].applies_count > 0;
    }
    s->group_unknown = unknown || (by_group && p->group_count && !is_group(p, s->input.group));
}

static const struct input_fill *find_fill(const struct scope *s, const struct profile_indicator *in)
{
    for (size_t i = s->input.fill_count; i-- > 0;) {
        const struct input_fill *fill = &s->input.fills[i];
        if (str_eq(fill->indicator, in->id) && input_check_fill(s->profile, fill, NULL) == 0)
            return fill;
    }
    return NULL;
}

/* What is worth nothing takes points when something happened: no news is good news. A veto is a question. */
static void give_hand(struct scope *s, const struct profile_indicator *in, struct scope_row *row)
{
    bool asked = in->points > 0 || in->kind == PROFILE_VETO;
    row->fill = find_fill(s, in);
    row->state = SCOPE_GIVEN;
    if (row->fill && row->fill->excused)
        row->state = SCOPE_EXCUSED;
    else if (row->fill)
        row->lost = in->points - row->fill->points;
    else if (asked)
        row->state = SCOPE_OPEN;
    row->worst = row->state == SCOPE_OPEN ? (in->kind == PROFILE_VETO ? 1 : in->points) : row->lost;
}

/* What is lost of an indicator when `points` out of `full` were reached; half a thousandth is rounded up
 * in favour of the agency. */
static int64_t share_lost(int64_t worth, int64_t points, int64_t full)
{
    __extension__ typedef __int128 wide;
    wide reached = points > full ? full : points;
    return worth - (int64_t)((2 * reached * worth + full) / (2 * (wide)full));
}

static void give_periods(struct scope *s, const struct profile_indicator *in, struct scope_row *row)
{
    const struct profile_combine *c = &in->combine;
    int64_t mark = c->full ? c->full : in->points; /* of a single period */
    int64_t points = 0;
    int64_t rest = 0; /* what the missing ones could give */
    int64_t full = 0;
    for (unsigned k = 0; k < c->periods; k++) {
        const struct input_period *found = NULL;
        for (size_t i = 0; i < s->input.period_count; i++)
            if (s->input.periods[i].period == k + 1 &&
                str_eq(s->input.periods[i].indicator, in->id) &&
                input_check_period(s->profile, &s->input.periods[i], NULL) == 0)
                found = &s->input.periods[i];
        full += mark * c->weights[k];
        if (found)
            points += found->points * c->weights[k];
        else
            row->missing |= 1u << k;
        rest += found ? 0 : mark * c->weights[k];
    }
    if (c->sum && c->full == 0)
        full = in->points;
    row->lost = share_lost(in->points, points + rest, full);
    row->worst = share_lost(in->points, points, full);
    row->state = row->missing ? SCOPE_OPEN : SCOPE_GIVEN;
}

static void give_rows(struct scope *s)
{
    for (size_t i = 0; i < s->profile->indicator_count; i++) {
        const struct profile_indicator *in = &s->profile->indicators[i];
        struct scope_row *row = &s->rows[i];
        if (!s->applies[i])
            continue;
        if (in->kind == PROFILE_BONUS) {
            row->fill = profile_by_hand(in) ? find_fill(s, in) : NULL;
            continue;
        }
        if (profile_by_hand(in))
            give_hand(s, in, row);
        else if (in->kind == PROFILE_PERIOD)
            give_periods(s, in, row);
        else
            continue;
        s->given += row->state == SCOPE_GIVEN && (row->fill || in->kind == PROFILE_PERIOD);
        s->open += row->state == SCOPE_OPEN;
        s->excused += row->state == SCOPE_EXCUSED;
    }
}

static bool is_judged(const struct audit_result *r)
{
    return r->state != STATE_NOTSELECTED && r->state != STATE_NOTAPPLICABLE;
}

/* A row with rules of which none was judged does not apply. */
static void excuse_rows(struct scope *s)
{
    const struct profile *p = s->profile;
    bool *judged = arena_alloc(s->arena, (p->indicator_count + 1) * sizeof *judged);
    for (size_t i = 0; s->audit && i < s->audit->n; i++)
        if (s->owners[i] >= 0 && is_judged(&s->audit->results[i]))
            judged[s->owners[i]] = true;
    for (size_t i = 0; i < p->indicator_count; i++)
        if (s->rows[i].state == SCOPE_JUDGED && p->indicators[i].rule_count && !judged[i])
            s->rows[i].state = SCOPE_EXCUSED;
}

bool scope_concerns(const struct audit_result *r)
{
    return r->finding_count > 0 || (r->state != STATE_PASS && is_judged(r));
}

/* Matching every rule with every row costs more than all else: a page that fails nothing needs it not. */
static void find_owners(struct scope *s, bool all)
{
    for (size_t i = 0; s->audit && i < s->audit->n; i++) {
        s->owners[i] = -1;
        all = all || scope_concerns(&s->audit->results[i]);
    }
    for (size_t i = 0; all && s->audit && i < s->audit->n; i++) {
        const struct audit_result *r = &s->audit->results[i];
        s->owners[i] = profile_indicator(s->profile, r->rule, s->applies);
        if (s->owners[i] < 0)
            continue;
        struct scope_row *row = &s->rows[s->owners[i]];
        row->owned = true;
        row->concerned = row->concerned || scope_concerns(r);
    }
}

static bool needs_all(const struct profile *p)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (p->indicators[i].kind == PROFILE_BONUS && p->indicators[i].rule_count)
            return true;
    return p->applicable_only;
}

void scope_open(struct scope *scope, const struct profile *profile, const struct audit *audit,
                const struct input *input)
{
    *scope = (struct scope){
        .profile = profile, .audit = audit, .input = input ? *input : nobody, .arena = arena_new()
    };
    size_t n = profile->indicator_count;
    scope->applies = arena_alloc(scope->arena, (n + 1) * sizeof *scope->applies);
    scope->rows = arena_alloc(scope->arena, (n + 1) * sizeof *scope->rows);
    scope->owners = arena_alloc(scope->arena, ((audit ? audit->n : 0) + 1) * sizeof(int));
    find_rows(scope);
    find_owners(scope, needs_all(profile));
    give_rows(scope);
    if (profile->applicable_only)
        excuse_rows(scope);
}

void scope_own_all(struct scope *scope)
{
    find_owners(scope, true);
}

void scope_close(struct scope *scope)
{
    arena_free(scope->arena);
    *scope = (struct scope){ 0 };
}

int64_t scope_worth(const struct scope *scope, int indicator)
{
    const struct profile *p = scope->profile;
    const struct profile_indicator *in = &p->indicators[indicator];
    const struct scope_row *row = &scope->rows[indicator];
    if (row->state == SCOPE_OUT || row->state == SCOPE_EXCUSED || in->kind == PROFILE_BONUS)
        return 0;
    if (in->kind != PROFILE_SUM)
        return in->points;
    int64_t gone = 0;
    int64_t there = 0;
    for (size_t i = 0; i < p->indicator_count; i++) {
        if (p->indicators[i].parent != indicator || scope->rows[i].state == SCOPE_OUT)
            continue;
        int64_t own = scope_worth(scope, (int)i);
        there += own;
        gone += p->indicators[i].kind == PROFILE_BONUS ? 0 : p->indicators[i].points - own;
    }
    if (there == 0)
        return 0;
    return gone < in->points ? in->points - gone : 0;
}

int64_t scope_possible(const struct scope *scope)
{
    int64_t sum = 0;
    for (size_t i = 0; i < scope->profile->indicator_count; i++)
        if (scope->profile->indicators[i].parent < 0)
            sum += scope_worth(scope, (int)i);
    return sum;
}

static bool is_open(const struct audit_result *r)
{
    return audit_is_open(r) || r->state == STATE_NOTCHECKED;
}

bool scope_is_open(const struct scope *scope, int indicator)
{
    const struct profile *p = scope->profile;
    for (size_t i = 0; i < p->indicator_count; i++)
        if (scope->rows[i].state == SCOPE_OPEN && profile_below(p, (int)i, indicator))
            return true;
    for (size_t i = 0; scope->audit && i < scope->audit->n; i++) {
        const struct audit_result *r = &scope->audit->results[i];
        if (is_open(r) && profile_below(p, scope->owners[i], indicator))
            return true;
    }
    return false;
}

const struct input_waiver *scope_waiver(const struct scope *scope, struct str fingerprint)
{
    for (size_t i = 0; i < scope->input.waiver_count; i++)
        if (str_eq(scope->input.waivers[i].fingerprint, fingerprint))
            return &scope->input.waivers[i];
    return NULL;
}

bool scope_earned(const struct scope *scope, int indicator)
{
    bool any = false;
    for (size_t i = 0; scope->audit && i < scope->audit->n; i++) {
        const struct audit_result *r = &scope->audit->results[i];
        if (scope->owners[i] != indicator || !is_judged(r))
            continue;
        if (r->state != STATE_PASS && r->state != STATE_FIXED && r->state != STATE_INFORMATIONAL &&
            !(scope->hopeful && is_open(r)))
            return false;
        any = true;
    }
    return any;
}

bool scope_may_earn(const struct scope *scope)
{
    for (size_t i = 0; scope->audit && i < scope->audit->n; i++)
        if (scope->owners[i] >= 0 && is_open(&scope->audit->results[i]) &&
            scope->profile->indicators[scope->owners[i]].kind == PROFILE_BONUS)
            return true;
    return false;
}
