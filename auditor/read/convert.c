/* convert.c - see convert.h. */
#include "read/convert.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/child.h"
#include "base/file.h"
#include "base/lang.h"
#include "read/read.h"

bool convert_is_old(struct str bytes)
{
    static const char name[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
    return str_starts(bytes, STR("\xD0\xCF\x11\xE0")) &&
           str_find(bytes, (struct str){ name, sizeof name }) != SIZE_MAX;
}

static int absent(const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_TOOL,
                  tr("%s：这是旧版 Office 或 WPS 文件，读取它要有 LibreOffice，本机没有安装；请用 "
                     "Word 或 WPS "
                     "打开并另存为 .docx，或安装软件包 libreoffice-writer",
                     "%s: this is an old Office or WPS file, which takes LibreOffice to read, and "
                     "that is "
                     "not installed; open it with Word or WPS and save it as .docx, or install the "
                     "package libreoffice-writer"),
                  name),
        "no_converter");
}

static int failed(enum child_end end, const char *name, struct error *err)
{
    switch (end) {
    case CHILD_ABSENT:
        return absent(name, err);
    case CHILD_TIME:
        return error_set(
            err, ERR_TIME,
            tr("%s：转换旧版文件超过时限", "%s: converting the old file took too long"), name);
    case CHILD_SYSTEM:
        return error_set(err, ERR_IO,
                         tr("%s：无法启动 LibreOffice", "%s: LibreOffice cannot be started"), name);
    default:
        return error_set(
            err, ERR_DAMAGED,
            tr("%s：旧版 Office 或 WPS 文件无法转换；请用 Word 或 WPS 打开并另存为 .docx",
               "%s: the old Office or WPS file cannot be converted; open it with Word or "
               "WPS and save it as .docx"),
            name);
    }
}

static int run(const char *folder)
{
    struct strbuf profile = { 0 }, home = { 0 };
    strbuf_fmt(&profile, "-env:UserInstallation=file://%s/profile", folder);
    strbuf_fmt(&home, "HOME=%s", folder);
    const char *const argv[] = { "soffice",      "--headless",
                                 "--norestore",  "--nolockcheck",
                                 profile.p,      "--infilter=MS Word 97",
                                 "--convert-to", "docx",
                                 "old.doc",      NULL };
    const char *const environment[] = { home.p, NULL };
    struct child_task task = { .argv = argv,
                               .environment = environment,
                               .folder = folder,
                               .seconds = CONVERT_SECONDS,
                               .memory_mb = CONVERT_MEMORY_MB };
    struct strbuf said = { 0 };
    struct child child;
    child_start(&child, &task);
    enum child_end end = child_finish(&child, &said, NULL);
    strbuf_free(&said);
    strbuf_free(&profile);
    strbuf_free(&home);
    return (int)end;
}

static int drop(const char *path, const struct stat *stat, int type, struct FTW *at)
{
    (void)stat, (void)type, (void)at;
    (void)remove(path);
    return 0;
}

static int convert_in(struct strbuf *out, const char *folder, struct str bytes, const char *name,
                      struct error *err)
{
    struct strbuf from = { 0 }, to = { 0 };
    strbuf_fmt(&from, "%s/old.doc", folder);
    strbuf_fmt(&to, "%s/old.docx", folder);
    int rc = file_write(from.p, bytes, err);
    if (rc == 0) {
        enum child_end end = (enum child_end)run(folder);
        bool made = end == CHILD_DONE && file_read_as(out, to.p, name, READ_LIMIT, NULL) == 0;
        rc = made ? 0 : failed(end, name, err);
    }
    strbuf_free(&from);
    strbuf_free(&to);
    return rc;
}

int convert_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err)
{
    struct strbuf program = { 0 };
    bool found = child_find("soffice", &program);
    strbuf_free(&program);
    if (!found)
        return absent(name, err);
    char folder[] = "/tmp/auditor-convert-XXXXXX";
    if (!mkdtemp(folder))
        return error_set(err, ERR_IO, tr("%s：建不了临时文件夹", "%s: cannot make a folder for it"),
                         name);
    int rc = convert_in(out, folder, bytes, name, err);
    (void)nftw(folder, drop, 16, FTW_DEPTH | FTW_PHYS);
    return rc;
}
