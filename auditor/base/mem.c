/* mem.c - allocation that never fails from the caller's view; see mem.h. */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

_Noreturn void mem_exhausted(void)
{
    static const char line[] = "auditor: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, line, sizeof line - 1);
    (void)ignored;
    _exit(MEM_EXIT);
}

static size_t product(size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_exhausted();
    return count * size;
}

void *mem_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_zero(size_t count, size_t size)
{
    size_t bytes = product(count, size);
    void *p = calloc(1, bytes ? bytes : 1);
    if (!p)
        mem_exhausted();
    return p;
}

void *mem_resize(void *old, size_t count, size_t size)
{
    size_t bytes = product(count, size);
    void *p = realloc(old, bytes ? bytes : 1);
    if (!p)
        mem_exhausted();
    return p;
}

char *mem_strdup(const char *s)
{
    return mem_strndup(s, strlen(s));
}

char *mem_strndup(const char *s, size_t n)
{
    char *copy = mem_alloc(n + 1);
    if (n)
        memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}

void *mem_grow(void *array, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return array;
    *cap = *cap ? product(*cap, 2) : 16;
    return mem_resize(array, *cap, size);
}

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE) && !defined(AUDITOR_SANITIZED)

void mem_expect(size_t bytes)
{
    enum { PAGE = 2 << 20, KEPT = 64 << 20, LARGE = 4 << 20 };
    mallopt(M_MMAP_THRESHOLD, 32 << 20); /* the most there is: the block is to be the heap's own */
    mallopt(M_TRIM_THRESHOLD, KEPT);     /* and to stay with it */
    char *block = malloc(bytes);
    uintptr_t first = ((uintptr_t)block + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    uintptr_t end = ((uintptr_t)block + bytes) & ~(uintptr_t)(PAGE - 1);
    if (block && first < end)
        madvise(block + (first - (uintptr_t)block), end - first, MADV_HUGEPAGE);
    free(block);
    mallopt(M_MMAP_THRESHOLD, LARGE);
}

#else

void mem_expect(size_t bytes)
{
    (void)bytes;
}

#endif
