/* check_json.c - see check_json.h. Keys are written in byte order. */
#include "report/check_json.h"

struct writer {
    struct json j;
    enum check_json_form form;
    const struct check_decisions *decisions; /* NULL: no office, none is possible */
};

static bool stored(const struct writer *w)
{
    return w->form == CHECK_JSON_STORED;
}

static void key_text(struct writer *w, const char *key, const struct audit_text *text)
{
    json_key(&w->j, key);
    if (text->in[LANG_ZH].n == 0 && text->in[LANG_EN].n == 0) {
        json_null(&w->j);
    } else if (!stored(w)) {
        json_str(&w->j, text->in[w->form]);
    } else {
        json_object(&w->j);
        json_key_str(&w->j, "en", text->in[LANG_EN]);
        json_key_str(&w->j, "zh", text->in[LANG_ZH]);
        json_end_object(&w->j);
    }
}

static void place(struct writer *w, const struct audit_place *p)
{
    json_object(&w->j);
    json_key_str(&w->j, "column", p->column);
    if (p->document.n) /* most evidence stands in the document itself */
        json_key_str(&w->j, "document", p->document);
    json_key(&w->j, "line");
    if (p->line)
        json_int(&w->j, p->line);
    else
        json_null(&w->j);
    if (stored(w) && p->raw_len) {
        json_key(&w->j, "mark");
        json_array(&w->j);
        json_int(&w->j, p->raw_at);
        json_int(&w->j, p->raw_len);
        json_end_array(&w->j);
    }
    if (p->page) {
        json_key(&w->j, "page");
        json_int(&w->j, p->page);
    }
    if (p->paragraph) {
        json_key(&w->j, "paragraph");
        json_int(&w->j, p->paragraph);
    }
    json_key_str(&w->j, "quote", p->quote);
    json_key_str(&w->j, "row", p->row);
    json_key_str(&w->j, "section", p->section);
    json_key_str(&w->j, "table", p->table);
    json_end_object(&w->j);
}

static void changes(struct writer *w, const struct audit_change *list, size_t n)
{
    json_array(&w->j);
    for (size_t i = 0; i < n; i++) {
        json_object(&w->j);
        json_key_str(&w->j, "column", list[i].column);
        json_key_str(&w->j, "found", list[i].found);
        json_key_str(&w->j, "kind", list[i].kind);
        json_key_str(&w->j, "right", list[i].right);
        json_key_str(&w->j, "row", list[i].row);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

/* "cells" is the first explanation; "candidates" lists them all when there are several. */
static void diagnosis(struct writer *w, const struct audit_diagnosis *d)
{
    json_key(&w->j, "diagnosis");
    if (!d->present) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    if (!d->unique) {
        json_key(&w->j, "candidates");
        json_array(&w->j);
        for (size_t i = 0; i < d->candidate_count; i++)
            changes(w, d->candidates[i], d->candidate_sizes[i]);
        json_end_array(&w->j);
    }
    json_key(&w->j, "cells");
    changes(w, d->changes, d->change_count);
    if (!d->unique) {
        json_key(&w->j, "total");
        json_int(&w->j, (int64_t)d->candidate_total);
    }
    json_key(&w->j, "unique");
    json_bool(&w->j, d->unique);
    json_end_object(&w->j);
}

static void finding(struct writer *w, const struct audit_finding *f, struct str rule)
{
    json_object(&w->j);
    json_key(&w->j, "basis");
    json_array(&w->j);
    for (size_t i = 0; i < f->basis_count; i++)
        json_str(&w->j, f->basis[i]);
    json_end_array(&w->j);
    json_key_str(&w->j, "cause", f->cause);
    diagnosis(w, &f->diagnosis);
    json_key(&w->j, "evidence");
    json_array(&w->j);
    for (size_t i = 0; i < f->evidence_count; i++)
        place(w, &f->evidence[i]);
    json_end_array(&w->j);
    json_key_str(&w->j, "expected", f->expected);
    json_key_str(&w->j, "fingerprint", f->fingerprint);
    json_key_str(&w->j, "formula", f->formula);
    json_key_str(&w->j, "found", f->found);
    key_text(w, "message", &f->message);
    key_text(w, "remedy", &f->remedy);
    if (w->decisions) {
        json_key(&w->j, "review");
        json_c(&w->j, check_decision_review(w->decisions, rule, f->fingerprint));
    }
    json_key(&w->j, "severity");
    json_c(&w->j, audit_severity_name(f->severity));
    json_end_object(&w->j);
}

static void reason(struct writer *w, const struct audit_reason *r)
{
    json_object(&w->j);
    json_key_str(&w->j, "cause", r->cause);
    json_key_str(&w->j, "code", r->code);
    key_text(w, "message", &r->message);
    json_key(&w->j, "place");
    if (r->place.line || r->place.table.n || r->place.section.n)
        place(w, &r->place);
    else
        json_null(&w->j);
    json_end_object(&w->j);
}

/* What packs did to the rule, in their order. */
static void overrides(struct writer *w, const struct audit_result *r)
{
    json_key(&w->j, "overrides");
    json_array(&w->j);
    for (size_t i = 0; i < r->override_count; i++) {
        json_object(&w->j);
        json_key_str(&w->j, "by", r->overrides[i].by);
        json_key(&w->j, "kind");
        json_c(&w->j, audit_override_name(r->overrides[i].kind));
        json_key_str(&w->j, "was", r->overrides[i].was);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void result(struct writer *w, const struct audit_result *r, int64_t deduction)
{
    json_object(&w->j);
    json_key(&w->j, "deduction");
    json_milli(&w->j, deduction);
    json_key(&w->j, "findings");
    json_array(&w->j);
    for (size_t i = 0; i < r->finding_count; i++)
        finding(w, &r->findings[i], r->rule);
    json_end_array(&w->j);
    json_key(&w->j, "open");
    json_array(&w->j);
    for (size_t i = 0; i < r->open_count; i++)
        reason(w, &r->open[i]);
    json_end_array(&w->j);
    overrides(w, r);
    json_key_str(&w->j, "pack", r->pack);
    json_key(&w->j, "reason");
    if (r->reason)
        reason(w, r->reason);
    else
        json_null(&w->j);
    json_key_str(&w->j, "rule", r->rule);
    json_key(&w->j, "severity");
    json_c(&w->j, audit_severity_name(r->severity));
    json_key(&w->j, "state");
    json_c(&w->j, audit_state_name(r->state));
    json_end_object(&w->j);
}

static void key_points(struct writer *w, const char *key, bool known, int64_t points)
{
    json_key(&w->j, key);
    if (known)
        json_milli(&w->j, points);
    else
        json_null(&w->j);
}

static void key_count(struct writer *w, const char *key, size_t n)
{
    json_key(&w->j, key);
    json_int(&w->j, (int64_t)n);
}

static void interval(struct writer *w, const struct check_score *s)
{
    json_key(&w->j, "interval");
    if (!s->scored) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    key_points(w, "high", true, s->high);
    key_points(w, "low", true, s->low);
    json_end_object(&w->j);
}

static void duties(struct writer *w, const struct check_score *s)
{
    json_key(&w->j, "duties");
    json_object(&w->j);
    key_count(w, "done", s->done);
    key_count(w, "notapplicable", s->notapplicable);
    key_count(w, "open", s->open);
    key_count(w, "total", s->total);
    json_end_object(&w->j);
}

static void published(struct writer *w, const struct report *r)
{
    struct strbuf iso = { 0 };
    if (r && r->published >= 0)
        date_print(&iso, r->dates[r->published].date);
    json_key_str(&w->j, "published", strbuf_view(&iso));
    strbuf_free(&iso);
}

void check_json_problem(struct json *j, const struct check_problem *p, enum check_json_form form)
{
    struct writer w = { .j = *j, .form = form };
    json_key(&w.j, "problem");
    if (!p->code) {
        json_null(&w.j);
    } else {
        json_object(&w.j);
        json_key(&w.j, "code");
        json_c(&w.j, p->code);
        key_text(&w, "message", &p->message);
        json_end_object(&w.j);
    }
    *j = w.j;
}

static void results(struct writer *w, const struct check_input *in)
{
    json_key(&w->j, "results");
    json_array(&w->j);
    for (size_t i = 0; in->audit && i < in->audit->n; i++)
        result(w, &in->audit->results[i], in->score.deductions ? in->score.deductions[i] : 0);
    json_end_array(&w->j);
}

/* The keys from "agency" to "max": what the document is and what the verdict on it. */
static void head(struct writer *w, const struct check_input *in)
{
    const struct report *r = in->report;
    const struct check_score *s = &in->score;
    json_key_str(&w->j, "agency", r ? r->agency : in->agency);
    json_key(&w->j, "complete");
    json_bool(&w->j, s->complete);
    if (w->decisions) {
        json_key(&w->j, "decisions");
        check_decisions_json(&w->j, w->decisions);
    }
    duties(w, s);
    json_key_str(&w->j, "form", r && r->form ? r->form->id : str_of(""));
    key_text(w, "grade", &s->grade);
    interval(w, s);
    json_key(&w->j, "kind");
    json_c(&w->j, r ? report_kind_name(r->kind) : in->kind);
    if (stored(w)) {
        json_key(&w->j, "ledger");
        if (s->ledger.n)
            json_raw(&w->j, s->ledger);
        else
            json_null(&w->j);
    }
    json_key(&w->j, "level");
    json_c(&w->j, report_level_name(r ? r->level : in->level));
    if (stored(w))
        key_points(w, "max", s->scored, s->max);
}

void check_json_document(struct strbuf *out, const struct check_input *in,
                         enum check_json_form form)
{
    struct writer w = { .form = form, .decisions = in->decisions };
    const struct report *r = in->report;
    json_start(&w.j, out);
    json_object(&w.j);
    head(&w, in);
    json_key_str(&w.j, "path", in->path);
    check_json_problem(&w.j, &in->problem, form);
    published(&w, r);
    results(&w, in);
    /* An incomplete audit has an interval, never a score that takes the unchecked for passed. */
    key_points(&w, "score", in->score.scored && in->score.complete, in->score.score);
    json_key(&w.j, "script");
    json_c(&w.j, r ? report_script_name(r->doc->script) : NULL);
    json_key_str(&w.j, "sha256", in->sha256);
    if (stored(&w))
        json_key_str(&w.j, "title", r ? r->title : str_of(""));
    json_key(&w.j, "vetoed");
    json_bool(&w.j, in->score.vetoed);
    if (w.decisions) {
        json_key(&w.j, "without_decisions");
        check_decisions_without(&w.j, w.decisions, stored(&w) ? -1 : (int)form);
    }
    json_key(&w.j, "year");
    if (r ? r->year : in->year)
        json_int(&w.j, r ? r->year : in->year);
    else
        json_null(&w.j);
    json_end_object(&w.j);
}
