/* drawn_mark.c - see drawn_mark.h. */
#include "read/drawn_mark.h"

#include <string.h>

static bool is_level(char c)
{
    return c == '-' || c == '=';
}

enum drawn_mark drawn_mark_at(struct str s, size_t i, size_t *len)
{
    static const char level[] = "\x80\x81\x84\x85\x88\x89", upright[] = "\x82\x83\x86\x87\x8A\x8B";
    const unsigned char *at = (const unsigned char *)s.p + i;
    *len = 1;
    if (*at == '|')
        return DRAWN_UPRIGHT;
    if (is_level(s.p[i]))
        return DRAWN_LEVEL;
    if (*at == '+')
        return (i > 0 && is_level(s.p[i - 1])) || (i + 1 < s.n && is_level(s.p[i + 1]))
                   ? DRAWN_CORNER
                   : DRAWN_TEXT;
    if (*at != 0xE2 || i + 3 > s.n || (at[1] != 0x94 && at[1] != 0x95))
        return DRAWN_TEXT;
    *len = 3;
    if (at[1] == 0x95)
        return at[2] == 0x90 || at[2] == 0x8C || at[2] == 0x8D   ? DRAWN_LEVEL
               : at[2] == 0x91 || at[2] == 0x8E || at[2] == 0x8F ? DRAWN_UPRIGHT
               : at[2] < 0xB0                                    ? DRAWN_CORNER
                                                                 : DRAWN_TEXT;
    return strchr(level, (char)at[2])     ? DRAWN_LEVEL
           : strchr(upright, (char)at[2]) ? DRAWN_UPRIGHT
                                          : DRAWN_CORNER;
}

bool drawn_is_figure(struct str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        if (cell.p[i] < '0' || cell.p[i] > '9')
            return false;
    return cell.n > 0;
}

bool drawn_is_edge(struct str text)
{
    size_t corners = 0, len;
    struct str line;
    if (!str_split(&text, '\n', &line))
        return false;
    line = str_trim(line);
    for (size_t i = 0; i < line.n; i += len) {
        enum drawn_mark mark = drawn_mark_at(line, i, &len);
        if (mark != DRAWN_LEVEL && mark != DRAWN_CORNER)
            return false;
        corners += mark == DRAWN_CORNER;
    }
    return corners >= 2;
}
