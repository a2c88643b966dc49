/* convert.c - see convert.h. */
#include "read/convert.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/child.h"
#include "base/file.h"
#include "base/lang.h"
#include "read/read.h"

/* With what LibreOffice opens a kind, and what becomes of it. */
static const struct way {
    const char *zh, *en;
    const char *file, *filter, *target, *made;
    const char *module, *package; /* the part of LibreOffice that it takes */
} ways[] = {
    [CONVERT_OLD_WORD] = { "旧版 Word 或 WPS 文件", "an old Word or WPS file", "old.doc",
                           "--infilter=MS Word 97", "docx", "old.docx", "libswlo.so",
                           "libreoffice-writer" },
    [CONVERT_RTF] = { "RTF 文件", "an RTF file", "old.rtf", "--infilter=Rich Text Format", "docx",
                      "old.docx", "libswlo.so", "libreoffice-writer" },
    [CONVERT_OPEN_TEXT] = { "OpenDocument 文件", "an OpenDocument text", "old.odt",
                            "--infilter=writer8", "docx", "old.docx", "libswlo.so",
                            "libreoffice-writer" },
    [CONVERT_OPEN_XML] = { "OpenDocument 文件", "an OpenDocument text", "old.fodt",
                           "--infilter=OpenDocument Text Flat XML", "docx", "old.docx",
                           "libswlo.so", "libreoffice-writer" },
    [CONVERT_OLD_SHEET] = { "Excel 工作簿", "an Excel workbook", "old.xls",
                            "--infilter=MS Excel 97", "html:HTML (StarCalc)", "old.html",
                            "libsclo.so", "libreoffice-calc" },
    [CONVERT_SHEET] = { "Excel 工作簿", "an Excel workbook", "old.xlsx",
                        "--infilter=Calc MS Excel 2007 XML", "html:HTML (StarCalc)", "old.html",
                        "libsclo.so", "libreoffice-calc" },
};

/* Names in the directory of an old Office file are in UTF-16. */
static bool has_stream(struct str bytes, const char *ascii)
{
    struct strbuf wide = { 0 };
    for (; *ascii; ascii++) {
        strbuf_char(&wide, *ascii);
        strbuf_char(&wide, '\0');
    }
    bool found = str_find(bytes, strbuf_view(&wide)) != SIZE_MAX;
    strbuf_free(&wide);
    return found;
}

enum convert_kind convert_kind(struct str bytes)
{
    struct str head = str_sub(bytes, 0, 4096);
    if (str_starts(bytes, STR("\xD0\xCF\x11\xE0"))) {
        if (has_stream(bytes, "WordDocument"))
            return CONVERT_OLD_WORD;
        return has_stream(bytes, "Workbook") ? CONVERT_OLD_SHEET : CONVERT_NONE;
    }
    if (str_starts(bytes, STR("{\\rtf")))
        return CONVERT_RTF;
    if (str_has(head, "<office:document ") &&
        str_has(head, "application/vnd.oasis.opendocument.text"))
        return CONVERT_OPEN_XML;
    return CONVERT_NONE;
}

enum convert_kind convert_zip_kind(struct str bytes)
{
    if (str_has(str_sub(bytes, 0, 256), "application/vnd.oasis.opendocument.text"))
        return CONVERT_OPEN_TEXT;
    return str_has(bytes, "xl/workbook.") ? CONVERT_SHEET : CONVERT_NONE;
}

/* LibreOffice comes in parts. */
static bool is_installed(const struct way *way)
{
    struct strbuf program = { 0 };
    bool found = child_find("soffice", &program);
    char *real = found ? realpath(program.p, NULL) : NULL;
    char *end = real ? strrchr(real, '/') : NULL;
    if (end) {
        strbuf_clear(&program);
        strbuf_fmt(&program, "%.*s/", (int)(end - real), real);
        size_t folder = program.n;
        strbuf_c(&program, "soffice.bin");
        bool parts = file_exists(program.p);
        program.n = folder;
        strbuf_c(&program, way->module);
        found = !parts || file_exists(program.p);
    }
    free(real);
    strbuf_free(&program);
    return found;
}

static int absent(const struct way *way, const char *name, struct error *err)
{
    return error_because(
        err,
        error_set(err, ERR_TOOL,
                  tr("%s：这是%s，读取它要有 LibreOffice，本机没有安装；请用 Word 或 WPS "
                     "打开并另存为 .docx，或安装软件包 %s",
                     "%s: this is %s, which takes LibreOffice to read, and that is not installed; "
                     "open it with Word or WPS and save it as .docx, or install the package %s"),
                  name, tr(way->zh, way->en), way->package),
        "no_converter");
}

static int failed(const struct way *way, enum child_end end, const char *name, struct error *err)
{
    switch (end) {
    case CHILD_ABSENT:
        return absent(way, name, err);
    case CHILD_TIME:
        return error_set(err, ERR_TIME, tr("%s：转换%s超过时限", "%s: converting %s took too long"),
                         name, tr(way->zh, way->en));
    case CHILD_SYSTEM:
        return error_set(err, ERR_IO,
                         tr("%s：无法启动 LibreOffice", "%s: LibreOffice cannot be started"), name);
    default:
        return error_set(
            err, ERR_DAMAGED,
            tr("%s：这是%s，无法转换，可能已损坏或有密码；请用 Word 或 WPS 打开并另存为 "
               ".docx",
               "%s: this is %s, which cannot be converted, perhaps for damage or a "
               "password; open it with Word or WPS and save it as .docx"),
            name, tr(way->zh, way->en));
    }
}

static enum child_end run(const struct way *way, const char *folder)
{
    struct strbuf profile = { 0 }, home = { 0 };
    strbuf_fmt(&profile, "-env:UserInstallation=file://%s/profile", folder);
    strbuf_fmt(&home, "HOME=%s", folder);
    const char *const argv[] = { "soffice", "--headless", "--norestore",  "--nolockcheck",
                                 profile.p, way->filter,  "--convert-to", way->target,
                                 way->file, NULL };
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
    return end;
}

static int drop(const char *path, const struct stat *stat, int type, struct FTW *at)
{
    (void)stat, (void)type, (void)at;
    (void)remove(path);
    return 0;
}

static int convert_in(struct strbuf *out, const struct way *way, const char *folder,
                      struct str bytes, const char *name, struct error *err)
{
    struct strbuf from = { 0 }, to = { 0 };
    strbuf_fmt(&from, "%s/%s", folder, way->file);
    strbuf_fmt(&to, "%s/%s", folder, way->made);
    int rc = file_write(from.p, bytes, err);
    if (rc == 0) {
        enum child_end end = run(way, folder);
        bool made = end == CHILD_DONE && file_read_as(out, to.p, name, READ_LIMIT, NULL) == 0;
        rc = made ? 0 : failed(way, end, name, err);
    }
    strbuf_free(&from);
    strbuf_free(&to);
    return rc;
}

/* In a folder of its own, which is gone afterwards. */
static int convert_with(struct strbuf *out, const struct way *way, struct str bytes,
                        const char *name, struct error *err)
{
    if (!is_installed(way))
        return absent(way, name, err);
    char folder[] = "/tmp/auditor-convert-XXXXXX";
    if (!mkdtemp(folder))
        return error_set(err, ERR_IO, tr("%s：建不了临时文件夹", "%s: cannot make a folder for it"),
                         name);
    int rc = convert_in(out, way, folder, bytes, name, err);
    (void)nftw(folder, drop, 16, FTW_DEPTH | FTW_PHYS);
    return rc;
}

int convert_run(struct strbuf *out, bool *page, enum convert_kind kind, struct str bytes,
                const char *name, struct error *err)
{
    const struct way *way = &ways[kind];
    *page = strcmp(way->made, "old.html") == 0;
    return convert_with(out, way, bytes, name, err);
}

int convert_table(struct strbuf *out, struct str bytes, const char *name, struct error *err)
{
    enum convert_kind kind = convert_kind(bytes);
    bool open_sheet = str_has(str_sub(bytes, 0, 256), "application/vnd.oasis.opendocument.sp");
    if (kind == CONVERT_NONE)
        kind = open_sheet ? CONVERT_SHEET : convert_zip_kind(bytes);
    if (kind != CONVERT_OLD_SHEET && kind != CONVERT_SHEET)
        return error_set(err, ERR_FORMAT, tr("%s：不是工作簿", "%s: this is no workbook"), name);
    struct way way = ways[kind];
    way.target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";
    way.made = "old.csv";
    if (open_sheet) {
        way.file = "old.ods";
        way.filter = "--infilter=calc8";
    }
    return convert_with(out, &way, bytes, name, err);
}
