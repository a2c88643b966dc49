/* docx_chunk.c - see docx_chunk.h. */
#include "read/docx_chunk.h"

#include "read/charset.h"
#include "read/convert.h"
#include "read/html.h"
#include "read/kind.h"
#include "read/mime.h"
#include "read/text.h"

static uint32_t count_lines(struct str s)
{
    uint32_t n = 1;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '\n';
    return n;
}

static bool read_text(struct doc_build *build, struct str bytes, struct str headers,
                      const char *name, uint32_t *line)
{
    struct charset charset;
    charset_decode(&charset, bytes, headers);
    bool good = true;
    doc_build_break(build);
    if (charset.invalid)
        doc_build_notice(build, DOC_NOTICE_INVALID_BYTES, (uint32_t)charset.invalid, *line + 1);
    if (kind_is_html(charset.text, name))
        good = html_read(build, charset.text, *line + 1, true, NULL) == 0;
    else
        plain_read(build, charset.text, *line + 1);
    doc_build_break(build);
    *line += count_lines(charset.text);
    charset_free(&charset);
    return good;
}

bool docx_chunk_read(struct doc_build *build, struct str bytes, const char *name, uint32_t *line)
{
    if (!mime_is(bytes))
        return kind_check(bytes, name, NULL) == 0 && convert_kind(bytes) == CONVERT_NONE &&
               read_text(build, bytes, STR(""), name, line);
    struct mime mime;
    bool good = mime_open(&mime, bytes, name, NULL) == 0;
    good =
        good && read_text(build, strbuf_view(&mime.page), strbuf_view(&mime.headers), name, line);
    mime_free(&mime);
    return good;
}
