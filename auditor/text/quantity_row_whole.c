/* quantity_row_whole.c - what the percentages of a list are of: what its members add up to, or what all but one of them
 * agree on; see quantity_row.h. */
#include "text/quantity_row.h"

#include <string.h>

#include "text/quantity_list.h"

enum { ROW_TOTAL_MIN = 20, ROW_GROUP_MIN = 100, BACK_MAX = 30 };

/* The count before the list with a value from low to high; SIZE_MAX for none. */
static size_t find_whole(const struct quantity_reader *r, const struct quantity_row *row,
                         struct decimal low, struct decimal high)
{
    size_t first = row->parts[0] < row->percents[0] ? row->parts[0] : row->percents[0];
    for (size_t i = first, steps = 0; i-- > 0 && steps < BACK_MAX; steps++)
        if (quantity_item(r, i)->class == quantity_item(r, row->parts[0])->class &&
            quantity_may_be_member(r, i) && decimal_cmp(quantity_item(r, i)->value, low) >= 0 &&
            decimal_cmp(quantity_item(r, i)->value, high) <= 0)
            return i;
    return SIZE_MAX;
}

static struct quantity_share share_at(const struct quantity_row *row, size_t k,
                                      struct decimal total, size_t whole)
{
    if (whole != SIZE_MAX)
        return (struct quantity_share){ .percent = row->percents[k],
                                        .part = row->parts[k],
                                        .whole = whole };
    return (struct quantity_share){ .percent = row->percents[k],
                                    .part = row->parts[k],
                                    .whole = row->parts[k ? 0 : row->count - 1],
                                    .of = QUANTITY_OF_LIST,
                                    .total = total };
}

/* The share of a percentage that is right as it was read; NULL for none. */
static const struct quantity_share *right_share(const struct quantity_reader *r, size_t percent)
{
    for (size_t i = 0; i < r->out->share_count; i++) {
        const struct quantity_share *s = &r->out->shares[i];
        struct decimal right;
        if (s->percent == percent && s->of == QUANTITY_SHARE && !s->ambiguous &&
            quantity_judge(r->out, s, &right) == 0)
            return s;
    }
    return NULL;
}

/* The wrong shares of a row are replaced by those of the whole that was found. */
static void take_whole(struct quantity_reader *r, const struct quantity_row *row,
                       struct decimal total, size_t whole)
{
    for (size_t k = 0; k < row->count; k++) {
        if (quantity_is_settled(r, 0, row->percents[k]))
            continue;
        quantity_drop_shares(r, 0, row->percents[k]);
        quantity_append_share(r, share_at(row, k, total, whole));
    }
}

/* The nearest count before a list by which all of its percentages are right, or were cut; SIZE_MAX for none. */
static size_t find_common(const struct quantity_reader *r, const struct quantity_row *row)
{
    for (size_t i = row->parts[0], steps = 0; i-- > 0 && steps < BACK_MAX; steps++) {
        size_t fits = 0;
        if (quantity_item(r, i)->class != quantity_item(r, row->parts[0])->class ||
            !quantity_may_be_member(r, i))
            continue;
        for (; fits < row->count; fits++) {
            struct quantity_share s = share_at(row, fits, quantity_item(r, i)->value, i);
            struct decimal right;
            int grade = quantity_judge(r->out, &s, &right);
            if (grade != 0 && grade != 1)
                break;
        }
        if (fits == row->count)
            return i;
    }
    return SIZE_MAX;
}

/* "在公开的信息中,网站165条,占60%;报刊53条,占17%;其他86条,占28%": the whole of all the others, which are right by it. */
static void settle_by_others(struct quantity_reader *r, const struct quantity_row *row, bool large)
{
    size_t odd = SIZE_MAX, whole = find_common(r, row), odds = 0;
    if (whole != SIZE_MAX) {
        take_whole(r, row, quantity_item(r, whole)->value, whole);
        return;
    }
    for (size_t k = 0; k < row->count; k++) {
        const struct quantity_share *s = right_share(r, row->percents[k]);
        if (!s)
            odd = k, odds++;
        else if (whole != SIZE_MAX && s->whole != whole)
            return;
        else
            whole = s->whole;
    }
    for (size_t k = 0; k < row->count && whole != SIZE_MAX; k++)
        if (row->parts[k] == whole)
            return; /* one of the members */
    if (odds != 1 || whole == SIZE_MAX || !large || quantity_is_settled(r, 0, row->percents[odd]))
        return;
    quantity_drop_shares(r, 0, row->percents[odd]);
    quantity_append_share(r, share_at(row, odd, quantity_item(r, whole)->value, whole));
}

/* The whole numbers [*low, *high] by which all percentages but the one of member odd are right; false for none. */
static bool implied_whole(const struct quantity_reader *r, const struct quantity_row *row,
                          size_t odd, int64_t *low, int64_t *high)
{
    enum { PART_MIN = 10, PART_MAX = 100000000 };
    size_t exact = 0;
    *low = 1;
    *high = INT64_MAX;
    for (size_t k = 0; k < row->count; k++) {
        const struct decimal part = quantity_item(r, row->parts[k])->value;
        const struct decimal p = quantity_item(r, row->percents[k])->value;
        int64_t unit = 1;
        for (int i = 0; i < p.scale; i++)
            unit *= 10;
        if (part.scale || part.value < 0 || part.value > PART_MAX || p.scale > 2 || p.value < 1)
            return false;
        if (k == odd)
            continue;
        int64_t twice = 200 * part.value * unit; /* part / whole lies within half a unit of p */
        int64_t from = twice / (2 * p.value + 1) + 1, to = twice / (2 * p.value - 1);
        *low = from > *low ? from : *low;
        *high = to < *high ? to : *high;
        exact += p.scale > 0 && part.value >= PART_MIN;
    }
    return exact > 1 && *low <= *high && *high - *low <= 1 + *low / 50;
}

/* A percentage in hundredths of a percent. */
static int64_t hundredths(struct decimal p)
{
    for (int i = p.scale; i < 2; i++)
        p.value *= 10;
    return p.value;
}

/* Whether the percentages make a hundred, as those of a whole list do; `other` in the place of member odd. */
static bool makes_hundred(const struct quantity_reader *r, const struct quantity_row *row,
                          size_t odd, struct decimal other)
{
    int64_t sum = 0;
    for (size_t k = 0; k < row->count; k++)
        sum += hundredths(k == odd ? other : quantity_item(r, row->percents[k])->value);
    return sum > 9950 && sum < 10050;
}

static bool is_hundred(const struct quantity_reader *r, const struct quantity_row *row)
{
    return makes_hundred(r, row, SIZE_MAX, (struct decimal){ 0, 0 });
}

/* Whether the words before two percentages name the same whole: from 占 on, before which a subject may stand. */
static bool same_whole(const struct quantity_reader *r, const struct quantity_row *row, size_t a,
                       size_t b)
{
    struct str x = quantity_label(r, row->percents[a]), y = quantity_label(r, row->percents[b]);
    size_t i = str_find(x, STR("占")), k = str_find(y, STR("占"));
    return row->grouped ||
           str_eq(i == SIZE_MAX ? x : str_sub(x, i, x.n), k == SIZE_MAX ? y : str_sub(y, k, y.n));
}

/* Whether the one member whose percentage the whole of all the others does not make is wrong: then the list is
 * complete, or its whole was told before. */
static bool is_odd(const struct quantity_reader *r, const struct quantity_row *row, size_t k,
                   int64_t low, int64_t high, bool told)
{
    struct quantity_share at_low = share_at(row, k, (struct decimal){ low, 0 }, SIZE_MAX);
    struct quantity_share at_high = share_at(row, k, (struct decimal){ high, 0 }, SIZE_MAX);
    struct decimal right = { 0, 0 };
    return quantity_judge(r->out, &at_low, &right) == 2 &&
           quantity_judge(r->out, &at_high, &right) == 2 &&
           (told || is_hundred(r, row) || makes_hundred(r, row, k, right));
}

/* The statement that has just the members of a row for its parts; NULL for none. */
static struct quantity_statement *statement_of(const struct quantity_reader *r,
                                               const struct quantity_row *row)
{
    size_t of = r->member_of[row->parts[0]];
    for (size_t k = 1; k < row->count; k++)
        if (r->member_of[row->parts[k]] != of)
            return NULL;
    struct quantity_statement *s = of ? &r->out->statements[of - 1] : NULL;
    return s && s->part_count == row->count ? s : NULL;
}

/* Parts whose percentages are of another whole than the statement took are no parts of that one. */
static void disown(const struct quantity_reader *r, const struct quantity_row *row,
                   struct decimal low, struct decimal high)
{
    struct quantity_statement *s = statement_of(r, row);
    if (!s || s->relation == QUANTITY_HOLDS ||
        (decimal_cmp(quantity_value(r, s->whole), low) >= 0 &&
         decimal_cmp(quantity_value(r, s->whole), high) <= 0))
        return;
    s->relation = QUANTITY_AMBIGUOUS;
    s->reason = "two-wholes";
}

/* "在公开的信息中,政策法规类59条,占11.90%;规划类36条,占7.26%;业务类401条,占80.85%": the whole is told elsewhere, but no
 * number other than 496 makes two of them right; the third is wrong where it is not right by it. */
static void settle_by_implied(struct quantity_reader *r, const struct quantity_row *row)
{
    enum { NARROW = 500 };
    size_t odd = SIZE_MAX;
    int64_t from = 0, to = 0;
    for (size_t k = 0; k < row->count; k++) {
        int64_t low, high;
        if (row->count <= QUANTITY_ROW_MIN && !same_whole(r, row, 0, k))
            return;
        if (!implied_whole(r, row, k, &low, &high))
            continue;
        if (odd != SIZE_MAX)
            return;
        odd = k;
        from = low;
        to = high;
    }
    if (odd == SIZE_MAX || quantity_is_settled(r, 0, row->percents[odd]))
        return;
    struct decimal low = { from, 0 }, high = { to, 0 };
    size_t whole = find_whole(r, row, low, high);
    bool told = whole != SIZE_MAX && (to - from) * NARROW <= from;
    if (!is_odd(r, row, odd, from, to, told))
        return;
    for (size_t k = 0; k < row->count; k++) {
        const struct quantity_share *s = right_share(r, row->percents[k]);
        if (s && (decimal_cmp(quantity_item(r, s->whole)->value, low) < 0 ||
                  decimal_cmp(quantity_item(r, s->whole)->value, high) > 0))
            return; /* it is right by another whole */
    }
    disown(r, row, low, high);
    low.value = whole == SIZE_MAX ? (from + to) / 2 : quantity_item(r, whole)->value.value;
    take_whole(r, row, low, whole);
}

/* Percentages that agree with each other but not with the whole that was read: unless it is a slip of theirs, they
 * are of another one. */
static void doubt_whole(struct quantity_reader *r, const struct quantity_row *row)
{
    int64_t low, high;
    if (!implied_whole(r, row, SIZE_MAX, &low, &high))
        return;
    for (size_t i = 0; i < r->out->share_count; i++) {
        struct quantity_share *s = &r->out->shares[i];
        bool member = false, slip = false;
        for (size_t k = 0; k < row->count; k++)
            member = member || (s->percent == row->percents[k] && s->of == QUANTITY_SHARE);
        for (int64_t v = low; member && v <= high && !slip; v++)
            slip = quantity_is_slip(quantity_item(r, s->whole)->value.value, v);
        s->ambiguous = s->ambiguous || (member && !slip);
    }
}

/* "分别占全市同类申请的76%和34%": the words tell a whole of each. */
static bool names_no_other(const struct quantity_reader *r, const struct quantity_row *row)
{
    return !row->grouped || !words_has(quantity_label(r, row->percents[0]),
                                       "各自 同类 其 全国 全省 全市 全县 全区 全州 全镇 应 上年 "
                                       "去年 目标 任务 计划");
}

/* Whether the sum of the members is what their percentages are of: all of them are right by it or all but one of
 * several; of two both, which make a hundred, or one that says so to a decimal. */
static bool is_of_sum(const struct quantity_reader *r, const struct quantity_row *row,
                      struct decimal total)
{
    size_t fits = 0;
    bool exact = false, large = decimal_cmp(total, (struct decimal){ ROW_TOTAL_MIN, 0 }) >= 0;
    for (size_t k = 0; k < row->count; k++) {
        struct quantity_share s = share_at(row, k, total, SIZE_MAX);
        struct decimal right;
        int grade = quantity_judge(r->out, &s, &right);
        fits += grade == 0 || grade == 1;
        exact = exact || (grade == 0 &&
                          (quantity_item(r, row->percents[k])->decimals > 0 ||
                           (row->grouped && total.scale == 0 && total.value >= ROW_GROUP_MIN)));
    }
    if (row->count < QUANTITY_ROW_MIN)
        return fits == row->count ? is_hundred(r, row)
                                  : fits == 1 && exact && large && names_no_other(r, row) &&
                                        same_whole(r, row, 0, 1);
    return fits == row->count || (fits + 1 == row->count && large);
}

/* "企业37件,占29.6%,个人68件,占70.4%": two percentages that make a hundred are of what both counts make; neither is right by it
 * where one count is mistyped, and the other tells what it should be. */
static bool is_half_slipped(const struct quantity_reader *r, const struct quantity_row *row)
{
    enum { PERCENT_MIN = 100, PERCENT_ALL = 10000 };
    if (row->count != 2 || !same_whole(r, row, 0, 1))
        return false;
    for (size_t k = 0; k < 2; k++) {
        struct decimal part = quantity_value(r, row->parts[k]),
                       other = quantity_value(r, row->parts[1 - k]);
        const struct quantity *p = quantity_item(r, row->percents[k]);
        int64_t own = hundredths(p->value);
        if (p->value.scale == 0 || p->value.scale > 2 || part.scale || other.scale ||
            own < PERCENT_MIN || part.value > INT32_MAX ||
            own + hundredths(quantity_item(r, row->percents[1 - k])->value) != PERCENT_ALL)
            return false;
        int64_t due = (part.value * (PERCENT_ALL - own) + own / 2) / own;
        if (due != other.value && quantity_is_slip(other.value, due))
            return true;
    }
    return false;
}

/* Members whose percentages make a hundred are all there are: a list that misses its whole is wrong. */
static void close_list(struct quantity_reader *r, const struct quantity_row *row)
{
    struct quantity_statement *s = statement_of(r, row);
    bool open = s && (s->relation == QUANTITY_OPEN ||
                      (s->relation == QUANTITY_AMBIGUOUS && strcmp(s->reason, "list-end") == 0));
    if (!open)
        return;
    int order = decimal_cmp(s->sum, quantity_value(r, s->whole));
    s->relation = order > 0 ? QUANTITY_OVER : order < 0 ? QUANTITY_SHORT : QUANTITY_HOLDS;
    s->closed = true;
    s->reason = NULL;
}

/* "已答复461件。同意公开243件,占答复总数的52.7%;…": the count right before a complete list, of which a slip of the pen
 * makes the sum, is its whole. */
static void add_whole(struct quantity_reader *r, const struct quantity_row *row,
                      struct decimal total)
{
    size_t first = row->parts[0] < row->percents[0] ? row->parts[0] : row->percents[0];
    const struct quantity *q = quantity_item(r, first ? first - 1 : 0);
    if (first == 0 || row->count < QUANTITY_ROW_MIN || r->member_of[row->parts[0]] || total.scale ||
        !quantity_may_be_member(r, first - 1) ||
        q->class != quantity_item(r, row->parts[0])->class || r->member_of[first - 1] ||
        q->value.scale || q->cumulative || !quantity_is_slip(q->value.value, total.value) ||
        !words_has(quantity_label(r, first - 1),
                   "共 总 合计 收到 新收 受理 接到 答复 办结 公开 发布 征集 开展 检查"))
        return;
    int order = decimal_cmp(total, q->value);
    if (order)
        quantity_append_statement(r, first - 1, row->parts, row->count, total,
                                  order > 0 ? QUANTITY_OVER : QUANTITY_SHORT);
}

/* "占总体的比例为2.2%;…占总体的比例为3.4%": two of one whole, in so many words. */
static bool says_same_whole(const struct quantity_reader *r, const struct quantity_row *row)
{
    struct str words = quantity_label(r, row->percents[0]);
    return words_has(words, "占总 占全部") && same_whole(r, row, 0, 1);
}

void quantity_settle_row(struct quantity_reader *r, const struct quantity_row *row)
{
    struct decimal total = { 0, 0 };
    for (size_t k = 0; k < row->count; k++)
        if (!quantity_add(&total, quantity_item(r, row->parts[k])->value))
            return;
    if (is_of_sum(r, row, total) || is_half_slipped(r, row)) {
        take_whole(r, row, total, find_whole(r, row, total, total));
        if (is_hundred(r, row)) {
            close_list(r, row);
            add_whole(r, row, total);
        }
    } else if (row->count >= QUANTITY_ROW_MIN || says_same_whole(r, row)) {
        settle_by_others(r, row, decimal_cmp(total, (struct decimal){ ROW_TOTAL_MIN, 0 }) >= 0);
        settle_by_implied(r, row);
        doubt_whole(r, row);
    }
}
