/*
 * wording.h - a report's own running text, for comparing it with others (prefix wording_).
 *
 * Left out: headings, official tables, the opening before the first section, page furniture, sentences that
 * every report must have (legal basis, statistics period, contact data), and long quotations of a law, a document or
 * a speech. The agency's names are masked: its full name, the same without 人民政府, its place and what it is
 * without the place.
 */
#ifndef AUDITOR_RECOGNISE_WORDING_H
#define AUDITOR_RECOGNISE_WORDING_H

#include "recognise/report.h"
#include "text/copy.h"

/* Appends the report's letters; their section is its index in report->sections. The caller frees the text
 * with copy_text_free(). Nothing for what is no annual report. */
void wording_of(struct copy_text *out, const struct report *report);

#endif /* AUDITOR_RECOGNISE_WORDING_H */
