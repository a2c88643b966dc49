/* numeral.c - see numeral.h. */
#include "text/numeral.h"

#include "text/numeral_chinese.h"
#include "text/words.h"

enum { MAX_DIGITS = 18, UNIT_CHARS = 4 };

static const int64_t limit = 1000000000000000000; /* 10^MAX_DIGITS */

static bool is_digit(struct str text, size_t i)
{
    return i < text.n && text.p[i] >= '0' && text.p[i] <= '9';
}

static struct str rest_at(struct str text, size_t at)
{
    return str_sub(text, at, text.n);
}

/* The lengths of 余 and 多, which make a number a rough one. */
static size_t more_at(struct str text, size_t at)
{
    return words_starts(rest_at(text, at), "余 多");
}

static size_t digits_from(struct str text, size_t at)
{
    size_t i = at;
    while (is_digit(text, i))
        i++;
    return i - at;
}

/* The length of the separator before a group of three digits at byte i, 0 if there is none. */
static size_t separator(struct str text, size_t i)
{
    size_t n = words_starts(rest_at(text, i), ", ，");
    return n && is_digit(text, i + n) ? n : 0;
}

/* The bytes of a number with separators, 0 when they do not make groups of three. */
static size_t grouped(struct str text, size_t at)
{
    size_t first = digits_from(text, at);
    if (first > 3 || text.p[at] == '0')
        return 0;
    size_t i = at + first, n;
    while ((n = separator(text, i)) != 0) {
        if (digits_from(text, i + n) != 3)
            return 0;
        i += n + 3;
    }
    return i - at;
}

/* Digits, separators and decimals at byte at; returns the bytes, 0 when it does not fit. */
static size_t read_digits(struct str text, size_t at, struct decimal *out)
{
    size_t end = at + digits_from(text, at);
    size_t groups = grouped(text, at);
    if (at + groups > end)
        end = at + groups;
    size_t point = 0;
    if (end < text.n && text.p[end] == '.') {
        size_t n = digits_from(text, end + 1);
        bool chain =
            end + 1 + n < text.n && text.p[end + 1 + n] == '.' && is_digit(text, end + 2 + n);
        if (n && !chain) { /* 2025.1.20 and 1.2.3 are no decimals */
            point = end;
            end += 1 + n;
        }
    }
    unsigned count = 0;
    *out = (struct decimal){ 0, 0 };
    for (size_t i = at; i < end; i++) {
        if (!is_digit(text, i))
            continue;
        if (++count > MAX_DIGITS)
            return 0;
        out->value = out->value * 10 + (text.p[i] - '0');
        out->scale = (uint8_t)(out->scale + (point && i > point));
    }
    return end - at;
}

static bool multiply(struct decimal *d, int64_t by)
{
    for (; by > 1; by /= 10) {
        if (d->scale) {
            d->scale--;
            continue;
        }
        if (d->value >= limit / 10)
            return false;
        d->value *= 10;
    }
    return true;
}

/* The scale words at byte i: 百 千 万 亿 and what they make together. Returns their bytes, and in *by
 * what they are worth. 百分, 千克 and the like are other words. */
static size_t scale_word(struct str text, size_t i, int64_t *by)
{
    size_t from = i;
    *by = 1;
    while (i < text.n && *by < limit / 1000000000) {
        size_t next = i;
        int64_t unit = numeral_chinese_unit(str_next(text, &next));
        if (unit < 100 || (unit < 10000 && *by > 1))
            break;
        if (unit < 10000 && words_starts(rest_at(text, next), "分 克 米 瓦 卡 伏 帕 字节"))
            break;
        *by *= unit;
        i = next;
    }
    return i - from;
}

/* 万, 余 and 多 behind the number that ends at byte i: 3万, 3万余, 10余万, 30余. Returns where they
 * end, or 0 when the number does not fit; *by is what the scale words are worth. */
static size_t read_scale(struct str text, size_t i, struct numeral *out, int64_t *by)
{
    size_t more = more_at(text, i);
    size_t n = scale_word(text, i + more, by);
    if (!multiply(&out->value, *by))
        return 0;
    i += more + n;
    if (!more) {
        more = more_at(text, i);
        i += more;
    }
    out->approximate = out->approximate || more;
    return i;
}

/* 1亿2000万: what is added to a number whose scale word was worth `by`. */
static size_t read_addend(struct str text, size_t i, struct numeral *out, int64_t by)
{
    struct decimal part;
    int64_t part_by;
    while (by >= 10000 && out->value.scale == 0 && is_digit(text, i)) {
        size_t n = read_digits(text, i, &part);
        size_t scale = n ? scale_word(text, i + n, &part_by) : 0;
        if (!scale || part_by >= by || !multiply(&part, part_by) || part.scale ||
            part.value >= by || out->value.value > limit - by)
            break;
        out->value.value += part.value;
        i += n + scale;
        by = part_by;
    }
    return i;
}

static bool is_han(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/* Says whether the words around the number [at, end) make it a rough one. */
static bool is_rough(struct str text, size_t at, size_t end)
{
    struct str before = str_sub(text, 0, at);
    if (words_ends(before, "近 约 超 逾 超过 不足 不到 不少于 不低于 至少 最多") &&
        !words_ends(before, "最近 附近 临近 就近 靠近 新近 预约 节约 签约 合约 履约 违约 公约 条约 "
                            "契约 制约"))
        return true;
    static struct words behind = WORDS("左右 以上 以下 以内");
    struct str near = str_sub(text, end, 3 * UNIT_CHARS + STR("左右").n);
    if (words_skip(&behind, near, 0) == near.n)
        return false; /* usually */
    for (unsigned n = 0; n <= UNIT_CHARS && end < text.n; n++) {
        if (words_start_of(&behind, rest_at(text, end)))
            return true;
        uint32_t c = str_next(text, &end);
        if (!(is_han(c) || c == '%') || numeral_chinese_unit(c) || numeral_chinese_digit(c) >= 0)
            break;
    }
    return false;
}

static bool read_ascii(struct str text, size_t at, struct numeral *out, size_t *end)
{
    size_t n = read_digits(text, at, &out->value);
    if (n == 0)
        return false;
    out->decimals = out->value.scale;
    int64_t by;
    size_t scaled = read_scale(text, at + n, out, &by);
    *end = scaled ? read_addend(text, scaled, out, by) : 0;
    return scaled != 0;
}

/* 点 and the digits behind it, where a point is meant: 百分之三点五, 一点五万. Else nothing. */
static size_t read_point(struct str text, size_t at, struct numeral *out)
{
    if (!words_starts(rest_at(text, at), "点"))
        return at;
    struct decimal d = out->value;
    size_t i = at + STR("点").n, end = i;
    while (i < text.n) {
        int digit = numeral_chinese_digit(str_next(text, &i));
        if (digit < 0 || d.value >= limit / 10)
            break;
        d = (struct decimal){ d.value * 10 + digit, (uint8_t)(d.scale + 1) };
        end = i;
    }
    if (d.scale == 0 || !(out->percent || words_starts(rest_at(text, end), "万 亿 倍")))
        return at;
    out->value = d;
    out->decimals = d.scale;
    return end;
}

/* 百余, 千多: a unit without a digit is a number only before such a word. */
static size_t read_bare_unit(struct str text, size_t at, struct numeral *out)
{
    size_t i = at;
    int64_t unit = numeral_chinese_unit(str_next(text, &i));
    if (unit < 100 || !more_at(text, i))
        return 0;
    out->value.value = unit;
    return i;
}

static bool read_chinese(struct str text, size_t at, struct numeral *out, size_t *end)
{
    struct numeral_chinese n = { .units = true };
    size_t i = read_bare_unit(text, at, out);
    if (i == 0) {
        if (!numeral_chinese_read(text, at, &n))
            return false;
        out->value.value = n.value;
        i = at + n.length;
    }
    out->chinese = true;
    *end = read_point(text, i, out);
    int64_t by;
    if (*end > i || (n.units && more_at(text, i)))
        *end = read_scale(text, *end, out, &by); /* 一点五万, 三十余万 */
    return *end != 0;
}

bool numeral_read(struct str text, size_t at, struct numeral *out)
{
    *out = (struct numeral){ .length = 0 };
    if (at >= text.n)
        return false;
    size_t from = at, end = 0;
    size_t word = words_starts(rest_at(text, at), "百分之");
    out->percent = word || words_ends(str_sub(text, 0, at), "百分之");
    at += word;
    if (at >= text.n)
        return false;
    if (!(is_digit(text, at) ? read_ascii(text, at, out, &end) : read_chinese(text, at, out, &end)))
        return false;
    out->percent = out->percent || words_starts(rest_at(text, end), "% ％");
    out->approximate = out->approximate || is_rough(text, from, end);
    out->length = end - from;
    return true;
}
