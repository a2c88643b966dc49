/* kind.c - what a file is, from its first bytes; see kind.h. */
#include "read/kind.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "read/charset.h"
#include "read/convert.h"
#include "read/tag.h"

struct magic {
    const char *bytes;
    size_t n;
    const char *zh, *en;
};

static const struct magic magics[] = {
    { "\xD0\xCF\x11\xE0", 4, "旧版 Office 或 WPS 文件", "an old Office or WPS file" },
    { "\x89PNG", 4, "PNG 图片", "a PNG picture" },
    { "\xFF\xD8\xFF", 3, "JPEG 图片", "a JPEG picture" },
    { "GIF8", 4, "GIF 图片", "a GIF picture" },
    { "II*\0", 4, "TIFF 图片", "a TIFF picture" },
    { "MM\0*", 4, "TIFF 图片", "a TIFF picture" },
    { "\x1F\x8B", 2, "gzip 压缩文件", "a gzip archive" },
    { "Rar!", 4, "RAR 压缩包", "a RAR archive" },
    { "7z\xBC\xAF", 4, "7z 压缩包", "a 7z archive" },
    { "SQLite format 3", 15, "SQLite 数据库", "an SQLite database" },
};

static const struct magic *find_magic(struct str bytes)
{
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
        if (str_starts(bytes, (struct str){ magics[i].bytes, magics[i].n }))
            return &magics[i];
    return NULL;
}

static bool is_packed(struct str bytes)
{
    return str_starts(bytes, STR("Rar!")) || str_starts(bytes, STR("7z\xBC\xAF")) ||
           str_starts(bytes, STR("\x1F\x8B"));
}

static bool is_ole(struct str bytes)
{
    return str_starts(bytes, STR("\xD0\xCF\x11\xE0"));
}

/* A Word file with a password is wrapped in an old Office file, whose directory names it so. */
static bool is_locked(struct str bytes)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return is_ole(bytes) && str_find(bytes, (struct str){ name, sizeof name }) != SIZE_MAX;
}

/* Read as a page it would lose its tables without a word. */
static bool is_word_xml(struct str bytes)
{
    struct str head = str_sub(bytes, 0, 4096);
    return str_has(head, "progid=\"Word.Document\"");
}

/* Many control characters and no UTF-16: whatever it is, it is no text. */
static bool is_binary(struct str bytes)
{
    size_t odd = 0;
    struct str head = str_sub(bytes, 0, 8192);
    for (size_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        odd += c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1B;
    }
    if (odd * 20 <= head.n)
        return false;
    return !str_starts(head, STR("\xFF\xFE")) && !str_starts(head, STR("\xFE\xFF")) &&
           !charset_utf16(head);
}

int kind_check(struct str bytes, const char *name, struct error *err)
{
    if (str_trim(bytes).n == 0)
        return error_set(err, ERR_FORMAT, tr("%s：文件是空的", "%s: the file is empty"), name);
    const struct magic *m = find_magic(bytes);
    if (m && is_locked(bytes))
        return error_set(err, ERR_LOCKED,
                         tr("%s：文件已加密，没有密码不能读；请去掉密码后再交",
                            "%s: the file is encrypted and needs a password; give it without one"),
                         name);
    if (convert_kind(bytes) != CONVERT_NONE)
        return 0;
    if (is_word_xml(bytes))
        return error_set(err, ERR_FORMAT,
                         tr("%s：这是 XML 格式的 Word 文件；请用 Word 或 WPS 打开并另存为 .docx",
                            "%s: this is a Word file as XML; open it with Word or WPS and save it "
                            "as .docx"),
                         name);
    if (m && is_ole(bytes))
        return error_set(
            err, ERR_FORMAT,
            tr("%s：这是%s；请用 Word 或 WPS 打开并另存为 .docx，或改交网页（HTML）",
               "%s: this is %s; open it with Word or WPS and save it as .docx, or give "
               "the web page (HTML)"),
            name, tr(m->zh, m->en));
    if (m && is_packed(bytes))
        return error_set(err, ERR_FORMAT,
                         tr("%s：这是%s；请解压后直接交其中的文件，或重新打包为 .zip",
                            "%s: this is %s; unpack it and give the files in it, or pack them "
                            "as a .zip"),
                         name, tr(m->zh, m->en));
    if (m)
        return error_set(
            err, ERR_FORMAT,
            tr("%s：这是%s，不是网页、Word、PDF 或文本文件；请改交网页（HTML）、.docx、PDF "
               "或文本文件",
               "%s: this is %s, neither a page nor a Word, PDF or text file; give an HTML, "
               ".docx, PDF or text file"),
            name, tr(m->zh, m->en));
    if (is_binary(bytes))
        return error_set(
            err, ERR_FORMAT,
            tr("%s：不认识的二进制文件；请改交网页（HTML）、Word（.docx）、PDF 或文本文件",
               "%s: a binary file of unknown kind; give an HTML, .docx, PDF or text "
               "file"),
            name);
    return 0;
}

/* Known tags in the text, up to `enough` of them. */
static size_t count_tags(struct str text, size_t enough)
{
    size_t found = 0;
    const char *end = text.p + text.n;
    for (const char *p = text.p; found < enough && p < end; p++) {
        p = memchr(p, '<', (size_t)(end - p));
        if (!p)
            break;
        size_t from = (size_t)(p + 1 - text.p);
        if (from < text.n && text.p[from] == '/')
            from++;
        size_t n = 0;
        while (from + n < text.n && n < 12 && tag_is_name(text.p[from + n]))
            n++;
        struct str name = str_sub(text, from, n);
        bool closed = from + n < text.n && strchr(" \t\n/>", text.p[from + n]);
        if (n && closed && (tag_find(name) != TAG_UNKNOWN || str_eq_nocase(name, "html")))
            found++;
    }
    return found;
}

bool kind_named_page(const char *name)
{
    struct str extension = file_extension(name);
    return str_eq_nocase(extension, "html") || str_eq_nocase(extension, "htm") ||
           str_eq_nocase(extension, "shtml") || str_eq_nocase(extension, "xhtml");
}

bool kind_is_html(struct str text, const char *name)
{
    bool named = name && kind_named_page(name);
    struct str start = str_trim(str_sub(text, 0, 1024));
    if (str_starts(start, STR("<!")) || str_starts(start, STR("<?xml")))
        return true;
    size_t enough = named || (start.n && start.p[0] == '<') ? 1 : 3;
    return count_tags(str_sub(text, 0, 1 << 18), enough) >= enough;
}

size_t kind_http_headers(struct str bytes)
{
    if (!str_starts(bytes, STR("HTTP/")))
        return 0;
    struct str head = str_sub(bytes, 0, 65536);
    size_t crlf = str_find(head, STR("\r\n\r\n"));
    size_t lf = str_find(head, STR("\n\n"));
    if (crlf != SIZE_MAX && crlf < lf)
        return crlf + 4;
    return lf != SIZE_MAX ? lf + 2 : 0;
}
