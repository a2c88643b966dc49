/* quantity_hundred.c - percentages without counts that name the rest and so make a hundred: "咨询类占62.5%,求助类占21.3%,
 * 其他占16.2%"; see quantity_inner.h. */
#include "text/quantity_list.h"

enum { ROW_MIN = 3 };

/* Percentages from item first to item last. */
struct row {
    size_t first, last, count;
    struct decimal sum;
    bool rest;                 /* one of them is of 其他 */
    enum quantity_break usual; /* the mark between them */
};

static bool is_member(const struct quantity_reader *r, size_t i, const struct row *row)
{
    const struct quantity *p = quantity_item(r, i);
    struct str label = quantity_label(r, i);
    return !p->approximate && !p->comparison && p->value.value >= 0 && p->value.scale <= 2 &&
           (words_has(label, "占") || (row->count > 1 && label.n)) &&
           !words_has(label,
                      "约 近 超 逾 不足 增 降 升 率 较 高 低 分别 依次 各占 合计 共 两者 以上");
}

static bool add(const struct quantity_reader *r, size_t i, struct row *row)
{
    static struct words rest = WORDS("其他 其它 其余 剩余 余下");
    if (!is_member(r, i, row) || !quantity_add(&row->sum, quantity_item(r, i)->value))
        return false;
    row->last = i;
    row->count++;
    row->rest = row->rest || words_start_of(&rest, quantity_label(r, i));
    return true;
}

/* The percentages that follow each other in one sentence, with no counts but those in names between. */
static void read_row(const struct quantity_reader *r, size_t first, struct row *row)
{
    *row = (struct row){ .first = first, .last = first };
    for (size_t i = first; i < r->out->count; i++) {
        if (quantity_item(r, i)->class == QUANTITY_BARE && !quantity_is_bare(r, i))
            continue;
        enum quantity_break b =
            quantity_between(r, quantity_end(quantity_item(r, row->last)), quantity_item(r, i)->at);
        row->usual = row->count == 1 ? b : row->usual;
        if (quantity_item(r, i)->class != QUANTITY_PERCENT || b == BREAK_STOP ||
            (row->count && b > row->usual) ||
            r->depth[quantity_item(r, i)->at] != r->depth[quantity_item(r, first)->at] ||
            !add(r, i, row))
            return; /* behind a stronger mark it is divided once more */
    }
}

/* Those who answer may choose several. */
static bool is_choice(const struct quantity_reader *r, const struct row *row)
{
    size_t start = quantity_item(r, row->first)->at,
           end = quantity_end(quantity_item(r, row->last));
    enum { BEFORE = 240, BEHIND = 120 };
    struct str before = quantity_text(r, start > BEFORE ? start - BEFORE : 0, start);
    struct str behind = quantity_text(r, end, end + BEHIND < r->text.n ? end + BEHIND : r->text.n);
    return words_has(before, "问卷 调查 多选 受访 网民 测评 认为 了解 知晓") ||
           words_has(behind, "多选 重复 交叉");
}

/* The one of which a slip of the pen would make a hundred, else the largest. */
static size_t suspect(const struct quantity_reader *r, const struct row *row)
{
    size_t found = row->first, largest = row->first, slips = 0;
    for (size_t i = row->first; i <= row->last; i++) {
        struct decimal due = row->sum;
        if (quantity_item(r, i)->class != QUANTITY_PERCENT)
            continue;
        if (decimal_cmp(quantity_item(r, i)->value, quantity_item(r, largest)->value) > 0)
            largest = i;
        due.value = -due.value;
        if (!quantity_add(&due, (struct decimal){ 100, 0 }) ||
            !quantity_add(&due, quantity_item(r, i)->value) || due.value < 0 ||
            due.scale != quantity_item(r, i)->value.scale ||
            !quantity_is_slip(quantity_item(r, i)->value.value, due.value))
            continue;
        slips++;
        found = i;
    }
    return slips == 1 ? found : largest;
}

void quantity_find_hundreds(struct quantity_reader *r)
{
    for (size_t i = 0; i + ROW_MIN <= r->out->count; i++) {
        struct row row;
        if (quantity_item(r, i)->class != QUANTITY_PERCENT ||
            (i > 0 && quantity_counts(quantity_item(r, i - 1)) &&
             quantity_between(r, quantity_end(quantity_item(r, i - 1)), quantity_item(r, i)->at) <=
                 BREAK_COMMA &&
             quantity_label(r, i).n <= STR("占比为").n))
            continue; /* it is of that count */
        read_row(r, i, &row);
        if (row.count >= ROW_MIN && row.rest && !is_choice(r, &row))
            quantity_append_share(r, (struct quantity_share){ .percent = suspect(r, &row),
                                                              .part = row.first,
                                                              .whole = row.last,
                                                              .of = QUANTITY_HUNDRED,
                                                              .total = row.sum });
        i = row.last > i ? row.last : i;
    }
}
