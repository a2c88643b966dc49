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

/* In the order of trust. */
enum author_way {
    AUTHOR_TITLE,
    AUTHOR_PUBLISHES, /* the opening: "X now publishes ..." */
    AUTHOR_YEAR,      /* the opening: "... X's report of 2020" */
    AUTHOR_SIGNATURE,
    AUTHOR_TITLE_ANY, /* the title, where the name ends in no word that is known */
    AUTHOR_SUBJECT,   /* the opening: "X has ..." */
    AUTHOR_METADATA,
    AUTHOR_META_TAGS,
    AUTHOR_CONTACT, /* whom to ask; means something only when no other way gives a name */
    AUTHOR_OTHER, /* the opening: a town, a school, a company "has ...", of which the text speaks more */
    AUTHOR_FILE, /* the file's name */
    AUTHOR_WAYS
};

/* The agency named in one way. A document that is no annual report has but its title. */
struct candidate author_candidate(struct page *p, enum author_way way);

#endif /* AUDITOR_RECOGNISE_AUTHOR_H */
