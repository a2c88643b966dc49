/* watch.c - see watch.h. */
#include "base/watch.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

enum { DEPTH_MAX = 24, BUFFER = 16384 };

enum {
    EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF |
             IN_MOVE_SELF
};

struct target {
    int wd;
    char *folder;
    char *name; /* the only file of interest in it; NULL: all */
    const char *const *extensions;
};

struct watch {
    int fd;
    struct target *targets;
    size_t n, cap;
    struct file_list ignored; /* real paths */
};

int watch_new(struct watch **out, struct error *err)
{
    *out = NULL;
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd < 0)
        return error_set(err, ERR_IO, tr("不能监视文件：%s", "cannot watch files: %s"),
                         strerror(errno));
    *out = mem_zero(1, sizeof **out);
    (*out)->fd = fd;
    return 0;
}

void watch_clear(struct watch *w)
{
    for (size_t i = 0; i < w->n; i++) {
        free(w->targets[i].folder);
        free(w->targets[i].name);
    }
    w->n = 0;
}

void watch_free(struct watch *w)
{
    if (!w)
        return;
    watch_clear(w);
    file_list_free(&w->ignored);
    close(w->fd);
    free(w->targets);
    free(w);
}

int watch_descriptor(const struct watch *w)
{
    return w->fd;
}

/* The folder of a path and the name in it; both belong to the caller. */
static void split(const char *path, char **folder, char **name)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    size_t at = n;
    while (at > 0 && path[at - 1] != '/')
        at--;
    *name = mem_strndup(path + at, n - at);
    *folder = at == 0 ? mem_strdup(".") : mem_strndup(path, at > 1 ? at - 1 : 1);
}

static int add(struct watch *w, const char *folder, const char *name, const char *const *extensions,
               struct error *err)
{
    int wd = inotify_add_watch(w->fd, folder, EVENTS | IN_ONLYDIR);
    if (wd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        char *above;
        char *missing;
        split(folder, &above, &missing);
        int rc = strcmp(above, folder) == 0 ? 0 : add(w, above, missing, NULL, err);
        free(above);
        free(missing);
        return rc;
    }
    if (wd < 0)
        return error_set(err, ERR_IO, tr("不能监视 %s：%s", "cannot watch %s: %s"), folder,
                         strerror(errno));
    w->targets = mem_grow(w->targets, w->n, &w->cap, sizeof *w->targets);
    w->targets[w->n++] =
        (struct target){ wd, mem_strdup(folder), name ? mem_strdup(name) : NULL, extensions };
    return 0;
}

int watch_file(struct watch *w, const char *path, struct error *err)
{
    char *folder;
    char *name;
    split(path, &folder, &name);
    int rc = add(w, folder, name, NULL, err);
    free(folder);
    free(name);
    char *target = file_target(path); /* of a link, both it and what it leads to */
    if (rc == 0 && strcmp(target, path) != 0) {
        split(target, &folder, &name);
        rc = add(w, folder, name, NULL, err);
        free(folder);
        free(name);
    }
    free(target);
    return rc;
}

static int walk(struct watch *w, const char *folder, const char *const *extensions, int depth,
                struct error *err)
{
    int rc = add(w, folder, NULL, extensions, err);
    DIR *dir = rc ? NULL : opendir(folder);
    struct dirent *entry;
    while (rc == 0 && dir && depth < DEPTH_MAX && (entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        char *path = file_join(folder, entry->d_name);
        struct stat st;
        if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
            rc = walk(w, path, extensions, depth + 1, err);
        free(path);
    }
    if (dir)
        closedir(dir);
    return rc;
}

int watch_folder(struct watch *w, const char *path, const char *const *extensions,
                 struct error *err)
{
    return walk(w, path, extensions, 0, err);
}

/* The real path of what may not be there yet: that of its folder, and the name. */
static char *real(const char *path)
{
    char whole[PATH_MAX];
    if (realpath(path, whole))
        return mem_strdup(whole);
    char *folder;
    char *name;
    split(path, &folder, &name);
    char *out = realpath(folder, whole) ? file_join(whole, name) : mem_strdup(path);
    free(folder);
    free(name);
    return out;
}

static bool is_ignored(const struct watch *w, const char *path)
{
    if (w->ignored.n == 0)
        return false;
    char *whole = real(path);
    bool found = false;
    for (size_t i = 0; !found && i < w->ignored.n; i++) {
        size_t n = strlen(w->ignored.paths[i]);
        found =
            strncmp(whole, w->ignored.paths[i], n) == 0 && (whole[n] == '\0' || whole[n] == '/');
    }
    free(whole);
    return found;
}

void watch_ignore(struct watch *w, const char *path)
{
    if (is_ignored(w, path))
        return;
    char *whole = real(path);
    file_list_add(&w->ignored, whole);
    free(whole);
}

static bool is_scratch(struct str name)
{
    static const char *const ends[] = { "~", ".part", ".swp", ".swx", ".tmp", ".bak" };
    bool digits = true;
    if (name.n == 0 || name.p[0] == '.' || name.p[0] == '#')
        return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(name, str_of(ends[i])))
            return true;
    for (size_t i = 0; i < name.n; i++)
        digits = digits && name.p[i] >= '0' && name.p[i] <= '9';
    return digits;
}

static bool has_extension(const char *name, const char *const *extensions)
{
    for (; *extensions; extensions++)
        if (str_eq_c(file_extension(name), *extensions))
            return true;
    return false;
}

static bool concerns(const struct target *t, const struct inotify_event *e)
{
    if (t->wd != e->wd)
        return false;
    if (e->mask & (IN_DELETE_SELF | IN_MOVE_SELF))
        return t->name == NULL;
    if (e->len == 0)
        return false;
    if (t->name)
        return strcmp(t->name, e->name) == 0;
    return !is_scratch(str_of(e->name)) &&
           ((e->mask & IN_ISDIR) || !t->extensions || has_extension(e->name, t->extensions));
}

/* Whether an event is a change; names it unless one before was. */
static bool look(const struct watch *w, const struct inotify_event *e, struct strbuf *name,
                 bool named)
{
    if (e->mask & IN_Q_OVERFLOW)
        return true; /* too many to tell: look at everything again */
    for (size_t i = 0; i < w->n; i++) {
        if (!concerns(&w->targets[i], e))
            continue;
        char *path =
            e->len ? file_join(w->targets[i].folder, e->name) : mem_strdup(w->targets[i].folder);
        bool ignored = is_ignored(w, path);
        if (!ignored && !named) {
            strbuf_clear(name);
            file_shown(name, str_of(path));
        }
        free(path);
        if (!ignored)
            return true;
    }
    return false;
}

bool watch_take(struct watch *w, struct strbuf *name)
{
    char buffer[BUFFER] __attribute__((aligned(__alignof__(struct inotify_event))));
    bool changed = false;
    ssize_t n;
    while ((n = read(w->fd, buffer, sizeof buffer)) > 0) {
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *e = (const struct inotify_event *)(buffer + at);
            if (look(w, e, name, changed))
                changed = true;
            at += (ssize_t)(sizeof *e + e->len);
        }
    }
    return changed;
}
