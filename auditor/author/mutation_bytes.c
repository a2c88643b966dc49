/* mutation_bytes.c - what becomes of a file's bytes on their way. */
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"
#include "base/mem.h"

static struct str bytes_of(const struct mutation *m)
{
    return strbuf_view(&m->original->bytes);
}

/* Of a Word file the bytes are those of a zip, whatever its text is written in. */
static bool is_utf8(const struct mutation *m)
{
    enum doc_format format = m->original->doc->format;
    return (format == DOC_HTML || format == DOC_TEXT) &&
           strncmp(m->original->doc->charset, "UTF-8", 5) == 0;
}

/* The second byte of some characters of the running text was lost to 0xFF. */
bool make_bytes_damage(struct mutation *m)
{
    enum { EVERY = 40 };
    struct str bytes = bytes_of(m);
    size_t seen = 0;
    if (!is_utf8(m))
        return false;
    strbuf_str(&m->bytes, bytes);
    for (size_t i = bytes.n / 4; i + 2 < bytes.n; i++) {
        if (((unsigned char)bytes.p[i] & 0xF0) != 0xE0)
            continue;
        if (++seen % EVERY == 0)
            m->bytes.p[i + 1] = (char)0xFF;
        i += 2;
    }
    return seen >= EVERY;
}

static bool convert(struct strbuf *out, struct str bytes, const char *to, const char *from)
{
    iconv_t c = iconv_open(to, from);
    if (c == (iconv_t)-1)
        return false;
    char *in = (char *)bytes.p;
    size_t left = bytes.n;
    bool ok = true;
    while (ok && left) {
        char part[4096];
        char *p = part;
        size_t room = sizeof part;
        if (iconv(c, &in, &left, &p, &room) == (size_t)-1 && errno != E2BIG)
            ok = false;
        strbuf_add(out, part, sizeof part - room);
    }
    iconv_close(c);
    return ok;
}

/* UTF-8 taken for Latin-1 and written as UTF-8 again. */
bool make_bytes_mojibake(struct mutation *m)
{
    return is_utf8(m) && convert(&m->bytes, bytes_of(m), "UTF-8", "LATIN1");
}

bool make_bytes_bom(struct mutation *m)
{
    if (!is_utf8(m) || str_starts(bytes_of(m), STR("\xEF\xBB\xBF")))
        return false;
    strbuf_c(&m->bytes, "\xEF\xBB\xBF");
    strbuf_str(&m->bytes, bytes_of(m));
    return true;
}

static bool relabel(struct mutation *m, struct str bytes, const char *label)
{
    static const char *const names[] = { "charset=\"utf-8\"", "charset=\"UTF-8\"", "charset=utf-8",
                                         "charset=UTF-8" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t at = str_find(bytes, str_of(names[i]));
        if (at == SIZE_MAX)
            continue;
        const char *quote = strchr(names[i], '"') ? "\"" : "";
        strbuf_str(&m->bytes, str_sub(bytes, 0, at));
        strbuf_fmt(&m->bytes, "charset=%s%s%s", quote, label, quote);
        strbuf_str(&m->bytes, str_sub(bytes, at + strlen(names[i]), bytes.n));
        return true;
    }
    return false;
}

/* The label says GB2312, the bytes are UTF-8: what is said is wrong, what is there can be read. */
bool make_bytes_label(struct mutation *m)
{
    return is_utf8(m) && relabel(m, bytes_of(m), "gb2312");
}

bool make_bytes_crlf(struct mutation *m)
{
    struct str bytes = bytes_of(m);
    if (!is_utf8(m) || str_has(bytes, "\r"))
        return false;
    for (size_t i = 0; i < bytes.n; i++) {
        if (bytes.p[i] == '\n')
            strbuf_char(&m->bytes, '\r');
        strbuf_char(&m->bytes, bytes.p[i]);
    }
    return true;
}

/* The same text in the other usual encoding, labelled so. */
bool make_bytes_gb18030(struct mutation *m)
{
    struct strbuf other = { 0 };
    bool ok = is_utf8(m) && convert(&other, bytes_of(m), "GB18030", "UTF-8");
    if (ok && !relabel(m, strbuf_view(&other), "gb18030")) {
        ok = m->original->doc->format == DOC_TEXT; /* plain text bears no label */
        strbuf_clear(&m->bytes);
        strbuf_str(&m->bytes, strbuf_view(&other));
    }
    strbuf_free(&other);
    return ok;
}
