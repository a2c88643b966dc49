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

/* One line of a list was taken for the title: a link, or with its date right behind. */
static bool title_is_entry(const struct page *p)
{
    struct str text = page_text(p, p->title_first);
    struct pattern_match m;
    struct date_hit hit;
    if (p->title_end != p->title_first + 1 || !rx_find(RX_REPORT_NAME, text, 0, &m))
        return false;
    return (p->doc->blocks[p->title_first].flags & DOC_LINKED) ||
           (date_find(text, m.to[0], 0, &hit) && hit.at <= m.to[0] + 2 &&
            hit.at + hit.length + 1 >= text.n);
}

uint32_t several_list(const struct page *p)
{
    enum { MANY = 3 };
    struct str whose, last = STR("");
    int n = 0;
    bool linked = title_is_entry(p);
    bool single =
        !linked && title_year(p->title, NULL, NULL) != 0 && agency_of_title(p->title).n > 0;
    if (single || p->r->heading_count > 0)
        return p->blocks;
    for (uint32_t b = p->body; b < p->r->end_block; b++)
        if (page_prose(p, b))
            return p->blocks;
    for (uint32_t b = linked ? 0 : p->title_end; b < p->blocks; b++) {
        if (!names_report(p, b, &whose) || whose.n == 0 || str_eq(whose, last))
            continue;
        last = whose;
        if (++n == MANY)
            return b;
    }
    return p->blocks;
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
