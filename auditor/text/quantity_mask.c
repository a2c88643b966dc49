/* quantity_mask.c - where a text has numbers that count nothing: names, dates, addresses. */
#include "text/quantity_inner.h"

#include <string.h>

enum { TITLE_MAX = 600, QUOTE_MAX = 90 };

static void hide(struct quantity_reader *r, size_t from, size_t to)
{
    memset(r->mask + from, 1, to - from);
}

static bool is_digit(struct str s, size_t i)
{
    return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

#define starts_at(text, at, words) (words_starts(str_sub(text, at, (text).n), words) != 0)

/* Quotation marks of one kind. Each open one knows its close, so that marks which nobody closes are not
 * looked for again and again. */
struct quotes {
    struct str open, close;
    size_t limit; /* a longer quotation is none */
    struct quote {
        size_t at, close; /* close: 0 for none */
    } * all;
    size_t n, cap, next; /* next: the first that is not yet passed */
    bool paired;
};

static void add_quote(struct arena *arena, struct quotes *q, struct quote quote)
{
    if (q->n == q->cap) {
        q->cap = q->cap ? 2 * q->cap : 8;
        struct quote *all = arena_alloc(arena, q->cap * sizeof *all);
        for (size_t i = 0; i < q->n; i++)
            all[i] = q->all[i];
        q->all = all;
    }
    q->all[q->n++] = quote;
}

/* Finds the close of every open mark from byte i on. While a mark is open, `close` is the number of the
 * open mark around it, counted from 1. */
static void pair_quotes(const struct quantity_reader *r, struct quotes *q, size_t i)
{
    struct str s = r->text;
    const char *p;
    size_t innermost = 0;
    for (; i < s.n && (p = memchr(s.p + i, q->open.p[0], s.n - i)) != NULL; i++) {
        i = (size_t)(p - s.p);
        struct str here = str_sub(s, i, q->open.n);
        if (str_eq(here, q->open)) {
            add_quote(r->arena, q, (struct quote){ i, innermost });
            innermost = q->n;
        } else if (innermost && str_eq(here, q->close)) {
            struct quote *quote = &q->all[innermost - 1];
            innermost = quote->close;
            quote->close = i;
        }
    }
    while (innermost) {
        struct quote *quote = &q->all[innermost - 1];
        innermost = quote->close;
        quote->close = 0;
    }
    q->paired = true;
}

/* 《...》 with titles inside, “...” when it is short. Returns the byte behind it, or at. */
static size_t hide_quoted(struct quantity_reader *r, struct quotes *q, size_t at)
{
    if (!q->paired)
        pair_quotes(r, q, at);
    while (q->all[q->next].at < at)
        q->next++;
    size_t close = q->all[q->next].close;
    if (close == 0 || close - at >= q->limit)
        return at;
    hide(r, at, close + q->close.n);
    return close + q->close.n;
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c != '\0' && strchr(".-_/?=&@~+#", c) != NULL);
}

/* A row of ASCII that is no number: an address, a version, a telephone number, a date, 4x4. */
static bool is_name(struct str run, struct str behind)
{
    size_t letters = 0, digits = 0, points = 0, strokes = 0, slashes = 0;
    for (size_t i = 0; i < run.n; i++) {
        char c = run.p[i];
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        digits += c >= '0' && c <= '9';
        points += c == '.' && is_digit(run, i + 1);
        strokes += c == '-' && i > 0 && is_digit(run, i + 1);
        slashes += c == '/' && i > 0;
    }
    return letters || points > 1 || slashes || (strokes && digits > 6) || strokes > 1 ||
           (digits >= 7 && !points &&
            !words_starts(behind, "条 件 篇 次 人 份 个 项 元 万 亿 宗 期 张 册 余 多"));
}

/* 12345 and 12315 with what a hotline is called or does behind it: "12345热线转办4106件" begins with a name. */
static bool is_hotline(struct str run, struct str behind)
{
    return run.n == STR("12345").n && str_starts(run, STR("123")) &&
           words_starts(behind,
                        "热线 平台 政务 便民 市民 市长 民生 公共 服务 系统 专线 纳税 税务 工单 "
                        "投诉 举报 诉求 咨询 电话 网 转 交 受理 接 派 来电 群众 热") != 0;
}

/* Digits in ASCII from byte at. */
static size_t digits(struct str s, size_t at)
{
    size_t n = 0;
    while (is_digit(s, at + n))
        n++;
    return n;
}

/* Hides an ASCII row with a name in it, "https://" with all that follows. */
static size_t hide_ascii(struct quantity_reader *r, size_t at)
{
    struct str s = r->text;
    size_t end = at;
    while (end < s.n && (is_word(s.p[end]) || (s.p[end] == ':' && starts_at(s, end, "://"))))
        end++;
    if (end == at)
        return at;
    struct str run = str_sub(s, at, end - at);
    while (run.n > 1 && strchr(".-/~", run.p[run.n - 1])) /* of what follows */
        run.n--;
    bool clock = end + 1 < s.n && s.p[end] == ':' && is_digit(s, end + 1) && is_digit(s, end + 2) &&
                 run.n <= 2;
    if (clock) {
        hide(r, at, end + 3);
        return end + 3;
    }
    bool marker = run.n <= 2 && digits(s, at) == run.n && end == at + run.n + 1 &&
                  s.p[end - 1] == '.' && end < s.n && s.p[end] < 0; /* 1.自然人 */
    struct str behind = str_sub(s, end, s.n);
    if (marker || is_name(run, behind) || is_hotline(run, behind))
        hide(r, at, at + run.n);
    return end;
}

/* 2021年, 12月, 31日, 30号, 9时, 3号楼; the years of a span in "2019-2035年" too. */
static size_t hide_date(struct quantity_reader *r, size_t at)
{
    struct str s = r->text;
    size_t n = digits(s, at), end = at + n;
    if (n == 0 || n > 4 || end >= s.n || (s.p[end] > 0 && !strchr("-~/#", s.p[end])))
        return at; /* hardly any number is a date */
    if (n == 4 && starts_at(s, end, "- ~ 至 / 、 到")) {
        size_t i = end + (starts_at(s, end, "- ~ /") ? 1 : 3);
        if (digits(s, i) == 4 && starts_at(s, i + 4, "年"))
            end = i + 4;
        else if (digits(s, i) == 4 && s.p[end] == '-')
            end = i + 4;
    }
    bool date = (n == 4 && (starts_at(s, end, "年") || end > at + n)) ||
                (n <= 2 && starts_at(s, end, "月 日 时 点前 点至 年代")) ||
                starts_at(s, end, "号 #") || (n <= 2 && starts_at(s, end, "-12月 至12月 -6月"));
    if (!date)
        return at;
    hide(r, at, end);
    return end;
}

static size_t hide_date_or_name(struct quantity_reader *r, size_t at)
{
    size_t end = is_digit(r->text, at) ? hide_date(r, at) : at;
    return end > at ? end : hide_ascii(r, at);
}

/* 第二十条, 第711号: the number behind 第 and what it numbers. */
static size_t hide_ordinal(struct quantity_reader *r, size_t at)
{
    struct str s = r->text;
    if (!starts_at(s, at, "第"))
        return at;
    size_t i = at + STR("第").n;
    struct numeral n;
    if (!numeral_read(s, i, &n))
        return at;
    i += n.length;
    if (i < s.n)
        str_next(s, &i);
    hide(r, at, i);
    return i;
}

/* 〔2021〕30号 and what stands for it; a number alone in brackets: (3). */
static size_t hide_bracketed(struct quantity_reader *r, size_t at)
{
    struct str s = r->text;
    size_t i = at + (starts_at(s, at, "〔 ﹝") ? 3 : starts_at(s, at, "( [") ? 1 : 0);
    size_t n = i > at ? digits(s, i) : 0;
    if (n == 0 || n > 4)
        return at;
    i += n;
    size_t close = starts_at(s, i, "〕 ﹞") ? 3 : starts_at(s, i, ") ]") ? 1 : 0;
    if (close == 0)
        return at;
    i += close;
    size_t number = digits(s, i);
    if (number && starts_at(s, i + number, "号"))
        i += number;
    hide(r, at, i);
    return i;
}

/* Numbers behind words that name them: 邮编529228, 电话12345, 编号3. */
static size_t hide_named(struct quantity_reader *r, size_t at)
{
    struct str rest = str_sub(r->text, at, r->text.n);
    size_t word =
        words_starts(rest, "邮编 邮政编码 电话 传真 热线 编号 编码 代码 索引号 账号 帐号");
    if (word == 0)
        return at;
    size_t i = at + word;
    i += words_starts(str_sub(r->text, i, r->text.n), ": 为: 为 号码: 号码为: 号码");
    size_t n = digits(r->text, i), end = i + n;
    while (n < 4 && end < r->text.n && r->text.p[end] == ',' && digits(r->text, end + 1) == 3)
        end += 4; /* 258,737 */
    if (n == 0 || end < i + 3 ||
        (i == at + word && starts_at(r->text, end, "件 条 个 次 人 份 宗 篇 部 起 则")))
        return at; /* "传真120件" is a count */
    hide(r, i, i + n);
    return i + n;
}

/* What may be hidden at a character; most characters begin nothing, and cost nothing. */
static size_t hide_at(struct quantity_reader *r, struct quotes *titles, struct quotes *quotations,
                      size_t at, uint32_t c)
{
    switch (c) {
    case 0x300A: /* 《 */
        return hide_quoted(r, titles, at);
    case 0x201C: /* “ */
        return hide_quoted(r, quotations, at);
    case 0x7B2C: /* 第 */
        return hide_ordinal(r, at);
    case '(':
    case '[':
    case 0x3014: /* 〔 */
    case 0xFE5D: /* ﹝ */
        return hide_bracketed(r, at);
    case 0x90AE: /* 邮 */
    case 0x7535: /* 电 */
    case 0x4F20: /* 传 */
    case 0x70ED: /* 热 */
    case 0x7F16: /* 编 */
    case 0x4EE3: /* 代 */
    case 0x7D22: /* 索 */
    case 0x8D26: /* 账 */
    case 0x5E10: /* 帐 */
        return hide_named(r, at);
    default:
        return c < 0x80 && is_word((char)c) ? hide_date_or_name(r, at) : at;
    }
}

void quantity_mask(struct quantity_reader *r)
{
    struct quotes titles = { .open = STR("《"), .close = STR("》"), .limit = TITLE_MAX };
    struct quotes quotations = { .open = STR("“"), .close = STR("”"), .limit = QUOTE_MAX };
    for (size_t i = 0; (i = quantity_point(r, POINT_NAME, i, r->text.n)) < r->text.n;) {
        size_t next = i;
        uint32_t c = quantity_char(r->text, &next);
        size_t hidden = hide_at(r, &titles, &quotations, i, c);
        i = hidden > i ? hidden : next;
    }
}
