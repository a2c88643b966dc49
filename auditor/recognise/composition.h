/*
 * composition.h - the sentence that lists the report's parts (prefix composition_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_COMPOSITION_H
#define AUDITOR_RECOGNISE_COMPOSITION_H

#include "recognise/page.h"

void composition_find(struct page *p); /* needs form, headings, sections */

#endif /* AUDITOR_RECOGNISE_COMPOSITION_H */
