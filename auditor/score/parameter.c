/* parameter.c - see parameter.h. */
#include "score/parameter.h"

#include "base/lang.h"
#include "text/date.h"

/* A day of a common year: a deadline on February 29 would fail in three years of four. */
static bool is_day(struct str s)
{
    char text[] = "2023-MM-DD";
    struct date date;
    if (s.n != 5)
        return false;
    for (size_t i = 0; i < s.n; i++)
        text[5 + i] = s.p[i];
    return date_parse_iso(str_of(text), &date) && date_valid(date);
}

static bool is_number(struct str s)
{
    size_t digits = 0;
    size_t points = 0;
    for (size_t i = s.n && s.p[0] == '-'; i < s.n; i++) {
        digits += s.p[i] >= '0' && s.p[i] <= '9';
        points += s.p[i] == '.' && digits && i + 1 < s.n;
    }
    return digits && points <= 1 && digits + points + (s.p[0] == '-') == s.n;
}

static bool is_flag(struct str s)
{
    return str_eq_c(s, "true") || str_eq_c(s, "false");
}

const char *parameter_expected(struct str value, struct str fallback)
{
    if (is_day(fallback))
        return is_day(value) ? NULL : tr("月-日，如 01-31", "a day as 01-31");
    if (is_number(fallback))
        return is_number(value) ? NULL : tr("一个数", "a number");
    if (is_flag(fallback))
        return is_flag(value) ? NULL : tr("true 或 false", "true or false");
    return NULL;
}
