/* carriers.c - see carriers.h. */
#include "office/carriers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/carriers_link.h"

struct member {
    struct doc *doc;
    struct report *report;
};

/* One file may name the agency by its short name, or not at all. */
static bool may_be_one_agency(struct str a, struct str b)
{
    return str_find(a, b) != SIZE_MAX || str_find(b, a) != SIZE_MAX;
}

/* By its name, or because one names the other as its attachment: then less has to agree. */
static bool is_tied(const struct outcome *o, struct str path, const struct doc *doc)
{
    return carriers_same_stem(path, o->job->path) || carriers_link_in(o->doc, path) ||
           carriers_link_in(doc, o->job->path);
}

static bool same_report(const struct report *a, const struct report *b, bool tied)
{
    if (a->kind != REPORT_ANNUAL || b->kind != REPORT_ANNUAL)
        return false;
    if (tied)
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
        file_shown(&b, path);
        struct str shown = arena_str(arena, strbuf_view(&b));
        strbuf_free(&b);
        open_member(&members[i], o, path, shown);
        const struct report *report = members[i].report;
        bool tied = is_tied(o, path, members[i].doc);
        bool same = report && same_report(o->report, report, tied);
        if (same && i < o->job->better)
            d->official = shown;
        else if (same || (!report && tied))
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
