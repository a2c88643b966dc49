/*
 * clock.h - time that only goes forward (prefix clock_).
 */
#ifndef AUDITOR_BASE_CLOCK_H
#define AUDITOR_BASE_CLOCK_H

#include <time.h>

/* Seconds since some moment of the past: to be compared with each other. */
static inline double clock_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#endif /* AUDITOR_BASE_CLOCK_H */
