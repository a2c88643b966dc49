/* file_shown.c - names of files as a person can read them; see file.h. */
#include "base/file.h"

#include <iconv.h>

/* Whether no character begins at *i, which is moved behind what stands there: a broken byte, half of
 * a UTF-16 pair, or more than Unicode has. */
static bool broken(struct str s, size_t *i)
{
    size_t from = *i;
    uint32_t c = str_next(s, i);
    return (c == 0xFFFD && *i - from == 1) || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF;
}

static bool is_utf8(struct str s)
{
    for (size_t i = 0; i < s.n;)
        if (broken(s, &i))
            return false;
    return true;
}

/* Letters that a name may hold: no controls, nothing for private use. */
static bool is_name(struct str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t c = str_next(s, &i);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000)
            return false;
    }
    return true;
}

/* False, and *out as before, when the bytes are no GB18030. */
static bool decode_gb18030(struct strbuf *out, struct str name)
{
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == (iconv_t)-1)
        return false;
    size_t start = out->n;
    strbuf_reserve(out, name.n * 4 + 1);
    char *from = (char *)name.p;
    char *to = out->p + start;
    size_t left = name.n;
    size_t room = name.n * 4;
    bool good = iconv(converter, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(converter);
    out->n = good ? (size_t)(to - out->p) : start;
    out->p[out->n] = '\0';
    if (good && is_name(str_sub(strbuf_view(out), start, out->n)))
        return true;
    out->n = start;
    out->p[start] = '\0';
    return false;
}

static void escape_bytes(struct strbuf *out, struct str name)
{
    for (size_t i = 0; i < name.n;) {
        size_t from = i;
        if (!broken(name, &i))
            strbuf_add(out, name.p + from, i - from);
        else
            for (; from < i; from++)
                strbuf_fmt(out, "\\x%02X", (unsigned char)name.p[from]);
    }
}

void file_shown(struct strbuf *out, struct str path)
{
    struct str name;
    for (bool first = true; str_split(&path, '/', &name); first = false) {
        if (!first)
            strbuf_char(out, '/');
        if (is_utf8(name))
            strbuf_str(out, name);
        else if (!decode_gb18030(out, name))
            escape_bytes(out, name);
    }
}
