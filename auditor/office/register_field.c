/* register_field.c - see register_field.h. */
#include "office/register_field.h"

#include <string.h>

bool register_read_level(enum report_level *out, struct str text)
{
    bool ok = false;
    *out = LEVEL_UNKNOWN;
    if (text.n == 0)
        return true;
    *out = report_level_read(text, &ok);
    return ok;
}

bool register_is_day(struct str text)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (text.n != 5 || text.p[2] != '-')
        return false;
    for (size_t i = 0; i < 5; i++)
        if (i != 2 && (text.p[i] < '0' || text.p[i] > '9'))
            return false;
    int month = (text.p[0] - '0') * 10 + text.p[1] - '0';
    int day = (text.p[3] - '0') * 10 + text.p[4] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static size_t read_number(struct str text, size_t *at, int *out)
{
    size_t from = *at;
    for (*out = 0; *at < text.n && *at - from < 4 && text.p[*at] >= '0' && text.p[*at] <= '9';
         ++*at)
        *out = *out * 10 + text.p[*at] - '0';
    return *at - from;
}

static bool read_mark(struct str text, size_t *at, const char *chinese)
{
    struct str rest = str_sub(text, *at, text.n);
    if (str_starts(rest, str_of(chinese)))
        *at += strlen(chinese);
    else if (rest.n && strchr("-/.", rest.p[0]))
        ++*at;
    else
        return false;
    return true;
}

struct str register_read_day(struct arena *arena, struct str text)
{
    int month = 0;
    int day = 0;
    size_t at = 0;
    if (read_number(text, &at, &month) == 4 &&
        (!read_mark(text, &at, "年") || !read_number(text, &at, &month)))
        return text;
    if (!read_mark(text, &at, "月") || !read_number(text, &at, &day))
        return text;
    struct str end = str_sub(text, at, text.n);
    if ((end.n && !str_eq_c(end, "日")) || month > 99 || day > 99)
        return text;
    return arena_fmt(arena, "%02d-%02d", month, day);
}

size_t register_read_list(struct arena *arena, struct str **list, struct str text)
{
    size_t room = 1, n = 0;
    for (size_t i = 0; i < text.n;)
        room += str_next(text, &i) > 0;
    *list = arena_alloc(arena, room * sizeof **list);
    size_t from = 0;
    for (size_t i = 0; from < text.n;) {
        size_t end = i;
        uint32_t c = i < text.n ? str_next(text, &i) : 0;
        if (c != 0 && c != ';' && c != 0xFF1B && c != 0x3001 && c != '|')
            continue;
        struct str one = str_trim(str_sub(text, from, end - from));
        if (one.n)
            (*list)[n++] = arena_str(arena, one);
        from = c == 0 ? text.n : i;
    }
    return n;
}

bool register_read_year(int *out, struct str text)
{
    enum { FIRST = 2008, LAST = 2199 }; /* the first reports were about 2008 */
    *out = 0;
    if (str_ends(text, STR("年")))
        text.n -= strlen("年");
    if (text.n == 0)
        return true;
    for (size_t i = 0; i < text.n; i++) {
        if (text.n != 4 || text.p[i] < '0' || text.p[i] > '9')
            return false;
        *out = *out * 10 + text.p[i] - '0';
    }
    return *out >= FIRST && *out <= LAST;
}

struct str register_read_host(struct str text)
{
    size_t scheme = str_find(text, STR("://"));
    if (scheme != SIZE_MAX)
        text = str_sub(text, scheme + 3, text.n);
    size_t slash = str_find(text, STR("/"));
    return slash == SIZE_MAX ? text : str_sub(text, 0, slash);
}
