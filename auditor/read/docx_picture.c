/* docx_picture.c - pictures of a Word file; see docx_state.h. */
#include "read/docx_state.h"

/* A picture, a chart, or the picture of an object from another program. */
void docx_picture(struct docx_body *b, const struct docx_tag *tag)
{
    struct str id;
    bool named = docx_relation(tag, "id", &id) || docx_relation(tag, "embed", &id) ||
                 docx_relation(tag, "link", &id);
    const struct docx_relation *r = named ? docx_relation_by_id(b->relations, id) : NULL;
    if (!named || docx_is_muted(b))
        return;
    docx_cell_open(b);
    doc_build_image(b->build, r ? r->target : (struct str){ "", 0 }, strbuf_view(&b->alt),
                    b->line ? b->line : 1);
    strbuf_clear(&b->alt);
}

void docx_picture_words(struct docx_body *b, const struct docx_tag *tag)
{
    struct str text;
    if (!docx_attribute(tag, "descr", &text) || !text.n)
        docx_attribute(tag, "title", &text);
    strbuf_clear(&b->alt);
    strbuf_str(&b->alt, text);
}
