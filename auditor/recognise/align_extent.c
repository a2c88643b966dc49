/* align_extent.c - from where to where a table reaches in the stream: its header lies above its
 * first row, perhaps in another grid, and ends where other text or other values begin. */
#include "recognise/align.h"

enum {
    ABOVE = 90, /* items looked at above the first row */
    APART = 8   /* unknown texts between two known labels of a header */
};

static uint32_t first_of(const struct alignment *a, uint32_t *end)
{
    uint32_t first = UINT32_MAX;
    *end = 0;
    for (size_t r = 0; r < a->t->row_count; r++) {
        if (a->rows[r].record < 0)
            continue;
        const struct record *rec = &a->s->records[a->rows[r].record];
        uint32_t at = a->rows[r].label < 0 ? rec->first : (uint32_t)a->rows[r].label;
        first = at < first ? at : first;
        *end = rec->end > *end ? rec->end : *end;
    }
    return first;
}

void align_extent(struct alignment *a)
{
    const struct stream *s = a->s;
    uint32_t first = first_of(a, &a->end_item);
    unsigned apart = 0;
    if (a->downward)
        return;
    if (first == UINT32_MAX)
        first = 0;
    a->first_item = first;
    for (uint32_t i = first, n = 0; i-- > 0 && n < ABOVE && apart <= APART; n++) {
        const struct item *item = &s->items[i];
        if (!align_sees(a, item))
            continue;
        bool known = align_any_use(a, item);
        /* a number before its own row */
        bool serial = item->record == s->items[first].record || i + 1 == first;
        if ((item->kind == ITEM_VALUE && !serial) || (!known && item->text.n > 120))
            break;
        if (known) {
            a->first_item = i;
            apart = 0;
        } else {
            apart += item->kind == ITEM_TEXT;
        }
    }
    for (size_t e = 0; e < a->extra_count; e++) {
        uint32_t end = s->records[a->extra[e]].end;
        a->end_item = end > a->end_item ? end : a->end_item;
    }
}
