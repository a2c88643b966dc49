/* quantity.c - see quantity.h. */
#include "text/quantity_inner.h"

#include <string.h>

#include "base/mem.h"

static const char *const class_names[] = {
    [QUANTITY_BARE] = "bare",       [QUANTITY_ITEM] = "item",     [QUANTITY_CASE] = "case",
    [QUANTITY_COPY] = "copy",       [QUANTITY_TIMES] = "times",   [QUANTITY_VISITS] = "visits",
    [QUANTITY_PERSONS] = "persons", [QUANTITY_UNITS] = "units",   [QUANTITY_MATTERS] = "matters",
    [QUANTITY_HOUSES] = "houses",   [QUANTITY_KINDS] = "kinds",   [QUANTITY_MONEY] = "money",
    [QUANTITY_TIME] = "time",       [QUANTITY_POINTS] = "points", [QUANTITY_PERCENT] = "percent",
    [QUANTITY_ZERO] = "zero",       [QUANTITY_OTHER] = "other",
};

static const char *const relation_names[] = {
    [QUANTITY_HOLDS] = "holds", [QUANTITY_OVER] = "over",           [QUANTITY_SHORT] = "short",
    [QUANTITY_OPEN] = "open",   [QUANTITY_AMBIGUOUS] = "ambiguous",
};

const char *quantity_class_name(enum quantity_class class)
{
    return class_names[class];
}

const char *quantity_relation_name(enum quantity_relation relation)
{
    return relation_names[relation];
}

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

enum quantity_break quantity_mark(struct str text, size_t at, size_t *length)
{
    size_t next = at;
    uint32_t c = quantity_char(text, &next);
    *length = next - at;
    switch (c) {
    case 0x3001: /* 、 */
        return BREAK_PAUSE;
    case ',':
    case ':':
        return BREAK_COMMA;
    case '\n': /* lines of one passage */
        return at > 0 && (strchr(",:;!", text.p[at - 1]) ||
                          words_ends(str_sub(text, 0, at), "、 。") != 0)
                   ? BREAK_NONE
                   : BREAK_COMMA;
    case ';':
        return BREAK_SEMICOLON;
    case '-': /* "件——咨询11件、投诉9件——均已办结" */
        return (next < text.n && text.p[next] == '-') || (at > 0 && text.p[at - 1] == '-')
                   ? BREAK_COMMA
                   : BREAK_NONE;
    case '.': /* for 。; not in numbers, addresses and versions */
        return at == 0 || is_ascii_word(text.p[at - 1]) ||
                       (next < text.n && (unsigned char)text.p[next] < 0x80)
                   ? BREAK_NONE
                   : BREAK_STOP;
    case 0x3002: /* 。 */
    case '!':
    case '?':
        return BREAK_STOP;
    default:
        return BREAK_NONE;
    }
}

enum quantity_break quantity_between(const struct quantity_reader *r, size_t from, size_t to)
{
    struct str s = str_sub(r->text, 0, to);
    enum quantity_break strongest = BREAK_NONE;
    for (size_t i = from, n;
         strongest < BREAK_STOP && (i = quantity_point(r, POINT_MARK, i, s.n)) < s.n; i += n) {
        enum quantity_break b = quantity_mark(s, i, &n);
        if (b > strongest && !r->mask[i])
            strongest = b;
    }
    return strongest;
}

struct str quantity_text(const struct quantity_reader *r, size_t from, size_t to)
{
    return str_sub(r->text, from, to > from ? to - from : 0);
}

bool quantity_counts(const struct quantity *q)
{
    switch (q->class) {
    case QUANTITY_BARE:
    case QUANTITY_TIME:
    case QUANTITY_POINTS:
    case QUANTITY_PERCENT:
    case QUANTITY_ZERO:
        return false;
    default:
        return !(q->chinese && q->value.value == 1); /* 一件事, 一次 */
    }
}

bool quantity_is_bare(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return q->class == QUANTITY_BARE &&
           words_starts(quantity_text(r, quantity_end(q), r->text.n), ", 、 ; 。 ( )") != 0;
}

bool quantity_add(struct decimal *a, struct decimal b)
{
    while (a->scale != b.scale) {
        struct decimal *low = a->scale < b.scale ? a : &b;
        if (__builtin_mul_overflow(low->value, 10, &low->value))
            return false;
        low->scale++;
    }
    return !__builtin_add_overflow(a->value, b.value, &a->value);
}

bool quantity_adjoins(const struct quantity_reader *r, size_t a, size_t b)
{
    return quantity_between(r, quantity_end(quantity_item(r, a)), quantity_item(r, b)->at) <=
           BREAK_COMMA;
}

bool quantity_is_plain(const struct quantity *q)
{
    return quantity_counts(q) && (!q->approximate || q->rounded);
}

struct str quantity_label(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return str_sub(r->text, q->label_at, q->label_len);
}

bool quantity_is_rest(const struct quantity_reader *r, size_t item)
{
    struct str label = quantity_label(r, item);
    return words_starts(label, "其余 剩余 余下") != 0 ||
           (words_starts(label, "尚有 还有 仍有 尚余") == label.n && label.n &&
            words_starts(quantity_tail(r, item), "待 未 正在 尚未 仍在 尚在 在办") != 0);
}

struct str quantity_tail(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return str_sub(r->text, q->tail_at, q->tail_len);
}

size_t quantity_end(const struct quantity *q)
{
    return q->at + q->len;
}

static enum quantity_stage stage_of(struct str text)
{
    struct words_seen words;
    words_see(&words, text);
    if (words_seen_has(&words, "结转 转结 转入 转下 接转 承接上 承接去 承接往 承接20 年承接 转至 "
                               "转到 顺延 跨年 转为次年 延至 "
                               "遗留 移至 待办 未到期 未到答复 未到办 未答复") &&
        !words_seen_has(&words, "后新收 外新收")) /* "除结转外新收到" */
        return STAGE_CARRIED;
    if (words_seen_has(&words, "撤回 撤销申请 撤销了申请 补正 放弃 征求第三方"))
        return STAGE_NONE; /* what became of some of them */
    if (words_seen_has(&words, "不予处理 其他处理 不再处理 不予受理 未予受理"))
        return STAGE_NONE; /* results */
    if (words_seen_has(&words, "办结 答复 办理 处理 回复 结果 办复 审结 已办"))
        return STAGE_HANDLED;
    if (words_seen_has(
            &words,
            "收到 新收 受理 接收 接到 接受 收件 提交 申请 接听 接待 收集 征集 登记 交办 转办 留言"))
        return STAGE_RECEIVED;
    return STAGE_NONE;
}

enum quantity_stage quantity_stage(const struct quantity_reader *r, size_t item)
{
    if (!r->stages[item]) {
        enum quantity_stage stage = stage_of(quantity_label(r, item));
        if (stage == STAGE_NONE)
            stage = stage_of(quantity_tail(r, item));
        r->stages[item] = (unsigned char)(stage + 1);
    }
    return (enum quantity_stage)(r->stages[item] - 1);
}

/* Most texts have few brackets: outside of them nothing is written, the array is clear. */
static void measure_depth(struct quantity_reader *r)
{
    struct str s = r->text;
    unsigned char depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (depth == 0) {
            const char *open = memchr(s.p + i, '(', s.n - i);
            if (!open)
                return;
            i = (size_t)(open - s.p);
        }
        char c = s.p[i];
        if (c == ')' && depth > 0)
            depth--;
        r->depth[i] = depth;
        if (c == '(' && depth < 9)
            depth++;
        else if ((unsigned char)c == 0xE3 && str_starts(str_sub(s, i, 3), STR("。")))
            depth = 0; /* a bracket that was never closed does not swallow the paragraph */
    }
}

void quantity_read(struct arena *arena, struct str text, struct quantities *out)
{
    *out = (struct quantities){ .text = text };
    struct quantity_reader r = { .arena = arena, .text = text, .out = out };
    if (!quantity_find_points(&r))
        return; /* nothing in it begins a number */
    r.mask = arena_alloc(arena, 2 * (text.n + 1));
    r.depth = r.mask + text.n + 1;
    quantity_mask(&r);
    measure_depth(&r);
    quantity_scan(&r);
    if (out->count == 0)
        return;
    r.member_of = arena_alloc(arena, 2 * out->count * sizeof *r.member_of);
    r.share_of = r.member_of + out->count;
    r.kinds = arena_alloc(arena, out->count * sizeof *r.kinds);
    r.stages = arena_alloc(arena, out->count);
    quantity_find_statements(&r);
    quantity_find_numbered(&r);
    quantity_find_shares(&r);
    quantity_find_balances(&r);
}
