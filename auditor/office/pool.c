/* pool.c - who does which job, and in what order results come out; see pool.h. */
#include "office/pool.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/worker.h"

enum { IDLE_DEATHS_MAX = 20, POLL_MS = 200 };

struct slot { /* job number k lives in slot k % POOL_WINDOW until its result is delivered */
    struct strbuf job, result;
    bool finished;
    bool retried;
    enum pool_outcome outcome;
};

struct run {
    const struct pool *pool;
    struct worker *workers;
    int *fds; /* the parent's ends, by worker */
    struct pollfd *polls;
    struct slot slots[POOL_WINDOW];
    size_t taken, delivered; /* numbers of jobs */
    size_t waiting;          /* bytes of finished results that wait */
    bool fetched;            /* job number `taken` lies in its slot already */
    bool exhausted;
    unsigned idle_deaths;
    struct error *err;
};

static struct slot *slot_of(struct run *run, size_t job)
{
    return &run->slots[job % POOL_WINDOW];
}

static void start_clock(struct run *run, struct worker *w)
{
    w->deadline = clock_seconds() + (run->pool->seconds ? run->pool->seconds : POOL_SECONDS);
}

static void hand_over(struct run *run, struct worker *w, const size_t *jobs, size_t n)
{
    struct str texts[POOL_GROUP];
    for (size_t i = 0; i < n; i++) {
        texts[i] = strbuf_view(&slot_of(run, jobs[i])->job);
        w->jobs[w->job_count++] = jobs[i];
    }
    w->groups[w->group_count++] = n;
    if (w->group_count == 1)
        start_clock(run, w);
    worker_send(w, texts, n);
}

static int start_worker(struct run *run, size_t i)
{
    int rc = worker_start(&run->workers[i], run->pool, run->fds, run->pool->workers, run->err);
    run->fds[i] = run->workers[i].fd;
    return rc;
}

/* Whether there is a new job, and room for it in the window. */
static bool fetch_job(struct run *run)
{
    if (run->fetched)
        return true;
    if (run->exhausted || run->taken - run->delivered >= POOL_WINDOW ||
        run->waiting > POOL_WINDOW_BYTES)
        return false;
    run->fetched = run->pool->next(run->pool->user, &slot_of(run, run->taken)->job);
    run->exhausted = !run->fetched;
    return run->fetched;
}

/* 0: it is not light. */
static size_t next_light_bytes(const struct run *run)
{
    const struct pool *pool = run->pool;
    const struct slot *slot = &run->slots[run->taken % POOL_WINDOW];
    return pool->light ? pool->light(pool->user, strbuf_view(&slot->job)) : 0;
}

/* How many may go together now: at the end no worker should be left alone with much more than a quarter
 * of what it has done. */
static size_t group_size(const struct run *run)
{
    size_t n = 1 + run->taken / (4 * run->pool->workers);
    size_t share = POOL_GROUPED / run->pool->workers;
    size_t most = share < POOL_GROUP_LEAST ? POOL_GROUP_LEAST
                  : share > POOL_GROUP     ? POOL_GROUP
                                           : share;
    return n < most ? n : most;
}

/* Takes one job, or some that are all light; returns their number. */
static size_t take_group(struct run *run, size_t jobs[POOL_GROUP])
{
    size_t n = 0, most = group_size(run), bytes = 0;
    bool light = true;
    while (n < most && light && fetch_job(run)) {
        size_t more = most > 1 ? next_light_bytes(run) : 0;
        light = more > 0;
        bytes += more;
        if (n > 0 && (!light || bytes > POOL_GROUP_BYTES))
            break;
        jobs[n++] = run->taken++;
        run->fetched = false;
    }
    return n;
}

/* One group for everyone before a second one for anyone. */
static void feed(struct run *run)
{
    size_t jobs[POOL_GROUP];
    for (size_t depth = 1; depth <= WORKER_DEPTH; depth++)
        for (size_t i = 0; i < run->pool->workers; i++) {
            struct worker *w = &run->workers[i];
            size_t n = w->pid && w->group_count < depth ? take_group(run, jobs) : 0;
            if (n)
                hand_over(run, w, jobs, n);
        }
}

static void finish(struct run *run, size_t job, enum pool_outcome outcome, struct str result)
{
    struct slot *slot = slot_of(run, job);
    slot->finished = true;
    slot->outcome = outcome;
    strbuf_str(&slot->result, result);
    run->waiting += result.n;
}

static void pop_job(struct worker *w)
{
    memmove(w->jobs, w->jobs + 1, --w->job_count * sizeof *w->jobs);
    if (--w->groups[0] == 0)
        memmove(w->groups, w->groups + 1, --w->group_count * sizeof *w->groups);
}

/* The worker died. A job of its first group is to blame. Each of them gets one more try, alone in a fresh
 * worker: memory and state that other documents left behind must not decide. Jobs behind the group are
 * innocent. */
static int bury(struct run *run, size_t i)
{
    struct worker *w = &run->workers[i];
    size_t jobs[WORKER_JOBS];
    size_t n = w->job_count;
    size_t suspects = n ? w->groups[0] : 0;
    size_t first = 0;
    memcpy(jobs, w->jobs, sizeof jobs);
    enum pool_outcome how = worker_reap(w);
    run->fds[i] = -1;
    run->idle_deaths = n ? 0 : run->idle_deaths + 1;
    if (run->idle_deaths > IDLE_DEATHS_MAX)
        return error_set(run->err, ERR_IO,
                         tr("工作进程一启动就结束", "workers end as soon as they are started"));
    if (n && slot_of(run, jobs[0])->retried) /* it was alone */
        finish(run, jobs[first++], how, str_of(""));
    for (size_t k = first; k < suspects; k++)
        slot_of(run, jobs[k])->retried = true;
    int rc = start_worker(run, i);
    for (; rc == 0 && first < n; first++)
        hand_over(run, w, &jobs[first], 1);
    return rc;
}

/* False when the worker is dead. */
static bool collect(struct run *run, struct worker *w)
{
    struct str frame;
    bool alive = worker_receive(w);
    while (worker_frame(w, &frame)) {
        if (w->job_count == 0)
            return false; /* an answer that nobody asked for */
        finish(run, w->jobs[0], POOL_DONE, frame);
        pop_job(w);
        worker_drop(w, frame);
        if (w->job_count)
            start_clock(run, w);
    }
    return alive;
}

static void watch(struct run *run, struct worker *w, double t)
{
    if (w->job_count == 0 || w->killed != POOL_DONE)
        return;
    if (t > w->deadline)
        worker_kill(w, POOL_TIMEOUT);
#ifdef AUDITOR_SANITIZED
    size_t limit = (size_t)(run->pool->memory_mb ? run->pool->memory_mb : POOL_MEMORY_MB) << 20;
    if (worker_resident(w) > limit)
        worker_kill(w, POOL_MEMORY);
#else
    (void)run;
#endif
}

static int wait_for_events(struct run *run)
{
    for (size_t i = 0; i < run->pool->workers; i++) {
        struct worker *w = &run->workers[i];
        short events = (short)(POLLIN | (w->sent < w->out.n ? POLLOUT : 0));
        run->polls[i] = (struct pollfd){ .fd = w->fd, .events = events };
    }
    /* The clock is looked at several times a second: exact to POLL_MS is exact enough. */
    if (poll(run->polls, run->pool->workers, POLL_MS) < 0 && errno != EINTR)
        return error_set(run->err, ERR_IO, "poll: %s", strerror(errno));
    return 0;
}

static int serve_workers(struct run *run)
{
    int rc = wait_for_events(run);
    double t = clock_seconds();
    for (size_t i = 0; rc == 0 && i < run->pool->workers; i++) {
        struct worker *w = &run->workers[i];
        bool alive = true;
        if (run->polls[i].revents & (POLLIN | POLLHUP | POLLERR))
            alive = collect(run, w);
        if (alive && w->killed == POOL_DONE)
            alive = worker_flush(w);
        if (!alive)
            rc = bury(run, i);
        else
            watch(run, w, t);
    }
    return rc;
}

static int deliver(struct run *run)
{
    int rc = 0;
    while (rc == 0 && run->delivered < run->taken) {
        struct slot *slot = slot_of(run, run->delivered);
        if (!slot->finished)
            break;
        run->waiting -= slot->result.n;
        rc = run->pool->done(run->pool->user, strbuf_view(&slot->job), slot->outcome,
                             strbuf_view(&slot->result), run->err);
        strbuf_free(&slot->job);
        strbuf_free(&slot->result);
        *slot = (struct slot){ 0 };
        run->delivered++;
    }
    return rc;
}

static void stop(struct run *run)
{
    for (size_t i = 0; run->workers && i < run->pool->workers; i++)
        if (run->workers[i].pid)
            worker_reap(&run->workers[i]);
    for (size_t i = 0; i < POOL_WINDOW; i++) {
        strbuf_free(&run->slots[i].job);
        strbuf_free(&run->slots[i].result);
    }
    free(run->workers);
    free(run->fds);
    free(run->polls);
    free(run);
}

int pool_run(const struct pool *pool, struct error *err)
{
    struct run *run = mem_zero(1, sizeof *run);
    int rc = 0;
    run->pool = pool;
    run->err = err;
    run->workers = mem_zero(pool->workers, sizeof *run->workers);
    run->fds = mem_zero(pool->workers, sizeof *run->fds);
    run->polls = mem_zero(pool->workers, sizeof *run->polls);
    for (size_t i = 0; i < pool->workers; i++)
        run->fds[i] = run->workers[i].fd = -1;
    bool any = fetch_job(run); /* where nothing is to be done, nobody is called */
    for (size_t i = 0; any && rc == 0 && i < pool->workers; i++)
        rc = start_worker(run, i);
    if (rc == 0)
        feed(run);
    while (rc == 0 && run->delivered < run->taken) {
        rc = serve_workers(run);
        if (rc == 0)
            rc = deliver(run);
        if (rc == 0)
            feed(run);
    }
    stop(run);
    return rc;
}

const char *pool_outcome_name(enum pool_outcome outcome)
{
    static const char *const names[] = { "", "crash", "timeout", "memory" };
    return names[outcome];
}
