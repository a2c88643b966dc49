/* pipeline.c - the steps from bytes to a judged document; see pipeline.h. */
#include "office/pipeline.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/mem.h"
#include "document/snapshot.h"
#include "office/carriers.h"
#include "office/outcome.h"
#include "read/read.h"
#include "read/wordless.h"
#include "report/restore.h"
#include "score/score.h"

/* The bytes of the job: of the file, unless the caller has them. */
static int fetch(struct outcome *o, struct error *err)
{
    const struct pipeline_job *job = o->job;
    if (job->source == PIPELINE_BYTES) {
        strbuf_clear(&o->bytes);
        strbuf_str(&o->bytes, job->bytes);
        return 0;
    }
    char *path = mem_strndup(job->path.p, job->path.n);
    o->out->from_file = true;
    const char *name = o->shown.p; /* the text is stored: no folder of this machine in it */
    int rc = read_stat(&o->out->stamp, path, name, err); /* first: a later change then shows */
    if (rc == 0)
        rc = read_bytes(&o->bytes, path, name, err);
    free(path);
    return rc;
}

static int parse(struct outcome *o, struct error *err)
{
    return read_document(&o->doc, strbuf_view(&o->bytes), o->shown.p, &o->pipeline->read, err);
}

static void take_digests(struct outcome *o)
{
    char hex[DIGEST_HEX];
    digest_sha256(hex, strbuf_view(&o->bytes));
    o->out->sha256 = arena_str(o->out->arena, str_of(hex));
    o->out->xxh3 = digest_fast(strbuf_view(&o->bytes));
}

static const char *problem_code(int rc, const char *reason)
{
    bool silent = reason && strcmp(reason, FILE_SILENT) == 0;
    return silent              ? "io"
           : reason            ? reason
           : rc == ERR_FORMAT  ? "format"
           : rc == ERR_DAMAGED ? "damaged"
           : rc == ERR_LOCKED  ? "encrypted"
           : rc == ERR_LIMIT   ? "limit"
           : rc == ERR_ABSENT  ? "absent"
           : rc == ERR_IO      ? "io"
           : rc == ERR_TIME    ? "timeout"
                               : "internal";
}

void outcome_explain(struct outcome *o, const struct error *said,
                     int (*step)(struct outcome *o, struct error *err))
{
    enum lang chosen = lang_get(), other = chosen == LANG_ZH ? LANG_EN : LANG_ZH;
    struct error err = { 0 };
    o->problem.in[chosen] = arena_str(o->out->arena, str_of(said->message));
    lang_set(other);
    if (step(o, &err))
        o->problem.in[other] = arena_str(o->out->arena, str_of(err.message));
    lang_set(chosen);
}

/* What is said of a document whose worker was lost, or that would take as long again if it were asked again. */
static void explain_lost(struct outcome *o, const char *code)
{
    static const struct {
        const char *code, *zh, *en;
    } texts[] = {
        { FILE_SILENT, "是管道或设备，十秒内没有内容可读，没有读取",
          "a pipe or device that gave nothing for ten seconds, not read" },
        { "timeout", "审核超过时限，已中止；下次运行会再试",
          "it took longer than the time limit; the next run tries again" },
        { "memory", "审核所需内存超过上限；下次运行会再试",
          "it needed more memory than the limit; the next run tries again" },
        { "crash", "审核进程意外终止；下次运行会再试",
          "the worker that read it died; the next run tries again" },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(texts[i].code, code) == 0) {
            o->problem.in[LANG_ZH] = str_of(texts[i].zh);
            o->problem.in[LANG_EN] = str_of(texts[i].en);
        }
}

static bool step_fails(struct outcome *o, int (*step)(struct outcome *o, struct error *err))
{
    struct error err = { 0 };
    int rc = step(o, &err);
    if (rc == 0)
        return false;
    bool may_change = rc == ERR_TIME || rc == ERR_TOOL; /* though the file stays as it is */
    outcome_problem(o, problem_code(rc, err.reason), may_change);
    if (rc == ERR_TIME)
        explain_lost(o, "timeout");
    else if (err.reason && strcmp(err.reason, FILE_SILENT) == 0)
        explain_lost(o, FILE_SILENT);
    else
        outcome_explain(o, &err, step);
    doc_free(o->doc);
    o->doc = NULL;
    return true;
}

/* Why it could not be read is known from before. */
static void say_again(struct outcome *o)
{
    struct audit *audit = NULL;
    struct audit_text message = { 0 };
    char code[sizeof o->out->problem] = "";
    int rc = restore_audit(&audit, o->job->bytes, code, sizeof code, &message, NULL);
    outcome_problem(o, *code ? code : "internal", false);
    for (int lang = 0; rc == 0 && lang < LANG_COUNT; lang++)
        o->problem.in[lang] = arena_str(o->out->arena, message.in[lang]);
    o->out->sha256 = arena_str(o->out->arena, o->job->sha256);
    audit_free(audit);
}

bool outcome_open(struct outcome *o)
{
    const struct pipeline_job *job = o->job;
    if (job->source == PIPELINE_UNREAD) {
        say_again(o);
        return false;
    }
    if (job->source == PIPELINE_SNAPSHOT && doc_load(&o->doc, job->bytes, NULL) == 0) {
        o->out->sha256 = arena_str(o->out->arena, job->sha256);
        return true;
    }
    if (job->source == PIPELINE_SNAPSHOT && job->path.n == 0) {
        outcome_problem(o, "snapshot", true);
        o->problem.in[LANG_ZH] =
            STR("已存的快照不是本程序的版本；重新运行 auditor assess 即可更新");
        o->problem.in[LANG_EN] =
            STR("the stored snapshot is of another program; auditor assess renews it");
        return false;
    }
    bool opened = !step_fails(o, fetch);
    if (opened) {
        take_digests(o);
        opened = !step_fails(o, parse);
    }
    strbuf_free(&o->bytes);
    return opened;
}

struct doc *outcome_beside(const struct outcome *beside, const struct pipeline_job *file)
{
    struct strbuf shown = { 0 };
    struct pipeline_output out = { .arena = beside->out->arena };
    file_shown(&shown, file->label);
    struct outcome o = {
        .pipeline = beside->pipeline, .job = file, .out = &out, .shown = strbuf_view(&shown)
    };
    bool same = outcome_open(&o) && (file->sha256.n == 0 || str_eq(out.sha256, file->sha256));
    strbuf_free(&shown);
    if (!same) {
        doc_free(o.doc);
        o.doc = NULL;
    }
    return o.doc;
}

static void find_agency(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    struct register_clue clue = { o->out->agency_name, o->out->host, o->shown, o->out->sha256 };
    o->out->agency = -1;
    if (p->agencies)
        o->out->agency = register_find(p->agencies, &clue, &o->out->match);
}

/* The register knows better what kind of body an agency is than its name does. */
void outcome_recognise(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    struct report_hint hint = p->hint;
    hint.path = o->shown.p;
    hint.agencies = p->agencies ? p->agencies->names : NULL;
    o->report = recognise(o->doc, engine_forms(p->engine), &hint);
    o->out->agency_name = arena_str(o->out->arena, o->report->agency);
    o->out->host = arena_str(o->out->arena, o->report->host);
    if (!o->dossier)
        find_agency(o);
    enum report_level level =
        o->out->agency >= 0 ? p->agencies->agencies[o->out->agency].level : LEVEL_UNKNOWN;
    if (level != LEVEL_UNKNOWN && level != o->report->level && hint.level == LEVEL_UNKNOWN) {
        hint.level = level;
        report_free(o->report);
        o->report = recognise(o->doc, engine_forms(p->engine), &hint);
    }
}

static int check_words(struct outcome *o, struct error *err)
{
    return wordless_check(o->doc, o->shown.p, err);
}

/* Of a page without a word nothing is known but what its head says; it is no text of another kind. */
static void refuse_wordless(struct outcome *o)
{
    struct error err = { 0 };
    const struct report *r = o->report;
    bool unknown =
        r->kind == REPORT_OTHER && r->mark_count == 1 && strcmp(r->marks[0].code, "no-report") == 0;
    if (!unknown || check_words(o, &err) == 0)
        return;
    report_free(o->report);
    o->report = NULL;
    step_fails(o, check_words);
}

/* All those that could be read, in one pass of the rules. */
static void judge(const struct pipeline *p, struct outcome *list, size_t n)
{
    struct engine_subject *subjects = mem_zero(n + 1, sizeof *subjects);
    size_t read = 0;
    for (size_t i = 0; i < n; i++)
        if (list[i].report)
            subjects[read++] = (struct engine_subject){ .report = list[i].report,
                                                        .choice = outcome_choice(&list[i]) };
    engine_run(p->engine, subjects, read);
    for (size_t i = n; i > 0; i--)
        if (list[i - 1].report)
            list[i - 1].audit = subjects[--read].audit;
    free(subjects);
}

static void score_judged(struct outcome *o)
{
    const struct pipeline *p = o->pipeline;
    score_add_missing(o->audit, p->profile, p->engine);
    carriers_judge(o);
    /* A choice of rules is a look, not a verdict: what was left out must not count as passed. */
    outcome_score(o, !p->only && !p->skip && o->report->kind == REPORT_ANNUAL);
}

/* One step on all documents, then the next: what a step needs of code and tables is then in the cache. */
void pipeline_documents(struct pipeline_output *outs, const struct pipeline *pipeline,
                        const struct pipeline_job *jobs, size_t n)
{
    struct outcome *list = mem_zero(n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++) {
        outcome_start(&list[i], &outs[i], pipeline, &jobs[i]);
        outcome_open(&list[i]);
    }
    for (size_t i = 0; i < n; i++) {
        if (list[i].doc) {
            outcome_recognise(&list[i]);
            refuse_wordless(&list[i]);
        } else {
            find_agency(&list[i]); /* its name may still say whose it is */
        }
        if (!list[i].report)
            outcome_unchecked(&list[i]);
    }
    if (pipeline->model)
        judge(pipeline, list, n);
    for (size_t i = 0; i < n; i++)
        if (pipeline->model && list[i].report)
            score_judged(&list[i]);
    for (size_t i = 0; i < n; i++)
        outcome_finish(&list[i]);
    free(list);
}

void pipeline_lost(struct pipeline_output *out, const struct pipeline *pipeline,
                   const struct pipeline_job *job, const char *code)
{
    struct outcome o;
    outcome_start(&o, out, pipeline, job);
    outcome_problem(&o, code, true);
    explain_lost(&o, code);
    out->from_file = job->source == PIPELINE_FILE;
    find_agency(&o);
    outcome_unchecked(&o);
    outcome_finish(&o);
}

void pipeline_context(char out[PIPELINE_CONTEXT], const struct agency_register *agencies,
                      int agency)
{
    out[0] = '\0';
    if (!agencies || agency < 0)
        return;
    const struct agency *a = &agencies->agencies[agency];
    struct strbuf b = { 0 };
    strbuf_fmt(&b, "%.*s\n%s\n%.*s", STR_ARG(a->code), report_level_name(a->level),
               STR_ARG(a->deadline));
    snprintf(out, PIPELINE_CONTEXT, "%016" PRIx64, digest_fast(strbuf_view(&b)));
    strbuf_free(&b);
}
