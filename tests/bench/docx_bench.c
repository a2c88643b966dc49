/*
 * docx_bench.c - what reading Word files costs against unzipping them and a bare parse, in CPU time.
 *
 *     docx_bench FOLDER [ROUNDS]
 *
 * Over the .docx files of a folder, in turns: read_document() on the bytes of the file; and libzip with
 * xmlReadMemory() and xmlFreeDoc() over the same members. Prints the median and the range of the ratios.
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <zip.h>

#include "base/mem.h"
#include "read/read.h"

struct file {
    struct strbuf bytes;
    const char *name;
};

static double cpu_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The members that read_document() looks into. */
static bool is_read(struct str name)
{
    static const char *const parts[] = { "_rels/.rels",        "docProps/core.xml",
                                         "docProps/app.xml",   "docProps/custom.xml",
                                         "word/document.xml",  "word/_rels/document.xml.rels",
                                         "word/styles.xml",    "word/numbering.xml",
                                         "word/footnotes.xml", "word/endnotes.xml" };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (str_eq_c(name, parts[i]))
            return true;
    return str_starts(name, STR("word/header")) || str_starts(name, STR("word/footer"));
}

static void parse_bare(struct str bytes)
{
    zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    for (zip_int64_t i = 0; zip && i < zip_get_num_entries(zip, 0); i++) {
        zip_stat_t st;
        if (zip_stat_index(zip, (zip_uint64_t)i, 0, &st) != 0 || !is_read(str_of(st.name)))
            continue;
        char *part = mem_alloc(st.size + 1);
        zip_file_t *file = zip_fopen_index(zip, (zip_uint64_t)i, 0);
        zip_int64_t n = zip_fread(file, part, st.size);
        zip_fclose(file);
        xmlFreeDoc(xmlReadMemory(part, (int)n, NULL, NULL, XML_PARSE_NONET));
        free(part);
    }
    if (zip)
        zip_discard(zip);
}

static double time_files(const struct file *files, size_t n, bool bare)
{
    double start = cpu_now();
    for (size_t i = 0; i < n; i++) {
        struct doc *doc;
        if (bare)
            parse_bare(strbuf_view(&files[i].bytes));
        else if (read_document(&doc, strbuf_view(&files[i].bytes), files[i].name, NULL, NULL) == 0)
            doc_free(doc);
    }
    return cpu_now() - start;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static struct file *load(const char *folder, size_t *n, struct file_list *list)
{
    struct error err;
    if (file_walk(list, folder, &err) != 0)
        return NULL;
    struct file *files = mem_zero(list->n + 1, sizeof *files);
    for (size_t i = 0; i < list->n; i++) {
        bool word = str_eq_c(file_extension(list->paths[i]), "docx");
        if (!word || file_read(&files[*n].bytes, list->paths[i], READ_LIMIT, &err) != 0)
            continue;
        files[(*n)++].name = list->paths[i];
    }
    return files;
}

int main(int argc, char **argv)
{
    size_t n = 0;
    struct file_list list = { 0 };
    struct file *files = argc > 1 ? load(argv[1], &n, &list) : NULL;
    size_t rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : 9;
    if (!files || !n || !rounds) {
        fprintf(stderr, "usage: docx_bench FOLDER [ROUNDS]; the folder must hold .docx files\n");
        return 64;
    }
    double *ratios = mem_zero(rounds, sizeof *ratios);
    double ours = 0;
    double bare = 0;
    for (size_t i = 0; i < rounds; i++) {
        double a = time_files(files, n, false);
        double b = time_files(files, n, true);
        ratios[i] = a / b;
        ours += a;
        bare += b;
    }
    qsort(ratios, rounds, sizeof *ratios, by_value);
    double each = 1e6 / (double)n / (double)rounds;
    printf("%zu Word files, read %.0f us, unzipped and parsed %.0f us a file\n", n, ours * each,
           bare * each);
    printf("ratio median %.3f  (%.3f - %.3f)\n", ratios[rounds / 2], ratios[0], ratios[rounds - 1]);
    for (size_t i = 0; i < n; i++)
        strbuf_free(&files[i].bytes);
    free(ratios);
    free(files);
    file_list_free(&list);
    return 0;
}
