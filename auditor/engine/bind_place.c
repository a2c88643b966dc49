/* bind_place.c - what blocks are, and places in the document; see bind.h. */
#include "base/mem.h"
#include "engine/bind.h"

/* Which section, article paragraph, heading and table a block belongs to. */
void bind_map_blocks(struct bind *b)
{
    const struct report *r = b->report;
    size_t n = b->doc->block_count;
    uint32_t paragraph = 0;
    if (b->block_cap < n) {
        b->blocks = mem_resize(b->blocks, n, sizeof *b->blocks);
        b->block_cap = n;
    }
    for (uint32_t i = 0; i < n; i++) {
        const struct doc_block *block = &b->doc->blocks[i];
        struct bind_block *info = &b->blocks[i];
        *info = (struct bind_block){ 0 };
        info->in_article = report_in_article(r, i);
        info->in_table = report_in_table(r, i);
        if (info->in_article && !info->in_table && block->text_len > 0 &&
            !(block->flags & DOC_RULE))
            info->article = ++paragraph;
    }
    for (size_t i = 0; i < r->section_count; i++) {
        const struct report_section *s = &r->sections[i];
        uint32_t from =
            s->heading < r->heading_count ? r->headings[s->heading].block : s->first_block;
        for (uint32_t k = from < s->first_block ? from : s->first_block; k < s->end_block && k < n;
             k++)
            b->blocks[k].section = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < r->heading_count; i++)
        if (r->headings[i].standalone && r->headings[i].block < n)
            b->blocks[r->headings[i].block].heading = true;
}

void bind_place_block(struct bind *b, uint32_t block, struct audit_place *place)
{
    if (block >= b->doc->block_count)
        return;
    const struct doc_block *d = &b->doc->blocks[block];
    uint32_t section = b->blocks[block].section;
    if (section)
        place->section = b->report->sections[section - 1].key;
    place->block = block + 1;
    place->line = d->line;
    place->raw_at = d->raw;
    place->raw_len = d->raw_len;
    place->quote = doc_block_raw(b->doc, block);
}

void bind_place_span(struct bind *b, struct span span, struct audit_place *place)
{
    if (span.len == 0 || span.block >= b->doc->block_count)
        return;
    bind_place_block(b, span.block, place);
    struct str raw = doc_raw_of(b->doc, span.at, span.len);
    if (raw.n == 0)
        return;
    place->raw_at = (uint32_t)(raw.p - b->doc->raw.p);
    place->raw_len = (uint32_t)raw.n;
    place->line = doc_line_at(b->doc, place->raw_at);
    place->quote = raw;
}
