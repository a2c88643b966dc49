/*
 * parse_bench.c - what reading costs against the bare parse of libxml2, in CPU time.
 *
 *     parse_bench FOLDER [ROUNDS]
 *
 * Over the pages of a folder, in turns: read_document() on the bytes of the file, decoding and
 * normalising included; and htmlReadMemory() with xmlFreeDoc() on the same text already decoded.
 * Prints the median and the range of the ratios of all rounds.
 */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/mem.h"
#include "document/snapshot.h"
#include "read/charset.h"
#include "read/read.h"

struct page {
    struct strbuf bytes;
    struct charset text;
    const char *name;
};

static double cpu_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double time_read(const struct page *pages, size_t n)
{
    double start = cpu_now();
    for (size_t i = 0; i < n; i++) {
        struct doc *doc;
        if (read_document(&doc, strbuf_view(&pages[i].bytes), pages[i].name, NULL, NULL) == 0)
            doc_free(doc);
    }
    return cpu_now() - start;
}

static double time_tree(const struct page *pages, size_t n)
{
    double start = cpu_now();
    for (size_t i = 0; i < n; i++) {
        struct str s = pages[i].text.text;
        xmlFreeDoc(htmlReadMemory(s.p, (int)s.n, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET));
    }
    return cpu_now() - start;
}

static double time_snapshot(const struct page *pages, size_t n, size_t *bytes)
{
    double spent = 0;
    struct strbuf out = { 0 };
    for (size_t i = 0; i < n; i++) {
        struct doc *doc;
        if (read_document(&doc, strbuf_view(&pages[i].bytes), pages[i].name, NULL, NULL) != 0)
            continue;
        double start = cpu_now();
        doc_save(doc, &out);
        spent += cpu_now() - start;
        *bytes += out.n;
        doc_free(doc);
    }
    strbuf_free(&out);
    return spent;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct page *load(const char *folder, size_t *n, struct file_list *files)
{
    struct error err;
    if (file_walk(files, folder, &err) != 0) {
        fprintf(stderr, "%s\n", err.message);
        return NULL;
    }
    struct page *pages = mem_zero(files->n, sizeof *pages);
    for (size_t i = 0; i < files->n; i++) {
        struct page *page = &pages[*n];
        struct str extension = file_extension(files->paths[i]);
        if (!str_starts(extension, STR("htm")) ||
            file_read(&page->bytes, files->paths[i], READ_LIMIT, &err) != 0)
            continue;
        page->name = files->paths[i];
        charset_decode(&page->text, strbuf_view(&page->bytes), (struct str){ "", 0 });
        (*n)++;
    }
    return pages;
}

int main(int argc, char **argv)
{
    size_t n = 0;
    struct file_list files = { 0 };
    struct page *pages = argc > 1 ? load(argv[1], &n, &files) : NULL;
    size_t rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : 9;
    if (!pages || !n || !rounds) {
        fprintf(stderr, "usage: parse_bench FOLDER [ROUNDS]; the folder must hold HTML pages\n");
        return 64;
    }
    double *ratios = mem_zero(rounds, sizeof *ratios);
    double read = 0;
    double tree = 0;
    for (size_t i = 0; i < rounds; i++) {
        double a = time_read(pages, n);
        double b = time_tree(pages, n);
        ratios[i] = a / b;
        read += a;
        tree += b;
    }
    qsort(ratios, rounds, sizeof *ratios, by_value);
    size_t bytes = 0;
    double snapshot = time_snapshot(pages, n, &bytes);
    double each = 1e6 / (double)n;
    printf("pages %zu  read %.0f us  bare tree %.0f us a page\n", n, read * each / (double)rounds,
           tree * each / (double)rounds);
    printf("ratio median %.3f  (%.3f - %.3f)\n", ratios[rounds / 2], ratios[0], ratios[rounds - 1]);
    printf("snapshot %.0f us, %zu bytes a page\n", snapshot * each, bytes / n);
    for (size_t i = 0; i < n; i++) {
        charset_free(&pages[i].text);
        strbuf_free(&pages[i].bytes);
    }
    free(ratios);
    free(pages);
    file_list_free(&files);
    return 0;
}
