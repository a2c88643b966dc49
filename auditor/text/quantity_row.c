/* quantity_row.c - percentages of one list, held against what its members add up to; see quantity_inner.h. */
#include "text/quantity_list.h"

#include <string.h>

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

/* "占24.1%(21件)", "网络占24.1%,共21件": the percentage first, its part in a bracket or clause behind it. */
static bool is_before_part(const struct quantity_reader *r, size_t percent)
{
    size_t end = quantity_end(item(r, percent));
    if (!is_plain(r, percent) || !words_has(quantity_label(r, percent), "占 比例 比重") ||
        end >= r->text.n || !may_be_part(r, percent + 1))
        return false;
    struct str label = quantity_label(r, percent + 1);
    return (r->text.p[end] == '(' && item(r, percent + 1)->at == end + 1) ||
           (r->text.p[end] == ',' && !words_starts(quantity_label(r, percent), "占") && label.n &&
            words_starts(label, "共 计 共计 为 有") == label.n &&
            quantity_end(item(r, percent)) + 1 == item(r, percent + 1)->label_at);
}

static bool is_grouped(struct str label)
{
    return words_has(label, "分别 依次 各占");
}

/* "21件,占24.1%" and "21件(24.1%)", and "21件,24.1%" where such ones stand before it. */
static bool is_behind_part(const struct quantity_reader *r, size_t part, bool next)
{
    size_t end = quantity_end(item(r, part));
    const struct quantity *p = item(r, part + 1);
    struct str label = quantity_label(r, part + 1);
    bool bracket = label.n == 0 && p->at == end + 1 && r->text.p[end] == '(';
    return may_be_part(r, part) && is_plain(r, part + 1) && !is_grouped(label) &&
           r->depth[item(r, part)->at] <= r->depth[p->at] &&
           (bracket || ((words_has(label, "占 比例 比重") || (next && label.n == 0)) &&
                        quantity_between(r, end, p->at) <= BREAK_COMMA));
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

/* A number in a name: "兴化12345受理2759个". */
static bool is_in_name(const struct quantity_reader *r, size_t i)
{
    return item(r, i)->class == QUANTITY_BARE && !quantity_is_bare(r, i);
}

/* Pairs of a count and a percentage from item i on, up to the end of the sentence. */
static void read_pairs(const struct quantity_reader *r, size_t i, struct row *row)
{
    for (row->end = i; i + 1 < r->out->count; i += 2) {
        size_t last = i ? i - 1 : 0;
        while (row->count && i + 2 < r->out->count && is_in_name(r, i))
            i++;
        if (row->count &&
            quantity_between(r, quantity_end(item(r, last)), item(r, i)->at) == BREAK_STOP)
            return;
        bool before = is_before_part(r, i);
        bool behind = !before && is_behind_part(r, i, row->count > 0);
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

/* "县级部门占42.68%,市级部门占24.47%,数量分别为36527件、20940件": as many counts behind the percentages. */
static void read_spread(const struct quantity_reader *r, size_t first, struct row *row)
{
    size_t n = 0, count = r->out->count;
    while (first + n < count && n < ROW_MAX && is_plain(r, first + n) &&
           words_has(quantity_label(r, first + n), "占") &&
           !is_grouped(quantity_label(r, first + n)))
        n++;
    row->end = first + n;
    if (n < ROW_MIN || first + 2 * n > count || !is_grouped(quantity_label(r, first + n)) ||
        quantity_between(r, quantity_end(item(r, first)), item(r, first + 2 * n - 1)->at) ==
            BREAK_STOP)
        return;
    for (size_t k = 0; k < n; k++)
        if (!may_be_part(r, first + n + k) || !add_member(r, row, first + n + k, first + k)) {
            row->count = 0;
            return;
        }
    row->end += n;
}

/* The count before the list with a value from low to high; SIZE_MAX for none. */
static size_t find_whole(const struct quantity_reader *r, const struct row *row, struct decimal low,
                         struct decimal high)
{
    size_t first = row->parts[0] < row->percents[0] ? row->parts[0] : row->percents[0];
    for (size_t i = first, steps = 0; i-- > 0 && steps < BACK_MAX; steps++)
        if (item(r, i)->class == item(r, row->parts[0])->class && may_be_part(r, i) &&
            decimal_cmp(item(r, i)->value, low) >= 0 && decimal_cmp(item(r, i)->value, high) <= 0)
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
    for (size_t k = 0; k < row->count && whole != SIZE_MAX; k++)
        if (row->parts[k] == whole)
            return; /* one of the members */
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

/* A percentage in hundredths of a percent. */
static int64_t hundredths(struct decimal p)
{
    for (int i = p.scale; i < 2; i++)
        p.value *= 10;
    return p.value;
}

/* Whether the percentages make a hundred, as those of a whole list do; `other` in the place of member odd. */
static bool makes_hundred(const struct quantity_reader *r, const struct row *row, size_t odd,
                          struct decimal other)
{
    int64_t sum = 0;
    for (size_t k = 0; k < row->count; k++)
        sum += hundredths(k == odd ? other : item(r, row->percents[k])->value);
    return sum > 9950 && sum < 10050;
}

static bool is_hundred(const struct quantity_reader *r, const struct row *row)
{
    return makes_hundred(r, row, SIZE_MAX, (struct decimal){ 0, 0 });
}

/* The wrong shares of a row are replaced by those of the whole that was found. */
static void take_whole(struct quantity_reader *r, const struct row *row, struct decimal total,
                       size_t whole)
{
    for (size_t k = 0; k < row->count; k++) {
        if (quantity_is_settled(r, 0, row->percents[k]))
            continue;
        quantity_drop_shares(r, 0, row->percents[k]);
        quantity_append_share(r, share_at(row, k, total, whole));
    }
}

/* Whether the one member whose percentage the whole of all the others does not make is wrong: then the list is
 * complete, or its whole was told before. */
static bool is_odd(const struct quantity_reader *r, const struct row *row, size_t k, int64_t low,
                   int64_t high, bool told)
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
                                               const struct row *row)
{
    size_t of = r->member_of[row->parts[0]];
    for (size_t k = 1; k < row->count; k++)
        if (r->member_of[row->parts[k]] != of)
            return NULL;
    struct quantity_statement *s = of ? &r->out->statements[of - 1] : NULL;
    return s && s->part_count == row->count ? s : NULL;
}

/* Parts whose percentages are of another whole than the statement took are no parts of that one. */
static void disown(const struct quantity_reader *r, const struct row *row, struct decimal low,
                   struct decimal high)
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
static void settle_by_implied(struct quantity_reader *r, const struct row *row)
{
    enum { NARROW = 500 };
    size_t odd = SIZE_MAX;
    int64_t from = 0, to = 0;
    struct str words = quantity_label(r, row->percents[0]);
    for (size_t k = 0; k < row->count; k++) {
        int64_t low, high;
        if (row->count <= ROW_MIN && !str_eq(quantity_label(r, row->percents[k]), words))
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
        if (s && (decimal_cmp(item(r, s->whole)->value, low) < 0 ||
                  decimal_cmp(item(r, s->whole)->value, high) > 0))
            return; /* it is right by another whole */
    }
    disown(r, row, low, high);
    low.value = whole == SIZE_MAX ? (from + to) / 2 : item(r, whole)->value.value;
    take_whole(r, row, low, whole);
}

/* Percentages that agree with each other but not with the whole that was read: unless it is a slip of theirs, they
 * are of another one. */
static void doubt_whole(struct quantity_reader *r, const struct row *row)
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
            slip = quantity_is_slip(item(r, s->whole)->value.value, v);
        s->ambiguous = s->ambiguous || (member && !slip);
    }
}

/* Whether the sum of the members is what their percentages are of: all of them are right by it or all but one of
 * several; of two both, which make a hundred, or one that says so to a decimal. */
static bool is_of_sum(const struct quantity_reader *r, const struct row *row, struct decimal total)
{
    size_t fits = 0;
    bool exact = false, large = decimal_cmp(total, (struct decimal){ ROW_TOTAL_MIN, 0 }) >= 0;
    for (size_t k = 0; k < row->count; k++) {
        struct quantity_share s = share_at(row, k, total, SIZE_MAX);
        struct decimal right;
        int grade = quantity_judge(r->out, &s, &right);
        fits += grade == 0 || grade == 1;
        exact = exact || (grade == 0 && item(r, row->percents[k])->decimals > 0);
    }
    if (row->count < ROW_MIN)
        return fits == row->count ? is_hundred(r, row)
                                  : fits == 1 && exact && large &&
                                        str_eq(quantity_label(r, row->percents[0]),
                                               quantity_label(r, row->percents[1]));
    return fits == row->count || (fits + 1 == row->count && large);
}

/* Members whose percentages make a hundred are all there are: a list that misses its whole is wrong. */
static void close_list(struct quantity_reader *r, const struct row *row)
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

/* "占总体的比例为2.2%;…占总体的比例为3.4%": two of one whole, in so many words. */
static bool says_same_whole(const struct quantity_reader *r, const struct row *row)
{
    struct str words = quantity_label(r, row->percents[0]);
    return words_has(words, "占总 占全部") && str_eq(words, quantity_label(r, row->percents[1]));
}

/* Where all percentages but one are right by the sum, the sum is their whole. */
static void settle(struct quantity_reader *r, const struct row *row)
{
    struct decimal total = { 0, 0 };
    for (size_t k = 0; k < row->count; k++)
        if (!quantity_add(&total, item(r, row->parts[k])->value))
            return;
    if (is_of_sum(r, row, total)) {
        take_whole(r, row, total, find_whole(r, row, total, total));
        if (is_hundred(r, row))
            close_list(r, row);
    } else if (row->count >= ROW_MIN || says_same_whole(r, row)) {
        settle_by_others(r, row, decimal_cmp(total, (struct decimal){ ROW_TOTAL_MIN, 0 }) >= 0);
        settle_by_implied(r, row);
        doubt_whole(r, row);
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
        if (row.count < 2 && row.end <= i && item(r, i)->class == QUANTITY_PERCENT)
            read_spread(r, i, &row);
        if (row.count > 1)
            settle(r, &row);
        i = row.end > i ? row.end : i + 1;
    }
}
