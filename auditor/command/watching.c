/* watching.c - see watching.h. */
#include "command/watching.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/setup.h"

enum { GATHER_MAX = 400 }; /* ms: endless changes do not put a run off for ever */

struct state {
    const struct watching *w;
    struct watch *watch;
    sigset_t before; /* signal mask of the program, and of each run */
    int signals;
    int last;              /* exit code of the last run, -1 before */
    bool stopping;         /* asked to end */
    struct strbuf changed; /* what sets off the next run; empty before the first */
};

/* Reads what signals came; true when one of them ends the watch. */
static bool take_signals(struct state *s)
{
    struct signalfd_siginfo info;
    while (read(s->signals, &info, sizeof info) == (ssize_t)sizeof info)
        if (info.ssi_signo != SIGCHLD)
            s->stopping = true;
    return s->stopping;
}

static void child(const struct state *s, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(EXIT_FAULT);
    sigprocmask(SIG_SETMASK, &s->before, NULL);
    int code = s->w->run(s->w->user, s->changed.n ? s->changed.p : NULL);
    if (fflush(stdout) != 0)
        code = EXIT_FAULT;
    fflush(stderr);
    _exit(code);
}

/* Waits for the run; ends it when the watch is to end. */
static int await(struct state *s, pid_t pid)
{
    int status = 0;
    for (;;) {
        pid_t done = waitpid(pid, &status, WNOHANG);
        if (done == pid)
            break;
        struct pollfd p = { .fd = s->signals, .events = POLLIN };
        poll(&p, 1, -1);
        if (take_signals(s)) {
            kill(pid, SIGTERM);
            waitpid(pid, &status, 0);
            return s->last;
        }
    }
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    log_error(tr("这次运行被信号 %d 终止", "this run was ended by signal %d"), WTERMSIG(status));
    return EXIT_FAULT;
}

static int run_once(struct state *s)
{
    struct error err = { 0 };
    pid_t parent = getpid();
    watch_clear(s->watch);
    if (s->w->targets(s->w->user, s->watch, &err)) {
        log_error("%s", err.message);
        return EXIT_FAULT;
    }
    fflush(stdout);
    fflush(stderr);
    pid_t pid = fork();
    if (pid < 0) {
        log_error(tr("不能建立进程：%s", "cannot make a process: %s"), error_system(errno));
        return EXIT_FAULT;
    }
    if (pid == 0)
        child(s, parent);
    return await(s, pid);
}

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Waits for a change, then until no further one comes for a moment; false when the watch is to end. */
static bool next_change(struct state *s)
{
    struct strbuf further = { 0 };
    struct pollfd p[] = { { .fd = s->signals, .events = POLLIN },
                          { .fd = watch_descriptor(s->watch), .events = POLLIN } };
    while (!s->stopping && !watch_take(s->watch, &s->changed)) {
        poll(p, 2, -1);
        take_signals(s);
    }
    for (int64_t until = milliseconds() + GATHER_MAX;
         !s->stopping && milliseconds() < until && poll(p, 2, WATCHING_QUIET) > 0;) {
        take_signals(s);
        watch_take(s->watch, &further);
    }
    if (!s->stopping) {
        char clock[16] = "";
        time_t now = time(NULL);
        struct tm tm;
        if (localtime_r(&now, &tm))
            strftime(clock, sizeof clock, "%H:%M:%S", &tm);
        log_note(tr("%s %s 有改动，重新运行", "%s %s has changed, running again"), clock,
                 s->changed.p ? file_from_here(s->changed.p) : "");
    }
    strbuf_free(&further);
    return !s->stopping;
}

static void loop(struct state *s)
{
    bool first = true;
    do {
        s->last = run_once(s);
        if (first && (s->last == EXIT_USAGE || s->last == EXIT_NO_INPUT))
            return;
        first = false;
        if (!s->stopping)
            log_note(tr("等待文件改动，按 Ctrl-C 结束", "waiting for a change; Ctrl-C ends"));
    } while (!s->stopping && next_change(s));
}

int watching_run(const struct watching *w)
{
    struct state s = { .w = w, .last = EXIT_FAULT };
    struct error err = { 0 };
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCHLD);
    if (watch_new(&s.watch, &err))
        return cli_fail(&err);
    sigprocmask(SIG_BLOCK, &set, &s.before);
    s.signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (s.signals < 0)
        log_error("signalfd: %s", error_system(errno));
    else
        loop(&s);
    if (s.signals >= 0)
        close(s.signals);
    sigprocmask(SIG_SETMASK, &s.before, NULL);
    watch_free(s.watch);
    strbuf_free(&s.changed);
    return s.last;
}

static int below(struct watch *w, const char *folder, const char *name, struct error *err)
{
    static const char *const kinds[] = { "lua", "conf", "csv", "css", "html",
                                         "htm", "txt",  "zip", NULL };
    char *path = file_join(folder, name);
    int rc = watch_folder(w, path, kinds, err);
    free(path);
    return rc;
}

/* The office folder above the working folder, also one whose settings are broken just now; NULL: none. */
static char *office_folder(void)
{
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder))
        return NULL;
    for (;;) {
        char *conf = file_join(folder, "office.conf");
        bool found = file_exists(conf);
        free(conf);
        if (found)
            return mem_strdup(folder);
        char *slash = strrchr(folder, '/');
        if (!slash || slash == folder)
            break;
        *slash = '\0';
    }
    return NULL;
}

static int of_office(struct watch *w, struct error *err)
{
    static const char *const folders[] = { "rules", "packs", "profiles", "reports" };
    static const char *const files[] = { "office.conf", "agencies.csv" };
    char *office = office_folder();
    int rc = 0;
    for (size_t i = 0; office && rc == 0 && i < sizeof folders / sizeof *folders; i++)
        rc = below(w, office, folders[i], err);
    for (size_t i = 0; office && rc == 0 && i < sizeof files / sizeof *files; i++) {
        char *path = file_join(office, files[i]);
        rc = watch_file(w, path, err);
        free(path);
    }
    free(office);
    return rc;
}

/* What --pack names: a folder or a zip. */
static int named(struct watch *w, const struct cli *cli, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        const char *path = cli->values[i].value;
        if (strcmp(cli->values[i].name, "pack") == 0)
            rc = file_is_folder(path) ? below(w, path, "", err) : watch_file(w, path, err);
    }
    return rc;
}

int watching_rules(struct watch *w, const struct cli *cli, struct error *err)
{
    static const char *const folders[] = { "rules", "plugins", "reports" };
    char *data = NULL;
    int rc = setup_data_folder(&data, err);
    for (size_t i = 0; rc == 0 && i < sizeof folders / sizeof *folders; i++)
        rc = below(w, data, folders[i], err);
    free(data);
    if (rc == 0)
        rc = named(w, cli, err);
    return rc ? rc : of_office(w, err);
}

void watching_outputs(struct watch *w, const struct cli *cli)
{
    for (size_t i = 0; i < cli->value_count; i++) {
        const char *colon =
            strcmp(cli->values[i].name, "output") == 0 ? strchr(cli->values[i].value, ':') : NULL;
        if (colon && colon[1])
            watch_ignore(w, colon + 1);
    }
}
