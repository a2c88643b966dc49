/*
 * outline.h - the headings of the running text in all their styles (prefix outline_; inside
 * recognise only).
 *
 * A heading is a line that opens with a number, a number that opens a paragraph, or, inside a
 * paragraph, 一是 二是. A bare number takes the next line as its title. Official tables hold no headings,
 * nor does a table of contents: a run of chapters without text that begins anew behind it.
 */
#ifndef AUDITOR_RECOGNISE_OUTLINE_H
#define AUDITOR_RECOGNISE_OUTLINE_H

#include "recognise/page.h"

void outline_find(struct page *p); /* needs the article; sets headings */

/* Lines without a number: in bold, of a heading's level, or alone in the middle. */
bool outline_is_marked(const struct page *p, uint32_t block);
bool outline_has_marks(struct str text); /* figures, brackets, commas: more than a few words */
/* Whether a title has the words of an official one; any: or other words for one. */
bool outline_is_official(const struct page *p, struct str title, bool any);
/* Takes the lines below into a title that only together with them is that of an official section. */
bool outline_join(struct page *p, struct report_heading *h);
/* A few words on a line of their own between two paragraphs, or before a table. */
bool outline_is_bare(const struct page *p, uint32_t block);

#endif /* AUDITOR_RECOGNISE_OUTLINE_H */
