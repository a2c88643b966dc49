/* quantity_ratio.c - percentages whose part and whole only their places tell; see quantity_inner.h. */
#include "text/quantity_list.h"

enum { NEAR_MAX = 30, WHOLES_MAX = 3, SENTENCES_BACK = 2, ALL_BACK = NEAR_MAX };

/* A percentage whose part is known and whose whole is looked for. */
struct ratio {
    const struct quantity_reader *r;
    size_t percent, part;
    struct str named; /* what a whole must be called by; "" for anything */
    size_t fits;      /* a whole that makes the percentage right, SIZE_MAX for none */
    size_t wholes[WHOLES_MAX];
    size_t count;
    bool of_all;   /* of the total, by its words: that may stand further back */
    size_t last;   /* the candidate before, SIZE_MAX for none */
    bool together; /* two wholes, what came in and what was carried over, make it right */
    bool rate;     /* it is called a rate */
    bool of_some;  /* of those that were decided: what divides it may stand nowhere */
    bool known;    /* the list that the part stands in tells the whole */
};

static char byte_at(struct str s, size_t i)
{
    return i < s.n ? s.p[i] : '\0';
}

/* Roughly so many, or no more than what is aimed at. */
static bool is_rough(const struct quantity_reader *r, size_t percent)
{
    const struct quantity *p = quantity_item(r, percent);
    struct str behind = quantity_text(r, quantity_end(p), r->text.n);
    return p->approximate || p->comparison || p->value.value < 0 || p->value.scale > 4 ||
           words_has(
               quantity_label(r, percent),
               "约 近 超 逾 不足 不到 不低于 低于 高于 多于 少于 目标 力争 要求 增 降 较 提高 "
               "提升 上升 同比 环比 平均 综合 考核 权重 分值 计划 预计") ||
           words_starts(behind, "以上 以下 以内 左右 的目标 的要求 的标准 提高 提升 增 降 上升") !=
               0;
}

/* Whether it stands in a row of percentages: then their places tell nothing. */
static bool is_in_row(const struct quantity_reader *r, size_t percent)
{
    for (size_t i = percent ? percent - 1 : 0; i <= percent; i++)
        if (i + 1 < r->out->count && quantity_item(r, i)->class == QUANTITY_PERCENT &&
            quantity_item(r, i + 1)->class == QUANTITY_PERCENT &&
            quantity_between(r, quantity_end(quantity_item(r, i)), quantity_item(r, i + 1)->at) <=
                BREAK_COMMA &&
            quantity_label(r, i + 1).n <= STR("和").n)
            return true;
    return false;
}

/* The count beside the percentage: "21件(24.1%)", "占24.1%(21件)". */
static bool find_bracketed(const struct quantity_reader *r, size_t percent, size_t *part)
{
    const struct quantity *p = quantity_item(r, percent);
    size_t end = quantity_end(p);
    if (percent > 0 && p->at > 0 && byte_at(r->text, p->at - 1) == '(' &&
        byte_at(r->text, end) == ')' && quantity_end(quantity_item(r, percent - 1)) + 1 == p->at)
        *part = percent - 1;
    else if (percent + 1 < r->out->count && byte_at(r->text, end) == '(' &&
             quantity_item(r, percent + 1)->at == end + 1 &&
             byte_at(r->text, quantity_end(quantity_item(r, percent + 1))) == ')')
        *part = percent + 1;
    else
        return false;
    return true;
}

/* The nearest count before the percentage, no more than a comma away. */
static bool find_nearest(const struct quantity_reader *r, size_t percent, size_t *part)
{
    size_t i = percent;
    while (i > 0 && quantity_item(r, i - 1)->class == QUANTITY_TIME)
        i--; /* "212件超过7个工作日,占3.04%" */
    if (i == 0 || (quantity_between(r, quantity_end(quantity_item(r, i - 1)),
                                    quantity_item(r, percent)->at) > BREAK_COMMA &&
                   !quantity_goes_on(r, i - 1, percent)))
        return false;
    *part = i - 1;
    return r->depth[quantity_item(r, *part)->at] <= r->depth[quantity_item(r, percent)->at];
}

/* "占答复总数的": what the whole is called. False where the words before 占 are a subject of their own. */
static bool read_share(struct ratio *a)
{
    struct str label = quantity_label(a->r, a->percent);
    size_t at = str_find(label, STR("占"));
    if (at == SIZE_MAX)
        return false;
    struct str subject = str_sub(label, 0, at), name = str_sub(label, at + STR("占").n, label.n);
    bool same =
        quantity_item(a->r, a->percent)->label_at <= quantity_end(quantity_item(a->r, a->part));
    if (subject.n && !same && !str_starts(quantity_label(a->r, a->part), subject) &&
        (words_starts(subject, "其中") ||
         !words_starts(subject, "约 所 共 就 仅 已 其 件数 数量 条数 总 均 合计")))
        return false;
    size_t n = words_starts(name, "比 全部 总数 总量 总 全年 本年度 年度 当年 所有 其 到 了");
    name = str_sub(name, n, name.n);
    size_t end = words_ends(name, "总数的 总量的 总数 总量 数量的 件数的 数的 的 为 达 : 达到");
    name = str_sub(name, 0, name.n - end);
    end = words_ends(name, "总数 总量 数量 件数");
    name = str_sub(name, 0, name.n - end);
    a->named = words_ends(name, "比 总 为 达") ? STR("") : name;
    return true;
}

/* "A级1367户、B级2018户、C级311户,共3696户,A级占37.0%": the words before 占 are those of a member. */
static bool find_subject(const struct quantity_reader *r, size_t percent, size_t *part)
{
    struct str label = quantity_label(r, percent);
    size_t end = str_find(label, STR("占"));
    if (end == SIZE_MAX || end < STR("A级").n)
        return false;
    struct str subject = str_sub(label, 0, end);
    for (size_t i = percent, steps = 0; i-- > 0 && steps < 8; steps++) {
        if (quantity_between(r, quantity_end(quantity_item(r, i)), quantity_item(r, percent)->at) ==
            BREAK_STOP)
            break;
        size_t of = r->member_of[i];
        if (!of || !str_eq(quantity_label(r, i), subject))
            continue;
        *part = i;
        return r->out->statements[of - 1].relation == QUANTITY_HOLDS &&
               !words_has(str_sub(label, end, label.n), "全国 全省 全市 全县 全区 上年 去年");
    }
    return false;
}

/* "5件主办件中的3件,公开比例60%": of which ones the part is, its own words say. */
static bool find_of(const struct quantity_reader *r, size_t percent, size_t *part)
{
    size_t i;
    if (!words_ends(quantity_label(r, percent), "率 比例 占比 率为 比例为 占比为 率达 比例达") ||
        !find_nearest(r, percent, &i) || i == 0 ||
        quantity_item(r, i - 1)->class != quantity_item(r, i)->class ||
        !words_ends(quantity_label(r, i), "中的 里的") ||
        quantity_between(r, quantity_end(quantity_item(r, i - 1)), quantity_item(r, i)->at) !=
            BREAK_NONE)
        return false;
    *part = i;
    return true;
}

/* "未审结2件,纠错率27.3%(按审结11件计算)": of those that were decided. */
static bool is_of_decided(const struct quantity_reader *r, size_t percent)
{
    struct str label = quantity_label(r, percent);
    if (words_has(label,
                  "审结案 审结的 办结的 办结案 办结件 结案的 答复的 成功率 调解率 和解率 化解率"))
        return true;
    for (size_t i = percent, steps = 0; i-- > 0 && steps < 6; steps++)
        if (quantity_between(r, quantity_end(quantity_item(r, i)), quantity_item(r, percent)->at) ==
            BREAK_STOP)
            break;
        else if (words_has(label, "纠错 败诉 胜诉 维持") &&
                 words_has(quantity_label(r, i), "审结 未结 在审 审理"))
            return true;
    return false;
}

static bool find_part(struct ratio *a)
{
    if (find_bracketed(a->r, a->percent, &a->part)) {
        struct str label = quantity_label(a->r, a->percent);
        return label.n == 0 || words_has(label, "占 比例 比重");
    }
    if (find_nearest(a->r, a->percent, &a->part) &&
        !quantity_has_subject(a->r, a->part, a->percent) && read_share(a))
        return true;
    if (find_of(a->r, a->percent, &a->part) || find_subject(a->r, a->percent, &a->part))
        return true;
    bool several = false; /* "采纳31条,部分采纳9条,采纳率70.2%" */
    a->rate = quantity_find_rated(a->r, a->percent, &a->part, &several);
    a->of_some = several || is_of_decided(a->r, a->percent);
    return a->rate;
}

static bool fits(const struct ratio *a, size_t whole)
{
    struct decimal right;
    int grade = quantity_judge_share(quantity_item(a->r, a->percent), quantity_item(a->r, a->part),
                                     quantity_item(a->r, whole), &right);
    return grade == 0 || grade == 1;
}

static bool fits_both(const struct ratio *a, size_t x, size_t y)
{
    struct quantity both = *quantity_item(a->r, x);
    struct decimal right;
    int grade = -1;
    if (quantity_add(&both.value, quantity_item(a->r, y)->value))
        grade = quantity_judge_share(quantity_item(a->r, a->percent), quantity_item(a->r, a->part),
                                     &both, &right);
    return grade == 0 || grade == 1;
}

static bool may_be_whole(const struct ratio *a, size_t i)
{
    const struct quantity *q = quantity_item(a->r, i), *part = quantity_item(a->r, a->part);
    return i != a->part && q->class == part->class && quantity_counts(q) &&
           !quantity_is_rest(a->r, i) && (!q->approximate || q->rounded) &&
           decimal_cmp(q->value, part->value) >= 0;
}

/* "前三类合计278条,占18.1%": of no count beside those that were added up. */
static bool is_beside_sum(const struct ratio *a, size_t i)
{
    return words_has(quantity_label(a->r, a->part), "合计 共计 两项 二者 两者 三者") &&
           !words_has(quantity_label(a->r, i), "共 总 收到 新收 受理 办结 答复 全年 公开 发布 接");
}

static void add_whole(struct ratio *a, size_t whole)
{
    for (size_t k = 0; k < a->count && k < WHOLES_MAX; k++)
        if (decimal_cmp(quantity_item(a->r, a->wholes[k])->value,
                        quantity_item(a->r, whole)->value) == 0)
            return;
    if (a->count < WHOLES_MAX)
        a->wholes[a->count] = whole;
    a->count++;
}

/* "20件,占50%", "20件(50%)", "占50%(20件)". */
static bool has_percentage(const struct ratio *a, size_t i)
{
    const struct quantity_reader *r = a->r;
    size_t part;
    for (size_t p = i ? i - 1 : 0; p <= i + 1 && p < r->out->count; p++) {
        if (p == i || p == a->percent || quantity_item(r, p)->class != QUANTITY_PERCENT)
            continue;
        if (find_bracketed(r, p, &part) && part == i)
            return true;
        if (p > i && words_has(quantity_label(r, p), "占 比") &&
            quantity_between(r, quantity_end(quantity_item(r, i)), quantity_item(r, p)->at) <=
                BREAK_COMMA)
            return true;
    }
    return false;
}

/* What stands beside the part: it has a percentage of its own, or is a member of the same list. */
static bool is_beside(const struct ratio *a, size_t i)
{
    const struct quantity_reader *r = a->r;
    unsigned kind = quantity_kind(r, a->part);
    return r->share_of[i] || has_percentage(a, i) || (kind && kind == quantity_kind(r, i)) ||
           (r->member_of[i] && r->member_of[i] == r->member_of[a->part]);
}

static bool is_called(const struct ratio *a, size_t i)
{
    return a->named.n == 0 || str_find(quantity_label(a->r, i), a->named) != SIZE_MAX ||
           str_find(quantity_tail(a->r, i), a->named) != SIZE_MAX;
}

/* "共29件。办结28件,办结率96.6%": a count of the sentence before that a rate or a reply can be measured by. */
static bool is_total(const struct ratio *a, size_t i)
{
    const struct quantity *q = quantity_item(a->r, i);
    bool named = a->of_all && a->named.n >= STR("申请").n; /* "占申请总量的" */
    return (a->rate || quantity_kind(a->r, a->part)) && !q->comparison && !q->cumulative &&
           is_called(a, i) && !is_beside(a, i) &&
           (named || words_has(quantity_label(a->r, i), "共 合计 总计 新收 收到 受理"));
}

/* A member of a list that makes its whole, which is looked at itself. */
static bool is_inner(const struct quantity_reader *r, size_t i)
{
    const struct quantity_statement *s =
        r->member_of[i] ? &r->out->statements[r->member_of[i] - 1] : NULL;
    return s && s->relation == QUANTITY_HOLDS && s->part_count > 2 && s->whole < i;
}

/* Wholes of the sentence, and of those before it as far as they make the percentage right. */
static void find_wholes(struct ratio *a)
{
    const struct quantity_reader *r = a->r;
    size_t statement = r->member_of[a->part], stops = 0, end = quantity_item(r, a->part)->at;
    if (statement && r->out->statements[statement - 1].relation != QUANTITY_AMBIGUOUS) {
        size_t whole = r->out->statements[statement - 1].whole;
        if (is_called(a, whole)) {
            add_whole(a, whole);
            a->known = true;
        }
    }
    for (size_t i = a->part, steps = 0; i-- > 0 && steps < NEAR_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        stops += quantity_between(r, quantity_end(q), end) == BREAK_STOP;
        end = q->at;
        if (stops > (a->of_all ? ALL_BACK : SENTENCES_BACK))
            break;
        if (q->class == quantity_item(r, a->part)->class && quantity_counts(q)) {
            a->together = a->together || (a->last != SIZE_MAX && fits_both(a, i, a->last));
            a->last = i;
        }
        if (stops == 0 && quantity_is_bare(r, i))
            a->of_some = true; /* "新收402;其中自然人322件": what it counts may be the whole */
        if (a->fits == SIZE_MAX && quantity_changes_unit(r, a->part, i) &&
            !quantity_item(r, i)->approximate && fits(a, i))
            a->fits = i;
        if (!may_be_whole(a, i))
            continue;
        if (a->fits == SIZE_MAX && fits(a, i))
            a->fits = i;
        if (stops == 1 && a->count == 0 && is_total(a, i))
            add_whole(a, i);
        if (stops || q->comparison || q->cumulative || !is_called(a, i) || is_inner(r, i))
            continue;
        if (r->share_of[i] && !r->out->shares[r->share_of[i] - 1].ambiguous)
            add_whole(a, r->out->shares[r->share_of[i] - 1].whole);
        if (!is_beside(a, i) && !is_beside_sum(a, i))
            add_whole(a, i);
    }
}

/* Whether a whole that the percentage does not fit is certainly meant. */
static bool is_sure(const struct ratio *a)
{
    const struct quantity *part = quantity_item(a->r, a->part);
    return !a->of_some && !quantity_is_of_other_matter(a->r, a->percent, a->wholes[0]) &&
           (!part->approximate || part->rounded) && !part->comparison && !part->cumulative &&
           (a->known || a->count == 1 || (a->count > 1 && a->count <= WHOLES_MAX));
}

bool quantity_find_ratio(const struct quantity_reader *r, size_t percent,
                         struct quantity_share *share)
{
    struct ratio a = { .r = r, .percent = percent, .fits = SIZE_MAX, .last = SIZE_MAX };
    if (is_rough(r, percent) || is_in_row(r, percent) || !find_part(&a) ||
        !quantity_counts(quantity_item(r, a.part)))
        return false;
    a.of_all = words_has(quantity_label(r, percent), "总数 总量 全部 全年");
    find_wholes(&a);
    if (a.fits == SIZE_MAX && (a.together || a.count == 0 || !is_sure(&a)))
        return false;
    *share = (struct quantity_share){ .percent = percent,
                                      .part = a.part,
                                      .whole = a.fits != SIZE_MAX ? a.fits : a.wholes[0] };
    return true;
}
