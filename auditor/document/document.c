/* document.c - asking a finished document; see document.h. */
#include "document/document.h"

#include <stdlib.h>

#include "text/normalise.h"

void doc_free(struct doc *doc)
{
    if (!doc)
        return;
    strbuf_free(&doc->raw);
    strbuf_free(&doc->text);
    strbuf_free(&doc->strings);
    free(doc->blocks);
    free(doc->cells);
    free(doc->tables);
    free(doc->links);
    free(doc->images);
    free(doc->metas);
    free(doc->lines);
    free(doc->notices);
    free(doc->pages);
    free(doc);
}

struct str doc_block_raw(const struct doc *doc, size_t block)
{
    if (block >= doc->block_count)
        return (struct str){ "", 0 };
    const struct doc_block *b = &doc->blocks[block];
    return str_sub(strbuf_view(&doc->raw), b->raw, b->raw_len);
}

struct str doc_block_text(const struct doc *doc, size_t block)
{
    if (block >= doc->block_count)
        return (struct str){ "", 0 };
    const struct doc_block *b = &doc->blocks[block];
    return str_sub(strbuf_view(&doc->text), b->text, b->text_len);
}

struct str doc_string(const struct doc *doc, uint32_t at, uint32_t len)
{
    return str_sub(strbuf_view(&doc->strings), at, len);
}

/* The last block that begins at or before the byte; block_count when there is none. */
static size_t last_block(const struct doc *doc, size_t at, bool raw)
{
    size_t low = 0;
    size_t high = doc->block_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct doc_block *b = &doc->blocks[middle];
        if ((raw ? b->raw : b->text) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : doc->block_count;
}

size_t doc_block_at_text(const struct doc *doc, size_t at)
{
    size_t i = last_block(doc, at, false);
    if (i == doc->block_count || at - doc->blocks[i].text >= doc->blocks[i].text_len)
        return doc->block_count;
    return i;
}

size_t doc_block_at_raw(const struct doc *doc, size_t at)
{
    size_t i = last_block(doc, at, true);
    if (i == doc->block_count || at - doc->blocks[i].raw >= doc->blocks[i].raw_len)
        return doc->block_count;
    return i;
}

uint32_t doc_line_at(const struct doc *doc, size_t at)
{
    size_t low = 0;
    size_t high = doc->line_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->lines[middle].raw <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? doc->lines[low - 1].line : 0;
}

uint32_t doc_page_of(const struct doc *doc, uint32_t line)
{
    size_t low = 0;
    size_t high = line ? doc->page_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (doc->pages[middle].line <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

uint32_t doc_paragraph_of(const struct doc *doc, uint32_t line)
{
    return doc->format == DOC_DOCX ? line : 0;
}

/* The end of the UTF-8 character that holds byte `at`. */
static size_t character_end(struct str s, size_t at)
{
    size_t end = at < s.n ? at + 1 : s.n;
    while (end < s.n && ((unsigned char)s.p[end] & 0xC0) == 0x80)
        end++;
    return end;
}

static unsigned normal_flags(const struct doc *doc)
{
    bool traditional = doc->script == DOC_SCRIPT_HANT || doc->script == DOC_SCRIPT_MIXED;
    return traditional ? TEXT_T2S : 0;
}

/* Where in the block's raw text the normal byte came from, or ended; counts from doc->raw. */
static size_t raw_place(const struct doc *doc, size_t block, size_t at, bool end)
{
    const struct doc_block *b = &doc->blocks[block];
    struct str raw = doc_block_raw(doc, block);
    struct strbuf normal = { 0 };
    struct text_map map = { 0 };
    size_t place = raw.n;
    text_normalise(&normal, raw, normal_flags(doc), &map);
    size_t i = at - b->text;
    if (end && i <= normal.n)
        place = i ? character_end(raw, map.raw[i - 1]) : 0;
    else if (!end && i < normal.n)
        place = map.raw[i];
    strbuf_free(&normal);
    text_map_free(&map);
    return b->raw + place;
}

struct str doc_raw_of(const struct doc *doc, size_t at, size_t len)
{
    size_t first = last_block(doc, at, false);
    if (first == doc->block_count || at >= doc->text.n)
        return (struct str){ "", 0 };
    size_t from = raw_place(doc, first, at, false);
    if (len == 0)
        return str_sub(strbuf_view(&doc->raw), from, 0);
    size_t last = last_block(doc, at + len - 1, false);
    size_t to = raw_place(doc, last, at + len, true);
    return str_sub(strbuf_view(&doc->raw), from, to > from ? to - from : 0);
}

static void cell_join(const struct doc *doc, const struct doc_cell *cell, bool raw,
                      struct strbuf *out)
{
    uint32_t own = (uint32_t)(cell - doc->cells) + 1;
    size_t start = out->n;
    for (size_t i = cell->first_block; i < cell->first_block + cell->block_count; i++) {
        const struct doc_block *b = &doc->blocks[i];
        if (b->cell != own || b->flags & DOC_CELL_EMPTY)
            continue;
        if (raw && out->n > start)
            strbuf_char(out, '\n');
        strbuf_str(out, raw ? doc_block_raw(doc, i) : doc_block_text(doc, i));
    }
}

void doc_cell_raw(const struct doc *doc, const struct doc_cell *cell, struct strbuf *out)
{
    cell_join(doc, cell, true, out);
}

void doc_cell_text(const struct doc *doc, const struct doc_cell *cell, struct strbuf *out)
{
    cell_join(doc, cell, false, out);
}

struct str doc_meta(const struct doc *doc, const char *name, size_t *which)
{
    for (size_t i = 0; i < doc->meta_count; i++) {
        const struct doc_meta *m = &doc->metas[i];
        if (m->content_len == 0 || !str_eq_nocase(doc_string(doc, m->name, m->name_len), name))
            continue;
        if (which)
            *which = i;
        return doc_string(doc, m->content, m->content_len);
    }
    return (struct str){ "", 0 };
}
