/* gb18030.c - GB18030 to UTF-8; see gb18030.h. */
#include "read/gb18030.h"

#include <iconv.h>
#include <string.h>

#include "read/charset.h"

enum { LEADS = 126, TRAILS = 191 };

/* By lead byte from 0x81 and trail byte from 0x40: the character as UTF-8, its length in [3]. */
static unsigned char pairs[LEADS * TRAILS][4];
static iconv_t converter;

/* One character; its length in UTF-8, 0 when it has no meaning. */
static size_t convert(const unsigned char *p, size_t n, char utf8[8])
{
    char in[4];
    memcpy(in, p, n);
    char *from = in;
    char *to = utf8;
    size_t left = n;
    size_t room = 8;
    if (converter == (iconv_t)-1)
        return 0;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) == (size_t)-1 || left)
        return 0;
    return 8 - room;
}

static void fill(void)
{
    converter = iconv_open("UTF-8", "GB18030");
    for (unsigned lead = 0; lead < LEADS; lead++) {
        for (unsigned trail = 0; trail < TRAILS; trail++) {
            unsigned char in[2] = { (unsigned char)(lead + 0x81), (unsigned char)(trail + 0x40) };
            char utf8[8];
            size_t n = in[1] == 0x7F ? 0 : convert(in, 2, utf8);
            if (n == 0 || n > 3)
                continue;
            unsigned char *entry = pairs[lead * TRAILS + trail];
            memcpy(entry, utf8, n);
            entry[3] = (unsigned char)n;
        }
    }
}

/* A character that the table does not know: bytes used, 0 when it has no meaning. */
static size_t rare(struct strbuf *out, const unsigned char *p, size_t left)
{
    char utf8[8];
    if (p[0] == 0x80) { /* the euro sign of Windows */
        strbuf_rune(out, 0x20AC);
        return 1;
    }
    if (left >= 2 && p[0] < 0xFF && p[1] >= 0x40) { /* a pair beyond the first plane */
        size_t n = convert(p, 2, utf8);
        strbuf_add(out, utf8, n);
        return n ? 2 : 0;
    }
    if (left < 4 || p[0] == 0xFF || p[1] < 0x30 || p[1] > 0x39 || p[2] < 0x81 || p[2] == 0xFF ||
        p[3] < 0x30 || p[3] > 0x39)
        return 0;
    size_t n = convert(p, 4, utf8);
    strbuf_add(out, utf8, n);
    return n ? 4 : 0;
}

size_t gb18030_decode(struct strbuf *out, struct str bytes, size_t *first)
{
    static bool filled;
    if (!filled)
        fill();
    filled = true;
    const unsigned char *p = (const unsigned char *)bytes.p;
    size_t invalid = 0;
    for (size_t i = 0; i < bytes.n;) {
        size_t left = bytes.n - i;
        if (p[i] < 0x80) {
            size_t n = charset_ascii(p + i, left);
            strbuf_add(out, p + i, n);
            i += n;
            continue;
        }
        strbuf_reserve(out, left + left / 2 + 8);
        /* in this room pairs need no further check */
        while (i + 1 < bytes.n && p[i] > 0x80 && p[i] < 0xFF && p[i + 1] >= 0x40 &&
               p[i + 1] < 0xFF) {
            const unsigned char *entry = pairs[(p[i] - 0x81) * TRAILS + (p[i + 1] - 0x40)];
            if (!entry[3])
                break;
            memcpy(out->p + out->n, entry, 4);
            out->n += entry[3];
            i += 2;
        }
        if (i == bytes.n || p[i] < 0x80)
            continue;
        size_t used = rare(out, p + i, bytes.n - i);
        if (!used) {
            if (!invalid++)
                *first = out->n;
            strbuf_rune(out, 0xFFFD);
            used = 1;
        }
        i += used;
    }
    if (out->p)
        out->p[out->n] = '\0';
    return invalid;
}
