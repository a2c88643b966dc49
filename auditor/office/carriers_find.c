/* carriers_find.c - which files are one report; see carriers.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/carriers.h"
#include "office/carriers_attach.h"
#include "read/kind.h"

enum { RANKS = KIND_OTHER + 1 };

struct carriers_entry {
    size_t first, n; /* of its group, in order */
    size_t at;       /* of the file itself */
};

/* Names */

static size_t folder_length(struct str path)
{
    while (path.n && path.p[path.n - 1] != '/')
        path.n--;
    return path.n;
}

static struct str stem_of(struct str path)
{
    size_t folder = folder_length(path);
    for (size_t n = path.n; n > folder + 1; n--)
        if (path.p[n - 1] == '.')
            return str_sub(path, 0, n - 1);
    return path;
}

bool carriers_same_stem(struct str a, struct str b)
{
    return str_eq(stem_of(a), stem_of(b));
}

/* Groups */

static int by_stem(const void *p, const void *q)
{
    const struct carriers_file *a = p;
    const struct carriers_file *b = q;
    int order = str_cmp(a->folder, b->folder);
    if (order == 0)
        order = str_cmp(a->stem, b->stem);
    if (order == 0 && a->rank != b->rank)
        order = a->rank < b->rank ? -1 : 1;
    if (order == 0)
        order = str_cmp(a->path, b->path);
    return order ? order : (a->file > b->file) - (a->file < b->file);
}

static int by_group(const void *p, const void *q)
{
    const struct carriers_file *a = p;
    const struct carriers_file *b = q;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    int order = str_cmp(a->path, b->path);
    return order ? order : (a->file > b->file) - (a->file < b->file);
}

/* How many from `first` on share the folder, or the stem. */
static size_t run_of(const struct carriers_file *list, size_t n, size_t first, bool stem)
{
    size_t end = first + 1;
    while (end < n && str_eq(list[end].folder, list[first].folder) &&
           (!stem || str_eq(list[end].stem, list[first].stem)))
        end++;
    return end - first;
}

static bool one_of_each(const struct carriers_file *list, size_t n)
{
    bool seen[RANKS] = { false };
    for (size_t i = 0; i < n; i++) {
        if (seen[list[i].rank])
            return false;
        seen[list[i].rank] = true;
    }
    return list[0].folder.n > 0;
}

static size_t whole_folder(struct carriers_file *list, size_t n, size_t first, size_t stem)
{
    size_t folder = run_of(list, n, first, false);
    bool whole = first == 0 || !str_eq(list[first - 1].folder, list[first].folder);
    return whole && folder > stem && one_of_each(list + first, folder) ? folder : stem;
}

static void group_by_name(struct carriers_file *list, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t end = i + whole_folder(list, n, i, run_of(list, n, i, true));
        for (size_t first = i; i < end; i++)
            list[i].group = first;
    }
}

static void note_groups(struct carriers *c, const struct carriers_file *list, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && list[end].group == list[i].group)
            end++;
        for (size_t first = i; i < end; i++) {
            c->order[i] = list[i].file;
            c->entries[list[i].file] = (struct carriers_entry){ first, end - first, i };
        }
    }
}

void carriers_find(struct carriers *out, const struct file_list *files)
{
    size_t n = files->n;
    struct carriers_file *list = mem_zero(n + 1, sizeof *list);
    *out = (struct carriers){ .files = files };
    out->entries = mem_zero(n + 1, sizeof *out->entries);
    out->order = mem_zero(n + 1, sizeof *out->order);
    for (size_t i = 0; i < n; i++) {
        struct str path = str_of(files->paths[i]);
        list[i] = (struct carriers_file){
            str_sub(path, 0, folder_length(path)), stem_of(path), path, kind_of_file(path.p), i, 0
        };
    }
    if (n > 1)
        qsort(list, n, sizeof *list, by_stem);
    group_by_name(list, n);
    carriers_attach(list, n);
    if (n > 1)
        qsort(list, n, sizeof *list, by_group);
    note_groups(out, list, n);
    free(list);
}

void carriers_free(struct carriers *carriers)
{
    free(carriers->entries);
    free(carriers->order);
    strbuf_free(&carriers->packed);
    *carriers = (struct carriers){ 0 };
}

void carriers_fill(struct carriers *c, size_t file, struct pipeline_job *job)
{
    const struct carriers_entry *e = &c->entries[file];
    strbuf_clear(&c->packed);
    for (size_t i = e->first; i < e->first + e->n; i++) {
        const char *path = c->files->paths[c->order[i]];
        if (i != e->at)
            strbuf_add(&c->packed, path, strlen(path) + 1);
    }
    job->carriers = strbuf_view(&c->packed);
    job->better = e->at - e->first;
}
