/* number.c - see number.h. */
#include "recognise/number.h"

#include <string.h>

#include "text/numeral.h"

/* "一、二级响应", "一、二、三、四季度": numbers of a sentence, not the number of a heading. */
static bool is_enumeration(struct str rest)
{
    static const char *const counted[] = { "级",   "季度",   "季", "线",   "类", "批", "期",
                                           "年级", "等奖",   "轮", "审",   "月", "号", "楼",
                                           "产业", "次产业", "孩", "两级", "款" };
    while (rest.n >= 9 && numeral_ordinal(str_sub(rest, 0, 3)) != 0 &&
           str_starts(str_sub(rest, 3, rest.n), STR("、")))
        rest = str_sub(rest, 6, rest.n);
    if (rest.n < 6 || numeral_ordinal(str_sub(rest, 0, 3)) == 0)
        return false;
    struct str behind = str_sub(rest, 3, rest.n);
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        if (str_starts(behind, str_of(counted[i])))
            return true;
    return false;
}

unsigned number_chapter(struct str text, size_t *len)
{
    static const char *const marks[] = { "、", ".", ",", ":" };
    size_t i = 0;
    while (i < text.n && i < 12) {
        size_t before = i;
        uint32_t c = str_next(text, &i);
        bool ordinal = c == 0x4E00 || c == 0x4E8C || c == 0x4E09 || c == 0x56DB || c == 0x4E94 ||
                       c == 0x516D || c == 0x4E03 || c == 0x516B || c == 0x4E5D || c == 0x5341;
        if (!ordinal) {
            i = before;
            break;
        }
    }
    if (i == 0)
        return 0;
    struct str rest = str_sub(text, i, text.n);
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        if (str_starts(rest, str_of(marks[k]))) {
            *len = i + strlen(marks[k]);
            if (k == 0 && is_enumeration(str_sub(text, *len, text.n)))
                return 0;
            return numeral_ordinal(str_sub(text, 0, i));
        }
    }
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Chinese ordinal at byte at; its length. */
static unsigned ordinal_at(struct str text, size_t at, size_t *len)
{
    for (size_t n = 9; n >= 3; n -= 3) {
        if (at + n > text.n)
            continue;
        unsigned v = numeral_ordinal(str_sub(text, at, n));
        if (v > 0 && !is_digit(text.p[at])) {
            *len = n;
            return v;
        }
    }
    return 0;
}

/* "(一)" or "(1)". */
static unsigned bracket_number(struct str text, size_t *len, enum heading_style *style)
{
    if (text.n < 3 || text.p[0] != '(')
        return 0;
    size_t n = 0;
    unsigned v = ordinal_at(text, 1, &n);
    *style = HEADING_BRACKET;
    if (v == 0) {
        *style = HEADING_ARABIC_BRACKET;
        while (n < 2 && 1 + n < text.n && is_digit(text.p[1 + n]))
            v = v * 10 + (unsigned)(text.p[1 + n++] - '0');
    }
    if (v == 0 || 1 + n >= text.n || text.p[1 + n] != ')')
        return 0;
    *len = n + 2;
    if (str_starts(str_sub(text, *len, text.n), STR("、")))
        *len += 3;
    return v;
}

/* "2020年": what follows "2." is no part of a decimal. */
static bool is_year(struct str text)
{
    enum { YEAR = 4 };
    bool century = str_starts(text, STR("20")) || str_starts(text, STR("19"));
    size_t n = 0;
    while (n < text.n && is_digit(text.p[n]))
        n++;
    return century && n == YEAR && str_starts(str_sub(text, n, text.n), STR("年"));
}

/* "1、" "1." "1)", but neither 1.5 nor a date nor a count. */
static unsigned arabic_number(struct str text, size_t *len, enum heading_style *style)
{
    size_t n = 0;
    unsigned v = 0;
    while (n < 2 && n < text.n && is_digit(text.p[n]))
        v = v * 10 + (unsigned)(text.p[n++] - '0');
    if (v == 0 || n >= text.n)
        return 0;
    struct str rest = str_sub(text, n, text.n);
    *style = HEADING_ARABIC;
    if (str_starts(rest, STR("、"))) {
        *len = n + 3;
    } else if (rest.p[0] == '.') {
        *len = n + 1;
    } else if (rest.p[0] == ')') {
        *len = n + 1;
        *style = HEADING_ARABIC_BRACKET;
    } else {
        return 0;
    }
    struct str behind = str_sub(text, *len, text.n);
    return behind.n > 0 && is_digit(behind.p[0]) && !is_year(behind) ? 0 : v;
}

/* "第一部分" "第一章". */
static unsigned part_number(struct str text, size_t *len)
{
    size_t n = 0;
    if (!str_starts(text, STR("第")))
        return 0;
    unsigned v = ordinal_at(text, 3, &n);
    struct str rest = str_sub(text, 3 + n, text.n);
    if (v == 0)
        return 0;
    if (str_starts(rest, STR("部分")))
        *len = 3 + n + 6;
    else if (str_starts(rest, STR("章")))
        *len = 3 + n + 3;
    else
        return 0;
    rest = str_sub(text, *len, text.n);
    if (str_starts(rest, STR(":")))
        *len += 1;
    else if (str_starts(rest, STR("、")))
        *len += 3;
    return v;
}

/* The number that opens a text: its value, length and style; 0 when none does. */
unsigned number_leading(struct str text, size_t *len, enum heading_style *style)
{
    unsigned v = number_chapter(text, len);
    *style = HEADING_CHAPTER;
    if (v == 0)
        v = part_number(text, len);
    if (v == 0)
        v = bracket_number(text, len, style);
    if (v == 0)
        v = arabic_number(text, len, style);
    return v;
}

/* Chinese ordinals and 第 begin with one of these bytes. */
static bool may_begin(char c)
{
    return c == '\xE4' || c == '\xE5' || c == '\xE7';
}

/* Where 一是 may begin: at the start, or behind a mark. */
static bool behind_mark(struct str text, size_t at)
{
    if (at == 0)
        return true;
    if ((unsigned char)text.p[at - 1] < 0x80)
        return text.p[at - 1] == '\0' || strchr(":;,)!?", text.p[at - 1]) != NULL;
    return at >= 3 && (str_starts(str_sub(text, at - 3, 3), STR("。")) ||
                       str_starts(str_sub(text, at - 3, 3), STR("”")) ||
                       str_starts(str_sub(text, at - 3, 3), STR("、")));
}

/* The number of 一是, 第一, at byte at, with its length. */
unsigned number_running(struct str text, size_t at, size_t *len)
{
    size_t n;
    if (!may_begin(text.p[at]) || !behind_mark(text, at))
        return 0;
    bool first = str_starts(str_sub(text, at, 3), STR("第"));
    unsigned v = ordinal_at(text, at + (first ? 3 : 0), &n);
    if (v == 0)
        return 0;
    struct str rest = str_sub(text, at + n + (first ? 3 : 0), text.n);
    if (first ? str_starts(rest, STR(",")) : str_starts(rest, STR("是"))) {
        *len = n + (first ? 4 : 3);
        return v;
    }
    if (first && str_starts(rest, STR("、"))) {
        *len = n + 6;
        return v;
    }
    return 0;
}
