/* build.c - a document in the making: blocks, links, metadata and the end; see build.h. */
#include "document/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/build_state.h"
#include "text/normalise.h"

struct doc_build *doc_build_new(enum doc_format format, const char *charset)
{
    struct doc_build *b = mem_zero(1, sizeof *b);
    b->doc = mem_zero(1, sizeof *b->doc);
    b->doc->format = format;
    size_t n = strlen(charset);
    if (n >= sizeof b->doc->charset)
        n = sizeof b->doc->charset - 1;
    memcpy(b->doc->charset, charset, n);
    return b;
}

void doc_build_free(struct doc_build *b)
{
    if (!b)
        return;
    grid_free(b);
    strbuf_free(&b->aside);
    doc_free(b->doc);
    free(b);
}

struct doc_block *build_block(struct doc_build *b, uint32_t line)
{
    struct doc *doc = b->doc;
    b->space = false;
    b->full = b->full || doc->block_count == DOC_MAX_BLOCKS;
    if (b->full) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return NULL;
    }
    doc->blocks = mem_grow(doc->blocks, doc->block_count, &b->block_cap, sizeof *doc->blocks);
    struct doc_block *block = &doc->blocks[doc->block_count++];
    unsigned flags = b->flags & (DOC_HIDDEN | DOC_CENTERED | DOC_CHROME);
    *block = (struct doc_block){ .raw = (uint32_t)doc->raw.n,
                                 .line = line,
                                 .cell = build_cell(b),
                                 .flags = (uint16_t)flags,
                                 .level = (uint8_t)b->level };
    b->open = true;
    b->linked = b->bold = b->beyond_link = b->beyond_bold = false;
    return block;
}

void build_end_block(struct doc_build *b)
{
    b->space = false;
    if (!b->open)
        return;
    struct doc *doc = b->doc;
    struct doc_block *block = &doc->blocks[doc->block_count - 1];
    block->raw_len = (uint32_t)(doc->raw.n - block->raw);
    if (block->raw_len && !(block->flags & DOC_RULE)) {
        if (b->linked && !b->beyond_link)
            block->flags |= DOC_LINKED;
        if ((b->bold && !b->beyond_bold) || block->level)
            block->flags |= DOC_HEADING;
    }
    strbuf_char(&doc->raw, '\n');
    b->open = false;
    build_aside(b);
}

void doc_build_break(struct doc_build *b)
{
    build_end_block(b);
}

void doc_build_flags(struct doc_build *b, unsigned flags)
{
    b->flags = flags;
}

void doc_build_level(struct doc_build *b, unsigned level)
{
    b->level = level;
}

struct doc_mark doc_build_mark(struct doc_build *b)
{
    build_end_block(b);
    return (struct doc_mark){ .block = b->doc->block_count, .raw = b->doc->raw.n };
}

size_t doc_build_since(const struct doc_build *b, struct doc_mark mark)
{
    return b->doc->raw.n - mark.raw;
}

void doc_build_flag_since(struct doc_build *b, struct doc_mark mark, unsigned flags)
{
    for (size_t i = mark.block; i < b->doc->block_count; i++)
        b->doc->blocks[i].flags |= (uint16_t)flags;
}

void doc_build_rule(struct doc_build *b, struct str raw, uint32_t line)
{
    build_end_block(b);
    doc_build_text(b, raw, line);
    if (b->open)
        b->doc->blocks[b->doc->block_count - 1].flags |= DOC_RULE;
    build_end_block(b);
}

void doc_build_empty(struct doc_build *b, uint32_t line)
{
    build_end_block(b);
    struct doc_block *block = build_block(b, line);
    if (block)
        block->flags |= DOC_CELL_EMPTY;
    build_end_block(b);
}

static uint32_t keep_string(struct doc_build *b, struct str s)
{
    uint32_t at = (uint32_t)b->doc->strings.n;
    strbuf_str(&b->doc->strings, s);
    return at;
}

void doc_build_link(struct doc_build *b, struct str href, uint32_t line)
{
    struct doc *doc = b->doc;
    doc_build_end_link(b);
    if (doc->link_count == DOC_MAX_LINKS) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return;
    }
    doc->links = mem_grow(doc->links, doc->link_count, &b->link_cap, sizeof *doc->links);
    doc->links[doc->link_count++] =
        (struct doc_link){ .block = (uint32_t)(doc->block_count - b->open),
                           .raw = (uint32_t)doc->raw.n,
                           .href = keep_string(b, href),
                           .href_len = (uint32_t)href.n,
                           .line = line,
                           .hidden = (b->flags & DOC_HIDDEN) != 0 };
    b->link = (uint32_t)doc->link_count;
    b->link_text = false;
}

void doc_build_end_link(struct doc_build *b)
{
    if (b->link && b->link_text) {
        struct doc_link *link = &b->doc->links[b->link - 1];
        size_t end = b->doc->raw.n;
        while (end > link->raw && b->doc->raw.p[end - 1] == '\n')
            end--;
        link->raw_len = (uint32_t)(end - link->raw);
    }
    b->link = 0;
}

void doc_build_image(struct doc_build *b, struct str src, struct str alt, uint32_t line)
{
    struct doc *doc = b->doc;
    if (doc->image_count == DOC_MAX_IMAGES) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return;
    }
    doc->images = mem_grow(doc->images, doc->image_count, &b->image_cap, sizeof *doc->images);
    doc->images[doc->image_count++] =
        (struct doc_image){ .block = (uint32_t)(doc->block_count - b->open),
                            .src = keep_string(b, src),
                            .src_len = (uint32_t)src.n,
                            .alt = keep_string(b, alt),
                            .alt_len = (uint32_t)alt.n,
                            .line = line,
                            .cell = build_cell(b),
                            .raw = (uint32_t)doc->raw.n,
                            .hidden = (b->flags & DOC_HIDDEN) != 0 };
}

void doc_build_meta(struct doc_build *b, struct str name, struct str content, uint32_t line)
{
    struct doc *doc = b->doc;
    if (doc->meta_count == DOC_MAX_METAS) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return;
    }
    doc->metas = mem_grow(doc->metas, doc->meta_count, &b->meta_cap, sizeof *doc->metas);
    doc->metas[doc->meta_count++] = (struct doc_meta){ .name = keep_string(b, name),
                                                       .name_len = (uint32_t)name.n,
                                                       .content = keep_string(b, content),
                                                       .content_len = (uint32_t)content.n,
                                                       .line = line };
}

void doc_build_notice(struct doc_build *b, enum doc_notice_code code, uint32_t count, uint32_t line)
{
    struct doc *doc = b->doc;
    for (size_t i = 0; i < doc->notice_count; i++) {
        if (doc->notices[i].code == (uint32_t)code) {
            doc->notices[i].count += count;
            return;
        }
    }
    doc->notices = mem_grow(doc->notices, doc->notice_count, &b->notice_cap, sizeof *doc->notices);
    doc->notices[doc->notice_count++] =
        (struct doc_notice){ .code = code, .count = count, .line = line };
}

void doc_build_page(struct doc_build *b, uint32_t line)
{
    struct doc *doc = b->doc;
    doc->pages = mem_grow(doc->pages, doc->page_count, &b->page_cap, sizeof *doc->pages);
    doc->pages[doc->page_count++] = (struct doc_page){ .line = line };
}

/* The script of the running text. A name or a menu entry in traditional characters does not make a
 * page traditional; a page without letters of one kind has no script. */
static enum doc_script decide_script(const struct doc *doc)
{
    size_t simplified = 0;
    size_t traditional = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        size_t s = 0;
        size_t t = 0;
        if (doc->blocks[i].flags & (DOC_HIDDEN | DOC_CHROME | DOC_CELL_EMPTY | DOC_RULE))
            continue;
        text_script_count(doc_block_raw(doc, i), &s, &t);
        simplified += s;
        traditional += t;
    }
    if (traditional >= 5 && traditional > 2 * simplified)
        return DOC_SCRIPT_HANT;
    if (traditional >= 20 && traditional * 10 >= simplified)
        return DOC_SCRIPT_MIXED;
    return simplified ? DOC_SCRIPT_HANS : DOC_SCRIPT_NONE;
}

static void normalise(struct doc *doc)
{
    bool t2s = doc->script == DOC_SCRIPT_HANT || doc->script == DOC_SCRIPT_MIXED;
    strbuf_reserve(&doc->text, doc->raw.n);
    for (size_t i = 0; i < doc->block_count; i++) {
        struct doc_block *block = &doc->blocks[i];
        block->text = (uint32_t)doc->text.n;
        text_normalise(&doc->text, doc_block_raw(doc, i), t2s ? TEXT_T2S : 0, NULL);
        block->text_len = (uint32_t)(doc->text.n - block->text);
        strbuf_char(&doc->text, '\n');
        if (!block->text_len && block->cell && doc->cells[block->cell - 1].block_count == 1) {
            /* nothing but marks without meaning: the cell shows nothing */
            block->flags |= DOC_CELL_EMPTY;
            block->raw_len = 0;
        }
    }
}

static uint32_t clamp(uint32_t block, size_t count)
{
    return block < count ? block : count ? (uint32_t)count - 1 : 0;
}

void build_settle(struct doc *doc)
{
    doc->script = decide_script(doc);
    normalise(doc);
}

/* A page nearly all of which is hidden is shown by a script when it is opened: what it hides are not secrets. Its links
 * stay hidden, for theirs may be. */
static void show_the_hidden(struct doc *doc)
{
    enum { SHARE = 4 };
    size_t hidden = 0, shown = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct doc_block *b = &doc->blocks[i];
        if (!(b->flags & DOC_HIDDEN))
            shown += b->raw_len;
        else if (!(b->flags & DOC_LINKED))
            hidden += b->raw_len;
    }
    if (hidden <= SHARE * shown)
        return;
    for (size_t i = 0; i < doc->block_count; i++)
        if (!(doc->blocks[i].flags & DOC_LINKED))
            doc->blocks[i].flags &= (uint16_t)~DOC_HIDDEN;
    for (size_t i = 0; i < doc->cell_count; i++)
        doc->cells[i].hidden = false;
    for (size_t i = 0; i < doc->image_count; i++)
        doc->images[i].hidden = false;
}

struct doc *doc_build_end(struct doc_build *b)
{
    doc_build_end_link(b);
    grid_end_all(b);
    build_end_block(b);
    struct doc *doc = b->doc;
    for (size_t i = 0; i < doc->link_count; i++)
        doc->links[i].block = clamp(doc->links[i].block, doc->block_count);
    for (size_t i = 0; i < doc->image_count; i++)
        doc->images[i].block = clamp(doc->images[i].block, doc->block_count);
    show_the_hidden(doc);
    build_settle(doc);
    b->doc = NULL;
    doc_build_free(b);
    return doc;
}
