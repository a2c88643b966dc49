/* quantity_together.c - the share of several counts that are added up: "质量98件、售后117件,合计占总数285件的75.4%"; see
 * quantity_inner.h. */
#include "text/quantity_list.h"

enum { MEMBERS_MAX = 12, LOOK_BACK = 24, STOPS_MAX = 2 };

/* The counts right before the words, the nearest first. */
struct together {
    size_t percent, cue; /* what says 合计: the percentage, or the whole right before it */
    size_t parts[MEMBERS_MAX];
    size_t count;
    int64_t number; /* 三项合计 says how many; 0 for no such word */
    bool ahead;     /* 前三项: the first of them */
};

static bool names_sum(struct str label)
{
    struct str rest = str_sub(label, words_starts(label, "其中 这 仅 该"), label.n);
    size_t at = str_find(rest, STR("占"));
    return words_starts(
               rest, "合计 共计 总计 累计 总共 一共 共占 合占 二者 两者 三者 四者 五者 两类 三类 "
                     "四类 五类 两项 三项 四项 前两 前三 前四 前五 以上 上述 加起来 合起来 之和") ||
           (at != SIZE_MAX &&
            words_has(str_sub(rest, 0, at), "合计 共计 总计 之和 加起来 合起来 两者 二者 三者"));
}

/* How many are meant, where the words say it; a number of things that stands before them is none of the parts. */
static int64_t number_in(struct str label)
{
    struct str rest = str_sub(label, words_starts(label, "其中 这 前 以上 上述"), label.n);
    return words_starts(rest, "二者 两者 两类 两项 两个 两种") ? 2
           : words_starts(rest, "三者 三类 三项 三个 三种")    ? 3
           : words_starts(rest, "四者 四类 四项 四个 四种")    ? 4
                                                               : 0;
}

/* Where the words stand that say so, and how many they say. */
static bool find_cue(const struct quantity_reader *r, struct together *t)
{
    size_t cue = t->percent;
    struct str label = quantity_label(r, cue);
    if (words_starts(label, "的") && cue > 0 && quantity_counts(quantity_item(r, cue - 1))) {
        label = quantity_label(r, --cue);
        if (str_find(label, STR("占")) == SIZE_MAX)
            return false;
    }
    const struct quantity *n = quantity_item(r, cue ? cue - 1 : 0);
    bool numbered = cue > 0 && n->chinese && quantity_counts(n) && n->value.scale == 0 &&
                    quantity_end(n) == quantity_item(r, cue)->label_at &&
                    quantity_label(r, cue - 1).n <= STR("以上前").n;
    t->cue = cue;
    t->number = numbered ? n->value.value : number_in(label);
    t->ahead = words_ends(numbered ? quantity_label(r, cue - 1) : STR(""), "前") ||
               words_starts(label, "前 其中前") != 0;
    return names_sum(label) || (numbered && t->ahead && words_starts(label, "占") != 0);
}

static void collect(const struct quantity_reader *r, struct together *t)
{
    size_t end = quantity_item(r, t->cue)->at, depth = r->depth[quantity_item(r, t->percent)->at];
    bool numbered = t->cue > 0 && quantity_end(quantity_item(r, t->cue - 1)) ==
                                      quantity_item(r, t->cue)->label_at;
    for (size_t i = t->cue - numbered; i-- > 0 && t->count < MEMBERS_MAX;) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_between(r, quantity_end(q), end) == BREAK_STOP || r->depth[q->at] < depth)
            return;
        end = q->at;
        if (r->depth[q->at] > depth || q->class == QUANTITY_PERCENT || q->comparison)
            continue;
        if (!quantity_counts(q) || (t->count && !quantity_same_unit(r, t->parts[0], i)))
            return;
        t->parts[t->count++] = i;
    }
}

static bool is_exact(const struct quantity *q)
{
    return !q->approximate && !q->comparison;
}

/* The share of the first k parts among the whole; how it stands to the percentage. */
static int judge(const struct quantity_reader *r, const struct together *t, size_t from, size_t k,
                 size_t whole, struct quantity_share *share)
{
    struct decimal sum = { 0, 0 }, right;
    *share = (struct quantity_share){
        .percent = t->percent, .part = t->parts[from], .whole = whole, .of = QUANTITY_TOGETHER
    };
    for (size_t i = from; i < from + k; i++)
        if (!is_exact(quantity_item(r, t->parts[i])) ||
            !quantity_add(&sum, quantity_value(r, t->parts[i])))
            return -1;
    share->total = sum;
    return quantity_judge(r->out, share, &right);
}

/* Right by any of the counts before, however many of them are meant. */
static bool find_right(const struct quantity_reader *r, const struct together *t,
                       struct quantity_share *share)
{
    size_t end = quantity_item(r, t->percent)->at, stops = 0;
    for (size_t i = t->percent, steps = 0; i-- > 0 && steps < LOOK_BACK; steps++) {
        stops += quantity_between(r, quantity_end(quantity_item(r, i)), end) == BREAK_STOP;
        end = quantity_item(r, i)->at;
        if (stops > STOPS_MAX)
            return false;
        if (!quantity_counts(quantity_item(r, i)) || !quantity_same_unit(r, i, t->parts[0]))
            continue;
        for (size_t from = 0; from + 2 <= t->count; from++)
            for (size_t k = 2; from + k <= t->count; k++) {
                int grade = judge(r, t, from, k, i, share);
                if (grade == 0 || grade == 1)
                    return true;
            }
    }
    return false;
}

static bool is_told(const struct quantity_statement *s)
{
    return s->relation == QUANTITY_HOLDS || s->relation == QUANTITY_OPEN;
}

/* Wrong where both are said: which counts, and of what. */
static bool find_wrong(const struct quantity_reader *r, const struct together *t,
                       struct quantity_share *share)
{
    size_t k = t->number > 0 ? (size_t)t->number : 2, whole = t->cue;
    if (!is_exact(quantity_item(r, t->percent)) || t->count < k ||
        !words_has(quantity_label(r, t->cue), "占 比例 比重") || t->ahead || k < 2 ||
        words_has(quantity_label(r, t->cue),
                  "约 近 超 逾 不足 上年 去年 全国 全省 全市 全县 全区 同期"))
        return false;
    size_t of = r->member_of[t->parts[0]];
    bool bounded = t->number > 0 || t->count == k ||
                   (t->count == k + 1 && decimal_cmp(quantity_value(r, t->parts[k]),
                                                     quantity_value(r, t->parts[k - 1])) > 0);
    if (t->cue == t->percent) {
        if (!of || t->number == 0 || !is_told(&r->out->statements[of - 1]) ||
            r->member_of[t->parts[k - 1]] != of)
            return false;
        whole = r->out->statements[of - 1].whole;
    }
    return bounded && quantity_same_unit(r, whole, t->parts[0]) &&
           is_exact(quantity_item(r, whole)) && judge(r, t, 0, k, whole, share) == 2;
}

bool quantity_find_together(const struct quantity_reader *r, size_t percent,
                            struct quantity_share *share, bool *found)
{
    struct together t = { .percent = percent };
    *found = false;
    if (!find_cue(r, &t))
        return false;
    collect(r, &t);
    if (t.count < 2)
        return false;
    *found = find_right(r, &t, share) || find_wrong(r, &t, share);
    return true;
}
