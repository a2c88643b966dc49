/*
 * kind.h - annual report, collection of texts, or something else (prefix kind_; inside recognise only).
 *
 * A title that says it outright decides. Otherwise one mark alone decides nothing: what has the
 * sections or the tables of a report is a report, whatever stands around it.
 */
#ifndef AUDITOR_RECOGNISE_KIND_H
#define AUDITOR_RECOGNISE_KIND_H

#include "recognise/page.h"

void kind_decide(struct page *p); /* needs title, article, headings, period; sets kind and marks */

#endif /* AUDITOR_RECOGNISE_KIND_H */
