/* carriers_attach.c - attachments: files without a page, and the page that names them; see carriers_attach.h. */
#include "office/carriers_attach.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "office/carriers_link.h"
#include "read/read.h"

struct attached {
    struct str name; /* as a person reads it */
    size_t at;       /* in the list */
};

struct linking {
    struct carriers_file *list;
    struct attached *attached; /* by name */
    size_t n;
    size_t *page;   /* by group: the page that is to have it, or NOBODY */
    size_t *fewest; /* by group: how many that one names */
    size_t *named;  /* groups that the page at hand names */
    size_t named_count;
    size_t at; /* that page */
    struct strbuf name;
};

enum { MOST_ATTACHED = 8 }; /* a page that names more is a list of reports */
#define NOBODY SIZE_MAX

static int by_name(const void *p, const void *q)
{
    const struct attached *a = p;
    const struct attached *b = q;
    int order = str_cmp(a->name, b->name);
    return order ? order : (a->at > b->at) - (a->at < b->at);
}

static void add_named(struct linking *l, size_t group)
{
    for (size_t i = 0; i < l->named_count; i++)
        if (l->named[i] == group)
            return;
    if (l->named_count <= MOST_ATTACHED)
        l->named[l->named_count++] = group;
}

/* Files beside the page or below it that bear the name. */
static void on_link(void *user, struct str href)
{
    struct linking *l = user;
    strbuf_clear(&l->name);
    carriers_link_name(&l->name, href);
    struct str name = strbuf_view(&l->name);
    size_t low = 0;
    size_t high = name.n ? l->n : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(l->attached[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; name.n && low < l->n && str_eq(l->attached[low].name, name); low++) {
        const struct carriers_file *file = &l->list[l->attached[low].at];
        if (str_starts(file->folder, l->list[l->at].folder))
            add_named(l, file->group);
    }
}

static bool has_attached_below(const struct linking *l, struct str folder)
{
    for (size_t i = 0; i < l->n; i++)
        if (str_starts(l->list[l->attached[i].at].folder, folder))
            return true;
    return false;
}

/* Of several pages the one that names the fewest has a file: others are lists. */
static void read_links(struct linking *l, size_t at, struct strbuf *bytes)
{
    const char *path = l->list[at].path.p;
    l->at = at;
    l->named_count = 0;
    strbuf_clear(bytes);
    if (!has_attached_below(l, l->list[at].folder) || read_bytes(bytes, path, path, NULL) != 0)
        return;
    carriers_link_each(strbuf_view(bytes), on_link, l);
    if (l->named_count > MOST_ATTACHED)
        return;
    for (size_t i = 0; i < l->named_count; i++) {
        size_t group = l->named[i];
        if (l->page[group] != NOBODY && l->fewest[group] <= l->named_count)
            continue;
        l->page[group] = at;
        l->fewest[group] = l->named_count;
    }
}

/* What belongs to no page by its name. */
static void collect_attached(struct linking *l, size_t n, struct strbuf *names)
{
    bool *paged = mem_zero(n + 1, sizeof *paged);
    for (size_t i = 0; i < n; i++)
        paged[l->list[i].group] = paged[l->list[i].group] || l->list[i].rank == 0;
    for (size_t i = 0; i < n; i++) {
        if (paged[l->list[i].group])
            continue;
        size_t from = names->n;
        file_shown(names, str_sub(l->list[i].path, l->list[i].folder.n, l->list[i].path.n));
        l->attached[l->n++] = (struct attached){ { NULL, names->n - from }, i };
    }
    for (size_t i = 0, from = 0; i < l->n; from += l->attached[i++].name.n)
        l->attached[i].name.p = names->p + from;
    if (l->n > 1)
        qsort(l->attached, l->n, sizeof *l->attached, by_name);
    free(paged);
}

void carriers_attach(struct carriers_file *list, size_t n)
{
    struct linking l = { .list = list };
    struct strbuf names = { 0 }, bytes = { 0 };
    l.attached = mem_zero(n + 1, sizeof *l.attached);
    l.page = mem_zero(n + 1, sizeof *l.page);
    l.fewest = mem_zero(n + 1, sizeof *l.fewest);
    l.named = mem_zero(MOST_ATTACHED + 1, sizeof *l.named);
    collect_attached(&l, n, &names);
    for (size_t i = 0; i < n; i++)
        l.page[i] = NOBODY;
    for (size_t i = 0; i < n; i++)
        if (list[i].rank == 0 && !file_is_special(list[i].path.p))
            read_links(&l, i, &bytes);
    for (size_t i = 0; i < l.n; i++) {
        struct carriers_file *file = &list[l.attached[i].at];
        if (l.page[file->group] != NOBODY)
            file->group = list[l.page[file->group]].group;
    }
    strbuf_free(&l.name);
    strbuf_free(&names);
    strbuf_free(&bytes);
    free(l.attached);
    free(l.page);
    free(l.fewest);
    free(l.named);
}
