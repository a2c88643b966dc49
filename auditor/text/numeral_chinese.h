/*
 * numeral_chinese.h - the Chinese numeral at a place (prefix numeral_chinese_; inside text only).
 */
#ifndef AUDITOR_TEXT_NUMERAL_CHINESE_H
#define AUDITOR_TEXT_NUMERAL_CHINESE_H

#include "base/str.h"

struct numeral_chinese {
    int64_t value;
    size_t length; /* bytes */
    bool units;    /* 十, 百 ... are in it: 余 may follow */
};

/* The longest row of numeral characters from byte at, which must be one number as a whole: 十二,
 * 三千零五十, 一亿二千万, 二〇二四. False for what is only a row of digits (二三 产业, 十四五). */
bool numeral_chinese_read(struct str text, size_t at, struct numeral_chinese *out);

/* 0 to 9, or -1. 两 is 2. The large forms are left out: 伍 and 陆 stand in words (队伍, 大陆). */
int numeral_chinese_digit(uint32_t c);

/* 10 to 10^8 for 十 百 千 万 亿, else 0. */
int64_t numeral_chinese_unit(uint32_t c);

/* Says whether what stands from byte at on, behind a Chinese digit, are zeros in disguise that a
 * Chinese digit, 年, 月 or 日 follows: 二○一一, 二00八, 二O二O年. */
bool numeral_chinese_zeros(struct str text, size_t at, bool blanks);

#endif /* AUDITOR_TEXT_NUMERAL_CHINESE_H */
