/* quantity_rate.c - rates, and the counts that they were computed from: "受理600件,已办结590件,办结率为98.3%". */
#include "text/quantity_list.h"
#include "text/quantity_trial.h"

enum { STEPS_MAX = 12 };

/* Whether a total is called by no less than the count: 全市 and 政策 in "占全市诉求总量", "占政策信息总量" are not of any. */
static bool is_qualified_alike(struct str before, struct str label)
{
    size_t of = str_find(before, STR("占"));
    struct str kind = of == SIZE_MAX ? before : str_sub(before, of + STR("占").n, before.n);
    return words_starts(kind, "街道 全街道 我街道 全镇 我镇 全乡 我乡 全年 本年 年度") == kind.n ||
           str_find(label, kind) != SIZE_MAX;
}

void quantity_add_named_whole(const struct quantity_reader *r, struct quantity_trial *t,
                              struct str label)
{
    enum { STOPS_MAX = 2 };
    static struct words totals = WORDS("总量 总数 总件数 总条数");
    const struct quantity *part = quantity_item(r, t->part), *p = quantity_item(r, t->percent);
    size_t n, at = words_last_in(&totals, label, &n), found = SIZE_MAX, end = part->at;
    const size_t noun = STR("诉求").n;
    if (at == SIZE_MAX || at < STR("占").n + noun)
        return;
    struct str name = str_sub(label, at - noun, noun);
    for (size_t i = t->part, stops = 0; i-- > 0 && stops <= STOPS_MAX;) {
        const struct quantity *q = quantity_item(r, i);
        stops += quantity_between(r, quantity_end(q), end) == BREAK_STOP;
        end = q->at;
        if (stops > STOPS_MAX || !quantity_is_comparable(part, q) ||
            !str_ends(quantity_label(r, i), name) || quantity_is_rough(q) ||
            !is_qualified_alike(str_sub(label, 0, at - noun), quantity_label(r, i)))
            continue;
        if (found != SIZE_MAX)
            return;
        found = i;
    }
    struct decimal right;
    int grade = found == SIZE_MAX || quantity_is_rough(part)
                    ? -1
                    : quantity_judge_share(p, part, quantity_item(r, found), &right);
    if (grade == 0 || grade == 1 ||
        (grade == 2 && right.scale == p->value.scale &&
         quantity_is_slip(right.value, p->value.value)))
        quantity_add_candidate(r, t, found);
}

/* What requests came in before a rate, and what was carried over; false where something else is counted beside them. */
static bool find_both(const struct quantity_reader *r, size_t percent, size_t part, size_t *came,
                      size_t *over)
{
    size_t total = SIZE_MAX;
    *came = *over = SIZE_MAX;
    for (size_t i = percent, steps = 0; i-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), quantity_item(r, percent)->at) == BREAK_STOP)
            break;
        if (i == part || !quantity_counts(q))
            continue;
        bool carried = quantity_came_over(r, i);
        size_t *place = carried                                         ? over
                        : quantity_stage(r, i) == STAGE_RECEIVED        ? came
                        : words_starts(quantity_label(r, i), "共 合计") ? &total
                                                                        : NULL;
        if (!place || *place != SIZE_MAX || q->comparison || quantity_is_rough(q) ||
            !quantity_same_unit(r, i, part))
            return false;
        *place = i;
    }
    if (*came == SIZE_MAX || *over == SIZE_MAX)
        return false;
    struct decimal both = quantity_value(r, *came);
    return total == SIZE_MAX || (quantity_add(&both, quantity_value(r, *over)) &&
                                 decimal_cmp(both, quantity_value(r, total)) == 0);
}

/* "新收47件,上年结转3件,办结48件,办结率96%": of both; "收到50件(含上年结转3件)": of what came. Wrong by neither. */
static bool read_of_both(struct quantity_reader *r, size_t percent, size_t part)
{
    size_t came, over;
    struct decimal right;
    if (quantity_item(r, percent)->value.value == 100 ||
        quantity_is_rough(quantity_item(r, part)) || quantity_is_rough(quantity_item(r, percent)) ||
        !find_both(r, percent, part, &came, &over))
        return false;
    struct quantity_share s = { .percent = percent, .part = part, .whole = came };
    bool included = words_has(quantity_label(r, over), "含 包括");
    if (quantity_judge(r->out, &s, &right) < 2 || (included && over != came + 1))
        return false;
    s.total = quantity_value(r, came);
    if ((!included && !quantity_add(&s.total, quantity_value(r, over))) ||
        decimal_cmp(quantity_value(r, part), s.total) > 0)
        return false;
    quantity_append_share(r, s);
    return true;
}

/* Whether a rate is one of some of what was counted only: of those that were due. */
static bool is_of_due(struct str label)
{
    return words_has(label, "按时 按期 到期 期内 及时 依法 限时 规范") != 0;
}

/* Both numbers stand in the sentence. */
void quantity_read_rate(struct quantity_reader *r, size_t percent)
{
    const struct quantity *p = quantity_item(r, percent);
    struct quantity_trial t = { .percent = percent, .part = SIZE_MAX };
    size_t counts = 0;
    for (size_t i = percent, steps = 0; i-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), p->at) == BREAK_STOP)
            break;
        if (t.part != SIZE_MAX && quantity_fits_in_other_unit(r, &t, i))
            quantity_add_candidate(r, &t, i);
        if (!quantity_counts(q) || q->comparison ||
            (t.part != SIZE_MAX && !quantity_is_comparable(quantity_item(r, t.part), q)))
            continue;
        counts++;
        if (t.part != SIZE_MAX)
            quantity_add_candidate(r, &t, i);
        else if (quantity_stage(r, i) == STAGE_HANDLED && !r->member_of[i])
            t.part = i;
    }
    if (t.part == SIZE_MAX || t.count == 0 ||
        (!is_of_due(quantity_label(r, percent)) &&
         !quantity_is_of_other_matter(r, percent, t.wholes[t.count - 1]) &&
         read_of_both(r, percent, t.part)))
        return;
    bool due = words_has(quantity_label(r, t.wholes[0]), "应办 需办 应答复 应当办理 须办");
    if (due && t.wholes[0] + 1 == t.part)
        counts = 2, t.count = 1; /* what was due stands right before it */
    t.doubtful =
        counts != 2 || quantity_is_of_other_matter(r, percent, t.wholes[0]) ||
        is_of_due(quantity_label(r, percent)) ||
        decimal_cmp(quantity_item(r, t.wholes[0])->value, quantity_item(r, t.part)->value) < 0 ||
        (quantity_stage(r, t.wholes[0]) != STAGE_RECEIVED && !due);
    quantity_settle_trial(r, &t);
}

struct str quantity_rate_of(struct str label)
{
    size_t n = words_ends(label, "率 比例 率为 率达 比例为 比例达 率达到 比例达到");
    struct str stem = str_sub(label, 0, label.n - n);
    return n ? stem : STR("");
}

/* Whether a count is of what the rate counts; 不合格 is not, where the rate is 合格率. */
static bool says_stem(struct str label, struct str stem)
{
    size_t at = str_find(label, stem);
    return at != SIZE_MAX && !words_ends(str_sub(label, 0, at), "不 未 无 非 没");
}

/* "15个镇中有12个镇开设微信,开设率80%": what was done stands behind the number. */
static bool has_done(const struct quantity_reader *r, size_t part, struct str stem)
{
    return words_has(quantity_label(r, part), "中") && says_stem(quantity_tail(r, part), stem);
}

/* Whether a count is of what the rate leaves over: "不合格", "检查发现不合格政务新媒体" of 合格. */
static bool says_rest(struct str label, struct str stem)
{
    const size_t no = STR("不").n, noun = STR("政务新媒体账号").n;
    size_t at = str_find(label, stem);
    return at != SIZE_MAX && at >= no && words_ends(str_sub(label, 0, at), "不 未") &&
           (at == no || words_ends(str_sub(label, 0, at - no), "发现 查出 检出 有 共 共有")) &&
           label.n <= at + stem.n + noun;
}

/* The count before a part that may be its whole: the nearest in the clause, or what was looked at in the sentence before. */
static size_t whole_of_rest(const struct quantity_reader *r, size_t part)
{
    for (size_t i = part; i-- > 0;) {
        const struct quantity *q = quantity_item(r, i);
        if (q->class == QUANTITY_PERCENT)
            continue;
        bool near = quantity_between(r, quantity_end(q), quantity_item(r, part)->at) <= BREAK_COMMA;
        return quantity_is_comparable(quantity_item(r, part), q) && !q->comparison &&
                       (near ||
                        words_has(quantity_label(r, i), "检查 抽查 检测 抽检 监测 普查 核查"))
                   ? i
                   : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* "检查314个,不合格55个,合格率82.48%": what is counted is what the rate leaves over; the only other count before it
 * is the whole. */
static bool read_rest(struct quantity_reader *r, size_t percent, struct str stem)
{
    size_t part = percent - 1;
    stem = str_sub(stem, words_starts(stem, "总体 平均 检查 总"), stem.n);
    if (percent < 2 || stem.n < STR("合格").n || !says_rest(quantity_label(r, part), stem))
        return false;
    size_t whole = whole_of_rest(r, part);
    if (whole == SIZE_MAX || quantity_item(r, part)->comparison || r->member_of[part] ||
        quantity_is_rough(quantity_item(r, part)) || quantity_is_rough(quantity_item(r, whole)) ||
        quantity_is_rough(quantity_item(r, percent)) ||
        quantity_between(r, quantity_end(quantity_item(r, part)), quantity_item(r, percent)->at) >
            BREAK_COMMA ||
        decimal_cmp(quantity_item(r, whole)->value, quantity_item(r, part)->value) < 0)
        return false;
    struct quantity_share s = {
        .percent = percent, .part = part, .whole = whole, .of = QUANTITY_REST
    };
    struct decimal right;
    bool other = whole > 0 &&
                 quantity_is_comparable(quantity_item(r, part), quantity_item(r, whole - 1)) &&
                 decimal_cmp(quantity_item(r, whole)->value, quantity_item(r, whole - 1)->value) &&
                 quantity_between(r, quantity_end(quantity_item(r, whole - 1)),
                                  quantity_item(r, percent)->at) < BREAK_STOP;
    s.ambiguous = other && quantity_judge(r->out, &s, &right) == 2;
    quantity_append_share(r, s);
    return true;
}

/* "发布文件52件,同步解读49件,解读比例94.2%": the words of the rate tell its part; the only other count before it
 * is the whole. All of what was due is often said of fewer than were counted. */
static void read_ratio(struct quantity_reader *r, size_t percent, struct str stem)
{
    const struct quantity *p = quantity_item(r, percent);
    struct quantity_trial t = { .percent = percent, .part = percent - 1 };
    if (percent < 2 || stem.n < STR("解读").n || p->value.value == 100 ||
        !(says_stem(quantity_label(r, t.part), stem) || has_done(r, t.part, stem)) ||
        !quantity_counts(quantity_item(r, t.part)) || quantity_item(r, t.part)->comparison ||
        r->member_of[t.part])
        return;
    for (size_t i = t.part; i-- > 0;) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), p->at) == BREAK_STOP)
            break;
        if (q->class == QUANTITY_PERCENT || q->comparison || t.count > 1)
            return;
        if (quantity_is_comparable(quantity_item(r, t.part), q))
            quantity_add_candidate(r, &t, i);
    }
    if (t.count == 0)
        return;
    bool planned =
        words_has(quantity_label(r, t.wholes[0]), "计划 目标 任务"); /* more may be done */
    if (t.count == 1 && (planned || decimal_cmp(quantity_item(r, t.wholes[0])->value,
                                                quantity_item(r, t.part)->value) >= 0))
        quantity_settle_trial(r, &t);
}

void quantity_read_ratio(struct quantity_reader *r, size_t percent, struct str stem)
{
    if (!read_rest(r, percent, stem))
        read_ratio(r, percent, stem);
}
