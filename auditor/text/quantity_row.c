/* quantity_row.c - percentages of one list, held against what its members add up to; see quantity_inner.h. */
#include "text/quantity_inner.h"

enum { ROW_MIN = 3, ROW_MAX = 40, ROW_TOTAL_MIN = 20, BACK_MAX = 30 };

/* Members of a list, each with its percentage. */
struct row {
    size_t parts[ROW_MAX], percents[ROW_MAX];
    size_t count, end; /* end: the item behind the last one */
};

static const struct quantity *item(const struct quantity_reader *r, size_t i)
{
    return &r->out->items[i];
}

static bool is_plain(const struct quantity_reader *r, size_t percent)
{
    const struct quantity *p = item(r, percent);
    return p->class == QUANTITY_PERCENT && !p->approximate && !p->comparison &&
           !words_has(quantity_label(r, percent), "约 近 超 逾 不足 增 降 升 率 较 高 低");
}

static bool may_be_part(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = item(r, i);
    return quantity_counts(q) && !q->comparison && !q->approximate;
}

/* "占24.1%(21件)": the percentage first, its part in a bracket behind it. */
static bool is_before_part(const struct quantity_reader *r, size_t percent)
{
    size_t end = quantity_end(item(r, percent));
    return is_plain(r, percent) && words_has(quantity_label(r, percent), "占 比例 比重") &&
           end < r->text.n && r->text.p[end] == '(' && item(r, percent + 1)->at == end + 1 &&
           may_be_part(r, percent + 1);
}

static bool is_grouped(struct str label)
{
    return words_has(label, "分别 依次 各占");
}

/* "21件,占24.1%" and "21件(24.1%)". */
static bool is_behind_part(const struct quantity_reader *r, size_t part)
{
    size_t end = quantity_end(item(r, part));
    const struct quantity *p = item(r, part + 1);
    struct str label = quantity_label(r, part + 1);
    bool bracket = label.n == 0 && p->at == end + 1 && r->text.p[end] == '(';
    return may_be_part(r, part) && is_plain(r, part + 1) && !is_grouped(label) &&
           r->depth[item(r, part)->at] <= r->depth[p->at] &&
           (bracket ||
            (words_has(label, "占 比例 比重") && quantity_between(r, end, p->at) <= BREAK_COMMA));
}

static bool add_member(const struct quantity_reader *r, struct row *row, size_t part,
                       size_t percent)
{
    const struct quantity *q = item(r, part), *first = item(r, row->count ? row->parts[0] : part);
    if (row->count == ROW_MAX || q->class != first->class)
        return false;
    row->parts[row->count] = part;
    row->percents[row->count++] = percent;
    return true;
}

/* Pairs of a count and a percentage from item i on, up to the end of the sentence. */
static void read_pairs(const struct quantity_reader *r, size_t i, struct row *row)
{
    for (row->end = i; i + 1 < r->out->count; i += 2) {
        if (row->count &&
            quantity_between(r, quantity_end(item(r, i - 1)), item(r, i)->at) == BREAK_STOP)
            return;
        bool before = is_before_part(r, i), behind = !before && is_behind_part(r, i);
        if (!before && !behind)
            return;
        if (!add_member(r, row, before ? i + 1 : i, before ? i : i + 1))
            return;
        row->end = i + 2;
    }
}

/* "74件、163件、75件,分别占23.7%、52.2%和24.0%". */
static void read_groups(const struct quantity_reader *r, size_t first, struct row *row)
{
    size_t n = quantity_row_length(r, first);
    row->end = first + n;
    if (n < ROW_MIN || n > ROW_MAX || n > first)
        return;
    const struct quantity *kinds = item(r, first - 1); /* "三类渠道的比重依次为" */
    size_t parts = first - n;
    parts -=
        parts > 0 && kinds->chinese && kinds->value.scale == 0 && kinds->value.value == (int64_t)n;
    if (quantity_between(r, quantity_end(item(r, parts)), item(r, first)->at) == BREAK_STOP)
        return;
    for (size_t k = 0; k < n; k++) {
        size_t part = parts + k;
        if (!may_be_part(r, part) || !is_plain(r, first + k) ||
            !add_member(r, row, part, first + k)) {
            row->count = 0;
            return;
        }
    }
}

/* The count before the list that its members add up to; SIZE_MAX for none. */
static size_t find_whole(const struct quantity_reader *r, const struct row *row,
                         struct decimal total)
{
    for (size_t i = row->parts[0], steps = 0; i-- > 0 && steps < BACK_MAX; steps++)
        if (item(r, i)->class == item(r, row->parts[0])->class && may_be_part(r, i) &&
            decimal_cmp(item(r, i)->value, total) == 0)
            return i;
    return SIZE_MAX;
}

static struct quantity_share share_at(const struct row *row, size_t k, struct decimal total,
                                      size_t whole)
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

/* "在公开的信息中,网站165条,占60%;报刊53条,占17%;其他86条,占28%": the whole of all the others, which are right by it. */
static void settle_by_others(struct quantity_reader *r, const struct row *row, bool large)
{
    size_t odd = SIZE_MAX, whole = SIZE_MAX, odds = 0;
    for (size_t k = 0; k < row->count; k++) {
        const struct quantity_share *s = right_share(r, row->percents[k]);
        if (!s)
            odd = k, odds++;
        else if (whole != SIZE_MAX && s->whole != whole)
            return;
        else
            whole = s->whole;
    }
    if (odds != 1 || whole == SIZE_MAX || !large || quantity_is_settled(r, 0, row->percents[odd]))
        return;
    quantity_drop_shares(r, 0, row->percents[odd]);
    quantity_append_share(r, share_at(row, odd, item(r, whole)->value, whole));
}

/* The whole numbers [*low, *high] by which all percentages but the one of member odd are right; false for none. */
static bool implied_whole(const struct quantity_reader *r, const struct row *row, size_t odd,
                          int64_t *low, int64_t *high)
{
    enum { PART_MIN = 10, PART_MAX = 100000000 };
    size_t exact = 0;
    *low = 1;
    *high = INT64_MAX;
    for (size_t k = 0; k < row->count; k++) {
        const struct decimal part = item(r, row->parts[k])->value;
        const struct decimal p = item(r, row->percents[k])->value;
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

/* Whether the percentages make a hundred, as those of a whole list do. */
static bool makes_hundred(const struct quantity_reader *r, const struct row *row)
{
    int64_t sum = 0;
    for (size_t k = 0; k < row->count; k++) {
        struct decimal p = item(r, row->percents[k])->value;
        for (int i = p.scale; i < 2; i++)
            p.value *= 10;
        sum += p.value;
    }
    return sum > 9950 && sum < 10050;
}

/* "在公开的信息中,政策法规类59条,占11.90%;规划类36条,占7.26%;业务类401条,占80.85%": the whole is told elsewhere, but no
 * number other than 496 makes two of them right; the third is wrong where it is not right by it. */
static void settle_by_implied(struct quantity_reader *r, const struct row *row)
{
    size_t odd = SIZE_MAX;
    struct quantity_share wrong;
    struct str words = quantity_label(r, row->percents[0]);
    for (size_t k = 0; k < row->count; k++) {
        struct decimal right;
        int64_t low, high;
        if (!str_eq(quantity_label(r, row->percents[k]), words) ||
            quantity_is_settled(r, 0, row->percents[k]))
            return;
        if (!implied_whole(r, row, k, &low, &high))
            continue;
        struct quantity_share at_low = share_at(row, k, (struct decimal){ low, 0 }, SIZE_MAX);
        struct quantity_share at_high = share_at(row, k, (struct decimal){ high, 0 }, SIZE_MAX);
        if (odd != SIZE_MAX || quantity_judge(r->out, &at_low, &right) != 2 ||
            quantity_judge(r->out, &at_high, &right) != 2)
            return;
        odd = k;
        wrong = at_low;
        wrong.total.value = (low + high) / 2;
    }
    if (odd != SIZE_MAX && makes_hundred(r, row)) {
        quantity_drop_shares(r, 0, row->percents[odd]);
        quantity_append_share(r, wrong);
    }
}

/* Where all percentages but one are right by the sum, the sum is their whole. */
static void settle(struct quantity_reader *r, const struct row *row)
{
    struct decimal total = { 0, 0 }, right;
    size_t fits = 0;
    for (size_t k = 0; k < row->count; k++)
        if (!quantity_add(&total, item(r, row->parts[k])->value))
            return;
    size_t whole = find_whole(r, row, total);
    for (size_t k = 0; k < row->count; k++) {
        struct quantity_share s = share_at(row, k, total, whole);
        int grade = quantity_judge(r->out, &s, &right);
        fits += grade == 0 || grade == 1;
    }
    bool large = decimal_cmp(total, (struct decimal){ ROW_TOTAL_MIN, 0 }) >= 0;
    if (fits + 1 < row->count || (fits < row->count && !large)) {
        settle_by_others(r, row, large);
        settle_by_implied(r, row);
        return;
    }
    for (size_t k = 0; k < row->count; k++) {
        if (quantity_is_settled(r, 0, row->percents[k]))
            continue;
        quantity_drop_shares(r, 0, row->percents[k]);
        quantity_append_share(r, share_at(row, k, total, whole));
    }
}

void quantity_find_rows(struct quantity_reader *r)
{
    for (size_t i = 0; i + 1 < r->out->count;) {
        if (item(r, i)->class != QUANTITY_PERCENT && item(r, i + 1)->class != QUANTITY_PERCENT) {
            i++; /* begins none */
            continue;
        }
        struct row row = { .count = 0 };
        bool grouped =
            i > 0 && item(r, i)->class == QUANTITY_PERCENT && is_grouped(quantity_label(r, i));
        if (grouped)
            read_groups(r, i, &row);
        else
            read_pairs(r, i, &row);
        if (row.count >= ROW_MIN)
            settle(r, &row);
        i = row.end > i ? row.end : i + 1;
    }
}
