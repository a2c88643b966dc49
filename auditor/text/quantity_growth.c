/* quantity_growth.c - growth in percent that the text states with the numbers it was computed from. */
#include "text/quantity_inner.h"

enum { STEPS_MAX = 6 };

/* How a percentage of growth is put: up, down or neither. */
enum growth { GROWTH_NONE, GROWTH_UP, GROWTH_DOWN };

static enum growth growth_in(struct str words)
{
    bool up = words_ends(words, "增长 增加 上升 提高 提升 增幅 增长率 增幅为 增长了 上升了 增加了 "
                                "增长率为 提升了 增长约 增幅达 增长达") != 0;
    bool down = words_ends(words, "下降 减少 降低 降幅 降幅为 下降了 减少了 降低了 下降率为 降幅达 "
                                  "下降约") != 0;
    return up ? GROWTH_UP : down ? GROWTH_DOWN : GROWTH_NONE;
}

static const struct quantity *item(const struct quantity_reader *r, size_t i)
{
    return &r->out->items[i];
}

/* Whether no more than a comma stands between two items. */
static bool adjoins(const struct quantity_reader *r, size_t a, size_t b)
{
    return quantity_between(r, quantity_end(item(r, a)), item(r, b)->at) <= BREAK_COMMA;
}

static bool exact(const struct quantity *q)
{
    return quantity_counts(q) && !q->approximate;
}

static void try_share(const struct quantity_reader *r, struct quantity_share *s,
                      struct quantity_share *best, size_t *count, int *best_grade)
{
    struct decimal right;
    int grade = quantity_judge(r->out, s, &right);
    if (grade < 0)
        return;
    ++*count;
    if (grade < *best_grade) {
        *best = *s;
        *best_grade = grade;
    }
}

/* "受理29件,同比增加6件,增长26.1%": the difference stands before the percentage, what grew before that. */
static bool find_difference(const struct quantity_reader *r, size_t percent, bool down,
                            struct quantity_share *best)
{
    size_t difference = percent - 1, count = 0;
    int grade = 3;
    if (percent < 2 || !exact(item(r, difference)) || !adjoins(r, difference, percent) ||
        growth_in(quantity_label(r, difference)) != (down ? GROWTH_DOWN : GROWTH_UP))
        return false;
    for (size_t i = difference, steps = 0; i-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = item(r, i);
        if (quantity_between(r, quantity_end(q), item(r, difference)->at) > BREAK_COMMA)
            break;
        if (!exact(q) || q->comparison || q->class != item(r, difference)->class)
            continue;
        struct quantity_share s = { percent, difference, i, false, QUANTITY_GROWTH, down };
        try_share(r, &s, best, &count, &grade);
    }
    best->ambiguous = grade == 2 && count > 1;
    return count > 0;
}

/* "5128条,较上年的4963条增长3.3%" and "由4963条增长到5128条,增长3.3%": both values. */
static bool find_change(const struct quantity_reader *r, size_t percent, bool down,
                        struct quantity_share *best)
{
    size_t count = 0;
    int grade = 3;
    if (percent < 2)
        return false;
    const struct quantity *a = item(r, percent - 2), *b = item(r, percent - 1);
    if (!exact(a) || !exact(b) || a->class != b->class || !adjoins(r, percent - 2, percent - 1) ||
        !adjoins(r, percent - 1, percent) || item(r, percent)->label_at > quantity_end(b) + 1)
        return false;
    struct str before = quantity_label(r, percent - 2), between = quantity_label(r, percent - 1);
    struct quantity_share s = { percent, percent - 2, percent - 1, false, QUANTITY_CHANGE, down };
    bool from = words_ends(before, "由 从 由上年的 从上年的 由去年的 从去年的") != 0;
    bool than = b->comparison && words_has(between, "较 比 与") &&
                words_ends(between, "年 年的 上年的 去年的 年同期的 同期 同期的") &&
                item(r, percent)->label_at == quantity_end(b);
    if (from && words_ends(between, "到 至 增至 降至 为"))
        s = (struct quantity_share){
            percent, percent - 1, percent - 2, false, QUANTITY_CHANGE, down
        };
    else if (!than || a->comparison)
        return false;
    try_share(r, &s, best, &count, &grade);
    return count > 0;
}

bool quantity_find_growth(const struct quantity_reader *r, size_t percent,
                          struct quantity_share *share)
{
    enum growth growth = growth_in(quantity_label(r, percent));
    bool down = growth == GROWTH_DOWN;
    if (growth == GROWTH_NONE || item(r, percent)->approximate)
        return false;
    return find_difference(r, percent, down, share) || find_change(r, percent, down, share);
}
