/* several.c - see several.h. */
#include "recognise/several.h"

#include "recognise/agency.h"
#include "recognise/rx.h"
#include "recognise/title.h"
#include "text/date.h"

enum { LINE = 240 }; /* bytes of a title */

/* What stands before the name of the report that a block names: whose and of which year. */
static bool names_report(const struct page *p, uint32_t block, struct str *whose)
{
    struct pattern_match m;
    struct str text = page_text(p, block);
    if (!(p->hits[block] & HIT_NAME) || (p->doc->blocks[block].flags & DOC_HIDDEN) ||
        text.n > LINE || str_has(text, "。") || !rx_find(RX_REPORT_NAME, text, 0, &m))
        return false;
    *whose = str_sub(text, 0, m.from[0]);
    return true;
}

/* "附件:…", "上一篇:…": a label stands before the name. "[2024-01-20 10:00]" is none. */
static bool has_label(struct str whose)
{
    for (size_t i = 1; i < whose.n; i++)
        if (whose.p[i] == ':' && (unsigned char)whose.p[i - 1] >= 0x80)
            return true;
    return false;
}

/* What stands between two entries of a list: a date, its label, a number. */
static bool is_between(struct str text)
{
    enum { SHORT = 40 };
    struct date_hit hit;
    return text.n <= SHORT &&
           (date_find(text, 0, 0, &hit) || (text.p[0] >= '0' && text.p[0] <= '9'));
}

static uint32_t step(const struct page *p, uint32_t block, bool down)
{
    if (down)
        return page_next(p, block);
    while (block-- > 0)
        if (page_text(p, block).n > 0 && !(p->doc->blocks[block].flags & DOC_HIDDEN))
            return block;
    return p->blocks;
}

/* Entries of other reports, of the kind of the title, that stand close above or below it. */
static int count_beside(const struct page *p, bool down, int enough)
{
    enum { GAP = 2 };
    const struct doc_block *title = &p->doc->blocks[p->title_first];
    struct str whose, last = STR("");
    int n = 0, gap = 0;
    names_report(p, p->title_first, &last);
    for (uint32_t b = step(p, p->title_first, down); b < p->blocks && n < enough;
         b = step(p, b, down)) {
        const struct doc_block *block = &p->doc->blocks[b];
        bool alike = block->level == title->level && !((block->flags ^ title->flags) & DOC_LINKED);
        if (names_report(p, b, &whose) && alike && !has_label(whose)) {
            n += !str_eq(whose, last);
            last = whose;
            gap = 0;
        } else if (!is_between(page_text(p, b)) || ++gap > GAP) {
            break;
        }
    }
    return n;
}

/* One line of a list was taken for the title: a link, or with its date right behind, or among its like. */
static bool title_is_entry(const struct page *p)
{
    enum { BESIDE = 2 };
    struct str text = page_text(p, p->title_first);
    struct pattern_match m;
    struct date_hit hit;
    if (p->title_end != p->title_first + 1 || !rx_find(RX_REPORT_NAME, text, 0, &m))
        return false;
    if ((p->doc->blocks[p->title_first].flags & DOC_LINKED) ||
        (date_find(text, m.to[0], 0, &hit) && hit.at <= m.to[0] + 2 &&
         hit.at + hit.length + 1 >= text.n))
        return true;
    int above = count_beside(p, false, BESIDE);
    return above + count_beside(p, true, BESIDE - above) >= BESIDE;
}

/* The block of the third report that is named from a block on. */
static uint32_t third_named(const struct page *p, uint32_t from)
{
    enum { MANY = 3 };
    struct str whose, last = STR("");
    int n = 0;
    for (uint32_t b = from; b < p->blocks; b++) {
        if (!names_report(p, b, &whose) || whose.n == 0 || str_eq(whose, last))
            continue;
        last = whose;
        if (++n == MANY)
            return b;
    }
    return p->blocks;
}

/* The head of the page says that it shows what was searched for. */
static bool is_search(const struct page *p)
{
    enum { LINES = 12 };
    struct str title = doc_meta(p->doc, "title", NULL);
    if (title.n > 0 && rx_has(RX_SEARCH_PAGE, title))
        return true;
    uint32_t b = page_text(p, 0).n > 0 ? 0 : page_next(p, 0);
    for (int lines = 0; b < p->blocks && lines < LINES; b = page_next(p, b), lines++)
        if (rx_has(RX_SEARCH_PAGE, page_text(p, b)))
            return true;
    return false;
}

uint32_t several_list(const struct page *p)
{
    bool linked = title_is_entry(p);
    bool single =
        !linked && title_year(p->title, NULL, NULL) != 0 && agency_of_title(p->title).n > 0;
    if (single || p->r->heading_count > 0)
        return p->blocks;
    for (uint32_t b = p->body; b < p->r->end_block; b++)
        if (page_prose(p, b))
            return p->blocks;
    return third_named(p, linked ? 0 : p->title_end);
}

/* An outline of two chapters or more in the headings between two blocks. */
static bool has_outline(const struct page *p, uint32_t from, uint32_t end)
{
    bool first = false;
    for (size_t i = 0; i < p->r->heading_count; i++) {
        const struct report_heading *h = &p->r->headings[i];
        if (h->style != HEADING_CHAPTER || h->block < from || h->block >= end)
            continue;
        if (h->number == 2 && first)
            return true;
        first |= h->number == 1;
    }
    return false;
}

bool several_entry(const struct page *p, uint32_t block)
{
    enum { DATE = 24 }; /* bytes beside the link: its date */
    const struct doc *doc = p->doc;
    for (size_t i = 0; i < doc->link_count && doc->links[i].block <= block; i++) {
        const struct doc_link *link = &doc->links[i];
        if (link->block == block && link->raw_len + DATE >= doc->blocks[block].raw_len)
            return !rx_has(RX_FILE_LINK,
                           str_sub(strbuf_view(&doc->strings), link->href, link->href_len));
    }
    return false;
}

/* The first report that is named by a link. */
static uint32_t first_linked(const struct page *p)
{
    struct str whose;
    for (uint32_t b = 0; b < p->blocks; b++)
        if (names_report(p, b, &whose) && whose.n > 0 && several_entry(p, b))
            return b;
    return p->blocks;
}

uint32_t several_found(const struct page *p)
{
    if (has_outline(p, 0, p->blocks))
        return p->blocks;
    uint32_t found = third_named(p, 0);
    if (found == p->blocks)
        found = first_linked(p);
    return found < p->blocks && is_search(p) ? found : p->blocks;
}

uint32_t several_reports(const struct page *p)
{
    struct str own = agency_of_title(p->title), whose;
    int year = title_year(p->title, NULL, NULL);
    for (uint32_t b = p->body; b < p->r->end_block; b++) {
        if ((p->doc->blocks[b].flags & DOC_LINKED) || !names_report(p, b, &whose))
            continue;
        struct str text = page_text(p, b);
        struct str agency = agency_of_title(text);
        int other = title_year(text, NULL, NULL);
        bool same = str_eq(agency, own) && (other == year || other == 0 || year == 0);
        if (agency.n > 0 && own.n > 0 && !same && has_outline(p, p->body, b) &&
            has_outline(p, b, p->r->end_block))
            return b;
    }
    return p->blocks;
}
