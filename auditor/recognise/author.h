/*
 * author.h - where a report may name its agency (prefix author_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_AUTHOR_H
#define AUDITOR_RECOGNISE_AUTHOR_H

#include "recognise/page.h"

struct candidate {
    struct str name;  /* normal text; "" when the place names none */
    struct span span; /* where it stands; absent for meta tags */
};

enum { AUTHOR_MOST = 10 };

/* The candidates in the order of trust: title, opening, signature, metadata, whom to ask; a document that is no
 * annual report has but its title. Returns how many there are. */
size_t author_candidates(struct page *p, struct candidate out[AUTHOR_MOST]);

#endif /* AUDITOR_RECOGNISE_AUTHOR_H */
