/* walk.c - which files of a folder were handed in; see read.h. */
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "read/package.h"
#include "read/word2003.h"
#include "read/zipped.h"

/* The folder into which a browser saves what a page needs. */
static bool companion_folder(struct str name)
{
    return str_ends(name, STR("_files")) || str_ends(name, STR(".files"));
}

/* Word saves reports as XML, too; by their first bytes they are told from settings. */
static bool is_word_xml(const char *path)
{
    char bytes[4096];
    FILE *file = file_is_special(path) ? NULL : fopen(path, "rb");
    size_t n = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    struct str head = { bytes, n };
    return package_is(head) || word2003_is(head);
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
            return !str_eq_nocase(ending, "xml") || !is_word_xml(path);
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

/* A zip that cannot be opened is a document that cannot be read: reading it tells why. */
static void add_zipped(struct file_list *out, const char *path, struct read_passed *passed)
{
    struct file_list found = { 0 };
    if (zipped_list(&found, path, path, NULL) != 0)
        file_list_add(out, path);
    for (size_t i = 0; i < found.n; i++) {
        if (!passed_over(found.paths[i], strlen(path)))
            file_list_add(out, found.paths[i]);
        else if (passed)
            passed->side_files++;
    }
    file_list_free(&found);
}

int read_walk(struct file_list *out, const char *path, struct read_passed *passed,
              struct error *err)
{
    struct file_list found = { 0 };
    bool folder = file_is_folder(path);
    int rc = 0;
    if (zipped_split(path)) /* a file in a zip, named */
        file_list_add(out, path);
    else
        rc = file_walk_inputs(&found, passed ? &passed->links : NULL, path, err);
    for (size_t i = 0; rc == 0 && i < found.n; i++) {
        if (zipped_is_batch(found.paths[i]))
            add_zipped(out, found.paths[i], passed);
        else if (!folder || !passed_over(found.paths[i], strlen(path)))
            file_list_add(out, found.paths[i]);
        else if (passed)
            passed->side_files++;
    }
    file_list_free(&found);
    if (rc == 0)
        file_list_sort(out);
    return rc;
}

int read_stat(struct file_stamp *out, const char *path, const char *name, struct error *err)
{
    size_t archive = zipped_split(path);
    if (archive == 0)
        return file_stat_as(out, path, name, err);
    char *head = mem_strndup(path, archive);
    int rc = file_stat_as(out, head, name, err);
    free(head);
    return rc;
}

int read_bytes(struct strbuf *out, const char *path, const char *name, struct error *err)
{
    size_t archive = zipped_split(path);
    if (archive)
        return zipped_read(out, path, archive, name, err);
    if (!zipped_is_batch(path))
        return file_read_as(out, path, name, READ_LIMIT, err);
    struct file_list files = { 0 }; /* it stands for itself because it can't be listed: say why */
    int rc = zipped_list(&files, path, name, err);
    file_list_free(&files);
    return rc ? rc
              : error_set(err, ERR_FORMAT,
                          tr("%s：压缩包在读取时被改动，请重新运行",
                             "%s: the archive was changed while it was read, run again"),
                          name);
}

/* Why an entry of a folder was passed over: what it is now says it. */
static const char *why_passed(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return tr("链接指向的文件不存在", "the link leads nowhere");
    if (S_ISDIR(st.st_mode))
        return tr("指向文件夹的链接不跟随，请直接指明该文件夹",
                  "a link to a folder is not followed, name that folder itself");
    return tr("不是普通文件（管道、设备等）", "it is no ordinary file (a pipe, a device)");
}

void read_passed_tell(const struct read_passed *passed)
{
    struct strbuf path = { 0 }, shown = { 0 };
    for (size_t i = 0; i < passed->links.n; i++) {
        strbuf_clear(&path);
        strbuf_clear(&shown);
        file_shown(&path, str_of(passed->links.paths[i]));
        log_safe_line(&shown, strbuf_view(&path));
        log_note(tr("没有读取 %s：%s", "passed over %s: %s"), shown.p,
                 why_passed(passed->links.paths[i]));
    }
    strbuf_free(&path);
    strbuf_free(&shown);
    if (passed->side_files)
        log_note(tr("跳过 %zu 个附属文件（网页的样式、脚本、_files 文件夹，设置和数据）",
                    "passed over %zu side files (style sheets, scripts, _files folders, settings, "
                    "data)"),
                 passed->side_files);
}

void read_passed_free(struct read_passed *passed)
{
    file_list_free(&passed->links);
}
