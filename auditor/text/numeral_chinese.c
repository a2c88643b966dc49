/* numeral_chinese.c - see numeral_chinese.h; also numeral_ordinal(). */
#include "text/numeral_chinese.h"

#include "text/numeral.h"

enum { MAX_TOKENS = 40, MAX_DIGITS = 18, WAN = 10000, YI = 100000000 };

int numeral_chinese_digit(uint32_t c)
{
    switch (c) {
    case 0x3007:
    case 0x96F6:
        return 0; /* 〇 零 */
    case 0x4E00:
        return 1; /* 一 */
    case 0x4E8C:
    case 0x4E24:
        return 2; /* 二 两 */
    case 0x4E09:
        return 3; /* 三 */
    case 0x56DB:
        return 4; /* 四 */
    case 0x4E94:
        return 5; /* 五 */
    case 0x516D:
        return 6; /* 六 */
    case 0x4E03:
        return 7; /* 七 */
    case 0x516B:
        return 8; /* 八 */
    case 0x4E5D:
        return 9; /* 九 */
    default:
        return -1;
    }
}

int64_t numeral_chinese_unit(uint32_t c)
{
    switch (c) {
    case 0x5341:
        return 10; /* 十 */
    case 0x767E:
        return 100; /* 百 */
    case 0x5343:
        return 1000; /* 千 */
    case 0x4E07:
        return WAN;
    case 0x4EBF:
        return YI;
    default:
        return 0;
    }
}

bool numeral_chinese_zeros(struct str text, size_t at, bool blanks)
{
    enum { MAX_LOOK = 8 };
    for (size_t i = at, n = 0; i < text.n && n < MAX_LOOK; n++) {
        uint32_t c = str_next(text, &i);
        bool zero = c == '0' || c == 'O' || c == 'o' || c == 0x25CB || c == 0x25EF || c == 0xFF10 ||
                    c == 0xFF2F;
        bool blank = blanks && (c == ' ' || c == 0xA0 || c == 0x3000);
        if (!zero && !blank)
            return numeral_chinese_digit(c) >= 0 || c == 0x5E74 || c == 0x6708 || c == 0x65E5;
    }
    return false;
}

struct tokens {
    int64_t unit[MAX_TOKENS]; /* 0: a digit */
    int digit[MAX_TOKENS];
    size_t n;
    size_t length; /* bytes */
    bool units, zero, liang;
};

static bool take_tokens(struct str text, size_t at, struct tokens *t)
{
    t->n = t->length = 0; /* most texts begin with no numeral: the arrays are left as they are */
    t->units = t->zero = t->liang = false;
    for (size_t i = at; i < text.n;) {
        uint32_t c = str_next(text, &i);
        int digit = numeral_chinese_digit(c);
        int64_t unit = numeral_chinese_unit(c);
        if (digit < 0 && !unit)
            break;
        if (t->n == MAX_TOKENS)
            return false;
        t->digit[t->n] = digit;
        t->unit[t->n++] = unit;
        t->units = t->units || unit;
        t->zero = t->zero || digit == 0;
        t->liang = t->liang || c == 0x4E24;
        t->length = i - at;
    }
    return t->n > 0;
}

/* 二〇二四: digits one by one. Two or three of them without a zero are no number but a list. */
static bool read_positional(const struct tokens *t, int64_t *value)
{
    if (t->n > MAX_DIGITS || (t->n > 1 && (t->liang || (t->n < 4 && !t->zero))))
        return false;
    *value = 0;
    for (size_t i = 0; i < t->n; i++)
        *value = *value * 10 + t->digit[i];
    return true;
}

struct sum {
    int64_t high, middle, section; /* what 亿 and 万 have closed, and what is open */
    int64_t last_unit;             /* in the open section */
    int64_t carry;                 /* the unit just written, for 一万二 */
    int digit;                     /* waiting for its unit, -1 for none */
    bool zero;
};

static bool add_digit(struct sum *s, int digit)
{
    if (s->digit > 0 || (s->zero && digit == 0))
        return false;
    s->zero = digit == 0;
    s->digit = digit ? digit : -1;
    if (digit == 0)
        s->carry = 0;
    return true;
}

static bool add_small_unit(struct sum *s, int64_t unit)
{
    if (s->digit < 0 && !(unit == 10 && s->section % 100 == 0))
        return false;
    if (s->last_unit && unit >= s->last_unit)
        return false;
    s->section += (s->digit < 0 ? 1 : s->digit) * unit;
    s->last_unit = s->carry = unit;
    s->digit = -1;
    s->zero = false;
    return true;
}

static bool add_large_unit(struct sum *s, int64_t unit)
{
    int64_t section = s->section + (s->digit > 0 ? s->digit : 0);
    if (unit == WAN) {
        if (section == 0 || s->middle)
            return false;
        s->middle = section * WAN;
    } else {
        if (section + s->middle == 0 || s->high)
            return false;
        s->high = (section + s->middle) * YI;
        s->middle = 0;
    }
    s->section = s->last_unit = 0;
    s->carry = unit;
    s->digit = -1;
    s->zero = false;
    return true;
}

static bool read_units(const struct tokens *t, int64_t *value)
{
    struct sum s = { .digit = -1 };
    if (t->digit[0] == 0)
        return false;
    for (size_t i = 0; i < t->n; i++) {
        bool ok = !t->unit[i]        ? add_digit(&s, t->digit[i])
                  : t->unit[i] < WAN ? add_small_unit(&s, t->unit[i])
                                     : add_large_unit(&s, t->unit[i]);
        if (!ok)
            return false;
    }
    if (s.zero)
        return false;
    int64_t one = s.carry >= 100 ? s.carry / 10 : 1;
    *value = s.high + s.middle + s.section + (s.digit > 0 ? s.digit * one : 0);
    return true;
}

bool numeral_chinese_read(struct str text, size_t at, struct numeral_chinese *out)
{
    struct tokens t;
    if (!take_tokens(text, at, &t))
        return false;
    out->length = t.length;
    out->units = t.units;
    return t.units ? read_units(&t, &out->value) : read_positional(&t, &out->value);
}

unsigned numeral_ordinal(struct str text)
{
    struct numeral_chinese n;
    if (text.n > 9 || !numeral_chinese_read(text, 0, &n) || n.length != text.n || n.value > 99)
        return 0;
    return (unsigned)n.value;
}
