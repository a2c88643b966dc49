/*
 * child.h - another program, or a function of this one, in a fenced process (prefix child_).
 *
 * The process has its own group and dies with its parent. It inherits nothing: no descriptor but
 * its three, of the environment only PATH, and the locale C.UTF-8. No shell is involved. Its input
 * is a file in memory, so that a program may seek in it (as /dev/stdin); its output comes through
 * a pipe and is read while it runs. It has no network: the kernel refuses every socket but local ones. What it starts is killed with it when it ends or is stopped.
 *
 *     child_start(&c, &task);          several may run side by side
 *     child_finish(&c, &out, NULL);    waits, and says how it ended
 *
 * Limits     Of the task; 0 means the one of enum child_limit. Bytes are counted, so CHILD_OUTPUT
 *            is a property of the input; CHILD_TIME is not.
 * Ownership  A started child must be finished, once. argv and input are not needed after the start.
 * Errors     None but the end: child_finish() returns it.
 */
#ifndef AUDITOR_BASE_CHILD_H
#define AUDITOR_BASE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/str.h"

enum child_limit {
    CHILD_SECONDS = 15,
    CHILD_MEMORY_MB = 768,
    CHILD_OUTPUT_MB = 64,
    CHILD_MESSAGES = 16384 /* bytes of the standard error that are kept */
};

enum child_end {
    CHILD_DONE,   /* exited with 0 */
    CHILD_FAILED, /* exited with another status, or was killed by a signal */
    CHILD_ABSENT, /* there is no such program */
    CHILD_TIME,   /* took too long */
    CHILD_OUTPUT, /* said too much */
    CHILD_SYSTEM  /* no process or no pipe to be had */
};

struct child_task {
    const char *const *argv; /* terminated by NULL; argv[0] without '/' is looked for in PATH */
    int (*call)(void *user, struct str input, struct strbuf *out); /* or this: the exit status */
    void *user;
    struct str input;
    const char *const *environment; /* more of it, "NAME=value"; terminated by NULL; may be NULL */
    const char *folder;             /* to work in; NULL: "/" */
    unsigned seconds;               /* by the clock, and of processor time */
    unsigned memory_mb;             /* of address space */
    unsigned output_mb;
};

struct child {
    pid_t pid; /* 0: was not started, `end` says why */
    enum child_end end;
    int out, messages;
    double deadline; /* monotonic seconds */
    size_t limit;
};

struct child_result {
    enum child_end end;
    int status; /* of exit; -1: killed */
    char messages[CHILD_MESSAGES];
};

void child_start(struct child *c, const struct child_task *task);
/* Appends what it said to out. result may be NULL. */
enum child_end child_finish(struct child *c, struct strbuf *out, struct child_result *result);

/* Where PATH has the program; false when it has it not. */
bool child_find(const char *name, struct strbuf *path);

#endif /* AUDITOR_BASE_CHILD_H */
