/* align_rows.c - rows whose labels are exact: a chain through the stream, in the form's order. */
#include "base/arena.h"
#include "base/mem.h"
#include "recognise/align.h"

#include <stdlib.h>

enum {
    EXACT = 100,
    ORDINAL = 30,
    VALUES = 40, /* numbers stand behind it */
    BLANKS = 20,
    NO_CELLS = -60,
    STEP = 2,     /* lost for every record passed over */
    MOST = 200000 /* labels looked at, of one table */
};

struct node {
    uint32_t item;
    uint16_t row;
    int score; /* of the best chain that ends here */
    int prev;
};

struct nodes {
    struct node *list;
    size_t n, cap;
};

/* How well an item stands for a row as the label of its record; 0: not at all. */
static int weight(const struct alignment *a, uint32_t at, const struct form_line *row)
{
    const struct stream *s = a->s;
    const struct item *item = &s->items[at];
    const struct record *r = &s->records[item->record];
    int score = EXACT + (row->ordinal != 0 && item->ordinal == row->ordinal ? ORDINAL : 0);
    bool values = false, blanks = false;
    for (uint32_t i = at + 1; i < r->end; i++) {
        const struct item *next = &s->items[i];
        if (next->kind == ITEM_TEXT && align_any_use(a, next))
            return values ? score : 0; /* a header, or the label of a group */
        values |= next->kind == ITEM_VALUE;
        blanks |= next->kind == ITEM_BLANK;
    }
    if (values)
        return score + VALUES;
    if (blanks)
        return score + BLANKS;
    return r->end > at + 1 ? score : score + NO_CELLS;
}

static void collect(const struct alignment *a, struct nodes *out)
{
    const struct stream *s = a->s;
    for (size_t k = 0; k < s->known_count && out->n < MOST; k++) {
        uint32_t i = s->known[k];
        const struct item *item = &s->items[i];
        if (!align_sees(a, item))
            continue;
        const struct word *w = item->word[a->form];
        for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
            if (u->table != a->table || u->role != WORD_ROW)
                continue;
            int score = weight(a, i, &a->t->rows[u->index]);
            if (score <= 0)
                continue;
            out->list = mem_grow(out->list, out->n, &out->cap, sizeof(*out->list));
            out->list[out->n++] = (struct node){ i, u->index, score, -1 };
        }
    }
}

/* Best chain that ends in each row so far. Passing over a record costs the same wherever it lies,
 * so chains are compared by score plus STEP for every record before them. */
struct best {
    int node;
    int64_t key;
};

static int chain(const struct alignment *a, struct nodes *nodes)
{
    struct best best[ALIGN_LINES];
    int last = -1;
    for (size_t r = 0; r < a->t->row_count; r++)
        best[r] = (struct best){ -1, 0 };
    for (size_t i = 0; i < nodes->n; i++) {
        struct node *n = &nodes->list[i];
        uint32_t record = a->s->items[n->item].record;
        int64_t way = (int64_t)STEP * record;
        int own = n->score;
        for (size_t r = 0; r < n->row; r++) {
            if (best[r].node < 0 || a->s->items[nodes->list[best[r].node].item].record == record)
                continue;
            int64_t joined = best[r].key - way + own;
            if (joined > n->score) {
                n->score = (int)joined;
                n->prev = best[r].node;
            }
        }
        if (best[n->row].node < 0 || n->score + way > best[n->row].key)
            best[n->row] = (struct best){ (int)i, n->score + way };
        if (last < 0 || n->score > nodes->list[last].score)
            last = (int)i;
    }
    return last;
}

bool align_rows(struct alignment *a)
{
    struct nodes nodes = { 0 };
    size_t found = 0;
    for (size_t r = 0; r < a->t->row_count; r++)
        a->rows[r] = (struct align_row){ -1, -1, false, false };
    collect(a, &nodes);
    for (int i = chain(a, &nodes); i >= 0; i = nodes.list[i].prev) {
        const struct node *n = &nodes.list[i];
        a->rows[n->row] =
            (struct align_row){ (int)a->s->items[n->item].record, (int)n->item, true, false };
        found++;
    }
    free(nodes.list);
    /* a page that is cut off within a table still has its first rows */
    bool opening = a->t->row_count > 2 && a->rows[0].record >= 0 && a->rows[1].record >= 0;
    return found >= 2 && (opening || found * 4 >= a->t->row_count);
}
