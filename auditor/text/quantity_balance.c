/* quantity_balance.c - requests that came in, were handled and went on: "上年结转9件、新收126件、办结131件、结转下年4件"; see
 * quantity_inner.h. */
#include "text/quantity_list.h"

#include <string.h>

/* Where an application is; IN_HAND: what was to be handled, of both years. */
enum place { CAME_OVER, CAME, IN_HAND, HANDLED, WENT_ON, PLACES, NOWHERE };

/* The counts of one sentence, or of two that belong together, by place. */
struct balance {
    size_t items[PLACES];
    bool known[PLACES];
    size_t count;    /* of those known */
    size_t first;    /* the first of them */
    bool twice;      /* more than one for a place, or one that includes another */
    bool inclusive;  /* "处理1717件(包含上年结转76件)": what came over is counted in */
    bool added;      /* "叠加上年结转11件": what came over is added to what came */
    bool carried_on; /* the second sentence */
};

static enum place place_of(struct str label)
{
    if (words_has(label, "结转 转结 转入 转下 转至"))
        return words_has(label, "下年 次年 下一年 明年 转下 转入下 结转至 结转到 转至 结转20")
                   ? WENT_ON
               : words_has(label, "上年 上一年 去年 往年 年结转 年度结转 年转入 年度转入") ||
                       words_starts(label, "结转 加上结转 加结转")
                   ? CAME_OVER
                   : NOWHERE;
    if (words_has(label, "新收 收到 受理 接收 接到"))
        return CAME;
    if (words_ends(label, "办结 答复 办结申请 已办结 共办结 已答复 办复 审结"))
        return HANDLED;
    return words_has(label, "办理 处理 应办 需办") &&
                   !words_has(label, "不予处理 其他处理 不再处理 继续 正在 未 延期 转 合并")
               ? IN_HAND
               : NOWHERE;
}

/* By the words before the number, or behind it where those say nothing. */
static enum place place_of_item(const struct quantity_reader *r, size_t i)
{
    struct str label = quantity_label(r, i);
    enum place place = label.n ? place_of(label) : NOWHERE;
    bool silent = words_starts(label, "其余 剩余 余下 尚有 还有 另有 其中 有") == label.n;
    return place == NOWHERE && silent ? place_of(quantity_tail(r, i)) : place;
}

static bool is_complete(const struct balance *b)
{
    return b->known[CAME_OVER] && b->known[CAME] && b->known[HANDLED] && b->known[WENT_ON];
}

/* A member of a list is told of its whole; but a list that mixes what came and what went is none. */
static bool is_part(const struct quantity_reader *r, size_t i)
{
    size_t of = r->member_of[i];
    return of && r->out->statements[of - 1].relation != QUANTITY_AMBIGUOUS;
}

/* "处理1717件(含上年结转76件)": it came in with the others. "收到168件,办结165件(含上年结转5件)": what was handled is more than
 * what came. */
static void note_included(struct balance *b, size_t i)
{
    bool handled = i > 0 && b->known[CAME] && b->known[HANDLED] && b->items[HANDLED] == i - 1 &&
                   !b->known[CAME_OVER] && !b->inclusive;
    if (!handled) {
        b->inclusive = true;
        return;
    }
    b->known[CAME_OVER] = true;
    b->items[CAME_OVER] = i;
    b->count++;
}

/* Once all four are told, what follows divides them or is about something else. */
static void note(const struct quantity_reader *r, struct balance *b, size_t i)
{
    const struct quantity *q = quantity_item(r, i);
    struct str label = quantity_label(r, i);
    if (q->class != QUANTITY_CASE || q->comparison || b->twice || is_complete(b) ||
        (q->cumulative && place_of(label) != IN_HAND))
        return;
    if (words_has(label, "含 包括") && !words_has(label, "不含 不包 未含 未包") &&
        place_of(label) == CAME_OVER) {
        note_included(b, i);
        return;
    }
    if (is_part(r, i))
        return;
    enum place place = place_of_item(r, i);
    if (place == CAME_OVER && b->known[CAME_OVER] && str_eq(label, STR("结转")))
        place = WENT_ON;
    if (q->approximate || q->value.scale || place == NOWHERE || b->known[place] ||
        words_has(label, "含 包括 其中 复议 诉讼 投诉 举报 信访 建议 提案")) {
        b->twice = true;
        return;
    }
    b->added = b->added || (place == CAME_OVER && words_starts(label, "加 叠加 连同"));
    b->known[place] = true;
    b->items[place] = i;
    b->first = b->count++ ? b->first : i;
}

static int64_t value(const struct quantity_reader *r, const struct balance *b, enum place place)
{
    return quantity_item(r, b->items[place])->value.value;
}

/* One side of an equation: up to two places. */
struct side {
    enum place places[2];
    size_t count;
};

static int64_t sum_of(const struct quantity_reader *r, const struct balance *b, struct side side)
{
    int64_t sum = 0;
    for (size_t k = 0; k < side.count; k++)
        sum += value(r, b, side.places[k]);
    return sum;
}

/* One number, of which a slip of the pen makes what came in and what became of it agree. */
static bool is_slip(const struct quantity_reader *r, const struct balance *b, struct side in,
                    struct side out, int64_t over)
{
    for (size_t k = 0; k < in.count + out.count; k++) {
        bool came = k < in.count;
        int64_t v = value(r, b, came ? in.places[k] : out.places[k - in.count]);
        int64_t due = came ? v - over : v + over;
        if (due >= 0 && quantity_is_slip(v, due))
            return true;
    }
    return false;
}

/* "结转下年10件,撤回3件": what is told around the four is just what is missing. */
static bool is_told_beside(const struct quantity_reader *r, const struct balance *b, int64_t over)
{
    enum { LOOK = 3 };
    size_t last = b->first;
    for (enum place p = CAME_OVER; p < PLACES; p++)
        last = b->known[p] && b->items[p] > last ? b->items[p] : last;
    for (size_t i = b->first > LOOK ? b->first - LOOK : 0; i < r->out->count; i++) {
        if (i > last && quantity_between(r, quantity_end(quantity_item(r, i - 1)),
                                         quantity_item(r, i)->at) == BREAK_STOP)
            return false;
        int64_t v = quantity_item(r, i)->value.value;
        if ((i < b->first || i > last) && (v == over || v == -over))
            return true;
    }
    return false;
}

/* All of them stand in the open, or all but the first in one bracket behind it. */
static bool is_level(const struct quantity_reader *r, const struct balance *b)
{
    unsigned depth = r->depth[quantity_item(r, b->items[WENT_ON])->at];
    for (enum place p = CAME_OVER; p < PLACES; p++) {
        bool included = p == CAME_OVER && b->known[HANDLED] && b->items[p] == b->items[HANDLED] + 1;
        if (b->known[p] && r->depth[quantity_item(r, b->items[p])->at] != depth && !included &&
            (b->items[p] != b->first || depth != 1))
            return false;
    }
    return b->known[WENT_ON] ? r->depth[quantity_item(r, b->first)->at] == 0 : depth == 0;
}

/* Notes that the parts, one side, are not the other; of two places on the other the second is `left`. */
static void append(struct quantity_reader *r, const struct balance *b, struct side of,
                   struct side whole)
{
    size_t parts[2];
    for (size_t k = 0; k < 2; k++)
        parts[k] = b->items[of.places[k]];
    if (parts[0] > parts[1]) {
        size_t later = parts[0];
        parts[0] = parts[1];
        parts[1] = later;
    }
    int64_t sum = sum_of(r, b, of), due = sum_of(r, b, whole);
    quantity_append_statement(r, b->items[whole.places[0]], parts, 2, (struct decimal){ sum, 0 },
                              sum > due ? QUANTITY_OVER : QUANTITY_SHORT);
    struct quantity_statement *s = &r->out->statements[r->out->statement_count - 1];
    if (whole.count < 2)
        return;
    s->left = b->items[whole.places[1]];
    if (quantity_end(quantity_item(r, s->left)) > s->at + s->len)
        s->len = (uint32_t)(quantity_end(quantity_item(r, s->left)) - s->at);
}

static void settle(struct quantity_reader *r, const struct balance *b)
{
    static const struct side four_in = { { CAME_OVER, CAME }, 2 },
                             four_out = { { HANDLED, WENT_ON }, 2 };
    struct side in = four_in, out = four_out;
    if (b->twice || (b->inclusive && b->known[CAME_OVER]))
        return;
    if (b->inclusive && b->known[HANDLED] && b->known[WENT_ON]) {
        if (b->known[CAME] == b->known[IN_HAND])
            return;
        in = (struct side){ { b->known[CAME] ? CAME : IN_HAND }, 1 };
    } else if (b->added && b->known[CAME] && b->known[IN_HAND] && !b->known[HANDLED] &&
               !b->known[WENT_ON]) {
        out = (struct side){ { IN_HAND }, 1 };
    } else if (b->inclusive || !is_complete(b)) {
        return;
    }
    int64_t over = sum_of(r, b, in) - sum_of(r, b, out);
    bool other = in.count == 2 && out.count == 2 &&
                 (over == value(r, b, CAME_OVER) || over == value(r, b, WENT_ON)); /* counted in */
    if (over == 0 || other || !is_level(r, b) || !is_slip(r, b, in, out, over) ||
        is_told_beside(r, b, over))
        return;
    if (in.count == 2)
        append(r, b, in, out);
    else
        append(r, b, out, in);
}

/* Whether a full stop leaves it to the next sentence to tell the rest. */
static bool goes_on(const struct balance *b)
{
    return !b->twice && !b->carried_on && b->count > 1 && !is_complete(b) &&
           !(b->inclusive && b->known[WENT_ON]);
}

void quantity_find_balances(struct quantity_reader *r)
{
    struct balance b = { .twice = false };
    if (r->out->count < 3 || str_find(r->text, STR("转")) == SIZE_MAX)
        return;
    for (size_t i = 0; i < r->out->count; i++) {
        if (i > 0 && quantity_between(r, quantity_end(quantity_item(r, i - 1)),
                                      quantity_item(r, i)->at) == BREAK_STOP) {
            if (goes_on(&b)) {
                b.carried_on = true;
            } else {
                settle(r, &b);
                b = (struct balance){ .twice = false };
            }
        }
        note(r, &b, i);
    }
    settle(r, &b);
}
