/* lineage.c - see lineage.h. */
#include "office/lineage.h"

#include <stdlib.h>

#include "base/mem.h"

static void make_key(struct strbuf *key, struct str code, int year)
{
    strbuf_fmt(key, "%d ", year);
    strbuf_str(key, code);
}

static void add(struct lineage *l, const struct agency_register *all, size_t agency, int year)
{
    int then = register_in_year(all, (int)agency, year);
    struct strbuf key = { 0 };
    if (then < 0 || (size_t)then == agency)
        return;
    make_key(&key, all->agencies[agency].code, year);
    l->codes = mem_grow(l->codes, l->n, &l->cap, sizeof *l->codes);
    l->codes[l->n] = arena_str(l->arena, all->agencies[then].code);
    map_add(&l->numbers, arena_str(l->arena, strbuf_view(&key)), (uint32_t)l->n++);
    strbuf_free(&key);
}

int lineage_load(struct lineage *out, const struct office *office, const int *years, size_t n,
                 struct error *err)
{
    struct agency_register *all = NULL;
    *out = (struct lineage){ 0 };
    int rc = office_register(&all, office, err);
    if (rc)
        return rc;
    out->arena = arena_new();
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < n; k++)
            add(out, all, i, years[k]);
    register_free(all);
    return 0;
}

void lineage_free(struct lineage *l)
{
    map_free(&l->numbers);
    free(l->codes);
    arena_free(l->arena);
    *l = (struct lineage){ 0 };
}

struct str lineage_code(const struct lineage *l, struct str code, int year)
{
    struct strbuf key = { 0 };
    if (l->n == 0)
        return code;
    make_key(&key, code, year);
    size_t number = map_get(&l->numbers, strbuf_view(&key));
    strbuf_free(&key);
    return number == SIZE_MAX ? code : l->codes[number];
}
