/*
 * copy_field.c - all reports of a year compared by their marks; see copy.h.
 *
 * All marks are sorted by value, so that reports which share one stand side by side. A mark that many have is
 * stock and is dropped; the others are counted for every pair of the few reports that have them. The
 * cost grows with what is shared, not with the square of the number of reports.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "text/copy.h"

enum { STOCK_MIN = 5, STOCK_MAX = 30 };

struct sighting {
    uint32_t mark;
    uint32_t report;
};

/* Sorted by counting, two passes of 16 bits: sightings of one mark keep the order of reports. */
static void sort_sightings(struct sighting *list, struct sighting *spare, size_t n)
{
    enum { BITS = 16, SLOTS = 1 << BITS };
    size_t *slots = mem_alloc((SLOTS + 1) * sizeof *slots);
    for (int shift = 0; shift < 32; shift += BITS) {
        memset(slots, 0, (SLOTS + 1) * sizeof *slots);
        for (size_t i = 0; i < n; i++)
            slots[(list[i].mark >> shift & (SLOTS - 1)) + 1]++;
        for (size_t i = 0; i < SLOTS; i++)
            slots[i + 1] += slots[i];
        for (size_t i = 0; i < n; i++)
            spare[slots[list[i].mark >> shift & (SLOTS - 1)]++] = list[i];
        struct sighting *other = list;
        list = spare;
        spare = other;
    }
    free(slots); /* an even number of passes: the result is in the caller's list */
}

struct work {
    const struct copy_report *reports;
    size_t n;
    struct sighting *all;
    size_t count;
    uint32_t *family_size; /* by family number */
    uint32_t *family_seen; /* of the mark at hand */
    size_t families;
    struct copy_field *out;
    size_t stock_cap, family_cap;
    /* The marks that are left, as lists: report by report, where each of its lists begins in all[]. */
    uint32_t *first_of; /* by report: into lists[] */
    uint32_t *lists;    /* sighting at which the mark's list begins */
};

static size_t stock_limit(size_t n, size_t part)
{
    size_t limit = n / part;
    return limit < STOCK_MIN ? STOCK_MIN : limit;
}

static size_t common_limit(size_t n)
{
    size_t limit = stock_limit(n, 10);
    return limit > STOCK_MAX ? STOCK_MAX : limit;
}

static void add_family_stock(struct work *w, uint32_t family, uint32_t mark)
{
    struct copy_field *f = w->out;
    f->family_stock =
        mem_grow(f->family_stock, f->family_stock_count, &w->family_cap, sizeof *f->family_stock);
    f->family_stock[f->family_stock_count++] = (uint64_t)family << 32 | mark;
}

/* Takes what is stock out of the sightings [from, to) of one mark; returns how many are left, moved to
 * `kept`. */
static size_t sift(struct work *w, size_t from, size_t to, size_t kept)
{
    uint32_t mark = w->all[from].mark;
    if (to - from > common_limit(w->n)) {
        struct copy_field *f = w->out;
        f->stock = mem_grow(f->stock, f->stock_count, &w->stock_cap, sizeof *f->stock);
        f->stock[f->stock_count++] = mark;
        return 0;
    }
    for (size_t i = from; i < to; i++)
        w->family_seen[w->reports[w->all[i].report].family]++;
    size_t left = 0;
    for (size_t i = from; i < to; i++) {
        uint32_t family = w->reports[w->all[i].report].family;
        uint32_t seen = w->family_seen[family] & ~UINT32_C(0x80000000);
        if (seen <= stock_limit(w->family_size[family], 3)) {
            w->all[kept + left++] = w->all[i];
        } else if (seen == w->family_seen[family]) { /* once for a family */
            w->family_seen[family] |= UINT32_C(0x80000000);
            add_family_stock(w, family, mark);
        }
    }
    return left;
}

static void forget_families(struct work *w, const uint32_t *reports, size_t n)
{
    for (size_t i = 0; i < n; i++)
        w->family_seen[w->reports[reports[i]].family] = 0;
}

/* Drops stock, and marks that only one report has. */
static void sift_all(struct work *w)
{
    uint32_t *touched = mem_alloc((STOCK_MAX + 1) * sizeof *touched);
    size_t kept = 0;
    for (size_t from = 0, to; from < w->count; from = to) {
        for (to = from + 1; to < w->count && w->all[to].mark == w->all[from].mark;)
            to++;
        if (to - from < 2)
            continue;
        size_t n = to - from <= STOCK_MAX ? to - from : 0;
        for (size_t i = 0; i < n; i++)
            touched[i] = w->all[from + i].report;
        size_t left = sift(w, from, to, kept);
        forget_families(w, touched, n);
        kept += left > 1 ? left : 0;
    }
    w->count = kept;
    free(touched);
}

/* For each report where the lists of its marks begin. */
static void index_lists(struct work *w)
{
    w->first_of = mem_zero(w->n + 2, sizeof *w->first_of);
    w->lists = mem_alloc((w->count + 1) * sizeof *w->lists);
    for (size_t i = 0; i < w->count; i++)
        w->first_of[w->all[i].report + 2]++;
    for (size_t i = 0; i < w->n; i++)
        w->first_of[i + 2] += w->first_of[i + 1];
    size_t begin = 0;
    for (size_t i = 0; i < w->count; i++) {
        if (w->all[i].mark != w->all[begin].mark)
            begin = i;
        w->lists[w->first_of[w->all[i].report + 1]++] = (uint32_t)begin;
    }
}

static int by_shared(const void *x, const void *y)
{
    const struct copy_pair *a = x;
    const struct copy_pair *b = y;
    if (a->shared != b->shared)
        return a->shared < b->shared ? 1 : -1;
    return (a->b > b->b) - (a->b < b->b);
}

static int by_reports(const void *x, const void *y)
{
    const struct copy_pair *a = x;
    const struct copy_pair *b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

struct counting {
    uint32_t *shared; /* by report */
    uint32_t *touched;
    struct copy_pair *near;
    size_t near_cap;
    size_t pair_cap;
};

/* The reports closest to report a. */
static size_t closest(struct work *w, struct counting *c, uint32_t a)
{
    size_t touched = 0, n = 0;
    for (uint32_t l = w->first_of[a]; l < w->first_of[a + 1]; l++)
        for (size_t i = w->lists[l]; i < w->count && w->all[i].mark == w->all[w->lists[l]].mark;
             i++) {
            uint32_t b = w->all[i].report;
            if (b == a)
                continue;
            if (c->shared[b] == 0)
                c->touched[touched++] = b;
            c->shared[b] += w->all[i].mark >> 31 ? COPY_FIGURES : 1;
        }
    for (size_t i = 0; i < touched; i++) {
        uint32_t b = c->touched[i];
        if (c->shared[b] >= COPY_SHARED) {
            c->near = mem_grow(c->near, n, &c->near_cap, sizeof *c->near);
            c->near[n++] = (struct copy_pair){ a, b, c->shared[b] };
        }
        c->shared[b] = 0;
    }
    if (n > 1)
        qsort(c->near, n, sizeof *c->near, by_shared);
    return n < COPY_CLOSEST ? n : COPY_CLOSEST;
}

static void pair_all(struct work *w)
{
    struct counting c = { .shared = mem_zero(w->n + 1, sizeof(uint32_t)),
                          .touched = mem_alloc((w->n + 1) * sizeof(uint32_t)) };
    struct copy_field *f = w->out;
    for (uint32_t a = 0; a < w->n; a++) {
        size_t n = closest(w, &c, a);
        for (size_t i = 0; i < n; i++) {
            f->pairs = mem_grow(f->pairs, f->pair_count, &c.pair_cap, sizeof *f->pairs);
            struct copy_pair p = c.near[i];
            if (p.b < p.a)
                p = (struct copy_pair){ p.b, p.a, p.shared };
            f->pairs[f->pair_count++] = p;
        }
    }
    if (f->pair_count > 1)
        qsort(f->pairs, f->pair_count, sizeof *f->pairs, by_reports);
    size_t kept = 0; /* a pair was found from both its sides */
    for (size_t i = 0; i < f->pair_count; i++)
        if (kept == 0 || by_reports(&f->pairs[kept - 1], &f->pairs[i]) != 0)
            f->pairs[kept++] = f->pairs[i];
    f->pair_count = kept;
    free(c.shared);
    free(c.touched);
    free(c.near);
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void gather(struct work *w)
{
    size_t total = 0;
    for (size_t i = 0; i < w->n; i++) {
        total += w->reports[i].n;
        if (w->reports[i].family >= w->families)
            w->families = (size_t)w->reports[i].family + 1;
    }
    w->family_size = mem_zero(w->families + 1, sizeof *w->family_size);
    w->family_seen = mem_zero(w->families + 1, sizeof *w->family_seen);
    w->all = mem_alloc((total + 1) * sizeof *w->all);
    for (size_t i = 0; i < w->n; i++) {
        w->family_size[w->reports[i].family]++;
        for (size_t k = 0; k < w->reports[i].n; k++)
            w->all[w->count++] = (struct sighting){ w->reports[i].marks[k], (uint32_t)i };
    }
    struct sighting *spare = mem_alloc((total + 1) * sizeof *spare);
    sort_sightings(w->all, spare, w->count);
    free(spare);
}

void copy_compare(struct copy_field *out, const struct copy_report *reports, size_t n)
{
    struct work w = { .reports = reports, .n = n, .out = out };
    *out = (struct copy_field){ 0 };
    gather(&w);
    sift_all(&w);
    if (out->family_stock_count > 1)
        qsort(out->family_stock, out->family_stock_count, sizeof *out->family_stock, by_number);
    index_lists(&w);
    pair_all(&w);
    free(w.all);
    free(w.family_size);
    free(w.family_seen);
    free(w.first_of);
    free(w.lists);
}

void copy_field_free(struct copy_field *field)
{
    free(field->pairs);
    free(field->stock);
    free(field->family_stock);
    *field = (struct copy_field){ 0 };
}

void copy_stock_of(uint32_t **out, size_t *n, const struct copy_field *field, uint32_t family)
{
    uint64_t from = (uint64_t)family << 32;
    size_t low = 0, high = field->family_stock_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (field->family_stock[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < field->family_stock_count && field->family_stock[end] >> 32 == family)
        end++;
    *n = field->stock_count + (end - low);
    *out = mem_alloc((*n + 1) * sizeof **out);
    if (field->stock_count)
        memcpy(*out, field->stock, field->stock_count * sizeof **out);
    for (size_t i = low; i < end; i++)
        (*out)[field->stock_count + i - low] = (uint32_t)field->family_stock[i];
    if (*n > 1)
        qsort(*out, *n, sizeof **out, copy_by_mark);
}
