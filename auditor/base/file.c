/* file.c - see file.h. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"

static int say(enum err_code code, struct error *err, const char *path, const char *zh,
               const char *en)
{
    int e = errno;
    struct strbuf shown = { 0 };
    file_shown(&shown, str_of(path));
    error_set(err, code, tr("%s：%s：%s", "%s: %s: %s"), shown.n ? shown.p : "", tr(zh, en),
              error_system(e));
    strbuf_free(&shown);
    return code;
}

static int cannot(struct error *err, const char *path, const char *zh, const char *en)
{
    bool absent = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
    return say(absent ? ERR_ABSENT : ERR_IO, err, path, zh, en);
}

/* Where a file cannot be made, nothing that was named is missing. */
static int cannot_write(struct error *err, const char *path, const char *zh, const char *en)
{
    return say(ERR_IO, err, path, zh, en);
}

static int too_large(struct error *err, const char *name, size_t limit)
{
    return error_set(err, ERR_LIMIT,
                     tr("%s：文件超过 %.4g 兆字节的上限", "%s: larger than the limit of %.4g MB"),
                     name, (double)limit / (1 << 20));
}

/* A buffer with room for the whole file is not made larger to learn that nothing follows. */
static int read_fd(struct strbuf *out, int fd, const char *path, size_t limit, struct error *err)
{
    for (;;) {
        if (out->cap < out->n + 2)
            strbuf_reserve(out, 64 * 1024);
        ssize_t n = read(fd, out->p + out->n, out->cap - out->n - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return cannot(err, path, "读取失败", "cannot read");
        if (n == 0)
            break;
        out->n += (size_t)n;
        if (limit && out->n > limit)
            return too_large(err, path, limit);
    }
    out->p[out->n] = '\0';
    return 0;
}

/* A pipe or a device that is silent would be waited for without end. */
static int wait_for_bytes(int fd, const char *name, struct error *err)
{
    enum { PATIENCE_MS = 10 * 1000 };
    struct pollfd ready = { .fd = fd, .events = POLLIN };
    int n = poll(&ready, 1, PATIENCE_MS);
    if (n == 0) {
        error_set(err, ERR_IO,
                  tr("%s：是管道或设备，十秒内没有内容可读，没有读取",
                     "%s: a pipe or device that gave nothing for ten seconds, not read"),
                  name);
        return error_because(err, ERR_IO, FILE_SILENT);
    }
    int flags = fcntl(fd, F_GETFL);
    if (n < 0 || flags < 0 || fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) != 0)
        return cannot(err, name, "读取失败", "cannot read");
    return 0;
}

int file_read(struct strbuf *out, const char *path, size_t limit, struct error *err)
{
    return file_read_as(out, path, path, limit, err);
}

int file_read_as(struct strbuf *out, const char *path, const char *name, size_t limit,
                 struct error *err)
{
    strbuf_clear(out);
    if (strcmp(path, "-") == 0)
        return read_fd(out, STDIN_FILENO, tr("标准输入", "standard input"), limit, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe opens without a writer */
    if (fd < 0)
        return cannot(err, name, "打不开", "cannot open");
    struct stat st;
    int rc = 0;
    if (fstat(fd, &st) != 0)
        rc = cannot(err, name, "读取失败", "cannot read");
    else if (S_ISDIR(st.st_mode))
        rc = error_set(err, ERR_IO, tr("%s：是文件夹，不是文件", "%s: is a folder, not a file"),
                       name);
    else if (limit && st.st_size > 0 && (uint64_t)st.st_size > limit)
        rc = too_large(err, name, limit);
    else if (!S_ISREG(st.st_mode))
        rc = wait_for_bytes(fd, name, err);
    if (rc == 0) {
        strbuf_reserve(out, st.st_size > 0 ? (size_t)st.st_size + 1 : 0); /* one byte to spare */
        rc = read_fd(out, fd, name, limit, err);
    }
    close(fd);
    return rc;
}

static int write_all(int fd, struct str bytes)
{
    while (bytes.n) {
        ssize_t n = write(fd, bytes.p, bytes.n);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        bytes = str_sub(bytes, (size_t)n, bytes.n);
    }
    return 0;
}

static char *parent_of(const char *path)
{
    const char *name = file_name(path);
    if (name == path)
        return mem_strdup(".");
    size_t n = (size_t)(name - path) - 1;
    return n ? mem_strndup(path, n) : mem_strdup("/");
}

/* The rename lasts only when the folder that holds the name is on disk too. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

int file_write(const char *path, struct str bytes, struct error *err)
{
    char *target = file_target(path);
    char *folder = parent_of(target);
    struct strbuf temp = { 0 };
    int fd = -1;
    int rc = file_make_folder(folder, err);
    if (rc)
        goto out;
    strbuf_fmt(&temp, "%s/.auditor-XXXXXX", folder);
    fd = mkostemp(temp.p, O_CLOEXEC);
    if (fd < 0) {
        rc = cannot_write(err, path, "写不了", "cannot write");
        goto out;
    }
    mode_t mask = umask(0);
    umask(mask);
    bool failed = fchmod(fd, 0666 & ~mask) != 0 || write_all(fd, bytes) != 0 || fsync(fd) != 0;
    failed = close(fd) != 0 || failed;
    if (failed || rename(temp.p, target) != 0) {
        rc = cannot_write(err, path, "写不了", "cannot write");
        unlink(temp.p);
        goto out;
    }
    sync_folder(folder);
out:
    strbuf_free(&temp);
    free(folder);
    free(target);
    return rc;
}

int file_replace(const char *from, const char *path, struct error *err)
{
    if (rename(from, path) != 0)
        return cannot_write(err, path, "写不了", "cannot write");
    char *folder = parent_of(path);
    sync_folder(folder);
    free(folder);
    return 0;
}

int file_stat(struct file_stamp *out, const char *path, struct error *err)
{
    return file_stat_as(out, path, path, err);
}

int file_stat_as(struct file_stamp *out, const char *path, const char *name, struct error *err)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return cannot(err, name, "查不到", "cannot find");
    out->size = st.st_size;
    out->mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    out->ctime_ns = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
    out->inode = st.st_ino;
    return 0;
}

bool file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool file_is_link(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

bool file_is_special(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

char *file_target(const char *path)
{
    char *real = realpath(path, NULL);
    return real ? real : mem_strdup(path);
}

bool file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_names_folder(const char *path)
{
    size_t n = path ? strlen(path) : 0;
    return n > 0 && (path[n - 1] == '/' || file_is_folder(path));
}

int file_make_folder(const char *path, struct error *err)
{
    if (file_is_folder(path))
        return 0;
    char *parent = parent_of(path);
    int rc =
        strcmp(parent, path) != 0 && strcmp(parent, ".") != 0 ? file_make_folder(parent, err) : 0;
    free(parent);
    if (rc)
        return rc;
    if (mkdir(path, 0777) != 0 && !(errno == EEXIST && file_is_folder(path)))
        return cannot_write(err, path, "建不了文件夹", "cannot make the folder");
    return 0;
}

int file_make_parent(const char *path, struct error *err)
{
    char *folder = parent_of(path);
    int rc = strcmp(folder, ".") == 0 ? 0 : file_make_folder(folder, err);
    free(folder);
    return rc;
}

static bool skipped_name(const char *name)
{
    return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

struct walk {
    struct file_list *out;
    struct file_list *passed; /* links not followed, pipes, devices; NULL: nobody asks */
    bool strict;              /* a folder that cannot be opened is an error */
};

static int walk(struct walk *w, const char *path, int depth, struct error *err);

static int walk_entry(struct walk *w, const char *below, int depth, struct error *err)
{
    struct stat st;
    if (lstat(below, &st) != 0)
        return 0;
    if (S_ISDIR(st.st_mode))
        return walk(w, below, depth + 1, err);
    bool readable = S_ISREG(st.st_mode) ||
                    (S_ISLNK(st.st_mode) && stat(below, &st) == 0 && S_ISREG(st.st_mode));
    if (readable)
        file_list_add(w->out, below);
    else if (w->passed)
        file_list_add(w->passed, below);
    return 0;
}

static int walk(struct walk *w, const char *path, int depth, struct error *err)
{
    struct stat st;
    int rc = 0;
    if (stat(path, &st) != 0)
        return cannot(err, path, "查不到", "cannot find");
    if (!S_ISDIR(st.st_mode)) {
        if (S_ISREG(st.st_mode) || depth == 0)
            file_list_add(w->out, path);
        return 0;
    }
    if (depth > 64)
        return error_set(err, ERR_LIMIT,
                         tr("%s：文件夹嵌套超过 64 层", "%s: folders are nested over 64 deep"),
                         path);
    DIR *dir = opendir(path);
    if (!dir && (w->strict || depth == 0))
        return cannot(err, path, "打不开", "cannot open");
    if (!dir) {
        file_list_add(w->out, path); /* whoever reads it is told why it cannot be read */
        return 0;
    }
    struct dirent *entry;
    while (rc == 0 && (entry = readdir(dir)) != NULL) {
        if (skipped_name(entry->d_name))
            continue;
        char *below = file_join(path, entry->d_name);
        rc = walk_entry(w, below, depth, err);
        if (rc == ERR_ABSENT) /* vanished: nothing to read there */
            rc = 0;
        free(below);
    }
    closedir(dir);
    return rc;
}

int file_walk(struct file_list *out, const char *path, struct error *err)
{
    struct walk w = { out, NULL, true };
    int rc = walk(&w, path, 0, err);
    file_list_sort(out);
    return rc;
}

int file_walk_inputs(struct file_list *out, struct file_list *passed, const char *path,
                     struct error *err)
{
    struct walk w = { out, passed, false };
    int rc = walk(&w, path, 0, err);
    file_list_sort(out);
    if (passed)
        file_list_sort(passed);
    return rc;
}

void file_list_add(struct file_list *list, const char *path)
{
    list->paths = mem_grow(list->paths, list->n, &list->cap, sizeof *list->paths);
    list->paths[list->n++] = mem_strdup(path);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void file_list_sort(struct file_list *list)
{
    if (list->n < 2)
        return;
    qsort(list->paths, list->n, sizeof *list->paths, by_bytes);
    size_t kept = 1;
    for (size_t i = 1; i < list->n; i++) {
        if (strcmp(list->paths[i], list->paths[kept - 1]) == 0)
            free(list->paths[i]);
        else
            list->paths[kept++] = list->paths[i];
    }
    list->n = kept;
}

void file_list_free(struct file_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        free(list->paths[i]);
    free(list->paths);
    *list = (struct file_list){ 0 };
}

char *file_join(const char *folder, const char *name)
{
    struct strbuf b = { 0 };
    strbuf_c(&b, folder);
    if (b.n && b.p[b.n - 1] != '/')
        strbuf_char(&b, '/');
    strbuf_c(&b, name);
    return strbuf_take(&b);
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *file_from_here(const char *path)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    return n > 1 && strncmp(path, here, n) == 0 && path[n] == '/' ? path + n + 1 : path;
}

struct str file_extension(const char *path)
{
    const char *name = file_name(path);
    const char *dot = strrchr(name, '.');
    return dot && dot != name ? str_of(dot + 1) : str_of("");
}
