/* carriers.c - see carriers.h. */
#include "office/carriers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { RANKS = 4 };

struct carriers_entry {
    size_t first, n; /* of its group, in order */
    size_t at;       /* of the file itself */
};

/* Names */

unsigned carriers_rank(struct str path)
{
    static const struct {
        const char *ending;
        unsigned rank;
    } known[] = { { "html", 0 }, { "htm", 0 },   { "shtml", 0 }, { "xhtml", 0 },
                  { "mht", 0 },  { "mhtml", 0 }, { "docx", 1 },  { "docm", 1 },
                  { "dotx", 1 }, { "doc", 1 },   { "wps", 1 },   { "pdf", 2 } };
    struct str ending = { path.p + path.n, 0 };
    while (ending.n < path.n && ending.p[-1] != '.' && ending.p[-1] != '/') {
        ending.p--;
        ending.n++;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(ending, known[i].ending))
            return known[i].rank;
    return RANKS - 1;
}

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

struct keyed {
    struct str folder, stem, path;
    unsigned rank;
    size_t file;
};

static int by_stem(const void *p, const void *q)
{
    const struct keyed *a = p;
    const struct keyed *b = q;
    int order = str_cmp(a->folder, b->folder);
    if (order == 0)
        order = str_cmp(a->stem, b->stem);
    if (order == 0 && a->rank != b->rank)
        order = a->rank < b->rank ? -1 : 1;
    if (order == 0)
        order = str_cmp(a->path, b->path);
    return order ? order : (a->file > b->file) - (a->file < b->file);
}

static int by_rank(const void *p, const void *q)
{
    const struct keyed *a = p;
    const struct keyed *b = q;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* How many from `first` on share the folder, or the stem. */
static size_t run_of(const struct keyed *list, size_t n, size_t first, bool stem)
{
    size_t end = first + 1;
    while (end < n && str_eq(list[end].folder, list[first].folder) &&
           (!stem || str_eq(list[end].stem, list[first].stem)))
        end++;
    return end - first;
}

static bool one_of_each(const struct keyed *list, size_t n)
{
    bool seen[RANKS] = { false };
    for (size_t i = 0; i < n; i++) {
        if (seen[list[i].rank])
            return false;
        seen[list[i].rank] = true;
    }
    return list[0].folder.n > 0;
}

static void note_group(struct carriers *c, const struct keyed *list, size_t first, size_t n)
{
    for (size_t i = first; i < first + n; i++) {
        c->order[i] = list[i].file;
        c->entries[list[i].file] = (struct carriers_entry){ first, n, i };
    }
}

void carriers_find(struct carriers *out, const struct file_list *files)
{
    size_t n = files->n;
    struct keyed *list = mem_zero(n + 1, sizeof *list);
    *out = (struct carriers){ .files = files };
    out->entries = mem_zero(n + 1, sizeof *out->entries);
    out->order = mem_zero(n + 1, sizeof *out->order);
    for (size_t i = 0; i < n; i++) {
        struct str path = str_of(files->paths[i]);
        list[i] = (struct keyed){ str_sub(path, 0, folder_length(path)), stem_of(path), path,
                                  carriers_rank(path), i };
    }
    if (n > 1)
        qsort(list, n, sizeof *list, by_stem);
    for (size_t i = 0; i < n;) {
        size_t folder = run_of(list, n, i, false);
        size_t stem = run_of(list, n, i, true);
        bool whole = i == 0 || !str_eq(list[i - 1].folder, list[i].folder);
        if (whole && folder > stem && one_of_each(list + i, folder)) {
            qsort(list + i, folder, sizeof *list, by_rank);
            stem = folder;
        }
        note_group(out, list, i, stem);
        i += stem;
    }
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

/* Judging */

struct member {
    struct doc *doc;
    struct report *report;
};

/* One file may name the agency by its short name, or not at all. */
static bool may_be_one_agency(struct str a, struct str b)
{
    return str_find(a, b) != SIZE_MAX || str_find(b, a) != SIZE_MAX;
}

static bool same_report(const struct report *a, const struct report *b, bool stem)
{
    if (a->kind != REPORT_ANNUAL || b->kind != REPORT_ANNUAL)
        return false;
    if (stem)
        return may_be_one_agency(a->agency, b->agency);
    return a->year && a->year == b->year && a->agency.n && str_eq(a->agency, b->agency);
}

static void open_member(struct member *m, struct outcome *o, struct str path, struct str shown)
{
    struct pipeline_job file = { .source = PIPELINE_FILE, .path = path, .label = path };
    struct report_hint hint = o->pipeline->hint;
    m->doc = outcome_beside(o, &file);
    hint.path = shown.p;
    if (m->doc)
        m->report = recognise(m->doc, engine_forms(o->pipeline->engine), &hint);
}

static void judge_members(struct outcome *o, struct dossier *d, struct member *members)
{
    struct str rest = o->job->carriers;
    struct arena *arena = o->audit->arena;
    struct dossier_carrier *carriers = arena_alloc(arena, (rest.n + 1) * sizeof *carriers);
    for (size_t i = 0; rest.n && d->official.n == 0; i++) {
        struct strbuf b = { 0 };
        struct str path = { rest.p, strlen(rest.p) };
        rest = str_sub(rest, path.n + 1, rest.n);
        bool stem = carriers_same_stem(path, o->job->path);
        file_shown(&b, path);
        struct str shown = arena_str(arena, strbuf_view(&b));
        strbuf_free(&b);
        open_member(&members[i], o, path, shown);
        const struct report *report = members[i].report;
        bool same = report && same_report(o->report, report, stem);
        if (same && i < o->job->better)
            d->official = shown;
        else if (same || (!report && stem))
            carriers[d->carrier_count++] = (struct dossier_carrier){ shown, report };
    }
    d->carriers = carriers;
}

void carriers_judge(struct outcome *o)
{
    size_t n = 0;
    for (size_t i = 0; i < o->job->carriers.n; i++)
        n += o->job->carriers.p[i] == '\0';
    if (n == 0 || o->report->kind != REPORT_ANNUAL)
        return;
    struct rule_choice choice = outcome_choice(o);
    struct member *members = mem_zero(n, sizeof *members);
    struct dossier d = { .carriers_only = true,
                         .year = o->report->year,
                         .name = o->report->agency,
                         .level = o->report->level,
                         .received = DOSSIER_REPORT,
                         .report = o->report };
    judge_members(o, &d, members);
    engine_run_dossier(o->pipeline->engine, &d, &choice, o->audit);
    for (size_t i = 0; i < n; i++) {
        report_free(members[i].report);
        doc_free(members[i].doc);
    }
    free(members);
}
