/*
 * city.h - which of the ranks a place whose name ends in 市 has (prefix city_; inside recognise only).
 *
 * Listed names decide: the municipalities, the prefecture-level cities, the county-level ones. A
 * name in no list is a county's if a city stands before it; else the report's own text tells: who
 * has counties below is a city, who has but towns is of county level.
 */
#ifndef AUDITOR_RECOGNISE_CITY_H
#define AUDITOR_RECOGNISE_CITY_H

#include "recognise/page.h"

enum report_level city_level(struct str name, const struct page *p); /* p may be NULL */

#endif /* AUDITOR_RECOGNISE_CITY_H */
