/*
 * identity.h - whose report of which year, from which host (prefix identity_; inside recognise only).
 */
#ifndef AUDITOR_RECOGNISE_IDENTITY_H
#define AUDITOR_RECOGNISE_IDENTITY_H

#include "recognise/page.h"

/* Needs title, period and dates. Sets year and form: title, then period, then what the text speaks of,
 * then the file's name; a hint goes before all. */
void identity_year(struct page *p);

/* Needs kind and article. Sets agency, agency_span and level. */
void identity_agency(struct page *p);

void identity_host(struct page *p);

#endif /* AUDITOR_RECOGNISE_IDENTITY_H */
