/* period.c - see period.h. */
#include "recognise/period.h"

#include <stdio.h>
#include <string.h>

#include "recognise/rx.h"
#include "recognise/title.h"

/* The sentence around byte at. */
static void sentence_around(struct str text, size_t at, size_t *from, size_t *to)
{
    *from = 0;
    for (size_t i = 0; i + 3 <= at; i++)
        if (text.p[i] == '\xE3' && str_starts(str_sub(text, i, 3), STR("。")))
            *from = i + 3;
    size_t end = str_find(str_sub(text, at, text.n), STR("。"));
    *to = end == SIZE_MAX ? text.n : at + end + 3;
}

static int small_number(struct str s)
{
    struct numeral n;
    if (s.n == 0 || !numeral_read(s, 0, &n) || n.length != s.n)
        return 0;
    return (int)decimal_integer(n.value);
}

/* "至12月31日": the year is that of the first date. */
static bool same_year_end(struct str rest, int year, struct date *out, size_t *end)
{
    struct pattern_match m;
    if (!rx_find(RX_MONTH_DAY, rest, 0, &m))
        return false;
    *out = (struct date){ year, small_number(rx_group(rest, &m, 1)),
                          small_number(rx_group(rest, &m, 2)) };
    *end = m.to[0];
    return date_valid(*out);
}

/* "到1231日止", "20201231止" behind a date that lost its 年 and 月. */
static bool run_end(struct str rest, int year, struct date *out)
{
    struct pattern_match m;
    if (!rx_find(RX_MONTH_DAY_RUN, rest, 0, &m))
        return false;
    int own = small_number(rx_group(rest, &m, 1));
    *out = (struct date){ own > 0 ? own : year, small_number(rx_group(rest, &m, 2)),
                          small_number(rx_group(rest, &m, 3)) };
    return date_valid(*out);
}

/* "至1231日": what is left of such an end where the marks of the first date were lost, too. */
static bool damaged_end(struct str rest, int year, struct date *out, size_t *end)
{
    enum { APART = 12 };
    char whole[sizeof "20231231日"];
    struct date_hit hit;
    size_t at = 0, n = 0;
    while (at < rest.n && at < APART && (rest.p[at] < '0' || rest.p[at] > '9'))
        at++;
    while (at + n < rest.n && n < 5 && rest.p[at + n] >= '0' && rest.p[at + n] <= '9')
        n++;
    if (n < 2 || n > 4 || !str_starts(str_sub(rest, at + n, rest.n), STR("日")))
        return false;
    int length = snprintf(whole, sizeof whole, "%04d%.*s日", year, (int)n, rest.p + at);
    if (!date_find((struct str){ whole, (size_t)length }, 0, DATE_DAMAGED, &hit))
        return false;
    *out = hit.date;
    *end = at + n + strlen("日");
    return true;
}

static bool read_range(struct str text, size_t from, size_t to, struct report_period *out)
{
    enum { APART = 60 };
    struct date_hit a, b;
    struct str sentence = str_sub(text, 0, to);
    if (!date_find(sentence, from, DATE_DAMAGED, &a) || a.at > from + 3 * APART)
        return false;
    size_t behind = a.at + a.length, end;
    struct str rest = str_sub(sentence, behind, sentence.n);
    out->from = a.date;
    if (same_year_end(rest, a.date.year, &out->to, &end)) {
        out->damaged = a.damaged || !(str_ends(str_sub(rest, 0, end), STR("日")) ||
                                      str_ends(str_sub(rest, 0, end), STR("号")));
        return true;
    }
    if (a.damaged && run_end(rest, a.date.year, &out->to)) {
        out->damaged = true;
        return true;
    }
    if (a.damaged && damaged_end(rest, a.date.year, &out->to, &end)) {
        out->damaged = true;
        return true;
    }
    if (!date_find(sentence, behind, DATE_DAMAGED, &b) || b.at > behind + APART)
        return false;
    out->to = b.date;
    out->damaged = a.damaged || b.damaged;
    return true;
}

/* "(1月1日至11月30日)" behind "2020年全年", "1月1日至12月31日" where the title alone names the year: these days of that year. */
static bool read_days(struct str rest, int year, struct report_period *out)
{
    enum { APART = 12 };
    struct pattern_match m;
    size_t end;
    if (!rx_find(RX_MONTH_DAY, rest, 0, &m) || m.from[1] > APART)
        return false;
    out->from = (struct date){ year, small_number(rx_group(rest, &m, 1)),
                               small_number(rx_group(rest, &m, 2)) };
    return date_valid(out->from) &&
           same_year_end(str_sub(rest, m.to[0], rest.n), year, &out->to, &end);
}

/* "1月至11月" behind "2020年": from the first day of the one month to the last of the other. */
static bool read_months(struct str rest, int year, struct report_period *out)
{
    struct pattern_match m;
    if (!rx_find(RX_MONTHS, rest, 0, &m))
        return false;
    int last = small_number(rx_group(rest, &m, 2));
    out->from = (struct date){ year, small_number(rx_group(rest, &m, 1)), 1 };
    out->to = (struct date){ year, last, 31 };
    while (out->to.day > 28 && !date_valid(out->to))
        out->to.day--;
    return date_valid(out->from) && date_valid(out->to);
}

/* "统计期限为2020年度": the whole year, unless days are named. */
static bool read_year(struct str text, size_t from, size_t to, struct report_period *out)
{
    struct pattern_match m;
    struct str rest = str_sub(text, from, to - from);
    if (rx_find(RX_PERIOD_MONTHS, rest, 0, &m))
        return read_months(str_sub(rest, m.to[1], rest.n),
                           title_year(str_sub(rest, m.from[1], m.to[0] - m.from[1]), NULL, NULL),
                           out);
    if (!rx_find(RX_PERIOD_YEAR, rest, 0, &m))
        return false;
    int year = title_year(str_sub(rest, m.from[1], m.to[0] - m.from[1]), NULL, NULL);
    if (year == 0)
        return false;
    if (read_days(str_sub(rest, m.to[0], rest.n), year, out))
        return true;
    out->from = (struct date){ year, 1, 1 };
    out->to = (struct date){ year, 12, 31 };
    return true;
}

static bool read_block(const struct page *p, uint32_t block, struct report_period *out)
{
    struct str text = page_text(p, block);
    enum { TRIES = 12 };
    struct pattern_match m;
    size_t from = 0;
    for (int k = 0; k < TRIES && from < text.n && rx_find(RX_PERIOD_TRIGGER, text, from, &m); k++) {
        from = m.to[0];
        struct report_period period = { 0 };
        size_t start, end;
        sentence_around(text, m.from[0], &start, &end);
        bool weak = m.to[0] - m.from[0] < strlen("统计期限") &&
                    !str_has(str_sub(text, start, end - start), "统计");
        bool found = read_range(text, m.to[0], end, &period);
        if (!found && m.from[0] > start)
            found = read_range(text, start, m.from[0], &period);
        if (!found && !weak && str_has(rx_group(text, &m, 0), "统计"))
            found = read_year(text, m.to[0], end, &period) ||
                    read_days(str_sub(text, m.to[0], end - m.to[0]), p->r->title_year, &period);
        if (!found || (weak && p->r->period.found)) {
            from = m.from[0] + strlen("报"); /* "报告数据统计": the next word may begin within */
            continue;
        }
        if (date_cmp(period.from, period.to) > 0 &&
            str_has(str_sub(text, start, end - start), "截")) {
            struct date to = period.from; /* "截至12月31日,自1月1日起" */
            period.from = period.to;
            period.to = to;
        }
        period.found = true;
        period.span = page_span(p, block, start, end - start);
        *out = period;
        return true;
    }
    return false;
}

/* What a report may be wrong about: from the first day of a year to another day of it. */
static bool is_within_year(const struct report_period *period)
{
    return period->from.year == period->to.year && period->from.month == 1 &&
           period->from.day == 1 && date_cmp(period->from, period->to) < 0;
}

static bool is_whole_year(const struct report_period *period)
{
    return period->from.year == period->to.year && period->from.month == 1 &&
           period->from.day == 1 && period->to.month == 12 && period->to.day == 31;
}

/* "本报告涵盖2024年1月1日至12月31日期间的工作": a sentence on the report that names the whole year. */
static bool read_spoken(const struct page *p, uint32_t block, struct report_period *out)
{
    struct str text = page_text(p, block);
    struct pattern_match m;
    for (size_t from = 0; rx_find(RX_YEAR, text, from, &m); from = m.to[0]) {
        struct report_period period = { 0 };
        size_t start, end;
        sentence_around(text, m.from[0], &start, &end);
        struct str sentence = str_sub(text, start, end - start);
        bool covers =
            str_has(sentence, "涵盖") || str_has(sentence, "内容为") || str_has(sentence, "反映");
        bool speaks = covers || str_has(sentence, "报告") || str_has(sentence, "年报");
        if (!speaks || !read_range(text, m.from[0], end, &period) ||
            !(covers ? is_within_year(&period) : is_whole_year(&period)))
            continue;
        period.found = true;
        period.span = page_span(p, block, start, end - start);
        *out = period;
        return true;
    }
    return false;
}

/* "(2024年1月1日至2024年12月31日)" below the title: the whole year needs no word that calls it a period. */
static bool read_bare(const struct page *p, uint32_t block, struct report_period *out)
{
    enum { OPENING_MAX = 240 };
    struct str text = page_text(p, block);
    struct report_period period = { 0 };
    size_t stop = str_find(text, STR("。"));
    bool goes_on = stop != SIZE_MAX && stop + strlen("。") < text.n;
    if (text.n > OPENING_MAX || goes_on)
        return str_has(text, "1月1日") && read_spoken(p, block, out);
    if (!read_range(text, 0, text.n, &period) || !is_whole_year(&period))
        return false;
    period.found = true;
    period.span = page_span(p, block, 0, text.n);
    *out = period;
    return true;
}

/* "数据截至2024年12月31日": the end of the year, and no other beginning than its first day. */
static bool read_until(const struct page *p, uint32_t block, struct report_period *out)
{
    struct str text = page_text(p, block);
    struct pattern_match m;
    if (!str_has(text, "截") || !rx_find(RX_PERIOD_UNTIL, text, 0, &m))
        return false;
    int year = small_number(rx_group(text, &m, 1));
    size_t start, end;
    sentence_around(text, m.from[0], &start, &end);
    *out = (struct report_period){ .found = true,
                                   .from = { year, 1, 1 },
                                   .to = { year, 12, 31 },
                                   .span = page_span(p, block, start, end - start) };
    return true;
}

void period_find(struct page *p)
{
    enum { OPENING = 4 };
    for (uint32_t b = p->body; b < p->r->end_block; b++)
        if ((p->hits[b] & HIT_PERIOD) && page_running(p, b) && read_block(p, b, &p->r->period))
            return;
    for (uint32_t b = p->body, n = 0; b < p->r->end_block && n < OPENING; b++) {
        if (read_bare(p, b, &p->r->period) || read_until(p, b, &p->r->period))
            return;
        n += page_text(p, b).n > 0;
    }
}
