/* quantity_mean.c - multiples and means, with the two numbers that they were computed from: "2599人次,是上年787人次的3.3倍",
 * "培训6期、208人次,平均每期34.7人次", "新收135件,月均11.3件"; see quantity_inner.h. */
#include "text/quantity_list.h"

enum { BACK_MAX = 12, AHEAD_MAX = 2, MONTHS = 12 };

/* Means whose word names what they are for each of, and what may have been counted before. */
#define OF_EACH "院均 场均 期均 户均 件均 篇均 村均 校均 站均 镇均 县均 项均 社均 人均"

bool quantity_is_mean(struct str label)
{
    static struct words means =
        WORDS("平均 月均 日均 年均 周均 季均 乡均 家均 所均 厅均 店均 班均 园均 馆均 次均 "
              "宗均 案均 亩均 均每 " OF_EACH);
    return words_inside(&means, label);
}

static bool exact(const struct quantity *q)
{
    return quantity_counts(q) && !q->approximate;
}

static struct str unit_of(const struct quantity_reader *r, size_t i)
{
    return str_sub(r->text, quantity_item(r, i)->unit_at, quantity_item(r, i)->unit_len);
}

static bool fits(const struct quantity_reader *r, const struct quantity_share *s)
{
    struct decimal right;
    int grade = quantity_judge(r->out, s, &right);
    return grade == 0 || grade == 1;
}

/* "是上年787人次的3.3倍": both numbers stand right before it. */
static bool find_multiple(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    if (i < 2 || !str_eq(unit_of(r, i), STR("倍")) || quantity_item(r, i)->approximate ||
        !str_eq(quantity_label(r, i), STR("的")) || !exact(quantity_item(r, i - 1)) ||
        !exact(quantity_item(r, i - 2)) || !quantity_same_unit(r, i - 2, i - 1) ||
        quantity_item(r, i - 2)->comparison ||
        quantity_between(r, quantity_end(quantity_item(r, i - 2)), quantity_item(r, i - 1)->at) >
            BREAK_COMMA ||
        !words_starts(quantity_label(r, i - 1), "是 为 达 达到 相当于"))
        return false;
    *share =
        (struct quantity_share){ .percent = i, .part = i - 2, .whole = i - 1, .of = QUANTITY_MEAN };
    return true;
}

/* What a mean is said to be for each of: 期 in "平均每期", 月 in "月均"; "" for none. */
static struct str each_of(struct str label)
{
    static struct words each = WORDS("平均每 均每");
    size_t n, at = words_last_in(&each, label, &n);
    if (words_has(label, "增加 增长 减少 提高 提升 下降 上升 缩短 压缩"))
        return STR(""); /* "去年288条,今年312条,月均增加2条" */
    if (words_starts(label, "月均"))
        return STR("月");
    if (at != SIZE_MAX)
        return str_sub(label, at + n, label.n);
    size_t of = words_starts(label, OF_EACH);
    return of && words_starts(str_sub(label, of, label.n), "为 达 约") == label.n - of
               ? str_sub(label, 0, of - STR("均").n) /* "3期、216人次,期均72人次" */
               : STR("");
}

/* A member of a list is neither what is divided nor what divides it. */
static bool is_member(const struct quantity_reader *r, size_t i)
{
    return r->member_of[i] && r->out->statements[r->member_of[i] - 1].whole != i;
}

/* Whether a count can be what is divided: a total of the year, and no mean itself. A member of a list only where it fits. */
static bool may_be_divided(const struct quantity_reader *r, size_t i, size_t mean)
{
    const struct quantity *q = quantity_item(r, i);
    struct str label = quantity_label(r, i);
    return exact(q) && !q->comparison && quantity_same_unit(r, i, mean) &&
           (!q->cumulative || words_has(label, "全年 本年 年内")) &&
           !words_has(label, "每 均 最 上年 去年 季度 上半年 下半年");
}

/* How often a year has what the words begin with; 0 where the text must tell. */
static int64_t in_year(struct str each)
{
    return words_starts(each, "月 个月") ? MONTHS : 0;
}

/* Whether a number counts what a mean is said to be for each of. */
static bool counts_each(const struct quantity_reader *r, size_t i, struct str each)
{
    const struct quantity *q = quantity_item(r, i);
    struct str unit = unit_of(r, i), tail = quantity_tail(r, i);
    if (unit.n == 0 || q->approximate || q->value.value == 0 || q->comparison ||
        words_has(quantity_label(r, i), "每 均"))
        return false;
    size_t n = str_starts(each, unit) ? unit.n : 0, one = STR("村").n;
    if (n == 0 && words_starts(unit, "场次 户次 篇次"))
        n = str_starts(each, str_sub(unit, 0, one)) ? one : 0;
    if (n == 0 && str_eq(each, STR("人")) && words_starts(unit, "名 位") == unit.n)
        n = each.n;
    if (n == 0 && tail.n >= one && words_starts(unit, "个 家 所") == unit.n)
        return str_starts(each, str_sub(tail, 0, one)) || /* "18个村平均每村更新126.7次" */
               str_starts(each, str_sub(tail, one, one)); /* "11家医院…,院均584条" */
    struct str noun = str_sub(each, n, each.n); /* "每个站所" is for each of "14个站所" */
    return n &&
           (noun.n < STR("站").n || tail.n == 0 || q->class == QUANTITY_TIME ||
            str_starts(tail, str_sub(noun, 0, STR("站").n)) || !words_starts(unit, "个 家 名"));
}

/* Members of lists are among them: a mean that is right by one is right, none is wrong by one. */
struct mean {
    size_t wholes[BACK_MAX], parts[BACK_MAX];
    size_t whole_count, part_count;
    size_t whole, part; /* the nearest that is no member */
    size_t own_wholes, own_parts;
};

static void add_part(const struct quantity_reader *r, struct mean *m, size_t item, bool counts)
{
    m->parts[m->part_count++] = item;
    if (counts && !is_member(r, item) && m->own_parts++ == 0)
        m->part = item;
}

static void add_whole(const struct quantity_reader *r, struct mean *m, size_t item, bool counts)
{
    m->wholes[m->whole_count++] = item;
    if (counts && !is_member(r, item) && m->own_wholes++ == 0)
        m->whole = item;
}

/* The numbers that the mean may have been computed from: in its sentence and the one before. */
static void collect(const struct quantity_reader *r, size_t i, struct str each, struct mean *m)
{
    size_t end = quantity_item(r, i)->at, stops = 0, last = i;
    for (size_t k = i, steps = 0; k-- > 0 && steps < BACK_MAX; steps++) {
        stops += quantity_between(r, quantity_end(quantity_item(r, k)), end) == BREAK_STOP;
        end = quantity_item(r, k)->at;
        if (stops > 1)
            break;
        /* the sentence before tells what may be meant only where this one does not */
        if (may_be_divided(r, k, i))
            add_part(r, m, k, stops == 0 || m->own_parts == 0);
        if (counts_each(r, k, each))
            add_whole(r, m, k, stops == 0 || m->own_wholes == 0);
    }
    while (last + 1 < r->out->count && last < i + AHEAD_MAX && m->own_wholes == 0 &&
           m->whole_count < BACK_MAX &&
           quantity_between(r, quantity_end(quantity_item(r, last)),
                            quantity_item(r, last + 1)->at) < BREAK_STOP)
        if (counts_each(r, ++last, each))
            add_whole(r, m, last, true);
}

/* Whether another mean stands between: "平均每镇300条,平均每月25条" may be of each in each. */
static bool has_mean_between(const struct quantity_reader *r, size_t from, size_t to)
{
    for (size_t k = from + 1; k < to; k++)
        if (words_has(quantity_label(r, k), "均"))
            return true;
    return false;
}

/* "自4月开通以来推送312条,月均35条": it need not be divided by all months of the year. */
static bool is_of_months(const struct quantity_reader *r, size_t i)
{
    size_t from = quantity_item(r, i)->at,
           near = STR("自2023年4月正式开通运行以来,截至年底,累计推送").n;
    for (; near > 0 && from > 0; near--)
        from--;
    while (from < r->text.n && ((unsigned char)r->text.p[from] & 0xC0) == 0x80)
        from++;
    return words_has(
        quantity_text(r, from, quantity_item(r, i)->at),
        "以来 开通 上线 成立 开设 新设 月起 月至 月底 月末 月份 季度 上半年 下半年 汛期 前三");
}

/* "微博860条,微信312条,月均97.7条": of both; "12个社区、18个村,平均每村120条": for each of both. */
static bool is_of_both(const struct quantity_reader *r, const struct mean *m, size_t i,
                       int64_t known)
{
    struct quantity whole = { .value = { known, 0 } }, both = *quantity_item(r, m->parts[0]);
    struct decimal right;
    if (!known)
        whole = *quantity_item(r, m->whole);
    for (size_t p = 1; p < m->part_count; p++) {
        if (!quantity_add(&both.value, quantity_value(r, m->parts[p])))
            return false;
        if (quantity_judge_share(quantity_item(r, i), &both, &whole, &right) < 2)
            return true;
    }
    for (size_t k = m->whole ? m->whole - 1 : 0; !known && k <= m->whole + 1; k++) {
        struct quantity all = whole;
        if (k != m->whole && k < r->out->count && quantity_same_unit(r, k, m->whole) &&
            quantity_add(&all.value, quantity_value(r, k)) &&
            quantity_judge_share(quantity_item(r, i), quantity_item(r, m->part), &all, &right) < 2)
            return true;
    }
    return false;
}

/* "公开5600条,11家医院,院均500条,其余100条由疾控中心公开", "其中疾控中心100条": what is not divided is told beside it. */
static bool leaves_rest(const struct quantity_reader *r, const struct mean *m, size_t i,
                        int64_t known)
{
    struct quantity whole = { .value = { known, 0 } }, less = *quantity_item(r, m->part);
    struct decimal right;
    if (!known)
        whole = *quantity_item(r, m->whole);
    for (size_t k = m->part + 1; k < r->out->count && k <= i + AHEAD_MAX; k++) {
        struct decimal rest = quantity_value(r, k);
        if (k == i || !quantity_same_unit(r, k, i) || quantity_item(r, k)->comparison)
            continue;
        less.value = quantity_value(r, m->part);
        rest.value = -rest.value;
        if (quantity_is_rest(r, k) ||
            (quantity_add(&less.value, rest) && less.value.value > 0 &&
             quantity_judge_share(quantity_item(r, i), &less, &whole, &right) < 2))
            return true;
    }
    return false;
}

/* "平均每期34.7人次", "月均11.3件": right by any two numbers, or wrong by the only two that there are. */
static bool find_mean(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    const struct quantity *q = quantity_item(r, i);
    struct mean m = { .whole_count = 0 };
    struct str each = each_of(quantity_label(r, i));
    int64_t known = in_year(each);
    if (each.n == 0 || !quantity_counts(q) || q->value.value == 0 ||
        (q->approximate && !q->rounded))
        return false;
    collect(r, i, each, &m);
    *share = (struct quantity_share){ .percent = i, .of = QUANTITY_MEAN, .total = { known, 0 } };
    for (size_t p = 0; p < m.part_count; p++)
        for (size_t w = 0; w < (known ? 1 : m.whole_count); w++) {
            share->part = m.parts[p];
            share->whole = known ? m.parts[p] : m.wholes[w];
            if (fits(r, share))
                return true;
        }
    if (m.own_parts == 0 || (!known && m.own_wholes != 1))
        return false;
    share->part = m.part;
    share->whole = known ? m.part : m.whole;
    /* "推送312条,月均26条": of the count right before */
    bool beside = known && m.part + 1 == i && quantity_label(r, m.part).n;
    bool far = !known && !words_has(quantity_label(r, i), "每") && /* "年末298户。…户均3000元" */
               quantity_between(r, quantity_end(quantity_item(r, m.whole)), q->at) == BREAK_STOP;
    return !far && (beside || m.own_parts == 1) && !(known && is_of_months(r, i)) &&
           quantity_between(r, quantity_end(quantity_item(r, m.part)), q->at) < BREAK_STOP &&
           !has_mean_between(r, m.part, i) && !is_of_both(r, &m, i, known) &&
           !leaves_rest(r, &m, i, known);
}

/* "编印12期,每期500册,共计6000册": what each is, the total right behind it; wrong by a slip of the pen. */
static bool find_each(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    struct str label = quantity_label(r, i), each = str_sub(label, STR("每").n, label.n);
    if (!words_starts(label, "每") || words_has(label, "均 天 日 月 年") || i == 0 ||
        i + 1 >= r->out->count || !exact(quantity_item(r, i)) || !exact(quantity_item(r, i - 1)) ||
        !counts_each(r, i - 1, each) || is_member(r, i - 1) || !quantity_same_unit(r, i, i + 1) ||
        !exact(quantity_item(r, i + 1)) ||
        !words_ends(quantity_label(r, i + 1), "合计 共计 总计 总量 总数 共") ||
        quantity_between(r, quantity_end(quantity_item(r, i - 1)), quantity_item(r, i + 1)->at) >
            BREAK_COMMA)
        return false;
    *share =
        (struct quantity_share){ .percent = i, .part = i + 1, .whole = i - 1, .of = QUANTITY_MEAN };
    int64_t due = quantity_value(r, i).value * quantity_value(r, i - 1).value;
    return fits(r, share) || quantity_is_slip(due, quantity_value(r, i + 1).value);
}

/* "由6篇增至20篇,增长2.3倍": many write the multiple of what it was. */
static bool find_grown(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    if (!str_eq(unit_of(r, i), STR("倍")) || quantity_item(r, i)->approximate ||
        !quantity_find_growth(r, i, share) || share->of != QUANTITY_CHANGE || share->down)
        return false;
    struct quantity_share multiple = *share;
    multiple.of = QUANTITY_MEAN;
    if (!fits(r, share) && fits(r, &multiple))
        *share = multiple;
    return true;
}

bool quantity_find_mean(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    if (str_eq(unit_of(r, i), STR("倍")))
        return find_multiple(r, i, share) || find_grown(r, i, share);
    return words_has(quantity_label(r, i), "均 每") &&
           (find_mean(r, i, share) || find_each(r, i, share));
}
