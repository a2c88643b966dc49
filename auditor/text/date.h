/*
 * date.h - dates as pages and officials write them (prefix date_).
 *
 * Works on normal text: 2025-01-20, 2025/1/20 13:52:43, 2025.1.20, 2025年1月20日, 二〇二五年一月二十日,
 * 20250120 (only where asked), and the damaged forms of extraction: 2025年120日, 2025120日,
 * 201911日 (lost 年, 月 or 日), where exactly one reading is a date.
 */
#ifndef AUDITOR_TEXT_DATE_H
#define AUDITOR_TEXT_DATE_H

#include "base/str.h"

struct date {
    int year, month, day; /* 0, 0, 0 is no date */
};

bool date_valid(struct date d);
int date_cmp(struct date a, struct date b);
long date_days(struct date from, struct date to); /* to - from */
struct date date_add_days(struct date d, long days);
enum { DATE_LENGTH = 10 };
void date_write(char out[DATE_LENGTH + 1], struct date d);
void date_print(struct strbuf *out, struct date d);  /* 2025-01-20 */
bool date_parse_iso(struct str s, struct date *out); /* exactly YYYY-MM-DD */

enum date_flag {
    DATE_COMPACT = 1, /* accept 20250120 */
    DATE_DAMAGED = 2  /* accept the damaged forms */
};

struct date_hit {
    struct date date;
    size_t at, length; /* bytes in the text; a time of day behind it is included */
    bool damaged;
};

/* The first date at or behind byte `from`. */
bool date_find(struct str text, size_t from, unsigned flags, struct date_hit *out);

#endif /* AUDITOR_TEXT_DATE_H */
