/* walk.c - which files of a folder were handed in; see read.h. */
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

/* The folder into which a browser saves what a page needs. */
static bool companion_folder(struct str name)
{
    return str_ends(name, STR("_files")) || str_ends(name, STR(".files"));
}

static bool side_file(const char *path)
{
    static const char *const endings[] = { "css",  "js",     "mjs", "map", "json", "ndjson",
                                           "woff", "woff2",  "ttf", "eot", "ico",  "svg",
                                           "conf", "sqlite", "db",  "csv", "lua",  "md",
                                           "py",   "log",    "ini", "xml", "part", "bak" };
    struct str ending = file_extension(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq_nocase(ending, endings[i]))
            return true;
    return false;
}

static bool passed_over(const char *path, size_t folder)
{
    struct str rest = str_of(path + folder);
    struct str part;
    while (str_split(&rest, '/', &part))
        if (rest.p && companion_folder(part))
            return true;
    return side_file(path);
}

int read_walk(struct file_list *out, const char *path, size_t *passed, struct error *err)
{
    struct file_list found = { 0 };
    bool folder = file_is_folder(path);
    int rc = file_walk_inputs(&found, path, err);
    for (size_t i = 0; rc == 0 && i < found.n; i++) {
        if (!folder || !passed_over(found.paths[i], strlen(path)))
            file_list_add(out, found.paths[i]);
        else if (passed)
            ++*passed;
    }
    file_list_free(&found);
    if (rc == 0)
        file_list_sort(out);
    return rc;
}
