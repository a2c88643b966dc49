/*
 * changes.h - what is different for a reader between two contents of one report (prefix changes_).
 *
 * Compared are date of publication, title, the cells of the official tables and the sentences of the
 * article. Menus, counters, layout, line breaks and the order of sentences are no change.
 *
 * JSON  {"changes": [{"after", "before", "column", "kind", "row", "section", "table"} ...], "form", "total"}.
 *       kind is "published", "title", "table", "cell" or "text"; before and after are quotes, null where there was
 *       or is nothing. The first CHANGES_TOLD are told, total counts them all.
 */
#ifndef AUDITOR_OFFICE_CHANGES_H
#define AUDITOR_OFFICE_CHANGES_H

#include "recognise/report.h"

enum { CHANGES_TOLD = 200 };

/* carriers: one is a page, the other a Word file or PDF, whose sentences cannot be compared to the letter. */
void changes_json(struct strbuf *out, const struct report *before, const struct report *after,
                  bool carriers);

#endif /* AUDITOR_OFFICE_CHANGES_H */
