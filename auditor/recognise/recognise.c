/*
 * recognise.c - the order in which a document becomes a report; see report.h.
 *
 * Official tables come first, since the numbers in them are no headings and their rows no text;
 * then where the article stands, what it is, whose and of which year; with the year comes the form,
 * and with the form the sections and what is in the tables.
 */
#include "recognise/article.h"
#include "recognise/composition.h"
#include "recognise/dates.h"
#include "recognise/identity.h"
#include "recognise/kind.h"
#include "recognise/outline.h"
#include "recognise/page.h"
#include "recognise/period.h"
#include "recognise/section.h"
#include "recognise/tables.h"

struct report *recognise(const struct doc *doc, const struct form_set *forms,
                         const struct report_hint *hint)
{
    struct arena *arena = arena_new();
    struct report *r = arena_alloc(arena, sizeof *r);
    struct page page = { .r = r, .doc = doc, .hint = hint, .blocks = (uint32_t)doc->block_count };
    r->arena = arena;
    r->doc = doc;
    r->forms = forms;
    r->published = -1;
    tables_locate(r);
    page_scan(&page);
    article_find(&page);
    outline_find(&page);
    period_find(&page);
    kind_decide(&page);
    dates_find(&page);
    identity_year(&page);
    if (!r->form && r->year == 0 && r->kind == REPORT_ANNUAL)
        r->form = tables_form(r); /* no year is said: the labels of its tables tell the form */
    sections_find(&page);
    identity_agency(&page);
    identity_host(&page);
    tables_attach(r);
    sections_settle(&page);
    composition_find(&page);
    return r;
}
