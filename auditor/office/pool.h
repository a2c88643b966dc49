/*
 * pool.h - pre-forked worker processes (prefix pool_).
 *
 * The parent hands out jobs, watches the clock, replaces a worker that died, and delivers results
 * in the order of the jobs, whatever the number of workers. At most POOL_WINDOW jobs are under way
 * or waiting for an earlier one, so memory stays flat. Light jobs go to a worker in groups, which grow from
 * one job so that few jobs are still spread over all workers. The more workers there are, the smaller are their
 * largest groups: what all of them hold at a time costs memory. A job whose worker died is tried
 * once more, alone in a fresh worker; if that dies too, the job is lost, and only it.
 *
 * Errors     ERR_IO when no process can be made; what done() returns ends the run.
 */
#ifndef AUDITOR_OFFICE_POOL_H
#define AUDITOR_OFFICE_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

enum {
    POOL_WINDOW = 256,          /* jobs */
    POOL_GROUP = 16,            /* light jobs that a worker does together, at most */
    POOL_GROUP_LEAST = 4,       /* as many in the largest groups, however many workers there are */
    POOL_GROUPED = 32,          /* jobs of the largest groups of all workers */
    POOL_GROUP_BYTES = 4 << 20, /* of the jobs of one group */
    POOL_WINDOW_BYTES = 32 << 20, /* of results that wait for an earlier one */
    POOL_SECONDS = 60,            /* for one job, or one group */
    POOL_MEMORY_MB = 1024         /* address space of a worker; resident size under a sanitizer */
};

enum pool_outcome { POOL_DONE, POOL_CRASH, POOL_TIMEOUT, POOL_MEMORY };

struct pool_task {
    struct str job;
    struct strbuf *result; /* empty; the worker appends */
};

struct pool {
    size_t workers;     /* at least 1 */
    unsigned seconds;   /* 0: POOL_SECONDS */
    unsigned memory_mb; /* 0: POOL_MEMORY_MB */
    void *user;
    /* In the parent: appends the next job to *job; false when there is none left. */
    bool (*next)(void *user, struct strbuf *job);
    /* In the parent: the bytes of a light job, which may share a worker's turn, at least 1; 0: it goes alone.
     * NULL: all go alone. */
    size_t (*light)(void *user, struct str job);
    /* In a worker: n > 1 only of light jobs. */
    void (*work)(void *user, struct pool_task *tasks, size_t n);
    /* In the parent, in the order of the jobs. result is "" unless POOL_DONE. */
    int (*done)(void *user, struct str job, enum pool_outcome outcome, struct str result,
                struct error *err);
};

int pool_run(const struct pool *pool, struct error *err);

const char *pool_outcome_name(enum pool_outcome outcome); /* "crash" "timeout" "memory"; "" done */

#endif /* AUDITOR_OFFICE_POOL_H */
