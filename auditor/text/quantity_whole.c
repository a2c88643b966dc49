/* quantity_whole.c - what a list of parts may be the parts of; see quantity_list.h. */
#include "text/quantity_list.h"

enum { BACK_MAX = 10, SENTENCE_MAX = 3000 };

static void add_whole(struct quantity_wholes *w, size_t item)
{
    if (w->count < QUANTITY_WHOLES)
        w->items[w->count++] = item;
}

static bool is_stop(const struct quantity_reader *r, size_t at, size_t *length)
{
    return quantity_mark(r->text, at, length) == BREAK_STOP && !r->mask[at];
}

/* The byte at which the sentence begins that holds byte at, or the sentence before it. */
static size_t sentence_start(const struct quantity_reader *r, size_t at, bool previous)
{
    size_t limit = at > SENTENCE_MAX ? at - SENTENCE_MAX : 0, n;
    for (size_t i = at; i > limit;) {
        i--;
        bool first_byte = ((unsigned char)r->text.p[i] & 0xC0) != 0x80;
        if (!first_byte || !is_stop(r, i, &n))
            continue;
        if (!previous)
            return i + n;
        previous = false;
    }
    return limit;
}

static bool is_whole(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return quantity_counts(q) && !q->comparison;
}

/* "20件,其中" and "20件(其中": nothing but a mark between the count and the cue. */
static bool follows_directly(const struct quantity_reader *r, size_t item,
                             const struct quantity_cue *cue)
{
    const struct quantity *q = &r->out->items[item];
    size_t end = q->tail_at + q->tail_len;
    return end + 1 >= cue->at && (end == cue->at || r->text.p[end] == ',' || r->text.p[end] == '(');
}

/* What a cue may refer to: quantities of the parts' class before it, the nearest first. A quantity that
 * is itself a member of the list that this cue ends is the only one. */
void quantity_find_wholes(const struct quantity_reader *r, const struct quantity_cue *cue,
                          size_t first, struct quantity_wholes *w)
{
    const struct quantities *out = r->out;
    size_t start = sentence_start(r, cue->at, false);
    bool leads = quantity_between(r, start, cue->at) == BREAK_NONE && cue->at - start < 40;
    if (leads && (cue->strong || cue->stage_named))
        start = sentence_start(r, cue->at, true);
    unsigned char depth = r->depth[cue->at < r->text.n ? cue->at : r->text.n - 1];
    for (size_t i = first, steps = 0; i-- > 0 && steps < BACK_MAX; steps++) {
        const struct quantity *q = &out->items[i];
        if (q->at < start)
            break;
        if (quantity_end(q) > cue->at)
            continue;
        bool bracket = cue->bracket || (r->text.p[cue->at ? cue->at - 1 : 0] == '(');
        if (r->depth[q->at] != depth && !(bracket && r->depth[q->at] + 1 == depth))
            continue;
        if (!is_whole(r, i) || !quantity_same_unit(r, i, first))
            continue;
        if (cue->stage_named) {
            if (quantity_stage(r, i) == cue->stage) {
                add_whole(w, i);
                break;
            }
            continue;
        }
        add_whole(w, i);
        if (r->member_of[i] && !follows_directly(r, i, cue))
            add_whole(w, out->statements[r->member_of[i] - 1].whole);
        if (r->member_of[i] || !cue->strong || bracket)
            break;
    }
}

/* Which stage of a request the parts are results of. */
static enum quantity_stage wanted_stage(const struct quantity_reader *r,
                                        const struct quantity_list *list)
{
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]),
                   tail = quantity_tail(r, list->parts[k]);
        const char *results =
            "予以公开 部分公开 不予公开 无法提供 不予处理 其他处理 同意公开 不同意公开 信息不存在 "
            "已主动公开 非本机关 不属于本 告知 不掌握";
        const char *sources =
            "自然人 法人 公民 当面 现场 信函 邮寄 网络 网上 互联网 传真 商业企业 在线";
        if (quantity_has(label, results) || quantity_has(tail, results))
            return STAGE_HANDLED;
        if (quantity_has(label, sources) || quantity_has(tail, sources))
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

/* Last year's cases, which came in beside those of this year. */
static bool came_in(const struct quantity_reader *r, size_t item)
{
    return quantity_stage(r, item) == STAGE_CARRIED &&
           quantity_has(quantity_label(r, item), "上年 上一年 去年 转入 往年");
}

/* What is carried over is hardly ever divided; where a stage fits the parts, another stage does not. */
void quantity_sift_wholes(const struct quantity_reader *r, const struct quantity_list *list,
                          struct quantity_wholes *w)
{
    struct quantity_wholes all = *w;
    for (size_t k = w->count; k-- > 0 && w->count > 1;)
        if (quantity_stage(r, w->items[k]) == STAGE_CARRIED)
            drop_whole(w, k);
    enum quantity_stage wanted = wanted_stage(r, list);
    size_t fits = 0;
    for (size_t k = 0; k < w->count; k++)
        fits += quantity_stage(r, w->items[k]) == wanted;
    for (size_t k = w->count; k-- > 0 && wanted != STAGE_NONE && fits == 1;) {
        enum quantity_stage stage = quantity_stage(r, w->items[k]);
        if (stage != wanted && stage != STAGE_NONE)
            drop_whole(w, k);
    }
    size_t count = 0;
    for (size_t k = 0; k < all.count; k++) {
        bool kept = came_in(r, all.items[k]);
        for (size_t m = 0; m < w->count; m++)
            kept = kept || w->items[m] == all.items[k];
        if (kept && quantity_add(&w->together, r->out->items[all.items[k]].value))
            count++;
    }
    w->has_together = count > 1;
}
