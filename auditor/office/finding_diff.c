/* finding_diff.c - see finding_diff.h. */
#include "office/finding_diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static char *copy(struct str s)
{
    return mem_strndup(s.p, s.n);
}

static int take(void *user, const struct store_finding *f)
{
    struct finding_places *p = user;
    if (f->caused)
        return 0;
    p->list = mem_grow(p->list, p->n, &p->cap, sizeof *p->list);
    p->list[p->n++] = (struct finding_place){ .rule = copy(f->rule),
                                              .severity = copy(f->severity),
                                              .section = copy(f->section),
                                              .table = copy(f->table),
                                              .row = copy(f->row),
                                              .column = copy(f->column),
                                              .fingerprint = copy(f->fingerprint),
                                              .line = f->line };
    return 0;
}

static bool same(const struct finding_place *a, const struct finding_place *b, bool by_print)
{
    if (strcmp(a->rule, b->rule) != 0)
        return false;
    if (by_print)
        return strcmp(a->fingerprint, b->fingerprint) == 0;
    return strcmp(a->section, b->section) == 0 && strcmp(a->table, b->table) == 0 &&
           strcmp(a->row, b->row) == 0 && strcmp(a->column, b->column) == 0;
}

int finding_diff_make(struct finding_diff *out, struct store *store, int64_t before, int64_t after,
                      bool by_print, struct error *err)
{
    *out = (struct finding_diff){ 0 };
    int rc = before ? store_standing_findings(store, before, take, &out->before, err) : 0;
    if (rc == 0 && after)
        rc = store_standing_findings(store, after, take, &out->after, err);
    for (size_t i = 0; i < out->before.n; i++)
        for (size_t k = 0; k < out->after.n && !out->before.list[i].matched; k++)
            if (!out->after.list[k].matched &&
                same(&out->before.list[i], &out->after.list[k], by_print)) {
                out->before.list[i].matched = out->after.list[k].matched = true;
                out->same++;
            }
    return rc;
}

static void free_places(struct finding_places *p)
{
    for (size_t i = 0; i < p->n; i++) {
        free(p->list[i].rule);
        free(p->list[i].severity);
        free(p->list[i].section);
        free(p->list[i].table);
        free(p->list[i].row);
        free(p->list[i].column);
        free(p->list[i].fingerprint);
    }
    free(p->list);
}

void finding_diff_free(struct finding_diff *diff)
{
    free_places(&diff->before);
    free_places(&diff->after);
    *diff = (struct finding_diff){ 0 };
}
