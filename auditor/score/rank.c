/* rank.c - see rank.h. */
#include "score/rank.h"

#include <stdlib.h>

#include "base/map.h"

static int by_place(const void *a, const void *b)
{
    const struct rank_row *x = a;
    const struct rank_row *y = b;
    if (x->group_order != y->group_order)
        return x->group_order < y->group_order ? -1 : 1;
    if (x->ranked != y->ranked)
        return x->ranked ? -1 : 1;
    if (x->ranked && x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return str_cmp(x->code, y->code);
}

void rank_rows(struct rank_row *rows, size_t n)
{
    struct map groups = { 0 };
    for (size_t i = 0; i < n; i++) {
        size_t first = map_add(&groups, rows[i].group, (uint32_t)i);
        rows[i].group_order = first == SIZE_MAX ? i : first;
    }
    map_free(&groups);
    if (n > 1)
        qsort(rows, n, sizeof *rows, by_place);
    unsigned place = 0; /* rows of this group so far */
    for (size_t i = 0; i < n; i++) {
        bool same_group = i > 0 && rows[i].group_order == rows[i - 1].group_order;
        place = same_group ? place + 1 : 1;
        rows[i].rank = 0;
        if (!rows[i].ranked)
            continue;
        bool tie = same_group && rows[i - 1].ranked && rows[i - 1].score == rows[i].score;
        rows[i].rank = tie ? rows[i - 1].rank : place;
    }
}

void rank_top(struct rank_row *rows, size_t n, int64_t percent)
{
    for (size_t from = 0; from < n;) {
        size_t end = from;
        int64_t ranked = 0;
        for (; end < n && rows[end].group_order == rows[from].group_order; end++)
            ranked += rows[end].ranked;
        for (; from < end; from++)
            rows[from].top = rows[from].ranked && rows[from].worthy &&
                             (int64_t)rows[from].rank * 100000 <= ranked * percent;
    }
}
