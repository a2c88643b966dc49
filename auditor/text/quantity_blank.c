/* quantity_blank.c - figures that nothing but a blank parts; see quantity_inner.h. */
#include "text/quantity_inner.h"

#include <string.h>

static bool is_digit(struct str s, size_t i)
{
    return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

size_t quantity_add_group(const struct quantity_reader *r, size_t at, struct numeral *n,
                          enum quantity_class *class)
{
    enum { GROUP = 4 }; /* the blank and three digits */
    struct str s = r->text;
    size_t end = at + n->length;
    bool alone = at == 0 || !(is_digit(s, at - 1) || strchr(" .-/", s.p[at - 1]));
    if (n->chinese || n->decimals || n->length > 3 || s.p[at] == '0' || !alone || end >= s.n ||
        s.p[end] != ' ' || is_digit(s, end + GROUP))
        return 0;
    int group = 0;
    for (size_t i = end + 1; i < end + GROUP; i++) {
        if (!is_digit(s, i))
            return 0;
        group = group * 10 + (s.p[i] - '0');
    }
    size_t unit = quantity_unit(str_sub(s, end + GROUP, s.n), class);
    if (unit == 0)
        return 0;
    n->value.value = n->value.value * 1000 + group;
    n->length += GROUP;
    return unit;
}

/* The byte at which the next figure begins where nothing but a blank parts it from what ends at byte at, or 0. What leads an
 * item of a list or a year is none. Normal text has lost the blank in "54件 45件". */
static size_t next_figure(struct str s, size_t at, struct str unit)
{
    size_t from = at < s.n && s.p[at] == ' ' ? at + 1 : at;
    if (from > at && from < s.n && (s.p[from] == '+' || s.p[from] == '-'))
        from++;
    size_t end = from;
    while (is_digit(s, end))
        end++;
    struct str behind = str_sub(s, end, s.n);
    if (from == at)
        return end > from && unit.n > 0 && str_starts(behind, unit) ? from : 0;
    bool leads =
        (str_starts(behind, STR(".")) && !is_digit(s, end + 1)) || words_starts(behind, ") 、 年");
    return end > from && !leads ? from : 0;
}

bool quantity_in_row(struct quantity_reader *r, size_t at, size_t end, size_t unit)
{
    size_t next = next_figure(r->text, end, str_sub(r->text, end - unit, unit));
    bool in = next != 0 || (at != 0 && at == r->row_at);
    r->row_at = next;
    return in;
}
