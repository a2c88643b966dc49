/* quantity_sift.c - which of several wholes a list is the parts of; see quantity_list.h. */
#include "text/quantity_list.h"

/* Which stage of a request the parts are results of. */
enum quantity_stage quantity_stage_of_list(const struct quantity_reader *r,
                                           const struct quantity_list *list)
{
    static struct words results = WORDS("予以公开 部分公开 不予公开 无法提供 不予处理 其他处理 "
                                        "同意公开 不同意公开 信息不存在 已主动公开 非本机关 "
                                        "不属于本 告知 不掌握");
    static struct words sources = WORDS("自然人 法人 公民 当面 现场 信函 邮寄 网络 网上 互联网 "
                                        "传真 商业企业 在线");
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]),
                   tail = quantity_tail(r, list->parts[k]);
        if (words_inside(&results, label) || words_inside(&results, tail))
            return STAGE_HANDLED;
        if (words_inside(&sources, label) || words_inside(&sources, tail))
            return STAGE_RECEIVED;
    }
    return STAGE_NONE;
}

static void drop_whole(struct quantity_wholes *w, size_t k)
{
    for (; k + 1 < w->count; k++)
        w->items[k] = w->items[k + 1];
    w->count--;
}

/* The largest sum of wholes that belong together: what came in this year and was carried in, proposals
 * of two kinds; not what was received and what was handled of it. */
static void add_together(const struct quantity_reader *r, const struct quantity_wholes *all,
                         struct quantity_wholes *w)
{
    struct decimal sum = { 0, 0 };
    struct decimal lead = sum;
    size_t count = 0, before = SIZE_MAX;
    for (size_t k = all->count; k-- > 0;) {
        size_t item = all->items[k];
        bool kept = quantity_came_over(r, item);
        for (size_t m = 0; m < w->count; m++)
            kept = kept || w->items[m] == item;
        if (!kept)
            continue;
        if (before != SIZE_MAX && quantity_begins_group(r, item, before)) {
            sum = (struct decimal){ 0, 0 };
            count = 0;
        }
        before = item;
        if (!quantity_add(&sum, r->out->items[item].value))
            continue;
        if (count++ == 0)
            lead = sum;
        struct decimal twice = lead;
        if (count > 2 && quantity_add(&twice, lead) && decimal_cmp(twice, sum) == 0) {
            sum = lead; /* they were the parts of the first */
            continue;
        }
        if (count > 1 && decimal_cmp(sum, w->together) > 0) {
            w->together = sum;
            w->has_together = true;
        }
    }
    for (size_t m = 0; m < w->count && w->came_in.value > 0; m++) {
        sum = r->out->items[w->items[m]].value;
        if (quantity_add(&sum, w->came_in) && decimal_cmp(sum, w->together) > 0) {
            w->together = sum;
            w->has_together = true;
        }
    }
}

/* "网站412条、微信365条,合计777条。分为五类:": of numbers and their total the total is divided. */
static void drop_added(const struct quantity_reader *r, struct quantity_wholes *w)
{
    for (size_t k = w->count; k-- > 0;) {
        size_t statement = r->member_of[w->items[k]];
        if (!statement || r->out->statements[statement - 1].whole <= w->items[k])
            continue; /* no total behind its parts */
        for (size_t m = 0; m < w->count; m++)
            if (w->items[m] == r->out->statements[statement - 1].whole) {
                drop_whole(w, k);
                break;
            }
    }
}

/* "受理21件,包括信函2件、网络19件。其中予以公开10件": of all of them, not of those of the last sort. */
static void drop_sorts(const struct quantity_reader *r, struct quantity_wholes *w)
{
    for (size_t k = w->count; k-- > 0;)
        for (size_t m = 0; m < w->count && quantity_is_one_sort(r, w->items[k]); m++)
            if (r->out->statements[r->member_of[w->items[k]] - 1].whole == w->items[m]) {
                drop_whole(w, k);
                break;
            }
}

/* "留言1146件;信箱702件,热线444件。按性质分:": of numbers that make another the other is divided. */
static void drop_made(const struct quantity_reader *r, struct quantity_wholes *w)
{
    struct decimal sum = { 0, 0 };
    for (size_t k = 0; k < w->count; k++) {
        struct decimal value = r->out->items[w->items[k]].value;
        if (k > 1 && decimal_cmp(sum, value) == 0) {
            w->items[0] = w->items[k];
            w->count = 1;
            return;
        }
        if (!quantity_add(&sum, value))
            return;
    }
}

/* Whether two numbers are of one size: what is meant for the other is not twice as large. */
static bool is_near(struct decimal a, struct decimal b)
{
    struct decimal two_a = a, two_b = b;
    return quantity_add(&two_a, a) && quantity_add(&two_b, b) && decimal_cmp(two_a, b) >= 0 &&
           decimal_cmp(two_b, a) >= 0;
}

static struct str unit_of(const struct quantity_reader *r, size_t i)
{
    return str_sub(r->text, quantity_item(r, i)->unit_at, quantity_item(r, i)->unit_len);
}

/* "制发文件9件,配套解读27份,其中文字解读14份": the unit of the parts is that of no other count. */
static bool has_own_unit(const struct quantity_reader *r, const struct quantity_list *list,
                         const struct quantity_wholes *w)
{
    struct str unit = unit_of(r, w->items[0]);
    for (size_t k = 1; k < w->count; k++)
        if (str_eq(unit_of(r, w->items[k]), unit))
            return false;
    for (size_t k = 0; k < list->count; k++)
        if (!str_eq(unit_of(r, list->parts[k]), unit))
            return false;
    return w->count > 1;
}

/* "问题44个,其中": the count right before the word, unless it was carried over. */
static bool is_only_whole(const struct quantity_reader *r, const struct quantity_list *list,
                          const struct quantity_wholes *w)
{
    const struct quantity *q = &r->out->items[w->items[0]];
    enum quantity_stage stage = quantity_stage(r, w->items[0]);
    return w->direct && stage != STAGE_CARRIED && !r->member_of[w->items[0]] &&
           (quantity_counts_anything(q) || list->named || has_own_unit(r, list, w) ||
            (words_has(quantity_label(r, w->items[0]), "共 合计 总 现有 保留 实有") &&
             is_near(q->value, list->sums[list->count])));
}

/* What is carried over is hardly ever divided; where a stage fits the parts, another stage does not. */
void quantity_sift_wholes(const struct quantity_reader *r, const struct quantity_list *list,
                          struct quantity_wholes *w)
{
    struct quantity_wholes all = *w;
    drop_added(r, w);
    drop_sorts(r, w);
    drop_made(r, w);
    if (is_only_whole(r, list, w)) {
        w->count = 1;
        return;
    }
    for (size_t k = w->count; k-- > 0 && w->count > 1;)
        if (quantity_stage(r, w->items[k]) == STAGE_CARRIED)
            drop_whole(w, k);
    enum quantity_stage wanted = quantity_stage_of_list(r, list);
    size_t fits = 0;
    for (size_t k = 0; k < w->count; k++)
        fits += quantity_stage(r, w->items[k]) == wanted;
    for (size_t k = w->count; k-- > 0 && wanted != STAGE_NONE && fits == 1;) {
        enum quantity_stage stage = quantity_stage(r, w->items[k]);
        if (stage != wanted && stage != STAGE_NONE)
            drop_whole(w, k);
    }
    add_together(r, &all, w);
}
