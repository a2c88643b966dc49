/* outcome.c - see outcome.h. */
#include "office/outcome.h"

#include "office/copies.h"

#include <stdio.h>

#include "document/snapshot.h"

void outcome_start(struct outcome *o, struct pipeline_output *out, const struct pipeline *pipeline,
                   const struct pipeline_job *job)
{
    *out = (struct pipeline_output){ .agency = -1, .arena = arena_new() };
    *o = (struct outcome){ .pipeline = pipeline, .job = job, .out = out };
    out->label = arena_str(out->arena, job->label.n ? job->label : job->path);
    struct strbuf shown = { 0 };
    file_shown(&shown, out->label);
    o->shown = arena_str(out->arena, strbuf_view(&shown));
    strbuf_free(&shown);
}

void outcome_problem(struct outcome *o, const char *code, bool operational)
{
    o->out->unreadable = true;
    o->out->operational = operational;
    snprintf(o->out->problem, sizeof o->out->problem, "%s", code);
}

static void take_report(struct outcome *o)
{
    const struct report *r = o->report;
    struct pipeline_output *out = o->out;
    struct strbuf iso = { 0 };
    out->kind = r->kind;
    out->level = r->level;
    out->year = r->year;
    out->form = arena_str(out->arena, r->form ? r->form->id : str_of(""));
    if (r->published >= 0)
        date_print(&iso, r->dates[r->published].date);
    out->published = arena_str(out->arena, strbuf_view(&iso));
    strbuf_free(&iso);
}

/* A finding that another one explains, or that breaks no duty, decides nothing. */
static bool counts(const struct audit_finding *f)
{
    return !f->informational && f->cause.n == 0;
}

/* A person decided that it costs nothing. */
static bool spared(const struct outcome *o, struct str rule, const struct audit_finding *f)
{
    return o->decided && check_decision_spares(&o->decided->all, rule, f->fingerprint);
}

static void take_audit(struct outcome *o)
{
    for (size_t i = 0; i < o->audit->n; i++)
        for (size_t k = 0; k < o->audit->results[i].finding_count; k++) {
            const struct audit_finding *f = &o->audit->results[i].findings[k];
            if (!counts(f))
                continue;
            o->out->finding_count++;
            if (f->severity > o->out->worst && !spared(o, o->audit->results[i].rule, f))
                o->out->worst = f->severity;
        }
}

/* What was not read or not scored is never complete, whatever the profile calls blocking. */
static bool is_complete(const struct outcome *o)
{
    return o->score && o->score->complete && !o->score_failed && !o->out->unreadable;
}

static void take_score(struct outcome *o)
{
    const struct score *s = o->score;
    struct pipeline_output *out = o->out;
    out->complete = is_complete(o);
    out->open = s->gate.open;
    out->open_blocking = s->gate.open_blocking;
    out->scored = s->scored;
    out->score = s->score;
    out->low = s->low;
    out->high = s->high;
    if (!s->scored)
        return;
    out->max = s->ledger->max;
    out->vetoed = s->ledger->vetoed;
    for (int lang = 0; s->grade && lang < LANG_COUNT; lang++)
        out->grade.in[lang] = arena_str(out->arena, s->grade->name.in[lang]);
}

/* What a finding cost: an entry's amount is laid on its findings in order, a unit each, and the
 * last one takes what remains, so that the parts add up. */
static int64_t part_of_entry(const struct ledger_entry *e, struct str fingerprint)
{
    int64_t left = e->amount;
    for (size_t i = 0; i < e->fingerprint_count; i++) {
        bool last = i + 1 == e->fingerprint_count;
        int64_t part = last || left < e->unit ? left : e->unit;
        if (str_eq(e->fingerprints[i], fingerprint))
            return part;
        left -= part;
    }
    return 0;
}

static int64_t deduction_of(const struct score *s, struct str rule, struct str fingerprint)
{
    int64_t sum = 0;
    for (size_t i = 0; s && s->ledger && i < s->ledger->n; i++)
        if (str_eq(s->ledger->entries[i].rule, rule))
            sum += part_of_entry(&s->ledger->entries[i], fingerprint);
    return sum;
}

static void take_finding(struct outcome *o, const struct audit_result *r,
                         const struct audit_finding *f)
{
    struct arena *arena = o->out->arena;
    const struct audit_place *at = &f->evidence[0];
    o->out->findings[o->out->findings_n++] = (struct pipeline_finding){
        .rule = arena_str(arena, r->rule),
        .fingerprint = arena_str(arena, f->fingerprint),
        .section = arena_str(arena, at->section),
        .table = arena_str(arena, at->table),
        .row = arena_str(arena, at->row),
        .column = arena_str(arena, at->column),
        .severity = f->severity,
        .caused = f->cause.n > 0,
        .line = at->line,
        .deduction = f->cause.n ? 0 : deduction_of(o->score, r->rule, f->fingerprint),
    };
}

static void take_marks(struct outcome *o)
{
    struct strbuf marks = { 0 };
    copies_marks(&marks, o->report);
    o->out->marks = arena_str(o->out->arena, strbuf_view(&marks));
    strbuf_free(&marks);
}

static void take_facts(struct outcome *o)
{
    struct strbuf snapshot = { 0 };
    size_t room = 0;
    for (size_t i = 0; o->audit && i < o->audit->n; i++)
        room += o->audit->results[i].finding_count;
    o->out->findings = arena_alloc(o->out->arena, (room + 1) * sizeof *o->out->findings);
    for (size_t i = 0; o->audit && i < o->audit->n; i++)
        for (size_t k = 0; k < o->audit->results[i].finding_count; k++)
            if (!o->audit->results[i].findings[k].informational)
                take_finding(o, &o->audit->results[i], &o->audit->results[i].findings[k]);
    if (o->doc && o->out->from_file) {
        doc_save(o->doc, &snapshot);
        o->out->snapshot = arena_str(o->out->arena, strbuf_view(&snapshot));
    }
    strbuf_free(&snapshot);
    if (o->report && !o->dossier)
        take_marks(o);
}

static void fill_score(struct check_score *out, const struct outcome *o, struct strbuf *ledger)
{
    const struct score *s = o->score;
    if (!s)
        return;
    out->complete = is_complete(o);
    out->done = s->gate.done;
    out->notapplicable = s->gate.notapplicable;
    out->open = s->gate.open;
    out->total = s->gate.total;
    out->deductions = s->deductions;
    out->scored = s->scored;
    if (!s->scored)
        return;
    out->score = s->score;
    out->low = s->low;
    out->high = s->high;
    out->max = s->ledger->max;
    out->vetoed = s->ledger->vetoed;
    if (s->grade)
        out->grade = s->grade->name;
    ledger_json(ledger, s->ledger, o->pipeline->profile, &s->scope);
    out->ledger = strbuf_view(ledger);
}

static struct str check_text(const struct outcome *o, const struct check_input *in,
                             enum check_json_form form)
{
    struct strbuf text = { 0 };
    check_json_document(&text, in, form);
    struct str kept = arena_str(o->out->arena, strbuf_view(&text));
    strbuf_free(&text);
    return kept;
}

static void write_texts(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    struct strbuf ledger = { 0 };
    struct strbuf text = { 0 };
    bool readable = !o->out->unreadable;
    struct check_input in = {
        .path = o->shown,
        .sha256 = o->out->sha256,
        .report = readable ? o->report : NULL,
        .kind = pipeline_kind(o->out),
        .audit = o->audit,
        .problem = { o->out->problem[0] ? o->out->problem : NULL, o->problem },
    };
    if (o->dossier) {
        in.agency = o->dossier->name;
        in.level = o->dossier->level;
        in.year = o->dossier->year;
    }
    if (o->decided)
        in.decisions = &o->decided->all;
    fill_score(&in.score, o, &ledger);
    if (p->check)
        o->out->check = check_text(o, &in, p->lang == LANG_EN ? CHECK_JSON_EN : CHECK_JSON_ZH);
    if (p->stored)
        o->out->stored = check_text(o, &in, CHECK_JSON_STORED);
    if (p->extract) {
        extract_json_document(&text, &in, p->extract_form, p->lang);
        o->out->extract = arena_str(o->out->arena, strbuf_view(&text));
    }
    strbuf_free(&text);
    strbuf_free(&ledger);
}

/* Without a score nothing is complete, whatever the rules said. */
static void note_failed_score(struct outcome *o)
{
    snprintf(o->out->problem, sizeof o->out->problem, "scoring");
    if (o->out->open_blocking == 0)
        o->out->open_blocking = 1;
}

void outcome_finish(struct outcome *o)
{
    if (o->report)
        take_report(o);
    if (o->audit)
        take_audit(o);
    if (o->score)
        take_score(o);
    if (o->score_failed)
        note_failed_score(o);
    if (o->pipeline->facts)
        take_facts(o);
    write_texts(o);
    score_free(o->score);
    audit_free(o->audit);
    report_free(o->report);
    doc_free(o->doc);
}

const char *pipeline_kind(const struct pipeline_output *out)
{
    return out->not_due      ? "not-due"
           : out->missing    ? "missing"
           : out->unreadable ? "unreadable"
                             : report_kind_name(out->kind);
}

void pipeline_output_free(struct pipeline_output *out)
{
    arena_free(out->arena);
    *out = (struct pipeline_output){ .agency = -1 };
}
