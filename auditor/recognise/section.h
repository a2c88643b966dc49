/*
 * section.h - which headings are the report's sections (prefix section_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_SECTION_H
#define AUDITOR_RECOGNISE_SECTION_H

#include "recognise/page.h"

/* The official section that a heading's title (normal text) means, and how well its wording fits;
 * NULL if none. Separators (、和及与), 的 and brackets are free in MATCH_VARIANT. */
const struct form_section *section_classify(const struct form *form, struct str title,
                                            enum heading_match *match);

/* The same for official wordings alone. */
const struct form_section *section_worded(const struct form *form, struct str title,
                                          enum heading_match *match);

/* Says whether an official wording begins with the text, separators apart. */
bool section_opens(const struct form *form, struct str text);

/* The bytes of the longest official wording that the text begins with, 0 for none. */
size_t section_leading(const struct form *form, struct str text);

/* Says whether two titles differ in nothing but what is free in MATCH_VARIANT. */
bool section_alike(struct str a, struct str b);

void sections_find(struct page *p); /* needs form and headings; sets sections */

uint32_t section_chars(const struct page *p, const struct report_section *s);

/* After the tables are attached: a chapter that no class fits, where exactly one official section
 * is missing, is that section when its table stands in it or only its wording can be at fault. Where chapters bear no numbers,
 * so is a line that stands where a heading would: right above the table, before all others, behind all others. */
void sections_settle(struct page *p);

#endif /* AUDITOR_RECOGNISE_SECTION_H */
