/* quantity_rise.c - by how many percentage points a rate rose or fell, with the two rates: "由92%提高到97%,提高5个百分点",
 * "96.5%,较上年的95.2%上升1.3个百分点"; see quantity_inner.h. */
#include "text/quantity_list.h"

#define LAST_YEAR "上年 去年 上一年"

static bool is_rate(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = quantity_item(r, i);
    return q->class == QUANTITY_PERCENT && !q->approximate && q->value.scale <= 4;
}

static bool follows(const struct quantity_reader *r, size_t i)
{
    return quantity_between(r, quantity_end(quantity_item(r, i - 1)), quantity_item(r, i)->at) <=
           BREAK_COMMA;
}

/* "由92%提高到97%": from the one to the other. */
static bool turns_into(const struct quantity_reader *r, size_t from)
{
    struct str to = quantity_label(r, from + 1);
    return words_has(quantity_label(r, from), "由 从") &&
           words_starts(to, "提高 提升 上升 增长 增加 升至 升到 增至 增到 下降 降低 减少 降至 降到 "
                            "减至 回落 上涨 到 至 变为") != 0 &&
           words_has(to, "到 至 为");
}

/* "较上年的95.2%上升": what it was stands right before the verb. */
static bool is_base(const struct quantity_reader *r, size_t i)
{
    struct str label = quantity_label(r, i);
    return words_starts(label, "较 比 与 同 相比") &&
           words_ends(label, "年 的 年度 同期 为 期") != 0 &&
           quantity_item(r, i + 1)->label_at == quantity_end(quantity_item(r, i));
}

/* "满意率上年92%,今年97%": each with its year. */
static bool are_dated(const struct quantity_reader *r, size_t was)
{
    return words_has(quantity_label(r, was), "上年 去年 上一年") &&
           words_starts(quantity_label(r, was + 1), "今年 本年 当年") != 0;
}

/* "96.5%,比上年提高1.3个百分点(上年为95.2%)": what it was stands behind. */
static bool is_told_behind(const struct quantity_reader *r, size_t i)
{
    if (i + 1 >= r->out->count || !is_rate(r, i + 1) || !follows(r, i + 1))
        return false;
    struct str label = quantity_label(r, i + 1);
    size_t n = words_starts(label, "上年度 上年 去年 上一年");
    label = str_sub(label, n, label.n);
    return n && words_starts(label, "同期 度 为 是 : 仅为") == label.n &&
           words_has(quantity_label(r, i), "较 比") &&
           words_has(quantity_label(r, i), LAST_YEAR " 同比 同期");
}

/* Whether the points may be told of another base than the rate that stands first: "由92%提高到97%,比全市平均高3个百分点",
 * "从2021年的90%提升到97%,同比提高3个百分点". */
static bool has_another_base(const struct quantity_reader *r, size_t was, size_t i)
{
    struct str label = quantity_label(r, i);
    return words_has(label, "较 比 高于 高出 低于 超") &&
           !(words_has(label, LAST_YEAR " 同比 同期") &&
             words_has(quantity_label(r, was), LAST_YEAR));
}

bool quantity_find_rise(const struct quantity_reader *r, size_t i, struct quantity_share *share)
{
    const struct quantity *p = quantity_item(r, i);
    int turn = quantity_turn(quantity_label(r, i));
    bool plain = words_starts(quantity_label(r, i),
                              "提 上 增 升 回 下 降 减 缩 同比 较 比 净 共 高 低") != 0;
    if (p->class != QUANTITY_POINTS || i == 0 || turn == 0 || !plain || p->approximate ||
        p->value.scale > 4 || !words_ends(quantity_text(r, p->at, quantity_end(p)), "百分点") ||
        !is_rate(r, i - 1) || !follows(r, i))
        return false;
    *share = (struct quantity_share){ .percent = i, .of = QUANTITY_RISE, .down = turn < 0 };
    bool two = i > 1 && is_rate(r, i - 2) && follows(r, i - 1);
    if (two && (turns_into(r, i - 2) || are_dated(r, i - 2)) && !has_another_base(r, i - 2, i)) {
        share->part = i - 1;
        share->whole = i - 2;
    } else if (two && is_base(r, i - 1) && !quantity_item(r, i - 2)->comparison &&
               !has_another_base(r, i - 1, i)) {
        share->part = i - 2;
        share->whole = i - 1;
    } else if (is_told_behind(r, i)) {
        share->part = i - 1;
        share->whole = i + 1;
    } else {
        return false;
    }
    return true;
}

/* "访问量增长20%,由150万次增至180万次"; "粉丝由150人增至210人" names something else. */
static bool says_from_only(struct str label)
{
    size_t n = words_starts(label, "由上年的 由去年的 由上年 由去年 从上年的 从去年的 由 从");
    return n > 0 && n == label.n;
}

bool quantity_find_change_behind(const struct quantity_reader *r, size_t percent,
                                 struct quantity_share *share)
{
    const struct quantity *was = quantity_item(r, percent) + 1, *now = was + 1;
    if (percent + 2 >= r->out->count || quantity_turn(quantity_label(r, percent)) == 0 ||
        !says_from_only(quantity_label(r, percent + 1)) || !turns_into(r, percent + 1) ||
        !follows(r, percent + 1) || !quantity_counts(was) || was->class == QUANTITY_OTHER ||
        !quantity_same_unit(r, percent + 1, percent + 2) ||
        quantity_item(r, percent)->approximate || (was->approximate && !was->rounded) ||
        (now->approximate && !now->rounded))
        return false;
    *share = (struct quantity_share){ .percent = percent,
                                      .part = percent + 2,
                                      .whole = percent + 1,
                                      .of = QUANTITY_CHANGE,
                                      .down = quantity_turn(quantity_label(r, percent)) < 0 };
    return true;
}
