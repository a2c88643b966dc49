/*
 * several.h - pages of more than one report: lists, what a search found, and reports that stand behind each
 * other (prefix several_). Blocks are indexes into the document; what is not there is p->blocks.
 */
#ifndef AUDITOR_RECOGNISE_SEVERAL_H
#define AUDITOR_RECOGNISE_SEVERAL_H

#include "recognise/page.h"

/* The third line that names another report, on a page whose title is of no single report and that
 * has no text of its own. Title, headings and the article must be known. */
uint32_t several_list(const struct page *p);

/* Whether a block is a line of such a list: a link to a page, with its date perhaps. A report in an attachment is none. */
bool several_entry(const struct page *p, uint32_t block);

/* On a page of what a search has found, whatever passages it quotes: the third report that is named, or the
 * first one that is a link. Such a page has no outline. */
uint32_t several_found(const struct page *p);

/* The title of a second report, of another agency or year, with an outline of its own before and
 * behind it. */
uint32_t several_reports(const struct page *p);

#endif /* AUDITOR_RECOGNISE_SEVERAL_H */
