/* annex.c - see annex.h. */
#include "recognise/annex.h"

#include "recognise/number.h"
#include "recognise/rx.h"

enum { FEWEST_CHAPTERS = 3, LONGEST = 40 };

/* The number of the chapter that a block opens, 0 when it opens none. */
static unsigned chapter_at(const struct page *p, uint32_t block)
{
    size_t len;
    return page_usable(p, block) ? number_chapter(page_text(p, block), &len) : 0;
}

/* Chapters begin anew behind the block, not with those of a report, and no official table follows. */
static bool begins_anew(const struct page *p, uint32_t block, uint32_t end)
{
    unsigned first = 0;
    for (uint32_t b = block + 1; b < end; b++) {
        if (report_in_table(p->r, b))
            return false;
        if (first != 0)
            continue;
        first = chapter_at(p, b);
        if (first != 0 && (first != 1 || rx_has(RX_OVERVIEW_LINE, page_text(p, b))))
            return false;
    }
    return first == 1;
}

/* Few lines have one of the words without which there is no such title. */
static bool is_annex_title(struct str text)
{
    return (str_has(text, "附") || str_has(text, "统计")) &&
           page_chars(text, LONGEST + 1) <= LONGEST && rx_has(RX_ANNEX, text);
}

uint32_t annex_find(const struct page *p, uint32_t end)
{
    unsigned highest = 0;
    for (uint32_t b = p->body; b < end; b++) {
        unsigned chapter = page_in_grid(p, b) ? 0 : chapter_at(p, b);
        highest = chapter > highest ? chapter : highest;
        if (chapter != 0 || highest < FEWEST_CHAPTERS || !page_usable(p, b))
            continue;
        if (is_annex_title(page_text(p, b)) && begins_anew(p, b, end))
            return b;
    }
    return end;
}
