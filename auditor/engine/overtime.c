/* overtime.c - see overtime.h. */
#include "engine/overtime.h"

#include <signal.h>
#include <stddef.h>
#include <sys/time.h>
#include <time.h>

/* Nanoseconds between two looks at the CPU time, which is a system call. */
enum { NEAR = 1000 * 1000 };

static struct {
    lua_State *volatile L; /* of the call that is watched, NULL between calls */
    lua_Hook volatile stop;
    volatile sig_atomic_t ticks;
    uint64_t wall, cpu; /* at the last look */
} overtime;

/* lua_sethook() is made to be called from a signal. */
static void on_tick(int number)
{
    (void)number;
    if (overtime.L && ++overtime.ticks > 1) /* the first tick may be that of what ran before */
        lua_sethook(overtime.L, overtime.stop, LUA_MASKCOUNT, 1);
}

static uint64_t now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void set_timer(long microseconds)
{
    const struct timeval tick = { .tv_usec = microseconds };
    const struct itimerval timer = { tick, tick };
    setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

void overtime_open(void)
{
    struct sigaction action = { .sa_handler = on_tick, .sa_flags = SA_RESTART };
    sigaction(SIGVTALRM, &action, NULL);
    set_timer(OVERTIME_TICK);
    overtime.wall = now(CLOCK_MONOTONIC);
    overtime.cpu = now(CLOCK_THREAD_CPUTIME_ID);
}

/* The handler stays: a tick may be on its way. */
void overtime_close(void)
{
    set_timer(0);
}

void overtime_begin(lua_State *L, lua_Hook stop)
{
    overtime.stop = stop;
    overtime.ticks = 0;
    overtime.L = L;
}

uint64_t overtime_end(void)
{
    lua_State *L = overtime.L;
    overtime.L = NULL;
    lua_sethook(L, NULL, 0, 0);
    uint64_t wall = now(CLOCK_MONOTONIC);
    uint64_t most = wall - overtime.wall;
    if (most < NEAR)
        return most;
    /* Another process may have run meanwhile. */
    uint64_t cpu = now(CLOCK_THREAD_CPUTIME_ID);
    most = cpu - overtime.cpu;
    overtime.wall = wall;
    overtime.cpu = cpu;
    return most;
}
