/* dump.c - a document as text; see dump.h. */
#include "dump.h"

static void add_flags(struct strbuf *out, const struct doc_block *b)
{
    static const char letters[] = "hbclner";
    for (unsigned i = 0; letters[i]; i++)
        if (b->flags & 1u << i)
            strbuf_char(out, letters[i]);
    if (b->level)
        strbuf_fmt(out, "%u", (unsigned)b->level);
}

char *dump_blocks(const struct doc *doc)
{
    struct strbuf out = { 0 };
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct doc_block *b = &doc->blocks[i];
        strbuf_fmt(&out, "%u", b->line);
        add_flags(&out, b);
        if (b->cell)
            strbuf_fmt(&out, "@%u", b->cell);
        strbuf_char(&out, ':');
        strbuf_str(&out, doc_block_raw(doc, i));
        strbuf_char(&out, '\n');
    }
    return strbuf_take(&out);
}

char *dump_cells(const struct doc *doc)
{
    struct strbuf out = { 0 };
    for (size_t i = 0; i < doc->cell_count; i++) {
        const struct doc_cell *c = &doc->cells[i];
        strbuf_fmt(&out, "T%u(%u,%u)", c->table, c->row, c->col);
        if (c->row_span > 1 || c->col_span > 1)
            strbuf_fmt(&out, "%ux%u", c->row_span, c->col_span);
        strbuf_c(&out, c->header ? "h:" : ":");
        doc_cell_text(doc, c, &out);
        strbuf_char(&out, '\n');
    }
    return strbuf_take(&out);
}

char *dump_links(const struct doc *doc)
{
    struct strbuf out = { 0 };
    for (size_t i = 0; i < doc->link_count; i++) {
        const struct doc_link *l = &doc->links[i];
        struct str href = doc_string(doc, l->href, l->href_len);
        struct str text = str_sub(strbuf_view(&doc->raw), l->raw, l->raw_len);
        strbuf_fmt(&out, "%u%s %.*s [%.*s] %u\n", l->line, l->hidden ? "h" : "", STR_ARG(href),
                   STR_ARG(text), l->block);
    }
    for (size_t i = 0; i < doc->image_count; i++) {
        const struct doc_image *m = &doc->images[i];
        struct str src = doc_string(doc, m->src, m->src_len);
        struct str alt = doc_string(doc, m->alt, m->alt_len);
        strbuf_fmt(&out, "%u%s !%.*s [%.*s] %u@%u\n", m->line, m->hidden ? "h" : "", STR_ARG(src),
                   STR_ARG(alt), m->block, m->cell);
    }
    for (size_t i = 0; i < doc->meta_count; i++) {
        const struct doc_meta *m = &doc->metas[i];
        struct str name = doc_string(doc, m->name, m->name_len);
        struct str content = doc_string(doc, m->content, m->content_len);
        strbuf_fmt(&out, "%u %.*s=%.*s\n", m->line, STR_ARG(name), STR_ARG(content));
    }
    return strbuf_take(&out);
}
