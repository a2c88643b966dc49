/*
 * copy_bench.c - copy_bench [REPORTS] : all pairs of a year's reports, in CPU seconds and megabytes.
 *
 * The reports are made here, 3,000 characters each: a fifth from a national stock of sentences, a third
 * from the template of one of their families (20 reports each), the rest their own; every fiftieth has
 * taken over half of its own part from a report of another family. Prints what was found of these.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/mem.h"
#include "text/copy.h"

enum { FAMILY = 20, SENTENCES = 60, LETTERS = 50, COPIER = 50 };

static uint64_t seed = 1;

static uint32_t any(uint32_t n)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(seed >> 33) % n;
}

/* A sentence that is always the same for one key: the letters are those of common Chinese. */
static void sentence(struct strbuf *out, uint64_t key)
{
    uint64_t before = seed;
    seed = key * UINT64_C(0x9E3779B97F4A7C15) + 12345;
    for (int i = 0; i < LETTERS; i++)
        strbuf_rune(out, 0x4E00 + 500 + any(1200));
    seed = before;
    strbuf_c(out, "。");
}

static uint64_t key_of(uint32_t report, uint32_t i, uint32_t reports)
{
    uint32_t family = report / FAMILY;
    if (i % 5 == 0)
        return 1 + i;
    if (i % 3 == 0)
        return UINT64_C(1000000) + (uint64_t)family * 1000 + i;
    uint32_t writer = report;
    if (report % COPIER == COPIER - 1 && i % 2)
        writer = (report + reports / 2 + 7) % reports;
    return UINT64_C(1000000000) + (uint64_t)writer * 1000 + i;
}

static void make(struct copy_text *text, uint32_t report, uint32_t reports)
{
    struct strbuf words = { 0 };
    for (uint32_t i = 0; i < SENTENCES; i++) {
        strbuf_clear(&words);
        sentence(&words, key_of(report, i, reports));
        copy_add(text, strbuf_view(&words), 0, 0, NULL, 0);
        if (i % 4 == 3)
            copy_break(text);
    }
    strbuf_free(&words);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The part of a's own letters that stands in b. */
static double share(uint32_t a, uint32_t b, uint32_t reports, const struct copy_field *field)
{
    struct copy_text texts[2] = { { 0 }, { 0 } };
    make(&texts[0], a, reports);
    make(&texts[1], b, reports);
    uint32_t *stock;
    size_t n;
    copy_stock_of(&stock, &n, field, a / FAMILY);
    copy_set_aside(&texts[0], stock, n);
    free(stock);
    struct copy_passage *list;
    copy_common(&list, &n, &texts[0], &texts[1]);
    size_t taken = 0;
    for (size_t i = 0; i < n; i++)
        taken += list[i].own;
    double part = (double)taken / (double)copy_own(&texts[0]);
    free(list);
    copy_text_free(&texts[0]);
    copy_text_free(&texts[1]);
    return part;
}

int main(int argc, char **argv)
{
    uint32_t n = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 10000;
    struct copy_report *reports = mem_alloc((n + 1) * sizeof *reports);
    double start = seconds(), in_marks = 0;
    size_t marks = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct copy_text text = { 0 };
        uint32_t *list;
        make(&text, i, n);
        double before = seconds();
        copy_marks(&list, &reports[i].n, &text);
        in_marks += seconds() - before;
        reports[i].marks = list;
        reports[i].family = i / FAMILY;
        marks += reports[i].n;
        copy_text_free(&text);
    }
    printf("%u reports, %zu marks each; making and marking %.2f s, of it marks %.0f us a report\n",
           n, marks / (n ? n : 1), seconds() - start, in_marks * 1e6 / n);
    start = seconds();
    struct copy_field field;
    copy_compare(&field, reports, n);
    printf("all pairs compared by marks in %.2f s: %zu pairs, %zu + %zu marks of stock\n",
           seconds() - start, field.pair_count, field.stock_count, field.family_stock_count);
    start = seconds();
    size_t found = 0;
    for (size_t i = 0; i < field.pair_count; i++)
        found += share(field.pairs[i].a, field.pairs[i].b, n, &field) > 0.3;
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("pairs read again letter by letter in %.2f s: %zu copies, %u were made; %ld MB\n",
           seconds() - start, found, n / COPIER, use.ru_maxrss / 1024);
    for (uint32_t i = 0; i < n; i++)
        free((void *)reports[i].marks);
    free(reports);
    copy_field_free(&field);
    return 0;
}
