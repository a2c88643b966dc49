/* quantity_numbered.c - parts that are numbered, a sentence each: "公开1310条。具体如下:1.网站820条。2.公众号395条。3.公开栏95条。"; see
 * quantity_inner.h. */
#include "text/quantity_list.h"

#include <stdio.h>
#include <string.h>

enum { NUMBERED_MAX = 12, LEAD_MAX = 120 };

/* Ways of numbering. */
enum style { STYLE_IS, STYLE_BRACKET, STYLE_DIGIT_BRACKET, STYLE_DOT, STYLE_PAUSE, STYLES };

static const char *const chinese[NUMBERED_MAX] = { "一", "二", "三", "四", "五",   "六",
                                                   "七", "八", "九", "十", "十一", "十二" };

/* The mark of the k-th member; its length. */
static size_t write_mark(char out[16], enum style style, unsigned k)
{
    int n = 0;
    switch (style) {
    case STYLE_IS:
        n = snprintf(out, 16, "%s是", chinese[k]);
        break;
    case STYLE_BRACKET:
        n = snprintf(out, 16, "(%s)", chinese[k]);
        break;
    case STYLE_DIGIT_BRACKET:
        n = snprintf(out, 16, "(%u)", k + 1);
        break;
    case STYLE_DOT:
        n = snprintf(out, 16, "%u.", k + 1);
        break;
    default:
        n = snprintf(out, 16, "%u、", k + 1);
        break;
    }
    return (size_t)n;
}

/* Whether a mark may begin at a byte: behind another, or on a line of its own. */
static bool is_opening(struct str text, size_t at)
{
    return at == 0 || strchr("\n,;: ", text.p[at - 1]) || words_ends(str_sub(text, 0, at), "。 、");
}

/* The next place from byte `from` on at which the k-th member begins; *end gets where its mark ends. */
static size_t find_mark(const struct quantity_reader *r, enum style style, unsigned k, size_t from,
                        size_t *end)
{
    char mark[16];
    struct str text = r->text, wanted = { mark, write_mark(mark, style, k) };
    bool bracket = mark[0] == '(';
    for (size_t i = from; (i = quantity_point(r, POINT_NUMBER, i, text.n)) < text.n; i++) {
        size_t at = i - (bracket && i > 0);
        *end = at + wanted.n;
        if (!str_starts(str_sub(text, at, text.n), wanted) || !is_opening(text, at) ||
            (style == STYLE_DOT && *end < text.n && text.p[*end] >= '0' && text.p[*end] <= '9'))
            continue;
        return at;
    }
    return SIZE_MAX;
}

static bool is_part_of_another(const struct quantity_reader *r, size_t whole, size_t item)
{
    size_t of = r->member_of[item];
    return of && r->out->statements[of - 1].whole != whole;
}

/* The only count of a member in the unit of the whole; what it divides itself is none. SIZE_MAX for none or several. */
static size_t only_count(const struct quantity_reader *r, size_t whole, size_t from, size_t to)
{
    size_t found = SIZE_MAX;
    for (size_t i = whole + 1; i < r->out->count && r->out->items[i].at < to; i++) {
        const struct quantity *q = quantity_item(r, i);
        if (q->at < from || !quantity_same_unit(r, whole, i) || r->depth[q->at] ||
            is_part_of_another(r, whole, i))
            continue;
        if (found != SIZE_MAX || q->comparison || q->cumulative || q->approximate ||
            words_ends(
                quantity_label(r, i),
                "数件 数条 数次 数个 数期 数场 数篇 数人 数份 量件 量条")) /* a row of a table */
            return SIZE_MAX;
        found = i;
    }
    return found;
}

/* Where the last member ends: with its sentence. */
static size_t last_end(const struct quantity_reader *r, size_t from)
{
    for (size_t i = from, n; i < r->text.n; i += n)
        if (quantity_mark(r->text, i, &n) == BREAK_STOP && !r->mask[i])
            return i;
    return r->text.n;
}

static size_t collect(const struct quantity_reader *r, enum style style, size_t whole, size_t from,
                      struct quantity_list *list)
{
    size_t end = from, next_end = from;
    for (unsigned k = 1; k <= NUMBERED_MAX && list->count < QUANTITY_PARTS; k++) {
        size_t next = k < NUMBERED_MAX ? find_mark(r, style, k, end, &next_end) : SIZE_MAX;
        size_t to = next == SIZE_MAX ? last_end(r, end) : next;
        size_t item = only_count(r, whole, end, to);
        struct decimal sum = list->sums[list->count];
        if (item == SIZE_MAX || !quantity_add(&sum, quantity_value(r, item)))
            return 0;
        list->parts[list->count++] = item;
        list->sums[list->count] = sum;
        if (next == SIZE_MAX)
            break;
        end = next_end;
    }
    return list->count;
}

/* What stands between the whole and the first mark says that its parts follow. */
static bool is_introduced(struct str lead)
{
    return words_has(lead, "其中 包括 包含 分为 分别 具体 如下 构成 组成") ||
           str_ends(lead, STR(":"));
}

static bool is_rest(const struct quantity_reader *r, const struct quantity_list *list)
{
    struct str label = quantity_label(r, list->parts[list->count - 1]);
    label =
        str_sub(label, words_starts(label, "二是 三是 四是 五是 六是 七是 八是 是 通过"), label.n);
    return words_starts(label, "其他 其它 其余") != 0;
}

/* The count right before the first member, with nothing counted between. */
static size_t find_whole(const struct quantity_reader *r, size_t mark)
{
    for (size_t i = r->out->count; i-- > 0;) {
        const struct quantity *q = quantity_item(r, i);
        if (quantity_end(q) > mark || q->class == QUANTITY_PERCENT || q->class == QUANTITY_KINDS)
            continue;
        return quantity_counts(q) && !q->comparison && !q->approximate && r->depth[q->at] == 0 &&
                       mark - quantity_end(q) <= LEAD_MAX
                   ? i
                   : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* The list that was read of a whole, NULL for none. */
static struct quantity_statement *list_of(const struct quantity_reader *r, size_t whole)
{
    for (size_t k = 0; k < r->out->statement_count; k++)
        if (r->out->statements[k].whole == whole && r->out->statements[k].part_count > 1)
            return &r->out->statements[k];
    return NULL;
}

static void read_list(struct quantity_reader *r, enum style style, size_t mark)
{
    struct quantity_list list = { .count = 0 };
    size_t whole = find_whole(r, mark);
    char first[16];
    if (whole == SIZE_MAX)
        return;
    struct quantity_statement *known = list_of(r, whole);
    if (known && known->relation != QUANTITY_OPEN && known->relation != QUANTITY_AMBIGUOUS)
        return;
    if (collect(r, style, whole, mark + write_mark(first, style, 0), &list) < 2)
        return;
    struct str lead = quantity_text(r, quantity_end(quantity_item(r, whole)), mark);
    unsigned kind = quantity_kind(r, list.parts[0]);
    bool introduced = is_introduced(lead) || (kind && quantity_has_kind(r, whole, kind));
    int order = decimal_cmp(list.sums[list.count], quantity_value(r, whole));
    if (order < 0 && (!introduced || !is_rest(r, &list) || words_has(lead, "主要 重点")))
        return; /* nothing says that all of them are told */
    if (order > 0 && !introduced && (list.count < 3 || !quantity_is_slip_of(r, &list, whole)))
        return;
    if (known) { /* it ended too early */
        known->relation = QUANTITY_AMBIGUOUS;
        known->reason = "list-end";
    }
    quantity_append_statement(r, whole, list.parts, list.count, list.sums[list.count],
                              order < 0   ? QUANTITY_SHORT
                              : order > 0 ? QUANTITY_OVER
                                          : QUANTITY_HOLDS);
}

/* The way in which a number at byte i, 1 or 一, begins a numbering; STYLES for none. */
static enum style style_at(struct str text, size_t i)
{
    bool bracket = i > 0 && text.p[i - 1] == '(';
    size_t mark = i - bracket;
    if (!is_opening(text, mark))
        return STYLES;
    bool digit = text.p[i] == '1';
    struct str behind = str_sub(text, i + (digit ? 1 : STR("一").n), text.n);
    if (bracket)
        return !str_starts(behind, STR(")")) ? STYLES : digit ? STYLE_DIGIT_BRACKET : STYLE_BRACKET;
    if (!digit)
        return str_starts(behind, STR("是")) ? STYLE_IS : STYLES;
    if (behind.n > 1 && behind.p[0] == '.' && (behind.p[1] < '0' || behind.p[1] > '9'))
        return STYLE_DOT;
    return str_starts(behind, STR("、")) ? STYLE_PAUSE : STYLES;
}

void quantity_find_numbered(struct quantity_reader *r)
{
    struct str text = r->text;
    if (r->out->count < 3)
        return;
    for (size_t i = 0; (i = quantity_point(r, POINT_NUMBER, i, text.n)) < text.n; i++) {
        if (text.p[i] != '1' && !str_starts(str_sub(text, i, text.n), STR("一")))
            continue;
        enum style style = style_at(text, i);
        if (style != STYLES)
            read_list(r, style, i - (style == STYLE_BRACKET || style == STYLE_DIGIT_BRACKET));
    }
}
