/*
 * overtime.h - stops Lua code that does not end without counting its instructions (prefix overtime_; private to
 * engine/).
 *
 * Lua's count hook costs a call for each instruction, a tenth of what a rule takes. A rule runs without it
 * under a timer instead, and what the timer stopped, or what took so long that it may have passed a limit
 * of instructions, is run again with the hook: so the verdict never depends on the speed of the machine.
 *
 * The timer (ITIMER_VIRTUAL, SIGVTALRM) is the process's own and is not inherited by a fork. It counts CPU
 * time in user mode only and so interrupts no system call.
 */
#ifndef AUDITOR_ENGINE_OVERTIME_H
#define AUDITOR_ENGINE_OVERTIME_H

#include <lua.h>
#include <stdint.h>

enum {
    OVERTIME_TICK = 10 * 1000, /* microseconds; code is stopped at the second tick */
    OVERTIME_FASTEST = 1       /* instructions that Lua carries out in a nanosecond at most */
};

/* Around many calls: the timer runs between them. */
void overtime_open(void);
void overtime_close(void);

/* Around one call. The hook is set when the call has gone on for long; it is to raise. */
void overtime_begin(lua_State *L, lua_Hook stop);
/* The nanoseconds of CPU time that the call took at most; of calls far below a millisecond no more is known
 * than that. */
uint64_t overtime_end(void);

#endif /* AUDITOR_ENGINE_OVERTIME_H */
