/*
 * mem.h - memory that is there or ends the process (prefix mem_).
 *
 * Nothing here returns NULL. When memory runs out the process writes one line to stderr
 * and leaves with MEM_EXIT: in a worker that costs the one document it was reading, which
 * the parent then names; in the parent nothing is lost, because what was reported as done
 * is already committed to the database.
 */
#ifndef AUDITOR_BASE_MEM_H
#define AUDITOR_BASE_MEM_H

#include <stddef.h>

#define MEM_EXIT 71 /* exit status of a process that ran out of memory */

void *mem_alloc(size_t size);                           /* not cleared; size 0 is allowed */
void *mem_zero(size_t count, size_t size);              /* cleared; checks the product */
void *mem_resize(void *old, size_t count, size_t size); /* as realloc, checks the product */
char *mem_strdup(const char *s);
char *mem_strndup(const char *s, size_t n); /* always terminated */

/* Makes room for one more element in a growing array: doubles *cap when n has reached it. */
void *mem_grow(void *array, size_t n, size_t *cap, size_t size);

/* Tells the system that so many bytes more will be used in small pieces: it may give them in large pages, which
 * are found faster. None is taken before it is used. A hint: without glibc, or where the system gives no large
 * pages, all goes on as before. */
void mem_expect(size_t bytes);

/* Ends the process as every function here does; for what a library could not allocate. */
_Noreturn void mem_exhausted(void);

#endif /* AUDITOR_BASE_MEM_H */
