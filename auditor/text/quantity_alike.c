/* quantity_alike.c - a list that nothing but one word at the end of all its members shows; see quantity_list.h. */
#include "text/quantity_list.h"

enum { LEAST = 30, MEMBERS_MIN = 3, MEMBERS_MAX = 20 };

/* The last character of a label; empty for one that has no other. */
static struct str last_word(const struct quantity_reader *r, size_t i)
{
    struct str label = quantity_label(r, i);
    size_t one = STR("类").n;
    return label.n > one ? str_sub(label, label.n - one, one) : STR("");
}

/* The first character, where it tells a kind of places or persons: 进 in 进企业, 进社区. */
static struct str first_word(const struct quantity_reader *r, size_t i)
{
    struct str label = quantity_label(r, i);
    size_t one = STR("进").n;
    return label.n > one && !words_starts(label, "进行 进一 进展 进度") &&
                   words_starts(label, "进 赴 面向 针对 涉 走进")
               ? str_sub(label, 0, one)
               : STR("");
}

static bool follows(const struct quantity_reader *r, size_t i)
{
    const struct quantity *q = &r->out->items[i];
    return i < r->out->count && r->depth[q->at] == r->depth[q[-1].at] &&
           quantity_between(r, quantity_end(q - 1), q->at) <= BREAK_COMMA;
}

/* "第一季度公开100条,第二季度40条,第三季度7条": without the verb what seems to be the whole ends in the word, too. */
static bool is_beside(struct str whole, struct str word)
{
    static struct words verbs =
        WORDS("公开 发布 制发 报送 报告 收到 受理 办理 办结 答复 推送 完成 举办 培训 更新 印发");
    size_t n, at = words_last_in(&verbs, whole, &n);
    return at != SIZE_MAX && str_ends(str_sub(whole, 0, at), word);
}

size_t quantity_find_alike(const struct quantity_reader *r, size_t first, size_t from,
                           struct quantity_cue *cue)
{
    const struct quantity *all = r->out->items, *whole = all + (first ? first - 1 : 0);
    struct str word = STR(""), lead = STR("");
    size_t i = first;
    if (first == 0 || r->text.p[from] != ',' || all[first].label_at != from + 1)
        return 0; /* nearly all counts */
    word = last_word(r, first);
    lead = first_word(r, first);
    if (first + MEMBERS_MIN > r->out->count || word.n == 0 || r->member_of[first - 1] ||
        whole->comparison || whole->approximate || whole->cumulative ||
        decimal_cmp(whole->value, (struct decimal){ LEAST, 0 }) < 0 ||
        str_ends(quantity_label(r, first - 1), word) || quantity_label(r, first - 1).n == 0 ||
        is_beside(quantity_label(r, first - 1), word) ||
        quantity_is_done(quantity_label(r, first)) || !follows(r, first))
        return 0;
    for (; i < r->out->count && i < first + MEMBERS_MAX && (i == first || follows(r, i)); i++) {
        if (!quantity_same_unit(r, first - 1, i) || all[i].class != whole->class)
            break;
        bool alike = lead.n ? str_eq(first_word(r, i), lead) : str_eq(last_word(r, i), word);
        if (!alike || all[i].comparison || all[i].approximate)
            return 0; /* one more that is called otherwise */
    }
    if (i < first + MEMBERS_MIN || i == first + MEMBERS_MAX)
        return 0;
    cue->at = cue->end = all[first].label_at;
    return i - first;
}
