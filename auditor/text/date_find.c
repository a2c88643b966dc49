/* date_find.c - dates in running text; see date.h. */
#include <string.h>

#include "text/date.h"
#include "text/numeral_chinese.h"

enum { YEAR_FROM = 1900, YEAR_TO = 2199, MAX_RUN = 8 };

/* A place in the text that moves on while a date is being read. */
struct cursor {
    struct str text;
    size_t at;
};

static bool digit_at(struct str text, size_t i)
{
    return i < text.n && text.p[i] >= '0' && text.p[i] <= '9';
}

static bool alpha_at(struct str text, size_t i)
{
    return i < text.n && ((text.p[i] | 0x20) >= 'a' && (text.p[i] | 0x20) <= 'z');
}

static bool take(struct cursor *c, const char *word)
{
    struct str w = str_of(word);
    if (!str_starts(str_sub(c->text, c->at, c->text.n), w))
        return false;
    c->at += w.n;
    return true;
}

/* Takes the digits at the cursor, at most max; returns how many there are. */
static size_t take_digits(struct cursor *c, size_t max, int *value)
{
    size_t n = 0;
    *value = 0;
    while (n < max && digit_at(c->text, c->at)) {
        *value = *value * 10 + (c->text.p[c->at++] - '0');
        n++;
    }
    return n;
}

static size_t digit_run(struct str text, size_t at)
{
    size_t i = at;
    while (digit_at(text, i))
        i++;
    return i - at;
}

static bool year_fits(int year)
{
    return year >= YEAR_FROM && year <= YEAR_TO;
}

static bool date_fits(struct date d)
{
    return year_fits(d.year) && date_valid(d);
}

/* One or two digits, or a Chinese numeral. */
static bool take_small(struct cursor *c, int *value)
{
    if (digit_at(c->text, c->at))
        return take_digits(c, 3, value) <= 2;
    struct numeral_chinese n;
    if (c->at >= c->text.n || !numeral_chinese_read(c->text, c->at, &n) || n.value > 99)
        return false;
    *value = (int)n.value;
    c->at += n.length;
    return true;
}

/* hh:mm, hh:mm:ss or hh时mm分, with one blank or T before it; nothing is taken if none stands here.
 * Returns whether one was taken. */
static bool take_time(struct cursor *c)
{
    struct cursor t = *c;
    int hour, minute, second;
    if (!take(&t, " "))
        (void)(take(&t, "T") || take(&t, "上午") || take(&t, "下午"));
    size_t n = take_digits(&t, 3, &hour);
    if (n < 1 || n > 2 || hour > 24)
        return false;
    bool colon = take(&t, ":");
    if (!colon && !take(&t, "时") && !take(&t, "点"))
        return false;
    if (take_digits(&t, 3, &minute) != 2 || minute > 59)
        return false;
    if (!colon)
        take(&t, "分");
    struct cursor s = t;
    if ((!colon || take(&s, ":")) && take_digits(&s, 3, &second) == 2 && second <= 60 &&
        (colon || take(&s, "秒")))
        t = s;
    *c = t;
    return true;
}

static bool finish(struct date_hit *out, struct date d, size_t at, struct cursor *c, bool damaged)
{
    if (!date_fits(d))
        return false;
    take_time(c);
    *out = (struct date_hit){ d, at, c->at - at, damaged };
    return true;
}

/* What may stand behind a day whose 日 was lost: the end, a stop, or a word that goes on from a
 * date. "1月5条" and "1月12项" are other things. */
static bool ends_day(struct cursor c)
{
    static const char *const words[] = { "至", "起", "止", "到", ",",  "。",   ";",
                                         ")",  "、", "-",  "~",  "前", "印发", "发布" };
    if (c.at == c.text.n)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (take(&c, words[i]))
            return true;
    return false;
}

/* Month and day from the digits [from, to) that ran together, if only one reading is a date. */
static bool split_day(struct str digits, int year, struct date *out)
{
    unsigned readings = 0;
    for (size_t month = 1; month <= 2 && month < digits.n; month++) {
        size_t day = digits.n - month;
        bool short_zero =
            (month == 1 && digits.p[0] == '0') || (day == 1 && digits.p[month] == '0');
        if (day > 2 || short_zero)
            continue;
        struct date d = { year, 0, 0 };
        for (size_t i = 0; i < digits.n; i++) {
            int *field = i < month ? &d.month : &d.day;
            *field = *field * 10 + (digits.p[i] - '0');
        }
        if (!date_fits(d))
            continue;
        readings++;
        *out = d;
    }
    return readings == 1;
}

/* Says whether a date and '-' end at byte at: the second date of 2019-01-01-2019-12-31. */
static bool follows_date(struct str text, size_t at)
{
    static const size_t most[] = { 2, 2, 4 };
    size_t i = at;
    for (size_t field = 0; field < 3; field++) {
        size_t n = 0;
        if (i == 0 || text.p[i - 1] != '-')
            return false;
        for (i--; i > 0 && n <= most[field] && digit_at(text, i - 1); n++)
            i--;
        if (n == 0 || n > most[field] || (field == 2 && n < 4))
            return false;
    }
    return true;
}

/* Says whether what stands before byte at makes it a part of a path or of a file's number. */
static bool is_inside_number(struct str text, size_t at, char separator)
{
    if (at == 0)
        return false;
    char before = text.p[at - 1];
    bool ascii = at > 1 && (digit_at(text, at - 2) || alpha_at(text, at - 2));
    if (before == '-')
        return separator == '-' && ascii && !follows_date(text, at);
    return alpha_at(text, at - 1) || before == separator || (before == '/' && ascii);
}

/* Says whether a number or name goes on behind the date that ends at byte i. */
static bool is_continued(struct str text, size_t i, char separator)
{
    if (i >= text.n)
        return false;
    if (text.p[i] == '_')
        return true;
    if (text.p[i] != separator || !(digit_at(text, i + 1) || alpha_at(text, i + 1)))
        return text.p[i] == separator && separator == '/';
    return separator != '-' || digit_run(text, i + 1) != 4 || i + 5 >= text.n ||
           text.p[i + 5] != '-';
}

/* 2025-01-20, 2025/1/20, 2025.1.20; the cursor stands behind the year. */
static bool read_separated(struct cursor c, size_t at, int year, unsigned flags,
                           struct date_hit *out)
{
    char separator = c.at < c.text.n ? c.text.p[c.at] : '\0';
    if (separator != '-' && separator != '/' && separator != '.')
        return false;
    char word[2] = { separator, '\0' };
    if (is_inside_number(c.text, at, separator))
        return false;
    struct date d = { year, 0, 0 };
    c.at++;
    size_t month = take_digits(&c, 2, &d.month);
    if (!month || !take(&c, word))
        return false;
    size_t day = take_digits(&c, 2, &d.day);
    if (!day)
        return false;
    if (digit_at(c.text, c.at)) { /* 2020-01-1908:51: the blank before the time was lost */
        struct cursor time = c;
        return (flags & DATE_DAMAGED) && month == 2 && day == 2 && take_time(&time) &&
               finish(out, d, at, &c, true);
    }
    return !is_continued(c.text, c.at, separator) && finish(out, d, at, &c, false);
}

/* 2025年1月20日 and what is left of it; the cursor stands behind 年 or, where that was lost, behind
 * the four digits of the year. */
static bool read_written(struct cursor c, size_t at, int year, bool damaged, unsigned flags,
                         struct date_hit *out)
{
    struct date d = { year, 0, 0 };
    struct cursor whole = c;
    size_t run = digit_run(c.text, c.at);
    if (take_small(&whole, &d.month) && take(&whole, "月") && take_small(&whole, &d.day)) {
        if (take(&whole, "日") || take(&whole, "号"))
            return finish(out, d, at, &whole, damaged);
        return (flags & DATE_DAMAGED) && ends_day(whole) && finish(out, d, at, &whole, true);
    }
    if (!(flags & DATE_DAMAGED) || run < 2 || run > 4)
        return false;
    struct str digits = str_sub(c.text, c.at, run);
    c.at += run;
    return take(&c, "日") && split_day(digits, year, &d) && finish(out, d, at, &c, true);
}

/* 20250120, standing alone. */
static bool read_compact(struct cursor c, size_t at, int year, struct date_hit *out)
{
    struct date d = { year, 0, 0 };
    bool joined = at > 0 && (alpha_at(c.text, at - 1) || strchr("-_/.", c.text.p[at - 1]));
    if (joined || take_digits(&c, 2, &d.month) != 2 || take_digits(&c, 2, &d.day) != 2)
        return false;
    if (alpha_at(c.text, c.at) || (c.at < c.text.n && strchr("-_/.", c.text.p[c.at]) &&
                                   (digit_at(c.text, c.at + 1) || alpha_at(c.text, c.at + 1))))
        return false;
    return finish(out, d, at, &c, false);
}

/* A date whose year is written in digits, at the beginning of a run of them. */
static bool read_at_digits(struct str text, size_t at, unsigned flags, struct date_hit *out)
{
    struct cursor c = { text, at };
    size_t run = digit_run(text, at);
    int year;
    if (run < 4 || take_digits(&c, 4, &year) != 4 || !year_fits(year))
        return false;
    if (run == 4) {
        struct cursor behind = c;
        if (take(&behind, "年"))
            return read_written(behind, at, year, false, flags, out);
        return read_separated(c, at, year, flags, out);
    }
    if (run > MAX_RUN)
        return false;
    struct cursor end = { text, at + run };
    if (run == MAX_RUN && (flags & DATE_COMPACT) && !take(&end, "日"))
        return read_compact(c, at, year, out);
    return (flags & DATE_DAMAGED) && read_written(c, at, year, true, flags, out);
}

/* A date whose year is written in Chinese: 二〇二五年一月二十日. */
static bool read_at_chinese(struct str text, size_t at, unsigned flags, struct date_hit *out)
{
    struct numeral_chinese n;
    struct cursor c = { text, at };
    if (!numeral_chinese_read(text, at, &n) || n.units || !year_fits((int)(n.value % 100000)) ||
        n.value > YEAR_TO)
        return false;
    c.at += n.length;
    return take(&c, "年") && read_written(c, at, (int)n.value, false, flags, out);
}

bool date_find(struct str text, size_t from, unsigned flags, struct date_hit *out)
{
    static const unsigned char yi[] = { 0xE4, 0xB8, 0x80 }, er[] = { 0xE4, 0xBA, 0x8C };
    for (size_t i = from; i < text.n; i++) {
        if (digit_at(text, i)) {
            bool begins = i == 0 || !digit_at(text, i - 1);
            if (begins && read_at_digits(text, i, flags, out))
                return true;
        } else if ((unsigned char)text.p[i] == 0xE4 && text.n - i >= 3 &&
                   (memcmp(text.p + i, yi, 3) == 0 || memcmp(text.p + i, er, 3) == 0)) {
            if (read_at_chinese(text, i, flags, out))
                return true;
        }
    }
    return false;
}
