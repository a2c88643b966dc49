/*
 * fold.c - text into the open block: white space folded, lines noted.
 *
 * Most bytes are neither blank nor the first of a blank character, and go over in runs.
 */
#include "base/mem.h"
#include "document/build_state.h"

enum class { PLAIN, BLANK, NEWLINE, DROP, LEAD };

/* LEAD: C2, E2, E3 and EF may begin a blank (U+00A0, U+2000.., U+3000) or a character of no width. */
static const unsigned char classes[256] = {
    [0x00] = DROP,  [0x01] = DROP,  [0x02] = DROP, [0x03] = DROP,  [0x04] = DROP,    [0x05] = DROP,
    [0x06] = DROP,  [0x07] = DROP,  [0x08] = DROP, ['\t'] = BLANK, ['\n'] = NEWLINE, ['\v'] = BLANK,
    ['\f'] = BLANK, ['\r'] = BLANK, [0x0E] = DROP, [0x0F] = DROP,  [0x10] = DROP,    [0x11] = DROP,
    [0x12] = DROP,  [0x13] = DROP,  [0x14] = DROP, [0x15] = DROP,  [0x16] = DROP,    [0x17] = DROP,
    [0x18] = DROP,  [0x19] = DROP,  [0x1A] = DROP, [0x1B] = DROP,  [0x1C] = DROP,    [0x1D] = DROP,
    [0x1E] = DROP,  [0x1F] = DROP,  [' '] = BLANK, [0x7F] = DROP,  [0xC2] = LEAD,    [0xE2] = LEAD,
    [0xE3] = LEAD,  [0xEF] = LEAD
};

/* The class of the character at p, of which `left` bytes are there; *len gets its length. */
static enum class wide_class(const unsigned char *p, size_t left, size_t *len) {
        *len = 2; if (p[0] == 0xC2 && left >= 2) return p[1] == 0xA0 ? BLANK
                  : p[1] == 0xAD || p[1] < 0xA0                      ? DROP
                                                                     : PLAIN;
        *len = 3;
        if (left < 3) *len = 1;
        else if (p[0] == 0xE3) return p[1] == 0x80 && p[2] == 0x80 ? BLANK : PLAIN;
        else if (p[0] == 0xEF) return p[1] == 0xBB && p[2] == 0xBF ? DROP : PLAIN;
        else if (p[0] == 0xE2 && p[1] == 0x80) return p[2] <= 0x8A || p[2] == 0xAF ? BLANK
        : p[2] <= 0x8D                                                             ? DROP
                                                                                   : PLAIN;
        else if (p[0] == 0xE2 && p[1] == 0x81) return p[2] == 0x9F ? BLANK
        : p[2] == 0xA0                                             ? DROP
                                                                   : PLAIN;
        return PLAIN;
}

/* The length of a punctuation mark at p, 0 when there is a letter or a digit. */
static size_t mark_length(const unsigned char *p, size_t left)
{
    unsigned char c = p[0] | 0x20;
    if (p[0] < 0x80)
        return !(c >= 'a' && c <= 'z') && !(p[0] >= '0' && p[0] <= '9');
    if (left >= 2 && p[0] == 0xC2)
        return 2;
    if (left < 3)
        return 0;
    if ((p[0] == 0xE2 && p[1] <= 0x81) || (p[0] == 0xE3 && p[1] == 0x80))
        return 3; /* dashes, quotes; 、。《》 and their like */
    if (p[0] != 0xEF || p[1] < 0xBC || p[1] > 0xBD)
        return 0;
    unsigned ascii = (p[1] - 0xBCu) * 64 + p[2] - 0x80u + 0x20; /* full-width forms of ASCII */
    c = (unsigned char)(ascii | 0x20);
    bool letter = (c >= 'a' && c <= 'z') || (ascii >= '0' && ascii <= '9');
    return ascii < 0x7F && !letter ? 3 : 0;
}

static bool has_letter(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t mark = mark_length(p + i, n - i);
        if (!mark)
            return true;
        i += mark;
    }
    return false;
}

static void note_line(struct doc_build *b, uint32_t line)
{
    struct doc *doc = b->doc;
    if (line == b->line && doc->line_count)
        return;
    if (doc->line_count == DOC_MAX_LINES) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return;
    }
    doc->lines = mem_grow(doc->lines, doc->line_count, &b->line_cap, sizeof *doc->lines);
    doc->lines[doc->line_count++] = (struct doc_line){ .raw = (uint32_t)doc->raw.n, .line = line };
    b->line = line;
}

/* The open link begins to have text: here. */
static void start_link_text(struct doc_build *b)
{
    struct doc_link *link = &b->doc->links[b->link - 1];
    link->block = (uint32_t)b->doc->block_count - 1;
    link->raw = (uint32_t)b->doc->raw.n;
    b->link_text = true;
}

static void add_run(struct doc_build *b, const unsigned char *p, size_t n, uint32_t line)
{
    struct doc *doc = b->doc;
    if (b->open && (doc->blocks[doc->block_count - 1].flags ^ b->flags) & DOC_HIDDEN)
        build_end_block(b);
    if (!b->open && !build_block(b, line))
        return;
    if (b->space)
        strbuf_char(&doc->raw, ' ');
    b->space = false;
    note_line(b, line);
    if (b->link && !b->link_text)
        start_link_text(b);
    bool bold = (b->flags & DOC_HEADING) != 0;
    b->linked = b->linked || b->link;
    b->bold = b->bold || bold;
    if (!b->link && !b->beyond_link)
        b->beyond_link = has_letter(p, n);
    if (!bold && !b->beyond_bold)
        b->beyond_bold = has_letter(p, n);
    strbuf_add(&doc->raw, p, n);
}

/* Hidden text within a sentence or a figure parts nothing that a reader sees. In a link it is told as it stands. */
static bool keep_aside(struct doc_build *b, struct str utf8, uint32_t line)
{
    if (!(b->flags & DOC_HIDDEN) || !b->open || b->link ||
        (b->doc->blocks[b->doc->block_count - 1].flags & DOC_HIDDEN))
        return false;
    if (!b->aside.n && doc_build_blank(utf8) == utf8.n)
        return true;
    if (!b->aside.n) {
        b->aside_flags = b->flags;
        b->aside_line = line;
    }
    strbuf_str(&b->aside, utf8);
    return true;
}

void build_aside(struct doc_build *b)
{
    if (!b->aside.n)
        return;
    struct strbuf text = b->aside;
    unsigned flags = b->flags;
    uint32_t link = b->link;
    b->aside = (struct strbuf){ 0 };
    b->flags = b->aside_flags;
    b->link = 0;
    doc_build_text(b, strbuf_view(&text), b->aside_line);
    build_end_block(b);
    b->flags = flags;
    b->link = link;
    strbuf_free(&text);
}

void doc_build_text(struct doc_build *b, struct str utf8, uint32_t line)
{
    if (keep_aside(b, utf8, line))
        return;
    const unsigned char *p = (const unsigned char *)utf8.p;
    size_t run = 0; /* where the run of plain bytes that is not yet added begins */
    for (size_t i = 0; i < utf8.n;) {
        if (p[i] >= 0xE4 && p[i] <= 0xE9 && utf8.n - i >= 3) { /* nearly all Chinese */
            i += 3;
            continue;
        }
        enum class c = classes[p[i]];
        size_t len = 1;
        if (c == LEAD)
            c = wide_class(p + i, utf8.n - i, &len);
        if (c != PLAIN) {
            if (i > run)
                add_run(b, p + run, i - run, line);
            run = i + len;
            if (c != DROP)
                b->space = b->open;
            if (c == NEWLINE)
                line++;
        }
        i += len;
    }
    if (utf8.n > run)
        add_run(b, p + run, utf8.n - run, line);
}

size_t doc_build_blank(struct str utf8)
{
    const unsigned char *p = (const unsigned char *)utf8.p;
    size_t i = 0;
    while (i < utf8.n) {
        enum class c = classes[p[i]];
        size_t len = 1;
        if (c == LEAD)
            c = wide_class(p + i, utf8.n - i, &len);
        if (c == PLAIN)
            break;
        i += len;
    }
    return i;
}
