/* align_downward.c - a table of one line whose labels were written downwards: on paper "结" stands above "果"
 * above "维" above "持", and as text every line holds a character of each label. The labels cannot be
 * put together again, but their characters are there, as often as the labels should be. */
#include <string.h>

#include "base/arena.h"
#include "recognise/align.h"

enum {
    CHARACTERS = 64, /* different ones in the labels */
    ABOVE = 120,     /* texts looked at above the values */
    SHARE = 85       /* of the characters due, in percent */
};

struct letters {
    uint32_t c[CHARACTERS];
    unsigned due[CHARACTERS], found[CHARACTERS];
    size_t n;
};

static void need(struct letters *l, struct str label, unsigned times)
{
    for (size_t i = 0; i < label.n;) {
        uint32_t c = str_next(label, &i);
        size_t k = 0;
        while (k < l->n && l->c[k] != c)
            k++;
        if (k == CHARACTERS)
            continue;
        if (k == l->n)
            l->c[l->n++] = c;
        l->due[k] += times;
    }
}

static void count(struct letters *l, struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = str_next(text, &i);
        for (size_t k = 0; k < l->n; k++)
            l->found[k] += l->c[k] == c;
    }
}

static bool enough(const struct letters *l)
{
    unsigned due = 0, there = 0;
    for (size_t k = 0; k < l->n; k++) {
        due += l->due[k];
        there += l->found[k] < l->due[k] ? l->found[k] : l->due[k];
    }
    return there * 100 >= due * SHARE;
}

/* The item from which on the texts before the values hold the characters of all labels of all rows; false: they do
 * not. */
static bool labels_above(const struct alignment *a, uint32_t values, uint32_t *first)
{
    const struct stream *s = a->s;
    struct letters l = { .n = 0 };
    for (size_t c = 0; c < a->t->column_count; c++)
        need(&l, a->t->columns[c].label, (unsigned)a->t->row_count);
    for (uint32_t i = values, n = 0; i-- > 0 && n < ABOVE; n++) {
        const struct item *item = &s->items[i];
        if (item->kind == ITEM_VALUE || item->hidden != s->items[values].hidden ||
            !align_sees(a, item))
            return false;
        if (item->kind == ITEM_TEXT)
            count(&l, item->text);
        *first = i;
        if (enough(&l))
            return true;
    }
    return false;
}

bool align_downward(struct alignment *a)
{
    const struct stream *s = a->s;
    size_t m = a->t->column_count, all = m * a->t->row_count;
    for (uint32_t k = 0; k < s->record_count; k++) {
        const struct record *r = &s->records[k];
        uint32_t items[2 * ALIGN_LINES];
        size_t n = 0;
        for (uint32_t i = r->first; i < r->end && n < 2 * ALIGN_LINES; i++)
            if (s->items[i].kind != ITEM_TEXT)
                items[n++] = i;
        if (!r->values || !align_sees_record(a, r) || n < all || !align_trim(a, items, &n, all) ||
            !labels_above(a, items[0], &a->first_item))
            continue;
        for (size_t row = 0; row < a->t->row_count; row++) {
            a->rows[row] = (struct align_row){ (int)k, -1, true, false };
            align_values(a, items + row * m, m, row);
        }
        a->downward = true;
        return true;
    }
    return false;
}
