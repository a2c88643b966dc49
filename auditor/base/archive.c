/* archive.c - see archive.h. */
#include "base/archive.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <zip.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/mem.h"

enum { ANY_RATIO = 64 * 1024 };

struct reader {
    struct archive *out;
    const char *name; /* of the archive, for messages */
    const struct archive_limits *limits;
    zip_t *zip;
    struct error *err;
    size_t total; /* bytes that the entries so far claim */
};

bool archive_is_zip(struct str bytes)
{
    return str_starts(bytes, STR("PK\x03\x04")) || str_starts(bytes, STR("PK\x05\x06"));
}

const char *archive_why(struct zip_error *error)
{
    static const struct {
        int code;
        const char *zh;
    } known[] = {
        { ZIP_ER_NOZIP, "不是 ZIP 压缩包，或只存下一部分" },
        { ZIP_ER_INCONS, "目录与内容不一致" },
        { ZIP_ER_EOF, "文件不完整" },
        { ZIP_ER_CRC, "校验值不符" },
        { ZIP_ER_ZLIB, "压缩数据已损坏" },
        { ZIP_ER_COMPRESSED_DATA, "压缩数据已损坏" },
        { ZIP_ER_COMPNOTSUPP, "压缩方法不支持" },
        { ZIP_ER_ENCRNOTSUPP, "加密方法不支持" },
        { ZIP_ER_NOPASSWD, "已加密" },
        { ZIP_ER_MULTIDISK, "是分卷压缩包" },
        { ZIP_ER_MEMORY, "内存不足" },
        { ZIP_ER_OPEN, "打不开" },
        { ZIP_ER_READ, "读取失败" },
        { ZIP_ER_WRITE, "写入失败" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (zip_error_code_zip(error) == known[i].code)
            return tr(known[i].zh, zip_error_strerror(error));
    return zip_error_strerror(error);
}

const char *archive_why_of(struct zip *zip)
{
    return archive_why(zip_get_error(zip));
}

static int refuse(const struct reader *r, enum err_code code, const char *entry, const char *why)
{
    return entry ? error_set(r->err, code, tr("%s：其中的 %s：%s", "%s: %s in it: %s"), r->name,
                             entry, why)
                 : error_set(r->err, code, tr("%s：%s", "%s: %s"), r->name, why);
}

static int open_zip(struct reader *r, struct str bytes, int flags)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
    if (source)
        r->zip = zip_open_from_source(source, ZIP_RDONLY | flags, &why);
    int rc = 0;
    if (!r->zip) {
        bool twice = zip_error_code_zip(&why) == ZIP_ER_EXISTS;
        rc = error_set(r->err, ERR_FORMAT,
                       tr("%s：不是完好的 ZIP 文件：%s", "%s: no sound zip: %s"), r->name,
                       twice ? tr("有两个同名的文件", "a name stands twice") : archive_why(&why));
        if (source)
            zip_source_free(source);
    }
    zip_error_fini(&why);
    return rc;
}

/* The kinds of Unix hide in the upper half of the attributes, whatever system the entry names. */
const char *archive_odd_kind(struct zip *zip, uint64_t entry)
{
    zip_uint8_t system;
    zip_uint32_t attributes;
    if (zip_file_get_external_attributes(zip, entry, 0, &system, &attributes) != 0)
        return archive_why_of(zip);
    mode_t kind = (attributes >> 16) & S_IFMT;
    if (kind == 0 || kind == S_IFREG || kind == S_IFDIR)
        return NULL;
    return kind == S_IFLNK ? tr("是链接，不收", "is a link, which is refused")
                           : tr("不是普通文件", "is no regular file");
}

static int check_kind(const struct reader *r, zip_uint64_t i, const char *name)
{
    const char *odd = archive_odd_kind(r->zip, i);
    return odd ? refuse(r, ERR_FORMAT, name, odd) : 0;
}

static int check_size(struct reader *r, const zip_stat_t *st)
{
    const struct archive_limits *limits = r->limits;
    if (!(st->valid & ZIP_STAT_SIZE) || !(st->valid & ZIP_STAT_COMP_SIZE))
        return refuse(r, ERR_FORMAT, st->name, tr("没有写明大小", "its size is not stated"));
    if (st->size > limits->file)
        return refuse(r, ERR_LIMIT, st->name, tr("解开后太大", "too large when unpacked"));
    if (st->size > ANY_RATIO && st->size / limits->ratio > st->comp_size)
        return refuse(r, ERR_LIMIT, st->name,
                      tr("压缩比过高，像是压缩炸弹", "packed too tightly: it looks like a bomb"));
    r->total += st->size;
    if (r->total > limits->total)
        return refuse(r, ERR_LIMIT, NULL, tr("解开后总量太大", "too much when unpacked"));
    return 0;
}

static int check_method(const struct reader *r, const zip_stat_t *st)
{
    if ((st->valid & ZIP_STAT_ENCRYPTION_METHOD) && st->encryption_method != ZIP_EM_NONE)
        return refuse(r, ERR_FORMAT, st->name,
                      tr("已加密，不收", "is encrypted, which is refused"));
    if (st->comp_method != ZIP_CM_STORE && st->comp_method != ZIP_CM_DEFLATE)
        return refuse(r, ERR_FORMAT, st->name,
                      tr("压缩方法不支持", "its way of compression is not supported"));
    return 0;
}

/* What the directory says of an entry; its name goes into the list, its bytes are read later. */
static int take_entry(struct reader *r, zip_uint64_t i, zip_uint64_t *index)
{
    zip_stat_t st;
    zip_stat_init(&st);
    if (zip_stat_index(r->zip, i, ZIP_FL_ENC_RAW, &st) != 0 || !(st.valid & ZIP_STAT_NAME))
        return refuse(r, ERR_FORMAT, NULL, archive_why_of(r->zip));
    int rc = check_kind(r, i, st.name);
    if (rc == 0)
        rc = check_method(r, &st);
    if (rc == 0)
        rc = check_size(r, &st);
    struct str name = arena_str(r->out->arena, str_of(st.name));
    if (rc)
        return rc;
    struct archive_entry *e = &r->out->entries[r->out->n];
    e->name = name;
    e->bytes = (struct str){ NULL, (size_t)st.size };
    index[r->out->n++] = i;
    return 0;
}

static int read_entry(struct reader *r, struct arena *arena, struct archive_entry *e,
                      zip_uint64_t index)
{
    zip_file_t *file = zip_fopen_index(r->zip, index, 0);
    if (!file)
        return refuse(r, ERR_FORMAT, e->name.p, archive_why_of(r->zip));
    char *bytes = arena_alloc(arena, e->bytes.n + 2);
    size_t n = 0;
    zip_int64_t got = 0;
    /* one byte more than is stated: the end is seen, with the check sum, or the lie */
    while (n <= e->bytes.n && (got = zip_fread(file, bytes + n, e->bytes.n + 1 - n)) > 0)
        n += (size_t)got;
    int rc = 0;
    if (got < 0)
        rc = refuse(r, ERR_FORMAT, e->name.p, archive_why(zip_file_get_error(file)));
    else if (n != e->bytes.n)
        rc = refuse(r, ERR_FORMAT, e->name.p,
                    tr("大小与写明的不符", "its size is not what is stated"));
    zip_fclose(file);
    bytes[e->bytes.n] = '\0';
    e->bytes.p = bytes;
    return rc;
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct archive_entry *)a)->name,
                   ((const struct archive_entry *)b)->name);
}

/* All names, those of folders without their slash. */
static int check_names(const struct reader *r)
{
    const struct archive *a = r->out;
    struct str *names = mem_zero(a->n + 1, sizeof *names);
    for (size_t i = 0; i < a->n; i++) {
        names[i] = a->entries[i].name;
        if (names[i].n > 1 && str_ends(names[i], STR("/")))
            names[i].n--;
    }
    int rc = archive_check_names(names, a->n, r->name, r->err);
    free(names);
    return rc;
}

/* Folders are known by the files in them. */
static void drop_folders(struct archive *a)
{
    size_t kept = 0;
    for (size_t i = 0; i < a->n; i++)
        if (!str_ends(a->entries[i].name, STR("/")))
            a->entries[kept++] = a->entries[i];
    a->n = kept;
}

static int read_all(struct reader *r)
{
    zip_int64_t n = zip_get_num_entries(r->zip, 0);
    if (n < 0 || (zip_uint64_t)n > r->limits->entries)
        return refuse(r, ERR_LIMIT, NULL, tr("条目太多", "too many entries"));
    zip_uint64_t *index = mem_zero((size_t)n + 1, sizeof *index);
    r->out->entries = arena_alloc(r->out->arena, ((size_t)n + 1) * sizeof *r->out->entries);
    int rc = 0;
    for (zip_int64_t i = 0; rc == 0 && i < n; i++)
        rc = take_entry(r, (zip_uint64_t)i, index);
    if (rc == 0)
        rc = check_names(r);
    for (size_t i = 0; rc == 0 && i < r->out->n; i++)
        rc = read_entry(r, r->out->arena, &r->out->entries[i], index[i]);
    free(index);
    if (rc == 0)
        drop_folders(r->out);
    if (rc == 0 && r->out->n > 1)
        qsort(r->out->entries, r->out->n, sizeof *r->out->entries, by_name);
    return rc;
}

int archive_read(struct archive *out, struct str bytes, const char *name,
                 const struct archive_limits *limits, struct error *err)
{
    struct reader r = { .out = out, .name = name, .limits = limits, .err = err };
    *out = (struct archive){ .arena = arena_new() };
    int rc = open_zip(&r, bytes, ZIP_CHECKCONS);
    if (rc == 0)
        rc = read_all(&r);
    if (r.zip)
        zip_discard(r.zip);
    if (rc)
        archive_free(out);
    return rc;
}

struct archive_door {
    struct reader reader;
    struct arena *arena;
};

int archive_open(struct archive_door **out, struct str bytes, const char *name,
                 const struct archive_limits *limits, struct error *err)
{
    struct archive_door *door = mem_zero(1, sizeof *door);
    door->reader = (struct reader){ .name = name, .limits = limits, .err = err };
    int rc = open_zip(&door->reader, bytes, 0);
    if (rc == 0 &&
        (zip_uint64_t)zip_get_num_entries(door->reader.zip, 0) > door->reader.limits->entries)
        rc = refuse(&door->reader, ERR_LIMIT, NULL, tr("条目太多", "too many entries"));
    door->arena = arena_new();
    if (rc) {
        archive_close(door);
        door = NULL;
    }
    *out = door;
    return rc;
}

/* Some writers begin names with a slash, or part them by backslashes. */
static bool is_name(const char *name, const char *entry)
{
    while (*name == '/' || *name == '\\')
        name++;
    for (; *name && *entry; name++, entry++) {
        char a = *name == '\\' ? '/' : *name;
        if (a != *entry && !((a ^ *entry) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z'))
            return false;
    }
    return *name == *entry;
}

/* Where an entry is, or -1; *twice when several bear its name. */
static zip_int64_t find(const struct archive_door *door, const char *entry, bool *twice)
{
    zip_t *zip = door->reader.zip;
    zip_int64_t n = zip_get_num_entries(zip, 0);
    zip_int64_t found = -1;
    *twice = false;
    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        if (!name || !is_name(name, entry))
            continue;
        *twice = found >= 0;
        if (found < 0)
            found = i;
    }
    return found;
}

bool archive_has(struct archive_door *door, const char *entry)
{
    bool twice;
    return find(door, entry, &twice) >= 0;
}

int archive_take(struct archive_door *door, const char *entry, struct str *out, struct error *err)
{
    struct reader *r = &door->reader;
    zip_stat_t st;
    bool twice;
    zip_int64_t i = find(door, entry, &twice);
    *out = (struct str){ "", 0 };
    r->err = err;
    zip_stat_init(&st);
    if (i < 0)
        return ERR_ABSENT;
    if (twice)
        return refuse(r, ERR_FORMAT, entry, tr("有两个同名的部分", "there are two of this name"));
    if (zip_stat_index(r->zip, (zip_uint64_t)i, 0, &st) != 0 || !(st.valid & ZIP_STAT_NAME))
        return refuse(r, ERR_FORMAT, entry, archive_why_of(r->zip));
    int rc = check_method(r, &st);
    if (rc == 0)
        rc = check_size(r, &st);
    if (rc)
        return rc;
    struct archive_entry e = { str_of(entry), { NULL, (size_t)st.size } };
    rc = read_entry(r, door->arena, &e, (zip_uint64_t)i);
    if (rc == 0)
        *out = e.bytes;
    return rc;
}

void archive_close(struct archive_door *door)
{
    if (!door)
        return;
    if (door->reader.zip)
        zip_discard(door->reader.zip);
    arena_free(door->arena);
    free(door);
}

void archive_free(struct archive *archive)
{
    if (archive->arena)
        arena_free(archive->arena);
    *archive = (struct archive){ 0 };
}
