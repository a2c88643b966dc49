/*
 * numeral.h - numbers as official Chinese text writes them (prefix numeral_).
 *
 * Works on normal text. Exact: a value is an integer and a count of decimals, never a float.
 * Only the number itself is judged: that one stands in a name (十四五, 五公开, 第711号, a telephone
 * number) is for the caller to know.
 */
#ifndef AUDITOR_TEXT_NUMERAL_H
#define AUDITOR_TEXT_NUMERAL_H

#include "base/str.h"

/* value / 10^scale. The form with the fewest decimals is not forced: "46.00" has scale 2. */
struct decimal {
    int64_t value;
    uint8_t scale;
};

struct numeral {
    struct decimal value; /* with 万, 亿 applied: "1.8万" is 18000, scale 0 */
    bool approximate;     /* 余, 多, 近, 约, 超过, 左右, 以上 ... stands at it */
    bool chinese;         /* written in Chinese numerals */
    bool percent;         /* followed by % or preceded by 百分之 */
    uint8_t decimals;     /* as written, before 万: "86.92%" has 2 */
    size_t length; /* bytes: with 百分之, its scale word, 余 and 多; without % and unit */
};

/* Reads a number that starts at byte `at`: 1234, 1,234, 1，234, 1.8万, 45.28亿, 1亿2000万, 10余万,
 * 十二, 二〇二四, 两, 零, 百余, 百分之九. False when none starts there or it does not fit 18 digits.
 * A separator counts only before groups of three digits: "12,34" begins with the number 12. No sign
 * is read, because '-' stands for ranges too. Looks back at words such as 约, but not at digits. */
bool numeral_read(struct str text, size_t at, struct numeral *out);

/* A table cell: digits with optional separators, sign (+, -, 增, 减), decimals and unit. Returns
 * false unless the whole text is one number; *unit is what follows it ("" if nothing). "3万元" is 3
 * with the unit 万元, "3万件" is 30000 with the unit 件. */
bool numeral_cell(struct str text, struct decimal *out, struct str *unit);

/* A small Chinese ordinal: 一..九十九, also 〇; 0 when it is none. */
unsigned numeral_ordinal(struct str text);

int decimal_cmp(struct decimal a, struct decimal b);
bool decimal_is_integer(struct decimal d);
int64_t decimal_integer(struct decimal d);                /* the integer part */
void decimal_print(struct strbuf *out, struct decimal d); /* "46.00", "-8" */

#endif /* AUDITOR_TEXT_NUMERAL_H */
