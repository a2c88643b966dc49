/* assess.c - see assess.h. */
#include "office/assess.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/batch.h"
#include "office/choose.h"
#include "office/decided.h"
#include "office/plan.h"
#include "office/rows.h"
#include "office/standing.h"

static const double BATCH_SECONDS =
    0.5; /* what is shown as done is committed at least this often */

struct assess {
    struct store *store;
    struct pipeline pipeline;
    struct plan plan;
    struct assess_result *result;
    size_t next;        /* file to be planned */
    size_t finished;    /* files dealt with */
    size_t uncommitted; /* audits in the open transaction */
    double committed_at;
    struct strbuf snapshot;
    struct log_progress progress;
    struct error failed; /* of next_job(), which cannot return one */
    struct date today;
};

static int64_t wall_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int commit(struct assess *a, struct error *err)
{
    int rc = store_commit(a->store, err);
    a->uncommitted = 0;
    a->committed_at = clock_seconds();
    log_progress_step(&a->progress, a->finished);
    return rc;
}

static int fill_job(struct assess *a, size_t file, enum plan_action action,
                    const struct store_seen *seen, struct pipeline_job *job, struct error *err)
{
    bool stored = a->plan.stored;
    *job = (struct pipeline_job){ .source = PIPELINE_FILE,
                                  .path = str_of(stored ? "" : a->plan.files.paths[file]),
                                  .label = plan_path(&a->plan, file) };
    if (action == PLAN_READ)
        return 0;
    job->source = action == PLAN_RETELL ? PIPELINE_UNREAD : PIPELINE_SNAPSHOT;
    job->sha256 = seen->sha256;
    int rc = action == PLAN_RETELL
                 ? store_result(a->store, plan_unread(&a->plan, file), &a->snapshot, NULL, err)
                 : store_snapshot(a->store, seen->id, &a->snapshot, err);
    job->bytes = strbuf_view(&a->snapshot);
    return rc;
}

static bool next_job(void *user, struct pipeline_job *job)
{
    struct assess *a = user;
    while (a->failed.code == ERR_OK && a->next < a->plan.files.n) {
        enum plan_action action = PLAN_READ;
        const struct store_seen *seen = NULL;
        size_t file = a->next++;
        if (plan_file(&a->plan, file, &action, &seen, &a->failed) != 0)
            break;
        if (action != PLAN_NOTHING)
            return fill_job(a, file, action, seen, job, &a->failed) == 0;
        a->result->unchanged++;
        a->finished++;
        if (a->uncommitted == 0)
            log_progress_step(&a->progress, a->finished);
    }
    return false;
}

static int save(struct assess *a, const struct pipeline_output *out, struct error *err)
{
    const struct agency_register *agencies = a->pipeline.agencies;
    char context[PIPELINE_CONTEXT];
    pipeline_context(context, agencies, out->agency);
    struct store_audit row = {
        .path = out->label,
        .sha256 = out->sha256,
        .found_agency = out->agency_name,
        .found_host = out->host,
        .stamp = out->stamp,
        .seen_ns = a->plan.now_ns,
        .xxh3 = out->xxh3,
        .keep_document = !out->from_file,
        .snapshot = out->snapshot,
        .marks = out->marks,
        .context = str_of(context),
        .agency = out->agency >= 0 ? agencies->agencies[out->agency].code : str_of(""),
        .matched = str_of(register_match_name(out->match)),
    };
    rows_verdict(&row, out);
    int rc = store_begin(a->store, err);
    return rc ? rc : store_save(a->store, a->plan.assessment, a->plan.year, &row, err);
}

static int document_done(void *user, const struct pipeline_output *out, struct error *err)
{
    struct assess *a = user;
    int rc = save(a, out, err);
    if (rc)
        return rc;
    a->finished++;
    a->result->audited += out->from_file;
    a->result->rejudged += !out->from_file;
    if (++a->uncommitted >= STORE_BATCH || clock_seconds() - a->committed_at > BATCH_SECONDS)
        rc = commit(a, err);
    return rc;
}

static int save_register(struct assess *a, struct error *err)
{
    const struct agency_register *reg = a->pipeline.agencies;
    struct arena *arena = arena_new();
    struct store_agency *rows = arena_alloc(arena, (reg->n + 1) * sizeof *rows);
    for (size_t i = 0; i < reg->n; i++) {
        const struct agency *g = &reg->agencies[i];
        struct strbuf aliases = { 0 };
        for (size_t k = 0; k < g->alias_count; k++)
            strbuf_fmt(&aliases, "%s%.*s", k ? ";" : "", STR_ARG(g->aliases[k]));
        rows[i] = (struct store_agency){ g->code,
                                         g->name,
                                         arena_str(arena, strbuf_view(&aliases)),
                                         str_of(report_level_name(g->level)),
                                         g->group,
                                         g->parent,
                                         g->host,
                                         g->deadline };
        strbuf_free(&aliases);
    }
    int rc = store_agencies_save(a->store, a->plan.assessment, rows, reg->n, err);
    arena_free(arena);
    return rc;
}

struct sheet {
    const struct setup *setup;
    struct assess_result *result;
};

static int take_sheet(void *user, const struct store_assessment *a)
{
    const struct sheet *s = user;
    if (str_eq_c(a->state, "done") && !str_eq_c(a->profile_digest, s->setup->profile_digest))
        snprintf(s->result->sheet_was, sizeof s->result->sheet_was, "%.*s", STR_ARG(a->profile));
    return 0;
}

/* Opens the database, keeps others out, unless it is a copy, and takes up or begins the assessment. */
static int start(struct assess *a, const struct office *office, struct setup *setup,
                 struct error *err)
{
    struct store_assessment key = { .year = a->plan.year,
                                    .profile = setup->profile->id,
                                    .profile_digest = str_of(setup->profile_digest),
                                    .rules_digest = str_of(engine_digest(setup->engine)),
                                    .version = str_of(setup->version) };
    int rc = a->plan.stored ? assess_find(&a->plan.before, a->store, a->plan.year, err)
                            : store_open(&a->store, office->database, true, err);
    if (rc == 0 && !a->plan.stored)
        rc = store_lock(a->store, err);
    if (rc == 0)
        rc = store_begin(a->store, err);
    struct sheet sheet = { setup, a->result };
    if (rc == 0)
        rc = store_assessment_current(a->store, a->plan.year, take_sheet, &sheet, err);
    if (rc == 0)
        rc = store_assessment_start(a->store, &key, err);
    a->plan.store = a->store;
    a->plan.assessment = key.id;
    if (rc == 0)
        rc = save_register(a, err);
    if (rc == 0)
        rc = store_commit(a->store, err);
    return rc;
}

static int take_assigned(void *user, const struct store_decision *d)
{
    struct agency_register *reg = user;
    int agency = str_eq_c(d->kind, "assign") ? register_by_code(reg, d->agency) : -1;
    if (agency >= 0)
        register_assign(reg, d->subject, d->value, agency);
    return 0;
}

static int run_documents(struct assess *a, size_t workers, struct error *err)
{
    struct batch batch = { .pipeline = &a->pipeline,
                           .workers = workers,
                           .user = a,
                           .next = next_job,
                           .done = document_done };
    log_progress_start(&a->progress, tr("审核", "audit"), a->plan.files.n);
    a->committed_at = clock_seconds();
    int rc = batch_run(&batch, err);
    if (rc == 0 && a->failed.code != ERR_OK) {
        if (err)
            *err = a->failed;
        rc = a->failed.code;
    }
    log_progress_end(&a->progress);
    return rc;
}

/* Which document counts for whom is known from here on. */
static int settle_documents(struct assess *a, struct error *err)
{
    int rc = plan_vanished(&a->plan, err);
    if (rc == 0)
        rc = store_begin(a->store, err);
    if (rc == 0)
        rc = choose_documents(a->result, a->store, a->plan.assessment, a->plan.year,
                              a->pipeline.agencies, err);
    return rc ? rc : store_commit(a->store, err);
}

struct later {
    struct assess_result *result;
    int year;
    size_t n;
};

static int take_later(void *user, const struct store_assessment *a)
{
    struct later *later = user;
    if (a->year > later->year && later->n + 1 < ASSESS_LATER)
        later->result->later[later->n++] = a->year;
    return 0;
}

static int run_standings(struct assess *a, const struct office *office,
                         const struct agency_register *everybody, size_t workers, struct error *err)
{
    struct standing_result found = { 0 };
    struct standing_run run = { .store = a->store,
                                .pipeline = &a->pipeline,
                                .everybody = everybody,
                                .inbox = office->inbox,
                                .year = a->plan.year,
                                .assessment = a->plan.assessment,
                                .workers = workers,
                                .today = a->today };
    int rc = standing_year(&found, &run, err);
    a->result->standings = found.judged;
    a->result->changed = found.changed;
    a->result->dated_back = found.dated_back;
    a->result->open_agencies = found.incomplete;
    a->result->not_due = found.not_due;
    if (found.worst > a->result->worst)
        a->result->worst = found.worst;
    struct later later = { a->result, a->plan.year, 0 };
    if (rc == 0 && found.judged)
        rc = store_assessments_before(a->store, INT_MAX, take_later, &later, err);
    if (rc == 0)
        rc = store_assessment_finish(a->store, a->plan.assessment, err);
    return rc ? rc : store_commit(a->store, err);
}

int assess_year(struct assess_result *out, const struct office *office, struct setup *setup,
                const struct assess_options *options, struct error *err)
{
    struct assess a = { .result = out,
                        .store = options->copy,
                        .today = date_valid(options->today) ? options->today : decided_today() };
    struct agency_register *everybody = NULL; /* of all years */
    struct agency_register *agencies = NULL;
    struct given *given = NULL;
    struct strbuf folder = { 0 };
    *out = (struct assess_result){ 0 };
    strbuf_fmt(&folder, "%s/%d", office->inbox, options->year);
    a.plan = (struct plan){ .year = options->year,
                            .now_ns = wall_ns(),
                            .rehash = options->rehash,
                            .ocr = options->ocr,
                            .stored = options->copy,
                            .folder = folder.p };
    a.pipeline = (struct pipeline){ .engine = setup->engine,
                                    .model = setup->model,
                                    .profile = setup->profile,
                                    .read.ocr = options->ocr,
                                    .stored = true,
                                    .facts = true,
                                    .lang = lang_get() };
    int rc = 0;
    if (!options->copy && !file_is_folder(folder.p)) /* before anything is written about the year */
        rc = error_set(err, ERR_ABSENT,
                       tr("没有收件箱 %s：请把该年度的报告放进去",
                          "there is no inbox %s: put the year's reports there"),
                       folder.p);
    if (rc == 0)
        rc = office_register(&everybody, office, err);
    if (rc == 0)
        register_of_year(&agencies, everybody, options->year);
    a.pipeline.agencies = a.plan.agencies = agencies;
    if (rc == 0)
        rc = office_given(&given, office, setup->profile, agencies, options->year, err);
    a.pipeline.given = given;
    if (rc == 0)
        rc = start(&a, office, setup, err);
    if (rc == 0)
        rc = store_decisions(a.store, options->year, str_of(""), take_assigned, agencies, err);
    if (rc == 0)
        rc = plan_open(&a.plan, err);
    if (rc == 0)
        rc = run_documents(&a, options->workers, err);
    if (rc == 0)
        rc = settle_documents(&a, err);
    if (rc == 0)
        rc = run_standings(&a, office, everybody, options->workers, err);
    out->documents = a.plan.files.n;
    out->read = out->audited + a.plan.read;
    out->gone = a.plan.gone;
    if (everybody)
        out->unread_columns = mem_strndup(everybody->unread.p, everybody->unread.n);
    plan_close(&a.plan);
    strbuf_free(&a.snapshot);
    if (!options->copy)
        store_close(a.store);
    register_free(agencies);
    given_free(given);
    register_free(everybody);
    strbuf_free(&folder);
    return rc;
}

void assess_result_free(struct assess_result *result)
{
    file_list_free(&result->unmatched_paths);
    file_list_free(&result->unmatched_near);
    file_list_free(&result->unreadable_paths);
    free(result->unread_columns);
}
