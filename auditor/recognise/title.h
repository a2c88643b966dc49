/*
 * title.h - the title of the page's article (prefix title_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_TITLE_H
#define AUDITOR_RECOGNISE_TITLE_H

#include "recognise/page.h"

/* Finds the title's blocks: sets title_first and title_end, or leaves them equal. anchors says of
 * every block whether it is running text for certain (a chapter, a long paragraph, an official table). */
void title_find(struct page *p, const uint8_t *anchors);

/* Writes title, title_span, title_line, title_year into the report, and p->title; from metadata
 * when the article has no title line. */
void title_write(struct page *p);

/* The year a title names, 0 if none; *at and *len, if not NULL, its place. */
int title_year(struct str title, size_t *at, size_t *len);

#endif /* AUDITOR_RECOGNISE_TITLE_H */
