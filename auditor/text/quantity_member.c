/* quantity_member.c - what the words of a member tell of its list; see quantity_member.h. */
#include "text/quantity_member.h"

#include <string.h>

/* The label without the words that introduce the list. */
struct str quantity_own_label(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = quantity_label(r, item);
    size_t at = r->out->items[item].label_at;
    if (at < cue_end && cue_end <= r->out->items[item].at)
        label = quantity_text(r, cue_end, r->out->items[item].at);
    for (size_t n; (n = words_starts(label, QUANTITY_LEADS " 公开 发布 是 涉及 在 经 于 为")) != 0;)
        label = str_sub(label, n, label.n);
    return label;
}

bool quantity_is_catch_all(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = quantity_own_label(r, item, cue_end);
    struct str tail = quantity_tail(r, item);
    if (words_starts(label, "其他处理 其他法律 其它处理 其他法规 其他行政机关"))
        return false;
    return words_starts(label, "其他 其它 其余 剩余 余下 剩下") ||
           (label.n == 0 && words_starts(tail, "其他 其它 其余"));
}

/* "其他", "其他类信息": the rest, wherever it stands; "其他文件" may be one member among others. */
bool quantity_is_rest_of_all(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = quantity_own_label(r, item, cue_end);
    label = str_sub(label, words_starts(label, "其他 其它 其余 剩余 余下 剩下"), label.n);
    label = str_sub(label, 0, label.n - words_ends(label, "有 为 共"));
    return words_starts(label, "类信息 类政府信息 类 各类政府信息 各类信息 各类 信息 政府信息 "
                               "方面信息 方面 方式 渠道 "
                               "内容 情形 的 部分 ”") == label.n;
}

/* "剩余500条": what is left of the whole. */
bool quantity_names_rest(const struct quantity_reader *r, size_t item)
{
    return words_starts(quantity_own_label(r, item, 0), "其余 剩余 余下 剩下") != 0;
}

/* "...等83条": the member gathers what was not named. */
bool quantity_is_and_so_on(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = quantity_own_label(r, item, cue_end);
    size_t at = str_find(label, STR("等"));
    if (at == SIZE_MAX || at == 0)
        return false;
    struct str rest = str_sub(label, at + STR("等").n, label.n);
    bool reason = words_starts(label, "因 由于") || words_starts(rest, "原因 理由 事由 因素");
    return !reason && !words_starts(rest, "级 候 待 次 距 同") && rest.n <= 30;
}

/* Quantities that stand in a list without being counted in it. */
bool quantity_is_aside(const struct quantity_reader *r, size_t item, uint16_t year, size_t first,
                       size_t last)
{
    const struct quantity *q = &r->out->items[item], *of = &r->out->items[first];
    bool one = q->chinese && q->value.value == 1 && /* 公开四件、部分公开一件 */
               (of->chinese || r->out->items[last].chinese);
    if (q->comparison || q->cumulative || (!quantity_counts(q) && !one))
        return true;
    uint16_t of_list = year ? year : of->year;
    if (q->year && of_list && q->year != of_list)
        return true;
    if (words_starts(quantity_label(r, item), "为 占 达 相当于") &&
        words_has(quantity_label(r, item), "计划 目标 任务"))
        return true; /* "工业投资20亿元,为年度计划18亿元的111.1%" */
    return words_has(quantity_label(r, item),
                     "不含 不包括 除外 除了 单篇 最高 最低 最多 最少 每") ||
           quantity_is_mean(quantity_label(r, item));
}

bool quantity_says_open(const struct quantity_reader *r, size_t item)
{
    size_t end = quantity_end(&r->out->items[item]);
    return words_starts(str_sub(r->text, end, r->text.n),
                        "等 ,其余为 ,其余均 ,其余系 ,其他为 ,其他均 ,剩余为 ;其余为") != 0 ||
           words_ends(quantity_tail(r, item), "等") != 0;
}

/* How many bytes two texts end in alike. */
size_t quantity_same_end(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n])
        n++;
    return n;
}

/* "财政信息2条,人事信息1条", "公开指南1条,公开年报1条": two words that both begin or end with. */
bool quantity_is_worded_alike(const struct quantity_reader *r, size_t a, size_t b)
{
    struct str x = quantity_label(r, a), y = quantity_label(r, b);
    const size_t two = STR("信息").n;
    return x.n >= two && y.n >= two &&
           (str_eq(str_sub(x, 0, two), str_sub(y, 0, two)) || quantity_same_end(x, y) >= two);
}

/* 属实 and 不属实, 答复类 and 非答复类: one is what the other is not. */
static bool is_opposite(struct str a, struct str b)
{
    size_t no = words_starts(b, "不 未 非");
    return no && a.n >= STR("属实").n && a.n + no == b.n && str_eq(str_sub(b, no, b.n - no), a);
}

/* Two sides of a thing that leave nothing over. A list of more members than the two may have others between them: `least`
 * says from how many members on the two close it. Of some there may be others even where only the two are told. */
struct pair {
    unsigned least;
    bool others;
};

enum {
    PAIR_ADOPTED,
    PAIR_APPLICANT,
    PAIR_SATISFIED,
    PAIR_LINE,
    PAIR_HALF,
    PAIR_QUARTER,
    PAIR_ORIGIN,
    PAIR_HOST,
    PAIR_GOOD,
    PAIR_PASSED,
    PAIR_VALID,
    PAIR_HANDLED,
    PAIR_MENDED,
    PAIR_OPEN,
    PAIR_PROMISE,
    PAIR_GOODS,
    PAIR_PROCEDURE,
    PAIR_STOCK,
    PAIRS
};

static const struct pair pairs[PAIRS] = {
    [PAIR_SATISFIED] = { .least = 3 }, [PAIR_QUARTER] = { .least = 4 }, /* the first and the last */
    [PAIR_OPEN] = { .others = true },  [PAIR_GOODS] = { .others = true },
    [PAIR_STOCK] = { .others = true }, [PAIR_PROCEDURE] = { .others = true },
};

#define SIDES(side_pair, side_a, side_b)                                                           \
    { 2 * (side_pair) + 1, WORDS(side_a) },                                                        \
    {                                                                                              \
        2 * (side_pair) + 2, WORDS(side_b)                                                         \
    }

/* A bit for each pair of which both sides have members. */
static uint32_t pairs_of(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t cue_end)
{
    static struct words_sort sides[] = {
        SIDES(PAIR_ADOPTED, "采纳 予以采纳 已采纳 吸收采纳", "未采纳 不采纳 不予采纳 未予采纳"),
        SIDES(PAIR_APPLICANT, "自然人 公民", "法人"),
        SIDES(PAIR_SATISFIED, "满意 非常满意 很满意", "不满意"),
        SIDES(PAIR_LINE, "线上", "线下"),
        SIDES(PAIR_HALF, "上半年", "下半年"),
        SIDES(PAIR_QUARTER, "一季度 第一季度 春季", "四季度 第四季度 冬季"),
        SIDES(PAIR_ORIGIN, "原创", "转载 转发"),
        SIDES(PAIR_HOST, "主办", "协办 会办 分办"),
        SIDES(PAIR_GOOD, "合格", "不合格"),
        SIDES(PAIR_PASSED, "通过", "未通过 不通过"),
        SIDES(PAIR_VALID, "有效", "无效"),
        SIDES(PAIR_HANDLED, "已办结 办结 当年办结 已经办结 已审结 审结 当年审结 已经审结",
              "未办结 正在办理 在办 仍在办理 尚在办理 尚未办结 未审结 尚未审结 正在审理 仍在审理 "
              "尚在审理 在审"),
        SIDES(PAIR_MENDED, "已整改 整改完成", "正在整改 未整改"),
        SIDES(PAIR_OPEN, "主动公开", "不予公开 不公开"),
        SIDES(PAIR_PROMISE, "即办件", "承诺件"),
        SIDES(PAIR_GOODS, "商品类", "服务类"),
        SIDES(PAIR_PROCEDURE, "简易程序", "普通程序 一般程序"),
        SIDES(PAIR_STOCK, "存量", "新增"),
    };
    static struct words_sorts sorts = { .all = sides, .count = sizeof sides / sizeof *sides };
    uint32_t met[2] = { 0, 0 };
    size_t n;
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_own_label(r, list->parts[k], cue_end);
        int side = words_sort_of(&sorts, label, &n);
        if (side && !words_has(label, "转普通 转为普通 转一般 转为一般"))
            met[(side - 1) % 2] |= (uint32_t)1 << (side - 1) / 2;
    }
    return met[0] & met[1];
}

/* Members that leave nothing over: adopted and not adopted, persons and bodies. */
bool quantity_is_all(const struct quantity_reader *r, const struct quantity_list *list,
                     size_t cue_end)
{
    uint32_t both = pairs_of(r, list, cue_end);
    for (; both; both &= both - 1)
        if (list->count >= pairs[__builtin_ctz(both)].least)
            return true;
    return list->count == 2 && is_opposite(quantity_own_label(r, list->parts[0], cue_end),
                                           quantity_own_label(r, list->parts[1], cue_end));
}

bool quantity_is_pair(const struct quantity_reader *r, size_t a, size_t b)
{
    const size_t most = STR("已经办结的有").n;
    struct quantity_list list = { .parts = { a, b }, .count = 2 };
    if (!quantity_label(r, a).n || quantity_label(r, a).n > most || quantity_label(r, b).n > most ||
        !quantity_is_all(r, &list, 0))
        return false;
    for (uint32_t both = pairs_of(r, &list, 0); both; both &= both - 1)
        if (pairs[__builtin_ctz(both)].others)
            return false;
    return true;
}

/* "政策类发布信息30条;其他发布信息20条": the members repeat words that the whole does not end in. */
bool quantity_is_refrain(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t whole)
{
    struct str first = quantity_label(r, list->parts[0]), of_whole = quantity_label(r, whole);
    size_t words = first.n, least = STR("发布信息").n;
    for (size_t k = 1; k < list->count; k++) {
        size_t n = quantity_same_end(first, quantity_label(r, list->parts[k]));
        words = n < words ? n : words;
    }
    return words >= least && quantity_same_end(first, of_whole) < least;
}

/* "252条,占总数的9.1%": what a member is told to be of the whole. */
bool quantity_tells_share(const struct quantity_reader *r, size_t item)
{
    size_t end = quantity_end(&r->out->items[item]);
    struct str behind = str_sub(r->text, end, STR("(约占总").n);
    if (behind.n > 0 && strchr(",(", behind.p[0]))
        behind = str_sub(behind, 1, behind.n);
    return words_starts(behind, "占总 约占总 占全部 占全年 占公开总 占信息总 占比") != 0;
}
