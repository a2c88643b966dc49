/* passage.c - see passage.h. */
#include "recognise/passage.h"

#include "text/words.h"

static bool is_line(const struct report *r, uint32_t block)
{
    return report_in_article(r, block) && !report_in_table(r, block) &&
           !(r->doc->blocks[block].flags & DOC_RULE) && r->doc->blocks[block].cell == 0 &&
           r->doc->blocks[block].text_len > 0;
}

static bool opens_section(const struct report *r, uint32_t block)
{
    for (size_t i = 0; i < r->section_count; i++)
        if (r->headings[r->sections[i].heading].block == block)
            return true;
    return false;
}

static bool ends_open(const struct report *r, uint32_t block)
{
    return words_ends(doc_block_text(r->doc, block), ": , ; 、") != 0;
}

/* "公告通知:136条": a member of a list whose lines end in no mark. */
static bool is_entry(const struct report *r, uint32_t block)
{
    enum { ENTRY_MAX = 75, NAME_MAX = 60 };
    struct str text = doc_block_text(r->doc, block);
    size_t name = text.n <= ENTRY_MAX ? str_find(text, STR(":")) : SIZE_MAX;
    return name != SIZE_MAX && name > 0 && name <= NAME_MAX && name + 1 < text.n &&
           text.p[name + 1] >= '0' && text.p[name + 1] <= '9' && !words_ends(text, "。 ! ?");
}

/* Whether a block goes on in the next one. */
static bool goes_on(const struct report *r, uint32_t block)
{
    bool open = ends_open(r, block);
    if (!open && !is_entry(r, block)) /* nearly all blocks */
        return false;
    return is_line(r, block) && is_line(r, block + 1) && !opens_section(r, block) &&
           !opens_section(r, block + 1) && (open || is_entry(r, block + 1));
}

struct str passage_text(const struct report *r, uint32_t block)
{
    uint32_t first = block, last = block;
    while (first > 0 && block - first < PASSAGE_MAX && goes_on(r, first - 1))
        first--;
    while (last - first < PASSAGE_MAX && goes_on(r, last))
        last++;
    if (last - first >= PASSAGE_MAX)
        return doc_block_text(r->doc, block);
    if (first != block)
        return (struct str){ "", 0 };
    const struct doc_block *end = &r->doc->blocks[last];
    uint32_t from = r->doc->blocks[block].text;
    return str_sub(strbuf_view(&r->doc->text), from, end->text + end->text_len - from);
}
