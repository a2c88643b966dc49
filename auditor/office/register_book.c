/* register_book.c - see register_book.h. */
#include "office/register_book.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/lang.h"
#include "read/convert.h"

enum { BOOK_LIMIT = 64 * 1024 * 1024 };

char *register_book_find(const char *folder)
{
    static const char *const names[] = { "agencies.xlsx", "agencies.xls", "agencies.et",
                                         "agencies.ods" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = file_join(folder, names[i]);
        if (file_exists(path))
            return path;
        free(path);
    }
    return NULL;
}

/* A line for each row: breaks within a cell separate what it lists. */
static void join_lines(struct strbuf *text)
{
    bool quoted = false;
    for (size_t i = 0; i < text->n; i++) {
        quoted = quoted != (text->p[i] == '"');
        if (quoted && text->p[i] == '\n')
            text->p[i] = ';';
    }
}

/* What was kept bears the time of the workbook it was read from. */
static bool is_kept(const char *kept, const char *path)
{
    struct file_stamp was, is;
    return file_stat(&was, kept, NULL) == 0 && file_stat(&is, path, NULL) == 0 &&
           was.mtime_ns == is.mtime_ns;
}

/* A folder that cannot be written to does without. */
static void keep(const char *kept, const char *path, struct str text)
{
    struct stat book;
    if (stat(path, &book) != 0 || file_write(kept, text, NULL) != 0)
        return;
    const struct timespec times[] = { book.st_mtim, book.st_mtim };
    if (utimensat(AT_FDCWD, kept, times, 0) != 0)
        (void)remove(kept);
}

static int convert(struct strbuf *out, const char *path, struct error *err)
{
    struct strbuf bytes = { 0 };
    int rc = file_read(&bytes, path, BOOK_LIMIT, err);
    if (rc == 0)
        rc = convert_table(out, strbuf_view(&bytes), path, err);
    strbuf_free(&bytes);
    if (rc == ERR_TOOL)
        return error_set(
            err, ERR_CONFIG,
            tr("%s：读取这个名录要有 LibreOffice（软件包 libreoffice-calc），本机没有安装；"
               "请用 Excel 或 WPS 另存为 agencies.csv",
               "%s: this register takes LibreOffice to read (package "
               "libreoffice-calc), which is not installed; save it as agencies.csv"),
            path);
    if (rc)
        return error_set(err, ERR_CONFIG,
                         tr("%s：读不出这个工作簿，请用 Excel 或 WPS 另存为 agencies.csv",
                            "%s: this workbook cannot be read; save it as agencies.csv"),
                         path);
    join_lines(out);
    return 0;
}

int register_book_read(struct strbuf *out, const char *path, struct error *err)
{
    struct strbuf kept = { 0 };
    strbuf_fmt(&kept, "%s.csv", path);
    int rc = 0;
    if (!is_kept(kept.p, path) || file_read(out, kept.p, BOOK_LIMIT, NULL) != 0) {
        strbuf_clear(out);
        rc = convert(out, path, err);
        if (rc == 0)
            keep(kept.p, path, strbuf_view(out));
    }
    strbuf_free(&kept);
    return rc;
}
