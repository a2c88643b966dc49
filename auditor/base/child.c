/* child.c - see child.h. */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

enum { NOT_EXECUTED = 127, ENVIRONMENT = 16 };

static unsigned or_default(unsigned value, unsigned fallback)
{
    return value ? value : fallback;
}

bool child_find(const char *name, struct strbuf *path)
{
    const char *folders = getenv("PATH");
    struct str rest = str_of(folders ? folders : "/usr/bin:/bin");
    struct str folder;
    strbuf_clear(path);
    if (strchr(name, '/')) {
        strbuf_c(path, name);
        return access(name, X_OK) == 0;
    }
    while (str_split(&rest, ':', &folder)) {
        strbuf_clear(path);
        strbuf_fmt(path, "%.*s/%s", STR_ARG(folder), name);
        if (folder.n > 0 && access(path->p, X_OK) == 0 && !file_is_folder(path->p))
            return true;
    }
    return false;
}

/* The input as a file that lives in memory, at its beginning; -1 on failure. */
static int input_file(struct str input)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    size_t done = 0;
    while (fd >= 0 && done < input.n) {
        ssize_t n = write(fd, input.p + done, input.n - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            close(fd);
            return -1;
        }
        done += (size_t)n;
    }
    if (fd >= 0)
        lseek(fd, 0, SEEK_SET);
    return fd;
}

static void set_limit(int resource, rlim_t value)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) == 0 && limit.rlim_max < value)
        value = limit.rlim_max; /* a worker has limits already */
    limit = (struct rlimit){ value, value };
    setrlimit(resource, &limit);
}

/* A document may name things on the network, and a converter may go and fetch them. Sockets other than local ones
 * are refused by the kernel; calls of a foreign architecture end the process. */
static void fence_network(void)
{
#if defined(__x86_64__)
    static const uint32_t ours = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    static const uint32_t ours = AUDIT_ARCH_AARCH64;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ours, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { sizeof rules / sizeof *rules, rules };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#endif
}

static void fence(const struct child_task *task, pid_t parent)
{
    unsigned seconds = or_default(task->seconds, CHILD_SECONDS);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    setpgid(0, 0);
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_CPU, seconds);
#ifdef AUDITOR_SANITIZED
    if (task->argv) /* the function carries the sanitizer's terabytes with it */
#endif
        set_limit(RLIMIT_AS, (rlim_t)or_default(task->memory_mb, CHILD_MEMORY_MB) << 20);
    if (chdir(task->folder ? task->folder : "/") != 0)
        _exit(1);
    fence_network();
}

static int write_all(int fd, struct str s)
{
    while (s.n > 0) {
        ssize_t n = write(fd, s.p, s.n);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return 1;
        s = str_sub(s, (size_t)n, s.n);
    }
    return 0;
}

static void be_called(const struct child_task *task)
{
    struct strbuf out = { 0 };
    int status = task->call(task->user, task->input, &out);
    if (write_all(STDOUT_FILENO, strbuf_view(&out)) != 0)
        status = 1;
    _exit(status);
}

static void become(const struct child_task *task, const char *path, pid_t parent)
{
    char *arguments[64], *environment[ENVIRONMENT];
    struct strbuf folders = { 0 };
    size_t n = 0;
    strbuf_fmt(&folders, "PATH=%s", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
    environment[n++] = folders.p;
    environment[n++] = (char *)"LC_ALL=C.UTF-8";
    for (size_t i = 0; task->environment && task->environment[i] && n + 1 < ENVIRONMENT; i++)
        environment[n++] = (char *)task->environment[i];
    environment[n] = NULL;
    for (n = 0; task->argv[n] && n < 63; n++)
        arguments[n] = (char *)task->argv[n];
    arguments[n] = NULL;
    fence(task, parent); /* last: within its limits nothing of ours may ask for memory */
    execve(path, arguments, environment);
    _exit(NOT_EXECUTED);
}

/* In the new process. fds: input, output, messages. */
static void live(const struct child_task *task, const char *path, const int fds[3], pid_t parent)
{
    int kept[3];
    for (int i = 0; i < 3; i++)
        kept[i] = fcntl(fds[i], F_DUPFD, 3); /* none of them may stand in the way of another */
    for (int i = 0; i < 3; i++)
        if (kept[i] < 0 || dup2(kept[i], i) < 0)
            _exit(1);
    close_range(3, ~0U, 0);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    if (!task->call)
        become(task, path, parent);
    fence(task, parent);
    be_called(task);
}

static void close_all(int *fds, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

void child_start(struct child *c, const struct child_task *task)
{
    struct strbuf path = { 0 };
    int fds[5] = { -1, -1, -1, -1, -1 }; /* input; output; messages */
    pid_t parent = getpid();
    *c = (struct child){ .end = CHILD_SYSTEM, .out = -1, .messages = -1 };
    c->limit = (size_t)or_default(task->output_mb, CHILD_OUTPUT_MB) << 20;
    c->deadline = clock_seconds() + or_default(task->seconds, CHILD_SECONDS);
    if (!task->call && !child_find(task->argv[0], &path)) {
        c->end = CHILD_ABSENT;
        strbuf_free(&path);
        return;
    }
    struct str input = task->call ? STR("") : task->input; /* the function has it already */
    if ((fds[0] = input_file(input)) >= 0 && pipe2(fds + 1, O_CLOEXEC) == 0 &&
        pipe2(fds + 3, O_CLOEXEC) == 0 && (c->pid = fork()) == 0)
        live(task, path.p, (const int[]){ fds[0], fds[2], fds[4] }, parent);
    strbuf_free(&path);
    if (c->pid <= 0) {
        c->pid = 0;
        close_all(fds, 5);
        return;
    }
    setpgid(c->pid, c->pid); /* here too: whoever comes first */
    c->out = fds[1];
    c->messages = fds[3];
    close_all((int[]){ fds[0], fds[2], fds[4] }, 3);
}

/* Takes what there is; false at the end. Beyond the limit it is read and dropped. */
static bool take(int fd, struct strbuf *to, size_t limit, bool *full)
{
    char piece[65536];
    ssize_t n = read(fd, piece, sizeof piece);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    size_t room = limit > to->n ? limit - to->n : 0;
    *full = *full || (size_t)n > room;
    strbuf_add(to, piece, (size_t)n < room ? (size_t)n : room);
    return n > 0;
}

/* Reads until both pipes are closed, or a limit is met. */
static enum child_end take_output(struct child *c, struct strbuf *out, struct strbuf *messages)
{
    struct pollfd polls[2] = { { c->out, POLLIN, 0 }, { c->messages, POLLIN, 0 } };
    size_t limit = c->limit + out->n;
    bool full = false, ignored = false;
    while (polls[0].fd >= 0 || polls[1].fd >= 0) {
        double left = c->deadline - clock_seconds();
        if (left <= 0)
            return CHILD_TIME;
        int ready = poll(polls, 2, (int)(left * 1000) + 1);
        if (ready < 0 && errno != EINTR)
            return CHILD_SYSTEM;
        if (ready <= 0)
            continue;
        if (polls[0].revents && !take(c->out, out, limit, &full))
            polls[0].fd = -1;
        if (polls[1].revents && !take(c->messages, messages, CHILD_MESSAGES - 1, &ignored))
            polls[1].fd = -1;
        if (full)
            return CHILD_OUTPUT;
    }
    return CHILD_DONE;
}

/* Waits, for a process that closed its pipes may still run. */
static bool ended(const struct child *c)
{
    while (clock_seconds() < c->deadline) {
        siginfo_t info = { 0 };
        if (waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid)
            return true;
        struct timespec pause = { 0, 500000 };
        nanosleep(&pause, NULL);
    }
    return false;
}

static enum child_end ending(int status)
{
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGXCPU ? CHILD_TIME : CHILD_FAILED;
    return WEXITSTATUS(status) == 0              ? CHILD_DONE
           : WEXITSTATUS(status) == NOT_EXECUTED ? CHILD_ABSENT
                                                 : CHILD_FAILED;
}

enum child_end child_finish(struct child *c, struct strbuf *out, struct child_result *result)
{
    struct strbuf messages = { 0 };
    int status = -1;
    if (c->pid > 0) {
        c->end = take_output(c, out, &messages);
        if (c->end == CHILD_DONE && !ended(c))
            c->end = CHILD_TIME;
        kill(-c->pid, SIGKILL); /* and what it left behind */
        while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
            ;
        if (c->end == CHILD_DONE)
            c->end = ending(status);
        close_all((int[]){ c->out, c->messages }, 2);
        c->pid = 0;
    }
    if (result) {
        *result = (struct child_result){ .end = c->end, .status = -1 };
        if (status != -1 && WIFEXITED(status))
            result->status = WEXITSTATUS(status);
        if (messages.n > 0)
            memcpy(result->messages, messages.p, messages.n);
    }
    strbuf_free(&messages);
    return c->end;
}
