/*
 * known.h - agencies whose names the caller knows (prefix known_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_KNOWN_H
#define AUDITOR_RECOGNISE_KNOWN_H

#include "recognise/page.h"

/* The longest of them that the title holds as a name of its own, "" if none. */
struct str known_in_title(const struct page *p);

#endif /* AUDITOR_RECOGNISE_KNOWN_H */
