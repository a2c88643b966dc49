/* quantity_row.c - lists whose members have a percentage each, and how they are found; see quantity_row.h. */
#include "text/quantity_row.h"

static bool is_plain(const struct quantity_reader *r, size_t percent)
{
    const struct quantity *p = quantity_item(r, percent);
    return p->class == QUANTITY_PERCENT && !p->approximate && !p->comparison &&
           !words_has(quantity_label(r, percent), "约 近 超 逾 不足 增 降 升 率 较 高 低");
}

bool quantity_may_be_member(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = quantity_item(r, i);
    return quantity_counts(q) && !q->comparison && !q->approximate;
}

/* "占24.1%(21件)", "网络占24.1%,共21件": the percentage first, its part in a bracket or clause behind it. */
static bool is_before_part(const struct quantity_reader *r, size_t percent)
{
    size_t end = quantity_end(quantity_item(r, percent));
    if (!is_plain(r, percent) || !words_has(quantity_label(r, percent), "占 比例 比重") ||
        end >= r->text.n || !quantity_may_be_member(r, percent + 1))
        return false;
    struct str label = quantity_label(r, percent + 1);
    return (r->text.p[end] == '(' && quantity_item(r, percent + 1)->at == end + 1) ||
           (r->text.p[end] == ',' && !words_starts(quantity_label(r, percent), "占") && label.n &&
            words_starts(label, "共 计 共计 为 有") == label.n &&
            quantity_end(quantity_item(r, percent)) + 1 == quantity_item(r, percent + 1)->label_at);
}

static bool is_grouped(struct str label)
{
    return words_has(label, "分别 依次 各占");
}

/* "21件,占24.1%" and "21件(24.1%)", and "21件,24.1%" where such ones stand before it. */
static bool is_behind_part(const struct quantity_reader *r, size_t part, bool next)
{
    size_t end = quantity_end(quantity_item(r, part));
    const struct quantity *p = quantity_item(r, part + 1);
    struct str label = quantity_label(r, part + 1);
    bool bracket = label.n == 0 && p->at == end + 1 && r->text.p[end] == '(';
    return quantity_may_be_member(r, part) && is_plain(r, part + 1) && !is_grouped(label) &&
           r->depth[quantity_item(r, part)->at] <= r->depth[p->at] &&
           (bracket || ((words_has(label, "占 比例 比重") || (next && label.n == 0)) &&
                        quantity_between(r, end, p->at) <= BREAK_COMMA));
}

static bool add_member(const struct quantity_reader *r, struct quantity_row *row, size_t part,
                       size_t percent)
{
    const struct quantity *q = quantity_item(r, part),
                          *first = quantity_item(r, row->count ? row->parts[0] : part);
    if (row->count == QUANTITY_ROW_MAX || q->class != first->class)
        return false;
    row->parts[row->count] = part;
    row->percents[row->count++] = percent;
    return true;
}

/* A number in a name: "兴化12345受理2759个". */
static bool is_in_name(const struct quantity_reader *r, size_t i)
{
    return quantity_item(r, i)->class == QUANTITY_BARE && !quantity_is_bare(r, i);
}

/* "2、投诉359件": the number of a member. */
static bool is_ordinal(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = quantity_item(r, i);
    return q->class == QUANTITY_BARE && q->label_len == 0 && i > 0 &&
           words_starts(quantity_text(r, quantity_end(q), r->text.n), "、") != 0 &&
           quantity_between(r, quantity_end(q - 1), q->at) >= BREAK_SEMICOLON;
}

/* What stands between members and is none: a number in a name, growth and what it is from. */
static bool is_aside(const struct quantity_reader *r, size_t i)
{
    return is_in_name(r, i) || is_ordinal(r, i) || quantity_item(r, i)->comparison ||
           quantity_item(r, i)->class == QUANTITY_POINTS ||
           (quantity_item(r, i)->class == QUANTITY_PERCENT &&
            words_has(quantity_label(r, i), "增 降 升 减少 同比 环比"));
}

/* Pairs of a count and a percentage from item i on, up to the end of the sentence; on through sentences that have no more
 * than one pair each, all of them in the same words. */
static void read_pairs(const struct quantity_reader *r, size_t i, struct quantity_row *row)
{
    size_t sentences = 1;
    for (row->end = i; i + 1 < r->out->count; i += 2) {
        size_t last = i ? i - 1 : 0;
        while (row->count && i + 2 < r->out->count && is_aside(r, i))
            i++;
        if (row->count && quantity_between(r, quantity_end(quantity_item(r, last)),
                                           quantity_item(r, i)->at) == BREAK_STOP) {
            if (row->count != sentences || !is_behind_part(r, i, false) ||
                !str_eq(quantity_label(r, i + 1), quantity_label(r, row->percents[0])))
                return;
            sentences++;
        }
        bool before = is_before_part(r, i);
        bool behind = !before && is_behind_part(r, i, row->count > 0);
        if (!before && !behind)
            return;
        if (sentences > 1 && row->count == sentences) { /* the last sentence is a row of its own */
            row->count--;
            row->end = before ? row->percents[row->count] : row->parts[row->count];
            return;
        }
        if (!add_member(r, row, before ? i + 1 : i, before ? i : i + 1))
            return;
        row->end = i + 2;
    }
}

/* "74件、163件、75件,分别占23.7%、52.2%和24.0%". */
static void read_groups(const struct quantity_reader *r, size_t first, struct quantity_row *row)
{
    size_t n = quantity_row_length(r, first);
    row->end = first + n;
    if (n < 2 || n > QUANTITY_ROW_MAX || n > first)
        return;
    row->grouped = true;
    const struct quantity *kinds = quantity_item(r, first - 1); /* "三类渠道的比重依次为" */
    size_t parts = first - n;
    parts -=
        parts > 0 && kinds->chinese && kinds->value.scale == 0 && kinds->value.value == (int64_t)n;
    if (quantity_between(r, quantity_end(quantity_item(r, parts)), quantity_item(r, first)->at) ==
        BREAK_STOP)
        return;
    for (size_t k = 0; k < n; k++) {
        size_t part = parts + k;
        if (!quantity_may_be_member(r, part) || !is_plain(r, first + k) ||
            !add_member(r, row, part, first + k)) {
            row->count = 0;
            return;
        }
    }
}

/* "县级部门占42.68%,市级部门占24.47%,数量分别为36527件、20940件": as many counts behind the percentages. */
static void read_spread(const struct quantity_reader *r, size_t first, struct quantity_row *row)
{
    size_t n = 0, count = r->out->count;
    while (first + n < count && n < QUANTITY_ROW_MAX && is_plain(r, first + n) &&
           words_has(quantity_label(r, first + n), "占") &&
           !is_grouped(quantity_label(r, first + n)))
        n++;
    row->end = first + n;
    if (n < QUANTITY_ROW_MIN || first + 2 * n > count ||
        !is_grouped(quantity_label(r, first + n)) ||
        quantity_between(r, quantity_end(quantity_item(r, first)),
                         quantity_item(r, first + 2 * n - 1)->at) == BREAK_STOP)
        return;
    for (size_t k = 0; k < n; k++)
        if (!quantity_may_be_member(r, first + n + k) ||
            !add_member(r, row, first + n + k, first + k)) {
            row->count = 0;
            return;
        }
    row->end += n;
}

/* "满意150份,占75%;基本满意40份,占20%;不满意10份,占5%;知晓公开专区的120份,占60%": members that make a hundred are all
 * there are, what follows is divided once more. */
static void cut_at_hundred(const struct quantity_reader *r, struct quantity_row *row)
{
    struct decimal sum = { 0, 0 };
    for (size_t k = 0; k < row->count; k++) {
        if (k > 1 && decimal_cmp(sum, (struct decimal){ 100, 0 }) == 0) {
            row->count = k;
            row->end = row->parts[k] < row->percents[k] ? row->parts[k] : row->percents[k];
            return;
        }
        if (!quantity_add(&sum, quantity_item(r, row->percents[k])->value))
            return;
    }
}

void quantity_find_rows(struct quantity_reader *r)
{
    for (size_t i = 0; i + 1 < r->out->count;) {
        if (quantity_item(r, i)->class != QUANTITY_PERCENT &&
            quantity_item(r, i + 1)->class != QUANTITY_PERCENT) {
            i++; /* begins none */
            continue;
        }
        struct quantity_row row = { .count = 0 };
        bool grouped = i > 0 && quantity_item(r, i)->class == QUANTITY_PERCENT &&
                       is_grouped(quantity_label(r, i));
        if (grouped)
            read_groups(r, i, &row);
        else
            read_pairs(r, i, &row);
        if (!grouped && row.count > 2)
            cut_at_hundred(r, &row);
        if (row.count < 2 && row.end <= i && quantity_item(r, i)->class == QUANTITY_PERCENT)
            read_spread(r, i, &row);
        if (row.count > 1)
            quantity_settle_row(r, &row);
        i = row.end > i ? row.end : i + 1;
    }
}
