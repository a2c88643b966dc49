/* pdf_off.c - see pdf_off.h. */
#include "read/pdf_off.h"

static const float CUT = 0.15F; /* of a character: less than that is nothing but its blank border */

static bool is_off(const struct pdf_page *page, const struct pdf_word *w)
{
    float slack = CUT * w->em;
    return !w->used && (w->box.x0 < -slack || w->box.x1 > page->width + slack);
}

void pdf_off_paper(const struct pdf *pdf, struct doc_build *b)
{
    uint32_t pages = 0, line = 0;
    for (size_t p = 0; p < pdf->page_count; p++) {
        const struct pdf_page *page = &pdf->pages[p];
        size_t i = 0;
        while (i < page->word_count && !is_off(page, &page->words[i]))
            i++;
        if (i == page->word_count)
            continue;
        if (pages++ == 0)
            line = page->words[i].line;
    }
    if (pages > 0)
        doc_build_notice(b, DOC_NOTICE_OFF_PAPER, pages, line);
}
