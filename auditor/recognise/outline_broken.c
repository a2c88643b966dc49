/* outline_broken.c - a heading that a narrow column or <br> has broken into lines. */
#include "recognise/number.h"
#include "recognise/outline.h"
#include "recognise/section.h"

enum { LINES = 3, REST_CHARS = 24 };

static bool may_go_on(const struct page *p, struct str title)
{
    for (size_t f = 0; f < p->r->forms->n; f++)
        if (section_opens(p->r->forms->forms[f], title))
            return true;
    return false;
}

/* Whether the block is a short line that begins nothing of its own. */
static bool is_rest(const struct page *p, uint32_t block)
{
    size_t len;
    enum heading_style style;
    struct str text = block < p->tail ? page_text(p, block) : STR("");
    return text.n > 0 && page_running(p, block) && !page_in_grid(p, block) &&
           page_chars(text, REST_CHARS + 1) <= REST_CHARS && !number_leading(text, &len, &style);
}

bool outline_join(struct page *p, struct report_heading *h)
{
    struct str title = span_text(p->r, h->title);
    if (title.n == 0 || !may_go_on(p, title) || outline_is_official(p, title, false))
        return false;
    struct strbuf joined = { 0 };
    strbuf_str(&joined, title);
    bool whole = false, any = h->number > 0 && !outline_is_official(p, title, true);
    uint32_t block = h->title.block;
    for (int lines = 1; !whole && lines < LINES && may_go_on(p, strbuf_view(&joined)); lines++) {
        block = page_next(p, block);
        if (!is_rest(p, block))
            break;
        strbuf_str(&joined, page_text(p, block));
        whole = outline_is_official(p, strbuf_view(&joined), any);
    }
    if (whole) {
        struct span last = page_span(p, block, 0, page_text(p, block).n);
        h->span.len = last.at + last.len - h->span.at;
        h->title.len = last.at + last.len - h->title.at;
        h->joined = arena_str(p->r->arena, strbuf_view(&joined));
        h->last_block = block;
    }
    strbuf_free(&joined);
    return whole;
}
