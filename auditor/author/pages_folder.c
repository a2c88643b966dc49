/* pages_folder.c - the folder that pages are written to; see pages.h. */
#include "author/pages.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"

#define MARK ".auditor-rules-docs"

enum { MARK_MAX = 1 << 20 };

void pages_name(struct strbuf *out, struct str rule)
{
    strbuf_fmt(out, "%.*s.html", STR_ARG(rule));
}

static bool is_empty(const char *folder)
{
    DIR *dir = opendir(folder);
    bool empty = true;
    for (struct dirent *e; dir && empty && (e = readdir(dir));)
        empty = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;
    if (dir)
        closedir(dir);
    return empty;
}

int pages_folder(const char *folder, bool force, struct error *err)
{
    char *mark = file_join(folder, MARK);
    bool ours = file_exists(mark);
    free(mark);
    if (file_exists(folder) && !file_is_folder(folder))
        return error_set(err, ERR_USAGE, tr("%s 不是文件夹", "%s is no folder"), folder);
    if (!ours && !force && file_is_folder(folder) && !is_empty(folder))
        return error_set(err, ERR_USAGE,
                         tr("文件夹 %s 不空，也不是由 rules docs 写的：换一个，或加 --force 写入",
                            "the folder %s is not empty and was not written by rules docs: name "
                            "another one, or write to it with --force"),
                         folder);
    return file_make_folder(folder, err);
}

static bool listed(struct str names, struct str name)
{
    struct str line;
    while (str_split(&names, '\n', &line))
        if (str_eq(line, name))
            return true;
    return false;
}

/* Only a plain name of a page: the list is a file that anybody may have changed. */
static bool is_page(struct str name)
{
    return str_ends(name, STR(".html")) && !str_has(name, "/") && name.p[0] != '.';
}

int pages_mark(const char *folder, struct str names, struct error *err)
{
    char *mark = file_join(folder, MARK);
    struct strbuf earlier = { 0 };
    struct str line;
    file_read(&earlier, mark, MARK_MAX, NULL);
    struct str rest = strbuf_view(&earlier);
    while (str_split(&rest, '\n', &line)) {
        if (!is_page(line) || listed(names, line))
            continue;
        struct strbuf path = { 0 };
        strbuf_fmt(&path, "%s/%.*s", folder, STR_ARG(line));
        unlink(path.p);
        strbuf_free(&path);
    }
    int rc = file_write(mark, names, err);
    strbuf_free(&earlier);
    free(mark);
    return rc;
}
