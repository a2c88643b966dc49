/*
 * bare_parse.c - the yardstick: htmlReadMemory and xmlFreeDoc over all files of a folder, nothing else.
 *
 *     bare_parse FOLDER PROCESSES
 *
 * Each process takes its share of the files, as the auditor's workers do.
 */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

static int parse_share(const struct file_list *files, size_t first, size_t step)
{
    struct strbuf bytes = { 0 };
    int failed = 0;
    for (size_t i = first; i < files->n; i += step) {
        if (file_read(&bytes, files->paths[i], 0, NULL) != 0)
            continue;
        htmlDocPtr doc = htmlReadMemory(bytes.p, (int)bytes.n, NULL, "UTF-8",
                                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                            HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
        failed += doc == NULL;
        xmlFreeDoc(doc);
    }
    strbuf_free(&bytes);
    return failed != 0;
}

int main(int argc, char **argv)
{
    struct error err = { 0 };
    struct file_list files = { 0 };
    long processes = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
    if (processes < 1 || file_walk(&files, argv[1], &err) != 0) {
        fprintf(stderr, "bare_parse FOLDER PROCESSES: %s\n", err.message);
        return 1;
    }
    for (long p = 0; p < processes; p++) {
        pid_t child = fork();
        if (child == 0)
            _exit(parse_share(&files, (size_t)p, (size_t)processes));
        if (child < 0)
            return 1;
    }
    int status;
    int failed = 0;
    while (wait(&status) > 0)
        failed |= status != 0;
    file_list_free(&files);
    return failed;
}
