/* date.c - the calendar; see date.h. Finding dates in text is date_find.c. */
#include "text/date.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(struct date d)
{
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= month_days(d.year, d.month);
}

int date_cmp(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days since 0000-03-01: years that begin in March end with the leap day. */
static long day_number(struct date d)
{
    long year = d.month > 2 ? d.year : d.year - 1;
    long month = (d.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + d.day - 1;
}

long date_days(struct date from, struct date to)
{
    return day_number(to) - day_number(from);
}

struct date date_add_days(struct date d, long days)
{
    enum { ERA = 146097 }; /* days of 400 years */
    long n = day_number(d) + days;
    if (n < 0)
        return (struct date){ 0, 0, 0 };
    long era = n / ERA, day = n % ERA;
    long year = (day - day / 1460 + day / 36524 - day / (ERA - 1)) / 365;
    day -= 365 * year + year / 4 - year / 100;
    long month = (5 * day + 2) / 153;
    struct date sum = { .day = (int)(day - (153 * month + 2) / 5 + 1),
                        .month = (int)(month < 10 ? month + 3 : month - 9) };
    year += 400 * era + (sum.month <= 2);
    sum.year = year > 9999 ? 0 : (int)year;
    return date_valid(sum) ? sum : (struct date){ 0, 0, 0 };
}

void date_write(char out[DATE_LENGTH + 1], struct date d)
{
    static const char form[] = "0000-00-00";
    const int digits[] = { d.year / 1000 % 10,
                           d.year / 100 % 10,
                           d.year / 10 % 10,
                           d.year % 10,
                           0,
                           d.month / 10 % 10,
                           d.month % 10,
                           0,
                           d.day / 10 % 10,
                           d.day % 10,
                           0 };
    for (size_t i = 0; i <= DATE_LENGTH; i++)
        out[i] = (char)(form[i] + digits[i]);
}

void date_print(struct strbuf *out, struct date d)
{
    char text[DATE_LENGTH + 1];
    date_write(text, d);
    strbuf_c(out, text);
}

bool date_parse_iso(struct str s, struct date *out)
{
    int fields[3] = { 0, 0, 0 };
    if (s.n != 10)
        return false;
    for (size_t i = 0, field = 0; i < s.n; i++) {
        if (i == 4 || i == 7) {
            if (s.p[i] != '-')
                return false;
            field++;
            continue;
        }
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        fields[field] = fields[field] * 10 + (s.p[i] - '0');
    }
    struct date d = { fields[0], fields[1], fields[2] };
    if (!date_valid(d))
        return false;
    *out = d;
    return true;
}
