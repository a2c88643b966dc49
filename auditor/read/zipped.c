/* zipped.c - documents in a zip; see zipped.h. */
#include "read/zipped.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/archive.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/read.h"

static int refuse(struct error *err, enum err_code code, const char *name, const char *why)
{
    return error_set(err, code, tr("%s：%s", "%s: %s"), name, why);
}

static zip_t *open_zip(const char *path, const char *name, struct error *err)
{
    int code = 0;
    zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
    if (zip)
        return zip;
    zip_error_t why;
    zip_error_init_with_code(&why, code);
    error_set(err, code == ZIP_ER_OPEN || code == ZIP_ER_READ ? ERR_IO : ERR_FORMAT,
              tr("%s：不是完好的 ZIP 文件：%s；请重新压缩，或直接交其中的文件",
                 "%s: no sound zip: %s; pack it again, or give the files in it"),
              name, archive_why(&why));
    zip_error_fini(&why);
    return NULL;
}

/* Two parts that every Office file has. */
static bool is_office(zip_t *zip)
{
    return zip_name_locate(zip, "[Content_Types].xml", 0) >= 0 ||
           zip_name_locate(zip, "mimetype", 0) >= 0;
}

static bool begins_as_zip(const char *path)
{
    char head[2] = { 0 };
    FILE *file = fopen(path, "rb");
    size_t n = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return n == sizeof head && head[0] == 'P' && head[1] == 'K';
}

bool zipped_is_batch(const char *path)
{
    if (!str_eq_nocase(file_extension(path), "zip") || file_is_special(path) ||
        !begins_as_zip(path))
        return false;
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    bool batch = !zip || !is_office(zip);
    if (zip)
        zip_discard(zip);
    return batch;
}

/* The name as people see it, with '/' between folders; empty for a folder. */
static void entry_name(struct strbuf *out, const char *raw)
{
    strbuf_clear(out);
    file_shown(out, str_of(raw));
    for (size_t i = 0; i < out->n; i++)
        if (out->p[i] == '\\')
            out->p[i] = '/';
    if (out->n && out->p[out->n - 1] == '/')
        strbuf_clear(out);
}

static bool safe(struct str name)
{
    enum { NAME_BYTES = 1000 };
    struct str part;
    if (name.n > NAME_BYTES || str_starts(name, STR("/")) || memchr(name.p, '\0', name.n))
        return false;
    while (str_split(&name, '/', &part))
        if (str_eq_c(part, "..") || str_eq_c(part, "."))
            return false;
    return true;
}

/* What systems put beside the files: hidden ones, resource forks, locks. */
static bool hidden(struct str name)
{
    struct str part;
    while (str_split(&name, '/', &part))
        if (str_starts(part, STR(".")) || str_starts(part, STR("~$")) || str_eq_c(part, "__MACOSX"))
            return true;
    return false;
}

/* Calls take for every file; a number other than 0 that it returns ends the walk. */
static int each_file(zip_t *zip, const char *name, struct error *err,
                     int (*take)(void *user, zip_uint64_t index, struct str entry), void *user)
{
    zip_int64_t n = zip_get_num_entries(zip, 0);
    struct strbuf entry = { 0 };
    int rc = 0;
    if (n > ZIPPED_ENTRIES)
        rc = error_set(err, ERR_LIMIT,
                       tr("%s：其中有 %lld 个文件，超过 %d 个的上限；请分成几个压缩包",
                          "%s: %lld files in it, the limit is %d; make several archives of it"),
                       name, (long long)n, ZIPPED_ENTRIES);
    for (zip_int64_t i = 0; rc == 0 && i < n; i++) {
        const char *raw = zip_get_name(zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        entry_name(&entry, raw ? raw : "");
        if (entry.n && !safe(strbuf_view(&entry)))
            rc = refuse(err, ERR_FORMAT, name,
                        tr("其中的文件名指向文件夹之外或过长，不收；请重新压缩",
                           "a name in it leads out of the folder or is too long; pack it again"));
        else if (entry.n && !hidden(strbuf_view(&entry)))
            rc = take(user, (zip_uint64_t)i, strbuf_view(&entry));
    }
    strbuf_free(&entry);
    return rc;
}

struct listing {
    struct file_list *out;
    const char *path, *name;
    struct error *err;
};

static int list_one(void *user, zip_uint64_t index, struct str entry)
{
    struct listing *l = user;
    (void)index;
    char *below = mem_strndup(entry.p, entry.n);
    char *path = file_join(l->path, below);
    file_list_add(l->out, path);
    free(path);
    free(below);
    return 0;
}

int zipped_list(struct file_list *out, const char *path, const char *name, struct error *err)
{
    struct file_list found = { 0 };
    struct listing l = { &found, path, name, err };
    zip_t *zip = open_zip(path, name, err);
    int rc = zip ? each_file(zip, name, err, list_one, &l) : ERR_FORMAT;
    if (zip)
        zip_discard(zip);
    size_t n = found.n;
    file_list_sort(&found);
    if (rc == 0 && found.n != n)
        rc = refuse(err, ERR_FORMAT, name,
                    tr("其中有两个文件同名，分不清；请改名后重新压缩",
                       "two files in it have one name; rename one and pack it again"));
    if (rc == 0 && n == 0)
        rc = refuse(err, ERR_FORMAT, name, tr("其中没有文件", "there is no file in it"));
    for (size_t i = 0; rc == 0 && i < found.n; i++)
        file_list_add(out, found.paths[i]);
    file_list_free(&found);
    return rc;
}

size_t zipped_split(const char *path)
{
    if (file_exists(path)) /* nothing stands below a file */
        return 0;
    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        char *head = mem_strndup(path, (size_t)(slash - path));
        bool file = *head && file_exists(head) && !file_is_folder(head) && !file_is_special(head) &&
                    begins_as_zip(head);
        free(head);
        if (file)
            return (size_t)(slash - path);
    }
    return 0;
}

struct search {
    struct str wanted;
    zip_uint64_t index;
    bool found;
};

static int compare_one(void *user, zip_uint64_t index, struct str entry)
{
    struct search *s = user;
    if (!s->found && str_eq(entry, s->wanted)) {
        s->found = true;
        s->index = index;
    }
    return 0;
}

static int check_entry(zip_t *zip, zip_uint64_t index, zip_stat_t *st, const char *name,
                       struct error *err)
{
    enum { ANY_RATIO = 64 * 1024 };
    zip_stat_init(st);
    if (zip_stat_index(zip, index, 0, st) != 0 || !(st->valid & ZIP_STAT_SIZE))
        return refuse(err, ERR_FORMAT, name, archive_why_of(zip));
    const char *odd = archive_odd_kind(zip, index);
    if (odd)
        return refuse(err, ERR_FORMAT, name, odd);
    if ((st->valid & ZIP_STAT_ENCRYPTION_METHOD) && st->encryption_method != ZIP_EM_NONE)
        return refuse(
            err, ERR_FORMAT, name,
            tr("已加密；请交不设密码的压缩包", "is encrypted; give an archive without a password"));
    if (st->size > READ_LIMIT)
        return refuse(err, ERR_LIMIT, name, tr("解开后太大", "too large when unpacked"));
    if (st->size > ANY_RATIO && st->size / ZIPPED_RATIO > st->comp_size)
        return refuse(err, ERR_LIMIT, name,
                      tr("压缩比过高，像是压缩炸弹", "packed too tightly: it looks like a bomb"));
    return 0;
}

static int unpack(struct strbuf *out, zip_t *zip, zip_uint64_t index, const char *name,
                  struct error *err)
{
    zip_stat_t st;
    int rc = check_entry(zip, index, &st, name, err);
    if (rc)
        return rc;
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    if (!file)
        return refuse(err, ERR_FORMAT, name, archive_why_of(zip));
    strbuf_clear(out);
    strbuf_reserve(out, (size_t)st.size + 1);
    zip_int64_t got = 0;
    /* one byte more than is stated: the end is seen, with the check sum, or the lie */
    while (out->n <= st.size && (got = zip_fread(file, out->p + out->n, st.size + 1 - out->n)) > 0)
        out->n += (size_t)got;
    if (got < 0 || out->n != st.size)
        rc = refuse(err, ERR_FORMAT, name,
                    tr("压缩包中的这个文件已损坏", "this file is damaged in the archive"));
    out->p[out->n <= st.size ? out->n : st.size] = '\0';
    zip_fclose(file);
    return rc;
}

int zipped_read(struct strbuf *out, const char *path, size_t archive, const char *name,
                struct error *err)
{
    struct search s = { .wanted = str_of(path + archive + 1) };
    char *head = mem_strndup(path, archive);
    zip_t *zip = open_zip(head, name, err);
    int rc = zip ? each_file(zip, name, err, compare_one, &s) : ERR_FORMAT;
    if (rc == 0 && !s.found)
        rc = refuse(err, ERR_ABSENT, name,
                    tr("压缩包中没有这个文件", "the archive has no such file"));
    if (rc == 0)
        rc = unpack(out, zip, s.index, name, err);
    if (zip)
        zip_discard(zip);
    free(head);
    return rc;
}
