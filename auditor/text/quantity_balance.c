/* quantity_balance.c - requests that came in, were handled and went on: "上年结转9件、新收126件、办结131件、结转下年4件"; see
 * quantity_inner.h. */
#include "text/quantity_list.h"

/* Where an application is. */
enum place { CAME_OVER, CAME, HANDLED, WENT_ON, PLACES, NOWHERE };

/* The counts of one sentence, by place. */
struct balance {
    size_t items[PLACES];
    bool known[PLACES];
    bool twice; /* more than one for a place, or one that includes another */
};

static enum place place_of(struct str label)
{
    if (words_has(label, "结转 转结 转入 转下 转至"))
        return words_has(label, "下年 次年 下一年 明年 转下 转入 结转至 结转到 转至 结转20")
                   ? WENT_ON
               : words_has(label, "上年 上一年 去年 年结转 年度结转") ||
                       words_starts(label, "结转 加上结转 加结转")
                   ? CAME_OVER
                   : NOWHERE;
    if (words_has(label, "新收 收到 受理 接收 接到"))
        return CAME;
    return words_ends(label, "办结 答复 办结申请 已办结 共办结 已答复 办复 审结") ? HANDLED
                                                                                  : NOWHERE;
}

static bool is_complete(const struct balance *b)
{
    return b->known[CAME_OVER] && b->known[CAME] && b->known[HANDLED] && b->known[WENT_ON];
}

/* Once all four are told, what follows divides them or is about something else. */
static void note(const struct quantity_reader *r, struct balance *b, size_t i)
{
    const struct quantity *q = quantity_item(r, i);
    if (q->class != QUANTITY_CASE || q->comparison || q->cumulative || r->member_of[i] ||
        b->twice || is_complete(b))
        return;
    struct str label = quantity_label(r, i);
    enum place place = place_of(label.n ? label : quantity_tail(r, i));
    if (place == CAME_OVER && b->known[CAME_OVER] && str_eq(label, STR("结转")))
        place = WENT_ON;
    if (q->approximate || q->value.scale || place == NOWHERE || b->known[place] ||
        words_has(label, "含 包括 其中 复议 诉讼 投诉 举报 信访 建议 提案"))
        b->twice = true;
    else
        b->known[place] = true, b->items[place] = i;
}

static int64_t value(const struct quantity_reader *r, const struct balance *b, enum place place)
{
    return quantity_item(r, b->items[place])->value.value;
}

/* One number, of which a slip of the pen makes what came in and what became of it agree. */
static bool is_slip(const struct quantity_reader *r, const struct balance *b, int64_t over)
{
    for (enum place p = CAME_OVER; p < PLACES; p++) {
        int64_t v = value(r, b, p), due = p < HANDLED ? v - over : v + over;
        if (due >= 0 && quantity_is_slip(v, due))
            return true;
    }
    return false;
}

/* "结转下年10件,撤回3件": what is told behind the four is just what is missing. */
static bool is_told_behind(const struct quantity_reader *r, const struct balance *b, int64_t over)
{
    for (size_t i = b->items[WENT_ON] + 1; i < r->out->count; i++) {
        if (quantity_between(r, quantity_end(quantity_item(r, i - 1)), quantity_item(r, i)->at) ==
            BREAK_STOP)
            return false;
        if (quantity_item(r, i)->value.value == over || quantity_item(r, i)->value.value == -over)
            return true;
    }
    return false;
}

static void settle(struct quantity_reader *r, const struct balance *b)
{
    if (b->twice || !is_complete(b))
        return;
    for (enum place p = CAME_OVER; p < PLACES; p++)
        if (r->depth[quantity_item(r, b->items[p])->at])
            return;
    int64_t in = value(r, b, CAME_OVER) + value(r, b, CAME);
    int64_t over = in - value(r, b, HANDLED) - value(r, b, WENT_ON);
    bool other = over == value(r, b, CAME_OVER) || over == value(r, b, WENT_ON); /* counted in */
    if (over == 0 || other || !is_slip(r, b, over) || is_told_behind(r, b, over))
        return;
    size_t parts[] = { b->items[CAME_OVER], b->items[CAME] };
    if (parts[0] > parts[1]) {
        parts[0] = b->items[CAME];
        parts[1] = b->items[CAME_OVER];
    }
    quantity_append_statement(r, b->items[HANDLED], parts, 2, (struct decimal){ in, 0 },
                              over > 0 ? QUANTITY_OVER : QUANTITY_SHORT);
    struct quantity_statement *s = &r->out->statements[r->out->statement_count - 1];
    size_t last = b->items[WENT_ON];
    s->left = last;
    if (quantity_end(quantity_item(r, last)) > s->at + s->len)
        s->len = (uint32_t)(quantity_end(quantity_item(r, last)) - s->at);
}

void quantity_find_balances(struct quantity_reader *r)
{
    struct balance b = { .twice = false };
    if (r->out->count < PLACES)
        return;
    for (size_t i = 0; i < r->out->count; i++) {
        if (i > 0 && quantity_between(r, quantity_end(quantity_item(r, i - 1)),
                                      quantity_item(r, i)->at) == BREAK_STOP) {
            settle(r, &b);
            b = (struct balance){ .twice = false };
        }
        note(r, &b, i);
    }
    settle(r, &b);
}
