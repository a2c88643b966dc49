/*
 * rejoin.h - pages and Word files whose paragraphs were broken into lines of one width (prefix rejoin_; inside read only).
 *
 * Text copied off paper into Word, or out of a PDF into a page, has a paragraph for every line. What wrap.h knows of
 * plain text holds for them too: a line that is full goes on in the next one. Lines in tables, headings, what stands in the
 * middle, links and hidden text are left alone. Each text keeps its line of the file.
 *
 * Ownership  Takes doc over and gives it back, or one in its place.
 */
#ifndef AUDITOR_READ_REJOIN_H
#define AUDITOR_READ_REJOIN_H

#include "document/document.h"

struct doc *rejoin_lines(struct doc *doc);

#endif /* AUDITOR_READ_REJOIN_H */
