/* standing.c - see standing.h. */
#include "office/standing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/pool.h"
#include "office/rows.h"
#include "office/standing_job.h"

static const double BATCH_SECONDS =
    0.5; /* what is shown as done is committed at least this often */

struct earlier { /* a year that was assessed */
    int year;
    int64_t assessment;
};

/* A stored report that belongs to a dossier. */
struct stored {
    bool found;
    int64_t audit, document;
    struct str path, sha256, context, kind;
    int year; /* that it is about; 0 unknown */
    bool operational;
};

struct work {
    const struct standing_run *run;
    struct standing_result *result;
    const struct agency_register *agencies;
    struct earlier *earlier;
    size_t earlier_count, earlier_cap;
    size_t *by_parent; /* agencies that have a parent, by its code, then by position */
    size_t child_count;
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

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Gathering */

static int take_earlier(void *user, const struct store_assessment *a)
{
    struct work *w = user;
    w->earlier = mem_grow(w->earlier, w->earlier_count, &w->earlier_cap, sizeof *w->earlier);
    w->earlier[w->earlier_count++] = (struct earlier){ a->year, a->id };
    return 0;
}

static int by_parent(const void *p, const void *q, void *user)
{
    const struct agency_register *reg = user;
    size_t a = *(const size_t *)p;
    size_t b = *(const size_t *)q;
    int order = str_cmp(reg->agencies[a].parent, reg->agencies[b].parent);
    return order ? order : (a > b) - (a < b);
}

static void index_children(struct work *w)
{
    w->by_parent = mem_zero(w->agencies->n + 1, sizeof *w->by_parent);
    for (size_t i = 0; i < w->agencies->n; i++)
        if (w->agencies->agencies[i].parent.n)
            w->by_parent[w->child_count++] = i;
    if (w->child_count > 1)
        qsort_r(w->by_parent, w->child_count, sizeof *w->by_parent, by_parent, (void *)w->agencies);
}

static size_t first_child(const struct work *w, struct str code)
{
    size_t low = 0, high = w->child_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(w->agencies->agencies[w->by_parent[middle]].parent, code) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct keeping {
    struct stored *out;
    struct arena *arena;
};

static int take_stored(void *user, const struct store_chosen *c)
{
    struct keeping *k = user;
    *k->out = (struct stored){ .found = true,
                               .audit = c->audit,
                               .document = c->document,
                               .path = arena_str(k->arena, c->path),
                               .sha256 = arena_str(k->arena, c->sha256),
                               .context = arena_str(k->arena, c->context),
                               .kind = arena_str(k->arena, c->kind),
                               .year = c->year,
                               .operational = c->operational };
    return 0;
}

static int find_stored(struct stored *out, struct work *w, int64_t assessment, struct str code,
                       struct arena *arena, struct error *err)
{
    struct keeping keeping = { out, arena };
    *out = (struct stored){ 0 };
    return store_chosen(w->run->store, assessment, code, take_stored, &keeping, err);
}

/* Whether it is the report of a year, and no mere sign that something came in. */
static bool counts(const struct stored *s, int year)
{
    return s->found && str_eq_c(s->kind, "annual-report") && (s->year == 0 || s->year == year);
}

static enum dossier_received received_of(const struct stored *s, int year)
{
    if (!s->found)
        return DOSSIER_NOTHING;
    if (str_eq_c(s->kind, "unreadable"))
        return DOSSIER_UNREADABLE;
    if (!str_eq_c(s->kind, "annual-report"))
        return DOSSIER_OTHER;
    return counts(s, year) ? DOSSIER_REPORT : DOSSIER_OTHER_YEAR;
}

/* What a dossier is made of, before any snapshot is read. */
struct gathered {
    const struct agency *agency;
    struct stored own;
    struct standing_other *others;
    struct stored *stored; /* by others */
    size_t n;
    struct arena *arena;
};

static void add_other(struct gathered *g, const struct work *w, struct standing_other other,
                      const struct stored *stored)
{
    other.stored = counts(stored, other.year);
    if (other.stored) {
        other.file.source = PIPELINE_SNAPSHOT;
        other.file.label = stored->path;
        other.file.sha256 = stored->sha256;
        other.file.path =
            arena_fmt(g->arena, "%s/%d/%.*s", w->run->inbox, other.year, STR_ARG(stored->path));
    }
    g->others[g->n] = other;
    g->stored[g->n++] = *stored;
}

/* An agency may have been another one then; "" when none, or several, can be named. */
static struct str code_in_year(const struct work *w, const struct agency *agency, int year)
{
    const struct agency_register *everybody = w->run->everybody;
    int now = register_by_code(everybody, agency->code);
    int then = now >= 0 ? register_in_year(everybody, now, year) : -1;
    return then >= 0 ? everybody->agencies[then].code : str_of("");
}

static int gather_past(struct gathered *g, struct work *w, struct error *err)
{
    struct stored stored;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < w->earlier_count; i++) {
        const struct earlier *e = &w->earlier[i];
        struct standing_other other = { .year = e->year, .level = g->agency->level };
        struct str code = code_in_year(w, g->agency, e->year);
        if (code.n == 0)
            continue;
        rc = find_stored(&stored, w, e->assessment, code, g->arena, err);
        if (rc == 0 && counts(&stored, e->year))
            add_other(g, w, other, &stored);
    }
    return rc;
}

static int gather_children(struct gathered *g, struct work *w, size_t first, size_t end,
                           struct error *err)
{
    struct stored stored;
    int rc = 0;
    for (size_t i = first; rc == 0 && i < end; i++) {
        const struct agency *child = &w->agencies->agencies[w->by_parent[i]];
        struct standing_other other = { .child = true,
                                        .year = w->run->year,
                                        .code = child->code,
                                        .name = child->name,
                                        .level = child->level };
        rc = find_stored(&stored, w, w->run->assessment, child->code, g->arena, err);
        if (rc == 0)
            add_other(g, w, other, &stored);
    }
    return rc;
}

static int gather(struct gathered *g, struct work *w, size_t agency, struct error *err)
{
    g->agency = &w->agencies->agencies[agency];
    g->arena = arena_new();
    size_t first = first_child(w, g->agency->code);
    size_t end = first;
    while (end < w->child_count &&
           str_eq(w->agencies->agencies[w->by_parent[end]].parent, g->agency->code))
        end++;
    size_t room = w->earlier_count + (end - first) + 1;
    g->others = mem_zero(room, sizeof *g->others);
    g->stored = mem_zero(room, sizeof *g->stored);
    int rc = find_stored(&g->own, w, w->run->assessment, g->agency->code, g->arena, err);
    if (rc == 0)
        rc = gather_past(g, w, err);
    return rc ? rc : gather_children(g, w, first, end, err);
}

static void gathered_free(struct gathered *g)
{
    free(g->others);
    free(g->stored);
    arena_free(g->arena);
}

/* What the first pass made of a document follows from its bytes, its name, what the register says of
 * its agency, and the keys of the assessment. */
static void digest_stored(struct digest *d, const struct stored *s)
{
    char flags[16];
    int n = snprintf(flags, sizeof flags, "%d %d", s->operational, s->year);
    digest_field(d, s->path);
    digest_field(d, s->sha256);
    digest_field(d, s->context);
    digest_field(d, s->kind);
    digest_field(d, (struct str){ flags, (size_t)n });
}

static void context_of(char out[DIGEST_HEX], const struct work *w, size_t agency,
                       const struct gathered *g)
{
    struct digest *d = digest_new();
    char year[16];
    char given[17];
    digest_field(d, g->agency->code);
    digest_field(d, g->agency->name);
    digest_field(d, str_of(report_level_name(g->agency->level)));
    digest_field(d, g->agency->deadline);
    digest_field(d, g->agency->group);
    snprintf(given, sizeof given, "%016" PRIx64,
             given_digest(w->run->pipeline->given, (int)agency));
    digest_field(d, str_of(given));
    digest_stored(d, &g->own);
    for (size_t i = 0; i < g->n; i++) {
        const struct standing_other *o = &g->others[i];
        snprintf(year, sizeof year, "%c%d", o->child ? 'c' : 'p', o->year);
        digest_field(d, str_of(year));
        digest_field(d, o->code);
        digest_field(d, o->name);
        digest_field(d, str_of(report_level_name(o->level)));
        digest_stored(d, &g->stored[i]);
    }
    digest_end(d, out);
}

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
                                .received = received_of(&g->own, w->run->year),
                                .operational = g->own.operational,
                                .others = g->others,
                                .other_count = g->n };
    int rc = 0;
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
        standing_job_pack(out, &job);
    return rc;
}

/* Whether the agency must be judged; then its job is written. */
static int look_at(bool *changed, struct work *w, size_t agency, struct strbuf *job,
                   struct error *err)
{
    struct gathered g = { 0 };
    char context[DIGEST_HEX];
    int rc = gather(&g, w, agency, err);
    context_of(context, w, agency, &g);
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
    while (w->failed.code == ERR_OK && w->next < w->agencies->n) {
        bool changed = false;
        if (look_at(&changed, w, w->next++, job, &w->failed) != 0)
            return false;
        if (changed)
            return true;
        w->result->unchanged++;
    }
    return false;
}

static void do_job(void *user, struct str bytes, struct strbuf *result)
{
    const struct work *w = user;
    struct standing_job job;
    struct pipeline_output out;
    if (!standing_job_unpack(&job, bytes))
        return;
    standing_judge(&out, w->run->pipeline, &job);
    pipeline_pack_output(result, &out);
    pipeline_output_free(&out);
    standing_job_free(&job);
}

/* Results */

static int save(struct work *w, const struct pipeline_output *out, struct error *err)
{
    const struct agency *agency = &w->agencies->agencies[out->agency];
    size_t slot = w->taken % POOL_WINDOW;
    struct store_standing row = { .agency = { .code = agency->code },
                                  .context = str_of(w->contexts[slot]),
                                  .audit = w->audits[slot],
                                  .verdict = { .path = out->label, .sha256 = out->sha256 } };
    rows_verdict(&row.verdict, out);
    int rc = store_begin(w->run->store, err);
    return rc ? rc : store_standing_save(w->run->store, w->run->assessment, &row, err);
}

static int commit_some(struct work *w, struct error *err)
{
    if (++w->uncommitted < STORE_BATCH && seconds() - w->committed_at < BATCH_SECONDS)
        return 0;
    int rc = store_commit(w->run->store, err);
    w->uncommitted = 0;
    w->committed_at = seconds();
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
    int rc = save(w, &out, err);
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
                         .work = do_job,
                         .done = job_done };
    log_progress_start(&w->progress, tr("汇总", "agencies"), w->agencies->n);
    w->committed_at = seconds();
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
    return 0;
}

int standing_year(struct standing_result *out, const struct standing_run *run, struct error *err)
{
    struct work w = { .run = run, .result = out, .agencies = run->pipeline->agencies };
    *out = (struct standing_result){ 0 };
    w.contexts = mem_zero(POOL_WINDOW, sizeof *w.contexts);
    int rc = store_assessments_before(run->store, run->year, take_earlier, &w, err);
    if (rc == 0) {
        index_children(&w);
        rc = run_pool(&w, err);
    }
    if (rc == 0)
        rc = store_begin(run->store, err);
    if (rc == 0)
        rc = store_standings_prune(run->store, run->assessment, err);
    if (rc == 0)
        rc = store_standings(run->store, run->assessment, str_of(""), count_row, out, err);
    free(w.earlier);
    free(w.by_parent);
    free(w.contexts);
    strbuf_free(&w.bytes);
    return rc;
}
