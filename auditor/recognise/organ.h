/*
 * organ.h - the words of which names of organs are made (prefix organ_; inside recognise only).
 *
 * A name ends in the word for a place that is governed or for a kind of body; with some words a
 * text is a sentence, a headline or a site, however it ends. All names are normal text.
 */
#ifndef AUDITOR_RECOGNISE_ORGAN_H
#define AUDITOR_RECOGNISE_ORGAN_H

#include "recognise/page.h"

/* Says whether it ends as names do, with something before the ending; a note in brackets may follow. */
bool organ_ends(struct str name);

/* False when a word stands in it that is in no name: 报告; 工作 or 网 unless they name a body. */
bool organ_words(struct str name);

/* A newspaper or a site, known by its brand: never an agency. */
bool organ_is_brand(struct str name);

/* A body that runs media: it may be the author, but more often it is named as a source. */
bool organ_is_media(struct str name);

/* p gives the text that tells a city from a county-level one where the name is in no list. */
enum report_level organ_level(struct str name, const struct page *p);

#endif /* AUDITOR_RECOGNISE_ORGAN_H */
