/*
 * worker.h - one worker process and the socket to it (prefix worker_).
 *
 * Both directions carry frames: four bytes of length in the machine's order, then the bytes. In front of a
 * group of jobs stand four bytes with their number; results come one by one, in the order of the jobs. The
 * parent never blocks on a worker: what does not fit into the socket waits in `out`.
 */
#ifndef AUDITOR_OFFICE_WORKER_H
#define AUDITOR_OFFICE_WORKER_H

#include <sys/types.h>

#include "office/pool.h"

enum {
    WORKER_DEPTH = 2, /* groups handed out: the next one waits while the first is worked on */
    WORKER_JOBS = WORKER_DEPTH * POOL_GROUP
};

struct worker {
    pid_t pid; /* 0: none */
    int fd;
    struct strbuf in, out;
    size_t sent;              /* of out */
    size_t jobs[WORKER_JOBS]; /* numbers; the first group is being worked on */
    size_t job_count;
    size_t groups[WORKER_JOBS]; /* jobs of each group that have no result yet */
    size_t group_count;
    double deadline;          /* of the first group, monotonic seconds */
    enum pool_outcome killed; /* why the parent killed it; POOL_DONE: it did not */
};

/* Forks. others: fds of the parent's ends, which the child closes. Does not return in the child. */
int worker_start(struct worker *w, const struct pool *pool, const int *others, size_t n,
                 struct error *err);
void worker_kill(struct worker *w, enum pool_outcome why);
/* Waits for the end of a worker that closed its socket or was killed; says how it ended. */
enum pool_outcome worker_reap(struct worker *w);

/* Queues a group of jobs; worker_flush() sends. */
void worker_send(struct worker *w, const struct str *jobs, size_t n);
bool worker_flush(struct worker *w);   /* false: it is dead */
bool worker_receive(struct worker *w); /* reads what is there; false: it is dead */
/* The next complete frame, to be dropped with worker_drop() after use. */
bool worker_frame(struct worker *w, struct str *frame);
void worker_drop(struct worker *w, struct str frame);
size_t worker_resident(const struct worker *w); /* bytes; 0 unknown */

#endif /* AUDITOR_OFFICE_WORKER_H */
