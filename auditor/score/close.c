/* close.c - what follows from the entries of a model: denominator, floors, veto, bonus, rounding; see ledger.h. */
#include "score/ledger.h"

#include "base/arena.h"
#include "score/points.h"
#include "score/scope.h"

static int64_t balance(const struct ledger *l)
{
    return l->max - ledger_sum(l);
}

/* a x b / c, half upwards, as a multiple of grain. */
static int64_t share(int64_t a, int64_t b, int64_t c, int64_t grain)
{
    __extension__ typedef __int128 wide;
    wide full = (wide)c * grain;
    return (int64_t)((2 * (wide)a * b + full) / (2 * full)) * grain;
}

static struct str points_text(struct arena *arena, int64_t points)
{
    struct strbuf b = { 0 };
    points_print(&b, points);
    struct str kept = arena_str(arena, strbuf_view(&b));
    strbuf_free(&b);
    return kept;
}

static struct ledger_entry *add_single(struct ledger *l, enum ledger_kind kind, int indicator,
                                       int64_t amount)
{
    struct ledger_entry *e = ledger_add(l);
    e->kind = kind;
    e->indicator = indicator;
    e->count = 1;
    e->unit = e->amount = amount;
    return e;
}

/* The indicators that left the denominator, by id. */
static struct str left_out(struct arena *arena, const struct scope *scope)
{
    struct strbuf b = { 0 };
    for (size_t i = 0; scope && i < scope->profile->indicator_count; i++)
        if (scope->rows[i].state == SCOPE_EXCUSED && scope->profile->applicable_only)
            strbuf_fmt(&b, "%s%.*s", b.n ? " " : "", STR_ARG(scope->profile->indicators[i].id));
    struct str kept = arena_str(arena, strbuf_view(&b));
    strbuf_free(&b);
    return kept;
}

/* The points that apply stand for the maximum. What is lost beyond them is taken back here. */
static void scale(struct ledger *l, const struct profile *p, const struct scope *scope)
{
    int64_t possible = l->possible;
    int64_t reached = possible - ledger_sum(l);
    reached = reached < 0 ? 0 : reached;
    int64_t score = share(reached, l->max, possible, p->grain);
    if (score == balance(l))
        return;
    struct ledger_entry *e = add_single(l, LEDGER_SCALE, -1, balance(l) - score);
    struct str a = points_text(l->arena, reached);
    struct str b = points_text(l->arena, possible);
    struct str max = points_text(l->arena, l->max);
    struct str is = points_text(l->arena, score);
    struct str out = left_out(l->arena, scope);
    e->note.in[LANG_ZH] = arena_fmt(l->arena, "换算：%s ÷ %s × %s = %s（四舍五入）%s%s%s", a.p, b.p,
                                    max.p, is.p, out.n ? "，不计入分母：" : "", out.p, "");
    e->note.in[LANG_EN] = arena_fmt(l->arena, "%s / %s x %s = %s, half rounded up%s%s", a.p, b.p,
                                    max.p, is.p, out.n ? "; not in the denominator: " : "", out.p);
}

/* An indicator below its floor vetoes the result. */
static void apply_floors(struct ledger *l, const struct profile *p, const struct scope *scope)
{
    for (size_t i = 0; scope && i < p->indicator_count; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        int64_t worth = in->floor >= 0 ? scope_worth(scope, (int)i) : 0;
        int64_t reached = worth - (in->floor >= 0 ? ledger_of_indicator(l, p, (int)i) : 0);
        if (worth == 0 || reached >= in->floor)
            continue;
        struct ledger_entry *e = add_single(l, LEDGER_VETO, (int)i, 0);
        struct str is = points_text(l->arena, reached);
        struct str floor = points_text(l->arena, in->floor);
        e->note.in[LANG_ZH] = arena_fmt(l->arena, "本项得 %s 分，低于底线 %s 分", is.p, floor.p);
        e->note.in[LANG_EN] =
            arena_fmt(l->arena, "its %s points are below the floor of %s", is.p, floor.p);
        l->vetoed = true;
    }
}

static const struct profile_effect *effect_of(const struct profile *p, const struct ledger_entry *e)
{
    return e->indicator >= 0 && p->indicators[e->indicator].has_effect
               ? &p->indicators[e->indicator].effect
               : &p->veto;
}

/* The score that one veto leaves of `before`. */
static int64_t left_by(const struct profile_effect *effect, int64_t before)
{
    bool sets =
        effect->kind == VETO_FIXED || (effect->kind == VETO_CEILING && before > effect->points);
    return sets ? effect->points : before;
}

/* Bands are listed from the best: the larger index is the worse. */
static void limit_grade(struct ledger *l, const struct profile *p,
                        const struct profile_effect *effect)
{
    int band = effect->band >= 0 ? effect->band : (int)p->band_count - 1;
    l->best_band = band > l->best_band ? band : l->best_band;
}

/* What the vetoes take beyond the ordinary deductions, which may have gone below zero. The one that leaves
 * least bears the amount; a fixed score goes before a ceiling. */
static void price_veto(struct ledger *l, const struct profile *p)
{
    struct ledger_entry *worst = NULL;
    int64_t before = balance(l);
    int64_t least = 0;
    bool fixed = false;
    for (size_t i = 0; i < l->n; i++) {
        struct ledger_entry *e = &l->entries[i];
        if (e->kind != LEDGER_VETO)
            continue;
        const struct profile_effect *effect = effect_of(p, e);
        int64_t left = left_by(effect, before);
        bool fixes = effect->kind == VETO_FIXED;
        limit_grade(l, p, effect);
        if (!worst || (fixes && !fixed) || (fixes == fixed && left < least)) {
            worst = e;
            least = left;
            fixed = fixes;
        }
    }
    if (!worst) {
        worst = ledger_add(l);
        worst->kind = LEDGER_VETO;
        least = left_by(&p->veto, before);
        limit_grade(l, p, &p->veto);
    }
    worst->unit = worst->amount = before - least;
}

static const struct audit_text below_threshold = {
    { STR_INIT("未达到计入加分的分数"), STR_INIT("too few points for a bonus to count") }
};
static const struct audit_text bonus_capped = { { STR_INIT("已达加分封顶"),
                                                  STR_INIT("the cap of the bonus is reached") } };

/* Whether enough points were reached, of the whole or of the indicator that the profile names. */
static bool over_threshold(const struct ledger *l, const struct profile *p,
                           const struct scope *scope)
{
    const struct profile_bonus *b = &p->bonus;
    int64_t points = balance(l);
    for (size_t i = 0; b->indicator.n && i < p->indicator_count; i++)
        if (str_eq(p->indicators[i].id, b->indicator) ||
            str_eq(p->indicators[i].name, b->indicator))
            points = scope_worth(scope, (int)i) - ledger_of_indicator(l, p, (int)i);
    return b->above < 0 || (b->strictly ? points > b->above : points >= b->above);
}

/* What a bonus adds of itself; 0: it was not earned. */
static int64_t earned(const struct scope *scope, int i)
{
    const struct profile_indicator *in = &scope->profile->indicators[i];
    const struct scope_row *row = &scope->rows[i];
    if (in->kind != PROFILE_BONUS || row->state == SCOPE_OUT || row->state == SCOPE_EXCUSED)
        return 0;
    if (in->rule_count)
        return scope_earned(scope, i) ? in->points : 0;
    return row->fill && !row->fill->excused ? row->fill->points : 0;
}

/* What the bonuses below a sum have added already. */
static int64_t added_below(const struct ledger *l, const struct profile *p, int top)
{
    int64_t sum = 0;
    for (size_t i = 0; i < l->n; i++)
        if (l->entries[i].kind == LEDGER_BONUS && profile_below(p, l->entries[i].indicator, top))
            sum -= l->entries[i].amount;
    return sum;
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* What the caps above a bonus, of all bonuses and of the score leave of it. */
static int64_t room_for(const struct ledger *l, const struct profile *p, int i, int64_t points)
{
    int64_t before = balance(l);
    for (int up = p->indicators[i].parent; up >= 0; up = p->indicators[up].parent)
        if (p->indicators[up].cap >= 0)
            points = least(points, p->indicators[up].cap - added_below(l, p, up));
    int64_t added = 0;
    for (size_t k = 0; k < l->n; k++)
        added -= l->entries[k].kind == LEDGER_BONUS ? l->entries[k].amount : 0;
    if (p->bonus.cap >= 0)
        points = least(points, p->bonus.cap - added);
    if (p->bonus.total >= 0)
        points = least(points, p->bonus.total - before);
    return points < 0 ? 0 : points;
}

static void add_bonuses(struct ledger *l, const struct profile *p, const struct scope *scope)
{
    bool counts = scope && over_threshold(l, p, scope);
    for (size_t i = 0; scope && i < p->indicator_count; i++) {
        int64_t points = earned(scope, (int)i);
        if (points == 0)
            continue;
        int64_t room = counts ? room_for(l, p, (int)i, points) : 0;
        struct ledger_entry *e = add_single(l, LEDGER_BONUS, (int)i, -points);
        if (room == points)
            continue;
        e->amount = -room;
        e->limit = counts ? LIMIT_CAP : LIMIT_THRESHOLD;
        e->note = counts ? bonus_capped : below_threshold;
    }
}

/* Never below zero, and with the decimals of the profile. */
static void end(struct ledger *l, const struct profile *p)
{
    int64_t score = balance(l);
    if (score < 0) {
        struct ledger_entry *e = add_single(l, LEDGER_FLOOR, -1, score);
        e->note.in[LANG_ZH] = STR("得分不低于 0");
        e->note.in[LANG_EN] = STR("a score is never below 0");
        score = 0;
    }
    int64_t grain = p->grain > 0 ? p->grain : 1;
    l->score = share(score, 1, 1, grain);
    if (l->score != score) {
        struct ledger_entry *e = add_single(l, LEDGER_ROUND, -1, score - l->score);
        e->note.in[LANG_ZH] = STR("四舍五入");
        e->note.in[LANG_EN] = STR("rounded, half upwards");
    }
}

/* Subtotals, once the amounts of deductions are settled: a veto or a bonus is of the whole. */
static void count_levels(struct ledger *l, const struct profile *p, const struct scope *scope)
{
    bool sums = false;
    for (size_t i = 0; i < p->indicator_count; i++)
        sums = sums || p->indicators[i].kind == PROFILE_SUM;
    if (!scope || !sums)
        return;
    l->levels = arena_alloc(l->arena, p->indicator_count * sizeof *l->levels);
    for (size_t i = 0; i < p->indicator_count; i++) {
        const struct profile_indicator *in = &p->indicators[i];
        bool shown = (in->kind == PROFILE_SUM || in->parent < 0) && in->kind != PROFILE_BONUS &&
                     in->kind != PROFILE_VETO && scope->rows[i].state != SCOPE_OUT;
        int64_t worth = shown ? scope_worth(scope, (int)i) : 0;
        int64_t lost = shown ? ledger_of_indicator(l, p, (int)i) : 0;
        if (worth || lost)
            l->levels[l->level_count++] =
                (struct ledger_level){ (int)i, worth, lost, scope_is_open(scope, (int)i) };
    }
}

/* Nothing came in, and the profile has a score for that. */
static void set_missing(struct ledger *l, const struct profile *p)
{
    struct ledger_entry *e = add_single(l, LEDGER_MISSING, -1, balance(l) - p->missing.points);
    struct str points = points_text(l->arena, p->missing.points);
    e->note.in[LANG_ZH] = arena_fmt(l->arena, "没有报告，按细则定为 %s 分", points.p);
    e->note.in[LANG_EN] = arena_fmt(l->arena, "no report: the sheet sets %s points", points.p);
}

void ledger_close(struct ledger *ledger, const struct profile *profile, const struct scope *scope)
{
    count_levels(ledger, profile, scope);
    if (ledger->possible > 0)
        scale(ledger, profile, scope);
    apply_floors(ledger, profile, scope);
    if (ledger->vetoed)
        price_veto(ledger, profile);
    if (scope && scope->input.missing && profile->missing.kind == MISSING_FIXED)
        set_missing(ledger, profile);
    else if (!ledger->vetoed)
        add_bonuses(ledger, profile, scope);
    end(ledger, profile);
}
