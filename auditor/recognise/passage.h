/*
 * passage.h - lines that are read as one (prefix passage_).
 *
 * A line that ends in a colon, a comma, a semicolon or 、 goes on in the next one: the parts of a list, each on a
 * line of its own, belong to the whole that the first line tells. So does a paragraph before one that begins with
 * 其中, or 从办理结果看, 在公开的信息中 and the like, and divides what it counted; and a count before short lines
 * that are numbered and end in one ("1.网站820条。"). Headings of sections and official
 * tables part passages; one of more than PASSAGE_MAX lines is read line by line.
 *
 * Ownership    Nothing is kept; the text is a part of doc->text, lines separated by '\n'.
 * Errors       None.
 */
#ifndef AUDITOR_RECOGNISE_PASSAGE_H
#define AUDITOR_RECOGNISE_PASSAGE_H

#include "recognise/report.h"

enum { PASSAGE_MAX = 40 };

/* The text of the passage that begins with a block; empty for a block that another one goes on in, and for a heading
 * whose number could be taken for a count. */
struct str passage_text(const struct report *r, uint32_t block);

/* The block that the passage begins with that a block stands in. */
uint32_t passage_first(const struct report *r, uint32_t block);

#endif /* AUDITOR_RECOGNISE_PASSAGE_H */
