/* quantity_total.c - a total that stands behind its parts: "A 12件、B 9件,共计21件". */
#include "text/quantity_list.h"

/* The words before the number say no more than that it is a total; *verb gets what was done to all of
 * the parts: "共答复" in "网上答复30件,信函答复11件,共答复41件". */
static bool is_total(struct str label, bool numbered, struct str *verb, bool *points_back)
{
    size_t years = words_starts(label, "两年 三年 四年 五年 六年"), several = numbered;
    size_t n = years ? years : words_starts(label, "全年 年内 本年度 本年 今年");
    struct str rest = str_sub(label, n, label.n);
    *verb = STR("");
    *points_back = words_starts(label, "以上 上述 前述") != 0;
    if (words_starts(label, "目前 现在 至今 迄今 现共 现已"))
        return false; /* what there is after all changes */
    if (n && (str_eq(rest, STR("累计")) || str_eq(rest, STR("累计为"))))
        return true;
    label = str_sub(label, years, label.n);
    if (words_starts(label, "总批次 总数 总量 总条数 总件数 总人数 总人次 总次数 总期数 总场次"))
        return words_ends(label,
                          "数 数为 量 量为 次 次为 数达 次达 量达 量共 数共 量共计 数共计") != 0;
    while ((n = words_starts(label, "以上 上述 前述 两项 三项 四项 五项 各项 二者 两者 三者 本年度 "
                                    "全年 年内 总量 数量 本年 全市 全县 全区 全镇 全局 全省 全系统 "
                                    "三类 两类 四类 五类 六类 两家 三家 四家 五家 两种 三种 四种 "
                                    "两个渠道 三个渠道 四个渠道 "
                                    "两个平台 三个平台 四个平台 三大类 四大类 五大类 两者 连同上年 "
                                    "年度 当年 本机关 我局")) != 0)
        label = str_sub(label, n, label.n), several++;
    if (several)
        label =
            str_sub(label, words_starts(label, "单位 部门 乡镇 街道 渠道 平台 信息 文件 工单 事项"),
                    label.n);
    if (str_eq(label, STR("计")))
        return true;
    size_t two = STR("两微").n; /* 两微合计, 全年两项合计 */
    if (label.n > two && words_starts(str_sub(label, two, label.n), "合计 共计 总计"))
        label = str_sub(label, two, label.n);
    size_t all = words_starts(label, "总收件 总受理 总办结 总答复 总发布 总公开 总接件 总办件");
    if (all && all == label.n) {
        *verb = str_sub(label, STR("总").n, label.n); /* "线上收件11件,线下收件30件,总收件41件" */
        return true;
    }
    n = words_starts(
        label, "之和为 之和达 之和 相加为 合计共 共计为 合计为 总计为 总计亦为 总计也为 合计亦为 "
               "合计也为 共计 合计 总计 总共 小计 相加 加起来 共 "
               "应办理 需办理 应办 待办理 应处理 应当办理");
    *verb = str_sub(label, n, label.n);
    if (verb->n && words_starts(*verb, "公开信息 发布信息 公开政府信息 发布政府信息 公开各类信息 "
                                       "发布各类信息") == verb->n)
        *verb = STR("信息"); /* each part must be said to be that */
    return n > 0 && (verb->n == 0 || (verb->n >= STR("答复").n && verb->n <= STR("发现问题").n));
}

/* "罚款613.05万元,没收48.27万元,罚没款合计661.32万元": money under a name of its own. */
static bool is_sum_of_money(const struct quantity_reader *r, size_t item)
{
    struct str label = quantity_label(r, item);
    size_t n = words_ends(label, "合计 共计 总计 合计为");
    return quantity_item(r, item)->class == QUANTITY_MONEY && n && label.n > n &&
           label.n - n <= STR("罚没款金额").n &&
           words_has(label, "罚没 金额 资金 经费 费用 收入 支出 投资");
}

/* "三公经费合计15.5万元,其中因公出国0.5万元": parts stand behind it. */
static bool is_divided(const struct quantity_reader *r, size_t item)
{
    return words_starts(str_sub(r->text, quantity_end(&r->out->items[item]), r->text.n),
                        ",其中 (其中 ,包括 (含") != 0;
}

/* "三家单位共131件": a number of what the parts are of stands before the words. */
static bool is_numbered(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return item > 0 && q[-1].chinese && quantity_end(q - 1) == q->label_at;
}

/* What may be said of all kinds of parts. */
static bool is_common(struct str verb)
{
    return verb.n == 0 ||
           words_starts(
               verb,
               "信息 答复 办结 办理 公开 发布 受理 收到 收件 接件 办件 接待 培训 开展 制作 推送") ==
               verb.n;
}

/* No words, or those of a quarter: what is said of the number before is said of this one. */
static bool is_of_row(const struct quantity_reader *r, size_t item)
{
    struct str label = quantity_label(r, item);
    return words_starts(
               label,
               "和 及 与 以及 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 "
               "上半年 下半年") == label.n;
}

/* "一季度4份,二季度9份,三季度26份,四季度64份,全年103份": quarters or halves, down to the last of the year. */
static bool ends_year(const struct quantity_reader *r, size_t item)
{
    struct str label = quantity_label(r, item);
    return item > 1 && words_starts(label, "全年 本年 全年共 全年总") == label.n && label.n &&
           words_starts(quantity_label(r, item - 1), "四季度 第四季度 下半年") != 0 &&
           words_has(quantity_label(r, item - 2), "三季度 上半年") &&
           quantity_between(r, quantity_end(&r->out->items[item - 1]), r->out->items[item].at) ==
               BREAK_COMMA;
}

static bool says(const struct quantity_reader *r, size_t item, struct str verb)
{
    while (str_find(quantity_label(r, item), verb) == SIZE_MAX) {
        if (item == 0 || !is_of_row(r, item) ||
            quantity_between(r, quantity_end(&r->out->items[item - 1]), r->out->items[item].at) >
                BREAK_COMMA)
            return false;
        item--;
    }
    return true;
}

/* What stands between the number and the next mark must be said of the parts too: "乡镇12个、街道4个,
 * 共160个村" adds up nothing. */
static bool same_noun(const struct quantity_reader *r, size_t total, size_t part)
{
    struct str noun = quantity_tail(r, total);
    size_t n = words_starts(noun, "参加 参与 出席");
    noun = str_sub(noun, n, noun.n);
    if (words_starts(noun, "全部 均 都 已 依法 按期 按时 也"))
        return true; /* "审批46项、备案210项,共256项全部公示": what was done to them */
    return noun.n == 0 || str_eq(noun, quantity_tail(r, part));
}

/* Whether an item is a part of a part: a member of a list, or the head of what may be one. */
static bool is_inner(const struct quantity_reader *r, size_t item, bool heads)
{
    if (!r->member_of[item])
        return false;
    const struct quantity_statement *s = &r->out->statements[r->member_of[item] - 1];
    return s->relation != QUANTITY_AMBIGUOUS || (heads && s->parts[0] == item);
}

/* "3期420人次": two numbers of one member, each of which has a total. */
static bool is_paired(const struct quantity_reader *r, size_t i)
{
    const struct quantity *all = r->out->items;
    return (i > 0 && quantity_end(&all[i - 1]) == all[i].at) ||
           (i + 1 < r->out->count && all[i + 1].at <= quantity_end(&all[i]) + STR("培训").n &&
            quantity_between(r, quantity_end(&all[i]), all[i + 1].at) == BREAK_NONE);
}

/* "保留86件,修改9件,废止14件,共清理109件": what the parts are called by tells that the verb is said of all of them. */
static unsigned kind_of_parts(const struct quantity_reader *r, size_t total, struct str verb)
{
    unsigned kind = verb.n && total > 1 ? quantity_kind(r, total - 1) : 0;
    return kind && kind == quantity_kind(r, total - 2) && quantity_has_kind(r, total, kind) ? kind
                                                                                            : 0;
}

/* The parts, from the nearest backwards: counts of the same unit in the same sentence. */
static void collect(const struct quantity_reader *r, size_t total, struct str verb,
                    bool points_back, bool heads, struct quantity_list *list)
{
    const struct quantities *out = r->out;
    const struct quantity *t = &out->items[total];
    size_t steps = 0, end = t->at;
    unsigned kind = kind_of_parts(r, total, verb);
    for (size_t i = total; i-- > 0 && steps < 40 && list->count < QUANTITY_PARTS; steps++) {
        const struct quantity *q = &out->items[i];
        if (quantity_between(r, quantity_end(q), end) == BREAK_STOP) {
            if (!points_back)
                break;
            points_back = false; /* one sentence back, not two */
        }
        end = q->at;
        if (r->depth[q->at] < r->depth[t->at])
            break;
        bool of_label = q->chinese && quantity_end(q) >= t->label_at; /* 三项合计 */
        if (r->depth[q->at] > r->depth[t->at] || !quantity_counts(q) || q->comparison ||
            is_inner(r, i, heads) || of_label)
            continue;
        struct decimal sum = list->sums[list->count];
        if (!quantity_same_unit(r, i, total) &&
            (is_paired(r, i) ||
             words_has(quantity_label(r, i), "点击 阅读 浏览 访问 播放 覆盖 关注 转发 点赞")))
            continue; /* "微信20条,阅读量3万次,微博10条,共30条" */
        if (!quantity_same_unit(r, i, total) || q->class != t->class || !same_noun(r, total, i) ||
            (!(kind && quantity_kind(r, i) == kind) && !says(r, i, verb)) ||
            !quantity_add(&sum, q->value))
            break;
        list->open = list->open || words_starts(quantity_tail(r, i), "等") != 0;
        list->parts[list->count++] = i;
        list->sums[list->count] = sum;
    }
}

/* How far the first k parts are from the whole, in units of the last digit; INT64_MAX for unknown. */
static int64_t distance(const struct quantity_list *list, size_t k, struct decimal whole)
{
    struct decimal off = list->sums[k];
    whole.value = -whole.value;
    if (!quantity_add(&off, whole))
        return INT64_MAX;
    return off.value < 0 ? -off.value : off.value;
}

/* How many of the parts, at least two, come nearest to the whole; 0 for no two. */
static size_t nearest(const struct quantity_list *list, struct decimal whole)
{
    size_t best = 2;
    for (size_t k = 3; k <= list->count; k++)
        if (distance(list, k, whole) < distance(list, best, whole))
            best = k;
    return list->count < 2 ? 0 : best;
}

/* "网络渠道占49.0%,共107件;信函占…": it is what the percentage before it is of. */
static bool is_of_percent(const struct quantity_reader *r, size_t item)
{
    const struct quantity *p = &r->out->items[item ? item - 1 : 0];
    size_t subject = item && p->class == QUANTITY_PERCENT
                         ? str_find(quantity_label(r, item - 1), STR("占"))
                         : SIZE_MAX;
    return subject != SIZE_MAX && subject > 0 &&
           quantity_between(r, quantity_end(p), p[1].at) <= BREAK_COMMA;
}

bool quantity_find_total(const struct quantity_reader *r, size_t item, struct quantity_list *list)
{
    const struct quantity *t = &r->out->items[item];
    struct str verb;
    bool points_back;
    bool second = item > 0 && quantity_end(&r->out->items[item - 1]) == t->at;
    size_t named = second ? item - 1 : item;
    if (is_numbered(r, named) && words_ends(quantity_label(r, named - 1), "前 后"))
        return false; /* "前三类合计588条": the first of more members */
    bool total = is_total(quantity_label(r, named), is_numbered(r, named), &verb, &points_back);
    bool money = !total && is_sum_of_money(r, item);
    if (money)
        verb = STR("");
    if (t->comparison || is_of_percent(r, item) || (!total && !money && !ends_year(r, item)))
        return false;
    *list = (struct quantity_list){ .count = 0 };
    struct quantity_list all = *list;
    collect(r, item, verb, points_back, true, list);
    collect(r, item, verb, points_back, false, &all);
    size_t best = nearest(list, t->value), best_of_all = nearest(&all, t->value);
    if (best_of_all &&
        (!best || distance(&all, best_of_all, t->value) < distance(list, best, t->value))) {
        *list = all;
        best = best_of_all;
    }
    if (!best)
        return false;
    list->count = best;
    list->rough = false;
    for (size_t k = 0; k < best; k++) {
        const struct quantity *part = &r->out->items[list->parts[k]];
        list->open = list->open || (t->cumulative && k + 1 < best && !is_of_row(r, list->parts[k]));
        list->rough = list->rough || (part->approximate && !part->rounded) ||
                      words_has(quantity_label(r, list->parts[k]), "每");
        if (k + 1 < best && !is_common(verb) && !is_of_row(r, list->parts[k]) &&
            !kind_of_parts(r, item, verb))
            return false; /* the last is the first that was said */
    }
    bool less = decimal_cmp(list->sums[best], t->value) < 0;
    if (money && decimal_cmp(list->sums[best], t->value) != 0 &&
        (!quantity_is_slip_of_any(r, list, item) || (less && is_divided(r, item))))
        return false; /* what it sums up may be told elsewhere */
    if (less && verb.n && !says(r, list->parts[0], verb) && !quantity_is_slip_of_any(r, list, item))
        return false; /* "保留86件,废止14件,全县共清理320件": others may have been changed */
    size_t end = quantity_end(&r->out->items[list->parts[0]]);
    if (less && words_has(quantity_text(r, end, t->label_at), "加上 连同 加之 再加"))
        return false; /* "甲120万元、乙80万元,加上自筹资金,资金合计260万元" */
    bool all_named =
        is_numbered(r, named) ||
        words_starts(quantity_label(r, named), "两项 三项 四项 五项 二者 两者 三者 两类 三类") != 0;
    if (!all_named && decimal_cmp(r->out->items[list->parts[0]].value, t->value) == 0)
        return false; /* "新增21项,总计21项": of the last alone */
    for (size_t k = 0; k < best / 2; k++) {
        size_t part = list->parts[k];
        list->parts[k] = list->parts[best - 1 - k];
        list->parts[best - 1 - k] = part;
    }
    return true;
}

bool quantity_is_mixed_total(const struct quantity_reader *r, size_t item,
                             const struct quantity_list *list)
{
    struct decimal sum = list->sums[list->count], whole = r->out->items[item].value;
    for (size_t i = list->parts[0], steps = 0; i-- > 0 && steps < 10; steps++) {
        const struct quantity *q = &r->out->items[i];
        if (quantity_between(r, quantity_end(q), q[1].at) > BREAK_COMMA ||
            (quantity_counts(q) && !quantity_add(&sum, q->value)))
            return false;
        if (decimal_cmp(sum, whole) == 0)
            return true;
    }
    return false;
}
