/* quantity_rated.c - which count a rate is the rate of: its words tell; see quantity_inner.h. */
#include "text/quantity_list.h"

/* Whether the words of a count say that it is what a rate is the rate of: 办结 for 办结率. */
static bool says(struct str words, struct str stem)
{
    size_t at = str_find(words, stem);
    return at != SIZE_MAX &&
           !words_ends(str_sub(words, 0, at), "不 未 无 非 没 已不 正在 限期 待 拟 依申请");
}

static bool is_of_rate(const struct quantity_reader *r, size_t i, struct str stem)
{
    const size_t two = STR("办结").n;
    struct str label = quantity_label(r, i), tail = quantity_tail(r, i);
    if (says(label, stem) || says(tail, stem))
        return true;
    if (words_starts(stem, "及时 按时 按期 准时") == stem.n)
        return words_starts(label, "按时 按期 及时 准时 限时") !=
               0; /* "按期接单267件,及时率98.9%" */
    if (words_starts(
            stem, "按 到期 期内 及时 准时 限时 限期 提前 首次 初次 一次 网上 线上 主动 当场 平均"))
        return false;
    if (stem.n < two)
        return false;
    stem = str_sub(stem, stem.n - two, stem.n);
    if (words_ends(stem, "回收") && words_has(label, "收回 回收"))
        return true;
    if (words_ends(stem, "纠错 败诉") &&
        (words_has(label, "纠正 纠错 败诉") || words_has(tail, "纠正 纠错 败诉")))
        return true;
    return says(label, stem) || says(tail, stem);
}

/* Whether words that are told of what was done name something, and nothing that the rate names. */
static bool is_other_name(struct str name, struct str said)
{
    static struct words empty = WORDS("的 了 有 为 数 共 已 我 全 本 均 各 按 其中 当 年 达 、 和");
    const size_t two = STR("微信").n;
    if (name.n < two || words_match_start(&empty, name))
        return false;
    for (size_t i = 0; i + two <= said.n; str_next(said, &i))
        if (str_find(name, str_sub(said, i, two)) != SIZE_MAX)
            return false;
    return true;
}

/* "50个部门中46个开通微信,微博开通率60%": the same was done, with another thing. */
static bool is_of_other(const struct quantity_reader *r, size_t i, struct str stem)
{
    static struct words all =
        WORDS("总 综合 总体 整体 平均 累计 全年 年度 全市 全县 全区 全部 按时 "
              "按期 及时 准时 限时 限期 到期 期内 网上 依法");
    const size_t two = STR("开通").n;
    if (stem.n <= two)
        return false;
    struct str said = str_sub(stem, 0, stem.n - two), done = str_sub(stem, said.n, two);
    struct str words[] = { quantity_label(r, i), quantity_tail(r, i) };
    if (words_start_of(&all, said))
        return false;
    for (size_t k = 0; k < 2; k++) {
        size_t at = str_find(words[k], done);
        if (at != SIZE_MAX && (is_other_name(str_sub(words[k], at + two, words[k].n), said) ||
                               is_other_name(str_sub(words[k], 0, at), said)))
            return true;
    }
    return false;
}

/* "办结率96%,已办结188件": the part stands behind its rate, called by the very word. */
static bool find_rated_behind(const struct quantity_reader *r, size_t percent, struct str stem,
                              size_t *part)
{
    if (percent + 1 >= r->out->count)
        return false;
    struct str label = quantity_label(r, percent + 1);
    size_t n = words_starts(label, "已 共 实际 累计 全年");
    if (!str_eq(str_sub(label, n, label.n), stem) ||
        !quantity_counts(quantity_item(r, percent + 1)) ||
        quantity_item(r, percent + 1)->comparison ||
        quantity_between(r, quantity_end(quantity_item(r, percent)),
                         quantity_item(r, percent + 1)->at) != BREAK_COMMA)
        return false;
    *part = percent + 1;
    return true;
}

/* "合格率98.3%,其中农产品合格率98.0%": a second rate of one word is one of some of them. */
static bool is_rate_of_some(struct str before, struct str stem)
{
    const size_t two = STR("合格").n;
    return stem.n > two && !words_ends(str_sub(stem, 0, stem.n - two), "不 未 非 无") &&
           str_find(before, str_sub(stem, stem.n - two, two)) != SIZE_MAX;
}

/* "检出不合格5批次,不合格率1.56%": the words of the rate are those of its part. */
bool quantity_find_rated(const struct quantity_reader *r, size_t percent, size_t *part,
                         bool *several)
{
    bool found = false;
    struct str label = quantity_label(r, percent);
    size_t end = words_ends(label, "率为 率达 率达到 率是 率: 率 度为 度达 度达到 度");
    size_t start = words_starts(label, "其 总 全年 总体 综合");
    bool change =
        words_has(label, "精简 压缩 压减 下降 增长 降低 减少 提升 缩短 上升 增加 变化 缺失");
    if (change || end == 0 || start + end + STR("解读").n > label.n ||
        quantity_item(r, percent)->value.value == 0)
        return false;
    struct str stem = str_sub(label, start, label.n - end);
    int64_t all = 100;
    for (unsigned i = 0; i < quantity_item(r, percent)->value.scale; i++)
        all *= 10;
    if (quantity_item(r, percent)->value.value >= all)
        return false; /* all that was due is often said of fewer than were counted */
    for (size_t i = percent, steps = 0; i-- > 0 && steps < 6; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), quantity_item(r, percent)->at) == BREAK_STOP)
            break;
        if (q->class == QUANTITY_PERCENT && is_rate_of_some(quantity_label(r, i), stem))
            return false;
        if (!quantity_counts(q) || q->comparison || !is_of_rate(r, i, stem))
            continue;
        *several = *several || found || words_starts(quantity_label(r, i), "部分 基本") != 0 ||
                   is_of_other(r, i, stem); /* "立案78件、并案6件,实际立案72件,立案率" */
        *part = found ? *part : i;
        found = true;
    }
    if (found)
        return r->depth[quantity_item(r, *part)->at] == r->depth[quantity_item(r, percent)->at];
    return find_rated_behind(r, percent, stem, part);
}

/* "受理投诉300件,办结290件,举报办结率88%": a rate of what the count before it is not of. */
bool quantity_is_of_other_matter(const struct quantity_reader *r, size_t percent, size_t whole)
{
    static struct words matters =
        WORDS("投诉 举报 咨询 建议 提案 信访 复议 诉讼 求助 信箱 热线 工单");
    struct str rate = quantity_label(r, percent), label = quantity_label(r, whole);
    size_t n, at = words_last_in(&matters, rate, &n);
    return at != SIZE_MAX && words_inside(&matters, label) &&
           str_find(label, str_sub(rate, at, n)) == SIZE_MAX;
}

/* "网站76条、门户100条、其他768条,校级平台(网站和门户)占18.6%": words with a bracket behind them stand between the count and the
 * percentage. */
bool quantity_has_subject(const struct quantity_reader *r, size_t part, size_t percent)
{
    size_t label = quantity_item(r, percent)->label_at, end = quantity_end(quantity_item(r, part));
    size_t at = end + quantity_tail(r, part).n, n;
    if (label <= at || r->text.p[label - 1] != ')' || r->depth[end] != r->depth[label])
        return false;
    while (at < label && quantity_mark(r->text, at, &n) != BREAK_NONE)
        at += n;
    return at > end && r->text.p[at] != '(';
}
