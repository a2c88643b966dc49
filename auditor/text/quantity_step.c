/* quantity_step.c - by how much a count changed, told with what it was and what it became; see quantity_list.h. */
#include "text/quantity_list.h"

enum { STEPS_MAX = 6 };

/* Whether what stands at an item is a plain number of the same unit as another; what was rounded is judged as such. */
static bool alike(const struct quantity_reader *r, size_t a, size_t b)
{
    return quantity_is_plain(quantity_item(r, a)) && quantity_is_plain(quantity_item(r, b)) &&
           quantity_same_unit(r, a, b);
}

/* "上年129件", "去年同期为129件": words that name nothing but the year before. */
static bool says_last_year(struct str label)
{
    size_t n = words_starts(label, "上年度 上年 去年 上一年度 上一年");
    if (n == 0)
        return false;
    for (label = str_sub(label, n, label.n); label.n; label = str_sub(label, n, label.n))
        if ((n = words_starts(label, "同期 全年 为 是 有 的 共 仅 :")) == 0)
            return false;
    return true;
}

/* Whether what was told before a difference is what it is from: "较上年的17件减少4件", "上年129件,减少6件". */
static bool is_base(const struct quantity_reader *r, size_t base)
{
    size_t end = quantity_end(quantity_item(r, base));
    struct str by = quantity_label(r, base + 1);
    if (!quantity_item(r, base)->comparison || !quantity_turn(by))
        return false;
    if (says_last_year(quantity_label(r, base)))
        return quantity_adjoins(r, base, base + 1) &&
               words_starts(by, "同比 净 多 少 增 减 下降 上升");
    return end + by.n == quantity_item(r, base + 1)->at &&
           words_starts(quantity_label(r, base), "较 比 同 与");
}

/* "纠错13件,较上年的17件减少4件": what stands before is the new count, if no other makes it right. */
static bool find_than(const struct quantity_reader *r, size_t i, size_t *whole,
                      struct quantity_list *list)
{
    size_t now = SIZE_MAX, others = 0;
    if (i < 2 || !is_base(r, i - 1) || !alike(r, i - 1, i))
        return false;
    bool more = quantity_turn(quantity_label(r, i)) > 0;
    for (size_t k = i - 1, steps = 0; k-- > 0 && steps < STEPS_MAX; steps++) {
        const struct quantity *q = quantity_item(r, k);
        if (quantity_between(r, quantity_end(q), quantity_item(r, i)->at) == BREAK_STOP)
            break;
        if (!alike(r, k, i) || q->comparison)
            continue;
        struct decimal sum = more ? quantity_item(r, i - 1)->value : q->value;
        if (!quantity_add(&sum, quantity_item(r, i)->value))
            return false;
        if (decimal_cmp(sum, more ? q->value : quantity_item(r, i - 1)->value) == 0)
            return false; /* right */
        others += now != SIZE_MAX;
        now = now == SIZE_MAX ? k : now;
    }
    if (now == SIZE_MAX || r->member_of[now] || !quantity_adjoins(r, now, i) ||
        (others &&
         !words_has(quantity_label(r, now), "共 合计 累计 总 收到 新收 受理 办结 答复 全年")))
        return false;
    *whole = more ? now : i - 1;
    *list = (struct quantity_list){ .parts = { more ? i - 1 : now, i }, .count = 2 };
    list->sums[1] = quantity_item(r, list->parts[0])->value;
    list->sums[2] = list->sums[1];
    return quantity_add(&list->sums[2], quantity_item(r, i)->value);
}

/* "培训615人次,较上年少48人次(上年为663人次)": the value before stands in a bracket behind the difference. */
static bool find_before(const struct quantity_reader *r, size_t i, size_t *whole,
                        struct quantity_list *list)
{
    if (i < 2 || !alike(r, i - 2, i - 1) || !alike(r, i - 1, i) ||
        !quantity_adjoins(r, i - 2, i - 1) || quantity_item(r, i - 2)->comparison ||
        !(quantity_item(r, i)->comparison || quantity_item(r, i)->year) ||
        quantity_item(r, i)->label_at != quantity_end(quantity_item(r, i - 1)) + 1)
        return false;
    size_t open = quantity_item(r, i)->label_at - 1, close = quantity_end(quantity_item(r, i));
    struct str by = quantity_label(r, i - 1);
    int turn = quantity_turn(by);
    if (r->text.p[open] != '(' || close >= r->text.n || r->text.p[close] != ')' || turn == 0 ||
        !words_starts(by, "较 比 同比 与"))
        return false;
    *whole = turn > 0 ? i - 2 : i;
    *list = (struct quantity_list){ .parts = { turn > 0 ? i : i - 2, i - 1 }, .count = 2 };
    list->sums[1] = quantity_item(r, list->parts[0])->value;
    list->sums[2] = list->sums[1];
    return quantity_add(&list->sums[2], quantity_item(r, i - 1)->value);
}

/* "2023年发布5210条,2024年发布4876条,减少334条": both years are named. */
static bool find_years(const struct quantity_reader *r, size_t i, size_t *whole,
                       struct quantity_list *list)
{
    struct str by = quantity_label(r, i);
    size_t b = i - (i > 1 && quantity_item(r, i - 1)->class == QUANTITY_PERCENT) - 1;
    bool more = words_starts(by, "多") != 0 || quantity_turn(by) > 0;
    bool less = words_starts(by, "少") != 0 || quantity_turn(by) < 0;
    if (i < 2 || b == 0 || more == less || by.n > STR("同比净增加").n || !alike(r, b - 1, b) ||
        !alike(r, b, i) || !quantity_adjoins(r, b - 1, b) || !quantity_adjoins(r, b, i))
        return false;
    uint16_t x = quantity_item(r, b - 1)->year, y = quantity_item(r, b)->year;
    if (!x || !y || (x + 1 != y && y + 1 != x))
        return false;
    size_t now = x > y ? b - 1 : b, before = x > y ? b : b - 1;
    *whole = more ? now : before;
    *list = (struct quantity_list){ .parts = { more ? before : now, i }, .count = 2 };
    list->sums[1] = quantity_item(r, list->parts[0])->value;
    list->sums[2] = list->sums[1];
    return quantity_add(&list->sums[2], quantity_item(r, i)->value);
}

/* "由40个整合为27个,注销13个": what is no more was closed, where nothing else that became of them is counted behind it. */
static bool tells_closed(const struct quantity_reader *r, size_t i)
{
    struct decimal gone = quantity_value(r, i - 2), left = quantity_value(r, i - 1);
    const struct quantity *q = quantity_item(r, i);
    bool last = i + 1 >= r->out->count || !quantity_same_unit(r, i, i + 1) ||
                quantity_between(r, quantity_end(q), q[1].at) == BREAK_STOP;
    return last && gone.scale == 0 && left.scale == 0 && q->value.scale == 0 &&
           words_starts(quantity_label(r, i), "共注销 注销 共关停 关停 关停注销 注销关停 撤销") &&
           words_ends(quantity_label(r, i - 1),
                      "整合为 压减为 精简为 缩减为 减少为 减为 整合至 整合到 压减至 压减到 精简至 "
                      "精简到 缩减至 减少至 减少到 减至") &&
           (gone.value - left.value == q->value.value ||
            quantity_is_slip(gone.value - left.value, q->value.value));
}

/* Whether words may tell that a count changed: most lack what all such words have. */
static bool may_turn(struct str label)
{
    return words_has(label, "多 少 增 减 降 升 高 低 缩 压 涨 注销 关停 撤销");
}

bool quantity_find_step(const struct quantity_reader *r, size_t i, size_t *whole,
                        struct quantity_list *list)
{
    if (i < 2 || (!may_turn(quantity_label(r, i)) && !may_turn(quantity_label(r, i - 1))))
        return false;
    if (find_than(r, i, whole, list) || find_before(r, i, whole, list) ||
        find_years(r, i, whole, list))
        return true;
    if (i < 2 || !alike(r, i - 2, i - 1) || !alike(r, i - 1, i) ||
        !quantity_adjoins(r, i - 2, i - 1) || !quantity_adjoins(r, i - 1, i))
        return false;
    struct str from = quantity_label(r, i - 2), to = quantity_label(r, i - 1);
    struct str by = quantity_label(r, i);
    size_t more = words_starts(by, "净增加 净增 新增加 新增 增加 增长 多出 增");
    size_t less = words_starts(by, "净减少 净减 减少 减 压减 降低");
    if ((!more && !less && !tells_closed(r, i)) || by.n > STR("净增加了").n ||
        !words_ends(to, "到 至 为") || !words_has(from, "由 从"))
        return false;
    *whole = more ? i - 1 : i - 2;
    *list = (struct quantity_list){ .parts = { more ? i - 2 : i - 1, i }, .count = 2 };
    list->sums[1] = quantity_item(r, list->parts[0])->value;
    list->sums[2] = list->sums[1];
    return quantity_add(&list->sums[2], quantity_item(r, i)->value);
}
