/* read.c - the bytes of a file to a document; see read.h. */
#include "read/read.h"

#include <string.h>

#include "base/archive.h"
#include "base/lang.h"
#include "document/build.h"
#include "read/charset.h"
#include "read/commas.h"
#include "read/convert.h"
#include "read/docx.h"
#include "read/flat.h"
#include "read/framed.h"
#include "read/html.h"
#include "read/kind.h"
#include "read/mime.h"
#include "read/package.h"
#include "read/pdf.h"
#include "read/rejoin.h"
#include "read/text.h"
#include "read/word2003.h"

static uint32_t count_lines(struct str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '\n';
    return n;
}

static void add_notices(struct doc_build *b, const struct charset *charset, uint32_t line)
{
    uint32_t at = line + count_lines(str_sub(charset->text, 0, charset->invalid_at));
    if (charset->invalid)
        doc_build_notice(b, DOC_NOTICE_INVALID_BYTES, (uint32_t)charset->invalid, at);
    if (charset->relabelled)
        doc_build_notice(b, DOC_NOTICE_CHARSET, 1, line);
}

static int check_size(struct str bytes, size_t limit, const char *name, struct error *err)
{
    if (bytes.n <= limit)
        return 0;
    return error_set(err, ERR_LIMIT,
                     tr("%s：文件有 %zu 字节，超过 %zu 兆字节的上限",
                        "%s: the file has %zu bytes; the limit is %zu MB"),
                     name, bytes.n, limit >> 20);
}

/* A page or plain text: bytes in some charset, which headers may tell. Its first line is `line`. */
static int read_text(struct doc **out, struct str bytes, struct str headers, uint32_t line,
                     struct str location, const char *name, struct error *err)
{
    int code = check_size(bytes, READ_TEXT_LIMIT, name, err);
    if (code)
        return code;
    struct charset charset;
    charset_decode(&charset, bytes, headers);
    if (str_trim(charset.text).n == 0) { /* nothing but a byte order mark, or blanks in UTF-16 */
        charset_free(&charset);
        return kind_check(STR(""), name, err);
    }
    bool html = kind_is_html(charset.text, name);
    struct doc_build *b = doc_build_new(html ? DOC_HTML : DOC_TEXT, charset.name);
    add_notices(b, &charset, line);
    if (location.n)
        doc_build_meta(b, STR("saved-from"), location, line);
    if (html) {
        struct strbuf unfolded = { 0 };
        bool framed = framed_unfold(&unfolded, charset.text);
        code = html_read(b, framed ? strbuf_view(&unfolded) : charset.text, line, true, err);
        strbuf_free(&unfolded);
    } else if (!commas_read(b, charset.text, line)) {
        plain_read(b, charset.text, line);
    }
    if (code)
        doc_build_free(b);
    else
        *out = doc_build_end(b);
    charset_free(&charset);
    return code;
}

static int read_archive(struct doc **out, struct str bytes, const char *name, struct error *err)
{
    struct mime mime;
    int rc = mime_open(&mime, bytes, name, err);
    if (rc == 0)
        rc = read_text(out, strbuf_view(&mime.page), strbuf_view(&mime.headers), 1,
                       strbuf_view(&mime.location), name, err);
    mime_free(&mime);
    return rc;
}

static int read_converted(struct doc **out, enum convert_kind kind, struct str bytes,
                          const char *name, struct error *err)
{
    struct strbuf made = { 0 };
    bool page;
    int rc = convert_run(&made, &page, kind, bytes, name, err);
    if (rc == 0 && page)
        rc = read_text(out, strbuf_view(&made), STR(""), 1, STR(""), name, err);
    else if (rc == 0)
        rc = docx_read(out, strbuf_view(&made), name, err);
    strbuf_free(&made);
    return rc;
}

/* A Word file in one file of XML, of either kind. */
static int read_package(struct doc **out, struct str bytes, const char *name, struct error *err)
{
    struct strbuf made = { 0 };
    int rc = check_size(bytes, READ_TEXT_LIMIT, name, err);
    if (rc == 0)
        rc = word2003_is(bytes) ? word2003_to_docx(&made, bytes, name, err)
                                : package_to_docx(&made, bytes, name, err);
    if (rc == 0)
        rc = docx_read(out, strbuf_view(&made), name, err);
    strbuf_free(&made);
    return rc;
}

static int read_zip(struct doc **out, struct str bytes, const char *name, struct error *err)
{
    struct error why = { 0 };
    int rc = docx_read(out, bytes, name, &why);
    enum convert_kind kind = rc == ERR_FORMAT ? convert_zip_kind(bytes) : CONVERT_NONE;
    if (kind != CONVERT_NONE)
        return read_converted(out, kind, bytes, name, err);
    if (rc && err)
        *err = why;
    return rc;
}

static int read_any(struct doc **out, struct str bytes, const char *name,
                    const struct read_options *options, struct error *err)
{
    if (check_size(bytes, READ_LIMIT, name, err))
        return ERR_LIMIT;
    size_t skip = kind_http_headers(bytes);
    struct str headers = str_sub(bytes, 0, skip);
    struct str body = str_sub(bytes, skip, bytes.n);
    if (archive_is_zip(body))
        return read_zip(out, body, name, err);
    if (pdf_is(body))
        return pdf_read(out, body, options && options->ocr, name, err);
    if (mime_is(body))
        return read_archive(out, body, name, err);
    if (package_is(body) || word2003_is(body))
        return read_package(out, body, name, err);
    int code = kind_check(body, name, err);
    enum convert_kind kind = code ? CONVERT_NONE : convert_kind(body);
    if (code)
        return code;
    if (kind != CONVERT_NONE)
        return read_converted(out, kind, body, name, err);
    return read_text(out, body, headers, 1 + count_lines(headers), STR(""), name, err);
}

int read_document(struct doc **out, struct str bytes, const char *name,
                  const struct read_options *options, struct error *err)
{
    *out = NULL;
    int rc = read_any(out, bytes, name ? name : "-", options, err);
    if (rc == 0 && ((*out)->format == DOC_HTML || (*out)->format == DOC_DOCX))
        *out = rejoin_lines(*out);
    if (rc == 0 && (*out)->format != DOC_PDF)
        *out = flat_part(*out);
    return rc;
}
