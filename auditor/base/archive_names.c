/* archive_names.c - names that can be trusted; see archive.h. */
#include "base/archive.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

enum { NAME_MAX_BYTES = 240, MOST_DEEP = 8 };

struct folded {
    struct str name; /* owned */
    struct str as_written;
};

static bool has_control(struct str name)
{
    for (size_t i = 0; i < name.n;) {
        size_t from = i;
        uint32_t c = str_next(name, &i);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c == 0xFFFD && i - from == 1))
            return true;
    }
    return false;
}

static bool is_utf8(struct str name)
{
    for (size_t i = 0; i < name.n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)name.p + i,
                                              (utf8proc_ssize_t)(name.n - i), &c);
        if (n <= 0)
            return false;
        i += (size_t)n;
    }
    return true;
}

static bool has_drive(struct str name)
{
    return name.n >= 2 && name.p[1] == ':' &&
           ((name.p[0] >= 'a' && name.p[0] <= 'z') || (name.p[0] >= 'A' && name.p[0] <= 'Z'));
}

static bool climbs(struct str name, size_t *depth)
{
    struct str part;
    for (*depth = 0; str_split(&name, '/', &part); ++*depth)
        if (part.n == 0 || str_eq_c(part, ".") || str_eq_c(part, ".."))
            return true;
    return false;
}

/* Why a name is refused; NULL when it is sound. */
static const char *fault_of(struct str name)
{
    size_t depth = 0;
    if (name.n == 0)
        return tr("名称为空", "an empty name");
    if (!is_utf8(name))
        return tr("名称不是 UTF-8", "a name that is no UTF-8");
    if (has_control(name))
        return tr("名称含控制字符", "control characters in a name");
    if (name.p[0] == '/' || has_drive(name))
        return tr("绝对路径", "an absolute path");
    if (str_has(name, "\\"))
        return tr("名称含反斜杠", "a backslash in a name");
    if (climbs(name, &depth))
        return tr("路径越出文件夹", "a path that leaves the folder");
    if (name.n > NAME_MAX_BYTES)
        return tr("名称太长", "a name that is too long");
    if (depth > MOST_DEEP)
        return tr("文件夹嵌套太深", "folders nested too deeply");
    return NULL;
}

/* Case and composition folded, what is not seen dropped: equal names are one file somewhere. */
static struct str fold(struct str name)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n =
        utf8proc_map((const utf8proc_uint8_t *)name.p, (utf8proc_ssize_t)name.n, &out,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (n < 0) {
        free(out);
        return (struct str){ mem_strndup(name.p, name.n), name.n };
    }
    return (struct str){ (char *)out, (size_t)n };
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct folded *)a)->name, ((const struct folded *)b)->name);
}

static int refuse(struct error *err, const char *where, struct str name, const char *why)
{
    struct strbuf shown = { 0 };
    file_shown(&shown, name);
    int rc = error_set(err, ERR_FORMAT, tr("%s：%s：%s", "%s: %s: %s"), where, why,
                       shown.n ? shown.p : "");
    strbuf_free(&shown);
    return rc;
}

/* Sorted, a twin stands beside its twin. */
static int check_twins(const struct folded *list, size_t n, const char *where, struct error *err)
{
    for (size_t i = 0; i < n; i++) {
        struct str name = list[i].name;
        if (i > 0 && str_eq(name, list[i - 1].name))
            return refuse(
                err, where, list[i].as_written,
                tr("名称重复（不计大小写与写法）", "a name that stands twice, but for case"));
    }
    return 0;
}

int archive_check_names(const struct str *names, size_t n, const char *where, struct error *err)
{
    struct folded *list = mem_zero(n + 1, sizeof *list);
    int rc = 0;
    size_t made = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        const char *why = fault_of(names[i]);
        if (why)
            rc = refuse(err, where, names[i], why);
        else
            list[made++] = (struct folded){ fold(names[i]), names[i] };
    }
    if (rc == 0 && made > 1)
        qsort(list, made, sizeof *list, by_name);
    if (rc == 0)
        rc = check_twins(list, made, where, err);
    for (size_t i = 0; i < made; i++)
        free((char *)list[i].name.p);
    free(list);
    return rc;
}
