/* quantity_scan.c - numbers, their units and the words around them. */
#include "text/quantity_inner.h"

#include <string.h>

#include "base/mem.h"
#include "text/numeral_chinese.h"

static bool is_digit(struct str s, size_t i)
{
    return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static struct str rest_at(const struct quantity_reader *r, size_t at)
{
    return str_sub(r->text, at, r->text.n);
}

/* The length of the mark of a range at byte at. */
static size_t range_mark(struct str s, size_t at)
{
    return words_starts(str_sub(s, at, s.n), "- ~ 至 到");
}

static bool goes_to(struct str s, size_t end)
{
    size_t n = range_mark(s, end);
    return n && is_digit(s, end + n);
}

/* 3-5条, 3至5条, 3~5条: both ends of a range are rough. The number ends at `to`, its unit at `end`. */
static bool in_range(const struct quantity_reader *r, size_t from, size_t to, size_t end)
{
    struct str s = r->text;
    if (goes_to(s, to) || (end > to && goes_to(s, end)))
        return true;
    for (size_t back = 1; back <= 3; back += 2)
        if (from > back && range_mark(s, from - back) == back && is_digit(s, from - back - 1))
            return true;
    return false;
}

/* Chinese numerals in fixed expressions whose next word looks like a unit. */
static bool is_expression(struct str rest)
{
    return words_starts(
               rest,
               "一件事 一次性 一次办 一条龙 一张网 一张图 一项一项 一年来 一个窗口 一户一 一人一 "
               "一件一 一项工作 一位一 两个维护 两个确立 四个意识 四个自信 四个全面 五个一 三个一 "
               "一个口子 一个平台") != 0;
}

static bool fits_chinese(const struct quantity_reader *r, size_t at)
{
    size_t next = at;
    uint32_t c = str_next(r->text, &next);
    if (numeral_chinese_digit(c) < 0 && numeral_chinese_unit(c) < 10)
        return false;
    size_t before = at < 3 ? 0 : at - 3;
    if (at >= 3) {
        uint32_t left = str_next(r->text, &before);
        if (numeral_chinese_digit(left) >= 0 || numeral_chinese_unit(left) >= 10)
            return false;
    }
    return !is_digit(r->text, at ? at - 1 : r->text.n);
}

/* Characters that begin a word that says none. */
static bool begins_zero_word(uint32_t c)
{
    return c == 0x672A || c == 0x6CA1 || c == 0x65E0 || c == 0x5C1A; /* 未 没 无 尚 */
}

static struct quantity *push(struct quantity_reader *r)
{
    struct quantities *out = r->out;
    if (out->count == r->item_cap) {
        size_t cap = r->item_cap ? 2 * r->item_cap : 16;
        struct quantity *items = arena_alloc(r->arena, cap * sizeof *items);
        for (size_t i = 0; i < out->count; i++)
            items[i] = out->items[i];
        out->items = items;
        r->item_cap = cap;
    }
    struct quantity *q = &out->items[out->count++];
    *q = (struct quantity){ .at = 0 };
    return q;
}

/* "数量为零": the word for nought says none where a clause ends with it. */
static bool says_none(const struct quantity_reader *r, size_t at, const struct numeral *n)
{
    struct str behind = rest_at(r, at + n->length);
    return n->value.value == 0 && words_ends(str_sub(r->text, 0, at), "为 是 计 : 数 量") != 0 &&
           (behind.n == 0 || words_starts(behind, "。 , ; ! ) 、") != 0);
}

/* What the last digit written is worth: 10^7 in 86.3亿. */
static struct decimal last_digit(const struct quantity_reader *r, const struct quantity *q)
{
    int64_t written = 0;
    for (size_t i = q->at; i < q->unit_at; i++) {
        char c = r->text.p[i];
        if (c >= '0' && c <= '9' && written < INT64_MAX / 100)
            written = written * 10 + (c - '0');
    }
    return (struct decimal){ written ? q->value.value / written : 0, q->value.scale };
}

/* Reads the number at byte at. Returns the byte behind it and its unit, or at. */
static size_t read_number(struct quantity_reader *r, size_t at)
{
    struct numeral n;
    if (!numeral_read(r->text, at, &n) || n.length == 0)
        return at;
    size_t end = at + n.length;
    enum quantity_class class;
    size_t unit;
    if (n.percent) {
        class = QUANTITY_PERCENT;
        unit = words_starts(rest_at(r, end), "%");
    } else {
        unit = quantity_unit(rest_at(r, end), &class);
        if (unit == 0 && (unit = quantity_add_group(r, at, &n, &class)) != 0)
            end = at + n.length;
    }
    if (n.chinese && ((class == QUANTITY_BARE && !says_none(r, at, &n)) ||
                      words_starts(rest_at(r, end), "季度 级 届 月 年 号 时 楼 层 周 日") ||
                      is_expression(rest_at(r, at))))
        return at;
    if (quantity_in_row(r, at, end + unit, unit))
        return end + unit;
    struct quantity *q = push(r);
    q->at = (uint32_t)at;
    q->len = (uint32_t)(n.length + unit);
    q->unit_at = (uint32_t)end;
    q->unit_len = (uint32_t)unit;
    q->value = n.value;
    q->class = class;
    q->decimals = n.decimals;
    if (n.decimals)
        q->step = last_digit(r, q);
    q->chinese = n.chinese;
    q->approximate = n.approximate || in_range(r, at, end, end + unit);
    q->rounded =
        !q->approximate && n.decimals > 0 && n.value.scale < n.decimals && class != QUANTITY_MONEY;
    q->approximate = q->approximate || q->rounded;
    return end + unit;
}

/* A word that says none. */
static size_t read_zero_word(struct quantity_reader *r, size_t at)
{
    size_t n = words_starts(
        rest_at(r, at), "未收到 没有收到 未接到 没有接到 未接收到 未受理 没有受理 未发生 没有发生 "
                        "未产生 没有产生 未出现 没有出现 无人申请 尚未收到 未曾收到 未收取");
    if (n == 0)
        return at;
    struct quantity *q = push(r);
    q->at = (uint32_t)at;
    q->len = (uint32_t)n;
    q->unit_at = (uint32_t)(at + n);
    q->class = QUANTITY_ZERO;
    return at + n;
}

/* The next mark or bracket outside of names, from byte i on; the end of s for none. */
static size_t next_delimiter(const struct quantity_reader *r, struct str s, size_t i)
{
    while ((i = quantity_point(r, POINT_DELIMITER, i, s.n)) < s.n) {
        size_t n;
        bool delimits = quantity_mark(s, i, &n) != BREAK_NONE || strchr("()\n", s.p[i]);
        if (delimits && !r->mask[i])
            break;
        i += n;
    }
    return i;
}

/* The words of the clause between the last mark, or the end of the last quantity, and this one. */
static void set_label(struct quantity_reader *r, struct quantity *q, size_t floor)
{
    struct str before = str_sub(r->text, 0, q->at);
    size_t from = floor;
    for (size_t i = floor; (i = next_delimiter(r, before, i)) < before.n; from = i)
        quantity_char(before, &i);
    bool bracket = from < before.n && before.p[from] == '(';
    size_t number = from + bracket; /* "3.予以公开5件", "(3)予以公开5件" */
    while (number < from + bracket + 2 && is_digit(before, number))
        number++;
    if (number > from + bracket && number < before.n && before.p[number] == (bracket ? ')' : '.'))
        from = number + 1;
    q->label_at = (uint32_t)from;
    q->label_len = (uint32_t)(q->at - from);
}

static void set_tail(struct quantity_reader *r, struct quantity *q, size_t ceiling)
{
    size_t from = quantity_end(q);
    q->tail_at = (uint32_t)from;
    q->tail_len = (uint32_t)(next_delimiter(r, str_sub(r->text, 0, ceiling), from) - from);
}

/* A year that the clause of the quantity names; *at gets the byte where it begins. */
static uint16_t year_in(struct str s, size_t *at)
{
    static struct words years = WORDS("年");
    for (size_t i = words_skip(&years, s, 0); i < s.n; i = words_skip(&years, s, i)) {
        size_t n = 0;
        while (n < 5 && n < i && is_digit(s, i - n - 1))
            n++;
        if (n == 4 && words_match_start(&years, str_sub(s, i, s.n))) {
            int year = (s.p[i - 4] - '0') * 1000 + (s.p[i - 3] - '0') * 100 +
                       (s.p[i - 2] - '0') * 10 + (s.p[i - 1] - '0');
            *at = i - 4;
            return (uint16_t)(year >= 1900 && year < 2100 ? year : 0);
        }
        str_next(s, &i);
    }
    return 0;
}

static void set_notes(struct quantity_reader *r, struct quantity *q)
{
    struct str label = str_sub(r->text, q->label_at, q->label_len);
    struct str tail = str_sub(r->text, q->tail_at, q->tail_len);
    struct words_seen before;
    size_t end = q->label_at + q->label_len, at = 0;
    bool plain = quantity_point(r, POINT_NOTE, q->label_at, end) == end; /* most are */
    words_see(&before, plain ? STR("") : label);
    q->year = year_in(before.text, &at);
    bool last_year =
        (words_seen_has(&before, "上年 去年 上一年 往年 前年 同期") &&
         !words_seen_has(&before, "结转 转结 转入 接转 转来 遗留 未办结 未办完 顺延 承接") &&
         !words_ends(label, "年度报告 年报 工作报告")) ||
        (q->year && words_ends(str_sub(label, 0, at), "较 比 与 同 由 从 较之 相较于") &&
         !words_ends(str_sub(label, 0, at), "连同"));
    q->comparison =
        last_year || words_seen_has(&before, "同比 环比 相比 增幅 降幅 增速") ||
        words_has(tail, "同比增 的增幅") || words_starts(tail, "相比 相较") ||
        str_eq(label, STR("多")) || str_eq(label, STR("少")) ||
        words_starts(label,
                     "多收 多办 多受 多答 多接 多发布 多推 多开 少收 少办 少受 少答 少接 少发布 "
                     "少推 少开") ||
        (words_starts(label, "较 比") && words_ends(label, "的")) ||
        words_ends(label, "增加 减少 增长 下降 上升 提高 降低 多出 净增 增加了 减少了 增长了 "
                          "下降了 上升了 提高了 提升 提升了 增至 增加到 增加至 减少到 减少至 "
                          "提高到 由 从 上涨 多公开 少公开");
    q->cumulative =
        words_seen_has(&before, "累计 历年 历次 现有 自开通") ||
        (words_seen_has(&before, "共有") &&
         !words_seen_has(&before, "本年 全年 年内 当年 申请 复议 诉讼")) ||
        (words_seen_has(&before, "截至 截止") &&
         !words_seen_has(&before,
                         "办结 答复 办理完 未办 结转 尚有 仍有 在办")); /* by then, of this year */
}

/* "部分公开:7件": behind a colon the clause before it tells what is counted. */
static void look_behind_colon(struct quantity_reader *r, struct quantity *q, size_t floor)
{
    size_t from = floor;
    if (q->label_len || q->at <= floor || r->text.p[q->at - 1] != ':')
        return;
    struct str before = str_sub(r->text, 0, q->at - 1);
    for (size_t i = floor; (i = next_delimiter(r, before, i)) < before.n; from = i)
        quantity_char(before, &i);
    q->label_at = (uint32_t)from;
    q->label_len = (uint32_t)(before.n - from);
}

/* "征地类(29件)、规划类(17件)": a number alone in a bracket is said of the words before it. */
static void unwrap(struct quantity_reader *r, struct quantity *q, size_t floor)
{
    size_t end = quantity_end(q), from = floor;
    if (q->at < floor + 4 || r->text.p[q->at - 1] != '(' || end >= r->text.n ||
        r->text.p[end] != ')' || q->class == QUANTITY_PERCENT || q->class == QUANTITY_BARE)
        return;
    struct str before = str_sub(r->text, 0, q->at - 1);
    for (size_t i = floor; (i = next_delimiter(r, before, i)) < before.n; from = i)
        quantity_char(before, &i);
    if (from == before.n)
        return;
    q->label_at = (uint32_t)from;
    q->label_len = (uint32_t)(before.n - from);
    for (size_t i = q->at; i < end; i++)
        r->depth[i] = r->depth[q->at - 1];
}

enum { YEARS_MAX = 6 };

/* The years listed before byte `end`, "2021年、2022年、", the nearest first. */
static size_t years_before(struct str s, size_t end, uint16_t years[YEARS_MAX])
{
    size_t n = 0, mark;
    while (n < YEARS_MAX && (mark = words_ends(str_sub(s, 0, end), "、 和 及 与")) != 0) {
        size_t at = end - mark, year = words_ends(str_sub(s, 0, at), "年度 年");
        at -= year;
        if (at < 4 || !is_digit(s, at - 1) || !is_digit(s, at - 2) || s.p[at - 3] != '0' ||
            s.p[at - 4] != '2')
            break;
        years[n++] = (uint16_t)(2000 + (s.p[at - 2] - '0') * 10 + (s.p[at - 1] - '0'));
        end = at - 4;
    }
    return n;
}

/* "2022年、2023年分别收到申请41件、53件": a year for each of the numbers. */
static void spread_years(struct quantity_reader *r)
{
    struct quantities *out = r->out;
    for (size_t i = 0; i < out->count; i++) {
        struct quantity *q = &out->items[i];
        uint16_t years[YEARS_MAX + 1];
        if (!q->year || !words_has(str_sub(r->text, q->label_at, q->label_len), "分别"))
            continue;
        years[0] = q->year;
        size_t n = 1 + years_before(r->text, q->label_at, years + 1);
        size_t k = 0;
        for (; n > 1 && k < n && i + k < out->count; k++) {
            struct quantity *one = &out->items[i + k];
            if (one->class != q->class)
                break;
            one->year = years[n - 1 - k];
            if (one->label_len == 0) { /* the words before the first are said of all */
                one->label_at = q->label_at;
                one->label_len = q->label_len;
            }
        }
        i += k ? k - 1 : 0;
    }
}

/* The count beside item i, behind percentages and others without a unit; NULL for none. */
static const struct quantity *count_beside(const struct quantity_reader *r, size_t i, bool behind)
{
    const struct quantities *out = r->out;
    do {
        if (behind ? i + 1 >= out->count : i == 0)
            return NULL;
        i = behind ? i + 1 : i - 1;
    } while (out->items[i].class == QUANTITY_PERCENT || out->items[i].class == QUANTITY_BARE);
    const struct quantity *q = &out->items[i];
    bool text = q->class == QUANTITY_ITEM || q->class == QUANTITY_CASE || q->class == QUANTITY_COPY;
    return text && !q->comparison ? q : NULL;
}

/* A number that names something: 12345, a year. */
static bool is_named_by_number(const struct quantity *q, struct str label)
{
    enum { HOTLINES = 123 };
    return q->decimals || q->approximate || q->value.scale || q->value.value / 100 == HOTLINES ||
           label.n < STR("微信").n || (unsigned char)label.p[label.n - 1] < 0x80 ||
           words_ends(label,
                      "热线 电话 专线 号 第 拨打 致电 截至 截止 至 到 自 从 年 月 日 版 率 "
                      "比例 比重 指数 得分 评分 排名 名次 增长 下降 增加 减少 阅读量 浏览量 访问量 "
                      "点击量 播放量 关注量 下载量 粉丝 粉丝数") != 0;
}

/* "微博560条,微信170,其他49条": a count without its unit has that of the counts around it;
 * "信息966,其中动态824条": that of its parts. */
static bool lend_unit(struct quantity_reader *r, size_t i)
{
    struct quantity *q = &r->out->items[i];
    struct str label = str_sub(r->text, q->label_at, q->label_len);
    struct str tail = rest_at(r, quantity_end(q));
    const struct quantity *before = count_beside(r, i, false), *behind = count_beside(r, i, true);
    if (!behind || q->chinese || !words_starts(tail, ", ; 、 (") || is_named_by_number(q, label))
        return false;
    bool whole = words_starts(tail, ",其中 (其中") != 0, first = words_has(label, "其中 包括 包含");
    enum quantity_break next = quantity_between(r, quantity_end(q), behind->at);
    if (whole ? next > BREAK_COMMA || decimal_cmp(q->value, behind->value) < 0
              : next == BREAK_STOP ||
                    (!first && (!before || before->class != behind->class ||
                                quantity_between(r, quantity_end(before), q->at) == BREAK_STOP ||
                                r->depth[before->at] != r->depth[q->at])) ||
                    r->depth[behind->at] != r->depth[q->at])
        return false;
    q->class = behind->class;
    return true;
}

static void set_words(struct quantity_reader *r)
{
    struct quantities *out = r->out;
    size_t floor = 0;
    for (size_t i = 0; i < out->count; i++) {
        struct quantity *q = &out->items[i];
        set_label(r, q, floor);
        unwrap(r, q, floor);
        look_behind_colon(r, q, floor);
        floor = quantity_end(q);
        set_tail(r, q, i + 1 < out->count ? out->items[i + 1].at : r->text.n);
        if (quantity_counts(q) || q->class == QUANTITY_PERCENT)
            set_notes(r, q);
    }
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].class == QUANTITY_BARE && lend_unit(r, i))
            set_notes(r, &out->items[i]);
    spread_years(r);
}

/* Reads what stands at byte i; returns the byte behind it, or i when it is no quantity. */
static size_t read_at(struct quantity_reader *r, size_t i)
{
    struct str s = r->text;
    size_t behind = i;
    uint32_t c = quantity_char(s, &behind);
    if (is_digit(s, i)) {
        size_t next = read_number(r, i);
        while (next == i || (is_digit(s, next) && is_digit(s, next - 1))) /* too long a number */
            next = next == i ? i + 1 : next + 1;
        return next;
    }
    if (begins_zero_word(c))
        return read_zero_word(r, i);
    return fits_chinese(r, i) ? read_number(r, i) : i;
}

void quantity_scan(struct quantity_reader *r)
{
    struct str s = r->text;
    for (size_t i = 0; (i = quantity_point(r, POINT_NUMBER, i, s.n)) < s.n;) {
        size_t next = r->mask[i] ? i : read_at(r, i);
        if (next == i)
            quantity_char(s, &next);
        i = next;
    }
    set_words(r);
}
