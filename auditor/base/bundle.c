/* bundle.c - see bundle.h. */
#include "base/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "base/archive.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

struct member {
    struct str name;
    struct strbuf kept; /* of a folder's file, once it was read */
    struct str bytes;
    bool read;
};

struct bundle {
    char *path;
    struct member *members; /* by name */
    size_t n, cap;
    struct archive archive; /* of a zip */
    struct file_list files; /* of a folder */
};

static const struct archive_limits limits = { BUNDLE_FILES_MAX, BUNDLE_FILE_MAX, BUNDLE_TOTAL_MAX,
                                              BUNDLE_RATIO_MAX };

/* What systems and programs leave beside the files of a person; folders are listed without it too. */
static bool is_hidden(struct str name)
{
    struct str part;
    while (str_split(&name, '/', &part))
        if (str_starts(part, STR(".")) || str_starts(part, STR("~$")))
            return true;
    return false;
}

static void add(struct bundle *b, struct str name, struct str bytes, bool read)
{
    b->members = mem_grow(b->members, b->n, &b->cap, sizeof *b->members);
    b->members[b->n++] = (struct member){ .name = name, .bytes = bytes, .read = read };
}

/* How much of every name is one folder that holds all: people pack the folder, not what is in it. */
static size_t common_folder(const struct archive *a)
{
    size_t common = 0;
    struct str first = { 0 };
    for (size_t i = 0; i < a->n; i++) {
        struct str name = a->entries[i].name;
        if (is_hidden(name))
            continue;
        if (first.n == 0) {
            size_t slash = str_find(name, STR("/"));
            if (slash == SIZE_MAX)
                return 0;
            common = slash + 1;
            first = str_sub(name, 0, common);
        }
        if (!str_starts(name, first))
            return 0;
    }
    return common;
}

static int open_zip(struct bundle *b, struct error *err)
{
    struct strbuf bytes = { 0 };
    int rc = file_read(&bytes, b->path, BUNDLE_ZIP_MAX, err);
    if (rc == 0 && !archive_is_zip(strbuf_view(&bytes)))
        rc = error_set(
            err, ERR_FORMAT,
            tr("%s：既不是文件夹，也不是 ZIP 文件", "%s: neither a folder nor a zip file"),
            b->path);
    if (rc == 0)
        rc = archive_read(&b->archive, strbuf_view(&bytes), b->path, &limits, err);
    strbuf_free(&bytes);
    if (rc)
        return rc;
    size_t skip = common_folder(&b->archive);
    for (size_t i = 0; i < b->archive.n; i++) {
        const struct archive_entry *e = &b->archive.entries[i];
        if (!is_hidden(e->name))
            add(b, str_sub(e->name, skip, e->name.n), e->bytes, true);
    }
    return 0;
}

/* Where a link leads to must lie below `root`. Linked folders are not walked into. */
static int check_link(const struct bundle *b, const char *path, struct str root, struct error *err)
{
    if (!file_is_link(path))
        return 0;
    char *real = realpath(path, NULL);
    bool inside = real && str_starts(str_of(real), root) && real[root.n] == '/';
    free(real);
    if (inside)
        return 0;
    return error_set(err, ERR_FORMAT,
                     tr("%s：%s 是引向文件夹之外的链接", "%s: %s is a link out of it"), b->path,
                     path + strlen(b->path) + 1);
}

static int check_members(const struct bundle *b, struct error *err)
{
    struct str *names = mem_zero(b->n + 1, sizeof *names);
    char *root = realpath(b->path, NULL);
    int rc = 0;
    if (b->n > BUNDLE_FILES_MAX)
        rc = error_set(err, ERR_LIMIT, tr("%s：文件超过 %d 个", "%s: more than %d files"), b->path,
                       BUNDLE_FILES_MAX);
    for (size_t i = 0; i < b->n; i++)
        names[i] = b->members[i].name;
    if (rc == 0)
        rc = archive_check_names(names, b->n, b->path, err);
    for (size_t i = 0; rc == 0 && i < b->files.n; i++)
        rc = check_link(b, b->files.paths[i], str_of(root), err);
    free(root);
    free(names);
    return rc;
}

static int open_folder(struct bundle *b, enum bundle_kind kind, struct error *err)
{
    size_t n = strlen(b->path);
    while (n > 1 && b->path[n - 1] == '/')
        b->path[--n] = '\0';
    int rc = file_walk(&b->files, b->path, err);
    for (size_t i = 0; rc == 0 && i < b->files.n; i++)
        add(b, str_of(b->files.paths[i] + n + 1), str_of(""), false);
    return rc == 0 && kind == BUNDLE_STRICT ? check_members(b, err) : rc;
}

int bundle_open(struct bundle **out, const char *path, enum bundle_kind kind, struct error *err)
{
    struct bundle *b = mem_zero(1, sizeof *b);
    *out = NULL;
    b->path = mem_strdup(path);
    int rc = file_is_folder(path) ? open_folder(b, kind, err) : open_zip(b, err);
    if (rc)
        bundle_free(b);
    else
        *out = b;
    return rc;
}

void bundle_free(struct bundle *bundle)
{
    if (!bundle)
        return;
    for (size_t i = 0; i < bundle->n; i++)
        strbuf_free(&bundle->members[i].kept);
    archive_free(&bundle->archive);
    file_list_free(&bundle->files);
    free(bundle->members);
    free(bundle->path);
    free(bundle);
}

const char *bundle_path(const struct bundle *bundle)
{
    return bundle->path;
}

size_t bundle_count(const struct bundle *bundle)
{
    return bundle->n;
}

struct str bundle_name(const struct bundle *bundle, size_t i)
{
    return bundle->members[i].name;
}

static struct member *find(const struct bundle *bundle, struct str name)
{
    size_t low = 0, high = bundle->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(bundle->members[middle].name, name);
        if (order == 0)
            return &bundle->members[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool bundle_has(const struct bundle *bundle, struct str name)
{
    return find(bundle, name) != NULL;
}

int bundle_read(struct bundle *bundle, struct str name, struct str *out, struct error *err)
{
    struct member *m = find(bundle, name);
    *out = str_of("");
    if (!m)
        return error_set(err, ERR_ABSENT, tr("%s：没有文件 %.*s", "%s: there is no file %.*s"),
                         bundle->path, STR_ARG(name));
    if (!m->read) {
        char *path = file_join(bundle->path, m->name.p);
        int rc = file_read(&m->kept, path, BUNDLE_FILE_MAX, err);
        free(path);
        if (rc)
            return rc;
        m->bytes = strbuf_view(&m->kept);
        m->read = true;
    }
    *out = m->bytes;
    return 0;
}
