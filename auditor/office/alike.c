/* alike.c - see alike.h. */
#include "office/alike.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

static int take_marks(void *user, const struct store_marks *row)
{
    struct alike *alike = user;
    int agency = register_by_code(alike->agencies, row->agency);
    if (agency < 0 || alike->marks[agency])
        return 0;
    size_t n = row->marks.n / 4;
    uint32_t *marks = mem_alloc((n + 1) * sizeof *marks);
    for (size_t i = 0; i < n; i++) {
        const unsigned char *p = (const unsigned char *)row->marks.p + 4 * i;
        marks[i] = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    }
    alike->marks[agency] = marks;
    alike->mark_counts[agency] = n;
    return 0;
}

/* Numbers for parents and groups; a parent's code and a group's name are told apart by their first byte. */
static void number_families(struct alike *alike)
{
    struct map numbers = { 0 };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < alike->agencies->n; i++) {
        const struct agency *a = &alike->agencies->agencies[i];
        struct str key = a->parent.n ? arena_fmt(arena, "p%.*s", STR_ARG(a->parent))
                                     : arena_fmt(arena, "g%.*s", STR_ARG(a->group));
        size_t known = map_add(&numbers, key, (uint32_t)numbers.n);
        alike->families[i] = known == SIZE_MAX ? (uint32_t)numbers.n - 1 : (uint32_t)known;
    }
    map_free(&numbers);
    arena_free(arena);
}

/* The pairs by both their sides. */
static void index_pairs(struct alike *alike, const size_t *agency_of)
{
    const struct copy_field *f = &alike->field;
    size_t n = alike->agencies->n;
    alike->pairs = mem_alloc((2 * f->pair_count + 1) * sizeof *alike->pairs);
    alike->pair_first = mem_zero(n + 2, sizeof *alike->pair_first);
    size_t *first = alike->pair_first;
    for (size_t i = 0; i < f->pair_count; i++) {
        first[agency_of[f->pairs[i].a] + 2]++;
        first[agency_of[f->pairs[i].b] + 2]++;
    }
    for (size_t i = 0; i < n; i++)
        first[i + 2] += first[i + 1];
    for (size_t i = 0; i < f->pair_count; i++) {
        uint32_t a = (uint32_t)agency_of[f->pairs[i].a];
        uint32_t b = (uint32_t)agency_of[f->pairs[i].b];
        alike->pairs[first[a + 1]++] = (struct copy_pair){ a, b, f->pairs[i].shared };
        alike->pairs[first[b + 1]++] = (struct copy_pair){ b, a, f->pairs[i].shared };
    }
}

static void compare(struct alike *alike)
{
    size_t n = alike->agencies->n, reports = 0;
    struct copy_report *list = mem_zero(n + 1, sizeof *list);
    size_t *agency_of = mem_zero(n + 1, sizeof *agency_of);
    for (size_t i = 0; i < n; i++)
        if (alike->marks[i]) {
            agency_of[reports] = i;
            list[reports++] =
                (struct copy_report){ alike->marks[i], alike->mark_counts[i], alike->families[i] };
        }
    copy_compare(&alike->field, list, reports);
    index_pairs(alike, agency_of);
    free(agency_of);
    free(list);
}

int alike_open(struct alike *alike, struct store *store, int64_t assessment,
               const struct agency_register *agencies, struct error *err)
{
    size_t n = agencies->n + 1;
    *alike = (struct alike){ .agencies = agencies };
    alike->marks = mem_zero(n, sizeof *alike->marks);
    alike->mark_counts = mem_zero(n, sizeof *alike->mark_counts);
    alike->families = mem_zero(n, sizeof *alike->families);
    int rc = store_marks(store, assessment, take_marks, alike, err);
    if (rc == 0) {
        number_families(alike);
        compare(alike);
    }
    return rc;
}

void alike_close(struct alike *alike)
{
    for (size_t i = 0; alike->marks && i < alike->agencies->n; i++)
        free(alike->marks[i]);
    free(alike->marks);
    free(alike->mark_counts);
    free(alike->families);
    free(alike->pair_first);
    free(alike->pairs);
    copy_field_free(&alike->field);
    *alike = (struct alike){ 0 };
}

void alike_stock(uint32_t **out, size_t *n, const struct alike *alike, size_t agency)
{
    uint32_t *all;
    size_t count, kept = 0;
    copy_stock_of(&all, &count, &alike->field, alike->families[agency]);
    for (size_t i = 0; i < count; i++)
        if (bsearch(&all[i], alike->marks[agency], alike->mark_counts[agency], sizeof *all,
                    copy_by_mark))
            all[kept++] = all[i];
    *out = all;
    *n = kept;
}
