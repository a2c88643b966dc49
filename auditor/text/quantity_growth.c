/* quantity_growth.c - growth in percent that the text states with the numbers it was computed from. */
#include "text/quantity_list.h"

enum { STEPS_MAX = 6, NAMED_MAX = 30 };

/* How a percentage of growth is put: up, down or neither. */
enum growth { GROWTH_NONE, GROWTH_UP, GROWTH_DOWN };

static enum growth growth_in(struct str words)
{
    bool up =
        words_ends(words, "增长 增加 上升 提高 提升 增幅 增长率 增幅为 增长了 上升了 增加了 "
                          "增长率为 提升了 增长约 增幅达 增长达 升幅 升幅为 升幅达 涨幅") != 0;
    bool down =
        words_ends(words,
                   "下降 减少 降低 降幅 减幅 减幅为 降幅为 下降了 减少了 降低了 下降率为 降幅达 "
                   "下降约 压减 压缩 缩短 缩减 核减") != 0;
    return up ? GROWTH_UP : down ? GROWTH_DOWN : GROWTH_NONE;
}

/* "较上年的118件多13件" as well. */
static enum growth difference_in(struct str words)
{
    return words_ends(words, "多 多了 多出 净增 新增 净增加 增") ? GROWTH_UP
           : words_ends(words, "少 少了 净减 净减少 减")         ? GROWTH_DOWN
                                                                 : growth_in(words);
}

int quantity_turn(struct str words)
{
    enum growth growth = difference_in(words);
    return growth == GROWTH_UP ? 1 : growth == GROWTH_DOWN ? -1 : 0;
}

static void try_share(const struct quantity_reader *r, struct quantity_share *s,
                      struct quantity_share *best, size_t *count, int *best_grade)
{
    struct decimal right;
    int grade = quantity_judge(r->out, s, &right);
    if (grade < 0)
        return;
    struct decimal other;
    bool same =
        *count && quantity_judge(r->out, best, &other) >= 0 && decimal_cmp(right, other) == 0;
    *count += !same;
    if (grade < *best_grade) {
        *best = *s;
        *best_grade = grade;
    }
}

/* "受理29件,同比增加6件,增长26.1%": the difference stands before the percentage, what grew before that. */
static bool find_difference(const struct quantity_reader *r, size_t percent, bool down,
                            struct quantity_share *best)
{
    size_t difference = percent - 1, count = 0, before = 0;
    uint16_t year = 0;
    int grade = 3;
    if (percent < 2 || !quantity_is_plain(quantity_item(r, difference)) ||
        !quantity_adjoins(r, difference, percent) ||
        difference_in(quantity_label(r, difference)) != (down ? GROWTH_DOWN : GROWTH_UP))
        return false;
    for (size_t i = difference, steps = 0; i-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), quantity_item(r, difference)->at) > BREAK_COMMA)
            break;
        if (!quantity_is_plain(q) || q->class != quantity_item(r, difference)->class ||
            r->depth[q->at] > r->depth[quantity_item(r, percent)->at])
            continue;
        struct quantity_share s = {
            percent, difference, i, false, QUANTITY_GROWTH, down, { 0, 0 }
        };
        bool was = q->comparison || (q->year && q->year < year);
        year = q->year > year ? q->year : year;
        if (was)
            s.of = QUANTITY_SHARE; /* what it was before */
        try_share(r, &s, best, was ? &before : &count, &grade);
    }
    best->ambiguous = grade == 2 && count > 1 && before != 1;
    return count + before > 0;
}

/* Whether a percentage misses what was computed by less than one. */
static bool is_nearly(const struct quantity_reader *r, const struct quantity_share *s)
{
    struct decimal off, stated = quantity_item(r, s->percent)->value;
    if (quantity_judge(r->out, s, &off) < 0)
        return true;
    stated.value = -stated.value;
    if (!quantity_add(&off, stated))
        return true;
    off.value = off.value < 0 ? -off.value : off.value;
    return decimal_cmp(off, (struct decimal){ 1, 0 }) < 0;
}

/* "由平均每网站20个降至2.3个", "由15天压缩至6天": nothing but the verb stands between two plain numbers, times among them. */
static bool turns_into(const struct quantity_reader *r, size_t item)
{
    const struct quantity *a = quantity_item(r, item), *b = a + 1;
    struct str verb = quantity_label(r, item + 1);
    bool plain = (!a->approximate || a->rounded) && (!b->approximate || b->rounded);
    size_t n = words_starts(verb, "降至 降到 减至 减到 下降至 下降到 减少至 减少到 降低至 降低到 "
                                  "增至 增到 升至 升到 增加至 增加到 增长至 增长到 上升至 上升到 "
                                  "提高至 提高到 提升至 提升到 压缩至 压缩到 压减至 压减到 缩短至 "
                                  "缩短到 缩减至 缩减到");
    return plain && n && n == verb.n && b->label_at == quantity_end(a) &&
           (quantity_counts(a) || a->class == QUANTITY_TIME) &&
           words_has(quantity_label(r, item), "由 从");
}

/* "收入合计90万元,其中拨款60万元、其他30万元,较上年80万元增长12.5%": of the last count it is wrong, of one before it in the
 * sentence right. */
static void try_earlier(const struct quantity_reader *r, struct quantity_share *best, int grade)
{
    struct quantity_share s = *best;
    size_t now = best->part;
    for (size_t i = now, steps = 0; grade == 2 && i-- > 0 && steps < 2 * STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, i);
        struct decimal right;
        if (quantity_between(r, quantity_end(q), quantity_item(r, now)->at) == BREAK_STOP)
            return;
        s.part = i;
        if (!quantity_is_plain(q) || q->comparison || !quantity_same_unit(r, i, now) ||
            quantity_judge(r->out, &s, &right) != 0)
            continue;
        best->part = i;
        return;
    }
}

/* "5128条,较上年的4963条增长3.3%" and "由4963条增长到5128条,增长3.3%": both values. */
static bool find_change(const struct quantity_reader *r, size_t percent, bool down,
                        struct quantity_share *best)
{
    size_t count = 0;
    int grade = 3;
    if (percent < 2)
        return false;
    const struct quantity *a = quantity_item(r, percent - 2), *b = quantity_item(r, percent - 1);
    bool turned = turns_into(r, percent - 2);
    if (!(turned || (quantity_is_plain(a) && quantity_is_plain(b))) || a->class != b->class ||
        !quantity_adjoins(r, percent - 2, percent - 1) ||
        !quantity_adjoins(r, percent - 1, percent) ||
        quantity_item(r, percent)->label_at > quantity_end(b) + 1)
        return false;
    struct str before = quantity_label(r, percent - 2), between = quantity_label(r, percent - 1);
    struct quantity_share s = { percent,         percent - 2, percent - 1, false,
                                QUANTITY_CHANGE, down,        { 0, 0 } };
    bool closed = quantity_end(b) < r->text.n && r->text.p[quantity_end(b)] == ')';
    bool from =
        words_ends(before, "由 从") ||
        (words_ends(before, "的 上年 去年 年初 同期 年底 年末 原来") && words_has(before, "由 从"));
    bool than = b->comparison && words_has(between, "较 比 与") &&
                words_ends(between, "年 年的 上年的 去年的 年同期的 同期 同期的") &&
                quantity_item(r, percent)->label_at <= quantity_end(b) + closed;
    bool in_bracket = b->label_at > 0 && r->text.p[b->label_at - 1] == '(' && !closed &&
                      words_starts(between, "上年 去年 上一年") &&
                      between.n <= STR("上年同期共为").n;
    than = than || in_bracket; /* "941件(上年987件,同比下降4.7%)" */
    if (turned ||
        (from &&
         (words_ends(between, "到 至 为") ||
          words_has(between,
                    "增加到 增长到 上升到 提高到 增至 升至 下降到 减少到 降低到 降至 降到"))))
        s = (struct quantity_share){ percent,         percent - 1, percent - 2, false,
                                     QUANTITY_CHANGE, down,        { 0, 0 } };
    else if (!than || a->comparison)
        return false;
    try_share(r, &s, best, &count, &grade);
    if (count && s.part == percent - 2)
        try_earlier(r, best, grade);
    if (count && words_has(before, "平均 人均 月均 日均 户均"))
        best->ambiguous = is_nearly(r, best); /* means are rounded themselves */
    return count > 0;
}

/* "59878件,环比上季度56675件增长5.65%,同比去年41583件增长44.00%": what it was stands right before the growth, what it is
 * somewhere before that. */
static bool find_based(const struct quantity_reader *r, size_t percent, bool down,
                       struct quantity_share *best)
{
    size_t count = 0, base = percent - 1, end = percent ? quantity_end(quantity_item(r, base)) : 0;
    int grade = 3;
    if (percent < 2 || !quantity_is_plain(quantity_item(r, base)) ||
        !quantity_item(r, base)->comparison || quantity_item(r, percent)->label_at > end ||
        quantity_label(r, percent).n > STR("增长率为了").n)
        return false;
    struct str label = quantity_label(r, base);
    if (!words_starts(label, "同比 环比 较 比 与") ||
        !words_ends(label, "年 年的 年度 年度的 季度 季度的 月 月的 同期 同期的 期 期的 周 周的"))
        return false;
    for (size_t i = base, steps = 0; i-- > 0 && steps < STEPS_MAX && count < 2; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), quantity_item(r, base)->at) == BREAK_STOP)
            break;
        if (!quantity_is_plain(q) || q->comparison || !quantity_same_unit(r, i, base) ||
            r->depth[q->at] > r->depth[quantity_item(r, percent)->at])
            continue;
        struct quantity_share s = { percent, i, base, false, QUANTITY_CHANGE, down, { 0, 0 } };
        try_share(r, &s, best, &count, &grade);
    }
    best->ambiguous = grade == 2 && count > 1;
    return count > 0;
}

/* Whether two counts are called by the same last word: 新收 in "新收312件" and "2021年新收274件". */
static bool same_words(const struct quantity_reader *r, size_t a, size_t b)
{
    struct str x = quantity_label(r, a), y = quantity_label(r, b), two = STR("新收");
    return x.n >= two.n && y.n >= two.n && str_ends(x, str_sub(y, y.n - two.n, y.n));
}

/* A label that names nothing but a year, or what the other one names: "去年同期为", "2022年办理" beside "2023年办理". */
static bool says_year_of(const struct quantity_reader *r, size_t i, size_t other)
{
    struct str label = quantity_label(r, i);
    for (size_t n;
         (n = words_starts(label, "去年 上年 上一年 上年度 前一年 今年 本年 2 0 1 3 4 5 6 7 8 "
                                  "9 年 度 同期 全年 为 是 共 仅 有 只有 则 的")) != 0;)
        label = str_sub(label, n, label.n);
    return label.n == 0 || same_words(r, i, other);
}

/* "收到46件,同比上升31.4%(2022年为35件)", "1530批次,同比增长12.5%,上年为1360批次": the value of the year before stands
 * behind. */
static bool find_behind(const struct quantity_reader *r, size_t percent, bool down,
                        struct quantity_share *best)
{
    size_t count = 0, base = percent + 1, now = percent - 1,
           end = quantity_end(quantity_item(r, percent));
    int grade = 3;
    if (percent == 0 || base >= r->out->count || end >= r->text.n ||
        (!quantity_item(r, base)->year && !quantity_item(r, base)->comparison) ||
        !quantity_is_plain(quantity_item(r, base)) || quantity_item(r, base)->label_at != end + 1 ||
        words_starts(quantity_label(r, base), "其中") ||
        (quantity_item(r, base)->year && quantity_item(r, now)->year &&
         quantity_item(r, base)->year >= quantity_item(r, now)->year))
        return false;
    size_t close = quantity_end(quantity_item(r, base));
    bool bracket = r->text.p[end] == '(' && close < r->text.n && r->text.p[close] == ')';
    if (!bracket && (r->text.p[end] != ',' || !says_year_of(r, base, now)))
        return false;
    if (!quantity_is_plain(quantity_item(r, now)) || quantity_item(r, now)->comparison ||
        !quantity_adjoins(r, now, percent) || !quantity_same_unit(r, now, base))
        return false;
    struct quantity_share s = { percent, now, base, false, QUANTITY_CHANGE, down, { 0, 0 } };
    try_share(r, &s, best, &count, &grade);
    if (count)
        try_earlier(r, best, grade);
    return count > 0;
}

/* "新收87件…。与上年的93件相比,新收数量下降6.45%": what grew is called by its name again. */
static bool find_named(const struct quantity_reader *r, size_t percent, bool down,
                       struct quantity_share *best)
{
    struct str name = quantity_label(r, percent);
    size_t end = words_ends(name, "增长 增加 上升 下降 减少 降低");
    size_t count = 0, base = percent - 1;
    int grade = 3;
    name = str_sub(name, 0, name.n - end);
    name = str_sub(name, 0, name.n - words_ends(name, "申请数量 申请量 数量 总量 件数 总数 数 量"));
    if (percent < 2 || end == 0 || name.n < STR("新收").n ||
        !quantity_is_plain(quantity_item(r, base)) ||
        !words_starts(quantity_label(r, base), "与 同 跟 较 比") ||
        !words_starts(quantity_tail(r, base), "相比") || !quantity_adjoins(r, base, percent))
        return false;
    for (size_t i = base, steps = 0; i-- > 0 && steps < NAMED_MAX && count == 0; steps++) {
        const struct quantity *q = quantity_item(r, i);
        if (!quantity_is_plain(q) || q->comparison || q->class != quantity_item(r, base)->class ||
            str_find(quantity_label(r, i), name) == SIZE_MAX)
            continue;
        struct quantity_share s = { percent, i, base, false, QUANTITY_CHANGE, down, { 0, 0 } };
        try_share(r, &s, best, &count, &grade);
    }
    return count > 0;
}

/* Whether one count is of the year before another. */
static bool is_year_before(const struct quantity_reader *r, size_t i, size_t other)
{
    uint16_t year = quantity_item(r, i)->year, later = quantity_item(r, other)->year;
    if (year && later)
        return year + 1 == later;
    return words_starts(quantity_label(r, i), "去年 上年 上一年 前一年") != 0 &&
           !quantity_item(r, other)->comparison;
}

/* "收到46件,去年35件,增长31.4%", "2023年66件,2024年151件,同比增长128.8%": each with its year. */
static bool find_dated(const struct quantity_reader *r, size_t percent, bool down,
                       struct quantity_share *best)
{
    size_t count = 0, a = percent - 2, b = percent - 1;
    int grade = 3;
    struct str by = quantity_label(r, percent);
    by = str_sub(by, words_starts(by, "同比 环比 较上年 较去年 比上年 比去年 年 总体 相比"), by.n);
    if (percent < 2 || by.n > STR("增长率为").n || !quantity_is_plain(quantity_item(r, a)) ||
        !quantity_is_plain(quantity_item(r, b)) || !quantity_same_unit(r, a, b) ||
        !quantity_adjoins(r, a, b) || !quantity_adjoins(r, b, percent) ||
        quantity_item(r, a)->label_at + quantity_item(r, a)->label_len >
            quantity_item(r, b)->label_at)
        return false;
    bool first = is_year_before(r, a, b), second = is_year_before(r, b, a);
    if (first == second || !says_year_of(r, first ? a : b, first ? b : a) ||
        (first && !says_year_of(r, b, a)))
        return false;
    struct quantity_share s = { percent,         first ? b : a, first ? a : b, false,
                                QUANTITY_CHANGE, down,          { 0, 0 } };
    try_share(r, &s, best, &count, &grade);
    return count > 0;
}

bool quantity_find_growth(const struct quantity_reader *r, size_t percent,
                          struct quantity_share *share)
{
    enum growth growth = growth_in(quantity_label(r, percent));
    bool down = growth == GROWTH_DOWN;
    if (growth == GROWTH_NONE || quantity_item(r, percent)->approximate ||
        words_has(quantity_label(r, percent), "分别"))
        return false;
    return find_difference(r, percent, down, share) || find_change(r, percent, down, share) ||
           find_behind(r, percent, down, share) || find_dated(r, percent, down, share) ||
           find_based(r, percent, down, share) || find_named(r, percent, down, share);
}
