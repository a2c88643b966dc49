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

/* The word lists are short and looked through for every number: no copies, no calls. */

static const char *next_word(const char *word)
{
    while (*word && *word != ' ')
        word++;
    return *word ? word + 1 : word;
}

/* The length of the word if it stands at p, before end. */
static size_t word_at(const char *p, const char *end, const char *word)
{
    size_t n = 0;
    while (word[n] && word[n] != ' ') {
        if (p + n >= end || p[n] != word[n])
            return 0;
        n++;
    }
    return n;
}

/* Which last bytes of characters occur: a word whose first character is not among them is not there. */
static uint64_t signature(struct str s)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < s.n; i++)
        bits |= (uint64_t)1 << (s.p[i] & 63);
    return bits;
}

bool quantity_has(struct str s, const char *words)
{
    uint64_t bits = signature(s);
    for (const char *word = words; *word; word = next_word(word)) {
        size_t first =
            (unsigned char)*word < 0x80 ? 0 : 2; /* the last byte of its first character */
        if (!(bits >> (word[first] & 63) & 1) || !(bits >> (word[first / 2] & 63) & 1))
            continue;
        for (size_t i = 0; i < s.n; i++)
            if (s.p[i] == *word && word_at(s.p + i, s.p + s.n, word))
                return true;
    }
    return false;
}

size_t quantity_starts(struct str s, const char *words)
{
    for (const char *word = words; *word; word = next_word(word)) {
        size_t n = word_at(s.p, s.p + s.n, word);
        if (n)
            return n;
    }
    return 0;
}

size_t quantity_ends(struct str s, const char *words)
{
    for (const char *word = words; *word;) {
        const char *next = next_word(word);
        size_t n = (size_t)(next - word) - (*next || next[-1] == ' ');
        if (n <= s.n && memcmp(s.p + s.n - n, word, n) == 0)
            return n;
        word = next;
    }
    return 0;
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
    case ';':
        return BREAK_SEMICOLON;
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
    enum quantity_break strongest = BREAK_NONE;
    for (size_t i = from; i < to; i++) {
        unsigned char c = (unsigned char)r->text.p[i];
        if (c >= 0x40 && c != 0xE3) /* no mark begins with it */
            continue;
        size_t n;
        enum quantity_break b = quantity_mark(r->text, i, &n);
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

struct str quantity_label(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    return str_sub(r->text, q->label_at, q->label_len);
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

static enum quantity_stage stage_of(struct str words)
{
    if (quantity_has(words, "结转 转入 转下"))
        return STAGE_CARRIED;
    if (quantity_has(words, "办结 答复 办理 处理 回复 结果 办复"))
        return STAGE_HANDLED;
    if (quantity_has(
            words,
            "收到 新收 受理 接收 接到 接受 收件 提交 申请 接听 接待 收集 征集 登记 交办 转办"))
        return STAGE_RECEIVED;
    return STAGE_NONE;
}

enum quantity_stage quantity_stage(const struct quantity_reader *r, size_t item)
{
    enum quantity_stage stage = stage_of(quantity_label(r, item));
    return stage != STAGE_NONE ? stage : stage_of(quantity_tail(r, item));
}

static void measure_depth(struct quantity_reader *r)
{
    unsigned char depth = 0;
    for (size_t i = 0; i < r->text.n; i++) {
        char c = r->text.p[i];
        if (c == ')' && depth > 0)
            depth--;
        r->depth[i] = depth;
        if (c == '(' && depth < 9)
            depth++;
        else if ((unsigned char)c == 0xE3 && str_starts(str_sub(r->text, i, 3), STR("。")))
            depth = 0; /* a bracket that was never closed does not swallow the paragraph */
    }
}

void quantity_read(struct arena *arena, struct str text, struct quantities *out)
{
    *out = (struct quantities){ .count = 0 };
    struct quantity_reader r = { .arena = arena, .text = text, .out = out };
    r.mask = arena_alloc(arena, text.n + 1);
    r.depth = arena_alloc(arena, text.n + 1);
    quantity_mask(&r);
    measure_depth(&r);
    quantity_scan(&r);
    if (out->count == 0)
        return;
    r.member_of = arena_alloc(arena, out->count * sizeof *r.member_of);
    quantity_find_statements(&r);
    quantity_find_shares(&r);
}
