/* quantity_excuse.c - why parts that miss their whole need not be wrong, and when that is no accident; see
 * quantity_list.h. */
#include "text/quantity_list.h"

#include <stdio.h>

/* Whether a and b, one of them the whole, are counted one beside the other, and reach the sum together. */
static bool is_neighbour(const struct quantity_reader *r, size_t a, size_t b, size_t whole,
                         struct decimal sum)
{
    const struct quantity *x = &r->out->items[a], *y = &r->out->items[b];
    struct decimal both = x->value;
    if (r->out->items[whole].class == QUANTITY_MONEY || !quantity_counts(x) ||
        !quantity_counts(y) || !quantity_add(&both, y->value))
        return false;
    enum quantity_break mark = quantity_between(r, quantity_end(x), y->at);
    if (quantity_same_unit(r, a, b)) /* "9个县和43个部门" */
        return b == whole && mark <= BREAK_COMMA && decimal_cmp(sum, both) == 0;
    return mark == BREAK_PAUSE && decimal_cmp(sum, both) <= 0;
}

/* "46家部门、12个县": the whole stands beside another that is counted in other units. */
static bool has_neighbour(const struct quantity_reader *r, size_t whole, struct decimal sum)
{
    return (whole > 0 && is_neighbour(r, whole - 1, whole, whole, sum)) ||
           (whole + 1 < r->out->count && is_neighbour(r, whole, whole + 1, whole, sum));
}

/* "新收126件,上年结转9件。其中自然人100件、法人35件": of both. */
static bool is_with_carried(const struct quantity_reader *r, size_t whole, struct decimal sum)
{
    for (size_t i = whole ? whole - 1 : 0; i < r->out->count && i < whole + 3; i++) {
        struct decimal both = quantity_value(r, whole);
        if (i != whole && quantity_same_unit(r, whole, i) && quantity_came_over(r, i) &&
            quantity_add(&both, quantity_value(r, i)) && decimal_cmp(both, sum) == 0)
            return true;
    }
    return false;
}

/* "自然人129件,法人42件,其中予以公开70件": of all of them. */
static bool is_one_of_several(const struct quantity_reader *r, size_t whole)
{
    unsigned kind = quantity_kind(r, whole);
    return kind && whole > 0 && quantity_kind(r, whole - 1) == kind &&
           quantity_between(r, quantity_end(&r->out->items[whole - 1]), r->out->items[whole].at) <=
               BREAK_COMMA;
}

/* "建议286件、提案341件,公开答复分别为241件、297件": one of each. */
static bool is_spread(const struct quantity_reader *r, const struct quantity_list *list,
                      size_t whole)
{
    if (!words_has(quantity_label(r, list->parts[0]), "分别") || whole + 1 < list->count)
        return false;
    for (size_t k = 1; k < list->count; k++, whole--)
        if (!quantity_same_unit(r, whole - 1, whole) ||
            quantity_between(r, quantity_end(&r->out->items[whole - 1]), r->out->items[whole].at) >
                BREAK_COMMA)
            return false;
    return list->count > 1;
}

/* "公开信息98条,其中文件54条、常务会议18期、其他26条": members in another unit are what the others fall short by. */
static bool makes_up(const struct quantity_list *list, struct decimal whole)
{
    struct decimal all = list->sums[list->count];
    return list->beside.value > 0 && quantity_add(&all, list->beside) &&
           decimal_cmp(all, whole) == 0;
}

/* "公开36条,其中网站27条,公众号8条,回复留言1件": what is told right behind the list, though a full stop may part it,
 * is just what is missing. */
static bool is_told_behind(const struct quantity_reader *r, const struct quantity_list *list,
                           struct decimal whole)
{
    enum { LOOK = 8 };
    struct decimal all = list->sums[list->count];
    size_t last = list->parts[list->count - 1];
    for (size_t i = last + 1; i < r->out->count && i <= last + LOOK; i++) {
        const struct quantity *q = &r->out->items[i];
        if (!quantity_counts(q) || q->comparison || !quantity_same_unit(r, last, i) ||
            r->depth[q->at] > r->depth[r->out->items[last].at])
            continue;
        if (!quantity_add(&all, q->value))
            return false;
        if (decimal_cmp(all, whole) == 0)
            return true;
    }
    return false;
}

/* "线索73条,其中属实11条,移送4条,其余7条由属地处置;不属实62条": members that divide the one before them. */
static bool holds_nested(const struct quantity_reader *r, const struct quantity_list *list,
                         struct decimal whole)
{
    struct decimal all = list->sums[list->count];
    for (size_t k = 0; k + 2 < list->count; k++)
        for (size_t m = k + 3; m <= list->count; m++) {
            struct decimal inner = list->sums[m], twice = list->sums[k + 1];
            struct decimal rest = whole;
            if (!quantity_is_rest(r, list->parts[m - 1]))
                continue;
            /* the sum of k+1 .. m-1 is member k: S(m) - S(k+1) = S(k+1) - S(k) */
            if (!quantity_add(&inner, list->sums[k]) || !quantity_add(&twice, list->sums[k + 1]))
                return false;
            if (decimal_cmp(inner, twice) != 0)
                continue;
            if (!quantity_add(&rest, list->sums[k + 1]))
                return false;
            struct decimal less = all;
            if (!quantity_add(&less, list->sums[k]))
                return false;
            if (decimal_cmp(less, rest) == 0 || (m == list->count && list->closed))
                return true; /* all but those inside make the whole, or what they leave over is not it */
        }
    return false;
}

/* "其中县网站5469条,政策2620条,动态1360条,其他1489条": the others make the first, which is
 * divided. Of small numbers that is an accident. */
static bool is_headed(const struct quantity_reader *r, const struct quantity_list *list)
{
    enum { LARGE = 100 };
    struct decimal twice = quantity_value(r, list->parts[0]);
    return list->count > 3 && decimal_cmp(twice, (struct decimal){ LARGE, 0 }) >= 0 &&
           quantity_add(&twice, twice) && decimal_cmp(twice, list->sums[list->count]) == 0;
}

/* "回访300件,其中有效回访246件,满意的240件,一般的5件": the others are what the first is divided into as a matter of course,
 * and nearly all of it. */
static bool is_nearly_headed(const struct quantity_reader *r, const struct quantity_list *list)
{
    struct decimal head = quantity_value(r, list->parts[0]), all = list->sums[list->count];
    unsigned kind = list->count > 2 ? quantity_kind(r, list->parts[1]) : 0;
    int64_t rest = all.value - head.value;
    return kind && all.scale == head.scale && rest <= head.value && rest > head.value / 10 * 9 &&
           !quantity_kind(r, list->parts[0]) && quantity_has_kind(r, list->parts[0], kind);
}

/* "分析类20条(同时撤销2条),动态类156条": what was taken back again is no part. */
static bool is_taken_back(const struct quantity_reader *r, const struct quantity_list *list,
                          struct decimal whole)
{
    struct decimal all = whole;
    size_t last = list->parts[list->count - 1] + 2;
    bool found = false;
    for (size_t i = list->parts[0] + 1; i < last && i < r->out->count; i++)
        if (r->depth[r->out->items[i].at] > r->depth[r->out->items[list->parts[0]].at] &&
            words_has(quantity_label(r, i), "撤销 撤回 撤下 删除 下架 下线 重复 剔除"))
            found = quantity_add(&all, quantity_value(r, i));
    return found && decimal_cmp(list->sums[list->count], all) == 0;
}

/* "尚有2件未开庭", "仍在审理2件": what is not done yet. */
static bool is_unfinished(const struct quantity_reader *r, size_t i)
{
    static struct words yet = WORDS("尚 仍 未 正在 待 在办 在审 在途 暂缓 中止 延期");
    return words_inside(&yet, quantity_label(r, i)) || words_inside(&yet, quantity_tail(r, i));
}

/* "上年结转41件,新收445件,不予受理18件", "办结48件,在办5件,含上年3件", "受理60件,其中结转12件、新收50件,尚有2件未开庭": what
 * the parts are too many by is told, and what it is.
 * "原创18篇、转载24篇、被采用12篇": the members before the last made all of it. */
static bool is_told_over(const struct quantity_reader *r, const struct quantity_list *list,
                         struct decimal whole)
{
    enum { LOOK = 3, LARGE = 20 };
    size_t last = list->parts[list->count - 1];
    struct decimal over = list->sums[list->count];
    if (whole.scale != over.scale || list->count < 2)
        return false;
    over.value -= whole.value;
    for (size_t i = list->parts[1]; i < r->out->count && i <= last + LOOK; i++) {
        struct decimal value = quantity_value(r, i), twice = value;
        if (i > last && quantity_between(r, quantity_end(&r->out->items[last]),
                                         r->out->items[i].at) == BREAK_STOP)
            break;
        bool open = is_unfinished(r, i);
        if (!quantity_same_unit(r, last, i) || !quantity_add(&twice, value) ||
            (!open && !words_has(quantity_label(r, i),
                                 "不予受理 撤回 退回 终止 重复 结转 上年 去年 不属于")))
            continue;
        if (i > list->parts[1] && decimal_cmp(i > last ? value : twice, over) == 0)
            return true;
    }
    return list->count > 2 && whole.value >= LARGE &&
           decimal_cmp(list->sums[list->count - 1], whole) == 0 &&
           words_starts(quantity_label(r, last), "被 获 其中 同时 另 并") != 0;
}

bool quantity_has_bare(const struct quantity_reader *r, const struct quantity_list *list,
                       size_t whole)
{
    size_t first = list->parts[0] < whole ? list->parts[0] : whole;
    size_t last = list->parts[list->count - 1] > whole ? list->parts[list->count - 1] : whole;
    for (size_t i = first; i < last; i++)
        if (quantity_is_bare(r, i))
            return true;
    return last + 1 < r->out->count && quantity_is_bare(r, last + 1) &&
           quantity_between(r, quantity_end(&r->out->items[last]), r->out->items[last + 1].at) <=
               BREAK_COMMA;
}

/* "公开100条,其中网站60条,微信40条,政策类30条,其他70条": it is divided twice. "诉讼30件,其中直接起诉14件,
 * 复议后16件,维持21件,纠正9件": the last member's whole is divided once more. */
static bool is_divided_twice(const struct quantity_reader *r, const struct quantity_list *list,
                             size_t whole)
{
    struct decimal value = quantity_value(r, whole), twice = value, sum = list->sums[list->count];
    size_t of = r->member_of[whole];
    const struct quantity_statement *outer = of ? &r->out->statements[of - 1] : NULL;
    if (outer && outer->part_count > 1 && outer->parts[outer->part_count - 1] == whole &&
        decimal_cmp(quantity_value(r, outer->whole), sum) == 0)
        return true;
    if (!quantity_add(&twice, value) || decimal_cmp(sum, twice) != 0)
        return false;
    for (size_t k = 2; k + 1 < list->count; k++)
        if (decimal_cmp(list->sums[k], value) == 0)
            return true;
    return false;
}

/* "结果维持9件。其中,提起诉讼3件,结果维持3件": a member called as the whole is what another one had. */
static bool repeats_whole(const struct quantity_reader *r, const struct quantity_list *list,
                          size_t whole)
{
    struct str label = quantity_label(r, whole);
    for (size_t k = 1; k < list->count; k++)
        if (label.n > STR("公").n && str_eq(quantity_label(r, list->parts[k]), label))
            return true;
    return false;
}

/* "收到112件,其中受理101件,审结92件": what was closed had been accepted. */
static bool is_funnel(const struct quantity_reader *r, const struct quantity_list *list)
{
    size_t accepted = SIZE_MAX;
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]);
        label = str_sub(label, words_starts(label, "其中 经审查 已 依法 予以 决定 实际"), label.n);
        label = str_sub(label, words_starts(label, "已 依法 予以 决定"), label.n);
        if (accepted == SIZE_MAX && words_starts(label, "受理 立案 登记 交办"))
            accepted = k;
        else if (accepted != SIZE_MAX &&
                 words_starts(label, "审结 办结 结案 答复 办复 立案 交办 回复") &&
                 decimal_cmp(quantity_value(r, list->parts[k]),
                             quantity_value(r, list->parts[accepted])) <= 0)
            return true;
    }
    return false;
}

/* "收到30件,其中网络12件,予以公开10件,信函18件,予以公开9件": where they came from, and what became of each. */
static bool is_told_of_each(const struct quantity_reader *r, const struct quantity_list *list)
{
    bool received = false, handled = false;
    for (size_t k = 0; k < list->count; k++) {
        enum quantity_stage stage = quantity_stage_of_kind(r, list->parts[k]);
        received = received || stage == STAGE_RECEIVED;
        handled = handled || stage == STAGE_HANDLED ||
                  words_starts(quantity_label(r, list->parts[k]), "申请办结 办结 已办结 结转");
    }
    return received && handled;
}

/* "公开内容1条,包括机构概况1条,以及预决算2条": the first made all of it, the others stand beside it. */
static bool is_made_before(const struct quantity_reader *r, const struct quantity_list *list,
                           struct decimal whole)
{
    for (size_t k = 1; k < list->count; k++)
        if (decimal_cmp(list->sums[k], whole) == 0 &&
            words_starts(quantity_label(r, list->parts[k]), "以及 及 和 并 还 另 同时 此外 也"))
            return true;
    return false;
}

/* "集体提案471件。其中:经济方面2133件;": a lone part in the next sentence, several times as large, is of something
 * else. */
static bool is_far_larger(const struct quantity_reader *r, const struct quantity_list *list,
                          size_t whole)
{
    struct decimal value = quantity_value(r, whole), twice = value;
    const struct quantity *part = &r->out->items[list->parts[0]];
    return list->count == 1 && quantity_add(&twice, value) && decimal_cmp(part->value, twice) > 0 &&
           !quantity_is_slip(part->value.value, value.value) &&
           quantity_between(r, quantity_end(&r->out->items[whole]), part->at) == BREAK_STOP;
}

/* The count before item i whose name its words begin with: 投诉58件 of "投诉办结56件"; SIZE_MAX for none. */
static size_t named_before(const struct quantity_reader *r, size_t i, size_t first)
{
    enum { LOOK = 8 };
    struct str label = quantity_label(r, i);
    label = str_sub(label, words_starts(label, "其中"), label.n);
    for (size_t k = first, steps = 0; k-- > 0 && steps < LOOK; steps++) {
        struct str name = quantity_label(r, k);
        if (name.n >= STR("投诉").n && name.n < label.n && str_starts(label, name) &&
            quantity_same_unit(r, k, i))
            return k;
    }
    return SIZE_MAX;
}

/* "投诉58件、举报33件、意见30件,其中投诉办结56件,举报办结32件": each of another. */
static bool is_of_each(const struct quantity_reader *r, const struct quantity_list *list)
{
    size_t of = SIZE_MAX;
    for (size_t k = 0; k < list->count; k++) {
        size_t own = named_before(r, list->parts[k], list->parts[0]);
        if (own != SIZE_MAX && of != SIZE_MAX && own != of)
            return true;
        of = own != SIZE_MAX ? own : of;
    }
    return false;
}

/* "收到146件(上年结转16件,结转下年9件,答复153件)": what became of them and of others. */
static bool tells_carried_in(const struct quantity_reader *r, const struct quantity_list *list)
{
    bool came = false, went = false;
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]);
        bool carried = words_has(label, "结转 转结");
        came = came || (carried && words_has(label, "上年 上一年 去年"));
        went =
            went || (carried && words_has(label, "下年 下一年")) || words_has(label, "答复 办结");
    }
    return came && went;
}

/* Whether parts were found that make a count; one that lies within it makes nothing. */
static bool is_made_up(const struct quantity_reader *r, size_t item)
{
    for (size_t k = 0; k < r->out->statement_count; k++) {
        const struct quantity_statement *s = &r->out->statements[k];
        if (s->whole == item && s->relation == QUANTITY_HOLDS &&
            decimal_cmp(s->sum, quantity_value(r, item)) == 0)
            return true;
    }
    return false;
}

/* "来信1346件;工单21507件。其中咨询9884件、求助7019件…": the members make another count before them, which may be a member
 * itself: "来信8817封,受理6204封,不予受理2613封;受理的来信中…". */
static bool makes_another(const struct quantity_reader *r, const struct quantity_list *list,
                          size_t whole)
{
    enum { LOOK = 10, LEAST = 20, LEAST_MEMBER = 100 }; /* of small numbers that is an accident */
    struct decimal sum = list->sums[list->count];
    if (decimal_cmp(sum, (struct decimal){ LEAST, 0 }) < 0)
        return false;
    bool large = decimal_cmp(sum, (struct decimal){ LEAST_MEMBER, 0 }) >= 0;
    for (size_t i = list->parts[0], steps = 0; i-- > 0 && steps < LOOK; steps++)
        if (i != whole && (!r->member_of[i] || large) && quantity_counts(quantity_item(r, i)) &&
            quantity_same_unit(r, list->parts[0], i) && !quantity_item(r, i)->comparison &&
            decimal_cmp(quantity_value(r, i), sum) == 0)
            return list->count > 1 && !is_made_up(r, i);
    return false;
}

const char *quantity_excuse(const struct quantity_reader *r, const struct quantity_list *list,
                            const struct quantity_wholes *w, size_t whole, int relation,
                            struct decimal sure)
{
    struct decimal value = quantity_value(r, whole);
    bool over = relation == QUANTITY_OVER;
    if (is_headed(r, list) || repeats_whole(r, list, whole) || is_divided_twice(r, list, whole) ||
        holds_nested(r, list, value) ||
        (over && (is_made_before(r, list, value) || is_nearly_headed(r, list))))
        return "list-end";
    if (quantity_has_bare(r, list, whole) || (over && has_neighbour(r, whole, sure)))
        return "units";
    if (list->count == 2 && quantity_came_over(r, list->parts[0]) &&
        !quantity_is_slip_of_any(r, list, whole))
        return "two-wholes"; /* not all that came was taken on */
    if (makes_another(r, list, whole))
        return "two-wholes";
    if (over && (is_one_of_several(r, whole) || is_with_carried(r, whole, sure) ||
                 is_spread(r, list, whole) || tells_carried_in(r, list) ||
                 is_far_larger(r, list, whole) || is_of_each(r, list)))
        return "two-wholes";
    if (over && list->count > 1 &&
        (quantity_overlaps(r, list) || is_funnel(r, list) || is_told_of_each(r, list) ||
         is_taken_back(r, list, value) || is_told_over(r, list, value)))
        return "overlap";
    if (makes_up(list, value) ||
        (!over && (is_told_behind(r, list, value) ||
                   (w->has_together && is_told_behind(r, list, w->together)))))
        return "units";
    return NULL;
}

bool quantity_is_slip(int64_t a, int64_t b)
{
    char x[24], y[24];
    int n = snprintf(x, sizeof x, "%lld", (long long)a);
    int m = snprintf(y, sizeof y, "%lld", (long long)b);
    int head = 0, tail = 0;
    while (head < n && head < m && x[head] == y[head])
        head++;
    while (tail < n - head && tail < m - head && x[n - 1 - tail] == y[m - 1 - tail])
        tail++;
    int left = n - head - tail, right = m - head - tail;
    return (left <= 1 && right <= 1) ||
           (left == 2 && right == 2 && x[head] == y[head + 1] && x[head + 1] == y[head]);
}

bool quantity_is_slip_of_any(const struct quantity_reader *r, const struct quantity_list *list,
                             size_t whole)
{
    int64_t total = quantity_value(r, whole).value, sum = list->sums[list->count].value;
    int64_t over = sum - total;
    bool slip = quantity_is_slip(total, sum);
    if (list->sums[list->count].scale || quantity_value(r, whole).scale)
        return false;
    for (size_t k = 0; k < list->count; k++) {
        int64_t part = quantity_value(r, list->parts[k]).value;
        slip = slip || (part > over && quantity_is_slip(part, part - over));
    }
    return slip;
}

bool quantity_is_slip_of(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t whole)
{
    enum { NEAR = 50, LARGE = 20000 };
    int64_t total = quantity_value(r, whole).value;
    int64_t over = list->sums[list->count].value - total, off = over < 0 ? -over : over;
    bool rest = quantity_is_rest(r, list->parts[list->count - 1]);
    return (rest || off * NEAR <= total || (over > 0 && total >= LARGE)) &&
           quantity_is_slip_of_any(r, list, whole);
}
