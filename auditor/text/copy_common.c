/*
 * copy_common.c - the passages that two texts share, letter by letter; see copy.h.
 *
 * Every run of SEED letters of b is noted in a table; a is walked through from the left, and where a run of
 * it is known, the longest passage that begins there is taken. Greedy is right here: a passage that
 * a copier took over whole is longer than what stands in it by chance.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "text/copy.h"

enum {
    SEED = 8,   /* letters that must agree before a place is looked at */
    PLACES = 32 /* of one run in b; a refrain is not followed to all its places */
};

struct table {
    uint32_t *first; /* by hash: place in b + 1; 0 none */
    uint32_t *next;  /* by place: the next place with this hash, + 1 */
    size_t mask;
};

static uint64_t hash_run(const struct copy_letter *p)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (int i = 0; i < SEED; i++) {
        if (p[i].c == 0)
            return 0; /* no passage reaches over the end of a paragraph */
        h = (h ^ p[i].c) * UINT64_C(1099511628211);
    }
    h ^= h >> 29;
    return h | 1;
}

static void table_make(struct table *t, const struct copy_text *b)
{
    size_t size = 64;
    while (size < b->n * 2)
        size *= 2;
    t->mask = size - 1;
    t->first = mem_zero(size, sizeof *t->first);
    t->next = mem_zero(b->n + 1, sizeof *t->next);
    for (size_t i = b->n >= SEED ? b->n - SEED + 1 : 0; i-- > 0;) {
        uint64_t h = hash_run(b->letters + i);
        if (h == 0)
            continue;
        t->next[i] = t->first[h & t->mask];
        t->first[h & t->mask] = (uint32_t)i + 1;
    }
}

static size_t same(const struct copy_text *a, size_t i, const struct copy_text *b, size_t k)
{
    size_t n = 0;
    while (i + n < a->n && k + n < b->n && a->letters[i + n].c == b->letters[k + n].c &&
           a->letters[i + n].c != 0)
        n++;
    return n;
}

/* The longest passage of b that begins as a does at i. `near` is where the one before ended in b: of
 * equally long ones that which goes on there is the copy. */
static size_t longest(const struct table *t, const struct copy_text *a, size_t i,
                      const struct copy_text *b, size_t near, size_t *where)
{
    size_t best = 0;
    uint64_t h = i + SEED <= a->n ? hash_run(a->letters + i) : 0;
    size_t k = h ? t->first[h & t->mask] : 0;
    for (int seen = 0; k && seen < PLACES; k = t->next[k - 1], seen++) {
        size_t n = same(a, i, b, k - 1);
        bool nearer = n == best && k - 1 >= near && (*where < near || k - 1 < *where);
        if (n >= SEED && (n > best || nearer)) {
            best = n;
            *where = k - 1;
        }
    }
    return best;
}

static size_t own_letters(const struct copy_text *text, size_t from, size_t n)
{
    size_t own = 0;
    for (size_t i = from; i < from + n; i++)
        own += text->letters[i].c != 0 && !text->letters[i].stock;
    return own;
}

/* Within one paragraph on both sides, and close to each other: a word between them was changed. */
static bool joins(const struct copy_passage *p, size_t i, size_t k, const struct copy_text *a,
                  const struct copy_text *b)
{
    if (k < p->b + p->b_len || i - (p->a + p->a_len) > COPY_JOIN ||
        k - (p->b + p->b_len) > COPY_JOIN)
        return false;
    for (size_t x = p->a + p->a_len; x < i; x++)
        if (a->letters[x].c == 0)
            return false;
    for (size_t x = p->b + p->b_len; x < k; x++)
        if (b->letters[x].c == 0)
            return false;
    return true;
}

enum { FIGURES_MIN = 3 };

bool copy_by_figures(const struct copy_passage *passage)
{
    return passage->same >= FIGURES_MIN && passage->other == 0 && passage->a_len >= COPY_SHORTEST;
}

/* Telling figures of a stretch that agrees letter by letter. */
static void count_figures(struct copy_passage *p, const struct copy_text *a, size_t i,
                          const struct copy_text *b, size_t k, size_t n)
{
    for (size_t x = 0; x < n; x++) {
        uint32_t one = a->letters[i + x].figure;
        uint32_t two = b->letters[k + x].figure;
        p->same += one && one == two;
        p->other += one != two;
    }
}

/* Of the passages found the ones that are long enough in own letters. */
static size_t keep_long(struct copy_passage *list, size_t n, const struct copy_text *a)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        list[i].own = own_letters(a, list[i].a, list[i].a_len);
        if (list[i].own >= COPY_SHORTEST || copy_by_figures(&list[i]))
            list[kept++] = list[i];
    }
    return kept;
}

void copy_common(struct copy_passage **out, size_t *n, const struct copy_text *a,
                 const struct copy_text *b)
{
    struct copy_passage *list = NULL;
    size_t count = 0, cap = 0, near = 0;
    struct table t;
    table_make(&t, b);
    for (size_t i = 0; i < a->n;) {
        size_t k = 0;
        size_t len = longest(&t, a, i, b, near, &k);
        if (len == 0) {
            i++;
            continue;
        }
        struct copy_passage *last = count ? &list[count - 1] : NULL;
        if (last && joins(last, i, k, a, b)) {
            last->a_len = i + len - last->a;
            last->b_len = k + len - last->b;
        } else {
            list = mem_grow(list, count, &cap, sizeof *list);
            list[count++] = (struct copy_passage){ .a = i, .a_len = len, .b = k, .b_len = len };
        }
        count_figures(&list[count - 1], a, i, b, k, len);
        i += len;
        near = k + len;
    }
    free(t.first);
    free(t.next);
    *n = keep_long(list, count, a);
    *out = list;
}
