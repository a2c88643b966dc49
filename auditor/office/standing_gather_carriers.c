/* standing_gather_carriers.c - other files of the report that counts; see standing_gather_inner.h. */
#include <stdlib.h>

#include "document/snapshot.h"
#include "office/carriers.h"
#include "office/carriers_link.h"
#include "office/standing_gather_inner.h"
#include "read/kind.h"

static int by_worth(const void *p, const void *q)
{
    const struct gathered_report *a = p;
    const struct gathered_report *b = q;
    enum kind x = kind_by_name(a->path), y = kind_by_name(b->path);
    return x != y ? (x < y ? -1 : 1) : str_cmp(a->path, b->path);
}

static bool is_unread(const struct gathered_report *s)
{
    return str_eq_c(s->kind, "unreadable");
}

static void add_carrier(struct gathered *g, const struct gathering *all,
                        const struct gathered_report *s)
{
    struct standing_other other = { .role = STANDING_CARRIER,
                                    .year = all->run->year,
                                    .code = g->agency->code,
                                    .name = g->agency->name,
                                    .level = g->agency->level };
    other.file.label = s->path;
    gather_add(g, all, other, s);
}

/* Beside the page or below it. */
static bool may_hang_on(const struct gathered_report *s, const struct gathered_report *page)
{
    size_t folder = page->path.n;
    while (folder > 0 && page->path.p[folder - 1] != '/')
        folder--;
    return str_starts(s->path, str_sub(page->path, 0, folder));
}

/* Attachments that cannot be read bear no agency: the page that counts names them. */
static int gather_unread(struct gathered *g, const struct gathering *all, struct error *err)
{
    struct strbuf bytes = { 0 };
    struct doc *page = NULL;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < all->unread_count; i++) {
        const struct gathered_report *s = &all->unread[i];
        if (!may_hang_on(s, &g->own))
            continue;
        if (!page)
            rc = store_snapshot(all->run->store, g->own.document, &bytes, err);
        if (rc == 0 && !page && doc_load(&page, strbuf_view(&bytes), NULL) != 0)
            break; /* of another version: the assessment that renews it comes first */
        if (page && page->format != DOC_HTML)
            break;
        if (rc == 0 && carriers_link_in(page, s->path))
            add_carrier(g, all, s);
    }
    doc_free(page);
    strbuf_free(&bytes);
    return rc;
}

int gather_carriers(struct gathered *g, const struct gathering *all, struct gathered_list *lost,
                    struct error *err)
{
    int year = all->run->year;
    if (!gather_counts(&g->own, year))
        return 0;
    if (lost->n > 1)
        qsort(lost->list, lost->n, sizeof *lost->list, by_worth);
    for (size_t i = 0; i < lost->n; i++) {
        const struct gathered_report *s = &lost->list[i];
        if (gather_counts(s, year) || (is_unread(s) && carriers_same_stem(s->path, g->own.path)))
            add_carrier(g, all, s);
    }
    return gather_unread(g, all, err);
}
