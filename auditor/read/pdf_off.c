/* pdf_off.c - see pdf_off.h. */
#include "read/pdf_off.h"

static const float CUT = 0.15F; /* of a character: less than that is nothing but its blank border */

/* A mark at the end of a line may hang over. */
static float end_of(const struct pdf_word *w)
{
    struct str t = w->text;
    size_t last = 0;
    for (size_t i = 0; i < t.n;)
        last = i, (void)str_next(t, &i);
    uint32_t c = str_next(t, &last);
    return w->box.x1 - (pdf_closes(c) ? pdf_glyph(c) * w->em : 0);
}

static bool is_off(const struct pdf_page *page, const struct pdf_word *w)
{
    bool window = page->left < page->right;
    float slack = CUT * (w->wide ? w->em : w->em / 2);
    float left = window ? page->left : 0, right = window ? page->right : page->width;
    return !w->used && (w->box.x0 < left - slack || end_of(w) > right + slack);
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
