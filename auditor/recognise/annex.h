/*
 * annex.h - where a statistics sheet begins that stands behind the report, as a grid or as lines of
 * text (prefix annex_; inside recognise only).
 *
 * A line that names a sheet or an annex, behind chapters, and behind it chapters that begin anew: what
 * is numbered there are rows of the sheet. An annex that is the report itself is none, nor is one that
 * holds an official table.
 */
#ifndef AUDITOR_RECOGNISE_ANNEX_H
#define AUDITOR_RECOGNISE_ANNEX_H

#include "recognise/page.h"

/* The block of its title line, `end` when there is none. Needs the body and the tables located. */
uint32_t annex_find(const struct page *p, uint32_t end);

#endif /* AUDITOR_RECOGNISE_ANNEX_H */
