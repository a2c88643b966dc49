/* standing.c - see standing.h. */
#include "office/standing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/items.h"
#include "office/pool.h"
#include "office/revisions.h"
#include "office/rows.h"
#include "office/standing_gather.h"

static const double BATCH_SECONDS =
    0.5; /* what is shown as done is committed at least this often */

struct work {
    const struct standing_run *run;
    struct standing_result *result;
    struct gathering from;
    size_t next;                  /* agency to be looked at */
    char (*contexts)[DIGEST_HEX]; /* of those under way, by job modulo POOL_WINDOW */
    int64_t audits[POOL_WINDOW];
    size_t given, taken; /* jobs */
    size_t uncommitted;
    double committed_at;
    struct strbuf bytes;
    struct log_progress progress;
    struct error failed; /* of next_job(), which cannot return one */
};

/* Jobs */

static int read_snapshot(struct pipeline_job *file, struct work *w, int64_t document,
                         struct arena *arena, struct error *err)
{
    int rc = store_snapshot(w->run->store, document, &w->bytes, err);
    if (rc == 0)
        file->bytes = arena_str(arena, strbuf_view(&w->bytes));
    return rc;
}

static int fill_job(struct strbuf *out, struct work *w, struct gathered *g, size_t agency,
                    struct error *err)
{
    struct standing_job job = { .year = w->run->year,
                                .agency = (int)agency,
                                .received = gathered_received(g, w->run->year),
                                .operational = g->own.operational,
                                .others = g->others,
                                .other_count = g->n,
                                .stock = g->stock,
                                .stock_count = g->stock_count,
                                .decisions = g->decisions,
                                .decision_count = g->decision_count,
                                .items = g->items,
                                .item_count = g->item_count,
                                .today = w->run->today };
    int rc = 0;
    bool changed = false;
    if (g->own.found) {
        job.file = (struct pipeline_job){ .source = PIPELINE_SNAPSHOT,
                                          .label = g->own.path,
                                          .sha256 = g->own.sha256 };
        job.file.path =
            arena_fmt(g->arena, "%s/%d/%.*s", w->run->inbox, w->run->year, STR_ARG(g->own.path));
        rc = read_snapshot(&job.file, w, g->own.document, g->arena, err);
        if (rc == 0)
            rc = store_result(w->run->store, g->own.audit, &w->bytes, NULL, err);
        job.verdict = arena_str(g->arena, strbuf_view(&w->bytes));
    }
    for (size_t i = 0; rc == 0 && i < g->n; i++)
        if (g->others[i].stored)
            rc = read_snapshot(&g->others[i].file, w, g->stored[i].document, g->arena, err);
    if (rc == 0)
        rc = revisions_former(&g->others[g->n], &changed, w->run->store, w->run->year, g->agency,
                              g->own.sha256, g->arena, err);
    job.other_count += changed;
    strbuf_clear(&w->bytes);
    if (rc == 0)
        rc = revisions_dates(&w->bytes, w->run->store, w->run->year, g->agency->code, err);
    job.dates = strbuf_view(&w->bytes);
    if (rc == 0)
        standing_job_pack(out, &job);
    return rc;
}

/* Whether the agency must be judged; then its job is written. */
static int look_at(bool *changed, struct work *w, size_t agency, struct strbuf *job,
                   struct error *err)
{
    struct gathered g = { 0 };
    char context[DIGEST_HEX];
    int rc = gather_agency(&g, &w->from, agency, err);
    gathered_context(context, &w->from, agency, &g);
    if (rc == 0)
        rc = store_standing_context(w->run->store, w->run->assessment, g.agency->code, &w->bytes,
                                    err);
    *changed = !str_eq_c(strbuf_view(&w->bytes), context);
    if (rc == 0 && *changed)
        rc = fill_job(job, w, &g, agency, err);
    if (rc == 0 && *changed) {
        size_t slot = w->given++ % POOL_WINDOW;
        memcpy(w->contexts[slot], context, DIGEST_HEX);
        w->audits[slot] = g.own.audit;
    }
    gathered_free(&g);
    return rc;
}

static bool next_job(void *user, struct strbuf *job)
{
    struct work *w = user;
    while (w->failed.code == ERR_OK && w->next < w->from.agencies->n) {
        bool changed = false;
        struct str only = w->run->only;
        if (only.n && !str_eq(w->from.agencies->agencies[w->next].code, only)) {
            w->next++;
            continue;
        }
        if (look_at(&changed, w, w->next++, job, &w->failed) != 0)
            return false;
        if (changed)
            return true;
        w->result->unchanged++;
    }
    return false;
}

static void do_jobs(void *user, struct pool_task *tasks, size_t n)
{
    const struct work *w = user;
    for (size_t i = 0; i < n; i++) {
        struct standing_job job;
        struct pipeline_output out;
        if (!standing_job_unpack(&job, tasks[i].job))
            continue;
        standing_judge(&out, w->run->pipeline, &job);
        pipeline_pack_output(tasks[i].result, &out);
        pipeline_output_free(&out);
        standing_job_free(&job);
    }
}

/* Results */

static int save(struct work *w, const struct standing_job *job, const struct pipeline_output *out,
                struct error *err)
{
    const struct agency *agency = &w->from.agencies->agencies[out->agency];
    size_t slot = w->taken % POOL_WINDOW;
    struct store_standing row = { .agency = { .code = agency->code },
                                  .context = str_of(w->contexts[slot]),
                                  .audit = w->audits[slot],
                                  .verdict = { .path = out->label, .sha256 = out->sha256 } };
    rows_verdict(&row.verdict, out);
    int rc = store_begin(w->run->store, err);
    if (rc == 0)
        rc = store_standing_save(w->run->store, w->run->assessment, &row, err);
    if (rc == 0)
        rc = items_follow(w->run->store, agency->code, job, out, err);
    enum revision_kind kind = REVISION_NONE;
    if (rc == 0)
        rc = revisions_follow(&kind, w->run->store, agency->code, job, out, err);
    w->result->changed += kind != REVISION_NONE;
    w->result->dated_back += kind == REVISION_DATED_BACK;
    return rc;
}

static int commit_some(struct work *w, struct error *err)
{
    if (++w->uncommitted < STORE_BATCH && clock_seconds() - w->committed_at < BATCH_SECONDS)
        return 0;
    int rc = store_commit(w->run->store, err);
    w->uncommitted = 0;
    w->committed_at = clock_seconds();
    log_progress_step(&w->progress, w->result->judged + w->result->unchanged);
    return rc;
}

static int job_done(void *user, struct str bytes, enum pool_outcome outcome, struct str result,
                    struct error *err)
{
    struct work *w = user;
    struct standing_job job;
    struct pipeline_output out;
    if (!standing_job_unpack(&job, bytes))
        return error_set(err, ERR_INTERNAL, "a damaged job came back");
    if (outcome != POOL_DONE || !pipeline_unpack_output(&out, result)) {
        enum pool_outcome how = outcome == POOL_DONE ? POOL_CRASH : outcome;
        pipeline_lost(&out, w->run->pipeline, &job.file, pool_outcome_name(how));
        out.agency = job.agency;
    }
    int rc = save(w, &job, &out, err);
    w->taken++;
    w->result->judged++;
    pipeline_output_free(&out);
    standing_job_free(&job);
    return rc ? rc : commit_some(w, err);
}

static int run_pool(struct work *w, struct error *err)
{
    struct pool pool = { .workers = w->run->workers ? w->run->workers : 1,
                         .user = w,
                         .next = next_job,
                         .work = do_jobs,
                         .done = job_done };
    log_progress_start(&w->progress, tr("汇总", "agencies"), w->from.agencies->n);
    w->committed_at = clock_seconds();
    int rc = pool_run(&pool, err);
    log_progress_end(&w->progress);
    if (rc == 0 && w->failed.code != ERR_OK) {
        *err = w->failed;
        rc = w->failed.code;
    }
    return rc;
}

static int count_row(void *user, const struct store_standing *s)
{
    struct standing_result *result = user;
    enum audit_severity worst = SEVERITY_NONE;
    audit_severity_parse(&worst, s->verdict.worst);
    if (worst > result->worst)
        result->worst = worst;
    result->incomplete += !s->verdict.complete && !str_eq_c(s->verdict.kind, "unreadable");
    result->not_due += str_eq_c(s->verdict.kind, "not-due");
    return 0;
}

int standing_year(struct standing_result *out, const struct standing_run *run, struct error *err)
{
    struct work w = { .run = run, .result = out };
    *out = (struct standing_result){ 0 };
    w.contexts = mem_zero(POOL_WINDOW, sizeof *w.contexts);
    int rc = gather_open(&w.from, run, err);
    if (rc == 0)
        rc = run_pool(&w, err);
    if (rc == 0)
        rc = store_begin(run->store, err);
    if (rc == 0)
        rc = store_standings_prune(run->store, run->assessment, err);
    if (rc == 0)
        rc = store_standings(run->store, run->assessment, str_of(""), count_row, out, err);
    gather_close(&w.from);
    free(w.contexts);
    strbuf_free(&w.bytes);
    return rc;
}
