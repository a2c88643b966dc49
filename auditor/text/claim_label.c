/* claim_label.c - the words that tell what a number counts; see claim_label.h. */
#include "text/claim_label.h"

#include <string.h>

#include "text/words.h"

enum { ROW_MAX = 12, UNIT_MAX = 15 };

static bool is_digit(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/* The clause before a bracket that ends in front of the label; the label where there is none. */
static struct str before_bracket(struct str text, const struct quantity *q)
{
    size_t end = q->label_at, depth = 0;
    while (end > 0) {
        char c = text.p[--end];
        depth += c == ')';
        depth -= c == '(' && depth > 0;
        if (depth == 0)
            break;
    }
    size_t start = end;
    while (start > 0 && !strchr(",:;()", text.p[start - 1]) &&
           !str_ends(str_sub(text, 0, start), STR("。")))
        start--;
    return str_sub(text, start, end - start);
}

/* Where the number before byte at begins, a mark and its unit between; at for none. */
static size_t number_before(struct str text, size_t at)
{
    size_t mark = words_ends(str_sub(text, 0, at), "、和 、 和 及 与 以及"), end = at - mark;
    size_t unit = end;
    while (mark && unit > 0 && end - unit < UNIT_MAX && !is_digit(text.p[unit - 1]))
        unit--;
    size_t from = unit;
    while (from > 0 && is_digit(text.p[from - 1]))
        from--;
    return mark && from < unit && unit > 0 && is_digit(text.p[unit - 1]) ? from : at;
}

/* Where the number behind byte at begins, its mark and unit between; at for none. */
static size_t number_behind(struct str text, size_t at)
{
    for (size_t i = at;
         i < text.n && i - at < UNIT_MAX && !is_digit(text.p[i]) && !strchr(";:()\n", text.p[i]);
         i++) {
        size_t mark = words_starts(str_sub(text, i, text.n), "、和 、 和 及 与 以及");
        if (mark)
            return i + mark < text.n && is_digit(text.p[i + mark]) ? i + mark : at;
    }
    return at;
}

static size_t number_end(struct str text, size_t at)
{
    while (at < text.n && is_digit(text.p[at]) &&
           (text.p[at] != ',' || (at + 1 < text.n && is_digit(text.p[at + 1]))))
        at++;
    return at;
}

/* The name in place k of n that a list ends with; "" where it has not so many. */
static struct str name_at(struct str names, size_t k, size_t n)
{
    struct str found = STR(""), rest = names;
    size_t place = n;
    while (place > 0) {
        size_t from = rest.n, mark = 0;
        while (from > 0 && !(mark = words_ends(str_sub(rest, 0, from), "、 和 与 及")))
            from--;
        if (--place == k)
            found = str_sub(rest, from, rest.n - from);
        if (from == 0)
            break;
        rest = str_sub(rest, 0, from - mark);
        if (place == 0)
            return STR(""); /* a name too many */
    }
    return place == 0 ? found : STR("");
}

/* The name that stands for a number in a row. */
static struct str in_row(struct str text, const struct quantity *q)
{
    size_t first = q->at, k = 0, n, at;
    while (k < ROW_MAX && (at = number_before(text, first)) != first) {
        first = at;
        k++;
    }
    size_t lead =
        words_ends(str_sub(text, 0, first), "分别为 分别是 分别有 分别达 分别 依次为 依次是");
    if (lead == 0)
        return STR("");
    n = k + 1;
    for (at = q->at; n < ROW_MAX; n++) {
        size_t next = number_behind(text, number_end(text, at));
        if (next == number_end(text, at))
            break;
        at = next;
    }
    size_t end = first - lead, start = end;
    while (start > 0 && !strchr(",:;()\n", text.p[start - 1]) &&
           !str_ends(str_sub(text, 0, start), STR("。")))
        start--;
    struct str names = str_sub(text, start, end - start);
    size_t said = words_ends(
        names, "的申请数量 的申请数 的申请 的件数 的数量 的案件数 案件数 件数 数量 情况 数");
    return n < 2 ? STR("") : name_at(str_sub(names, 0, names.n - said), k, n);
}

struct str claim_label(struct str text, const struct quantity *q)
{
    struct str label = str_sub(text, q->label_at, q->label_len);
    bool leads = words_ends(label, "分别为 分别是 分别有 分别达 分别 依次为 依次是") != 0;
    if (leads || words_starts(label, "和 及 与 以及") == label.n) {
        struct str name = in_row(text, q);
        if (name.n)
            return name;
    }
    if (label.n || q->label_at == 0 || text.p[q->label_at - 1] != ')')
        return label;
    return before_bracket(text, q);
}
