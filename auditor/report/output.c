/* output.c - see output.h. */
#include "report/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

static const char *const names[OUTPUT_FORMATS] = { "text", "json",  "ndjson", "html", "csv",
                                                   "xlsx", "junit", "sarif",  "docx" };

const char *output_format_name(enum output_format format)
{
    return names[format];
}

static int refuse(const char *spec, unsigned allowed, struct error *err)
{
    struct strbuf list = { 0 };
    for (int f = 0; f < OUTPUT_FORMATS; f++)
        if (allowed & (1u << f))
            strbuf_fmt(&list, "%s%s", list.n ? ", " : "", names[f]);
    error_set(
        err, ERR_USAGE,
        tr("--output %s：没有这种格式；可用：%s", "--output %s: no such format; there are: %s"),
        spec, list.p);
    strbuf_free(&list);
    return ERR_USAGE;
}

int output_parse(struct output *out, const char *spec, unsigned allowed, struct error *err)
{
    *out = (struct output){ 0 };
    size_t n = strcspn(spec, ":");
    int format = -1;
    for (int f = 0; f < OUTPUT_FORMATS; f++)
        if ((allowed & (1u << f)) && strlen(names[f]) == n && strncmp(names[f], spec, n) == 0)
            format = f;
    if (format < 0)
        return refuse(spec, allowed, err);
    out->format = (enum output_format)format;
    if (spec[n] == ':' && spec[n + 1] != '\0' && strcmp(spec + n + 1, "-") != 0)
        out->path = mem_strdup(spec + n + 1);
    if ((out->format == OUTPUT_XLSX || out->format == OUTPUT_DOCX) && !out->path)
        return error_set(
            err, ERR_USAGE,
            tr("%s 需要文件名：--output %s:文件.%s", "%s needs a file name: --output %s:FILE.%s"),
            names[format], names[format], names[format]);
    return 0;
}

int output_open(struct output *out, struct error *err)
{
    int rc = out->path ? file_make_parent(out->path, err) : 0;
    if (rc || out->format == OUTPUT_XLSX)
        return rc;
    if (!out->path) {
        out->file = stdout;
        return 0;
    }
    if (!file_is_special(out->path)) { /* /dev/null must stay what it is */
        char *target = file_target(out->path);
        struct strbuf name = { 0 };
        strbuf_fmt(&name, "%s.part", target);
        out->temporary = strbuf_take(&name);
        free(out->path);
        out->path = target;
    }
    out->file = fopen(out->temporary ? out->temporary : out->path, "wbe");
    if (!out->file)
        return error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"), out->path,
                         error_system(errno));
    return 0;
}

void output_write(struct output *out, struct str bytes)
{
    if (out->file && bytes.n)
        fwrite(bytes.p, 1, bytes.n, out->file);
}

int output_close(struct output *out, bool failed, struct error *err)
{
    int rc = 0;
    if (out->file) {
        bool bad = fflush(out->file) != 0 || ferror(out->file);
        if (out->file != stdout)
            bad = fclose(out->file) != 0 || bad;
        if (!bad && !failed && out->temporary)
            bad = rename(out->temporary, out->path) != 0;
        if (bad)
            rc = error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"),
                           out->path ? out->path : tr("标准输出", "standard output"),
                           error_system(errno));
        if (out->temporary && (bad || failed))
            remove(out->temporary);
    }
    free(out->path);
    free(out->temporary);
    *out = (struct output){ 0 };
    return rc;
}
