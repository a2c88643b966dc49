/* outline_bare.c - lines without a number that may be headings; see outline.h. */
#include <string.h>

#include "recognise/outline.h"

bool outline_is_marked(const struct page *p, uint32_t block)
{
    const struct doc_block *b = &p->doc->blocks[block];
    if (b->level > 0 || (b->flags & DOC_HEADING))
        return true;
    return (b->flags & DOC_CENTERED) && !str_ends(page_text(p, block), STR("表"));
}

bool outline_has_marks(struct str text)
{
    static const char *const marks[] = { "。", "、", "“", "《", "…" };
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < 0x80)
            return true; /* figures, brackets, commas */
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_has(text, marks[i]))
            return true;
    return false;
}

bool outline_is_bare(const struct page *p, uint32_t block)
{
    enum { SHORTEST = 4, LONGEST = 18, LONG = 20 };
    struct str text = page_text(p, block);
    size_t chars = page_chars(text, LONGEST + 1);
    uint32_t next = page_next(p, block), before = block;
    if (chars < SHORTEST || chars > LONGEST || outline_has_marks(text) || next >= p->tail ||
        p->doc->blocks[block].cell != 0 || str_ends(text, STR("表")))
        return false;
    while (before > p->body && p->doc->blocks[before - 1].text_len == 0)
        before--;
    struct str above = before > p->body ? page_text(p, before - 1) : STR("");
    bool ended = above.n == 0 || p->doc->blocks[before - 1].cell != 0 ||
                 report_in_table(p->r, before - 1) || str_ends(above, STR("。")) ||
                 str_ends(above, STR(";"));
    return ended &&
           (report_in_table(p->r, next) || page_chars(page_text(p, next), LONG + 1) > LONG ||
            p->doc->blocks[next].cell != 0);
}
