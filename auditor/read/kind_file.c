/* kind_file.c - page, Word file, PDF: by content and by name; see kind.h. */
#include <stdio.h>

#include "base/archive.h"
#include "base/file.h"
#include "read/charset.h"
#include "read/convert.h"
#include "read/kind.h"
#include "read/mime.h"
#include "read/package.h"
#include "read/pdf.h"
#include "read/word2003.h"

enum { HEAD = 8192 };

/* Behind the last dot; of a name without one, the name. */
static struct str ending_of(struct str path)
{
    struct str ending = { path.p + path.n, 0 };
    while (ending.n < path.n && ending.p[-1] != '.' && ending.p[-1] != '/') {
        ending.p--;
        ending.n++;
    }
    return ending;
}

/* Of a workbook a page is made to read it (convert.h), and it is none. */
static bool is_sheet(struct str path)
{
    static const char *const endings[] = { "xlsx", "xls", "et", "ods", "csv" };
    struct str ending = ending_of(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq_nocase(ending, endings[i]))
            return true;
    return false;
}

enum kind kind_by_name(struct str path)
{
    static const struct {
        const char *ending;
        enum kind kind;
    } known[] = { { "html", KIND_PAGE },  { "htm", KIND_PAGE },  { "shtml", KIND_PAGE },
                  { "xhtml", KIND_PAGE }, { "mht", KIND_PAGE },  { "mhtml", KIND_PAGE },
                  { "docx", KIND_WORD },  { "docm", KIND_WORD }, { "dotx", KIND_WORD },
                  { "doc", KIND_WORD },   { "wps", KIND_WORD },  { "rtf", KIND_WORD },
                  { "odt", KIND_WORD },   { "pdf", KIND_PDF } };
    struct str ending = ending_of(path);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq_nocase(ending, known[i].ending))
            return known[i].kind;
    return KIND_OTHER;
}

enum kind kind_of_read(enum doc_format format, struct str path)
{
    if (is_sheet(path))
        return KIND_OTHER;
    return format == DOC_HTML   ? KIND_PAGE
           : format == DOC_DOCX ? KIND_WORD
           : format == DOC_PDF  ? KIND_PDF
                                : KIND_OTHER;
}

static enum kind of_bytes(struct str head, const char *path)
{
    enum kind named = kind_by_name(str_of(path));
    bool office = str_starts(head, STR("\xD0\xCF\x11\xE0")) || archive_is_zip(head);
    head = str_sub(head, kind_http_headers(head), head.n);
    if (head.n == 0 || is_sheet(str_of(path)))
        return named;
    if (office)
        return named == KIND_OTHER ? KIND_OTHER : KIND_WORD;
    if (pdf_is(head))
        return KIND_PDF;
    if (mime_is(head))
        return KIND_PAGE;
    if (package_is(head) || word2003_is(head) || convert_kind(head) != CONVERT_NONE)
        return KIND_WORD;
    if (charset_utf16(head))
        return named;
    return kind_is_html(head, path) ? KIND_PAGE : KIND_OTHER;
}

enum kind kind_of_file(const char *path)
{
    char head[HEAD];
    enum kind named = kind_by_name(str_of(path));
    if (named == KIND_PAGE || str_eq_nocase(file_extension(path), "txt") || file_is_special(path))
        return named;
    FILE *file = fopen(path, "rb"); /* what lies in a zip has no file of its own */
    size_t n = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return of_bytes((struct str){ head, n }, path);
}
