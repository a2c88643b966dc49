/* standing_judge.c - a dossier is judged in a worker; see standing_job.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/snapshot.h"
#include "office/changes.h"
#include "office/copies.h"
#include "office/items.h"
#include "office/outcome.h"
#include "office/standing_job.h"
#include "office/unchecked.h"
#include "read/kind.h"
#include "report/restore.h"

/* The other reports, read again. */
struct shelf {
    struct doc **docs;
    struct report **reports;
    size_t n;
    struct dossier_past *past;
    struct dossier_child *children;
    struct dossier_carrier *carriers;
    struct copies_other
        *comparable; /* last year's own report, and others' that may have been copied */
    size_t comparable_count;
    const struct report *former; /* NULL: nothing was changed, or it cannot be read again */
    struct str former_path;
    struct arena *arena;
};

static const struct report *read_other(struct shelf *s, struct outcome *o,
                                       const struct standing_other *other)
{
    struct strbuf shown = { 0 };
    struct doc *doc = other->stored ? outcome_beside(o, &other->file) : NULL;
    if (!doc)
        return NULL;
    file_shown(&shown, other->file.label);
    struct report_hint hint = { .level = other->level, .path = shown.p };
    hint.agencies = o->pipeline->agencies->names;
    s->docs[s->n] = doc;
    s->reports[s->n] = recognise(doc, engine_forms(o->pipeline->engine), &hint);
    strbuf_free(&shown);
    return s->reports[s->n++];
}

/* "2023/county/a.html": below the inbox, as evidence names it. */
static struct str document_name(const struct standing_other *other, struct arena *arena)
{
    struct strbuf shown = { 0 };
    file_shown(&shown, other->file.label);
    struct str name = arena_fmt(arena, "%d/%s", other->year, shown.p);
    strbuf_free(&shown);
    return name;
}

static void fill_shelf(struct shelf *s, struct dossier *d, struct outcome *o,
                       const struct standing_job *job)
{
    size_t n = job->other_count + 1;
    s->docs = mem_zero(n, sizeof *s->docs);
    s->reports = mem_zero(n, sizeof *s->reports);
    s->past = mem_zero(n, sizeof *s->past);
    s->children = mem_zero(n, sizeof *s->children);
    s->carriers = mem_zero(n, sizeof *s->carriers);
    s->comparable = mem_zero(n, sizeof *s->comparable);
    for (size_t i = 0; i < job->other_count; i++) {
        const struct standing_other *other = &job->others[i];
        const struct report *report = read_other(s, o, other);
        struct str name = other->file.label.n ? document_name(other, s->arena) : str_of("");
        if (other->role == STANDING_CHILD)
            s->children[d->child_count++] =
                (struct dossier_child){ other->code, other->name, other->level, report, name };
        else if (other->role == STANDING_PAST)
            s->past[d->past_count++] = (struct dossier_past){ other->year, report, name };
        else if (other->role == STANDING_FORMER)
            s->former = report, s->former_path = other->file.label;
        else if (other->role == STANDING_CARRIER)
            s->carriers[d->carrier_count++] = (struct dossier_carrier){ name, report };
        bool last_year = other->role == STANDING_PAST && other->year == d->year - 1;
        if (report && (last_year || other->role == STANDING_ALIKE))
            s->comparable[s->comparable_count++] =
                (struct copies_other){ other->code, other->name, other->year, name, report };
    }
    d->past = s->past;
    d->children = s->children;
    d->carriers = s->carriers;
}

static void empty_shelf(struct shelf *s)
{
    for (size_t i = 0; i < s->n; i++) {
        report_free(s->reports[i]);
        doc_free(s->docs[i]);
    }
    free(s->docs);
    free(s->reports);
    free(s->past);
    free(s->children);
    free(s->carriers);
    free(s->comparable);
    arena_free(s->arena);
}

/* The verdict of the first pass, or that of a document which is not there. */
static void take_verdict(struct outcome *o, const struct standing_job *job)
{
    const struct pipeline *p = o->pipeline;
    struct rule_choice choice = outcome_choice(o);
    struct error err = { 0 };
    char code[sizeof o->out->problem] = "";
    bool missing = job->received == DOSSIER_NOTHING;
    if (!missing &&
        restore_audit(&o->audit, job->verdict, code, sizeof code, &o->problem, &err) != 0) {
        outcome_problem(o, "internal", true);
        o->problem.in[LANG_ZH] = o->problem.in[LANG_EN] =
            arena_str(o->out->arena, str_of(err.message));
    } else if (job->received == DOSSIER_UNREADABLE) {
        outcome_problem(o, code, job->operational);
    }
    if (o->audit)
        return;
    o->out->missing = missing;
    o->audit = unchecked_audit(p->engine, &choice, missing ? UNCHECKED_MISSING : UNCHECKED_BROKE);
    score_add_missing(o->audit, p->profile, p->engine);
}

/* Whether a rule says that what did not come in is not asked for yet. */
static bool is_awaited(const struct audit *audit)
{
    for (size_t i = 0; i < audit->n; i++)
        if (audit->results[i].reason && str_eq_c(audit->results[i].reason->code, AUDIT_NOT_DUE))
            return true;
    return false;
}

static void compare_former(struct outcome *o, const struct shelf *s)
{
    struct strbuf changes = { 0 };
    if (o->report && s->former)
        changes_json(&changes, s->former, o->report,
                     kind_of_read(s->former->doc->format, s->former_path) !=
                         kind_of_read(o->report->doc->format, o->job->label));
    o->out->changes = arena_str(o->out->arena, strbuf_view(&changes));
    strbuf_free(&changes);
}

/* A report is; where nothing came in, the profile says, once it is due. What is no report of the year is for a person to look at. */
static bool is_scored(const struct outcome *o, const struct dossier *d)
{
    if (d->received == DOSSIER_NOTHING)
        return o->pipeline->profile->missing.kind != MISSING_APART && !o->out->not_due;
    return d->received == DOSSIER_REPORT && o->report->kind == REPORT_ANNUAL;
}

static void judge(struct outcome *o, struct dossier *d, const struct standing_job *job)
{
    struct rule_choice choice = outcome_choice(o);
    struct shelf shelf = { .arena = arena_new() };
    struct dossier_copy *copies = NULL;
    bool readable = job->received != DOSSIER_NOTHING && !o->out->unreadable;
    if (readable && outcome_open(o))
        outcome_recognise(o);
    o->out->from_file = false; /* nothing of the document is new */
    if (!o->report && d->received >= DOSSIER_OTHER)
        d->received = DOSSIER_UNREADABLE;
    d->report = o->report;
    fill_shelf(&shelf, d, o, job);
    compare_former(o, &shelf);
    if (o->report)
        copies_find(&copies, &d->copy_count, shelf.arena, o->report, shelf.comparable,
                    shelf.comparable_count, job->stock, job->stock_count);
    d->copies = copies;
    engine_run_dossier(o->pipeline->engine, d, &choice, o->audit);
    o->out->not_due = o->out->missing && is_awaited(o->audit);
    items_mark(o, job);
    decided_apply(o->decided, o->audit, o->pipeline->profile, job->decisions, job->decision_count,
                  job->today, o->out->arena);
    items_signed(o);
    outcome_score(o, is_scored(o, d));
    empty_shelf(&shelf);
}

void standing_judge(struct pipeline_output *out, const struct pipeline *pipeline,
                    const struct standing_job *job)
{
    const struct agency *agency = &pipeline->agencies->agencies[job->agency];
    struct dossier dossier = { .year = job->year,
                               .code = agency->code,
                               .name = agency->name,
                               .level = agency->level,
                               .received = job->received };
    if (job->received != DOSSIER_REPORT)
        dossier.day = job->today;
    struct decided decided = { 0 };
    struct outcome o;
    if (dossier.level == LEVEL_UNKNOWN)
        dossier.level = report_level_of(agency->name);
    outcome_start(&o, out, pipeline, &job->file);
    o.dossier = &dossier;
    o.decided = &decided;
    out->agency = job->agency;
    out->year = job->year;
    out->level = dossier.level;
    out->sha256 = arena_str(out->arena, job->file.sha256);
    take_verdict(&o, job);
    judge(&o, &dossier, job);
    outcome_finish(&o);
}
