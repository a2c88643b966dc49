/* worker.c - see worker.h. */
#include "office/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"

enum { FRAME_MAX = 512 << 20 };

static bool receive_all(int fd, char *p, size_t n)
{
    while (n) {
        ssize_t got = recv(fd, p, n, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        p += got;
        n -= (size_t)got;
    }
    return true;
}

static bool send_all(int fd, struct iovec *parts, size_t n)
{
    while (n) {
        struct msghdr message = { .msg_iov = parts, .msg_iovlen = n };
        ssize_t sent = sendmsg(fd, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        for (; n && (size_t)sent >= parts->iov_len; parts++, n--)
            sent -= (ssize_t)parts->iov_len;
        if (n) {
            parts->iov_base = (char *)parts->iov_base + sent;
            parts->iov_len -= (size_t)sent;
        }
    }
    return true;
}

static bool receive_frame(int fd, struct strbuf *frame)
{
    uint32_t n;
    strbuf_clear(frame);
    if (!receive_all(fd, (char *)&n, sizeof n))
        return false;
    strbuf_reserve(frame, n);
    frame->n = n;
    return receive_all(fd, frame->p, n);
}

/* All at once: each message wakes the parent. */
static bool send_frames(int fd, const struct strbuf *frames, size_t n)
{
    uint32_t lengths[POOL_GROUP];
    struct iovec parts[2 * POOL_GROUP];
    for (size_t i = 0; i < n; i++) {
        lengths[i] = (uint32_t)frames[i].n;
        parts[2 * i] = (struct iovec){ &lengths[i], sizeof lengths[i] };
        parts[2 * i + 1] = (struct iovec){ frames[i].p, frames[i].n };
    }
    return send_all(fd, parts, 2 * n);
}

/* The life of a worker: a group of jobs in, their results out, until the parent is gone. */
static void serve(int fd, const struct pool *pool)
{
    struct strbuf jobs[POOL_GROUP] = { { 0 } };
    struct strbuf results[POOL_GROUP] = { { 0 } };
    struct pool_task tasks[POOL_GROUP];
    uint32_t n;
    while (receive_all(fd, (char *)&n, sizeof n) && n <= POOL_GROUP) {
        for (uint32_t i = 0; i < n; i++) {
            if (!receive_frame(fd, &jobs[i]))
                return;
            strbuf_clear(&results[i]);
            tasks[i] = (struct pool_task){ strbuf_view(&jobs[i]), &results[i] };
        }
        pool->work(pool->user, tasks, n);
        if (!send_frames(fd, results, n))
            return;
    }
}

/* A runaway document must not take the machine with it, nor leave a core file behind. */
static void set_limits(const struct pool *pool)
{
    struct rlimit none = { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
#ifndef AUDITOR_SANITIZED
    rlim_t bytes = (rlim_t)(pool->memory_mb ? pool->memory_mb : POOL_MEMORY_MB) << 20;
    struct rlimit space = { bytes, bytes };
    setrlimit(RLIMIT_AS, &space);
#else
    (void)pool; /* a sanitizer maps terabytes: the parent watches the resident size */
#endif
}

/* What a group of documents and their judging take; less where groups are smaller, so that all workers together
 * stay small. */
static void expect_documents(const struct pool *pool)
{
    enum { ALL = 32 << 20, MOST = 16 << 20 };
    size_t bytes = ALL / pool->workers;
    mem_expect(bytes < MOST ? bytes : MOST);
}

int worker_start(struct worker *w, const struct pool *pool, const int *others, size_t n,
                 struct error *err)
{
    int pair[2];
    pid_t parent = getpid();
    *w = (struct worker){ .fd = -1 };
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return error_set(err, ERR_IO, tr("建不了工作进程：%s", "cannot make a worker: %s"),
                         error_system(errno));
    pid_t pid = fork();
    if (pid < 0) {
        close(pair[0]);
        close(pair[1]);
        return error_set(err, ERR_IO, tr("建不了工作进程：%s", "cannot make a worker: %s"),
                         error_system(errno));
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
        close(pair[0]);
        for (size_t i = 0; i < n; i++)
            if (others[i] >= 0)
                close(others[i]);
        set_limits(pool);
        expect_documents(pool);
        serve(pair[1], pool);
        _exit(0);
    }
    close(pair[1]);
    w->pid = pid;
    w->fd = pair[0];
    return 0;
}

void worker_kill(struct worker *w, enum pool_outcome why)
{
    if (w->pid > 0)
        kill(w->pid, SIGKILL);
    w->killed = why;
}

enum pool_outcome worker_reap(struct worker *w)
{
    int status = 0;
    enum pool_outcome how = w->killed;
    if (w->fd >= 0)
        close(w->fd);
    if (w->pid > 0) {
        kill(w->pid, SIGKILL); /* nothing if it ended by itself */
        while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
            ;
    }
    if (how == POOL_DONE)
        how = WIFEXITED(status) && WEXITSTATUS(status) == MEM_EXIT ? POOL_MEMORY : POOL_CRASH;
    strbuf_free(&w->in);
    strbuf_free(&w->out);
    w->pid = 0;
    w->fd = -1;
    w->sent = 0;
    return how;
}

void worker_send(struct worker *w, const struct str *jobs, size_t n)
{
    uint32_t number = (uint32_t)n;
    strbuf_add(&w->out, &number, sizeof number);
    for (size_t i = 0; i < n; i++) {
        number = (uint32_t)jobs[i].n;
        strbuf_add(&w->out, &number, sizeof number);
        strbuf_str(&w->out, jobs[i]);
    }
}

bool worker_flush(struct worker *w)
{
    while (w->sent < w->out.n) {
        ssize_t n =
            send(w->fd, w->out.p + w->sent, w->out.n - w->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        w->sent += (size_t)n;
    }
    strbuf_clear(&w->out);
    w->sent = 0;
    return true;
}

bool worker_receive(struct worker *w)
{
    for (;;) {
        strbuf_reserve(&w->in, 64 * 1024);
        ssize_t n = recv(w->fd, w->in.p + w->in.n, w->in.cap - w->in.n - 1, MSG_DONTWAIT);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        if (n == 0)
            return false;
        w->in.n += (size_t)n;
        w->in.p[w->in.n] = '\0';
    }
}

bool worker_frame(struct worker *w, struct str *frame)
{
    uint32_t n;
    if (w->in.n < sizeof n)
        return false;
    memcpy(&n, w->in.p, sizeof n);
    if (n > FRAME_MAX || w->in.n - sizeof n < n)
        return false;
    *frame = (struct str){ w->in.p + sizeof n, n };
    return true;
}

void worker_drop(struct worker *w, struct str frame)
{
    size_t used = sizeof(uint32_t) + frame.n;
    memmove(w->in.p, w->in.p + used, w->in.n - used);
    w->in.n -= used;
}

size_t worker_resident(const struct worker *w)
{
    char name[64];
    unsigned long pages = 0;
    snprintf(name, sizeof name, "/proc/%ld/statm", (long)w->pid);
    FILE *f = fopen(name, "re");
    if (!f)
        return 0;
    if (fscanf(f, "%*u %lu", &pages) != 1)
        pages = 0;
    fclose(f);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}
